import { addedUp, blankRound, countOf, forgettingKinds, isOfAnother, newsAgeMs, type Forgotten, type ForgettingKind, type ForgettingRound } from '../../domain/keeping/forgetting.js';
import { dashedTime, dayMs, minuteMs, type EpochMs } from '../../domain/kernel/china-time.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';
import { forgetIssues } from './forget-issues.js';
import { forgetTexts } from './forget-texts.js';

/** How long a process that died keeps others waiting. */
const turnMs = 5 * minuteMs;

export type ForgottenPage = { readonly kind: 'page'; readonly forgotten: number; readonly isLast: boolean } | { readonly kind: 'not-our-turn' };
export interface ForgetParts { readonly unitOfWork: UnitOfWork; readonly ids: Ids; readonly clock: Clock; readonly keepDays: Readonly<Record<ForgettingKind, number>> }

interface Work { readonly forget: (stores: Stores, before: EpochMs, now: EpochMs) => Promise<Forgotten>; readonly description: string }
const works: Readonly<Record<ForgettingKind, Work>> = {
  texts: { forget: forgetTexts, description: '到期短信中的个人信息已清除' }, issues: { forget: forgetIssues, description: '到期问题中的个人信息和附件已清除' },
};

/**
 * Takes persons out of what has been over for its time (PRV-01, PRV-03), a page at a time. Orders, notices and e-bills are none of it: they are accounting records, whose time the finance authority says.
 * Who opted out stays known: it is that person's wish, which has no end.
 */
export class ForgetOld {
  readonly #parts: ForgetParts;
  constructor(parts: ForgetParts) { this.#parts = parts; }

  /** One entry of the log stands for a whole round, however many pages and processes it took; it is written with the last page. */
  async page(owner: string, kind: ForgettingKind): Promise<ForgottenPage> {
    const { unitOfWork, clock, keepDays } = this.#parts;
    const now = clock.now();
    const before = now - Math.max(keepDays[kind] * dayMs, newsAgeMs);
    return unitOfWork.run(async (stores): Promise<ForgottenPage> => {
      const round = await stores.forgetting.take(kind);
      if (isOfAnother(round, owner, now)) return { kind: 'not-our-turn' };
      const { counts, isLast } = await works[kind].forget(stores, before, now);
      const forgotten = addedUp(round.forgotten, counts);
      if (isLast && countOf(forgotten) > 0) await this.#audit(stores, kind, forgotten, before, now);
      const next = isLast ? { ...blankRound(kind), version: round.version } : { ...round, owner, until: now + turnMs, forgotten };
      // A night in which nothing is due writes nothing.
      if (!isLast || round.owner !== undefined || countOf(round.forgotten) > 0) await stores.forgetting.put(next);
      return { kind: 'page', forgotten: countOf(counts), isLast };
    });
  }

  /** Lets the next one go on at once. */
  async endTurn(owner: string): Promise<void> {
    for (const kind of forgettingKinds) {
      await this.#parts.unitOfWork.run(async ({ forgetting }) => {
        const round = await forgetting.take(kind);
        if (round.owner === owner) await forgetting.put({ ...round, owner: undefined, until: 0 });
      });
    }
  }

  async #audit({ audit }: Stores, kind: ForgettingKind, forgotten: ForgettingRound['forgotten'], before: EpochMs, now: EpochMs): Promise<void> {
    await audit.append({
      entryId: this.#parts.ids.next(), at: now, actor: { kind: 'system', code: 'forgetting', address: undefined }, action: `forgetting.${kind}`, objectKind: 'forgetting', objectNo: kind, description: works[kind].description,
      before: undefined, after: { ...Object.fromEntries(Object.entries(forgotten).map(([name, count]) => [name, String(count)])), before: dashedTime(before) }, requestId: undefined,
    });
  }
}
