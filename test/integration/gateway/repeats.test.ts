import { expect } from 'chai';
import { startCity, type City } from '../../support/city.js';
import {
  answerOf, barcode, call, countOf, countOrders, dataOf, enrol, envelope, expectRefusal, freshCode, freshNumber, newParty, order, orderData, orderQuery, postForm, postJson, timeText,
  type Parameters, type Party, type Reply,
} from './outsider.js';

const windowMs = 600_000;
const outdated = { code: '40005' };
const notATime = { code: '40002', subCode: 'FIELD_BAD', subMsg: 'timestamp 须为 yyyyMMddHHmmss 北京时间' };

describe('time and repetition at the gateway (GW-06, GW-07, PAY-06)', function () {
  this.timeout(60_000);
  let city: City;
  let party: Party;
  let sm2: Party;
  before(async () => {
    city = await startCity();
    party = await enrol(city, newParty('DEV-REPEAT-1'));
    sm2 = await enrol(city, newParty('DEV-REPEAT-2', 'SM2'));
  });
  after(async () => city.close());

  const trades = async (): Promise<readonly { readonly outTradeNo: string; readonly state: string; readonly totalFen: string }[]> =>
    ((await (await fetch(`${city.alipayUrl}/sim/books`)).json()) as { trades: { outTradeNo: string; state: string; totalFen: string }[] }).trades;
  const at = async (timestamp: string): Promise<Reply> => postJson(city, envelope(city, party, order, orderData(city), { timestamp }));

  describe('timestamp', () => {
    // The wire knows whole seconds: on a fresh second the edges are exact.
    beforeEach(() => { city.advance(1_000 - city.now() % 1_000); });

    it('takes ten minutes early and ten minutes late to the second, and nothing beyond', async () => {
      expect(answerOf(await at(timeText(city.now() - windowMs + 1_000)))['code']).to.equal('10000');
      expect(answerOf(await at(timeText(city.now() + windowMs)))['code']).to.equal('10000');
      const orders = await countOrders(city);
      expectRefusal(await at(timeText(city.now() - windowMs - 1_000)), outdated);
      city.advance(1_000 - city.now() % 1_000);
      expectRefusal(await at(timeText(city.now() + windowMs + 1_000)), outdated);
      expect(await countOrders(city)).to.equal(orders);
    });

    it('knows only China time: UTC and the zones around are outside', async () => {
      for (const hours of [-8, -1, 1]) expectRefusal(await at(timeText(city.now() + hours * 3_600_000)), outdated);
    });

    for (const timestamp of ['20260230120000', '20261301120000', '20260001120000', '20261100120000', '20261101240000', '20261101246060', '20261101120060', '20261101126000', '00000000000000', '99999999999999', '20270229000000']) {
      it(`refuses the moment ${timestamp}, which does not exist`, async () => expectRefusal(await at(timestamp), notATime));
    }

    it('refuses a recorded request once its time is over, with its good signature', async () => {
      const recorded = envelope(city, party, order, orderData(city));
      city.advance(windowMs + 2_000);
      const orders = await countOrders(city);
      expectRefusal(await postJson(city, recorded), outdated);
      expect(await countOrders(city)).to.equal(orders);
    });
  });

  describe('repetition', () => {
    it('makes one order of one hundred identical requests at once, and gives all of them its cashier', async () => {
      const [orders, jobs, entries] = [await countOrders(city), await countOf(city, 'outbox'), await countOf(city, 'audit_entry')];
      const request = envelope(city, party, order, orderData(city));
      const replies = await Promise.all(Array.from({ length: 100 }, async (_, index) => (index % 2 ? postJson(city, request) : postForm(city, request))));
      const answers = replies.map((reply) => answerOf(reply));
      expect(new Set(answers.map((answer) => answer['code']))).to.deep.equal(new Set(['10000']));
      expect(new Set(answers.map((answer) => answer['data'])).size).to.equal(1);
      expect(await countOrders(city)).to.equal(orders + 1);
      expect(await countOf(city, 'outbox')).to.equal(jobs + 1);
      expect(await countOf(city, 'audit_entry')).to.equal(entries + 1);
    });

    it('knows an order again in another spelling of the request: later, newly signed, other order of fields, by SM2 each time another signature', async () => {
      const data = orderData(city, { passbackParams: 'a=1' });
      const first = await call(city, sm2, order, data);
      city.advance(5_000);
      const again = await call(city, sm2, order, Object.fromEntries(Object.entries(data).reverse()));
      expect([again['code'], again['data']]).to.deep.equal(['10000', first['data']]);
    });

    it('gives the order\'s present state to a repeated query, not the answer of the first time', async () => {
      const data = orderData(city);
      await call(city, party, order, data);
      const question = envelope(city, party, orderQuery, { merchantNo: data['merchantNo'], bizOrderNo: data['bizOrderNo'], orderDate: data['orderDate'] });
      expect(dataOf(answerOf(await postJson(city, question)))['orderState']).to.equal('0');
      await call(city, party, 'epay-trade-core.order.close', { merchantNo: data['merchantNo'], bizOrderNo: data['bizOrderNo'], orderDate: data['orderDate'] });
      expect(dataOf(answerOf(await postJson(city, question)))['orderState']).to.equal('4');
    });

    for (const [field, value] of [
      ['orderAmount', '8001'], ['orderTitle', '别的'], ['orderDescription', 'x'], ['orderExpiredTime', '121'], ['bizDiscountAmount', '1'], ['passbackParams', 'b'], ['userId', 'u'], ['payerName', '李四'],
      ['payerMobile', '13900000001'], ['payerCertNo', '350402199001011234'], ['notifyUrl', 'CALLBACK'], ['returnUrl', 'CALLBACK'], ['orderTime', '20261101000000'], ['orderDate', '20261101'],
    ] as const) {
      it(`refuses the same number with another ${field} and leaves the stored order as it is`, async () => {
        const data = orderData(city);
        const first = await call(city, party, order, data);
        const before = await city.resources.unitOfWork.read(({ orders }) => orders.byNo(dataOf(first)['platformOrderNo'] ?? ''));
        const reply = await postJson(city, envelope(city, party, order, { ...data, [field]: value === 'CALLBACK' ? `${city.businessUrl}/other` : value }));
        expectRefusal(reply, { code: '40004', subCode: 'ORDER_EXISTS', subMsg: '业务系统订单号已存在且内容不同' });
        expect(await city.resources.unitOfWork.read(({ orders }) => orders.byNo(before?.platformOrderNo ?? ''))).to.deep.equal(before);
      });
    }

    it('refuses the same number through another method, and gives another payee or developer its own order', async () => {
      const data = orderData(city);
      const first = dataOf(await call(city, party, order, data))['platformOrderNo'];
      expect(await call(city, party, 'epay-trade-core.pc.order.create', data)).to.include({ code: '40004', subCode: 'ORDER_EXISTS' });
      const others = [await call(city, party, order, { ...data, merchantNo: 'M35040000002' }), await call(city, sm2, order, data)];
      expect(others.map((answer) => answer['code'])).to.deep.equal(['10000', '10000']);
      expect(new Set([first, ...others.map((answer) => dataOf(answer)['platformOrderNo'])]).size).to.equal(3);
    });

    it('gives a number to one of a hundred different contents that race for it', async () => {
      const [orders, data] = [await countOrders(city), orderData(city)];
      const answers = await Promise.all(Array.from({ length: 100 }, async (_, index) => call(city, party, order, { ...data, orderAmount: String(1_000 + index) })));
      expect(answers.filter((answer) => answer['code'] === '10000')).to.have.length(1);
      expect(answers.filter((answer) => answer['subCode'] === 'ORDER_EXISTS')).to.have.length(99);
      expect(await countOrders(city)).to.equal(orders + 1);
    });

    it('does not take a request again whose signature was spelt otherwise', async () => {
      const request = envelope(city, party, order, orderData(city));
      await postJson(city, request);
      expectRefusal(await postJson(city, { ...request, sign: `${request['sign'] ?? ''}=` }), { code: '40002', subCode: 'FIELD_BAD', subMsg: 'sign 格式不正确' });
    });
  });

  describe('payment codes', () => {
    const scanned = (code: string, changes: Readonly<Record<string, unknown>> = {}): Parameters => envelope(city, party, barcode, orderData(city, { barContent: code, ...changes }));
    /** Rights to offer codes come back in real time; each test takes a payee of its own. */
    const merchant = (merchantNo: string) => ({ merchantNo });

    it('charges once although one hundred identical requests arrive at once', async () => {
      const [orders, attempts, before] = [await countOrders(city), await countOf(city, 'pay_attempt'), (await trades()).length];
      const request = scanned(freshCode('00'), merchant('M35040000001'));
      const replies = await Promise.all(Array.from({ length: 100 }, async () => postJson(city, request)));
      const answers = replies.map((reply) => answerOf(reply));
      const served = answers.filter((answer) => answer['code'] === '10000');
      expect(served.length).to.be.at.least(1);
      expect(answers.filter((answer) => !['10000', '42900'].includes(answer['code'] ?? ''))).to.deep.equal([]);
      expect(new Set(served.map((answer) => dataOf(answer)['platformOrderNo'])).size).to.equal(1);
      expect([await countOrders(city), await countOf(city, 'pay_attempt'), (await trades()).length]).to.deep.equal([orders + 1, attempts + 1, before + 1]);
    });

    it('charges one of two orders that offer the same code at the same time', async () => {
      const [code, before] = [freshCode('00'), (await trades()).filter((trade) => trade.state === 'TRADE_SUCCESS').length];
      const answers = await Promise.all([1, 2].map(async () => answerOf(await postJson(city, scanned(code, merchant('M35040000002'))))));
      expect(answers.map((answer) => [answer['code'], dataOf(answer)['orderState']]).sort()).to.deep.equal([['10000', '2'], ['10000', '3']]);
      expect((await trades()).filter((trade) => trade.state === 'TRADE_SUCCESS').length).to.equal(before + 1);
    });

    it('does not try a code again that came to nothing, when the identical request comes once more', async () => {
      const request = scanned(freshCode('03'), merchant('M35040000005'));
      const first = answerOf(await postJson(city, request));
      const [attempts, before] = [await countOf(city, 'pay_attempt'), (await trades()).length];
      expect(dataOf(first)).to.include({ orderState: '3' });
      for (let time = 0; time < 3; time++) expect(answerOf(await postJson(city, request))['data']).to.equal(first['data']);
      expect([await countOf(city, 'pay_attempt'), (await trades()).length]).to.deep.equal([attempts, before]);
    });

    it('charges the stored amount, not the one that a repetition brings', async () => {
      const data = orderData(city, { barContent: freshCode('03'), ...merchant('M35040000005') });
      expect(dataOf(await call(city, party, barcode, data))).to.include({ orderState: '3' });
      expect(await call(city, party, barcode, { ...data, barContent: freshCode('00'), orderAmount: '1' })).to.include({ code: '40004', subCode: 'ORDER_EXISTS' });
      expect(dataOf(await call(city, party, barcode, { ...data, barContent: freshCode('00') }))).to.include({ orderState: '2' });
      expect((await trades()).at(-1)).to.include({ totalFen: '8000' });
    });

    it('asks no channel about a code of no known shape', async () => {
      const [orders, before] = [await countOrders(city), (await trades()).length];
      for (const code of ['123456789012345678', '2412345678901234', '3112345678901234', '281234567890123', `28${'1'.repeat(23)}`, '62123456789012345', '62123456789012345678', '28123456789012345６', '28 123456789012345', 'A8123456789012345', `28${'1'.repeat(16)}\n`]) {
        const answer = answerOf(await postJson(city, scanned(code, merchant('M35040000003'))));
        expect([code, answer['code']]).to.deep.equal([code, /^[!-~]+$/.test(code) ? '40004' : '40002']);
        if (answer['code'] === '40004') expect(answer['subCode']).to.equal('BARCODE_BAD');
      }
      expect([await countOrders(city), (await trades()).length]).to.deep.equal([orders, before]);
    });

    it('stops a hundred guesses of one developer at one payee, says when to come again, and lets the next developer work', async () => {
      const replies: Reply[] = [];
      for (let guess = 0; guess < 100; guess++) replies.push(await postJson(city, scanned(freshCode('07'), { ...merchant('M35040000003'), bizOrderNo: freshNumber() })));
      const stopped = replies.filter((reply) => reply.status === 429);
      expect(stopped.length).to.be.above(50);
      expectRefusal(stopped[0] as Reply, { code: '42900', status: 429 });
      expect(stopped[0]?.headers['retry-after']).to.equal('10');
      expect(dataOf(await call(city, sm2, barcode, orderData(city, { barContent: freshCode('00'), ...merchant('M35040000003') })))).to.include({ orderState: '2' });
    });
  });
});
