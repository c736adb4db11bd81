import { entriesOfEBill } from '../../domain/timeline/e-bill-entries.js';
import { nextSteps } from '../../domain/timeline/next-steps.js';
import { entriesOfAbnormal, entriesOfAttempt, entriesOfCallback, entriesOfOrder, entriesOfRefund } from '../../domain/timeline/payment-entries.js';
import { entriesOfPersonalBill } from '../../domain/timeline/personal-bill-entries.js';
import { timelineOf, type Timeline } from '../../domain/timeline/timeline.js';
import type { Clock } from '../ports/clock.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

/** 「我的钱在哪」: everything that happened to one order, across all its records, with the time of the next automatic step. Reads only. */
export class ShowTimeline {
  readonly #unitOfWork: UnitOfWork;
  readonly #clock: Clock;

  constructor(unitOfWork: UnitOfWork, clock: Clock) {
    this.#unitOfWork = unitOfWork;
    this.#clock = clock;
  }

  /** Undefined: no such order. For operators; whoever shows it to a payer takes `forPayer` of it. */
  run(platformOrderNo: string): Promise<Timeline | undefined> {
    return this.#unitOfWork.read(async (readers) => {
      const order = await readers.orders.byNo(platformOrderNo);
      if (!order) return undefined;
      const [attempts, refunds, callbacks, abnormal] = await Promise.all([
        readers.attempts.ofOrder(platformOrderNo), readers.refunds.ofOrder(platformOrderNo), readers.callbacks.ofOrder(platformOrderNo), readers.abnormalOrders.ofOrder(platformOrderNo),
      ]);
      const keys = [platformOrderNo, ...attempts.map(({ attemptNo }) => attemptNo), ...refunds.map((refund) => refund.platformRefundOrderNo), ...callbacks.map(({ callbackId }) => callbackId)];
      const entries = [
        ...entriesOfOrder(order), ...attempts.flatMap(entriesOfAttempt), ...abnormal.flatMap(entriesOfAbnormal), ...refunds.flatMap(entriesOfRefund),
        ...callbacks.flatMap(entriesOfCallback), ...(await readers.eBills.ofOrder(platformOrderNo)).flatMap(entriesOfEBill),
        ...entriesOfPersonalBill(await readers.personalBillPushes.byOrder(platformOrderNo)),
      ];
      return timelineOf(entries, nextSteps(await readers.jobs.waitingFor(keys), this.#clock.now()));
    });
  }
}
