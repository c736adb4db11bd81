import { ContainerModule } from 'inversify';
import { alipayAccounts } from '../../adapters/outbound/channels/alipay/account-form.js';
import { unionPayAccounts } from '../../adapters/outbound/channels/unionpay/account-form.js';
import { placesDesk } from '../../application/directory/places-desk.js';
import type { Resources } from '../resources.js';
import { tokens as t } from '../tokens.js';

/** Channels, accounts at them, regions and industries. */
export const places = ({ keyStore }: Pick<Resources, 'keyStore'>): ContainerModule => new ContainerModule(({ bind }) => {
  // A key that another process has added is found after a look into the file.
  const keyNames = { has: async (keyName: string): Promise<boolean> => keyStore.has(keyName) || (await keyStore.refresh() && keyStore.has(keyName)) };
  bind(t.placesDesk).toResolvedValue((unitOfWork, ids, clock, signer, digests, channels, config) => placesDesk({
    unitOfWork, ids, clock, channels, keyNames, accounts: { alipay: alipayAccounts(signer, digests), unionpay: unionPayAccounts(signer, digests) }, isProduction: config.profile === 'production',
  }), [t.unitOfWork, t.ids, t.clock, t.signer, t.digests, t.channels, t.config]);
});
