import { isOfficersRight, officerKinds, officerNames, type OfficerKind } from '../../domain/operators/officers.js';
import type { Operator } from '../../domain/operators/operator.js';
import type { Stores } from '../ports/unit-of-work.js';
import { addInvited, type Invited } from './invite-operator.js';
import { auditOperator, operatorFacts } from './operator-audit.js';
import type { OperatorParts } from './operator-parts.js';

const accounts: Readonly<Record<OfficerKind, string>> = { 'system-officer': 'sysadmin', 'security-officer': 'secadmin', 'audit-officer': 'auditor' };
const demoRole = { roleCode: 'demo-business', roleName: '演示业务岗', remark: '演示环境首次启动时建立' } as const;
const atStart = { address: 'local', requestId: undefined };
type Parts = Pick<OperatorParts, 'unitOfWork' | 'ids' | 'clock' | 'platformClock' | 'vault'> & { readonly permissions: ReadonlySet<string> };
type First = Pick<Operator, 'account' | 'name' | 'officer' | 'roleCodes'>;

/**
 * An installation that has no accounts gets the three officers, each with a one-time code that is shown once (AUTH-01). Whoever starts it again, or starts
 * another process of it, gets nothing. A demo gets one more account that may read everything there is, so that a newcomer sees the lists.
 */
export class FirstOfficers {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  async run(isDemo = false): Promise<readonly Invited[]> {
    const { unitOfWork, permissions, clock } = this.#parts;
    const wanted: readonly First[] = [
      ...officerKinds.map((officer) => ({ account: accounts[officer], name: officerNames[officer], officer, roleCodes: [] })),
      ...isDemo ? [{ account: 'demo', name: '演示操作员', officer: undefined, roleCodes: [demoRole.roleCode] }] : [],
    ];
    return unitOfWork.run(async (stores) => {
      if (await stores.operators.count() > 0) return [];
      if (isDemo) await stores.operators.addRole({ ...demoRole, permissions: [...permissions].filter((permission) => !isOfficersRight(permission)).sort(), createdAt: clock.now(), version: 1 });
      const made: Invited[] = [];
      for (const first of wanted) {
        const invited = await this.#add(stores, first);
        if (invited === undefined) return [];
        made.push(invited);
      }
      return made;
    });
  }

  async #add(stores: Stores, first: First): Promise<Invited | undefined> {
    const invited = await addInvited(stores, this.#parts, { ...first, scope: { kind: 'all' }, remark: '首次启动时建立' });
    if (invited === undefined) return undefined;
    const { operator } = invited;
    await auditOperator(stores, this.#parts, atStart, { by: 'first-start', actor: 'system', about: operator.operatorNo, action: 'operator.invited', description: `首次启动建立账号 ${operator.account}`, after: operatorFacts(operator) });
    return invited;
  }
}
