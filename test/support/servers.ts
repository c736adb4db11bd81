import { connect } from 'node:net';
import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import type { SqlEngine } from '../../adapters/outbound/persistence/sql/engine.js';
import { databaseAddress } from '../../bootstrap/database-address.js';
import { openEngine } from '../../bootstrap/open-engine.js';
import { needing } from './needing.js';

/** A server of the machine that tests may use: by its environment variable, else where such servers listen by default. */
export interface TestServer { readonly name: string; readonly variable: string; readonly address: string | undefined; readonly why: string }

/** A port where nobody listens refuses at once; on a busy machine one where somebody does may take its time. */
const answerMs = 20_000;
const isAnswered = (port: number): Promise<boolean> => new Promise((resolve) => {
  const socket = connect({ host: '127.0.0.1', port, timeout: answerMs });
  const end = (answer: boolean) => () => { socket.destroy(); resolve(answer); };
  socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
});

async function find(name: string, variable: string, port: number, byDefault: string): Promise<TestServer> {
  const given = process.env[variable];
  if (given !== undefined && given !== '') return { name, variable, address: given, why: '' };
  if (await isAnswered(port)) return { name, variable, address: byDefault, why: '' };
  return { name, variable, address: undefined, why: `no server: set ${variable}, as in ${byDefault}, or start one on 127.0.0.1:${port}` };
}

const given = (name: string, variable: string, example: string): TestServer => {
  const address = process.env[variable];
  return { name, variable, address: address === '' ? undefined : address, why: `no server: set ${variable}, as in ${example}` };
};

/** Servers that a machine of ours has; under CI=true a missing one is a failure. */
export const mysqlServer = await find('MySQL or MariaDB', 'MYSQL_URL', 3306, 'mysql://root@127.0.0.1:3306/mysql');
export const postgresServer = await find('PostgreSQL', 'POSTGRES_URL', 5432, 'postgres://postgres@127.0.0.1:5432/postgres');
export const redisServer = await find('Redis', 'REDIS_URL', 6379, 'redis://127.0.0.1:6379/0');
/** Servers that only a deployer has: verified on site (docs/operate/databases.md). */
export const kingbaseServer = given('Kingbase', 'KINGBASE_URL', 'kingbase://system:password@host:54321/test');
export const dmServer = given('DM', 'DM_URL', 'dm://account:password@host:5236/');
export const oracleServer = given('Oracle', 'ORACLE_URL', 'oracle://account:password@host:1521/service');

const required: readonly TestServer[] = [mysqlServer, postgresServer, redisServer];

/**
 * A suite that needs a server: where there is none it shows as pending with its reason, and fails under CI=true where every machine has one.
 * `body` is called with the address of the server.
 */
export function onServer(server: TestServer, title: string, body: (address: string) => void): void {
  const { address } = server;
  if (address !== undefined) describe(title, () => body(address));
  else if (required.includes(server)) needing(server.why, title, () => undefined);
  else describe(`${title} (${server.why})`, () => { it('is left out'); });
}

/** A database of a test's own on a MySQL or PostgreSQL family server, and its removal. */
export interface OwnDatabase { readonly address: string; open(): SqlEngine; drop(): Promise<void> }

export async function ownDatabase(serverAddress: string, prefix = 'tj_test'): Promise<OwnDatabase> {
  const name = `${prefix}_${process.pid}_${randomBytes(4).toString('hex')}`;
  const isMysql = /^(mysql|mariadb):/.test(serverAddress);
  await asAdmin(serverAddress, (admin) => admin.raw(isMysql ? `create database ${name} character set utf8mb4` : `create database ${name} encoding 'UTF8' template template0`));
  const url = new URL(serverAddress);
  url.pathname = `/${name}`;
  const address = url.href;
  return {
    address,
    open: () => openEngine(databaseAddress(address, { user: undefined, password: undefined })),
    drop: () => asAdmin(serverAddress, async (admin) => {
      // `drop … with (force)` is younger than what all of the family understand.
      if (!isMysql) await admin.raw('select pg_terminate_backend(pid) from pg_stat_activity where datname = ?', [name]);
      await admin.raw(`drop database ${name}`);
    }),
  };
}

/** Work on the server itself, by its own administrator. */
export async function asAdmin<T>(serverAddress: string, work: (admin: Knex) => PromiseLike<T> | T): Promise<void> {
  // The product's own client: knex's would not understand the banner of a Kingbase, nor know its port.
  const engine = openEngine(databaseAddress(serverAddress, { user: undefined, password: undefined }));
  try {
    await work(engine.writer);
  } finally {
    await engine.close();
  }
}
