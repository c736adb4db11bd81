import smCrypto from 'sm-crypto';
import { isPoint, isPrivateValue } from './sm2-curve.js';
import { MAX_USER_ID_BYTES, type Sm2Engine, type Sm2PrivateKey } from './sm2-engine.js';
import { isPlausibleSignature } from './sm2-signature.js';

const { sm2 } = smCrypto;

const fitsEntl = (userId: string): boolean => Buffer.byteLength(userId, 'utf8') <= MAX_USER_ID_BYTES;

/**
 * SM2 in plain JavaScript, for a Node linked to an OpenSSL without SM2; 26 to 64 times slower. The library's defaults and leniency are not
 * trusted: hash, user id and public key are always given, lengths and ranges are checked before it sees them.
 */
export class SmCryptoSm2Engine implements Sm2Engine {
  readonly name = 'sm-crypto';

  sign(key: Sm2PrivateKey, userId: string, message: Uint8Array): Buffer {
    if (!isPrivateValue(key.d) || !isPoint(key.pointHex)) throw new Error('not an SM2 private key');
    if (!fitsEntl(userId)) throw new RangeError('SM2 user id is too long');
    const hex = sm2.doSignature(message, key.d.toString('hex'), { hash: true, der: false, userId, publicKey: key.pointHex });
    const raw = Buffer.from(hex, 'hex');
    if (!isPlausibleSignature(raw)) throw new Error('the SM2 signature is not a standard one');
    return raw;
  }

  verify(pointHex: string, userId: string, message: Uint8Array, raw: Uint8Array): boolean {
    if (!isPlausibleSignature(raw) || !isPoint(pointHex) || !fitsEntl(userId)) return false;
    try {
      return sm2.doVerifySignature(message, Buffer.from(raw).toString('hex'), pointHex, { hash: true, der: false, userId });
    } catch {
      return false;
    }
  }
}

/** The point of a private value, which must already be 1..n-2. Slow (about 10 ms): for import and generation only. */
export const pointOf = (d: Uint8Array): string => sm2.getPublicKeyFromPrivateKey(Buffer.from(d).toString('hex')).toLowerCase();
