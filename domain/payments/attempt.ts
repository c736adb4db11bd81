import type { PayChannel, PayMethod } from '../directory/channel-merchant.js';
import type { Arrows } from '../kernel/arrows.js';
import { longTime, type EpochMs } from '../kernel/china-time.js';
import type { Fen } from '../kernel/money.js';

/**
 * One try to pay an order at a channel. `paid` settled the order, `repeat` is a further success, `late` came after the order was closed,
 * `stray` is money that moved though the channel calls the payment failed, `ended` was closed at the channel unpaid.
 */
export type AttemptState = 'open' | 'paid' | 'repeat' | 'late' | 'stray' | 'declined' | 'ended';

/** Money can still arrive after a "no": a channel's later word of success is believed from every state without money. */
export const attemptArrows = {
  open: ['paid', 'repeat', 'late', 'stray', 'declined', 'ended'],
  declined: ['paid', 'repeat', 'late', 'stray'],
  ended: ['paid', 'repeat', 'late', 'stray'],
  stray: ['paid', 'repeat', 'late'],
  paid: [], repeat: [], late: [],
} as const satisfies Arrows<AttemptState>;

export interface Attempt {
  /** 26 digits; also the order number sent to the channel. */
  readonly attemptNo: string;
  readonly platformOrderNo: string;
  readonly merchantNo: string;
  readonly payChannel: PayChannel;
  readonly payMethod: PayMethod;
  readonly channelMerchantId: string;
  readonly amount: Fen;
  readonly state: AttemptState;
  /** The payer is (as far as we know) on the channel's page; false after the channel answered "no trade" or "waiting" or the payer left it. */
  readonly busy: boolean;
  /** UnionPay names a transaction by (merId, orderId, txnTime); fixed at start. `yyyyMMddHHmmss`. */
  readonly channelTime: string;
  /** The channel refuses payment after this moment. */
  readonly limitAt: EpochMs;
  /** Keyed digest of the scanned code: one code is charged once for an order, however often it is sent (GW-07, PAY-06). The code itself is kept nowhere. */
  readonly codeDigest: string | undefined;
  readonly channelOrderNo: string | undefined;
  readonly paidAt: EpochMs | undefined;
  readonly paidByPayer: Fen | undefined;
  readonly channelDiscountAmount: Fen | undefined;
  /** Clearing day as the channel told it, for reconciliation. */
  readonly clearingDay: string | undefined;
  /** Why the channel said no, for the payer. */
  readonly reason: string | undefined;
  /** Once set, a message saying "paid" is confirmed by a query first: our cancel may have returned the money. */
  readonly cancelAskedAt: EpochMs | undefined;
  readonly queriesAsked: number;
  /** Request in at the gateway or cashier, sent to the channel, answered by it, recorded here (PERF-4). */
  readonly receivedAt: EpochMs;
  readonly sentAt: EpochMs | undefined;
  readonly answeredAt: EpochMs | undefined;
  readonly recordedAt: EpochMs | undefined;
  readonly createdAt: EpochMs;
  readonly version: number;
}

/** Most attempts one order may have: whoever holds the link must not make us ask a channel without end. */
export const maxAttemptsPerOrder = 20;

/** Money may still come of it: open, or refused on a channel's page, where the payer may try another card of the same attempt. */
export const mayStillBePaid = (attempt: Attempt): boolean => attempt.state === 'open' || (attempt.state === 'declined' && attempt.payMethod !== 'bar');

/** Told to a payer whose money moved although the channel calls the payment failed, and is still finding out. */
export const chargedInErrorMessage = '渠道已扣款但交易未成功，款项待核实退回，请勿重复支付';
/** The same where the money is on its way back. */
export const chargedAndReturnedMessage = '渠道已扣款但交易无效，款项将原路退回';
/** Charged in error, and the channel has not said yet what became of the money. */
export const isUncertain = (attempt: Attempt): boolean => attempt.state === 'stray' && attempt.reason !== chargedAndReturnedMessage;

export const hasMoney = (attempt: Attempt): boolean => ['paid', 'repeat', 'late', 'stray'].includes(attempt.state);

export interface NewAttempt {
  readonly attemptNo: string; readonly platformOrderNo: string; readonly merchantNo: string; readonly payChannel: PayChannel;
  readonly payMethod: PayMethod; readonly channelMerchantId: string; readonly amount: Fen; readonly limitAt: EpochMs;
  readonly codeDigest: string | undefined; readonly receivedAt: EpochMs; readonly now: EpochMs;
}

export function newAttempt(made: NewAttempt): Attempt {
  const { now, ...facts } = made;
  return {
    ...facts, state: 'open', busy: true, channelTime: longTime(now), channelOrderNo: undefined, paidAt: undefined, paidByPayer: undefined,
    channelDiscountAmount: undefined, clearingDay: undefined, reason: undefined, cancelAskedAt: undefined, queriesAsked: 0,
    sentAt: undefined, answeredAt: undefined, recordedAt: undefined, createdAt: now, version: 1,
  };
}
