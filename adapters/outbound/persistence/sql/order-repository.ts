import { maxOrdersOfPayer, type OrderReader, type OrderStore, type PaidOrdersQuery } from '../../../../application/ports/unit-of-work.js';
import type { Order } from '../../../../domain/payments/order.js';
import { moveOrders } from './archive/move-rows.js';
import type { Whereabouts } from './archive/whereabouts.js';
import type { SqlEngine } from './engine.js';
import { orderTable, type OrderRow } from './order-columns.js';
import type { OrderSeal } from './order-seal.js';
import type { SqlTable } from './sql-table.js';
import { indexed, type Sought } from './under-any-key.js';
import type { Session, WritingSession } from './unit-scope.js';

/** Most rows of one paidOfUser: a page of fifty (1.1.7 epay-user.order.list) and the one row that shows there is more. */
export const maxPaidOrders = 51;
/** Items of one IN (databases.md 4). */
const maxInItems = 500;

export class SqlOrderReader implements OrderReader {
  readonly #session: Session;
  readonly #where: Whereabouts;
  readonly #seal: OrderSeal;
  constructor(session: Session, where: Whereabouts, seal: OrderSeal) {
    this.#session = session;
    this.#where = where;
    this.#seal = seal;
  }

  byNo(platformOrderNo: string): Promise<Order | undefined> { return this.#first({ platformOrderNo }); }
  byBizNo(devId: string, merchantNo: string, bizOrderNo: string): Promise<Order | undefined> { return this.#first({ devId, merchantNo, bizOrderNo }); }
  byCashierToken(cashierToken: string): Promise<Order | undefined> { return this.#first({ cashierToken }); }

  async anyOf(devId: string, merchantNo: string): Promise<boolean> { return await this.#where.first(orderTable, { devId, merchantNo }) !== undefined; }

  async ofPayer(bizOrderNo: string, mobile: string): Promise<readonly Order[]> {
    const indexes = this.#seal.phoneIndexes(mobile);
    if (indexes.length === 0) return [];
    const sought: Sought<OrderRow> = { match: { bizOrderNo }, property: 'payerMobileIndex', indexes };
    const here = await this.#rowsOfPayer(orderTable, sought);
    // Here twice: an order may be moved, either way, between two looks.
    const more = await this.#where.inUse()
      ? [...await this.#rowsOfPayer(orderTable.archive, sought), ...await this.#rowsOfPayer(orderTable, sought)] : [];
    const rows = [...new Map([...here, ...more].map((row) => [row.platformOrderNo, row])).values()];
    return Promise.all(rows.sort(newestFirst).slice(0, maxOrdersOfPayer).map((row) => this.#known(row)));
  }

  async #rowsOfPayer(table: SqlTable<OrderRow>, sought: Sought<OrderRow>): Promise<readonly OrderRow[]> {
    const by = [{ column: table.column('createdAt'), order: 'desc' as const }, { column: table.column('platformOrderNo'), order: 'desc' as const }];
    return table.list(await indexed(table, this.#session, sought).orderBy(by).limit(maxOrdersOfPayer));
  }

  async paidOfUser(asked: PaidOrdersQuery): Promise<readonly Order[]> {
    if (asked.merchantNos.length > maxInItems) throw new RangeError(`more than ${maxInItems} payees in one query`);
    const query = { ...asked, limit: Math.min(asked.limit, maxPaidOrders) };
    const here = await this.#paidRows(orderTable, query);
    const away = await this.#mayHoldMore(here, query) ? await this.#paidRows(orderTable.archive, query) : [];
    // An order that was moved between the two looks is in both.
    const rows = [...new Map([...here, ...away].map((row) => [row.platformOrderNo, row])).values()];
    return Promise.all(rows.sort(newestFirst).slice(0, query.limit).map((row) => this.#known(row)));
  }

  async #paidRows(table: SqlTable<OrderRow>, { devId, merchantNos, userId, fromAt, toAt, before, limit }: PaidOrdersQuery): Promise<readonly OrderRow[]> {
    const [at, no] = [table.column('createdAt'), table.column('platformOrderNo')];
    const query = table.matching(this.#session, { devId, userId, state: 'paid' }).whereIn(table.column('merchantNo'), [...merchantNos]);
    if (fromAt !== undefined) void query.where(at, '>=', fromAt);
    const upTo = Math.min(toAt ?? Infinity, before?.createdAt ?? Infinity);
    // Of a page in the middle too: the two keys below say the same, but servers do not begin in the middle of an index because of an OR.
    if (upTo < Infinity) void query.where(at, '<=', upTo);
    if (before) {
      void query.where((older) => {
        void older.where(at, '<', before.createdAt).orWhere((same) => { void same.where(at, before.createdAt).where(no, '<', before.platformOrderNo); });
      });
    }
    const rows: unknown = await query.orderBy([{ column: at, order: 'desc' }, { column: no, order: 'desc' }]).limit(limit);
    return table.list(rows);
  }

  /** Whether archived orders may come before the end of this page: not while it is full of recent ones, nor when only recent ones were asked for. */
  async #mayHoldMore(here: readonly OrderRow[], { fromAt, limit }: PaidOrdersQuery): Promise<boolean> {
    const oldest = here.length < limit ? fromAt : here.at(-1)?.createdAt;
    return (oldest === undefined || this.#where.isOldEnough(oldest)) && this.#where.inUse();
  }

  async #first(match: Partial<OrderRow>): Promise<Order | undefined> {
    const row = await this.#where.first(orderTable, match);
    return row && this.#known(row);
  }

  #known(row: OrderRow): Promise<Order> {
    this.#where.note(row);
    return this.#seal.order(row);
  }
}

const newestFirst = (a: OrderRow, b: OrderRow): number => b.createdAt - a.createdAt || (a.platformOrderNo < b.platformOrderNo ? 1 : -1);

export class SqlOrderStore extends SqlOrderReader implements OrderStore {
  readonly #unit: WritingSession;
  readonly #whereabouts: Whereabouts;
  readonly #sealing: OrderSeal;
  readonly #engine: SqlEngine;
  constructor(unit: WritingSession, where: Whereabouts, seal: OrderSeal, engine: SqlEngine) {
    super(unit, where, seal);
    this.#unit = unit;
    this.#whereabouts = where;
    this.#sealing = seal;
    this.#engine = engine;
  }

  async add(order: Order): Promise<'added' | 'exists'> {
    const row = this.#sealing.newRow(order);
    try {
      await this.#unit.writingFirst().insert(orderTable.name, orderTable.encode(row));
      if (!await this.#isArchived(order)) {
        orderTable.mention(this.#unit, row, 'added', 0);
        return 'added';
      }
      // The unit is rolled back as well; until it ends it reads what was there before.
      await this.#unit.writing().table(orderTable.name).where(orderTable.condition({ platformOrderNo: order.platformOrderNo })).delete();
    } catch (error) {
      if (this.#engine.classify(error) !== 'UNIQUE') throw error;
    }
    await this.#unit.refuseWrites();
    // Three keys are unique, and only one of them is an answer: a number or a token given twice is a fault.
    const known = await this.byBizNo(order.devId, order.merchantNo, order.bizOrderNo);
    if (known === undefined) throw new Error('an order number or cashier token was given twice');
    return 'exists';
  }

  async take(platformOrderNo: string): Promise<Order | undefined> {
    const row = await orderTable.firstLocked(this.#unit, { platformOrderNo }) ?? await this.#takeBack(platformOrderNo);
    if (row === undefined) return undefined;
    this.#whereabouts.noteLocked(platformOrderNo);
    return this.#sealing.order(row);
  }

  put(order: Order): Promise<void> { return orderTable.put(this.#unit, this.#sealing.changedRow(order)); }

  /** Looked for after the insert: whoever moves this very number away holds its lock until then, and the insert waited for it. */
  async #isArchived({ devId, merchantNo, bizOrderNo }: Order): Promise<boolean> {
    return await this.#whereabouts.inUse() && await orderTable.archive.first(this.#unit, { devId, merchantNo, bizOrderNo }) !== undefined;
  }

  /** The archived row is locked first: of two who want the order back at once, one moves it and the other finds it here. */
  async #takeBack(platformOrderNo: string): Promise<OrderRow | undefined> {
    if (!await this.#whereabouts.inUse()) return undefined;
    const away = await orderTable.archive.firstLocked(this.#unit, { platformOrderNo });
    if (away !== undefined) await moveOrders(this.#unit, 'back', [platformOrderNo]);
    return orderTable.firstLocked(this.#unit, { platformOrderNo });
  }
}
