import { join } from 'node:path';
import { median } from '../statistics.js';
import type { BenchServer } from './bench-database.js';
import { openInstallation, type Installation } from './installation.js';
import { payRound, type PaymentRound } from './payment-round.js';

/** Several builds on the same server, each with a database of its own, in turns: what changes are worth. */
export interface Comparison { readonly engine: string; readonly workers: number; readonly builds: readonly { readonly name: string; readonly rounds: readonly PaymentRound[] }[] }

export interface ComparePlan {
  readonly folder: string; readonly server: BenchServer; readonly workers: number; readonly payers: number; readonly rounds: number; readonly roundMs: number;
  /** Folders of the other builds, oldest first: each holds a `dist`. This build comes last. */
  readonly against: readonly string[];
}

const warmUpPayments = 40;

export async function compareBuilds({ folder, server, workers, payers, rounds, roundMs, against }: ComparePlan): Promise<Comparison> {
  const mains = [...against.map((build) => join(build, 'dist', 'bootstrap', 'main.js')), undefined];
  const builds: { readonly place: Installation; readonly rounds: PaymentRound[] }[] = [];
  try {
    for (const [index, main] of mains.entries()) {
      const place = await openInstallation({ name: main === undefined ? 'this build' : against[index] ?? '', folder: join(folder, `build${index}`), server, workers, main });
      builds.push({ place, rounds: [] });
      await payRound(place, payers, { payments: warmUpPayments });
    }
    for (let round = 0; round < rounds; round++) {
      for (const build of round % 2 === 0 ? builds : [...builds].reverse()) build.rounds.push(await payRound(build.place, payers, { ms: roundMs }));
    }
  } finally {
    for (const { place } of builds) await place.close();
  }
  return { engine: server.engine, workers, builds: builds.map((build) => ({ name: build.place.name, rounds: build.rounds })) };
}

const measures: readonly (readonly [string, (round: PaymentRound) => number, number])[] = [
  ['payments/s', (round) => round.sustainedPerSecond, 1], ['platform CPU ms', (round) => round.productCpuMs, 1], ['database CPU ms', (round) => round.databaseCpuMs, 1],
  ['written KB', (round) => round.writtenBytes / 1024, 0], ['pay → told p50 ms', (round) => round.payToTold.p50, 0],
];
export const comparisonHead: readonly string[] = ['engine', 'build', ...measures.map(([what]) => `${what} (× first)`), 'errors'];

/** Medians over the rounds; in brackets the median of the ratios to the first build's round beside it. */
export function comparisonRows({ engine, builds }: Comparison): readonly (readonly string[])[] {
  return builds.map(({ name, rounds }) => [
    engine, name,
    ...measures.map(([, of, digits]) => {
      const ratio = median(rounds.map((round, index) => of(round) / of(builds[0]?.rounds[index] ?? round)));
      return `${median(rounds.map(of)).toFixed(digits)} (${ratio.toFixed(2)})`;
    }),
    String(rounds.reduce((sum, round) => sum + round.errors, 0)),
  ]);
}
