import type { Actor } from '../../domain/audit/audit-entry.js';
import { readLongTime } from '../../domain/kernel/china-time.js';
import { isPlatformNumber } from '../../domain/kernel/numbers.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Refund } from '../../domain/refunds/refund.js';
import { auditRecovery, type RecoveryParts } from './recovery-parts.js';
import { takeHeldRefund, type HeldRefundRefusal } from './release-refund.js';

export interface RefundName { readonly refundNo: string; readonly refundTradeNo: string; /** `yyyyMMddHHmmss`; undefined: as the number itself says. */ readonly refundTradeTime: string | undefined }
export type NameRefundRefusal = HeldRefundRefusal | 'number-malformed' | 'time-malformed' | 'number-taken';

/**
 * The channel's bill shows that a held refund was executed, under a number this database has lost. The number is given back to it; the
 * channel, asked about that number, decides through the refund's one door. Nothing is ever marked as done by hand.
 */
export class NameRefund {
  readonly #parts: RecoveryParts;

  constructor(parts: RecoveryParts) {
    this.#parts = parts;
  }

  async run({ refundNo, refundTradeNo, refundTradeTime }: RefundName, by: Actor): Promise<Result<Refund, NameRefundRefusal>> {
    const { unitOfWork, clock } = this.#parts;
    if (!isPlatformNumber(refundTradeNo)) return refuse('number-malformed');
    const time = refundTradeTime ?? refundTradeNo.slice(0, 14);
    const sent = readLongTime(time);
    if (!sent.ok) return refuse('time-malformed');
    return unitOfWork.run(async (stores): Promise<Result<Refund, NameRefundRefusal>> => {
      const held = await takeHeldRefund(stores, refundNo);
      if (!held.ok) return held;
      const { refund } = held.value;
      if (refund.state !== 'refunding') return refuse('not-held');
      const taken = await stores.refunds.byTradeNo(refundTradeNo);
      if (taken && taken.platformRefundOrderNo !== refundNo) return refuse('number-taken');
      const named: Refund = { ...refund, refundTradeNo, refundTradeTime: time, sentAt: sent.value };
      await stores.refunds.put(named);
      await stores.outbox.enqueue({ topic: 'work-refund', key: refundNo, dueAt: clock.now() });
      await auditRecovery(stores, this.#parts, by, {
        action: 'recovery.name-refund', objectKind: 'refund', objectNo: refundNo, description: '核对渠道账单：补记丢失的退款流水号，向渠道查询',
        before: { refundTradeNo: refund.refundTradeNo ?? '' }, after: { refundTradeNo, refundTradeTime: time },
      });
      return ok(named);
    });
  }
}
