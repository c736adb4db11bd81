import { closeSync, mkdirSync, openSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type Database from 'libsql';
import { columnsOf, frontTables, type FrontTable } from './front-columns.js';
import { createStatement, type LengthMode } from './front-ddl.js';

export type FrontRow = Readonly<Record<string, string | number | null>>;

/** Loaded at the first use: its native part does not exist for every machine. */
const driver = (): typeof Database => createRequire(import.meta.url)('libsql') as typeof Database;

/** The front database in a file: the city's tables, its ETL's reading of them, and switches for bad days. */
export class FrontBase {
  readonly #database: Database.Database;
  #held: NodeJS.Timeout | undefined;

  constructor(file: string, mode: LengthMode) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    closeSync(openSync(file, 'a', 0o600));
    this.#database = new (driver())(file);
    for (const pragma of ['journal_mode=WAL', 'busy_timeout=2000']) this.#database.exec(`PRAGMA ${pragma}`);
    for (const table of frontTables) this.#database.exec(createStatement(table, mode));
    this.refuse(false);
  }

  /** Like a right that was taken away: no row is written until it is given back. */
  refuse(isOn: boolean): void {
    for (const { name } of frontTables) {
      for (const verb of ['insert', 'update']) {
        this.#database.exec(isOn
          ? `create trigger if not exists "refuse_${verb}_${name}" before ${verb} on "${name}" begin select raise(abort, 'not today'); end`
          : `drop trigger if exists "refuse_${verb}_${name}"`);
      }
    }
  }

  /** Somebody else holds the tables for a while: writers wait. */
  slowDown(ms: number): void {
    clearTimeout(this.#held);
    if (this.#database.inTransaction) this.#database.exec('rollback');
    this.#database.exec('begin immediate');
    this.#held = setTimeout(() => { this.#database.exec('rollback'); }, ms).unref();
  }

  /** A loader on the other side ran twice: every row of the table without a key stands there once more. */
  duplicate(): void {
    for (const { name, key } of frontTables) if (key === undefined) this.#database.exec(`insert into "${name}" select * from "${name}"`);
  }

  count({ name }: FrontTable): number {
    const [row] = this.#all(`select count(*) as n from "${name}"`);
    return Number(row?.['n']);
  }

  newest({ name }: FrontTable, limit: number): readonly FrontRow[] { return this.#all(`select * from "${name}" order by rowid desc limit ?`, limit); }

  /** What an ETL takes: rows changed since a moment, `yyyy-MM-dd HH:mm:ss`; of the table without a moment all of them. */
  changedSince(table: FrontTable, since: string, limit: number): readonly FrontRow[] {
    return columnsOf(table).some(({ name }) => name === 'update_date')
      ? this.#all(`select * from "${table.name}" where "update_date" >= ? order by "update_date", "id" limit ?`, since, limit)
      : this.#all(`select * from "${table.name}" limit ?`, limit);
  }

  /** Replaces by key, as the receiving end of the interface. The reason why a row is not taken; undefined: it is. */
  upsert(table: FrontTable, key: string, row: FrontRow): string | undefined {
    const names = columnsOf(table).map(({ name }) => name);
    const values = names.map((name) => { const value = row[name]; return value === undefined || value === '' ? null : value; });
    try {
      const sets = names.map((name) => `"${name}" = ?`).join(', ');
      const { changes } = this.#database.prepare(`update "${table.name}" set ${sets} where "${key}" = ?`).run([...values, row[key]]);
      if (changes === 0) this.#database.prepare(`insert into "${table.name}" values (${names.map(() => '?').join(', ')})`).run(values);
      return undefined;
    } catch (error) {
      return error instanceof Error && 'code' in error ? String(error.code) : 'refused';
    }
  }

  close(): void {
    clearTimeout(this.#held);
    this.#database.close();
  }

  #all(sql: string, ...values: readonly (string | number)[]): readonly FrontRow[] { return this.#database.prepare(sql).all([...values]) as readonly FrontRow[]; }
}
