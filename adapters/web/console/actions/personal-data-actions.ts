import { textIn, type FormValues } from '../../shared/form-values.js';
import { api } from '../api/client.js';
import type { Row } from '../lists/list-types.js';
import { cellOf, type FormSpec, type ListAction, type RowAction } from './action-types.js';

/** What is asked of whoever wants to see personal data in clear, and what they are told before. */
export const reasonForm = (): FormSpec => ({ fields: [{ kind: 'words', name: 'reason', label: '查看原因', isRequired: true, maxLength: 200 }], initial: {} });
export const isAudited = '谁、何时、因何查看都会记入审计日志。';
export const reasonIn = (values: FormValues) => ({ reason: textIn(values, 'reason') });

/** What personal data people may see in clear, one order at a time. */
export const personalDataActions: readonly ListAction[] = [{
  on: 'row', key: 'payer', title: '付款人信息', heading: '查看付款人的完整信息', permission: 'service-desk.personal-data.read', form: reasonForm,
  words: (row) => `查看订单 ${cellOf(row, 'platformOrderNo')} 付款人的姓名、手机号和证件号码。${isAudited}`,
  run: async (row, values) => {
    const { name, mobile, certNo } = await api.payerInClear({ platformOrderNo: cellOf(row, 'platformOrderNo'), ...reasonIn(values) });
    const facts = [['姓名', name], ['手机号', mobile], ['证件号码', certNo]] as const;
    return { kind: 'facts', title: '付款人信息', facts: facts.map(([label, value]) => [label, value ?? '未登记']) };
  },
}];

/** The whole number of somebody who works with the platform, one at a time. `column`: where the list shows its mask. */
function contactAction(permission: string, title: string, column: string, whose: (row: Row) => string, see: (row: Row, reason: { readonly reason: string }) => Promise<{ readonly mobile: string }>): RowAction {
  return {
    on: 'row', key: 'contact', title, heading: `查看${title}`, permission, inDetail: true, isFor: (row) => row[column] !== null, form: reasonForm,
    words: (row) => `查看${whose(row)}的完整手机号。${isAudited}`,
    run: async (row, values) => ({ kind: 'facts', title, facts: [['手机号', (await see(row, reasonIn(values))).mobile]] }),
  };
}

export const operatorContact = contactAction('platform.operators.contact', '完整手机号', 'operatorMobile', (row) => ` ${cellOf(row, 'operatorName')}（${cellOf(row, 'operatorAccount')}）`,
  (row, reason) => api.operatorContact({ operatorNo: cellOf(row, 'operatorNo'), ...reason }));
export const institutionContact = contactAction('config.institutions.contact', '联系人手机', 'contactMobile', (row) => ` ${cellOf(row, 'institutionName')}（${cellOf(row, 'institutionNo')}）联系人`,
  (row, reason) => api.institutionContact({ institutionNo: cellOf(row, 'institutionNo'), ...reason }));
export const developerContact = contactAction('platform.developers.contact', '联系人手机', 'contactMobile', (row) => ` ${cellOf(row, 'developerName')}（${cellOf(row, 'devId')}）联系人`,
  (row, reason) => api.developerContact({ devId: cellOf(row, 'devId'), ...reason }));
