import { createGatewayClient } from '../../../contracts/sdk/client.js';
import { kinds, payOne, type Told } from '../payments.js';
import { latenciesOf, type Latencies } from '../statistics.js';
import type { Installation } from './installation.js';
import { treeUse } from './process-tree.js';

/** Payments made one after the other by several payers, and everything that follows from them until nothing waits any more. */
export interface PaymentRound {
  readonly payments: number; readonly errors: number; readonly firstError: string | undefined;
  /** While payers paid; and with the time in which the jobs of these payments (questions, expiries, audit numbers) were worked off afterwards. */
  readonly perSecond: number; readonly sustainedPerSecond: number;
  readonly create: Latencies; readonly payToTold: Latencies;
  /** Of one payment, jobs included; NaN where it cannot be told. */
  readonly productCpuMs: number; readonly databaseCpuMs: number; readonly writtenBytes: number; readonly residentMb: number;
}

export const simulators = 'outside-world';
let runs = 0;

export async function payRound(place: Installation, payers: number, until: { readonly ms: number } | { readonly payments: number }): Promise<PaymentRound> {
  const { product, ear, server } = place;
  const parties = new Map(product.credentials.developers.map((developer) => [
    developer.algorithm, { merchantNo: developer.merchantNo, client: createGatewayClient({ ...developer, gatewayUrl: product.credentials.gatewayUrl, now: () => place.now() }) },
  ]));
  const run = `${Date.now().toString(36)}${(runs++).toString(36)}`;
  const [told, wrong]: [Told[], string[]] = [[], []];
  let sequence = 0;
  const use = () => ({ product: treeUse(product.pid, simulators), database: server.pid === undefined ? undefined : treeUse(server.pid) });
  const [before, began] = [use(), performance.now()];
  const goesOn = (): boolean => 'ms' in until ? performance.now() < began + until.ms : sequence < until.payments;
  const payer = async (): Promise<void> => {
    while (goesOn()) {
      const mine = sequence++;
      const kind = kinds[mine % kinds.length] ?? kinds[0];
      const party = parties.get(kind.algorithm);
      if (!party) throw new Error(`no ${kind.algorithm} developer`);
      await payOne(product, ear, { ...kind, ...party, bizOrderNo: `R${run}${String(mine).padStart(8, '0')}`, now: () => place.now() })
        .then((one) => told.push(one), (error: unknown) => wrong.push(error instanceof Error ? error.message : 'thrown'));
    }
  };
  await Promise.all(Array.from({ length: payers }, payer));
  const paidAt = performance.now();
  await place.letJobsEnd();
  const [after, endedAt] = [use(), performance.now()];
  const each = (value: number): number => value / told.length;
  return {
    payments: told.length, errors: wrong.length, firstError: wrong[0], perSecond: told.length * 1000 / (paidAt - began), sustainedPerSecond: told.length * 1000 / (endedAt - began),
    create: latenciesOf(told.map((one) => one.createMs)), payToTold: latenciesOf(told.map((one) => one.payToToldMs)),
    productCpuMs: each((after.product.cpuSeconds - before.product.cpuSeconds) * 1000),
    databaseCpuMs: each(((after.database?.cpuSeconds ?? Number.NaN) - (before.database?.cpuSeconds ?? 0)) * 1000),
    // SQLite writes in the platform's own processes.
    writtenBytes: each(server.engine === 'sqlite' ? after.product.writtenBytes - before.product.writtenBytes : (after.database?.writtenBytes ?? Number.NaN) - (before.database?.writtenBytes ?? 0)),
    residentMb: after.product.residentMb,
  };
}
