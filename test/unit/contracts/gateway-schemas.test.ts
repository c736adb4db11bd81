import { expect } from 'chai';
import { gatewayCodes, subCodes } from '../../../contracts/gateway/codes.js';
import { paymentCallback, refundCallback, returnPage } from '../../../contracts/gateway/callbacks.js';
import { maxDataKeys, requestEnvelope, responseEnvelope } from '../../../contracts/gateway/envelope.js';
import { gatewayExamples } from '../../../contracts/gateway/examples.js';
import { gatewayMethods, isGatewayMethod, type GatewayMethodName } from '../../../contracts/gateway/methods.js';
import { maxNontaxItems, maxSubMerchantLines } from '../../../contracts/gateway/order-create.js';
import { isNontaxRefundRef } from '../../../domain/refunds/nontax-refund-ref.js';
import { wireLength } from '../../../contracts/gateway/text-rules.js';
import { wireValidator } from './wire-validator.js';

const methodNames = Object.keys(gatewayMethods) as GatewayMethodName[];
const create = wireValidator(gatewayMethods['epay-trade-core.wap.order.create'].requestSchema);
const order = gatewayExamples['epay-trade-core.wap.order.create'];
const without = (name: string): object => Object.fromEntries(Object.entries(order).filter(([key]) => key !== name));

describe('gateway contract', () => {
  for (const name of methodNames) {
    it(`takes the published example of ${name} and nothing beside its fields`, () => {
      const check = wireValidator(gatewayMethods[name].requestSchema);
      expect(check(gatewayExamples[name])).to.equal(true);
      expect(check({ ...gatewayExamples[name], isAdmin: '1' })).to.equal(false);
      expect(check([])).to.equal(false);
    });
  }

  it('compiles every answer, callback and envelope in strict mode', () => {
    const schemas = [...methodNames.map((name) => gatewayMethods[name].responseSchema), paymentCallback, refundCallback, returnPage, requestEnvelope, responseEnvelope];
    for (const schema of schemas) expect(wireValidator(schema)({})).to.equal(false);
  });

  it('knows its own methods only', () => {
    expect(isGatewayMethod('epay-trade-core.order.query')).to.equal(true);
    for (const name of ['constructor', '__proto__', 'toString', 'epay-trade-core.order.Query', '']) expect(isGatewayMethod(name)).to.equal(false);
  });

  const badAmounts = ['-1', '0', '01', '1e2', '1.0', ' 1', '１００', '100\n', '999999999999', '', 100, ['100'], null, '+1', '0x64'];
  for (const amount of badAmounts) {
    it(`refuses the order amount ${JSON.stringify(amount)}`, () => { expect(create({ ...order, orderAmount: amount })).to.equal(false); });
  }
  it('takes amounts from one fen to eleven digits, and a discount of nothing', () => {
    for (const amount of ['1', '99999999999']) expect(create({ ...order, orderAmount: amount })).to.equal(true);
    expect(create({ ...order, bizDiscountAmount: '0' })).to.equal(true);
    expect(create({ ...order, bizDiscountAmount: '00' })).to.equal(false);
  });

  it('counts the title by the two-byte rule (1.1.7.1.1-g)', () => {
    const title = (text: string): boolean => create({ ...order, orderTitle: text });
    expect(title('费'.repeat(32))).to.equal(true);
    expect(title('费'.repeat(33))).to.equal(false);
    expect(title('a'.repeat(64))).to.equal(true);
    expect(title('a'.repeat(65))).to.equal(false);
    expect(title(`${'费'.repeat(31)}ab`)).to.equal(true);
    expect(title(`${'费'.repeat(31)}abc`)).to.equal(false);
    expect(title('')).to.equal(false);
    expect(title('行一\n行二')).to.equal(false);
  });

  it('takes the same approval numbers from a business system as from the person who agrees to a refund', () => {
    const refund = wireValidator(gatewayMethods['epay-trade-core.refund.create'].requestSchema);
    const wired = (nontaxRefundRef: string): boolean => refund({ ...gatewayExamples['epay-trade-core.refund.create'], nontaxRefundRef });
    for (const good of ['TF-1', '闽财退〔2026〕8号', '退'.repeat(32), 'x'.repeat(64), '\u{20000}']) expect([good, wired(good), isNontaxRefundRef(good)]).to.deep.equal([good, true, true]);
    for (const bad of ['', '退'.repeat(33), 'x'.repeat(65), `${'退'.repeat(32)}x`, 'a\nb', 'a\u0085b', '\u202e8', '\ud800', 'a\u2028b', '\u007f']) expect([bad, wired(bad), isNontaxRefundRef(bad)]).to.deep.equal([bad, false, false]);
  });

  it('allows a validity of 1 to 21600 minutes', () => {
    const expiry = (text: string): boolean => create({ ...order, orderExpiredTime: text });
    for (const minutes of ['1', '120', '9999', '10000', '19999', '20000', '20999', '21000', '21599', '21600']) expect(expiry(minutes), minutes).to.equal(true);
    for (const minutes of ['0', '21601', '21700', '22000', '30000', '100000', '060', '-5', '1.5', '']) expect(expiry(minutes), minutes).to.equal(false);
  });

  it('takes the numbers business systems use and none that harm a log or a sheet', () => {
    const number = (text: string): boolean => create({ ...order, bizOrderNo: text });
    for (const good of ['1', 'B20261101/01', '2026-35-0001:2', 'a'.repeat(128), 'X#1@win(3)']) expect(number(good), good).to.equal(true);
    for (const bad of ['', '-1', '=1+1', '@SUM', 'a b', 'a,b', 'a|b', 'a"b', 'a%2f', '办件1', 'a'.repeat(129), 'a\n']) expect(number(bad), bad).to.equal(false);
  });

  it('refuses a day that does not exist and an address that is no plain http address', () => {
    expect(create({ ...order, orderDate: '20260230' })).to.equal(false);
    expect(create({ ...order, orderTime: '20261101240000' })).to.equal(false);
    for (const url of ['javascript:alert(1)', 'ftp://a', '//evil', 'https:\\\\evil', 'https://bdc.例子', 'https://a b', `https://a/${'x'.repeat(256)}`]) {
      expect(create({ ...order, notifyUrl: url }), url).to.equal(false);
    }
  });

  for (const name of ['merchantNo', 'bizOrderNo', 'orderDate', 'orderTime', 'orderAmount', 'orderTitle']) {
    it(`refuses an order without ${name}`, () => { expect(create(without(name))).to.equal(false); });
  }

  it('asks a query for at least one of the two numbers', () => {
    const query = wireValidator(gatewayMethods['epay-trade-core.order.query'].requestSchema);
    const name = { merchantNo: 'M1', orderDate: '20261101' };
    expect(query(name)).to.equal(false);
    expect(query({ ...name, bizOrderNo: 'B1' })).to.equal(true);
    expect(query({ ...name, platformOrderNo: '1' })).to.equal(true);
    expect(query({ ...name, bizOrderNo: 'B1', platformOrderNo: '1' })).to.equal(true);
  });

  it('takes exactly one line of a sub-merchant refund', () => {
    const refund = wireValidator(gatewayMethods['epay-trade-core.refund.create'].requestSchema);
    const request = gatewayExamples['epay-trade-core.refund.create'];
    const line = { subMerchantNo: 'S1', refundAmount: '1' };
    expect(refund({ ...request, subMerchantRefund: [line] })).to.equal(true);
    expect(refund({ ...request, subMerchantRefund: [] })).to.equal(false);
    expect(refund({ ...request, subMerchantRefund: [line, line] })).to.equal(false);
    expect(refund({ ...request, subMerchantRefund: 'S1' })).to.equal(false);
  });

  it('limits the size of a page of user orders', () => {
    const list = wireValidator(gatewayMethods['epay-user.order.list'].requestSchema);
    for (const size of ['1', '49', '50']) expect(list({ userId: 'u', pageSize: size }), size).to.equal(true);
    for (const size of ['0', '51', '100', '05', '']) expect(list({ userId: 'u', pageSize: size }), size).to.equal(false);
  });

  it('keeps the largest legal order below the limit of keys', () => {
    const fields = Object.keys(gatewayMethods['epay-trade-core.bar.order.create'].requestSchema.properties).length;
    expect(fields + 4 + maxSubMerchantLines * 3 + maxNontaxItems * 5).to.be.below(maxDataKeys);
  });

  it('keeps every envelope parameter free of the signs that join the signed text', () => {
    const envelope = { version: '1.0.0', method: 'a.b', timestamp: '20261101120000', devId: 'D', data: 'e30=', sign: 'AAAA' };
    const check = wireValidator(requestEnvelope);
    expect(check(envelope)).to.equal(true);
    for (const name of Object.keys(envelope)) expect(check({ ...envelope, [name]: `${envelope.data}&x=1` }), name).to.equal(false);
    for (const data of ['e30', 'e30==', ' e30=', 'e30=\n', 'e3-_', '']) expect(check({ ...envelope, data }), data).to.equal(false);
    expect(check({ ...envelope, signType: 'RSA2' })).to.equal(false);
  });

  it('publishes code texts that fit the fields that carry them', () => {
    for (const { msg } of Object.values(gatewayCodes)) expect(wireLength(msg)).to.be.at.most(100);
    for (const [code, text] of Object.entries(subCodes)) {
      expect(code.length, code).to.be.at.most(14);
      expect(wireLength(text), code).to.be.at.most(64);
    }
  });

  it('lets a rejected refund name no channel trade', () => {
    const callback = {
      bizRefundOrderNo: 'R1', refundOrderDate: '20261101', platformRefundOrderNo: '1', platformRefundTradeNo: '', refundState: '3', refundStateMsg: '驳回',
      refundAmount: '1',
    };
    expect(wireValidator(refundCallback)(callback)).to.equal(true);
    expect(wireValidator(refundCallback)({ ...callback, refundState: '9' })).to.equal(false);
  });
});
