import type { Directory } from '../application/ports/directory.js';
import type { Journal } from '../application/ports/journal.js';

/** In production an account of a test environment or a simulator does not exist, whatever the database says (CHN-07). */
export function onlyProductionAccounts(directory: Directory, journal: Journal): Directory {
  return {
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
