import type { ListView } from './list-view.js';

const permission = 'finance.reconciliation.read';

/** 日对账处理情况. */
export const reconcileDays = {
  name: 'reconcile-days', title: '日对账处理情况', permission, requirements: ['1.1.4.2.1-a', '1.1.4.2.1-c'], kind: 'list', rowScope: 'all',
  columns: {
    reconcileDate: { label: '对账日期', type: 'day' },
    reconcileCount: { label: '对账笔数', type: 'count' },
    reconcileAmount: { label: '对账金额', type: 'money' },
    reconcileState: { label: '对账状态', type: 'code', codes: 'reconcileState', own: true },
    differenceCount: { label: '差异笔数', type: 'count', own: true },
    waitingCount: { label: '待后续账单笔数', type: 'count', own: true },
  },
  filters: { reconcileDate: { label: '对账日期', control: 'dateRange' } },
  sortable: ['reconcileDate'], defaultSort: ['reconcileDate', 'desc'],
  totals: ['reconcileCount', 'reconcileAmount'],
  defaultRange: { filter: 'reconcileDate', rule: 'last-30-days' },
  related: [{ list: 'reconcile-day-details', with: { reconcileDate: 'reconcileDate' } }],
} as const satisfies ListView;

/** 对账明细 of one day: what was settled by its bills and what did not agree, each trade once. */
export const reconcileDayDetails = {
  name: 'reconcile-day-details', title: '对账明细', permission, requirements: ['1.1.4.2.1-b'], kind: 'detail', rowScope: 'all',
  columns: {
    tradeTime: { label: '交易时间', type: 'time' },
    bizOrderNo: { label: '商户订单号', type: 'text' },
    tradeAmount: { label: '交易金额', type: 'money' },
    settleTime: { label: '结算时间', type: 'time' },
    settledAmount: { label: '结算金额', type: 'money' },
    feeAmount: { label: '手续费', type: 'money' },
    payChannel: { label: '支付渠道', type: 'code', codes: 'payChannel' },
    channelMerchantName: { label: '渠道商户', type: 'text' },
    outcome: { label: '对账结果', type: 'code', codes: 'outcome', own: true },
  },
  filters: {
    reconcileDate: { label: '对账日期', control: 'day', own: true, required: true },
    channelMerchantName: { label: '渠道商户名称', control: 'select', names: 'channel-merchants', own: true },
    outcome: { label: '对账结果', control: 'select', codes: 'outcome', own: true },
    differing: { label: '只看差异', control: 'switch', own: true },
  },
  sortable: ['tradeTime'], defaultSort: ['tradeTime', 'desc'],
  totals: ['tradeAmount', 'settledAmount', 'feeAmount'],
} as const satisfies ListView;

/** 商户对账处理情况: one row per channel merchant and day. */
export const reconcileMerchantDays = {
  name: 'reconcile-merchant-days', title: '商户对账处理情况', permission, requirements: ['1.1.4.2.2-a', '1.1.4.2.2-e', '1.1.4.2.2-f', '1.1.4.2.2-g'], kind: 'list', rowScope: 'all',
  columns: {
    reconcileDate: { label: '对账日期', type: 'day' },
    reconcileCount: { label: '对账笔数', type: 'count' },
    reconcileAmount: { label: '对账金额', type: 'money' },
    payChannel: { label: '支付渠道', type: 'code', codes: 'payChannel' },
    channelMerchantName: { label: '渠道商户名称', type: 'text' },
    reconcileState: { label: '对账状态', type: 'code', codes: 'reconcileState', own: true },
    differenceCount: { label: '差异笔数', type: 'count', own: true },
    waitingCount: { label: '待后续账单笔数', type: 'count', own: true },
    channelMerchantId: { label: '渠道商户标识', type: 'text', own: true, hidden: true },
    billNo: { label: '对账单编号', type: 'text', own: true, hidden: true },
  },
  filters: {
    reconcileDate: { label: '对账日期', control: 'dateRange' },
    payChannel: { label: '支付渠道', control: 'select', codes: 'payChannel' },
    channelMerchantName: { label: '渠道商户名称', control: 'select', names: 'channel-merchants' },
    latestOnly: { label: '只看最近一次', control: 'switch', own: true },
  },
  sortable: ['reconcileDate'], defaultSort: ['reconcileDate', 'desc'],
  totals: ['reconcileCount', 'reconcileAmount'],
  defaultRange: { filter: 'reconcileDate', rule: 'last-30-days' },
  related: [{ list: 'reconcile-log', with: { channelMerchantId: 'channelMerchantId', reconcileDate: 'reconcileDate' } }],
} as const satisfies ListView;

/** 对账日志 of one channel merchant: its runs. 商户结算时间 is the day of the bill, 平台结算时间 the end of the run that settled it here. */
export const reconcileLog = {
  name: 'reconcile-log', title: '对账日志', permission, requirements: ['1.1.4.2.2-c'], kind: 'detail', rowScope: 'all',
  columns: {
    logTime: { label: '时间', type: 'time' },
    merchantSettleTime: { label: '商户结算时间', type: 'day' },
    platformSettleTime: { label: '平台结算时间', type: 'time' },
    remark: { label: '备注', type: 'text' },
    runState: { label: '对账进度', type: 'code', codes: 'runState', own: true },
    runNo: { label: '对账批次号', type: 'text', own: true, hidden: true },
    billNo: { label: '对账单编号', type: 'text', own: true, hidden: true },
  },
  filters: {
    channelMerchantId: { label: '渠道商户标识', control: 'text', match: 'whole', own: true, required: true },
    reconcileDate: { label: '对账日期', control: 'day', own: true },
  },
  sortable: ['logTime'], defaultSort: ['logTime', 'desc'], totals: [],
} as const satisfies ListView;

/** 对账差异: everything on which our books and a channel's bill do not say the same (ours; the matrix only asks that they are seen and filtered). */
export const differences = {
  name: 'differences', title: '对账差异', permission, requirements: [], kind: 'list', rowScope: 'all',
  columns: {
    differenceNo: { label: '差异编号', type: 'text', own: true },
    reconcileDate: { label: '对账日期', type: 'day', own: true },
    payChannel: { label: '支付渠道', type: 'code', codes: 'payChannel', own: true },
    channelMerchantName: { label: '渠道商户名称', type: 'text', own: true },
    outcome: { label: '对账结果', type: 'code', codes: 'outcome', own: true },
    differenceState: { label: '处理状态', type: 'code', codes: 'differenceState', own: true },
    orderType: { label: '订单类型', type: 'code', codes: 'orderType', own: true },
    tradeTime: { label: '交易时间', type: 'time', own: true },
    payeeName: { label: '收款单位', type: 'text', own: true },
    bizOrderNo: { label: '商户订单号', type: 'text', own: true },
    platformOrderNo: { label: '支付订单号', type: 'text', own: true, link: { list: 'pay-order', as: 'platformOrderNo' } },
    ownNo: { label: '平台交易流水号', type: 'text', own: true },
    channelOrderNo: { label: '渠道订单号', type: 'text', own: true },
    hereAmount: { label: '平台金额', type: 'money', own: true },
    thereAmount: { label: '渠道金额', type: 'money', own: true },
    thereSettled: { label: '渠道结算金额', type: 'money', own: true },
    hereFee: { label: '约定手续费', type: 'money', own: true },
    thereFee: { label: '渠道手续费', type: 'money', own: true },
    suggestion: { label: '可能对应的交易', type: 'text', own: true },
    explanation: { label: '说明', type: 'text', own: true },
    foundTime: { label: '发现时间', type: 'time', own: true },
    lastRunNo: { label: '对账批次号', type: 'text', own: true, hidden: true },
  },
  filters: {
    reconcileDate: { label: '对账日期', control: 'dateRange', own: true },
    payChannel: { label: '支付渠道', control: 'select', codes: 'payChannel', own: true },
    channelMerchantName: { label: '渠道商户名称', control: 'select', names: 'channel-merchants', own: true },
    outcome: { label: '对账结果', control: 'select', codes: 'outcome', own: true },
    differenceState: { label: '处理状态', control: 'select', codes: 'differenceState', own: true },
  },
  sortable: ['reconcileDate'], defaultSort: ['reconcileDate', 'desc'],
  totals: ['hereAmount', 'thereAmount', 'thereSettled'],
  defaultRange: { filter: 'reconcileDate', rule: 'last-30-days' },
  related: [{ list: 'difference-notes', with: { differenceNo: 'differenceNo' } }],
} as const satisfies ListView;
