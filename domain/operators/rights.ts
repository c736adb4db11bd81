import { ok, refuse, type Result } from '../kernel/result.js';
import { isOfficersRight, officerRights } from './officers.js';
import type { Operator } from './operator.js';

/** 操作员角色 (1.1.6.3.1): a name for a set of permissions. */
export interface OperatorRole {
  readonly roleCode: string;
  readonly roleName: string;
  readonly permissions: readonly string[];
  readonly remark: string;
  readonly createdAt: number;
  readonly version: number;
}

/** 2 to 32 small letters, digits and `-`, a letter first. */
export const isRoleCode = (text: string): boolean => /^[a-z][a-z0-9-]{1,31}$/.test(text);

/** Everything that somebody may do. A disabled account may nothing, an officer what belongs to the office alone; deny by default (RBAC-01). */
export function rightsOf(operator: Pick<Operator, 'state' | 'officer' | 'roleCodes'>, roles: readonly OperatorRole[]): ReadonlySet<string> {
  if (operator.state !== 'active') return new Set();
  if (operator.officer !== undefined) return new Set(officerRights[operator.officer]);
  const held = roles.filter(({ roleCode }) => operator.roleCodes.includes(roleCode));
  return new Set(held.flatMap(({ permissions }) => permissions.filter((permission) => !isOfficersRight(permission))));
}

export type RoleRefusal = { readonly code: 'unknown-permission' | 'officers-permission'; readonly permission: string };

/** Whether a role may hold these permissions; `known`: everything that the product has. */
export function mayHold(permissions: readonly string[], known: ReadonlySet<string>): Result<readonly string[], RoleRefusal> {
  for (const permission of permissions) {
    if (isOfficersRight(permission)) return refuse({ code: 'officers-permission', permission });
    if (!known.has(permission)) return refuse({ code: 'unknown-permission', permission });
  }
  return ok([...new Set(permissions)].sort());
}
