import type { ArchiveOldOrders } from '../../../application/archive/archive-old-orders.js';
import type { Clock } from '../../../application/ports/clock.js';
import type { Journal } from '../../../application/ports/journal.js';
import { NightRounds } from './night-rounds.js';

export interface ArchiveRoundsParts {
  readonly archive: Pick<ArchiveOldOrders, 'page' | 'endTurn'>; readonly owner: string; readonly clock: Clock; readonly journal: Journal;
}

/** Archives old orders once a night, page by page, in one process of all. */
export class ArchiveRounds extends NightRounds {
  constructor({ archive, owner, clock, journal }: ArchiveRoundsParts, lookMs?: number) {
    super({
      fault: 'archive', clock, journal, lookMs,
      work: {
        page: async (after) => {
          const page = await archive.page(owner, after);
          return page.kind === 'page' ? { done: page.moved, next: page.next } : undefined;
        },
        end: () => archive.endTurn(owner),
        tell: (moved) => { journal.info('orders-archived', { moved }); },
      },
    });
  }
}
