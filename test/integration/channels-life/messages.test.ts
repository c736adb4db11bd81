import { expect } from 'chai';
import type { UnitOfWork } from '../../../application/ports/unit-of-work.js';
import type { Life } from '../payments/life.js';
import { Mailbox } from './mailbox.js';

describe('messages of the channels about money', function () {
  this.timeout(60_000);
  let mailbox: Mailbox;
  let life: Life;
  before(async () => { mailbox = await Mailbox.start(); life = mailbox.life; });
  after(async () => life.close());
  afterEach(async () => mailbox.check());

  it('records a genuine message with another amount as AMOUNT_MISMATCH once, acknowledges it, books nothing of it and asks the channel', async () => {
    const placed = await mailbox.opened('alipay');
    await life.fault('alipay', 'notify', 'wrong-amount', { amount: '0.01' });
    await life.fault('alipay', 'alipay.trade.query', '20000', { times: 1 });
    await life.pay('alipay', placed.attemptNo);
    expect((await mailbox.sent(placed.attemptNo))[0]?.state).to.equal('delivered');
    const kept = await life.kept(placed.platformOrderNo);
    expect(kept.abnormal.map(({ kind, amount, handleState }) => [kind, amount, handleState])).to.deep.equal([['amount-mismatch', 1n, 'pending']]);
    await life.stepUntil('the channel\'s own word settles the order', placed.platformOrderNo, ({ order }) => order.state === 'paid');
    expect((await life.audited(placed.platformOrderNo)).filter((action) => action === 'order.amount-differs')).to.have.length(1);
  });

  it('asks a channel that answers with another amount on its ladder only, not in a circle', async () => {
    const placed = await mailbox.opened('alipay');
    await life.fault('alipay', 'notify', 'wrong-amount', { amount: '0.01', times: 9 });
    await life.fault('alipay', 'alipay.trade.query', 'wrong-amount', { amount: '0.01', times: 100 });
    await life.pay('alipay', placed.attemptNo);
    await mailbox.sent(placed.attemptNo);
    await life.step(1_000);
    await life.step(60_000);
    const asked = 100 - Number(((await life.sim('alipay', 'GET', 'faults'))['planned'] as readonly { fault: string; target: string; times: number }[]).find(({ target }) => target === 'alipay.trade.query')?.times ?? 0);
    expect(asked).to.be.within(1, 5);
    expect((await life.kept(placed.platformOrderNo)).abnormal).to.have.length(1);
    expect((await life.audited(placed.platformOrderNo)).filter((action) => action === 'order.amount-differs')).to.have.length(1);
    expect((await life.query(placed)).orderState).to.not.equal('2');
    await life.sim('alipay', 'DELETE', 'faults');
    await life.stepUntil('the channel\'s true word settles the order', placed.platformOrderNo, ({ order }) => order.state === 'paid', 60_000);
  });

  it('makes one event of fifty repeats of a message, at once and later (PAY-03, CHN-05)', async () => {
    const placed = await mailbox.opened('alipay');
    await life.pay('alipay', placed.attemptNo);
    await life.state(placed, '2');
    const before = await life.audited(placed.platformOrderNo);
    await Promise.all(Array.from({ length: 50 }, async () => life.sim('alipay', 'POST', `trades/${placed.attemptNo}/notify`, {})));
    const all = await mailbox.sent(placed.attemptNo);
    expect(all.map(({ state }) => state)).to.deep.equal(Array.from({ length: 51 }, () => 'delivered'));
    expect(await life.audited(placed.platformOrderNo)).to.deep.equal(before);
    expect(await life.toldPayments(placed.path)).to.have.length(1);
  });

  it('makes one event of five UnionPay messages that come at the same moment', async () => {
    const placed = await mailbox.opened('unionpay');
    await life.fault('unionpay', 'notify', 'count', { count: 5 });
    await life.pay('unionpay', placed.attemptNo);
    await life.state(placed, '2');
    await life.quiet();
    expect(await mailbox.paidEvents(placed)).to.equal(1);
    expect(await life.toldPayments(placed.path)).to.have.length(1);
  });

  it('makes one event of message, query, return and close at once (PAY-03)', async () => {
    const placed = await mailbox.opened('alipay');
    const { merchantNo, platformOrderNo, orderDate } = placed;
    await life.pay('alipay', placed.attemptNo);
    await Promise.all([
      ...Array.from({ length: 5 }, async () => life.client.closeOrder({ merchantNo, platformOrderNo, orderDate }).catch(() => undefined)),
      ...Array.from({ length: 5 }, async () => fetch(`${life.city.baseUrl}/channels/alipay/return?out_trade_no=${placed.attemptNo}`, { redirect: 'manual' })),
      ...Array.from({ length: 5 }, async () => life.sim('alipay', 'POST', `trades/${placed.attemptNo}/notify`, {})),
    ]);
    await life.state(placed, '2');
    await mailbox.sent(placed.attemptNo);
    expect(await mailbox.paidEvents(placed)).to.equal(1);
    expect((await life.toldPayments(placed.path)).map(({ orderState }) => orderState)).to.deep.equal(['2']);
  });

  it('stays right when the message of the refund overtakes the message of the payment', async () => {
    const placed = await mailbox.opened('alipay');
    await life.fault('alipay', 'notify', 'out-of-order');
    await life.pay('alipay', placed.attemptNo);
    await life.stepUntil('the query finds the payment', placed.platformOrderNo, ({ order }) => order.state === 'paid', 10_000);
    await life.refund(placed, '3000');
    await life.stepUntil('the refund is done', placed.platformOrderNo, ({ refunds }) => refunds[0]?.state === 'refunded');
    expect((await mailbox.sent(placed.attemptNo)).map(({ state }) => state)).to.deep.equal(['delivered', 'delivered']);
    expect(await life.query(placed)).to.include({ orderState: '2', refundedAmount: '3000' });
    expect(await mailbox.paidEvents(placed)).to.equal(1);
  });

  for (const fault of ['odd-content-type', 'extra-field', 'twice']) {
    it(`takes a genuine Alipay message with ${fault}`, async () => {
      const placed = await mailbox.opened('alipay');
      await life.fault('alipay', 'notify', fault);
      await life.pay('alipay', placed.attemptNo);
      await life.state(placed, '2');
      expect((await mailbox.sent(placed.attemptNo))[0]?.state).to.equal('delivered');
      expect(await mailbox.paidEvents(placed)).to.equal(1);
    });
  }

  it('takes a word it has never seen for "ask", never for a no or a yes', async () => {
    const placed = await mailbox.opened('alipay');
    await life.fault('alipay', 'notify', 'unknown-status', { times: 1 });
    await life.fault('alipay', 'alipay.trade.query', 'unknown-status', { times: 2 });
    await life.pay('alipay', placed.attemptNo);
    await mailbox.sent(placed.attemptNo);
    await life.quiet();
    expect((await life.query(placed)).orderState).to.equal('1');
    await life.stepUntil('the channel says a word we know', placed.platformOrderNo, ({ order }) => order.state === 'paid');
  });

  it('answers no acceptance when the news could not be stored, and stores the channel\'s repeat (CHN-05)', async () => {
    const placed = await mailbox.opened('alipay');
    const { unitOfWork } = life.city.resources as { unitOfWork: { run: UnitOfWork['run'] } };
    const { run } = unitOfWork;
    await life.quiet();
    let broken = 0;
    unitOfWork.run = async () => { broken += 1; unitOfWork.run = run; throw new Error('the database went away'); };
    await life.pay('alipay', placed.attemptNo);
    expect((await mailbox.sent(placed.attemptNo))[0]?.state).to.equal('waiting');
    expect(broken).to.equal(1);
    expect((await life.query(placed)).orderState).to.equal('1');
    await life.step(240_000);
    await life.state(placed, '2');
    expect(await mailbox.paidEvents(placed)).to.equal(1);
  });

  it('takes Alipay\'s TRADE_CLOSED of an unpaid trade for the end of that attempt, not of the order', async () => {
    const placed = await mailbox.opened('alipay');
    await life.sim('alipay', 'POST', `trades/${placed.attemptNo}/sign-in`, {});
    await life.sim('alipay', 'POST', `trades/${placed.attemptNo}/cancel`, {});
    await life.sim('alipay', 'POST', `trades/${placed.attemptNo}/notify`, {});
    await life.state(placed, '0');
    expect((await life.kept(placed.platformOrderNo)).attempts[0]?.state).to.equal('ended');
    const second = await life.open(placed, 'unionpay');
    await life.pay('unionpay', second);
    await life.state(placed, '2');
  });

  it('takes TRADE_FINISHED of a paid trade for nothing new, and for paid where it comes first', async () => {
    for (const lost of [false, true]) {
      const placed = await mailbox.opened('alipay');
      if (lost) await life.fault('alipay', 'notify', 'never');
      await life.pay('alipay', placed.attemptNo);
      if (!lost) await life.state(placed, '2');
      await life.sim('alipay', 'POST', `trades/${placed.attemptNo}/finish`, {});
      await life.sim('alipay', 'POST', `trades/${placed.attemptNo}/notify`, {});
      await life.state(placed, '2');
      await life.quiet();
      expect(await mailbox.paidEvents(placed)).to.equal(1);
      expect(await life.toldPayments(placed.path)).to.have.length(1);
    }
  });
});
