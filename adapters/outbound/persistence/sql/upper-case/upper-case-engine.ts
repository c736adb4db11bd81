import knexModule, { type Knex } from 'knex';
import type { ServerFacts, SqlEngine, SqlErrorKind } from '../engine.js';
import type { ColumnSpec } from '../migrations/steps.js';
import { hasIndex } from './catalogue.js';
import { quoted } from './statements.js';
import type { UpperCaseClient } from './upper-case-client.js';

/** Where a DM or Oracle server listens, and as whom we come. */
export interface UpperCaseAddress {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string | undefined;
  /** Schema of the tables where it is not the account's own: the runtime account owns nothing (DB-02). */
  readonly schema?: string | undefined;
  /** Most connections of this process. Processes × connections stays below the server's own limit. */
  readonly connections?: number;
  /** Longest wait for a free connection and for the server to take one. */
  readonly waitMs?: number;
  /** Longest answer to one statement; beyond it the line counts as lost. */
  readonly answerMs?: number;
}

export const defaultConnections = 20;
export const defaultWaitMs = 5_000;
export const defaultAnswerMs = 30_000;
const idleConnections = 2;

/** What is left to each of the two. */
export interface Dialect {
  readonly name: string;
  readonly client: new (config: never) => UpperCaseClient;
  /** Configuration of its own: driver, connection. */
  readonly config: Readonly<Record<string, unknown>>;
  readonly schema: string | undefined;
  readonly connections: number | undefined;
  readonly waitMs: number;
  readonly classify: (error: unknown) => SqlErrorKind;
  readonly columnType: (spec: ColumnSpec) => string;
  readonly facts: (knex: Knex) => Promise<ServerFacts>;
}

/** knex would write to the console what it also throws. */
const ignore = (): void => undefined;
const silent = { warn: ignore, error: ignore, deprecate: ignore, debug: ignore };

export function openUpperCase({ name, client, config, schema, connections, waitMs, classify, columnType, facts }: Dialect): SqlEngine {
  const max = connections ?? defaultConnections;
  const knex = knexModule.knex({
    ...config,
    client: client as unknown as typeof Knex.Client,
    acquireConnectionTimeout: waitMs,
    // Otherwise the text of an error holds the bound values: payers, addresses, tokens.
    compileSqlOnError: false,
    log: silent,
    pool: { min: Math.min(idleConnections, max), max },
  });
  const own = knex.client as UpperCaseClient;
  own.schemaName = schema;
  const engine = {
    name, writer: knex, reader: knex, locksRows: true, errorAbortsTransaction: false,
    // Oracle takes lists of rows from 23 on; of DM nobody has seen it (databases.md 5).
    rowsPerInsert: 1,
    begin: (connection: object) => {
      own.begin(connection);
      return Promise.resolve();
    },
    commit: (connection: object) => own.commit(connection),
    rollback: (connection: object) => own.rollback(connection),
    discard: (connection: object) => { own.discard(connection); },
    classify, columnType, quote: quoted,
    hasIndex: (table: string, index: string) => hasIndex(knex, schema, table, index),
    facts: () => facts(knex),
    close: () => knex.destroy(),
  };
  return engine;
}
