import { expect } from 'chai';
import { expectBooksToAgree } from '../payments/books.js';
import { Life, type Channel } from '../payments/life.js';

describe('answers that leave a payment open', function () {
  this.timeout(60_000);
  let life: Life;
  before(async () => { life = await Life.start(); });
  after(async () => life.close());
  afterEach(async () => {
    await life.sim('alipay', 'DELETE', 'faults');
    await life.sim('unionpay', 'DELETE', 'faults');
    await expectBooksToAgree(life);
  });

  const silentlyPaid = async (channel: Channel) => {
    const placed = await life.place();
    const attemptNo = await life.open(placed, channel);
    await (channel === 'alipay' ? life.fault('alipay', 'notify', 'never') : life.fault('unionpay', 'notify', 'count', { count: 0 }));
    await life.pay(channel, attemptNo);
    return { ...placed, attemptNo };
  };

  /** Whatever the two first queries say: nothing is decided, nothing told, and the next believable answer is. */
  const staysOpenThenPaid = async (channel: Channel, target: string, fault: string): Promise<void> => {
    const placed = await silentlyPaid(channel);
    await life.fault(channel, target, fault, { times: 2 });
    await life.step(11_000);
    await life.step(20_000);
    const kept = await life.kept(placed.platformOrderNo);
    expect(kept.attempts.map(({ state }) => state)).to.deep.equal(['open']);
    expect(kept.order.state).to.be.oneOf(['paying', 'awaiting']);
    expect(kept.abnormal).to.deep.equal([]);
    expect(life.ear.at(placed.path)).to.deep.equal([]);
    await life.stepUntil('the order is paid', placed.platformOrderNo, ({ order }) => order.state === 'paid', 10_000);
  };

  for (const fault of ['20000', 'SYSTEM_ERROR', 'rate-limited', 'drop-before', 'drop-after', 'http-500', 'not-json', 'error-response', 'unsigned', 'bad-signature', 'tampered-amount', 'root-twice', 'unknown-status']) {
    it(`Alipay's answer to a query spoiled by ${fault} decides nothing`, async () => staysOpenThenPaid('alipay', 'alipay.trade.query', fault));
  }
  for (const fault of ['03', '04', '05', '34', '99', '06', '37', '11', 'Z9', 'drop-before', 'http-500', 'empty-body', 'unsigned', 'bad-signature', 'wrong-cn', 'self-signed', 'other-merchant', 'version-5.0.0', 'sign-method-11']) {
    it(`UnionPay's answer to a query that says ${fault} decides nothing`, async () => staysOpenThenPaid('unionpay', 'query', fault));
  }

  it('a refusal of one card on UnionPay\'s page is no end: the order may be paid by another attempt', async () => {
    const placed = await life.place();
    const attemptNo = await life.open(placed, 'unionpay');
    await life.sim('unionpay', 'POST', `orders/${attemptNo}/fail`, {});
    const kept = await life.stepUntil('the refusal is known', placed.platformOrderNo, ({ order }) => order.state === 'failed');
    expect(kept.attempts[0]?.state).to.equal('declined');
    expect((await life.query(placed)).orderStateMsg).to.be.a('string').and.include('余额不足');
    const second = await life.open(placed, 'alipay');
    await life.pay('alipay', second);
    await life.state(placed, '2');
  });

  it('believes a query that tells another amount for nobody: it is kept as AMOUNT_MISMATCH and the true answer settles the order', async () => {
    const placed = await silentlyPaid('unionpay');
    await life.fault('unionpay', 'query', 'tampered-amount', { times: 2 });
    await life.step(11_000);
    await life.step(20_000);
    expect((await life.kept(placed.platformOrderNo)).abnormal.map(({ kind, amount }) => [kind, amount])).to.deep.equal([['amount-mismatch', 8001n]]);
    expect((await life.query(placed)).orderState).to.not.equal('2');
    await life.stepUntil('the order is paid', placed.platformOrderNo, ({ order }) => order.state === 'paid', 10_000);
  });
});
