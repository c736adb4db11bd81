import type { ListView } from './list-view.js';

/** 统一提醒、提示 (PERF-3-b). 时间 is when it happened last; unread ones stand first. */
export const alerts = {
  name: 'alerts', title: '统一提醒', permission: 'platform.alerts.read', kind: 'list', rowScope: 'all', requirements: ['PERF-3-b'],
  columns: {
    createTime: { label: '时间', type: 'time' },
    alertType: { label: '提醒类型', type: 'code', codes: 'alertType' },
    alertLevel: { label: '级别', type: 'code', codes: 'alertLevel' },
    message: { label: '内容', type: 'text' },
    relatedOrderNo: { label: '关联订单号', type: 'text' },
    handleState: { label: '处理状态', type: 'code', codes: 'alertHandled' },
    readState: { label: '阅读状态', type: 'code', codes: 'alertRead', own: true },
    times: { label: '次数', type: 'count', own: true },
    firstTime: { label: '首次时间', type: 'time', own: true },
    handlerName: { label: '处理人', type: 'text', own: true },
    handleTime: { label: '处理时间', type: 'time', own: true },
    remark: { label: '备注', type: 'text', own: true },
    alertNo: { label: '提醒编号', type: 'text', own: true, hidden: true },
  },
  filters: {
    createDate: { label: '时间', control: 'dateRange' },
    alertType: { label: '提醒类型', control: 'select', codes: 'alertType' },
    handleState: { label: '处理状态', control: 'select', codes: 'alertHandled' },
    readState: { label: '阅读状态', control: 'select', codes: 'alertRead', own: true },
    alertLevel: { label: '级别', control: 'select', codes: 'alertLevel', own: true },
  },
  sortable: ['createTime'], defaultSort: ['createTime', 'desc'], totals: [], defaultRange: { filter: 'createDate', rule: 'last-7-days' },
} as const satisfies ListView;

/** 统一日志 (PERF-3-a): lines of the log of the last days. */
export const platformLogs = {
  name: 'platform-logs', title: '统一日志', permission: 'platform.logs.read', kind: 'list', rowScope: 'all', requirements: ['PERF-3-a'],
  columns: {
    createTime: { label: '时间', type: 'time' },
    logType: { label: '日志类型', type: 'code', codes: 'logType' },
    logLevel: { label: '级别', type: 'code', codes: 'logLevel' },
    requestId: { label: '请求号', type: 'text' },
    relatedOrderNo: { label: '关联订单号', type: 'text' },
    message: { label: '内容', type: 'text' },
  },
  filters: {
    createDate: { label: '时间', control: 'dateRange' },
    logType: { label: '日志类型', control: 'select', codes: 'logType' },
    relatedOrderNo: { label: '关联订单号', control: 'text', match: 'whole' },
    requestId: { label: '请求号', control: 'text', match: 'whole' },
    logLevel: { label: '级别', control: 'select', codes: 'logLevel', own: true },
  },
  sortable: ['createTime'], defaultSort: ['createTime', 'desc'], totals: [],
} as const satisfies ListView;

/** 菜单管理 (1.1.6.1.1). */
export const menus = {
  name: 'menus', title: '菜单管理', permission: 'platform.menus.read', kind: 'list', rowScope: 'all', requirements: ['1.1.6.1.1-a'],
  columns: {
    menuName: { label: '菜单名称', type: 'text' },
    menuPath: { label: '菜单路径', type: 'text' },
    menuType: { label: '菜单类型', type: 'code', codes: 'menuType' },
    parentMenuName: { label: '上级菜单', type: 'text' },
    sortNo: { label: '排序', type: 'count' },
    enabled: { label: '启用状态', type: 'code', codes: 'enabledState' },
    menuOrigin: { label: '来源', type: 'code', codes: 'menuOrigin', own: true },
    remark: { label: '备注', type: 'text', own: true },
    menuKey: { label: '菜单标识', type: 'text', own: true, hidden: true },
    parentKey: { label: '上级菜单标识', type: 'text', own: true, hidden: true },
    version: { label: '版本', type: 'count', own: true, hidden: true },
    siblingCount: { label: '同级菜单数', type: 'count', own: true, hidden: true },
  },
  filters: { menuName: { label: '菜单名称', control: 'text', match: 'part', own: true }, enabled: { label: '启用状态', control: 'select', codes: 'enabledState', own: true } },
  sortable: ['sortNo'], defaultSort: ['sortNo', 'asc'], totals: [], tree: { key: 'menuKey', parent: 'parentKey' },
} as const satisfies ListView;
