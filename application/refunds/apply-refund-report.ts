import { refundCallback } from '../../domain/callbacks/news.js';
import type { ChannelMerchant } from '../../domain/directory/channel-merchant.js';
import { expectedDayOfRefund } from '../../domain/reconciliation/expected-day.js';
import type { Order } from '../../domain/payments/order.js';
import { judgeRefundReport, type RefundJudgement } from '../../domain/refunds/judge-refund-report.js';
import type { Refund } from '../../domain/refunds/refund.js';
import type { RefundReport } from '../../domain/refunds/refund-report.js';
import { tradeOfRefund } from '../../domain/settlement/trade.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { Ids } from '../ports/ids.js';
import type { Journal } from '../ports/journal.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';
import { auditRefund } from './request-refund.js';

/** Every word of a channel about a refund passes here; repeating it changes nothing. */
export class ApplyRefundReport {
  readonly #unitOfWork: UnitOfWork;
  readonly #directory: Directory;
  readonly #ids: Ids;
  readonly #clock: Clock;
  readonly #journal: Journal;

  constructor(unitOfWork: UnitOfWork, directory: Directory, ids: Ids, clock: Clock, journal: Journal) {
    this.#unitOfWork = unitOfWork;
    this.#directory = directory;
    this.#ids = ids;
    this.#clock = clock;
    this.#journal = journal;
  }

  async run(refundNo: string, orderNo: string, report: RefundReport): Promise<RefundJudgement['kind']> {
    const account = report.kind === 'refunded' ? await this.#accountOf(refundNo) : undefined;
    const judgement = await this.#unitOfWork.run(async (stores) => {
      const order = await stores.orders.take(orderNo);
      const refund = await stores.refunds.byNo(refundNo);
      if (!refund) throw new Error(`no refund ${refundNo}`);
      const judged = judgeRefundReport(refund, report, this.#clock.now());
      if (judged.kind === 'refunded') await this.#book(stores, order, judged.refund, account);
      if (judged.kind !== 'nothing-new') await this.#record(stores, judged.refund, judged.kind);
      return judged;
    });
    if (judgement.kind === 'nothing-new') return judgement.kind;
    this.#journal.info('refund-decided', { refundNo, orderNo, result: judgement.kind });
    // Nobody asked for it and nobody is told: money that is not ours stays until a person looks.
    if (judgement.kind === 'failed' && judgement.refund.origin === 'rule') this.#journal.alarm('refund-by-rule-failed', { refundNo, orderNo, attemptNo: judgement.refund.attemptNo });
    return judgement.kind;
  }

  /** Through which account the money goes back; what an attempt says of that never changes. */
  async #accountOf(refundNo: string): Promise<ChannelMerchant | undefined> {
    const attempt = await this.#unitOfWork.read(async ({ refunds, attempts }) => {
      const refund = await refunds.byNo(refundNo);
      return refund && attempts.byNo(refund.attemptNo);
    });
    return attempt && this.#directory.channelMerchant(attempt.channelMerchantId);
  }

  /** A refund becomes `refunded` once: there can be no such trade yet. */
  async #book(stores: Stores, order: Order | undefined, refund: Refund, account: ChannelMerchant | undefined): Promise<void> {
    const attempt = await stores.attempts.byNo(refund.attemptNo);
    if (!order || !attempt) throw new Error(`refund ${refund.platformRefundOrderNo} has lost its payment`);
    const now = this.#clock.now();
    await stores.trades.addFresh(tradeOfRefund(order, attempt, refund, expectedDayOfRefund(attempt.payChannel, account, refund.refundedAt ?? now), now));
  }

  async #record(stores: Stores, refund: Refund, result: 'refunded' | 'failed'): Promise<void> {
    const now = this.#clock.now();
    await stores.refunds.put(refund);
    const callback = refundCallback(refund, now);
    if (callback && await stores.callbacks.add(callback) === 'added') {
      await stores.outbox.enqueue({ topic: 'deliver-callback', key: callback.callbackId, dueAt: now });
    }
    if (result === 'refunded') await stores.outbox.enqueue({ topic: 'follow-order', key: refund.platformOrderNo, dueAt: now });
    if (refund.origin === 'rule' && result === 'refunded') await settleRecords(stores, refund.attemptNo);
    const description = result === 'refunded' ? '渠道确认退款成功' : '渠道确认退款失败';
    await auditRefund(stores, { entryId: this.#ids.next(), at: now, actor: { kind: 'channel', code: 'refund', address: undefined }, action: `refund.${result}`, description, requestId: undefined }, refund);
  }
}

/** The record of the late or repeated money is dealt with once it has gone back. */
async function settleRecords(stores: Stores, attemptNo: string): Promise<void> {
  const repeat = await stores.repeatPayments.byAttempt(attemptNo);
  if (repeat && repeat.handleState !== 'handled') await stores.repeatPayments.put({ ...repeat, handleState: 'handled' });
  for (const kind of ['paid-after-close', 'channel-error'] as const) {
    const record = await stores.abnormalOrders.byId(`${kind}:${attemptNo}`);
    if (record && record.handleState !== 'handled') await stores.abnormalOrders.put({ ...record, handleState: 'handled' });
  }
}
