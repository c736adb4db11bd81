import { textIn } from '../../shared/form-values.js';
import { api } from '../api/client.js';
import type { Row } from '../lists/list-types.js';
import { cellOf, remarkField, said, type ListAction } from './action-types.js';

const permission = 'platform.alerts.handle';
const noOf = (row: Row): string => cellOf(row, 'alertNo');

/** 统一提醒 (PERF-3-b). */
export const alertActions: readonly ListAction[] = [
  {
    on: 'page', key: 'read-all', title: '全部标为已读', permission, words: '将所有未读提醒标为已读；提醒仍待处理，再次发生时重新变为未读。',
    run: async () => { const { count } = await api.readAllAlerts(); return said(count === 0 ? '没有未读的提醒' : `已将 ${count} 条提醒标为已读`); },
  },
  {
    on: 'row', key: 'handle', title: '处理', heading: '处理提醒', permission, isFor: (row) => row['handleState'] === '0',
    words: (row) => `${cellOf(row, 'message')}。处理后，同样的事再次发生会成为新的提醒。`,
    form: () => ({ fields: [{ ...remarkField, label: '处理说明', isRequired: true }], initial: {} }),
    run: async (row, values) => { await api.handleAlert(noOf(row), textIn(values, 'remark')); return said('提醒已处理'); },
  },
  {
    on: 'row', key: 'read', title: '标为已读', permission, isFor: (row) => row['readState'] === '0', words: (row) => `将“${cellOf(row, 'message')}”标为已读；仍待处理。`,
    run: async (row) => { await api.readAlert(noOf(row)); return said('已标为已读'); },
  },
];
