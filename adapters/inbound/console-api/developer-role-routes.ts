import type { ManageDeveloperRoles } from '../../../application/developers/manage-developer-roles.js';
import type { ReadDevelopers } from '../../../application/developers/read-developers.js';
import {
  assignRoles, developerRoleChoices, developerRoleForm, editDeveloperRole, heldRoles, newDeveloperRole, oneDeveloperRole, type AssignRolesBody, type DeveloperRoleChoices, type DeveloperRoleForm, type EditDeveloperRoleBody, type HeldRoles,
  type NewDeveloperRoleBody, type OneDeveloperRoleBody,
} from '../../../contracts/console/developers.js';
import { done } from '../../../contracts/console/schemas.js';
import { gatewayMethods } from '../../../contracts/gateway/methods.js';
import { acting } from './acting.js';
import { answered, doneBody } from './answers.js';
import { sayDeveloperRole } from './developer-words.js';
import { refused, type ConsoleRoute, type OwnCall } from './route.js';

export interface DeveloperRoleDeps { readonly roles: ManageDeveloperRoles; readonly read: ReadDevelopers }

const titleOf = (method: string): string => (Object.entries(gatewayMethods).find(([name]) => name === method)?.[1].title ?? method);
const offered = Object.keys(gatewayMethods).map((method) => ({ method, title: titleOf(method) }));

/** 开发者角色管理 (1.1.6.2.2), and which developer holds which. */
export function developerRoleRoutes({ roles, read }: DeveloperRoleDeps): readonly ConsoleRoute[] {
  const access = { permission: 'platform.developer-roles.edit' } as const;
  return [
    {
      name: 'developer-roles.choices', method: 'GET', path: '/developer-roles/choices', access, summary: '开发者角色可授予的接口和收款单位', answer: developerRoleChoices,
      handle: async () => ({ body: { methods: offered, payees: (await read.payees()).map(({ merchantNo, payeeName }) => ({ merchantNo, payeeName })) } satisfies DeveloperRoleChoices }),
    },
    {
      name: 'developer-roles.one', method: 'GET', path: '/developer-roles/:roleCode', access: { permission: 'platform.developer-roles.read' }, summary: '一个开发者角色的权限', requirements: ['1.1.6.2.2-f'], answer: developerRoleForm,
      handle: async ({ params }: OwnCall<never>) => {
        const role = await read.role(params['roleCode'] ?? '');
        if (role === undefined) return refused('NOT_FOUND');
        const { roleCode, version, roleName, methods, merchantNos, remark } = role;
        const payees = merchantNos.length === 0 ? [] : await read.payees();
        const nameOf = (merchantNo: string): string => payees.find((payee) => payee.merchantNo === merchantNo)?.payeeName ?? merchantNo;
        const granted = { methods: methods.map((method) => ({ method, title: titleOf(method) })), payees: merchantNos.map((merchantNo) => ({ merchantNo, payeeName: nameOf(merchantNo) })) };
        return { body: { roleCode, version, roleName, methods: [...methods], merchantNos: [...merchantNos], remark, granted } satisfies DeveloperRoleForm };
      },
    },
    {
      name: 'developer-roles.add', method: 'POST', path: '/developer-roles/add', access, stepUp: true, summary: '新增开发者角色', requirements: ['1.1.6.2.2-b'], answer: done, body: newDeveloperRole,
      handle: async (call: OwnCall<NewDeveloperRoleBody>) => answered(await roles.add(acting(call), call.body), doneBody, sayDeveloperRole),
    },
    {
      name: 'developer-roles.edit', method: 'POST', path: '/developer-roles/edit', access, stepUp: true, summary: '修改开发者角色', requirements: ['1.1.6.2.2-c', '1.1.6.2.2-f'], answer: done, body: editDeveloperRole,
      handle: async (call: OwnCall<EditDeveloperRoleBody>) => answered(await roles.edit(acting(call), call.body.version, call.body), doneBody, sayDeveloperRole),
    },
    {
      name: 'developer-roles.remove', method: 'POST', path: '/developer-roles/remove', access, stepUp: true, summary: '删除开发者角色', requirements: ['1.1.6.2.2-d'], answer: done, body: oneDeveloperRole,
      handle: async (call: OwnCall<OneDeveloperRoleBody>) => answered(await roles.remove(acting(call), call.body.version, call.body.roleCode), doneBody, sayDeveloperRole),
    },
    {
      name: 'developer-roles.held', method: 'GET', path: '/developers/:devId/roles', access, summary: '一个开发者所属的角色', requirements: ['1.1.6.2.2-g'], answer: heldRoles,
      handle: async ({ params }: OwnCall<never>) => {
        const [developer, all] = await Promise.all([read.one(params['devId'] ?? ''), read.roles()]);
        if (developer === undefined) return refused('NOT_FOUND');
        const { devId, version, roleCodes, allowedMethods } = developer;
        return {
          body: {
            devId, version, roleCodes: [...roleCodes], roles: all.map(({ roleCode, roleName }) => ({ roleCode, roleName })), ownMethods: allowedMethods.map((method) => ({ method, title: titleOf(method) })),
          } satisfies HeldRoles,
        };
      },
    },
    {
      name: 'developer-roles.assign', method: 'POST', path: '/developers/assign-roles', access, stepUp: true, summary: '分配开发者角色', requirements: ['1.1.6.2.2-g'], answer: done, body: assignRoles,
      handle: async (call: OwnCall<AssignRolesBody>) => answered(await roles.assign(acting(call), call.body, call.body), doneBody, sayDeveloperRole),
    },
  ];
}
