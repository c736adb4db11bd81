import type { Clock } from '../../../application/ports/clock.js';
import type { Journal } from '../../../application/ports/journal.js';
import type { ShareRound } from '../../../application/sharing/share-round.js';
import { minuteMs, type EpochMs } from '../../../domain/kernel/china-time.js';

/** Real time. */
const lookEveryMs = 1_000;
/** Of the product's clock. */
const roundEveryMs = minuteMs;

export interface ShareRoundsParts { readonly round: Pick<ShareRound, 'run'>; readonly clock: Clock; readonly journal: Journal }

/** Sends the city what it has not got yet, every minute. Every process may do it: each table is exported by one of them at a time. */
export class ShareRounds {
  readonly #parts: ShareRoundsParts;
  readonly #lookMs: number;
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<void> | undefined;
  #running = false;
  #last: EpochMs | undefined;

  constructor(parts: ShareRoundsParts, lookMs = lookEveryMs) {
    this.#parts = parts;
    this.#lookMs = lookMs;
  }

  start(): void {
    this.#running = true;
    this.#plan();
  }

  async stop(): Promise<void> {
    this.#running = false;
    clearTimeout(this.#timer);
    await this.#work;
  }

  #plan(): void {
    if (!this.#running) return;
    this.#timer = setTimeout(() => { this.#work = this.#look().finally(() => { this.#plan(); }); }, this.#lookMs);
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    const { round, clock, journal } = this.#parts;
    const now = clock.now();
    if (this.#last !== undefined && Math.abs(now - this.#last) < roundEveryMs) return;
    this.#last = now;
    try {
      const batches = await round.run();
      if (batches > 0) journal.info('shared', { batches });
    } catch (error) {
      journal.fault('share-rounds', error);
    }
  }
}
