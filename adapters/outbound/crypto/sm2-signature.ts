import { sm2Curve } from './sm2-curve.js';

export const RAW_SIGNATURE_BYTES = 64;
/** 30 len, and twice 02 len with 33 bytes at most. */
export const MAX_DER_SIGNATURE_BYTES = 72;

const numberOf = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex')}`);

/** GW-05: 64 bytes, r and s in 1..n-1, r+s≠n (GB/T 32918.2 section 7.1, steps B1, B2, B5). */
export function isPlausibleSignature(raw: Uint8Array): boolean {
  if (raw.length !== RAW_SIGNATURE_BYTES) return false;
  const r = numberOf(raw.subarray(0, 32));
  const s = numberOf(raw.subarray(32));
  return r >= 1n && r < sm2Curve.n && s >= 1n && s < sm2Curve.n && r + s !== sm2Curve.n;
}

/** SEQUENCE{INTEGER r, INTEGER s} as r‖s; undefined unless it is the one minimal DER spelling. */
export function derToRaw(der: Uint8Array): Buffer | undefined {
  if (der.length > MAX_DER_SIGNATURE_BYTES || der[0] !== 0x30 || der[1] !== der.length - 2) return undefined;
  const r = readInteger(der, 2);
  const s = r && readInteger(der, r.next);
  if (!s || s.next !== der.length) return undefined;
  return Buffer.concat([r.bytes, s.bytes]);
}

function readInteger(der: Uint8Array, at: number): { readonly bytes: Buffer; readonly next: number } | undefined {
  const length = der[at + 1] ?? 0;
  const next = at + 2 + length;
  if (der[at] !== 0x02 || length < 1 || length > 33 || next > der.length) return undefined;
  const content = der.subarray(at + 2, next);
  const first = content[0] ?? 0;
  if (first & 0x80) return undefined; // negative
  if (length > 1 && first === 0 && !((content[1] ?? 0) & 0x80)) return undefined; // padded
  if (length === 33 && first !== 0) return undefined; // more than 256 bits
  const bytes = Buffer.alloc(32);
  bytes.set(length === 33 ? content.subarray(1) : content, length === 33 ? 0 : 32 - length);
  return { bytes, next };
}

/** r‖s as minimal DER. */
export function rawToDer(raw: Uint8Array): Buffer {
  const content = Buffer.concat([derInteger(raw.subarray(0, 32)), derInteger(raw.subarray(32))]);
  return Buffer.concat([Buffer.from([0x30, content.length]), content]);
}

function derInteger(bytes: Uint8Array): Buffer {
  let start = 0;
  while (start < bytes.length - 1 && bytes[start] === 0) start++;
  const digits = bytes.subarray(start);
  const sign = (digits[0] ?? 0) & 0x80 ? [0] : [];
  return Buffer.concat([Buffer.from([0x02, digits.length + sign.length, ...sign]), digits]);
}
