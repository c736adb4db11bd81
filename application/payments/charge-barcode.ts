import { channelOfBarcode } from '../../domain/payments/barcode.js';
import { newAttempt, type Attempt } from '../../domain/payments/attempt.js';
import { barcodePollMs } from '../../domain/payments/query-ladder.js';
import { chargedAmount, lastStartBeforeExpiryMs, stateMessages, type Order } from '../../domain/payments/order.js';
import { holds } from '../../domain/recovery/recovery-mark.js';
import type { PayChannel, PayeeChannel } from '../../domain/directory/channel-merchant.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { Ids } from '../ports/ids.js';
import type { OrderNotices } from '../ports/order-notices.js';
import type { Journal } from '../ports/journal.js';
import type { PaymentChannels } from '../ports/payment-channel.js';
import type { RateLimiter } from '../ports/rate-limiter.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';
import type { Vault } from '../ports/vault.js';
import type { Applied, ApplyChannelReport } from './apply-channel-report.js';
import { refOf, type AskChannel } from './ask-channel.js';
import type { ChannelAddresses, ChannelPatience } from './channel-addresses.js';
import type { RegisterOrder} from './register-order.js';
import { openLinks } from './open-links.js';
import type { OrderRefusal, OrderRequest } from './register-order.js';

export interface BarcodeRequest extends OrderRequest {
  /** Never stored, never logged (PAY-06). */
  readonly barContent: string;
}

export type BarcodeRefusal = OrderRefusal | { readonly code: 'barcode-bad' } | { readonly code: 'too-many-barcodes' };

/** Codes one developer may offer for one payee a second, on average (PAY-06: guessing). */
const barcodesPerSecond = 2;
const askAfterMs = 1_000;
/** A channel is waited for at least this long. */
const leastAnswerMs = 1_500;

export interface BarcodeParts {
  readonly unitOfWork: UnitOfWork; readonly directory: Directory; readonly channels: PaymentChannels; readonly register: RegisterOrder;
  readonly apply: ApplyChannelReport; readonly ask: AskChannel; readonly ids: Ids; readonly clock: Clock; readonly journal: Journal; readonly rateLimiter: RateLimiter; readonly vault: Pick<Vault, 'blindIndexes'>;
  readonly addresses: ChannelAddresses; readonly patience: ChannelPatience; readonly notices: Pick<OrderNotices, 'mayPay'>;
}

/** A code scanned from the payer's phone is charged at once (1.1.1.3, 1.1.7.1.2-c). Answers within five seconds; the query job goes on. */
export class ChargeBarcode {
  readonly #parts: BarcodeParts;

  constructor(parts: BarcodeParts) {
    this.#parts = parts;
  }

  async run(request: BarcodeRequest): Promise<Result<Order, BarcodeRefusal>> {
    const startedAt = this.#parts.clock.now();
    const payChannel = channelOfBarcode(request.barContent);
    if (!payChannel) return refuse({ code: 'barcode-bad' });
    const { merchantNo } = request.facts;
    // A repeat asks no channel and counts against nobody; what tries another code does (PAY-06).
    if (!(await this.#isRepeat(request)) && !this.#parts.rateLimiter.allow(`barcode:${request.developer.devId}:${merchantNo}`, barcodesPerSecond)) return refuse({ code: 'too-many-barcodes' });
    const serves = (link: PayeeChannel): boolean => link.payChannel === payChannel && link.payMethods.includes('bar');
    const link = (await openLinks(this.#parts.directory, merchantNo, request.facts.subOrders.length > 0)).find(serves);
    let first: Attempt | undefined;
    const registered = await this.#parts.register.run(request, serves, {
      order: (order) => ({ ...order, state: 'paying', stateMsg: stateMessages.paying }),
      store: async (stores, order) => { first = await this.#storeAttempt(stores, order, request, link); },
    });
    if (!registered.ok) return registered;
    const { order, repeated } = registered.value;
    const attempt = repeated ? await this.#nextAttempt(order, request, link) : first;
    if (attempt === 'recovering') return refuse({ code: attempt });
    return ok(attempt ? await this.#charge(order, attempt, payChannel, request.barContent, startedAt) : await this.#asStored(order));
  }

  /** The order is there and its code was tried, or one is being tried now. */
  async #isRepeat(request: BarcodeRequest): Promise<boolean> {
    return this.#parts.unitOfWork.read(async ({ orders, attempts }) => {
      const known = await orders.byBizNo(request.developer.devId, request.facts.merchantNo, request.facts.bizOrderNo);
      if (!known) return false;
      const digests = this.#digestsOf(request);
      return (await attempts.ofOrder(known.platformOrderNo)).some((attempt) => isOfCode(attempt, digests));
    });
  }

  /** Under every key there is, that of today first. */
  #digestsOf(request: BarcodeRequest): readonly string[] {
    return this.#parts.vault.blindIndexes('pay_attempt.code', request.barContent);
  }

  /** A new code for an order whose last code came to nothing is a new attempt; everything else is the same request again (design 4.8). */
  async #nextAttempt(order: Order, request: BarcodeRequest, link: PayeeChannel | undefined): Promise<Attempt | 'recovering' | undefined> {
    // The first attempt needs no look: its notice was verified while the order was taken. A bare repeat starts none, and asks nobody.
    const startsOne = order.nontaxInfo !== undefined && ['failed', 'awaiting'].includes(order.state) && !(await this.#isRepeat(request));
    if (startsOne && !(await this.#parts.notices.mayPay(order)).ok) return undefined;
    const mark = await this.#parts.unitOfWork.read(({ recovery }) => recovery.mark());
    return this.#parts.unitOfWork.run(async (stores) => {
      const now = this.#parts.clock.now();
      const current = await stores.orders.take(order.platformOrderNo);
      const attempts = await stores.attempts.ofOrder(order.platformOrderNo);
      const seen = attempts.some((attempt) => isOfCode(attempt, this.#digestsOf(request)));
      if (!link || !current || seen || !['failed', 'awaiting'].includes(current.state) || now >= current.expiresAt - lastStartBeforeExpiryMs) return undefined;
      // An attempt of the hours that were lost may have been paid (BAK-03).
      if (holds(mark, 'payments', current.createdAt)) return 'recovering';
      await stores.orders.put({ ...current, state: 'paying', stateMsg: stateMessages.paying });
      const attempt = await this.#storeAttempt(stores, current, request, link);
      await stores.audit.append({
        entryId: this.#parts.ids.next(), at: now, actor: { kind: 'developer', code: order.devId, address: request.address }, action: 'attempt.started', objectKind: 'order',
        objectNo: order.platformOrderNo, description: '业务系统再次提交付款码', before: { orderState: current.state },
        after: { orderState: 'paying', attemptNo: attempt.attemptNo, payChannel: attempt.payChannel, payMethod: attempt.payMethod }, requestId: request.requestId,
      });
      return attempt;
    });
  }

  async #storeAttempt(stores: Stores, order: Order, request: BarcodeRequest, link: PayeeChannel | undefined): Promise<Attempt> {
    if (!link) throw new Error('a barcode order was stored without an open channel');
    const now = this.#parts.clock.now();
    const attempt = newAttempt({
      attemptNo: this.#parts.ids.next(), platformOrderNo: order.platformOrderNo, merchantNo: order.merchantNo, payChannel: link.payChannel, payMethod: 'bar',
      channelMerchantId: link.channelMerchantId, amount: chargedAmount(order), limitAt: order.expiresAt, codeDigest: this.#digestsOf(request)[0], receivedAt: request.receivedAt, now,
    });
    const sent: Attempt = { ...attempt, sentAt: now };
    await stores.attempts.add(sent);
    // Written before the channel is called: whatever happens to this process, somebody asks.
    await stores.outbox.enqueue({ topic: 'query-attempt', key: attempt.attemptNo, dueAt: now + barcodePollMs + this.#parts.patience.barcodeAnswerMs, fresh: true });
    return sent;
  }

  async #charge(order: Order, attempt: Attempt, payChannel: PayChannel, barContent: string, startedAt: number): Promise<Order> {
    const { directory, channels, addresses, patience, clock } = this.#parts;
    const account = await directory.channelMerchant(attempt.channelMerchantId);
    if (!account) throw new Error(`channel merchant ${attempt.channelMerchantId} is gone`);
    const toPay = { ...refOf(attempt), title: order.orderTitle, description: order.orderDescription, notifyUrl: addresses.notifyUrl(payChannel), now: clock.now() };
    const charging = channels[payChannel].barcodes.charge(account, toPay, barContent, patience.chargeTimeoutMs)
      .then(async (report) => this.#parts.apply.run(report, 'barcode-reply'))
      .then(async (applied) => applied?.attempt.state === 'open' ? this.#askOnce(applied.attempt) : applied)
      .catch((error: unknown) => { this.#parts.journal.fault('barcode-charge', error, { attemptNo: attempt.attemptNo }); return undefined; });
    // What the payment notice took of the caller's patience is not there any more.
    const answered = await Promise.race([charging, realDelay(Math.max(Math.min(leastAnswerMs, patience.barcodeAnswerMs), patience.barcodeAnswerMs - (clock.now() - startedAt)))]);
    return answered?.order ?? this.#asStored(order);
  }

  /** "Accepted" is not "paid" (UnionPay 00): most payers have decided a moment later, so one question often spares the caller a poll. */
  async #askOnce(attempt: Attempt): Promise<Applied | undefined> {
    await realDelay(askAfterMs);
    return (await this.#parts.ask.query(attempt)).applied;
  }

  async #asStored(order: Order): Promise<Order> {
    return (await this.#parts.unitOfWork.read(({ orders }) => orders.byNo(order.platformOrderNo))) ?? order;
  }
}

/** Under way, or made with this code. */
const isOfCode = ({ state, codeDigest }: Attempt, digests: readonly string[]): boolean => state === 'open' || (codeDigest !== undefined && digests.includes(codeDigest));

/** The caller's patience is real time, not the product's clock: a socket waits for it. */
const realDelay = (ms: number): Promise<undefined> => new Promise((resolve) => { setTimeout(() => resolve(undefined), ms).unref(); });
