import type { PayChannel, PayMethod } from '../directory/channel-merchant.js';
import type { BusinessDay, EpochMs } from '../kernel/china-time.js';
import type { Fen } from '../kernel/money.js';
import type { Attempt } from '../payments/attempt.js';
import type { Order } from '../payments/order.js';
import type { Refund } from '../refunds/refund.js';
import { sharesOf, type Share } from './shares.js';

export type TradeKind = 'payment' | 'refund';

/** What the money was for: the order, a further success, money after closing; of a refund the same words for the payment that it gives back. */
export type TradePurpose = 'order' | 'repeat' | 'late';

/**
 * 交易: one movement of money that we have booked, a payment that succeeded or a refund that went back. Written in the unit that books it;
 * reconciliation compares these, and nothing else of ours, with the lines of a channel's bill.
 */
export interface Trade {
  /** `P` and our attempt number, or `R` and our refund number at the channel. */
  readonly tradeKey: string;
  readonly kind: TradeKind;
  readonly purpose: TradePurpose;
  readonly platformOrderNo: string;
  readonly attemptNo: string;
  /** Of refunds. */
  readonly platformRefundOrderNo: string | undefined;
  readonly devId: string;
  readonly merchantNo: string;
  readonly bizOrderNo: string;
  readonly orderDate: BusinessDay;
  readonly payChannel: PayChannel;
  readonly payMethod: PayMethod;
  readonly channelMerchantId: string;
  /** The channel's number of this movement, where it told one. */
  readonly channelOrderNo: string | undefined;
  readonly orderAmount: Fen;
  /** What was charged, or what went back; never negative. */
  readonly amount: Fen;
  readonly channelDiscountAmount: Fen;
  /** Parts of several sub-merchants; empty where there are none. */
  readonly shares: readonly Share[];
  /** When the channel moved it, as far as it told. */
  readonly tradeAt: EpochMs;
  /** In whose bill we expect it. */
  readonly clearingDay: BusinessDay;
  readonly settleState: 'open' | 'settled';
  /** Day of the bill that had it. */
  readonly settledDay: BusinessDay | undefined;
  /** The last run that found it in a bill. */
  readonly seenRunNo: string | undefined;
  readonly createdAt: EpochMs;
}

export const paymentKey = (attemptNo: string): string => `P${attemptNo}`;
export const refundKey = (refundTradeNo: string): string => `R${refundTradeNo}`;

/** The trade of an attempt that has just been booked as paid, repeated or late. */
export function tradeOfPayment(order: Order, attempt: Attempt, clearingDay: BusinessDay, now: EpochMs): Trade {
  return {
    ...of(order, attempt, now), tradeKey: paymentKey(attempt.attemptNo), kind: 'payment', platformRefundOrderNo: undefined,
    channelOrderNo: attempt.channelOrderNo, amount: attempt.amount, channelDiscountAmount: attempt.channelDiscountAmount ?? (0n as Fen),
    shares: sharesOf(order.subOrders, attempt.amount), tradeAt: attempt.paidAt ?? now, clearingDay,
  };
}

/** The trade of a refund that has just become `refunded`; `attempt` is the payment it gives back. */
export function tradeOfRefund(order: Order, attempt: Attempt, refund: Refund, clearingDay: BusinessDay, now: EpochMs): Trade {
  const shares = refund.subMerchantNo === undefined ? sharesOf(order.subOrders, refund.refundAmount) : [{ subMerchantNo: refund.subMerchantNo, amount: refund.refundAmount }];
  return {
    ...of(order, attempt, now), tradeKey: refundKey(refund.refundTradeNo ?? refund.platformRefundOrderNo), kind: 'refund',
    platformRefundOrderNo: refund.platformRefundOrderNo, channelOrderNo: refund.channelRefundNo, amount: refund.refundAmount,
    channelDiscountAmount: 0n as Fen, shares, tradeAt: refund.refundedAt ?? now, clearingDay,
  };
}

const of = (order: Order, attempt: Attempt, now: EpochMs) => ({
  purpose: attempt.state === 'repeat' ? 'repeat' : attempt.state === 'paid' ? 'order' : 'late',
  platformOrderNo: order.platformOrderNo, attemptNo: attempt.attemptNo, devId: order.devId, merchantNo: order.merchantNo, bizOrderNo: order.bizOrderNo,
  orderDate: order.orderDate, payChannel: attempt.payChannel, payMethod: attempt.payMethod, channelMerchantId: attempt.channelMerchantId,
  orderAmount: order.orderAmount, settleState: 'open', settledDay: undefined, seenRunNo: undefined, createdAt: now,
}) as const;
