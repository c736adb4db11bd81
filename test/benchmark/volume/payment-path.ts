import type { AuditEntry } from '../../../domain/audit/audit-entry.js';
import { fen } from '../../../domain/kernel/money.js';
import { newAttempt } from '../../../domain/payments/attempt.js';
import { newOrder } from '../../../domain/payments/order.js';
import { newsOfOrder, paymentCallback } from '../../../domain/callbacks/news.js';
import { afterTry, defaultCallbackPlan } from '../../../domain/callbacks/callback.js';
import { latenciesOf, type Latencies } from '../statistics.js';
import type { VolumeStore } from './store.js';

export interface PathFigures { readonly payments: number; readonly paymentsPerSecond: number; /** Order, attempt, callback, three jobs, three audit entries. */ readonly rowsPerSecond: number; readonly ms: Latencies }

const rowsOfPayment = 9;
/** The sequencer numbers entries within seconds; here after so many payments. */
const paymentsPerNumbering = 50;

/** Whole payments one after the other, as the use cases store them: what one connection can do, each commit on the disk. */
export async function measurePath(opened: VolumeStore, forMs: number): Promise<PathFigures> {
  const times: number[] = [];
  const startedAt = performance.now();
  while (performance.now() - startedAt < forMs) {
    const began = performance.now();
    await onePayment(opened);
    times.push(performance.now() - began);
    if (times.length % paymentsPerNumbering === 0) await opened.store.auditChain.extend('volume', 500);
  }
  const seconds = (performance.now() - startedAt) / 1000;
  return { payments: times.length, paymentsPerSecond: times.length / seconds, rowsPerSecond: times.length * rowsOfPayment / seconds, ms: latenciesOf(times) };
}

async function onePayment({ store: { unitOfWork, jobBoard }, ids, clock }: VolumeStore): Promise<void> {
  const now = clock.now();
  const order = newOrder({
    devId: 'DEV-0', merchantNo: '35040000', bizOrderNo: `V${ids.next()}`, orderDate: '20261101', orderTime: '20261101080001', terminal: 'any', orderAmount: fen(12_000n), bizDiscountAmount: fen(0n),
    orderTitle: '不动产登记费', orderDescription: undefined, returnUrl: 'https://business-0.example.gov.cn/payments/back', notifyUrl: 'https://business-0.example.gov.cn/payments/notify',
    personBillDetailUrl: undefined, validMinutes: 120, passbackParams: undefined, userId: 'user-1', payer: { name: '张三', mobile: '13800138000', certNo: undefined }, subOrders: [], nontaxInfo: '{"payerType":"1"}',
  }, { platformOrderNo: ids.next(), cashierToken: ids.token(), contentDigest: 'd'.repeat(64), now });
  const no = order.platformOrderNo;
  const entry = (action: string, after: Readonly<Record<string, string>>): AuditEntry => ({
    entryId: ids.next(), at: now, actor: { kind: 'developer', code: 'DEV-0', address: '192.0.2.7' }, action, objectKind: 'order', objectNo: no, description: '业务系统下单',
    before: { orderState: 'awaiting' }, after, requestId: undefined,
  });
  await unitOfWork.run(async (stores) => {
    await stores.orders.add(order);
    await stores.outbox.enqueue({ topic: 'expire-order', key: no, dueAt: order.expiresAt, fresh: true });
    await stores.audit.append(entry('order.placed', { orderState: 'awaiting', orderAmount: '12000' }));
  });
  await unitOfWork.read(async ({ orders, attempts }) => [await orders.byCashierToken(order.cashierToken), await attempts.ofOrder(no)]);
  const attempt = newAttempt({
    attemptNo: ids.next(), platformOrderNo: no, merchantNo: order.merchantNo, payChannel: 'alipay', payMethod: 'h5', channelMerchantId: 'CM-350400', amount: fen(12_000n), limitAt: order.expiresAt,
    codeDigest: undefined, receivedAt: now, now,
  });
  await unitOfWork.run(async (stores) => {
    const taken = await stores.orders.take(no);
    await stores.attempts.ofOrder(no);
    if (taken) await stores.orders.put({ ...taken, state: 'paying' });
    await stores.attempts.add(attempt);
    await stores.outbox.enqueue({ topic: 'query-attempt', key: attempt.attemptNo, dueAt: now + 10_000, fresh: true });
    await stores.audit.append(entry('attempt.started', { orderState: 'paying', attemptNo: attempt.attemptNo }));
  });
  const callbackId = await unitOfWork.run(async (stores) => {
    const [taken, asked] = [await stores.orders.take(no), await stores.attempts.byNo(attempt.attemptNo)];
    if (!taken || !asked) throw new Error('a payment lost its order');
    const paid = { ...taken, state: 'paid' as const, paidAt: now, paidAttemptNo: attempt.attemptNo, payChannel: 'alipay' as const, channelOrderNo: `T${no}` };
    await stores.attempts.put({ ...asked, state: 'paid', busy: false, paidAt: now, channelOrderNo: `T${no}` });
    await stores.orders.put(paid);
    const callback = paymentCallback(paid, `${no}-paid`, newsOfOrder(paid), now);
    await stores.callbacks.add(callback);
    await stores.outbox.enqueue({ topic: 'deliver-callback', key: callback.callbackId, dueAt: now });
    await stores.audit.append(entry('order.paid', { orderState: 'paid', source: 'message' }));
    return callback.callbackId;
  });
  const [job] = await jobBoard.claim('volume', now, 60_000, 1);
  await unitOfWork.run(async ({ callbacks }) => {
    const callback = await callbacks.byId(callbackId);
    if (callback) await callbacks.put(afterTry(callback, now, true, 'http 200', defaultCallbackPlan));
  });
  if (job) await jobBoard.settle(job, { kind: 'done' });
}
