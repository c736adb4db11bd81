import type { Clock } from '../../../application/ports/clock.js';
import type { Journal } from '../../../application/ports/journal.js';
import type { ShareRound } from '../../../application/sharing/share-round.js';
import { minuteMs, type EpochMs } from '../../../domain/kernel/china-time.js';
import { LookLoop } from './look-loop.js';

/** Real time. */
const lookEveryMs = 1_000;
/** Of the product's clock. */
const roundEveryMs = minuteMs;

export interface ShareRoundsParts { readonly round: Pick<ShareRound, 'run'>; readonly clock: Clock; readonly journal: Journal }

/** Sends the city what it has not got yet, every minute. Every process may do it: each table is exported by one of them at a time. */
export class ShareRounds {
  readonly #parts: ShareRoundsParts;
  readonly #loop: LookLoop;
  #last: EpochMs | undefined;

  constructor(parts: ShareRoundsParts, lookMs = lookEveryMs) {
    this.#parts = parts;
    this.#loop = new LookLoop({ look: () => this.#look(), everyMs: lookMs, fault: 'share-rounds', journal: parts.journal });
  }

  start(): void { this.#loop.start(); }
  stop(): Promise<void> { return this.#loop.stop(); }

  async #look(): Promise<void> {
    const { round, clock, journal } = this.#parts;
    const now = clock.now();
    if (this.#last !== undefined && Math.abs(now - this.#last) < roundEveryMs) return;
    this.#last = now;
    const batches = await round.run();
    if (batches > 0) journal.info('shared', { batches });
  }
}
