import type { ListView } from './list-view.js';
import { orderSteps } from './order-lists.js';

const orderBlocks = {
  orderState: { label: '订单状态', type: 'code', codes: 'orderState', group: '订单状态' },
  createTime: { label: '创建时间', type: 'time', group: '付款信息' },
  payerMobile: { label: '付款人手机号', type: 'mobile', group: '付款信息' },
  tradeAmount: { label: '交易金额', type: 'money', group: '付款信息' },
  orderAmount: { label: '订单原金额', type: 'money', group: '付款信息' },
  payChannel: { label: '支付渠道', type: 'code', codes: 'payChannel', group: '付款信息' },
  orderProgress: { label: '订单进度', type: 'progress', steps: orderSteps, group: '订单进度' },
  bizOrderNo: { label: '商户订单号', type: 'text', group: '订单信息' },
  platformOrderNo: { label: '支付订单号', type: 'text', group: '订单信息', link: { list: 'pay-order', as: 'platformOrderNo' } },
  orderTitle: { label: '订单标题', type: 'text', group: '订单信息' },
  channelOrderNo: { label: '支付渠道订单号', type: 'text', group: '支付信息' },
  channelMerchantName: { label: '渠道商户', type: 'text', group: '支付信息' },
  payState: { label: '支付状态', type: 'code', codes: 'payState', group: '支付信息' },
} as const satisfies ListView['columns'];

/** Whether somebody has asked that the money goes back, and what a second person said of it. */
const giveBackState = { label: '退回申请', type: 'code', codes: 'giveBackState', own: true } as const satisfies ListView['columns'][string];
/** On the page of a record, where all of its states stand. */
const giveBackBlock = { ...giveBackState, group: '订单状态' } as const;

const searches = {
  createDate: { label: '日期', control: 'dateRange' },
  bizOrderNo: { label: '商户订单号', control: 'text', match: 'whole', anyDay: true },
  platformOrderNo: { label: '支付订单号', control: 'text', match: 'whole', anyDay: true },
  channelOrderNo: { label: '渠道订单号', control: 'text', match: 'whole', anyDay: true },
  channelMerchantName: { label: '渠道商户名称', control: 'text', match: 'part', names: 'channel-merchants' },
  handleState: { label: '处理状态', control: 'select', codes: 'handleState' },
  giveBackState: { label: '退回申请', control: 'select', codes: 'giveBackState', own: true },
} as const satisfies ListView['filters'];

/** 重缴订单: one row per surplus payment. 创建时间 is when that became known here, in the list and in the detail: what came today stands in front, however old its order is. */
export const repeatOrders = {
  name: 'repeat-orders', title: '重缴订单', permission: 'service-desk.repeat-orders.read', kind: 'list', rowScope: 'all', byPayee: true,
  requirements: ['1.1.4.4.4-a', '1.1.4.4.4-c', '1.1.4.4.4-d', '1.1.4.4.4-e', '1.1.4.4.4-f', '1.1.4.4.4-g', '1.1.4.4.4-h'],
  columns: {
    createTime: { label: '创建时间', type: 'time' },
    bizOrderNo: { label: '商户订单号', type: 'text' },
    payChannel: { label: '支付渠道', type: 'code', codes: 'payChannel' },
    orderAmount: { label: '金额', type: 'money' },
    platformOrderNo: { label: '支付订单号', type: 'text', link: { list: 'pay-order', as: 'platformOrderNo' } },
    channelOrderNo: { label: '渠道订单号', type: 'text' },
    channelMerchantName: { label: '渠道商户', type: 'text' },
    handleState: { label: '处理状态', type: 'code', codes: 'handleState' },
    refundState: { label: '退款状态', type: 'code', codes: 'refundState' },
    giveBackState,
    attemptNo: { label: '支付流水号', type: 'text', own: true, hidden: true },
  },
  filters: searches, sortable: ['createTime'], defaultSort: ['createTime', 'desc'], totals: ['orderAmount'],
  defaultRange: { filter: 'createDate', rule: 'last-30-days' },
  record: { list: 'repeat-order', with: { attemptNo: 'attemptNo' } },
} as const satisfies ListView;

/** Its handling notes are read beneath it. */
export const repeatOrder = {
  name: 'repeat-order', title: '重缴订单详情', permission: 'service-desk.repeat-orders.read', requirements: ['1.1.4.4.4-b'], kind: 'record', rowScope: 'all', byPayee: true,
  columns: {
    ...orderBlocks,
    handleState: { label: '处理状态', type: 'code', codes: 'handleState', group: '订单状态', own: true },
    giveBackState: giveBackBlock,
    orderTime: { label: '订单时间', type: 'time', group: '订单信息', own: true },
    attemptNo: { label: '支付流水号', type: 'text', own: true, hidden: true },
  },
  filters: { attemptNo: { label: '支付流水号', control: 'text', match: 'whole', own: true, required: true } },
  sortable: ['createTime'], defaultSort: ['createTime', 'desc'], totals: [],
  related: [{ list: 'repeat-notes', with: { attemptNo: 'attemptNo' } }],
} as const satisfies ListView;

/** 异常订单. Where the order is unknown here, 订单时间 (in the detail 创建时间, reading of 1.1.4.4.5-a) is that of the record; 发现时间 is always that of the record. */
export const abnormalOrders = {
  name: 'abnormal-orders', title: '异常订单', permission: 'service-desk.abnormal-orders.read', kind: 'list', rowScope: 'all', byPayee: true,
  requirements: ['1.1.4.4.5-a', '1.1.4.4.5-e', '1.1.4.4.5-f', '1.1.4.4.5-g', '1.1.4.4.5-h', '1.1.4.4.5-i', '1.1.4.4.5-j'],
  columns: {
    orderTime: { label: '订单时间', type: 'time' },
    bizOrderNo: { label: '商户订单号', type: 'text' },
    payChannel: { label: '支付渠道', type: 'code', codes: 'payChannel' },
    orderAmount: { label: '金额', type: 'money' },
    platformOrderNo: { label: '支付订单号', type: 'text', link: { list: 'pay-order', as: 'platformOrderNo' } },
    channelOrderNo: { label: '渠道订单号', type: 'text' },
    channelMerchantName: { label: '渠道商户', type: 'text' },
    handleState: { label: '处理状态', type: 'code', codes: 'handleState' },
    abnormalState: { label: '异常状态', type: 'code', codes: 'abnormalState' },
    giveBackState,
    abnormalId: { label: '异常标识', type: 'text', own: true, hidden: true },
  },
  filters: searches, sortable: ['orderTime'], defaultSort: ['orderTime', 'desc'], totals: ['orderAmount'],
  defaultRange: { filter: 'createDate', rule: 'last-30-days' },
  record: { list: 'abnormal-order', with: { abnormalId: 'abnormalId' } },
} as const satisfies ListView;

/** Its handling notes are read beneath it (reading of 1.1.4.4.5-d). */
export const abnormalOrder = {
  name: 'abnormal-order', title: '异常订单详情', permission: 'service-desk.abnormal-orders.read', requirements: ['1.1.4.4.5-d'], kind: 'record', rowScope: 'all', byPayee: true,
  columns: {
    ...orderBlocks,
    abnormalState: { label: '异常状态', type: 'code', codes: 'abnormalState', group: '订单状态', own: true },
    explanation: { label: '说明', type: 'text', group: '订单状态', own: true },
    handleState: { label: '处理状态', type: 'code', codes: 'handleState', group: '订单状态', own: true },
    giveBackState: giveBackBlock,
    foundTime: { label: '发现时间', type: 'time', group: '订单状态', own: true },
    abnormalId: { label: '异常标识', type: 'text', own: true, hidden: true },
  },
  filters: { abnormalId: { label: '异常标识', control: 'text', match: 'whole', own: true, required: true } },
  sortable: ['createTime'], defaultSort: ['createTime', 'desc'], totals: [],
  related: [{ list: 'abnormal-notes', with: { abnormalId: 'abnormalId' } }],
} as const satisfies ListView;
