import type { OrderReader, OrderStore, PaidOrdersQuery } from '../../../../application/ports/unit-of-work.js';
import type { Order } from '../../../../domain/payments/order.js';
import type { SqlEngine } from './engine.js';
import { orderTable, type OrderRow } from './order-columns.js';
import type { PayerSeal } from './payer-seal.js';
import type { Session, WritingSession } from './unit-scope.js';

/** Most rows of one paidOfUser: a page of fifty (1.1.7 epay-user.order.list) and the one row that shows there is more. */
export const maxPaidOrders = 51;
/** Items of one IN (databases.md 4). */
const maxInItems = 500;

export class SqlOrderReader implements OrderReader {
  readonly #session: Session;
  readonly #seal: PayerSeal;
  constructor(session: Session, seal: PayerSeal) {
    this.#session = session;
    this.#seal = seal;
  }

  byNo(platformOrderNo: string): Promise<Order | undefined> { return this.#first({ platformOrderNo }); }
  byBizNo(devId: string, merchantNo: string, bizOrderNo: string): Promise<Order | undefined> { return this.#first({ devId, merchantNo, bizOrderNo }); }
  byCashierToken(cashierToken: string): Promise<Order | undefined> { return this.#first({ cashierToken }); }

  async paidOfUser({ devId, merchantNos, userId, fromAt, toAt, before, limit }: PaidOrdersQuery): Promise<readonly Order[]> {
    if (merchantNos.length > maxInItems) throw new RangeError(`more than ${maxInItems} payees in one query`);
    const [at, no] = [orderTable.column('createdAt'), orderTable.column('platformOrderNo')];
    const query = orderTable.matching(this.#session, { devId, userId, state: 'paid' }).whereIn(orderTable.column('merchantNo'), [...merchantNos]);
    if (fromAt !== undefined) void query.where(at, '>=', fromAt);
    if (toAt !== undefined) void query.where(at, '<=', toAt);
    if (before) {
      void query.where((older) => {
        void older.where(at, '<', before.createdAt).orWhere((same) => { void same.where(at, before.createdAt).where(no, '<', before.platformOrderNo); });
      });
    }
    const rows: unknown = await query.orderBy([{ column: at, order: 'desc' }, { column: no, order: 'desc' }]).limit(Math.min(limit, maxPaidOrders));
    return orderTable.list(rows).map((row) => this.#seal.toOrder(row));
  }

  async #first(match: Partial<OrderRow>): Promise<Order | undefined> {
    const row = await orderTable.first(this.#session, match);
    return row && this.#seal.toOrder(row);
  }
}

export class SqlOrderStore extends SqlOrderReader implements OrderStore {
  readonly #unit: WritingSession;
  readonly #sealing: PayerSeal;
  readonly #engine: SqlEngine;
  constructor(unit: WritingSession, seal: PayerSeal, engine: SqlEngine) {
    super(unit, seal);
    this.#unit = unit;
    this.#sealing = seal;
    this.#engine = engine;
  }

  async add(order: Order): Promise<'added' | 'exists'> {
    const row = orderTable.encode(this.#sealing.toRow(order));
    try {
      await this.#unit.writingFirst().insert(orderTable.name, row);
      return 'added';
    } catch (error) {
      if (this.#engine.classify(error) !== 'UNIQUE') throw error;
      this.#unit.refuseWrites();
    }
    // Three keys are unique, and only one of them is an answer: a number or a token given twice is a fault.
    const known = await this.byBizNo(order.devId, order.merchantNo, order.bizOrderNo);
    if (known === undefined) throw new Error('an order number or cashier token was given twice');
    return 'exists';
  }

  async take(platformOrderNo: string): Promise<Order | undefined> {
    const row = await orderTable.firstLocked(this.#unit, { platformOrderNo });
    return row && this.#sealing.toOrder(row);
  }

  put(order: Order): Promise<void> { return orderTable.put(this.#unit, this.#sealing.toChangedRow(order)); }
}
