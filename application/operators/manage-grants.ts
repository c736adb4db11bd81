import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { mayAskFor, mayDecide, type Grant, type GrantRefusal, type GrantRequest } from '../../domain/operators/grant-request.js';
import type { DataScope, Operator } from '../../domain/operators/operator.js';
import type { Acting } from '../../domain/operators/acting.js';
import type { Stores } from '../ports/unit-of-work.js';
import { auditOperator, auditRefusal, operatorFacts } from './operator-audit.js';
import type { OperatorParts } from './operator-parts.js';
import type { Sessions } from './sessions.js';

export type GrantAnswer = Result<GrantRequest, GrantRefusal | 'unknown' | 'unknown-role' | ScopeRefusal>;

/** `administers-region`: an administrator of a region keeps its scope until another is named (1.1.6.1.2-i). */
export type ScopeRefusal = 'unknown-region' | 'administers-region';

/** 关联角色 (1.1.6.3.2-e): one person asks for the rights of an account, another gives them (RBAC-03). */
export class ManageGrants {
  readonly #parts: Pick<OperatorParts, 'unitOfWork' | 'ids' | 'clock' | 'platformClock'>;
  readonly #sessions: Sessions;

  constructor(parts: Pick<OperatorParts, 'unitOfWork' | 'ids' | 'clock' | 'platformClock'>, sessions: Sessions) {
    [this.#parts, this.#sessions] = [parts, sessions];
  }

  /** Without a scope that of the account stays as it is: nobody is shown more rows because a role was asked for. */
  async ask(acting: Acting, operatorNo: string, { officer, roleCodes: asked, scope: askedScope }: Omit<Grant, 'scope'> & { readonly scope?: DataScope | undefined }, remark: string): Promise<GrantAnswer> {
    const roleCodes = [...new Set(asked)].sort();
    return this.#parts.unitOfWork.run(async (stores): Promise<GrantAnswer> => {
      const target = await stores.operators.byNo(operatorNo);
      if (target === undefined) return refuse('unknown');
      for (const roleCode of roleCodes) if (await stores.operators.role(roleCode) === undefined) return refuse('unknown-role');
      const grant: Grant = { officer, roleCodes, scope: askedScope ?? target.scope };
      const flaw = await flawOfScope(stores, target, grant);
      if (flaw !== undefined) return refuse(flaw);
      const deed = { about: operatorNo, action: 'operator.grant-asked', description: '申请变更操作员权限' };
      const may = mayAskFor(grant, target, acting.by.operatorNo, await stores.operators.officers());
      if (!may.ok) return this.#refused(stores, acting, deed, may.refusal);
      const request: GrantRequest = {
        ...grant, requestNo: this.#parts.ids.next(), operatorNo, operatorVersion: target.version, state: 'pending', askedBy: acting.by.operatorNo,
        decidedBy: undefined, remark, opinion: '', askedAt: this.#parts.clock.now(), decidedAt: undefined, version: 1,
      };
      await stores.operators.addGrantRequest(request);
      await auditOperator(stores, this.#parts, acting, { ...deed, by: acting.by.operatorNo, before: operatorFacts(target), after: operatorFacts(granted(target, grant)) });
      return ok(request);
    });
  }

  /** Who holds other rights than before signs in anew (SES-04). */
  async decide(acting: Acting, requestNo: string, decision: 'approve' | 'reject', opinion: string): Promise<GrantAnswer> {
    return this.#parts.unitOfWork.run(async (stores): Promise<GrantAnswer> => {
      const request = await stores.operators.grantRequest(requestNo);
      const target = request && await stores.operators.byNo(request.operatorNo);
      if (request === undefined || target === undefined) return refuse('unknown');
      const deed = { about: target.operatorNo, ...decisions[decision] };
      const may = mayDecide(request, target, acting.by.operatorNo, decision);
      if (!may.ok) return this.#refused(stores, acting, deed, may.refusal);
      const decided: GrantRequest = { ...request, state: decision === 'approve' ? 'approved' : 'rejected', decidedBy: acting.by.operatorNo, decidedAt: this.#parts.clock.now(), opinion };
      const entry = { ...deed, by: acting.by.operatorNo, before: operatorFacts(target) };
      if (decision === 'reject') {
        await stores.operators.putGrantRequest(decided);
        await auditOperator(stores, this.#parts, acting, entry);
        return ok(decided);
      }
      // Read, so that no role changes before this is stored.
      for (const roleCode of request.roleCodes) if (await stores.operators.role(roleCode) === undefined) return refuse('unknown-role');
      const flaw = await flawOfScope(stores, target, request);
      if (flaw !== undefined) return refuse(flaw);
      const stillMay = mayAskFor(request, target, request.askedBy, await stores.operators.officers());
      if (!stillMay.ok) return this.#refused(stores, acting, deed, stillMay.refusal);
      const after = granted(target, request);
      await stores.operators.putGrantRequest(decided);
      await stores.operators.put(after);
      await this.#sessions.endAll(stores, target.operatorNo, 'rights-changed');
      await auditOperator(stores, this.#parts, acting, { ...entry, after: operatorFacts(after) });
      return ok(decided);
    });
  }

  async #refused(stores: Stores, acting: Acting, deed: Parameters<typeof auditRefusal>[3], refusal: GrantRefusal): Promise<GrantAnswer> {
    await auditRefusal(stores, this.#parts, acting, deed, refusal);
    return refuse(refusal);
  }
}

const decisions = { approve: { action: 'operator.granted', description: '批准操作员权限变更' }, reject: { action: 'operator.grant-rejected', description: '驳回操作员权限变更' } } as const;
const granted = (target: Operator, { officer, roleCodes, scope }: Grant): Operator => ({ ...target, officer, roleCodes, scope });

/** Read in the unit, so that the region stays until it is granted. */
async function flawOfScope({ directory: { regions } }: Stores, { operatorNo, scope: before }: Operator, { scope }: Pick<Grant, 'scope'>): Promise<ScopeRefusal | undefined> {
  const isSame = scope.kind === before.kind && (scope.kind !== 'region' || (before.kind === 'region' && scope.regionCode === before.regionCode));
  if (isSame) return undefined;
  if (scope.kind === 'region' && await regions.one({ regionCode: scope.regionCode }) === undefined) return 'unknown-region';
  return await regions.any({ adminOperatorNo: operatorNo }) ? 'administers-region' : undefined;
}
