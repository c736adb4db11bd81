import type { PaymentUndoing, Refunding, RefundToSend } from '../../../../application/ports/payment-channel.js';
import type { ChannelMerchant } from '../../../../domain/directory/channel-merchant.js';
import { minuteMs, readLongTime } from '../../../../domain/kernel/china-time.js';
import type { RefundReport } from '../../../../domain/refunds/refund-report.js';
import { unionPayAccount } from './account.js';
import { noteDefect } from './defects.js';
import { callGateway } from './gateway-call.js';
import type { UnionPayNeeds } from './needs.js';
import { originalOf } from './payment-queries.js';
import { refundEntrance, refundOutcome, unknownRefund, type RefundWord } from './refund-words.js';
import { giveBack, question } from './requests.js';
import { meaningOf } from './response-codes.js';

/** UnionPay wants txnTime to be the current time and does not say how exactly [assumed]; a repeat inside this meets the duplicate check (12) first. */
export const resendSafeForMs = 5 * minuteMs;

/** Refund 04: within 11 months, in parts, arrives in days. Its result is asked for with the refund's own number and time (unionpay.md 8). */
export const refunding = (needs: UnionPayNeeds): Refunding => ({
  resendSafeForMs,
  refund: (merchant, refund, timeoutMs) => send(needs, merchant, '04', refund, timeoutMs),
  queryRefund: async (merchant, refund, timeoutMs) => {
    const { refundTradeNo, refundTradeTime } = refund;
    const account = unionPayAccount(merchant);
    const answer = await callGateway(needs, account, account.queryUrl, question(refundTradeNo, refundTradeTime, 'refund'), timeoutMs);
    const original = originalOf(answer, ['00', '04', '31']);
    if (original.kind === 'not-found') return { kind: 'not-found', refundTradeNo };
    if (original.kind === 'unknown') return unknownRefund(refundTradeNo, original.why, original.code);
    noteDefect(needs, account, refundTradeNo, original.code);
    return refundOutcome({ ...wordOf(refund, original.code, original.fields), text: original.fields['origRespMsg'] });
  },
});

/** Undo 31: the whole payment, on its clearing day; UnionPay itself refuses it later. */
export const paymentUndoing = (needs: UnionPayNeeds): PaymentUndoing => ({
  undo: async (merchant, refund, timeoutMs) => {
    const { refundTradeNo, amount, payment } = refund;
    if (amount !== payment.amount) return { kind: 'declined', refundTradeNo, reason: '银联消费撤销只支持全额，部分退款请使用退货', code: 'UNDO_PART' };
    return send(needs, merchant, '31', refund, timeoutMs);
  },
});

async function send(needs: UnionPayNeeds, merchant: ChannelMerchant, txnType: '04' | '31', refund: RefundToSend, timeoutMs: number): Promise<RefundReport> {
  const account = unionPayAccount(merchant);
  const answer = await callGateway(needs, account, account.backUrl, giveBack(txnType, refund), timeoutMs);
  if (answer.kind === 'said') {
    // "Malformed" for an old txnTime says nothing about an earlier sending of the same number that may have been taken in.
    if (meaningOf(answer.code)?.class === 'our-fault' && isOld(needs, refund)) return unknownRefund(refund.refundTradeNo, 'call-refused', answer.code);
    return refundEntrance(wordOf(refund, answer.code, answer.fields));
  }
  // What never left may be sent again under the same number; asking about it would find nothing for ever.
  if (answer.notSent) return { kind: 'try-later', refundTradeNo: refund.refundTradeNo, code: answer.why };
  return unknownRefund(refund.refundTradeNo, answer.why, answer.code);
}

function isOld(needs: UnionPayNeeds, refund: RefundToSend): boolean {
  const begun = readLongTime(refund.refundTradeTime);
  return !begun.ok || needs.clock.now() - begun.value >= resendSafeForMs;
}

const wordOf = (refund: RefundToSend, code: string, fields: RefundWord['fields']): RefundWord => ({
  refundTradeNo: refund.refundTradeNo, refundTradeTime: refund.refundTradeTime, amount: refund.amount, code, text: fields['respMsg'], fields,
});
