import { listIn, textIfAny, textIn } from '../../shared/form-values.js';
import { api } from '../api/client.js';
import type { Row } from '../lists/list-types.js';
import { cellOf, remarkField, remarkIn, said, versionOf, type Field, type ListAction, type Outcome } from './action-types.js';

const nameField: Field = { kind: 'text', name: 'name', label: '操作员名称', isRequired: true, maxLength: 64 };
const mobileField = { kind: 'text', name: 'mobile', label: '手机号', maxLength: 32 } as const satisfies Field;
const accountField: Field = {
  kind: 'text', name: 'account', label: '登录账号', isRequired: true, maxLength: 32, hint: '3 至 32 位小写字母、数字、点、下划线或短横线，以字母开头；建立后不能修改',
};

const who = (row: Row): string => `${cellOf(row, 'operatorName')}（${cellOf(row, 'operatorAccount')}）`;
const noOf = (row: Row): string => cellOf(row, 'operatorNo');
const isOff = (row: Row): boolean => row['enabled'] === '0';
const isOn = (row: Row): boolean => !isOff(row);

const codeShown = (title: string, code: string): Outcome =>
  ({ kind: 'code', title, code, words: '激活码只显示这一次，24 小时内有效。请当面或经可靠渠道交给本人，由本人在登录页选择“用激活码激活账号”设置口令。' });

/** Choices of a scope that are no region. */
const [allData, sameData] = ['*', '='];
const scopeIn = (row: Row): string => (cellOf(row, 'scopeKind') === 'region' ? cellOf(row, 'regionCode') : cellOf(row, 'scopeKind') === 'institution' ? sameData : allData);
const scopeOf = (chosen: string): Pick<Parameters<typeof api.askGrant>[0], 'scope'> =>
  (chosen === sameData ? {} : { scope: chosen === allData ? { kind: 'all' } : { kind: 'region', regionCode: chosen } });

/** Choice in the form of a grant for whoever is to be no officer. */
const byRoles = 'roles';

/** 操作员管理 (1.1.6.3.2-b to -e), and what the security officer does to an account. */
export const operatorActions: readonly ListAction[] = [
  {
    on: 'page', key: 'invite', title: '新增', heading: '新增操作员', permission: 'platform.operators.edit', words: '新账号没有任何权限；激活后，按“申请变更权限”申请，经安全管理员同意后生效。',
    form: () => ({ fields: [accountField, nameField, mobileField, remarkField], initial: {} }),
    run: async (values) => {
      const { activationCode } = await api.inviteOperator({ account: textIn(values, 'account'), name: textIn(values, 'name'), ...textIfAny(values, 'mobile'), remark: textIn(values, 'remark') });
      return codeShown('操作员已新增', activationCode);
    },
  },
  {
    on: 'row', key: 'edit', title: '修改', heading: '修改操作员', permission: 'platform.operators.edit', words: (row) => `修改 ${who(row)} 的资料；登录账号和权限不在此修改。`,
    form: (row) => ({
      fields: [nameField, { ...mobileField, hint: row['operatorMobile'] === null ? '未登记' : `已登记 ${cellOf(row, 'operatorMobile')}；不填则不变` }, remarkField],
      initial: { name: cellOf(row, 'operatorName'), remark: cellOf(row, 'remark') },
    }),
    run: async (row, values) => {
      await api.editOperator({ operatorNo: noOf(row), version: versionOf(row), name: textIn(values, 'name'), ...textIfAny(values, 'mobile'), remark: textIn(values, 'remark') });
      return said('操作员已修改');
    },
  },
  {
    on: 'row', key: 'disable', title: '停用', takesRemark: true, permission: 'platform.operators.edit', isGrave: true, isFor: isOn,
    words: (row) => `停用后，${who(row)} 当即退出登录，不能再登录。账号不删除，做过的操作仍可查到；以后可以重新启用。`,
    run: async (row, values) => { await api.disableOperator({ operatorNo: noOf(row), ...remarkIn(values) }); return said('操作员已停用'); },
  },
  {
    on: 'row', key: 'enable', title: '启用', takesRemark: true, permission: 'platform.operators.edit', isFor: isOff,
    words: (row) => `启用后，${who(row)} 可以再次登录，权限与停用前相同。从未激活过的账号启用后为待激活，须由安全管理员重置口令。`,
    run: async (row, values) => { await api.enableOperator({ operatorNo: noOf(row), ...remarkIn(values) }); return said('操作员已启用'); },
  },
  {
    on: 'row', key: 'grant', title: '申请变更权限', permission: 'platform.operators.edit',
    words: (row) => `为 ${who(row)} 申请新的权限，替换现有的全部权限（现有：${cellOf(row, 'roleName') || '无'}）。经安全管理员同意后生效，当即结束其登录。`,
    form: async (row, signal) => {
      const { roles, officers, regions } = await api.operatorChoices(signal);
      return {
        fields: [
          { kind: 'one', name: 'officer', label: '权限类别', isRequired: true, options: [{ value: byRoles, label: '业务角色' }, ...officers.map(({ officer, name }) => ({ value: officer, label: name }))], hint: '三员不能兼任业务角色，也不能互相兼任' },
          {
            kind: 'many', name: 'roleCodes', label: '角色', placeholder: '请选择角色', options: roles.map(({ roleCode, roleName }) => ({ value: roleCode, label: `${roleName}（${roleCode}）` })),
            hint: '不选角色，即收回全部权限', isAsked: ({ officer }) => officer === byRoles,
          },
          {
            kind: 'one', name: 'scope', label: '数据范围', isRequired: true, hint: '区域管理员须先有本区域的数据范围',
            options: [
              { value: allData, label: '全部数据' }, ...cellOf(row, 'scopeKind') === 'institution' ? [{ value: sameData, label: '不变（所属机构）' }] : [],
              ...regions.map(({ regionCode, regionName }) => ({ value: regionCode, label: `${regionName}（${regionCode}）及下级` })),
            ],
          },
          remarkField,
        ],
        initial: { scope: scopeIn(row), officer: cellOf(row, 'officer') || byRoles, roleCodes: cellOf(row, 'roleCodes').split(',').filter((code) => code !== '') },
      };
    },
    run: async (row, values) => {
      const officer = textIn(values, 'officer');
      await api.askGrant({ operatorNo: noOf(row), ...officerOf(officer), roleCodes: officer === byRoles ? listIn(values, 'roleCodes') : [], ...scopeOf(textIn(values, 'scope')), remark: textIn(values, 'remark') });
      return said('已申请，等待安全管理员审批');
    },
  },
  {
    on: 'row', key: 'unlock', title: '解除锁定', takesRemark: true, permission: 'platform.operators.unlock', isFor: isOn, words: (row) => `清除 ${who(row)} 的登录失败次数；因多次输错而锁定的，可以马上再次登录。`,
    run: async (row, values) => { await api.unlockOperator({ operatorNo: noOf(row), ...remarkIn(values) }); return said('已解除锁定'); },
  },
  {
    on: 'row', key: 'end-sessions', title: '结束登录', takesRemark: true, permission: 'platform.operators.sessions', isGrave: true, isFor: isOn, words: (row) => `${who(row)} 当即退出登录，没有保存的内容会丢失；可以重新登录。`,
    run: async (row, values) => { await api.endSessions({ operatorNo: noOf(row), ...remarkIn(values) }); return said('已结束登录'); },
  },
  {
    on: 'row', key: 'reset', title: '重置口令', takesRemark: true, permission: 'platform.operators.reset', isGrave: true, isFor: isOn,
    words: (row) => `${who(row)} 当即退出登录，原口令作废；凭一次性激活码由本人重新设置口令，第二因素不变。`,
    run: async (row, values) => codeShown('口令已重置', (await api.resetOperator({ operatorNo: noOf(row), ...remarkIn(values) })).activationCode),
  },
];

type Officer = NonNullable<Parameters<typeof api.askGrant>[0]['officer']>;
const officerOf = (chosen: string): { readonly officer?: Officer } => (chosen === byRoles ? {} : { officer: chosen as Officer });
