import type { ListView } from './list-view.js';

/** 个人账单推送: how far city apps know the records of paid orders; those that failed are the list a person works through (ours, to 1.1.7.2.4-b). */
export const personalBillPushes = {
  name: 'personal-bill-pushes', title: '个人账单推送', permission: 'service-desk.personal-bill-pushes.read', requirements: [], kind: 'list', rowScope: 'all', byPayee: true,
  columns: {
    createTime: { label: '首次推送时间', type: 'time', own: true },
    platformOrderNo: { label: '支付订单号', type: 'text', own: true },
    bizOrderNo: { label: '商户订单号', type: 'text', own: true },
    payeeName: { label: '收款单位', type: 'text', own: true },
    devId: { label: '开发者编码', type: 'text', own: true },
    personalBillState: { label: '账单状态', type: 'code', codes: 'personalBillState', own: true },
    pushState: { label: '推送状态', type: 'code', codes: 'pushState', own: true },
    tries: { label: '已推送次数', type: 'count', own: true },
    lastTriedTime: { label: '最近推送时间', type: 'time', own: true },
    lastAnswer: { label: '最近应答', type: 'text', own: true },
    nextTryTime: { label: '下次推送时间', type: 'time', own: true },
    acceptedTime: { label: '最近送达时间', type: 'time', own: true },
  },
  filters: {
    createDate: { label: '首次推送日期', control: 'dateRange', own: true },
    platformOrderNo: { label: '支付订单号', control: 'text', match: 'whole', anyDay: true, own: true },
    devId: { label: '开发者编码', control: 'text', match: 'whole', own: true },
    pushState: { label: '推送状态', control: 'select', codes: 'pushState', own: true },
  },
  sortable: ['createTime'], defaultSort: ['createTime', 'desc'], totals: ['tries'],
  defaultRange: { filter: 'createDate', rule: 'last-30-days' },
} as const satisfies ListView;
