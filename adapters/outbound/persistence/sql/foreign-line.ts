import type { Stored } from './codecs.js';
import { CommitUnknown, isPassing, type DriverConnection, type SqlEngine } from './engine.js';
import { errorField } from './server-address.js';

/** Statements on somebody else's tables, within one transaction: plain text and bound values, so that names keep their case on every engine. */
export interface ForeignStatements {
  rows(sql: string, values: readonly Stored[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
  change(sql: string, values: readonly Stored[]): Promise<void>;
}

/**
 * `row`: this row, by its values. `not-written`: nothing of the transaction is stored, and another time it may be. `refused`: neither will it another
 * time, as things stand (no such table, no right to it). `unknown`: nobody knows whether it was stored.
 */
export type ForeignFault = 'row' | 'not-written' | 'refused' | 'unknown';

/** A database that is not ours: no schema of ours in it, and an account that may do little. */
export interface ForeignLine {
  readonly rowsPerInsert: number;
  quote(name: string): string;
  transaction<T>(work: (statements: ForeignStatements) => Promise<T>): Promise<T>;
  /** `code`: of the server or driver, without its words, which may hold values. */
  faultOf(error: unknown): { readonly kind: ForeignFault; readonly code: string };
  close(): Promise<void>;
}

interface RawClient {
  acquireConnection(): Promise<DriverConnection>;
  releaseConnection(connection: DriverConnection): Promise<void>;
  query(connection: DriverConnection, statement: { sql: string; bindings: unknown[]; method: 'select' | 'update' }): Promise<unknown>;
  processResponse(statement: unknown, runner: { readonly client: unknown }): unknown;
}

const quotes: Readonly<Record<string, string>> = { mysql: '`' };

export function foreignLine(engine: SqlEngine): ForeignLine {
  const quote = quotes[engine.name] ?? '"';
  return {
    rowsPerInsert: engine.rowsPerInsert,
    quote: (name) => `${quote}${name.replaceAll(quote, quote + quote)}${quote}`,
    transaction: (work) => inTransaction(engine, work),
    faultOf: (error) => faultOf(engine, error),
    close: () => engine.close(),
  };
}

async function inTransaction<T>(engine: SqlEngine, work: (statements: ForeignStatements) => Promise<T>): Promise<T> {
  const client = engine.writer.client as RawClient;
  const connection = await client.acquireConnection();
  const run = async (sql: string, values: readonly Stored[], method: 'select' | 'update'): Promise<unknown> => {
    const statement = { sql, bindings: [...values], method };
    const answered = await client.query(connection, statement);
    return client.processResponse(answered, { client });
  };
  try {
    await engine.begin(connection);
    const value = await work({
      rows: async (sql, values) => (await run(sql, values, 'select') ?? []) as readonly Readonly<Record<string, unknown>>[],
      change: async (sql, values) => { await run(sql, values, 'update'); },
    });
    await committed(engine, connection);
    return value;
  } catch (error) {
    if (!(error instanceof CommitUnknown)) await undone(engine, connection, error);
    throw error;
  } finally {
    await client.releaseConnection(connection);
  }
}

async function committed(engine: SqlEngine, connection: DriverConnection): Promise<void> {
  try {
    await engine.commit(connection);
  } catch (error) {
    engine.discard(connection);
    if (isPassing(engine.classify(error)) || (error instanceof Error && error.name === 'CommitRefused')) throw error;
    throw new CommitUnknown('it is not known whether the rows were stored', { cause: error });
  }
}

async function undone(engine: SqlEngine, connection: DriverConnection, error: unknown): Promise<void> {
  if (engine.classify(error) === 'CONNECTION_LOST') { engine.discard(connection); return; }
  try {
    await engine.rollback(connection);
  } catch {
    engine.discard(connection);
  }
}

/**
 * SQLSTATE 22 and 23; MySQL's numbers for values out of their column; SQLite's and DM's constraints. A trigger that refuses speaks for the database,
 * not of the row.
 */
const rowCodes: readonly RegExp[] = [
  /^2[23][0-9A-Z]{3}$/, /^SQLITE_(?:CONSTRAINT_(?!TRIGGER)\w+|MISMATCH)$/, /^(?:1048|1264|1265|1292|1364|1366|1411|3140|3819|4025)$/,
  /^-(?:6102|6104|6105|6108|6111|6112|6118|6121|6166|6604|6609)$/,
];
const isOfRow = (code: string): boolean => rowCodes.some((pattern) => pattern.test(code));
const codeFields = ['errno', 'errCode', 'errorNum', 'code'] as const;
/** A name that is not found, a pool without a connection: nobody has begun. */
const waitingWords = /Timeout acquiring a connection|pool is (?:probably )?full|AggregateError|getaddrinfo/i;

function faultOf(engine: SqlEngine, error: unknown): { readonly kind: ForeignFault; readonly code: string } {
  const code = codeFields.map((field) => errorField(error, field)).find((one) => one !== undefined) ?? (error instanceof Error ? error.name : 'fault');
  const sqlState = errorField(error, 'code') ?? '';
  if (error instanceof CommitUnknown) return { kind: 'unknown', code };
  const kind = engine.classify(error);
  if (kind === 'COMMIT_UNKNOWN') return { kind: 'unknown', code };
  if (kind === 'CONNECTION_LOST' || isPassing(kind)) return { kind: 'not-written', code };
  if (isOfRow(sqlState)) return { kind: 'row', code: sqlState };
  if (kind === 'UNIQUE' || kind === 'TOO_LONG' || isOfRow(code)) return { kind: 'row', code };
  return { kind: error instanceof Error && waitingWords.test(`${error.name} ${error.message}`) ? 'not-written' : 'refused', code };
}
