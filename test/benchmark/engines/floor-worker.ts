import { openBare } from './bare-connections.js';
import type { EngineName } from './bench-database.js';
import { FloorNumbers, floorPayment, numberEntries, type TableNames } from './floor-payment.js';
import type { PaymentSample } from './payment-sample.js';

/** A process that makes floor payments when its parent asks: how many in so many ms or until so many are made, over so many connections. */
export interface FloorPlan { readonly engine: EngineName; readonly address: string; readonly sample: PaymentSample; readonly tables: TableNames; readonly connections: number; readonly worker: number }
export interface FloorOrder {
  readonly ms?: number; readonly payments?: number;
  /** So many payments of a connection share one durable commit: for filling a database, never for a rate. */
  readonly together?: number;
}
export interface FloorAnswer { readonly payments: number; readonly seconds: number }

const numberedTogether = 150;

async function main(plan: FloorPlan): Promise<void> {
  const connections = await Promise.all(Array.from({ length: plan.connections }, () => openBare(plan.engine, plan.address)));
  const numbers = new FloorNumbers(plan.worker);
  let waiting: string[] = [];
  let seq = plan.worker * 1e12;
  const number = async (connection: (typeof connections)[number], least: number): Promise<void> => {
    if (waiting.length < least || waiting.length === 0) return;
    const taken = waiting;
    waiting = [];
    const from = seq + 1;
    seq += taken.length;
    await numberEntries(connection, plan.tables, taken, from);
  };
  process.on('message', (order: FloorOrder) => { void run(order); });
  const run = async ({ ms = Number.POSITIVE_INFINITY, payments = Number.POSITIVE_INFINITY, together = 1 }: FloorOrder): Promise<void> => {
    const began = performance.now();
    let begun = 0;
    await Promise.all(connections.map(async (connection) => {
      while (performance.now() - began < ms && begun < payments) {
        const used = together === 1 ? connection : { ...connection, begin: async () => undefined, commit: async () => undefined };
        if (together > 1) await connection.begin();
        for (let one = 0; one < together && begun < payments; one++) {
          begun += 1;
          waiting.push(...await floorPayment(used, plan.sample, plan.tables, numbers));
        }
        if (together > 1) await connection.commit();
        await number(connection, numberedTogether);
      }
    }));
    if (connections[0]) await number(connections[0], 1);
    process.send?.({ payments: begun, seconds: (performance.now() - began) / 1000 } satisfies FloorAnswer);
  };
  process.send?.('ready');
}

process.once('message', (plan: FloorPlan) => { main(plan).catch((error: unknown) => { process.stderr.write(String(error instanceof Error ? error.stack : error)); process.exit(1); }); });
