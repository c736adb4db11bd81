import type { Fen, FenSum } from '../kernel/money.js';
import { sumOf } from '../kernel/money.js';

/** One sub-merchant's part of a trade. */
export interface Share { readonly subMerchantNo: string; readonly amount: Fen }

/** The parts of a combined order's money: its lines, and where a discount was taken off, each line's part of what was charged. */
export function sharesOf(subOrders: readonly { readonly subMerchantNo: string; readonly orderAmount: Fen }[], amount: Fen): readonly Share[] {
  const parts = apportion(amount, subOrders.map((line) => line.orderAmount));
  return subOrders.map((line, index) => ({ subMerchantNo: line.subMerchantNo, amount: parts[index] as bigint as Fen }));
}

/**
 * A sum over lines in proportion to their weights, to the fen: whole parts first, what is left by the largest remainder, ties to the first
 * line (design 4a). The parts add up to the sum exactly, also where it is negative.
 */
export function apportion(total: bigint, weights: readonly bigint[]): readonly FenSum[] {
  if (weights.length === 0) return [];
  const whole = sumOf(weights);
  if (whole <= 0n || weights.some((weight) => weight < 0n)) throw new RangeError('weights must be amounts with a sum above zero');
  const size = total < 0n ? -total : total;
  const parts = weights.map((weight, index) => ({ index, part: (size * weight) / whole, rest: (size * weight) % whole }));
  let left = size - sumOf(parts.map(({ part }) => part));
  const given = new Set<number>();
  for (const { index } of [...parts].sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1))) {
    if (left === 0n) break;
    given.add(index);
    left -= 1n;
  }
  return parts.map(({ index, part }) => ((total < 0n ? -1n : 1n) * (part + (given.has(index) ? 1n : 0n))) as FenSum);
}
