import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { latenciesOf, type Latencies } from '../statistics.js';
import { stampOf } from './samples.js';
import { endAt, monthMs, startAt } from './shares.js';

/** Orders of one page, and pages measured. */
const pageOrders = 200;
const pages = 20;
/** Orders older than this may leave. */
const keptMonths = 13;
const moved = ['pay_attempt', 'pay_refund', 'merchant_callback', 'pay_order'] as const;

export interface OldPages { readonly find: Latencies; readonly move: Latencies; readonly rowsOfPage: number }

/** How long it takes to find old finished orders by their number, and to carry such a page with all that hangs on it into tables of the same columns without secondary indexes. */
export async function measureOldPages(engine: SqlEngine): Promise<OldPages> {
  const { writer } = engine;
  for (const table of moved) await writer.raw(`create table volume_old_${table} as select * from ${table} where 1 = 0`);
  const until = stampOf(endAt - keptMonths * monthMs);
  let last = stampOf(startAt + monthMs);
  let rowsOfPage = 0;
  const [find, move]: [number[], number[]] = [[], []];
  for (let page = 0; page < pages; page++) {
    const began = performance.now();
    const found: unknown = await writer('pay_order').select('platform_order_no').where('platform_order_no', '>', last).where('platform_order_no', '<', until)
      .whereIn('state', ['paid', 'closed', 'failed']).orderBy('platform_order_no').limit(pageOrders);
    const nos = (found as readonly { readonly platform_order_no: string }[]).map((row) => row.platform_order_no);
    find.push(performance.now() - began);
    last = nos.at(-1) ?? until;
    const carrying = performance.now();
    rowsOfPage = await writer.transaction(async (unit) => {
      let rows = 0;
      for (const table of moved) {
        const list = nos.map(() => '?').join(', ');
        await unit.raw(`insert into volume_old_${table} select * from ${table} where platform_order_no in (${list})`, nos);
        rows += await unit(table).whereIn('platform_order_no', nos).delete();
      }
      return rows;
    });
    move.push(performance.now() - carrying);
  }
  for (const table of moved) await writer.raw(`drop table volume_old_${table}`);
  return { find: latenciesOf(find), move: latenciesOf(move), rowsOfPage };
}
