import type { Knex } from 'knex';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import { TamperedError } from '../../../../application/ports/vault.js';
import type { RowMention } from '../../../../domain/audit/rows-written.js';
import { isUnreadable, UnreadableValue, type Codec, type Stored, type StoredRow } from './codecs.js';
import { conditionValue, filledUp, maxInList, nowhere } from './stored-values.js';
import type { Handle, Session, WritingSession } from './unit-scope.js';

/** Column and codec of every property: a forgotten one does not compile. */
export type Columns<T> = { readonly [K in keyof T]-?: readonly [column: string, codec: Codec<T[K]>] };

interface Property { readonly property: string; readonly column: string; readonly codec: Codec<unknown> }

/** What a value is bound as that reads like a column that holds nothing; undefined where nothing cannot be read. */
function blankOf(codec: Codec<unknown>): Stored | undefined {
  try {
    return codec.encode(codec.decode(null));
  } catch (error) {
    if (isUnreadable(error)) return undefined;
    throw error;
  }
}

/** `coded`: each row is under a code over all of it, so that one that cannot be read was written past the platform (INT-01). */
export type RowKind = 'plain' | 'coded';

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
  readonly #made: readonly [Columns<T>, readonly (keyof T & string)[], readonly (keyof T & string)[], RowKind];
  readonly #isCoded: boolean;
  readonly #fixed: readonly (keyof T & string)[];
  #blanks: ReadonlyMap<string, Stored | undefined> | undefined;
  #archive: SqlTable<T> | undefined;

  /** `fixed` properties are written once: a later `put` leaves them as they are. */
  constructor(name: string, columns: Columns<T>, key: readonly (keyof T & string)[], fixed: readonly (keyof T & string)[] = [], kind: RowKind = 'plain') {
    this.name = name;
    this.#properties = Object.entries(columns as unknown as Record<string, readonly [string, Codec<unknown>]>)
      .map(([property, [column, codec]]) => ({ property, column, codec }));
    this.#byName = new Map(this.#properties.map((entry) => [entry.property, entry]));
    this.columnNames = this.#properties.map((entry) => entry.column);
    this.#blank = JSON.parse(JSON.stringify(Object.fromEntries(this.#properties.map(({ property }) => [property, 0])))) as Record<string, unknown>;
    this.#key = key;
    this.#made = [columns, key, fixed, kind];
    this.#isCoded = kind === 'coded';
    this.#fixed = fixed;
    const unchanging = new Set<string>([...key, ...fixed, 'version']);
    this.#changing = this.#properties.filter((entry) => !unchanging.has(entry.property));
  }

  /** Its twin, where old rows rest. */
  get archive(): SqlTable<T> { return this.#archive ??= new SqlTable(archiveName(this.name), ...this.#made); }

  /** The row as it is bound. */
  encode(value: T): StoredRow { return encodeAll(this.#properties, value); }

  /** The same, with null for whatever reads like nothing: a column that a later release adds, whose absence means something, is not there either. What codes over rows are made of. */
  held(value: T): StoredRow {
    this.#blanks ??= new Map(this.#properties.map(({ column, codec }) => [column, blankOf(codec)]));
    const row = this.encode(value);
    for (const [column, blank] of this.#blanks) if (row[column] === blank) row[column] = null;
    return row;
  }

  /** The value as a `put` would leave it: with what is written once as it is stored. */
  withFixed(value: T, stored: T): T { return { ...value, ...Object.fromEntries(this.#fixed.map((property) => [property, stored[property]])) }; }

  /** Throws UnreadableValue or RangeError where the row cannot be read; TamperedError that names it where its rows carry a code. */
  decode(row: unknown): T {
    if (typeof row !== 'object' || row === null) throw new UnreadableValue('not a row');
    const source = row as Record<string, unknown>;
    try {
      return this.#decoded(source);
    } catch (error) {
      if (!this.#isCoded || !isUnreadable(error)) throw error;
      const rowNo = this.#key.map((property) => String(source[this.column(property)])).join(' ');
      throw new TamperedError(`a row of ${this.name} cannot be what the platform wrote`, { cause: error, row: { table: this.name, rowNo } });
    }
  }

  #decoded(source: Readonly<Record<string, unknown>>): T {
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
    this.mention(session, value, 'added', 0);
  }

  /** A row under a code was written past these methods, or by one of them. `rise`: how many versions on it is now. */
  mention(session: WritingSession, value: T, deed: RowMention['deed'], rise: 0 | 1): void {
    if (this.#isCoded) session.wrote({ table: this.name, key: this.#key.map((property) => String(value[property])), version: (value as T & { readonly version: number }).version + rise, deed });
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
    this.mention(session, value, 'changed', 1);
  }

  /** Deletes this row as it was read. Throws ConcurrentChange when it is another version, or gone. */
  async remove(session: WritingSession, value: T & { readonly version: number }): Promise<void> {
    const key = Object.fromEntries(this.#key.map((property) => [property, value[property]])) as Partial<T>;
    const removed: unknown = await session.writing().table(this.name).where(this.condition(key)).where('version', value.version).delete();
    if (removed !== 1) throw new ConcurrentChange(`${this.name}: somebody was faster`);
    this.mention(session, value, 'removed', 0);
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
