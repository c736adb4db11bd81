import type { FenSum } from '../../../../../domain/kernel/money.js';

const shape = /^(-?)(0|[1-9][0-9]{0,14})(?:\.([0-9]{1,2}))?$/;

/** '-120.00' → -12000 fen: what a bill's cells and totals say. Exact, at most two decimals; undefined for anything else. */
export function readSignedYuan(text: string): FenSum | undefined {
  const match = shape.exec(text);
  if (!match) return undefined;
  const amount = BigInt(`${match[2] ?? '0'}${(match[3] ?? '').padEnd(2, '0')}`);
  return (match[1] === '-' ? -amount : amount) as FenSum;
}
