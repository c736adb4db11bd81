import smCrypto from 'sm-crypto';
import type { SealedWords } from '../../../../application/ports/sign-in-means.js';
import { isPoint, isPrivateValue } from '../sm2-curve.js';
import { newSm2Key } from '../sm2-new-key.js';

/** In hex characters; a password with its nonce takes a tenth of it. */
export const MAX_CIPHER_CHARS = 4096;
/** C1 is a point without its leading 04, C3 a digest; C2 is what is left, at least one byte. */
const C1_CHARS = 128;
const shape = /^[0-9a-f]{192}(?:[0-9a-f]{2})+$/;
const C1C3C2 = 1;

/**
 * SM2 public key encryption (GB/T 32918.4), which node:crypto lacks. What sm-crypto is given was checked before: a point off the curve would
 * let somebody find out the key, and some values make it loop for ever.
 */
export class Sm2SealedWords implements SealedWords {
  newKey(): { readonly privateKey: string; readonly publicKey: string } {
    const { d, pointHex } = newSm2Key();
    return { privateKey: d.toString('hex'), publicKey: pointHex };
  }

  open(privateKey: string, cipher: string): string | undefined {
    if (typeof cipher !== 'string' || cipher.length > MAX_CIPHER_CHARS || !shape.test(cipher)) return undefined;
    if (!/^[0-9a-f]{64}$/.test(privateKey) || !isPrivateValue(Buffer.from(privateKey, 'hex'))) return undefined;
    if (!isPoint(`04${cipher.slice(0, C1_CHARS)}`)) return undefined;
    try {
      // Bytes, not text: its own decoder puts something in the place of what is no UTF-8. Nothing at all is its answer to a wrong C3.
      const bytes = smCrypto.sm2.doDecrypt(cipher, privateKey, C1C3C2, { output: 'array' });
      return bytes.length === 0 ? undefined : new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
    } catch {
      return undefined;
    }
  }
}
