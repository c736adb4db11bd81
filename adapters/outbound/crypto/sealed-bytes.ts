import { createCipheriv, createDecipheriv, randomBytes, timingSafeEqual } from 'node:crypto';
import { hmacSm3, toBytes } from './digests.js';

export const IV_BYTES = 16;
export const TAG_BYTES = 32;
const SM4_KEY_BYTES = 16;

/** SM4-CBC ciphertext with HMAC-SM3 over context, IV and ciphertext (encrypt-then-MAC). */
export interface Sealed { readonly iv: Buffer; readonly ciphertext: Buffer; readonly tag: Buffer }

/** One key for SM4 and another for the MAC, both from one 32-byte key. */
export interface SealingKeys { readonly cipher: Buffer; readonly mac: Buffer }

/** A key for one use, so that no key ever serves two. */
export const deriveKey = (key: Uint8Array, use: string): Buffer => hmacSm3(key, `tongjiao/${use}`);

export const sealingKeys = (key: Uint8Array): SealingKeys =>
  ({ cipher: deriveKey(key, 'sm4cbc').subarray(0, SM4_KEY_BYTES), mac: deriveKey(key, 'hmacsm3') });

/** Each part with its length before it: ("1","23") and ("12","3") must not meet. */
export function framed(parts: readonly (string | Uint8Array)[]): Buffer {
  return Buffer.concat(parts.flatMap((part) => {
    const bytes = toBytes(part);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    return [length, bytes];
  }));
}

/** Encrypts under a fresh random IV; `context` is authenticated, not stored. */
export function sealBytes(keys: SealingKeys, context: readonly string[], clear: Uint8Array): Sealed {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('sm4-cbc', keys.cipher, iv);
  const ciphertext = Buffer.concat([cipher.update(clear), cipher.final()]);
  return { iv, ciphertext, tag: hmacSm3(keys.mac, framed([...context, iv, ciphertext])) };
}

/** Undefined where anything was changed. The MAC is checked before a byte is decrypted, so padding tells nothing. */
export function openBytes(keys: SealingKeys, context: readonly string[], sealed: Sealed): Buffer | undefined {
  const { iv, ciphertext, tag } = sealed;
  if (iv.length !== IV_BYTES || tag.length !== TAG_BYTES) return undefined;
  const expected = hmacSm3(keys.mac, framed([...context, iv, ciphertext]));
  if (!timingSafeEqual(expected, tag)) return undefined;
  try {
    const decipher = createDecipheriv('sm4-cbc', keys.cipher, iv);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  } catch {
    return undefined;
  }
}
