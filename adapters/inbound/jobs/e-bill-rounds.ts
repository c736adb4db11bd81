import type { PlanChecks } from '../../../application/e-bills/plan-checks.js';
import type { Clock } from '../../../application/ports/clock.js';
import type { Journal } from '../../../application/ports/journal.js';
import { daysToCheck } from '../../../domain/e-bills/check-times.js';

/** Real time. */
const lookEveryMs = 1_000;

export interface EBillRoundsParts { readonly plan: Pick<PlanChecks, 'run'>; readonly clock: Clock; readonly journal: Journal }

/** Puts the comparison of yesterday's e-bills on the list in the night behind it. Every process may do it: a day is put on the list once. */
export class EBillRounds {
  readonly #parts: EBillRoundsParts;
  readonly #lookMs: number;
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<void> | undefined;
  #running = false;
  #planned: string | undefined;

  constructor(parts: EBillRoundsParts, lookMs = lookEveryMs) {
    this.#parts = parts;
    this.#lookMs = lookMs;
  }

  start(): void {
    this.#running = true;
    this.#next();
  }

  async stop(): Promise<void> {
    this.#running = false;
    clearTimeout(this.#timer);
    await this.#work;
  }

  #next(): void {
    if (!this.#running) return;
    this.#timer = setTimeout(() => { this.#work = this.#look().finally(() => { this.#next(); }); }, this.#lookMs);
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    const { plan, clock, journal } = this.#parts;
    const [newest] = daysToCheck(clock.now());
    if (newest === undefined || newest === this.#planned) return;
    try {
      const planned = await plan.run();
      this.#planned = newest;
      if (planned > 0) journal.info('e-bill-checks-planned', { planned });
    } catch (error) {
      journal.fault('e-bill-rounds', error);
    }
  }
}
