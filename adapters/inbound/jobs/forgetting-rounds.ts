import type { ForgetOld } from '../../../application/keeping/forget-old.js';
import type { Clock } from '../../../application/ports/clock.js';
import type { Journal } from '../../../application/ports/journal.js';
import { forgettingKinds } from '../../../domain/keeping/forgetting.js';
import { NightRounds } from './night-rounds.js';

export interface ForgettingRoundsParts { readonly forget: Pick<ForgetOld, 'page' | 'endTurn'>; readonly owner: string; readonly clock: Clock; readonly journal: Journal }

/** Forgets once a night what was kept for its time, one kind after the other, page by page, each in one process of all. */
export class ForgettingRounds extends NightRounds {
  constructor({ forget, owner, clock, journal }: ForgettingRoundsParts, lookMs?: number) {
    let isLeft = false;
    super({
      fault: 'forgetting', clock, journal, lookMs,
      work: {
        // Where the next page begins is the kind alone: what was forgotten is not found again.
        page: async (after) => {
          const at = after === undefined ? 0 : forgettingKinds.findIndex((one) => one === after);
          const kind = forgettingKinds[at];
          if (kind === undefined) return undefined;
          if (after === undefined) isLeft = false;
          // What cannot be read among one kind keeps nobody from the other.
          const page = await forget.page(owner, kind).catch((error: unknown) => { journal.fault('forgetting', error); });
          if (page?.kind === 'page' && !page.isLast) return { done: page.forgotten, next: kind };
          isLeft ||= page?.kind !== 'page';
          const next = forgettingKinds[at + 1];
          // Another process is at one of them, and may end with it half done: the next look sees.
          return next === undefined && isLeft ? undefined : { done: page?.kind === 'page' ? page.forgotten : 0, next };
        },
        end: () => forget.endTurn(owner),
        tell: (rows) => { journal.info('forgotten', { rows }); },
      },
    });
  }
}
