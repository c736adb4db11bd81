import { runMigrations } from '../adapters/outbound/persistence/sql/migrations/runner.js';
import { checkSchema } from '../adapters/outbound/persistence/sql/migrations/schema-check.js';
import { checkServer, checkWriting } from '../adapters/outbound/persistence/sql/start-checks.js';
import type { SqlEngine } from '../adapters/outbound/persistence/sql/engine.js';
import type { Journal } from '../application/ports/journal.js';
import type { Config } from './config.js';
import { refuseSchemaChangeUnderway } from './one-release.js';

/** Whether a start brings the schema up to date itself; on a server that is a DBA's work, under an account of its own (DB-02). */
export const migratesAtStart = (config: Config, engine: SqlEngine): boolean =>
  config.migrateAtStart ?? (config.profile === 'embedded' || engine.name === 'sqlite');

/** Makes sure that the product can work on this database, or throws UnusableDatabase with what to change. Alters nothing but a schema that may be migrated. */
export async function readyDatabase(engine: SqlEngine, config: Config, journal: Journal): Promise<void> {
  const facts = await checkServer(engine, Date.now);
  if (migratesAtStart(config, engine)) {
    await refuseSchemaChangeUnderway(engine, Date.now());
    await runMigrations(engine, { owner: `start-${process.pid}`, now: () => Date.now() });
  }
  await checkSchema(engine);
  await checkWriting(engine);
  journal.info('database-ready', { engine: engine.name, banner: facts.banner });
}
