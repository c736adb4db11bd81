import { expect } from 'chai';
import { openChannel, attemptNoOf } from '../../support/payer.js';
import { expectBooksToAgree } from './books.js';
import { Life } from './life.js';

const closeName = ({ merchantNo, platformOrderNo, orderDate }: { merchantNo: string; platformOrderNo: string; orderDate: string }) => ({ merchantNo, platformOrderNo, orderDate });

describe('money that arrives when nobody expects it any more', function () {
  this.timeout(60_000);
  let life: Life;
  before(async () => { life = await Life.start(); });
  after(async () => life.close());
  afterEach(async () => expectBooksToAgree(life));

  for (const channel of ['alipay', 'unionpay'] as const) {
    it(`keeps and gives back what a payer pays at ${channel} on a page that was open when the order was closed`, async () => {
      const placed = await life.place();
      const handover = await life.handover(placed, channel);
      const attemptNo = attemptNoOf(handover);
      // Alipay knows no trade before the payer signs in, UnionPay none before the page is opened: there is nothing to close there.
      if (channel === 'alipay') await openChannel(handover);
      expect((await life.client.closeOrder(closeName(placed))).orderState).to.equal('4');
      if (channel === 'unionpay') await openChannel(handover);
      await life.pay(channel, attemptNo);
      const kept = await life.stepUntil('the late money is back', placed.platformOrderNo, ({ abnormal }) => abnormal[0]?.handleState === 'handled');
      expect(kept.abnormal.map(({ kind, amount }) => [kind, amount])).to.deep.equal([['paid-after-close', 8000n]]);
      expect(kept.attempts.map(({ state }) => state)).to.deep.equal(['late']);
      expect(kept.refunds.map(({ origin, state, refundAmount }) => [origin, state, refundAmount])).to.deep.equal([['rule', 'refunded', 8000n]]);
      expect(await life.query(placed)).to.include({ orderState: '4', orderStateMsg: '业务系统已关闭订单' }).and.not.have.property('channelOrderNo');
      expect(await life.toldPayments(placed.path)).to.deep.equal([]);
      expect(await life.audited(placed.platformOrderNo)).to.include.members(['order.closed', 'order.paid-late']);
    });
  }

  it('closes at Alipay what can be closed there, so that nothing late can come', async () => {
    const placed = await life.place();
    const attemptNo = await life.open(placed, 'alipay');
    await life.sim('alipay', 'POST', `trades/${attemptNo}/sign-in`, {});
    expect((await life.client.closeOrder(closeName(placed))).orderState).to.equal('4');
    expect((await life.kept(placed.platformOrderNo)).attempts[0]?.state).to.equal('ended');
    expect(await life.sim('alipay', 'POST', `trades/${attemptNo}/pay`, {}).then(() => 'paid', (error: Error) => error.message)).to.include('409');
  });

  it('finds the order paid when it is closed while the payer was paying and the message is lost', async () => {
    const placed = await life.place();
    const attemptNo = await life.open(placed, 'alipay');
    await life.fault('alipay', 'notify', 'never');
    await life.pay('alipay', attemptNo);
    const refused = await life.client.closeOrder(closeName(placed)).then(() => undefined, (error: unknown) => error);
    expect(refused).to.include({ code: '40004', subCode: 'ORDER_PAID' });
    expect((await life.query(placed)).orderState).to.equal('2');
    expect((await life.toldPayments(placed.path)).map(({ orderState }) => orderState)).to.deep.equal(['2']);
  });

  it('finds the order paid at its expiry when every message was lost', async () => {
    const placed = await life.place({ orderExpiredTime: '5' });
    const attemptNo = await life.open(placed, 'alipay');
    await life.fault('alipay', 'notify', 'never');
    await life.fault('alipay', 'alipay.trade.query', 'drop-before', { times: 3 });
    await life.pay('alipay', attemptNo);
    await life.step(5 * 60_000 + 1_000);
    await life.stepUntil('the order is paid', placed.platformOrderNo, ({ order }) => order.state === 'paid');
    await life.sim('alipay', 'DELETE', 'faults');
    expect((await life.kept(placed.platformOrderNo)).abnormal).to.deep.equal([]);
  });

  it('keeps a bank page that UnionPay charged after the time limit (42) and gives it back by rule', async () => {
    const placed = await life.place({ orderExpiredTime: '2' });
    const attemptNo = await life.open(placed, 'unionpay');
    await life.step(121_000);
    await life.pay('unionpay', attemptNo, { late: true });
    const kept = await life.stepUntil('the money of 42 is back', placed.platformOrderNo, ({ abnormal }) => abnormal[0]?.handleState === 'handled', 20_000);
    expect(kept.abnormal.map(({ kind, note }) => [kind, note])).to.deep.equal([['channel-error', '渠道应答码 42']]);
    expect(kept.attempts[0]?.state).to.equal('stray');
    expect(kept.refunds.map(({ origin, state }) => [origin, state])).to.deep.equal([['rule', 'refunded']]);
    expect((await life.stepUntil('the order is closed', placed.platformOrderNo, ({ order }) => order.state === 'closed', 30_000)).order.stateMsg).to.equal('支付超时');
  });

  for (const code of ['74', '75']) {
    it(`records UnionPay's ${code} (charged, write-off open) for a person and refunds nothing by itself, and asks on until UnionPay knows`, async () => {
      const placed = await life.place();
      const attemptNo = await life.open(placed, 'unionpay');
      await life.fault('unionpay', 'notify', 'count', { count: 0 });
      await life.pay('unionpay', attemptNo);
      await life.fault('unionpay', 'query', code, { times: 50 });
      const kept = await life.stepUntil(`the word ${code} is kept`, placed.platformOrderNo, ({ abnormal }) => abnormal.length > 0);
      await life.step(60_000);
      expect(kept.abnormal.map(({ kind, note, handleState }) => [kind, note, handleState])).to.deep.equal([['channel-error', `渠道应答码 ${code}`, 'pending']]);
      expect((await life.kept(placed.platformOrderNo)).refunds).to.deep.equal([]);
      expect(await life.query(placed)).to.include({ orderState: '3', orderStateMsg: '渠道已扣款但交易未成功，款项待核实退回，请勿重复支付' });
      await life.sim('unionpay', 'DELETE', 'faults');
      const found = await life.stepUntil('UnionPay has found out that the payment stands', placed.platformOrderNo, ({ order }) => order.state === 'paid', 60_000);
      expect([found.attempts[0]?.state, found.refunds]).to.deep.equal(['paid', []]);
    });
  }

  for (const channel of ['alipay', 'unionpay'] as const) {
    it(`loses and doubles nothing when business systems close ten orders at the very moment their payers pay through ${channel}`, async () => {
      const orders = await Promise.all(Array.from({ length: 10 }, async () => {
        const placed = await life.place();
        const handover = await life.handover(placed, channel);
        await openChannel(handover);
        return { ...placed, attemptNo: attemptNoOf(handover) };
      }));
      await Promise.all(orders.flatMap((order) => [
        life.pay(channel, order.attemptNo).catch(() => 'closed before'),
        life.client.closeOrder(closeName(order)).catch(() => 'paid or asking'),
      ]));
      for (let steps = 0; steps < 8; steps += 1) await life.step(15_000);
      for (const { platformOrderNo, path } of orders) {
        const { order, attempts, abnormal, refunds } = await life.kept(platformOrderNo);
        const late = attempts[0]?.state === 'late';
        expect([order.state, attempts[0]?.state]).to.be.deep.oneOf([['paid', 'paid'], ['closed', 'late'], ['closed', 'ended'], ['closed', 'open']]);
        expect(abnormal.map(({ handleState }) => handleState)).to.deep.equal(late ? ['handled'] : []);
        expect(refunds.map(({ state }) => state)).to.deep.equal(late ? ['refunded'] : []);
        expect((await life.toldPayments(path)).map(({ orderState }) => orderState)).to.deep.equal(order.state === 'paid' ? ['2'] : []);
      }
    });
  }

  it('loses and doubles nothing when ten orders expire at the very moment their payers pay', async () => {
    const orders = await Promise.all(Array.from({ length: 10 }, async (_none, index) => {
      const channel = index % 2 === 0 ? 'alipay' as const : 'unionpay' as const;
      const placed = await life.place({ orderExpiredTime: '2' });
      return { ...placed, channel, attemptNo: await life.open(placed, channel) };
    }));
    await life.step(119_400);
    const paying = orders.map(async ({ channel, attemptNo }) => life.pay(channel, attemptNo, { late: true }).then(() => true, () => false));
    life.city.advance(1_000);
    const moved = await Promise.all(paying);
    for (let steps = 0; steps < 12; steps += 1) await life.step(15_000);
    for (const [index, { platformOrderNo }] of orders.entries()) {
      const { order, attempts, refunds } = await life.kept(platformOrderNo);
      expect(order.state).to.be.oneOf(['paid', 'closed']);
      if (order.state === 'paid') expect(moved[index]).to.equal(true);
      const givenBack = ['late', 'stray'].includes(attempts[0]?.state ?? '');
      expect(refunds.map(({ origin, state }) => [origin, state])).to.deep.equal(givenBack ? [['rule', 'refunded']] : []);
    }
  });
});
