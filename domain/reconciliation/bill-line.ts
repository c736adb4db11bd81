import type { BusinessDay, EpochMs } from '../kernel/china-time.js';
import type { Fen, FenSum } from '../kernel/money.js';
import { paymentKey, refundKey, type TradeKind } from '../settlement/trade.js';

/** One movement of money as a channel's bill tells it, in our words. */
export interface BillLine {
  /** Its place among the lines of the file, from 1. */
  readonly lineNo: number;
  readonly kind: TradeKind;
  /** Our number as the file has it: attempt number, of refunds our refund number at the channel (where the file has none, the attempt's). May be foreign or empty. */
  readonly ownNo: string;
  /** The channel's number of this movement (UnionPay queryId). Alipay's refund lines repeat the payment's number. */
  readonly channelNo: string;
  /** What was charged or went back, before any discount or fee. */
  readonly amount: Fen;
  /** What it moves for the payee before the fee: payments plus, refunds minus; less than `amount` where the payee paid a discount. */
  readonly settled: FenSum;
  /** Fee: plus is taken, minus given back. */
  readonly fee: FenSum;
  readonly at: EpochMs;
}

/** A line the reader could not make sense of. It stops nothing and is never dropped: a person sees it. */
export interface OddLine {
  readonly lineNo: number;
  /** Fixed word: `columns`, `amount`, `time`, `kind`, `charset`, `dispute` (UnionPay ZME), `other-merchant`, … */
  readonly why: string;
  /** The raw text, cut to 700 characters. */
  readonly text: string;
}

/** What the lines add up to; where the file has totals of its own they have been compared. */
export interface BillTotals {
  readonly lineCount: number;
  readonly payments: { readonly count: number; readonly amount: FenSum };
  readonly refunds: { readonly count: number; readonly amount: FenSum };
  readonly settled: FenSum;
  readonly fee: FenSum;
  readonly oddCount: number;
}

/** Why a whole file is refused. Nothing of it is booked. */
export type BillRefusal =
  | 'not-a-bill' | 'too-big' | 'zip-bomb' | 'truncated' | 'damaged' | 'charset' | 'wrong-day' | 'wrong-merchant' | 'totals-disagree' | 'too-many-lines';

/** In the order of the file. `end` comes last and only after everything in the file has been checked; a `refused` ends it at once. */
export type BillPiece =
  | { readonly kind: 'lines'; readonly lines: readonly BillLine[]; readonly odd: readonly OddLine[] }
  | { readonly kind: 'end'; readonly totals: BillTotals }
  | { readonly kind: 'refused'; readonly why: BillRefusal; readonly detail: string };

/** Key of the trade this line is about, if it is one of ours. */
export const keyOfLine = (line: Pick<BillLine, 'kind' | 'ownNo'>): string => (line.kind === 'payment' ? paymentKey(line.ownNo) : refundKey(line.ownNo));

/** Key of a payment's line by the channel's number, which no key of a trade can be; Alipay's refund lines repeat the payment's and have none. */
export const channelKeyOfLine = (line: Pick<BillLine, 'kind' | 'channelNo'>): string | undefined => (line.kind === 'payment' && line.channelNo !== '' ? `C${line.channelNo}` : undefined);

/** A bill that has been received and found good. */
export interface Bill {
  readonly billNo: string;
  readonly channelMerchantId: string;
  readonly clearingDay: BusinessDay;
  readonly origin: 'download' | 'upload';
  /** Of the kept raw file. */
  readonly fileNo: string;
  readonly fileName: string;
  readonly byteSize: number;
  /** SM3 of the raw file, hex. */
  readonly digest: string;
  readonly totals: BillTotals;
  readonly receivedAt: EpochMs;
  /** `system`, or the operator who uploaded it. */
  readonly receivedBy: string;
}
