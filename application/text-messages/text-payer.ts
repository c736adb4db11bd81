import { newsAgeMs } from '../../domain/keeping/forgetting.js';
import { readMobile } from '../../domain/text-messages/phone.js';
import { textsOfOrder, type WantedText } from '../../domain/text-messages/texts-of-order.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { Ids } from '../ports/ids.js';
import type { IssuedBills } from '../ports/issued-bills.js';
import type { JobOutcome } from '../ports/jobs.js';
import type { Journal } from '../ports/journal.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import { keepText } from './keep-text.js';
import type { TextRules } from './text-rules.js';

export interface TextPayerParts {
  readonly unitOfWork: UnitOfWork; readonly directory: Directory; readonly issuedBills: IssuedBills; readonly ids: Ids; readonly clock: Clock; readonly journal: Journal;
  /** Undefined where the installation sends no texts. */
  readonly rules: TextRules | undefined;
}

const done: JobOutcome = { kind: 'done' };

/**
 * Job `text-payer`: makes the texts that an order's present state calls for and that have not been made (1.1.7.2.4-c, -g). One payment is one text
 * however often it runs.
 */
export class TextPayer {
  readonly #parts: TextPayerParts;

  constructor(parts: TextPayerParts) {
    this.#parts = parts;
  }

  async run(platformOrderNo: string): Promise<JobOutcome> {
    const { unitOfWork, directory, issuedBills, clock, journal, rules } = this.#parts;
    if (!rules) return done;
    const { order, refunds, mark, notice } = await unitOfWork.read(async (readers) => ({
      order: await readers.orders.byNo(platformOrderNo), refunds: await readers.refunds.ofOrder(platformOrderNo), mark: await readers.recovery.mark(),
      notice: await readers.notices.byOrder(platformOrderNo),
    }));
    if (!order) throw new Error(`no order ${platformOrderNo}`);
    if (order.payer.mobile === undefined || (await directory.developer(order.devId))?.textsPayers === false) return done;
    const phone = readMobile(order.payer.mobile);
    if (!phone.ok) {
      journal.info('text-phone-unusable', { orderNo: platformOrderNo });
      return done;
    }
    // A late refund calls for no text about a payment of long ago: that one was sent, and may be forgotten since.
    // What happened before a restore the database that was lost may have told already; nobody is told twice (BAK-03).
    const wanted = textsOfOrder(order, refunds, await issuedBills.ofOrder(platformOrderNo), notice?.payCode).filter(({ since }) => (mark === undefined || since > mark.restoredAt) && since > clock.now() - newsAgeMs);
    await this.#keep(wanted, phone.value, rules);
    return done;
  }

  async #keep(wanted: readonly WantedText[], phone: string, { night }: TextRules): Promise<void> {
    const { unitOfWork, ids, clock, journal } = this.#parts;
    if (wanted.length === 0) return;
    await unitOfWork.run(async (stores) => {
      for (const { template, bizKey, values } of wanted) {
        const kept = await keepText(stores, { messageId: ids.next(), template, bizKey, phone, values, now: clock.now(), night });
        if (!kept.ok) journal.alarm('text-not-made', { template, bizKey, why: kept.refusal.code, param: kept.refusal.param });
      }
    });
  }
}
