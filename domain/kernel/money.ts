import { ok, refuse, type Result } from './result.js';

declare const fenBrand: unique symbol;
declare const fenSumBrand: unique symbol;

/** Whole fen (1/100 yuan), never negative, at most 11 digits. `bigint`, so sums cannot lose precision. */
export type Fen = bigint & { readonly [fenBrand]: true };
/** A sum or a difference of fen; may be negative and larger than one order can be. */
export type FenSum = bigint & { readonly [fenSumBrand]: true };

/** The largest amount the wire knows: 11 digits (requirement 1.1.7.1.1-k). */
export const maxFen = 99_999_999_999n;

/** Fen from a trusted number (a stored row, a constant). Throws where the value cannot be an amount. */
export function fen(value: bigint | number | string): Fen {
  const amount = BigInt(value);
  if (amount < 0n || amount > maxFen) throw new RangeError(`not an amount in fen: ${amount}`);
  return amount as Fen;
}

/**
 * Fen from text that somebody sent: 1 to 11 digits, no sign, no leading zero, no blank, no exponent (PAY-01).
 * '0' is read as zero; whether zero is allowed is the caller's rule.
 */
export function readFen(text: unknown): Result<Fen, 'not-fen'> {
  if (typeof text !== 'string' || !/^(0|[1-9][0-9]{0,10})$/.test(text)) return refuse('not-fen');
  return ok(BigInt(text) as Fen);
}

/** '120.00' → 12000 fen. At most two decimals, as the channels write yuan; never through a float. */
export function readYuan(text: unknown): Result<Fen, 'not-yuan'> {
  const match = typeof text === 'string' ? /^(0|[1-9][0-9]{0,8})(?:\.([0-9]{1,2}))?$/.exec(text) : null;
  if (!match) return refuse('not-yuan');
  return ok((BigInt(match[1] ?? '0') * 100n + BigInt((match[2] ?? '').padEnd(2, '0'))) as Fen);
}

/** 12000 fen → '120.00'. Negative sums keep their sign. */
export function yuan(amount: Fen | FenSum): string {
  const digits = amount.toString().replace('-', '').padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

export const sumOf = (amounts: Iterable<bigint>): FenSum => {
  let total = 0n;
  for (const amount of amounts) total += amount;
  return total as FenSum;
};

export const zeroFen: Fen = 0n as Fen;
