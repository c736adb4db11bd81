import type { MatrixEntry } from './matrix-entry.js';

/** Logs, alerts and menus as the requirement matrix has them. */
export const managementEntries: readonly MatrixEntry[] = [
  {
    id: 'PERF-3-b', kind: 'list', sort: ['createTime', 'desc'], totals: [], defaultRange: ['createDate', 'last 7 days'],
    columns: [
      { zh: '时间', en: 'createTime', proposed: true }, { zh: '提醒类型', en: 'alertType', proposed: true }, { zh: '级别', en: 'alertLevel', proposed: true }, { zh: '内容', en: 'message', proposed: true },
      { zh: '关联订单号', en: 'relatedOrderNo', proposed: true }, { zh: '处理状态', en: 'handleState', proposed: true },
    ],
    filters: [{ zh: '时间', en: 'createDate', control: 'dateRange' }, { zh: '提醒类型', en: 'alertType', control: 'select' }, { zh: '处理状态', en: 'handleState', control: 'select' }],
  },
  {
    id: 'PERF-3-a', kind: 'list', sort: ['createTime', 'desc'], totals: [],
    columns: [
      { zh: '时间', en: 'createTime', proposed: true }, { zh: '日志类型', en: 'logType', proposed: true }, { zh: '级别', en: 'logLevel', proposed: true }, { zh: '请求号', en: 'requestId', proposed: true },
      { zh: '关联订单号', en: 'relatedOrderNo', proposed: true }, { zh: '内容', en: 'message', proposed: true },
    ],
    filters: [
      { zh: '时间', en: 'createDate', control: 'dateRange' }, { zh: '日志类型', en: 'logType', control: 'select' }, { zh: '关联订单号', en: 'relatedOrderNo', control: 'text' },
      { zh: '请求号', en: 'requestId', control: 'text' },
    ],
  },
  {
    id: '1.1.6.1.1-a', kind: 'list', sort: ['sortNo', 'asc'], totals: [], filters: [],
    columns: [
      { zh: '菜单名称', en: 'menuName', proposed: true }, { zh: '菜单路径', en: 'menuPath', proposed: true }, { zh: '菜单类型', en: 'menuType', proposed: true }, { zh: '上级菜单', en: 'parentMenuName', proposed: true },
      { zh: '排序', en: 'sortNo', proposed: true }, { zh: '启用状态', en: 'enabled', proposed: true },
    ],
  },
];
