import { textIfAny, textIn } from '../../shared/form-values.js';
import { api } from '../api/client.js';
import type { Row } from '../lists/list-types.js';
import { cellOf, remarkField, said, type ListAction } from './action-types.js';
import { resendAction } from './resend.js';

const isPaid = (row: Row): boolean => row['orderState'] === '2';
const isRefundEnded = (row: Row): boolean => ['2', '3'].includes(cellOf(row, 'refundState'));

/** 支付订单 (1.1.4.4.1-d, -e). */
export const payOrderActions: readonly ListAction[] = [
  {
    on: 'row', key: 'confirm', title: '确认支付', permission: 'service-desk.pay-orders.confirm', isFor: (row) => !isPaid(row),
    words: (row) => `向支付渠道查询订单 ${cellOf(row, 'bizOrderNo')} 是否已付款。只有渠道确认已付款，订单才会变为支付成功；其他情况订单保持原状。`,
    run: async (row) => {
      const { isPaid: nowPaid, message } = await api.confirmPayment(cellOf(row, 'platformOrderNo'));
      return { kind: 'verdict', title: nowPaid ? '已支付' : '未确认支付', words: message, isGood: nowPaid };
    },
  },
  // Of another end only some payees are told: what was sent of it is sent again where it stands, among the callbacks of the order.
  resendAction('order', 'platformOrderNo', isPaid),
];

/** 退款订单 (1.1.4.4.2-d). */
export const refundOrderActions: readonly ListAction[] = [resendAction('refund', 'platformRefundOrderNo', isRefundEnded)];

/** Callbacks themselves; one that is on its way now is left alone by the server. */
export const callbackActions: readonly ListAction[] = [resendAction('callback', 'callbackId', () => true)];

const about = (row: Row): string => `${cellOf(row, 'payeeName')} 的退款 ${cellOf(row, 'platformRefundOrderNo')}（${yuan(cellOf(row, 'refundAmount'))} 元，订单 ${cellOf(row, 'bizOrderNo')}）`;
const yuan = (fen: string): string => `${fen.padStart(3, '0').slice(0, -2)}.${fen.padStart(3, '0').slice(-2)}`;

/** 退款审批 (RFD-01). */
export const refundReviewActions: readonly ListAction[] = [
  {
    on: 'row', key: 'approve', title: '同意', heading: '同意退款', permission: 'service-desk.refund-orders.review', words: (row) => `同意后，${about(row)}立即提交支付渠道原路退回，不能撤回。`,
    form: () => ({
      fields: [
        { kind: 'text', name: 'nontaxRefundRef', label: '非税退付批准文号', maxLength: 64, hint: '缴款书已确认、按收款单位规定须有省级批准的，在此填写；业务系统已提供的以此为准' },
        { ...remarkField, label: '审批意见' },
      ],
      initial: {},
    }),
    run: async (row, values) => {
      await api.reviewRefund({ platformRefundOrderNo: cellOf(row, 'platformRefundOrderNo'), decision: 'approve', remark: textIn(values, 'remark'), shown: cellOf(row, 'shownDigest'), ...textIfAny(values, 'nontaxRefundRef') });
      return said('已同意，退款已提交办理');
    },
  },
  {
    on: 'row', key: 'reject', title: '驳回', heading: '驳回退款', permission: 'service-desk.refund-orders.review', isGrave: true, words: (row) => `驳回后，${about(row)}以失败结束，并通知业务系统；仍需退款的须由业务系统重新申请。`,
    form: () => ({ fields: [{ ...remarkField, label: '驳回原因', isRequired: true }], initial: {} }),
    run: async (row, values) => {
      await api.reviewRefund({ platformRefundOrderNo: cellOf(row, 'platformRefundOrderNo'), decision: 'reject', remark: textIn(values, 'remark'), shown: cellOf(row, 'shownDigest') });
      return said('已驳回');
    },
  },
];
