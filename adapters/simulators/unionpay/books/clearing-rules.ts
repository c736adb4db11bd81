import { clearingDay } from '../wire/china-calendar.js';

/** One part in so many: 600 is 0.6 %. */
export const feeRateBase = 100_000n;
const usualFeeRate = 600n;
const usualCutMinute = 23 * 60;

/** What the control API may change about clearing: when the day ends, what a merchant pays, how the lines of a file end. */
export class ClearingRules {
  #cutMinute = usualCutMinute;
  readonly #feeRates = new Map<string, bigint>();
  /** Lines end with one column of 131, as older files do, in place of 32 and 98. */
  joinedTail = false;

  get cutMinute(): number {
    return this.#cutMinute;
  }

  /** `HH:mm` in China; trades that are decided already stay in their day. */
  cutAt(clock: string): void {
    const told = /^([01][0-9]|2[0-3]):([0-5][0-9])$/.exec(clock);
    if (told === null) throw new RangeError('clearingCut is HH:mm');
    this.#cutMinute = Number(told[1]) * 60 + Number(told[2]);
  }

  /** `yyyyMMdd`, in whose file a trade of this instant stands. */
  dayOf(atMs: number): string {
    return clearingDay(atMs, this.#cutMinute);
  }

  useFeeRate(merId: string, feeRate: number): void {
    if (!Number.isSafeInteger(feeRate) || feeRate < 0 || feeRate > Number(feeRateBase)) throw new RangeError(`feeRate is 0 to ${feeRateBase}`);
    this.#feeRates.set(merId, BigInt(feeRate));
  }

  feeRateOf(merId: string): bigint {
    return this.#feeRates.get(merId) ?? usualFeeRate;
  }

  /** Whole fen, half a fen rounded up. */
  feeOf(merId: string, amountFen: bigint): bigint {
    return (amountFen * this.feeRateOf(merId) * 2n + feeRateBase) / (2n * feeRateBase);
  }
}
