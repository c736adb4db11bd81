import type { ListView } from './list-view.js';

const permission = 'finance.settlement.read';

/** 结算情况: 应结 are the booked trades of an order date, 已结 what bills have settled of them. */
export const settlements = {
  name: 'settlements', title: '结算情况', permission, kind: 'list', rowScope: 'all', byPayee: true,
  requirements: ['1.1.4.3.1-a', '1.1.4.3.1-d', '1.1.4.3.1-e', '1.1.4.3.1-f', '1.1.4.3.1-g'],
  columns: {
    orderDate: { label: '订单日期', type: 'day' },
    dueCount: { label: '应结笔数', type: 'count' },
    dueAmount: { label: '应结金额', type: 'money' },
    settledCount: { label: '已结笔数', type: 'count' },
    settledAmount: { label: '已结金额', type: 'money' },
    creditedAmount: { label: '实收金额', type: 'money' },
    feeAmount: { label: '手续费', type: 'money' },
  },
  filters: {
    orderDate: { label: '订单日期', control: 'dateRange' },
    payChannel: { label: '支付渠道', control: 'select', codes: 'payChannel' },
    acquiringChannel: { label: '收单渠道', control: 'select', codes: 'acquiringChannel' },
    channelMerchantName: { label: '渠道商户名称', control: 'select', names: 'channel-merchants' },
  },
  sortable: ['orderDate'], defaultSort: ['orderDate', 'desc'],
  totals: ['dueCount', 'dueAmount', 'settledCount', 'settledAmount', 'creditedAmount', 'feeAmount'],
  defaultRange: { filter: 'orderDate', rule: 'last-30-days' },
} as const satisfies ListView;

/** 结算明细: every trade of an order date, with what has been settled of it so far. */
export const settlementDetails = {
  name: 'settlement-details', title: '结算明细', permission, requirements: ['1.1.4.3.1-b'], kind: 'detail', rowScope: 'all', byPayee: true,
  columns: {
    tradeTime: { label: '交易时间', type: 'time' },
    bizOrderNo: { label: '商户订单号', type: 'text' },
    tradeAmount: { label: '交易金额', type: 'money' },
    platformOrderNo: { label: '支付订单号', type: 'text' },
    channelOrderNo: { label: '渠道订单号', type: 'text' },
    settleDate: { label: '结算日期', type: 'day' },
    settledAmount: { label: '结算金额', type: 'money' },
    feeAmount: { label: '手续费', type: 'money' },
    payChannel: { label: '支付渠道', type: 'code', codes: 'payChannel' },
    channelMerchantName: { label: '渠道商户名称', type: 'text' },
    orderType: { label: '订单类型', type: 'code', codes: 'orderType' },
  },
  filters: {
    orderDate: { label: '订单日期', control: 'day', own: true, required: true },
    payChannel: { label: '支付渠道', control: 'select', codes: 'payChannel', own: true },
    acquiringChannel: { label: '收单渠道', control: 'select', codes: 'acquiringChannel', own: true },
    channelMerchantName: { label: '渠道商户名称', control: 'select', names: 'channel-merchants', own: true },
  },
  sortable: ['tradeTime'], defaultSort: ['tradeTime', 'desc'],
  totals: ['tradeAmount', 'settledAmount', 'feeAmount'],
} as const satisfies ListView;

/** 未结算情况: trades that no bill has settled. Refunds carry a minus sign. */
export const unsettledTrades = {
  name: 'unsettled-trades', title: '未结算情况', permission, kind: 'list', rowScope: 'all', byPayee: true,
  requirements: ['1.1.4.3.2-a', '1.1.4.3.2-c', '1.1.4.3.2-d', '1.1.4.3.2-e', '1.1.4.3.2-f', '1.1.4.3.2-g', '1.1.4.3.2-h'],
  columns: {
    tradeTime: { label: '交易时间', type: 'time' },
    bizOrderNo: { label: '商户订单号', type: 'text' },
    orderAmount: { label: '订单金额', type: 'money' },
    payChannel: { label: '支付渠道', type: 'code', codes: 'payChannel' },
    payMethod: { label: '付款方式', type: 'code', codes: 'payMethod' },
    payOrRefundOrderNo: { label: '支付/退款订单号', type: 'text' },
    splitMode: { label: '分账模式', type: 'code', codes: 'splitMode' },
    unsettledAge: { label: '未结算时长', type: 'code', codes: 'unsettledAge', own: true },
    tradeKey: { label: '交易标识', type: 'text', own: true, hidden: true },
  },
  filters: {
    tradeDate: { label: '交易日期', control: 'dateRange' },
    payChannel: { label: '支付渠道', control: 'select', codes: 'payChannel' },
    acquiringChannel: { label: '收单渠道', control: 'select', codes: 'acquiringChannel' },
    bizOrderNo: { label: '商户订单号', control: 'text', match: 'whole' },
    payMethod: { label: '付款方式', control: 'select', codes: 'payMethod' },
    payOrRefundOrderNo: { label: '支付/退款订单号', control: 'text', match: 'whole' },
  },
  sortable: ['tradeTime'], defaultSort: ['tradeTime', 'desc'], totals: ['orderAmount'],
} as const satisfies ListView;

/** 交易详情 of one unsettled trade. 交易金额 = 订单原金额 − 折扣金额. */
export const unsettledTrade = {
  name: 'unsettled-trade', title: '交易详情', permission, requirements: ['1.1.4.3.2-b'], kind: 'record', rowScope: 'all', byPayee: true,
  columns: {
    createTime: { label: '创建时间', type: 'time' },
    payerMobile: { label: '付款人手机', type: 'mobile' },
    tradeAmount: { label: '交易金额', type: 'money' },
    orderAmount: { label: '订单原金额', type: 'money' },
    discountAmount: { label: '折扣金额', type: 'money' },
    payChannel: { label: '支付渠道', type: 'code', codes: 'payChannel' },
    payMethod: { label: '支付方式', type: 'code', codes: 'payMethod' },
  },
  filters: { tradeKey: { label: '交易标识', control: 'text', match: 'whole', own: true, required: true } },
  sortable: ['createTime'], defaultSort: ['createTime', 'desc'], totals: [],
} as const satisfies ListView;

/** 收款单位结算: sums over the chosen dates. */
export const payeeSettlements = {
  name: 'payee-settlements', title: '收款单位结算流水', permission, requirements: ['1.1.4.3.3-a', '1.1.4.3.3-c'], kind: 'list', rowScope: 'all', byPayee: true,
  columns: {
    payeeName: { label: '单位名称', type: 'text' },
    payChannel: { label: '支付渠道', type: 'code', codes: 'payChannel' },
    dueCount: { label: '应结笔数', type: 'count' },
    dueAmount: { label: '应结金额', type: 'money' },
    settledCount: { label: '已结笔数', type: 'count' },
    settledAmount: { label: '已结金额', type: 'money' },
    feeAmount: { label: '手续费', type: 'money' },
    merchantNo: { label: '收款单位编号', type: 'text', own: true, hidden: true },
  },
  filters: { orderDate: { label: '订单日期', control: 'dateRange' } },
  sortable: ['payeeName'], defaultSort: ['payeeName', 'asc'],
  totals: ['dueCount', 'dueAmount', 'settledCount', 'settledAmount', 'feeAmount'],
  defaultRange: { filter: 'orderDate', rule: 'this-month' },
} as const satisfies ListView;

/** What is settled behind a row of a settlement list of one payee; console and portal show the same. */
export const payeeEntryColumns = {
  orderDate: { label: '订单日期', type: 'day' },
  settleDate: { label: '结算日期', type: 'day' },
  bizOrderNo: { label: '商户订单号', type: 'text' },
  tradeAmount: { label: '交易金额', type: 'money' },
  settledAmount: { label: '已结金额', type: 'money' },
  creditedAmount: { label: '入账金额', type: 'money' },
  feeAmount: { label: '手续费', type: 'money' },
  tradeTime: { label: '交易时间', type: 'time' },
  orderType: { label: '订单类型', type: 'code', codes: 'orderType' },
  payChannel: { label: '支付渠道', type: 'code', codes: 'payChannel' },
} as const satisfies ListView['columns'];
export const payeeEntryFilters = {
  merchantNo: { label: '收款单位编号', control: 'text', match: 'whole', own: true, required: true },
  orderDate: { label: '订单日期', control: 'dateRange', own: true },
  payChannel: { label: '支付渠道', control: 'select', codes: 'payChannel', own: true },
} as const satisfies ListView['filters'];
export const entryTotals = ['tradeAmount', 'settledAmount', 'creditedAmount', 'feeAmount'] as const;

export const payeeSettlementDetails = {
  name: 'payee-settlement-details', title: '收款单位结算流水明细', permission, requirements: ['1.1.4.3.3-d'], kind: 'detail', rowScope: 'all', byPayee: true,
  columns: payeeEntryColumns, filters: payeeEntryFilters, sortable: ['tradeTime'], defaultSort: ['tradeTime', 'desc'], totals: entryTotals,
  defaultRange: { filter: 'orderDate', rule: 'this-month' },
} as const satisfies ListView;
