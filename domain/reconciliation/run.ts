import type { PayChannel } from '../directory/channel-merchant.js';
import type { Arrows } from '../kernel/arrows.js';
import type { BusinessDay, EpochMs } from '../kernel/china-time.js';
import type { FenSum } from '../kernel/money.js';
import { differenceKinds, type Outcome } from './difference.js';

/** `lines` reads the bill, `missing` looks for what the bill does not have. */
export type RunState = 'lines' | 'missing' | 'done' | 'cancelled' | 'failed';
export const runArrows = {
  lines: ['missing', 'cancelled', 'failed'],
  missing: ['done', 'cancelled', 'failed'],
  done: [], cancelled: [], failed: [],
} as const satisfies Arrows<RunState>;

/** Count and sums of one outcome. `amount` is unsigned money of both kinds, payments minus refunds; the rest as in bill lines. */
export interface Figures { readonly count: number; readonly amount: FenSum; readonly settled: FenSum; readonly fee: FenSum }
export const noFigures: Figures = { count: 0, amount: 0n as FenSum, settled: 0n as FenSum, fee: 0n as FenSum };
export const plus = (a: Figures, b: Figures): Figures =>
  ({ count: a.count + b.count, amount: (a.amount + b.amount) as FenSum, settled: (a.settled + b.settled) as FenSum, fee: (a.fee + b.fee) as FenSum });

export type RunFigures = Readonly<Record<Outcome, Figures>>;
export const outcomes = ['matched', ...differenceKinds] as const satisfies readonly Outcome[];
export const noRunFigures: RunFigures = Object.fromEntries(outcomes.map((outcome) => [outcome, noFigures])) as unknown as RunFigures;
export const counted = (figures: RunFigures, outcome: Outcome, more: Figures): RunFigures => ({ ...figures, [outcome]: plus(figures[outcome], more) });

/** What a re-run changed against what was known before it. */
export interface RunChanges { readonly found: number; readonly again: number; readonly cleared: number; readonly corrected: number; readonly withdrawn: number }
export const noChanges: RunChanges = { found: 0, again: 0, cleared: 0, corrected: 0, withdrawn: 0 };
export const changedBy = (a: RunChanges, b: RunChanges): RunChanges =>
  ({ found: a.found + b.found, again: a.again + b.again, cleared: a.cleared + b.cleared, corrected: a.corrected + b.corrected, withdrawn: a.withdrawn + b.withdrawn });

/** Items a run has kept so far: each change is one. */
export const itemsOf = ({ found, again, cleared, corrected, withdrawn }: RunChanges): number => found + again + cleared + corrected + withdrawn;

/** One comparison of one channel merchant's bill of one clearing day with our books. Once ended it never changes; running again makes the next number. */
export interface ReconcileRun {
  readonly runNo: string;
  readonly channelMerchantId: string;
  readonly payChannel: PayChannel;
  readonly clearingDay: BusinessDay;
  /** 1 for the first run of this merchant and day. */
  readonly sequence: number;
  /** Undefined: the channel says that there is no bill of the day. */
  readonly billNo: string | undefined;
  readonly state: RunState;
  /** Lines of the bill that are booked; a run that was cut off goes on behind them. */
  readonly linesDone: number;
  readonly lineCount: number;
  /** Trade after which the search for what is missing goes on. */
  readonly missingAfter: string | undefined;
  readonly figures: RunFigures;
  readonly changes: RunChanges;
  readonly startedAt: EpochMs;
  readonly endedAt: EpochMs | undefined;
  /** `system` or the operator. */
  readonly startedBy: string;
  readonly cancelAskedBy: string | undefined;
  /** Why it failed or was cancelled, for people. */
  readonly remark: string;
  readonly version: number;
}

export const isRunning = ({ state }: Pick<ReconcileRun, 'state'>): boolean => state === 'lines' || state === 'missing';

/** A trade or line that did not simply agree, as this run saw it. Never changed. */
export interface RunItem {
  readonly runNo: string;
  readonly itemNo: number;
  readonly subject: string;
  readonly outcome: Outcome;
  readonly change: 'new' | 'same' | 'gone' | 'corrected' | 'withdrawn';
  readonly hereAmount: bigint | undefined;
  readonly thereAmount: bigint | undefined;
}

/** 对账情况 of one channel merchant and clearing day: what has been reached, and what is tried next. `not-reconciled`: its channel is not reconciled (1.1.4.1.2-f), so that nobody asks for a bill. */
export type DayState = 'awaiting-bill' | 'running' | 'balanced' | 'differs' | 'no-bill' | 'not-reconciled';
export interface ReconcileDay {
  readonly channelMerchantId: string;
  readonly clearingDay: BusinessDay;
  readonly payChannel: PayChannel;
  readonly state: DayState;
  readonly billNo: string | undefined;
  /** The last run that ended, and one that is under way. */
  readonly lastRunNo: string | undefined;
  readonly runningNo: string | undefined;
  readonly runCount: number;
  /** 对账笔数 and 对账金额: lines of the bill compared, payments minus refunds. */
  readonly reconcileCount: number;
  readonly reconcileAmount: FenSum;
  readonly settledAmount: FenSum;
  readonly feeAmount: FenSum;
  readonly openCount: number;
  readonly waitingCount: number;
  /** Tries to fetch the bill, and what the last one said. */
  readonly tries: number;
  readonly lastTriedAt: EpochMs | undefined;
  readonly lastWord: string;
  readonly reconciledAt: EpochMs | undefined;
  readonly version: number;
}

/** The one record of a day that everybody takes who posts to it from another day's bill, or gives out a statement of it; of all records of the day, by merchant. */
export const keeperOf = (daysOn: readonly ReconcileDay[]): ReconcileDay | undefined => daysOn[0];
