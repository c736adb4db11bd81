import { join } from 'node:path';
import { median } from '../statistics.js';
import type { BenchServer } from './bench-database.js';
import { openInstallation } from './installation.js';
import { payRound, type PaymentRound } from './payment-round.js';

/** Two builds on the same server, each with a database of its own, in turns: what a change is worth. */
export interface Comparison { readonly engine: string; readonly workers: number; readonly before: readonly PaymentRound[]; readonly after: readonly PaymentRound[] }

export interface ComparePlan { readonly folder: string; readonly server: BenchServer; readonly workers: number; readonly payers: number; readonly rounds: number; readonly roundMs: number; /** Folder of the other build: holds `dist`. */ readonly against: string }

const warmUpPayments = 60;

export async function compareBuilds(plan: ComparePlan): Promise<Comparison> {
  const { server, workers, folder, payers } = plan;
  const other = await openInstallation({ name: 'before', folder: join(folder, 'before'), server, workers, main: join(plan.against, 'dist', 'bootstrap', 'main.js') });
  const own = await openInstallation({ name: 'after', folder: join(folder, 'after'), server, workers });
  const rounds: { readonly before: PaymentRound[]; readonly after: PaymentRound[] } = { before: [], after: [] };
  try {
    for (const place of [other, own]) await payRound(place, payers, { payments: warmUpPayments });
    for (let round = 0; round < plan.rounds; round++) {
      const inTurn = round % 2 === 0 ? ([['before', other], ['after', own]] as const) : ([['after', own], ['before', other]] as const);
      for (const [which, place] of inTurn) rounds[which].push(await payRound(place, payers, { ms: plan.roundMs }));
    }
  } finally {
    await own.close();
    await other.close();
  }
  return { engine: server.engine, workers, ...rounds };
}

/** Medians of both, and the median of the ratios of neighbouring rounds. */
export function comparisonLines({ engine, workers, before, after }: Comparison): readonly (readonly string[])[] {
  const kinds: readonly (readonly [string, (round: PaymentRound) => number])[] = [
    ['payments/s', (round) => round.sustainedPerSecond], ['while paying/s', (round) => round.perSecond], ['platform CPU ms', (round) => round.productCpuMs], ['database CPU ms', (round) => round.databaseCpuMs],
    ['written KB', (round) => round.writtenBytes / 1024], ['pay → told p50 ms', (round) => round.payToTold.p50],
  ];
  return kinds.map(([what, of]) => {
    const ratio = median(after.map((round, index) => of(round) / of(before[index] ?? round)));
    return [`${engine}, ${workers}`, what, median(before.map(of)).toFixed(1), median(after.map(of)).toFixed(1), `× ${ratio.toFixed(2)}`, `${before.concat(after).reduce((sum, round) => sum + round.errors, 0)}`];
  });
}
