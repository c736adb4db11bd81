import type { Actor } from '../../domain/audit/audit-entry.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { stillHeld, type HeldKind, type RecoveryMark } from '../../domain/recovery/recovery-mark.js';
import { auditRecovery, type RecoveryParts } from './recovery-parts.js';

export type EndRefusal = { readonly code: 'not-recovered' | 'ended-before' } | { readonly code: 'still-held'; readonly kinds: readonly HeldKind[] };

/** A person closes the recovery. Each kind has to be let go by itself first, so that nothing is let go by the way. */
export class EndRecovery {
  readonly #parts: RecoveryParts;

  constructor(parts: RecoveryParts) {
    this.#parts = parts;
  }

  async run(by: Actor): Promise<Result<RecoveryMark, EndRefusal>> {
    const { unitOfWork, clock } = this.#parts;
    return unitOfWork.run(async (stores): Promise<Result<RecoveryMark, EndRefusal>> => {
      const mark = await stores.recovery.mark();
      if (!mark) return refuse({ code: 'not-recovered' });
      if (mark.endedAt !== undefined) return refuse({ code: 'ended-before' });
      const kinds = stillHeld(mark);
      if (kinds.length > 0) return refuse({ code: 'still-held', kinds });
      const ended: RecoveryMark = { ...mark, endedAt: clock.now() };
      await stores.recovery.put(ended);
      await auditRecovery(stores, this.#parts, by, { action: 'recovery.ended', objectKind: 'recovery', objectNo: mark.recoveryNo, description: '恢复核对结束', before: undefined, after: undefined });
      return ok(ended);
    });
  }
}
