import type { Actor } from '../../domain/audit/audit-entry.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { beganAt, holds, type RecoveryMark } from '../../domain/recovery/recovery-mark.js';
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
      const held = await takeHeldRefund(stores, refundNo);
      if (!held.ok) return held;
      const { refund } = held.value;
      await stores.recovery.releaseRefund(held.value.mark.recoveryNo, refundNo, clock.now());
      if (refund.state === 'refunding') await stores.outbox.enqueue({ topic: 'work-refund', key: refundNo, dueAt: clock.now() });
      await auditRecovery(stores, this.#parts, by, {
        action: 'recovery.release-refund', objectKind: 'refund', objectNo: refundNo, description: '核对渠道账单：该笔退款未执行，恢复发送', before: undefined,
        after: { refundAmount: refund.refundAmount.toString(), orderNo: refund.platformOrderNo },
      });
      return ok(refund);
    });
  }
}

export interface HeldRefund { readonly refund: Refund; readonly mark: RecoveryMark }

/** A refund that waits because of the restore, under its order's lock. */
export async function takeHeldRefund(stores: Stores, refundNo: string): Promise<Result<HeldRefund, HeldRefundRefusal>> {
  const known = await stores.refunds.byNo(refundNo);
  const order = known && await stores.orders.take(known.platformOrderNo);
  const refund = order && await stores.refunds.byNo(refundNo);
  if (!refund) return refuse('no-such-refund');
  const mark = await stores.recovery.mark();
  if (!mark || !['requested', 'refunding'].includes(refund.state) || !holds(mark, 'refunds', beganAt(order, await stores.attempts.ofOrder(order.platformOrderNo)))) return refuse('not-held');
  return await stores.recovery.isReleased(mark.recoveryNo, refundNo) ? refuse('not-held') : ok({ refund, mark });
}
