import { listIn, textIn, type FormValues } from '../../shared/form-values.js';
import { api } from '../api/client.js';
import type { Row } from '../lists/list-types.js';
import { cellOf, remarkField, remarkIn, said, type Field, type FormSpec, type ListAction } from './action-types.js';

const permission = 'platform.developer-roles.edit';
const versionField: Field = { kind: 'kept', name: 'version', label: '版本' };
const codeField = { kind: 'text', name: 'roleCode', label: '角色编码', isRequired: true, maxLength: 32, hint: '2 至 32 位小写字母、数字或短横线，以字母开头；建立后不能修改' } as const satisfies Field;
const nameField: Field = { kind: 'text', name: 'roleName', label: '角色名称', isRequired: true, maxLength: 64 };
const roleOf = (row: Row): string => cellOf(row, 'roleCode');

/** 角色权限 (1.1.6.2.2-f). */
async function grantFields(signal: AbortSignal): Promise<readonly Field[]> {
  const { methods, payees } = await api.developerRoleChoices(signal);
  return [
    { kind: 'grouped', name: 'methods', label: '角色权限：接口', groups: [{ key: 'methods', title: '全部接口', options: methods.map(({ method, title }) => ({ value: method, label: `${title}（${method}）` })) }] },
    { kind: 'many', name: 'merchantNos', label: '角色权限：收款单位', placeholder: '不选则只按开发者自己的设置', options: payees.map(({ merchantNo, payeeName }) => ({ value: merchantNo, label: `${payeeName}（${merchantNo}）` })) },
  ];
}
const factsIn = (values: FormValues) => ({ roleCode: textIn(values, 'roleCode'), roleName: textIn(values, 'roleName'), methods: listIn(values, 'methods'), merchantNos: listIn(values, 'merchantNos'), remark: textIn(values, 'remark') });
const versionIn = (values: FormValues): number => Number(textIn(values, 'version'));

/** A role as it is, with these fields besides. */
async function formOf(row: Row, besides: readonly Field[], signal: AbortSignal): Promise<FormSpec> {
  const { roleCode, version, roleName, methods, merchantNos, remark } = await api.developerRole(roleOf(row), signal);
  return { fields: [versionField, { kind: 'fixed', name: codeField.name, label: codeField.label }, ...besides], initial: { version: String(version), roleCode, roleName, methods, merchantNos, remark } };
}

/** 开发者角色管理 (1.1.6.2.2-b to -f). */
export const developerRoleActions: readonly ListAction[] = [
  {
    on: 'page', key: 'add', title: '新增', heading: '新增开发者角色', permission, words: '角色授予接口（和收款单位）；在“开发者管理”分配给开发者以后起作用。',
    form: async (signal) => ({ fields: [codeField, nameField, remarkField, ...await grantFields(signal)], initial: { methods: [], merchantNos: [] } }),
    run: async (values) => { await api.addDeveloperRole(factsIn(values)); return said('开发者角色已新增'); },
  },
  {
    on: 'row', key: 'edit', title: '修改', heading: '修改开发者角色', permission, words: (row) => `修改角色 ${cellOf(row, 'roleName')} 的名称和备注；接口和收款单位在“授权”中修改。`,
    form: (row, signal) => formOf(row, [nameField, remarkField, { kind: 'kept', name: 'methods', label: '接口' }, { kind: 'kept', name: 'merchantNos', label: '收款单位' }], signal),
    run: async (_row, values) => { await api.editDeveloperRole({ version: versionIn(values), ...factsIn(values) }); return said('开发者角色已修改'); },
  },
  {
    on: 'row', key: 'grant', title: '授权', heading: '开发者角色授权', permission, words: (row) => `选择角色 ${cellOf(row, 'roleName')} 授予的接口和收款单位；对属于此角色的开发者，下一次请求起生效。`,
    form: async (row, signal) => formOf(row, [{ ...nameField, kind: 'kept' }, { ...remarkField, kind: 'kept' }, ...await grantFields(signal)], signal),
    run: async (_row, values) => { await api.editDeveloperRole({ version: versionIn(values), ...factsIn(values) }); return said('开发者角色权限已修改'); },
  },
  {
    on: 'row', key: 'remove', title: '删除', takesRemark: true, permission, isGrave: true, words: (row) => `删除角色 ${cellOf(row, 'roleName')}（${roleOf(row)}）。还有开发者属于它时不能删除。`,
    form: async (row, signal) => ({ fields: [versionField], initial: { version: String((await api.developerRole(roleOf(row), signal)).version) } }),
    run: async (row, values) => { await api.removeDeveloperRole({ version: versionIn(values), roleCode: roleOf(row), ...remarkIn(values) }); return said('开发者角色已删除'); },
  },
];
