import { createPrivateKey, createPublicKey, generateKeyPair, sign, verify, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import type { SignAlgorithm } from '../../../application/ports/signatures.js';
import { MIN_RSA_BITS, rsaFlaw, spkiPem } from './public-keys.js';
import { isPrivateValue, normalisePoint } from './sm2-curve.js';
import type { Sm2PrivateKey } from './sm2-engine.js';
import { readSm2PrivateDer, type Sm2KeyFile, sm2Pkcs8, sm2Spki } from './sm2-keys.js';
import { newSm2Key } from './sm2-new-key.js';
import { pointOf } from './sm2-sm-crypto.js';
import { decodeBase64 } from './strict-base64.js';

const generate = promisify(generateKeyPair);
const MAX_KEY_TEXT = 16_384;
const MAX_KEY_BYTES = 8192;

/** A private key ready to sign; it never leaves the crypto adapters. */
export type SigningKey =
  | { readonly algorithm: 'RSA2'; readonly key: KeyObject; readonly publicKeyPem: string }
  | { readonly algorithm: 'SM2'; readonly key: Sm2PrivateKey; readonly publicKeyPem: string };

export class BadPrivateKeyError extends Error {
  override readonly name = 'BadPrivateKeyError';
}

export const pkcs8Of = (key: SigningKey): Buffer =>
  key.algorithm === 'RSA2' ? key.key.export({ format: 'der', type: 'pkcs8' }) : sm2Pkcs8(key.key);

export async function generateSigningKey(algorithm: SignAlgorithm): Promise<SigningKey> {
  if (algorithm === 'SM2') return sm2Key(newSm2Key());
  const { privateKey } = await generate('rsa', { modulusLength: MIN_RSA_BITS, publicExponent: 0x10001 });
  return rsaKey(privateKey);
}

/**
 * Reads PEM (PKCS#8, PKCS#1, SEC1), bare base64 DER, or 32 bytes of hex (SM2), and checks it (KEY-05).
 * Throws BadPrivateKeyError; its message never repeats key material.
 */
export function readPrivateKey(algorithm: SignAlgorithm, text: string): SigningKey {
  const trimmed = text.trim();
  if (trimmed.length > MAX_KEY_TEXT) throw new BadPrivateKeyError('私钥内容过长');
  if (algorithm === 'SM2' && /^[0-9a-f]{64}$/i.test(trimmed)) return readSm2Hex(trimmed);
  const der = derOf(trimmed);
  try {
    return readPrivateDer(algorithm, der);
  } finally {
    der.fill(0);
  }
}

function derOf(text: string): Buffer {
  const pem = /^-----BEGIN (?:RSA |EC |SM2 )?PRIVATE KEY-----([A-Za-z0-9+/=\s]*)-----END (?:RSA |EC |SM2 )?PRIVATE KEY-----$/.exec(withoutParameters(text));
  const der = decodeBase64((pem?.[1] ?? text).replace(/\s+/g, ''), MAX_KEY_BYTES);
  if (!der || der.length === 0) throw new BadPrivateKeyError('私钥无法解析，应为未加密的 PEM 或 Base64');
  return der;
}

/** `openssl ecparam -genkey` writes a block of curve parameters before the key. */
function withoutParameters(text: string): string {
  return text.replace(/^-----BEGIN (?:EC|SM2) PARAMETERS-----[A-Za-z0-9+/=\s]*-----END (?:EC|SM2) PARAMETERS-----\s*/, '');
}

function readPrivateDer(algorithm: SignAlgorithm, der: Buffer): SigningKey {
  if (algorithm === 'RSA2') return rsaKey(readRsa(der));
  let value: Sm2KeyFile | undefined;
  try {
    value = readSm2PrivateDer(der);
  } catch {
    throw new BadPrivateKeyError('私钥无法解析');
  }
  if (!value) throw new BadPrivateKeyError('不是 SM2 私钥，或私钥值不在 1 至 n-2 之间');
  return sm2Key(value);
}

/** A key from our own authenticated store: it was checked when it came in, so the slow checks are left out. Throws BadPrivateKeyError. */
export function loadStoredKey(algorithm: SignAlgorithm, pkcs8: Buffer): SigningKey {
  if (algorithm === 'RSA2') return withPublicPem(readRsa(pkcs8));
  const value = readSm2PrivateDer(pkcs8);
  if (!value?.pointHex) throw new BadPrivateKeyError('私钥无法解析');
  return { algorithm, key: { d: value.d, pointHex: value.pointHex }, publicKeyPem: spkiPem(sm2Spki(value.pointHex)) };
}

function readSm2Hex(hex: string): SigningKey {
  const d = Buffer.from(hex, 'hex');
  if (!isPrivateValue(d)) throw new BadPrivateKeyError('SM2 私钥值不在 1 至 n-2 之间');
  return sm2Key({ d, pointHex: undefined });
}

function sm2Key({ d, pointHex }: Sm2KeyFile): SigningKey {
  const own = pointOf(d);
  // A wrong public half would give signatures that nobody can verify, without any error.
  if (pointHex !== undefined && normalisePoint(pointHex) !== own) throw new BadPrivateKeyError('私钥文件中的公钥与私钥不匹配');
  return { algorithm: 'SM2', key: { d, pointHex: own }, publicKeyPem: spkiPem(sm2Spki(own)) };
}

function readRsa(der: Buffer): KeyObject {
  for (const type of ['pkcs8', 'pkcs1'] as const) {
    try {
      return createPrivateKey({ key: der, format: 'der', type });
    } catch {
      // try the other container
    }
  }
  throw new BadPrivateKeyError('私钥无法解析');
}

function rsaKey(key: KeyObject): SigningKey {
  const flaw = rsaFlaw(key);
  if (flaw) throw new BadPrivateKeyError(flaw);
  const publicKey = createPublicKey(key);
  const probe = Buffer.from('tongjiao');
  if (!signsCorrectly(key, publicKey, probe)) throw new BadPrivateKeyError('私钥各部分不一致，签名结果不能被验证');
  return withPublicPem(key);
}

const withPublicPem = (key: KeyObject): SigningKey =>
  ({ algorithm: 'RSA2', key, publicKeyPem: spkiPem(createPublicKey(key).export({ format: 'der', type: 'spki' })) });

function signsCorrectly(key: KeyObject, publicKey: KeyObject, probe: Buffer): boolean {
  try {
    return verify('sha256', probe, publicKey, sign('sha256', probe, key));
  } catch {
    return false;
  }
}
