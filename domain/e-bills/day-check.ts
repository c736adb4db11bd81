import type { BusinessDay, EpochMs } from '../kernel/china-time.js';
import type { FenSum } from '../kernel/money.js';
import type { EBillDifference } from './bill-difference.js';
import type { DayWalk } from './day-walk.js';

export interface CountAndSum { readonly count: number; readonly amount: FenSum }

/** `waiting`: the bill system has not said its figures yet, or not all bills have been compared. */
export type DayCheckState = 'waiting' | 'equal' | 'differs';

/** What one day's comparison with a bill system found. */
export interface EBillDayCheck {
  readonly eBillRegionCode: string;
  readonly day: BusinessDay;
  readonly state: DayCheckState;
  readonly ours: CountAndSum;
  readonly theirs: CountAndSum | undefined;
  /** At most `mostDifferences` are kept. */
  readonly differences: readonly EBillDifference[];
  /** Where the bills are being compared one by one; only then is the day `waiting` with the figures of both sides. */
  readonly walk: DayWalk | undefined;
  readonly checkedAt: EpochMs;
  readonly version: number;
}
