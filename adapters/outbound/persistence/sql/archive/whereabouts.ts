import type { PayeeRecords } from '../../../../../application/ports/unit-of-work.js';
import { minArchiveAgeMs } from '../../../../../domain/archive/old-orders.js';
import { dayMs, type EpochMs } from '../../../../../domain/kernel/china-time.js';
import type { Order } from '../../../../../domain/payments/order.js';
import { epochMs, text } from '../codecs.js';
import { pageSize } from '../row-limits.js';
import { SqlTable } from '../sql-table.js';
import { maxInList } from '../stored-values.js';
import type { TimedCache } from '../timed-cache.js';
import type { Session } from '../unit-scope.js';

export interface ArchiveMark { readonly name: string; readonly begunAt: EpochMs }
export const archiveMarkTable = new SqlTable<ArchiveMark>('archive_mark', { name: ['archive_name', text(32)], begunAt: ['begun_at', epochMs] }, ['name']);
export const orderArchive = 'orders';

/** Whether a process has to reckon with archived orders: never, until somebody begins to archive, and from then on for ever. */
export class ArchiveWatch {
  readonly #marks: TimedCache;
  #inUse = false;
  constructor(marks: TimedCache) { this.#marks = marks; }

  async inUse(session: Session): Promise<boolean> {
    if (!this.#inUse) this.#inUse = await this.#marks.get(orderArchive, async () => await archiveMarkTable.first(session, { name: orderArchive }) !== undefined);
    return this.#inUse;
  }

  /** This process begins itself. Should that be rolled back, it looks in vain, no more. */
  noteBegun(): void { this.#inUse = true; }
}

/** A day for clocks that differ. */
const surelyHereMs = minArchiveAgeMs - dayMs;

/** Finds the rows of one session wherever they are, and knows of recent orders that they cannot be away, so that those cost no second look. */
export class Whereabouts {
  readonly #watch: ArchiveWatch;
  readonly #session: Session;
  readonly #now: () => EpochMs;
  readonly #here = new Set<string>();
  constructor(watch: ArchiveWatch, session: Session, now: () => EpochMs) {
    this.#watch = watch;
    this.#session = session;
    this.#now = now;
  }

  inUse(): Promise<boolean> { return this.#watch.inUse(this.#session); }

  /** Whether orders made at `createdAt` may be archived at all. */
  isOldEnough(createdAt: EpochMs): boolean { return createdAt < this.#now() - surelyHereMs; }

  /** Read in daily work: too young to be moved meanwhile. */
  note(order: Pick<Order, 'platformOrderNo' | 'createdAt'>): void {
    if (!this.isOldEnough(order.createdAt)) this.#here.add(order.platformOrderNo);
  }

  /** Locked in daily work: nobody moves it before the unit ends. */
  noteLocked(platformOrderNo: string): void { this.#here.add(platformOrderNo); }


  /** By a unique key, in daily work or in the archive. Three looks: rows may be moved, either way, between two of them. */
  async first<T extends object>(table: SqlTable<T>, match: Partial<T>): Promise<T | undefined> {
    const here = await table.first(this.#session, match);
    if (here !== undefined || !await this.inUse()) return here;
    return await table.archive.first(this.#session, match) ?? table.first(this.#session, match);
  }

  /** All rows of one order, which are in one place together. */
  async ofOrder<T extends { readonly platformOrderNo: string }>(table: SqlTable<T>, platformOrderNo: string, by: readonly (keyof T & string)[]): Promise<readonly T[]> {
    const match = { platformOrderNo } as Partial<T>;
    const here = await table.sorted(this.#session, match, by);
    if (here.length > 0 || this.#here.has(platformOrderNo) || !await this.inUse()) return here;
    const away = await table.archive.sorted(this.#session, match, by);
    return away.length > 0 ? away : table.sorted(this.#session, match, by);
  }

  /** One page of a payee's records, of orders that are here and of orders that are away. Here is looked at twice: rows may be moved, either way, meanwhile. */
  async ofPayee<T extends { readonly merchantNo: string; readonly createdAt: EpochMs }>(table: SqlTable<T>, no: keyof T & string, query: PayeeRecords): Promise<readonly T[]> {
    const here = await payeePage(table, this.#session, no, query);
    if (!await this.inUse()) return here;
    const found = [...here, ...await payeePage(table.archive, this.#session, no, query), ...await payeePage(table, this.#session, no, query)];
    const once = [...new Map(found.map((row) => [row[no], row])).values()];
    return once.sort((a, b) => a.createdAt - b.createdAt || (a[no] < b[no] ? -1 : 1)).slice(0, query.limit);
  }
}

async function payeePage<T extends { readonly merchantNo: string; readonly createdAt: EpochMs }>(
  table: SqlTable<T>, session: Session, no: keyof T & string, { merchantNo, fromAt, toAt, after, limit }: PayeeRecords,
): Promise<readonly T[]> {
  const [createdAt, number] = [table.column('createdAt'), table.column(no)];
  const query = table.matching(session, { merchantNo } as Partial<T>).where(createdAt, '>=', fromAt).where(createdAt, '<', toAt);
  if (after) query.where((behind) => behind.where(createdAt, '>', after.createdAt).orWhere((same) => same.where(createdAt, after.createdAt).andWhere(number, '>', after.no)));
  return table.list(await query.orderBy([createdAt, number]).limit(pageSize(limit, maxInList)));
}
