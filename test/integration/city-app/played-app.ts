import { startCityApp } from '../../../adapters/simulators/city-app/city-app.js';
import type { RunningSimulator } from '../../../adapters/simulators/shared/running-simulator.js';
import { SteppedClock } from '../../../adapters/simulators/shared/stepped-clock.js';
import { createSigner } from '../../../contracts/sdk/signing.js';
import { joined, startFakeGateway, type Answer, type FakeGateway } from '../../unit/sdk/fake-gateway.js';

const scheme = { algorithm: 'SM2' } as const;
export const platformOrderNo = '20261101120000000001000017';

export interface ShownOrder {
  readonly request: Record<string, unknown>; readonly state: string; readonly stateMsg: string; readonly callbacks: number; readonly dueNo?: string; readonly toldBusinessAt?: number;
  readonly refunds: readonly { readonly request: Record<string, string>; readonly state: string }[];
}
export interface ShownPushes {
  readonly bills: readonly { readonly timestamp: string; readonly bill: Record<string, string> }[];
  readonly pushes: readonly { readonly platformOrderNo: string; readonly fate: string; readonly why: string }[];
}

/** The played city app before a gateway that does as it is told: no platform is needed to try it. */
export class PlayedApp {
  readonly gateway: FakeGateway;
  readonly app: RunningSimulator;
  readonly clock: SteppedClock;

  private constructor(gateway: FakeGateway, app: RunningSimulator, clock: SteppedClock) {
    this.gateway = gateway;
    this.app = app;
    this.clock = clock;
  }

  static async start(answer?: (method: string, data: Record<string, unknown>) => Answer | undefined): Promise<PlayedApp> {
    const gateway: FakeGateway = await startFakeGateway(scheme, ({ envelope, data }) => answer?.(envelope['method'] ?? '', data) ?? usual(envelope['method'] ?? '', data, gateway.url));
    const clock = new SteppedClock();
    const developers = ['DEV-CITYAPP-0001', 'DEV-ESM-0001'].map((devId) => ({ ...gateway.developer, ...scheme, devId, merchantNo: 'M35040000002' }));
    const app = await startCityApp({ port: 0, clock, credentials: { gatewayUrl: gateway.url, developers }, textsUrl: 'http://127.0.0.1:1/' });
    return new PlayedApp(gateway, app, clock);
  }

  async close(): Promise<void> { await this.app.close(); await this.gateway.close(); }

  post(path: string, form: Record<string, string> = {}): Promise<Response> { return fetch(this.app.baseUrl + path, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' }); }
  async page(path: string): Promise<string> { return (await fetch(this.app.baseUrl + path)).text(); }
  async sim<T>(path: string): Promise<T> { return await (await fetch(`${this.app.baseUrl}/sim/${path}`)).json() as T; }
  control(path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
    return fetch(`${this.app.baseUrl}/sim/${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
  }
  async newest(mode: 'business' | 'zone'): Promise<ShownOrder> {
    const [order] = (await this.sim<Record<string, ShownOrder[]>>('orders'))[mode] ?? [];
    if (!order) throw new Error('no order');
    return order;
  }

  /** A message as the platform would sign it. */
  send(path: string, devId: string, method: string, data: object, change: Record<string, string> = {}): Promise<Response> {
    const unsigned = { version: '1.0.0', method, timestamp: '20261101120000', devId, data: Buffer.from(JSON.stringify(data)).toString('base64'), ...change };
    const sign = createSigner(this.gateway.platformPrivateKeyPem, scheme)(joined(unsigned));
    return fetch(this.app.baseUrl + path, { method: 'POST', body: JSON.stringify({ ...unsigned, sign, ...(change['sign'] === undefined ? {} : { sign: change['sign'] }) }) });
  }

  push(data: Record<string, string> = {}, change: Record<string, string> = {}): Promise<Response> {
    const bill = {
      platformOrderNo, bizOrderNo: 'B1', userId: 'esm-100001', title: '证照工本费', itemName: '普通护照工本费', agencyName: '三明市行政服务中心', amount: '12000', refundedAmount: '0',
      payTime: '20261101115959', channel: 'ALIPAY', state: 'PAID', ...data,
    };
    return this.send('/openapi/personal-bill/push', 'DEV-CITYAPP-0001', 'epay-user.bill.push', bill, change);
  }

  /** The platform tells that the newest order of a mode is in this state. */
  async tell(mode: 'business' | 'zone', orderState: string, change: Record<string, string> = {}): Promise<number> {
    const { request } = await this.newest(mode);
    const data = { bizOrderNo: request['bizOrderNo'], orderDate: request['orderDate'], platformOrderNo, orderState, orderStateMsg: '状态', orderAmount: request['orderAmount'], ...change };
    return (await this.send(`/${mode}/callbacks`, mode === 'zone' ? 'DEV-ESM-0001' : 'DEV-CITYAPP-0001', 'epay-trade-core.order.notify', data)).status;
  }
}

function usual(method: string, { bizOrderNo, orderDate, bizRefundOrderNo }: Record<string, unknown>, gatewayUrl: string): Answer {
  switch (method) {
    case 'epay-trade-core.wap.order.create': return { code: '10000', data: { cashierUrl: `${gatewayUrl}/cashier`, platformOrderNo, bizOrderNo, orderDate } };
    case 'epay-trade-core.refund.create': return { code: '10000', data: { bizRefundOrderNo, platformRefundOrderNo: '9', refundState: '1' } };
    default: return { code: '40007' };
  }
}
