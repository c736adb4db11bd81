import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { median } from '../statistics.js';
import type { BenchServer } from './bench-database.js';
import { openInstallation, type Installation } from './installation.js';
import { payRound, simulators } from './payment-round.js';
import { commandLineOf, treeOf } from './process-tree.js';
import type { SeenStatement } from './statement-watch.js';

/** One statement of one use case. */
export interface StatementCost { readonly useCase: string; readonly sql: string; readonly perPayment: number; readonly medianUs: number }
export interface StatementFigures { readonly engine: string; readonly payments: number; readonly statements: readonly StatementCost[] }

const watched = 200;
const warmUp = 30;
/** Less often than this in a payment: housekeeping by time, not by payment. */
const leastPerPayment = 0.02;

/** What one payment asks of the database, with one payer at a time so that nothing waits for anything else. */
export async function watchStatements(folder: string, server: BenchServer, build?: string): Promise<StatementFigures> {
  mkdirSync(folder, { recursive: true });
  process.env['STATEMENT_FOLDER'] = folder;
  const dist = build === undefined ? undefined : pathToFileURL(join(build, 'dist')).href;
  const watch = dist === undefined ? new URL('./statement-watch.js', import.meta.url).href : `${dist}/test/benchmark/engines/statement-watch.js`;
  const main = build === undefined ? undefined : join(build, 'dist', 'bootstrap', 'main.js');
  const place = await openInstallation({ name: 'watched', folder: join(folder, 'site'), server, workers: 1, main, options: ['--import', watch] });
  try {
    await payRound(place, 1, { payments: warmUp });
    await seenBy(place, folder);
    const { payments } = await payRound(place, 1, { payments: watched });
    const statements = (await seenBy(place, folder)).map(({ useCase, sql, tookUs }) => ({ useCase, sql, perPayment: tookUs.length / payments, medianUs: median(tookUs) }));
    return { engine: server.engine, payments, statements: statements.filter((one) => one.perPayment >= leastPerPayment).sort((a, b) => a.useCase.localeCompare(b.useCase)) };
  } finally {
    await place.close();
  }
}

async function seenBy(place: Installation, folder: string): Promise<readonly SeenStatement[]> {
  const all: SeenStatement[] = [];
  for (const pid of treeOf(place.product.pid).filter((one) => !commandLineOf(one).includes(simulators))) {
    const file = join(folder, `${pid}.json`);
    rmSync(file, { force: true });
    process.kill(pid, 'SIGUSR2');
    for (let looks = 0; !existsSync(file); looks++) {
      if (looks > 100) throw new Error('a platform process does not tell its statements');
      await pause(50);
    }
    await pause(50);
    all.push(...JSON.parse(readFileSync(file, 'utf8')) as SeenStatement[]);
  }
  return all;
}

export const isCommit = (sql: string): boolean => /^commit$/i.test(sql);
