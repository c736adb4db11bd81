import type { ReconcileRun } from '../../domain/reconciliation/run.js';
import type { Stores } from '../ports/unit-of-work.js';

/** Stores a run by compare-and-set; the run as it stands then. */
export async function putRun({ reconciliation }: Pick<Stores, 'reconciliation'>, run: ReconcileRun): Promise<ReconcileRun> {
  await reconciliation.putRun(run);
  return { ...run, version: run.version + 1 };
}
