import { join } from 'node:path';
import { openEngine } from '../../../bootstrap/open-engine.js';
import { Connections, fire } from '../load.js';
import { makerOf, placeSome } from '../starts.js';
import { median } from '../statistics.js';
import type { BenchServer } from './bench-database.js';
import { copyTables, startPaymentFloor, type PaymentFloor } from './floor-process.js';
import { openInstallation, type Installation } from './installation.js';
import { payRound, simulators, type PaymentRound } from './payment-round.js';
import { samplePayment } from './payment-sample.js';
import { treeUse } from './process-tree.js';

export interface FloorRound { readonly perSecond: number; readonly databaseCpuMs: number; readonly driverCpuMs: number }
export interface WorkRate { readonly perSecond: number; readonly productCpuMs: number; readonly databaseCpuMs: number }
export interface EngineFigures {
  readonly engine: string; readonly workers: number;
  readonly rounds: readonly PaymentRound[]; readonly floor: readonly FloorRound[];
  /** Signed order queries over many connections, and callbacks worked off from a full table. */
  readonly queries: readonly WorkRate[]; readonly callbacks: WorkRate & { readonly count: number };
}
export interface EngineSettings { readonly payers: number; readonly rounds: number; readonly roundMs: number }

const warmUpPayments = 60;
const ordersToQuery = 100;
const queryConnections = 32;

/** Product and floor of one engine in turns, each second pair in reverse order. */
export async function measureEngine(folder: string, server: BenchServer, workers: number, settings: EngineSettings): Promise<EngineFigures> {
  const place = await openInstallation({ name: server.engine, folder, server, workers });
  const floorFile = server.engine === 'sqlite' ? openEngine({ family: 'sqlite', file: join(folder, 'floor.db') }) : undefined;
  let floor: PaymentFloor | undefined;
  try {
    // Before the clock is stepped: these requests bear this machine's time.
    const queries = await queryRounds(place, settings);
    await payRound(place, settings.payers, { payments: warmUpPayments });
    const tables = await copyTables(place.engine, server.engine, floorFile);
    floor = await startPaymentFloor({
      engine: server.engine, address: floorFile ? `sqlite:${join(folder, 'floor.db')}` : place.product.site.databaseAddress, sample: await samplePayment(place.engine), tables,
      // The bare driver of SQLite waits for nobody: two writers of one thread would wait for each other for ever.
      connections: server.engine === 'sqlite' ? 1 : settings.payers,
    });
    await floor.run({ payments: warmUpPayments });
    const [rounds, floors]: [PaymentRound[], FloorRound[]] = [[], []];
    for (let round = 0; round < settings.rounds; round++) {
      if (round % 2 === 1) floors.push(await floorRound(floor, server, settings.roundMs));
      rounds.push(await payRound(place, settings.payers, { ms: settings.roundMs }));
      if (round % 2 === 0) floors.push(await floorRound(floor, server, settings.roundMs));
    }
    return { engine: server.engine, workers, rounds, floor: floors, queries, callbacks: await callbackRound(place) };
  } finally {
    floor?.stop();
    await floorFile?.close();
    await place.close();
  }
}

async function floorRound(floor: PaymentFloor, server: BenchServer, ms: number): Promise<FloorRound> {
  const use = () => [treeUse(floor.pid).cpuSeconds, server.pid === undefined ? Number.NaN : treeUse(server.pid).cpuSeconds] as const;
  const before = use();
  const { payments, seconds } = await floor.run({ ms });
  const after = use();
  return { perSecond: payments / seconds, driverCpuMs: (after[0] - before[0]) * 1000 / payments, databaseCpuMs: (after[1] - before[1]) * 1000 / payments };
}

async function queryRounds(place: Installation, settings: EngineSettings): Promise<readonly WorkRate[]> {
  const maker = makerOf(place.product, 'RSA2');
  const placed = await placeSome(place.product, ordersToQuery, maker);
  const connections = await new Connections(queryConnections).open(place.product.site.baseUrl);
  const rounds: WorkRate[] = [];
  for (let round = 0; round <= settings.rounds; round++) {
    const rate = await worked(place, async () => {
      const result = await fire(connections, `${place.product.site.baseUrl}/gateway`, maker.queries(settings.roundMs * 2, placed), settings.roundMs);
      if (result.errors > 0) throw new Error(`a query was not answered: ${result.firstError ?? ''}`);
      return result.answered;
    });
    // The first one warms up.
    if (round > 0) rounds.push(rate);
  }
  connections.close();
  return rounds;
}

/** Makes every callback of the rounds due once more, and waits until the business system has accepted them all. */
async function callbackRound(place: Installation): Promise<EngineFigures['callbacks']> {
  const { engine } = place;
  let count = 0;
  const rate = await worked(place, async () => {
    await engine.writer('merchant_callback').where({ state: 'accepted' }).update({ state: 'pending', accepted_at: null });
    count = await engine.writer('outbox').where({ topic: 'deliver-callback', state: 'DONE' }).update({ state: 'READY', due_at: 0 });
    await place.letJobsEnd();
    return count;
  });
  return { ...rate, count };
}

async function worked(place: Installation, work: () => Promise<number>): Promise<WorkRate> {
  const use = () => [treeUse(place.product.pid, simulators).cpuSeconds, place.server.pid === undefined ? Number.NaN : treeUse(place.server.pid).cpuSeconds] as const;
  const [before, began] = [use(), performance.now()];
  const count = await work();
  const [after, ended] = [use(), performance.now()];
  return { perSecond: count * 1000 / (ended - began), productCpuMs: (after[0] - before[0]) * 1000 / count, databaseCpuMs: (after[1] - before[1]) * 1000 / count };
}

export const ofFloor = ({ rounds, floor }: EngineFigures): number => median(rounds.map((round, index) => round.perSecond / (floor[index]?.perSecond ?? Number.NaN)));
