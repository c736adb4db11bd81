import type { Actor } from '../../domain/audit/audit-entry.js';
import { readLongTime, type EpochMs } from '../../domain/kernel/china-time.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { newAttempt, type Attempt } from '../../domain/payments/attempt.js';
import { chargedAmount, type Order } from '../../domain/payments/order.js';
import type { ChannelMerchant } from '../../domain/directory/channel-merchant.js';
import { isOfLostHours } from '../../domain/recovery/recovery-mark.js';
import type { Directory } from '../ports/directory.js';
import { auditRecovery, type RecoveryParts } from './recovery-parts.js';

export interface PaymentName {
  readonly platformOrderNo: string; readonly attemptNo: string; readonly channelMerchantId: string;
  /** `yyyyMMddHHmmss`, as the channel was told it; undefined: as the number itself says. */
  readonly channelTime: string | undefined;
}
export type NamePaymentRefusal = 'no-such-order' | 'no-such-account' | 'not-of-lost-hours' | 'time-malformed' | 'number-taken';

/**
 * The channel's bill shows a payment under a number this database has lost, and its business system says for which order. The attempt is
 * written anew, unpaid; the channel, asked about it, decides through the order's one door. Nothing is ever marked as paid by hand (PAY-04).
 */
export class NamePayment {
  readonly #parts: RecoveryParts & { readonly directory: Directory };

  constructor(parts: RecoveryParts & { readonly directory: Directory }) {
    this.#parts = parts;
  }

  async run(name: PaymentName, by: Actor): Promise<Result<Attempt, NamePaymentRefusal>> {
    const { unitOfWork, clock, directory } = this.#parts;
    const account = await directory.channelMerchant(name.channelMerchantId);
    if (!account) return refuse('no-such-account');
    const startedAt = readLongTime(name.channelTime ?? name.attemptNo.slice(0, 14));
    if (!startedAt.ok) return refuse('time-malformed');
    return unitOfWork.run(async (stores): Promise<Result<Attempt, NamePaymentRefusal>> => {
      const mark = await stores.recovery.mark();
      if (!isOfLostHours(mark, name.attemptNo)) return refuse('not-of-lost-hours');
      const order = await stores.orders.take(name.platformOrderNo);
      if (!order) return refuse('no-such-order');
      if (await stores.attempts.byNo(name.attemptNo)) return refuse('number-taken');
      const attempt = lostAttempt(name, order, account, startedAt.value);
      await stores.attempts.add(attempt);
      await stores.outbox.enqueue({ topic: 'query-attempt', key: attempt.attemptNo, dueAt: clock.now() });
      await auditRecovery(stores, this.#parts, by, {
        action: 'recovery.name-payment', objectKind: 'order', objectNo: order.platformOrderNo, description: '核对渠道账单：补记丢失的支付单号，向渠道查询', before: undefined,
        after: { attemptNo: attempt.attemptNo, channelMerchantId: account.channelMerchantId, amount: attempt.amount.toString() },
      });
      return ok(attempt);
    });
  }
}

/** As on a page, whatever it was: a scanned code nobody decides is cancelled, and this one must only be asked about. */
function lostAttempt({ attemptNo }: PaymentName, order: Order, account: ChannelMerchant, startedAt: EpochMs): Attempt {
  const made = newAttempt({
    attemptNo, platformOrderNo: order.platformOrderNo, merchantNo: order.merchantNo, payChannel: account.payChannel, payMethod: 'pc', channelMerchantId: account.channelMerchantId,
    amount: chargedAmount(order), limitAt: order.expiresAt, codeDigest: undefined, receivedAt: startedAt, now: startedAt,
  });
  return { ...made, busy: false, sentAt: startedAt };
}
