import { directoryCodeSteps } from '../adapters/outbound/persistence/sql/migrations/directory-code-steps.js';
import { rowCodeTables } from '../adapters/outbound/persistence/sql/migrations/row-code-tables.js';
import { rowJournalSteps } from '../adapters/outbound/persistence/sql/migrations/row-journal-steps.js';
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
 * codes add behind the mark would count as changed for ever (decision 0034), and rows that they remove without a word as deleted past the platform (decision 0041), so not while those steps are to come.
 */
export async function refuseSchemaChangeUnderway(engine: SqlEngine, wallNow: number, isAllowed = false): Promise<void> {
  if (!await engine.writer.schema.hasTable(nodeNumberTable.name)) return;
  const steps = await planMigrations(engine);
  const [code, journal] = [[...rowCodeTables, ...directoryCodeSteps], rowJournalSteps].map((kind) => steps.find(({ id }) => kind.some((step) => step.id === id)));
  if (steps.length === 0 || (isAllowed && code === undefined && journal === undefined)) return;
  const living = await livingOn(engine, wallNow);
  const [first] = living;
  if (!first) return;
  if (code) throw new UnusableDatabase(`step ${code.id} gives rows a code, which the ${living.length} processes that still run on this database (release ${first.process.programVersion} on ${first.process.hostName}) `
    + 'do not write: what they add afterwards could neither be booked nor given back, and a developer, payee or account they change would not be believed. Stop all of them first; --while-running does not help here');
  if (journal) throw new UnusableDatabase(`from step ${journal.id} on the operation log tells of each row that is written or removed, and the ${living.length} processes that still run on this database (release ${first.process.programVersion} on ${first.process.hostName}) `
    + 'do not tell: a row of the directory that they remove would be missed at every verification. Stop all of them first; --while-running does not help here');
  throw new UnusableDatabase(`this release changes the schema (${steps.length} steps, the first is ${steps[0]?.id ?? ''}) while ${living.length} processes still run on this database `
    + `(release ${first.process.programVersion} on ${first.process.hostName}): stop them first, or run \`npm run migrate -- --while-running\` where the release notes allow it`);
}

/** Releases of the processes that run on this database, but for the given one. One without decision 0042 would use a new key at once, and find nothing under the older ones. */
export async function otherReleases(engine: SqlEngine, wallNow: number, ours: string): Promise<readonly string[]> {
  return [...new Set((await livingOn(engine, wallNow)).map(({ process }) => process.programVersion))].filter((version) => version !== ours).sort();
}

const livingOn = async (engine: SqlEngine, wallNow: number): Promise<readonly NodeNumber[]> => (await new SqlNodeNumbers(new UnitRunner(engine)).all()).filter((number) => lives(number, wallNow));

const lives = ({ holding, leaseUntil, process }: NodeNumber, wallNow: number): boolean =>
  holding !== undefined && leaseUntil > wallNow && process.role !== 'command' && !hasEnded(process);
