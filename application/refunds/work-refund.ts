import { nextRefundQueryAt } from '../../domain/refunds/judge-refund-report.js';
import type { Refund } from '../../domain/refunds/refund.js';
import type { RefundReport } from '../../domain/refunds/refund-report.js';
import { beganAt, holds } from '../../domain/recovery/recovery-mark.js';
import type { ChannelMerchant, PayChannel } from '../../domain/directory/channel-merchant.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { Ids } from '../ports/ids.js';
import type { JobOutcome } from '../ports/jobs.js';
import type { Journal } from '../ports/journal.js';
import type { PaymentChannels, RefundToSend } from '../ports/payment-channel.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import type { ApplyRefundReport } from './apply-refund-report.js';
import { RefundNumbers } from './refund-numbers.js';

export interface WorkRefundParts {
  readonly unitOfWork: UnitOfWork; readonly directory: Directory; readonly channels: PaymentChannels; readonly apply: ApplyRefundReport;
  readonly ids: Ids; readonly clock: Clock; readonly journal: Journal; readonly refundTimeoutMs: number; readonly notifyUrl: (payChannel: PayChannel) => string;
}

/**
 * What a restore means for one refund (BAK-03). `held`: it may have been sent under a number that is lost, so it is asked about and never sent.
 * `released`: a person has compared with the channel's bill and found that what was sent before the restore never arrived.
 */
type Hold = 'none' | 'held' | 'released';

/** Job `work-refund`: fixes the channel number, sends once, then asks until the channel decides. Unknown is not failed (design 4.2). */
export class WorkRefund {
  readonly #parts: WorkRefundParts;
  readonly #numbers: RefundNumbers;

  constructor(parts: WorkRefundParts) {
    this.#parts = parts;
    this.#numbers = new RefundNumbers(parts.unitOfWork, parts.ids, parts.clock);
  }

  async run(refundNo: string): Promise<JobOutcome> {
    const refund = await this.#parts.unitOfWork.read(({ refunds }) => refunds.byNo(refundNo));
    if (!refund) throw new Error(`no refund ${refundNo}`);
    if (refund.state !== 'refunding') return { kind: 'done' };
    const hold = await this.#holdOf(refund);
    if (hold === 'held' && refund.refundTradeNo === undefined) return this.#again(refund, this.#holdBack(refund), { drop: false, soon: false });
    const { refund: numbered, fresh } = refund.refundTradeNo === undefined ? await this.#numbers.give(refund) : { refund, fresh: false };
    const { report, sendAnew } = await this.#work(numbered, !fresh, hold);
    const result = await this.#parts.apply.run(refundNo, refund.platformOrderNo, report);
    if (result !== 'nothing-new') return { kind: 'done' };
    const drop = sendAnew || (report.kind === 'try-later' && fresh && await this.#numberAges(numbered));
    return this.#again(numbered, report, { drop, soon: sendAnew });
  }

  async #holdOf(refund: Refund): Promise<Hold> {
    return this.#parts.unitOfWork.read(async ({ orders, attempts, recovery }) => {
      const mark = await recovery.mark();
      if (!mark) return 'none';
      const order = await orders.byNo(refund.platformOrderNo);
      if (!order) throw new Error(`refund ${refund.platformRefundOrderNo} has lost its order`);
      const began = beganAt(order, await attempts.ofOrder(order.platformOrderNo));
      if (holds(mark, 'refunds', began) && !await recovery.isReleased(mark.recoveryNo, refund.platformRefundOrderNo)) return 'held';
      return refund.sentAt !== undefined && refund.sentAt <= mark.restoredAt ? 'released' : 'none';
    });
  }

  /** Nothing is sent; said at every look, ever more rarely. */
  #holdBack(refund: Refund): RefundReport {
    this.#parts.journal.alarm('refund-held-after-restore', { refundNo: refund.platformRefundOrderNo, orderNo: refund.platformOrderNo });
    return { kind: 'not-found', refundTradeNo: refund.refundTradeNo ?? '' };
  }

  async #work(refund: Refund, sentBefore: boolean, hold: Hold): Promise<{ readonly report: RefundReport; readonly sendAnew: boolean }> {
    const { channels, clock, journal, refundTimeoutMs } = this.#parts;
    const { toSend, account, payChannel } = await this.#prepare(refund);
    const { refunds } = channels[payChannel];
    const send = async () => ({ report: await refunds.refund(account, toSend, refundTimeoutMs), sendAnew: false });
    if (!sentBefore) return send();
    const asked = await refunds.queryRefund(account, toSend, refundTimeoutMs);
    if (asked.kind !== 'not-found') return { report: asked, sendAnew: false };
    if (hold === 'held') return { report: this.#holdBack(refund), sendAnew: false };
    // We may have died between storing the number and sending it: the same number, sent again, refunds once.
    const sentAgoMs = clock.now() - (refund.sentAt ?? 0);
    if (sentAgoMs <= refunds.resendSafeForMs) return await this.#numbers.sendAgain(refund) ? send() : { report: asked, sendAnew: false };
    if (hold === 'released') return { report: asked, sendAnew: true };
    // Neither sent again nor failed: only the channel's bill, and people, can tell. Said at every question, ever more rarely.
    journal.alarm('refund-left-to-bill', { refundNo: refund.platformRefundOrderNo, orderNo: refund.platformOrderNo });
    return { report: asked, sendAnew: false };
  }

  async #prepare(refund: Refund): Promise<{ toSend: RefundToSend; account: ChannelMerchant; payChannel: PayChannel }> {
    const { unitOfWork, directory, notifyUrl } = this.#parts;
    const attempt = await unitOfWork.read(({ attempts }) => attempts.byNo(refund.attemptNo));
    const account = attempt && await directory.channelMerchant(attempt.channelMerchantId);
    if (!attempt || !account || refund.refundTradeNo === undefined || refund.refundTradeTime === undefined) {
      throw new Error(`refund ${refund.platformRefundOrderNo} cannot be sent: payment, account or number is missing`);
    }
    return {
      account, payChannel: attempt.payChannel,
      toSend: {
        payment: { attemptNo: attempt.attemptNo, payMethod: attempt.payMethod, amount: attempt.amount, channelTime: attempt.channelTime, limitAt: attempt.limitAt, channelOrderNo: attempt.channelOrderNo },
        refundTradeNo: refund.refundTradeNo, refundTradeTime: refund.refundTradeTime, amount: refund.refundAmount, reason: refund.refundTitle,
        notifyUrl: notifyUrl(attempt.payChannel),
      },
    };
  }

  /** `drop`: the number was surely not executed and comes to nothing; `soon`: the next sending waits for nothing. */
  async #again(sent: Refund, report: RefundReport, { drop, soon }: { readonly drop: boolean; readonly soon: boolean }): Promise<JobOutcome> {
    const { unitOfWork, clock, journal } = this.#parts;
    const refundNo = sent.platformRefundOrderNo;
    if (report.kind === 'try-later') journal.alarm('refund-held', { refundNo, code: report.code });
    const next = await unitOfWork.run(async (stores) => {
      await stores.orders.take(sent.platformOrderNo);
      const refund = await stores.refunds.byNo(refundNo);
      if (refund?.state !== 'refunding') return undefined;
      const dueAt = soon ? clock.now() : nextRefundQueryAt(refund, clock.now());
      const left = drop ? await this.#numbers.giveUp(stores, refund, sent) : refund;
      await stores.refunds.put({ ...left, queriesAsked: refund.queriesAsked + 1 });
      return dueAt;
    });
    return next === undefined ? { kind: 'done' } : { kind: 'again', dueAt: next };
  }

  /** A channel that takes a number for a while only (UnionPay): what it surely did not execute must come again under a new one (design 4.2). */
  async #numberAges(refund: Refund): Promise<boolean> {
    const { payChannel } = await this.#prepare(refund);
    return Number.isFinite(this.#parts.channels[payChannel].refunds.resendSafeForMs);
  }
}
