import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import type { EngineName } from './bench-database.js';
import type { FloorAnswer, FloorOrder, FloorPlan } from './floor-worker.js';
import type { TableNames } from './floor-payment.js';
import { sampledTables, type PaymentSample } from './payment-sample.js';

/** The floor in a process of its own. */
export interface PaymentFloor { readonly pid: number; run(order: FloorOrder): Promise<FloorAnswer>; stop(): void }

export const ownNames = Object.fromEntries(sampledTables.map((table) => [table, table])) as TableNames;

/** Empty copies of the product's tables with the same columns and indexes, in the same database; in a file of its own on SQLite, whose one writer is the file's. */
export async function copyTables(engine: SqlEngine, name: EngineName, floorFile: SqlEngine | undefined): Promise<TableNames> {
  if (name === 'sqlite' && floorFile) {
    for (const table of sampledTables) {
      const definitions = await engine.reader('sqlite_master').select('sql').where({ tbl_name: table }).whereNotNull('sql').orderBy('type', 'desc') as { readonly sql: string }[];
      for (const { sql } of definitions) await floorFile.writer.raw(sql);
    }
    return ownNames;
  }
  for (const table of sampledTables) await engine.writer.raw(name === 'mysql' ? `create table floor_${table} like ${table}` : `create table floor_${table} (like ${table} including all)`);
  return Object.fromEntries(sampledTables.map((table) => [table, `floor_${table}`])) as TableNames;
}

export async function startPaymentFloor(plan: { readonly engine: EngineName; readonly address: string; readonly sample: PaymentSample; readonly tables: TableNames; readonly connections: number }): Promise<PaymentFloor> {
  const child: ChildProcess = fork(fileURLToPath(new URL('./floor-worker.js', import.meta.url)), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const answer = <T>(): Promise<T> => new Promise((resolve, reject) => {
    const ended = (): void => reject(new Error('the floor ended'));
    child.once('exit', ended);
    child.once('message', (message) => { child.off('exit', ended); resolve(message as T); });
  });
  const ready = answer<string>();
  child.send({ ...plan, worker: 1 } satisfies FloorPlan);
  await ready;
  return {
    pid: child.pid ?? 0,
    run: (order) => { const told = answer<FloorAnswer>(); child.send(order); return told; },
    stop: () => { child.kill('SIGTERM'); },
  };
}
