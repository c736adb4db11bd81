import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import type { FloorFigures } from './floor.js';
import { account, type MadeBill } from './made-day.js';
import type { ProductFigures } from './product-process.js';

/** A benchmark of wrong results is worthless: throws unless exactly the planted differences were found and all sums agree. */
export async function checkRun(engine: SqlEngine, made: MadeBill, product: ProductFigures): Promise<void> {
  const is = (what: string, found: unknown, wanted: unknown): void => {
    if (String(found) !== String(wanted)) throw new Error(`${what}: ${String(found)} instead of ${String(wanted)}`);
  };
  is('state of the run', `${product.state} ${product.remark}`.trim(), 'done');
  is('matched lines', product.matched, made.matched);
  const found: unknown = await engine.writer('reconcile_difference').select('outcome', 'subject_key').where('channel_merchant_id', account.channelMerchantId).whereNot('state', 'cleared');
  const differences = (found as readonly { readonly outcome: string; readonly subject_key: string }[]).map(({ outcome, subject_key: subject }) => `${outcome} ${subject}`);
  is('differences', differences.sort().join('\n'), [...made.differences].sort().join('\n'));
  const sums = await one(engine, 'settlement_entry', { trades: 'trade_count', settled: 'settled_amount', fee: 'fee_amount' });
  is('settled trades, amount and fee', [sums['trades'], sums['settled'], sums['fee']].map(Number).join(' '), [made.settled.count, made.settled.fen, made.settled.feeFen].join(' '));
  const counted: unknown = await engine.writer('trade').count({ total: '*' }).where('settle_state', 'settled');
  is('trades marked as settled', Number((counted as readonly { readonly total: unknown }[])[0]?.total), made.settled.count);
}

/** The join must have seen the same. It knows neither fees nor lines told twice. */
export function checkFloor(made: MadeBill, floor: FloorFigures): void {
  const of = (...outcomes: readonly string[]): number => made.differences.filter((one) => outcomes.includes(one.split(' ')[0] ?? '')).length;
  const wanted = [made.settled.count + of('duplicate-line'), of('amount-differs'), of('only-there'), of('only-here', 'waiting')].join(' ');
  const found = [floor.matched, floor.amountDiffers, floor.onlyThere, floor.onlyHere].join(' ');
  if (found !== wanted) throw new Error(`the join found ${found} instead of ${wanted}`);
}

async function one(engine: SqlEngine, table: string, columns: Readonly<Record<string, string>>): Promise<Readonly<Record<string, unknown>>> {
  let query = engine.writer(table);
  for (const [name, column] of Object.entries(columns)) query = query.sum({ [name]: column });
  const rows: unknown = await query;
  return (rows as readonly Readonly<Record<string, unknown>>[])[0] ?? {};
}
