import type { PayChannel } from '../directory/channel-merchant.js';
import type { Arrows } from '../kernel/arrows.js';
import type { BusinessDay, EpochMs } from '../kernel/china-time.js';
import type { Fen, FenSum } from '../kernel/money.js';
import type { TradeKind } from '../settlement/trade.js';

/** 对账结果. `matched` is no difference; `waiting` is not one yet. */
export type Outcome = 'matched' | 'waiting' | 'only-here' | 'only-there' | 'amount-differs' | 'state-differs' | 'fee-differs' | 'duplicate-line' | 'odd-line';
export const differenceKinds = ['waiting', 'only-here', 'only-there', 'amount-differs', 'state-differs', 'fee-differs', 'duplicate-line', 'odd-line'] as const satisfies readonly Outcome[];
export type DifferenceKind = (typeof differenceKinds)[number];

/**
 * `waiting`: near the cut of the day, another bill may have it. `open`: somebody has to look. `cleared`: a later bill or run brought it into
 * agreement. `handled`: a person has dealt with it and said how.
 */
export type DifferenceState = 'waiting' | 'open' | 'cleared' | 'handled';
export const differenceArrows = {
  waiting: ['open', 'cleared'],
  open: ['cleared', 'handled'],
  // A later run may find it again, or otherwise than it was dealt with.
  cleared: ['open', 'waiting'],
  handled: ['open', 'cleared'],
} as const satisfies Arrows<DifferenceState>;

/** One thing of which our books and a channel's bill do not say the same. One record per channel merchant and subject, whatever happens to it. */
export interface Difference {
  readonly differenceNo: string;
  readonly channelMerchantId: string;
  readonly payChannel: PayChannel;
  /** Key of our trade, or `C` and the channel's number, or `L` with day and line of a line without numbers; a duplicate is `D` and the line. */
  readonly subject: string;
  readonly outcome: DifferenceKind;
  readonly state: DifferenceState;
  /** Day of the bill in which it shows; of what is only here, the day in whose bill it was expected. */
  readonly clearingDay: BusinessDay;
  readonly kind: TradeKind | undefined;
  readonly merchantNo: string | undefined;
  readonly platformOrderNo: string | undefined;
  readonly bizOrderNo: string | undefined;
  readonly ownNo: string;
  readonly channelNo: string;
  readonly hereAmount: Fen | undefined;
  readonly thereAmount: Fen | undefined;
  /** Agreed and charged fee, where it is about the fee. */
  readonly hereFee: FenSum | undefined;
  readonly thereFee: FenSum | undefined;
  /** What the channel's line moves for the payee before the fee; so that bill = settled + open differences to the fen. */
  readonly thereSettled: FenSum | undefined;
  /** A trade of the same day and amount without a line: perhaps this one. A suggestion only. */
  readonly suggestedKey: string | undefined;
  readonly happenedAt: EpochMs | undefined;
  readonly detail: string;
  readonly firstRunNo: string;
  readonly lastRunNo: string;
  readonly createdAt: EpochMs;
  readonly version: number;
}

/** What a run found. `atLine` names the line of the bill, where it is about one: its subject where the usual one is taken. */
export type Finding = NewDifference & { readonly atLine?: string };

export type NewDifference = Omit<Difference, 'differenceNo' | 'firstRunNo' | 'lastRunNo' | 'createdAt' | 'version' | 'state'>;

export const stateOfNew = (outcome: DifferenceKind): DifferenceState => (outcome === 'waiting' ? 'waiting' : 'open');

/**
 * Stands for a line of its own that is not looked at now: one before it in the bill of this run, or one of another day's bill, which only a new run of that
 * day can take back. Neither may be overwritten or cleared, or that line's money would be nowhere.
 */
export const standsForOtherLine = ({ outcome, state, lastRunNo, clearingDay }: Difference, run: { readonly runNo: string; readonly clearingDay: BusinessDay }): boolean =>
  outcome !== 'waiting' && outcome !== 'only-here' && state !== 'cleared' && (lastRunNo === run.runNo || clearingDay !== run.clearingDay);

/** Says the same as before: a run that finds it again changes nothing and a person's handling stands. In a newer bill another line may stand in the same place. */
export const isSameDifference = (known: Difference, found: NewDifference): boolean =>
  known.outcome === found.outcome && known.ownNo === found.ownNo && known.channelNo === found.channelNo && (found.outcome !== 'odd-line' || known.detail === found.detail)
  && known.hereAmount === found.hereAmount && known.thereAmount === found.thereAmount
  && known.hereFee === found.hereFee && known.thereFee === found.thereFee;
