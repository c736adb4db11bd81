import { setTimeout as pause } from 'node:timers/promises';
import { endLease, prepareLease, takeLease } from '../lease.js';
import { isPassing, type SqlEngine } from '../engine.js';
import { UnitRunner } from '../unit-runner.js';
import { allSteps, bootSteps } from './all-steps.js';
import { isThere, renderStep } from './render.js';
import { readRecorded, recordedTable, stepChecksum } from './recorded-steps.js';
import { refuseNewer } from './schema-check.js';
import type { Step } from './steps.js';

export interface MigrationOptions {
  /** Names this process in the lease row. */
  readonly owner: string;
  /** Wall time in epoch ms; a stepped clock would let the lease of a killed run live for ever. */
  readonly now: () => number;
  readonly steps?: readonly Step[];
  /** How long to wait for another process that is migrating. */
  readonly patienceMs?: number;
}

export interface MigrationResult {
  readonly applied: readonly string[];
  /** Found made already but not recorded: an earlier run was cut off between the change and its record. */
  readonly found: readonly string[];
}

export interface PlannedStep { readonly id: string; readonly sql: readonly string[] }

/** A recorded step no longer reads as it was run: the schema in the database is not the one this program means. */
export class ChangedStep extends Error {
  override readonly name = 'ChangedStep';
}

const leaseName = 'schema-migration';
const leaseMs = 60_000;
const defaultPatienceMs = 60_000;
const pollMs = 100;
/** How often a change that met a lock is tried. */
const mostTries = 50;

/** What a run would do now, as SQL, without doing it. */
export async function planMigrations(engine: SqlEngine, steps: readonly Step[] = allSteps): Promise<readonly PlannedStep[]> {
  const recorded = await engine.writer.schema.hasTable(recordedTable) ? await readRecorded(new UnitRunner(engine)) : new Map<string, string>();
  checkRecorded(steps, recorded);
  const missing: Step[] = [];
  for (const step of bootSteps) if (!await isThere(engine, step)) missing.push(step);
  for (const step of steps) if (!recorded.has(step.id) && (!await isThere(engine, step) || isMadeBy(missing, step))) missing.push(step);
  return missing.map((step) => ({ id: step.id, sql: renderStep(engine, step).toSQL().map(({ sql }: { readonly sql: string }) => sql) }));
}

/** An index that is not there yet, but will be when its turn to be dropped comes. */
const isMadeBy = (earlier: readonly Step[], step: Step): boolean =>
  step.change === 'drop-index' && earlier.some((one) => one.change === 'create-index' && one.index === step.index);

/** Brings the schema up to date: one process at a time, one recorded change at a time; run again after any cut. */
export async function runMigrations(engine: SqlEngine, options: MigrationOptions): Promise<MigrationResult> {
  const units = new UnitRunner(engine);
  if (await engine.writer.schema.hasTable(recordedTable)) checkRecorded(options.steps ?? allSteps, await readRecorded(units));
  for (const step of bootSteps) await applyOnce(engine, step);
  await prepareLease(units, leaseName);
  await waitForLease(units, options);
  try {
    return await applySteps(units, options);
  } finally {
    await units.run((scope) => endLease(scope, leaseName, options.owner));
  }
}

async function applySteps(units: UnitRunner, { owner, now, steps = allSteps }: MigrationOptions): Promise<MigrationResult> {
  const recorded = await readRecorded(units);
  checkRecorded(steps, recorded);
  const applied: string[] = [];
  const found: string[] = [];
  for (const step of steps) {
    if (recorded.has(step.id)) continue;
    const startedAt = now();
    if (!await units.run((scope) => takeLease(scope, leaseName, owner, startedAt, leaseMs))) throw new Error('another process took over the migration');
    const outcome = await applyOnce(units.engine, step);
    (outcome === 'applied' ? applied : found).push(step.id);
    const row = { step_id: step.id, checksum: stepChecksum(step), outcome, done_at: now(), took_ms: now() - startedAt };
    await units.run((scope) => scope.writing().table(recordedTable).insert(row));
  }
  return { applied, found };
}

/** Two processes may both find a step missing; whoever comes second finds it made, or the database locked for a moment. */
async function applyOnce(engine: SqlEngine, step: Step): Promise<'applied' | 'found'> {
  for (let tries = 1; ; tries++) {
    if (await isThere(engine, step)) return 'found';
    try {
      await renderStep(engine, step);
      return 'applied';
    } catch (error) {
      if (await isThere(engine, step)) return 'found';
      if (tries >= mostTries || !isPassing(engine.classify(error))) throw error;
    }
    await pause(pollMs);
  }
}

async function waitForLease(units: UnitRunner, { owner, now, patienceMs = defaultPatienceMs }: MigrationOptions): Promise<void> {
  for (let waitedMs = 0; waitedMs <= patienceMs; waitedMs += pollMs) {
    if (await units.run((scope) => takeLease(scope, leaseName, owner, now(), leaseMs))) return;
    await pause(pollMs);
  }
  throw new Error('another process is still migrating the database; its lease has not ended');
}

/** Throws before anything is changed: by a step that reads otherwise, or by one of a newer release. */
function checkRecorded(steps: readonly Step[], recorded: ReadonlyMap<string, string>): void {
  refuseNewer(steps, recorded);
  for (const step of steps) {
    const checksum = recorded.get(step.id);
    if (checksum !== undefined && checksum !== stepChecksum(step)) throw new ChangedStep(`schema step ${step.id} is not the one that was run on this database`);
  }
}
