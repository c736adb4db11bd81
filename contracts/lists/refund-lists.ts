import type { ListView } from './list-view.js';
import { callbackColumns } from './order-lists.js';

const permission = 'service-desk.refund-orders.read';
const ofRefund = { platformRefundOrderNo: { label: '退款订单号', control: 'text', match: 'whole', own: true, required: true } } as const satisfies ListView['filters'];

/** 退款订单管理 (1.1.4.4.2). 退款时间 is when it was asked for, 商户订单号 that of the order (readings of 1.1.4.4.2-a). */
export const refundOrders = {
  name: 'refund-orders', title: '退款订单管理', permission, kind: 'list', rowScope: 'all', byPayee: true,
  requirements: ['1.1.4.4.2-a', '1.1.4.4.2-e', '1.1.4.4.2-f', '1.1.4.4.2-g', '1.1.4.4.2-h', '1.1.4.4.2-i', '1.1.4.4.2-j', '1.1.4.4.2-k'],
  columns: {
    refundApplyTime: { label: '退款时间', type: 'time' },
    platformRefundOrderNo: { label: '退款订单号', type: 'text' },
    bizOrderNo: { label: '商户订单号', type: 'text' },
    refundAmount: { label: '金额', type: 'money' },
    refundState: { label: '退款状态', type: 'code', codes: 'refundState' },
    platformOrderNo: { label: '原支付订单号', type: 'text', own: true, link: { list: 'pay-order', as: 'platformOrderNo' } },
    payeeName: { label: '收款单位', type: 'text', own: true },
  },
  filters: {
    refundApplyDate: { label: '退款日期', control: 'dateRange' },
    // Also the number under which the business system asked for the refund.
    bizOrderNo: { label: '商户订单号', control: 'text', match: 'whole', anyDay: true },
    platformOrderNo: { label: '原支付订单号', control: 'text', match: 'whole', anyDay: true },
    // Of the payment or of the refund.
    channelOrderNo: { label: '渠道订单号', control: 'text', match: 'whole', anyDay: true },
    payerMobile: { label: '用户手机号', control: 'text', match: 'whole', anyDay: true },
    refundState: { label: '退款状态', control: 'select', codes: 'refundState' },
    platformRefundOrderNo: { label: '退款订单号', control: 'text', match: 'whole', anyDay: true },
  },
  sortable: ['refundApplyTime'], defaultSort: ['refundApplyTime', 'desc'], totals: ['refundAmount'], defaultRange: { filter: 'refundApplyDate', rule: 'today' },
  record: { list: 'refund-order', with: { platformRefundOrderNo: 'platformRefundOrderNo' } },
} as const satisfies ListView;

/** 退款订单详情, with the number of its order for the way back to it. */
export const refundOrder = {
  name: 'refund-order', title: '退款订单详情', permission, requirements: ['1.1.4.4.2-b'], kind: 'record', rowScope: 'all', byPayee: true,
  columns: {
    refundState: { label: '退款状态', type: 'code', codes: 'refundState', group: '退款状态' },
    stateText: { label: '状态说明', type: 'text', group: '退款状态', own: true },
    refundTitle: { label: '退款标题', type: 'text', group: '退款信息', own: true },
    refundReason: { label: '退款原因', type: 'text', group: '退款信息', own: true },
    refundOrigin: { label: '发起方', type: 'code', codes: 'refundOrigin', group: '退款信息', own: true },
    approvalState: { label: '审批状态', type: 'code', codes: 'approvalState', group: '退款信息', own: true },
    approvalRemark: { label: '审批意见', type: 'text', group: '退款信息', own: true },
    payerMobile: { label: '付款人手机号', type: 'mobile', group: '退款信息', own: true },
    payChannel: { label: '支付渠道', type: 'code', codes: 'payChannel', group: '退款信息', own: true },
    channelMerchantName: { label: '渠道商户', type: 'text', group: '退款信息', own: true },
    channelOrderNo: { label: '渠道订单号', type: 'text', group: '退款信息', own: true },
    channelRefundNo: { label: '渠道退款单号', type: 'text', group: '退款信息', own: true },
    platformRefundTradeNo: { label: '平台退款交易流水号', type: 'text', group: '退款信息', own: true },
    refundProgress: { label: '退款进度', type: 'progress', steps: ['退款申请', '提交渠道', '退款成功', '通知收款单位'], group: '退款进度' },
    refundApplyTime: { label: '退款时间', type: 'time', group: '订单信息' },
    platformRefundOrderNo: { label: '退款订单号', type: 'text', group: '订单信息' },
    bizOrderNo: { label: '商户订单号', type: 'text', group: '订单信息' },
    refundAmount: { label: '金额', type: 'money', group: '订单信息' },
    bizRefundOrderNo: { label: '业务系统退款订单号', type: 'text', group: '订单信息', own: true },
    platformOrderNo: { label: '原支付订单号', type: 'text', group: '订单信息', own: true, link: { list: 'pay-order', as: 'platformOrderNo' } },
    orderAmount: { label: '原订单金额', type: 'money', group: '订单信息', own: true },
    payeeName: { label: '收款单位', type: 'text', group: '订单信息', own: true },
  },
  filters: ofRefund, sortable: ['refundApplyTime'], defaultSort: ['refundApplyTime', 'desc'], totals: [],
  related: [{ list: 'refund-callbacks', with: { platformRefundOrderNo: 'platformRefundOrderNo' } }, { list: 'refund-issues', with: { platformRefundOrderNo: 'platformRefundOrderNo' } }],
} as const satisfies ListView;

/** What a business system was told of one refund (1.1.4.4.2-b: history of notices). */
export const refundCallbacks = {
  name: 'refund-callbacks', title: '退款订单通知记录', permission, requirements: [], kind: 'detail', rowScope: 'all', byPayee: true,
  columns: callbackColumns, filters: ofRefund, sortable: ['createTime'], defaultSort: ['createTime', 'desc'], totals: [],
} as const satisfies ListView;

/** 退款审批: refunds that wait for a second person (1.1.3.2.1-c, -d; ours for the operators). What a decision is bound to goes with the row. */
export const refundReviews = {
  name: 'refund-reviews', title: '退款审批', permission, requirements: [], kind: 'list', rowScope: 'all', byPayee: true,
  columns: {
    refundApplyTime: { label: '申请时间', type: 'time', own: true },
    platformRefundOrderNo: { label: '退款订单号', type: 'text', own: true, link: { list: 'refund-order', as: 'platformRefundOrderNo' } },
    platformOrderNo: { label: '原支付订单号', type: 'text', own: true, link: { list: 'pay-order', as: 'platformOrderNo' } },
    bizOrderNo: { label: '商户订单号', type: 'text', own: true },
    payeeName: { label: '收款单位', type: 'text', own: true },
    orderAmount: { label: '原订单金额', type: 'money', own: true },
    refundAmount: { label: '退款金额', type: 'money', own: true },
    refundTitle: { label: '退款标题', type: 'text', own: true },
    refundReason: { label: '退款原因', type: 'text', own: true },
    nontaxRefundRef: { label: '非税退付批准文号', type: 'text', own: true },
    requestedBy: { label: '申请人', type: 'text', own: true },
    shownDigest: { label: '所见内容摘要', type: 'text', own: true, hidden: true },
  },
  filters: {
    refundApplyDate: { label: '申请日期', control: 'dateRange', own: true },
    platformRefundOrderNo: { label: '退款订单号', control: 'text', match: 'whole', own: true },
    platformOrderNo: { label: '原支付订单号', control: 'text', match: 'whole', own: true },
    payeeName: { label: '收款单位', control: 'text', match: 'part', own: true },
  },
  sortable: ['refundApplyTime'], defaultSort: ['refundApplyTime', 'asc'], totals: ['refundAmount'],
  record: { list: 'refund-order', with: { platformRefundOrderNo: 'platformRefundOrderNo' } },
} as const satisfies ListView;
