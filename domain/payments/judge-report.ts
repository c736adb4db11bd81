import type { EpochMs } from '../kernel/china-time.js';
import { canMove } from '../kernel/arrows.js';
import { attemptArrows, chargedAndReturnedMessage, chargedInErrorMessage, hasMoney, isUncertain, type Attempt } from './attempt.js';
import type { ChannelReport, PaidReport } from './channel-report.js';
import { orderArrows, stateMessages, type Order } from './order.js';

/** What a report means for an order and its attempt. Amounts are compared with what the attempt asked for (design 4a). */
export type Judgement =
  /** The order is paid by this attempt. */
  | { readonly kind: 'settled'; readonly order: Order; readonly attempt: Attempt }
  /** A further success of an order that is already paid (重缴). */
  | { readonly kind: 'paid-twice'; readonly attempt: Attempt }
  /** Money for an order that was closed before (PAID_AFTER_CLOSE). */
  | { readonly kind: 'paid-late'; readonly attempt: Attempt }
  /** The channel moved money although it calls the payment failed (CHANNEL_ERROR). */
  | { readonly kind: 'charged-in-error'; readonly order: Order; readonly attempt: Attempt }
  /** A genuine word about another amount (AMOUNT_MISMATCH): noted, not booked. */
  | { readonly kind: 'amount-differs' }
  /** State or hint of the attempt changed, and perhaps with it the order's. */
  | { readonly kind: 'moved'; readonly order: Order; readonly attempt: Attempt }
  | { readonly kind: 'nothing-new' };

/** `others` are the order's other attempts. Pure: the same report again is always `nothing-new`. */
export function judgeReport(order: Order, attempt: Attempt, others: readonly Attempt[], report: ChannelReport, now: EpochMs): Judgement {
  switch (report.kind) {
    case 'paid': return judgePaid(order, attempt, report, now);
    case 'charged-in-error': {
      // "Still finding out" may become "it goes back"; nothing else is said twice.
      if (!canMove(attemptArrows, attempt.state, 'stray') && !(isUncertain(attempt) && report.goesBack)) return { kind: 'nothing-new' };
      const stray: Attempt = { ...attempt, state: 'stray', busy: false, channelOrderNo: report.channelOrderNo, paidAt: now, recordedAt: now, reason: report.goesBack ? chargedAndReturnedMessage : chargedInErrorMessage };
      return { kind: 'charged-in-error', attempt: stray, order: followAttempts(order, [...others, stray]) };
    }
    case 'declined': return moved(order, others, attempt, { ...attempt, state: 'declined', busy: false, reason: report.reason, recordedAt: now });
    case 'ended': return moved(order, others, attempt, { ...attempt, state: 'ended', busy: false, recordedAt: now });
    // A scanned code stays "paying": the payer is typing at the counter, not wandering off a page.
    case 'waiting':
    case 'not-found':
      return attempt.payMethod === 'bar' ? { kind: 'nothing-new' } : moved(order, others, attempt, { ...attempt, busy: false });
    case 'unknown': return { kind: 'nothing-new' };
  }
}

function judgePaid(order: Order, attempt: Attempt, report: PaidReport, now: EpochMs): Judgement {
  if (report.amount !== attempt.amount) return hasMoney(attempt) && attempt.state !== 'stray' ? { kind: 'nothing-new' } : { kind: 'amount-differs' };
  // Its money is going back by rule: a later "paid" about it must not settle the order.
  if (attempt.state === 'stray' && attempt.reason === chargedAndReturnedMessage) return { kind: 'nothing-new' };
  const state = order.state === 'paid' ? 'repeat' : order.state === 'closed' ? 'late' : 'paid';
  if (!canMove(attemptArrows, attempt.state, state)) return { kind: 'nothing-new' };
  const paid: Attempt = {
    ...attempt, state, busy: false, channelOrderNo: report.channelOrderNo, paidAt: report.paidAt, recordedAt: now,
    paidByPayer: report.paidByPayer, channelDiscountAmount: report.channelDiscountAmount, clearingDay: report.clearingDay,
  };
  if (state === 'repeat') return { kind: 'paid-twice', attempt: paid };
  if (state === 'late') return { kind: 'paid-late', attempt: paid };
  return {
    kind: 'settled', attempt: paid,
    order: {
      ...order, state: 'paid', stateMsg: stateMessages.paid, paidAt: report.paidAt, paidAttemptNo: attempt.attemptNo, payChannel: attempt.payChannel,
      channelOrderNo: report.channelOrderNo, channelDiscountAmount: report.channelDiscountAmount,
    },
  };
}

function moved(order: Order, others: readonly Attempt[], before: Attempt, after: Attempt): Judgement {
  const stateChanges = before.state !== after.state;
  if (stateChanges && !canMove(attemptArrows, before.state, after.state)) return { kind: 'nothing-new' };
  if (!stateChanges && (before.state !== 'open' || before.busy === after.busy)) return { kind: 'nothing-new' };
  return { kind: 'moved', attempt: after, order: followAttempts(order, [...others, after]) };
}

/**
 * The order's state as its attempts say (design 4.3): paid and closed stay; a busy open attempt means paying; else the newest attempt's
 * refusal means failed (a new try is allowed); else awaiting.
 */
export function followAttempts(order: Order, attempts: readonly Attempt[]): Order {
  if (order.state === 'paid' || order.state === 'closed') return order;
  const busy = attempts.some((attempt) => attempt.state === 'open' && attempt.busy);
  const newest = [...attempts].sort((a, b) => (a.attemptNo < b.attemptNo ? -1 : 1)).at(-1);
  const state = busy ? 'paying' : newest?.state === 'declined' || newest?.state === 'stray' ? 'failed' : 'awaiting';
  const reason = newest?.reason ?? '';
  const stateMsg = state === 'failed' && reason !== '' ? reason : stateMessages[state];
  if (state === order.state) return { ...order, stateMsg };
  return canMove(orderArrows, order.state, state) ? { ...order, state, stateMsg } : order;
}
