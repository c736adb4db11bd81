import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { numberedRows } from '../../../adapters/outbound/persistence/sql/sql-audit-chain.js';
import type { Persistence } from '../../../adapters/outbound/persistence/sql/sql-persistence.js';
import { dayMs } from './shares.js';

/** One order that is there, and what belongs to it: the values an operation is asked with. */
export interface Sample {
  readonly platformOrderNo: string; readonly devId: string; readonly merchantNo: string; readonly bizOrderNo: string; readonly cashierToken: string;
  readonly createdAt: number; readonly userId: string; readonly attemptNo: string; readonly callbackId: string;
  /** A refund made about that time; of another order, for few orders have one. */
  readonly refund: { readonly platformRefundOrderNo: string; readonly devId: string; readonly merchantNo: string; readonly bizRefundOrderNo: string; readonly refundTradeNo: string; readonly platformOrderNo: string };
  /** A numbered audit entry. */
  readonly audit: { readonly seq: number; readonly entryId: string };
  /** A user with thousands of orders, and the payees where he pays. */
  readonly busyUser: { readonly userId: string; readonly devId: string; readonly merchantNos: readonly string[] };
}

/** What the product asks of its store, by the operation's name: its statements are heard, not copied. `now` is the moment of the newest order. */
export interface Operation {
  readonly name: string;
  /** It changes what it finds, so it is not asked a second time with the same values. */
  readonly once?: true;
  /** The same whatever the order: asked less often. */
  readonly alike?: true;
  run(store: Persistence, sample: Sample, now: number, engine: SqlEngine): Promise<unknown>;
}

const reads: readonly Operation[] = [
  { name: 'orders.byNo', run: (store, { platformOrderNo }) => store.unitOfWork.read(({ orders }) => orders.byNo(platformOrderNo)) },
  { name: 'orders.byBizNo', run: (store, { devId, merchantNo, bizOrderNo }) => store.unitOfWork.read(({ orders }) => orders.byBizNo(devId, merchantNo, bizOrderNo)) },
  { name: 'orders.byCashierToken', run: (store, { cashierToken }) => store.unitOfWork.read(({ orders }) => orders.byCashierToken(cashierToken)) },
  { name: 'orders.ofPayer', run: (store, { bizOrderNo }) => store.unitOfWork.read(({ orders }) => orders.ofPayer(bizOrderNo, '13800138000')) },
  { name: 'orders.paidOfUser', run: (store, { devId, merchantNo, userId }) => store.unitOfWork.read(({ orders }) => orders.paidOfUser({ devId, merchantNos: [merchantNo], userId, fromAt: undefined, toAt: undefined, before: undefined, limit: 51 })) },
  { name: 'orders.paidOfUser, some month', run: (store, { busyUser, createdAt }) => store.unitOfWork.read(({ orders }) => orders.paidOfUser({ ...busyUser, fromAt: createdAt, toAt: createdAt + 30 * dayMs, before: undefined, limit: 51 })) },
  { name: 'orders.paidOfUser, some page', run: (store, { busyUser, createdAt, platformOrderNo }) => store.unitOfWork.read(({ orders }) => orders.paidOfUser({ ...busyUser, fromAt: undefined, toAt: undefined, before: { createdAt, platformOrderNo }, limit: 51 })) },
  { name: 'attempts.byNo', run: (store, { attemptNo }) => store.unitOfWork.read(({ attempts }) => attempts.byNo(attemptNo)) },
  { name: 'attempts.ofOrder', run: (store, { platformOrderNo }) => store.unitOfWork.read(({ attempts }) => attempts.ofOrder(platformOrderNo)) },
  { name: 'refunds.byNo', run: (store, { refund }) => store.unitOfWork.read(({ refunds }) => refunds.byNo(refund.platformRefundOrderNo)) },
  { name: 'refunds.byBizNo', run: (store, { refund }) => store.unitOfWork.read(({ refunds }) => refunds.byBizNo(refund.devId, refund.merchantNo, refund.bizRefundOrderNo)) },
  { name: 'refunds.byTradeNo', run: (store, { refund }) => store.unitOfWork.read(({ refunds }) => refunds.byTradeNo(refund.refundTradeNo)) },
  { name: 'refunds.ofOrder', run: (store, { refund }) => store.unitOfWork.read(({ refunds }) => refunds.ofOrder(refund.platformOrderNo)) },
  { name: 'callbacks.byId', run: (store, { callbackId }) => store.unitOfWork.read(({ callbacks }) => callbacks.byId(callbackId)) },
  { name: 'callbacks.ofOrder', run: (store, { platformOrderNo }) => store.unitOfWork.read(({ callbacks }) => callbacks.ofOrder(platformOrderNo)) },
  { name: 'abnormalOrders.byId, ofOrder', run: (store, { attemptNo, platformOrderNo }) => store.unitOfWork.read(async ({ abnormalOrders }) => [await abnormalOrders.byId(`paid-after-close:${attemptNo}`), await abnormalOrders.ofOrder(platformOrderNo)]) },
  { name: 'repeatPayments.byAttempt, ofOrder', run: (store, { attemptNo, platformOrderNo }) => store.unitOfWork.read(async ({ repeatPayments }) => [await repeatPayments.byAttempt(attemptNo), await repeatPayments.ofOrder(platformOrderNo)]) },
];

/** Most rows a person is shown (application/recovery/recovery-parts.ts). */
const shown = 1000;
const listsAndFigures: readonly Operation[] = [
  { name: 'recovery.mark, isReleased', alike: true, run: (store, { refund }) => store.unitOfWork.run(async ({ recovery }) => [await recovery.mark(), await recovery.isReleased('1', refund.platformRefundOrderNo)]) },
  { name: 'recovery.openRefunds', alike: true, run: (store) => store.unitOfWork.read(({ recovery }) => recovery.openRefunds(shown)) },
  { name: 'recovery.pendingCallbacks', alike: true, run: (store) => store.unitOfWork.read(({ recovery }) => recovery.pendingCallbacks(shown)) },
  { name: 'recovery.latestMoment', alike: true, run: (store) => store.unitOfWork.read(({ recovery }) => recovery.latestMoment()) },
  { name: 'recovery.lostPayments', alike: true, run: (store) => store.unitOfWork.read(({ recovery }) => recovery.lostPayments(shown)) },
  { name: 'jobBoard.nextDueAt', alike: true, run: (store) => store.jobBoard.nextDueAt() },
  { name: 'jobBoard.counts', alike: true, run: (store) => store.jobBoard.counts() },
];

const work: readonly Operation[] = [
  { name: 'jobBoard.claim, settle', once: true, alike: true, run: async (store, _, now) => { for (const job of await store.jobBoard.claim('volume', now + dayMs, 60_000, 16)) await store.jobBoard.settle(job, { kind: 'again', dueAt: now + 7_200_000 }); } },
  { name: 'jobBoard.releaseExpired, handBack', alike: true, run: async (store, _, now) => [await store.jobBoard.releaseExpired(now), await store.jobBoard.handBack('volume')] },
  { name: 'jobBoard.archiveDone', once: true, alike: true, run: (store, _, now) => store.jobBoard.archiveDone(now - 29 * dayMs, 500) },
  { name: 'auditChain.extend', once: true, alike: true, run: (store) => store.auditChain.extend('volume', 500) },
  { name: 'auditChain.verify, first page', alike: true, run: (store) => store.auditChain.verify() },
  { name: 'auditChain.verify, some page', run: (_store, { audit }, _now, { reader }) => numberedRows({ reading: { table: (name) => reader(name), kept: () => Promise.reject(new Error('nothing is kept here')) }, locksRows: false }, audit.seq, audit.entryId) },
];

/** What is measured and, on a small store, tested to need no scan. The path of a payment stands in `payment-path.ts`. */
export const operations: readonly Operation[] = [...reads, ...listsAndFigures, ...work];
