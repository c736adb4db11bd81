import { headContent, type SignedHead } from '../../domain/audit/signed-head.js';
import type { PublicKeyReader, Signer, Verifier } from '../ports/signatures.js';

/** Key of its own: whoever could have something else signed with it would have a head. */
export const headKey = 'audit-head.SM2';
export const headScheme = { algorithm: 'SM2' } as const;

export interface HeadKeyParts { readonly signer: Pick<Signer, 'publicKeyPem'>; readonly verifier: Verifier; readonly keys: PublicKeyReader }

/** Half of an SM3 fingerprint names a key well enough. */
const fingerprintChars = 32;

/** Under which name this host signs: with the fingerprint, because each host that was started without a copy of the key store made a key of its own. */
export async function headKeyName({ signer, keys }: Pick<HeadKeyParts, 'signer' | 'keys'>): Promise<string> {
  const read = keys.read('SM2', await signer.publicKeyPem(headKey));
  if (!read.ok) throw new Error(`the key ${headKey} cannot be read: ${read.why}`);
  return `${headKey}:${read.fingerprint.slice(0, fingerprintChars)}`;
}

/**
 * `ours`: signed with the key of this host. `another`: not so, and it says so itself; whether it is genuine only a host with that key can tell, so nobody counts it as good.
 * `unnamed`: it does not fit, and was signed before heads named their key. `changed`: it says that this key signed it, which is not so.
 */
export async function judgeHead(parts: HeadKeyParts, head: SignedHead): Promise<'ours' | 'another' | 'unnamed' | 'changed'> {
  if (await parts.verifier.verify(await parts.signer.publicKeyPem(headKey), headScheme, headContent(head), head.signature)) return 'ours';
  if (head.keyName === headKey) return 'unnamed';
  return head.keyName === await headKeyName(parts) ? 'changed' : 'another';
}
