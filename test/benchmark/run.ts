import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../../bootstrap/config.js';
import { runEngines } from './engines/engines-run.js';
import { startFloor } from './floor-process.js';
import { sampleRows } from './floor-rows.js';
import { measureHeld } from './held.js';
import { measureOverload } from './overload.js';
import { measurePayments } from './payments.js';
import { chooseSite, startProduct, type Product } from './product.js';
import { reportMarkdown, type Report } from './report.js';
import { measureRates, type RateRow } from './rounds.js';
import { settingsOf, type Settings } from './settings.js';
import { makerOf, measureStarts, placeSome } from './starts.js';

/** `npm run benchmark` (`-- --quick` about a minute, `-- --json`, `-- --only=rates`): prints figures, asserts nothing. With `--engine=…`: whole payments on that engine. Method: docs/reference/performance.md. */
const ordersToLookAt = 200;
/** While rates are measured nobody is sent away: 1,000 connections without a pause are more than the default lets in. */
const placesForRates = 2_000;

async function main(): Promise<void> {
  const settings = settingsOf(process.argv);
  const folder = mkdtempSync(join(tmpdir(), 'tongjiao-benchmark-'));
  const loadBefore = loadavg()[0] ?? Number.NaN;
  const say = (words: string): void => { process.stderr.write(`${words}\n`); };
  try {
    const site = await chooseSite(folder);
    say('starts, idle memory, cashier page');
    const [starts, product] = await measureStarts(site, settings.idleMs);
    const measured = process.argv.includes('--only=rates') ? undefined : await loads(product, settings, say);
    await product.stop();
    const rates = await allRates(await startProduct(site, { TONGJIAO_GATEWAY_MAX_IN_FLIGHT: String(placesForRates) }), folder, settings, say);
    const machine = { cores: cpus().length, cpu: cpus()[0]?.model.trim() ?? '', node: process.version, loadBefore, loadAfter: loadavg()[0] ?? Number.NaN };
    const report = { machine, quick: settings.quick, starts, rates, ...measured };
    process.stdout.write(`${process.argv.includes('--json') || !isWhole(report) ? JSON.stringify(report, undefined, 2) : reportMarkdown(report)}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const isWhole = (report: Partial<Report>): report is Report => report.payments !== undefined;

async function loads(product: Product, settings: Settings, say: (words: string) => void): Promise<Pick<Report, 'payments' | 'held' | 'overload'>> {
  say('whole payments');
  const payments = await measurePayments(product, settings);
  say(`${settings.heldConnections} held connections`);
  const maker = makerOf(product, 'RSA2');
  const held = await measureHeld(product, maker, await placeSome(product, ordersToLookAt, maker), settings);
  say('overload');
  const overload = await measureOverload(product, maker, readConfig({}).gatewayMaxInFlight, settings);
  return { payments, held, overload };
}

async function allRates(product: Product, folder: string, settings: Settings, say: (words: string) => void): Promise<readonly RateRow[]> {
  const [order] = await placeSome(product, 1);
  const floor = await startFloor(folder, sampleRows(product.site.databaseFile, order?.platformOrderNo ?? ''), product.credentials.developers);
  const rows: RateRow[] = [];
  try {
    for (const connections of settings.connections) {
      for (const algorithm of ['RSA2', 'SM2'] as const) {
        say(`${algorithm}, ${connections} connection(s)`);
        rows.push(...await measureRates(product, floor, makerOf(product, algorithm), connections, settings));
      }
    }
  } finally {
    await Promise.all([floor.stop(), product.stop()]);
  }
  return rows;
}

const engineNamed = process.argv.some((one) => one === '--engine' || one.startsWith('--engine='));
(engineNamed ? runEngines() : main()).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
  process.exitCode = 1;
});
