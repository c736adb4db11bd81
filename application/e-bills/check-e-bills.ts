import { checkLadderMs, endOfDay, isCheckOverdue, startOfDay } from '../../domain/e-bills/check-times.js';
import type { CountAndSum, EBillDayCheck } from '../../domain/e-bills/day-check.js';
import { newWalk, type DayWalk } from '../../domain/e-bills/day-walk.js';
import { readBusinessDay, type BusinessDay } from '../../domain/kernel/china-time.js';
import { sumOf } from '../../domain/kernel/money.js';
import type { BillIssuer } from '../ports/bill-issuer.js';
import type { Clock } from '../ports/clock.js';
import type { JobOutcome } from '../ports/jobs.js';
import type { Journal } from '../ports/journal.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import { regionsOf } from './bill-regions.js';
import { WalkBills, type WalkedDay } from './walk-bills.js';

export interface CheckParts {
  readonly unitOfWork: UnitOfWork; readonly issuers: ReadonlyMap<string, BillIssuer>; readonly clock: Clock; readonly journal: Journal;
  /** Milliseconds that only ever grow, for the length of a stretch. */
  readonly elapsedMs: () => number;
  /** Longest stretch of one job run, behind which one more question may be under way; well below the job's lease. */
  readonly stretchMs: number;
}

const lookAgainMs = 5_000;

export const checkKeyOf = (eBillRegionCode: string, day: BusinessDay): string => `${eBillRegionCode}:${day}`;

/**
 * Job `check-e-bills`: count and sum of a day's bills against the bill system, and every bill where they differ. That may take thousands of questions:
 * it goes in stretches, and where it stands is kept with the day, which is told as equal or different only when all has been compared.
 */
export class CheckEBills {
  readonly #parts: CheckParts;
  readonly #walk: WalkBills;

  constructor(parts: CheckParts) {
    this.#parts = parts;
    this.#walk = new WalkBills(parts.unitOfWork);
  }

  async run(key: string): Promise<JobOutcome> {
    const [eBillRegionCode = '', told] = key.split(':');
    const day = readBusinessDay(told);
    const issuer = this.#parts.issuers.get(eBillRegionCode);
    if (!day.ok || !issuer) return { kind: 'done' };
    const of: WalkedDay = { issuer, regions: regionsOf(this.#parts.issuers, issuer), day: day.value };
    const known = await this.#parts.unitOfWork.read(({ eBills }) => eBills.dayCheck(eBillRegionCode, day.value));
    // A day that was read by half goes on with the figures that it began with; a finished one begins anew.
    const begun = known?.walk === undefined ? await this.#begun(of, eBillRegionCode, known?.version) : known;
    if (begun.walk !== undefined) return this.#stretch(of, { ...begun, walk: begun.walk });
    // The version counts the tries of a day whose figures are not known.
    return begun.theirs === undefined ? this.#later(begun, Math.max(begun.version, 1)) : this.#end(begun);
  }

  /** With the figures of both sides. Where these are equal no bill is looked at. */
  async #begun({ issuer, regions, day }: WalkedDay, eBillRegionCode: string, version = 0): Promise<EBillDayCheck> {
    const ours = await this.#ours(regions, day);
    const totals = await issuer.checks.totals(day);
    const check = { eBillRegionCode, day, state: 'waiting', ours, differences: [], checkedAt: this.#parts.clock.now(), version } as const;
    if (totals.kind === 'unknown') return { ...check, theirs: undefined, walk: undefined };
    const { count, amount } = totals;
    const isEqual = count === ours.count && amount === ours.amount;
    return { ...check, state: isEqual ? 'equal' : 'waiting', theirs: { count, amount }, walk: isEqual ? undefined : newWalk };
  }

  /** Step by step until all is compared, the bill system says nothing, or the time of one run is over. */
  async #stretch(of: WalkedDay, check: EBillDayCheck & { readonly walk: DayWalk }): Promise<JobOutcome> {
    const { elapsedMs, stretchMs, clock } = this.#parts;
    const until = elapsedMs() + stretchMs;
    let { walk } = check;
    do {
      const walked = await this.#walk.run(of, walk);
      if (walked === 'unknown') return this.#later({ ...check, walk: { ...walk, tries: walk.tries + 1 } }, walk.tries + 1);
      walk = { ...walked.walk, tries: 0 };
      if (walked.kind === 'over') return this.#end({ ...check, walk: undefined, state: walk.differences.length + walk.beyond === 0 ? 'equal' : 'differs', differences: walk.differences }, walk.beyond);
    } while (elapsedMs() < until);
    return this.#keep({ ...check, walk, checkedAt: clock.now() }, { kind: 'again', dueAt: clock.now() });
  }

  async #end(check: EBillDayCheck, beyond = 0): Promise<JobOutcome> {
    const { clock, journal } = this.#parts;
    const { eBillRegionCode, day, state, ours, differences } = check;
    const outcome = await this.#keep({ ...check, checkedAt: clock.now() }, { kind: 'done' });
    if (outcome.kind !== 'done') return outcome;
    if (state === 'differs') journal.alarm('e-bill-check-differs', { eBillRegionCode, day, differences: differences.length + beyond });
    else journal.info('e-bill-check-done', { eBillRegionCode, day, count: ours.count });
    return outcome;
  }

  async #ours(regions: readonly string[], day: BusinessDay): Promise<CountAndSum> {
    const sums = await this.#parts.unitOfWork.read(({ eBills }) => Promise.all(regions.map((eBillRegionCode) => eBills.sumsOf({ eBillRegionCode, fromAt: startOfDay(day), toAt: endOfDay(day) }))));
    return { count: sums.reduce((total, { count }) => total + count, 0), amount: sumOf(sums.map(({ amount }) => amount)) };
  }

  async #later(check: EBillDayCheck, tries: number): Promise<JobOutcome> {
    const { clock, journal } = this.#parts;
    const now = clock.now();
    const { eBillRegionCode, day } = check;
    if (isCheckOverdue(day, now)) journal.alarm('e-bill-check-late', { eBillRegionCode, day });
    const waitMs = checkLadderMs[Math.min(tries, checkLadderMs.length) - 1] ?? checkLadderMs[0] ?? 0;
    return this.#keep({ ...check, checkedAt: now }, { kind: 'again', dueAt: now + waitMs });
  }

  /** Stores how far it came. Whoever else works on the day (a person who presses while the job runs) has moved it on: what was found here is worth nothing then. */
  async #keep(check: EBillDayCheck, outcome: JobOutcome): Promise<JobOutcome> {
    const { unitOfWork, clock } = this.#parts;
    return unitOfWork.run(async ({ eBills }): Promise<JobOutcome> => {
      const known = await eBills.dayCheck(check.eBillRegionCode, check.day);
      if ((known?.version ?? 0) !== check.version) return { kind: 'again', dueAt: clock.now() + lookAgainMs };
      await (known ? eBills.putDayCheck(check) : eBills.addDayCheck({ ...check, version: 1 }));
      return outcome;
    });
  }
}
