import type { PayChannel } from '../../domain/directory/channel-merchant.js';
import type { Attempt } from '../../domain/payments/attempt.js';
import type { ChannelReport } from '../../domain/payments/channel-report.js';
import { nextQueryAt } from '../../domain/payments/query-ladder.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { Journal } from '../ports/journal.js';
import type { Measurements } from '../ports/measurements.js';
import type { HttpReply, MessageSubject, PaymentChannels, RawMessage } from '../ports/payment-channel.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import type { ApplyChannelReport } from './apply-channel-report.js';
import type { AskChannel} from './ask-channel.js';
import { refOf } from './ask-channel.js';
import type { KeepLostPayment } from './keep-lost-payment.js';

export interface MessageParts {
  readonly unitOfWork: UnitOfWork; readonly directory: Directory; readonly channels: PaymentChannels; readonly apply: ApplyChannelReport;
  readonly ask: AskChannel; readonly clock: Clock; readonly journal: Journal; readonly measurements: Measurements;
  readonly lost: KeepLostPayment;
}

/**
 * A channel's asynchronous message (CHN-01 to CHN-05): found by our number, verified with the account the order used, then applied. Answered
 * "accepted" only after everything is stored; anything not genuine or not ours is refused, counted and changes nothing.
 */
export class ReceiveChannelMessage {
  readonly #parts: MessageParts;

  constructor(parts: MessageParts) {
    this.#parts = parts;
  }

  async run(payChannel: PayChannel, message: RawMessage): Promise<HttpReply> {
    const { directory, channels, clock } = this.#parts;
    const { messages } = channels[payChannel];
    const heardAt = clock.now();
    const subject = messages.subject(message);
    if (!subject) return this.#refuse(payChannel, 'unreadable');
    const attempt = await this.#attemptOf(subject);
    // Still refused below: the channel goes on repeating what no order here can be paid with.
    if (!attempt && subject.attemptNo !== undefined) await this.#parts.lost.run(payChannel, message, subject.attemptNo, heardAt);
    if (attempt?.payChannel !== payChannel) return this.#refuse(payChannel, attempt ? 'other-channel' : 'unknown-order');
    const account = await directory.channelMerchant(attempt.channelMerchantId);
    if (!account) return this.#refuse(payChannel, 'account-gone', attempt);
    const verdict = await messages.read(account, message, refOf(attempt), heardAt);
    if (!verdict.genuine) return this.#refuse(payChannel, verdict.why, attempt);
    if (verdict.refund) await this.#wakeRefund(verdict.refund.refundTradeNo);
    if (verdict.payment && 'attemptNo' in verdict.payment && verdict.payment.attemptNo !== attempt.attemptNo) return this.#refuse(payChannel, 'other-attempt', attempt);
    if (verdict.payment && !toldBefore(attempt, verdict.payment)) {
      const doubtful = verdict.confirmByQuery || attempt.cancelAskedAt !== undefined;
      const worthAsking = verdict.payment.kind === 'unknown' || (verdict.payment.kind === 'paid' && verdict.payment.amount === attempt.amount);
      if (doubtful && worthAsking) return await this.#confirm(attempt) ? messages.accepted : messages.refused;
      await this.#parts.apply.run(verdict.payment, 'message', heardAt, attempt);
    }
    return messages.accepted;
  }

  /**
   * The channel asks to be asked before its message is booked (unionpay.md 7). The question is a job before it is a call: a crash loses nothing.
   * False when the answer is open and the ladder has no further question about this attempt: then only the channel's repeating can bring it again.
   */
  async #confirm(attempt: Attempt): Promise<boolean> {
    const dueAt = this.#parts.clock.now() + unlessAnsweredMs;
    await this.#parts.unitOfWork.run(({ outbox }) => outbox.enqueue({ topic: 'query-attempt', key: attempt.attemptNo, dueAt }));
    const asked = await this.#parts.ask.query(attempt);
    return asked.report.kind !== 'unknown' || nextQueryAt(asked.applied?.attempt ?? attempt, this.#parts.clock.now()) !== undefined;
  }

  /** A refund message is a reason to ask: the refund job asks the channel and applies its answer. */
  async #wakeRefund(refundTradeNo: string): Promise<void> {
    await this.#parts.unitOfWork.run(async ({ refunds, outbox, recovery }) => {
      const refund = await refunds.byTradeNo(refundTradeNo);
      if (!refund && await recovery.mark()) this.#parts.journal.alarm('refund-of-lost-number', { refundTradeNo });
      if (refund?.state === 'refunding') await outbox.enqueue({ topic: 'work-refund', key: refund.platformRefundOrderNo, dueAt: this.#parts.clock.now() });
    });
  }

  async #attemptOf(subject: MessageSubject): Promise<Attempt | undefined> {
    return this.#parts.unitOfWork.read(async ({ attempts, refunds }) => {
      if (subject.attemptNo !== undefined) return attempts.byNo(subject.attemptNo);
      const refund = subject.refundTradeNo === undefined ? undefined : await refunds.byTradeNo(subject.refundTradeNo);
      return refund && attempts.byNo(refund.attemptNo);
    });
  }

  /** An alarm where an order of ours is named; anybody at all can post the rest. */
  #refuse(payChannel: PayChannel, why: string, about?: Attempt): HttpReply {
    if (about) this.#parts.journal.alarm('channel-message-refused', { payChannel, why, attemptNo: about.attemptNo });
    else this.#parts.journal.warn('channel-message-refused', { payChannel, why });
    this.#parts.measurements.count('security_events', { event: 'channel-message', why });
    return this.#parts.channels[payChannel].messages.refused;
  }
}

/** The job asks when our own question was lost with this process: later than its answer can come, or the channel is asked twice at the same moment. */
const unlessAnsweredMs = 10_000;

/** "Paid" again for an attempt whose payment is booked: nothing to ask about, however often the channel repeats it. */
const toldBefore = (attempt: Attempt, report: ChannelReport): boolean =>
  report.kind === 'paid' && ['paid', 'repeat', 'late'].includes(attempt.state) && report.amount === attempt.amount;
