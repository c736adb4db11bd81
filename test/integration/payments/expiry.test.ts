import { expect } from 'chai';
import { expectBooksToAgree } from './books.js';
import { Life, refusalOf } from './life.js';

describe('the end of an unpaid order', function () {
  this.timeout(60_000);
  let life: Life;
  before(async () => { life = await Life.start(); });
  after(async () => life.close());
  afterEach(async () => {
    await life.sim('alipay', 'DELETE', 'faults');
    await life.sim('unionpay', 'DELETE', 'faults');
    await expectBooksToAgree(life);
  });

  const minutes = { orderExpiredTime: '2' };
  const named = ({ merchantNo, platformOrderNo, orderDate }: { merchantNo: string; platformOrderNo: string; orderDate: string }) => ({ merchantNo, platformOrderNo, orderDate });

  it('closes an order nobody ever paid at its minute and says 支付超时', async () => {
    const placed = await life.place(minutes);
    await life.step(119_000);
    expect((await life.query(placed)).orderState).to.equal('0');
    await life.step(1_500);
    expect(await life.query(placed)).to.include({ orderState: '4', orderStateMsg: '支付超时' });
    expect(await (await fetch(placed.cashierUrl)).text()).to.include('支付超时');
    expect(await life.toldPayments(placed.path)).to.deep.equal([]);
    expect(await life.audited(placed.platformOrderNo)).to.deep.equal(['order.placed', 'order.closed']);
  });

  for (const [fault, times] of [['20000', 5], ['drop-before', 5], ['http-500', 5], ['unsigned', 5], ['unknown-status', 5], ['timeout', 2]] as const) {
    it(`asks Alipay again and closes only after a clean answer when it answers an expired order's query with ${fault}`, async () => {
      const placed = await life.place(minutes);
      const attemptNo = await life.open(placed, 'alipay');
      await life.sim('alipay', 'POST', `trades/${attemptNo}/sign-in`, {});
      await life.step(100_000);
      // Alipay closes its own trade at the same moment; its message about that is lost.
      await life.fault('alipay', 'notify', 'never');
      await life.fault('alipay', 'alipay.trade.query', fault, { times });
      await life.step(21_000);
      const seen = await life.query(placed);
      expect(seen.orderState).to.not.equal('4');
      const kept = await life.stepUntil('the order is closed', placed.platformOrderNo, ({ order }) => order.state === 'closed', 6_000);
      expect(kept.order.stateMsg).to.equal('支付超时');
      expect(kept.attempts[0]?.state).to.equal('ended');
    });
  }

  it('books a payment that Alipay hid behind 20000 until after the expiry instead of closing over it', async () => {
    const placed = await life.place(minutes);
    const attemptNo = await life.open(placed, 'alipay');
    await life.fault('alipay', 'notify', 'never');
    await life.pay('alipay', attemptNo);
    await life.fault('alipay', 'alipay.trade.query', '20000', { times: 6 });
    await life.step(121_000);
    await life.stepUntil('the order is paid', placed.platformOrderNo, ({ order }) => order.state === 'paid');
    expect((await life.kept(placed.platformOrderNo)).abnormal).to.deep.equal([]);
  });

  it('closes an order whose UnionPay page was opened and left, though UnionPay only says 05, and goes on asking for three days', async () => {
    const placed = await life.place(minutes);
    await life.open(placed, 'unionpay');
    await life.step(121_000);
    const closed = await life.stepUntil('the order is closed', placed.platformOrderNo, ({ order }) => order.state === 'closed', 5_000);
    expect(closed.order.stateMsg).to.equal('支付超时');
    expect(closed.attempts[0]?.state).to.equal('open');
    await life.step(3_600_000);
    const [job] = await life.rows('outbox', { topic: 'query-attempt', job_key: closed.attempts[0]?.attemptNo ?? '' });
    expect(job?.['state']).to.equal('READY');
    for (let hours = 0; hours < 80; hours += 8) await life.step(8 * 3_600_000);
    expect((await life.rows('outbox', { job_key: closed.attempts[0]?.attemptNo ?? '' }))[0]?.['state']).to.equal('DONE');
    expect(life.city.log.some((line) => line.includes('attempt-left-to-bill'))).to.equal(true);
  });

  it('does not close over a UnionPay page while UnionPay does not answer at all', async () => {
    const placed = await life.place(minutes);
    await life.open(placed, 'unionpay');
    await life.step(100_000);
    await life.fault('unionpay', 'query', 'drop-before', { times: 50 });
    for (let step = 0; step < 4; step += 1) await life.step(20_000);
    expect((await life.query(placed)).orderState).to.equal('1');
    await life.sim('unionpay', 'DELETE', 'faults');
    await life.stepUntil('the order is closed', placed.platformOrderNo, ({ order }) => order.state === 'closed', 60_000);
  });

  it('refuses to close a paid order and says so', async () => {
    const placed = await life.paid();
    expect(await refusalOf(life.client.closeOrder(named(placed)))).to.include({ code: '40004', subCode: 'ORDER_PAID' });
  });

  it('answers 20000 to a close while the channel has not said clearly that nobody paid, and closes when asked again', async () => {
    const placed = await life.place();
    const attemptNo = await life.open(placed, 'alipay');
    await life.sim('alipay', 'POST', `trades/${attemptNo}/sign-in`, {});
    await life.fault('alipay', 'alipay.trade.query', '20000');
    expect(await refusalOf(life.client.closeOrder(named(placed)))).to.include({ code: '20000' });
    await life.fault('alipay', 'alipay.trade.close', '20000');
    expect(await refusalOf(life.client.closeOrder(named(placed)))).to.include({ code: '20000' });
    expect((await life.query(placed)).orderState).to.be.oneOf(['0', '1']);
    expect(await life.client.closeOrder(named(placed))).to.include({ orderState: '4', orderStateMsg: '业务系统已关闭订单' });
    expect(await life.client.closeOrder(named(placed))).to.include({ orderState: '4' });
    expect((await life.audited(placed.platformOrderNo)).filter((action) => action === 'order.closed')).to.have.length(1);
  });

  it('closes only the caller\'s own orders', async () => {
    const placed = await life.place();
    expect(await refusalOf(life.city.sm2.closeOrder(named(placed)))).to.include({ subCode: 'ORDER_UNKNOWN' });
    expect((await life.query(placed)).orderState).to.equal('0');
  });
});
