import type { Knex } from 'knex';

/** Where a database server listens, and as whom we come. */
export interface ServerAddress {
  readonly host: string; readonly port: number; readonly user: string; readonly password: string | undefined;
  /** Database; on Oracle the service name. */
  readonly database: string;
  /** Schema within it, where a server has several (PostgreSQL family, DM); undefined: the account's own. */
  readonly schema: string | undefined;
  /** TLS with a checked certificate; `caPem` names the authority when it is not a public one. */
  readonly tls: { readonly caPem: string | undefined } | undefined;
  /** DM's way to TLS: a folder with ca-cert.pem, client-cert.pem and client-key.pem. */
  readonly certificateFolder: string | undefined;
  /** Most connections of this process. Processes × connections stays below the server's own limit. */
  readonly connections: number;
  /** Longest answer to one statement; left out: `statementTimeoutMs`. */
  readonly answerMs?: number;
}

/** Longest wait for a connection, and for the server to take it. */
export const acquireTimeoutMs = 5_000;
/** Longest answer to one statement of the running product; beyond it the line counts as lost. */
export const statementTimeoutMs = 30_000;
/** Longest wait for a row that another transaction holds. */
export const lockTimeoutMs = 5_000;
/** Connections that stay open while nothing happens. */
const idleConnections = 2;

export const poolOf = (connections: number): Knex.PoolConfig => ({ min: Math.min(idleConnections, connections), max: connections });

/** knex would write to the console what it also throws. */
const ignore = (): void => undefined;
export const silent = { warn: ignore, error: ignore, deprecate: ignore, debug: ignore };

/** The pool closes the connection at its next look instead of handing it out again. */
export const discard = (connection: object): void => { Object.assign(connection, { __knex__disposed: 'transaction state not known' }); };

/** The parts of a knex client that run a finished statement on one connection. */
interface StatementRunner { query(connection: object, statement: { sql: string; bindings: unknown[]; method: 'raw' }): Promise<unknown> }

/** Runs BEGIN, COMMIT, ROLLBACK and the like; the driver's own answer. */
export const execute = (knex: Knex, connection: object, sql: string): Promise<unknown> =>
  (knex.client as StatementRunner).query(connection, { sql, bindings: [], method: 'raw' });

/** The first row of a raw query, whatever shape the driver gives it. */
export async function firstRow(knex: Knex, sql: string): Promise<Readonly<Record<string, unknown>>> {
  const answer: unknown = await knex.raw(sql);
  const rows: unknown = Array.isArray(answer) ? answer[0] : (answer as { readonly rows: unknown }).rows;
  const row: unknown = Array.isArray(rows) ? rows[0] : undefined;
  if (typeof row !== 'object' || row === null) throw new Error('the server answered no row');
  return row as Readonly<Record<string, unknown>>;
}

/** A code or number that a driver's error carries. */
export function errorField(error: unknown, name: 'code' | 'errno' | 'errCode' | 'errorNum'): string | undefined {
  const value = typeof error === 'object' && error !== null && name in error ? (error as Record<string, unknown>)[name] : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** Codes of Node's sockets that mean: nobody answers, or nobody answers any more. */
export const socketErrors: ReadonlySet<string> = new Set([
  'ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN',
]);
