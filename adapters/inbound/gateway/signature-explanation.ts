import { signedDigest } from '../../../application/access/signed-digest.js';
import type { Digests } from '../../../application/ports/digests.js';
import type { SignatureExplanation } from '../../../contracts/gateway/envelope.js';
import type { Developer } from '../../../domain/directory/developer.js';

/**
 * What a 40003 answer says in the embedded profile, so that a newcomer sees where the two texts differ (design section 5). An SM2 digest has the Z of
 * the developer's first key.
 */
export function explainSignature(text: string, developer: Developer | undefined, digests: Digests): SignatureExplanation & { readonly algorithm: string } {
  const scheme = developer?.scheme ?? { algorithm: 'RSA2' };
  return { canonicalText: text, digest: signedDigest(text, scheme, developer?.keys[0]?.pem ?? '', digests), algorithm: developer?.scheme.algorithm ?? '' };
}
