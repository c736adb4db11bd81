import type { AttemptRef } from '../../../../application/ports/payment-channel.js';
import { readLongTime, type EpochMs } from '../../../../domain/kernel/china-time.js';
import { readFen } from '../../../../domain/kernel/money.js';
import type { ChannelReport, UnknownWhy } from '../../../../domain/payments/channel-report.js';
import type { Fields } from './fields.js';
import { dayNear, momentNear } from './message-times.js';
import { isYuan } from './requests.js';
import { meaningOf, reasonFor } from './response-codes.js';

/** A word about a payment that is already verified: its code, its text for people, the message it came in. */
export interface PaymentWord {
  readonly code: string;
  readonly text: string | undefined;
  readonly fields: Fields;
}

export const unknownPayment = (attempt: AttemptRef, why: UnknownWhy, code?: string): ChannelReport =>
  ({ kind: 'unknown', attemptNo: attempt.attemptNo, why, ...(code === undefined ? {} : { code }) });

/**
 * The outcome of the payment itself (origRespCode of a query, respCode of a notification) in our words. `limitPassed`: the payer's time at
 * UnionPay is over, so that a code which is neither success nor unclear may be taken as failed (unionpay.md 3).
 */
export function paymentOutcome(attempt: AttemptRef, word: PaymentWord, limitPassed: boolean): ChannelReport {
  const { attemptNo } = attempt;
  const { code, text } = word;
  const declined: ChannelReport = { kind: 'declined', attemptNo, reason: reasonFor(code, text), code };
  switch (meaningOf(code)?.class) {
    case 'done':
    case 'done-with-defect': return paid(attempt, word.fields);
    case 'charged': return chargedInError(attempt, word);
    case 'open':
    case 'duplicate': return unknownPayment(attempt, 'pending', code);
    case 'slow-down': return unknownPayment(attempt, 'busy', code);
    case 'not-found': return { kind: 'not-found', attemptNo };
    case 'failed':
    case 'not-now':
    case 'our-fault': return declined;
    case undefined: return limitPassed ? declined : unknownPayment(attempt, 'unheard-word', code);
  }
}

/** The entrance's answer to a barcode payment: 00 means accepted, the money comes later (unionpay.md 3, 6). */
export function entranceOutcome(attempt: AttemptRef, word: PaymentWord): ChannelReport {
  const meaning = meaningOf(word.code)?.class;
  if (meaning === 'done' || meaning === 'done-with-defect') return unknownPayment(attempt, 'pending', word.code);
  return meaning === 'not-found' ? unknownPayment(attempt, 'unheard-word', word.code) : paymentOutcome(attempt, word, false);
}

/** UnionPay's own transaction number: 21 digits. */
export const queryIdOf = (fields: Fields): string | undefined => (/^[0-9]{21}$/.test(fields['queryId'] ?? '') ? fields['queryId'] : undefined);

/** When it happened at the channel; the moment it was sent where the channel names none. */
export function happenedAt(fields: Fields, txnTime: string): EpochMs | undefined {
  const sent = readLongTime(txnTime);
  return momentNear(fields['traceTime'], txnTime) ?? (sent.ok ? sent.value : undefined);
}

/** A success without number, amount in fen or currency is no proof: asked about again, never booked and never failed. */
function paid(attempt: AttemptRef, fields: Fields): ChannelReport {
  const channelOrderNo = queryIdOf(fields);
  const amount = readFen(fields['txnAmt']);
  const paidAt = happenedAt(fields, attempt.channelTime);
  if (channelOrderNo === undefined || !amount.ok || paidAt === undefined || !isYuan(fields['currencyCode'])) return unknownPayment(attempt, 'unreadable');
  const clearingDay = dayNear(fields['settleDate'], attempt.channelTime);
  return {
    kind: 'paid', attemptNo: attempt.attemptNo, channelOrderNo, amount: amount.value, paidAt, ...(clearingDay === undefined ? {} : { clearingDay }),
  };
}

/** Charged after the payment time limit: UnionPay is sure, and the money is to be given back (unionpay.md 6). */
const chargedTooLate = '42';

function chargedInError(attempt: AttemptRef, { code, fields }: PaymentWord): ChannelReport {
  const amount = readFen(fields['txnAmt']);
  if (!amount.ok || !isYuan(fields['currencyCode'])) return unknownPayment(attempt, 'unreadable', code);
  return { kind: 'charged-in-error', attemptNo: attempt.attemptNo, channelOrderNo: queryIdOf(fields), amount: amount.value, code, goesBack: code === chargedTooLate };
}
