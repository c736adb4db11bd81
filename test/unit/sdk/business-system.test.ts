import { expect } from 'chai';
import { startBusinessSystem } from '../../../adapters/simulators/business-system/business-system.js';
import type { RunningSimulator } from '../../../adapters/simulators/shared/running-simulator.js';
import { SteppedClock } from '../../../adapters/simulators/shared/stepped-clock.js';
import { createSigner } from '../../../contracts/sdk/signing.js';
import { joined, startFakeGateway, type Answer, type FakeGateway, type Seen } from './fake-gateway.js';

interface Shown {
  readonly orders: {
    request: Record<string, string>; state: string; stateMsg: string; platformOrderNo?: string; repeatPayments: string[];
    callbacks: { outcome: string; verified: boolean }[]; refunds: { request: Record<string, string>; state: string; stateMsg: string }[]; platformRefunds: object[];
  }[];
  readonly rejectedCallbacks: { verified: boolean; why: string; claimedOrderNo: string }[];
}

const scheme = { algorithm: 'SM2' } as const;
const platformOrderNo = '20261101120000000001000017';

describe('demo business system', () => {
  let gateway: FakeGateway;
  let system: RunningSimulator;
  let override: ((seen: Seen) => Answer | undefined) | undefined;

  const usual = ({ envelope, data }: Seen): Answer => {
    const { bizOrderNo, orderDate, orderAmount, bizRefundOrderNo } = data;
    switch (envelope['method']) {
      case 'epay-trade-core.wap.order.create': return { code: '10000', data: { cashierUrl: `${gateway.url}/cashier`, platformOrderNo, bizOrderNo, orderDate } };
      case 'epay-trade-core.bar.order.create': return { code: '10000', data: { platformOrderNo, bizOrderNo, orderState: '1', orderStateMsg: '等待付款人输入密码' } };
      case 'epay-trade-core.order.query': return { code: '10000', data: { bizOrderNo, platformOrderNo, orderDate, orderState: '0', orderAmount: orderAmount ?? '9000' } };
      case 'epay-trade-core.order.close': return { code: '10000', data: { bizOrderNo, platformOrderNo, orderDate, orderState: '4', orderStateMsg: '已关闭' } };
      case 'epay-trade-core.refund.create': return { code: '10000', data: { bizRefundOrderNo, platformRefundOrderNo: '9', refundState: '1' } };
      default: return { code: '40007' };
    }
  };
  before(async () => {
    gateway = await startFakeGateway(scheme, (seen) => override?.(seen) ?? usual(seen));
    system = await startBusinessSystem({
      port: 0, clock: new SteppedClock(), dataFolder: '',
      credentials: { gatewayUrl: gateway.url, developers: [{ ...gateway.developer, ...scheme, merchantNo: 'M3504000001' }] },
    });
  });
  after(async () => { await system.close(); await gateway.close(); });
  afterEach(() => { override = undefined; });

  const shown = async (): Promise<Shown> => await (await fetch(`${system.baseUrl}/sim/orders`)).json() as Shown;
  const newest = async (): Promise<Shown['orders'][number]> => (await shown()).orders[0] ?? expect.fail('no order');
  const post = (path: string, form: Record<string, string> = {}): Promise<Response> =>
    fetch(system.baseUrl + path, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' });
  const path = async (): Promise<string> => `/orders/${(await newest()).request['bizOrderNo'] ?? ''}`;
  const sheet = { devId: 'DEV0001', 'quantity-home': '1', 'quantity-certificate': '1', mode: 'interface', payerName: '张三' };
  const place = async (form: Record<string, string> = {}): Promise<Response> => post('/orders', { ...sheet, ...form });

  /** A message as the platform would send it about the newest order. */
  async function tell(data: Record<string, string>, method = 'epay-trade-core.order.notify', change: Record<string, string> = {}): Promise<number> {
    const { request } = await newest();
    const payment = { bizOrderNo: request['bizOrderNo'], orderDate: request['orderDate'], platformOrderNo, orderStateMsg: '状态', orderAmount: request['orderAmount'] };
    const unsigned = {
      version: '1.0.0', method, timestamp: '20261101120000', devId: 'DEV0001',
      data: Buffer.from(JSON.stringify(method.includes('refund') ? data : { ...payment, ...data })).toString('base64'),
    };
    const body = { ...unsigned, sign: createSigner(gateway.platformPrivateKeyPem, scheme)(joined(unsigned)), ...change };
    return (await fetch(`${system.baseUrl}/callbacks`, { method: 'POST', body: JSON.stringify(body) })).status;
  }

  it('sends the fee sheet as one signed order and takes the browser to the cashier', async () => {
    const answer = await place();
    expect(answer.status).to.equal(303);
    expect(answer.headers.get('location')).to.equal(`${gateway.url}/cashier`);
    const { data, verified } = gateway.seen.at(-1) ?? expect.fail('nothing came');
    expect(verified).to.equal(true);
    expect(data).to.include({ merchantNo: 'M3504000001', orderAmount: '9000', orderTitle: '不动产登记费', payerName: '张三', notifyUrl: `${system.baseUrl}/callbacks` });
    expect(data).not.to.have.any.keys('nontaxInfo', 'payerMobile');
    expect((await newest()).state).to.equal('0');
  });

  it('sends the items when an e-bill is wanted', async () => {
    await place({ eBillWanted: '1', 'quantity-certificate': '2' });
    expect(gateway.seen.at(-1)?.data['nontaxInfo']).to.deep.equal({
      eBillWanted: '1', payerType: '1', items: [
        { itemCode: 'D350400001', itemName: '不动产登记费（住宅）', quantity: '1', price: '8000', amount: '8000' },
        { itemCode: 'D350400003', itemName: '证书工本费', quantity: '2', price: '1000', amount: '2000' },
      ],
    });
  });

  it('refuses an empty or odd sheet before anything is sent', async () => {
    const sent = gateway.seen.length;
    for (const form of [{ 'quantity-home': '0', 'quantity-certificate': '0' }, { 'quantity-home': '-1' }, { payerMobile: '123' }, { devId: 'DEV9' }]) {
      expect((await place(form)).status).to.equal(400);
    }
    expect(gateway.seen.length).to.equal(sent);
  });

  it('makes a paid order of a verified callback, once', async () => {
    await place();
    expect(await tell({ orderState: '2', channelOrderNo: 'A1' })).to.equal(200);
    expect(await tell({ orderState: '2', channelOrderNo: 'A1' })).to.equal(200);
    const order = await newest();
    expect(order.state).to.equal('2');
    expect(order.callbacks.map(({ outcome }) => outcome)).to.deep.equal(['accepted', 'duplicate']);
  });

  it('does not let late or repeated news take a payment back', async () => {
    await place();
    await tell({ orderState: '2', channelOrderNo: 'A1' });
    await tell({ orderState: '4' });
    await tell({ orderState: '5', channelOrderNo: 'U1' });
    await post(`${await path()}/query`);
    const order = await newest();
    expect(order.state).to.equal('2');
    expect(order.repeatPayments).to.deep.equal(['U1']);
  });

  it('believes neither a forged callback nor one about another amount', async () => {
    await place();
    const before = (await shown()).rejectedCallbacks.length;
    expect(await tell({ orderState: '2' }, undefined, { sign: '' })).to.equal(400);
    expect(await tell({ orderState: '2' }, undefined, { devId: 'DEV0002' })).to.equal(400);
    expect(await tell({ orderState: '2', orderAmount: '1' })).to.equal(400);
    expect(await tell({ orderState: '2', bizOrderNo: 'unknown' })).to.equal(400);
    expect((await newest()).state).to.equal('0');
    expect((await shown()).rejectedCallbacks.slice(before).map(({ verified }) => verified)).to.deep.equal([false, false, true, true]);
  });

  it('plays an outage of so many callbacks and then takes the same news', async () => {
    await place();
    expect((await fetch(`${system.baseUrl}/sim/outage`, { method: 'POST', body: '{"times":2}' })).status).to.equal(200);
    const statuses = [];
    for (let round = 0; round < 3; round++) statuses.push(await tell({ orderState: '2' }));
    expect(statuses).to.deep.equal([500, 500, 200]);
    expect((await newest()).state).to.equal('2');
    expect((await fetch(`${system.baseUrl}/sim/outage`, { method: 'POST', body: '{"times":-1}' })).status).to.equal(400);
  });

  it('keeps an order without believable answer as unknown and repeats it unchanged', async () => {
    override = () => ({ code: '20000' });
    await place();
    expect((await newest()).state).to.equal('unknown');
    const first = gateway.seen.at(-1)?.data;
    override = undefined;
    await post(`${await path()}/send`);
    expect(gateway.seen.at(-1)?.data).to.deep.equal(first);
    expect((await newest()).state).to.equal('0');
  });

  it('shows a refusal with its reason', async () => {
    override = () => ({ code: '40004', subCode: 'NO_CHANNEL' });
    await place();
    const order = await newest();
    expect(order.state).to.equal('refused');
    expect(order.stateMsg).to.include('NO_CHANNEL');
  });

  it('charges a scanned code without keeping it', async () => {
    await place({ mode: 'bar', barContent: '281234567890123400' });
    expect(gateway.seen.at(-1)?.data['barContent']).to.equal('281234567890123400');
    expect((await newest()).state).to.equal('1');
    const page = await (await fetch(system.baseUrl + await path())).text();
    expect(JSON.stringify(await shown()) + page).not.to.include('281234567890123400');
  });

  it('hands the browser a signed form in the page variant', async () => {
    const page = await (await place({ mode: 'page' })).text();
    expect(page).to.include(`action="${gateway.url}"`).and.to.include('epay-trade-core.wappage.order.create').and.to.include('name="sign"');
  });

  it('closes an order', async () => {
    await place();
    await post(`${await path()}/close`);
    expect((await newest()).state).to.equal('4');
  });

  it('asks for no more back than was received and follows the refund', async () => {
    await place();
    await tell({ orderState: '2', channelOrderNo: 'A1' });
    const refunds = `${await path()}/refunds`;
    await post(refunds, { amount: '90.01', reason: '' });
    expect((await newest()).refunds).to.deep.equal([]);
    await post(refunds, { amount: '10', reason: '多收' });
    const [asked] = (await newest()).refunds;
    expect(asked?.state).to.equal('1');
    expect(gateway.seen.at(-1)?.data).to.include({ refundAmount: '1000', platformOrderNo, refundReason: '多收' });
    await post(refunds, { amount: '80.01', reason: '' });
    expect((await newest()).refunds).to.have.length(1);
    const data = {
      bizRefundOrderNo: asked?.request['bizRefundOrderNo'] ?? '', refundOrderDate: '20261101', platformRefundOrderNo: '9', platformRefundTradeNo: '91',
      refundState: '2', refundStateMsg: '退款成功', refundAmount: '1000',
    };
    expect(await tell({ ...data, refundAmount: '1001' }, 'epay-trade-core.refund.notify')).to.equal(400);
    expect(await tell(data, 'epay-trade-core.refund.notify')).to.equal(200);
    expect((await newest()).refunds[0]?.state).to.equal('2');
  });

  it('takes a refund that the platform made by its own rule as such, once the platform has said whose it is', async () => {
    await place();
    await tell({ orderState: '2', channelOrderNo: 'A1' });
    const data = {
      bizRefundOrderNo: 'CANCEL-20261101120000000001000099', refundOrderDate: '20261101', platformRefundOrderNo: '20261101120000000001000098', platformRefundTradeNo: '99', refundState: '2',
      refundStateMsg: '退款成功', refundAmount: '9000',
    };
    const shownAs = (change: object): void => {
      override = ({ envelope }) => (envelope['method'] !== 'epay-trade-core.refund.query' ? undefined
        : { code: '10000', data: { ...data, platformOrderNo, ...change } });
    };
    const method = 'epay-trade-core.refund.notify';
    override = ({ envelope }) => (envelope['method'] === 'epay-trade-core.refund.query' ? { code: '20000' } : undefined);
    expect(await tell(data, method), 'not known yet: to be told again').to.equal(400);
    shownAs({ platformOrderNo: '20261101120000000001000055' });
    expect(await tell(data, method), 'of an order that is not here').to.equal(400);
    shownAs({ refundAmount: '8999' });
    expect(await tell(data, method), 'of other money').to.equal(400);
    shownAs({});
    expect(await tell({ ...data, refundAmount: '9001' }, method), 'of more than was paid').to.equal(400);
    expect((await newest()).platformRefunds).to.deep.equal([]);
    expect([await tell(data, method), await tell(data, method)]).to.deep.equal([200, 200]);
    const order = await newest();
    expect([order.platformRefunds, order.refunds, order.callbacks.map(({ outcome }) => outcome)]).to.deep.equal([
      [{ bizRefundOrderNo: data.bizRefundOrderNo, platformRefundOrderNo: data.platformRefundOrderNo, refundAmount: '9000', state: '2', stateMsg: '退款成功' }], [], ['accepted', 'accepted', 'duplicate']]);
    const page = await (await fetch(system.baseUrl + await path())).text();
    expect(page).to.include('平台退回 退款成功').and.include(data.bizRefundOrderNo).and.not.include('申请退款');
  });

  it('says that the way back proves nothing and shows what a query says', async () => {
    await place();
    const { request } = await newest();
    const unsigned = {
      bizOrderNo: request['bizOrderNo'] ?? '', orderDate: request['orderDate'] ?? '', platformOrderNo, orderState: '2', orderStateMsg: '支付成功',
      orderAmount: '9000', devId: 'DEV0001', timestamp: '20261101120000',
    };
    const signed = { ...unsigned, sign: createSigner(gateway.platformPrivateKeyPem, scheme)(joined(unsigned)) };
    const visit = async (fields: Record<string, string>): Promise<string> => (await fetch(`${system.baseUrl}/return?${new URLSearchParams(fields).toString()}`)).text();
    expect(await visit(signed)).to.include('验签通过').and.to.include('页面返回不是付款凭证').and.to.include('待支付');
    expect(await visit({ ...signed, orderAmount: '1' })).to.include('验签未通过');
    expect((await newest()).state).to.equal('0');
  });

  it('shows what people typed as text', async () => {
    await place({ title: '<img src=x onerror=alert(1)>' });
    const pages = await Promise.all(['/', await path()].map(async (one) => (await fetch(system.baseUrl + one)).text()));
    for (const page of pages) expect(page).to.include('&lt;img').and.not.to.include('<img src=x');
  });
});
