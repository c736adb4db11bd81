/** Rates are in 1/100000 of the amount: 600 is 0.6 %. */
export const usualRate = 600;
export const rateUnit = 100_000;
const maximumChanges = 10_000;

/** What each seller's contract takes. A change counts for payments from then on, so that a bill of the past stays as it was. */
export class FeeRates {
  readonly #changes: { readonly sellerId: string; readonly from: number; readonly rate: number }[] = [];

  /** Throws RangeError. */
  change(sellerId: string, rate: unknown, from: number): void {
    if (typeof rate !== 'number' || !Number.isSafeInteger(rate) || rate < 0 || rate > rateUnit) throw new RangeError(`rate is 0 to ${rateUnit}, in 1/${rateUnit}`);
    if (this.#changes.length >= maximumChanges) throw new RangeError('too many changes of rates');
    this.#changes.push({ sellerId, from, rate });
  }

  rateAt(sellerId: string, at: number): number {
    return this.#changes.findLast((change) => change.sellerId === sellerId && change.from <= at)?.rate ?? usualRate;
  }
}

/** Rounded half up, as each row of a bill is. */
export function feeOf(amountFen: bigint, rate: number): bigint {
  return (amountFen * BigInt(rate) * 2n + BigInt(rateUnit)) / BigInt(2 * rateUnit);
}

/** Fee given back so far when so much of a payment went back; all of it when all went back. */
export function feeBackOf(feeFen: bigint, refundedFen: bigint, totalFen: bigint): bigint {
  return (feeFen * refundedFen * 2n + totalFen) / (2n * totalFen);
}
