import type { OrderRecords } from '../../../domain/archive/old-orders.js';
import { dayMs } from '../../../domain/kernel/china-time.js';
import type { Order } from '../../../domain/payments/order.js';
import { aCallback, anAbnormalOrder, anAttempt, anOrder, aRefund, aRepeatPayment, no, noon } from './builders.js';
import type { Open, Opened } from './opened.js';

export const longAgo = noon - 400 * dayMs;

/** An order of long ago with one of everything that may belong to it. */
export function oldOrder(n: number, changes: Partial<Order> = {}): OrderRecords {
  const platformOrderNo = no(n);
  const attemptNo = no(5000 + n);
  return {
    order: anOrder({ platformOrderNo, state: 'paid', createdAt: longAgo + n, paidAt: longAgo + n, ...changes }),
    attempts: [anAttempt({ attemptNo, platformOrderNo, state: 'paid', createdAt: longAgo + n })],
    refunds: [aRefund({ platformRefundOrderNo: no(9000 + n), bizRefundOrderNo: `R-${n}`, platformOrderNo, attemptNo, state: 'refunded', refundTradeNo: no(8000 + n) })],
    callbacks: [aCallback({ callbackId: `payment:${platformOrderNo}:2`, platformOrderNo, state: 'accepted', acceptedAt: longAgo + n })],
    abnormalOrders: [anAbnormalOrder({ abnormalId: `paid-after-close:${attemptNo}`, platformOrderNo, attemptNo, handleState: 'handled' })],
    repeatPayments: [aRepeatPayment({ attemptNo, platformOrderNo, handleState: 'handled' })],
  };
}

/** Everything that `found` gives of an order that is whole. */
export const everything = ({ order, attempts: [a], refunds: [r], callbacks: [c], abnormalOrders: [u], repeatPayments: [p] }: OrderRecords) =>
  ({ orders: [order, order, order], attempts: [a, a], refunds: [r, r, r, r], callbacks: [c, c], abnormalOrders: [u, u], repeatPayments: [p, p] });

/** A store of its own for each test of the suite that calls it, and what its tests do with old orders there. */
export function oldOrderShelf(open: Open) {
  let store: Opened | undefined;
  beforeEach(async () => { store = await open(); });
  afterEach(() => store?.close());
  const opened = (): Opened => {
    if (!store) throw new Error('no store is open');
    return store;
  };
  const keep = async ({ order, attempts, refunds, callbacks, abnormalOrders, repeatPayments }: OrderRecords): Promise<void> => opened().unitOfWork.run(async (stores) => {
    await stores.orders.add(order);
    for (const row of attempts) await stores.attempts.add(row);
    for (const row of refunds) await stores.refunds.add(row);
    for (const row of callbacks) await stores.callbacks.add(row);
    for (const row of abnormalOrders) await stores.abnormalOrders.add(row);
    for (const row of repeatPayments) await stores.repeatPayments.add(row);
  });
  const page = (after?: string, limit = 200) => opened().unitOfWork.read(({ archive }) => archive.page(after, limit));
  const numbers = async (after?: string, limit?: number) => (await page(after, limit)).map(({ order }) => order.platformOrderNo);
  const begin = () => opened().unitOfWork.run(({ archive }) => archive.begin(noon));
  const move = (...suffixes: number[]) => opened().unitOfWork.run(async ({ archive }) => {
    await archive.lockedPage(undefined, 200);
    await archive.move(suffixes.map(no));
  });
  const archived = async (...records: readonly OrderRecords[]): Promise<void> => {
    for (const each of records) await keep(each);
    await begin();
    await opened().unitOfWork.run(({ archive }) => archive.move(records.map(({ order }) => order.platformOrderNo)));
  };
  /** Everything that is found of an order, by each of the ways there are. */
  const found = ({ order, attempts: [attempt], refunds: [refund], callbacks: [callback], abnormalOrders: [abnormal], repeatPayments: [repeat] }: OrderRecords) =>
    opened().unitOfWork.read(async ({ orders, attempts, refunds, callbacks, abnormalOrders, repeatPayments }) => ({
      orders: [await orders.byNo(order.platformOrderNo), await orders.byBizNo(order.devId, order.merchantNo, order.bizOrderNo), await orders.byCashierToken(order.cashierToken)],
      attempts: [await attempts.byNo(attempt?.attemptNo ?? ''), ...await attempts.ofOrder(order.platformOrderNo)],
      refunds: [
        await refunds.byNo(refund?.platformRefundOrderNo ?? ''), await refunds.byBizNo('D1', 'M1', refund?.bizRefundOrderNo ?? ''),
        await refunds.byTradeNo(refund?.refundTradeNo ?? ''), ...await refunds.ofOrder(order.platformOrderNo),
      ],
      callbacks: [await callbacks.byId(callback?.callbackId ?? ''), ...await callbacks.ofOrder(order.platformOrderNo)],
      abnormalOrders: [await abnormalOrders.byId(abnormal?.abnormalId ?? ''), ...await abnormalOrders.ofOrder(order.platformOrderNo)],
      repeatPayments: [await repeatPayments.byAttempt(repeat?.attemptNo ?? ''), ...await repeatPayments.ofOrder(order.platformOrderNo)],
    }));
  return { get store() { return opened(); }, keep, page, numbers, begin, move, archived, found };
}
