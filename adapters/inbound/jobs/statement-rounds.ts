import type { Clock } from '../../../application/ports/clock.js';
import type { Journal } from '../../../application/ports/journal.js';
import type { PlanNoticeStatements } from '../../../application/payment-notices/fetch-notice-statement.js';
import { minuteMs, type EpochMs } from '../../../domain/kernel/china-time.js';
import { newestStatementDay } from '../../../domain/payment-notices/compare-statement.js';

/** Real time. */
const lookEveryMs = 1_000;
/** Of the product's clock. */
const atLeastEveryMs = 10 * minuteMs;

export interface StatementRoundsParts { readonly plan: Pick<PlanNoticeStatements, 'run'>; readonly clock: Clock; readonly journal: Journal }

/** Puts the provinces' statements on the list when they are there, from six in the morning. Every process may do it: a day is put on the list once. */
export class StatementRounds {
  readonly #parts: StatementRoundsParts;
  readonly #lookMs: number;
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<void> | undefined;
  #running = false;
  #last: { readonly at: EpochMs; readonly day: string } | undefined;

  constructor(parts: StatementRoundsParts, lookMs = lookEveryMs) {
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
    const { plan, clock, journal } = this.#parts;
    const now = clock.now();
    const day = newestStatementDay(now);
    if (this.#last?.day === day && Math.abs(now - this.#last.at) < atLeastEveryMs) return;
    try {
      const planned = await plan.run();
      this.#last = { at: now, day };
      if (planned > 0) journal.info('notice-statements-planned', { planned });
    } catch (error) {
      journal.fault('statement-rounds', error);
    }
  }
}
