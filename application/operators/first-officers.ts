import { officerKinds, officerNames, type OfficerKind } from '../../domain/operators/officers.js';
import { addInvited, type Invited } from './invite-operator.js';
import { auditOperator, operatorFacts } from './operator-audit.js';
import type { OperatorParts } from './operator-parts.js';

const accounts: Readonly<Record<OfficerKind, string>> = { 'system-officer': 'sysadmin', 'security-officer': 'secadmin', 'audit-officer': 'auditor' };
const atStart = { address: 'local', requestId: undefined };

/**
 * An installation that has no accounts gets the three officers, each with a one-time code that is shown once (AUTH-01). Whoever starts it again, or starts
 * another process of it, gets nothing.
 */
export class FirstOfficers {
  readonly #parts: Pick<OperatorParts, 'unitOfWork' | 'ids' | 'clock' | 'platformClock' | 'vault'>;

  constructor(parts: Pick<OperatorParts, 'unitOfWork' | 'ids' | 'clock' | 'platformClock' | 'vault'>) {
    this.#parts = parts;
  }

  async run(): Promise<readonly Invited[]> {
    return this.#parts.unitOfWork.run(async (stores) => {
      if (await stores.operators.count() > 0) return [];
      const made: Invited[] = [];
      for (const officer of officerKinds) {
        const invited = await addInvited(stores, this.#parts, { account: accounts[officer], name: officerNames[officer], officer, roleCodes: [], scope: { kind: 'all' }, remark: '首次启动时建立' });
        if (invited === undefined) return [];
        await auditOperator(stores, this.#parts, atStart, { by: 'first-start', actor: 'system', about: invited.operator.operatorNo, action: 'operator.invited', description: '首次启动建立三员账号', after: operatorFacts(invited.operator) });
        made.push(invited);
      }
      return made;
    });
  }
}
