import { daysToCheck, endOfDay, startOfDay } from '../../domain/e-bills/check-times.js';
import type { BusinessDay } from '../../domain/kernel/china-time.js';
import { sumOf } from '../../domain/kernel/money.js';
import type { BillIssuer } from '../ports/bill-issuer.js';
import type { Clock } from '../ports/clock.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import { billSystems, regionsOf } from './bill-regions.js';
import { checkKeyOf } from './check-e-bills.js';

export interface PlanChecksParts { readonly unitOfWork: UnitOfWork; readonly issuers: ReadonlyMap<string, BillIssuer>; readonly clock: Clock }

/** Makes sure that yesterday is compared with every bill system, and earlier days on which we had bills where nobody did. Running it twice changes nothing. */
export class PlanChecks {
  readonly #parts: PlanChecksParts;

  constructor(parts: PlanChecksParts) {
    this.#parts = parts;
  }

  /** How many comparisons were put on the list. */
  async run(): Promise<number> {
    const { issuers, clock } = this.#parts;
    let planned = 0;
    for (const [eBillRegionCode, issuer] of billSystems(issuers)) {
      for (const [back, day] of daysToCheck(clock.now()).entries()) planned += await this.#plan(eBillRegionCode, regionsOf(issuers, issuer), day, back === 0) ? 1 : 0;
    }
    return planned;
  }

  async #plan(eBillRegionCode: string, regions: readonly string[], day: BusinessDay, isYesterday: boolean): Promise<boolean> {
    const { unitOfWork, clock } = this.#parts;
    const isDone = await unitOfWork.read(async ({ eBills }) => {
      if (await eBills.dayCheck(eBillRegionCode, day) !== undefined) return true;
      if (isYesterday) return false;
      const sums = await Promise.all(regions.map((region) => eBills.sumsOf({ eBillRegionCode: region, fromAt: startOfDay(day), toAt: endOfDay(day) })));
      return sums.every(({ count }) => count === 0);
    });
    if (isDone) return false;
    return unitOfWork.run(async ({ eBills, outbox }) => {
      if (await eBills.dayCheck(eBillRegionCode, day) !== undefined) return false;
      const now = clock.now();
      await eBills.addDayCheck({ eBillRegionCode, day, state: 'waiting', ours: { count: 0, amount: sumOf([]) }, theirs: undefined, differences: [], walk: undefined, checkedAt: now, version: 1 });
      await outbox.enqueue({ topic: 'check-e-bills', key: checkKeyOf(eBillRegionCode, day), dueAt: now });
      return true;
    });
  }
}
