import { createHash, createPrivateKey, createPublicKey, createSign, createVerify, type KeyObject } from 'node:crypto';
import { sm2DerToRaw, sm2RawToDer } from './sm2-encoding.js';
import { strictBase64 } from './strict-base64.js';

/** How this integrator and the platform sign: as registered for the devId, never told by a message. */
export interface SigningScheme {
  readonly algorithm: 'RSA2' | 'SM2';
  /** SM2 only; `der` unless the platform registered `raw` (r‖s, 64 bytes) for the devId. */
  readonly sm2Encoding?: 'der' | 'raw';
  /** SM2 only; the user id in Z, 1234567812345678 unless registered otherwise. */
  readonly sm2UserId?: string;
}

export type SignText = (text: string) => string;
export type VerifyText = (text: string, signature: string) => boolean;

const defaultSm2UserId = '1234567812345678';
const minRsaBits = 2048;
/** a ‖ b ‖ Gx ‖ Gy of the recommended curve, the constant part of Z. */
const curveConstants = Buffer.from(
  'FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFC28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93' +
  '32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7BC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0', 'hex');
/** A SubjectPublicKeyInfo of an uncompressed point on the SM2 curve, up to its 64 coordinate bytes. */
const sm2SpkiPrefix = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d03420004', 'hex');

/** Key text with its PEM lines, or bare Base64 as Java tools print it. */
function pem(text: string, label: 'PRIVATE KEY' | 'PUBLIC KEY'): string {
  return text.includes('-----BEGIN') ? text : `-----BEGIN ${label}-----\n${text.trim()}\n-----END ${label}-----\n`;
}

/** Refuses a key of another algorithm than the scheme's, before money depends on it. */
function checkKind(publicKey: KeyObject, scheme: SigningScheme): void {
  if (scheme.algorithm === 'SM2') {
    const spki = publicKey.export({ format: 'der', type: 'spki' });
    if (!spki.subarray(0, sm2SpkiPrefix.length).equals(sm2SpkiPrefix)) throw new TypeError('密钥不是 SM2 密钥');
    return;
  }
  if (publicKey.asymmetricKeyType !== 'rsa') throw new TypeError('密钥不是 RSA 密钥');
  if ((publicKey.asymmetricKeyDetails?.modulusLength ?? 0) < minRsaBits) throw new TypeError(`RSA 密钥少于 ${minRsaBits} 位`);
}

/** Z of GB/T 32918.2. Node cannot be told a user id, so it is computed here and hashed before the text. */
function sm2Z(publicKey: KeyObject, userId: string): Buffer {
  const id = Buffer.from(userId, 'utf8');
  const bits = Buffer.alloc(2);
  bits.writeUInt16BE(id.length * 8);
  const point = publicKey.export({ format: 'der', type: 'spki' }).subarray(sm2SpkiPrefix.length);
  return createHash('sm3').update(bits).update(id).update(curveConstants).update(point).digest();
}

/** A function that signs text (UTF-8) and answers Base64. Throws for a key that does not fit the scheme. */
export function createSigner(privateKey: string, scheme: SigningScheme): SignText {
  const key = createPrivateKey(pem(privateKey, 'PRIVATE KEY'));
  const publicKey = createPublicKey(key);
  checkKind(publicKey, scheme);
  if (scheme.algorithm === 'RSA2') return (text) => createSign('RSA-SHA256').update(text, 'utf8').sign(key, 'base64');
  const z = sm2Z(publicKey, scheme.sm2UserId ?? defaultSm2UserId);
  return (text) => {
    const der = createSign('sm3').update(z).update(text, 'utf8').sign(key);
    if (scheme.sm2Encoding !== 'raw') return der.toString('base64');
    const raw = sm2DerToRaw(der);
    if (!raw) throw new Error('SM2 签名编码异常');
    return raw.toString('base64');
  };
}

/** A function that checks a Base64 signature; false for every form but the strict one. Throws for a key that does not fit the scheme. */
export function createVerifier(publicKeyText: string, scheme: SigningScheme): VerifyText {
  const key = createPublicKey(pem(publicKeyText, 'PUBLIC KEY'));
  checkKind(key, scheme);
  if (scheme.algorithm === 'RSA2') {
    return (text, signature) => {
      const bytes = strictBase64(signature);
      return bytes !== undefined && createVerify('RSA-SHA256').update(text, 'utf8').verify(key, bytes);
    };
  }
  const z = sm2Z(key, scheme.sm2UserId ?? defaultSm2UserId);
  return (text, signature) => {
    const bytes = strictBase64(signature);
    const der = bytes && (scheme.sm2Encoding === 'raw' ? sm2RawToDer(bytes) : sm2DerToRaw(bytes) && bytes);
    return der !== undefined && createVerify('sm3').update(z).update(text, 'utf8').verify(key, der);
  };
}
