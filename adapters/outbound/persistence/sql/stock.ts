import type { Vault } from '../../../../application/ports/vault.js';
import { attemptTable } from './attempt-repository.js';
import { int } from './codecs.js';
import { eBillTable } from './e-bill-columns.js';
import { EBillSeal } from './e-bill-seal.js';
import type { SqlEngine } from './engine.js';
import { allSteps } from './migrations/all-steps.js';
import { orderTable, type OrderRow } from './order-columns.js';
import { PayerSeal } from './payer-seal.js';
import { refundTable } from './refund-repository.js';
import type { SqlTable } from './sql-table.js';

/** What a database holds, in figures: what a backup says of itself and a restore compares. */
export interface Stock {
  readonly steps: readonly string[];
  /** Rows of each table that is there. */
  readonly counts: Readonly<Record<string, number>>;
  /** Fen that came with attempts, and fen that certainly went back. */
  readonly charged: bigint;
  readonly refunded: bigint;
}

const pageRows = 500;

/** Counts everything; nobody may write meanwhile. */
export async function takeStock(engine: SqlEngine): Promise<Stock> {
  const recorded: unknown = await engine.writer('schema_step').select('step_id').orderBy('step_id');
  const counts: Record<string, number> = {};
  for (const step of allSteps) {
    if (step.change === 'create-table' && await engine.writer.schema.hasTable(step.table)) counts[step.table] = await countOf(engine, step.table);
  }
  return {
    steps: (recorded as readonly { readonly step_id: string }[]).map((row) => row.step_id), counts,
    charged: await sumOf(engine, attemptTable, attemptTable.column('amount'), ['paid', 'repeat', 'late', 'stray']),
    refunded: await sumOf(engine, refundTable, refundTable.column('refundAmount'), ['refunded']),
  };
}

/** Opens every sealed value of every payer, archived orders too. Throws TamperedError for the first that the key store does not open; answers how many orders had one. */
export async function openAllSealed(engine: SqlEngine, vault: Vault): Promise<number> {
  let opened = 0;
  for (const table of [orderTable, orderTable.archive]) {
    if (await engine.writer.schema.hasTable(table.name)) opened += await openAllOf(engine, table, new PayerSeal(vault));
  }
  if (await engine.writer.schema.hasTable(eBillTable.name)) await openAllBills(engine, new EBillSeal(vault));
  return opened;
}

/** The payers of e-bills are those of their orders, so they are not counted again. */
async function openAllBills(engine: SqlEngine, seal: EBillSeal): Promise<void> {
  const [key, round] = [eBillTable.column('billKey'), eBillTable.column('round')];
  for (let last: { readonly billKey: string; readonly round: number } | undefined; ;) {
    const page = engine.writer(eBillTable.name).select(eBillTable.columnNames).where(eBillTable.condition({ source: 'generated' })).orderBy([key, round]).limit(pageRows);
    const after = last;
    if (after) page.where((behind) => behind.where(key, '>', after.billKey).orWhere((same) => same.where(key, after.billKey).andWhere(round, '>', after.round)));
    const rows = eBillTable.list(await page);
    for (const row of rows) seal.toBill(row);
    last = rows.at(-1);
    if (!last) return;
  }
}

async function openAllOf(engine: SqlEngine, table: SqlTable<OrderRow>, seal: PayerSeal): Promise<number> {
  const no = table.column('platformOrderNo');
  let opened = 0;
  for (let last = ''; ;) {
    // A backup of an older release has no codes over its rows yet.
    const page = engine.writer(table.name).select(table.columnNames.filter((name) => name !== table.column('rowMac'))).orderBy(no).limit(pageRows);
    // An empty text is NULL on some engines, and nothing is greater.
    const rows: unknown = await (last === '' ? page : page.where(no, '>', last));
    const orders = table.list(rows).map((row) => seal.toOrder(row));
    opened += orders.filter(({ payer }) => payer.name !== undefined || payer.mobile !== undefined || payer.certNo !== undefined).length;
    const end = orders.at(-1);
    if (!end) return opened;
    last = end.platformOrderNo;
  }
}

async function countOf(engine: SqlEngine, table: string): Promise<number> {
  const rows: unknown = await engine.writer(table).count({ total: '*' });
  return int.decode((rows as readonly { readonly total: unknown }[])[0]?.total);
}

/** In daily work and in the archive. */
async function sumOf(engine: SqlEngine, table: { readonly name: string; readonly archive: { readonly name: string } }, column: string, states: readonly string[]): Promise<bigint> {
  let sum = 0n;
  for (const name of [table.name, table.archive.name]) {
    // A backup of an older release has no archive yet.
    if (!await engine.writer.schema.hasTable(name)) continue;
    const rows: unknown = await engine.writer(name).whereIn('state', [...states]).sum({ total: column });
    sum += BigInt(int.decode((rows as readonly { readonly total: unknown }[])[0]?.total ?? 0));
  }
  return sum;
}
