import type { Actor } from '../../domain/audit/audit-entry.js';
import { refundCallback } from '../../domain/callbacks/news.js';
import { ok, type Result } from '../../domain/kernel/result.js';
import type { Refund } from '../../domain/refunds/refund.js';
import { auditRecovery, type RecoveryParts } from './recovery-parts.js';
import { takeHeldRefund, type HeldRefundRefusal } from './release-refund.js';

/**
 * A person has found that a held refund must never be sent: the bill shows the money as given back by another one, which no number of this
 * one can say (of two payments of an order, the other was judged the further one before the loss). It fails, unsent.
 */
export class DropRefund {
  readonly #parts: RecoveryParts;

  constructor(parts: RecoveryParts) {
    this.#parts = parts;
  }

  async run(refundNo: string, by: Actor): Promise<Result<Refund, HeldRefundRefusal>> {
    const { unitOfWork, clock } = this.#parts;
    return unitOfWork.run(async (stores): Promise<Result<Refund, HeldRefundRefusal>> => {
      const held = await takeHeldRefund(stores, refundNo);
      if (!held.ok) return held;
      const dropped: Refund = { ...held.value.refund, state: 'failed', stateMsg: '恢复核对：款项已由其他退款退回，本笔不再执行' };
      await stores.refunds.put(dropped);
      const callback = refundCallback(dropped, clock.now());
      if (callback && await stores.callbacks.add(callback) === 'added') await stores.outbox.enqueue({ topic: 'deliver-callback', key: callback.callbackId, dueAt: clock.now() });
      await auditRecovery(stores, this.#parts, by, {
        action: 'recovery.drop-refund', objectKind: 'refund', objectNo: refundNo, description: '核对渠道账单：款项已由其他退款退回，本笔不再执行',
        before: { refundState: held.value.refund.state }, after: { refundState: 'failed', refundAmount: dropped.refundAmount.toString() },
      });
      return ok(dropped);
    });
  }
}
