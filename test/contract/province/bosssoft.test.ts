import { BosssoftTown } from './bosssoft-town.js';
import { capabilitiesContract } from './capabilities.contract.js';
import { confirmingContract } from './confirming.contract.js';
import { noticesContract } from './notices.contract.js';
import { provinceNewsContract } from './province-news.contract.js';

for (const form of ['md5-upper', 'sm3-upper', 'sm2'] as const) {
  for (const contract of [capabilitiesContract, noticesContract, confirmingContract, provinceNewsContract]) contract(`bosssoft-json signed by ${form}`, new BosssoftTown(form));
}
