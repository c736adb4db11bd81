import { planMigrations } from '../adapters/outbound/persistence/sql/migrations/runner.js';
import type { SqlEngine } from '../adapters/outbound/persistence/sql/engine.js';
import { SqlNodeNumbers, nodeNumberTable } from '../adapters/outbound/persistence/sql/sql-node-numbers.js';
import { UnitRunner } from '../adapters/outbound/persistence/sql/unit-runner.js';
import { UnusableDatabase } from '../adapters/outbound/persistence/sql/unusable-database.js';
import type { NodeNumber } from '../application/ports/node-numbers.js';
import { hasEnded } from './process-card.js';

/**
 * Two releases at once: a schema is not changed under processes that were made for the present one. Throws UnusableDatabase and changes nothing. A
 * release that changes no schema may start beside the one that runs (rolling restart).
 */
export async function refuseSchemaChangeUnderway(engine: SqlEngine, wallNow: number): Promise<void> {
  if (!await engine.writer.schema.hasTable(nodeNumberTable.name)) return;
  const steps = await planMigrations(engine);
  if (steps.length === 0) return;
  const living = (await new SqlNodeNumbers(new UnitRunner(engine)).all()).filter((number) => lives(number, wallNow));
  const [first] = living;
  if (!first) return;
  throw new UnusableDatabase(`this release changes the schema (${steps.length} steps, the first is ${steps[0]?.id ?? ''}) while ${living.length} processes still run on this database `
    + `(release ${first.process.programVersion} on ${first.process.hostName}): stop them first, or run \`npm run migrate -- --while-running\` where the release notes allow it`);
}

const lives = ({ holding, leaseUntil, process }: NodeNumber, wallNow: number): boolean =>
  holding !== undefined && leaseUntil > wallNow && process.role !== 'command' && !hasEnded(process);
