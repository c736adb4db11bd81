import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { isRunning } from '../../domain/reconciliation/run.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

/** Asks a run to end after the page in hand. What it has booked stays and is gone over again by the next run. */
export class CancelRun {
  readonly #unitOfWork: UnitOfWork;
  readonly #ids: Ids;
  readonly #clock: Clock;

  constructor(unitOfWork: UnitOfWork, ids: Ids, clock: Clock) {
    this.#unitOfWork = unitOfWork;
    this.#ids = ids;
    this.#clock = clock;
  }

  async run(runNo: string, by: string): Promise<Result<'asked', 'no-such-run' | 'ended'>> {
    return this.#unitOfWork.run(async ({ reconciliation, audit }): Promise<Result<'asked', 'no-such-run' | 'ended'>> => {
      const run = await reconciliation.run(runNo);
      if (!run) return refuse('no-such-run');
      if (!isRunning(run)) return refuse('ended');
      await reconciliation.putRun({ ...run, cancelAskedBy: by });
      await audit.append({
        entryId: this.#ids.next(), at: this.#clock.now(), actor: { kind: 'operator', code: by, address: undefined }, action: 'reconcile.cancel-asked', objectKind: 'reconcile-run', objectNo: runNo,
        description: '要求取消对账', before: undefined, after: { clearingDay: run.clearingDay, linesDone: String(run.linesDone) }, requestId: undefined,
      });
      return ok('asked');
    });
  }
}
