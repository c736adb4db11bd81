import { tellStory, type Story } from './pay-and-refund-story.js';
import { inTown } from './town.js';

const stories: readonly Story[] = [
  { device: 'pc', mode: 'page', channel: 'alipay', algorithm: 'RSA2' },
  { device: 'pc', mode: 'interface', channel: 'unionpay', algorithm: 'RSA2' },
  { device: 'phone', mode: 'interface', channel: 'alipay', algorithm: 'SM2' },
  { device: 'phone', mode: 'page', channel: 'unionpay', algorithm: 'SM2' },
];

describe('a payment in a browser without script', function suite() {
  this.timeout(60_000);
  const town = inTown();
  for (const story of stories) tellStory(town, story, false);
});
