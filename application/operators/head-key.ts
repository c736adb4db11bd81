import { headContent, type SignedHead } from '../../domain/audit/signed-head.js';
import type { PublicKeyReader, Signer, Verifier } from '../ports/signatures.js';

/** Key of its own, for heads and the seals of files of the log, whose contents begin with different words: whoever could have anything signed with it would have a head. */
export const headKey = 'audit-head.SM2';
export const headScheme = { algorithm: 'SM2' } as const;

export interface HeadKeyParts { readonly signer: Pick<Signer, 'publicKeyPem'>; readonly verifier: Verifier; readonly keys: PublicKeyReader }

/** Half of an SM3 fingerprint names a key well enough. */
const fingerprintChars = 32;

/** Under which name this host signs: with the fingerprint, because each host that was started without a copy of the key store made a key of its own. */
export async function headKeyName({ signer, keys }: Pick<HeadKeyParts, 'signer' | 'keys'>): Promise<string> {
  const read = readHeadKey(keys, await signer.publicKeyPem(headKey));
  if (read === undefined) throw new Error(`the key ${headKey} cannot be read`);
  return read.keyName;
}

/** A public key and the name under which whoever has it signs; undefined where it is no key. */
export function readHeadKey(keys: PublicKeyReader, publicKeyPem: string): { readonly keyName: string; readonly pem: string } | undefined {
  const read = keys.read('SM2', publicKeyPem);
  return read.ok ? { keyName: `${headKey}:${read.fingerprint.slice(0, fingerprintChars)}`, pem: read.pem } : undefined;
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
