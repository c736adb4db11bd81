import { expect } from 'chai';
import { acceptance, readCallback, readReturn, type GatewayCallback } from '../../../contracts/sdk/callbacks.js';
import { GatewayFault } from '../../../contracts/sdk/errors.js';
import { createSigner, createVerifier } from '../../../contracts/sdk/signing.js';
import { newKeyPair } from './demo-keys.js';
import { joined } from './fake-gateway.js';

const scheme = { algorithm: 'SM2' } as const;
const platform = newKeyPair('SM2');
const sign = createSigner(platform.privateKeyPem, scheme);
const verify = createVerifier(platform.publicKeyPem, scheme);
const payment = {
  bizOrderNo: 'B1', orderDate: '20261101', platformOrderNo: '1', orderState: '2', orderStateMsg: '支付成功', orderAmount: '8000', channelOrderNo: 'A1',
  passbackParams: 'a=1&b=2',
};
const refund = {
  bizRefundOrderNo: 'R1', refundOrderDate: '20261102', platformRefundOrderNo: '2', platformRefundTradeNo: '', refundState: '3', refundStateMsg: '驳回',
  refundAmount: '100',
};

function callback(method: string, data: object, change: Record<string, string> = {}): Record<string, string> {
  const unsigned = {
    version: '1.0.0', method, timestamp: '20261101120000', devId: 'DEV0001', data: Buffer.from(JSON.stringify(data)).toString('base64'), ...change,
  };
  return { ...unsigned, sign: sign(joined(unsigned)) };
}
const read = (body: string | Uint8Array | object): GatewayCallback => readCallback(body, 'DEV0001', verify);
const paymentCallback = callback('epay-trade-core.order.notify', payment);

describe('callbacks read by the SDK', () => {
  it('reads a payment as text, bytes and parsed object', () => {
    for (const body of [JSON.stringify(paymentCallback), Buffer.from(JSON.stringify(paymentCallback)), paymentCallback]) {
      expect(read(body)).to.deep.equal({ kind: 'payment', timestamp: '20261101120000', data: payment });
    }
  });

  it('tells a second payment of a paid order apart', () => {
    expect(read(callback('epay-trade-core.order.notify', { ...payment, orderState: '5' })).kind).to.equal('repeat-payment');
  });

  it('reads a refund that never reached a channel', () => {
    expect(read(callback('epay-trade-core.refund.notify', refund))).to.deep.include({ kind: 'refund', data: refund });
  });

  const forged: Record<string, object> = {
    'without signature': { ...paymentCallback, sign: '' },
    'with changed content': { ...paymentCallback, data: callback('x', { ...payment, orderAmount: '1' })['data'] },
    'with changed method': { ...paymentCallback, method: 'epay-trade-core.refund.notify' },
    'with an added parameter': { ...paymentCallback, extra: '1' },
    'for another developer': callback('epay-trade-core.order.notify', payment, { devId: 'DEV0002' }),
  };
  for (const [what, body] of Object.entries(forged)) {
    it(`does not believe a callback ${what}`, () => {
      expect(() => read(body)).to.throw(GatewayFault).with.property('kind', 'untrusted');
    });
  }

  const odd: Record<string, object | string> = {
    'of an unknown kind': callback('epay-trade-core.order.create', payment),
    'of an unknown version': callback('epay-trade-core.order.notify', payment, { version: '2.0.0' }),
    'with an unknown state': callback('epay-trade-core.order.notify', { ...payment, orderState: '9' }),
    'without amount': callback('epay-trade-core.order.notify', { ...payment, orderAmount: undefined }),
    'with a number for an amount': callback('epay-trade-core.order.notify', { ...payment, orderAmount: 8000 }),
    'that is no JSON': 'orderState=2',
  };
  for (const [what, body] of Object.entries(odd)) {
    it(`cannot read a callback ${what}`, () => { expect(() => read(body)).to.throw(GatewayFault).with.property('kind', 'unreadable'); });
  }

  it('ignores a field that a newer platform adds', () => {
    expect(read(callback('epay-trade-core.order.notify', { ...payment, newField: 'x' })).kind).to.equal('payment');
  });

  it('accepts with the code that ends the deliveries', () => { expect(acceptance().code).to.equal('10000'); });
});

describe('return page read by the SDK', () => {
  const unsigned = {
    bizOrderNo: 'B/1', orderDate: '20261101', platformOrderNo: '1', orderState: '2', orderStateMsg: '支付成功', orderAmount: '8000', devId: 'DEV0001',
    timestamp: '20261101120000',
  };
  const fields = { ...unsigned, sign: sign(joined(unsigned)) };
  const url = new URL('https://bdc.example.gov.cn/return?ticket=7');
  for (const [name, value] of Object.entries(fields)) url.searchParams.set(name, value);
  const page = (query: string | URLSearchParams): unknown => readReturn(query, 'DEV0001', verify);

  it('reads the query, with or without address, beside parameters of the business system', () => {
    for (const query of [url.href, url.search, url.search.slice(1), url.searchParams]) expect(page(query)).to.deep.equal(fields);
  });

  it('does not believe a changed, doubled, unsigned or foreign query', () => {
    const changed = { state: ['orderState', '0'], added: ['userId', 'u1'], unsigned: ['sign', ''] } as const;
    for (const [what, [name, value]] of Object.entries(changed)) {
      const query = new URLSearchParams(url.searchParams);
      query.set(name, value);
      expect(() => page(query), what).to.throw(GatewayFault).with.property('kind', 'untrusted');
    }
    expect(() => page(`${url.search}&orderState=2`)).to.throw('多次');
    expect(() => readReturn(url.search, 'DEV0002', verify)).to.throw(GatewayFault);
    expect(() => page('')).to.throw(GatewayFault);
  });
});
