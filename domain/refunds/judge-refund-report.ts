import type { EpochMs } from '../kernel/china-time.js';
import { hourMs, minuteMs, secondMs } from '../kernel/china-time.js';
import { refundMessages, type Refund } from './refund.js';
import type { RefundReport } from './refund-report.js';

export type RefundJudgement =
  | { readonly kind: 'refunded'; readonly refund: Refund }
  | { readonly kind: 'failed'; readonly refund: Refund }
  | { readonly kind: 'nothing-new' };

/** Only a definite word ends a refund; a report for another number of ours is not about this refund. */
export function judgeRefundReport(refund: Refund, report: RefundReport, now: EpochMs): RefundJudgement {
  if (refund.state !== 'refunding' || refund.refundTradeNo !== report.refundTradeNo) return { kind: 'nothing-new' };
  if (report.kind === 'refunded') {
    return {
      kind: 'refunded',
      refund: { ...refund, state: 'refunded', stateMsg: refundMessages.refunded, refundedAt: report.at > now ? now : report.at, channelRefundNo: report.channelRefundNo },
    };
  }
  if (report.kind === 'declined') {
    return { kind: 'failed', refund: { ...refund, state: 'failed', stateMsg: report.reason === '' ? refundMessages.failed : report.reason } };
  }
  return { kind: 'nothing-new' };
}

/** Waits between questions about a refund whose outcome is open; the last repeats until the channel or its bill decides. */
export const refundLadderMs: readonly number[] =
  [10 * secondMs, 20 * secondMs, minuteMs, 2 * minuteMs, 5 * minuteMs, 10 * minuteMs, 30 * minuteMs, hourMs, 6 * hourMs];

export const nextRefundQueryAt = (refund: Refund, now: EpochMs): EpochMs =>
  now + (refundLadderMs[Math.min(refund.queriesAsked, refundLadderMs.length - 1)] ?? hourMs);
