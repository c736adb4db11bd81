import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { isRoleCode, mayHold, type OperatorRole, type RoleRefusal } from '../../domain/operators/rights.js';
import type { Acting } from '../../domain/operators/acting.js';
import { auditOperator } from './operator-audit.js';
import type { OperatorParts } from './operator-parts.js';

export interface RoleFacts { readonly roleCode: string; readonly roleName: string; readonly permissions: readonly string[]; readonly remark: string }
export type SaveRoleRefusal = RoleRefusal | { readonly code: 'role-taken' | 'unknown-role' | 'role-in-use' | 'role-held' | 'role-asked-for' | 'code-malformed' };

/**
 * 操作员角色管理 (1.1.6.3.1). A role means something only on an account, and no account gets one without a second person (RBAC-03); for the same reason a role
 * that somebody holds, or is to hold by a request that waits, never gains a permission.
 */
export class ManageRoles {
  readonly #parts: Pick<OperatorParts, 'unitOfWork' | 'ids' | 'clock' | 'platformClock'>;
  readonly #known: ReadonlySet<string>;

  /** `known`: every permission that the product has. */
  constructor(parts: Pick<OperatorParts, 'unitOfWork' | 'ids' | 'clock' | 'platformClock'>, known: ReadonlySet<string>) {
    [this.#parts, this.#known] = [parts, known];
  }

  async add(acting: Acting, facts: RoleFacts): Promise<Result<OperatorRole, SaveRoleRefusal>> {
    const permissions = mayHold(facts.permissions, this.#known);
    if (!permissions.ok) return permissions;
    if (!isRoleCode(facts.roleCode)) return refuse({ code: 'code-malformed' });
    const role: OperatorRole = { ...facts, permissions: permissions.value, createdAt: this.#parts.clock.now(), version: 1 };
    return this.#parts.unitOfWork.run(async (stores): Promise<Result<OperatorRole, SaveRoleRefusal>> => {
      if (await stores.operators.addRole(role) === 'exists') return refuse({ code: 'role-taken' });
      await auditOperator(stores, this.#parts, acting, { by: acting.by.operatorNo, about: role.roleCode, action: 'role.added', description: '新增操作员角色', after: factsOf(role) });
      return ok(role);
    });
  }

  async edit(acting: Acting, facts: RoleFacts): Promise<Result<OperatorRole, SaveRoleRefusal>> {
    const permissions = mayHold(facts.permissions, this.#known);
    if (!permissions.ok) return permissions;
    return this.#parts.unitOfWork.run(async (stores): Promise<Result<OperatorRole, SaveRoleRefusal>> => {
      const before = await stores.operators.role(facts.roleCode);
      if (before === undefined) return refuse({ code: 'unknown-role' });
      const gains = permissions.value.some((permission) => !before.permissions.includes(permission));
      // In this order: a request that is approved in between is found as a role that is held.
      if (gains && (await stores.operators.isAskedFor(facts.roleCode) || await stores.operators.isHeld(facts.roleCode))) return refuse({ code: 'role-in-use' });
      const after: OperatorRole = { ...before, roleName: facts.roleName, remark: facts.remark, permissions: permissions.value };
      await stores.operators.putRole(after);
      await auditOperator(stores, this.#parts, acting, { by: acting.by.operatorNo, about: after.roleCode, action: 'role.edited', description: '修改操作员角色', before: factsOf(before), after: factsOf(after) });
      return ok(after);
    });
  }

  /** Nobody loses a right by it: it is refused while somebody holds the role, or is to hold it. */
  async remove(acting: Acting, roleCode: string): Promise<Result<OperatorRole, SaveRoleRefusal>> {
    return this.#parts.unitOfWork.run(async (stores): Promise<Result<OperatorRole, SaveRoleRefusal>> => {
      const role = await stores.operators.role(roleCode);
      if (role === undefined) return refuse({ code: 'unknown-role' });
      if (await stores.operators.isAskedFor(roleCode)) return refuse({ code: 'role-asked-for' });
      if (await stores.operators.isHeld(roleCode)) return refuse({ code: 'role-held' });
      await stores.operators.removeRole(role);
      await auditOperator(stores, this.#parts, acting, { by: acting.by.operatorNo, about: roleCode, action: 'role.removed', description: '删除操作员角色', before: factsOf(role) });
      return ok(role);
    });
  }
}

const factsOf = ({ roleName, permissions, remark }: OperatorRole): Readonly<Record<string, string>> => ({ roleName, permissions: permissions.join(','), remark });
