import { PGlite, types } from '@electric-sql/pglite';
import { catalogueSql, goodSetup, oracleCatalogueSql, setupSql, type DmSetup } from './catalogue.js';

export interface Result { readonly columns: readonly { readonly name: string; readonly isClob: boolean }[]; readonly rows: readonly (readonly unknown[])[]; readonly affected: number }

/**
 * PostgreSQL in this process, one connection. Whole transactions wait for each other: what several connections do to one row at the same moment
 * (locks, lost races inside a statement, deadlocks) is therefore not shown by it.
 */
export class Backend {
  readonly #database: PGlite;
  #last: Promise<void> = Promise.resolve();
  #path = '';

  private constructor(database: PGlite) { this.#database = database; }

  static async start(): Promise<Backend> {
    const database = await PGlite.create({ parsers: { [types.INT8]: Number } });
    await database.exec(`${catalogueSql()};\n${setupSql(goodSetup)};\n${oracleCatalogueSql()}`);
    return new Backend(database);
  }

  async pretend(setup: DmSetup): Promise<void> { await this.#database.exec(setupSql(setup)); }

  /** The database for one transaction that sees the schemas of `path`; whoever has it must give it back. */
  async turn(path: readonly string[]): Promise<() => void> {
    let giveBack = (): void => undefined;
    const before = this.#last;
    this.#last = new Promise((resolve) => { giveBack = resolve; });
    await before;
    const names = path.map((name) => `"${name}"`).join(', ');
    if (this.#path !== names) await this.#database.exec(`create schema if not exists ${names.split(',')[0] ?? ''}; set search_path to ${names}`);
    this.#path = names;
    return giveBack;
  }

  async command(sql: string): Promise<void> { await this.#database.exec(sql); }

  async statement(sql: string, values: readonly unknown[]): Promise<Result> {
    const { rows, fields, affectedRows } = await this.#database.query<unknown[]>(sql, [...values], { rowMode: 'array' });
    return { rows, columns: fields.map(({ name, dataTypeID }) => ({ name, isClob: dataTypeID === types.TEXT })), affected: affectedRows ?? 0 };
  }

  /** The same within a transaction: when the statement fails, the transaction is as it was before it. */
  async guarded(sql: string, values: readonly unknown[]): Promise<Result> {
    await this.#database.exec('SAVEPOINT s');
    try {
      const result = await this.statement(sql, values);
      await this.#database.exec('RELEASE s');
      return result;
    } catch (error) {
      await this.#database.exec('ROLLBACK TO s; RELEASE s');
      throw error;
    }
  }

  /** A table that is emptied gets new files, with those of its indexes: what has no row is left as it is. */
  async emptySchema(schema: string, but: string): Promise<void> {
    const { rows } = await this.#database.query<{ name: string }>('select tablename as name from pg_tables where schemaname = $1 and tablename <> $2', [schema, but]);
    if (rows.length === 0) return;
    const named = (name: string): string => `"${schema}"."${name}"`;
    const { rows: [filled] } = await this.#database.query<boolean[]>(`select ${rows.map(({ name }) => `exists(select 1 from ${named(name)})`).join(', ')}`, [], { rowMode: 'array' });
    const names = rows.filter((_row, at) => filled?.[at]).map(({ name }) => named(name));
    if (names.length > 0) await this.#database.exec(`truncate ${names.join(', ')}`);
  }
}

/** Starting takes seconds, so one process has one. It holds nothing that would keep the process alive. */
let started: Promise<Backend> | undefined;
export const sharedBackend = (): Promise<Backend> => (started ??= Backend.start());
