import type { ListView } from './list-view.js';

/** 数据共享日志: what was sent to the city's data sharing platform, and the counts that were compared with it (ours; the document names no screen for it). */
export const shareLog = {
  name: 'share-log', title: '数据共享日志', permission: 'share.log.read', requirements: [], kind: 'list', rowScope: 'all',
  columns: {
    beganTime: { label: '时间', type: 'time', own: true },
    shareTable: { label: '共享表', type: 'code', codes: 'shareTable', own: true },
    shareKind: { label: '类型', type: 'code', codes: 'shareKind', own: true },
    rowCount: { label: '行数', type: 'count', own: true },
    acceptedCount: { label: '对方接收行数', type: 'count', own: true },
    quarantinedCount: { label: '隔离行数', type: 'count', own: true },
    warningCount: { label: '截断或留空', type: 'count', own: true },
    shareState: { label: '状态', type: 'code', codes: 'shareState', own: true },
    message: { label: '说明', type: 'text', own: true },
    target: { label: '共享目标', type: 'text', own: true },
    endedTime: { label: '结束时间', type: 'time', own: true },
    batchNo: { label: '批次号', type: 'text', own: true },
  },
  filters: {
    beganTime: { label: '时间', control: 'dateRange', own: true },
    shareTable: { label: '共享表', control: 'select', codes: 'shareTable', own: true },
    shareKind: { label: '类型', control: 'select', codes: 'shareKind', own: true },
    shareState: { label: '状态', control: 'select', codes: 'shareState', own: true },
  },
  sortable: ['beganTime'], defaultSort: ['beganTime', 'desc'], totals: ['quarantinedCount', 'warningCount'],
  defaultRange: { filter: 'beganTime', rule: 'last-30-days' },
} as const satisfies ListView;
