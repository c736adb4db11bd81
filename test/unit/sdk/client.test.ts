import { expect } from 'chai';
import { createGatewayClient, type GatewayClient } from '../../../contracts/sdk/client.js';
import { GatewayFault, GatewayRefusal } from '../../../contracts/sdk/errors.js';
import type { SigningScheme } from '../../../contracts/sdk/signing.js';
import { startFakeGateway, type Answer, type FakeGateway } from './fake-gateway.js';

const order = {
  merchantNo: 'M3504000001', bizOrderNo: 'B1', orderDate: '20261101', orderTime: '20261101120000', orderAmount: '8000', orderTitle: '不动产登记费',
};
const created = { cashierUrl: 'http://127.0.0.1/c/x', platformOrderNo: '20261101120000000001000017', bizOrderNo: 'B1', orderDate: '20261101' };
const noon = Date.UTC(2026, 10, 1, 4, 0, 0);

/** What a promise was rejected with. */
const rejection = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => expect.fail('was not rejected'), (error: unknown) => error);

for (const scheme of [{ algorithm: 'RSA2' }, { algorithm: 'SM2' }, { algorithm: 'SM2', sm2Encoding: 'raw' }] satisfies SigningScheme[]) {
  describe(`gateway client with ${JSON.stringify(scheme)}`, () => {
    let gateway: FakeGateway;
    let client: GatewayClient;
    let answer: Answer;
    before(async () => {
      gateway = await startFakeGateway(scheme, () => answer);
      client = createGatewayClient({ gatewayUrl: gateway.url, ...gateway.developer, ...scheme, now: () => noon });
    });
    after(() => gateway.close());

    it('sends a signed request in China time and reads the signed answer', async () => {
      answer = { code: '10000', data: created };
      expect(await client.createOrder(order)).to.deep.equal(created);
      const { envelope, data, verified } = gateway.seen.at(-1) ?? expect.fail('nothing came');
      expect(verified).to.equal(true);
      expect(envelope).to.include({ version: '1.0.0', method: 'epay-trade-core.wap.order.create', timestamp: '20261101120000', devId: 'DEV0001' });
      expect(data).to.deep.equal(order);
    });

    it('tells a business refusal with both codes', async () => {
      answer = { code: '40004', subCode: 'ORDER_EXISTS' };
      const refusal = await rejection(client.createOrder(order));
      expect(refusal).to.be.instanceOf(GatewayRefusal);
      expect(refusal).to.include({ code: '40004', subCode: 'ORDER_EXISTS', verified: true });
    });

    for (const sign of ['none', 'wrong'] as const) {
      it(`believes neither success nor business refusal when the signature is ${sign}`, async () => {
        for (const code of ['10000', '40004', '40302']) {
          answer = { code, data: created, sign };
          expect(await rejection(client.createOrder(order))).to.be.instanceOf(GatewayFault).and.include({ kind: 'untrusted' });
        }
      });
    }

    it('does not take the answer to another order', async () => {
      answer = { code: '10000', data: { ...created, bizOrderNo: 'B2' } };
      expect(await rejection(client.createOrder(order))).to.include({ kind: 'untrusted' });
    });

    it('does not take an answer that lacks what was promised', async () => {
      answer = { code: '10000', data: { bizOrderNo: 'B1', orderDate: '20261101', platformOrderNo: '1' } };
      expect(await rejection(client.createOrder(order))).to.include({ kind: 'unreadable' });
      answer = { code: '10000', data: { ...created, orderState: '7', orderAmount: '1' } };
      expect(await rejection(client.queryOrder({ merchantNo: 'M1', bizOrderNo: 'B1', orderDate: '20261101' }))).to.include({ kind: 'unreadable' });
    });

    it('makes a form for the browser that the gateway would accept', async () => {
      const form = client.pageForm('epay-trade-core.wappage.order.create', order);
      expect(form.action).to.equal(gateway.url);
      answer = { code: '10000' };
      await fetch(form.action, { method: 'POST', body: JSON.stringify(form.fields) });
      expect(gateway.seen.at(-1)).to.deep.include({ verified: true, data: order });
    });
  });
}

describe('gateway client in trouble', () => {
  let gateway: FakeGateway;
  before(async () => { gateway = await startFakeGateway({ algorithm: 'RSA2' }, () => ({ code: '10000' })); });
  after(() => gateway.close());
  const clientOn = (fetchDouble: typeof fetch, timeoutMs = 5_000): GatewayClient =>
    createGatewayClient({ gatewayUrl: gateway.url, ...gateway.developer, algorithm: 'RSA2', timeoutMs, fetch: fetchDouble });
  const answered = (body: string): Promise<unknown> => rejection(clientOn(() => Promise.resolve(new Response(body))).createOrder(order));

  it('calls no answer unreachable, which is not a failure of the order', async () => {
    const client = clientOn(() => Promise.reject(new TypeError('fetch failed')));
    expect(await rejection(client.createOrder(order))).to.be.instanceOf(GatewayFault).and.include({ kind: 'unreachable' });
  });

  it('gives up after its time', async () => {
    const client = clientOn((_url, init) => new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => { reject(new Error('aborted')); });
    }), 20);
    expect(await rejection(client.createOrder(order))).to.include({ kind: 'unreachable' });
  });

  for (const body of ['', '<html>', '[]', 'null', '{"code":1}', '{"msg":"x"}', `{"code":"10000","msg":"${'x'.repeat(300_000)}"}`]) {
    it(`cannot read the answer ${body.slice(0, 20)}`, async () => {
      expect(await answered(body)).to.be.instanceOf(GatewayFault).and.include({ kind: 'unreadable' });
    });
  }

  it('shows the explanation of a refused signature and says that nobody vouches for it', async () => {
    const data = Buffer.from(JSON.stringify({ canonicalText: 'data=…', digest: 'ab' })).toString('base64');
    const refusal = await answered(JSON.stringify({ code: '40003', msg: '验签失败', data, sign: '' }));
    expect(refusal).to.be.instanceOf(GatewayRefusal).and.include({ code: '40003', verified: false });
    expect((refusal as GatewayRefusal).explanation).to.deep.equal({ canonicalText: 'data=…', digest: 'ab' });
  });
});
