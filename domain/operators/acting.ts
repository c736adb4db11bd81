import type { AuditEntry } from '../audit/audit-entry.js';
import type { EpochMs } from '../kernel/china-time.js';
import type { Operator } from './operator.js';

/** Whoever is signed in and does something, and from where. */
export interface Acting {
  readonly by: Pick<Operator, 'operatorNo'>;
  readonly address: string;
  readonly requestId: string | undefined;
}

export type Deed = Pick<AuditEntry, 'action' | 'objectKind' | 'objectNo' | 'description'> & Partial<Pick<AuditEntry, 'before' | 'after'>>;

/** The audit entry of something that an operator did (AUD-01). `at`: by the platform's clock. */
export const deedEntry = (entryId: string, at: EpochMs, { by, address, requestId }: Acting, { before, after, ...deed }: Deed): AuditEntry =>
  ({ entryId, at, actor: { kind: 'operator', code: by.operatorNo, address }, ...deed, before, after, requestId });
