import { readYuan, yuan, type Fen, type FenSum } from '../../../../domain/kernel/money.js';
import { ExactNumber, type ExactJson } from './exact-json.js';
import { textOf } from './envelope.js';

/** 8000 fen → the number 80.00. */
export const yuanNumber = (amount: Fen): ExactNumber => new ExactNumber(yuan(amount));

/** Some databases write 80.000000; digits that are not zero are no amount. */
const trimmed = (text: string): string => text.replace(/^([0-9]+\.[0-9]{2})0{1,6}$/, '$1');

/** Fen from a number or text in yuan; undefined for anything that is no amount: a sign, an exponent, a third decimal. */
export function fenOf(value: ExactJson | undefined): Fen | undefined {
  const read = readYuan(trimmed(textOf(value) ?? ''));
  return read.ok ? read.value : undefined;
}

/** As `fenOf` for sums over a day, of up to 15 digits of yuan. */
export function fenSumOf(value: ExactJson | undefined): FenSum | undefined {
  const match = /^(0|[1-9][0-9]{0,14})(?:\.([0-9]{1,2}))?$/.exec(trimmed(textOf(value) ?? ''));
  return match ? ((BigInt(match[1] ?? '0') * 100n + BigInt((match[2] ?? '').padEnd(2, '0'))) as FenSum) : undefined;
}
