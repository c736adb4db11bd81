import type { Journal } from '../../../application/ports/journal.js';

/** Real time. */
const lookEveryMs = 3_600_000;
/** How far the database server's clock may be from ours before somebody is called (OPS-04). A start is stricter. */
const maxSkewMs = 30_000;

export interface ClockWatchParts {
  /** How far the database server's clock is ahead of ours, ms; it may throw when the server is away. */
  readonly skewMs: () => Promise<number>;
  readonly journal: Journal;
}

/** Compares clocks every hour: one that runs away after the start makes signatures fail and jobs late. */
export class ClockWatch {
  readonly #parts: ClockWatchParts;
  readonly #lookMs: number;
  #timer: NodeJS.Timeout | undefined;
  #work: Promise<void> | undefined;
  #isOff = false;

  constructor(parts: ClockWatchParts, lookMs = lookEveryMs) {
    this.#parts = parts;
    this.#lookMs = lookMs;
  }

  start(): void {
    this.#timer = setInterval(() => { this.#work = this.#look(); }, this.#lookMs);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    await this.#work;
  }

  async #look(): Promise<void> {
    const { skewMs, journal } = this.#parts;
    try {
      const skew = Math.round(await skewMs());
      const isOff = Math.abs(skew) > maxSkewMs;
      if (isOff) journal.alarm('clock-off', { skewMs: skew });
      else if (this.#isOff) journal.info('clock-right-again', { skewMs: skew });
      this.#isOff = isOff;
    } catch (error) {
      journal.fault('clock-watch', error);
    }
  }
}
