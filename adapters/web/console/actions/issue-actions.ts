import { issueTypeWords } from '../../shared/issue-words.js';
import { listIn, textIfAny, textIn, type FormValues } from '../../shared/form-values.js';
import { api } from '../api/client.js';
import type { Row } from '../lists/list-types.js';
import { cellOf, said, type Field, type FormSpec, type ListAction, type RowAction } from './action-types.js';
import { isAudited, reasonForm, reasonIn } from './personal-data-actions.js';

const permission = 'service-desk.issues.edit';
const filesField: Field = { kind: 'files', name: 'attachments', label: '上传附件', maxFiles: 10, maxMegabytes: 10, hint: 'PNG、JPG 图片或 PDF 文件，每个不超过 10 MB，一次至多 10 个' };
const wordsField = (name: string, label: string): Field => ({ kind: 'words', name, label, isRequired: true, maxLength: 1000 });
const contactField: Field = { kind: 'text', name: 'contactMobile', label: '联系电话', maxLength: 24, hint: '需要回电时填写手机号；加密保存，列表和详情只显示部分数字' };
const accountField: Field = { kind: 'fixed', name: 'operatorAccount', label: '操作员账号' };
const fixed = (name: string, label: string): Field => ({ kind: 'fixed', name, label });

/** What no order of theirs stands behind, such an account would never see again. */
const ofPart = { isRequired: true, hint: '账号数据范围内的支付订单号或退款订单号' };

async function registering(fields: readonly Field[], initial: FormValues, signal: AbortSignal): Promise<FormSpec> {
  const { account, isLimited } = await api.me({ signal });
  const typeField: Field = { kind: 'one', name: 'issueType', label: '问题类型', isRequired: true, options: Object.entries(issueTypeWords).map(([value, label]) => ({ value, label })) };
  const asked = fields.map((field) => (isLimited && field.name === 'relatedOrderNo' ? { ...field, ...ofPart } : field));
  return { fields: [accountField, ...asked, typeField, wordsField('issueDescription', '问题描述信息'), contactField, filesField], initial: { ...initial, operatorAccount: account, attachments: [] } };
}
const register = async (about: Parameters<typeof onlyGiven>[0], values: FormValues) => {
  await api.registerIssue({ ...onlyGiven(about), issueType: textIn(values, 'issueType'), issueDescription: textIn(values, 'issueDescription'), ...textIfAny(values, 'contactMobile'), attachments: listIn(values, 'attachments') });
  return said('问题已登记，可在“问题管理”中跟踪');
};
const onlyGiven = (about: { readonly platformOrderNo?: string; readonly platformRefundOrderNo?: string; readonly relatedOrderNo?: string }) => about;

/** 问题登记 of a payment order (1.1.4.4.1-c). */
export const registerOnOrder: RowAction = {
  on: 'row', key: 'registerIssue', title: '问题登记', permission, words: (row) => `登记与支付订单 ${cellOf(row, 'platformOrderNo')} 有关的问题。`,
  form: (row, signal) => registering([fixed('bizOrderNo', '商户订单号'), fixed('platformOrderNo', '支付订单号')], { bizOrderNo: cellOf(row, 'bizOrderNo'), platformOrderNo: cellOf(row, 'platformOrderNo') }, signal),
  run: (row, values) => register({ platformOrderNo: cellOf(row, 'platformOrderNo') }, values),
};
/** 问题登记 of a refund (1.1.4.4.2-c). */
export const registerOnRefund: RowAction = {
  on: 'row', key: 'registerIssue', title: '问题登记', permission, words: (row) => `登记与退款订单 ${cellOf(row, 'platformRefundOrderNo')} 有关的问题。`,
  form: (row, signal) => registering([fixed('bizOrderNo', '商户订单号'), fixed('platformRefundOrderNo', '退款订单号')], { bizOrderNo: cellOf(row, 'bizOrderNo'), platformRefundOrderNo: cellOf(row, 'platformRefundOrderNo') }, signal),
  run: (row, values) => register({ platformRefundOrderNo: cellOf(row, 'platformRefundOrderNo') }, values),
};

const noOf = (row: Row): string => cellOf(row, 'issueNo');
const isSolved = (row: Row): boolean => row['issueState'] === '1';
const isOpen = (row: Row): boolean => !isSolved(row);
const which = (row: Row): string => (row['relatedOrderNo'] === null ? '此问题' : `与订单 ${cellOf(row, 'relatedOrderNo')} 有关的问题`);

/** 问题管理 (1.1.4.4.3). */
export const issueActions: readonly ListAction[] = [
  {
    on: 'page', key: 'create', title: '发起问题', permission, words: '登记不是从订单页面发起的问题。与某个订单有关的，填写任一订单号即可。',
    form: (signal) => registering([{ kind: 'text', name: 'relatedOrderNo', label: '关联订单号', maxLength: 128, hint: '选填：商户订单号、支付订单号或退款订单号', pattern: [/^[\x21-\x7e]*$/, '订单号只含字母、数字和符号'] }], {}, signal),
    run: (values) => register(textIfAny(values, 'relatedOrderNo'), values),
  },
  {
    on: 'row', key: 'followUp', title: '跟踪问题', permission, words: (row) => `为${which(row)}添加一条跟踪记录，状态不变。`,
    form: () => ({ fields: [wordsField('issueDescription', '问题描述'), filesField], initial: { attachments: [] } }),
    run: async (row, values) => { await api.followIssue({ issueNo: noOf(row), issueDescription: textIn(values, 'issueDescription'), attachments: listIn(values, 'attachments') }); return said('跟踪记录已添加'); },
  },
  {
    on: 'row', key: 'solve', title: '解决问题', permission, isFor: isOpen, words: (row) => `写明${which(row)}的解决办法，状态变为已解决。`,
    form: () => ({ fields: [wordsField('issueSolution', '解决办法'), filesField], initial: { attachments: [] } }),
    run: async (row, values) => { await api.solveIssue({ issueNo: noOf(row), issueSolution: textIn(values, 'issueSolution'), attachments: listIn(values, 'attachments') }); return said('问题已解决'); },
  },
  {
    on: 'row', key: 'reopen', title: '重新打开', heading: '重新打开问题', permission, isFor: isSolved, words: (row) => `${which(row)}并未解决时，重新打开继续处理；原来的解决办法留在跟踪记录中。`,
    form: () => ({ fields: [wordsField('issueDescription', '重新打开的原因'), filesField], initial: { attachments: [] } }),
    run: async (row, values) => { await api.reopenIssue({ issueNo: noOf(row), issueDescription: textIn(values, 'issueDescription'), attachments: listIn(values, 'attachments') }); return said('问题已重新打开'); },
  },
  {
    on: 'row', key: 'attach', title: '上传附件', permission, words: (row) => `为${which(row)}补充附件；附件上传后不能删除。`,
    form: () => ({ fields: [{ ...filesField, isRequired: true }], initial: {} }),
    run: async (row, values) => { await api.attachToIssue({ issueNo: noOf(row), attachments: listIn(values, 'attachments') }); return said('附件已上传'); },
  },
  {
    on: 'row', key: 'contact', title: '查看联系电话', permission: 'service-desk.personal-data.read', words: (row) => `查看${which(row)}的完整联系电话。${isAudited}`,
    form: reasonForm,
    run: async (row, values) => ({ kind: 'verdict', title: '联系电话', words: (await api.issueContact({ issueNo: noOf(row), ...reasonIn(values) })).contactMobile, isGood: true }),
  },
];
