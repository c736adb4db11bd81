import type { RegionChoices } from '../../../application/directory/region-choices.js';
import type { ReadRoles } from '../../../application/operators/read-roles.js';
import { operatorChoices, permissionGroups, roleFacts, type OperatorChoices, type PermissionGroups, type RoleFactsBody } from '../../../contracts/console/operators.js';
import { isOfficersRight, officerKinds, officerNames } from '../../../domain/operators/officers.js';
import { groupedPermissions } from './permission-words.js';
import { refused, type ConsoleRoute, type OwnCall } from './route.js';

/** `permissions`: everything that the product has. */
export interface ChoiceDeps { readonly readRoles: Pick<ReadRoles, 'all' | 'one'>; readonly regionChoices: Pick<RegionChoices, 'all'>; readonly permissions: ReadonlySet<string> }

/** What the forms of operators and roles choose from. */
export function choiceRoutes({ readRoles, regionChoices, permissions }: ChoiceDeps): readonly ConsoleRoute[] {
  const groups: PermissionGroups = { groups: [...groupedPermissions([...permissions].filter((permission) => !isOfficersRight(permission)))] };
  const officers: OperatorChoices['officers'] = officerKinds.map((officer) => ({ officer, name: officerNames[officer] }));
  return [
    {
      name: 'operators.choices', method: 'GET', path: '/operators/choices', access: { permission: 'platform.operators.edit' }, summary: '可以申请的角色和三员', requirements: ['1.1.6.3.2-e'], answer: operatorChoices,
      handle: async () => ({ body: { roles: (await readRoles.all()).map(({ roleCode, roleName }) => ({ roleCode, roleName })), officers, regions: (await regionChoices.all()).map(({ regionCode, regionName }) => ({ regionCode, regionName })) } satisfies OperatorChoices }),
    },
    { name: 'permissions', method: 'GET', path: '/permissions', access: { permission: 'platform.operator-roles.read' }, summary: '角色可以有的权限', requirements: ['1.1.6.3.1-f'], answer: permissionGroups, handle: () => Promise.resolve({ body: groups }) },
    {
      name: 'roles.one', method: 'GET', path: '/roles/:roleCode', access: { permission: 'platform.operator-roles.read' }, summary: '一个操作员角色的权限', requirements: ['1.1.6.3.1-f'], answer: roleFacts,
      handle: async ({ params }: OwnCall<never>) => {
        const found = await readRoles.one(params['roleCode'] ?? '');
        if (found === undefined) return refused('NOT_FOUND');
        const { role: { roleCode, version, roleName, permissions: held, remark }, isHeld } = found;
        return { body: { roleCode, version, roleName, permissions: [...held], remark, isHeld } satisfies RoleFactsBody };
      },
    },
  ];
}
