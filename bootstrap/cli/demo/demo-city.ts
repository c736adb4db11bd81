import { hourMs } from '../../../domain/kernel/china-time.js';
import { earliestSendAt } from '../../../domain/text-messages/night.js';
import type { InspectedOrder } from '../../inspect-order.js';
import { publicBaseUrl, type Config } from '../../config.js';
import { attemptNoOf, chooseChannel, postForm, type PageForm } from './page-forms.js';

export type Channel = 'alipay' | 'unionpay';
export const demoDevelopers = { rsa2: 'DEV-RSA2-0001', sm2: 'DEV-SM2-0001' } as const;

/** An order of the demo business system, as its own page of machine-readable facts tells it. */
export interface DeskOrder {
  readonly request: { readonly bizOrderNo: string }; readonly state: string; readonly stateMsg: string; readonly platformOrderNo?: string; readonly cashierUrl?: string;
  readonly callbacks: readonly { readonly at: number; readonly kind: string; readonly outcome: string; readonly state?: string }[];
}

export interface ChannelBooks { readonly paid: ReadonlyMap<string, bigint>; readonly refunded: ReadonlyMap<string, bigint> }

/** The embedded city as the story sees it: addresses of pages and controls, nothing from inside the product. */
export class DemoCity {
  readonly #config: Config;

  constructor(config: Config) {
    this.#config = config;
  }

  get publicUrl(): string { return publicBaseUrl(this.#config); }

  /** The platform answers, and so does the business system, which comes up last. */
  async isUp(): Promise<boolean> {
    const answers = await Promise.all([`${this.publicUrl}/readyz`, `${this.#business}/`].map((url) => fetch(url).then((answer) => answer.ok, () => false)));
    return answers.every((isAnswered) => isAnswered);
  }

  /** At night no payer is texted: the story begins in the morning. */
  async waitForDay(): Promise<void> {
    const now = await this.advance(0.001);
    const [soon, latest] = [earliestSendAt('notice', now), now + hourMs];
    // Where the night falls within the story's hour, it begins in the morning as well.
    const morning = soon > now ? soon : earliestSendAt('notice', latest) > latest ? earliestSendAt('notice', latest) : now;
    if (morning > now) await this.advance((morning - now) / 1000 + 60);
  }

  /** Fills the fee sheet of the demo business system and goes to the cashier. */
  async place(developer: keyof typeof demoDevelopers, sheet: Readonly<Record<string, string>> = {}): Promise<DeskOrder> {
    const { location } = await postForm(`${this.#business}/orders`, { devId: demoDevelopers[developer], 'quantity-home': '1', mode: 'interface', ...sheet });
    const orders = await this.#orders();
    const order = orders.find((one) => one.cashierUrl === location || location?.endsWith(`/orders/${one.request.bizOrderNo}`));
    if (!order?.platformOrderNo) throw new Error(`the business system placed no order: ${order?.stateMsg ?? location ?? 'no answer'}`);
    return order;
  }

  async order(placed: DeskOrder): Promise<DeskOrder> {
    await postForm(`${this.#business}/orders/${placed.request.bizOrderNo}/query`, {});
    const found = (await this.#orders()).find((one) => one.request.bizOrderNo === placed.request.bizOrderNo);
    if (!found) throw new Error('the business system has lost an order');
    return found;
  }

  /** The cashier with a channel chosen, and the channel's page opened. */
  async openChannel(placed: DeskOrder, channel: Channel, view: 'pc' | 'h5'): Promise<{ readonly attemptNo: string; readonly handover: PageForm }> {
    const handover = await chooseChannel(placed.cashierUrl ?? '', channel, view);
    await postForm(handover.action, handover.fields);
    return { handover, attemptNo: attemptNoOf(handover) };
  }

  async payAt(channel: Channel, attemptNo: string): Promise<void> {
    await this.#post(channel === 'alipay' ? `${this.#alipay}/sim/trades/${attemptNo}/pay` : `${this.#unionpay}/sim/orders/${attemptNo}/pay`, {});
  }

  /** The payer walks back to the cashier without paying. */
  async comeBack(placed: DeskOrder): Promise<string> {
    await fetch(`${placed.cashierUrl ?? ''}/back`, { redirect: 'manual' });
    return (await fetch(placed.cashierUrl ?? '')).text();
  }

  async close(placed: DeskOrder): Promise<void> { await postForm(`${this.#business}/orders/${placed.request.bizOrderNo}/close`, {}); }
  async refund(placed: DeskOrder, yuan: string, reason: string): Promise<void> { await postForm(`${this.#business}/orders/${placed.request.bizOrderNo}/refunds`, { amount: yuan, reason }); }
  async outage(times: number): Promise<void> { await this.#post(`${this.#business}/sim/outage`, { times }); }

  /** Steps the clock of platform and simulators together; gives the new time. */
  async advance(seconds: number): Promise<number> {
    return (await this.#post<{ now: number }>(`${this.#control}/control/clock/advance`, { ms: seconds * 1000 })).now;
  }

  async inspect(platformOrderNo: string): Promise<InspectedOrder> {
    return await (await fetch(`${this.#control}/control/orders/${platformOrderNo}`)).json() as InspectedOrder;
  }

  /** What the channels' own books say, by the number we gave each attempt. */
  async books(): Promise<ChannelBooks> {
    const paid = new Map<string, bigint>();
    const refunded = new Map<string, bigint>();
    const alipay = await this.#get<{ trades: { outTradeNo: string; paidAt: unknown; totalFen: string; refundedFen: string }[] }>(`${this.#alipay}/sim/books`);
    for (const trade of alipay.trades) {
      if (trade.paidAt === null || trade.paidAt === undefined) continue;
      paid.set(trade.outTradeNo, BigInt(trade.totalFen));
      refunded.set(trade.outTradeNo, BigInt(trade.refundedFen));
    }
    const unionpay = await this.#get<{ trades: { orderId: string; txnType: string; state: string; amountFen: string; refundedFen: string }[] }>(`${this.#unionpay}/sim/books`);
    for (const trade of unionpay.trades) {
      if (trade.txnType !== '01' || !['success', 'undone'].includes(trade.state)) continue;
      paid.set(trade.orderId, BigInt(trade.amountFen));
      refunded.set(trade.orderId, BigInt(trade.refundedFen));
    }
    return { paid, refunded };
  }

  get #business(): string { return `http://127.0.0.1:${this.#config.businessPort}`; }
  get #alipay(): string { return `http://127.0.0.1:${this.#config.alipayPort}`; }
  get #unionpay(): string { return `http://127.0.0.1:${this.#config.unionpayPort}`; }
  get #control(): string { return `http://127.0.0.1:${this.#config.managementPort}`; }

  async #orders(): Promise<readonly DeskOrder[]> { return (await this.#get<{ orders: DeskOrder[] }>(`${this.#business}/sim/orders`)).orders; }
  async #get<T>(url: string): Promise<T> { return await (await fetch(url)).json() as T; }

  async #post<T>(url: string, body: object): Promise<T> {
    const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    if (!answer.ok) throw new Error(`${url} answered ${answer.status}: ${await answer.text()}`);
    return await answer.json() as T;
  }
}
