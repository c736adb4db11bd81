import type { Knex } from 'knex';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import type { RowMention } from '../../../../domain/audit/rows-written.js';
import type { Stored } from './codecs.js';
import { maxRowsOfOne, withinMaxRows } from './row-limits.js';
import { RowShape, type Shape } from './row-shape.js';
import { filledUp } from './stored-values.js';
import type { Handle, Session, WritingSession } from './unit-scope.js';

/** One table and the rows it holds, in the portable subset of SQL: bound values only, named columns only, never without a WHERE. */
export class SqlTable<T extends object> extends RowShape<T> {
  readonly #made: Shape<T>;
  #archive: SqlTable<T> | undefined;

  constructor(name: string, ...made: Shape<T>) {
    super(name, ...made);
    this.#made = made;
  }

  /** Its twin, where old rows rest. */
  get archive(): SqlTable<T> { return this.#archive ??= new SqlTable(archiveName(this.name), ...this.#made); }

  /** A select of all columns of the rows whose properties equal those given. */
  matching(session: Session, match: Partial<T>): Knex.QueryBuilder {
    return session.reading.table(this.name).select(this.columnNames).where(this.condition(match));
  }

  /**
   * The same of the rows with one of these values, and the others as in `match`; undefined where there can be none. At most `maxInList` values,
   * of which those that nobody can have stored are left out.
   */
  matchingAny<K extends keyof T & string>(session: Session, property: K, values: readonly T[K][], match: Partial<T> = {}): Knex.QueryBuilder | undefined {
    const stored = this.storedOf(property, values);
    return stored.length === 0 ? undefined : this.#whereAny(session.reading, stored, property, match);
  }

  /** All of those rows. Asked for hundreds at once by every page of a bill, so the text is kept. */
  async listAny<K extends keyof T & string>(session: Session, property: K, values: readonly T[K][], match: Partial<T> = {}): Promise<readonly T[]> {
    const stored = filledUp(this.storedOf(property, values));
    if (stored.length === 0) return [];
    const names = Object.keys(match);
    const bound = [...(names.length === 0 ? [] : Object.values(this.condition(match))), ...stored];
    return this.list(await session.reading.kept(`select ${this.name} ${names.join(' ')} ${property} ${stored.length}`, (handle) => this.#whereAny(handle, stored, property, match), bound));
  }

  /** Changes columns of the rows with one of these values. Throws ConcurrentChange unless there is a row for each. */
  async changeEach<K extends keyof T & string>(session: WritingSession, property: K, values: readonly T[K][], changes: Partial<T>): Promise<void> {
    if (values.length === 0) return;
    const known = this.storedOf(property, values);
    const stored = filledUp(known);
    const encoded = this.encodeSome(changes);
    const column = this.column(property);
    const changed: unknown = stored.length === 0 ? 0 : await session.writing().kept(
      `update ${this.name} ${Object.keys(encoded).join(' ')} ${property} ${stored.length}`,
      (handle) => handle.table(this.name).whereIn(column, stored as string[]).update(encoded), [...Object.values(encoded), ...stored]);
    if (changed !== new Set(values).size) throw new ConcurrentChange(`${this.name}: not all of the rows are there`);
  }

  #whereAny(handle: Handle, stored: readonly Stored[], property: keyof T & string, match: Partial<T>): Knex.QueryBuilder {
    const query = handle.table(this.name).select(this.columnNames);
    return (Object.keys(match).length === 0 ? query : query.where(this.condition(match))).whereIn(this.column(property), stored as string[]);
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

  async insert(session: WritingSession, value: T): Promise<void> {
    await session.writing().insert(this.name, this.encode(value));
    this.mention(session, value, 'added', 0);
  }

  /** A row under a code was written past these methods, or by one of them. `rise`: how many versions on it is now. */
  mention(session: WritingSession, value: T, deed: RowMention['deed'], rise: 0 | 1): void {
    if (this.isCoded) session.wrote({ table: this.name, key: this.keyWords(value), version: (value as T & { readonly version: number }).version + rise, deed });
  }

  /** Many rows, in as few statements as the engine takes. */
  async insertAll(session: WritingSession, values: readonly T[]): Promise<void> {
    if (values.length > 0) await session.writing().insertAll(this.name, this.columnNames, values.map((value) => this.values(value)));
  }

  /** Compare-and-set on `version`; writes version + 1. */
  async put(session: WritingSession, value: T & { readonly version: number }): Promise<void> {
    const changes = { ...this.changingOf(value), version: value.version + 1 };
    const changed: unknown = await session.writing().table(this.name).where(this.condition(this.keyMatch(value))).where('version', value.version).update(changes);
    if (changed !== 1) throw new ConcurrentChange(`${this.name}: somebody was faster`);
    this.mention(session, value, 'changed', 1);
  }

  /** Deletes this row as it was read. Throws ConcurrentChange when it is another version, or gone. */
  async remove(session: WritingSession, value: T & { readonly version: number }): Promise<void> {
    const removed: unknown = await session.writing().table(this.name).where(this.condition(this.keyMatch(value))).where('version', value.version).delete();
    if (removed !== 1) throw new ConcurrentChange(`${this.name}: somebody was faster`);
    this.mention(session, value, 'removed', 0);
  }

}

export const archiveName = (table: string): string => `${table}_archive`;
