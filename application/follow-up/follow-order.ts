import type { Developer } from '../../domain/directory/developer.js';
import type { Order } from '../../domain/payments/order.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { JobOutcome, JobTopic, SettleJob } from '../ports/jobs.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

/** Something outside of the payment that follows from an order: its job reads the present state and does what is still to do. */
export interface Follower {
  /** Job that is made, keyed by the platform order number. */
  readonly topic: JobTopic;
  /** Whether the order concerns it as it stands now. A false yes costs one job that finds nothing to do. */
  follows(order: Order, developer: Developer | undefined): boolean;
}

/**
 * Job `follow-order`: one job for every follower that the order concerns. Paying, closing and refunding write this one job only, so that no outside
 * system costs a payment more than a row (design 4.9).
 */
export class FollowOrder {
  readonly #unitOfWork: UnitOfWork;
  readonly #directory: Pick<Directory, 'developer'>;
  readonly #clock: Clock;
  readonly #followers: readonly Follower[];

  constructor(unitOfWork: UnitOfWork, directory: Pick<Directory, 'developer'>, clock: Clock, followers: readonly Follower[]) {
    this.#unitOfWork = unitOfWork;
    this.#directory = directory;
    this.#clock = clock;
    this.#followers = followers;
  }

  async run(platformOrderNo: string, settle?: SettleJob): Promise<JobOutcome> {
    const done: JobOutcome = { kind: 'done' };
    const order = await this.#unitOfWork.read(({ orders }) => orders.byNo(platformOrderNo));
    if (!order) throw new Error(`no order ${platformOrderNo}`);
    const developer = await this.#directory.developer(order.devId);
    const following = this.#followers.filter((follower) => follower.follows(order, developer));
    if (following.length === 0) return done;
    await this.#unitOfWork.run(async ({ outbox }) => {
      const dueAt = this.#clock.now();
      for (const { topic } of following) await outbox.enqueue({ topic, key: platformOrderNo, dueAt });
      await settle?.(done);
    });
    return done;
  }
}
