import { afterDelivery } from '../../domain/text-messages/delivery.js';
import type { ReportAbout } from '../../domain/text-messages/reports.js';
import type { Clock } from '../ports/clock.js';
import type { Journal } from '../ports/journal.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';

/** Messages of one unit: a push may hold thousands, and one unit must not hold others up. */
const atOnce = 50;
/** How far back a message to the phone may be under way whose batch number is not stored yet. */
const recentMs = 10 * 60_000;

export interface AppliedReports {
  readonly changed: number;
  /** About nothing that we sent. */
  readonly strange: number;
  /** Its batch is not known here, but a text to the phone is just being sent: it may be the batch that we are about to hear of. */
  readonly early: number;
}

/** Every word about what became of a text passes here: pushed or asked for. Only a batch and phone that we sent are believed. */
export class ApplyDelivery {
  readonly #unitOfWork: UnitOfWork;
  readonly #clock: Clock;
  readonly #journal: Journal;

  constructor(unitOfWork: UnitOfWork, clock: Clock, journal: Journal) {
    this.#unitOfWork = unitOfWork;
    this.#clock = clock;
    this.#journal = journal;
  }

  async run(reports: readonly ReportAbout[]): Promise<AppliedReports> {
    // The way there is not stored: what says nothing definite needs no look at all.
    const definite = reports.filter(({ report }) => report.kind !== 'no-word');
    const counts = { changed: 0, strange: 0, early: 0 };
    for (let from = 0; from < definite.length; from += atOnce) {
      const page = definite.slice(from, from + atOnce);
      const outcomes = await this.#unitOfWork.run(async (stores) => {
        const all: ('changed' | 'strange' | 'early' | 'known')[] = [];
        for (const about of page) all.push(await this.#one(stores, about));
        return all;
      });
      for (const outcome of outcomes) if (outcome !== 'known') counts[outcome] += 1;
    }
    if (counts.strange > 0) this.#journal.warn('text-report-strange', { count: counts.strange });
    return counts;
  }

  async #one({ texts, outbox }: Stores, { groupNo, phone, report }: ReportAbout): Promise<'changed' | 'strange' | 'early' | 'known'> {
    const message = await texts.inGroup(groupNo, phone);
    const now = this.#clock.now();
    if (!message) return (await texts.toPhone(phone, now - recentMs)).some(({ isBeingSent }) => isBeingSent) ? 'early' : 'strange';
    const after = afterDelivery(message, report, now);
    if (!after.ok) {
      if (after.refusal === 'contradicts') this.#journal.warn('text-report-contradicts', { messageId: message.messageId, state: message.state, told: report.kind });
      return 'known';
    }
    await texts.put(after.value);
    await outbox.endWaiting({ topic: 'send-text', key: message.messageId });
    return 'changed';
  }
}
