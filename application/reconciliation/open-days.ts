import type { BusinessDay } from '../../domain/kernel/china-time.js';
import { addDays } from '../../domain/reconciliation/clearing-day.js';
import { keeperOf } from '../../domain/reconciliation/run.js';
import { settleDayFor } from '../../domain/settlement/day-certificate.js';
import { ConcurrentChange, type Stores } from '../ports/unit-of-work.js';

interface Closed { readonly isCertified: boolean; readonly forAll: boolean; readonly forPayees: ReadonlySet<string> }

/**
 * Finds the day to which an entry is posted: the day of its bill while that is open, else the next open one. A day is closed when it is certified,
 * when its month is locked, and for a payee whose statement of that day has been given out (design 4a: corrections stand in a later day).
 * One unit's view. A day other than the bill's own may be given out as a statement at the same moment; so its record is taken, and whoever is second sees the other.
 */
export class OpenDays {
  readonly #settlement: Stores['settlement'];
  readonly #reconciliation: Stores['reconciliation'];
  readonly #held = new Set<BusinessDay>();
  readonly #known = new Map<BusinessDay, Closed>();
  /** The newest certified day, where it was asked for. */
  #newest: BusinessDay | undefined;

  constructor({ settlement, reconciliation }: Pick<Stores, 'settlement' | 'reconciliation'>) {
    this.#settlement = settlement;
    this.#reconciliation = reconciliation;
  }

  async dayFor(merchantNo: string, day: BusinessDay): Promise<BusinessDay> {
    const found = await this.#find(merchantNo, day);
    if (found === day) return found;
    await this.#hold(found);
    if (this.#isClosed(found, merchantNo)) throw new ConcurrentChange('the day was closed meanwhile');
    return found;
  }

  async #find(merchantNo: string, day: BusinessDay): Promise<BusinessDay> {
    const from = await this.#behindCertified(day);
    let candidate = from;
    // Asked a day at a time; the answer of `settleDayFor` is final once every day before it is known to be closed.
    for (;;) {
      await this.#learn(candidate);
      const found = settleDayFor(from, (one) => addDays(one, 1), (one) => this.#isClosed(one, merchantNo));
      if (found === candidate || this.#known.has(found)) return found;
      candidate = found;
    }
  }

  /** Certificates have no gaps: what belongs to a certified day cannot be posted before the newest has passed, and the days between need not be asked for. */
  async #behindCertified(day: BusinessDay): Promise<BusinessDay> {
    await this.#learn(day);
    if (!this.#known.get(day)?.isCertified) return day;
    this.#newest ??= (await this.#settlement.lastCertificate())?.day ?? day;
    return addDays(this.#newest, 1);
  }

  async #hold(day: BusinessDay): Promise<void> {
    if (this.#held.has(day)) return;
    this.#held.add(day);
    // Without any record no bill of that day has been asked for, and no statement of it can be made.
    const record = keeperOf(await this.#reconciliation.daysOn(day));
    if (record) await this.#reconciliation.putDay(record);
    this.#known.delete(day);
    await this.#learn(day);
  }

  #isClosed(day: BusinessDay, merchantNo: string): boolean {
    const closed = this.#known.get(day);
    return closed !== undefined && (closed.forAll || closed.forPayees.has(merchantNo));
  }

  async #learn(day: BusinessDay): Promise<void> {
    if (this.#known.has(day)) return;
    const isCertified = await this.#settlement.certificate(day) !== undefined;
    const forAll = isCertified || await this.#settlement.lock(day.slice(0, 6)) !== undefined;
    this.#known.set(day, { isCertified, forAll, forPayees: new Set(forAll ? [] : await this.#settlement.statementsOn(day)) });
  }
}
