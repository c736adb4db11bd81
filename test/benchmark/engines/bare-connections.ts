import Database from 'libsql';
import { createConnection } from 'mysql2/promise';
import { Client } from 'pg';
import type { EngineName } from './bench-database.js';
import type { Row } from './payment-sample.js';

/** One connection of a bare driver: prepared statements and transactions, nothing else. Statements are written with `?`. */
export interface BareConnection {
  begin(): Promise<unknown>;
  commit(): Promise<unknown>;
  run(sql: string, values: readonly Row[string][]): Promise<unknown>;
  close(): Promise<unknown>;
}

export async function openBare(engine: EngineName, address: string): Promise<BareConnection> {
  if (engine === 'sqlite') return bareSqlite(address.slice('sqlite:'.length));
  return engine === 'mysql' ? bareMysql(address) : barePostgres(address);
}

function bareSqlite(file: string): BareConnection {
  const database = new Database(file);
  for (const pragma of ['journal_mode=WAL', 'synchronous=FULL', 'foreign_keys=OFF', 'busy_timeout=5000']) database.exec(`PRAGMA ${pragma}`);
  const prepared = new Map<string, Database.Statement>();
  return {
    begin: async () => database.exec('BEGIN IMMEDIATE'), commit: async () => database.exec('COMMIT'), close: async () => database.close(),
    run: async (sql, values) => {
      const statement = prepared.get(sql) ?? database.prepare(sql);
      prepared.set(sql, statement);
      return statement.run([...values]);
    },
  };
}

async function bareMysql(address: string): Promise<BareConnection> {
  const connection = await createConnection({ uri: address, charset: 'utf8mb4', supportBigNumbers: true });
  await connection.query('SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED');
  return {
    begin: () => connection.query('START TRANSACTION'), commit: () => connection.query('COMMIT'), close: () => connection.end(),
    run: (sql, values) => connection.execute(sql, [...values]),
  };
}

async function barePostgres(address: string): Promise<BareConnection> {
  const client = new Client({ connectionString: address });
  await client.connect();
  const names = new Map<string, { readonly name: string; readonly text: string }>();
  return {
    begin: () => client.query('BEGIN'), commit: () => client.query('COMMIT'), close: () => client.end(),
    run: (sql, values) => {
      let count = 0;
      const named = names.get(sql) ?? { name: `s${names.size}`, text: sql.replace(/\?/g, () => `$${++count}`) };
      names.set(sql, named);
      return client.query({ ...named, values: [...values] });
    },
  };
}
