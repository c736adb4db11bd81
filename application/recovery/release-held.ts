import type { Actor } from '../../domain/audit/audit-entry.js';
import { secondMs } from '../../domain/kernel/china-time.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { isReleased, release, type HeldKind, type RecoveryMark } from '../../domain/recovery/recovery-mark.js';
import type { NewJob } from '../ports/jobs.js';
import type { Stores } from '../ports/unit-of-work.js';
import { auditRecovery, type RecoveryParts } from './recovery-parts.js';
import { heldCallbacks, heldRefunds } from './show-recovery.js';

export type ReleaseRefusal = 'not-recovered' | 'released-before';

/** A mark may be two seconds old wherever it is read: work woken at once would find itself held still. */
const seenEverywhereMs = 3 * secondMs;

const words: Readonly<Record<HeldKind, string>> = { payments: '支付已核对，恢复下单与支付', refunds: '退款已核对，恢复发送', callbacks: '回调已核对，恢复发送' };

/** A person has compared and lets a whole kind go: what was held of it is done now, and nothing of it is held any more. */
export class ReleaseHeld {
  readonly #parts: RecoveryParts;

  constructor(parts: RecoveryParts) {
    this.#parts = parts;
  }

  /** How many waiting jobs were woken. */
  async run(kind: HeldKind, by: Actor): Promise<Result<number, ReleaseRefusal>> {
    const { unitOfWork, clock } = this.#parts;
    return unitOfWork.run(async (stores): Promise<Result<number, ReleaseRefusal>> => {
      const mark = await stores.recovery.mark();
      if (!mark) return refuse('not-recovered');
      if (isReleased(mark, kind)) return refuse('released-before');
      const waiting = await waitingJobs(stores, mark, kind);
      await stores.recovery.put(release(mark, kind, clock.now()));
      for (const job of waiting) await stores.outbox.enqueue({ ...job, dueAt: clock.now() + seenEverywhereMs });
      await auditRecovery(stores, this.#parts, by, {
        action: `recovery.release-${kind}`, objectKind: 'recovery', objectNo: mark.recoveryNo, description: words[kind], before: undefined, after: { woken: String(waiting.length) },
      });
      return ok(waiting.length);
    });
  }
}

/** Jobs that wait for the release alone; orders that were not closed find their own next look. */
async function waitingJobs(stores: Stores, mark: RecoveryMark, kind: HeldKind): Promise<readonly Pick<NewJob, 'topic' | 'key'>[]> {
  switch (kind) {
    case 'payments': return [];
    case 'refunds': return (await heldRefunds(stores, mark)).filter(({ state }) => state === 'refunding').map((refund) => ({ topic: 'work-refund', key: refund.platformRefundOrderNo }));
    case 'callbacks': return (await heldCallbacks(stores, mark)).map((callback) => ({ topic: 'deliver-callback', key: callback.callbackId }));
  }
}
