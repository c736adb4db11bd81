import type { ListView } from './list-view.js';

const permission = 'finance.reconciliation.read';

/** 四方核对: how many paid orders of a day agree with channel bill, payment notice and e-bill; one row per channel merchant (ours). */
export const legChecks = {
  name: 'leg-checks', title: '四方核对', permission, requirements: [], kind: 'list', rowScope: 'all',
  columns: {
    reconcileDate: { label: '对账日期', type: 'day', own: true },
    channelMerchantName: { label: '渠道商户名称', type: 'text', own: true },
    checkState: { label: '核对进度', type: 'code', codes: 'checkState', own: true },
    orderCount: { label: '应核对笔数', type: 'count', own: true },
    completeCount: { label: '四方一致笔数', type: 'count', own: true },
    channelGaps: { label: '渠道账单差异', type: 'count', own: true },
    noticeGaps: { label: '缴款书差异', type: 'count', own: true },
    billGaps: { label: '电子票据差异', type: 'count', own: true },
    checkTime: { label: '最近核对时间', type: 'time', own: true },
    nextCheckTime: { label: '下次核对时间', type: 'time', own: true },
  },
  filters: {
    reconcileDate: { label: '对账日期', control: 'dateRange', own: true },
    channelMerchantName: { label: '渠道商户名称', control: 'select', names: 'channel-merchants', own: true },
  },
  sortable: ['reconcileDate'], defaultSort: ['reconcileDate', 'desc'],
  totals: ['orderCount', 'completeCount', 'channelGaps', 'noticeGaps', 'billGaps'],
  defaultRange: { filter: 'reconcileDate', rule: 'last-30-days' },
} as const satisfies ListView;

/** 四方核对差异: exactly which leg of which order is missing or differs, also those that are over (ours). */
export const legGaps = {
  name: 'leg-gaps', title: '四方核对差异', permission, requirements: [], kind: 'list', rowScope: 'all',
  columns: {
    reconcileDate: { label: '对账日期', type: 'day', own: true },
    platformOrderNo: { label: '支付订单号', type: 'text', own: true, link: { list: 'pay-order', as: 'platformOrderNo' } },
    bizOrderNo: { label: '商户订单号', type: 'text', own: true },
    payeeName: { label: '收款单位', type: 'text', own: true },
    leg: { label: '核对项', type: 'code', codes: 'leg', own: true },
    gapKind: { label: '差异', type: 'code', codes: 'gapKind', own: true },
    expectedAmount: { label: '应有金额', type: 'money', own: true },
    foundAmount: { label: '实有金额', type: 'money', own: true },
    foundTime: { label: '发现时间', type: 'time', own: true },
    closedTime: { label: '消除时间', type: 'time', own: true },
    gapState: { label: '状态', type: 'code', codes: 'gapState', own: true },
    gapNo: { label: '差异编号', type: 'text', own: true },
  },
  filters: {
    reconcileDate: { label: '对账日期', control: 'dateRange', own: true },
    platformOrderNo: { label: '支付订单号', control: 'text', match: 'whole', anyDay: true, own: true },
    leg: { label: '核对项', control: 'select', codes: 'leg', own: true },
    gapKind: { label: '差异', control: 'select', codes: 'gapKind', own: true },
    gapState: { label: '状态', control: 'select', codes: 'gapState', own: true },
  },
  sortable: ['reconcileDate'], defaultSort: ['reconcileDate', 'desc'],
  totals: ['expectedAmount', 'foundAmount'],
  defaultRange: { filter: 'reconcileDate', rule: 'last-30-days' },
  related: [{ list: 'leg-gap-notes', with: { gapNo: 'gapNo' } }],
} as const satisfies ListView;
