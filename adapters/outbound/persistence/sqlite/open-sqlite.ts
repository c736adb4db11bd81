import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import knexModule, { type Knex } from 'knex';
import { manyRows, type DriverConnection, type ServerFacts, type SqlEngine } from '../sql/engine.js';
import type { ColumnSpec } from '../sql/migrations/steps.js';
import { discard, silent } from '../sql/server-address.js';
import { LibsqlClient } from './libsql-client.js';
import { LibsqlConnection, loadDriver } from './libsql-connection.js';
import { classifySqlite } from './sqlite-errors.js';

export interface SqliteOptions {
  /** Path of the file, on a local disk; `:memory:` for a database that ends with the process (tests: one connection does everything). */
  readonly file: string;
  /** Connections for reads outside units of work. */
  readonly readers?: number;
  /** Longest wait for the one writer, and for another process that writes. */
  readonly waitMs?: number;
}

const defaultReaders = 3;
const defaultWaitMs = 5000;
const beginPauseMs = 10;

/** Opens the embedded database. Its folder is made for its owner alone. The schema is the migration runner's work. */
export function openSqlite(options: SqliteOptions): SqlEngine {
  // First: knex would wrap its sentence into one about another package.
  loadDriver();
  const inMemory = options.file === ':memory:';
  const waitMs = options.waitMs ?? defaultWaitMs;
  if (!inMemory) {
    mkdirSync(dirname(options.file), { recursive: true, mode: 0o700 });
    makeFile(options.file);
  }
  const writer = openPool(options.file, 1, false, waitMs);
  const reader = inMemory ? writer : openPool(options.file, options.readers ?? defaultReaders, true, waitMs);
  return {
    name: 'sqlite', writer, reader, locksRows: false, errorAbortsTransaction: false, rowsPerInsert: manyRows,
    begin: (connection) => beginImmediate(connection, waitMs),
    commit: (connection) => statement(connection, 'COMMIT'),
    rollback: (connection) => statement(connection, 'ROLLBACK'),
    discard,
    classify: classifySqlite,
    columnType: sqliteType,
    quote: (name) => `"${name}"`,
    hasIndex: async (table, index) => {
      const rows: unknown = await writer('sqlite_master').select('name').where({ type: 'index', tbl_name: table, name: index });
      return Array.isArray(rows) && rows.length > 0;
    },
    facts: () => sqliteFacts(writer),
    close: async () => {
      if (!inMemory) await foldIn(writer);
      await writer.destroy();
      if (reader !== writer) await reader.destroy();
    },
  };
}

/**
 * Makes the file for its owner alone before SQLite makes it for everybody; its log files take the same mode. One that is there is never opened here:
 * closing any descriptor of a file drops every lock the process holds on it (POSIX), those of another engine's connections included, and of connections
 * closed before, which the driver really closes when it collects their statements. Another process that ends then takes itself for the last and
 * removes the log under our hands: what we commit from then on is lost, and the file damaged.
 */
function makeFile(file: string): void {
  if (existsSync(file)) accessSync(file, constants.R_OK | constants.W_OK);
  else closeSync(openSync(file, 'a', 0o600));
}

/**
 * Brings the log into the file as far as nobody else reads it, and holds up nobody: a process that ends with `exit` leaves the driver no time to, and
 * an operator who copies the file of a stopped platform shall have all of it. The log serves as well: an engine that cannot do it closes all the same.
 */
async function foldIn(writer: Knex): Promise<void> {
  await writer.raw('PRAGMA wal_checkpoint(PASSIVE)').catch(() => undefined);
}

async function sqliteFacts(writer: Knex): Promise<ServerFacts> {
  const [version] = await writer.select<{ version: string }[]>(writer.raw('sqlite_version() as version'));
  const settings: Record<string, string> = {};
  for (const name of ['journal_mode', 'synchronous', 'encoding']) {
    const rows: unknown = await writer.raw(`PRAGMA ${name}`);
    settings[name] = String(Object.values((rows as readonly Record<string, unknown>[])[0] ?? {})[0]);
  }
  const flaws = settings['encoding'] === 'UTF-8' ? [] : [`the database file has the encoding ${settings['encoding'] ?? '?'}; a file made by this product has UTF-8`];
  return { banner: `SQLite ${version?.version ?? '?'}`, nowMs: undefined, settings, flaws };
}

function openPool(filename: string, max: number, reader: boolean, waitMs: number): Knex {
  return knexModule.knex({
    client: LibsqlClient as unknown as typeof Knex.Client,
    connection: { filename, options: { reader } } as Knex.Sqlite3ConnectionConfig,
    useNullAsDefault: true,
    acquireConnectionTimeout: waitMs,
    // Otherwise the text of an error holds the bound values: payers, addresses, tokens.
    compileSqlOnError: false,
    log: silent,
    // Statements of a driver without threads never wait for each other, so a reader costs nothing while it idles.
    pool: { min: reader ? 0 : 1, max },
  });
}

/**
 * IMMEDIATE: a deferred transaction that read first fails with BUSY when it comes to write. While another process writes we wait without
 * blocking the thread: it may be a unit of this very process, on another engine, that has to go on first.
 */
async function beginImmediate(connection: DriverConnection, waitMs: number): Promise<void> {
  const until = performance.now() + waitMs;
  for (;;) {
    try {
      await statement(connection, 'BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (classifySqlite(error) !== 'LOCK_TIMEOUT' || performance.now() > until) throw error;
    }
    await pause(Math.random() * beginPauseMs);
  }
}

/** async, so that what the driver throws arrives as a rejection. */
async function statement(connection: DriverConnection, sql: string): Promise<void> {
  if (!(connection instanceof LibsqlConnection)) throw new Error('not a connection of this engine');
  connection.execute(sql);
}

/** SQLite does not enforce lengths, the codecs do; the declared type documents them and gives the right affinity. */
function sqliteType(spec: ColumnSpec): string {
  if (spec.kind === 'text') return `varchar(${spec.chars})`;
  return spec.kind === 'long-text' ? 'text' : spec.kind;
}
