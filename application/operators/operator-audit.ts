import type { AuditEntry } from '../../domain/audit/audit-entry.js';
import { withRemark, type Acting } from '../../domain/operators/acting.js';
import type { Operator } from '../../domain/operators/operator.js';
import { isSeparation, refusedEntry } from '../../domain/operators/refused-deed.js';
import { scopeText } from '../ports/list-reader.js';
import type { Stores } from '../ports/unit-of-work.js';
import type { Asker, OperatorParts } from './operator-parts.js';

export interface OperatorEntry extends Pick<AuditEntry, 'action' | 'description'> {
  /** Who did it: the account's number; of somebody who did not sign in what was typed is not kept, only that of an account that exists. */
  readonly by: string;
  /** `system`: no person did it. */
  readonly actor?: 'system';
  /** What it was done to; an account unless said otherwise. */
  readonly kind?: 'operator' | 'operator-role' | 'function' | 'audit-log';
  readonly about: string;
  readonly before?: AuditEntry['before'];
  readonly after?: AuditEntry['after'];
}

/** The audit entry of one thing that an operator did, or failed to do (AUD-01). */
export async function auditOperator({ audit }: Pick<Stores, 'audit'>, { ids, platformClock }: Pick<OperatorParts, 'ids' | 'platformClock'>, { address, requestId, deedRemark }: Asker & Pick<Acting, 'deedRemark'>, entry: OperatorEntry): Promise<void> {
  const { by, actor = 'operator', kind = 'operator', about, action, description, before, after } = entry;
  await audit.append({
    entryId: ids.next(), at: platformClock.now(), actor: { kind: actor, code: by, address }, action, objectKind: kind, objectNo: about, description: withRemark(description, deedRemark), before, after, requestId,
  });
}

/** Whoever is refused for who they are, or for want of a second person, is written down; of any other refusal nothing is (AUD-01, RBAC-02). */
export async function auditRefusal({ audit }: Pick<Stores, 'audit'>, { ids, platformClock }: Pick<OperatorParts, 'ids' | 'platformClock'>, acting: Acting, { kind = 'operator', about, action, description }: Pick<OperatorEntry, 'kind' | 'about' | 'action' | 'description'>, refusal: string): Promise<void> {
  if (isSeparation(refusal)) await audit.append(refusedEntry(ids.next(), platformClock.now(), acting, { action, description, objectKind: kind, objectNo: about }, refusal));
}

/** What of an account stands in its audit entries. */
export const operatorFacts = ({ account, name, maskedMobile, state, officer, roleCodes, scope }: Operator): Readonly<Record<string, string>> => ({
  account, name, mobile: maskedMobile ?? '', state, officer: officer ?? '', roles: roleCodes.join(','),
  scope: scopeText(scope),
});
