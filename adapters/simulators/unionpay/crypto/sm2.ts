import { createHash, createPrivateKey, createPublicKey, createSign, createVerify, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { elements, integer, sequence } from './der.js';

/** What the national standard uses when two parties agreed on no other user id; certificates are signed with it (GM/T 0015). */
export const certificateUserId = '1234567812345678';
/** Start of every SubjectPublicKeyInfo that holds an SM2 key; 65 bytes of point follow. */
const spkiPrefix = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex');
// a, b, Gx, Gy of GB/T 32918.5, in the order in which Z hashes them.
const curveNumbers = Buffer.from(
  'fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93'
  + '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0', 'hex');

export function sm3(content: Buffer | string): Buffer {
  return createHash('sm3').update(content).digest();
}

export const isSm2Spki = (spki: Buffer): boolean => spki.length === spkiPrefix.length + 65 && spki.subarray(0, spkiPrefix.length).equals(spkiPrefix);

/** A new private key. It is read back from PEM, because a fresh key object of that curve would do plain ECDSA. */
export function newSm2PrivateKeyPem(): string {
  return generateKeyPairSync('ec', { namedCurve: 'SM2', privateKeyEncoding: { type: 'pkcs8', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } }).privateKey;
}

/** Z of GB/T 32918.2 section 5.5: user id, curve and public key in one SM3 value. */
function zValue(userId: string, spki: Buffer): Buffer {
  const id = Buffer.from(userId, 'utf8');
  const idBits = Buffer.alloc(2);
  idBits.writeUInt16BE(id.length * 8);
  return sm3(Buffer.concat([idBits, id, curveNumbers, spki.subarray(spki.length - 64)]));
}

function spkiOf(key: KeyObject): Buffer {
  return key.export({ type: 'spki', format: 'der' });
}

/** SM3withSM2 with any user id, DER form. The streaming call adds no Z of its own, so ours counts. */
export function signSm2Der(privateKeyPem: string, userId: string, message: Buffer): Buffer {
  const key = createPrivateKey(privateKeyPem);
  return createSign('sm3').update(zValue(userId, spkiOf(createPublicKey(privateKeyPem)))).update(message).sign(key);
}

export function verifySm2Der(spki: Buffer, userId: string, message: Buffer, signature: Buffer): boolean {
  if (!isSm2Spki(spki)) return false;
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' });
  return createVerify('sm3').update(zValue(userId, spki)).update(message).verify(key, signature);
}

/** DER signature → r‖s, 64 bytes. */
export function rawFromDer(signature: Buffer): Buffer {
  const [outer] = elements(signature);
  const numbers = elements(outer?.content ?? Buffer.alloc(0)).map(({ content }) => content.toString('hex').replace(/^00+/, '').padStart(64, '0'));
  return Buffer.from(numbers.join(''), 'hex');
}

/** r‖s → DER. Throws RangeError unless it is exactly 64 bytes. */
export function derFromRaw(raw: Buffer): Buffer {
  if (raw.length !== 64) throw new RangeError('an SM2 signature has 64 bytes');
  const number = (part: Buffer): Buffer => integer(BigInt(`0x${part.toString('hex')}`));
  return sequence(number(raw.subarray(0, 32)), number(raw.subarray(32)));
}
