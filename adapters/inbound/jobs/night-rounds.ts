import { setTimeout as pause } from 'node:timers/promises';
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

/** What one page has done; `next`: where the next one begins, undefined: that was the last. */
export interface NightPage { readonly done: number; readonly next: string | undefined }

export interface NightWork {
  /** Undefined: not now, or not by this process; the next look tries again. */
  page(after: string | undefined): Promise<NightPage | undefined>;
  /** Whatever became of the round. */
  end(): Promise<void>;
  /** Of a round in which something was done. */
  tell(done: number): void;
}
export interface NightParts { readonly work: NightWork; /** Under which word a fault is told. */ readonly fault: string; readonly clock: Clock; readonly journal: Pick<Journal, 'fault'>; readonly lookMs?: number | undefined }

/** Goes through something once a night, page by page. That one process of all does it is the work's own affair. */
export class NightRounds {
  readonly #parts: NightParts;
  readonly #loop: LookLoop;
  /** The night whose round is over. */
  #doneDay: string | undefined;

  constructor(parts: NightParts) {
    this.#parts = parts;
    this.#loop = new LookLoop({ look: () => this.#look(), everyMs: parts.lookMs ?? lookEveryMs, fault: parts.fault, journal: parts.journal });
  }

  start(): void { this.#loop.start(); }
  /** Ends with the page in hand. */
  stop(): Promise<void> { return this.#loop.stop(); }

  async #look(): Promise<void> {
    const { work, clock, fault, journal } = this.#parts;
    if (!isQuiet(clock.now()) || this.#doneDay === dayOf(clock.now())) return;
    try {
      const done = await this.#round();
      if (done > 0) work.tell(done);
    } catch (error) {
      journal.fault(fault, error);
    }
    await work.end().catch((error: unknown) => { journal.fault(fault, error); });
  }

  /** How much was done. */
  async #round(): Promise<number> {
    const { work, clock } = this.#parts;
    let done = 0;
    for (let after: string | undefined; this.#loop.isRunning && isQuiet(clock.now());) {
      const began = performance.now();
      const page = await work.page(after);
      if (page === undefined) return done;
      done += page.done;
      if (page.next === undefined) {
        this.#doneDay = dayOf(clock.now());
        return done;
      }
      after = page.next;
      await pause(Math.min(performance.now() - began, maxRestMs));
    }
    return done;
  }
}

function isQuiet(now: EpochMs): boolean {
  const hour = Number(longTime(now).slice(8, 10));
  return hour >= quietHours.from && hour < quietHours.until;
}

const dayOf = (now: EpochMs): string => longTime(now).slice(0, 8);
