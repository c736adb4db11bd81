import { expect } from 'chai';
import { createGatewayClient } from '../../../contracts/sdk/client.js';
import { expectBooksToAgree } from '../payments/books.js';
import { Life, refusalOf } from '../payments/life.js';
import { Counter, type Scanned } from './counter.js';

describe('codes scanned from a payer\'s phone', function () {
  this.timeout(60_000);
  let life: Life;
  let counter: Counter;
  before(async () => { life = await Life.start(); counter = new Counter(life); });
  after(async () => life.close());
  afterEach(async () => {
    await life.sim('alipay', 'DELETE', 'faults');
    await life.sim('unionpay', 'DELETE', 'faults');
    await expectBooksToAgree(life);
  });

  it('answers in time while the channel hangs, and finds out afterwards', async () => {
    await life.fault('alipay', 'alipay.trade.pay', 'timeout-after');
    await life.fault('alipay', 'notify', 'never');
    const scanned = await counter.scan(counter.code('alipay', '00'));
    expect(scanned.state).to.equal('1');
    expect(scanned.tookMs).to.be.below(5_000);
    await counter.ends(scanned, 'paid');
  });

  for (const channel of ['alipay', 'unionpay'] as const) {
    it(`cancels a code nobody confirms at ${channel} after its patience, and takes a new code for the same order`, async () => {
      const first = await counter.scan(counter.code(channel, '02'));
      await life.step(30_000);
      expect((await life.kept(first.platformOrderNo)).attempts[0]).to.include({ state: 'open', cancelAskedAt: undefined });
      await life.step(16_000);
      const cancelled = await counter.ends(first, 'awaiting');
      expect(cancelled.attempts[0]).to.include({ state: 'ended' });
      const second = await counter.scan(counter.code(channel, '00'), first.facts);
      expect(second.platformOrderNo).to.equal(first.platformOrderNo);
      const kept = await counter.ends(second, 'paid');
      expect(kept.attempts.map(({ state }) => state)).to.deep.equal(['ended', 'paid']);
      expect(await life.audited(first.platformOrderNo)).to.include('attempt.cancel-asked');
    });
  }

  it('takes a new code after a refused one, and charges an order once however often its codes are scanned', async () => {
    const first = await counter.scan(counter.code('alipay', '03'));
    const good = counter.code('alipay', '01');
    const second = await counter.scan(good, first.facts);
    expect([second.platformOrderNo, second.state]).to.deep.equal([first.platformOrderNo, '1']);
    const others = await Promise.all([counter.scan(good, first.facts), counter.scan(counter.code('alipay', '00'), first.facts), counter.scan(counter.code('unionpay', '00'), first.facts)]);
    expect(others.map(({ state, platformOrderNo }) => [state, platformOrderNo])).to.deep.equal(others.map(() => ['1', first.platformOrderNo]));
    const kept = await counter.ends(first, 'paid');
    expect(kept.attempts.map(({ state }) => state)).to.deep.equal(['declined', 'paid']);
    expect((await counter.scan(counter.code('alipay', '00'), first.facts)).state).to.equal('2');
    expect((await life.kept(first.platformOrderNo)).attempts).to.have.length(2);
  });

  it('answers the very same signed request from its store and charges nothing twice', async () => {
    const facts = { ...life.orderFacts(), barContent: counter.code('alipay', '03') };
    const developer = life.city.credentials.developers[0];
    if (!developer) throw new Error('no developer');
    const still = life.city.now();
    const client = createGatewayClient({ ...developer, gatewayUrl: life.city.credentials.gatewayUrl, now: () => still });
    const [first, second] = [await client.createBarOrder(facts), await client.createBarOrder(facts)];
    expect(second).to.deep.equal(first);
    expect((await life.kept(first.platformOrderNo)).attempts).to.have.length(1);
  });

  it('makes one order and one charge of ten equal requests at once', async () => {
    const barContent = counter.code('alipay', '00');
    const facts = life.orderFacts({ merchantNo: 'M35040000005' });
    const answers = await Promise.all(Array.from({ length: 10 }, async () => counter.scan(barContent, { ...facts, barContent })));
    expect(new Set(answers.map(({ platformOrderNo }) => platformOrderNo)).size).to.equal(1);
    const kept = await counter.ends(answers[0] as Scanned, 'paid');
    expect(kept.attempts).to.have.length(1);
    expect(await life.toldPayments(`/${facts.bizOrderNo}`)).to.have.length(1);
  });

  for (const channel of ['alipay', 'unionpay'] as const) {
    it(`takes a code back at ${channel} when the business system closes the order while the payer is typing`, async () => {
      const scanned = await counter.scan(counter.code(channel, '02'));
      const { merchantNo, bizOrderNo, orderDate } = scanned.facts;
      expect((await life.client.closeOrder({ merchantNo, bizOrderNo, orderDate })).orderState).to.equal('4');
      expect((await life.kept(scanned.platformOrderNo)).attempts[0]?.state).to.equal('ended');
    });
  }

  it('charges one of two orders that offer the same code at once (PAY-06)', async () => {
    const shared = counter.code('alipay', '00');
    const both = await Promise.all([counter.scan(shared), counter.scan(shared)]);
    expect(both.map(({ state }) => state).sort()).to.deep.equal(['2', '3']);
  });

  it('refuses what is no code of a channel we know before any order or channel hears of it, and other content under the same number', async () => {
    const facts = life.orderFacts();
    for (const barContent of ['134567890123456789', '2812345', '6212', `28${'1'.repeat(30)}`]) {
      expect(await refusalOf(life.client.createBarOrder({ ...facts, barContent }))).to.include({ subCode: 'BARCODE_BAD' });
    }
    expect(await refusalOf(life.client.queryOrder({ merchantNo: facts.merchantNo, bizOrderNo: facts.bizOrderNo, orderDate: facts.orderDate }))).to.include({ subCode: 'ORDER_UNKNOWN' });
    const scanned = await counter.scan(counter.code('alipay', '03'));
    expect(await refusalOf(counter.scan(counter.code('alipay', '00'), { ...scanned.facts, orderAmount: '8001' }))).to.include({ subCode: 'ORDER_EXISTS' });
  });

  it('repeats a cancel that says "again" (retry_flag) until the channel has done it', async () => {
    await life.fault('alipay', 'alipay.trade.cancel', 'retry-flag', { times: 3 });
    const scanned = await counter.scan(counter.code('alipay', '02'));
    await life.step(46_000);
    expect((await life.kept(scanned.platformOrderNo)).attempts[0]?.state).to.equal('open');
    const kept = await counter.ends(scanned, 'awaiting');
    expect(kept.attempts[0]?.state).to.equal('ended');
  });

  it('keeps payment and return when the payer confirms between our cancel and the channel\'s answer to it', async () => {
    await life.fault('alipay', 'alipay.trade.cancel', 'retry-flag', { times: 1 });
    const scanned = await counter.scan(counter.code('alipay', '02'));
    await life.step(46_000);
    const attemptNo = (await life.kept(scanned.platformOrderNo)).attempts[0]?.attemptNo ?? '';
    expect((await life.kept(scanned.platformOrderNo)).attempts[0]?.cancelAskedAt).to.be.a('number');
    // The message says "paid"; a query confirms it, since a cancel is on its way.
    await life.pay('alipay', attemptNo);
    const kept = await counter.ends(scanned, 'paid');
    expect(kept.attempts[0]?.state).to.equal('paid');
    expect((await life.toldPayments(scanned.path)).map(({ orderState }) => orderState)).to.deep.equal(['2']);
  });

  it('keeps both payment and return when the payment is booked while our cancel is under way and the cancel gives it back', async () => {
    const cancelling = life.city.resources.channels.alipay.cancelling;
    const cancel = cancelling.cancel;
    const scanned = await counter.scan(counter.code('alipay', '02'));
    cancelling.cancel = async (account, attempt, timeoutMs) => {
      await life.pay('alipay', attempt.attemptNo);
      await life.city.until('the payment is booked', async () => ((await life.kept(scanned.platformOrderNo)).order.state === 'paid' ? true : undefined));
      return cancel.call(cancelling, account, attempt, timeoutMs);
    };
    try { await life.step(46_000); } finally { cancelling.cancel = cancel; }
    const kept = await life.kept(scanned.platformOrderNo);
    expect(kept.refunds.map(({ origin, state, refundAmount, refundTradeNo }) => [origin, state, refundAmount, refundTradeNo]))
      .to.deep.equal([['rule', 'refunded', 8000n, kept.attempts[0]?.attemptNo]]);
    expect(life.told(scanned.path).map(({ kind }) => kind)).to.have.members(['payment', 'refund']);
    expect(await refusalOf(life.client.createRefund({
      merchantNo: scanned.facts.merchantNo, bizRefundOrderNo: life.number('R'), refundOrderDate: scanned.facts.orderDate, refundAmount: '1', refundTitle: '退款', platformOrderNo: scanned.platformOrderNo,
    }))).to.include({ subCode: 'REFUND_TOO_BIG' });
  });

  it('does not book a payment whose money our cancel has returned already, whatever its late message says', async () => {
    await life.fault('alipay', 'notify', 'late', { ms: 120_000 });
    await life.fault('alipay', 'alipay.trade.query', 'drop-before', { times: 30 });
    const scanned = await counter.scan(counter.code('alipay', '04'));
    expect(scanned.state).to.equal('1');
    await life.step(46_000);
    const kept = await counter.ends(scanned, 'awaiting');
    expect(kept.attempts[0]?.state).to.equal('ended');
    await life.sim('alipay', 'DELETE', 'faults');
    await life.step(180_000);
    expect((await life.kept(scanned.platformOrderNo)).order.state).to.equal('awaiting');
    expect(await life.toldPayments(scanned.path)).to.deep.equal([]);
  });

  it('gives the money of 42 back by rule and lets the payer show another code', async () => {
    const scanned = await counter.scan(counter.code('unionpay', '08'));
    const kept = await life.stepUntil('the money is back', scanned.platformOrderNo, ({ abnormal }) => abnormal[0]?.handleState === 'handled');
    expect(kept.refunds.map(({ origin, state }) => [origin, state])).to.deep.equal([['rule', 'refunded']]);
    await counter.scan(counter.code('unionpay', '00'), scanned.facts);
    await counter.ends(scanned, 'paid');
  });

  it('leaves a code scanned just before UnionPay\'s day cut open when it cannot be reversed any more, asks on, and books it when it is paid', async () => {
    const dayMs = 86_400_000;
    const cut = (15 * 3_600_000 - 30_000 - (life.city.now() % dayMs) + dayMs) % dayMs;
    await life.step(cut);
    const scanned = await counter.scan(counter.code('unionpay', '09'));
    await life.step(120_000);
    const open = await life.kept(scanned.platformOrderNo);
    expect([open.order.state, open.attempts[0]?.state]).to.deep.equal(['paying', 'open']);
    await life.pay('unionpay', open.attempts[0]?.attemptNo ?? '');
    await counter.ends(scanned, 'paid');
  });

  it('keeps no code in its records and writes none into its log (PAY-06)', async () => {
    const secret = counter.code('alipay', '00');
    await counter.scan(secret);
    await life.quiet();
    expect(life.city.log.join('')).to.not.include(secret);
    for (const table of ['pay_order', 'pay_attempt', 'outbox', 'audit_entry', 'merchant_callback']) {
      expect(JSON.stringify(await life.rows(table), (_name, value: unknown) => (typeof value === 'bigint' ? value.toString() : value)), table).to.not.include(secret);
    }
  });
});
