import { createHash } from 'node:crypto';
import type { Digests } from '../../../../application/ports/digests.js';
import type { Signer, Verifier } from '../../../../application/ports/signatures.js';

const sha256 = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex');

export const plainDigests: Digests = { sm3Hex: sha256, sha256Hex: sha256 };
export const newPlainDigest = () => {
  const hash = createHash('sha256');
  return { update: (bytes: Uint8Array): void => { hash.update(bytes); }, hex: (): string => hash.digest('hex') };
};

/** Signs by naming key and text; good enough to see that what was signed is what is verified. */
export class FakeSigner implements Signer, Verifier {
  sign(keyName: string, _scheme: unknown, text: string | Uint8Array): Promise<string> { return Promise.resolve(sha256(`${keyName}:${sha256(text)}`)); }
  publicKeyPem(keyName: string): Promise<string> { return Promise.resolve(keyName); }
  async verify(publicKeyPem: string, scheme: unknown, text: string | Uint8Array, signature: string): Promise<boolean> { return await this.sign(publicKeyPem, scheme, text) === signature; }
}
