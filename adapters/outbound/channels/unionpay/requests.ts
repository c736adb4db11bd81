import type { AttemptRef, AttemptToPay, RefundToSend } from '../../../../application/ports/payment-channel.js';
import type { PayMethod } from '../../../../domain/directory/channel-merchant.js';
import { longTime } from '../../../../domain/kernel/china-time.js';

/** What one message says beside the common fields, which `signedMessage` adds. Product table: unionpay.md 3. */
export type Content = Readonly<Record<string, string | undefined>>;

const yuanCurrency = '156';
/** 07 PC, 08 mobile; a scanned code counts as mobile. */
const channelTypeOf = (payMethod: PayMethod): string => (payMethod === 'pc' ? '07' : '08');

export function pageConsume(attempt: AttemptToPay, returnUrl: string, quitUrl: string): Content {
  return {
    txnType: '01', txnSubType: '01', bizType: '000201', channelType: channelTypeOf(attempt.payMethod),
    ...identity(attempt), ...money(attempt.amount), backUrl: attempt.notifyUrl, frontUrl: returnUrl, frontFailUrl: quitUrl,
    payTimeout: longTime(attempt.limitAt), riskRateInfo: riskRateInfo(attempt.title),
  };
}

export function barcodeConsume(attempt: AttemptToPay, qrNo: string, termId: string): Content {
  return {
    txnType: '01', txnSubType: '06', bizType: '000000', channelType: channelTypeOf('bar'),
    ...identity(attempt), ...money(attempt.amount), backUrl: attempt.notifyUrl, qrNo, termId,
  };
}

/** Asks about the transaction that this account sent as (orderId, txnTime). No channelType (product table). */
export const question = (orderId: string, txnTime: string, payMethod: PayMethod | 'refund'): Content =>
  ({ txnType: '00', txnSubType: '00', bizType: payMethod === 'pc' || payMethod === 'h5' ? '000201' : '000000', orderId, txnTime });

/** Same orderId and txnTime as the consume, and no amount. */
export const reversal = (attempt: AttemptRef): Content =>
  ({ txnType: '99', txnSubType: '01', bizType: '000000', channelType: channelTypeOf('bar'), ...identity(attempt) });

/** Refund 04 or undo 31 of a payment, named by UnionPay's number where we know it. */
export function giveBack(txnType: '04' | '31', refund: RefundToSend): Content {
  const { payment } = refund;
  const original = payment.channelOrderNo === undefined
    ? { origOrderId: payment.attemptNo, origTxnTime: payment.channelTime } : { origQryId: payment.channelOrderNo };
  return {
    txnType, txnSubType: '00', bizType: '000000', channelType: channelTypeOf(payment.payMethod),
    orderId: refund.refundTradeNo, txnTime: refund.refundTradeTime, ...money(refund.amount), backUrl: refund.notifyUrl, ...original,
  };
}

const identity = ({ attemptNo, channelTime }: AttemptRef): Content => ({ orderId: attemptNo, txnTime: channelTime });
const money = (amount: bigint): Content => ({ txnAmt: amount.toString(), currencyCode: yuanCurrency });

/** Code points of the goods' name in `riskRateInfo`. */
export const maxCommodityNameLength = 64;

/** `{commodityName=…}`: the protocol's reserved characters would end the value early, so they become blanks (unionpay.md 2, 3). */
function riskRateInfo(title: string): string | undefined {
  const plain = title.replace(/[&={}[\]"'\p{Cc}\p{Cf}\p{Cs}]/gu, ' ').replace(/\s+/gu, ' ').trim();
  const name = [...plain].slice(0, maxCommodityNameLength).join('').trim();
  return name === '' ? undefined : `{commodityName=${name}}`;
}

export const isYuan = (currencyCode: string | undefined): boolean => currencyCode === yuanCurrency;
