import { listIn, textIn, type FormValues } from '../../shared/form-values.js';
import { api } from '../api/client.js';
import type { Row } from '../lists/list-types.js';
import { cellOf, remarkField, remarkIn, said, type Field, type FormSpec, type ListAction } from './action-types.js';

const versionField: Field = { kind: 'kept', name: 'version', label: '版本' };
const codeField = { kind: 'text', name: 'roleCode', label: '角色编码', isRequired: true, maxLength: 32, hint: '2 至 32 位小写字母、数字或短横线，以字母开头；建立后不能修改' } as const satisfies Field;
const nameField: Field = { kind: 'text', name: 'roleName', label: '角色名称', isRequired: true, maxLength: 64 };

async function permissionsField(signal: AbortSignal): Promise<Field & { readonly kind: 'grouped' }> {
  const { groups } = await api.permissionGroups(signal);
  const options = groups.map(({ key, title, permissions }) => ({ key, title, options: permissions.map(({ permission, title: label }) => ({ value: permission, label })) }));
  return { kind: 'grouped', name: 'permissions', label: '角色权限', groups: options };
}

const bodyOf = (values: FormValues) => ({ roleCode: textIn(values, 'roleCode'), roleName: textIn(values, 'roleName'), permissions: listIn(values, 'permissions'), remark: textIn(values, 'remark') });

/** A role as it is, with its permissions and these fields besides. */
async function formOf(row: Row, besides: readonly Field[], signal: AbortSignal): Promise<FormSpec> {
  const [{ roleCode, version, roleName, permissions, remark, isHeld }, field] = await Promise.all([api.role(cellOf(row, 'roleCode'), signal), permissionsField(signal)]);
  // What an older version gave and this one does not know gives no right, and could not be taken away.
  const offered = field.groups.flatMap(({ options }) => options.map(({ value }) => value));
  return {
    fields: [versionField, { kind: 'fixed', name: codeField.name, label: codeField.label }, ...besides, field], initial: { version: String(version), roleCode, roleName, permissions: permissions.filter((one) => offered.includes(one)), remark },
    ...(isHeld && { notice: '此角色已有人使用：可以减少权限，不能增加。要增加权限，请另建角色，按申请、审批授予。' }),
  };
}

/** 操作员角色管理 (1.1.6.3.1-b, -c, -d, -f). */
export const roleActions: readonly ListAction[] = [
  {
    on: 'page', key: 'add', title: '新增', heading: '新增角色', permission: 'platform.operator-roles.edit', words: '角色授予操作员以后才起作用：由系统管理员申请，安全管理员审批。',
    form: async (signal) => ({ fields: [codeField, nameField, remarkField, await permissionsField(signal)], initial: { permissions: [] } }),
    run: async (values) => { await api.addRole(bodyOf(values)); return said('角色已新增'); },
  },
  {
    on: 'row', key: 'edit', title: '修改', heading: '修改角色', permission: 'platform.operator-roles.edit', words: (row) => `修改角色 ${cellOf(row, 'roleName')}；对已有此角色的操作员，从下一次操作起生效。`,
    form: (row, signal) => formOf(row, [nameField, remarkField], signal),
    run: async (_row, values) => { await api.editRole({ version: Number(textIn(values, 'version')), ...bodyOf(values) }); return said('角色已修改'); },
  },
  {
    on: 'row', key: 'grant', title: '授权', heading: '角色授权', permission: 'platform.operator-roles.edit', words: (row) => `选择角色 ${cellOf(row, 'roleName')} 的权限；对已有此角色的操作员，从下一次操作起生效。`,
    form: (row, signal) => formOf(row, [{ ...nameField, kind: 'kept' }, { ...remarkField, kind: 'kept' }], signal),
    run: async (_row, values) => { await api.editRole({ version: Number(textIn(values, 'version')), ...bodyOf(values) }); return said('角色权限已修改'); },
  },
  {
    on: 'row', key: 'delete', title: '删除', heading: '删除角色', takesRemark: true, permission: 'platform.operator-roles.edit', isGrave: true,
    words: (row) => `删除角色 ${cellOf(row, 'roleName')}（${cellOf(row, 'roleCode')}），不能恢复。还有人持有或正在申请授予的角色不能删除。`,
    run: async (row, values) => { await api.deleteRole({ roleCode: cellOf(row, 'roleCode'), ...remarkIn(values) }); return said('角色已删除'); },
  },
];
