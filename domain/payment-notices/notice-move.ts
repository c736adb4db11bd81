import { hourMs, minuteMs, type EpochMs } from '../kernel/china-time.js';
import type { Order } from '../payments/order.js';
import type { NoticeRecord } from './notice-record.js';

/** What is still to do about a notice. */
export type NoticeMove = 'issue' | 'push' | 'note-payment' | 'confirm' | 'withdraw' | 'give-up' | 'void' | 'follow-refund' | 'second-payment' | 'tell-unconfirmable' | 'nothing';

/** How much of the payment that settled the order has gone back. */
export type MoneyBack = 'none' | 'part' | 'all';

/**
 * The next thing to do, read from how notice and order stand now: a job that asks this twice does nothing twice. A notice made for an order is void with it,
 * and void where all its money went back before the province had confirmed it; one that a business system gave, issued or pushed belongs to that system and
 * stays open.
 */
export function nextMove(record: NoticeRecord, order: Pick<Order, 'state'> | undefined, back: MoneyBack): NoticeMove {
  const isOver = record.origin === 'order' && (order === undefined || order.state === 'closed' || back === 'all');
  switch (record.step) {
    case 'to-issue': return isOver ? 'give-up' : 'issue';
    case 'to-push': return 'push';
    case 'open': return isOver ? 'give-up' : order?.state === 'paid' && back !== 'all' ? 'note-payment' : 'nothing';
    case 'confirm-pending': return back === 'all' ? 'withdraw' : 'confirm';
    case 'void-pending': return 'void';
    case 'confirmed': return back !== 'none' ? 'follow-refund' : 'nothing';
    case 'paid-elsewhere': return order?.state === 'paid' ? 'second-payment' : 'nothing';
    case 'refused': return order?.state === 'paid' ? 'tell-unconfirmable' : 'nothing';
    case 'voided': case 'returned': return 'nothing';
  }
}

/** Waits between tries without a clear answer: 1, 2, 5, 10, 30 minutes, then an hour each. */
const waitsMs = [1, 2, 5, 10, 30].map((minutes) => minutes * minuteMs);
export const nextTryAt = (tries: number, now: EpochMs): EpochMs => now + (waitsMs[tries - 1] ?? hourMs);

/** So many tries in vain, and people are told. */
export const triesBeforeAbnormal = 5;

/** Whether the province has heard of a refund is asked ever more slowly, and no longer than people would wait. */
const refundWaitsMs = [1, 6, 24, 24, 24, 24, 24, 24, 24, 24].map((hours) => hours * hourMs);
export const nextRefundLookAt = (tries: number, now: EpochMs): EpochMs | undefined => {
  const wait = refundWaitsMs[tries - 1];
  return wait === undefined ? undefined : now + wait;
};
