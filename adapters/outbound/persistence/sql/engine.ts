import type { Knex } from 'knex';
import type { ColumnSpec } from './migrations/steps.js';

/** What a driver's error means to us (databases.md 5). */
export type SqlErrorKind =
  | 'UNIQUE' | 'DEADLOCK' | 'LOCK_TIMEOUT' | 'SERIALIZATION' | 'CONNECTION_LOST' | 'COMMIT_UNKNOWN' | 'TOO_LONG' | 'OTHER';

/** One open connection of a driver; only the engine knows what it is. */
export type DriverConnection = object;

/**
 * One database behind the repositories. An engine brings knex instances whose client compiles its SQL, transactions on one connection, an
 * error classifier, and column types; it brings no query of its own beyond the catalogue.
 */
export interface SqlEngine {
  readonly name: string;
  /** Where units of work run. */
  readonly writer: Knex;
  /** Where reads outside a unit run; may be the same pool on a server. */
  readonly reader: Knex;
  /** Rows can be locked by SELECT … FOR UPDATE. False where the writer is exclusive anyway (SQLite). */
  readonly locksRows: boolean;
  /** Any failed statement makes the rest of the transaction fail too (PostgreSQL family). */
  readonly errorAbortsTransaction: boolean;
  /** Most rows of one INSERT; 1 where no list of rows may be given, or where nobody knows. */
  readonly rowsPerInsert: number;
  /** Begins a READ COMMITTED (or stronger) transaction that may write. */
  begin(connection: DriverConnection): Promise<unknown>;
  /** Throws CommitRefused when the server rolled back instead. */
  commit(connection: DriverConnection): Promise<unknown>;
  rollback(connection: DriverConnection): Promise<unknown>;
  /** The pool closes this connection instead of handing it out again: its transaction state is not known. */
  discard(connection: DriverConnection): void;
  classify(error: unknown): SqlErrorKind;
  /** SQL type of a column, e.g. `varchar(32)`. */
  columnType(spec: ColumnSpec): string;
  /** A name as this engine quotes it. */
  quote(name: string): string;
  hasIndex(table: string, index: string): Promise<boolean>;
  /** Asks the server what it is and how it is set up; changes nothing. Throws the driver's error when it cannot be reached. */
  facts(): Promise<ServerFacts>;
  close(): Promise<void>;
}

/** What an engine that takes many rows takes at once (databases.md 4): 5,000 values are far below the limits of these drivers (32,766 on SQLite, 65,535 on PostgreSQL). */
export const manyRows = 200;
export const maxInsertValues = 5000;

/** What a server says of itself: for the checks at start and for the deployer's report. */
export interface ServerFacts {
  /** Product and version in its own words. */
  readonly banner: string;
  /** The server's clock, epoch ms; undefined where it is this machine's own (SQLite). */
  readonly nowMs: number | undefined;
  /** Settings worth reporting, by their name on this server. Never an account's password. */
  readonly settings: Readonly<Record<string, string>>;
  /** Why this server cannot be used as it is set up: each a whole sentence that says what to change. Empty when it can. */
  readonly flaws: readonly string[];
}

/** Whether the unit was stored is not known: the line broke at COMMIT. Never run again blindly; read by the idempotency key first. */
export class CommitUnknown extends Error {
  override readonly name = 'CommitUnknown';
}

/** The server answered COMMIT with a rollback: nothing was stored. A fault of ours, because somebody went on after a failed statement. */
export class CommitRefused extends Error {
  override readonly name = 'CommitRefused';
}

/** Errors after which nothing was stored and the same unit may simply be run again. */
export const isPassing = (kind: SqlErrorKind): boolean => kind === 'DEADLOCK' || kind === 'LOCK_TIMEOUT' || kind === 'SERIALIZATION';
