import { textIn } from '../../shared/form-values.js';
import { api } from '../api/client.js';
import type { Row } from '../lists/list-types.js';
import { cellOf, remarkField, said, type Field, type ListAction } from './action-types.js';

const decides = 'platform.operator-keys.decide';
const whose = (row: Row): string => `${cellOf(row, 'operatorName')}（${cellOf(row, 'operatorAccount')}）的 UKey（指纹 ${cellOf(row, 'keyPrint')}）`;
const isAt = (...states: readonly string[]) => (row: Row): boolean => states.includes(cellOf(row, 'keyState'));
const reasonField: Field = { ...remarkField, label: '原因', isRequired: true };
const decide = (row: Row, decision: 'approve' | 'reject', remark: string): Promise<unknown> => api.decideKey({ keyNo: cellOf(row, 'keyNo'), decision, remark });

/** UKey 管理 (AUTH-03): one person asks, another decides. */
export const keyActions: readonly ListAction[] = [
  {
    on: 'row', key: 'approve', title: '同意', heading: '同意登记 UKey', permission: decides, isFor: isAt('0'),
    words: (row) => `请当面核对指纹与本人的 UKey 一致。同意后，${whose(row)}代替其动态口令（或原来的 UKey）作为第二因素，当即结束其登录。`,
    form: () => ({ fields: [remarkField], initial: {} }),
    run: async (row, values) => { await decide(row, 'approve', textIn(values, 'remark')); return said('已同意，UKey 生效'); },
  },
  {
    on: 'row', key: 'reject', title: '驳回', heading: '驳回登记 UKey', permission: decides, isGrave: true, isFor: isAt('0'), words: (row) => `驳回后，${whose(row)}不生效，第二因素不变；本人可以重新申请。`,
    form: () => ({ fields: [reasonField], initial: {} }),
    run: async (row, values) => { await decide(row, 'reject', textIn(values, 'remark')); return said('已驳回'); },
  },
  {
    on: 'row', key: 'report-lost', title: '挂失', heading: '挂失 UKey', permission: 'platform.operator-keys.report', isGrave: true, isFor: isAt('1'),
    words: (row) => `挂失后，${whose(row)}当即不能再登录，其登录结束。经安全管理员同意后解除，恢复动态口令。`,
    form: () => ({ fields: [reasonField], initial: {} }),
    run: async (row, values) => { await api.reportKey({ keyNo: cellOf(row, 'keyNo'), remark: textIn(values, 'remark') }); return said('已挂失，等待安全管理员审批'); },
  },
  {
    on: 'row', key: 'remove', title: '同意解除', heading: '解除挂失的 UKey', permission: decides, isGrave: true, isFor: isAt('3'),
    words: (row) => `解除后，${whose(row)}永远不能再登记；本人以原来的动态口令登录，可以再登记另一个 UKey。`,
    form: () => ({ fields: [remarkField], initial: {} }),
    run: async (row, values) => { await decide(row, 'approve', textIn(values, 'remark')); return said('已解除，恢复动态口令'); },
  },
  {
    on: 'row', key: 'keep', title: '撤销挂失', permission: decides, isFor: isAt('3'), words: (row) => `撤销后，${whose(row)}恢复使用。仅限确认 UKey 一直在本人手里。`,
    form: () => ({ fields: [reasonField], initial: {} }),
    run: async (row, values) => { await decide(row, 'reject', textIn(values, 'remark')); return said('已撤销挂失，UKey 恢复使用'); },
  },
];
