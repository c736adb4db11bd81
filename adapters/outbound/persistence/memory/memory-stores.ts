import {
  ConcurrentChange, maxOrdersOfPayer, type AbnormalOrderStore, type AttemptStore, type CallbackStore, type OrderStore, type PaidOrdersQuery, type PayeeRecords, type RefundStore,
  type RepeatPaymentStore,
} from '../../../../application/ports/unit-of-work.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import { normaliseMobile } from '../../../../domain/kernel/personal-data.js';
import type { Order } from '../../../../domain/payments/order.js';
import { maxPaidOrders } from '../sql/order-repository.js';
import { pageSize, withinMaxRows } from '../sql/row-limits.js';
import { maxInList } from '../sql/stored-values.js';
import type { MemoryTables } from './memory-database.js';
import type { MemoryScope } from './memory-scope.js';
import { joined, putVersioned, type MemoryTable } from './memory-table.js';
import { memoryCallbackDesk } from './memory-callback-desk.js';

/** Tables as one flow sees them: inside its unit (`scope`) or, without one, committed rows only. */
export interface View { readonly tables: MemoryTables; readonly scope: MemoryScope | undefined }

export function seen(view: View): boolean {
  view.scope?.reading();
  return view.scope !== undefined;
}

export function writing(view: View): void {
  if (view.scope === undefined) throw new Error('a reader does not write');
  view.scope.writing();
}

async function ofOrder<T extends { readonly createdAt: EpochMs }>(view: View, table: MemoryTable<T>, platformOrderNo: string): Promise<readonly T[]> {
  return withinMaxRows('a table in memory', table.group('order', platformOrderNo, seen(view))).sort((a, b) => a.createdAt - b.createdAt);
}

export async function addOnce<T>(view: View, table: MemoryTable<T>, row: T): Promise<'added' | 'exists'> {
  writing(view);
  return table.insert(row) ? 'added' : 'exists';
}

export async function put<T extends { readonly version: number }>(view: View, table: MemoryTable<T>, key: string, row: T): Promise<void> {
  writing(view);
  putVersioned(table, key, row);
}

export function orderStore(view: View): OrderStore {
  const { orders, archivedOrders } = view.tables;
  const one = (grouping: string, value: string): Order | undefined => orders.group(grouping, value, seen(view))[0];
  return {
    byNo: async (no) => orders.get(no, seen(view)),
    byBizNo: async (...parts) => one('biz', joined(...parts)),
    byCashierToken: async (token) => one('token', token),
    anyOf: async (devId, merchantNo) => orders.all(seen(view)).some((row) => row.devId === devId && row.merchantNo === merchantNo),
    ofPayer: async (bizOrderNo, mobile) => orders.group('number', bizOrderNo, seen(view)).filter(({ payer }) => payer.mobile !== undefined && normaliseMobile(payer.mobile) === normaliseMobile(mobile))
      .sort(newestFirst).slice(0, maxOrdersOfPayer),
    paidOfUser: async (query) => paidOrders(orders.group('user', joined(query.devId, query.userId), seen(view)), query),
    take: async (no) => {
      if (archivedOrders.get(no, seen(view)) !== undefined) {
        writing(view);
        archivedOrders.remove(no);
      }
      return orders.get(no, true);
    },
    put: (order) => put(view, orders, order.platformOrderNo, order),
    add: async (order) => {
      writingFirst(view);
      if (one('biz', joined(order.devId, order.merchantNo, order.bizOrderNo))) {
        view.scope?.refuseWrites();
        return 'exists';
      }
      if (one('token', order.cashierToken) || !orders.insert(order)) throw new Error('an order number or cashier token was given twice');
      return 'added';
    },
  };
}

function writingFirst(view: View): void {
  if (view.scope === undefined) throw new Error('a reader does not write');
  view.scope.writingFirst();
}

function paidOrders(rows: readonly Order[], { merchantNos, fromAt, toAt, before, limit }: PaidOrdersQuery): readonly Order[] {
  const older = (row: Order): boolean => before === undefined || row.createdAt < before.createdAt
    || (row.createdAt === before.createdAt && row.platformOrderNo < before.platformOrderNo);
  return rows
    .filter((row) => row.state === 'paid' && merchantNos.includes(row.merchantNo) && older(row)
      && row.createdAt >= (fromAt ?? -Infinity) && row.createdAt <= (toAt ?? Infinity))
    .sort(newestFirst)
    .slice(0, Math.min(limit, maxPaidOrders));
}

const newestFirst = (a: Order, b: Order): number => b.createdAt - a.createdAt || (a.platformOrderNo < b.platformOrderNo ? 1 : -1);

export function attemptStore(view: View): AttemptStore {
  const { attempts } = view.tables;
  return {
    byNo: async (no) => attempts.get(no, seen(view)),
    ofOrder: (no) => ofOrder(view, attempts, no),
    anyThrough: async (channelMerchantId, merchantNo) => attempts.all(seen(view)).some((row) => row.channelMerchantId === channelMerchantId && (merchantNo === undefined || row.merchantNo === merchantNo)),
    put: (attempt) => put(view, attempts, attempt.attemptNo, attempt),
    add: async (attempt) => {
      if (await addOnce(view, attempts, attempt) === 'exists') throw new Error('an attempt number was given twice');
    },
  };
}

export function refundStore(view: View): RefundStore {
  const { refunds } = view.tables;
  const byBizNo = (devId: string, merchantNo: string, no: string) => refunds.group('biz', joined(devId, merchantNo, no), seen(view))[0];
  return {
    byNo: async (no) => refunds.get(no, seen(view)),
    byBizNo: async (...parts) => byBizNo(...parts),
    byTradeNo: async (no) => refunds.all(seen(view)).find((row) => row.refundTradeNo === no),
    ofOrder: (no) => ofOrder(view, refunds, no),
    put: (refund) => put(view, refunds, refund.platformRefundOrderNo, refund),
    add: async (refund) => {
      writing(view);
      const taken = byBizNo(refund.devId, refund.merchantNo, refund.bizRefundOrderNo);
      if (taken || !refunds.insert(refund)) throw new ConcurrentChange('the refund number was taken meanwhile');
    },
  };
}

export function callbackStore(view: View): CallbackStore {
  const { callbacks } = view.tables;
  return {
    ...memoryCallbackDesk(() => callbacks.all(seen(view))),
    byId: async (id) => callbacks.get(id, seen(view)), ofOrder: (no) => ofOrder(view, callbacks, no),
    add: (row) => addOnce(view, callbacks, row), put: (row) => put(view, callbacks, row.callbackId, row),
    addFresh: async (row) => {
      if (await addOnce(view, callbacks, row) === 'exists') throw new Error('a callback number was given twice');
    },
  };
}

function ofPayee<T extends { readonly createdAt: EpochMs }>(rows: readonly T[], noOf: (row: T) => string, { fromAt, toAt, after, limit }: PayeeRecords): readonly T[] {
  const isBehind = (row: T): boolean => after === undefined || row.createdAt > after.createdAt || (row.createdAt === after.createdAt && noOf(row) > after.no);
  return rows.filter((row) => row.createdAt >= fromAt && row.createdAt < toAt && isBehind(row))
    .sort((a, b) => a.createdAt - b.createdAt || (noOf(a) < noOf(b) ? -1 : 1)).slice(0, pageSize(limit, maxInList));
}

export function abnormalStore(view: View): AbnormalOrderStore {
  const { abnormalOrders } = view.tables;
  return {
    ofPayee: async (query) => ofPayee(abnormalOrders.group('payee', query.merchantNo, seen(view)), (row) => row.abnormalId, query),
    byId: async (id) => abnormalOrders.get(id, seen(view)), ofOrder: (no) => ofOrder(view, abnormalOrders, no),
    add: (row) => addOnce(view, abnormalOrders, row), put: (row) => put(view, abnormalOrders, row.abnormalId, row),
  };
}

export function repeatStore(view: View): RepeatPaymentStore {
  const { repeatPayments } = view.tables;
  return {
    ofPayee: async (query) => ofPayee(repeatPayments.group('payee', query.merchantNo, seen(view)), (row) => row.attemptNo, query),
    byAttempt: async (no) => repeatPayments.get(no, seen(view)), ofOrder: (no) => ofOrder(view, repeatPayments, no),
    add: (row) => addOnce(view, repeatPayments, row), put: (row) => put(view, repeatPayments, row.attemptNo, row),
  };
}
