import type { Callback } from '../callbacks/callback.js';
import { dayMs, type EpochMs } from '../kernel/china-time.js';
import type { AbnormalOrder, RepeatPayment } from '../payments/abnormal-order.js';
import { isUncertain, type Attempt } from '../payments/attempt.js';
import type { Order } from '../payments/order.js';
import type { Refund } from '../refunds/refund.js';

/** An order with everything that belongs to it and goes where it goes. */
export interface OrderRecords {
  readonly order: Order;
  readonly attempts: readonly Attempt[];
  readonly refunds: readonly Refund[];
  readonly callbacks: readonly Callback[];
  readonly abnormalOrders: readonly AbnormalOrder[];
  readonly repeatPayments: readonly RepeatPayment[];
}

/** No order younger than this is ever archived, whatever is set: who has just read one need not look for its rows in two places. */
export const minArchiveAgeMs = 90 * dayMs;

/** Nothing of it is open, and nothing has happened to it since `before`. */
export function mayBeArchived(records: OrderRecords, before: EpochMs): boolean {
  return isFinished(records) && momentsOf(records).every((at) => at === undefined || at < before);
}

/** Nobody and no job waits for anything of this order any more. */
function isFinished({ order, attempts, refunds, callbacks, abnormalOrders, repeatPayments }: OrderRecords): boolean {
  return ['paid', 'closed'].includes(order.state)
    && attempts.every((attempt) => attempt.state !== 'open' && !isUncertain(attempt))
    && refunds.every(({ state }) => state === 'refunded' || state === 'failed')
    && callbacks.every(({ state }) => state !== 'pending')
    && [...abnormalOrders, ...repeatPayments].every(({ handleState }) => handleState === 'handled');
}

function momentsOf({ order, attempts, refunds, callbacks, abnormalOrders, repeatPayments }: OrderRecords): readonly (EpochMs | undefined)[] {
  return [
    order.createdAt, order.expiresAt, order.closedAt, order.paidAt,
    ...attempts.flatMap((attempt) => [attempt.createdAt, attempt.limitAt, attempt.paidAt, attempt.recordedAt]),
    ...refunds.flatMap((refund) => [refund.createdAt, refund.sentAt, refund.refundedAt]),
    ...callbacks.flatMap((callback) => [callback.createdAt, callback.lastTriedAt, callback.acceptedAt]),
    ...abnormalOrders.map(({ createdAt }) => createdAt), ...repeatPayments.flatMap((repeat) => [repeat.createdAt, repeat.paidAt]),
  ];
}
