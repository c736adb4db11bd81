import type { AttemptRef, PaymentQueries } from '../../../../application/ports/payment-channel.js';
import type { UnknownWhy } from '../../../../domain/payments/channel-report.js';
import { unionPayAccount } from './account.js';
import { noteDefect } from './defects.js';
import type { Fields } from './fields.js';
import { callGateway, codeOf, type GatewayAnswer } from './gateway-call.js';
import type { UnionPayNeeds } from './needs.js';
import { paymentOutcome, unknownPayment } from './payment-words.js';
import { question } from './requests.js';
import { meaningOf, whyNotAnswered } from './response-codes.js';

/** Reads the state of one payment by (orderId, txnTime). */
export const paymentQueries = (needs: UnionPayNeeds): PaymentQueries => ({
  query: async (merchant, attempt, timeoutMs) => {
    const account = unionPayAccount(merchant);
    const content = question(attempt.attemptNo, attempt.channelTime, attempt.payMethod);
    const original = originalOf(await callGateway(needs, account, account.queryUrl, content, timeoutMs), ['00', '01']);
    if (original.kind === 'not-found') return { kind: 'not-found', attemptNo: attempt.attemptNo };
    if (original.kind === 'unknown') return unknownPayment(attempt, original.why, original.code);
    noteDefect(needs, account, attempt.attemptNo, original.code);
    return paymentOutcome(attempt, { ...original, text: original.fields['origRespMsg'] }, isLimitPassed(needs, attempt));
  },
});

/** Only page payments carry payTimeout to UnionPay. */
const isLimitPassed = (needs: UnionPayNeeds, attempt: AttemptRef): boolean => attempt.payMethod !== 'bar' && needs.clock.now() > attempt.limitAt;

export type Original =
  /** The query worked; `code` is origRespCode. */
  | { readonly kind: 'told'; readonly code: string; readonly fields: Fields }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'unknown'; readonly why: UnknownWhy; readonly code?: string };

/** First respCode, then origRespCode (unionpay.md 6). An answer may carry txnType 00 or that of the transaction asked for, and no other. */
export function originalOf(answer: GatewayAnswer, txnTypes: readonly string[]): Original {
  if (answer.kind === 'unknown') return answer;
  const meaning = meaningOf(answer.code)?.class;
  if (meaning === 'not-found') return { kind: 'not-found' };
  if (meaning !== 'done') return { kind: 'unknown', why: whyNotAnswered(answer.code), code: answer.code };
  const code = codeOf(answer.fields['origRespCode']);
  if (code === undefined || !txnTypes.includes(answer.fields['txnType'] ?? '')) return { kind: 'unknown', why: 'unreadable' };
  return { kind: 'told', code, fields: answer.fields };
}
