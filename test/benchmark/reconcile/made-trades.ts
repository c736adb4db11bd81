import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { account, day, dayStartsAt, endOfDay, payees, refundEvery, secondsSql } from './made-day.js';

/** How one family joins and pads texts. */
interface Words { readonly padded: (number: string, digits: number) => string; readonly joined: (...parts: readonly string[]) => string; readonly analyze: string; readonly session: readonly string[] }
const words: Readonly<Record<string, Words>> = {
  sqlite: { padded: (number, digits) => `printf('%0${digits}d', ${number})`, joined: (...parts) => parts.join(' || '), analyze: 'analyze trade', session: [] },
  mysql: { padded: (number, digits) => `lpad(${number}, ${digits}, '0')`, joined: (...parts) => `concat(${parts.join(', ')})`, analyze: 'analyze table trade', session: ['set unique_checks = 0'] },
  kingbase: { padded: (number, digits) => `lpad((${number})::text, ${digits}, '0')`, joined: (...parts) => parts.join(' || '), analyze: 'vacuum analyze trade', session: ['set synchronous_commit = off'] },
};
const chunkRows = 100_000;
const numberTable = 'bench_number';

/** Fills the table of trades on the server itself; the connection must be the engine's only one. */
export async function makeTrades(engine: SqlEngine, trades: number): Promise<void> {
  const run = (sql: string): Promise<unknown> => engine.writer.raw(sql);
  const spoken = wordsOf(engine);
  for (const sql of spoken.session) await run(sql);
  await run(`create table ${numberTable} (b bigint primary key)`);
  await run(`insert into ${numberTable} values (0)`);
  for (let there = 1; there < Math.min(chunkRows, trades); there *= 2) await run(`insert into ${numberTable} select b + ${there} from ${numberTable} where b + ${there} < ${Math.min(chunkRows, trades)}`);
  const columns = columnsOf(spoken, trades);
  for (let from = 0; from < trades; from += chunkRows) {
    await run(`insert into trade (${Object.keys(columns).join(', ')}) select ${Object.values(columns).join(', ')} from (select b + ${from} as n from ${numberTable} where b + ${from} < ${trades}) numbered order by n`);
  }
  await run(`drop table ${numberTable}`);
}

/** The optimizer's figures. */
export const settleFigures = (engine: SqlEngine): Promise<unknown> => engine.writer.raw(wordsOf(engine).analyze);

function wordsOf(engine: SqlEngine): Words {
  const found = words[engine.name];
  if (!found) throw new Error(`trades cannot be made on ${engine.name}: give a SQLite folder, or an address of the MySQL or PostgreSQL family`);
  return found;
}

function columnsOf({ padded, joined }: Words, trades: number): Readonly<Record<string, string>> {
  const isBack = `n % ${refundEvery} = ${refundEvery - 1}`;
  const number = joined(`'${day}'`, padded('n', 18));
  const paid = `(case when ${isBack} then n - 1 else n end)`;
  const payment = joined(`'${day}'`, padded(paid, 18));
  const at = `${dayStartsAt} + 1000 * ${secondsSql('n', trades)}`;
  const amount = '100 + (n * 7919) % 99901';
  return {
    trade_key: joined(`(case when ${isBack} then 'R' else 'P' end)`, number), kind: `case when ${isBack} then 'refund' else 'payment' end`, purpose: "'order'",
    platform_order_no: joined(`'${day}'`, padded(`${paid} + 500000000`, 18)), attempt_no: payment, platform_refund_order_no: `case when ${isBack} then ${number} end`, dev_id: "'D1'",
    merchant_no: joined("'M'", padded(`n % ${payees}`, 14)), biz_order_no: joined("'BIZ-2026-'", padded(paid, 12)), order_date: `'${day}'`, pay_channel: "'alipay'", pay_method: "'h5'",
    channel_merchant_id: `'${account.channelMerchantId}'`, channel_order_no: `case when ${isBack} then null else ${joined(`'${day}22001'`, padded('n', 15))} end`,
    order_amount: amount, amount, channel_discount_amount: '0', trade_at: at, clearing_day: `'${day}'`, settle_state: "'open'", created_at: String(endOfDay),
  };
}
