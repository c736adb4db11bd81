import { longTime } from '../../domain/kernel/china-time.js';
import type { Refund } from '../../domain/refunds/refund.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';
import { auditRefund } from './request-refund.js';

/**
 * The numbers under which a refund goes to its channel (decision 0009). A number is stored before anything is sent, and given up only where it was surely
 * not executed and nobody else has it on its way. Two runs of one job do meet: where a step of the clock outran the lease of the first.
 */
export class RefundNumbers {
  readonly #unitOfWork: UnitOfWork;
  readonly #ids: Ids;
  readonly #clock: Clock;

  constructor(unitOfWork: UnitOfWork, ids: Ids, clock: Clock) {
    [this.#unitOfWork, this.#ids, this.#clock] = [unitOfWork, ids, clock];
  }

  /** The refund with its number, as stored. `fresh`: given here, so that nobody has sent it yet. */
  async give(refund: Refund): Promise<{ readonly refund: Refund; readonly fresh: boolean }> {
    return this.#unitOfWork.run(async (stores) => {
      const current = await taken(stores, refund);
      if (!current || current.refundTradeNo !== undefined) return { refund: current ?? refund, fresh: false };
      const now = this.#clock.now();
      const numbered = { ...current, refundTradeNo: this.#ids.next(), refundTradeTime: longTime(now), sentAt: now };
      await stores.refunds.put(numbered);
      // With the new version in the log: whoever put back the row without its number would have the money sent a second time (INT-02).
      await auditRefund(stores, {
        entryId: this.#ids.next(), at: now, actor: { kind: 'system', code: 'work-refund', address: undefined }, action: 'refund.numbered',
        description: `退款流水号 ${numbered.refundTradeNo} 已登记，随后提交渠道`, requestId: undefined,
      }, numbered);
      return { refund: { ...numbered, version: current.version + 1 }, fresh: true };
    });
  }

  /**
   * Notes that the number is on its way once more: the new version of the refund keeps whoever sent it before from giving it up. False where it was given
   * up, or the refund decided, meanwhile.
   */
  async sendAgain(refund: Refund): Promise<boolean> {
    return this.#unitOfWork.run(async (stores) => {
      const current = await taken(stores, refund);
      if (current?.state !== 'refunding' || current.refundTradeNo !== refund.refundTradeNo) return false;
      await stores.refunds.put(current);
      return true;
    });
  }

  /** `current` without its number, with the audit entry of that, in the unit that is open; `current` itself where somebody worked on it since `sent`. */
  async giveUp(stores: Stores, current: Refund, sent: Refund): Promise<Refund> {
    if (current.version !== sent.version) return current;
    await auditRefund(stores, {
      entryId: this.#ids.next(), at: this.#clock.now(), actor: { kind: 'system', code: 'work-refund', address: undefined }, action: 'refund.number-dropped',
      description: `渠道未受理，退款流水号 ${current.refundTradeNo ?? ''} 作废，将换号重发`, requestId: undefined,
    }, current);
    return { ...current, refundTradeNo: undefined, refundTradeTime: undefined, sentAt: undefined };
  }
}

async function taken({ orders, refunds }: Stores, refund: Refund): Promise<Refund | undefined> {
  await orders.take(refund.platformOrderNo);
  return refunds.byNo(refund.platformRefundOrderNo);
}
