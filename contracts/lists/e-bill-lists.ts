import type { ListView } from './list-view.js';

const marks = {
  bizOrderNo: { label: '商户订单号', type: 'text' },
  platformOrderNo: { label: '支付订单号', type: 'text' },
  eBillCode: { label: '票据代码', type: 'text' },
  eBillNo: { label: '票据号码', type: 'text' },
  eBillAmount: { label: '开票金额', type: 'money' },
  eBillTime: { label: '开票时间', type: 'time' },
  eBillState: { label: '开票状态', type: 'code', codes: 'eBillState' },
  eBillSource: { label: '票据来源', type: 'code', codes: 'eBillSource' },
} as const satisfies ListView['columns'];

/** Our number at the bill system; names a bill here, also one that was only checked. */
const busNo = { label: '业务流水号', type: 'text', own: true } as const;
const failureText = { label: '未开具原因', type: 'text', own: true } as const;

/** 票据查询, 票据列表: bills generated through the platform and bills verified by it. A bill not issued yet is found by the day of its payment. */
export const eBills = {
  name: 'e-bills', title: '行业票据管理', permission: 'nontax.e-bills.read', kind: 'list', rowScope: 'all', byPayee: true, requirements: ['1.1.5.3.1-a', '1.1.5.3.1-b', '1.1.5.3.2-a'],
  columns: { ...marks, payeeName: { label: '收款单位', type: 'text', own: true }, failureText, busNo: { ...busNo, hidden: true } },
  filters: {
    billQueryDate: { label: '日期', control: 'dateRange' },
    bizOrderNo: { label: '商户订单号', control: 'text', match: 'whole', anyDay: true },
    platformOrderNo: { label: '支付订单号', control: 'text', match: 'whole', anyDay: true, own: true },
    eBillNo: { label: '票据号码', control: 'text', match: 'whole', anyDay: true, own: true },
    eBillState: { label: '开票状态', control: 'select', codes: 'eBillState', own: true },
    payeeName: { label: '收款单位', control: 'text', match: 'part', own: true },
  },
  sortable: ['eBillTime'], defaultSort: ['eBillTime', 'desc'], totals: ['eBillAmount'], defaultRange: { filter: 'billQueryDate', rule: 'last-30-days' },
} as const satisfies ListView;

/** 票据详情, with the address of the bill's picture. */
export const eBill = {
  name: 'e-bill', title: '票据详情', permission: 'nontax.e-bills.read', kind: 'record', rowScope: 'all', byPayee: true, requirements: ['1.1.5.3.2-b'],
  columns: {
    ...marks, eBillCheckCode: { label: '校验码', type: 'text' }, payeeName: { label: '收款单位', type: 'text', own: true }, payCode: { label: '缴款码', type: 'text', own: true }, busNo, failureText,
    tries: { label: '尝试次数', type: 'count', own: true }, lastTryTime: { label: '最近一次', type: 'time', own: true }, nextTryTime: { label: '下一次', type: 'time', own: true },
    pageUrl: { label: '票面地址', type: 'text', own: true },
  },
  filters: { busNo: { label: '业务流水号', control: 'text', match: 'whole', own: true, required: true } },
  sortable: ['eBillTime'], defaultSort: ['eBillTime', 'desc'], totals: [],
} as const satisfies ListView;
