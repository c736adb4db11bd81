import type { EpochMs } from '../kernel/china-time.js';
import type { Attempt } from '../payments/attempt.js';
import { stateMessages, type Order } from '../payments/order.js';
import type { Refund } from '../refunds/refund.js';
import type { Callback } from './callback.js';

/** What a business system is told about a payment, in our words; the wire form is the adapter's (tables 7-8, 7-9). */
export interface PaymentNews {
  readonly bizOrderNo: string; readonly orderDate: string; readonly platformOrderNo: string;
  readonly state: 'awaiting' | 'paying' | 'paid' | 'failed' | 'closed' | 'repeat-paid';
  readonly stateMsg: string;
  /** Fen as text: news are kept as JSON. */
  readonly orderAmount: string;
  readonly channelOrderNo?: string; readonly userId?: string; readonly passbackParams?: string;
}

/** What it is told about a refund (table 7-12). */
export interface RefundNews {
  readonly bizRefundOrderNo: string; readonly refundOrderDate: string; readonly platformRefundOrderNo: string;
  /** Empty when the refund never reached a channel. */
  readonly platformRefundTradeNo: string;
  readonly state: 'refunded' | 'failed'; readonly stateMsg: string; readonly refundAmount: string; readonly passbackParams?: string;
}

export const repeatPaidMessage = '重缴';

export function newsOfOrder(order: Order): PaymentNews {
  return {
    bizOrderNo: order.bizOrderNo, orderDate: order.orderDate, platformOrderNo: order.platformOrderNo, state: order.state,
    stateMsg: order.state === 'paid' ? stateMessages.paid : order.stateMsg, orderAmount: order.orderAmount.toString(),
    ...(order.channelOrderNo === undefined ? {} : { channelOrderNo: order.channelOrderNo }),
    ...(order.userId === undefined ? {} : { userId: order.userId }),
    ...(order.passbackParams === undefined ? {} : { passbackParams: order.passbackParams }),
  };
}

export const newsOfRepeat = (order: Order, attempt: Attempt): PaymentNews => ({
  ...newsOfOrder(order), state: 'repeat-paid', stateMsg: repeatPaidMessage,
  ...(attempt.channelOrderNo === undefined ? {} : { channelOrderNo: attempt.channelOrderNo }),
});

export function newsOfRefund(refund: Refund): RefundNews {
  return {
    bizRefundOrderNo: refund.bizRefundOrderNo, refundOrderDate: refund.refundOrderDate, platformRefundOrderNo: refund.platformRefundOrderNo,
    platformRefundTradeNo: refund.refundTradeNo ?? '', state: refund.state === 'refunded' ? 'refunded' : 'failed', stateMsg: refund.stateMsg,
    refundAmount: refund.refundAmount.toString(), ...(refund.passbackParams === undefined ? {} : { passbackParams: refund.passbackParams }),
  };
}

/** A payment callback. Its id names the event, so the same event never makes a second one. */
export function paymentCallback(order: Order, event: string, news: PaymentNews, now: EpochMs): Callback {
  return {
    ...untried(now), callbackId: `pay-${event}`, kind: 'payment', platformOrderNo: order.platformOrderNo, platformRefundOrderNo: undefined,
    devId: order.devId, merchantNo: order.merchantNo, url: order.notifyUrl, toldState: news.state, content: JSON.stringify(news),
    passbackParams: order.passbackParams,
  };
}

/** A refund callback; undefined where nobody asked to be told (a rule's own refund). */
export function refundCallback(refund: Refund, now: EpochMs): Callback | undefined {
  if (refund.notifyUrl === undefined) return undefined;
  const news = newsOfRefund(refund);
  return {
    ...untried(now), callbackId: `ref-${refund.platformRefundOrderNo}`, kind: 'refund', platformOrderNo: refund.platformOrderNo,
    platformRefundOrderNo: refund.platformRefundOrderNo, devId: refund.devId, merchantNo: refund.merchantNo, url: refund.notifyUrl,
    toldState: news.state, content: JSON.stringify(news), passbackParams: refund.passbackParams,
  };
}

const untried = (now: EpochMs) => ({
  state: 'pending' as const, tries: 0, firstTriedAt: undefined, lastTriedAt: undefined, nextTryAt: now, lastAnswer: undefined,
  acceptedAt: undefined, createdAt: now, version: 1,
});
