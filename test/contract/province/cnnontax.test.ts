import { capabilitiesContract } from './capabilities.contract.js';
import { CnnontaxTown, type Agreement } from './cnnontax-town.js';
import { confirmingContract } from './confirming.contract.js';
import { noticesContract } from './notices.contract.js';
import { provinceNewsContract } from './province-news.contract.js';

const agreements: readonly (readonly [title: string, agreement: Agreement])[] = [
  ['cnnontax-xml as far as it is known', { mac: 'sm3-token-prefix', issue: '8994', agreed: false }],
  ['cnnontax-xml of the income platform', { mac: 'sha256-token-prefix', issue: '4601', agreed: false }],
  ['cnnontax-xml with confirmation and states agreed on', { mac: 'hmac-sm3', issue: '8994', agreed: true }],
];
for (const [title, agreement] of agreements) {
  for (const contract of [capabilitiesContract, noticesContract, confirmingContract, provinceNewsContract]) contract(title, new CnnontaxTown(agreement));
}
