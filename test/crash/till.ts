import { readFileSync } from 'node:fs';
import type { DemoCredentials } from '../../bootstrap/profiles/embedded/provision.js';
import type { OrderCreateRequest } from '../../contracts/gateway/order-create.js';
import { createGatewayClient, type GatewayClient } from '../../contracts/sdk/client.js';
import { chinaTimestamp } from '../../contracts/sdk/china-time.js';
import { GatewayFault, GatewayRefusal } from '../../contracts/sdk/errors.js';
import { pause } from './chance.js';
import type { OutsideProcess } from './outside-process.js';

/** Whose order it is: one of the window's two developers, the city app, or the developer that only the city run has. */
export type Owner = 'rsa2' | 'sm2' | 'app' | 'unit';
const devIds: Readonly<Record<Owner, string>> = { rsa2: 'DEV-RSA2-0001', sm2: 'DEV-SM2-0001', app: 'DEV-CITYAPP-0001', unit: 'DEV-CRASH-0001' };

/** What the business system knows of an order it placed. Two numbers told for one order would be a defect. */
export interface PlacedOrder {
  readonly owner: Owner; readonly merchantNo: string; readonly bizOrderNo: string; readonly orderDate: string; readonly orderTime: string; readonly amountFen: bigint;
  readonly told: Set<string>;
}
export interface AskedRefund {
  readonly owner: Owner; readonly merchantNo: string; readonly bizRefundOrderNo: string; readonly refundOrderDate: string; readonly platformOrderNo: string; readonly amountFen: bigint;
  readonly told: Set<string>;
}
export interface OrderWish {
  readonly owner: Owner; readonly amountFen: bigint; readonly validMinutes?: number;
  /** Asks for a payment by this code in place of a cashier. */
  readonly barContent?: string;
  /** Another payee than the usual one of the owner. */
  readonly merchantNo?: string;
  /** What else the order says. */
  readonly more?: Partial<Pick<OrderCreateRequest, 'payerName' | 'payerMobile' | 'payerCertNo' | 'userId' | 'nontaxInfo'>>;
}

/** Long, because a busy machine may take as long to start the platform as the killer leaves it alive. */
const patienceMs = 240_000;
/** An answer slower than this is taken for lost, and the same is asked again. */
const timeoutMs = 8_000;
const merchantOf: Readonly<Record<Owner, string>> = { rsa2: 'M35040000001', sm2: 'M35040000002', app: 'M35040000002', unit: 'M35040000091' };
/** "Repeat the same request": busy or unknown, too many requests, and a clock that jumped while the request was on its way. */
const repeatable = ['20000', '42900', '40005'];

/** The business system's side: every request is repeated with the same number and content until there is an answer. */
export class Till {
  readonly #clients: ReadonlyMap<Owner, GatewayClient>;
  readonly #outside: OutsideProcess;
  readonly #series: string;
  #sequence = 0;
  readonly orders = new Map<string, PlacedOrder>();
  readonly refunds = new Map<string, AskedRefund>();
  /** Answers that cannot be: not to be believed, refused as foreign, or none at all within the patience. */
  readonly oddities: string[] = [];
  repeats = 0;

  /** `series`: begins the numbers of a further till. `fetching`: instead of connections that are kept. */
  constructor(credentialsFile: string, outside: OutsideProcess, { series = '', fetching }: { readonly series?: string; readonly fetching?: typeof fetch } = {}) {
    this.#outside = outside;
    this.#series = series;
    const credentials = JSON.parse(readFileSync(credentialsFile, 'utf8')) as DemoCredentials;
    const accounts = Object.entries(devIds).flatMap(([owner, devId]) => credentials.developers.filter((one) => one.devId === devId).map((one) => [owner as Owner, one] as const));
    this.#clients = new Map(accounts.map(([owner, developer]) => [
      owner, createGatewayClient({ ...developer, gatewayUrl: credentials.gatewayUrl, timeoutMs, now: () => outside.now(), ...(fetching ? { fetch: fetching } : {}) }),
    ]));
  }

  /** Of all its accounts, for whoever hears callbacks. */
  get clients(): readonly GatewayClient[] { return [...this.#clients.values()]; }

  #client(owner: Owner): GatewayClient {
    const client = this.#clients.get(owner);
    if (!client) throw new Error(`no account ${devIds[owner]}`);
    return client;
  }

  /** Places an order; `copies` send the same request at the same moment. Gives the cashier's address, undefined for a barcode. */
  async place(wish: OrderWish, copies = 1): Promise<{ readonly order: PlacedOrder; readonly platformOrderNo: string; readonly cashierUrl: string | undefined }> {
    const { owner, amountFen, barContent, validMinutes, merchantNo = merchantOf[owner], more = {} } = wish;
    const orderTime = chinaTimestamp(this.#outside.now());
    const order: PlacedOrder = { owner, merchantNo, bizOrderNo: this.#number('B'), orderDate: orderTime.slice(0, 8), orderTime, amountFen, told: new Set() };
    this.orders.set(order.bizOrderNo, order);
    const content = {
      merchantNo: order.merchantNo, bizOrderNo: order.bizOrderNo, orderDate: order.orderDate, orderTime, orderAmount: amountFen.toString(), orderTitle: '不动产登记费',
      ...(validMinutes === undefined ? {} : { orderExpiredTime: String(validMinutes) }), ...more,
    };
    const client = this.#client(owner);
    const ask = async (): Promise<{ platformOrderNo: string; cashierUrl: string | undefined }> => {
      const answer = barContent === undefined ? await client.createOrder(content) : { cashierUrl: undefined, ...await client.createBarOrder({ ...content, barContent }) };
      order.told.add(answer.platformOrderNo);
      return answer;
    };
    const [first] = await Promise.all(Array.from({ length: copies }, () => this.repeat(`order ${order.bizOrderNo}`, ask)));
    if (first === undefined || first instanceof GatewayRefusal) throw new Error(`order ${order.bizOrderNo} was refused: ${String(first)}`);
    return { order, ...first };
  }

  /** The order with a fresh code after the last came to nothing. */
  async scanAgain(order: PlacedOrder, barContent: string): Promise<void> {
    const content = { merchantNo: order.merchantNo, bizOrderNo: order.bizOrderNo, orderDate: order.orderDate, orderTime: order.orderTime, orderAmount: order.amountFen.toString(), orderTitle: '不动产登记费' };
    const answer = await this.repeat(`order ${order.bizOrderNo}`, () => this.#client(order.owner).createBarOrder({ ...content, barContent }));
    if (answer && !(answer instanceof GatewayRefusal)) order.told.add(answer.platformOrderNo);
  }

  async stateOf(order: PlacedOrder, platformOrderNo: string): Promise<string | undefined> {
    const { merchantNo, bizOrderNo, orderDate } = order;
    const answer = await this.repeat(`query ${bizOrderNo}`, () => this.#client(order.owner).queryOrder({ merchantNo, bizOrderNo, platformOrderNo, orderDate }));
    return answer === undefined || answer instanceof GatewayRefusal ? undefined : answer.orderState;
  }

  /** Asks to close; not insisted on while a channel is silent. */
  async close(order: PlacedOrder): Promise<void> {
    const { merchantNo, bizOrderNo, orderDate } = order;
    await this.repeat(`close ${bizOrderNo}`, () => this.#client(order.owner).closeOrder({ merchantNo, bizOrderNo, orderDate }), 5_000);
  }

  /** Asks for one refund; `copies` send the same request at the same moment. */
  async refund(order: PlacedOrder, platformOrderNo: string, amountFen: bigint, copies = 1): Promise<void> {
    const asked: AskedRefund = {
      owner: order.owner, merchantNo: order.merchantNo, bizRefundOrderNo: this.#number('R'), refundOrderDate: chinaTimestamp(this.#outside.now()).slice(0, 8), platformOrderNo, amountFen, told: new Set(),
    };
    this.refunds.set(asked.bizRefundOrderNo, asked);
    const content = {
      merchantNo: asked.merchantNo, bizRefundOrderNo: asked.bizRefundOrderNo, refundOrderDate: asked.refundOrderDate, refundAmount: amountFen.toString(), refundTitle: '退款', platformOrderNo,
    };
    const ask = async (): Promise<void> => { asked.told.add((await this.#client(order.owner).createRefund(content)).platformRefundOrderNo); };
    await Promise.all(Array.from({ length: copies }, () => this.repeat(`refund ${asked.bizRefundOrderNo}`, ask)));
  }

  /** Asks until there is a definite answer; a refusal is one. Undefined when patience ended first. */
  async repeat<T>(what: string, ask: () => Promise<T>, forMs = patienceMs): Promise<T | GatewayRefusal | undefined> {
    const deadline = performance.now() + forMs;
    for (let last = '';;) {
      try {
        return await ask();
      } catch (fault) {
        if (fault instanceof GatewayRefusal && !repeatable.includes(fault.code)) return this.#refused(what, fault);
        if (fault instanceof GatewayFault && fault.kind !== 'unreachable') this.oddities.push(`${what}: ${fault.message}`);
        if (!(fault instanceof GatewayRefusal || fault instanceof GatewayFault)) throw fault;
        last = fault.message;
      }
      if (performance.now() > deadline) {
        if (forMs === patienceMs) this.oddities.push(`${what}: no answer within ${patienceMs} ms, at last ${last}`);
        return undefined;
      }
      this.repeats += 1;
      await pause(250);
    }
  }

  #refused(what: string, refusal: GatewayRefusal): GatewayRefusal {
    if (refusal.code !== '40004') this.oddities.push(`${what}: ${refusal.message}`);
    return refusal;
  }

  #number(letter: string): string {
    this.#sequence += 1;
    return `${this.#series}${letter}${String(this.#sequence).padStart(7, '0')}`;
  }
}
