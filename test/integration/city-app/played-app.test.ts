import { expect } from 'chai';
import { PlayedApp, platformOrderNo, type ShownPushes } from './played-app.js';

describe('the played city app', () => {
  let app: PlayedApp;
  beforeEach(async () => { app = await PlayedApp.start(); });
  afterEach(() => app.close());
  const pushes = (): Promise<ShownPushes> => app.sim<ShownPushes>('bills');
  const fates = async (): Promise<readonly string[]> => (await pushes()).pushes.map(({ fate }) => fate);
  const fault = (body: object): Promise<Response> => app.control('faults', body);

  describe('as a business app inside it (mode 1)', () => {
    it('orders as its own developer with its user and the page of the bill, and opens the cashier in the same window', async () => {
      const answer = await app.post('/business/orders', { paper: 'passport' });
      expect([answer.status, answer.headers.get('location')]).to.deep.equal([303, `${app.gateway.url}/cashier`]);
      const seen = app.gateway.seen.at(-1) ?? expect.fail('nothing came');
      expect([seen.verified, seen.envelope['devId'], seen.envelope['method']]).to.deep.equal([true, 'DEV-CITYAPP-0001', 'epay-trade-core.wap.order.create']);
      expect(seen.data).to.include({ userId: 'esm-100001', merchantNo: 'M35040000002', orderAmount: '12000', personBillDetailUrl: `${app.app.baseUrl}/business/orders/${String(seen.data['bizOrderNo'])}` });
      // The business app knows its payer; the number of a document is nobody's business here.
      expect(seen.data).to.include({ payerName: '林小三', payerMobile: '13859881001' }).and.not.have.any.keys('payerCertNo');
    });

    it('believes a verified callback about its own money, once, and nothing else', async () => {
      await app.post('/business/orders', { paper: 'passport' });
      expect(await app.tell('business', '2', { orderAmount: '1' })).to.equal(400);
      expect(await app.tell('business', '2', { bizOrderNo: 'other' })).to.equal(400);
      expect((await app.send('/business/callbacks', 'DEV-ESM-0001', 'epay-trade-core.order.notify', {})).status).to.equal(400);
      expect(await app.newest('business')).to.include({ state: '0', callbacks: 0 });
      expect([await app.tell('business', '2'), await app.tell('business', '4')]).to.deep.equal([200, 200]);
      expect(await app.newest('business')).to.include({ state: '2', callbacks: 2 });
    });

    it('asks for no more back than was paid', async () => {
      await app.post('/business/orders', { paper: 'passport' });
      await app.tell('business', '2');
      const path = `/business/orders/${String((await app.newest('business')).request['bizOrderNo'])}/refunds`;
      await app.post(path, { amount: '120.01' });
      expect((await app.newest('business')).refunds).to.deep.equal([]);
      await app.post(path, { amount: '120' });
      const { refunds: [asked] } = await app.newest('business');
      expect(asked?.state).to.equal('1');
      const done = { bizRefundOrderNo: asked?.request['bizRefundOrderNo'], refundOrderDate: '20261101', platformRefundOrderNo: '9', platformRefundTradeNo: '91', refundState: '2', refundStateMsg: '退款成功', refundAmount: '12000' };
      const told = (data: object): Promise<Response> => app.send('/business/callbacks', 'DEV-CITYAPP-0001', 'epay-trade-core.refund.notify', data);
      expect([(await told({ ...done, refundAmount: '1' })).status, (await told(done)).status]).to.deep.equal([400, 200]);
      expect((await app.newest('business')).refunds[0]?.state).to.equal('2');
    });
  });

  describe('with its payment zone (mode 2)', () => {
    const dueNo = 'DUE0002';

    it('orders as its own developer for the unit that is owed, with the number of the business system for people', async () => {
      await app.post('/zone/orders', { due: dueNo });
      const { envelope, data } = app.gateway.seen.at(-1) ?? expect.fail('nothing came');
      expect(envelope['devId']).to.equal('DEV-ESM-0001');
      expect(data).to.include({ merchantNo: 'M35040000002', orderDescription: '行政审批系统 YW20260002', notifyUrl: `${app.app.baseUrl}/zone/callbacks` });
      expect(data).not.to.have.property('personBillDetailUrl');
    });

    it('uses an order that can still be paid again, and makes a new one when it is closed', async () => {
      await app.post('/zone/orders', { due: dueNo });
      const first = (await app.newest('zone')).request['bizOrderNo'];
      await app.post('/zone/orders', { due: dueNo });
      expect([(await app.newest('zone')).request['bizOrderNo'], app.gateway.seen.length]).to.deep.equal([first, 1]);
      await app.tell('zone', '4');
      app.clock.advance(1_000);
      await app.post('/zone/orders', { due: dueNo });
      expect((await app.newest('zone')).request['bizOrderNo']).not.to.equal(first);
    });

    it('tells the business system of a payment once, and not before it is paid', async () => {
      await app.post('/zone/orders', { due: dueNo });
      await app.tell('zone', '1');
      expect(await app.newest('zone')).not.to.have.property('toldBusinessAt');
      await app.tell('zone', '2');
      const { toldBusinessAt } = await app.newest('zone');
      app.clock.advance(60_000);
      await app.tell('zone', '2');
      expect([typeof toldBusinessAt, (await app.newest('zone')).toldBusinessAt]).to.deep.equal(['number', toldBusinessAt]);
      expect(await app.page('/zone')).to.include('已通知行政审批系统');
    });

    it('pays nobody else\'s due', async () => {
      await app.post('/user', { userId: 'esm-100002' });
      expect((await app.post('/zone/orders', { due: dueNo })).status).to.equal(404);
      expect(app.gateway.seen).to.deep.equal([]);
    });
  });

  describe('keeping personal bills', () => {
    it('keeps one record for each order, whatever comes twice or late', async () => {
      await app.push();
      await app.push();
      await app.push({ state: 'REFUNDED', refundedAmount: '12000' }, { timestamp: '20261101130000' });
      expect(await (await app.push({}, { timestamp: '20261101125959' })).json()).to.deep.equal({ code: '0000', msg: 'success' });
      expect(await fates()).to.deep.equal(['stored', 'repeated', 'stored', 'outdated']);
      expect((await pushes()).bills.map(({ bill }) => [bill['platformOrderNo'], bill['state']])).to.deep.equal([[platformOrderNo, 'REFUNDED']]);
    });

    it('refuses what the platform did not sign for this app, and keeps nothing of it', async () => {
      expect((await app.push({}, { sign: 'e30=' })).status).to.equal(401);
      expect((await app.send('/openapi/personal-bill/push', 'DEV-ESM-0001', 'epay-user.bill.push', {})).status).to.equal(401);
      expect((await app.send('/openapi/personal-bill/push', 'DEV-CITYAPP-0001', 'epay-trade-core.order.notify', {})).status).to.equal(401);
      expect([await fates(), (await pushes()).bills]).to.deep.equal([['rejected', 'rejected', 'rejected'], []]);
    });

    it('shows a user their own bills only, and what others wrote as text', async () => {
      await app.push({ title: '<img src=x>' });
      expect(await app.page('/bills')).to.include('&lt;img').and.to.include('已缴费').and.not.to.include('<img src=x');
      await app.post('/user', { userId: 'esm-100002' });
      expect(await app.page('/bills')).to.include('还没有账单');
    });

    it('answers 500, no, or odd words as often as planned, and then well', async () => {
      for (const [name, times] of [['error-500', 2], ['refuse', 1], ['wrong-text', 1]] as const) await fault({ target: 'push', fault: name, times });
      const answers = [];
      for (let round = 0; round < 5; round += 1) {
        const answer = await app.push();
        answers.push(`${answer.status} ${(await answer.text()).slice(0, 14)}`);
      }
      expect(answers).to.deep.equal(['500 {"code":"9999"', '500 {"code":"9999"', '200 {"code":"9999"', '200 <html><body>ok', '200 {"code":"0000"'].map((one) => one.slice(0, 18)));
      expect(await fates()).to.deep.equal(['fault', 'fault', 'fault', 'stored', 'repeated']);
    });

    it('stores what it answers slowly, and lets go when it is closed', async () => {
      await fault({ target: 'push', fault: 'slow', settings: { ms: 60_000 } });
      const answer = app.push().then(() => 'answered', () => 'cut off');
      while ((await fates()).length === 0) await new Promise((resolve) => { setTimeout(resolve, 5); });
      expect(await fates()).to.deep.equal(['stored']);
      await app.app.close();
      expect(await answer).to.be.oneOf(['answered', 'cut off']);
    });
  });

  it('takes controls from this machine only, and no faults that it does not have', async () => {
    expect((await fault({ target: 'push', fault: 'gone' })).status).to.equal(400);
    expect((await fault({ target: 'constructor', fault: 'error-500' })).status).to.equal(400);
    expect((await fault({ target: 'push', fault: 'slow', times: 0 })).status).to.equal(400);
    expect((await app.control('faults', { target: 'push', fault: 'slow' }, { origin: 'http://evil.example' })).status).to.equal(403);
    expect((await fetch(`${app.app.baseUrl}/sim/faults`, { method: 'POST', body: '{"target":"push","fault":"slow"}' })).status).to.equal(403);
    expect(await app.sim('faults')).to.deep.equal([]);
  });

  it('offers its tabs and the texts that phones received', async () => {
    for (const path of ['/', '/business', '/zone', '/bills']) expect(await app.page(path)).to.include('缴费专区（模式二）').and.to.include('收到的短信').and.to.include('模拟环境');
    expect((await fetch(`${app.app.baseUrl}/business/orders/none`)).status).to.equal(404);
    expect((await app.post('/business/orders', { paper: 'none' })).status).to.equal(404);
  });

  it('keeps an order without a believable answer as unknown, and a refused one with its reason', async () => {
    await app.close();
    let code = '20000';
    app = await PlayedApp.start(() => ({ code, subCode: 'NO_CHANNEL' }));
    expect((await app.post('/business/orders', { paper: 'identity' })).headers.get('location')).to.match(/^\/business\/orders\/ZZ/);
    expect((await app.newest('business')).state).to.be.oneOf(['unknown', 'refused']);
    code = '40004';
    await app.post('/business/orders', { paper: 'identity' });
    expect(await app.page(`/business/orders/${String((await app.newest('business')).request['bizOrderNo'])}`)).to.include('平台拒绝').and.to.include('NO_CHANNEL');
  });
});
