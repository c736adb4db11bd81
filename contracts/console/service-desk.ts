import { Type, type Static } from '@sinclair/typebox';
import { closed } from './schemas.js';

const number = (description: string) => Type.String({ pattern: '^[0-9]{26}$', description });
const code = (description: string) => Type.String({ pattern: '^[\\x21-\\x7e]{1,64}$', description });
const day = (description: string) => Type.String({ pattern: '^[0-9]{8}$', description });
/** As many as domain/reconciliation/handling keeps. Lines may be broken; nothing else that nobody sees. */
const note = Type.String({ minLength: 1, maxLength: 500, pattern: '^[^\\x00-\\x09\\x0b-\\x1f\\x7f\\p{Cs}\\p{Bidi_Control}]*$', description: '处理说明' });

export const confirmPayment = closed({ platformOrderNo: number('支付订单号') });
/** `isPaid`: the order is paid now. `message`: what the channel said, in words. */
export const paymentConfirmed = closed({ isPaid: Type.Boolean(), message: Type.String() });

const subject = Type.Union((['callback', 'order', 'refund'] as const).map((one) => Type.Literal(one)), { description: '通知对象' });
export const resendCallback = closed({ subject, no: code('编号') });
export const callbackResent = closed({ callbackId: Type.String(), tries: Type.Integer() });
/** `isUnderWay`: no answer yet. */
export const callbackStanding = closed({ isUnderWay: Type.Boolean(), isAccepted: Type.Boolean(), tries: Type.Integer(), message: Type.String() });

export const resendGivenUp = closed({ devId: code('开发者编号'), fromDay: day('起始日期'), toDay: day('截止日期') });
export const batchAsked = closed({ batch: Type.String(), count: Type.Integer() });
export const batchStanding = closed({
  state: Type.Union([Type.Literal('running'), Type.Literal('over'), Type.Literal('stopped')]), left: Type.Integer(), underWay: Type.Integer(), accepted: Type.Integer(), failedAgain: Type.Integer(),
});
/** `origins`: where the business system has registered that it may be called. */
export const callbackHealth = closed({
  developers: Type.Array(closed({
    devId: Type.String(), developerName: Type.String(), origins: Type.Array(Type.String()), waiting: Type.Integer(), atOnce: Type.Integer(), retried: Type.Integer(), givenUp: Type.Integer(),
    lastAcceptedAt: Type.Optional(Type.Integer()), medianMs: Type.Optional(Type.Integer()),
  })),
});
export const testAddress = closed({ devId: code('开发者编号'), origin: Type.String({ minLength: 1, maxLength: 256, description: '回调来源' }) });
export const addressTested = closed({ isReached: Type.Boolean(), message: Type.String() });

const action = Type.Union([Type.Literal('follow'), Type.Literal('handle')], { description: '操作' });
const caseNo = code('编号');
export const writeNote = closed({ no: caseNo, action, note });
export const followGap = closed({ no: caseNo, note });
const step = Type.Union([Type.Literal('approve'), Type.Literal('reject')], { description: '决定' });
export const askGiveBack = closed({ no: caseNo, note });
export const decideGiveBack = closed({ no: caseNo, decision: step, note });

export const reviewRefund = closed({
  platformRefundOrderNo: number('退款订单号'), decision: step, remark: Type.String({ maxLength: 200, pattern: '^[^\\p{Cc}\\p{Cs}\\p{Bidi_Control}]*$', description: '审批意见' }),
  nontaxRefundRef: Type.Optional(Type.String({ minLength: 1, maxLength: 128, description: '非税退付批准文号' })),
  /** As it came with the row: what the person who decides has seen. */
  shown: Type.String({ pattern: '^[0-9a-f]{64}$', description: '所见内容摘要' }),
});
export const startRun = closed({ channelMerchantId: code('渠道商户标识'), reconcileDate: day('对账日期') });
export const cancelRun = closed({ runNo: code('对账批次号') });

export type ConfirmPaymentBody = Static<typeof confirmPayment>;
export type PaymentConfirmed = Static<typeof paymentConfirmed>;
export type ResendCallbackBody = Static<typeof resendCallback>;
export type CallbackResent = Static<typeof callbackResent>;
export type CallbackStanding = Static<typeof callbackStanding>;
export type ResendGivenUpBody = Static<typeof resendGivenUp>;
export type BatchAskedBody = Static<typeof batchAsked>;
export type BatchStandingBody = Static<typeof batchStanding>;
export type CallbackHealthBody = Static<typeof callbackHealth>;
export type TestAddressBody = Static<typeof testAddress>;
export type AddressTested = Static<typeof addressTested>;
export type WriteNoteBody = Static<typeof writeNote>;
export type FollowGapBody = Static<typeof followGap>;
export type AskGiveBackBody = Static<typeof askGiveBack>;
export type DecideGiveBackBody = Static<typeof decideGiveBack>;
export type ReviewRefundBody = Static<typeof reviewRefund>;
export type StartRunBody = Static<typeof startRun>;
export type CancelRunBody = Static<typeof cancelRun>;
