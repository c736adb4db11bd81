import { expect } from 'chai';
import { GatewayFault } from '../../../contracts/sdk/errors.js';
import { personalBillAcceptance, readPersonalBill, type PushedPersonalBill } from '../../../contracts/sdk/personal-bills.js';
import { createSigner, createVerifier } from '../../../contracts/sdk/signing.js';
import { newKeyPair } from './demo-keys.js';
import { joined } from './fake-gateway.js';

const scheme = { algorithm: 'SM2' } as const;
const platform = newKeyPair('SM2');
const sign = createSigner(platform.privateKeyPem, scheme);
const verify = createVerifier(platform.publicKeyPem, scheme);
const bill = {
  platformOrderNo: '1', bizOrderNo: 'B1', userId: 'U1', title: '证照工本费', itemName: '工本费', agencyName: '三明市行政服务中心', amount: '8000', refundedAmount: '0',
  payTime: '20261101120000', channel: 'ALIPAY', state: 'PAID',
};

function push(data: object, change: Record<string, string> = {}): Record<string, string> {
  const unsigned = { version: '1.0.0', method: 'epay-user.bill.push', timestamp: '20261101120001', devId: 'DEV0001', data: Buffer.from(JSON.stringify(data)).toString('base64'), ...change };
  return { ...unsigned, sign: sign(joined(unsigned)) };
}
const read = (body: string | Uint8Array | object): PushedPersonalBill => readPersonalBill(body, 'DEV0001', verify);

describe('personal bills read by the SDK of a city app', () => {
  it('reads a record as text, bytes and parsed object, with and without e-bill numbers', () => {
    for (const body of [JSON.stringify(push(bill)), Buffer.from(JSON.stringify(push(bill))), push(bill)]) expect(read(body)).to.deep.equal({ timestamp: '20261101120001', data: bill });
    const full = { ...bill, state: 'REFUNDED', refundedAmount: '8000', billCode: '35040126', billNo: '0000000001', detailUrl: 'https://biz.example/bills/1' };
    expect(read(push(full)).data).to.deep.equal(full);
  });

  const forged: Record<string, object> = {
    'without signature': { ...push(bill), sign: '' }, 'with changed content': { ...push(bill), data: push({ ...bill, amount: '1' })['data'] },
    'for another developer': push(bill, { devId: 'DEV0002' }), 'with a changed time': { ...push(bill), timestamp: '20271101120001' },
  };
  for (const [what, body] of Object.entries(forged)) {
    it(`does not believe a record ${what}`, () => { expect(() => read(body)).to.throw(GatewayFault).with.property('kind', 'untrusted'); });
  }

  const odd: Record<string, object> = {
    'that is a callback': push(bill, { method: 'epay-trade-core.order.notify' }), 'with an unknown state': push({ ...bill, state: 'GONE' }),
    'without user': push({ ...bill, userId: undefined }), 'with a number for an amount': push({ ...bill, amount: 8000 }),
  };
  for (const [what, body] of Object.entries(odd)) {
    it(`cannot read a record ${what}`, () => { expect(() => read(body)).to.throw(GatewayFault).with.property('kind', 'unreadable'); });
  }

  it('accepts with the code that ends the pushes', () => { expect(personalBillAcceptance()).to.deep.equal({ code: '0000', msg: 'success' }); });
});
