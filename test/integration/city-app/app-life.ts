import type { PersonalBillPushData } from '../../../contracts/gateway/personal-bill.js';
import { createGatewayClient, type GatewayClient } from '../../../contracts/sdk/client.js';
import type { PersonalBillPush } from '../../../domain/personal-bills/personal-bill-push.js';
import { startCity, type City } from '../../support/city.js';
import { attemptNoOf, choose, openChannel, payAtChannel } from '../../support/payer.js';
import type { ShownOrder, ShownPushes } from './played-app.js';

export type Mode = 'business' | 'zone';

/** A whole city with the played city app in it, and what its user does there. */
export class AppLife {
  readonly city: City;
  private constructor(city: City) { this.city = city; }

  static async start(settings: Readonly<Record<string, string>> = {}): Promise<AppLife> { return new AppLife(await startCity({ settings })); }
  close(): Promise<void> { return this.city.close(); }

  /** A client of one of the app's developers. */
  client(devId: string): GatewayClient {
    const developer = this.city.credentials.developers.find((one) => one.devId === devId);
    if (!developer) throw new Error(`no developer ${devId}`);
    return createGatewayClient({ ...developer, gatewayUrl: this.city.credentials.gatewayUrl, now: () => this.city.now() });
  }

  post(path: string, form: Record<string, string> = {}): Promise<Response> { return fetch(this.city.cityAppUrl + path, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' }); }
  async sim<T>(path: string): Promise<T> { return await (await fetch(`${this.city.cityAppUrl}/sim/${path}`)).json() as T; }

  async fault(target: string, fault: string, times = 1, settings: object = {}): Promise<void> {
    const answer = await fetch(`${this.city.cityAppUrl}/sim/faults`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ target, fault, times, settings }) });
    if (!answer.ok) throw new Error(await answer.text());
  }

  /** Whether the bill system issues, or says no to every bill: then pushes tell of money alone. */
  async eBillsAreIssued(areThey: boolean): Promise<void> {
    const faults = `http://127.0.0.1:${this.city.config.eBillPort}/sim/faults`;
    await fetch(faults, { method: 'DELETE' });
    if (areThey) return;
    const answer = await fetch(faults, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ target: 'invoiceEBill', fault: 'e-code', times: 1_000 }) });
    if (!answer.ok) throw new Error(await answer.text());
  }

  async order(mode: Mode, bizOrderNo?: string): Promise<ShownOrder & { readonly platformOrderNo?: string; readonly cashierUrl?: string }> {
    const orders = (await this.sim<Record<Mode, ShownOrder[]>>('orders'))[mode];
    const found = bizOrderNo === undefined ? orders[0] : orders.find(({ request }) => request['bizOrderNo'] === bizOrderNo);
    if (!found) throw new Error('no such order');
    return found;
  }

  /** Taps a payment in the app, pays at the channel that the cashier offers, and waits until the app knows. */
  async pay(mode: Mode, form: Record<string, string>): Promise<{ readonly platformOrderNo: string; readonly bizOrderNo: string }> {
    const answer = await this.post(`/${mode}/orders`, form);
    const handover = await choose(this.city, answer.headers.get('location') ?? '', 'alipay', 'h5');
    await openChannel(handover);
    await payAtChannel(this.city, 'alipay', attemptNoOf(handover));
    const { request } = await this.order(mode);
    const bizOrderNo = String(request['bizOrderNo']);
    return this.city.until('the app was told of the payment', async () => {
      const { state, platformOrderNo } = await this.order(mode, bizOrderNo);
      return state === '2' && platformOrderNo !== undefined ? { platformOrderNo, bizOrderNo } : undefined;
    });
  }

  /** The record of an order in the app once it is as wanted. */
  bill(platformOrderNo: string, isWanted: (bill: PersonalBillPushData) => boolean = () => true): Promise<PersonalBillPushData> {
    return this.city.until(`a personal bill of ${platformOrderNo}`, async () => {
      const { bills } = await this.sim<ShownPushes>('bills');
      const found = bills.map(({ bill }) => bill as unknown as PersonalBillPushData).find((bill) => bill.platformOrderNo === platformOrderNo);
      return found !== undefined && isWanted(found) ? found : undefined;
    }, 20_000);
  }

  async fates(platformOrderNo: string): Promise<readonly string[]> {
    return (await this.sim<ShownPushes>('bills')).pushes.filter((push) => push.platformOrderNo === platformOrderNo).map(({ fate }) => fate);
  }

  /** What the platform keeps of the pushes of an order once it is as wanted. */
  push(platformOrderNo: string, isWanted: (push: PersonalBillPush) => boolean): Promise<PersonalBillPush> {
    return this.city.until(`a push of ${platformOrderNo}`, async () => {
      const found = await this.city.resources.unitOfWork.read(({ personalBillPushes }) => personalBillPushes.byOrder(platformOrderNo));
      return found !== undefined && isWanted(found) ? found : undefined;
    }, 20_000);
  }

  /** Asks for money back on the page of an order and waits until the app knows that it went. */
  async refund(mode: Mode, bizOrderNo: string, yuan: string): Promise<void> {
    const asked = (await this.order(mode, bizOrderNo)).refunds.length;
    await this.post(`/${mode}/orders/${bizOrderNo}/refunds`, { amount: yuan });
    await this.city.until('the refund is done', async () => {
      const done = (await this.order(mode, bizOrderNo)).refunds[asked]?.state === '2';
      if (!done) this.city.advance(2_000);
      return done ? true : undefined;
    });
  }
}
