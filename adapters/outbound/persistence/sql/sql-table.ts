import type { Knex } from 'knex';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import { UnreadableValue, type Codec, type Stored, type StoredRow } from './codecs.js';
import { conditionValue, filledUp, maxInList, nowhere } from './stored-values.js';
import type { Handle, Session, WritingSession } from './unit-scope.js';

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
  /** All properties in their order, so that rows read are made in one shape at once and not property by property. */
  readonly #blank: Readonly<Record<string, unknown>>;
  readonly #made: readonly [Columns<T>, readonly (keyof T & string)[], readonly (keyof T & string)[]];
  #archive: SqlTable<T> | undefined;

  /** `fixed` properties are written once: a later `put` leaves them as they are. */
  constructor(name: string, columns: Columns<T>, key: readonly (keyof T & string)[], fixed: readonly (keyof T & string)[] = []) {
    this.name = name;
    this.#properties = Object.entries(columns as unknown as Record<string, readonly [string, Codec<unknown>]>)
      .map(([property, [column, codec]]) => ({ property, column, codec }));
    this.#byName = new Map(this.#properties.map((entry) => [entry.property, entry]));
    this.columnNames = this.#properties.map((entry) => entry.column);
    this.#blank = JSON.parse(JSON.stringify(Object.fromEntries(this.#properties.map(({ property }) => [property, 0])))) as Record<string, unknown>;
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
    const value: Record<string, unknown> = { ...this.#blank };
    for (const { property, column, codec } of this.#properties) value[property] = codec.decode(source[column]);
    return value as T;
  }

  /** What names a row to a person who looks for it. */
  keyOf(value: T): string { return this.#key.map((property) => String(value[property])).join(' '); }

  /** Column of a property, for ORDER BY and comparisons. */
  column(property: keyof T & string): string { return this.#property(property).column; }

  /** A select of all columns of the rows whose properties equal those given. */
  matching(session: Session, match: Partial<T>): Knex.QueryBuilder {
    return session.reading.table(this.name).select(this.columnNames).where(this.condition(match));
  }

  /**
   * The same of the rows with one of these values, and the others as in `match`; undefined where there can be none. At most `maxInList` values,
   * of which those that nobody can have stored are left out.
   */
  matchingAny<K extends keyof T & string>(session: Session, property: K, values: readonly T[K][], match: Partial<T> = {}): Knex.QueryBuilder | undefined {
    const stored = this.#storedOf(property, values);
    return stored.length === 0 ? undefined : this.#whereAny(session.reading, stored, property, match);
  }

  /** All of those rows. Asked for hundreds at once by every page of a bill, so the text is kept. */
  async listAny<K extends keyof T & string>(session: Session, property: K, values: readonly T[K][], match: Partial<T> = {}): Promise<readonly T[]> {
    const stored = filledUp(this.#storedOf(property, values));
    if (stored.length === 0) return [];
    const names = Object.keys(match);
    const bound = [...(names.length === 0 ? [] : Object.values(this.condition(match))), ...stored];
    return this.list(await session.reading.kept(`select ${this.name} ${names.join(' ')} ${property} ${stored.length}`, (handle) => this.#whereAny(handle, stored, property, match), bound));
  }

  /** Changes columns of the rows with one of these values. Throws ConcurrentChange unless there is a row for each. */
  async changeEach<K extends keyof T & string>(session: WritingSession, property: K, values: readonly T[K][], changes: Partial<T>): Promise<void> {
    if (values.length === 0) return;
    const known = this.#storedOf(property, values);
    const stored = filledUp(known);
    const encoded = Object.fromEntries(Object.entries(changes).map(([name, value]) => [this.#property(name).column, this.#property(name).codec.encode(value)]));
    const { column } = this.#property(property);
    const changed: unknown = stored.length === 0 ? 0 : await session.writing().kept(
      `update ${this.name} ${Object.keys(encoded).join(' ')} ${property} ${stored.length}`,
      (handle) => handle.table(this.name).whereIn(column, stored as string[]).update(encoded), [...Object.values(encoded), ...stored]);
    if (changed !== new Set(values).size) throw new ConcurrentChange(`${this.name}: not all of the rows are there`);
  }

  #whereAny(handle: Handle, stored: readonly Stored[], property: string, match: Partial<T>): Knex.QueryBuilder {
    const query = handle.table(this.name).select(this.columnNames);
    return (Object.keys(match).length === 0 ? query : query.where(this.condition(match))).whereIn(this.#property(property).column, stored as string[]);
  }

  /** Each once and sorted, as the index has them; without those that nobody can have stored. */
  #storedOf(property: string, values: readonly unknown[]): readonly Stored[] {
    if (values.length > maxInList) throw new RangeError(`${this.name}: more than ${maxInList} values of one question`);
    const { codec } = this.#property(property);
    return [...new Set(values.map((value) => conditionValue(codec, value)))].filter((value) => value !== nowhere).sort();
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
    const rows: unknown = await this.matchingLocked(session, match);
    return this.list(rows)[0];
  }

  /** As `matching`, with the rows locked until the unit ends. */
  matchingLocked(session: WritingSession, match: Partial<T>): Knex.QueryBuilder {
    const query = this.matching(session, match);
    return session.locksRows ? query.forUpdate() : query;
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

  /** Many rows, in as few statements as the engine takes. */
  async insertAll(session: WritingSession, values: readonly T[]): Promise<void> {
    if (values.length > 0) await session.writing().insertAll(this.name, this.columnNames, values.map((value) => this.#values(value)));
  }

  /** Compare-and-set on `version`; writes version + 1. */
  async put(session: WritingSession, value: T & { readonly version: number }): Promise<void> {
    const changes = { ...encodeAll(this.#changing, value), version: value.version + 1 };
    const key = Object.fromEntries(this.#key.map((property) => [property, value[property]])) as Partial<T>;
    const changed: unknown = await session.writing().table(this.name).where(this.condition(key)).where('version', value.version).update(changes);
    if (changed !== 1) throw new ConcurrentChange(`${this.name}: somebody was faster`);
  }

  /** Deletes this row as it was read. Throws ConcurrentChange when it is another version, or gone. */
  async remove(session: WritingSession, value: T & { readonly version: number }): Promise<void> {
    const key = Object.fromEntries(this.#key.map((property) => [property, value[property]])) as Partial<T>;
    const removed: unknown = await session.writing().table(this.name).where(this.condition(key)).where('version', value.version).delete();
    if (removed !== 1) throw new ConcurrentChange(`${this.name}: somebody was faster`);
  }

  /** The same as `encode`, in the order of the columns. */
  #values(value: T): readonly Stored[] {
    const source = value as Record<string, unknown>;
    return this.#properties.map(({ property, codec }) => codec.encode(source[property]));
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

/** Rows of a page, when no more were asked for than a page may have: fewer than asked for would look like the last page. */
export function pageSize(limit: number, most: number): number {
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > most) throw new RangeError(`a page of ${limit} rows; at most ${most}`);
  return limit;
}

/** The rows, when they were asked for with one more than allowed and are all there. */
export function withinMaxRows<T>(table: string, rows: T[]): T[] {
  if (rows.length > maxRowsOfOne) throw new RangeError(`${table}: more than ${maxRowsOfOne} rows belong to one thing`);
  return rows;
}

function encodeAll(properties: readonly Property[], value: object): StoredRow {
  const source = value as Record<string, unknown>;
  const row: StoredRow = {};
  for (const { property, column, codec } of properties) row[column] = codec.encode(source[property]);
  return row;
}
