import type { Callback } from '../callbacks/callback.js';
import type { EpochMs } from '../kernel/china-time.js';
import type { Fen } from '../kernel/money.js';
import type { AbnormalOrder } from '../payments/abnormal-order.js';
import type { Attempt, AttemptState } from '../payments/attempt.js';
import { chargedAmount, type Order } from '../payments/order.js';
import type { Refund } from '../refunds/refund.js';
import type { TimelineEntry } from './timeline.js';

/** Other systems tell whole seconds, and by their own clocks: what follows from something of ours is not shown before it. */
export const notBefore = (ours: EpochMs, theirs: EpochMs | undefined): EpochMs | undefined => (theirs === undefined ? undefined : Math.max(ours, theirs));

const channelNames = { alipay: '支付宝', unionpay: '银联' } as const;

const entry = (
  at: number, subject: TimelineEntry['subject'], tone: TimelineEntry['tone'], text: string, amount?: Fen, detail?: string,
): TimelineEntry => ({ at, subject, text, amount, tone, detail });

export function entriesOfOrder(order: Order): readonly TimelineEntry[] {
  const placed = entry(order.createdAt, 'order', 'done', `${order.orderTitle}：订单已提交`, chargedAmount(order), `业务系统订单号 ${order.bizOrderNo}`);
  return order.closedAt === undefined ? [placed] : [placed, entry(order.closedAt, 'order', 'done', `订单已关闭（${order.stateMsg}）`)];
}

const ofState: Readonly<Record<AttemptState, readonly [tone: TimelineEntry['tone'], text: string]>> = {
  open: ['waiting', '正在等待支付结果'], paid: ['done', '支付成功'], repeat: ['problem', '同一订单再次支付成功，多付的款项将退回'], late: ['problem', '订单关闭后到账，款项将退回'],
  stray: ['problem', '渠道已扣款但交易未成功，款项将核实退回'], declined: ['done', '支付未成功'], ended: ['done', '本次支付已结束，没有扣款'],
};

export function entriesOfAttempt(attempt: Attempt): readonly TimelineEntry[] {
  const channel = channelNames[attempt.payChannel];
  const [tone, text] = ofState[attempt.state];
  const started = entry(attempt.createdAt, 'payment', 'done', `选择${channel}支付`, attempt.amount, `支付流水号 ${attempt.attemptNo}`);
  if (attempt.state === 'open') return [{ ...started, tone, text: `选择${channel}支付，${text}` }];
  const at = notBefore(attempt.createdAt, attempt.paidAt) ?? attempt.answeredAt ?? attempt.recordedAt ?? attempt.createdAt;
  return [started, entry(at, 'payment', tone, `${channel}：${text}`, attempt.amount, [attempt.channelOrderNo && `渠道订单号 ${attempt.channelOrderNo}`, attempt.reason].filter(Boolean).join('，') || undefined)];
}

export function entriesOfRefund(refund: Refund): readonly TimelineEntry[] {
  const { createdAt, refundAmount, approvalState, state, refundedAt, sentAt, platformRefundOrderNo } = refund;
  const no = `平台退款单号 ${platformRefundOrderNo}`;
  const waits = approvalState === 'pending' ? '，等待审批' : state === 'refunding' ? '，办理中' : '';
  const asked = entry(createdAt, 'refund', waits === '' ? 'done' : 'waiting', `申请退款${waits}`, refundAmount, no);
  if (state === 'refunded') return [asked, entry(notBefore(createdAt, refundedAt) ?? sentAt ?? createdAt, 'refund', 'done', '退款成功，款项原路退回付款账户，到账时间以银行为准', refundAmount, refund.channelRefundNo && `渠道退款单号 ${refund.channelRefundNo}`)];
  return state === 'failed' ? [asked, entry(sentAt ?? createdAt, 'refund', 'problem', `退款未成功（${refund.stateMsg}）`, refundAmount, no)] : [asked];
}

/** What a callback told, by its own word; one that is not here is told as it is. */
const toldWords: Readonly<Record<string, string>> = { paid: '支付成功', failed: '失败', closed: '已关闭', 'repeat-paid': '重缴', refunded: '退款成功' };

export function entriesOfCallback(callback: Callback): readonly TimelineEntry[] {
  const { state, tries, lastAnswer, toldState } = callback;
  const about = `${callback.kind === 'payment' ? '支付' : '退款'}结果（${toldWords[toldState] ?? toldState}）`;
  const detail = `第 ${tries} 次${lastAnswer === undefined ? '' : `，对方应答 ${lastAnswer}`}，地址 ${callback.url}`;
  if (state === 'accepted') return [entry(callback.acceptedAt ?? callback.createdAt, 'callback', 'done', `已通知业务系统${about}`, undefined, detail)];
  if (tries === 0) return [];
  return [entry(callback.lastTriedAt ?? callback.createdAt, 'callback', state === 'failed' ? 'problem' : 'waiting', state === 'failed' ? `多次通知业务系统${about}未成功，等待人工重发` : `通知业务系统${about}未成功，将再次通知`, undefined, detail)];
}

/** Money that fits no order is a record of its own, whoever deals with it. */
export const entriesOfAbnormal = ({ createdAt, amount, note, handleState }: AbnormalOrder): readonly TimelineEntry[] =>
  [entry(createdAt, 'payment', handleState === 'handled' ? 'done' : 'problem', handleState === 'handled' ? '异常款项已处理' : '发现异常款项，平台正在处理', amount, note)];
