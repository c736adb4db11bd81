import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { attemptRows, auditRows, orderRows, refundRows, workRows, type Filling } from './rows.js';
import { busyUsers, endAt, jobsFrom, monthMs, sharesSql as share, startAt, userCount } from './shares.js';

/** Orders of one INSERT … SELECT and of one transaction. */
const chunkOrders = 100_000;
export const chunkTable = 'volume_chunk';
const baseTable = 'volume_number';

export interface LoadSize { readonly orders: number; /** Audit entries of the newest months only: they are the largest table and cost most of the time. */ readonly auditMonths: number }

/** How one family writes what the other cannot read. */
interface Words { readonly stamp: (atMs: string) => string; readonly session: readonly string[]; readonly smallTable: string }
const words: Readonly<Record<string, Words>> = {
  mysql: {
    stamp: (at) => `concat(date_format(date_add('1970-01-01 08:00:00', interval floor(${at} / 1000) second), '%Y%m%d%H%i%s'), lpad(mod(${at}, 1000), 3, '0'))`,
    session: ['set unique_checks = 0', 'set foreign_key_checks = 0', 'set max_heap_table_size = 134217728'], smallTable: ' engine = memory',
  },
  kingbase: {
    stamp: (at) => `to_char(to_timestamp(${at} / 1000.0) at time zone 'Asia/Shanghai', 'YYYYMMDDHH24MISSMS')`,
    session: ['set synchronous_commit = off', "set maintenance_work_mem = '1GB'", "set work_mem = '64MB'", 'set jit = off'], smallTable: '',
  },
};

export function wordsOf(engine: SqlEngine): Words {
  const found = words[engine.name];
  if (found === undefined) throw new Error(`rows cannot be made on ${engine.name}: give a MySQL or PostgreSQL family address`);
  return found;
}

/** Fills the tables on the server itself, in the order of their primary keys; the connection must be the engine's only one. */
export async function load(engine: SqlEngine, { orders, auditMonths }: LoadSize, say: (words: string) => void): Promise<void> {
  const run = (sql: string): Promise<unknown> => engine.writer.raw(sql);
  const { stamp, session, smallTable } = wordsOf(engine);
  for (const sql of session) await run(sql);
  await run(`create table ${baseTable} (b bigint primary key)`);
  await run(`insert into ${baseTable} values (1)`);
  for (let there = 1; there < chunkOrders; there *= 2) await run(`insert into ${baseTable} select b + ${there} from ${baseTable} where b + ${there} <= ${chunkOrders}`);
  await run(`create table ${chunkTable} (n bigint primary key, at_ms bigint, stamp varchar(17), tail varchar(6), state varchar(10), user_id varchar(20))${smallTable}`);
  const stepMs = (endAt - startAt) / orders;
  for (let from = 0; from < orders; from += chunkOrders) {
    const n = `(b + ${from})`;
    const at = `(${startAt} + floor(${n} * ${stepMs}))`;
    await run(`truncate table ${chunkTable}`);
    await run(`insert into ${chunkTable} (n, at_ms, stamp, tail, state, user_id) select n, at_ms, ${stamp('at_ms')}, concat(lpad(concat(mod(n * 7919, 100000)), 5, '0'), mod(n, 10)),
      case when ${share.underWay} then case when mod(n, 3) = 0 then 'awaiting' else 'paying' end when mod(n, 100) < 86 then 'paid' else 'closed' end,
      case when ${share.busy} then case when mod(floor(n / 1000.0), 2) = 0 then '${busyUsers[0]}' else '${busyUsers[1]}' end when ${share.hasUser} then concat('user-', mod(n * 7919, ${userCount(orders)})) end
      from (select ${n} as n, ${at} as at_ms from ${baseTable} where ${n} <= ${orders}) numbered order by n`);
    for (const filling of fillingsOf(startAt + (from + chunkOrders) * stepMs, auditMonths)) await run(insertOf(filling));
    if ((from / chunkOrders) % 10 === 9) say(`${from + chunkOrders} orders`);
  }
  for (const table of [baseTable, chunkTable]) await run(`drop table ${table}`);
}

/** What a chunk that ends then has rows of. */
function fillingsOf(chunkEndsAt: number, auditMonths: number): readonly Filling[] {
  const auditFrom = endAt - auditMonths * monthMs;
  const audit = chunkEndsAt < auditFrom ? [] : auditRows.map((filling) => ({ ...filling, where: `(${filling.where}) and at_ms > ${auditFrom}` }));
  return [orderRows, ...attemptRows, refundRows, ...workRows.filter(({ table }) => table !== 'outbox' || chunkEndsAt > jobsFrom), ...audit];
}

const insertOf = ({ table, where, columns }: Filling): string =>
  `insert into ${table} (${Object.keys(columns).join(', ')}) select ${Object.values(columns).join(', ')} from ${chunkTable} where ${where} order by n`;

/** The optimizer's figures and, where the engine has it, the visibility map. */
export async function settle(engine: SqlEngine, tables: readonly string[]): Promise<void> {
  for (const table of tables) await engine.writer.raw(engine.name === 'mysql' ? `analyze table ${table}` : `vacuum analyze ${table}`);
}
