import { refundCallback } from '../../domain/callbacks/news.js';
import type { ChannelMerchant } from '../../domain/directory/channel-merchant.js';
import { businessDay, longTime } from '../../domain/kernel/china-time.js';
import { fen, sumOf, type Fen } from '../../domain/kernel/money.js';
import { hasMoney, type Attempt } from '../../domain/payments/attempt.js';
import type { Order } from '../../domain/payments/order.js';
import { expectedDayOfRefund } from '../../domain/reconciliation/expected-day.js';
import { newRefund, refundMessages, type Refund, type RefundFacts } from '../../domain/refunds/refund.js';
import { tradeOfRefund } from '../../domain/settlement/trade.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { Ids } from '../ports/ids.js';
import type { Journal } from '../ports/journal.js';
import type { PaymentChannels } from '../ports/payment-channel.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';
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
    return applied && hasMoney(applied.attempt) ? this.lookAfter(applied.attempt) : true;
  }

  /**
   * The payment was booked though we asked to cancel it: before, after or while the channel carried the cancel out, and its answer may never have
   * reached us. Asks whether the channel still has the money, and records that it went back when not. True when that is known.
   */
  async lookAfter(attempt: Attempt): Promise<boolean> {
    const { directory, channels, patience } = this.#parts;
    const account = await directory.channelMerchant(attempt.channelMerchantId);
    if (!account) throw new Error(`channel merchant ${attempt.channelMerchantId} is gone`);
    const report = await channels[attempt.payChannel].queries.query(account, refOf(attempt), patience.queryTimeoutMs);
    if (report.kind === 'paid' || report.kind === 'charged-in-error') return true;
    if (report.kind !== 'ended' && report.kind !== 'declined') return false;
    return this.#parts.unitOfWork.run((stores) => this.#recordReturn(stores, attempt, account));
  }

  /** The payer's money came in and was booked, and the cancel gave it back: both happened, both are kept. */
  async #recordReturn(stores: Stores, attempt: Attempt, account: ChannelMerchant): Promise<boolean> {
    const { journal, clock } = this.#parts;
    const order = await stores.orders.take(attempt.platformOrderNo);
    if (!order) throw new Error(`attempt ${attempt.attemptNo} has lost its order`);
    const refunds = (await stores.refunds.ofOrder(order.platformOrderNo)).filter((refund) => refund.attemptNo === attempt.attemptNo && refund.state !== 'failed');
    // A refund on its way takes what it can get first; the channel refuses it when nothing is left.
    if (refunds.some((refund) => refund.state !== 'refunded')) return false;
    const left = fen(attempt.amount - sumOf(refunds.map((refund) => refund.refundAmount)));
    if (left <= 0n) return true;
    journal.alarm('barcode-cancelled-after-payment', { orderNo: order.platformOrderNo, attemptNo: attempt.attemptNo });
    const refund = this.#returnOf(order, attempt, left);
    await this.#storeReturn(stores, order, refund);
    const now = clock.now();
    await stores.trades.addFresh(tradeOfRefund(order, attempt, refund, expectedDayOfRefund(attempt.payChannel, account, now), now));
    return true;
  }

  #returnOf(order: Order, attempt: Attempt, amount: Fen): Refund {
    const { ids, clock } = this.#parts;
    const now = clock.now();
    const facts: RefundFacts = {
      origin: 'rule', devId: order.devId, merchantNo: order.merchantNo, bizRefundOrderNo: `CANCEL-${attempt.attemptNo}`, refundOrderDate: businessDay(now),
      platformOrderNo: order.platformOrderNo, refundAmount: amount, refundTitle: '付款码撤销，款项原路退回', refundReason: undefined, notifyUrl: order.notifyUrl,
      passbackParams: order.passbackParams, subMerchantNo: undefined, nontaxRefundRef: undefined,
    };
    const made = newRefund(facts, { platformRefundOrderNo: ids.next(), attemptNo: attempt.attemptNo, contentDigest: facts.bizRefundOrderNo, requestedBy: 'system:cancel-barcode', review: false, now });
    return { ...made, state: 'refunded', stateMsg: refundMessages.refunded, refundTradeNo: attempt.attemptNo, refundTradeTime: longTime(now), sentAt: now, refundedAt: now };
  }

  async #storeReturn(stores: Stores, order: Order, refund: Refund): Promise<void> {
    const { ids, clock } = this.#parts;
    const now = clock.now();
    await stores.refunds.add(refund);
    const callback = refundCallback(refund, now);
    if (callback && await stores.callbacks.add(callback) === 'added') await stores.outbox.enqueue({ topic: 'deliver-callback', key: callback.callbackId, dueAt: now });
    // E-bill, payment notice and texts follow this refund as any other.
    await stores.outbox.enqueue({ topic: 'follow-order', key: order.platformOrderNo, dueAt: now });
    await stores.audit.append({
      entryId: ids.next(), at: now, actor: { kind: 'system', code: 'cancel-barcode', address: undefined }, action: 'refund.by-cancel', objectKind: 'refund',
      objectNo: refund.platformRefundOrderNo, description: refund.refundTitle, before: undefined, after: { orderNo: order.platformOrderNo, refundAmount: refund.refundAmount.toString() }, requestId: undefined,
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
