import type { Actor } from '../../domain/audit/audit-entry.js';
import { newsOfOrder, paymentCallback } from '../../domain/callbacks/news.js';
import { minuteMs, secondMs } from '../../domain/kernel/china-time.js';
import { mayStillBePaid, type Attempt } from '../../domain/payments/attempt.js';
import { holds } from '../../domain/recovery/recovery-mark.js';
import { closeOrder, type ClosingReason, type Order } from '../../domain/payments/order.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { Ids } from '../ports/ids.js';
import type { JobOutcome } from '../ports/jobs.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';
import type { AskChannel } from './ask-channel.js';
import type { CancelBarcode } from './cancel-barcode.js';

export type Closing =
  | { readonly kind: 'closed'; readonly order: Order }
  | { readonly kind: 'paid'; readonly order: Order }
  /** A channel has not answered clearly; closing now could lose money. */
  | { readonly kind: 'asking'; readonly order: Order };

/** A charge that is not known to its channel after this never arrives: its own time limit and some air. */
const chargeSettlesMs = 20 * secondMs;

export interface CloseParts {
  readonly unitOfWork: UnitOfWork; readonly directory: Directory; readonly ask: AskChannel; readonly cancel: CancelBarcode; readonly ids: Ids; readonly clock: Clock;
}

/** Ask before you close (design 4.4): query every open attempt, close it at the channel where that is possible, then close here. */
export class CloseOrder {
  readonly #parts: CloseParts;

  constructor(parts: CloseParts) {
    this.#parts = parts;
  }

  async run(platformOrderNo: string, why: 'expired' | 'closedByMerchant', by: Actor): Promise<Closing> {
    const seen = await this.#parts.unitOfWork.read(async ({ orders, attempts, recovery }) => ({
      order: await orders.byNo(platformOrderNo), attempts: await attempts.ofOrder(platformOrderNo), mark: await recovery.mark(),
    }));
    if (!seen.order) throw new Error(`no order ${platformOrderNo}`);
    if (seen.order.state === 'paid') return { kind: 'paid', order: seen.order };
    if (seen.order.state === 'closed') return { kind: 'closed', order: seen.order };
    // An attempt of the hours that were lost may have been paid, and its business system told so (BAK-03).
    if (holds(seen.mark, 'payments', seen.order.createdAt)) return { kind: 'asking', order: seen.order };
    const undecided = seen.attempts.filter(mayStillBePaid);
    const settled = await Promise.all(undecided.map(async (attempt) => this.#settle(attempt)));
    if (settled.includes(false)) return { kind: 'asking', order: seen.order };
    return this.#parts.unitOfWork.run((stores) => this.#close(stores, platformOrderNo, undecided, why, by));
  }

  /** True when the channel said something definite about the attempt (or it cannot be closed there and is clearly unpaid). */
  async #settle(attempt: Attempt): Promise<boolean> {
    const { report, applied } = await this.#parts.ask.query(attempt);
    const decided = applied !== undefined && applied.attempt.state !== 'open';
    if (decided && report.kind !== 'unknown') return true;
    // "Not there" says nothing while the charge itself may still be on its way to the channel.
    if (attempt.payMethod === 'bar') return !(report.kind === 'not-found' && this.#isOnItsWay(attempt)) && this.#parts.cancel.run(attempt);
    if (report.kind === 'unknown') return report.why === 'pending' && this.#cannotBePaidAnyMore(attempt);
    // Paid with another amount: the record exists and people decide; the order is not held open for it past its limit.
    if (report.kind === 'paid') return this.#parts.clock.now() >= attempt.limitAt;
    const closed = await this.#parts.ask.close(attempt);
    return closed === undefined || closed.report.kind !== 'unknown';
  }

  #isOnItsWay(attempt: Attempt): boolean {
    return this.#parts.clock.now() < (attempt.sentAt ?? attempt.createdAt) + chargeSettlesMs;
  }

  /**
   * A page nobody can close whose channel still says "accepted, ask later" after its own time limit: the channel takes no payment any more
   * (unionpay.md 3). The order closes, the attempt stays open and is asked about until the bill has come; money that did move is late money.
   */
  #cannotBePaidAnyMore(attempt: Attempt): boolean {
    return !this.#parts.ask.canClose(attempt) && this.#parts.clock.now() >= attempt.limitAt;
  }

  async #close(stores: Stores, platformOrderNo: string, dealtWith: readonly Attempt[], why: 'expired' | 'closedByMerchant', by: Actor): Promise<Closing> {
    const { clock, ids, directory } = this.#parts;
    const order = await stores.orders.take(platformOrderNo);
    if (!order) throw new Error(`no order ${platformOrderNo}`);
    if (order.state === 'paid') return { kind: 'paid', order };
    if (order.state === 'closed') return { kind: 'closed', order };
    const known = new Set(dealtWith.map((attempt) => attempt.attemptNo));
    const attempts = await stores.attempts.ofOrder(platformOrderNo);
    if (attempts.some((attempt) => mayStillBePaid(attempt) && !known.has(attempt.attemptNo))) return { kind: 'asking', order };
    const now = clock.now();
    const reason = await reasonOf(stores, order, why);
    const closed = closeOrder(order, now, reason);
    await stores.orders.put(closed);
    const payee = await directory.payee(order.merchantNo);
    if (payee?.callbackOnFailedOrClosed) {
      const callback = paymentCallback(closed, `${platformOrderNo}-closed`, newsOfOrder(closed), now);
      if (await stores.callbacks.add(callback) === 'added') await stores.outbox.enqueue({ topic: 'deliver-callback', key: callback.callbackId, dueAt: now });
    }
    // Only a payment notice follows from a closing: it must not stay open for payment elsewhere.
    if (closed.nontaxInfo !== undefined) await stores.outbox.enqueue({ topic: 'follow-order', key: platformOrderNo, dueAt: now });
    await stores.audit.append({
      entryId: ids.next(), at: now, actor: by, action: 'order.closed', objectKind: 'order', objectNo: platformOrderNo,
      description: descriptions[reason], before: { orderState: order.state }, after: { orderState: 'closed' }, requestId: undefined,
    });
    return { kind: 'closed', order: closed };
  }
}

const descriptions: Readonly<Record<ClosingReason, string>> = { expired: '订单超时关闭', closedByMerchant: '业务系统关闭订单', paidElsewhere: '缴款书已在其他渠道缴款，订单关闭' };

/** Whoever closes it: an order whose payment notice somebody else has paid says so. */
async function reasonOf({ notices }: Pick<Stores, 'notices'>, { platformOrderNo, nontaxInfo }: Order, why: ClosingReason): Promise<ClosingReason> {
  if (nontaxInfo === undefined) return why;
  return (await notices.byOrder(platformOrderNo))?.step === 'paid-elsewhere' ? 'paidElsewhere' : why;
}

/** Job `expire-order`: closes an order at its expiry, or when its payment notice was paid elsewhere; while a channel stays silent it is asked again, ever more slowly. */
export class ExpireOrder {
  readonly #close: CloseOrder;
  readonly #clock: Clock;

  constructor(close: CloseOrder, clock: Clock) {
    this.#close = close;
    this.#clock = clock;
  }

  async run(platformOrderNo: string): Promise<JobOutcome> {
    const closing = await this.#close.run(platformOrderNo, 'expired', { kind: 'system', code: 'expire-order', address: undefined });
    if (closing.kind !== 'asking') return { kind: 'done' };
    const overdueMs = this.#clock.now() - closing.order.expiresAt;
    return { kind: 'again', dueAt: this.#clock.now() + Math.min(Math.max(overdueMs, 5 * secondMs), 10 * minuteMs) };
  }
}
