import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import type { PublicKeyReader, SignAlgorithm } from '../../../application/ports/signatures.js';
import { sha256Hex, sm3Hex } from './digests.js';
import { normalisePoint } from './sm2-curve.js';
import { pointInSpki, sm2Spki } from './sm2-keys.js';
import { decodeBase64 } from './strict-base64.js';

export const MIN_RSA_BITS = 2048;
/** Above these sizes one verification costs so much that a registered key becomes a weapon. */
export const MAX_RSA_BITS = 8192;
export const MIN_RSA_EXPONENT = 65537n;
const MAX_RSA_EXPONENT = 1n << 64n;
const MAX_KEY_TEXT = 8192;
const MAX_KEY_BYTES = 4096;

export type LoadedPublicKey =
  | { readonly algorithm: 'RSA2'; readonly key: KeyObject; readonly signatureBytes: number; readonly spki: Buffer }
  | { readonly algorithm: 'SM2'; readonly pointHex: string; readonly spki: Buffer };

type Loaded = { readonly ok: true; readonly key: LoadedPublicKey } | { readonly ok: false; readonly why: string };
const refused = (why: string): Loaded => ({ ok: false, why });

export const spkiPem = (spki: Buffer): string => {
  const lines = spki.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN PUBLIC KEY-----\n${lines.join('\n')}\n-----END PUBLIC KEY-----\n`;
};

/** Why an RSA key is not acceptable (KEY-05, GW-04); undefined for a good one. */
export function rsaFlaw(key: KeyObject): string | undefined {
  if (key.asymmetricKeyType !== 'rsa') return '不是 RSA 密钥';
  const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {};
  if (modulusLength < MIN_RSA_BITS) return `RSA 密钥不足 ${MIN_RSA_BITS} 位`;
  if (modulusLength > MAX_RSA_BITS) return `RSA 密钥超过 ${MAX_RSA_BITS} 位`;
  if (publicExponent < MIN_RSA_EXPONENT) return `RSA 公钥指数小于 ${MIN_RSA_EXPONENT}`;
  if (publicExponent > MAX_RSA_EXPONENT || publicExponent % 2n === 0n) return 'RSA 公钥指数不可用';
  return undefined;
}

/** SubjectPublicKeyInfo DER as a checked key. */
export function loadSpki(algorithm: SignAlgorithm, spki: Buffer): Loaded {
  return algorithm === 'RSA2' ? loadRsa(spki) : loadSm2(spki);
}

function loadRsa(spki: Buffer): Loaded {
  let key: KeyObject;
  try {
    key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  } catch {
    return refused('公钥无法解析，应为 X.509 SubjectPublicKeyInfo 格式');
  }
  const flaw = rsaFlaw(key);
  if (flaw) return refused(flaw);
  const again = key.export({ format: 'der', type: 'spki' });
  // OpenSSL ignores trailing bytes and lax lengths; one key must have one spelling, hence one fingerprint.
  if (!again.equals(spki)) return refused('公钥编码不规范');
  const signatureBytes = Math.ceil((key.asymmetricKeyDetails?.modulusLength ?? 0) / 8);
  return { ok: true, key: { algorithm: 'RSA2', key, signatureBytes, spki } };
}

function loadSm2(spki: Buffer): Loaded {
  let written: string;
  try {
    written = pointInSpki(spki);
  } catch {
    return refused('公钥无法解析，应为 X.509 SubjectPublicKeyInfo 格式');
  }
  if (written === '') return refused('不是 SM2 曲线的公钥');
  // Without its point byte a point has no meaning inside a SubjectPublicKeyInfo.
  return written.length === 128 ? refused('SM2 公钥编码不规范') : loadPoint(written);
}

function loadPoint(text: string): Loaded {
  const pointHex = normalisePoint(text);
  if (!pointHex) return refused('SM2 公钥不是曲线上的点，或不是 04、02、03 形式');
  return { ok: true, key: { algorithm: 'SM2', pointHex, spki: sm2Spki(pointHex) } };
}

/** Any accepted spelling (see the port) as a checked key. */
export function loadPublicKey(algorithm: SignAlgorithm, text: string): Loaded {
  const trimmed = text.trim();
  if (trimmed.length > MAX_KEY_TEXT) return refused('公钥内容过长');
  if (trimmed.includes('PRIVATE KEY')) return refused(privateWords);
  if (trimmed.includes('BEGIN CERTIFICATE')) return refused('给出的是证书，不是公钥；请从证书中导出公钥');
  if (trimmed.includes('BEGIN RSA PUBLIC KEY')) return refused('公钥是 PKCS#1 格式，请转换为 X.509 SubjectPublicKeyInfo 格式（openssl rsa -RSAPublicKey_in -pubout）');
  if (algorithm === 'SM2' && /^[0-9a-f]{64}$/i.test(trimmed)) return refused('64 位十六进制是私钥的长度，公钥为 04 开头的 130 位；如确为私钥，应视为已泄露并更换');
  if (algorithm === 'SM2' && /^(?:[0-9a-f]{2})+$/i.test(trimmed)) return loadPoint(trimmed);
  const pem = /^-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]*)-----END PUBLIC KEY-----$/.exec(trimmed);
  const spki = decodeBase64((pem?.[1] ?? trimmed).replace(/\s+/g, ''), MAX_KEY_BYTES);
  if (!spki || spki.length === 0) return refused('公钥无法解析，应为 PEM、Base64 或十六进制点');
  return isPrivateDer(spki) ? refused(privateWords) : loadSpki(algorithm, spki);
}

const privateWords = '给出的是私钥，不是公钥；该私钥应视为已泄露并更换';

/** A private key without its PEM frame. Keys that are checked at every start are read in a millisecond, this is for those that are pasted. */
function isPrivateDer(der: Buffer): boolean {
  return (['pkcs8', 'pkcs1', 'sec1'] as const).some((type) => {
    try {
      createPrivateKey({ key: der, format: 'der', type });
      return true;
    } catch {
      return false;
    }
  });
}

/** Reads keys that parties register. Reasons are in Chinese, for the people who registered them. */
export class PublicKeys implements PublicKeyReader {
  read(algorithm: SignAlgorithm, text: string): ReturnType<PublicKeyReader['read']> {
    const loaded = loadPublicKey(algorithm, text);
    if (!loaded.ok) return loaded;
    return { ok: true, pem: spkiPem(loaded.key.spki), fingerprint: sm3Hex(loaded.key.spki), sha256: sha256Hex(loaded.key.spki) };
  }
}
