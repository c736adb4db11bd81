import type { BusinessDay, EpochMs } from '../kernel/china-time.js';
import type { FenSum } from '../kernel/money.js';

export const statementDayStates = ['awaited', 'damaged', 'compared'] as const;

/** The province's statement of one region and day, and what the comparison came to. */
export interface NoticeStatementDay {
  readonly region: string;
  readonly day: BusinessDay;
  readonly state: (typeof statementDayStates)[number];
  /** The raw file as received last. */
  readonly fileNo: string | undefined;
  readonly lineCount: number;
  readonly total: FenSum;
  /** Payments that agree, and differences found. */
  readonly agreed: number;
  readonly differing: number;
  readonly tries: number;
  readonly lastWord: string;
  readonly comparedAt: EpochMs | undefined;
  readonly version: number;
}

export const awaitedDay = (region: string, day: BusinessDay): NoticeStatementDay => ({
  region, day, state: 'awaited', fileNo: undefined, lineCount: 0, total: 0n as FenSum, agreed: 0, differing: 0, tries: 0, lastWord: '', comparedAt: undefined, version: 1,
});
