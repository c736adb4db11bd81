import type { Actor, AuditEntry } from '../../domain/audit/audit-entry.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';

/** What every step of a recovery needs. */
export interface RecoveryParts { readonly unitOfWork: UnitOfWork; readonly ids: Ids; readonly clock: Clock }

/** Most rows a person is shown, and a release wakes at once; the rest is found by its own next look. */
export const mostShown = 1000;

/** The audit row of one step. */
export async function auditRecovery(stores: Stores, { ids, clock }: RecoveryParts, by: Actor, step: Pick<AuditEntry, 'action' | 'objectKind' | 'objectNo' | 'description' | 'before' | 'after'>): Promise<void> {
  await stores.audit.append({ ...step, entryId: ids.next(), at: clock.now(), actor: by, requestId: undefined });
}
