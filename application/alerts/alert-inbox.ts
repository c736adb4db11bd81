import { placeOf, type Raised } from '../../domain/alerts/alert.js';
import { raisedBy } from '../../domain/alerts/raise.js';
import { hourMs, type EpochMs } from '../../domain/kernel/china-time.js';
import type { JournalEar, JournalLine } from '../ports/journal-ears.js';

/** Things of one event that are told apart within an hour; beyond them it is one alert about many. */
export const maxThingsPerHour = 100;
/** Alerts that wait to be written; what comes beyond them is in the log only. */
export const maxWaiting = 1_000;

/** What of the journal concerns people, kept until it is written. Remembers numbers of things, nothing more: a payment never waits for an alert. */
export class AlertInbox implements JournalEar {
  readonly #waiting = new Map<string, Raised>();
  readonly #things = new Map<string, { readonly hour: number; readonly known: Set<string> }>();

  readonly #now: () => EpochMs;

  /** `now`: of the platform's clock. */
  constructor(now: () => EpochMs) { this.#now = now; }

  /** The same event may be said at another level, when it is no matter for people. */
  hear({ level, event, fields }: JournalLine): void {
    if (level !== 'alarm' && level !== 'fault') return;
    const raised = raisedBy(event, fields, this.#now());
    if (raised !== undefined) this.add(raised);
  }

  add(given: Raised): void {
    const raised = this.#isOneTooMany(given) ? { ...given, subject: 'many', relatedOrderNo: undefined, message: `${given.message} 等多项，详见日志` } : given;
    const place = placeOf(raised);
    const known = this.#waiting.get(place);
    if (known === undefined && this.#waiting.size >= maxWaiting) return;
    this.#waiting.set(place, known === undefined ? raised : { ...raised, times: known.times + raised.times });
  }

  /** Takes out what waits, oldest first. */
  take(most: number): readonly Raised[] {
    const taken = [...this.#waiting.entries()].slice(0, most);
    for (const [place] of taken) this.#waiting.delete(place);
    return taken.map(([, raised]) => raised);
  }

  #isOneTooMany({ event, subject, at }: Raised): boolean {
    const hour = hourOf(at);
    let things = this.#things.get(event);
    if (things?.hour !== hour) this.#things.set(event, things = { hour, known: new Set() });
    if (things.known.has(subject)) return false;
    if (things.known.size >= maxThingsPerHour) return true;
    things.known.add(subject);
    return false;
  }
}

const hourOf = (at: EpochMs): number => Math.floor(at / hourMs);
