import { tellStory, type Story } from './pay-and-refund-story.js';
import { inTown } from './town.js';

const stories: readonly Story[] = [
  { device: 'pc', mode: 'interface', channel: 'alipay', algorithm: 'RSA2' },
  { device: 'pc', mode: 'page', channel: 'unionpay', algorithm: 'SM2' },
  { device: 'phone', mode: 'page', channel: 'alipay', algorithm: 'RSA2' },
  { device: 'phone', mode: 'interface', channel: 'unionpay', algorithm: 'RSA2' },
];

/**
 * On PC and phone, through both channels, by interface and by page: order and paid order are shown with their facts, the payer comes back with a signed result, the business system is told in the background, and gives back
 * (1.1.1.1.1, 1.1.1.1.2, 1.1.1.1.5, 1.1.1.1.7, 1.1.1.2.1, 1.1.1.2.2, 1.1.1.2.5, 1.1.1.2.7, 1.1.2.1.1-a, -b, 1.1.2.1.4, 1.1.2.1.5, 1.1.2.2.3, 1.1.7.1.2-b, -e, -f, 1.1.7.1.3-c).
 */
describe('a payment in a browser with script', function suite() {
  this.timeout(60_000);
  const town = inTown();
  for (const story of stories) tellStory(town, story, true);
});
