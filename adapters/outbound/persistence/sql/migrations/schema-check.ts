import type { SqlEngine } from '../engine.js';
import { UnusableDatabase } from '../unusable-database.js';
import { UnitRunner } from '../unit-runner.js';
import { allSteps } from './all-steps.js';
import { readRecorded, recordedTable, stepChecksum } from './recorded-steps.js';
import type { Step } from './steps.js';

const howToMigrate = 'run `npm run migrate` (or `node dist/bootstrap/cli/migrate.js`) with this release first';

/** Whether the schema in the database is the one this program means. Throws UnusableDatabase otherwise; changes nothing. */
export async function checkSchema(engine: SqlEngine, steps: readonly Step[] = allSteps): Promise<void> {
  if (!await engine.writer.schema.hasTable(recordedTable)) throw new UnusableDatabase(`the database has no schema yet: ${howToMigrate}`);
  const recorded = await readRecorded(new UnitRunner(engine));
  refuseNewer(steps, recorded);
  const missing = steps.filter((step) => !recorded.has(step.id));
  if (missing.length > 0) throw new UnusableDatabase(`the schema is ${missing.length === steps.length ? 'empty' : 'half migrated'}: ${missing.length} steps are missing, the first is ${missing[0]?.id ?? ''}; ${howToMigrate}`);
  const changed = steps.find((step) => recorded.get(step.id) !== stepChecksum(step));
  if (changed) throw new UnusableDatabase(`schema step ${changed.id} is not the one that was run on this database: it belongs to another build of the product`);
  for (const [table, columns] of columnsOf(steps)) await probeColumns(engine, table, columns);
}

/** A newer release has been here: its schema may mean what this program does not know. */
export function refuseNewer(steps: readonly Step[], recorded: ReadonlyMap<string, string>): void {
  const known = new Set(steps.map((step) => step.id));
  const newer = [...recorded.keys()].filter((id) => !known.has(id));
  if (newer.length > 0) throw new UnusableDatabase(`the database was migrated by a newer release of this product (step ${newer[0] ?? ''}): start that release, or restore the backup made before its migration`);
}

/** Every column that the steps make, by table. */
function columnsOf(steps: readonly Step[]): ReadonlyMap<string, readonly string[]> {
  const tables = new Map<string, string[]>();
  for (const step of steps) {
    if (step.change === 'create-table') tables.set(step.table, step.columns.map((column) => column.name));
    if (step.change === 'add-column') tables.get(step.table)?.push(step.column.name);
  }
  return tables;
}

/** Recorded is not there: somebody may have restored half of a database. */
async function probeColumns(engine: SqlEngine, table: string, columns: readonly string[]): Promise<void> {
  try {
    await engine.writer(table).select([...columns]).whereRaw('1 = 0');
  } catch (error) {
    if (engine.classify(error) === 'CONNECTION_LOST') throw error;
    throw new UnusableDatabase(`the table ${table} is not there as this product made it, or the account may not read it: restore the schema from a backup, or let a DBA grant what is missing`, { cause: error });
  }
}
