import type { Actor } from '../../domain/audit/audit-entry.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { holds } from '../../domain/recovery/recovery-mark.js';
import type { Refund } from '../../domain/refunds/refund.js';
import type { Stores } from '../ports/unit-of-work.js';
import { auditRecovery, type RecoveryParts } from './recovery-parts.js';

export type HeldRefundRefusal = 'no-such-refund' | 'not-held';

/** A person has compared one refund with the channel's bill: it was never executed, so it is sent now. */
export class ReleaseRefund {
  readonly #parts: RecoveryParts;

  constructor(parts: RecoveryParts) {
    this.#parts = parts;
  }

  async run(refundNo: string, by: Actor): Promise<Result<Refund, HeldRefundRefusal>> {
    const { unitOfWork, clock } = this.#parts;
    return unitOfWork.run(async (stores): Promise<Result<Refund, HeldRefundRefusal>> => {
      const refund = await takeHeldRefund(stores, refundNo);
      if (!refund.ok) return refund;
      await stores.recovery.releaseRefund(refundNo, clock.now());
      if (refund.value.state === 'refunding') await stores.outbox.enqueue({ topic: 'work-refund', key: refundNo, dueAt: clock.now() });
      await auditRecovery(stores, this.#parts, by, {
        action: 'recovery.release-refund', objectKind: 'refund', objectNo: refundNo, description: '核对渠道账单：该笔退款未执行，恢复发送', before: undefined,
        after: { refundAmount: refund.value.refundAmount.toString(), orderNo: refund.value.platformOrderNo },
      });
      return refund;
    });
  }
}

/** A refund that waits because of the restore, under its order's lock. */
export async function takeHeldRefund(stores: Stores, refundNo: string): Promise<Result<Refund, HeldRefundRefusal>> {
  const known = await stores.refunds.byNo(refundNo);
  const order = known && await stores.orders.take(known.platformOrderNo);
  const refund = order && await stores.refunds.byNo(refundNo);
  if (!refund) return refuse('no-such-refund');
  const held = ['requested', 'refunding'].includes(refund.state) && holds(await stores.recovery.mark(), 'refunds', order.createdAt);
  return held && !await stores.recovery.isReleased(refundNo) ? ok(refund) : refuse('not-held');
}
