import type { Clock } from '../../../application/ports/clock.js';
import type { Journal } from '../../../application/ports/journal.js';
import type { PlanNoticeStatements } from '../../../application/payment-notices/fetch-notice-statement.js';
import { minuteMs, type EpochMs } from '../../../domain/kernel/china-time.js';
import { newestStatementDay } from '../../../domain/payment-notices/compare-statement.js';
import { LookLoop } from './look-loop.js';

/** Real time. */
const lookEveryMs = 1_000;
/** Of the product's clock. */
const atLeastEveryMs = 10 * minuteMs;

export interface StatementRoundsParts { readonly plan: Pick<PlanNoticeStatements, 'run'>; readonly clock: Clock; readonly journal: Journal }

/** Puts the provinces' statements on the list when they are there, from six in the morning. Every process may do it: a day is put on the list once. */
export class StatementRounds {
  readonly #parts: StatementRoundsParts;
  readonly #loop: LookLoop;
  #last: { readonly at: EpochMs; readonly day: string } | undefined;

  constructor(parts: StatementRoundsParts, lookMs = lookEveryMs) {
    this.#parts = parts;
    this.#loop = new LookLoop({ look: () => this.#look(), everyMs: lookMs, fault: 'statement-rounds', journal: parts.journal });
  }

  start(): void { this.#loop.start(); }
  stop(): Promise<void> { return this.#loop.stop(); }

  async #look(): Promise<void> {
    const { plan, clock, journal } = this.#parts;
    const now = clock.now();
    const day = newestStatementDay(now);
    if (this.#last?.day === day && Math.abs(now - this.#last.at) < atLeastEveryMs) return;
    const planned = await plan.run();
    this.#last = { at: now, day };
    if (planned > 0) journal.info('notice-statements-planned', { planned });
  }
}
