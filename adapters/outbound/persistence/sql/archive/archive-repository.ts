import { maxArchivePage, type ArchiveReader, type ArchiveStore } from '../../../../../application/ports/archive.js';
import { ConcurrentChange } from '../../../../../application/ports/unit-of-work.js';
import type { Knex } from 'knex';
import type { OrderRecords } from '../../../../../domain/archive/old-orders.js';
import type { EpochMs } from '../../../../../domain/kernel/china-time.js';
import { abnormalTable, repeatTable } from '../abnormal-repository.js';
import { attemptOf, attemptTable } from '../attempt-repository.js';
import { callbackTable } from '../callback-repository.js';
import type { SqlEngine } from '../engine.js';
import { endLease, makeLease, takeLease } from '../lease.js';
import { orderTable, type OrderRow } from '../order-columns.js';
import type { PayerSeal } from '../payer-seal.js';
import { refundOf, refundTable } from '../refund-repository.js';
import type { SqlTable } from '../sql-table.js';
import type { Session, WritingSession } from '../unit-scope.js';
import { moveOrders } from './move-rows.js';
import { archiveMarkTable, orderArchive, type ArchiveWatch } from './whereabouts.js';

const archiveLease = 'archive';
/** Most rows of one kind that belong to one page; where they are more, the page has fewer orders. One order never has as many. */
const maxRowsOfPage = 5000;

type Locking = (orders: Knex.QueryBuilder) => Knex.QueryBuilder;
/** Rows by the number of their order. */
type ByOrder<T> = ReadonlyMap<string, readonly T[]>;
type Belonging = { readonly [K in keyof Omit<OrderRecords, 'order'>]: ByOrder<OrderRecords[K][number]> };

export class SqlArchiveReader implements ArchiveReader {
  readonly #session: Session;
  readonly #seal: PayerSeal;
  constructor(session: Session, seal: PayerSeal) {
    this.#session = session;
    this.#seal = seal;
  }

  async begunAt(): Promise<EpochMs | undefined> { return (await archiveMarkTable.first(this.#session, { name: orderArchive }))?.begunAt; }

  page(after: string | undefined, limit: number): Promise<readonly OrderRecords[]> { return this.records(after, limit, (orders) => orders); }

  /** `locking` may lock the orders, before anything of them is judged. Two selects: no engine's limit goes together with a lock on all of them. */
  protected async records(after: string | undefined, limit: number, locking: Locking): Promise<readonly OrderRecords[]> {
    const numbers = await this.#numbers(after, limit);
    if (numbers.length === 0) return [];
    const no = orderTable.column('platformOrderNo');
    const rows: unknown = await locking(this.#session.reading.table(orderTable.name).select(orderTable.columnNames).whereIn(no, [...numbers]).orderBy(no));
    const orders = orderTable.list(rows);
    return this.#withBelonging(orders);
  }

  async #numbers(after: string | undefined, limit: number): Promise<readonly string[]> {
    const no = orderTable.column('platformOrderNo');
    const query = this.#session.reading.table(orderTable.name).select(no).orderBy(no).limit(Math.min(limit, maxArchivePage));
    const rows: unknown = await (after === undefined ? query : query.where(no, '>', after));
    return (rows as readonly Readonly<Record<string, string>>[]).map((row) => row[no] ?? '');
  }

  async #withBelonging(orders: readonly OrderRow[]): Promise<readonly OrderRecords[]> {
    const belonging = await this.#belonging(orders.map(({ platformOrderNo }) => platformOrderNo));
    if (belonging === 'too-many') return this.#withBelonging(orders.slice(0, Math.ceil(orders.length / 2)));
    const { attempts, refunds, callbacks, abnormalOrders, repeatPayments } = belonging;
    return orders.map((row) => {
      const of = <T>(rows: ByOrder<T>): readonly T[] => rows.get(row.platformOrderNo) ?? [];
      return { order: this.#seal.toOrder(row), attempts: of(attempts), refunds: of(refunds), callbacks: of(callbacks), abnormalOrders: of(abnormalOrders), repeatPayments: of(repeatPayments) };
    });
  }

  async #belonging(numbers: readonly string[]): Promise<Belonging | 'too-many'> {
    const [attempts, refunds, callbacks, abnormalOrders, repeatPayments] = [
      await this.#rows(attemptTable, numbers), await this.#rows(refundTable, numbers), await this.#rows(callbackTable, numbers),
      await this.#rows(abnormalTable, numbers), await this.#rows(repeatTable, numbers),
    ];
    if (numbers.length > 1 && [attempts, refunds, callbacks, abnormalOrders, repeatPayments].some(({ length }) => length > maxRowsOfPage)) return 'too-many';
    return { attempts: byOrder(attempts.map(attemptOf)), refunds: byOrder(refunds.map(refundOf)), callbacks: byOrder(callbacks), abnormalOrders: byOrder(abnormalOrders), repeatPayments: byOrder(repeatPayments) };
  }

  async #rows<T extends { readonly platformOrderNo: string }>(table: SqlTable<T>, numbers: readonly string[]): Promise<readonly T[]> {
    const rows: unknown = await this.#session.reading.table(table.name).select(table.columnNames).whereIn(table.column('platformOrderNo'), [...numbers]).limit(maxRowsOfPage + 1);
    return table.list(rows);
  }
}

export class SqlArchiveStore extends SqlArchiveReader implements ArchiveStore {
  readonly #unit: WritingSession;
  readonly #engine: SqlEngine;
  readonly #watch: ArchiveWatch;
  constructor(unit: WritingSession, seal: PayerSeal, engine: SqlEngine, watch: ArchiveWatch) {
    super(unit, seal);
    this.#unit = unit;
    this.#engine = engine;
    this.#watch = watch;
  }

  async begin(at: EpochMs): Promise<void> {
    this.#watch.noteBegun();
    try {
      await archiveMarkTable.insert(this.#unit, { name: orderArchive, begunAt: at });
      await makeLease(this.#unit, archiveLease);
    } catch (error) {
      throw this.#engine.classify(error) === 'UNIQUE' ? new ConcurrentChange('archiving was begun meanwhile', { cause: error }) : error;
    }
  }

  takeTurn(owner: string, now: EpochMs, ttlMs: number): Promise<boolean> { return takeLease(this.#unit, archiveLease, owner, now, ttlMs); }
  endTurn(owner: string): Promise<void> { return endLease(this.#unit, archiveLease, owner); }

  lockedPage(after: string | undefined, limit: number): Promise<readonly OrderRecords[]> {
    return this.records(after, limit, (orders) => (this.#unit.locksRows ? orders.forUpdate() : orders));
  }

  move(platformOrderNos: readonly string[]): Promise<void> { return moveOrders(this.#unit, 'away', platformOrderNos); }
}

function byOrder<T extends { readonly platformOrderNo: string }>(rows: readonly T[]): ByOrder<T> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.platformOrderNo, [...groups.get(row.platformOrderNo) ?? [], row]);
  return groups;
}
