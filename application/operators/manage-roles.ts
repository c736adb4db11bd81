import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { isRoleCode, mayHold, type OperatorRole, type RoleRefusal } from '../../domain/operators/rights.js';
import type { Acting } from '../../domain/operators/acting.js';
import type { Stores } from '../ports/unit-of-work.js';
import { auditOperator, auditRefusal } from './operator-audit.js';
import type { OperatorParts } from './operator-parts.js';

export interface RoleFacts { readonly roleCode: string; readonly roleName: string; readonly permissions: readonly string[]; readonly remark: string }
export type SaveRoleRefusal = RoleRefusal | { readonly code: 'role-taken' | 'name-taken' | 'changed-meanwhile' | 'unknown-role' | 'role-in-use' | 'role-held' | 'role-asked-for' | 'code-malformed' };
type Answer = Result<OperatorRole, SaveRoleRefusal>;

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

  async add(acting: Acting, facts: RoleFacts): Promise<Answer> {
    const deed = { kind: 'operator-role', about: facts.roleCode, action: 'role.added', description: '新增操作员角色' } as const;
    return this.#held(acting, facts, deed, async (stores, permissions) => {
      if (!isRoleCode(facts.roleCode)) return refuse({ code: 'code-malformed' });
      if (await isNamed(stores, facts)) return refuse({ code: 'name-taken' });
      const role: OperatorRole = { ...facts, permissions, createdAt: this.#parts.clock.now(), version: 1 };
      if (await stores.operators.addRole(role) === 'exists') return refuse({ code: 'role-taken' });
      await auditOperator(stores, this.#parts, acting, { ...deed, by: acting.by.operatorNo, after: factsOf(role) });
      return ok(role);
    });
  }

  /** As it was read at `version`: what somebody else has saved since is not overwritten by whoever did not see it. */
  async edit(acting: Acting, version: number, facts: RoleFacts): Promise<Answer> {
    const deed = { kind: 'operator-role', about: facts.roleCode, action: 'role.edited', description: '修改操作员角色' } as const;
    return this.#held(acting, facts, deed, async (stores, permissions) => {
      const before = await stores.operators.role(facts.roleCode);
      if (before === undefined) return refuse({ code: 'unknown-role' });
      if (before.version !== version) return refuse({ code: 'changed-meanwhile' });
      const gains = permissions.some((permission) => !before.permissions.includes(permission));
      // In this order: a request that is approved in between is found as a role that is held.
      if (gains && (await stores.operators.isAskedFor(facts.roleCode) || await stores.operators.isHeld(facts.roleCode))) return refuse({ code: 'role-in-use' });
      // One that already has a namesake may keep its name.
      if (facts.roleName !== before.roleName && await isNamed(stores, facts)) return refuse({ code: 'name-taken' });
      const after: OperatorRole = { ...before, roleName: facts.roleName, remark: facts.remark, permissions };
      await stores.operators.putRole(after);
      await auditOperator(stores, this.#parts, acting, { ...deed, by: acting.by.operatorNo, before: factsOf(before), after: factsOf(after) });
      return ok(after);
    });
  }

  /** Nobody loses a right by it: it is refused while somebody holds the role, or is to hold it. */
  async remove(acting: Acting, roleCode: string): Promise<Answer> {
    return this.#parts.unitOfWork.run(async (stores): Promise<Answer> => {
      const role = await stores.operators.role(roleCode);
      if (role === undefined) return refuse({ code: 'unknown-role' });
      if (await stores.operators.isAskedFor(roleCode)) return refuse({ code: 'role-asked-for' });
      if (await stores.operators.isHeld(roleCode)) return refuse({ code: 'role-held' });
      await stores.operators.removeRole(role);
      await auditOperator(stores, this.#parts, acting, { by: acting.by.operatorNo, kind: 'operator-role', about: roleCode, action: 'role.removed', description: '删除操作员角色', before: factsOf(role) });
      return ok(role);
    });
  }

  /** What a role is to hold is looked at first; in one unit with the entry that says why not. */
  async #held(acting: Acting, facts: RoleFacts, deed: Parameters<typeof auditRefusal>[3], save: (stores: Stores, permissions: readonly string[]) => Promise<Answer>): Promise<Answer> {
    const permissions = mayHold(facts.permissions, this.#known);
    return this.#parts.unitOfWork.run(async (stores): Promise<Answer> => {
      const came: Answer = permissions.ok ? await save(stores, permissions.value) : permissions;
      if (!came.ok) await auditRefusal(stores, this.#parts, acting, deed, came.refusal.code);
      return came;
    });
  }
}

/** Whether another role has this name. Under the officers' locks: of two that would take one name in the same moment the second sees the first. */
async function isNamed({ operators }: Stores, { roleCode, roleName }: RoleFacts): Promise<boolean> {
  await operators.officers();
  return (await operators.roles()).some((other) => other.roleName === roleName && other.roleCode !== roleCode);
}

const factsOf = ({ roleName, permissions, remark }: OperatorRole): Readonly<Record<string, string>> => ({ roleName, permissions: permissions.join(','), remark });
