import type { Directory } from '../application/ports/directory.js';
import type { Journal } from '../application/ports/journal.js';
import { ConfigError } from './config.js';
import type { TextLine } from './outside/text-section.js';

/** In production an account of a test environment or a simulator does not exist, whatever the database says (CHN-07). */
export function onlyProductionAccounts(directory: Directory, journal: Journal): Directory {
  return {
    channelAt: async (payChannel) => directory.channelAt(payChannel),
    region: async (regionCode) => directory.region(regionCode),
    industry: async (industryCode) => directory.industry(industryCode),
    nontaxRegion: async (regionCode) => directory.nontaxRegion(regionCode),
    nontaxItem: async (regionCode, itemCode) => directory.nontaxItem(regionCode, itemCode),
    nontaxItems: async (regionCode) => directory.nontaxItems(regionCode),
    developer: async (devId) => directory.developer(devId),
    payee: async (merchantNo) => directory.payee(merchantNo),
    channelsOf: async (merchantNo) => directory.channelsOf(merchantNo),
    channelMerchantsAt: async (payChannel) => (await directory.channelMerchantsAt(payChannel)).filter((account) => account.environment === 'production'),
    channelMerchant: async (channelMerchantId) => {
      const account = await directory.channelMerchant(channelMerchantId);
      if (account === undefined || account.environment === 'production') return account;
      journal.alarm('foreign-account-in-production', { channelMerchantId, environment: account.environment });
      return undefined;
    },
  };
}

/** The same of the text message platform: a payer of a real payment must not be told by a simulated one, or by the account of a test. */
export function refuseForeignTexts(line: Pick<TextLine, 'environment'> | undefined): void {
  if (line !== undefined && line.environment !== 'production') {
    throw new ConfigError(`outside systems, textMessages: in production the environment is production, not ${line.environment} (CHN-07)`);
  }
}
