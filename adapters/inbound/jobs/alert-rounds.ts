import type { LookForWaiting } from '../../../application/alerts/look-for-waiting.js';
import type { RaiseAlerts } from '../../../application/alerts/raise-alerts.js';
import type { Clock } from '../../../application/ports/clock.js';
import type { Journal } from '../../../application/ports/journal.js';
import { minuteMs, type EpochMs } from '../../../domain/kernel/china-time.js';
import { LookLoop } from './look-loop.js';

/** Real time. */
const lookEveryMs = 1_000;
/** Of the product's clock. */
const waitingEveryMs = 10 * minuteMs;

export interface AlertRoundsParts {
  readonly raise: Pick<RaiseAlerts, 'run'>;
  /** Absent where others look: a process without jobs only tells what it heard itself. */
  readonly waiting: Pick<LookForWaiting, 'run'> | undefined;
  readonly clock: Clock; readonly journal: Journal;
}

/** Writes what every process hears, and looks for what waits too long (PERF-3-b). */
export class AlertRounds {
  readonly #parts: AlertRoundsParts;
  readonly #loop: LookLoop;
  #looked: EpochMs | undefined;

  constructor(parts: AlertRoundsParts, lookMs = lookEveryMs) {
    this.#parts = parts;
    this.#loop = new LookLoop({ look: () => this.#look(), everyMs: lookMs, fault: 'alert-rounds', journal: parts.journal });
  }

  start(): void { this.#loop.start(); }

  /** What was heard last is written too, as far as the database takes it. */
  async stop(): Promise<void> {
    await this.#loop.stop();
    await this.#parts.raise.run().catch(() => 0);
  }

  async #look(): Promise<void> {
    const { raise, waiting, clock } = this.#parts;
    await raise.run();
    const now = clock.now();
    if (waiting === undefined || (this.#looked !== undefined && Math.abs(now - this.#looked) < waitingEveryMs)) return;
    await waiting.run();
    this.#looked = now;
  }
}
