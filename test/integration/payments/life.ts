import { tokens } from '../../../bootstrap/tokens.js';
import type { PaymentCallback, RefundCallback } from '../../../contracts/gateway/callbacks.js';
import type { OrderCreateRequest } from '../../../contracts/gateway/order-create.js';
import type { OrderQueryResponse } from '../../../contracts/gateway/order-query.js';
import type { GatewayCallback } from '../../../contracts/sdk/callbacks.js';
import type { GatewayClient } from '../../../contracts/sdk/client.js';
import type { Payee } from '../../../domain/directory/payee.js';
import type { AbnormalOrder, RepeatPayment } from '../../../domain/payments/abnormal-order.js';
import type { Attempt } from '../../../domain/payments/attempt.js';
import type { Order } from '../../../domain/payments/order.js';
import type { Refund } from '../../../domain/refunds/refund.js';
import { startCity, type City } from '../../support/city.js';
import { attemptNoOf, choose, openChannel, payAtChannel, wireTime, type PageForm } from '../../support/payer.js';
import { Ear } from './ear.js';

export type Channel = 'alipay' | 'unionpay';
const by = { kind: 'system', code: 'test', address: undefined } as const;

/** Everything the platform keeps about one order. */
export interface Kept {
  readonly order: Order; readonly attempts: readonly Attempt[]; readonly refunds: readonly Refund[];
  readonly abnormal: readonly AbnormalOrder[]; readonly repeats: readonly RepeatPayment[];
}

interface Placed { readonly bizOrderNo: string; readonly platformOrderNo: string; readonly cashierUrl: string; readonly orderDate: string; readonly merchantNo: string; readonly path: string }

/** A city with one business system whose callbacks are heard, and the moves of payers and channels in it. */
export class Life {
  readonly city: City;
  readonly ear: Ear;
  #counter = 0;

  private constructor(city: City, ear: Ear) { this.city = city; this.ear = ear; }

  static async start(settings: Readonly<Record<string, string>> = {}): Promise<Life> {
    const city = await startCity({ settings });
    const ear = new Ear(() => city.now());
    await ear.listen();
    const { directory, directoryEditor } = city.resources;
    for (const { devId } of city.credentials.developers) {
      const developer = await directory.developer(devId);
      if (!developer) throw new Error(`no developer ${devId}`);
      await directoryEditor.saveDeveloper({ ...developer, allowedOrigins: [...developer.allowedOrigins, ear.origin] }, by);
    }
    return new Life(city, ear);
  }

  async close(): Promise<void> { await this.city.close(); await this.ear.close(); }

  get client(): GatewayClient { return this.city.rsa2; }

  number(prefix: string): string { this.#counter += 1; return `${prefix}${wireTime(this.city)}${this.#counter}`; }

  orderFacts(more: Partial<OrderCreateRequest> = {}): OrderCreateRequest {
    const [bizOrderNo, time] = [this.number('B'), wireTime(this.city)];
    return {
      merchantNo: 'M35040000001', bizOrderNo, orderDate: time.slice(0, 8), orderTime: time, orderAmount: '8000', orderTitle: '不动产登记费',
      notifyUrl: `${this.ear.origin}/${bizOrderNo}`, ...more,
    };
  }

  async place(more: Partial<OrderCreateRequest> = {}): Promise<Placed> {
    const facts = this.orderFacts(more);
    const { bizOrderNo, platformOrderNo, cashierUrl, orderDate } = await this.client.createOrder(facts);
    return { bizOrderNo, platformOrderNo, cashierUrl, orderDate, merchantNo: facts.merchantNo, path: `/${bizOrderNo}` };
  }

  /** Chooses a channel and opens its page; gives the attempt's number. */
  async open(placed: Placed, channel: Channel, view: 'pc' | 'h5' = 'pc'): Promise<string> {
    const handover = await this.handover(placed, channel, view);
    await openChannel(handover);
    return attemptNoOf(handover);
  }

  async handover(placed: Placed, channel: Channel, view: 'pc' | 'h5' = 'pc'): Promise<PageForm> { return choose(this.city, placed.cashierUrl, channel, view); }

  async pay(channel: Channel, attemptNo: string, body: object = {}): Promise<void> { await payAtChannel(this.city, channel, attemptNo, body); }

  /** An order that is paid already. */
  async paid(channel: Channel = 'alipay', more: Partial<OrderCreateRequest> = {}): Promise<Placed & { readonly attemptNo: string }> {
    const placed = await this.place(more);
    const attemptNo = await this.open(placed, channel);
    await this.pay(channel, attemptNo);
    await this.state(placed, '2');
    return { ...placed, attemptNo };
  }

  async query({ merchantNo, platformOrderNo, orderDate }: Placed): Promise<OrderQueryResponse> { return this.client.queryOrder({ merchantNo, platformOrderNo, orderDate }); }

  /** Waits until the order is in this state on the wire. */
  async state(placed: Placed, wanted: string): Promise<OrderQueryResponse> {
    return this.city.until(`order state ${wanted}`, async () => {
      const shown = await this.query(placed);
      return shown.orderState === wanted ? shown : undefined;
    });
  }

  async refund(placed: Placed, refundAmount: string, more: object = {}): Promise<{ readonly no: string; readonly bizRefundOrderNo: string; readonly path: string; readonly state: string }> {
    const bizRefundOrderNo = this.number('R');
    const made = await this.client.createRefund({
      merchantNo: placed.merchantNo, bizRefundOrderNo, refundOrderDate: wireTime(this.city).slice(0, 8), refundAmount, refundTitle: '退款',
      platformOrderNo: placed.platformOrderNo, notifyUrl: `${this.ear.origin}/${bizRefundOrderNo}`, ...more,
    });
    return { no: made.platformRefundOrderNo, bizRefundOrderNo, path: `/${bizRefundOrderNo}`, state: made.refundState };
  }

  /** Steps the clock until the platform's record of the order satisfies `probe`. */
  async stepUntil(what: string, platformOrderNo: string, probe: (kept: Kept) => boolean, stepMs = 5_000): Promise<Kept> {
    return this.city.until(what, async () => {
      await this.quiet();
      const kept = await this.kept(platformOrderNo);
      if (probe(kept)) return kept;
      this.city.advance(stepMs);
      return undefined;
    });
  }

  async kept(platformOrderNo: string): Promise<Kept> {
    return this.city.resources.unitOfWork.read(async (stores) => {
      const order = await stores.orders.byNo(platformOrderNo);
      if (!order) throw new Error(`no order ${platformOrderNo}`);
      const [attempts, refunds, abnormal, repeats] = await Promise.all([
        stores.attempts.ofOrder(platformOrderNo), stores.refunds.ofOrder(platformOrderNo), stores.abnormalOrders.ofOrder(platformOrderNo), stores.repeatPayments.ofOrder(platformOrderNo)]);
      return { order, attempts, refunds, abnormal, repeats };
    });
  }

  /** Waits until nothing is due and nobody works. */
  async quiet(): Promise<void> {
    await this.city.until('the job board is quiet', async () => {
      const now = this.city.now();
      const busy: unknown = await this.city.resources.engine.reader.table('outbox')
        .where({ state: 'CLAIMED' }).orWhere((ready) => ready.where({ state: 'READY' }).where('due_at', '<=', now)).limit(1);
      if ((busy as readonly unknown[]).length === 0) return true;
      this.city.platform.container.get(tokens.jobRunner).nudge();
      return undefined;
    }, 20_000);
  }

  /** Steps the clock and waits until what fell due is done. */
  async step(ms: number): Promise<void> { this.city.advance(ms); await this.quiet(); }

  async rows(table: string, condition: Readonly<Record<string, string>> = {}): Promise<readonly Readonly<Record<string, unknown>>[]> {
    return this.city.resources.engine.reader.table(table).where(condition);
  }

  /** What the audit trail says happened to an order or refund, in order. */
  async audited(objectNo: string): Promise<readonly string[]> {
    const rows = await this.rows('audit_entry', { object_no: objectNo });
    return [...rows].sort((a, b) => (String(a['entry_id']) < String(b['entry_id']) ? -1 : 1)).map((row) => String(row['action']));
  }

  async sim(channel: Channel, method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<Record<string, unknown>> {
    const base = channel === 'alipay' ? this.city.alipayUrl : this.city.unionpayUrl;
    const answer = await fetch(`${base}/sim/${path}`, { method, ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as Record<string, unknown>;
  }

  async fault(channel: Channel, target: string, fault: string, more: object = {}): Promise<void> {
    await this.sim(channel, 'POST', 'faults', { [channel === 'alipay' ? 'method' : 'kind']: target, fault, ...more });
  }

  async editPayee(merchantNo: string, change: Partial<Payee>): Promise<void> {
    const payee = await this.city.resources.directory.payee(merchantNo);
    if (!payee) throw new Error(`no payee ${merchantNo}`);
    await this.city.resources.directoryEditor.savePayee({ ...payee, ...change }, by);
  }

  /** Verified callbacks heard at a path, in order. */
  told(path: string): readonly GatewayCallback[] { return this.ear.at(path).map(({ body }) => this.client.parseCallback(body)); }
  async toldPayments(path: string): Promise<readonly PaymentCallback[]> { await this.quiet(); return this.told(path).map(({ data }) => data as PaymentCallback); }
  async toldRefunds(path: string): Promise<readonly RefundCallback[]> { await this.quiet(); return this.told(path).map(({ data }) => data as RefundCallback); }
}

/** The promise's rejection, or a failure when it kept its word. */
export const refusalOf = async (work: Promise<unknown>): Promise<{ readonly code?: string; readonly subCode?: string }> =>
  work.then(() => { throw new Error('it was not refused'); }, (error: unknown) => error as { code?: string; subCode?: string });
