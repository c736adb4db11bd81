import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import type { City } from '../../support/city.js';

/**
 * Faults of a real database whose driver likes to repeat the statement, and whose server the row, with all its values. Each refuses every new order.
 * PostgreSQL tells the whole row of a broken rule.
 */
const faults: Readonly<Record<string, { readonly plant: string; readonly remove: string }>> = {
  sqlite: { plant: "create trigger no_orders before insert on pay_order begin select raise(abort, 'planted'); end", remove: 'drop trigger no_orders' },
  mysql: { plant: "create trigger no_orders before insert on pay_order for each row signal sqlstate '45000' set message_text = 'planted'", remove: 'drop trigger no_orders' },
  kingbase: { plant: 'alter table pay_order add constraint no_orders check (1 = 0) not valid', remove: 'alter table pay_order drop constraint no_orders' },
};

/** `during` runs while the database refuses every new order. */
export async function refusingOrders(engine: SqlEngine, during: () => Promise<void>): Promise<void> {
  const fault = faults[engine.name];
  if (!fault) throw new Error(`no fault is known for ${engine.name}`);
  await engine.writer.raw(fault.plant);
  await during();
  await engine.writer.raw(fault.remove);
}

/** Every byte the database holds: the files of SQLite, every row of a server. */
export async function storedBytes({ resources: { engine, config } }: City): Promise<Buffer> {
  if (engine.name === 'sqlite') {
    const folder = join(config.dataFolder, 'data');
    // By another process: to close a descriptor of the database would take the locks of the city's connections away.
    return execFileSync('cat', readdirSync(folder).map((name) => join(folder, name)).filter((file) => statSync(file).isFile()), { maxBuffer: 256 * 1024 * 1024 });
  }
  const tables: readonly { readonly name: string }[] = await engine.reader('information_schema.tables').select({ name: 'table_name' })
    .whereRaw(engine.name === 'mysql' ? 'table_schema = database()' : 'table_schema = current_schema()');
  const rows: readonly unknown[] = await Promise.all(tables.map(async ({ name }) => engine.reader(name).select() as Promise<unknown>));
  return Buffer.from(JSON.stringify(rows), 'utf8');
}
