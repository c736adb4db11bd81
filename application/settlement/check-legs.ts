import type { BusinessDay } from '../../domain/kernel/china-time.js';
import { afterPage, lookAgain, momentOf, newCheck, settledCheck, uncheckedAccount, walkAgain, type LegCheck } from '../../domain/settlement/leg-check.js';
import { addGaps, addOrders, compareGaps } from '../../domain/settlement/order-legs.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { Ids } from '../ports/ids.js';
import type { JobOutcome } from '../ports/jobs.js';
import type { Journal } from '../ports/journal.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';
import { LookAtLegs, type LegPage } from './look-at-legs.js';

export interface CheckLegsParts {
  readonly unitOfWork: UnitOfWork; readonly directory: Directory; readonly ids: Ids; readonly clock: Clock; readonly journal: Journal;
  /** Milliseconds that only ever grow, for the length of a stretch. */
  readonly elapsedMs: () => number;
  /** Longest stretch of one job run; well below the job's lease. */
  readonly stretchMs: number;
  /** Trades of one page; as many as one question may have where nothing is said. */
  readonly pageSize?: number;
}

const lookAgainMs = 5_000;

/**
 * Job `check-legs` (四方核对): walks the orders of a clearing day once each of its accounts has been reconciled, and keeps which leg of which order is
 * missing or differs. Each page is one unit with how far it came, so a check that is cut off goes on behind it. Later it comes back for what was open.
 */
export class CheckLegs {
  readonly #parts: CheckLegsParts;
  readonly #look: LookAtLegs;

  constructor(parts: CheckLegsParts) {
    this.#parts = parts;
    this.#look = new LookAtLegs(parts.unitOfWork, parts.directory, parts.pageSize);
  }

  async run(day: BusinessDay): Promise<JobOutcome> {
    const { clock, elapsedMs, stretchMs } = this.#parts;
    const until = elapsedMs() + stretchMs;
    do {
      const check = await this.#next(day);
      if (check === undefined) return this.#rest(day);
      if (!await this.#page(check)) return { kind: 'again', dueAt: clock.now() + lookAgainMs };
    } while (elapsedMs() < until);
    return { kind: 'again', dueAt: clock.now() };
  }

  /** The check that is under way, or the next one to begin. */
  async #next(day: BusinessDay): Promise<LegCheck | undefined> {
    const { unitOfWork, clock } = this.#parts;
    return unitOfWork.run(async ({ reconciliation, legs }) => {
      const now = clock.now();
      const checks = new Map((await legs.checksOn(day)).map((check) => [check.channelMerchantId, check]));
      for (const { channelMerchantId, lastRunNo } of await reconciliation.daysOn(day)) {
        // An account that has not been compared has no bill yet in which anything could be missing.
        if (lastRunNo === undefined) continue;
        const known = checks.get(channelMerchantId);
        if (known === undefined) {
          const begun = newCheck(day, channelMerchantId, lastRunNo, now);
          await legs.addCheck(begun);
          return begun;
        }
        if (known.runNo === lastRunNo && known.state === 'running') return known;
        if (known.runNo === lastRunNo && (known.lookAt === undefined || now < known.lookAt)) continue;
        const begun = known.runNo === lastRunNo ? lookAgain(known, now) : walkAgain(known, lastRunNo, now);
        await legs.putCheck(begun);
        return { ...begun, version: begun.version + 1 };
      }
      return undefined;
    });
  }

  /** Until the next look at open gaps, where there are any. */
  async #rest(day: BusinessDay): Promise<JobOutcome> {
    const looks = (await this.#parts.unitOfWork.read(({ legs }) => legs.checksOn(day))).flatMap(({ lookAt }) => lookAt ?? []);
    return looks.length === 0 ? { kind: 'done' } : { kind: 'again', dueAt: Math.min(...looks) };
  }

  /** False: somebody else has moved the check on. */
  async #page(check: LegCheck): Promise<boolean> {
    const { unitOfWork, journal } = this.#parts;
    const page = await this.#look.run(check);
    const kept = await unitOfWork.run((stores) => this.#keep(stores, check, page));
    if (kept?.check.state === 'done') {
      const { day, channelMerchantId, figures: { orders, complete, gaps } } = kept.check;
      journal.info('legs-checked', { day, channelMerchantId, orders, complete, gaps: Object.values(gaps).reduce((sum, count) => sum + count, 0) });
      if (kept.isOverdue) journal.alarm('legs-open', { day, channelMerchantId, orders: orders - complete });
    }
    return kept !== undefined;
  }

  async #keep(stores: Stores, { day, channelMerchantId, version }: LegCheck, page: LegPage): Promise<{ readonly check: LegCheck; readonly isOverdue: boolean } | undefined> {
    const { ids, clock } = this.#parts;
    const current = await stores.legs.check(day, channelMerchantId);
    if (current?.version !== version) return undefined;
    const now = momentOf(current, clock.now());
    const kept = await stores.legs.gapsOf(day, page.orderNos);
    const { over, fresh } = compareGaps(kept, page.found);
    for (const gap of over) await stores.legs.closeGap({ ...gap, closedAt: now });
    await stores.legs.addGaps(fresh.map((gap) => ({ ...gap, gapNo: ids.next(), day, channelMerchantId, firstSeenAt: now, closedAt: undefined, version: 1 })));
    const stays = kept.filter((gap) => gap.closedAt === undefined && !over.includes(gap)).map(({ firstSeenAt }) => firstSeenAt);
    const isAgain = current.phase === 'again';
    const next = afterPage({
      ...current, changedAt: now, figures: isAgain ? addGaps(current.figures, page.found) : addOrders(current.figures, page.counted),
      oldestAt: isAgain && page.found.length > 0 ? Math.min(now, current.oldestAt ?? now, ...stays) : current.oldestAt,
    }, page);
    const end = next.state === 'done' ? settledCheck(next, clock.now()) : { check: next, isOverdue: false };
    await stores.legs.putCheck(end.check);
    if (next.state === 'done') await this.#certify(stores, day);
    return end;
  }

  /** Once all accounts are checked the day may be certified; one that was stays as it is. */
  async #certify({ reconciliation, legs, settlement, outbox }: Stores, day: BusinessDay): Promise<void> {
    if (uncheckedAccount(await reconciliation.daysOn(day), await legs.checksOn(day)) !== undefined) return;
    if (await settlement.certificate(day) === undefined) await outbox.enqueue({ topic: 'certify-day', key: day, dueAt: this.#parts.clock.now() });
  }
}
