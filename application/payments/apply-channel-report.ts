import type { Actor, AuditEntry } from '../../domain/audit/audit-entry.js';
import { newsOfOrder, newsOfRepeat, paymentCallback, type PaymentNews } from '../../domain/callbacks/news.js';
import type { ChannelMerchant } from '../../domain/directory/channel-merchant.js';
import type { Payee } from '../../domain/directory/payee.js';
import type { AbnormalKind } from '../../domain/payments/abnormal-order.js';
import { hasMoney, type Attempt } from '../../domain/payments/attempt.js';
import type { ChannelReport } from '../../domain/payments/channel-report.js';
import { judgeReport, type Judgement } from '../../domain/payments/judge-report.js';
import type { Order } from '../../domain/payments/order.js';
import { expectedDayOfPayment } from '../../domain/reconciliation/expected-day.js';
import { tradeOfPayment } from '../../domain/settlement/trade.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import type { Fen } from '../../domain/kernel/money.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { Ids } from '../ports/ids.js';
import type { Journal } from '../ports/journal.js';
import type { Measurements } from '../ports/measurements.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';
import { lookAgainMs } from './cancel-doubt.js';

/** How the news reached us. */
export type ReportSource = 'message' | 'query' | 'barcode-reply' | 'close-reply' | 'bill' | 'operator';

export interface Applied { readonly order: Order; readonly attempt: Attempt; readonly judgement: Judgement['kind'] }

/** Every piece of news about money passes here: channel message, query, barcode reply, bill line, 确认支付 (design 4.1). */
export class ApplyChannelReport {
  readonly #unitOfWork: UnitOfWork;
  readonly #directory: Directory;
  readonly #ids: Ids;
  readonly #clock: Clock;
  readonly #journal: Journal;
  readonly #measurements: Measurements;

  constructor(unitOfWork: UnitOfWork, directory: Directory, ids: Ids, clock: Clock, journal: Journal, measurements: Measurements) {
    this.#unitOfWork = unitOfWork;
    this.#directory = directory;
    this.#ids = ids;
    this.#clock = clock;
    this.#journal = journal;
    this.#measurements = measurements;
  }

  /**
   * Undefined when the attempt is not ours. Repeating a report changes nothing. `heardAt`: when the channel's word reached us; `about`: the
   * attempt of the report where it has been read already.
   */
  async run(report: ChannelReport, source: ReportSource, heardAt: EpochMs = this.#clock.now(), about?: Attempt): Promise<Applied | undefined> {
    // Only what of an attempt never changes; the rest is read under the order's lock.
    const known = about?.attemptNo === report.attemptNo ? about : await this.#unitOfWork.read(({ attempts }) => attempts.byNo(report.attemptNo));
    if (!known) return undefined;
    const [payee, account] = await Promise.all([this.#directory.payee(known.merchantNo), this.#directory.channelMerchant(known.channelMerchantId)]);
    const applied = await this.#unitOfWork.run(async (stores) => {
      const order = await stores.orders.take(known.platformOrderNo);
      const attempts = await stores.attempts.ofOrder(known.platformOrderNo);
      const attempt = attempts.find((one) => one.attemptNo === report.attemptNo);
      if (!order || !attempt) throw new Error(`attempt ${report.attemptNo} has lost its order`);
      const others = attempts.filter((one) => one !== attempt);
      const judgement = answered(judgeReport(order, attempt, others, report, this.#clock.now()), attempt, heardAt);
      await this.#record(stores, { order, attempt, payee, account, report, source }, judgement);
      // Our cancel may give back what is booked here, and a crash may keep its answer from us: looked after until that is known.
      if (attempt.cancelAskedAt !== undefined && 'attempt' in judgement && hasMoney(judgement.attempt)) {
        await stores.outbox.enqueue({ topic: 'query-attempt', key: attempt.attemptNo, dueAt: this.#clock.now() + lookAgainMs });
      }
      return {
        order: 'order' in judgement ? judgement.order : order, attempt: 'attempt' in judgement ? judgement.attempt : attempt, judgement: judgement.kind,
      };
    });
    this.#tell(applied, report, source);
    return applied;
  }

  async #record(stores: Stores, seen: Seen, judgement: Judgement): Promise<void> {
    switch (judgement.kind) {
      case 'nothing-new': return;
      case 'settled':
        await stores.orders.put(judgement.order);
        await stores.attempts.put(judgement.attempt);
        await this.#book(stores, seen, judgement.order, judgement.attempt);
        // Before the callback: the bill is asked for first (design 4.9). The job may be there already: money charged in error may have gone back before.
        await stores.outbox.enqueue({ topic: 'follow-order', key: judgement.order.platformOrderNo, dueAt: this.#clock.now() });
        await this.#tellPaid(stores, judgement.order, judgement.attempt.attemptNo);
        await endQuestions(stores, judgement.attempt);
        return stores.audit.append(this.#entry(seen, 'order.paid', '渠道确认支付成功', judgement.order, judgement.attempt));
      case 'paid-twice':
        await stores.attempts.put(judgement.attempt);
        await this.#book(stores, seen, seen.order, judgement.attempt);
        await this.#keepRepeat(stores, seen, judgement.attempt);
        await this.#callBack(stores, seen.order, judgement.attempt.attemptNo, newsOfRepeat(seen.order, judgement.attempt));
        return stores.audit.append(this.#entry(seen, 'order.paid-twice', '已支付订单再次支付成功，记为重缴', seen.order, judgement.attempt));
      case 'paid-late':
        await stores.attempts.put(judgement.attempt);
        await this.#book(stores, seen, seen.order, judgement.attempt);
        await this.#keepAbnormal(stores, seen, 'paid-after-close', judgement.attempt.amount, true);
        return stores.audit.append(this.#entry(seen, 'order.paid-late', '订单关闭后到账，记为异常订单', seen.order, judgement.attempt));
      case 'charged-in-error':
        if (judgement.order !== seen.order) await stores.orders.put(judgement.order);
        await stores.attempts.put(judgement.attempt);
        await this.#tellFailure(stores, seen, judgement);
        // Where the channel is still finding out what the issuer did, a person looks first.
        await this.#keepAbnormal(stores, seen, 'channel-error', reportedAmount(seen.report), seen.report.kind === 'charged-in-error' && seen.report.goesBack);
        return stores.audit.append(this.#entry(seen, 'order.charged-in-error', '渠道已扣款但交易异常，记为异常订单', judgement.order, judgement.attempt));
      case 'amount-differs':
        if (await this.#keepAbnormal(stores, seen, 'amount-mismatch', reportedAmount(seen.report), false) === 'exists') return;
        // Only a message is checked by a question: a query that says the same again must not ask itself for ever.
        if (seen.source === 'message') await stores.outbox.enqueue({ topic: 'query-attempt', key: seen.attempt.attemptNo, dueAt: this.#clock.now() });
        return stores.audit.append(this.#entry(seen, 'order.amount-differs', '渠道金额与订单金额不符，未入账', seen.order, seen.attempt));
      case 'moved':
        if (judgement.order !== seen.order) await stores.orders.put(judgement.order);
        await stores.attempts.put(judgement.attempt);
        await this.#tellFailure(stores, seen, judgement);
        return stores.audit.append(this.#entry(seen, `attempt.${seen.report.kind}`, '渠道告知支付进展', judgement.order, judgement.attempt));
    }
  }

  /** An attempt comes to its money once: there can be no such trade yet. */
  #book(stores: Stores, { account }: Seen, order: Order, attempt: Attempt): Promise<void> {
    const now = this.#clock.now();
    return stores.trades.addFresh(tradeOfPayment(order, attempt, expectedDayOfPayment(attempt, account, now), now));
  }

  /** State 3 is told where the payee wants it (1.1.7.1.2-f). */
  async #tellFailure(stores: Stores, seen: Seen, { order, attempt }: { readonly order: Order; readonly attempt: Attempt }): Promise<void> {
    if (order.state !== 'failed' || seen.order.state === 'failed' || !seen.payee?.callbackOnFailedOrClosed) return;
    await this.#callBack(stores, order, `${attempt.attemptNo}-failed`, newsOfOrder(order));
  }

  /** An order becomes paid once, in this unit: there can be no such callback yet, nor its job. */
  async #tellPaid(stores: Stores, order: Order, event: string): Promise<void> {
    const now = this.#clock.now();
    const callback = paymentCallback(order, event, newsOfOrder(order), now);
    await stores.callbacks.addFresh(callback);
    await stores.outbox.enqueue({ topic: 'deliver-callback', key: callback.callbackId, dueAt: now, fresh: true });
  }

  async #callBack(stores: Stores, order: Order, event: string, news: PaymentNews): Promise<void> {
    const now = this.#clock.now();
    const callback = paymentCallback(order, event, news, now);
    if (await stores.callbacks.add(callback) === 'exists') return;
    await stores.outbox.enqueue({ topic: 'deliver-callback', key: callback.callbackId, dueAt: now });
  }

  async #keepRepeat(stores: Stores, seen: Seen, attempt: Attempt): Promise<void> {
    const now = this.#clock.now();
    await stores.repeatPayments.add({
      attemptNo: attempt.attemptNo, platformOrderNo: attempt.platformOrderNo, merchantNo: attempt.merchantNo, payChannel: attempt.payChannel,
      channelOrderNo: attempt.channelOrderNo ?? attempt.attemptNo, amount: attempt.amount, handleState: 'pending', paidAt: attempt.paidAt ?? now, createdAt: now, version: 1,
    });
    if (seen.payee?.repeatRefundByRule) await stores.outbox.enqueue({ topic: 'refund-by-rule', key: attempt.attemptNo, dueAt: now });
  }

  async #keepAbnormal(stores: Stores, seen: Seen, kind: AbnormalKind, amount: Fen, refundByRule: boolean): Promise<'added' | 'exists'> {
    const now = this.#clock.now();
    const { attempt, report } = seen;
    const added = await stores.abnormalOrders.add({
      abnormalId: `${kind}:${attempt.attemptNo}`, kind, platformOrderNo: attempt.platformOrderNo, merchantNo: attempt.merchantNo, attemptNo: attempt.attemptNo,
      payChannel: attempt.payChannel, channelOrderNo: 'channelOrderNo' in report ? report.channelOrderNo : undefined, amount,
      note: 'code' in report && report.code !== undefined ? `渠道应答码 ${report.code}` : '渠道来信与订单不符', handleState: 'pending', createdAt: now, version: 1,
    });
    if (refundByRule) await stores.outbox.enqueue({ topic: 'refund-by-rule', key: attempt.attemptNo, dueAt: now });
    return added;
  }

  #entry(seen: Seen, action: string, description: string, order: Order, attempt: Attempt): AuditEntry {
    const actor: Actor = { kind: 'channel', code: seen.attempt.payChannel, address: undefined };
    return {
      entryId: this.#ids.next(), at: this.#clock.now(), actor, action, objectKind: 'order', objectNo: order.platformOrderNo, description,
      before: { orderState: seen.order.state, attemptState: seen.attempt.state, attemptNo: attempt.attemptNo },
      after: { orderState: order.state, attemptState: attempt.state, source: seen.source, reported: reportedAmount(seen.report).toString() }, requestId: undefined,
    };
  }

  #tell(applied: Applied, report: ChannelReport, source: ReportSource): void {
    this.#measurements.count('channel_reports', { channel: applied.attempt.payChannel, kind: report.kind, source });
    if (applied.judgement === 'nothing-new') return;
    this.#measurements.count('money_events', { event: applied.judgement });
    const fields = { orderNo: applied.order.platformOrderNo, attemptNo: applied.attempt.attemptNo, reported: report.kind, source, orderState: applied.order.state };
    if (['paid-twice', 'paid-late', 'charged-in-error', 'amount-differs'].includes(applied.judgement)) this.#journal.alarm(applied.judgement, fields);
    else this.#journal.info('report-applied', fields);
  }
}

interface Seen { readonly order: Order; readonly attempt: Attempt; readonly payee: Payee | undefined; readonly account: ChannelMerchant | undefined; readonly report: ChannelReport; readonly source: ReportSource }

/** The answer that decided an attempt, with its moment: how long the channel took can be shown from the record (design 5, PERF-4). */
function answered(judgement: Judgement, before: Attempt, heardAt: EpochMs): Judgement {
  if (!('attempt' in judgement) || judgement.attempt.state === before.state) return judgement;
  return { ...judgement, attempt: { ...judgement.attempt, answeredAt: heardAt } };
}

/** The order cannot expire and its payment is not asked about any more: both jobs would look and find nothing to do. */
async function endQuestions({ outbox }: Stores, paid: Attempt): Promise<void> {
  await outbox.endWaiting({ topic: 'expire-order', key: paid.platformOrderNo });
  // A cancel that was asked for may yet give the money back: that is looked after.
  if (paid.cancelAskedAt === undefined) await outbox.endWaiting({ topic: 'query-attempt', key: paid.attemptNo });
}

const reportedAmount = (report: ChannelReport): Fen => ('amount' in report ? report.amount : 0n as Fen);
