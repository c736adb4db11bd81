import type { AuditEntry } from '../../../domain/audit/audit-entry.js';
import type { Callback } from '../../../domain/callbacks/callback.js';
import { fen } from '../../../domain/kernel/money.js';
import type { AbnormalOrder, RepeatPayment } from '../../../domain/payments/abnormal-order.js';
import { newAttempt, type Attempt } from '../../../domain/payments/attempt.js';
import { newOrder, type Order } from '../../../domain/payments/order.js';
import { newRefund, type Refund } from '../../../domain/refunds/refund.js';

export const noon = Date.UTC(2026, 4, 8, 4);

/** A number of the platform: 26 digits. */
export const no = (suffix: number | string): string => `2026050812${String(suffix).padStart(16, '0')}`;

export function anOrder(changes: Partial<Order> = {}): Order {
  const platformOrderNo = changes.platformOrderNo ?? no(1);
  const facts = {
    devId: 'D1', merchantNo: 'M1', bizOrderNo: `B-${platformOrderNo}`, orderDate: '20260508', orderTime: '20260508120000', terminal: 'any' as const,
    orderAmount: fen(12_000), bizDiscountAmount: fen(0), orderTitle: '不动产登记费', orderDescription: undefined, returnUrl: 'https://biz.example/back',
    notifyUrl: 'https://biz.example/notify', personBillDetailUrl: undefined, validMinutes: 120, passbackParams: 'a=1&b=2', userId: 'U1',
    payer: { name: '张三', mobile: '13800138000', certNo: '350402199001011234' }, subOrders: [], nontaxInfo: '{"payerType":"1"}',
  };
  const made = newOrder(facts, { platformOrderNo, cashierToken: `token-${platformOrderNo}`, contentDigest: 'd'.repeat(64), now: noon });
  return { ...made, ...changes };
}

export function anAttempt(changes: Partial<Attempt> = {}): Attempt {
  const made = newAttempt({
    attemptNo: no(5001), platformOrderNo: no(1), merchantNo: 'M1', payChannel: 'alipay', payMethod: 'h5', channelMerchantId: 'CM1', amount: fen(12_000),
    limitAt: noon + 600_000, codeDigest: undefined, receivedAt: noon, now: noon,
  });
  return { ...made, ...changes };
}

export function aRefund(changes: Partial<Refund> = {}): Refund {
  const facts = {
    origin: 'merchant' as const, devId: 'D1', merchantNo: 'M1', bizRefundOrderNo: 'R-1', refundOrderDate: '20260508', platformOrderNo: no(1),
    refundAmount: fen(100), refundTitle: '退登记费', refundReason: '多缴', notifyUrl: undefined, passbackParams: undefined, subMerchantNo: undefined, nontaxRefundRef: undefined,
  };
  const made = newRefund(facts, {
    platformRefundOrderNo: no(9001), attemptNo: no(5001), contentDigest: 'e'.repeat(64), requestedBy: 'D1', review: false, now: noon,
  });
  return { ...made, ...changes };
}

export function aCallback(changes: Partial<Callback> = {}): Callback {
  return {
    callbackId: `payment:${no(1)}:2`, kind: 'payment', platformOrderNo: no(1), platformRefundOrderNo: undefined, devId: 'D1', merchantNo: 'M1',
    url: 'https://biz.example/notify', toldState: '2', content: '{"orderState":"2"}', passbackParams: undefined, state: 'pending', tries: 0,
    firstTriedAt: undefined, lastTriedAt: undefined, nextTryAt: noon, lastAnswer: undefined, acceptedAt: undefined, createdAt: noon, version: 1, ...changes,
  };
}

export function anAbnormalOrder(changes: Partial<AbnormalOrder> = {}): AbnormalOrder {
  return {
    abnormalId: `paid-after-close:${no(5001)}`, kind: 'paid-after-close', platformOrderNo: no(1), merchantNo: 'M1', attemptNo: no(5001),
    payChannel: 'alipay', channelOrderNo: '2026050822001', amount: fen(12_000), note: '关闭后到账', handleState: 'pending', createdAt: noon, version: 1, ...changes,
  };
}

export function aRepeatPayment(changes: Partial<RepeatPayment> = {}): RepeatPayment {
  return {
    attemptNo: no(5001), platformOrderNo: no(1), merchantNo: 'M1', payChannel: 'unionpay', channelOrderNo: '792605081200', amount: fen(12_000),
    handleState: 'pending', paidAt: noon, createdAt: noon, version: 1, ...changes,
  };
}

export function anEntry(changes: Partial<AuditEntry> = {}): AuditEntry {
  return {
    entryId: no(7001), at: noon, actor: { kind: 'developer', code: 'D1', address: '192.0.2.7' }, action: 'order.placed', objectKind: 'order',
    objectNo: no(1), description: '业务系统下单', before: undefined, after: { orderAmount: '12000', state: 'awaiting' }, requestId: 'req-1', ...changes,
  };
}
