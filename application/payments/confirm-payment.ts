import type { ChannelReport } from '../../domain/payments/channel-report.js';
import type { Attempt } from '../../domain/payments/attempt.js';
import type { Order } from '../../domain/payments/order.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { deedEntry, type Acting } from '../../domain/operators/acting.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { RateLimiter } from '../ports/rate-limiter.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import type { AskChannel } from './ask-channel.js';

/** Questions about one order by all operators together: two at once, then one every five seconds. */
const askedPerSecond = 0.2;
/** Of many attempts the newest are asked about: a payer who has paid did so on one of the last. */
const mostAsked = 5;

/**
 * What the channel said, of all attempts the word that matters most. `never-tried`: the payer has not been at a channel. `held`: money moved and is
 * not booked as this order's payment; it stands among the abnormal orders.
 */
export type ConfirmAnswer = 'paid' | 'held' | 'unknown' | 'waiting' | 'declined' | 'ended' | 'not-found' | 'never-tried';
export type ConfirmRefusal = 'unknown' | 'paid-already' | 'too-often';
export interface Confirmed { readonly answer: ConfirmAnswer; readonly state: Order['state'] }

export interface ConfirmParts { readonly unitOfWork: UnitOfWork; readonly ask: Pick<AskChannel, 'query'>; readonly rateLimiter: RateLimiter; readonly ids: Ids; readonly clock: Clock }

/** 确认支付 (1.1.4.4.1-e): asks the channel, and believes it alone. No state is ever set by hand (PAY-04). */
export class ConfirmPayment {
  readonly #parts: ConfirmParts;

  constructor(parts: ConfirmParts) {
    this.#parts = parts;
  }

  async run(platformOrderNo: string, acting: Acting): Promise<Result<Confirmed, ConfirmRefusal>> {
    const { unitOfWork, rateLimiter } = this.#parts;
    const before = await unitOfWork.read(async ({ orders, attempts }) => {
      const order = await orders.byNo(platformOrderNo);
      return order && { order, tried: (await attempts.ofOrder(platformOrderNo)).slice(-mostAsked).reverse() };
    });
    if (!before) return refuse('unknown');
    if (before.order.state === 'paid') return refuse('paid-already');
    if (!rateLimiter.allow(`confirm-payment:${platformOrderNo}`, askedPerSecond)) return refuse('too-often');
    const answers = await Promise.allSettled(before.tried.map((attempt) => this.#ask(attempt)));
    const heard = answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : 'unknown'));
    const after = await unitOfWork.read(({ orders }) => orders.byNo(platformOrderNo)) ?? before.order;
    const answer = after.state === 'paid' ? 'paid' : weightiest(heard);
    await this.#note(before.order, after, answer, acting);
    const fault = answers.find(({ status }) => status === 'rejected');
    if (fault?.status === 'rejected') throw fault.reason;
    return ok({ answer, state: after.state });
  }

  async #ask(attempt: Attempt): Promise<ConfirmAnswer> {
    const { report, applied } = await this.#parts.ask.query(attempt);
    // Money that the channel has and this order was not paid by: late, of another amount, charged in error.
    if (report.kind === 'paid' && applied?.order.state !== 'paid') return 'held';
    return answers[report.kind];
  }

  /** Whatever came of it: somebody looked into an order, and the log says who. */
  async #note(before: Order, after: Order, answer: ConfirmAnswer, acting: Acting): Promise<void> {
    const { unitOfWork, ids, clock } = this.#parts;
    await unitOfWork.run(({ audit }) => audit.append(deedEntry(ids.next(), clock.now(), acting, {
      action: 'order.confirm-asked', objectKind: 'order', objectNo: before.platformOrderNo, description: '确认支付：向渠道查询',
      before: { orderState: before.state }, after: { orderState: after.state, answer },
    })));
  }
}

const answers: Readonly<Record<ChannelReport['kind'], ConfirmAnswer>> = {
  paid: 'paid', declined: 'declined', ended: 'ended', waiting: 'waiting', 'not-found': 'not-found', unknown: 'unknown', 'charged-in-error': 'held',
};

/** A doubt outweighs every no: it must not be read as one. */
const weights: readonly ConfirmAnswer[] = ['paid', 'held', 'unknown', 'waiting', 'declined', 'ended', 'not-found'];
const weightiest = (heard: readonly ConfirmAnswer[]): ConfirmAnswer => weights.find((answer) => heard.includes(answer)) ?? 'never-tried';
