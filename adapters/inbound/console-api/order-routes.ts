import type { ConfirmAnswer, ConfirmPayment, ConfirmRefusal } from '../../../application/payments/confirm-payment.js';
import type { ReviewRefund, ReviewRefusal } from '../../../application/refunds/review-refund.js';
import { done } from '../../../contracts/console/schemas.js';
import { confirmPayment, paymentConfirmed, reviewRefund, type ConfirmPaymentBody, type PaymentConfirmed, type ReviewRefundBody } from '../../../contracts/console/service-desk.js';
import { slipRefusalWords } from '../../../domain/payment-notices/slip-refund.js';
import { acting } from './acting.js';
import { refused, type ConsoleRoute, type OwnCall } from './route.js';

export interface OrderRouteDeps { readonly confirmPayment: Pick<ConfirmPayment, 'run'>; readonly reviewRefund: Pick<ReviewRefund, 'run'> }

const answerWords: Readonly<Record<ConfirmAnswer, string>> = {
  paid: '渠道确认已支付，订单已记为支付成功，并已安排通知收款单位。', held: '渠道收到了款项，但不能记入本订单（订单已关闭、金额不符或渠道交易异常），请在“异常订单”中处理。',
  unknown: '没有得到渠道的可信答复，结果未知。订单保持原状，平台会继续查询；请稍后再试，不要当作未支付处理。', waiting: '渠道答复：等待付款，尚未支付。订单保持原状。',
  declined: '渠道答复：支付未成功。订单未支付。', ended: '渠道答复：交易已关闭，没有支付。订单未支付。', 'not-found': '渠道没有这笔交易（缴款人未在渠道发起付款）。订单保持原状。',
  'never-tried': '缴款人没有发起过支付，无可查询。订单保持原状。',
};
const refusalWords: Readonly<Record<ConfirmRefusal, string>> = { unknown: '没有这个订单', 'paid-already': '订单已支付成功，无需确认', 'too-often': '该订单刚刚查询过，请几秒后再试' };
const reviewWords: Readonly<Record<ReviewRefusal, string>> = {
  'no-such-refund': '没有这笔退款', 'not-waiting': '这笔退款不在待审批状态，可能已有人处理', 'own-request': '不能审批自己提出的退款', 'ref-malformed': '非税退付批准文号不正确',
  'changed-meanwhile': '退款内容与所见不一致，请刷新后重新核对', ...slipRefusalWords,
};
const reviewFields: Readonly<Partial<Record<ReviewRefusal, string>>> = { 'ref-malformed': 'nontaxRefundRef', 'slip-settled': 'nontaxRefundRef', 'slip-confirmed': 'nontaxRefundRef' };

/** What service desk and finance do to orders and refunds: 确认支付 (1.1.4.4.1-e, PAY-04), and the second person's decision about a refund (RFD-01). */
export function orderRoutes(deps: OrderRouteDeps): readonly ConsoleRoute[] {
  return [
    {
      name: 'pay-orders.confirm', method: 'POST', path: '/pay-orders/confirm', access: { permission: 'service-desk.pay-orders.confirm' }, about: [{ kind: 'order', field: 'platformOrderNo' }], summary: '确认支付', requirements: ['1.1.4.4.1-e'], body: confirmPayment, answer: paymentConfirmed, refuses: ['REFUSED', 'TOO_MANY'],
      handle: async (call: OwnCall<ConfirmPaymentBody>) => {
        const asked = await deps.confirmPayment.run(call.body.platformOrderNo, acting(call));
        if (!asked.ok) return refused(asked.refusal === 'too-often' ? 'TOO_MANY' : asked.refusal === 'unknown' ? 'NOT_FOUND' : 'REFUSED', { message: refusalWords[asked.refusal] });
        return { body: { isPaid: asked.value.state === 'paid', message: answerWords[asked.value.answer] } satisfies PaymentConfirmed };
      },
    },
    {
      name: 'refunds.review', method: 'POST', path: '/refunds/review', access: { permission: 'service-desk.refund-orders.review' }, stepUp: true, about: [{ kind: 'refund', field: 'platformRefundOrderNo' }], summary: '审批退款', body: reviewRefund, answer: done, refuses: ['REFUSED'],
      handle: async (call: OwnCall<ReviewRefundBody>) => {
        const { platformRefundOrderNo: refundNo, decision, nontaxRefundRef, shown } = call.body;
        const remark = call.body.remark.trim();
        if (decision === 'reject' && remark === '') return refused('REFUSED', { message: '请写明驳回原因', field: 'remark' });
        const reviewed = await deps.reviewRefund.run({
          refundNo, account: call.who.operator.operatorNo, decision, remark, shown, ...call.asker, ...(nontaxRefundRef !== undefined && { nontaxRefundRef }),
        });
        if (reviewed.ok) return { body: { done: true } };
        const field = reviewFields[reviewed.refusal];
        return refused(reviewed.refusal === 'no-such-refund' ? 'NOT_FOUND' : 'REFUSED', { message: reviewWords[reviewed.refusal], ...(field !== undefined && { field }) });
      },
    },
  ];
}
