import type { Order } from '../payments/order.js';
import { refundedAmount, type Refund } from '../refunds/refund.js';
import type { MoneyBack } from './notice-move.js';
import type { NoticeRecord } from './notice-record.js';

/** Money that was paid a second time is not what a notice is about, nor is its way back. */
export const refundsOfPayment = (order: Pick<Order, 'paidAttemptNo'> | undefined, refunds: readonly Refund[]): readonly Refund[] =>
  refunds.filter(({ attemptNo }) => attemptNo === order?.paidAttemptNo);

/** How much of a notice's money has gone back for certain. */
export function moneyBack({ totalAmount }: Pick<NoticeRecord, 'totalAmount'>, order: Pick<Order, 'paidAttemptNo'> | undefined, refunds: readonly Refund[]): MoneyBack {
  const back = refundedAmount(refundsOfPayment(order, refunds));
  return back === 0n ? 'none' : back < totalAmount ? 'part' : 'all';
}
