import { ContainerModule } from 'inversify';
import { PublicKeys } from '../../adapters/outbound/crypto/public-keys.js';
import { developerDesk } from '../../application/developers/developer-desk.js';
import { gatewayMethods } from '../../contracts/gateway/methods.js';
import { tokens as t } from '../tokens.js';

/** What operators do about developers, their keys and their roles. */
export const developers = new ContainerModule(({ bind }) => {
  bind(t.developerDesk).toResolvedValue(
    (unitOfWork, ids, clock, signer, config) => developerDesk({
      unitOfWork, ids, clock, signer, keyReader: new PublicKeys(), methods: new Set(Object.keys(gatewayMethods)), httpsOnly: config.profile === 'production',
    }),
    [t.unitOfWork, t.ids, t.clock, t.signer, t.config]);
});
