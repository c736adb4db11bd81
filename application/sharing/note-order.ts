import type { Clock } from '../ports/clock.js';
import type { JobOutcome } from '../ports/jobs.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

/**
 * Job `share-order`: a paid order is noted for the city, once. A later refund changes nothing of table 7-16; where bills are shared, the
 * order is noted as changed.
 */
export class NoteOrder {
  readonly #unitOfWork: UnitOfWork;
  readonly #clock: Clock;
  readonly #sharesBills: boolean;

  constructor(unitOfWork: UnitOfWork, clock: Clock, sharesBills: boolean) {
    this.#unitOfWork = unitOfWork;
    this.#clock = clock;
    this.#sharesBills = sharesBills;
  }

  async run(platformOrderNo: string): Promise<JobOutcome> {
    const order = await this.#unitOfWork.read(({ orders }) => orders.byNo(platformOrderNo));
    if (order?.state !== 'paid') return { kind: 'done' };
    await this.#unitOfWork.run(async ({ sharing }) => {
      // Within the unit: an older moment than that of its commit by more than the safety lag would be passed over.
      const notedAt = this.#clock.now();
      if (await sharing.addNoted({ platformOrderNo, notedAt, version: 1 }) === 'added' || !this.#sharesBills) return;
      const noted = await sharing.noted(platformOrderNo);
      if (noted) await sharing.putNoted({ ...noted, notedAt });
    });
    return { kind: 'done' };
  }
}
