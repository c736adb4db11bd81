import { expect } from 'chai';
import { gatewayMethods } from '../../../contracts/gateway/methods.js';
import { startCity, type City } from '../../support/city.js';
import {
  answerOf, barcode, call, countOf, countOrders, dataOf, enrol, envelope, expectRefusal, freshCode, freshNumber, isSignedByPlatform, newParty, order, orderData, orderQuery, postJson,
  type Fields, type Parameters, type Party, type Reply,
} from './outsider.js';

const close = 'epay-trade-core.order.close';
const refund = 'epay-trade-core.refund.create';
const refundQuery = 'epay-trade-core.refund.query';
const userOrders = 'epay-user.order.list';
const eBills = 'epay-bill.ebill.query';
const mine = 'M35040000001';
const notMine = 'M35040000002';

describe('who may do what at the gateway (ISO-02, ISO-03, RATE-01, TLS-02)', function () {
  this.timeout(60_000);
  let city: City;
  let owner: Party;
  let neighbour: Party;
  let paid: Readonly<Record<string, string>>;
  let open: Readonly<Record<string, string>>;
  let refunded: Readonly<Record<string, string>>;
  let today: string;
  before(async () => {
    city = await startCity();
    owner = await enrol(city, newParty('DEV-OWNER'), { merchantNos: [mine, notMine] });
    neighbour = await enrol(city, newParty('DEV-NEIGHBOUR', 'SM2'), { merchantNos: [mine] });
    const scanned = orderData(city, { barContent: freshCode('00'), userId: 'citizen-1' });
    today = String(scanned['orderDate']);
    paid = dataOf(await call(city, owner, barcode, scanned));
    open = dataOf(await call(city, owner, order, orderData(city)));
    refunded = dataOf(await call(city, owner, refund, refundData({ platformOrderNo: paid['platformOrderNo'] })));
    expect([paid['orderState'], refunded['refundState']]).to.deep.equal(['2', '1']);
  });
  after(async () => city.close());

  const refundData = (changes: Fields = {}): Fields => ({ merchantNo: mine, bizRefundOrderNo: freshNumber(), refundOrderDate: today, refundAmount: '100', refundTitle: '退款', ...changes });
  /** Both answers without the one thing that tells them apart by chance: the signature. */
  const said = ({ sign: _left, ...rest }: Parameters): Partial<Parameters> => rest;

  it('lets the owner see what the neighbour asks for below, so that each of those refusals has its one reason', async () => {
    expect(dataOf(await call(city, owner, orderQuery, { merchantNo: mine, platformOrderNo: paid['platformOrderNo'], orderDate: today }))).to.include({ orderState: '2' });
    expect(await call(city, owner, refundQuery, { merchantNo: mine, platformRefundOrderNo: refunded['platformRefundOrderNo'], refundOrderDate: today })).to.include({ code: '10000' });
    expect((dataOf(await call(city, owner, userOrders, { userId: 'citizen-1' }))['orders'])).to.have.length(1);
  });

  const probes: readonly (readonly [name: string, method: string, real: () => Fields, invented: () => Fields])[] = [
    ['query by platform number', orderQuery, () => ({ merchantNo: mine, platformOrderNo: paid['platformOrderNo'], orderDate: today }), () => ({ merchantNo: mine, platformOrderNo: '20260101000000000001000001', orderDate: today })],
    ['query by own number', orderQuery, () => ({ merchantNo: mine, bizOrderNo: paid['bizOrderNo'], orderDate: today }), () => ({ merchantNo: mine, bizOrderNo: 'NOBODYS', orderDate: today })],
    ['query at a payee that is not its own', orderQuery, () => ({ merchantNo: notMine, platformOrderNo: paid['platformOrderNo'], orderDate: today }), () => ({ merchantNo: 'M99', platformOrderNo: '1', orderDate: today })],
    ['close', close, () => ({ merchantNo: mine, platformOrderNo: open['platformOrderNo'], orderDate: today }), () => ({ merchantNo: mine, platformOrderNo: '20260101000000000001000001', orderDate: today })],
    ['close at a payee that is not its own', close, () => ({ merchantNo: notMine, platformOrderNo: open['platformOrderNo'], orderDate: today }), () => ({ merchantNo: 'M99', platformOrderNo: '1', orderDate: today })],
    ['refund', refund, () => refundData({ platformOrderNo: paid['platformOrderNo'] }), () => refundData({ platformOrderNo: '20260101000000000001000001' })],
    ['refund at a payee that is not its own', refund, () => refundData({ merchantNo: notMine, platformOrderNo: paid['platformOrderNo'] }), () => refundData({ merchantNo: 'M99', platformOrderNo: '1' })],
    ['refund query', refundQuery, () => ({ merchantNo: mine, platformRefundOrderNo: refunded['platformRefundOrderNo'], refundOrderDate: today }), () => ({ merchantNo: mine, platformRefundOrderNo: '20260101000000000001000001', refundOrderDate: today })],
    ['refund query by own number', refundQuery, () => ({ merchantNo: mine, bizRefundOrderNo: refunded['bizRefundOrderNo'], refundOrderDate: today }), () => ({ merchantNo: mine, bizRefundOrderNo: 'NOBODYS', refundOrderDate: today })],
    ['orders of a citizen', userOrders, () => ({ userId: 'citizen-1' }), () => ({ userId: 'citizen-2' })],
    ['orders of a citizen at the other\'s payee', userOrders, () => ({ userId: 'citizen-1', merchantNo: notMine }), () => ({ userId: 'citizen-2', merchantNo: 'M99' })],
    ['e-bills of an order', eBills, () => ({ merchantNo: mine, platformOrderNo: paid['platformOrderNo'] }), () => ({ merchantNo: mine, platformOrderNo: '20260101000000000001000001' })],
    ['e-bills at a payee that is not its own', eBills, () => ({ merchantNo: notMine, bizOrderNo: paid['bizOrderNo'] }), () => ({ merchantNo: 'M99', bizOrderNo: 'NOBODYS' })],
    ['order for a payee that is not its own', order, () => orderData(city, { merchantNo: notMine }), () => orderData(city, { merchantNo: 'M99' })],
  ];
  for (const [name, method, real, invented] of probes) {
    it(`answers the neighbour's ${name} as if the other's did not exist`, async () => {
      const [orders, refunds] = [await countOrders(city), await countOf(city, 'pay_refund')];
      const [answer, nothing] = [await call(city, neighbour, method, real()), await call(city, neighbour, method, invented())];
      expect(said(answer)).to.deep.equal(said(nothing));
      if (method === userOrders) expect(dataOf(answer)).to.deep.equal({ orders: [] });
      else expect([answer['code'], answer['subCode']]).to.be.deep.oneOf([['40004', 'ORDER_UNKNOWN'], ['40004', 'REFUND_UNKNOWN'], ['40302', undefined]]);
      expect([await countOrders(city), await countOf(city, 'pay_refund')]).to.deep.equal([orders, refunds]);
      expect((await city.resources.unitOfWork.read(({ orders: reader }) => reader.byNo(open['platformOrderNo'] ?? '')))?.state).to.equal('awaiting');
    });
  }

  it('shows an order only under all the numbers that belong to it', async () => {
    for (const changes of [{ bizOrderNo: open['bizOrderNo'] }, { orderDate: '20260101' }, { merchantNo: notMine }]) {
      expect(await call(city, owner, orderQuery, { merchantNo: mine, platformOrderNo: paid['platformOrderNo'], orderDate: today, ...changes })).to.include({ code: '40004', subCode: 'ORDER_UNKNOWN' });
    }
  });

  for (const method of Object.keys(gatewayMethods)) {
    it(`refuses ${method} to a developer who has every other method`, async () => {
      const party = await enrol(city, newParty(`DEV-NO-${method.replaceAll('.', '-')}`.slice(0, 64)), { allowedMethods: Object.keys(gatewayMethods).filter((one) => one !== method) });
      const reply = await postJson(city, envelope(city, party, method, orderData(city)));
      if (gatewayMethods[method as keyof typeof gatewayMethods].page) {
        expect([reply.status, reply.headers['content-type']]).to.deep.equal([400, 'text/html; charset=utf-8']);
        expect(reply.text).to.include('无此接口或商户的权限').and.to.include('返回码 40302');
      } else {
        expectRefusal(reply, { code: '40302' });
        expect(await isSignedByPlatform(city, party, answerOf(reply))).to.equal(true);
      }
    });
  }

  it('takes an empty list of methods, payees or origins as nothing at all', async () => {
    const bare = await enrol(city, newParty('DEV-BARE'), { allowedMethods: [] });
    expect(await call(city, bare, order, orderData(city))).to.include({ code: '40302' });
    await enrol(city, bare, { merchantNos: [] });
    expect(await call(city, bare, order, orderData(city))).to.include({ code: '40302' });
    expect(dataOf(await call(city, bare, userOrders, { userId: 'citizen-1' }))).to.deep.equal({ orders: [] });
    await enrol(city, bare, { allowedOrigins: [] });
    expect(await call(city, bare, order, orderData(city, { notifyUrl: `${city.businessUrl}/callbacks` }))).to.include({ code: '40004', subCode: 'URL_BAD' });
  });

  it('stops a developer the moment it is switched off', async () => {
    const party = await enrol(city, newParty('DEV-SWITCH'));
    expect(await call(city, party, order, orderData(city))).to.include({ code: '10000' });
    await enrol(city, party, { enabled: false });
    expect(await call(city, party, order, orderData(city))).to.include({ code: '40003', sign: '' });
  });

  describe('addresses', () => {
    it('takes a developer from its registered address and from no other, whatever the request says of itself', async () => {
      const party = await enrol(city, newParty('DEV-ADDRESS'), { allowedAddresses: ['127.0.0.1'] });
      expect(await call(city, party, order, orderData(city))).to.include({ code: '10000' });
      await enrol(city, party, { allowedAddresses: ['203.0.113.9', '127.0.0.10', '27.0.0.1'] });
      for (const headers of [{}, { 'x-forwarded-for': '203.0.113.9' }, { 'x-forwarded-for': '127.0.0.1, 203.0.113.9' }, { 'x-real-ip': '203.0.113.9' }, { forwarded: 'for=203.0.113.9' }, { 'x-client-ip': '203.0.113.9', host: '203.0.113.9' }]) {
        const orders = await countOrders(city);
        const reply = await postJson(city, envelope(city, party, order, orderData(city)), headers);
        expectRefusal(reply, { code: '40301' });
        expect([await isSignedByPlatform(city, party, answerOf(reply)), await countOrders(city)]).to.deep.equal([true, orders]);
      }
    });

    it('says nothing about addresses to somebody who cannot sign', async () => {
      const party = await enrol(city, newParty('DEV-ADDRESS-2'), { allowedAddresses: ['203.0.113.9'] });
      const reply = await postJson(city, envelope(city, { ...newParty('x'), devId: party.devId }, order, orderData(city)));
      expectRefusal(reply, { code: '40003' });
    });

    it('writes the socket\'s address into the audit, not the forwarded one', async () => {
      const party = await enrol(city, newParty('DEV-ADDRESS-3'));
      await postJson(city, envelope(city, party, order, orderData(city)), { 'x-forwarded-for': '203.0.113.77' });
      const rows = (await city.resources.engine.reader('audit_entry').where({ actor_code: party.devId })) as unknown as readonly Readonly<Record<string, unknown>>[];
      expect(rows).to.have.length(1);
      expect(JSON.stringify(rows)).to.include('127.0.0.1').and.to.not.include('203.0.113.77');
    });
  });

  describe('rate of a developer', () => {
    it('stops a burst with the time to wait, signs that answer, stores nothing of it, and leaves the next developer alone', async () => {
      const [greedy, quiet] = [await enrol(city, newParty('DEV-GREEDY'), { requestsPerSecond: 1 }), await enrol(city, newParty('DEV-QUIET', 'SM2'), { requestsPerSecond: 1 })];
      const orders = await countOrders(city);
      const replies = await Promise.all(Array.from({ length: 40 }, async () => postJson(city, envelope(city, greedy, order, orderData(city)))));
      const [served, stopped] = [replies.filter((reply) => reply.status === 200), replies.filter((reply) => reply.status === 429)];
      expect([served.length + stopped.length, await countOrders(city)]).to.deep.equal([40, orders + served.length]);
      // Ten seconds' worth at once, and a few more while a slow machine works.
      expect(served.length).to.be.within(10, 30);
      expectRefusal(stopped[0] as Reply, { code: '42900', status: 429 });
      expect(Number(stopped[0]?.headers['retry-after'])).to.be.above(0);
      expect(await isSignedByPlatform(city, greedy, answerOf(stopped[0] as Reply))).to.equal(true);
      expect(await call(city, quiet, order, orderData(city))).to.include({ code: '10000' });
    });

    it('cannot be used up by somebody who only knows the devId', async () => {
      const victim = await enrol(city, newParty('DEV-VICTIM'), { requestsPerSecond: 1 });
      const forger = { ...newParty('x'), devId: victim.devId };
      for (const reply of await Promise.all(Array.from({ length: 40 }, async () => postJson(city, envelope(city, forger, order, orderData(city)))))) expectRefusal(reply, { code: '40003' });
      expect(await call(city, victim, order, orderData(city))).to.include({ code: '10000' });
    });

    it('stands on real time: stepping the product\'s clock hands out nothing', async () => {
      const party = await enrol(city, newParty('DEV-CLOCK'), { requestsPerSecond: 1 });
      await Promise.all(Array.from({ length: 30 }, async () => call(city, party, order, orderData(city))));
      city.advance(60_000);
      const replies = await Promise.all([1, 2, 3].map(async () => postJson(city, envelope(city, party, order, orderData(city)))));
      expect(replies.some((reply) => reply.status === 429)).to.equal(true);
    });

    it('tells a browser of a page method when to come again', async () => {
      const party = await enrol(city, newParty('DEV-PAGES'), { requestsPerSecond: 1 });
      const replies = await Promise.all(Array.from({ length: 20 }, async () => postJson(city, envelope(city, party, 'epay-trade-core.wappage.order.create', orderData(city)))));
      const stopped = replies.find((reply) => reply.status === 429);
      expect(stopped?.headers['retry-after']).to.equal('1');
      expect(stopped?.text).to.include('返回码 42900');
    });
  });
});
