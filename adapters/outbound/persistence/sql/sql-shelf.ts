import { maxAlike, maxOnShelf, type Shelf, type ShelfStore } from '../../../../application/ports/directory-books.js';
import type { SqlEngine } from './engine.js';
import { addOnce } from './looked-up-insert.js';
import type { SqlTable } from './sql-table.js';
import type { Session, WritingSession } from './unit-scope.js';

interface Versioned { readonly version: number }

/** One kind of the directory: its table, the key of its rows, and how a row is told from a value where the two differ. */
export interface ShelfKind<T extends Versioned, R extends Versioned> {
  readonly table: SqlTable<R>;
  readonly key: readonly (keyof T & keyof R & string)[];
  toRow(value: T): R;
  fromRow(row: R): T;
}

/** A kind whose rows are its values. */
export const plainKind = <T extends Versioned>(table: SqlTable<T>, key: readonly (keyof T & string)[]): ShelfKind<T, T> => ({ table, key, toRow: (value) => value, fromRow: (row) => row });

/** Rows of the directory on any engine (directory-books port). */
export class SqlShelf<T extends Versioned, R extends Versioned, K extends keyof T> implements Shelf<T, K> {
  protected readonly kind: ShelfKind<T, R>;
  readonly #session: Session;
  constructor(session: Session, kind: ShelfKind<T, R>) {
    this.#session = session;
    this.kind = kind;
  }

  /** async, so that a read in a unit that has ended is a rejection like every other fault. */
  async one(key: Pick<T, K>): Promise<T | undefined> { return this.oneOf(key as unknown as Partial<R>); }
  async where(match: Partial<T>): Promise<readonly T[]> { return this.#some(this.kind.table.matching(this.#session, match as unknown as Partial<R>), maxAlike); }
  async any(match: Partial<T>): Promise<boolean> { return await this.kind.table.first(this.#session, match as unknown as Partial<R>) !== undefined; }
  async all(): Promise<readonly T[]> { return this.#some(this.#session.reading.table(this.kind.table.name).select(this.kind.table.columnNames), maxOnShelf); }

  protected async oneOf(key: Partial<R>): Promise<T | undefined> {
    const row = await this.kind.table.first(this.#session, key);
    return row && this.kind.fromRow(row);
  }

  async #some(query: ReturnType<SqlTable<R>['matching']>, most: number): Promise<readonly T[]> {
    const { table, key } = this.kind;
    const rows = table.list(await query.orderBy(key.map((property) => ({ column: table.column(property), order: 'asc' as const }))).limit(most + 1));
    if (rows.length > most) throw new RangeError(`${table.name}: more than ${most} rows`);
    return rows.map((row) => this.kind.fromRow(row));
  }
}

/** `changed` hears of every write, so that what the process remembers of the directory is forgotten when the unit has committed. */
export class SqlShelfStore<T extends Versioned, R extends Versioned, K extends keyof T> extends SqlShelf<T, R, K> implements ShelfStore<T, K> {
  readonly #unit: WritingSession;
  readonly #engine: SqlEngine;
  readonly #changed: () => void;
  constructor(unit: WritingSession, engine: SqlEngine, kind: ShelfKind<T, R>, changed: () => void) {
    super(unit, kind);
    this.#unit = unit;
    this.#engine = engine;
    this.#changed = changed;
  }

  async add(value: T): Promise<'added' | 'exists'> {
    this.#changed();
    const row = this.kind.toRow({ ...value, version: 1 });
    return addOnce(this.kind.table, this.#unit, this.#engine, Object.fromEntries(this.kind.key.map((property) => [property, row[property]])) as Partial<R>, row);
  }

  async put(value: T): Promise<void> {
    this.#changed();
    await this.kind.table.put(this.#unit, this.kind.toRow(value));
  }

  async remove(value: T): Promise<void> {
    this.#changed();
    await this.kind.table.remove(this.#unit, this.kind.toRow(value));
  }

  protected override async oneOf(key: Partial<R>): Promise<T | undefined> {
    const row = await this.kind.table.firstLocked(this.#unit, key);
    return row && this.kind.fromRow(row);
  }
}
