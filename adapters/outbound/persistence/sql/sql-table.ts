import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import { UnreadableValue, type Codec, type Stored, type StoredRow } from './codecs.js';
import type { Session, WritingSession } from './unit-scope.js';

/** Column and codec of every property: a forgotten one does not compile. */
export type Columns<T> = { readonly [K in keyof T]-?: readonly [column: string, codec: Codec<T[K]>] };

interface Property { readonly property: string; readonly column: string; readonly codec: Codec<unknown> }

/** One table and the rows it holds, in the portable subset of SQL: bound values only, named columns only, never without a WHERE. */
export class SqlTable<T extends object> {
  readonly name: string;
  readonly columnNames: readonly string[];
  readonly #properties: readonly Property[];
  readonly #byName: ReadonlyMap<string, Property>;
  readonly #key: readonly (keyof T & string)[];
  readonly #changing: readonly Property[];
  readonly #made: readonly [Columns<T>, readonly (keyof T & string)[], readonly (keyof T & string)[]];
  #archive: SqlTable<T> | undefined;

  /** `fixed` properties are written once: a later `put` leaves them as they are. */
  constructor(name: string, columns: Columns<T>, key: readonly (keyof T & string)[], fixed: readonly (keyof T & string)[] = []) {
    this.name = name;
    this.#properties = Object.entries(columns as unknown as Record<string, readonly [string, Codec<unknown>]>)
      .map(([property, [column, codec]]) => ({ property, column, codec }));
    this.#byName = new Map(this.#properties.map((entry) => [entry.property, entry]));
    this.columnNames = this.#properties.map((entry) => entry.column);
    this.#key = key;
    this.#made = [columns, key, fixed];
    const unchanging = new Set<string>([...key, ...fixed, 'version']);
    this.#changing = this.#properties.filter((entry) => !unchanging.has(entry.property));
  }

  /** Its twin, where old rows rest. */
  get archive(): SqlTable<T> { return this.#archive ??= new SqlTable(archiveName(this.name), ...this.#made); }

  /** The row as it is bound. */
  encode(value: T): StoredRow { return encodeAll(this.#properties, value); }

  decode(row: unknown): T {
    if (typeof row !== 'object' || row === null) throw new UnreadableValue('not a row');
    const source = row as Record<string, unknown>;
    const value: Record<string, unknown> = {};
    for (const { property, column, codec } of this.#properties) value[property] = codec.decode(source[column]);
    return value as T;
  }

  /** Column of a property, for ORDER BY and comparisons. */
  column(property: keyof T & string): string { return this.#property(property).column; }

  /** A select of all columns of the rows whose properties equal those given. */
  matching(session: Session, match: Partial<T>): Knex.QueryBuilder {
    return session.reading.table(this.name).select(this.columnNames).where(this.condition(match));
  }

  /** Throws on an empty condition: an empty filter is a mistake, never "all rows" (ISO-02). */
  condition(match: Partial<T>): StoredRow {
    const given = Object.entries(match).map(([name, value]) => [this.#property(name), value] as const);
    if (given.length === 0) throw new Error(`a condition on ${this.name} without any property`);
    return Object.fromEntries(given.map(([{ column, codec }, value]) => [column, conditionValue(codec, value)]));
  }

  async first(session: Session, match: Partial<T>): Promise<T | undefined> {
    const rows: unknown = await this.matching(session, match).limit(1);
    return this.list(rows)[0];
  }

  /** As `first`, with the row locked until the unit ends. */
  async firstLocked(session: WritingSession, match: Partial<T>): Promise<T | undefined> {
    const query = this.matching(session, match);
    const rows: unknown = await (session.locksRows ? query.forUpdate() : query);
    return this.list(rows)[0];
  }

  /** All rows that match, in the order of two properties. Throws beyond `maxRowsOfOne`: a sum over the rows that happen to fit would be wrong. */
  async sorted(session: Session, match: Partial<T>, by: readonly (keyof T & string)[]): Promise<readonly T[]> {
    const query = this.matching(session, match).orderBy(by.map((property) => ({ column: this.column(property), order: 'asc' as const })));
    return withinMaxRows(this.name, this.list(await query.limit(maxRowsOfOne + 1)));
  }

  list(rows: unknown): T[] {
    if (!Array.isArray(rows)) throw new UnreadableValue('not rows');
    return rows.map((row: unknown) => this.decode(row));
  }

  async insert(session: WritingSession, value: T): Promise<void> {
    await session.writing().insert(this.name, this.encode(value));
  }

  /** Compare-and-set on `version`; writes version + 1. */
  async put(session: WritingSession, value: T & { readonly version: number }): Promise<void> {
    const changes = { ...encodeAll(this.#changing, value), version: value.version + 1 };
    const key = Object.fromEntries(this.#key.map((property) => [property, value[property]])) as Partial<T>;
    const changed: unknown = await session.writing().table(this.name).where(this.condition(key)).where('version', value.version).update(changes);
    if (changed !== 1) throw new ConcurrentChange(`${this.name}: somebody was faster`);
  }

  #property(name: string): Property {
    const found = this.#byName.get(name);
    if (!found) throw new Error(`${this.name} has no property ${name}`);
    return found;
  }
}

export const archiveName = (table: string): string => `${table}_archive`;

/** Most rows that belong to one thing (attempts of an order); far beyond what the rules allow. */
export const maxRowsOfOne = 1000;

/** The rows, when they were asked for with one more than allowed and are all there. */
export function withinMaxRows<T>(table: string, rows: T[]): T[] {
  if (rows.length > maxRowsOfOne) throw new RangeError(`${table}: more than ${maxRowsOfOne} rows belong to one thing`);
  return rows;
}

/** Equals no row: nobody has ever stored it. */
const nowhere = randomBytes(16).toString('hex');

/**
 * A text that could never be stored equals no row; it is not sent, because servers refuse some (NUL) and convert the whole column for others
 * (Chinese compared with an ASCII column). Everything else must pass its codec.
 */
function conditionValue(codec: Codec<unknown>, value: unknown): Stored {
  if (typeof value === 'string') return storedText(codec, value);
  const bound = value === undefined || value === null ? null : codec.encode(value);
  if (bound === null) throw new UnreadableValue('a condition without a value');
  return bound;
}

function storedText(codec: Codec<unknown>, value: string): Stored {
  try {
    // What would be stored cut is not what was asked for.
    return codec.encode(value) === value ? value : nowhere;
  } catch (error) {
    if (error instanceof UnreadableValue) return nowhere;
    throw error;
  }
}

function encodeAll(properties: readonly Property[], value: object): StoredRow {
  const source = value as Record<string, unknown>;
  const row: StoredRow = {};
  for (const { property, column, codec } of properties) row[column] = codec.encode(source[property]);
  return row;
}
