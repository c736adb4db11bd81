import type { AuditEntry } from '../../domain/audit/audit-entry.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';

/** Who decides about sharing: an operator, by name. */
export interface Decider { readonly operator: string; readonly address: string | undefined }

export interface ShareDeed {
  readonly action: 'share.policy' | 'share.reload' | 'share.release';
  readonly objectNo: string;
  readonly description: string;
  readonly before: AuditEntry['before'];
  readonly after: AuditEntry['after'];
}

export const shareEntry = (ids: Ids, clock: Clock, by: Decider, deed: ShareDeed): AuditEntry => ({
  entryId: ids.next(), at: clock.now(), actor: { kind: 'operator', code: by.operator, address: by.address }, objectKind: 'data-sharing', requestId: undefined, ...deed,
});
