import { ContainerModule } from 'inversify';
import { NodeStrangeSignatures } from '../../adapters/outbound/crypto/strange-signatures.js';
import { gbkBytes } from '../../adapters/outbound/province/cnnontax/gbk.js';
import { PublicKeys } from '../../adapters/outbound/crypto/public-keys.js';
import { signedDigest } from '../../application/access/signed-digest.js';
import { CheckSignature } from '../../application/developers/check-signature.js';
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
  bind(t.workbench).toResolvedValue(
    (unitOfWork, digests, clock, rateLimiter, verifier) => new CheckSignature({ unitOfWork, verifier, strange: new NodeStrangeSignatures(), keyReader: new PublicKeys(), digests, clock, rateLimiter, gbkBytes, digestOf: (text, scheme, pem) => signedDigest(text, scheme, pem, digests) }),
    [t.unitOfWork, t.digests, t.clock, t.rateLimiter, t.verifier]);
});
