import { listIn, numberIn, textIfAny, textIn, type FormValues } from '../../shared/form-values.js';
import { api } from '../api/client.js';
import type { Row } from '../lists/list-types.js';
import { cellOf, remarkField, remarkIn, said, type Field, type ListAction, type Outcome } from './action-types.js';

const permission = 'config.institutions.edit';
const numberField: Field = { kind: 'text', name: 'institutionNo', label: '机构编号', isRequired: true, maxLength: 32, hint: '1 至 32 位字母、数字、下划线或短横线，以字母或数字开头；建立后不能修改。已有收款单位写明这一编号的，随即属于此机构' };
const accountField: Field = { kind: 'text', name: 'adminAccount', label: '机构管理员账号', isRequired: true, maxLength: 32, hint: '3 至 32 位小写字母、数字、点、下划线或短横线，以字母开头；建立后不能修改' };
const nameField: Field = { kind: 'text', name: 'institutionName', label: '机构名称', isRequired: true, maxLength: 64 };
const contactField: Field = { kind: 'text', name: 'contactName', label: '联系人', isRequired: true, maxLength: 64 };
const mobileField = { kind: 'text', name: 'contactMobile', label: '联系人手机', maxLength: 32 } as const satisfies Field;

const which = (row: Row): string => `${cellOf(row, 'institutionName')}（${cellOf(row, 'institutionNo')}）`;
const isOn = (row: Row): boolean => row['enabled'] === '1';
const seenOf = (row: Row) => ({ institutionNo: cellOf(row, 'institutionNo'), version: Number(row['version']) });
const factsIn = (values: FormValues) => ({ institutionName: textIn(values, 'institutionName'), contactName: textIn(values, 'contactName'), ...textIfAny(values, 'contactMobile'), remark: textIn(values, 'remark') });
const codeShown = (title: string, code: string): Outcome =>
  ({ kind: 'code', title, code, words: '激活码只显示这一次，24 小时内有效。请当面或经可靠渠道交给机构管理员本人，由本人在机构门户设置口令；不能用于运营后台。' });

/** 收款机构管理 (1.1.4.1.5-b to -f). */
export const institutionActions: readonly ListAction[] = [
  {
    on: 'page', key: 'create', title: '新增', heading: '新增收款机构', permission, words: '同时建立机构管理员的账号：只能登录机构门户，只看得到本机构的收款单位。',
    form: () => ({ fields: [numberField, nameField, accountField, contactField, mobileField, remarkField], initial: {} }),
    run: async (values) => codeShown('收款机构已新增', (await api.addInstitution({ institutionNo: textIn(values, 'institutionNo'), adminAccount: textIn(values, 'adminAccount'), ...factsIn(values) })).activationCode),
  },
  {
    on: 'row', key: 'edit', title: '修改', heading: '修改收款机构', permission, words: (row) => `修改 ${which(row)}。`,
    form: async (row, signal) => {
      const { institutionNo, version, institutionName, contactName, maskedMobile, remark } = await api.institution(cellOf(row, 'institutionNo'), signal);
      return {
        fields: [{ kind: 'fixed', name: 'institutionNo', label: '机构编号' }, nameField, contactField, { ...mobileField, hint: maskedMobile === undefined ? '未登记' : `已登记 ${maskedMobile}；不填则不变` }, remarkField, { kind: 'kept', name: 'version', label: '版本' }],
        initial: { institutionNo, version, institutionName, contactName, remark },
      };
    },
    run: async (row, values) => {
      await api.editInstitution({ institutionNo: cellOf(row, 'institutionNo'), version: numberIn(values, 'version'), ...factsIn(values) });
      return said('收款机构已修改');
    },
  },
  {
    on: 'row', key: 'link', title: '关联收款单位', permission, words: (row) => `选择属于 ${which(row)} 的收款单位；机构管理员只看得到这些。一个收款单位只属于一个机构，已属于其他机构的不在此列出。`,
    form: async (row, signal) => {
      const { version, linked, payees } = await api.institutionPayees(cellOf(row, 'institutionNo'), signal);
      return {
        fields: [
          { kind: 'many', name: 'merchantNos', label: '收款单位', options: payees.map(({ code, name }) => ({ value: code, label: `${name}（${code}）` })), placeholder: '请选择收款单位' },
          { kind: 'kept', name: 'version', label: '版本' },
        ],
        initial: { version, merchantNos: linked },
      };
    },
    run: async (row, values) => {
      await api.linkPayees({ institutionNo: cellOf(row, 'institutionNo'), version: numberIn(values, 'version'), merchantNos: listIn(values, 'merchantNos') });
      return said('已关联');
    },
  },
  {
    on: 'row', key: 'reset', title: '重置密码', heading: '重置机构管理员密码', takesRemark: true, permission: 'config.institutions.reset', isGrave: true, isFor: isOn,
    words: (row) => `${which(row)} 的管理员 ${cellOf(row, 'adminAccount')} 当即退出登录，原口令作废；凭一次性激活码由本人重新设置口令。`,
    run: async (row, values) => codeShown('密码已重置', (await api.resetAdministrator({ institutionNo: cellOf(row, 'institutionNo'), ...remarkIn(values) })).activationCode),
  },
  {
    on: 'row', key: 'disable', title: '停用', takesRemark: true, permission, isGrave: true, isFor: isOn, words: (row) => `停用后，${which(row)} 的管理员当即退出登录，不能再登录；收款单位照常收款。`,
    run: async (row, values) => { await api.doToInstitution('disable', { ...seenOf(row), ...remarkIn(values) }); return said('收款机构已停用'); },
  },
  {
    on: 'row', key: 'enable', title: '启用', takesRemark: true, permission, isFor: (row) => !isOn(row), words: (row) => `启用后，${which(row)} 的管理员可以再次登录机构门户。`,
    run: async (row, values) => { await api.doToInstitution('enable', { ...seenOf(row), ...remarkIn(values) }); return said('收款机构已启用'); },
  },
  {
    on: 'row', key: 'delete', title: '删除', takesRemark: true, permission, isGrave: true, words: (row) => `删除 ${which(row)}，其管理员账号停用。还有关联的收款单位时不能删除。`,
    run: async (row, values) => { await api.doToInstitution('delete', { ...seenOf(row), ...remarkIn(values) }); return said('收款机构已删除'); },
  },
];
