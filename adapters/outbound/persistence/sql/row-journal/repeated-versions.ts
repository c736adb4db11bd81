import type { RecordedEntry } from '../../../../../domain/audit/audit-entry.js';
import type { RowMention } from '../../../../../domain/audit/rows-written.js';
import { dayMs, type EpochMs } from '../../../../../domain/kernel/china-time.js';
import { isPin, pinAction } from './directory-pins.js';
import { mentionsIn } from './walk-journal.js';

/** Versions that are remembered: some days of a city's payments, and some fifty megabytes. */
const maxRemembered = 500_000;
const maxFound = 10_000;
/** How long it is named: it stands in the log for ever, and a check that can never be good again is not looked at any more. */
const namedForMs = 30 * dayMs;

/**
 * Each write of a row counts its version up, so no version is told twice. Where one is, an older image was put back in between and the platform wrote on top of it: the row is
 * as new as it should be again, and only the log still shows it.
 */
export class RepeatedVersions {
  readonly #seen = new Set<string>();
  readonly #found: { readonly mention: RowMention; readonly at: EpochMs }[] = [];
  #newest: EpochMs = 0;

  take(entries: readonly RecordedEntry[]): void {
    for (const entry of entries) {
      this.#newest = Math.max(this.#newest, entry.at);
      // That the whole directory was told once is no write.
      if (isPin(entry) || entry.action === pinAction) continue;
      for (const mention of mentionsIn([entry])) if (mention.deed !== 'removed') this.#takeOne(mention, entry.at);
    }
  }

  /** The rows, as long as they are named. */
  get rows(): readonly RowMention[] { return this.#found.filter(({ at }) => at > this.#newest - namedForMs).map(({ mention }) => mention); }

  #takeOne(mention: RowMention, at: EpochMs): void {
    const version = `${mention.table} ${mention.key.join(' ')} ${mention.version}`;
    if (this.#seen.has(version)) {
      if (this.#found.length === maxFound) this.#found.shift();
      this.#found.push({ mention, at });
      return;
    }
    this.#seen.add(version);
    if (this.#seen.size <= maxRemembered) return;
    const [oldest] = this.#seen;
    if (oldest !== undefined) this.#seen.delete(oldest);
  }
}
