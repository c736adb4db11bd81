import { writeFileSync } from 'node:fs';
import type { SqlEngine } from '../../../adapters/outbound/persistence/sql/engine.js';
import { allSteps } from '../../../adapters/outbound/persistence/sql/migrations/all-steps.js';
import { runMigrations } from '../../../adapters/outbound/persistence/sql/migrations/runner.js';
import type { Step } from '../../../adapters/outbound/persistence/sql/migrations/steps.js';
import { databaseAddress } from '../../../bootstrap/database-address.js';
import { openEngine, patient } from '../../../bootstrap/open-engine.js';
import { ownDatabase } from '../../support/servers.js';
import { load, settle } from './load.js';
import { measureStatements } from './measure.js';
import { measureOldPages } from './old-pages.js';
import { measurePath } from './payment-path.js';
import { reportOf, type Measured } from './report.js';
import { choicesOf, type Choices } from './choices.js';
import { sizesOf } from './sizes.js';
import { storeOn } from './store.js';

/** `npm run benchmark:volume -- <address> …`: fills a database of its own, measures, prints Markdown, asserts nothing. Method and options: docs/reference/volume.md. */
const say = (words: string): void => { process.stderr.write(`${new Date().toISOString()} ${words}\n`); };
const tables = allSteps.flatMap((step) => (step.change === 'create-table' ? [step.table] : []));
const isShape = ({ change }: Step): boolean => change === 'create-table' || change === 'add-column';

async function main(): Promise<void> {
  const choices = choicesOf(process.argv.slice(2));
  const database = choices.isFilled ? { address: choices.address, drop: () => Promise.resolve() } : await ownDatabase(choices.address, 'tj_volume');
  say(database.address);
  try {
    if (!choices.isFilled) await withEngine(database.address, 1, (engine) => fill(engine, choices));
    const measured: Measured[] = [];
    const shortly = allSteps.filter(({ id }) => choices.before !== undefined && id < choices.before);
    for (const steps of shortly.length > 0 ? [shortly, allSteps] : [allSteps]) measured.push(await withEngine(database.address, 2, (engine) => measure(engine, steps, choices)));
    if (choices.json !== undefined) writeFileSync(choices.json, JSON.stringify(measured, undefined, 1));
    process.stdout.write(measured.map(reportOf).join('\n'));
  } finally {
    if (!choices.keep) await database.drop();
  }
}

async function withEngine<T>(address: string, connections: number, work: (engine: SqlEngine) => Promise<T>): Promise<T> {
  const url = new URL(address);
  url.searchParams.set('connections', String(connections));
  const engine = openEngine(patient(databaseAddress(url.href, { user: undefined, password: undefined })));
  try {
    return await work(engine);
  } finally {
    await engine.close();
  }
}

/** Rows first, then the indexes: an index is built several times faster than it grows. */
async function fill(engine: SqlEngine, { orders, auditMonths }: Choices): Promise<void> {
  await migrate(engine, allSteps.filter(isShape));
  const startedAt = performance.now();
  await load(engine, { orders, auditMonths }, say);
  say(`${orders} orders in ${Math.round((performance.now() - startedAt) / 1000)} s`);
}

async function migrate(engine: SqlEngine, steps: readonly Step[]): Promise<void> {
  const before = performance.now();
  const { applied } = await runMigrations(engine, { owner: `volume-${process.pid}`, now: Date.now, steps });
  if (applied.length > 0) say(`${applied.length} steps, the last ${applied.at(-1) ?? ''}, in ${Math.round((performance.now() - before) / 1000)} s`);
}

async function measure(engine: SqlEngine, steps: readonly Step[], { only, pathMs }: Choices): Promise<Measured> {
  await migrate(engine, steps);
  await settle(engine, tables);
  const recorded: unknown = await engine.writer('schema_step').select('step_id', 'took_ms').where('took_ms', '>=', 100).orderBy('step_id');
  const stepMs = Object.fromEntries((recorded as readonly { readonly step_id: string; readonly took_ms: number }[]).map((row) => [row.step_id, row.took_ms]));
  const opened = storeOn(engine);
  const statements = await measureStatements(engine, opened, say, only);
  const sizes = only === '' ? await sizesOf(engine, tables) : [];
  const path = pathMs > 0 ? await measurePath(opened, pathMs) : undefined;
  const oldPages = only === '' ? await measureOldPages(engine) : undefined;
  return { engine: engine.name, banner: (await engine.facts()).banner, lastStep: steps.at(-1)?.id ?? '', stepMs, statements, sizes, path, oldPages };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
  process.exitCode = 1;
});
