import { refundCallback } from '../../domain/callbacks/news.js';
import { businessDay, longTime } from '../../domain/kernel/china-time.js';
import type { Attempt } from '../../domain/payments/attempt.js';
import type { Order } from '../../domain/payments/order.js';
import { newRefund, refundMessages, type RefundFacts } from '../../domain/refunds/refund.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { Ids } from '../ports/ids.js';
import type { Journal } from '../ports/journal.js';
import type { PaymentChannels } from '../ports/payment-channel.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import type { ApplyChannelReport } from './apply-channel-report.js';
import { refOf } from './ask-channel.js';
import type { ChannelPatience } from './channel-addresses.js';

export interface CancelParts {
  readonly unitOfWork: UnitOfWork; readonly directory: Directory; readonly channels: PaymentChannels; readonly apply: ApplyChannelReport;
  readonly ids: Ids; readonly clock: Clock; readonly journal: Journal; readonly patience: ChannelPatience;
}

/** Takes back a scanned payment nobody decided in time (alipay.md 5.2, unionpay.md 3). Called right after a query that still said "open". */
export class CancelBarcode {
  readonly #parts: CancelParts;

  constructor(parts: CancelParts) {
    this.#parts = parts;
  }

  /** True when the attempt is over. */
  async run(attempt: Attempt): Promise<boolean> {
    const { directory, channels, apply, patience, journal } = this.#parts;
    const marked = await this.#mark(attempt);
    if (!marked) return true;
    const account = await directory.channelMerchant(marked.channelMerchantId);
    if (!account) throw new Error(`channel merchant ${marked.channelMerchantId} is gone`);
    const report = await channels[marked.payChannel].cancelling.cancel(account, refOf(marked), patience.queryTimeoutMs);
    journal.info('barcode-cancelled', { attemptNo: marked.attemptNo, result: report.kind });
    if (report.kind === 'unknown') return false;
    const applied = await apply.run({ kind: 'ended', attemptNo: marked.attemptNo }, 'close-reply');
    if (report.kind === 'cancelled-refunded' && applied?.attempt.state === 'paid') await this.#recordReturn(applied.order, applied.attempt);
    return true;
  }

  /** The payer's money came in and was booked while our cancel was on its way, and the cancel gave it back: both happened, both are kept. */
  async #recordReturn(order: Order, attempt: Attempt): Promise<void> {
    const { unitOfWork, ids, clock, journal } = this.#parts;
    const now = clock.now();
    const facts: RefundFacts = {
      origin: 'rule', devId: order.devId, merchantNo: order.merchantNo, bizRefundOrderNo: `RULE-${attempt.attemptNo}`, refundOrderDate: businessDay(now),
      platformOrderNo: order.platformOrderNo, refundAmount: attempt.amount, refundTitle: '付款码撤销，款项原路退回', refundReason: undefined, notifyUrl: order.notifyUrl,
      passbackParams: order.passbackParams, subMerchantNo: undefined, nontaxRefundRef: undefined,
    };
    journal.alarm('barcode-cancelled-after-payment', { orderNo: order.platformOrderNo, attemptNo: attempt.attemptNo });
    await unitOfWork.run(async (stores) => {
      await stores.orders.take(order.platformOrderNo);
      if (await stores.refunds.byBizNo(facts.devId, facts.merchantNo, facts.bizRefundOrderNo)) return;
      const made = newRefund(facts, { platformRefundOrderNo: ids.next(), attemptNo: attempt.attemptNo, contentDigest: facts.bizRefundOrderNo, requestedBy: 'system:cancel-barcode', review: false, now });
      const refund = { ...made, state: 'refunded' as const, stateMsg: refundMessages.refunded, refundTradeNo: attempt.attemptNo, refundTradeTime: longTime(now), sentAt: now, refundedAt: now };
      await stores.refunds.add(refund);
      const callback = refundCallback(refund, now);
      if (callback && await stores.callbacks.add(callback) === 'added') await stores.outbox.enqueue({ topic: 'deliver-callback', key: callback.callbackId, dueAt: now });
      await stores.audit.append({
        entryId: ids.next(), at: now, actor: { kind: 'system', code: 'cancel-barcode', address: undefined }, action: 'refund.by-cancel', objectKind: 'refund',
        objectNo: refund.platformRefundOrderNo, description: facts.refundTitle, before: undefined, after: { orderNo: order.platformOrderNo, refundAmount: attempt.amount.toString() }, requestId: undefined,
      });
    });
  }

  /** Recorded before the channel is asked: from now on a message saying "paid" is confirmed by a query first. */
  async #mark(attempt: Attempt): Promise<Attempt | undefined> {
    const { unitOfWork, ids, clock } = this.#parts;
    return unitOfWork.run(async (stores) => {
      await stores.orders.take(attempt.platformOrderNo);
      const current = await stores.attempts.byNo(attempt.attemptNo);
      if (current?.state !== 'open') return undefined;
      if (current.cancelAskedAt !== undefined) return current;
      const now = clock.now();
      await stores.attempts.put({ ...current, cancelAskedAt: now });
      await stores.audit.append({
        entryId: ids.next(), at: now, actor: { kind: 'system', code: 'query-attempt', address: undefined }, action: 'attempt.cancel-asked', objectKind: 'order',
        objectNo: attempt.platformOrderNo, description: '付款码支付超时未决，向渠道撤销', before: undefined, after: { attemptNo: attempt.attemptNo }, requestId: undefined,
      });
      return { ...current, cancelAskedAt: now, version: current.version + 1 };
    });
  }
}
