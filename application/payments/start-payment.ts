import { maxAttemptsPerOrder, mayStillBePaid, newAttempt, type Attempt } from '../../domain/payments/attempt.js';
import { pageLadderMs } from '../../domain/payments/query-ladder.js';
import { chargedAmount, mayStartPayment, stateMessages, type Order } from '../../domain/payments/order.js';
import { holds } from '../../domain/recovery/recovery-mark.js';
import type { PayeeChannel } from '../../domain/directory/channel-merchant.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { Ids } from '../ports/ids.js';
import type { OrderNotices } from '../ports/order-notices.js';
import type { PaymentChannels } from '../ports/payment-channel.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';
import type { AskChannel} from './ask-channel.js';
import { refOf } from './ask-channel.js';
import type { CashierTerminal, StartedPayment, StartPaymentRefusal, StartPaymentRequest } from './cashier-view.js';
import type { ChannelAddresses } from './channel-addresses.js';
import { openLinks } from './open-links.js';

export interface StartParts {
  readonly unitOfWork: UnitOfWork; readonly directory: Directory; readonly channels: PaymentChannels; readonly ask: AskChannel;
  readonly ids: Ids; readonly clock: Clock; readonly addresses: ChannelAddresses; readonly notices: Pick<OrderNotices, 'mayPay'>;
}

/** The payer chose a channel on the cashier: ends what is still open, then makes an attempt and the hand-over to the channel's page. */
export class StartPayment {
  readonly #parts: StartParts;

  constructor(parts: StartParts) {
    this.#parts = parts;
  }

  async run(request: StartPaymentRequest): Promise<Result<StartedPayment, StartPaymentRefusal>> {
    const { unitOfWork, clock } = this.#parts;
    const seen = await unitOfWork.read(async ({ orders, attempts, recovery }) => {
      const order = await orders.byCashierToken(request.cashierToken);
      return order && { order, attempts: await attempts.ofOrder(order.platformOrderNo), mark: await recovery.mark() };
    });
    if (!seen || seen.order.terminal === 'bar') return refuse('no-such-order');
    if (seen.order.terminal === 'pc' && request.terminal !== 'pc') return refuse('channel-not-open');
    const allowed = mayStartPayment(seen.order, clock.now());
    if (!allowed.ok) return allowed;
    if (holds(seen.mark, 'payments', seen.order.createdAt)) return refuse('recovering');
    const link = await this.#openLink(seen.order, request);
    if (!link) return refuse('channel-not-open');
    if (seen.attempts.length >= maxAttemptsPerOrder) return refuse('too-many-attempts');
    const notice = seen.order.nontaxInfo === undefined ? undefined : await this.#parts.notices.mayPay(seen.order);
    if (notice?.ok === false) return notice;
    const undecided = seen.attempts.filter(mayStillBePaid);
    const settled = await Promise.all(undecided.map(async (attempt) => this.#settle(attempt)));
    if (settled.includes(false)) return refuse('still-asking');
    const started = await this.#storeAttempt(request, seen, link, undecided);
    return started.ok ? ok({ attemptNo: started.value.attemptNo, handover: await this.#handover(seen.order, started.value, request.terminal) }) : started;
  }

  async #openLink(order: Order, request: StartPaymentRequest): Promise<PayeeChannel | undefined> {
    const links = await openLinks(this.#parts.directory, order.merchantNo, order.subOrders.length > 0);
    return links.find((link) => link.payChannel === request.payChannel && link.payMethods.includes(request.terminal));
  }

  /** True when the earlier attempt is known unpaid: closed where the channel can, else answered clearly (design 4.3). */
  async #settle(attempt: Attempt): Promise<boolean> {
    const asked = await this.#parts.ask.query(attempt);
    // "Accepted, ask later" about a page nobody can close: the payer's wish to change counts, and a second success is a repeat payment.
    if (asked.report.kind === 'unknown') return asked.report.why === 'pending' && this.#parts.channels[attempt.payChannel].closing === undefined;
    if (asked.applied?.attempt.state !== 'open') return true;
    // Paid, but with another amount: noted, not booked; nobody pays again before it is clear.
    if (asked.report.kind === 'paid') return false;
    const closed = await this.#parts.ask.close(attempt);
    return closed === undefined || closed.report.kind !== 'unknown';
  }

  async #storeAttempt(request: StartPaymentRequest, seen: SeenOrder, link: PayeeChannel, dealtWith: readonly Attempt[]): Promise<Result<Attempt, StartPaymentRefusal>> {
    const { order } = seen;
    const { unitOfWork, ids, clock } = this.#parts;
    return unitOfWork.run(async (stores) => {
      const now = clock.now();
      const current = await stores.orders.take(order.platformOrderNo);
      if (!current) return refuse('no-such-order');
      const allowed = mayStartPayment(current, now);
      if (!allowed.ok) return allowed;
      // Every start changes its order: one that is as it was seen has no other attempts than were seen.
      const attempts = current.version === order.version ? seen.attempts : await stores.attempts.ofOrder(order.platformOrderNo);
      const known = new Set(dealtWith.map((attempt) => attempt.attemptNo));
      // Another window started one meanwhile: two open pages could both be paid.
      if (attempts.some((attempt) => mayStillBePaid(attempt) && !known.has(attempt.attemptNo))) return refuse('try-again');
      const attempt = {
        ...newAttempt({
          attemptNo: ids.next(), platformOrderNo: order.platformOrderNo, merchantNo: order.merchantNo, payChannel: link.payChannel, payMethod: request.terminal,
          channelMerchantId: link.channelMerchantId, amount: chargedAmount(order), limitAt: order.expiresAt, codeDigest: undefined, receivedAt: request.receivedAt, now,
        }),
        sentAt: now,
      };
      await stores.orders.put({ ...current, state: 'paying', stateMsg: stateMessages.paying });
      await stores.attempts.add(attempt);
      await stores.outbox.enqueue({ topic: 'query-attempt', key: attempt.attemptNo, dueAt: now + (pageLadderMs[0] ?? 0), fresh: true });
      await stores.audit.append({
        entryId: ids.next(), at: now, actor: { kind: 'payer', code: 'cashier', address: request.address }, action: 'attempt.started', objectKind: 'order',
        objectNo: order.platformOrderNo, description: '缴款人选择渠道并前往支付', before: { orderState: current.state },
        after: { orderState: 'paying', attemptNo: attempt.attemptNo, payChannel: attempt.payChannel, payMethod: attempt.payMethod }, requestId: request.requestId,
      });
      return ok(attempt);
    });
  }

  async #handover(order: Order, attempt: Attempt, terminal: CashierTerminal) {
    const { directory, channels, addresses, clock } = this.#parts;
    const account = await directory.channelMerchant(attempt.channelMerchantId);
    if (!account) throw new Error(`channel merchant ${attempt.channelMerchantId} is gone`);
    const toPay = {
      ...refOf(attempt), payMethod: terminal, title: order.orderTitle, description: order.orderDescription,
      notifyUrl: addresses.notifyUrl(attempt.payChannel), now: clock.now(),
    };
    return channels[attempt.payChannel].pages.start(account, toPay, addresses.returnUrl(attempt.payChannel, order.cashierToken), addresses.quitUrl(order.cashierToken));
  }
}

interface SeenOrder { readonly order: Order; readonly attempts: readonly Attempt[] }
