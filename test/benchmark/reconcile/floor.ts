import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { entryTable } from '../../../adapters/outbound/persistence/sql/settlement-columns.js';
import { renderStep } from '../../../adapters/outbound/persistence/sql/migrations/render.js';
import { settleTables } from '../../../adapters/outbound/persistence/sql/migrations/settle-tables.js';
import { bigint, code, index, int, table, words, type Step } from '../../../adapters/outbound/persistence/sql/migrations/steps.js';
import { UnitRunner } from '../../../adapters/outbound/persistence/sql/unit-runner.js';
import { keyOfLine, type BillPiece } from '../../../domain/reconciliation/bill-line.js';
import { rowsOf } from '../volume/sizes.js';
import { day } from './made-day.js';

/** Seconds of the same work as plain SQL, each one statement over tables that lie on the server already; `load` is what brings the bill's lines there. */
export interface FloorFigures {
  readonly load: number; readonly join: number; readonly entries: number; readonly settle: number;
  /** CPU of this process for the last three: the database's own where it runs in it (SQLite). */
  readonly cpu: number;
  readonly matched: number; readonly amountDiffers: number; readonly onlyThere: number; readonly onlyHere: number;
}

const lineTable = 'bench_line';
const lineColumns = ['line_no', 'trade_key', 'kind', 'channel_no', 'amount', 'settled', 'fee'];
const entries = 'bench_entry';
const steps: readonly Step[] = [
  table('bench-1', lineTable, ['line_no'], [int('line_no'), code('trade_key', 64), code('kind', 16), words('channel_no', 160), bigint('amount'), bigint('settled'), bigint('fee')]),
  index('bench-2', lineTable, 'bench_line_key_ix', ['trade_key']),
];
/** The table of settlement entries with all its indexes, under another name. */
const entrySteps = settleTables.flatMap((step): readonly Step[] => {
  if (step.change === 'create-table' && step.table === entryTable.name) return [{ ...step, table: entries }];
  return step.change === 'create-index' && step.table === entryTable.name ? [{ ...step, table: entries, index: step.index.replace('settlement_entry', entries) }] : [];
});

const isSame = `t.kind = l.kind and t.amount = l.amount and (t.kind = 'refund' or t.channel_order_no = l.channel_no)`;
const ofEntry: Readonly<Record<string, string>> = {
  entry_no: 'l.line_no', cause: `'matched'`, sub_merchant_no: 'null', channel_order_no: 'l.channel_no', clearing_day: `'${day}'`, settle_day: `'${day}'`, trade_count: '1',
  trade_amount: `case when t.kind = 'refund' then 0 - t.amount else t.amount end`, settled_amount: 'l.settled', fee_amount: 'l.fee', run_no: `'1'`, line_no: 'l.line_no', created_at: 't.trade_at',
};

/** Called after the product's run: it changes the trades back, so that as many rows change as the product changed. */
export async function measureFloor(engine: SqlEngine, pieces: AsyncIterable<BillPiece>): Promise<FloorFigures> {
  for (const step of [...steps, ...entrySteps]) await renderStep(engine, step);
  const load = await secondsOf(() => loadLines(engine, pieces));
  await engine.writer.raw(engine.name === 'mysql' ? `analyze table ${lineTable}` : `analyze ${lineTable}`);
  let counts: Readonly<Record<string, unknown>> = {};
  const cpu = process.cpuUsage();
  const join = await secondsOf(async () => {
    const answer: unknown = await engine.writer.raw(`select (select count(*) from trade t left join ${lineTable} l on l.trade_key = t.trade_key where l.trade_key is null) as only_here, joined.* from (
      select sum(case when ${isSame} then 1 else 0 end) as matched, sum(case when t.kind = l.kind and t.amount <> l.amount then 1 else 0 end) as amount_differs,
      sum(case when t.trade_key is null then 1 else 0 end) as only_there, sum(t.amount) as sum_here, sum(l.amount) as sum_there
      from ${lineTable} l left join trade t on t.trade_key = l.trade_key) joined`);
    counts = (engine.name === 'sqlite' ? answer as readonly Readonly<Record<string, unknown>>[] : rowsOf(answer))[0] ?? {};
  });
  const columns = entryTable.columnNames;
  const write = await secondsOf(() => engine.writer.raw(`insert into ${entries} (${columns.join(', ')}) select ${columns.map((name) => ofEntry[name] ?? `t.${name}`).join(', ')}
    from ${lineTable} l join trade t on t.trade_key = l.trade_key where ${isSame}`));
  const settle = await secondsOf(() => engine.writer.raw(`update trade set settle_state = 'open', settled_day = null, seen_run_no = null where trade_key in (select trade_key from ${lineTable})`));
  const used = process.cpuUsage(cpu);
  return {
    cpu: (used.user + used.system) / 1e6, load, join, entries: write, settle, matched: Number(counts['matched']), amountDiffers: Number(counts['amount_differs']), onlyThere: Number(counts['only_there']), onlyHere: Number(counts['only_here']),
  };
}

async function loadLines(engine: SqlEngine, pieces: AsyncIterable<BillPiece>): Promise<void> {
  const units = new UnitRunner(engine);
  for await (const piece of pieces) {
    if (piece.kind !== 'lines' || piece.lines.length === 0) continue;
    const rows = piece.lines.map((line) => [line.lineNo, keyOfLine(line), line.kind, line.channelNo, Number(line.amount), Number(line.settled), Number(line.fee)]);
    await units.run((unit) => unit.writing().insertAll(lineTable, lineColumns, rows));
  }
}

async function secondsOf(work: () => PromiseLike<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}
