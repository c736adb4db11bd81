import type { AuditEntry } from '../../domain/audit/audit-entry.js';
import type { Operator } from '../../domain/operators/operator.js';
import { scopeText } from '../ports/list-reader.js';
import type { Stores } from '../ports/unit-of-work.js';
import type { Asker, OperatorParts } from './operator-parts.js';

export interface OperatorEntry extends Pick<AuditEntry, 'action' | 'description'> {
  /** Who did it: the account's number; of somebody who did not sign in what was typed is not kept, only that of an account that exists. */
  readonly by: string;
  /** `system`: no person did it. */
  readonly actor?: 'system';
  readonly about: string;
  readonly before?: AuditEntry['before'];
  readonly after?: AuditEntry['after'];
}

/** The audit entry of one thing that an operator did, or failed to do (AUD-01). */
export async function auditOperator({ audit }: Pick<Stores, 'audit'>, { ids, platformClock }: Pick<OperatorParts, 'ids' | 'platformClock'>, { address, requestId }: Asker, entry: OperatorEntry): Promise<void> {
  const { by, actor = 'operator', about, action, description, before, after } = entry;
  await audit.append({
    entryId: ids.next(), at: platformClock.now(), actor: { kind: actor, code: by, address }, action, objectKind: 'operator', objectNo: about, description, before, after, requestId,
  });
}

/** What of an account stands in its audit entries. */
export const operatorFacts = ({ account, name, maskedMobile, state, officer, roleCodes, scope }: Operator): Readonly<Record<string, string>> => ({
  account, name, mobile: maskedMobile ?? '', state, officer: officer ?? '', roles: roleCodes.join(','),
  scope: scopeText(scope),
});
