import { textIn } from '../../shared/form-values.js';
import { api } from '../api/client.js';
import { cellOf, type ListAction } from './action-types.js';

/** What personal data people may see in clear, one order at a time. */
export const personalDataActions: readonly ListAction[] = [{
  on: 'row', key: 'payer', title: '付款人信息', heading: '查看付款人的完整信息', permission: 'service-desk.personal-data.read',
  words: (row) => `查看订单 ${cellOf(row, 'platformOrderNo')} 付款人的姓名、手机号和证件号码。谁、何时、因何查看都会记入审计日志。`,
  form: () => ({ fields: [{ kind: 'words', name: 'reason', label: '查看原因', isRequired: true, maxLength: 200 }], initial: {} }),
  run: async (row, values) => {
    const { name, mobile, certNo } = await api.payerInClear({ platformOrderNo: cellOf(row, 'platformOrderNo'), reason: textIn(values, 'reason') });
    const facts = [['姓名', name], ['手机号', mobile], ['证件号码', certNo]] as const;
    return { kind: 'facts', title: '付款人信息', facts: facts.map(([label, value]) => [label, value ?? '未登记']) };
  },
}];
