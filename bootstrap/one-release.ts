import { rowCodeTables } from '../adapters/outbound/persistence/sql/migrations/row-code-tables.js';
import { planMigrations } from '../adapters/outbound/persistence/sql/migrations/runner.js';
import type { SqlEngine } from '../adapters/outbound/persistence/sql/engine.js';
import { SqlNodeNumbers, nodeNumberTable } from '../adapters/outbound/persistence/sql/sql-node-numbers.js';
import { UnitRunner } from '../adapters/outbound/persistence/sql/unit-runner.js';
import { UnusableDatabase } from '../adapters/outbound/persistence/sql/unusable-database.js';
import type { NodeNumber } from '../application/ports/node-numbers.js';
import { hasEnded } from './process-card.js';

/**
 * Two releases at once: a schema is not changed under processes that were made for the present one. Throws UnusableDatabase and changes nothing. A
 * release that changes no schema may start beside the one that runs (rolling restart). `isAllowed`: whoever migrates takes it upon himself; but rows that processes of a release without
 * codes add behind the mark would count as changed for ever (decision 0034), so not while its steps are to come.
 */
export async function refuseSchemaChangeUnderway(engine: SqlEngine, wallNow: number, isAllowed = false): Promise<void> {
  if (!await engine.writer.schema.hasTable(nodeNumberTable.name)) return;
  const steps = await planMigrations(engine);
  const code = steps.find(({ id }) => rowCodeTables.some((step) => step.id === id));
  if (steps.length === 0 || (isAllowed && code === undefined)) return;
  const living = (await new SqlNodeNumbers(new UnitRunner(engine)).all()).filter((number) => lives(number, wallNow));
  const [first] = living;
  if (!first) return;
  if (code) throw new UnusableDatabase(`step ${code.id} gives orders, attempts and refunds a code, which the ${living.length} processes that still run on this database (release ${first.process.programVersion} on ${first.process.hostName}) `
    + 'do not write: what they add afterwards could neither be booked nor given back. Stop all of them first; --while-running does not help here');
  throw new UnusableDatabase(`this release changes the schema (${steps.length} steps, the first is ${steps[0]?.id ?? ''}) while ${living.length} processes still run on this database `
    + `(release ${first.process.programVersion} on ${first.process.hostName}): stop them first, or run \`npm run migrate -- --while-running\` where the release notes allow it`);
}

const lives = ({ holding, leaseUntil, process }: NodeNumber, wallNow: number): boolean =>
  holding !== undefined && leaseUntil > wallNow && process.role !== 'command' && !hasEnded(process);
