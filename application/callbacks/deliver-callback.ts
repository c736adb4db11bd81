import { afterTry, type Callback, type CallbackPlan } from '../../domain/callbacks/callback.js';
import { minuteMs } from '../../domain/kernel/china-time.js';
import { beganAt, holds, isReleased } from '../../domain/recovery/recovery-mark.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { JobOutcome, SettleJob } from '../ports/jobs.js';
import type { Journal } from '../ports/journal.js';
import type { Measurements } from '../ports/measurements.js';
import type { MerchantCallbacks } from '../ports/merchant-callbacks.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import { addressNow } from './address-now.js';

export interface DeliverParts {
  readonly unitOfWork: UnitOfWork; readonly directory: Directory; readonly callbacks: Pick<MerchantCallbacks, 'post'>; readonly clock: Clock;
  readonly journal: Journal; readonly measurements: Measurements; readonly plan: CallbackPlan;
}

/** How long a callback that is held waits for its next look; a release wakes it. */
export const heldLookMs = 5 * minuteMs;

/** Job `deliver-callback`: tells a business system once, then after 1/3/5/15/30 minutes until it accepts (1.1.2.1.5-a). */
export class DeliverCallback {
  readonly #parts: DeliverParts;

  constructor(parts: DeliverParts) {
    this.#parts = parts;
  }

  async run(callbackId: string, settle?: SettleJob): Promise<JobOutcome> {
    const { unitOfWork, directory, callbacks, clock, journal, measurements, plan } = this.#parts;
    const callback = await unitOfWork.read((readers) => readers.callbacks.byId(callbackId));
    if (!callback) throw new Error(`no callback ${callbackId}`);
    if (callback.state !== 'pending') return { kind: 'done' };
    // A sweeper may hand us the job early; the plan is the callback's own.
    if (callback.nextTryAt !== undefined && callback.nextTryAt > clock.now()) return { kind: 'again', dueAt: callback.nextTryAt };
    if (await this.#isHeld(callback)) return { kind: 'again', dueAt: clock.now() + heldLookMs };
    const developer = await directory.developer(callback.devId);
    if (!developer) throw new Error(`developer of callback ${callbackId} is gone`);
    const began = clock.now();
    const url = await addressNow(directory, callback, developer);
    const answer = url === undefined ? { accepted: false, answer: 'address no longer registered' } : await callbacks.post({ ...callback, url }, developer);
    measurements.time('callback_ms', clock.now() - began, { accepted: String(answer.accepted) });
    measurements.count('callback_tries', { accepted: String(answer.accepted) });
    journal.info('callback-tried', { callbackId, orderNo: callback.platformOrderNo, accepted: answer.accepted, ms: clock.now() - began });
    const { tried, outcome } = await this.#keep(callback, (current) => afterTry(current, began, answer.accepted, answer.answer, plan), settle);
    if (tried?.state === 'failed') journal.alarm('callback-given-up', { callbackId, orderNo: tried.platformOrderNo, tries: tried.tries, answer: answer.answer });
    return outcome;
  }

  /** After a restore the database that was lost may have told this already; a business system is not told twice (BAK-03). */
  async #isHeld(callback: Callback): Promise<boolean> {
    return this.#parts.unitOfWork.read(async ({ orders, attempts, recovery }) => {
      const mark = await recovery.mark();
      if (!mark || isReleased(mark, 'callbacks')) return false;
      const order = await orders.byNo(callback.platformOrderNo);
      return order === undefined || holds(mark, 'callbacks', beganAt(order, await attempts.ofOrder(order.platformOrderNo)));
    });
  }

  /** The try and the end of its job in one unit. What was read before the call counts unless somebody changed it meanwhile. */
  async #keep(seen: Callback, after: (current: Callback) => Callback, settle: SettleJob | undefined): Promise<{ readonly tried: Callback | undefined; readonly outcome: JobOutcome }> {
    let unchanged: Callback | undefined = seen;
    return this.#parts.unitOfWork.run(async (stores) => {
      const current: Callback | undefined = unchanged ?? await stores.callbacks.byId(seen.callbackId);
      unchanged = undefined;
      if (current?.state !== 'pending') return { tried: undefined, outcome: { kind: 'done' } };
      const tried = after(current);
      await stores.callbacks.put(tried);
      const outcome: JobOutcome = tried.nextTryAt === undefined ? { kind: 'done' } : { kind: 'again', dueAt: tried.nextTryAt };
      await settle?.(outcome);
      return { tried, outcome };
    });
  }
}
