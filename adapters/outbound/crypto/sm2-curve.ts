/** Parameters of sm2p256v1, GB/T 32918.5 (OID 1.2.156.10197.1.301). */
export const sm2Curve = {
  p: 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFFn,
  a: 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF00000000FFFFFFFFFFFFFFFCn,
  b: 0x28E9FA9E9D9F5E344D5A9E4BCF6509A7F39789F515AB8F92DDBCBD414D940E93n,
  n: 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123n,
  gx: 0x32C4AE2C1F1981195F9904466A39C9948FE30BBFF2660BE1715A4589334C74C7n,
  gy: 0xBC3736A2F4F6779C59BDCEE36B692153D0A9877CC62A474002DF32E52139F0A0n,
} as const;

export const DEFAULT_USER_ID = '1234567812345678';

const { p, a, b } = sm2Curve;
export const hex32 = (value: bigint): string => value.toString(16).padStart(64, '0');

const rightSide = (x: bigint): bigint => (x * x * x + a * x + b) % p;

function power(base: bigint, exponent: bigint): bigint {
  let result = 1n;
  let square = base % p;
  for (let left = exponent; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % p;
    square = (square * square) % p;
  }
  return result;
}

const onCurve = (x: bigint, y: bigint): boolean => x < p && y < p && (y * y) % p === rightSide(x);

/** True for 04‖x‖y in lower-case hex on the curve. */
export function isPoint(pointHex: string): boolean {
  if (!/^04[0-9a-f]{128}$/.test(pointHex)) return false;
  return onCurve(BigInt(`0x${pointHex.slice(2, 66)}`), BigInt(`0x${pointHex.slice(66)}`));
}

/**
 * Any accepted spelling of a point (04‖x‖y, x‖y, 02/03‖x in hex) as 04‖x‖y in lower-case hex; undefined for anything else.
 * Hybrid forms 06/07 and infinity are left out on purpose (KEY-05): one key must have one spelling.
 */
export function normalisePoint(text: string): string | undefined {
  const hex = text.toLowerCase();
  if (/^0[23][0-9a-f]{64}$/.test(hex)) return decompress(hex);
  const full = /^[0-9a-f]{128}$/.test(hex) ? `04${hex}` : hex;
  return isPoint(full) ? full : undefined;
}

function decompress(hex: string): string | undefined {
  const x = BigInt(`0x${hex.slice(2)}`);
  if (x >= p) return undefined;
  const root = power(rightSide(x), (p + 1n) / 4n); // p ≡ 3 (mod 4)
  const odd = hex.startsWith('03') ? 1n : 0n;
  const y = (root & 1n) === odd ? root : (p - root) % p;
  return onCurve(x, y) ? `04${hex32(x)}${hex32(y)}` : undefined;
}

/** KEY-05: 1..n-2. With n-1 the formula divides by zero, and sm-crypto never returns. */
export function isPrivateValue(d: Uint8Array): boolean {
  if (d.length !== 32) return false;
  const value = BigInt(`0x${Buffer.from(d).toString('hex')}`);
  return value >= 1n && value <= sm2Curve.n - 2n;
}
