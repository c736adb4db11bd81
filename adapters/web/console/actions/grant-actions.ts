import { textIn } from '../../shared/form-values.js';
import { api } from '../api/client.js';
import type { Row } from '../lists/list-types.js';
import { cellOf, remarkField, said, type ListAction } from './action-types.js';

const permission = 'platform.operator-roles.grant';
const who = (row: Row): string => `${cellOf(row, 'operatorName')}（${cellOf(row, 'operatorAccount')}）`;
const isWaiting = (row: Row): boolean => row['grantState'] === '0';

/** 权限变更审批 (RBAC-03). */
export const grantActions: readonly ListAction[] = [
  {
    on: 'row', key: 'approve', title: '同意', permission, isFor: isWaiting,
    words: (row) => `同意后，${who(row)} 的权限由现有的全部权限改为：${cellOf(row, 'askedRights')}；数据范围为：${cellOf(row, 'askedScope')}。当即结束其登录。`,
    form: () => ({ fields: [{ ...remarkField, label: '审批意见' }], initial: {} }),
    run: async (row, values) => { await api.decideGrant({ requestNo: cellOf(row, 'requestNo'), decision: 'approve', remark: textIn(values, 'remark') }); return said('已同意，权限已变更'); },
  },
  {
    on: 'row', key: 'reject', title: '驳回', permission, isGrave: true, isFor: isWaiting, words: (row) => `驳回后，${who(row)} 的权限不变；仍有需要的，须重新申请。`,
    form: () => ({ fields: [{ ...remarkField, label: '驳回原因', isRequired: true }], initial: {} }),
    run: async (row, values) => { await api.decideGrant({ requestNo: cellOf(row, 'requestNo'), decision: 'reject', remark: textIn(values, 'remark') }); return said('已驳回'); },
  },
];
