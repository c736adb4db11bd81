import { fen } from '../../domain/kernel/money.js';
import { newRefund, type Refund, type RefundFacts } from '../../domain/refunds/refund.js';
import { no, noon } from './moments.js';
import { attemptNo, orderNo } from './payments.js';

export const refundNo = no(9001);

export function refundFacts(changes: Partial<RefundFacts> = {}): RefundFacts {
  return {
    origin: 'merchant', devId: 'D1', merchantNo: 'M1', bizRefundOrderNo: 'R1', refundOrderDate: '20260508', platformOrderNo: orderNo, refundAmount: fen(1_000),
    refundTitle: '退登记费', refundReason: undefined, notifyUrl: 'https://biz.example/refunds', passbackParams: undefined, subMerchantNo: undefined, nontaxRefundRef: undefined,
    ...changes,
  };
}

/** A refund on its way: numbered and sent unless `changes` say otherwise. */
export function aRefund(changes: Partial<Refund> = {}): Refund {
  const made = newRefund(refundFacts(changes), {
    platformRefundOrderNo: refundNo, attemptNo, contentDigest: 'e'.repeat(64), requestedBy: 'developer:D1', review: changes.state === 'requested', now: noon,
  });
  const sent = made.state === 'refunding' ? { refundTradeNo: no(9501), refundTradeTime: '20260508120000', sentAt: noon } : {};
  return { ...made, ...sent, ...changes };
}
