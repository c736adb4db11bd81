import type { PlanChecks } from '../../../application/e-bills/plan-checks.js';
import type { Clock } from '../../../application/ports/clock.js';
import type { Journal } from '../../../application/ports/journal.js';
import { daysToCheck } from '../../../domain/e-bills/check-times.js';
import { LookLoop } from './look-loop.js';

/** Real time. */
const lookEveryMs = 1_000;

export interface EBillRoundsParts { readonly plan: Pick<PlanChecks, 'run'>; readonly clock: Clock; readonly journal: Journal }

/** Puts the comparison of yesterday's e-bills on the list in the night behind it. Every process may do it: a day is put on the list once. */
export class EBillRounds {
  readonly #parts: EBillRoundsParts;
  readonly #loop: LookLoop;
  #planned: string | undefined;

  constructor(parts: EBillRoundsParts, lookMs = lookEveryMs) {
    this.#parts = parts;
    this.#loop = new LookLoop({ look: () => this.#look(), everyMs: lookMs, fault: 'e-bill-rounds', journal: parts.journal });
  }

  start(): void { this.#loop.start(); }
  stop(): Promise<void> { return this.#loop.stop(); }

  async #look(): Promise<void> {
    const { plan, clock, journal } = this.#parts;
    const [newest] = daysToCheck(clock.now());
    if (newest === undefined || newest === this.#planned) return;
    const planned = await plan.run();
    this.#planned = newest;
    if (planned > 0) journal.info('e-bill-checks-planned', { planned });
  }
}
