import { createHash } from 'node:crypto';
import type { UnitRunner } from '../unit-runner.js';
import type { Step } from './steps.js';

export const recordedTable = 'schema_step';

/** Checksum by step id, of everything that was run on this database. */
export async function readRecorded(units: UnitRunner): Promise<ReadonlyMap<string, string>> {
  // The writer's view: on a server the reader's pool may be a replica.
  const rows: unknown = await units.run((scope) => scope.reading.table(recordedTable).select('step_id', 'checksum'));
  if (!Array.isArray(rows)) throw new Error('the record of schema steps cannot be read');
  return new Map(rows.map((row: { readonly step_id: string; readonly checksum: string }) => [row.step_id, row.checksum]));
}

const checksums = new WeakMap<Step, string>();
/** Over the step as it reads; worked out once a process, for every start and every command asks for all of them. */
export function stepChecksum(step: Step): string {
  const known = checksums.get(step) ?? createHash('sha256').update(JSON.stringify(step)).digest('hex');
  checksums.set(step, known);
  return known;
}
