import type { Actor } from '../../domain/audit/audit-entry.js';
import { readAddress, readReturnAddress } from '../../domain/directory/address.js';
import type { PayeeChannel } from '../../domain/directory/channel-merchant.js';
import { mayActFor, type Developer } from '../../domain/directory/developer.js';
import type { Payee } from '../../domain/directory/payee.js';
import { isBillable, type BillableRefusal } from '../../domain/e-bills/billable.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { mayBeLostOrder } from '../../domain/recovery/recovery-mark.js';
import { nontaxInfoOf } from '../../domain/payments/nontax-info.js';
import { checkAmounts, newOrder, orderContent, type AmountRefusal, type Order, type OrderFacts } from '../../domain/payments/order.js';
import type { Clock } from '../ports/clock.js';
import type { Directory } from '../ports/directory.js';
import type { Ids } from '../ports/ids.js';
import { NoticeTaken, type NoticeHindrance, type NoticeOfOrder, type OrderNotices } from '../ports/order-notices.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';
import type { Vault } from '../ports/vault.js';
import { isPlaceOpen, openLinks } from './open-links.js';

/** What a business system sends; the platform adds who it is and settles the addresses. */
export interface OrderRequest {
  readonly developer: Developer;
  readonly facts: Omit<OrderFacts, 'devId' | 'notifyUrl'> & { readonly notifyUrl: string | undefined };
  readonly receivedAt: number;
  readonly address: string;
  readonly requestId: string;
}

export type OrderRefusal =
  | { readonly code: 'no-permission' }
  | { readonly code: 'order-exists' }
  | { readonly code: 'no-channel' }
  | { readonly code: 'address-missing' }
  | { readonly code: 'address-malformed' | 'address-not-allowed'; readonly field: 'notifyUrl' | 'returnUrl' | 'personBillDetailUrl' }
  | { readonly code: 'amount-bad'; readonly why: AmountRefusal }
  | { readonly code: 'not-billable'; readonly why: BillableRefusal }
  | { readonly code: 'sub-merchant-needed' | 'sub-merchant-unknown' }
  | NoticeHindrance
  /** After a restore: dated before it and not here, so it may be an order that was lost, and paid (BAK-03). */
  | { readonly code: 'recovering' };

export interface Registered { readonly order: Order; readonly repeated: boolean }

/** Checks and stores orders; the same content again is the same order (design 4.8). */
export class RegisterOrder {
  readonly #unitOfWork: UnitOfWork;
  readonly #directory: Directory;
  readonly #ids: Ids;
  readonly #vault: Pick<Vault, 'blindIndexes'>;
  readonly #clock: Clock;
  readonly #httpsOnly: boolean;
  readonly #notices: Pick<OrderNotices, 'check'>;

  constructor(unitOfWork: UnitOfWork, directory: Directory, ids: Ids, vault: Pick<Vault, 'blindIndexes'>, clock: Clock, httpsOnly: boolean, notices: Pick<OrderNotices, 'check'>) {
    this.#unitOfWork = unitOfWork;
    this.#directory = directory;
    this.#ids = ids;
    this.#vault = vault;
    this.#clock = clock;
    this.#httpsOnly = httpsOnly;
    this.#notices = notices;
  }

  /**
   * `serves` says whether one of the payee's open links will do; `alongside` stores what must commit with a new order (a barcode's first
   * attempt) and may change the order before it is stored.
   */
  async run(request: OrderRequest, serves: (link: PayeeChannel) => boolean, alongside?: Alongside): Promise<Result<Registered, OrderRefusal>> {
    const { developer } = request;
    const payee = await this.#directory.payee(request.facts.merchantNo);
    if (!payee?.enabled || !mayActFor(developer, payee.merchantNo) || !await isPlaceOpen(this.#directory, payee)) return refuse({ code: 'no-permission' });
    const facts = this.#settleAddresses(request, payee);
    if (!facts.ok) return facts;
    // Keyed, for everything else of the order can be read in its row and a bare digest would give the phone away (ENC-03). Digested as sent: the payee's own address may change before the same request comes again (design 4.8).
    const digests = this.#vault.blindIndexes('pay_order.content', orderContent(request.facts.notifyUrl === undefined ? { ...facts.value, notifyUrl: '' } : facts.value));
    const refusal = await this.#check(facts.value, payee, serves);
    // What is refused today may be a repeat of what was taken yesterday; a fresh order is told from a repeat by its insert, without a look before.
    if (refusal) return await this.#stored(facts.value, digests) ?? refuse(refusal);
    const order = newOrder(facts.value, {
      platformOrderNo: this.#ids.next(), cashierToken: this.#ids.token(), contentDigest: digests[0] ?? '', now: this.#clock.now(),
    });
    if (order.nontaxInfo === undefined) return this.#store(alongside ? alongside.order(order) : order, digests, request, alongside, undefined);
    // A repeat is answered from the store: the province is not asked again.
    const known = await this.#stored(facts.value, digests);
    if (known !== undefined) return known;
    const notice = await this.#notices.check(order, payee);
    return notice.ok ? this.#store(alongside ? alongside.order(order) : order, digests, request, alongside, notice.value) : notice;
  }

  async #store(order: Order, digests: readonly string[], request: OrderRequest, alongside: Alongside | undefined, notice: NoticeOfOrder | undefined): Promise<Result<Registered, OrderRefusal>> {
    const actor: Actor = { kind: 'developer', code: order.devId, address: request.address };
    const added = await this.#unitOfWork.run(async (stores) => {
      if (await stores.orders.add(order) === 'exists') return 'exists';
      await alongside?.store(stores, order);
      await notice?.store(stores);
      await stores.outbox.enqueue({ topic: 'expire-order', key: order.platformOrderNo, dueAt: order.expiresAt, fresh: true });
      await stores.audit.append({
        entryId: this.#ids.next(), at: order.createdAt, actor, action: 'order.placed', objectKind: 'order', objectNo: order.platformOrderNo,
        description: '业务系统下单', before: undefined, requestId: request.requestId,
        after: { orderState: order.state, orderAmount: order.orderAmount.toString(), merchantNo: order.merchantNo, bizOrderNo: order.bizOrderNo },
      });
      return 'added';
    }).catch((error: unknown) => {
      if (error instanceof NoticeTaken) return error;
      throw error;
    });
    if (added instanceof NoticeTaken) return refuse({ code: 'notice-bad', words: added.message });
    if (added === 'added') return ok({ order, repeated: false });
    const known = await this.#stored(order, digests);
    if (!known) throw new Error(`order ${order.bizOrderNo} is taken but cannot be read`);
    return known;
  }

  /** The order stored under this number, if any: the same, or a refusal because it has other content. */
  async #stored(facts: OrderFacts, digests: readonly string[]): Promise<Result<Registered, OrderRefusal> | undefined> {
    const known = await this.#unitOfWork.read(({ orders }) => orders.byBizNo(facts.devId, facts.merchantNo, facts.bizOrderNo));
    return known && sameOrder(known, digests);
  }

  #settleAddresses(request: OrderRequest, payee: Payee): Result<OrderFacts, OrderRefusal> {
    const { developer, facts } = request;
    const origins = developer.allowedOrigins;
    const notifyUrl = facts.notifyUrl === undefined ? payee.payNotifyUrl : facts.notifyUrl;
    if (notifyUrl === undefined) return refuse({ code: 'address-missing' });
    const settled: { notifyUrl: string; returnUrl: string | undefined; personBillDetailUrl: string | undefined } =
      { notifyUrl, returnUrl: facts.returnUrl, personBillDetailUrl: facts.personBillDetailUrl };
    for (const field of ['notifyUrl', 'returnUrl', 'personBillDetailUrl'] as const) {
      const given = facts[field];
      if (given === undefined) continue;
      const read = field === 'returnUrl' ? readReturnAddress(given, origins, this.#httpsOnly) : readAddress(given, origins, this.#httpsOnly);
      if (!read.ok) return refuse({ code: read.refusal, field });
      settled[field] = read.value;
    }
    return ok({ ...facts, ...settled, devId: developer.devId });
  }

  async #check(facts: OrderFacts, payee: Payee, serves: (link: PayeeChannel) => boolean): Promise<OrderRefusal | undefined> {
    const amounts = checkAmounts(facts);
    if (!amounts.ok) return { code: 'amount-bad', why: amounts.refusal };
    const billable = isBillable(nontaxInfoOf(facts), facts);
    if (!billable.ok) return { code: 'not-billable', why: billable.refusal };
    if (payee.subMerchants.length > 0 && facts.subOrders.length === 0) return { code: 'sub-merchant-needed' };
    const enabled = new Set(payee.subMerchants.filter((sub) => sub.enabled).map((sub) => sub.subMerchantNo));
    if (facts.subOrders.some((line) => !enabled.has(line.subMerchantNo))) return { code: 'sub-merchant-unknown' };
    const open = await openLinks(this.#directory, payee.merchantNo, facts.subOrders.length > 0);
    if (!open.some(serves)) return { code: 'no-channel' };
    const mark = await this.#unitOfWork.read(({ recovery }) => recovery.mark());
    return mayBeLostOrder(mark, facts.orderTime) ? { code: 'recovering' } : undefined;
  }
}

/** What else is stored in the unit that stores a new order. */
export interface Alongside {
  order(order: Order): Order;
  store(stores: Stores, order: Order): Promise<void>;
}

/** `digests`: under every key there is: the request may come again after a new one (KEY-02). */
const sameOrder = (known: Order, digests: readonly string[]): Result<Registered, OrderRefusal> =>
  digests.includes(known.contentDigest) ? ok({ order: known, repeated: true }) : refuse({ code: 'order-exists' });
