import type { AuditEntry } from '../audit/audit-entry.js';
import type { EpochMs } from '../kernel/china-time.js';
import type { Operator } from './operator.js';

/** Whoever is signed in and does something, and from where. */
export interface Acting {
  readonly by: Pick<Operator, 'operatorNo'>;
  readonly address: string;
  readonly requestId: string | undefined;
  /** What they say of it, beside what is said of the object. */
  readonly deedRemark?: string;
}

/** The same where the address is not known. */
export type ActingFrom = Omit<Acting, 'address'> & { readonly address: string | undefined };

export type Deed = Pick<AuditEntry, 'action' | 'objectKind' | 'objectNo' | 'description'> & Partial<Pick<AuditEntry, 'before' | 'after'>>;

/** What was done, and what whoever did it said of it. */
export const withRemark = (description: string, deedRemark = ''): string => (deedRemark === '' ? description : `${description}；备注：${deedRemark}`);

/** The audit entry of something that an operator did (AUD-01). `at`: by the platform's clock. */
export const deedEntry = (entryId: string, at: EpochMs, { by, address, requestId, deedRemark }: ActingFrom, { before, after, description, ...deed }: Deed): AuditEntry =>
  ({ entryId, at, actor: { kind: 'operator', code: by.operatorNo, address }, ...deed, description: withRemark(description, deedRemark), before, after, requestId });
