import { fen } from '../../domain/kernel/money.js';
import { newAttempt, type Attempt } from '../../domain/payments/attempt.js';
import type { PaidReport } from '../../domain/payments/channel-report.js';
import { newOrder, stateMessages, type Order, type OrderFacts } from '../../domain/payments/order.js';
import { no, noon } from './moments.js';

export const orderNo = no(1);
export const attemptNo = no(5001);

export function orderFacts(changes: Partial<OrderFacts> = {}): OrderFacts {
  return {
    devId: 'D1', merchantNo: 'M1', bizOrderNo: 'B1', orderDate: '20260508', orderTime: '20260508120000', terminal: 'any', orderAmount: fen(12_000),
    bizDiscountAmount: fen(0), orderTitle: '不动产登记费', orderDescription: undefined, returnUrl: undefined, notifyUrl: 'https://biz.example/notify',
    personBillDetailUrl: undefined, validMinutes: 120, passbackParams: undefined, userId: undefined,
    payer: { name: undefined, mobile: undefined, certNo: undefined }, subOrders: [], nontaxInfo: undefined, ...changes,
  };
}

/** An order as its life would have left it: a paid one names its attempt, a closed one its moment. */
export function anOrder(changes: Partial<Order> = {}): Order {
  const made = newOrder(orderFacts(changes), { platformOrderNo: orderNo, cashierToken: 'token-of-order-1', contentDigest: 'd'.repeat(64), now: noon });
  const state = changes.state ?? 'awaiting';
  const lived: Partial<Order> = state === 'paid'
    ? { paidAt: noon + 60_000, paidAttemptNo: attemptNo, payChannel: 'alipay', channelOrderNo: 'TRADE-1' }
    : state === 'closed' ? { closedAt: noon + 60_000 } : {};
  return { ...made, stateMsg: stateMessages[state], ...lived, ...changes };
}

export function anAttempt(changes: Partial<Attempt> = {}): Attempt {
  const made = newAttempt({
    attemptNo, platformOrderNo: orderNo, merchantNo: 'M1', payChannel: 'alipay', payMethod: 'pc', channelMerchantId: 'CM-ALI', amount: fen(12_000),
    limitAt: noon + 7_200_000, codeDigest: undefined, receivedAt: noon, now: noon,
  });
  const state = changes.state ?? 'open';
  const money: Partial<Attempt> = ['paid', 'repeat', 'late', 'stray'].includes(state) ? { channelOrderNo: 'TRADE-1', paidAt: noon + 60_000, recordedAt: noon + 60_000 } : {};
  return { ...made, busy: state === 'open', ...money, ...changes };
}

export function aPaidReport(changes: Partial<PaidReport> = {}): PaidReport {
  return { kind: 'paid', attemptNo, channelOrderNo: 'TRADE-1', amount: fen(12_000), paidAt: noon + 30_000, ...changes };
}
