import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import type { BenchServer, EngineName } from './bench-database.js';
import { ownNames, startPaymentFloor } from './floor-process.js';
import { openInstallation } from './installation.js';
import { payRound } from './payment-round.js';
import { sampledTables, samplePayment, type SampledTable } from './payment-sample.js';

export interface DatabaseSize { readonly engine: string; readonly orders: number; readonly bytesPerOrder: Readonly<Record<SampledTable | 'all', number>>; readonly seconds: number }

const connections = 1;
const together = 50;

/** What a database grows by: one real payment, then as many of its like in the product's own tables, written and changed in the product's order (many in one commit, which changes nothing of what is stored). */
export async function measureSize(folder: string, server: BenchServer, orders: number): Promise<DatabaseSize> {
  const place = await openInstallation({ name: server.engine, folder, server, workers: 1 });
  const { engine, product } = place;
  try {
    await payRound(place, 1, { payments: 4 });
    const sample = await samplePayment(engine);
    const before = await sizes(engine, server.engine, product.site.databaseFile);
    const floor = await startPaymentFloor({ engine: server.engine, address: product.site.databaseAddress, sample, tables: ownNames, connections });
    const { seconds } = await floor.run({ payments: orders, together });
    floor.stop();
    const after = await sizes(engine, server.engine, product.site.databaseFile);
    const each = Object.fromEntries(Object.entries(after).map(([table, bytes]) => [table, (bytes - (before[table as SampledTable] ?? 0)) / orders])) as DatabaseSize['bytesPerOrder'];
    return { engine: server.engine, orders, bytesPerOrder: each, seconds };
  } finally {
    await place.close();
  }
}

/** Bytes of each table with its indexes, and of the whole database. */
async function sizes(engine: SqlEngine, name: EngineName, file: string): Promise<Record<SampledTable | 'all', number>> {
  const rowsOf = async (sql: string): Promise<readonly Readonly<Record<string, unknown>>[]> => {
    const answer: unknown = await engine.writer.raw(sql);
    return (Array.isArray(answer) ? (Array.isArray(answer[0]) ? answer[0] : answer) : (answer as { readonly rows: unknown }).rows) as Readonly<Record<string, unknown>>[];
  };
  const found: Record<string, number> = {};
  if (name === 'sqlite') {
    await engine.writer.raw('PRAGMA wal_checkpoint(TRUNCATE)');
    found['all'] = statSync(join(file)).size;
    return found;
  }
  if (name === 'mysql') for (const table of sampledTables) await engine.writer.raw(`analyze table ${table}`);
  for (const table of sampledTables) {
    const [row] = await rowsOf(name === 'mysql'
      ? `select data_length + index_length as bytes from information_schema.tables where table_schema = database() and table_name = '${table}'` : `select pg_total_relation_size('${table}') as bytes`);
    found[table] = Number(row?.['bytes']);
  }
  found['all'] = sampledTables.reduce((sum, table) => sum + (found[table] ?? 0), 0);
  return found;
}
