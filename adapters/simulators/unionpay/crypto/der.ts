/** Distinguished encoding of the few ASN.1 types that a certificate needs. jsrsasign knows no SM2, so RSA and SM2 share this one writer. */
function tagged(tag: number, content: Buffer): Buffer {
  if (content.length < 0x80) return Buffer.concat([Buffer.from([tag, content.length]), content]);
  const digits = content.length.toString(16);
  const length = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x80 | length.length]), length, content]);
}

export const sequence = (...parts: readonly Buffer[]): Buffer => tagged(0x30, Buffer.concat(parts));
export const setOf = (part: Buffer): Buffer => tagged(0x31, part);
export const octets = (content: Buffer): Buffer => tagged(0x04, content);
export const bits = (content: Buffer, unusedBits = 0): Buffer => tagged(0x03, Buffer.concat([Buffer.from([unusedBits]), content]));
export const utf8 = (text: string): Buffer => tagged(0x0c, Buffer.from(text, 'utf8'));
export const printable = (text: string): Buffer => tagged(0x13, Buffer.from(text, 'ascii'));
export const yes = (): Buffer => Buffer.from([0x01, 0x01, 0xff]);
export const nothing = (): Buffer => Buffer.from([0x05, 0x00]);
/** `[number] EXPLICIT`. */
export const explicit = (number: number, content: Buffer): Buffer => tagged(0xa0 | number, content);
/** `[number] IMPLICIT` of a primitive type. */
export const implicit = (number: number, content: Buffer): Buffer => tagged(0x80 | number, content);

/** A whole number of zero or more. */
export function integer(value: bigint): Buffer {
  const digits = value.toString(16);
  const content = Buffer.from(digits.padStart(digits.length + (digits.length % 2), '0'), 'hex');
  // A leading one bit would read as a negative number.
  return tagged(0x02, (content[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), content]) : content);
}

export function oid(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second];
  for (const arc of rest) {
    const groups = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) groups.unshift((left & 0x7f) | 0x80);
    bytes.push(...groups);
  }
  return tagged(0x06, Buffer.from(bytes));
}

/** UTCTime up to 2049, GeneralizedTime from 2050 on, as RFC 5280 section 4.1.2.5 wants it. */
export function time(atMs: number): Buffer {
  const digits = new Date(atMs).toISOString().replace(/[-:T]|\.\d+/g, '');
  return Number(digits.slice(0, 4)) < 2050 ? tagged(0x17, Buffer.from(digits.slice(2))) : tagged(0x18, Buffer.from(digits));
}

export interface DerElement {
  readonly tag: number;
  readonly content: Buffer;
  /** Tag, length and content together. */
  readonly whole: Buffer;
}

/** The elements that stand side by side in `bytes`. Throws RangeError when they do not fill it exactly. */
export function elements(bytes: Buffer): readonly DerElement[] {
  const found: DerElement[] = [];
  for (let at = 0; at < bytes.length;) {
    const short = bytes[at + 1] ?? 0x80;
    const lengthBytes = short < 0x80 ? 0 : short & 0x7f;
    if (short === 0x80 || lengthBytes > 4) throw new RangeError('indefinite or absurd DER length');
    const start = at + 2 + lengthBytes;
    const length = lengthBytes === 0 ? short : Number.parseInt(bytes.subarray(at + 2, start).toString('hex'), 16);
    if (!(start + length <= bytes.length)) throw new RangeError('DER element runs over the end');
    found.push({ tag: bytes[at] ?? 0, content: bytes.subarray(start, start + length), whole: bytes.subarray(at, start + length) });
    at = start + length;
  }
  return found;
}
