import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { addDays } from '../../domain/reconciliation/clearing-day.js';
import type { PeriodLock } from '../../domain/settlement/day-certificate.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

export type LockRefusal = 'not-a-month' | 'locked' | 'not-certified';

/** 月结锁定: after it nothing more is posted to any day of the month; later items stand in the next one. Only when its last day is certified. */
export class LockMonth {
  readonly #unitOfWork: UnitOfWork;
  readonly #ids: Ids;
  readonly #clock: Clock;

  constructor(unitOfWork: UnitOfWork, ids: Ids, clock: Clock) {
    this.#unitOfWork = unitOfWork;
    this.#ids = ids;
    this.#clock = clock;
  }

  /** `month`: `yyyyMM`. */
  async run(month: string, by: string): Promise<Result<PeriodLock, LockRefusal>> {
    if (!/^[0-9]{4}(0[1-9]|1[0-2])$/.test(month)) return refuse('not-a-month');
    const lock: PeriodLock = { month, lockedAt: this.#clock.now(), lockedBy: by };
    return this.#unitOfWork.run(async ({ settlement, audit }): Promise<Result<PeriodLock, LockRefusal>> => {
      if (!await settlement.certificate(lastDayOf(month))) return refuse('not-certified');
      if (await settlement.addLock(lock) === 'exists') return refuse('locked');
      await audit.append({
        entryId: this.#ids.next(), at: lock.lockedAt, actor: { kind: 'operator', code: by, address: undefined }, action: 'month.locked', objectKind: 'period', objectNo: month,
        description: '月结锁定', before: undefined, after: { month }, requestId: undefined,
      });
      return ok(lock);
    });
  }
}

function lastDayOf(month: string): string {
  let day = `${month}28`;
  while (addDays(day, 1).startsWith(month)) day = addDays(day, 1);
  return day;
}
