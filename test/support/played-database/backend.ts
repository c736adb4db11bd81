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

  /** The database for one transaction; whoever has it must give it back. */
  async turn(): Promise<() => void> {
    let giveBack = (): void => undefined;
    const before = this.#last;
    this.#last = new Promise((resolve) => { giveBack = resolve; });
    await before;
    return giveBack;
  }

  /** `systems`: schemas of what every account sees, the first before the others. */
  async begin(schema: string, systems: readonly string[]): Promise<void> {
    const path = [schema, ...systems].map((name) => `"${name}"`).join(', ');
    if (this.#path !== path) await this.#database.exec(`create schema if not exists "${schema}"; set search_path to ${path}`);
    this.#path = path;
    await this.#database.exec('BEGIN');
  }

  async command(sql: string): Promise<void> { await this.#database.exec(sql); }

  /** One statement; when it fails, the transaction is as it was before it. */
  async statement(sql: string, values: readonly unknown[]): Promise<Result> {
    await this.#database.exec('SAVEPOINT s');
    try {
      const { rows, fields, affectedRows } = await this.#database.query<unknown[]>(sql, [...values], { rowMode: 'array' });
      await this.#database.exec('RELEASE s');
      return { rows, columns: fields.map(({ name, dataTypeID }) => ({ name, isClob: dataTypeID === types.TEXT })), affected: affectedRows ?? 0 };
    } catch (error) {
      await this.#database.exec('ROLLBACK TO s; RELEASE s');
      throw error;
    }
  }

  async emptySchema(schema: string, but: string): Promise<void> {
    const { rows } = await this.#database.query<{ name: string }>('select tablename as name from pg_tables where schemaname = $1 and tablename <> $2', [schema, but]);
    if (rows.length > 0) await this.#database.exec(`truncate ${rows.map(({ name }) => `"${schema}"."${name}"`).join(', ')}`);
  }
}

/** Starting takes seconds, so one process has one. It holds nothing that would keep the process alive. */
let started: Promise<Backend> | undefined;
export const sharedBackend = (): Promise<Backend> => (started ??= Backend.start());
