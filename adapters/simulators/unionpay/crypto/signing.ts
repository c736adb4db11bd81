import type { X509Certificate } from 'node:crypto';
import { createHash, createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { derFromRaw, isSm2Spki, rawFromDer, signSm2Der, sm3, verifySm2Der } from './sm2.js';

/** The fields of one message, in the order in which they travel. */
export type Fields = Readonly<Record<string, string>>;

/** 01 is RSA, 21 is SM2 (protocol section 4). */
export const signMethods = ['01', '21'] as const;
export type SignMethod = (typeof signMethods)[number];

export const isSignMethod = (text: unknown): text is SignMethod => text === '01' || text === '21';

/** Every non-empty field but `signature`, by ASCII order of the names, values raw (section 4 step 1). */
export function linkText(fields: Fields): string {
  const names = Object.keys(fields).filter((name) => name !== 'signature' && fields[name] !== '');
  return names.sort((a, b) => (a < b ? -1 : 1)).map((name) => `${name}=${fields[name] ?? ''}`).join('&');
}

export const sha256Hex = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** The text that the key signs: 64 lower-case hex characters, so RSA hashes twice. */
function digestText(method: SignMethod, fields: Fields): Buffer {
  const link = linkText(fields);
  return Buffer.from(method === '01' ? sha256Hex(link) : sm3(Buffer.from(link, 'utf8')).toString('hex'), 'ascii');
}

/** Serial number in decimal: the `certId` of a request and the SM2 user id of either side. */
export const decimalSerial = (certificate: X509Certificate): string => BigInt(`0x${certificate.serialNumber}`).toString();

export interface SigningKey {
  readonly method: SignMethod;
  readonly keyPem: string;
  /** Decimal serial of the certificate that belongs to the key. */
  readonly certId: string;
}

export function signatureOf(fields: Fields, key: SigningKey): string {
  const text = digestText(key.method, fields);
  if (key.method === '01') return sign('sha256', text, createPrivateKey(key.keyPem)).toString('base64');
  return rawFromDer(signSm2Der(key.keyPem, key.certId, text)).toString('base64');
}

/** Strict base64: no blank, no line break, no missing padding. Anything else would let one signature have many texts. */
function strictBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length > 0 && bytes.toString('base64') === text ? bytes : undefined;
}

/** Whether `signature` is good for the fields under the public key (DER). False for anything that cannot be read. */
export function signatureHolds(fields: Fields, method: SignMethod, spki: Buffer, certId: string): boolean {
  const signature = strictBase64(fields['signature'] ?? '');
  if (signature === undefined) return false;
  const text = digestText(method, fields);
  if (method === '21') return signature.length === 64 && verifySm2Der(spki, certId, text, derFromRaw(signature));
  if (isSm2Spki(spki)) return false;
  return verify('sha256', text, createPublicKey({ key: spki, format: 'der', type: 'spki' }), signature);
}
