import type { Clock } from '../../../application/ports/clock.js';
import type { Journal } from '../../../application/ports/journal.js';
import type { KeptFiles } from '../../../application/ports/kept-files.js';
import type { PlanBills } from '../../../application/reconciliation/plan-bills.js';
import { dayMs, minuteMs, type EpochMs } from '../../../domain/kernel/china-time.js';
import { newestReadyDay } from '../../../domain/reconciliation/ask-again.js';
import { LookLoop } from './look-loop.js';

/** Real time. */
const lookEveryMs = 1_000;
/** Of the product's clock: an account that was switched on meanwhile is met by the next look. */
const atLeastEveryMs = 10 * minuteMs;
/** Files given up half way that one look clears away. */
const mostForgotten = 20;

export interface BillRoundsParts { readonly plan: Pick<PlanBills, 'run'>; readonly files: Pick<KeptFiles, 'forgetAbandoned'>; readonly clock: Clock; readonly journal: Journal }

/** Puts the bills of the day before on the list when the channels have them. Every process may do it: a bill is put on the list once. */
export class BillRounds {
  readonly #parts: BillRoundsParts;
  readonly #loop: LookLoop;
  #last: { readonly at: EpochMs; readonly morning: string } | undefined;

  constructor(parts: BillRoundsParts, lookMs = lookEveryMs) {
    this.#parts = parts;
    this.#loop = new LookLoop({ look: () => this.#look(), everyMs: lookMs, fault: 'bill-rounds', journal: parts.journal });
  }

  start(): void { this.#loop.start(); }
  stop(): Promise<void> { return this.#loop.stop(); }

  async #look(): Promise<void> {
    const { plan, files, clock, journal } = this.#parts;
    const now = clock.now();
    const morning = newestReadyDay(now);
    if (this.#last?.morning === morning && Math.abs(now - this.#last.at) < atLeastEveryMs) return;
    const planned = await plan.run();
    await files.forgetAbandoned(now - dayMs, mostForgotten);
    this.#last = { at: now, morning };
    if (planned > 0) journal.info('bills-planned', { planned });
  }
}
