import type { AccountsOfChannels } from '../ports/channel-accounts.js';
import type { PaymentChannels } from '../ports/payment-channel.js';
import type { SigningKeyNames } from '../ports/signing-keys.js';
import { AccountCheck } from './account-check.js';
import type { DirectoryParts } from './as-read.js';
import { FirstPlaces } from './first-places.js';
import { ManageChannelMerchants } from './manage-channel-merchants.js';
import { ManageChannels } from './manage-channels.js';
import { ManageIndustries } from './manage-industries.js';
import { ManageRegions } from './manage-regions.js';
import { RegionChoices } from './region-choices.js';
import { ShowAccount } from './show-account.js';
import { TryConnection } from './try-connection.js';

export type PlacesDesk = ReturnType<typeof placesDesk>;

/** Channels, accounts at them, regions and industries, put together. */
export function placesDesk(parts: DirectoryParts & { readonly accounts: AccountsOfChannels; readonly channels: PaymentChannels; readonly keyNames: SigningKeyNames; readonly isProduction: boolean }) {
  const check = new AccountCheck(parts.accounts, parts.isProduction);
  return {
    check, accounts: parts.accounts, keyNames: parts.keyNames, channelMerchants: new ManageChannelMerchants(parts, check), showAccount: new ShowAccount(parts.unitOfWork, check, parts.keyNames), tryConnection: new TryConnection(parts, parts.channels, check), channels: new ManageChannels(parts),
    regions: new ManageRegions(parts), regionChoices: new RegionChoices(parts), industries: new ManageIndustries(parts), firstPlaces: new FirstPlaces(parts),
  };
}
