import { createHash, createHmac } from 'node:crypto';
import type { Digests, RunningDigest } from '../../../application/ports/digests.js';

export const toBytes = (text: string | Uint8Array): Uint8Array => (typeof text === 'string' ? Buffer.from(text, 'utf8') : text);

/** SM3 over the parts one after the other, without separators. */
export function sm3(...parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = createHash('sm3');
  for (const part of parts) hash.update(toBytes(part));
  return hash.digest();
}

/** SM3 over bytes as they come. */
export function runningSm3(): RunningDigest {
  const hash = createHash('sm3');
  return { update: (bytes) => { hash.update(bytes); }, hex: () => hash.digest('hex') };
}

/** HMAC-SM3 over the parts one after the other, without separators. */
export function hmacSm3(key: Uint8Array, ...parts: readonly (string | Uint8Array)[]): Buffer {
  const mac = createHmac('sm3', key);
  for (const part of parts) mac.update(toBytes(part));
  return mac.digest();
}

export const sm3Hex = (text: string | Uint8Array): string => sm3(text).toString('hex');
export const sha256Hex = (text: string | Uint8Array): string => createHash('sha256').update(toBytes(text)).digest('hex');

export class NodeDigests implements Digests {
  sm3Hex(text: string | Uint8Array): string { return sm3Hex(text); }
  sha256Hex(text: string | Uint8Array): string { return sha256Hex(text); }
}
