import { X509Certificate } from 'node:crypto';
import { DerError, type DerNode, derTag, expectTag, oid, readDer, readDerList } from './der.js';
import { sm3Hex } from './digests.js';
import { type LoadedPublicKey, loadSpki } from './public-keys.js';
import { pointInSpki } from './sm2-keys.js';

/** Far above any certificate seen in a message. */
export const MAX_CERTIFICATE_CHARS = 16_384;

/** What the chain check needs of one certificate. */
export interface ReadCertificate {
  readonly x509: X509Certificate;
  readonly fingerprint: string;
  readonly key: LoadedPublicKey;
  /** The signed part, byte by byte. */
  readonly tbs: Buffer;
  /** Hex of the signature algorithm's object identifier. */
  readonly signedWith: string;
  readonly signature: Buffer;
  readonly commonNames: readonly string[];
  /** Epoch ms, both inclusive. */
  readonly notBefore: number;
  readonly notAfter: number;
}

/** Exactly one PEM certificate with an acceptable key; undefined for anything else. */
export function readCertificate(pem: unknown): ReadCertificate | undefined {
  if (typeof pem !== 'string' || pem.length > MAX_CERTIFICATE_CHARS) return undefined;
  if (!/^-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----$/.test(pem.trim())) return undefined;
  try {
    return take(new X509Certificate(pem));
  } catch {
    return undefined;
  }
}

function take(x509: X509Certificate): ReadCertificate | undefined {
  const [tbs, outer, signature] = readDerList(expectTag(readDer(x509.raw), derTag.sequence).body);
  const parts = readDerList(expectTag(tbs, derTag.sequence).body);
  const [, inner, , , subject, spki] = parts[0]?.tag === 0xa0 ? parts.slice(1) : parts;
  if (!tbs || !outer || !inner || !subject || !spki || !inner.whole.equals(outer.whole)) return undefined;
  const bits = expectTag(signature, derTag.bitString).body;
  const key = keyOf(spki.whole);
  const [notBefore, notAfter] = [Date.parse(x509.validFrom), Date.parse(x509.validTo)];
  if (bits[0] !== 0 || !key || !(notBefore <= notAfter)) return undefined;
  return {
    x509, key, notBefore, notAfter, fingerprint: sm3Hex(x509.raw), tbs: tbs.whole, signature: bits.subarray(1),
    signedWith: expectTag(readDerList(outer.body)[0], derTag.oid).body.toString('hex'),
    commonNames: commonNamesOf(subject),
  };
}

function keyOf(spki: Buffer): LoadedPublicKey | undefined {
  const loaded = loadSpki(isSm2(spki) ? 'SM2' : 'RSA2', spki);
  return loaded.ok ? loaded.key : undefined;
}

const isSm2 = (spki: Buffer): boolean => {
  try {
    return pointInSpki(spki) !== '';
  } catch {
    return false;
  }
};

function commonNamesOf(name: DerNode): readonly string[] {
  return readDerList(name.body)
    .flatMap(({ body }) => readDerList(body))
    .map(({ body }) => readDerList(body))
    .filter(([type]) => type?.body.toString('hex') === oid.commonName)
    .map(([, value]) => textOf(value));
}

function textOf(value: DerNode | undefined): string {
  switch (value?.tag) {
    case 0x0c: return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(value.body); // UTF8String
    case 0x13: case 0x16: return value.body.toString('latin1'); // PrintableString, IA5String
    case 0x1e: return new TextDecoder('utf-16be', { fatal: true, ignoreBOM: true }).decode(value.body); // BMPString
    default: throw new DerError('unexpected kind of text');
  }
}
