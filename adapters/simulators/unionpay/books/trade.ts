import type { BarcodeOutcome } from '../rules/barcode-outcomes.js';

/** `success` moved money, also with the codes A6, 42, 74 and 75. `reversed` and `undone` are consumes taken back. */
export type TradeState = 'open' | 'success' | 'failed' | 'reversed' | 'undone';
export type TradeKind = 'front' | 'consume' | 'refund' | 'undo';

/** One transaction in UnionPay's books. Mutable: only `TradeBooks` and `Settling` write to it. */
export interface Trade {
  readonly kind: TradeKind;
  readonly merId: string;
  readonly orderId: string;
  readonly txnTime: string;
  readonly txnType: string;
  readonly txnSubType: string;
  readonly bizType: string;
  readonly channelType: string;
  readonly amountFen: bigint;
  readonly backUrl: string;
  readonly frontUrl: string;
  readonly frontFailUrl: string;
  readonly reqReserved: string;
  readonly commodityName: string;
  readonly termId: string;
  readonly acceptedAtMs: number;
  /** Front orders: no payment after this instant. */
  readonly payTimeoutMs: number | undefined;
  readonly queryId: string;
  /** Number of the payment page of a front order; nobody can guess it. */
  readonly pageToken: string;
  /** The trade that a refund or undo refers to. */
  readonly original: Trade | undefined;
  readonly outcome: BarcodeOutcome | undefined;
  state: TradeState;
  /** Result code; while the trade is open, the one it is going to get. */
  code: string;
  /** When it was decided; gives settleDate. */
  decidedAtMs: number | undefined;
  /** `yyyyMMdd`, in whose clearing file it stands once it is decided. */
  settleDay: string | undefined;
  /** What UnionPay takes for a payment or gives back with a refund, at the rate of the moment. */
  feeFen: bigint;
  traceNo: string;
  /** Sum of successful refunds and undos of this consume. */
  refundedFen: bigint;
  /** Sum of refunds that are accepted but not decided. */
  refundingFen: bigint;
  /** Queries still to be answered with 34. */
  hiddenQueries: number;
  /** Queries still to be answered with 05; the refund is decided when they are used up. */
  pendingQueries: number;
  /** How often an undecided trade was asked for, to alternate 03 and 05. */
  timesAsked: number;
  /** The back notification was started already: a trade is announced once. */
  announced: boolean;
}

/** What a new trade needs beside what the books add themselves. */
export type NewTrade = Omit<Trade, 'queryId' | 'pageToken' | 'state' | 'decidedAtMs' | 'settleDay' | 'feeFen' | 'traceNo' | 'refundedFen' | 'refundingFen'
  | 'timesAsked' | 'announced' | 'acceptedAtMs'>;
