import { createRequire } from 'node:module';
import type Database from 'libsql';
import { UnusableDatabase } from '../sql/unusable-database.js';

const missing = `the SQLite driver has no program for this machine (${process.platform} ${process.arch}): name a database server in the setting database`;

/**
 * The one place that names the driver, loaded when somebody opens a file: its native part exists for x64 and arm only, and a machine of another kind
 * works on a database server. better-sqlite3 13 has the same shape and takes over with Node 22 (databases.md 2). Throws UnusableDatabase.
 */
export function loadDriver(): typeof Database {
  const load = createRequire(import.meta.url);
  try {
    return load('libsql') as typeof Database;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') throw new UnusableDatabase(missing, { cause: error });
    throw error;
  }
}

export interface Statement {
  readonly reader: boolean;
  run(bindings: readonly unknown[]): { readonly changes: number; readonly lastInsertRowid: unknown };
  all(bindings: readonly unknown[]): unknown[];
}

/** `changes` counts only where values were bound: a change without any is DDL. */
export interface Outcome { readonly rows?: unknown[]; readonly changes: number; readonly lastId: unknown }

/** Statements that stay prepared on one connection: more than the repositories have. */
const maxPrepared = 300;
/** How long one call waits for another process. Short, because the driver holds the whole thread meanwhile; `begin` goes on waiting without it. */
export const busyTimeoutMs = 50;

/** Grows to this only while it is used. */
const writerCacheKb = 64 * 1024;
/** Pages of 4 KB in the log before they are brought into the file: fewer than a unit of a bill changes would mean doing it with every commit. */
const checkpointPages = 4_000;

/** One open SQLite file with its prepared statements. */
export class LibsqlConnection {
  readonly #database: Database.Database;
  readonly #prepared = new Map<string, { readonly statement: Statement; readonly reads: boolean }>();

  constructor(file: string, readsOnly: boolean) {
    this.#database = new (loadDriver())(file);
    // FULL: a paid order survives a power cut. Foreign keys: there are none (databases.md 4).
    for (const pragma of ['journal_mode=WAL', 'synchronous=FULL', 'foreign_keys=OFF', `busy_timeout=${busyTimeoutMs}`]) {
      this.#database.exec(`PRAGMA ${pragma}`);
    }
    if (readsOnly) this.#database.exec('PRAGMA query_only=ON');
    // Only the writer: it changes the same index pages again and again, and with the usual 2 MB fetches each of them anew once the tables are large.
    else for (const pragma of [`cache_size=-${writerCacheKb}`, `wal_autocheckpoint=${checkpointPages}`]) this.#database.exec(`PRAGMA ${pragma}`);
  }

  /**
   * Runs a statement without values and without rows (BEGIN, COMMIT, DDL). Never as a prepared one: a BEGIN that met a lock stays half-way in
   * the driver's hands, and no COMMIT succeeds until it is collected.
   */
  execute(sql: string): void { this.#database.exec(sql); }

  query(sql: string, bindings: readonly unknown[]): Outcome {
    const { statement, reads } = this.#prepare(sql);
    if (reads) return { rows: statement.all(bindings), changes: 0, lastId: undefined };
    if (bindings.length === 0) {
      this.execute(sql);
      return { changes: 0, lastId: undefined };
    }
    const { changes, lastInsertRowid } = statement.run(bindings);
    return { changes, lastId: lastInsertRowid };
  }

  close(): void {
    this.#prepared.clear();
    this.#database.close();
  }

  #prepare(sql: string): { readonly statement: Statement; readonly reads: boolean } {
    const known = this.#prepared.get(sql);
    if (known) return known;
    if (this.#prepared.size >= maxPrepared) this.#prepared.clear();
    const statement = this.#database.prepare(sql) as unknown as Statement;
    const made = { statement, reads: statement.reader };
    this.#prepared.set(sql, made);
    return made;
  }
}
