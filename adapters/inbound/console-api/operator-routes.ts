import type { ManageGrants, ScopeRefusal } from '../../../application/operators/manage-grants.js';
import type { ManageOperators, ManageRefusal } from '../../../application/operators/manage-operators.js';
import type { ManageRoles, SaveRoleRefusal } from '../../../application/operators/manage-roles.js';
import { askedGrant, askGrant, decideGrant, editOperator, invitedOperator, newOperator, oneOperator, oneRole, resetOperator, addRole, editRole, type AddRoleBody, type AskGrantBody, type DecideGrantBody, type EditOperatorBody, type EditRoleBody, type NewOperatorBody, type OneOperatorBody, type OneRoleBody } from '../../../contracts/console/operators.js';
import { done } from '../../../contracts/console/schemas.js';
import type { GrantRefusal } from '../../../domain/operators/grant-request.js';
import type { Result } from '../../../domain/kernel/result.js';
import { acting } from './acting.js';
import { answered, doneBody, usualWords, type Said } from './answers.js';
import type { ConsoleRoute, OwnCall } from './route.js';

export interface OperatorDeps { readonly operators: ManageOperators; readonly roles: ManageRoles; readonly grants: ManageGrants }

const manageWords: Readonly<Record<ManageRefusal, string>> = {
  'account-malformed': '登录账号须为 3 至 32 位小写字母、数字、点、下划线或短横线，以字母开头', 'account-taken': '登录账号已被使用', 'mobile-malformed': '手机号不正确', unknown: '没有这个操作员', 'own-account': '不能对自己的账号这样做',
  'last-officer': '至少要保留一名在岗的同类管理员', 'not-now': '账号目前的状态不能这样做', 'changed-meanwhile': usualWords['changed-meanwhile'][0],
  'administers-region': '账号是区域管理员；请先为该区域指定他人，再停用',
  'rights-without-factor': '账号已有权限而没有绑定第二因素，重置等于取得他人的权限；请先按申请、审批收回其权限',
};
const grantWords: Readonly<Record<GrantRefusal | 'unknown' | 'unknown-role' | ScopeRefusal, string>> = {
  'unknown-region': '没有这个区域', 'administers-region': '账号是区域管理员；请先为该区域指定他人，再变更数据范围',
  'own-account': '不能变更自己的权限', 'own-request': '不能审批自己提出的申请', 'not-waiting': '申请已处理', 'changed-meanwhile': '账号在申请之后有变更，请重新申请', 'officer-with-roles': '三员不能兼任业务角色',
  'last-officer': '至少要保留一名在岗的同类管理员', 'two-offices': '三员之间不能互相兼任', unknown: '没有这个申请或操作员', 'unknown-role': '没有这个角色', 'not-staff': '机构管理员的账号不能有后台的权限',
};
/** Where a form shows them; what is not here concerns the whole of it. */
const manageFields: Readonly<Partial<Record<ManageRefusal, string>>> = { 'account-malformed': 'account', 'account-taken': 'account', 'mobile-malformed': 'mobile' };
const grantFields: Readonly<Partial<Record<keyof typeof grantWords, string>>> = { 'officer-with-roles': 'officer', 'two-offices': 'officer', 'unknown-role': 'roleCodes', 'unknown-region': 'scope', 'administers-region': 'scope' };
const roleFields: Readonly<Partial<Record<SaveRoleRefusal['code'], string>>> = {
  'unknown-permission': 'permissions', 'officers-permission': 'permissions', 'role-in-use': 'permissions', 'role-taken': 'roleCode', 'name-taken': 'roleName', 'unknown-role': 'roleCode', 'code-malformed': 'roleCode', 'role-held': 'roleCode', 'role-asked-for': 'roleCode',
};
const roleWords = (refusal: SaveRoleRefusal): string => {
  switch (refusal.code) {
    case 'unknown-permission': return `没有这个权限：${refusal.permission}`;
    case 'officers-permission': return `此权限只属于三员：${refusal.permission}`;
    case 'role-taken': return '角色编码已被使用';
    case 'name-taken': return '角色名称已被使用';
    case 'changed-meanwhile': return usualWords['changed-meanwhile'][0];
    case 'unknown-role': return '没有这个角色';
    case 'role-in-use': return '角色已有人使用或正在申请授予，不能由一人增加权限；请另建角色并按申请、审批授予';
    case 'role-held': return '还有操作员持有此角色，不能删除；请先按申请、审批收回';
    case 'role-asked-for': return '有待审批的申请要授予此角色，不能删除；请先审批';
    case 'code-malformed': return '角色编码须为小写字母、数字或短横线，以字母开头';
  }
};
const say = (refusal: ManageRefusal): Said => [manageWords[refusal], manageFields[refusal]];
const sayGrant = (refusal: keyof typeof grantWords): Said => [grantWords[refusal], grantFields[refusal]];
const sayRole = (refusal: SaveRoleRefusal): Said => [roleWords(refusal), roleFields[refusal.code]];

/** 操作员管理、操作员角色管理 (1.1.6.3) for the officers; every one of them with the second factor shown anew (AUTH-10). */
export function operatorRoutes({ operators, roles, grants }: OperatorDeps): readonly ConsoleRoute[] {
  const forOne = (name: string, permission: string, summary: string, act: (call: OwnCall<never>, operatorNo: string) => Promise<Result<unknown, ManageRefusal>>): ConsoleRoute => ({
    name, method: 'POST', path: `/operators/${name.split('.')[1] ?? ''}`, access: { permission }, stepUp: true, summary, body: oneOperator, answer: done, refuses: ['REFUSED'],
    handle: async (call: OwnCall<OneOperatorBody>) => answered(await act(call as OwnCall<never>, call.body.operatorNo), doneBody, say),
  });
  return [
    {
      name: 'operators.invite', method: 'POST', path: '/operators/invite', access: { permission: 'platform.operators.edit' }, stepUp: true, summary: '新增操作员', requirements: ['1.1.6.3.2-b'], body: newOperator, answer: invitedOperator, refuses: ['REFUSED'],
      handle: async (call: OwnCall<NewOperatorBody>) => answered(await operators.invite(acting(call), { mobile: undefined, ...call.body }), ({ operator, activationCode }) => ({ operatorNo: operator.operatorNo, activationCode }), say),
    },
    {
      name: 'operators.edit', method: 'POST', path: '/operators/edit', access: { permission: 'platform.operators.edit' }, stepUp: true, summary: '修改操作员', requirements: ['1.1.6.3.2-c'], body: editOperator, answer: done, refuses: ['REFUSED'],
      handle: async (call: OwnCall<EditOperatorBody>) => answered(await operators.edit(acting(call), call.body.operatorNo, call.body.version, { mobile: undefined, ...call.body }), doneBody, say),
    },
    forOne('operators.disable', 'platform.operators.edit', '停用操作员', (call, no) => operators.disable(acting(call), no)),
    forOne('operators.enable', 'platform.operators.edit', '启用操作员', (call, no) => operators.enable(acting(call), no)),
    forOne('operators.unlock', 'platform.operators.unlock', '解除登录锁定', (call, no) => operators.unlock(acting(call), no)),
    forOne('operators.end-sessions', 'platform.operators.sessions', '结束操作员的登录', (call, no) => operators.endSessions(acting(call), no)),
    {
      name: 'operators.reset', method: 'POST', path: '/operators/reset', access: { permission: 'platform.operators.reset' }, stepUp: true, summary: '重置操作员口令', body: oneOperator, answer: resetOperator, refuses: ['REFUSED'],
      handle: async (call: OwnCall<OneOperatorBody>) => answered(await operators.reset(acting(call), call.body.operatorNo), ({ activationCode }) => ({ activationCode }), say),
    },
    {
      name: 'grants.ask', method: 'POST', path: '/grants/ask', access: { permission: 'platform.operators.edit' }, stepUp: true, summary: '申请变更操作员权限', requirements: ['1.1.6.3.2-e'], body: askGrant, answer: askedGrant, refuses: ['REFUSED'],
      handle: async (call: OwnCall<AskGrantBody>) => {
        const { operatorNo, officer, roleCodes, scope, remark } = call.body;
        return answered(await grants.ask(acting(call), operatorNo, { officer, roleCodes, scope }, remark), ({ requestNo }) => ({ requestNo }), sayGrant);
      },
    },
    {
      name: 'grants.decide', method: 'POST', path: '/grants/decide', access: { permission: 'platform.operator-roles.grant' }, stepUp: true, summary: '审批操作员权限变更', requirements: ['1.1.6.3.2-e'], body: decideGrant, answer: done, refuses: ['REFUSED'],
      handle: async (call: OwnCall<DecideGrantBody>) => answered(await grants.decide(acting(call), call.body.requestNo, call.body.decision, call.body.remark), doneBody, sayGrant),
    },
    {
      name: 'roles.add', method: 'POST', path: '/roles/add', access: { permission: 'platform.operator-roles.edit' }, stepUp: true, summary: '新增操作员角色', requirements: ['1.1.6.3.1-b', '1.1.6.3.1-f'], body: addRole, answer: done, refuses: ['REFUSED'],
      handle: async (call: OwnCall<AddRoleBody>) => answered(await roles.add(acting(call), { ...call.body, roleName: call.body.roleName.trim() }), doneBody, sayRole),
    },
    {
      name: 'roles.edit', method: 'POST', path: '/roles/edit', access: { permission: 'platform.operator-roles.edit' }, stepUp: true, summary: '修改操作员角色', requirements: ['1.1.6.3.1-c', '1.1.6.3.1-f'], body: editRole, answer: done, refuses: ['REFUSED'],
      handle: async (call: OwnCall<EditRoleBody>) => {
        const { version, ...facts } = call.body;
        return answered(await roles.edit(acting(call), version, { ...facts, roleName: facts.roleName.trim() }), doneBody, sayRole);
      },
    },
    {
      name: 'roles.delete', method: 'POST', path: '/roles/delete', access: { permission: 'platform.operator-roles.edit' }, stepUp: true, summary: '删除操作员角色', requirements: ['1.1.6.3.1-d'], body: oneRole, answer: done, refuses: ['REFUSED'],
      handle: async (call: OwnCall<OneRoleBody>) => answered(await roles.remove(acting(call), call.body.roleCode), doneBody, sayRole),
    },
  ];
}
