import { sm3 } from './digests.js';
import { hex32, sm2Curve } from './sm2-curve.js';

/** Private value (32 bytes, 1..n-2) and the public point that belongs to it (04‖x‖y, lower-case hex). */
export interface Sm2PrivateKey { readonly d: Buffer; readonly pointHex: string }

/** SM3withSM2 (GB/T 32918.2) with signatures as r‖s; encodings are dealt with outside. */
export interface Sm2Engine {
  readonly name: 'native' | 'sm-crypto';
  /** 64 bytes r‖s. */
  sign(key: Sm2PrivateKey, userId: string, message: Uint8Array): Buffer;
  /** False for any signature, point or user id that is not exactly right; never throws. */
  verify(pointHex: string, userId: string, message: Uint8Array, raw: Uint8Array): boolean;
}

/** ENTL holds the length in bits in 16 bits. */
export const MAX_USER_ID_BYTES = 8191;

const curveBytes = Buffer.from([sm2Curve.a, sm2Curve.b, sm2Curve.gx, sm2Curve.gy].map(hex32).join(''), 'hex');

/** Z = SM3(ENTL ‖ id ‖ a ‖ b ‖ Gx ‖ Gy ‖ x ‖ y), GB/T 32918.2 section 5.5. Throws RangeError for an id that is too long. */
export function sm2Z(pointHex: string, userId: string): Buffer {
  const id = Buffer.from(userId, 'utf8');
  if (id.length > MAX_USER_ID_BYTES) throw new RangeError('SM2 user id is too long');
  const entl = Buffer.alloc(2);
  entl.writeUInt16BE(id.length * 8);
  return sm3(entl, id, curveBytes, Buffer.from(pointHex.slice(2), 'hex'));
}
