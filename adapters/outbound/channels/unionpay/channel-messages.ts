import type { AttemptRef, BrowserReturns, ChannelMessages, MessageSubject, MessageVerdict } from '../../../../application/ports/payment-channel.js';
import type { ChannelReport } from '../../../../domain/payments/channel-report.js';
import { unionPayAccount } from './account.js';
import { noteDefect } from './defects.js';
import type { Fields } from './fields.js';
import { readFormMessage } from './form-message.js';
import { codeOf } from './gateway-call.js';
import type { UnionPayNeeds } from './needs.js';
import { paymentOutcome, unknownPayment } from './payment-words.js';
import { refundOutcome, unknownRefund } from './refund-words.js';
import { isYuan } from './requests.js';
import { disbelief } from './verifying.js';

/** 04 is refund and 31 is undo; a public library has them the wrong way round (unionpay.md 3). */
const refundTypes: readonly string[] = ['04', '31'];

/** Notifications (POST to backUrl). The same reading serves the browser's return, so that both are verified by the same rules (unionpay.md 12). */
export const channelMessages = (needs: UnionPayNeeds): ChannelMessages => ({
  subject: (message) => {
    const fields = readFormMessage(message);
    return fields === undefined ? undefined : subjectOf(fields);
  },
  read: async (merchant, message, attempt, now) => {
    const account = unionPayAccount(merchant);
    const fields = readFormMessage(message);
    if (fields === undefined) return { genuine: false, why: 'unreadable' };
    const why = await disbelief(needs, account, fields, now);
    if (why !== undefined) return { genuine: false, why };
    noteDefect(needs, account, orderIdOf(fields) ?? '', fields['respCode'] ?? '');
    return refundTypes.includes(fields['txnType'] ?? '') ? refundVerdict(fields, attempt) : paymentVerdict(fields, attempt);
  },
  accepted: { status: 200, body: 'ok' },
  refused: { status: 500, body: 'fail' },
});

/** The return is a POST of the same fields. What it says is no proof; it only names the attempt to ask about (unionpay.md 3). */
export const browserReturns: BrowserReturns = {
  attemptNoOf: (message) => {
    const fields = readFormMessage(message);
    return fields === undefined ? undefined : subjectOf(fields).attemptNo;
  },
};

const orderIdOf = ({ orderId = '' }: Fields): string | undefined => (/^[0-9A-Za-z]{8,40}$/.test(orderId) ? orderId : undefined);

function subjectOf(fields: Fields): MessageSubject {
  const txnType = fields['txnType'] ?? '';
  return {
    attemptNo: txnType === '01' ? orderIdOf(fields) : undefined,
    refundTradeNo: refundTypes.includes(txnType) ? orderIdOf(fields) : undefined,
  };
}

const verdict = (payment: ChannelReport | undefined, confirmByQuery: boolean): MessageVerdict =>
  ({ genuine: true, payment, refund: undefined, confirmByQuery });

/** Everything but a definite no is confirmed by a query before it is booked, as the vendor asks (unionpay.md 7). */
function paymentVerdict(fields: Fields, attempt: AttemptRef): MessageVerdict {
  if (fields['txnType'] !== '01' || fields['orderId'] !== attempt.attemptNo) return verdict(undefined, true);
  const code = codeOf(fields['respCode']);
  const isThisTransaction = fields['txnTime'] === attempt.channelTime && isYuan(fields['currencyCode']);
  if (code === undefined || !isThisTransaction) return verdict(unknownPayment(attempt, 'unreadable'), true);
  const payment = paymentOutcome(attempt, { code, text: fields['respMsg'], fields }, false);
  const payerMayTryAgain = payment.kind === 'declined' && fields['txnSubType'] !== '06';
  if (payerMayTryAgain || payment.kind === 'not-found') return verdict(unknownPayment(attempt, 'pending', code), true);
  return verdict(payment, payment.kind !== 'declined');
}

/** The refund's amount is not known here; the query that follows compares it. */
function refundVerdict(fields: Fields, attempt: AttemptRef): MessageVerdict {
  const refundTradeNo = orderIdOf(fields);
  const code = codeOf(fields['respCode']);
  const { origQryId } = fields;
  const ofAnotherPayment = origQryId !== undefined && attempt.channelOrderNo !== undefined && origQryId !== attempt.channelOrderNo;
  if (refundTradeNo === undefined) return verdict(undefined, true);
  const word = { refundTradeNo, refundTradeTime: fields['txnTime'] ?? '', amount: undefined, text: fields['respMsg'], fields };
  const refund = code === undefined || ofAnotherPayment ? unknownRefund(refundTradeNo, 'unreadable') : refundOutcome({ ...word, code });
  const settled = refund.kind === 'not-found' ? unknownRefund(refundTradeNo, 'pending') : refund;
  return { genuine: true, payment: undefined, refund: settled, confirmByQuery: settled.kind !== 'declined' };
}
