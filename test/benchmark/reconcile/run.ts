import { execFile } from 'node:child_process';
import { createReadStream, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { readBill } from '../../../adapters/outbound/channels/alipay/bills/read-bill.js';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { allSteps } from '../../../adapters/outbound/persistence/sql/migrations/all-steps.js';
import { runMigrations } from '../../../adapters/outbound/persistence/sql/migrations/runner.js';
import { databaseAddress } from '../../../bootstrap/database-address.js';
import { openEngine, patient } from '../../../bootstrap/open-engine.js';
import { ownDatabase } from '../../support/servers.js';
import { checkFloor, checkRun } from './checks.js';
import { choicesOf, type Choices } from './choices.js';
import { measureFloor } from './floor.js';
import { writeBill } from './made-bill-file.js';
import { account, day, MadeBill } from './made-day.js';
import { makeTrades, settleFigures } from './made-trades.js';
import type { ProductFigures } from './product-process.js';
import { reportOf, type Measured } from './report.js';

/** `npm run benchmark:reconcile -- <address> …`: compares made days with made bills in databases of their own, prints Markdown. Method: docs/reference/reconciliation.md. */
const say = (words: string): void => { process.stderr.write(`${new Date().toISOString()} ${words}\n`); };
const productProgram = fileURLToPath(new URL('product-process.js', import.meta.url));

async function main(): Promise<void> {
  const choices = choicesOf(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'tongjiao-reconcile-'));
  const measured: Measured[] = [];
  let banner = '';
  try {
    for (const trades of choices.sizes) {
      const database = await openDatabase(choices.address, trades);
      try {
        ({ banner } = await withEngine(database.address, async (engine) => {
          measured.push(await measure(engine, database.address, trades, folder, choices));
          return engine.facts();
        }));
      } finally {
        if (!choices.keep) await database.drop();
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  process.stdout.write(reportOf(banner, measured));
}

async function openDatabase(address: string, trades: number): Promise<{ readonly address: string; drop(): Promise<void> }> {
  if (!address.startsWith('sqlite:')) return ownDatabase(address, 'tj_reconcile');
  const parent = address.slice('sqlite:'.length) || tmpdir();
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, `tj-reconcile-${trades}-`));
  return { address: `sqlite:${join(folder, 'tongjiao.db')}`, drop: () => Promise.resolve(rmSync(folder, { recursive: true })) };
}

/** One connection, so that what a session is set to holds for all of it. */
async function withEngine<T>(address: string, work: (engine: SqlEngine) => Promise<T>): Promise<T> {
  const one = address.startsWith('sqlite:') ? address : `${address}?connections=1`;
  const engine = openEngine(patient(databaseAddress(one, { user: undefined, password: undefined })));
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

async function measure(engine: SqlEngine, address: string, trades: number, folder: string, { isFloor, nodeOptions }: Choices): Promise<Measured> {
  // Rows first, then the indexes: an index is built several times faster than it grows.
  await migrate(engine, allSteps.filter(({ change }) => change === 'create-table'));
  await makeTrades(engine, trades);
  await migrate(engine, allSteps);
  await settleFigures(engine);
  const made = new MadeBill(trades);
  const billFile = join(folder, 'bill.zip');
  const { zipBytes, csvBytes } = await writeBill(billFile, made);
  say(`${trades} trades and a bill of ${made.lineCount} lines are made: ${zipBytes} bytes, unpacked ${csvBytes}; ${address}`);
  const { stdout } = await promisify(execFile)(process.execPath, [...nodeOptions, productProgram, address, billFile], { maxBuffer: 64 * 1024 * 1024 });
  const product = JSON.parse(stdout) as ProductFigures;
  say(`received in ${product.receive.seconds.toFixed(1)} s, compared in ${product.run.seconds.toFixed(1)} s (CPU ${product.run.cpuSeconds.toFixed(1)} s), ${Math.round(product.peakMb)} MB`);
  await checkRun(engine, made, product);
  const floor = isFloor ? await measureFloor(engine, readBill(account, day, createReadStream(billFile))) : undefined;
  if (floor) checkFloor(made, floor);
  return { trades, lines: made.lineCount, zipBytes, product, floor };
}

async function migrate(engine: SqlEngine, steps: typeof allSteps): Promise<void> {
  await runMigrations(engine, { owner: `reconcile-${process.pid}`, now: Date.now, steps });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
  process.exitCode = 1;
});
