import knexModule, { type Knex } from 'knex';
import { manyRows, type SqlEngine } from '../sql/engine.js';
import type { ColumnSpec } from '../sql/migrations/steps.js';
import { acquireTimeoutMs, discard, execute, poolOf, silent, statementTimeoutMs, type ServerAddress } from '../sql/server-address.js';
import { MySqlFamilyClient } from './mysql-client.js';
import { classifyMySql } from './mysql-errors.js';
import { mysqlFacts } from './mysql-facts.js';
import { NamedSocket } from './named-socket.js';

/** MySQL, MariaDB and what speaks their wire: OceanBase, TiDB, GoldenDB, PolarDB-X (databases.md 8). Connects at the first use. */
export function openMySql(address: ServerAddress): SqlEngine {
  const knex = knexModule.knex({
    client: MySqlFamilyClient,
    connection: connectionOf(address),
    acquireConnectionTimeout: acquireTimeoutMs,
    // Otherwise the text of an error holds the bound values: payers, addresses, tokens.
    compileSqlOnError: false,
    log: silent,
    pool: poolOf(address.connections),
    answerMs: address.answerMs ?? statementTimeoutMs,
  } as Knex.Config);
  return {
    name: 'mysql', writer: knex, reader: knex, locksRows: true, errorAbortsTransaction: false, rowsPerInsert: manyRows,
    begin: (connection) => execute(knex, connection, 'START TRANSACTION'),
    commit: (connection) => execute(knex, connection, 'COMMIT'),
    rollback: (connection) => execute(knex, connection, 'ROLLBACK'),
    discard, classify: classifyMySql, columnType, quote: (name) => `\`${name}\``,
    hasIndex: async (table, index) => {
      const rows: unknown = await knex('information_schema.statistics').select('index_name')
        .where({ table_name: table, index_name: index }).whereRaw('table_schema = database()').limit(1);
      return Array.isArray(rows) && rows.length > 0;
    },
    facts: () => mysqlFacts(knex),
    close: () => knex.destroy(),
  };
}

function connectionOf({ host, port, user, password, database, tls }: ServerAddress): object {
  return {
    host, port, user, password, database, charset: 'utf8mb4', timezone: '+08:00', connectTimeout: acquireTimeoutMs, supportBigNumbers: true, decimalNumbers: false,
    // DB-03: one statement a call, and the server may not ask for files of ours.
    multipleStatements: false, infileStreamFactory: undefined, flags: ['-LOCAL_FILES'],
    stream: () => new NamedSocket(host).setKeepAlive(true).setNoDelay(true).connect(port, host),
    // The driver looks at the name of a certificate only when it is told to.
    ...(tls ? { ssl: { rejectUnauthorized: true, verifyIdentity: true, ...(tls.caPem === undefined ? {} : { ca: tls.caPem }) } } : {}),
  };
}

/** Keys and codes compare byte by byte: with the default collations `Abc` and `aBC` are the same key. */
function columnType(spec: ColumnSpec): string {
  if (spec.kind === 'text') return spec.ascii ? `varchar(${spec.chars}) character set ascii collate ascii_bin` : `varchar(${spec.chars}) character set utf8mb4 collate utf8mb4_bin`;
  return spec.kind === 'long-text' ? 'mediumtext character set utf8mb4 collate utf8mb4_bin' : spec.kind;
}
