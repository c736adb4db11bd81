import type { ToldRefusal } from '../../../application/recovery/callback-told.js';
import type { EndRefusal } from '../../../application/recovery/end-recovery.js';
import type { NamePaymentRefusal } from '../../../application/recovery/name-payment.js';
import type { NameRefundRefusal } from '../../../application/recovery/name-refund.js';
import type { ReleaseRefusal } from '../../../application/recovery/release-held.js';
import { mostShown } from '../../../application/recovery/recovery-parts.js';
import type { ShownRecovery } from '../../../application/recovery/show-recovery.js';
import { isReleased, type HeldKind, type RecoveryMark } from '../../../domain/recovery/recovery-mark.js';
import { timeOf, yuanOf } from './words.js';

type RecoveryRefusal = ToldRefusal | NamePaymentRefusal | NameRefundRefusal | ReleaseRefusal | EndRefusal['code'];

const kindNames: Readonly<Record<HeldKind, string>> = { payments: '支付', refunds: '退款', callbacks: '回调' };
const words: Readonly<Record<RecoveryRefusal, string>> = {
  'not-recovered': '数据库没有恢复标记，没有暂扣的内容', 'released-before': '该类先前已放行', 'ended-before': '恢复核对先前已结束', 'still-held': '尚有未放行的类别',
  'no-such-refund': '没有该退款', 'no-such-callback': '没有该回调', 'not-held': '该项没有被暂扣', 'number-malformed': '退款流水号须为平台编出的 26 位数字',
  'time-malformed': '时间须为北京时间 yyyyMMddHHmmss', 'number-taken': '该单号本库已有',
  'no-such-order': '没有该订单', 'no-such-account': '没有该渠道商户', 'not-of-lost-hours': '该单号不是丢失期间编出的平台单号',
};

export const refusalWords = (code: RecoveryRefusal, kinds: readonly HeldKind[]): string => `${words[code]}${kinds.length === 0 ? '' : `：${kinds.map((kind) => kindNames[kind]).join('、')}`}`;

/** Numbers, amounts and states; no personal data, no addresses. */
export function shownRecovery({ mark, refunds, callbacks, lostPayments }: ShownRecovery): readonly string[] {
  if (!mark) return ['数据库没有恢复标记：没有暂扣的内容'];
  return [
    `恢复于 ${timeOf(mark.restoredAt)}，备份时间 ${timeOf(mark.backupTakenAt)}${mark.endedAt === undefined ? '' : `，核对结束于 ${timeOf(mark.endedAt)}`}`,
    ...(['payments', 'refunds', 'callbacks'] as const).map((kind) => `  ${kindNames[kind]}：${standing(mark, kind)}`),
    `暂扣的退款 ${refunds.length} 笔${cut(refunds)}`,
    ...refunds.map((refund) => `  ${refund.platformRefundOrderNo}  ${yuanOf(refund.refundAmount)}  订单 ${refund.platformOrderNo}  支付 ${refund.attemptNo}  流水号 ${refund.refundTradeNo ?? '–'}  ${refund.stateMsg}`),
    `暂扣的回调 ${callbacks.length} 条${cut(callbacks)}`,
    ...callbacks.map((callback) => `  ${callback.callbackId}  订单 ${callback.platformOrderNo}${callback.platformRefundOrderNo === undefined ? '' : `  退款 ${callback.platformRefundOrderNo}`}  内容 ${callback.toldState}  开发者 ${callback.devId}`),
    `渠道告知、本库没有的支付 ${lostPayments.length} 笔${cut(lostPayments)}`,
    ...lostPayments.map((payment) => `  ${payment.attemptNo}  ${yuanOf(payment.amount)}  ${payment.payChannel} ${payment.channelMerchantId}  渠道单号 ${payment.channelOrderNo ?? '–'}  支付于 ${timeOf(payment.paidAt)}`),
  ];
}

const standing = (mark: RecoveryMark, kind: HeldKind): string => {
  const at = { payments: mark.paymentsReleasedAt, refunds: mark.refundsReleasedAt, callbacks: mark.callbacksReleasedAt }[kind];
  return isReleased(mark, kind) ? `已于 ${timeOf(at)} 放行` : '暂扣';
};

const cut = (list: readonly unknown[]): string => (list.length >= mostShown ? '（只列出最早的部分）' : '');
