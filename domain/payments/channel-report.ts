import type { BusinessDay, EpochMs } from '../kernel/china-time.js';
import type { Fen } from '../kernel/money.js';

/**
 * What a channel told us about one attempt, in our words. Message, query, barcode reply, bill line and 确认支付 all become one of
 * these and go through `apply-channel-report`; nothing else moves an order (design 4.1).
 */
export type ChannelReport =
  | PaidReport
  /** The channel said a definite no; `reason` is text for the payer. */
  | { readonly kind: 'declined'; readonly attemptNo: string; readonly reason: string; readonly code: string }
  /** Closed at the channel, unpaid: it cannot be paid any more. */
  | { readonly kind: 'ended'; readonly attemptNo: string }
  /** The channel knows the attempt and nobody has paid yet. */
  | { readonly kind: 'waiting'; readonly attemptNo: string }
  /** The channel does not know the attempt yet (the payer has not signed in there). */
  | { readonly kind: 'not-found'; readonly attemptNo: string }
  /** No answer that could be believed. Never a failure (design 4.2). */
  | { readonly kind: 'unknown'; readonly attemptNo: string; readonly why: UnknownWhy | NotAskedWhy; readonly code?: string }
  /**
   * Money moved although the channel calls the payment failed (UnionPay 42, 74, 75). `goesBack`: the channel is sure that it was charged and
   * counts for nothing; otherwise it is still finding out, and a person looks first.
   */
  | { readonly kind: 'charged-in-error'; readonly attemptNo: string; readonly channelOrderNo: string | undefined; readonly amount: Fen; readonly code: string; readonly goesBack: boolean };

export interface PaidReport {
  readonly kind: 'paid';
  readonly attemptNo: string;
  /** The channel's transaction number (Alipay trade_no, UnionPay queryId). */
  readonly channelOrderNo: string;
  /** What the channel charged for, compared with what we asked for. */
  readonly amount: Fen;
  readonly paidAt: EpochMs;
  readonly paidByPayer?: Fen;
  /** Money the channel added. */
  readonly channelDiscountAmount?: Fen;
  readonly clearingDay?: BusinessDay;
}

export type UnknownWhy = 'timeout' | 'unreachable' | 'unreadable' | 'unsigned' | 'busy' | 'pending' | 'unheard-word' | 'call-refused';
/** Nobody was asked: no second person has confirmed yet by what the channel is believed. */
export type NotAskedWhy = 'account-unconfirmed';
