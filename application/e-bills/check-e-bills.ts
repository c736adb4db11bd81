import { checkLadderMs, endOfDay, isCheckOverdue, startOfDay } from '../../domain/e-bills/check-times.js';
import { differencesOf, mostDifferences, type CountAndSum, type DayCheckState, type EBillDayCheck, type EBillDifference } from '../../domain/e-bills/day-check.js';
import type { FoundEBill } from '../../domain/e-bills/e-bill-report.js';
import type { OrderEBill } from '../../domain/e-bills/order-e-bill.js';
import { readBusinessDay, type BusinessDay } from '../../domain/kernel/china-time.js';
import { sumOf } from '../../domain/kernel/money.js';
import { dayListPageSize, type BillIssuer } from '../ports/bill-issuer.js';
import type { Clock } from '../ports/clock.js';
import { maxEBillsAtOnce } from '../ports/e-bill-books.js';
import type { JobOutcome } from '../ports/jobs.js';
import type { Journal } from '../ports/journal.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import { regionsOf } from './bill-regions.js';

export interface CheckParts { readonly unitOfWork: UnitOfWork; readonly issuers: ReadonlyMap<string, BillIssuer>; readonly clock: Clock; readonly journal: Journal }

/** Pages of one day that are read; beyond that the count alone is told. */
const mostPages = 2_000;

export const checkKeyOf = (eBillRegionCode: string, day: BusinessDay): string => `${eBillRegionCode}:${day}`;

/** Job `check-e-bills`: count and sum of a day's bills against the bill system, and every bill where they differ. */
export class CheckEBills {
  readonly #parts: CheckParts;

  constructor(parts: CheckParts) {
    this.#parts = parts;
  }

  async run(key: string): Promise<JobOutcome> {
    const { clock, journal } = this.#parts;
    const [eBillRegionCode = '', told] = key.split(':');
    const day = readBusinessDay(told);
    const issuer = this.#parts.issuers.get(eBillRegionCode);
    if (!day.ok || !issuer) return { kind: 'done' };
    const regions = regionsOf(this.#parts.issuers, issuer);
    const ours = await this.#ours(regions, day.value);
    const totals = await issuer.checks.totals(day.value);
    if (totals.kind === 'unknown') return this.#later(eBillRegionCode, day.value, ours);
    const isEqual = totals.count === ours.count && totals.amount === ours.amount;
    const differences = isEqual ? [] : await this.#differences(issuer, regions, day.value);
    if (differences === 'unknown') return this.#later(eBillRegionCode, day.value, ours);
    const state = isEqual || differences.length === 0 ? 'equal' : 'differs';
    await this.#keep({
      eBillRegionCode, day: day.value, state, ours, theirs: { count: totals.count, amount: totals.amount }, differences: differences.slice(0, mostDifferences), checkedAt: clock.now(),
    });
    if (state === 'differs') journal.alarm('e-bill-check-differs', { eBillRegionCode, day: day.value, differences: differences.length });
    else journal.info('e-bill-check-done', { eBillRegionCode, day: day.value, count: ours.count });
    return { kind: 'done' };
  }

  async #ours(regions: readonly string[], day: BusinessDay): Promise<CountAndSum> {
    const sums = await this.#parts.unitOfWork.read(({ eBills }) => Promise.all(regions.map((eBillRegionCode) => eBills.sumsOf({ eBillRegionCode, fromAt: startOfDay(day), toAt: endOfDay(day) }))));
    return { count: sums.reduce((total, { count }) => total + count, 0), amount: sumOf(sums.map(({ amount }) => amount)) };
  }

  async #later(eBillRegionCode: string, day: BusinessDay, ours: CountAndSum): Promise<JobOutcome> {
    const { unitOfWork, clock, journal } = this.#parts;
    const now = clock.now();
    const known = await unitOfWork.read(({ eBills }) => eBills.dayCheck(eBillRegionCode, day));
    if (isCheckOverdue(day, now)) journal.alarm('e-bill-check-late', { eBillRegionCode, day });
    await this.#keep({ eBillRegionCode, day, state: 'waiting', ours, theirs: undefined, differences: [], checkedAt: now });
    // The version counts the tries of a day.
    const waitMs = checkLadderMs[Math.min(known?.version ?? 1, checkLadderMs.length) - 1] ?? checkLadderMs[0] ?? 0;
    return { kind: 'again', dueAt: now + waitMs };
  }

  async #differences(issuer: BillIssuer, regions: readonly string[], day: BusinessDay): Promise<readonly EBillDifference[] | 'unknown'> {
    const theirs: FoundEBill[] = [];
    for (let pageNo = 1; pageNo <= mostPages; pageNo++) {
      const page = await issuer.checks.list(day, pageNo);
      if (page.kind === 'unknown') return 'unknown';
      theirs.push(...page.bills);
      if (page.bills.length === 0 || pageNo * dayListPageSize >= page.total) break;
    }
    return differencesOf((await Promise.all(regions.map((region) => this.#billsOf(region, day)))).flat(), theirs);
  }

  async #billsOf(eBillRegionCode: string, day: BusinessDay): Promise<readonly OrderEBill[]> {
    const bills: OrderEBill[] = [];
    for (;;) {
      const last = bills.at(-1);
      const after = last?.issued && { issuedAt: last.issued.issuedAt, platformOrderNo: last.platformOrderNo, round: last.round };
      const page = await this.#parts.unitOfWork.read(({ eBills }) => eBills.issuedIn({ eBillRegionCode, fromAt: startOfDay(day), toAt: endOfDay(day), after, limit: maxEBillsAtOnce }));
      bills.push(...page);
      if (page.length < maxEBillsAtOnce) return bills;
    }
  }

  async #keep(check: Omit<EBillDayCheck, 'version'> & { readonly state: DayCheckState }): Promise<void> {
    await this.#parts.unitOfWork.run(async ({ eBills }) => {
      const known = await eBills.dayCheck(check.eBillRegionCode, check.day);
      await (known ? eBills.putDayCheck({ ...check, version: known.version }) : eBills.addDayCheck({ ...check, version: 1 }));
    });
  }
}
