import { writeFileSync } from 'node:fs';
import { allSteps } from '../../../adapters/outbound/persistence/sql/migrations/all-steps.js';
import { runMigrations } from '../../../adapters/outbound/persistence/sql/migrations/runner.js';
import { databaseAddress } from '../../../bootstrap/database-address.js';
import { openEngine, patient } from '../../../bootstrap/open-engine.js';
import { asAdmin, ownDatabase } from '../../support/servers.js';
import { load, settle } from './load.js';
import { sizesOf } from './sizes.js';

const tables = allSteps.flatMap((step) => (step.change === 'create-table' ? [step.table] : []));
const say = (words: string): void => { process.stderr.write(`${new Date().toISOString()} ${words}\n`); };
const optionOf = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};

async function main(): Promise<void> {
  const server = process.argv[2];
  if (server === undefined || server.startsWith('--')) throw new Error('name the server: npm run benchmark:volume -- mysql://account@host:3306/mysql [--orders N]');
  const database = await ownDatabase(server, 'tj_volume');
  say(database.address);
  const engine = openEngine(patient(databaseAddress(`${database.address}?connections=1`, { user: undefined, password: undefined })));
  try {
    await runMigrations(engine, { owner: 'volume', now: Date.now, steps: allSteps.filter(({ change }) => change === 'create-table') });
    const started = Date.now();
    await load(engine, { orders: Number(optionOf('orders') ?? 100_000), auditMonths: Number(optionOf('audit-months') ?? 24) }, say);
    say(`loaded in ${Date.now() - started} ms`);
    const indexed = Date.now();
    await runMigrations(engine, { owner: 'volume', now: Date.now });
    say(`indexed in ${Date.now() - indexed} ms`);
    await settle(engine, tables);
    for (const size of await sizesOf(engine, tables)) say(JSON.stringify(size));
  } finally {
    await engine.close();
    if (!process.argv.includes('--keep')) await database.drop();
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack ?? error.message : String(error)}\n`);
  process.exitCode = 1;
});
