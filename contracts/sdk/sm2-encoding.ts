/** Order of the SM2 group; r and s lie in 1..n-1 (GB/T 32918.5). */
const groupOrder = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123n;
const rawBytes = 64;

const toNumber = (bytes: Uint8Array): bigint => BigInt(`0x${Buffer.from(bytes).toString('hex') || '0'}`);

/** r‖s, 64 bytes, whose parts are possible; the standard's own r+s≠0 rule included. */
function plausible(raw: Buffer): boolean {
  const [r, s] = [toNumber(raw.subarray(0, 32)), toNumber(raw.subarray(32))];
  return r > 0n && r < groupOrder && s > 0n && s < groupOrder && r + s !== groupOrder;
}

function derInteger(part: Uint8Array): Buffer {
  let start = 0;
  while (start < part.length - 1 && part[start] === 0) start++;
  const bytes = part.subarray(start);
  const body = (bytes[0] ?? 0) >= 0x80 ? Buffer.concat([Buffer.from([0]), bytes]) : Buffer.from(bytes);
  return Buffer.concat([Buffer.from([0x02, body.length]), body]);
}

/** Raw r‖s → the one DER form; undefined where it cannot be a signature. */
export function sm2RawToDer(raw: Buffer): Buffer | undefined {
  if (raw.length !== rawBytes || !plausible(raw)) return undefined;
  const body = Buffer.concat([derInteger(raw.subarray(0, 32)), derInteger(raw.subarray(32))]);
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
}

/** DER → raw r‖s; undefined for anything but the one minimal form (no padding, no trailing byte, no long lengths). */
export function sm2DerToRaw(der: Buffer): Buffer | undefined {
  const rLength = der[3] ?? 0;
  const sStart = 4 + rLength;
  const sLength = der[sStart + 1] ?? 0;
  const [r, s] = [der.subarray(4, sStart), der.subarray(sStart + 2, sStart + 2 + sLength)];
  if (r.length === 0 || s.length === 0 || r.length > 33 || s.length > 33) return undefined;
  const part = (bytes: Buffer): Buffer => Buffer.from(toNumber(bytes).toString(16).padStart(64, '0'), 'hex');
  const raw = Buffer.concat([part(r), part(s)]);
  // Writing it again and comparing refuses every other spelling at once.
  return raw.length === rawBytes && sm2RawToDer(raw)?.equals(der) === true ? raw : undefined;
}
