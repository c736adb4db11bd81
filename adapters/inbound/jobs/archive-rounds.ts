import { setTimeout as pause } from 'node:timers/promises';
import type { ArchiveOldOrders } from '../../../application/archive/archive-old-orders.js';
import type { Clock } from '../../../application/ports/clock.js';
import type { Journal } from '../../../application/ports/journal.js';
import { longTime, type EpochMs } from '../../../domain/kernel/china-time.js';
import { LookLoop } from './look-loop.js';

/** Real time. */
const lookEveryMs = 60_000;
/** Hours of the Chinese day in which few people pay. */
const quietHours = { from: 1, until: 5 } as const;
/** Longest rest between two pages; a page rests as long as it took, so that half of the database's time stays for others. */
const maxRestMs = 5_000;

export interface ArchiveRoundsParts {
  readonly archive: Pick<ArchiveOldOrders, 'page' | 'endTurn'>; readonly owner: string; readonly clock: Clock; readonly journal: Journal;
}

/** Archives old orders once a night, page by page, in one process of all. */
export class ArchiveRounds {
  readonly #parts: ArchiveRoundsParts;
  readonly #loop: LookLoop;
  /** The night whose round is over. */
  #doneDay: string | undefined;

  constructor(parts: ArchiveRoundsParts, lookMs = lookEveryMs) {
    this.#parts = parts;
    this.#loop = new LookLoop({ look: () => this.#look(), everyMs: lookMs, fault: 'archive', journal: parts.journal });
  }

  start(): void { this.#loop.start(); }
  /** Ends with the page in hand. */
  stop(): Promise<void> { return this.#loop.stop(); }

  async #look(): Promise<void> {
    const { archive, clock, owner, journal } = this.#parts;
    if (!isQuiet(clock.now()) || this.#doneDay === dayOf(clock.now())) return;
    try {
      const moved = await this.#round();
      if (moved > 0) journal.info('orders-archived', { moved });
    } catch (error) {
      journal.fault('archive', error);
    }
    await archive.endTurn(owner).catch((error: unknown) => { journal.fault('archive', error); });
  }

  /** How many orders went. */
  async #round(): Promise<number> {
    const { archive, clock, owner } = this.#parts;
    let moved = 0;
    for (let after: string | undefined; this.#loop.isRunning && isQuiet(clock.now());) {
      const began = performance.now();
      const page = await archive.page(owner, after);
      if (page.kind !== 'page') return moved;
      moved += page.moved;
      if (page.next === undefined) {
        this.#doneDay = dayOf(clock.now());
        return moved;
      }
      after = page.next;
      await pause(Math.min(performance.now() - began, maxRestMs));
    }
    return moved;
  }
}

function isQuiet(now: EpochMs): boolean {
  const hour = Number(longTime(now).slice(8, 10));
  return hour >= quietHours.from && hour < quietHours.until;
}

const dayOf = (now: EpochMs): string => longTime(now).slice(0, 8);
