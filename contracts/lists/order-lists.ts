import type { ListView } from './list-view.js';

const permission = 'service-desk.pay-orders.read';
/** Moments of an order's life, as every page that shows one names them. */
export const orderSteps = ['订单创建', '发起支付', '支付成功', '通知收款单位'] as const;
const ofOrder = { platformOrderNo: { label: '支付订单号', control: 'text', match: 'whole', own: true, required: true } } as const satisfies ListView['filters'];

/** 支付订单管理 (1.1.4.4.1). 交易时间 is when it was paid; of an order that is not, when it was made. */
export const payOrders = {
  name: 'pay-orders', title: '支付订单管理', permission, kind: 'list', rowScope: 'all', byPayee: true,
  requirements: ['1.1.4.4.1-a', '1.1.4.4.1-f', '1.1.4.4.1-g', '1.1.4.4.1-h', '1.1.4.4.1-i', '1.1.4.4.1-j', '1.1.4.4.1-k', '1.1.4.4.1-l', '1.1.4.4.1-m'],
  columns: {
    tradeTime: { label: '交易时间', type: 'time' },
    platformOrderNo: { label: '支付订单号', type: 'text' },
    bizOrderNo: { label: '商户订单号', type: 'text' },
    orderAmount: { label: '金额', type: 'money' },
    orderState: { label: '订单状态', type: 'code', codes: 'orderState' },
    payeeName: { label: '收款单位', type: 'text', own: true },
    payChannel: { label: '支付渠道', type: 'code', codes: 'payChannel', own: true },
    payMethod: { label: '付款方式', type: 'code', codes: 'payMethod', own: true },
  },
  filters: {
    tradeDate: { label: '交易日期', control: 'dateRange' },
    bizOrderNo: { label: '商户订单号', control: 'text', match: 'whole', anyDay: true },
    platformOrderNo: { label: '支付订单号', control: 'text', match: 'whole', anyDay: true },
    channelOrderNo: { label: '渠道订单号', control: 'text', match: 'whole', anyDay: true },
    payerMobile: { label: '用户手机号', control: 'text', match: 'whole', anyDay: true },
    devId: { label: '开发者编号', control: 'text', match: 'whole' },
    payChannel: { label: '支付渠道', control: 'select', codes: 'payChannel' },
    // 重缴 is no state of an order: it finds the orders that were paid more than once.
    orderState: { label: '订单状态', control: 'select', codes: 'orderState' },
    payeeName: { label: '收款单位', control: 'text', match: 'part', own: true },
    payMethod: { label: '付款方式', control: 'select', codes: 'payMethod', own: true },
  },
  sortable: ['tradeTime'], defaultSort: ['tradeTime', 'desc'], totals: ['orderAmount'], defaultRange: { filter: 'tradeDate', rule: 'today' },
  record: { list: 'pay-order', with: { platformOrderNo: 'platformOrderNo' } },
} as const satisfies ListView;

/** 支付订单详情. What the payment was is that of the attempt that paid the order. */
export const payOrder = {
  name: 'pay-order', title: '支付订单详情', permission, requirements: ['1.1.4.4.1-b'], kind: 'record', rowScope: 'all', byPayee: true,
  columns: {
    orderState: { label: '订单状态', type: 'code', codes: 'orderState', group: '订单状态' },
    stateText: { label: '状态说明', type: 'text', group: '订单状态', own: true },
    payerMobile: { label: '付款人手机号', type: 'mobile', group: '付款信息', own: true },
    tradeAmount: { label: '交易金额', type: 'money', group: '付款信息', own: true },
    discountAmount: { label: '优惠金额', type: 'money', group: '付款信息', own: true },
    payChannel: { label: '支付渠道', type: 'code', codes: 'payChannel', group: '付款信息', own: true },
    payMethod: { label: '付款方式', type: 'code', codes: 'payMethod', group: '付款信息', own: true },
    channelOrderNo: { label: '渠道订单号', type: 'text', group: '付款信息', own: true },
    channelMerchantName: { label: '渠道商户', type: 'text', group: '付款信息', own: true },
    orderProgress: { label: '订单进度', type: 'progress', steps: orderSteps, group: '订单进度' },
    tradeTime: { label: '交易时间', type: 'time', group: '订单信息' },
    platformOrderNo: { label: '支付订单号', type: 'text', group: '订单信息' },
    bizOrderNo: { label: '商户订单号', type: 'text', group: '订单信息' },
    orderAmount: { label: '金额', type: 'money', group: '订单信息' },
    orderTitle: { label: '订单标题', type: 'text', group: '订单信息', own: true },
    payeeName: { label: '收款单位', type: 'text', group: '订单信息', own: true },
    devId: { label: '开发者编号', type: 'text', group: '订单信息', own: true },
    expireTime: { label: '订单过期时间', type: 'time', group: '订单信息', own: true },
    closeTime: { label: '关闭时间', type: 'time', group: '订单信息', own: true },
  },
  filters: ofOrder, sortable: ['tradeTime'], defaultSort: ['tradeTime', 'desc'], totals: [],
  related: [{ list: 'order-refunds', with: { platformOrderNo: 'platformOrderNo' } }, { list: 'order-callbacks', with: { platformOrderNo: 'platformOrderNo' } }, { list: 'order-issues', with: { platformOrderNo: 'platformOrderNo' } }],
} as const satisfies ListView;

/** The refunds of one order, for its page. */
export const orderRefunds = {
  name: 'order-refunds', title: '支付订单的退款', permission, requirements: [], kind: 'detail', rowScope: 'all', byPayee: true,
  columns: {
    refundApplyTime: { label: '退款时间', type: 'time', own: true },
    platformRefundOrderNo: { label: '退款订单号', type: 'text', own: true, link: { list: 'refund-order', as: 'platformRefundOrderNo' } },
    refundAmount: { label: '金额', type: 'money', own: true },
    refundState: { label: '退款状态', type: 'code', codes: 'refundState', own: true },
  },
  filters: ofOrder, sortable: ['refundApplyTime'], defaultSort: ['refundApplyTime', 'desc'], totals: ['refundAmount'],
} as const satisfies ListView;

/** Callbacks as a page shows them: each piece of news once, with its tries. Of an address only origin and path, because its query may hold a secret of the business system. */
export const callbackColumns = {
  createTime: { label: '产生时间', type: 'time', own: true },
  orderType: { label: '类型', type: 'code', codes: 'orderType', own: true },
  toldState: { label: '通知内容', type: 'code', codes: 'toldState', own: true },
  noticeState: { label: '通知状态', type: 'code', codes: 'noticeState', own: true },
  tries: { label: '通知次数', type: 'count', own: true },
  lastTryTime: { label: '最近通知时间', type: 'time', own: true },
  lastAnswer: { label: '返回信息', type: 'text', own: true },
  nextTryTime: { label: '下次通知时间', type: 'time', own: true },
  acceptTime: { label: '通知成功时间', type: 'time', own: true },
  address: { label: '通知地址', type: 'text', own: true },
  platformRefundOrderNo: { label: '退款订单号', type: 'text', own: true },
  callbackId: { label: '通知标识', type: 'text', own: true, hidden: true },
} as const satisfies ListView['columns'];

/** What a business system was told of one order and its refunds (1.1.4.4.1-b: history of notices). */
export const orderCallbacks = {
  name: 'order-callbacks', title: '支付订单通知记录', permission, requirements: [], kind: 'detail', rowScope: 'all', byPayee: true,
  columns: callbackColumns, filters: ofOrder, sortable: ['createTime'], defaultSort: ['createTime', 'desc'], totals: [],
} as const satisfies ListView;
