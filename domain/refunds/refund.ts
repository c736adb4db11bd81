import type { Arrows } from '../kernel/arrows.js';
import type { BusinessDay, EpochMs } from '../kernel/china-time.js';
import { sumOf, type Fen } from '../kernel/money.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import type { Payee } from '../directory/payee.js';
import type { Attempt } from '../payments/attempt.js';
import type { Order } from '../payments/order.js';

/** Wire codes 0 to 3 live in contracts/gateway/codes. */
export type RefundState = 'requested' | 'refunding' | 'refunded' | 'failed';
export const refundArrows = {
  requested: ['refunding', 'failed'],
  refunding: ['refunded', 'failed'],
  refunded: [], failed: [],
} as const satisfies Arrows<RefundState>;

export type ApprovalState = 'not-needed' | 'pending' | 'approved' | 'rejected';

/** Who wants the money to go back: the business system, a rule (late or repeat money), or a person of the institution or platform. */
export type RefundOrigin = 'merchant' | 'rule' | 'person';

export interface RefundFacts {
  readonly origin: RefundOrigin;
  readonly devId: string;
  readonly merchantNo: string;
  readonly bizRefundOrderNo: string;
  readonly refundOrderDate: BusinessDay;
  readonly platformOrderNo: string;
  readonly refundAmount: Fen;
  readonly refundTitle: string;
  readonly refundReason: string | undefined;
  readonly notifyUrl: string | undefined;
  readonly passbackParams: string | undefined;
  /** Combined orders: the one sub-merchant whose line is refunded. */
  readonly subMerchantNo: string | undefined;
  readonly nontaxRefundRef: string | undefined;
}

export interface Refund extends RefundFacts {
  readonly platformRefundOrderNo: string;
  /** The successful attempt whose money goes back, the way it came (RFD-03). */
  readonly attemptNo: string;
  readonly contentDigest: string;
  readonly state: RefundState;
  readonly stateMsg: string;
  readonly approvalState: ApprovalState;
  readonly approvalRemark: string | undefined;
  /** Account that asked; it cannot approve (design 4.6). */
  readonly requestedBy: string;
  readonly approvedBy: string | undefined;
  /** Number sent to the channel; kept on every retry while the outcome is unknown. */
  readonly refundTradeNo: string | undefined;
  /** UnionPay txnTime of the refund, fixed with the number. `yyyyMMddHHmmss`. */
  readonly refundTradeTime: string | undefined;
  readonly channelRefundNo: string | undefined;
  readonly queriesAsked: number;
  readonly createdAt: EpochMs;
  readonly sentAt: EpochMs | undefined;
  readonly refundedAt: EpochMs | undefined;
  readonly version: number;
}

/** Most refunds one order may have, failed ones included. */
export const maxRefundsPerOrder = 200;

/** Numbers the platform gives to refunds nobody asked for; a business system cannot take them away (refund-by-rule, cancel-barcode). */
export const isReservedRefundNo = (bizRefundOrderNo: string): boolean => /^(RULE|CANCEL)-/.test(bizRefundOrderNo);

export type RefundRefusal =
  | { readonly code: 'not-refundable'; readonly why: string }
  | { readonly code: 'refund-too-big'; readonly left: Fen }
  | { readonly code: 'sub-merchant-needed' }
  | { readonly code: 'sub-merchant-unknown' };

const holdsMoney = (refund: Refund): boolean => refund.state !== 'failed';

/**
 * May this much of this attempt go back? `refunds` are all refunds of the order, read under the order's lock; done plus in flight never
 * exceed what the attempt was charged, nor a sub-merchant's line (design 4.6).
 */
export function checkRefund(order: Order, attempt: Attempt, refunds: readonly Refund[], asked: RefundFacts): Result<'refundable', RefundRefusal> {
  const ofAttempt = refunds.filter((refund) => refund.attemptNo === attempt.attemptNo && holdsMoney(refund));
  const left = attempt.amount - sumOf(ofAttempt.map((refund) => refund.refundAmount));
  if (asked.refundAmount > left) return refuse({ code: 'refund-too-big', left: (left < 0n ? 0n : left) as Fen });
  if (order.subOrders.length === 0) {
    return asked.subMerchantNo === undefined ? ok('refundable') : refuse({ code: 'sub-merchant-unknown' });
  }
  if (asked.origin === 'rule') return ok('refundable');
  if (asked.subMerchantNo === undefined) return refuse({ code: 'sub-merchant-needed' });
  const line = order.subOrders.find((sub) => sub.subMerchantNo === asked.subMerchantNo);
  if (!line) return refuse({ code: 'sub-merchant-unknown' });
  const ofLine = sumOf(ofAttempt.filter((refund) => refund.subMerchantNo === asked.subMerchantNo).map((refund) => refund.refundAmount));
  const lineLeft = line.orderAmount - ofLine;
  return asked.refundAmount > lineLeft ? refuse({ code: 'refund-too-big', left: (lineLeft < 0n ? 0n : lineLeft) as Fen }) : ok('refundable');
}

/** A rule's refund returns money nobody owes; it never waits. Everybody else's follows the payee's switch or amount. */
export const needsReview = (payee: Payee, facts: RefundFacts): boolean =>
  facts.origin !== 'rule' && (payee.refundReviewRequired || (payee.refundReviewAbove !== undefined && facts.refundAmount > payee.refundReviewAbove));

export const refundMessages = { waitingForReview: '待审批', refunding: '退款中', refunded: '退款成功', failed: '退款失败' } as const;

export interface RefundMint {
  readonly platformRefundOrderNo: string; readonly attemptNo: string; readonly contentDigest: string; readonly requestedBy: string;
  readonly review: boolean; readonly now: EpochMs;
}

export function newRefund(facts: RefundFacts, mint: RefundMint): Refund {
  return {
    ...facts, platformRefundOrderNo: mint.platformRefundOrderNo, attemptNo: mint.attemptNo, contentDigest: mint.contentDigest,
    state: mint.review ? 'requested' : 'refunding', stateMsg: mint.review ? refundMessages.waitingForReview : refundMessages.refunding,
    approvalState: mint.review ? 'pending' : 'not-needed', approvalRemark: undefined, requestedBy: mint.requestedBy, approvedBy: undefined,
    refundTradeNo: undefined, refundTradeTime: undefined, channelRefundNo: undefined, queriesAsked: 0, createdAt: mint.now,
    sentAt: undefined, refundedAt: undefined, version: 1,
  };
}

/** Everything that must be equal when the same bizRefundOrderNo comes again. */
export const refundContent = (facts: RefundFacts): string => JSON.stringify([
  facts.devId, facts.merchantNo, facts.bizRefundOrderNo, facts.refundOrderDate, facts.platformOrderNo, facts.refundAmount.toString(),
  facts.refundTitle, facts.refundReason ?? null, facts.notifyUrl ?? null, facts.passbackParams ?? null, facts.subMerchantNo ?? null,
  facts.nontaxRefundRef ?? null,
]);

/** What of this order has gone back for certain. */
export const refundedAmount = (refunds: readonly Refund[]): Fen =>
  sumOf(refunds.filter((refund) => refund.state === 'refunded').map((refund) => refund.refundAmount)) as bigint as Fen;
