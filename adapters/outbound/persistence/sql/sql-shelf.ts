import { maxAlike, maxOnShelf, type Shelf, type ShelfStore } from '../../../../application/ports/directory-books.js';
import type { DirectoryCodes, WithCode } from './directory-codes.js';
import type { SqlEngine } from './engine.js';
import { addOnce } from './looked-up-insert.js';
import type { SqlTable } from './sql-table.js';
import type { Session, WritingSession } from './unit-scope.js';

interface Versioned { readonly version: number }

/** One kind of the directory: its table, the key of its rows, and how a row is told from a value where the two differ. */
export interface ShelfKind<T extends Versioned, R extends Versioned> {
  readonly table: SqlTable<R>;
  readonly key: readonly (keyof T & keyof R & string)[];
  /** `rise`: how many versions on the row will be when it is written; `stored`: the row that it changes, which keeps what is written once. */
  toRow(value: T, rise: 0 | 1, stored?: R): R;
  fromRow(row: R): Promise<T>;
}

/** A kind whose rows are its values. */
export const plainKind = <T extends Versioned>(table: SqlTable<T>, key: readonly (keyof T & string)[]): ShelfKind<T, T> => ({ table, key, toRow: (value) => value, fromRow: (row) => Promise.resolve(row) });

/** A kind whose rows are under a code each; `toRow` and `fromRow` are between a value and its row without one. */
export const codedKind = <T extends Versioned, R extends Versioned>(codes: DirectoryCodes, table: SqlTable<WithCode<R>>, key: readonly (keyof T & keyof R & string)[], toRow: (value: T) => R, fromRow: (row: R) => T): ShelfKind<T, WithCode<R>> => ({
  table, key, toRow: (value, rise, stored) => { const row = toRow(value); return codes.coded(table, stored === undefined ? row : table.withFixed(row as WithCode<R>, stored), rise); }, fromRow: async (row) => fromRow(await codes.known(table, row)),
});

/** Rows of the directory on any engine (directory-books port). Throws TamperedError for a row that was changed past the platform. */
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
    return Promise.all(rows.map((row) => this.kind.fromRow(row)));
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
    const row = this.kind.toRow({ ...value, version: 1 }, 0);
    return addOnce(this.kind.table, this.#unit, this.#engine, this.#keyIn(row), row);
  }
  #keyIn(row: R): Partial<R> { return Object.fromEntries(this.kind.key.map((property) => [property, row[property]])) as Partial<R>; }

  async put(value: T): Promise<void> {
    this.#changed();
    const stored = await this.kind.table.firstLocked(this.#unit, this.#keyIn(this.kind.toRow(value, 1)));
    await this.kind.table.put(this.#unit, this.kind.toRow(value, 1, stored));
  }

  async remove(value: T): Promise<void> {
    this.#changed();
    await this.kind.table.remove(this.#unit, this.kind.toRow(value, 0));
  }

  protected override async oneOf(key: Partial<R>): Promise<T | undefined> {
    const row = await this.kind.table.firstLocked(this.#unit, key);
    return row && this.kind.fromRow(row);
  }
}
