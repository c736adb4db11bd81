import type { AttemptRef, CancelReport, PaymentCancelling, PaymentQueries } from '../../../../application/ports/payment-channel.js';
import type { ChannelMerchant } from '../../../../domain/directory/channel-merchant.js';
import { readLongTime, secondMs } from '../../../../domain/kernel/china-time.js';
import type { ChannelReport } from '../../../../domain/payments/channel-report.js';
import { unionPayAccount } from './account.js';
import { callGateway } from './gateway-call.js';
import { cutMinuteOf } from '../../../../domain/reconciliation/clearing-day.js';
import { isSameClearingDay } from './message-times.js';
import type { UnionPayNeeds } from './needs.js';
import { reversal } from './requests.js';
import { meaningOf } from './response-codes.js';

/** After this a consume that UnionPay says it does not know is not on its way any more: no call of ours waits that long. */
export const originalCannotArriveAfterMs = 60 * secondMs;

/** `taken`: accepted, which is not yet done. `original-missing`: 35, there is nothing that could be reversed. */
type Reversed = { readonly kind: 'taken' | 'original-missing' } | { readonly kind: 'unclear'; readonly why: string };

const unknown = (why: string): CancelReport => ({ kind: 'unknown', why });

/**
 * Reversal 99/01 of a scanned code. Its 00 means "accepted" only, so the consume is asked about before (was it paid?) and after (is it gone?).
 * Everything that leaves a doubt is `unknown`. UnionPay takes reversals on the clearing day of the consume alone (unionpay.md 3, 9); afterwards
 * the query may still say that nothing was charged, or the attempt could never end.
 */
export const paymentCancelling = (needs: UnionPayNeeds, queries: PaymentQueries): PaymentCancelling => ({
  cancel: async (merchant, attempt, timeoutMs) => {
    if (attempt.payMethod !== 'bar') return unknown('only-barcodes-can-be-reversed');
    const reversible = isSameClearingDay(attempt.channelTime, needs.clock.now(), cutMinuteOf(merchant));
    const left = remaining(timeoutMs);
    const before = await queries.query(merchant, attempt, left(reversible ? 3 : 1));
    if (before.kind === 'declined') return gone(wasCharged(attempt, before));
    if (!reversible) return judgeByQueryAlone(needs, attempt, before);
    const reversed = await reverse(needs, merchant, attempt, left(2));
    if (reversed.kind === 'unclear') return unknown(reversed.why);
    const after = await queries.query(merchant, attempt, left(1));
    return judge(needs, attempt, before, reversed.kind, after);
  },
});

/** The time left, in equal parts for the calls still to come. Real time, as sockets know no other. */
function remaining(timeoutMs: number): (callsToCome: number) => number {
  const startedAt = performance.now();
  return (callsToCome) => Math.max(1, Math.floor((timeoutMs - (performance.now() - startedAt)) / callsToCome));
}

async function reverse(needs: UnionPayNeeds, merchant: ChannelMerchant, attempt: AttemptRef, timeoutMs: number): Promise<Reversed> {
  const account = unionPayAccount(merchant);
  const answer = await callGateway(needs, account, account.backUrl, reversal(attempt), timeoutMs);
  if (answer.kind === 'unknown') return { kind: 'unclear', why: answer.why };
  if (answer.code === '35') return { kind: 'original-missing' };
  const meaning = meaningOf(answer.code)?.class;
  if (meaning === 'done' || meaning === 'done-with-defect' || meaning === 'duplicate') return { kind: 'taken' };
  return { kind: 'unclear', why: `reversal-answered-${answer.code}` };
}

/** 35 also means "in the wrong state" (failed or reversed before), so the query has the last word in both cases. */
function judge(needs: UnionPayNeeds, attempt: AttemptRef, before: ChannelReport, reversed: 'taken' | 'original-missing', after: ChannelReport): CancelReport {
  if (after.kind === 'declined') return gone(wasCharged(attempt, before));
  const neverArrived = reversed === 'original-missing' && before.kind === 'not-found' && after.kind === 'not-found' && isOld(needs, attempt);
  if (neverArrived) return { kind: 'cancelled-unpaid' };
  return unknown(after.kind === 'unknown' ? after.why : `original-${after.kind}`);
}

/** A consume that has UnionPay's number did arrive, whatever a later query does not find. */
function judgeByQueryAlone(needs: UnionPayNeeds, attempt: AttemptRef, told: ChannelReport): CancelReport {
  const neverArrived = told.kind === 'not-found' && attempt.channelOrderNo === undefined && isOld(needs, attempt);
  return neverArrived ? { kind: 'cancelled-unpaid' } : unknown('clearing-day-is-over');
}

const gone = (charged: boolean): CancelReport => ({ kind: charged ? 'cancelled-refunded' : 'cancelled-unpaid' });

/** Whether money had moved before we reversed: by the query just made, or by the number we stored when we heard of it. */
const wasCharged = (attempt: AttemptRef, before: ChannelReport): boolean =>
  before.kind === 'paid' || before.kind === 'charged-in-error' || attempt.channelOrderNo !== undefined;

function isOld(needs: UnionPayNeeds, attempt: AttemptRef): boolean {
  const sent = readLongTime(attempt.channelTime);
  return sent.ok && needs.clock.now() - sent.value >= originalCannotArriveAfterMs;
}
