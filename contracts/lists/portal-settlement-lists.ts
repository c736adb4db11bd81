import type { ListView } from './list-view.js';
import { entryTotals, payeeEntryColumns, payeeEntryFilters } from './settlement-lists.js';

const permission = 'portal.settlement.read';

const sums = {
  tradeCount: { label: '交易笔数', type: 'count' },
  tradeAmount: { label: '交易金额', type: 'money' },
  settledCount: { label: '已结笔数', type: 'count' },
  settledAmount: { label: '已结金额', type: 'money' },
  creditedAmount: { label: '入账金额', type: 'money' },
  feeAmount: { label: '手续费', type: 'money' },
} as const satisfies ListView['columns'];
const sumTotals = ['tradeCount', 'tradeAmount', 'settledCount', 'settledAmount', 'creditedAmount', 'feeAmount'] as const;

/** 日结算流水 of the institution. */
export const portalDailySettlements = {
  name: 'portal-daily-settlements', title: '日结算流水', permission, kind: 'list', rowScope: 'institution',
  requirements: ['1.1.3.3.1-a', '1.1.3.3.1-d', '1.1.3.3.1-e'],
  columns: { orderDate: { label: '订单日期', type: 'day' }, payChannel: { label: '支付渠道', type: 'code', codes: 'payChannel' }, ...sums },
  filters: { orderDate: { label: '订单日期', control: 'dateRange' }, payeeName: { label: '收款单位', control: 'text', match: 'part' } },
  sortable: ['orderDate'], defaultSort: ['orderDate', 'desc'], totals: sumTotals,
  defaultRange: { filter: 'orderDate', rule: 'last-30-days' },
} as const satisfies ListView;

export const portalDailySettlementDetails = {
  name: 'portal-daily-settlement-details', title: '日结算流水明细', permission, requirements: ['1.1.3.3.1-b'], kind: 'detail', rowScope: 'institution',
  columns: {
    settleDate: { label: '结算日期', type: 'day' },
    bizOrderNo: { label: '商户订单号', type: 'text' },
    tradeAmount: { label: '交易金额', type: 'money' },
    settledAmount: { label: '已结金额', type: 'money' },
    creditedAmount: { label: '入账金额', type: 'money' },
    feeAmount: { label: '手续费', type: 'money' },
    payeeName: { label: '收款单位', type: 'text' },
    tradeTime: { label: '交易时间', type: 'time' },
    orderType: { label: '订单类型', type: 'code', codes: 'orderType' },
    payChannel: { label: '支付渠道', type: 'code', codes: 'payChannel' },
  },
  filters: {
    orderDate: { label: '订单日期', control: 'day', own: true, required: true },
    payChannel: { label: '支付渠道', control: 'select', codes: 'payChannel', own: true },
    payeeName: { label: '收款单位', control: 'text', match: 'part', own: true },
  },
  sortable: ['tradeTime'], defaultSort: ['tradeTime', 'desc'], totals: entryTotals,
} as const satisfies ListView;

/** 收款单位结算流水 of the institution. */
export const portalPayeeSettlements = {
  name: 'portal-payee-settlements', title: '收款单位结算流水', permission, requirements: ['1.1.3.3.2-a', '1.1.3.3.2-d'], kind: 'list', rowScope: 'institution',
  columns: {
    orderDate: { label: '订单日期', type: 'day' },
    payeeName: { label: '单位名称', type: 'text' },
    payChannel: { label: '支付渠道', type: 'code', codes: 'payChannel' },
    ...sums,
    merchantNo: { label: '收款单位编号', type: 'text', own: true, hidden: true },
  },
  filters: {
    orderDate: { label: '订单日期', control: 'dateRange' },
    // Reading of 1.1.3.3.2-d: a screen by payee needs it.
    payeeName: { label: '收款单位', control: 'text', match: 'part', own: true },
  },
  sortable: ['orderDate'], defaultSort: ['orderDate', 'desc'], totals: sumTotals,
  defaultRange: { filter: 'orderDate', rule: 'last-30-days' },
} as const satisfies ListView;

export const portalPayeeSettlementDetails = {
  name: 'portal-payee-settlement-details', title: '收款单位结算流水明细', permission, requirements: ['1.1.3.3.2-b'], kind: 'detail', rowScope: 'institution',
  columns: payeeEntryColumns, filters: payeeEntryFilters, sortable: ['tradeTime'], defaultSort: ['tradeTime', 'desc'], totals: entryTotals,
} as const satisfies ListView;

/** 未结算流水 of the institution. */
export const portalUnsettled = {
  name: 'portal-unsettled', title: '未结算流水', permission, requirements: ['1.1.3.3.3-a', '1.1.3.3.3-b'], kind: 'list', rowScope: 'institution',
  columns: {
    tradeTime: { label: '交易时间', type: 'time' },
    bizOrderNo: { label: '商户订单号', type: 'text' },
    tradeAmount: { label: '交易金额', type: 'money' },
    payeeName: { label: '收款单位', type: 'text' },
    orderType: { label: '订单类型', type: 'code', codes: 'orderType' },
    payChannel: { label: '支付渠道', type: 'code', codes: 'payChannel' },
  },
  filters: { tradeDate: { label: '交易日期', control: 'dateRange' } },
  sortable: ['tradeTime'], defaultSort: ['tradeTime', 'desc'], totals: ['tradeAmount'],
} as const satisfies ListView;
