import { expect } from 'chai';
import { readConfig } from '../../../bootstrap/config.js';
import { startPlatform, type Platform } from '../../../bootstrap/platform.js';
import { openResources } from '../../../bootstrap/resources.js';
import { freePorts, startCity, type City } from '../../support/city.js';
import { answerOf, countOf, countOrders, dataOf, enrol, envelope, freshCode, newParty, order, orderData, send, type Parameters, type Party } from './outsider.js';

/** A second process of the same installation: the city's database and keys, ports and lines of its own. */
async function startTwin(city: City): Promise<{ readonly url: string; readonly platform: Platform }> {
  const [port, managementPort] = await freePorts(2);
  const { dataFolder, database, alipayPort, unionpayPort, businessPort } = city.resources.config;
  const settings = { DATA_FOLDER: dataFolder, PORT: port, MANAGEMENT_PORT: managementPort, ALIPAY_PORT: alipayPort, UNIONPAY_PORT: unionpayPort, BUSINESS_PORT: businessPort, NODE_NUMBER: 2, PUBLIC_BASE_URL: city.baseUrl, ...(database === undefined ? {} : { DATABASE: database }) };
  const environment = Object.fromEntries(Object.entries(settings).map(([name, value]) => [`TONGJIAO_${name}`, String(value)]));
  const { clock, journal, trail } = city.resources;
  const resources = await openResources(readConfig(environment), clock, { journal, trail }, environment);
  return { url: `http://127.0.0.1:${port ?? 0}`, platform: await startPlatform(resources, { advanceClock: undefined, channelOrigins: [] }) };
}

describe('the same request at two processes of one database (GW-07, decision 0006)', function () {
  this.timeout(60_000);
  let city: City;
  let twin: { readonly url: string; readonly platform: Platform };
  let party: Party;
  before(async () => {
    city = await startCity();
    twin = await startTwin(city);
    party = await enrol(city, newParty('DEV-TWICE'));
  });
  after(async () => {
    await twin.platform.close();
    await city.close();
  });

  /** The same bytes to both, three times each, all at once. */
  const everywhere = async (parameters: Parameters): Promise<readonly Parameters[]> => {
    const body = JSON.stringify(parameters);
    return Promise.all([city.baseUrl, twin.url, city.baseUrl, twin.url, city.baseUrl, twin.url].map(async (url) => answerOf(await send(url, { body }))));
  };
  const numbers = (answers: readonly Parameters[], name: string): ReadonlySet<unknown> => new Set(answers.map((answer) => (answer['code'] === '10000' ? dataOf(answer)[name] : answer['code'])));

  for (const method of ['wap', 'pc'].map((kind) => `epay-trade-core.${kind}.order.create`)) {
    it(`places one order for ${method}, and refuses other content under its number at whichever process`, async () => {
      const before = await countOrders(city);
      const data = orderData(city);
      const answers = await everywhere(envelope(city, party, method, data));
      expect([numbers(answers, 'platformOrderNo').size, numbers(answers, 'cashierUrl').size, await countOrders(city)]).to.deep.equal([1, 1, before + 1]);
      expect(answers.map((answer) => answer['code'])).to.deep.equal(Array.from(answers, () => '10000'));
      const other = await everywhere(envelope(city, party, method, { ...data, orderAmount: '8100' }));
      expect(new Set(other.map((answer) => answer['subCode']))).to.deep.equal(new Set(['ORDER_EXISTS']));
    });
  }

  for (const method of ['wappage', 'pcpage'].map((kind) => `epay-trade-core.${kind}.order.create`)) {
    it(`places one order for ${method}`, async () => {
      const before = await countOrders(city);
      const body = JSON.stringify(envelope(city, party, method, orderData(city)));
      const pages = await Promise.all([city.baseUrl, twin.url, city.baseUrl, twin.url].map(async (url) => send(url, { body })));
      expect([new Set(pages.map((page) => page.status)), await countOrders(city)]).to.deep.equal([new Set([200]), before + 1]);
    });
  }

  it('charges a payment code once, refunds once, and gives one and the same account of both', async () => {
    const [attempts, refunds] = [await countOf(city, 'pay_attempt'), await countOf(city, 'pay_refund')];
    const data = orderData(city, { barContent: freshCode('00') });
    const charged = await everywhere(envelope(city, party, 'epay-trade-core.bar.order.create', data));
    const [platformOrderNo, ...others] = [...numbers(charged, 'platformOrderNo')];
    expect([others.length + 1, await countOf(city, 'pay_attempt')]).to.deep.equal([1, attempts + 1]);
    const query = envelope(city, party, 'epay-trade-core.order.query', { merchantNo: data['merchantNo'], bizOrderNo: data['bizOrderNo'], orderDate: data['orderDate'] });
    await city.until('the payment', async () => (numbers(await everywhere(query), 'orderState').has('2') ? true : undefined));
    expect([...numbers(await everywhere(query), 'platformOrderNo')]).to.deep.equal([platformOrderNo]);
    const refund = { merchantNo: data['merchantNo'], platformOrderNo, bizRefundOrderNo: `R${String(data['bizOrderNo'])}`, refundOrderDate: data['orderDate'], refundAmount: '8000', refundTitle: '退款', refundReason: '多收' };
    const asked = await everywhere(envelope(city, party, 'epay-trade-core.refund.create', refund));
    expect([numbers(asked, 'platformRefundOrderNo').size, await countOf(city, 'pay_refund')], JSON.stringify(asked[0])).to.deep.equal([1, refunds + 1]);
    const shown = await everywhere(envelope(city, party, 'epay-trade-core.refund.query', { merchantNo: data['merchantNo'], bizRefundOrderNo: refund.bizRefundOrderNo, refundOrderDate: refund.refundOrderDate }));
    expect(numbers(shown, 'platformRefundOrderNo')).to.deep.equal(numbers(asked, 'platformRefundOrderNo'));
  });

  it('lists a payer\'s orders alike', async () => {
    const day = String(orderData(city)['orderDate']);
    const answers = await everywhere(envelope(city, party, 'epay-user.order.list', { userId: 'esm-1', merchantNo: 'M35040000001', startDate: day, endDate: day, pageSize: '20' }));
    expect(new Set(answers.map(({ code, data }) => `${code ?? ''} ${data ?? ''}`)).size, JSON.stringify(answers[0])).to.equal(1);
    expect(answers[0]?.['code']).to.equal('10000');
  });

  it('closes an order once, and every answer says so', async () => {
    const data = orderData(city);
    await everywhere(envelope(city, party, order, data));
    const names = { merchantNo: data['merchantNo'], bizOrderNo: data['bizOrderNo'], orderDate: data['orderDate'] };
    const answers = await everywhere(envelope(city, party, 'epay-trade-core.order.close', names));
    expect(new Set(answers.map((answer) => answer['code'])), JSON.stringify(answers[0])).to.deep.equal(new Set(['10000']));
    expect([...numbers(await everywhere(envelope(city, party, 'epay-trade-core.order.query', names)), 'orderState')]).to.deep.equal(['4']);
  });
});
