import type { ListView } from './list-view.js';
import { callbackColumns } from './order-lists.js';

/**
 * 业务系统通知: what business systems were told and how it went, of all of them (ours; the dead ones are filtered, resent and exported here). Of orders
 * that were archived it stands on the page of the order.
 */
export const callbacks = {
  name: 'callbacks', title: '业务系统通知', permission: 'service-desk.pay-orders.read', requirements: [], kind: 'list', rowScope: 'all', byPayee: true,
  columns: {
    ...callbackColumns,
    devId: { label: '开发者编号', type: 'text', own: true },
    payeeName: { label: '收款单位', type: 'text', own: true },
    platformOrderNo: { label: '支付订单号', type: 'text', own: true, link: { list: 'pay-order', as: 'platformOrderNo' } },
  },
  filters: {
    createDate: { label: '产生日期', control: 'dateRange', own: true },
    noticeState: { label: '通知状态', control: 'select', codes: 'noticeState', own: true },
    devId: { label: '开发者编号', control: 'text', match: 'whole', own: true },
    orderType: { label: '类型', control: 'select', codes: 'orderType', own: true },
    platformOrderNo: { label: '支付订单号', control: 'text', match: 'whole', own: true, anyDay: true },
  },
  sortable: ['createTime'], defaultSort: ['createTime', 'desc'], totals: [], defaultRange: { filter: 'createDate', rule: 'today' },
} as const satisfies ListView;
