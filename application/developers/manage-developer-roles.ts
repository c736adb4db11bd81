import { withRoles, type DeveloperRole } from '../../domain/directory/developer-role.js';
import { maxPayees, type Developer } from '../../domain/directory/developer.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { deedEntry, type Acting, type Deed } from '../../domain/operators/acting.js';
import { isRoleCode } from '../../domain/operators/rights.js';
import type { Stores } from '../ports/unit-of-work.js';
import { changeDeveloper, type DeveloperParts, type Named, type NamedRefusal } from './developer-parts.js';
import { grantedPayees, unknownPayee } from './granted-payees.js';

export type RoleFacts = Pick<DeveloperRole, 'roleCode' | 'roleName' | 'methods' | 'merchantNos' | 'remark'>;
export type RoleRefusal = NamedRefusal
  | { readonly code: 'code-malformed' | 'code-taken' | 'name-taken' | 'role-in-use' | 'too-many-payees' | 'gains-method' }
  | { readonly code: 'unknown-method' | 'unknown-payee' | 'unknown-role'; readonly which: string };
/** What a developer is to hold. `ownMethods`: those it was given itself, of which some may be taken away and none added. */
export interface Holding { readonly roleCodes: readonly string[]; readonly ownMethods: readonly string[] }

/** 开发者角色管理 (1.1.6.2.2). What changes here counts for the next request of every developer that holds the role. */
export class ManageDeveloperRoles {
  readonly #parts: DeveloperParts;
  constructor(parts: DeveloperParts) { this.#parts = parts; }

  async add(acting: Acting, facts: RoleFacts): Promise<Result<DeveloperRole, RoleRefusal>> {
    if (!isRoleCode(facts.roleCode)) return refuse({ code: 'code-malformed' });
    const role: DeveloperRole = { ...sorted(facts), createdAt: this.#parts.clock.now(), version: 1 };
    return this.#parts.unitOfWork.run(async (stores): Promise<Result<DeveloperRole, RoleRefusal>> => {
      const refusal = await this.#clash(stores, role, undefined);
      if (refusal !== undefined) return refuse(refusal);
      if (await stores.directory.developerRoles.add(role) === 'exists') return refuse({ code: 'code-taken' });
      await this.#audit(stores, acting, { action: 'developer-role.added', description: `新增开发者角色 ${role.roleCode}` }, { after: role });
      return ok(role);
    });
  }

  async edit(acting: Acting, version: number, facts: RoleFacts): Promise<Result<DeveloperRole, RoleRefusal>> {
    return this.#change(facts.roleCode, version, async (stores, before) => {
      const after: DeveloperRole = { ...before, ...sorted(facts) };
      const refusal = await this.#clash(stores, after, before);
      if (refusal !== undefined) return refuse(refusal);
      await stores.directory.developerRoles.put(after);
      await this.#audit(stores, acting, { action: 'developer-role.edited', description: `修改开发者角色 ${after.roleCode}` }, { before, after });
      return ok(after);
    });
  }

  /** A role that a developer holds stays: first it is taken from all of them. */
  async remove(acting: Acting, version: number, roleCode: string): Promise<Result<DeveloperRole, RoleRefusal>> {
    return this.#change(roleCode, version, async (stores, before) => {
      if ((await stores.directory.developers.all()).some(({ roleCodes }) => roleCodes.includes(roleCode))) return refuse({ code: 'role-in-use' });
      await stores.directory.developerRoles.remove(before);
      await this.#audit(stores, acting, { action: 'developer-role.removed', description: `删除开发者角色 ${roleCode}` }, { before });
      return ok(before);
    });
  }

  /** 划分开发者所属角色 (1.1.6.2.2-g). */
  async assign(acting: Acting, named: Named, { roleCodes, ownMethods }: Holding): Promise<Result<Developer, RoleRefusal>> {
    const deed = { action: 'developer.roles-changed', description: `分配开发者角色 ${named.devId}` };
    return changeDeveloper<RoleRefusal>(this.#parts, acting, named, deed, async ({ directory }, before) => {
      if (ownMethods.some((method) => !before.allowedMethods.includes(method))) return refuse({ code: 'gains-method' });
      // Each is locked, so that none of them is removed meanwhile.
      for (const roleCode of [...roleCodes].sort()) if (await directory.developerRoles.one({ roleCode }) === undefined) return refuse({ code: 'unknown-role', which: roleCode });
      const after: Developer = { ...before, roleCodes: [...new Set(roleCodes)], allowedMethods: before.allowedMethods.filter((method) => ownMethods.includes(method)) };
      return (await grantedPayees(directory, after)).length > maxPayees ? refuse({ code: 'too-many-payees' }) : ok(after);
    });
  }

  async #change(roleCode: string, version: number, change: (stores: Stores, before: DeveloperRole) => Promise<Result<DeveloperRole, RoleRefusal>>): Promise<Result<DeveloperRole, RoleRefusal>> {
    return this.#parts.unitOfWork.run(async (stores): Promise<Result<DeveloperRole, RoleRefusal>> => {
      const before = await stores.directory.developerRoles.one({ roleCode });
      if (before === undefined) return refuse({ code: 'unknown-role', which: roleCode });
      return before.version === version ? change(stores, before) : refuse({ code: 'changed-meanwhile' });
    });
  }

  /** Why it cannot stand beside the others, or grant what it is to grant. */
  async #clash({ directory }: Stores, after: DeveloperRole, before: DeveloperRole | undefined): Promise<RoleRefusal | undefined> {
    const method = after.methods.find((one) => !this.#parts.methods.has(one));
    if (method !== undefined) return { code: 'unknown-method', which: method };
    if ((await directory.developerRoles.where({ roleName: after.roleName })).some(({ roleCode }) => roleCode !== after.roleCode)) return { code: 'name-taken' };
    const payee = await unknownPayee(directory, after.merchantNos, before?.merchantNos ?? []);
    if (payee !== undefined) return { code: 'unknown-payee', which: payee };
    if (before === undefined) return undefined;
    const roles = (await directory.developerRoles.all()).map((role) => (role.roleCode === after.roleCode ? after : role));
    const holders = (await directory.developers.all()).filter(({ roleCodes }) => roleCodes.includes(after.roleCode));
    return holders.some((developer) => withRoles(developer, roles).merchantNos.length > maxPayees) ? { code: 'too-many-payees' } : undefined;
  }

  async #audit({ audit }: Stores, acting: Acting, deed: Pick<Deed, 'action' | 'description'>, { before, after }: { readonly before?: DeveloperRole; readonly after?: DeveloperRole }): Promise<void> {
    const { ids, clock } = this.#parts;
    await audit.append(deedEntry(ids.next(), clock.now(), acting, {
      ...deed, objectKind: 'developer-role', objectNo: (after ?? before)?.roleCode ?? '', ...(before && { before: factsOf(before) }), ...(after && { after: factsOf(after) }),
    }));
  }
}

const sorted = ({ roleCode, roleName, methods, merchantNos, remark }: RoleFacts): RoleFacts => ({ roleCode, roleName, methods: [...new Set(methods)].sort(), merchantNos: [...new Set(merchantNos)].sort(), remark });
const factsOf = ({ roleName, methods, merchantNos, remark }: DeveloperRole): Readonly<Record<string, string>> => ({ roleName, methods: methods.join(' '), merchantNos: merchantNos.join(' '), remark });
