import type { Clock } from '../../../application/ports/clock.js';
import type { Journal } from '../../../application/ports/journal.js';
import type { KeptFiles } from '../../../application/ports/kept-files.js';
import type { PlanBills } from '../../../application/reconciliation/plan-bills.js';
import { dayMs, minuteMs, type EpochMs } from '../../../domain/kernel/china-time.js';
import { newestReadyDay } from '../../../domain/reconciliation/ask-again.js';

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
  readonly #lookMs: number;
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<void> | undefined;
  #running = false;
  #last: { readonly at: EpochMs; readonly morning: string } | undefined;

  constructor(parts: BillRoundsParts, lookMs = lookEveryMs) {
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
    const { plan, files, clock, journal } = this.#parts;
    const now = clock.now();
    const morning = newestReadyDay(now);
    if (this.#last?.morning === morning && Math.abs(now - this.#last.at) < atLeastEveryMs) return;
    try {
      const planned = await plan.run();
      await files.forgetAbandoned(now - dayMs, mostForgotten);
      this.#last = { at: now, morning };
      if (planned > 0) journal.info('bills-planned', { planned });
    } catch (error) {
      journal.fault('bill-rounds', error);
    }
  }
}
