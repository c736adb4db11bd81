import knexModule, { type Knex } from 'knex';
import { CommitRefused, manyRows, type SqlEngine } from '../sql/engine.js';
import type { ColumnSpec } from '../sql/migrations/steps.js';
import { acquireTimeoutMs, discard, execute, poolOf, silent, statementTimeoutMs, type ServerAddress } from '../sql/server-address.js';
import { KingbaseFamilyClient } from './kingbase-client.js';
import { classifyKingbase } from './kingbase-errors.js';
import { kingbaseFacts } from './kingbase-facts.js';

/** How much longer than the server the driver waits before it gives the line up. */
const lineGraceMs = 5_000;

/** Kingbase, PostgreSQL, openGauss, GaussDB (databases.md 7). Connects at the first use. */
export function openKingbase(address: ServerAddress): SqlEngine {
  const knex = knexModule.knex({
    client: KingbaseFamilyClient,
    connection: connectionOf(address),
    searchPath: [address.schema ?? 'public'],
    acquireConnectionTimeout: acquireTimeoutMs,
    // Otherwise the text of an error holds the bound values: payers, addresses, tokens.
    compileSqlOnError: false,
    log: silent,
    pool: poolOf(address.connections),
    answerMs: address.answerMs ?? statementTimeoutMs,
  } as Knex.Config);
  return {
    name: 'kingbase', writer: knex, reader: knex, locksRows: true, errorAbortsTransaction: true, rowsPerInsert: manyRows,
    begin: (connection) => execute(knex, connection, 'BEGIN'),
    commit: (connection) => commit(knex, connection),
    rollback: (connection) => execute(knex, connection, 'ROLLBACK'),
    discard, classify: classifyKingbase, columnType, quote: (name) => `"${name}"`,
    hasIndex: async (table, index) => {
      const rows: unknown = await knex('pg_indexes').select('indexname').where({ tablename: table, indexname: index }).whereRaw('schemaname = current_schema()').limit(1);
      return Array.isArray(rows) && rows.length > 0;
    },
    facts: () => kingbaseFacts(knex),
    close: () => knex.destroy(),
  };
}

function connectionOf({ host, port, user, password, database, tls, answerMs = statementTimeoutMs }: ServerAddress): Knex.PgConnectionConfig {
  return {
    host, port, user, ...(password === undefined ? {} : { password }), database, connectionTimeoutMillis: acquireTimeoutMs, keepAlive: true,
    query_timeout: answerMs + lineGraceMs, application_name: 'tongjiao',
    ssl: tls ? { rejectUnauthorized: true, ...(tls.caPem === undefined ? {} : { ca: tls.caPem }) } : false,
  };
}

/** A transaction in which a statement failed is rolled back by COMMIT, without an error: only the answer tells. */
async function commit(knex: Knex, connection: object): Promise<void> {
  const { response } = await execute(knex, connection, 'COMMIT') as { readonly response?: { readonly command?: string } };
  if (response?.command === 'ROLLBACK') throw new CommitRefused('the transaction was rolled back: one of its statements had failed');
}

/** Codes compare byte by byte, whatever language the database was made for. */
function columnType(spec: ColumnSpec): string {
  if (spec.kind === 'text') return spec.ascii ? `varchar(${spec.chars}) collate "C"` : `varchar(${spec.chars})`;
  return spec.kind === 'long-text' ? 'text' : spec.kind;
}
