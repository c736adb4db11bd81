import type { LoggedLine } from '../../domain/logs/log-row.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import type { JournalEar, JournalLine } from '../ports/journal-ears.js';

/** Lines that wait for the database; what comes beyond them stands in the file only. */
export const maxBuffered = 20_000;

/** The last lines of the log until they are written. Whoever logs does nothing but put a line behind the others. */
export class LogBuffer implements JournalEar {
  readonly #now: () => EpochMs;
  #lines: LoggedLine[] = [];
  #dropped = 0;

  /** `now`: of the platform's clock. */
  constructor(now: () => EpochMs) { this.#now = now; }

  hear({ level, event, fields, requestId }: JournalLine): void {
    if (this.#lines.length >= maxBuffered) this.#dropped++;
    else this.#lines.push({ level, event, fields, requestId, at: this.#now() });
  }

  get waiting(): number { return this.#lines.length; }

  /** Takes out the oldest. */
  take(most: number): readonly LoggedLine[] {
    const taken = this.#lines.slice(0, most);
    this.#lines = this.#lines.slice(most);
    return taken;
  }

  /** Those that could not be written go back to the front as far as there is room. */
  giveBack(lines: readonly LoggedLine[]): void {
    const room = Math.max(0, maxBuffered - this.#lines.length);
    const kept = lines.slice(Math.max(0, lines.length - room));
    this.#dropped += lines.length - kept.length;
    this.#lines = [...kept, ...this.#lines];
  }

  /** How many lines were dropped since it was asked last. */
  takeDropped(): number {
    const dropped = this.#dropped;
    this.#dropped = 0;
    return dropped;
  }
}
