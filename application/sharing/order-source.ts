import { fen, sumOf } from '../../domain/kernel/money.js';
import type { Order } from '../../domain/payments/order.js';
import type { ClearValues } from '../../domain/sharing/map-row.js';
import { billValues, orderValues } from '../../domain/sharing/row-values.js';
import type { NotedOrder } from '../../domain/sharing/share-records.js';
import { sharedTable, type SharedTable } from '../../domain/sharing/shared-tables.js';
import type { SharePlace } from '../../domain/sharing/share-progress.js';
import type { Directory } from '../ports/directory.js';
import type { SharePageQuery } from '../ports/share-books.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import { TamperedError } from '../ports/vault.js';
import type { ShareSource, SourceRow } from './share-source.js';

interface OrderRowsParts { readonly table: SharedTable; readonly unitOfWork: UnitOfWork; readonly valuesOf: (order: Order, noted: NotedOrder) => Promise<ClearValues> }

/** Paid orders, by the local outbox: the target's table has no moment of its own. The payer's data is opened here and masked by the mapping. */
class OrderRows implements ShareSource {
  readonly table: SharedTable;
  readonly #parts: OrderRowsParts;
  constructor(parts: OrderRowsParts) {
    this.table = parts.table;
    this.#parts = parts;
  }

  async page(query: SharePageQuery): Promise<readonly SourceRow[]> {
    return this.#rows(await this.#parts.unitOfWork.read(({ sharing }) => sharing.notedPage(query)));
  }

  async byKeys(keys: readonly string[]): Promise<readonly SourceRow[]> {
    const noted: NotedOrder[] = [];
    for (const key of keys) {
      const one = await this.#parts.unitOfWork.read(({ sharing }) => sharing.noted(key));
      if (one) noted.push(one);
    }
    return this.#rows(noted);
  }

  count(until: SharePlace): Promise<number> { return this.#parts.unitOfWork.read(({ sharing }) => sharing.notedCount(until)); }

  async #rows(noted: readonly NotedOrder[]): Promise<readonly SourceRow[]> {
    const rows: SourceRow[] = [];
    for (const one of noted) rows.push({ place: { at: one.notedAt, id: one.platformOrderNo }, key: one.platformOrderNo, content: await this.#content(one) });
    return rows;
  }

  /** One order whose sealed data was changed must not hold up all others. */
  async #content(noted: NotedOrder): Promise<SourceRow['content']> {
    try {
      const order = await this.#parts.unitOfWork.read(({ orders }) => orders.byNo(noted.platformOrderNo));
      return order === undefined ? { kind: 'unreadable', why: 'no-such-order' } : { kind: 'values', values: await this.#parts.valuesOf(order, noted) };
    } catch (error) {
      if (error instanceof TamperedError) return { kind: 'unreadable', why: 'tampered' };
      throw error;
    }
  }
}

/** Table 7-16. */
export const paidOrderRows = (unitOfWork: UnitOfWork): ShareSource =>
  new OrderRows({ table: sharedTable('paid-orders'), unitOfWork, valuesOf: (order) => Promise.resolve(orderValues(order)) });

/** Our extension table of bills. Money that was given back because it came twice is none of the order's. */
export const orderBillRows = (unitOfWork: UnitOfWork, directory: Pick<Directory, 'payee'>): ShareSource => new OrderRows({
  table: sharedTable('order-bills'), unitOfWork,
  valuesOf: async (order, { notedAt }) => {
    const refunds = await unitOfWork.read((readers) => readers.refunds.ofOrder(order.platformOrderNo));
    const refunded = sumOf(refunds.filter(({ state, attemptNo }) => state === 'refunded' && attemptNo === order.paidAttemptNo).map(({ refundAmount }) => refundAmount));
    return billValues({ order, payeeName: (await directory.payee(order.merchantNo))?.payeeName, refunded: fen(refunded), changedAt: notedAt });
  },
});
