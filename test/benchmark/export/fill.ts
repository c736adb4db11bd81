import type { StoredRow } from '../../../adapters/outbound/persistence/sql/codecs.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { runMigrations } from '../../../adapters/outbound/persistence/sql/migrations/runner.js';
import { entryRow, tradeRow } from '../../contract/persistence/lists/world.js';

const rowsAtOnce = 500;

/** Trades of one order date, each of them open, and an entry for each, all of one payee at one channel merchant. */
export async function fill(engine: SqlEngine, count: number): Promise<void> {
  await runMigrations(engine, { owner: `export-${process.pid}`, now: Date.now });
  await engine.writer('channel_merchant').insert({
    channel_merchant_id: 'CM1', pay_channel: 'alipay', channel_merchant_name: '市非税收入支付宝专户', channel_merchant_no: '2088000000000001', channel_app_id: null,
    environment: 'simulator', key_name: 'k', settings_text: '{}', enabled: 1, version: 1,
  });
  for (let at = 0; at < count; at += rowsAtOnce) {
    const trades: StoredRow[] = [];
    for (let n = at; n < Math.min(count, at + rowsAtOnce); n++) trades.push(tradeRow(n, { trade_at: 1_778_212_800_000 + (n * 7919) % 86_400_000, amount: n + 1, order_amount: n + 1, biz_order_no: `BIZ-2026-0508-${n}`, channel_order_no: `2026050822001${n}` }));
    await engine.writer('trade').insert(trades);
    await engine.writer('settlement_entry').insert(trades.map((trade) => entryRow(trade, { fee_amount: 1 })));
  }
}
