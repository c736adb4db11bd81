import { expect } from 'chai';
import { attemptNoOf, formIn, openChannel, postForm } from '../../support/payer.js';
import { expectBooksToAgree } from './books.js';
import { Life, refusalOf } from './life.js';

describe('several attempts to pay one order', function () {
  this.timeout(60_000);
  let life: Life;
  before(async () => { life = await Life.start(); });
  after(async () => life.close());
  afterEach(async () => expectBooksToAgree(life));

  it('keeps a second success on another channel as a repeat payment: told as 5, the order stays 2, the money goes back by rule', async () => {
    const placed = await life.place();
    const first = attemptNoOf(await life.handover(placed, 'alipay'));
    const page = await life.handover(placed, 'alipay');
    await openChannel(page);
    const second = await life.open(placed, 'unionpay');
    await life.pay('unionpay', second);
    await life.state(placed, '2');
    await life.pay('alipay', attemptNoOf(page));
    const kept = await life.stepUntil('the repeat payment is handled', placed.platformOrderNo, ({ repeats }) => repeats[0]?.handleState === 'handled');
    expect(new Map(kept.attempts.map(({ attemptNo, state }) => [attemptNo, state]))).to.deep.equal(new Map([[first, 'open'], [attemptNoOf(page), 'repeat'], [second, 'paid']]));
    expect(kept.repeats.map(({ attemptNo, amount, payChannel }) => [attemptNo, amount, payChannel])).to.deep.equal([[attemptNoOf(page), 8000n, 'alipay']]);
    expect(kept.refunds.map(({ origin, state, attemptNo }) => [origin, state, attemptNo])).to.deep.equal([['rule', 'refunded', attemptNoOf(page)]]);
    const shown = await life.query(placed);
    expect(shown).to.include({ orderState: '2', payChannel: 'UNIONPAY', orderAmount: '8000' }).and.not.have.property('refundedAmount');
    const told = await life.toldPayments(placed.path);
    expect(told.map(({ orderState, orderStateMsg, channelOrderNo }) => [orderState, orderStateMsg, channelOrderNo])).to.deep.equal([
      ['2', '支付成功', shown.channelOrderNo], ['5', '重缴', kept.repeats[0]?.channelOrderNo],
    ]);
    expect(await life.audited(placed.platformOrderNo)).to.include.members(['order.paid', 'order.paid-twice']);
  });

  it('leaves a repeat payment to people where the payee has not switched the rule on', async () => {
    await life.editPayee('M35040000005', { repeatRefundByRule: false });
    const placed = await life.place({ merchantNo: 'M35040000005' });
    const page = await life.handover(placed, 'alipay');
    await openChannel(page);
    const second = await life.open(placed, 'unionpay');
    await life.pay('unionpay', second);
    await life.state(placed, '2');
    await life.pay('alipay', attemptNoOf(page));
    await life.stepUntil('the repeat payment is kept', placed.platformOrderNo, ({ repeats }) => repeats.length === 1);
    await life.step(600_000);
    const kept = await life.kept(placed.platformOrderNo);
    expect(kept.repeats.map(({ handleState }) => handleState)).to.deep.equal(['pending']);
    expect(kept.refunds).to.deep.equal([]);
  });

  it('closes the first attempt at Alipay before a second one starts', async () => {
    const placed = await life.place();
    const first = await life.open(placed, 'alipay');
    await life.sim('alipay', 'POST', `trades/${first}/sign-in`, {});
    const second = await life.open(placed, 'alipay', 'h5');
    const kept = await life.kept(placed.platformOrderNo);
    expect(kept.attempts.map(({ attemptNo, state }) => [attemptNo, state])).to.deep.equal([[first, 'ended'], [second, 'open']]);
    expect(await life.sim('alipay', 'POST', `trades/${first}/pay`, {}).then(() => 'paid', (error: Error) => error.message)).to.include('409');
    await life.pay('alipay', second);
    await life.state(placed, '2');
    expect((await life.kept(placed.platformOrderNo)).repeats).to.deep.equal([]);
  });

  it('starts no second attempt when the first turns out to be paid', async () => {
    const placed = await life.place();
    const first = await life.open(placed, 'alipay');
    await life.fault('alipay', 'notify', 'never');
    await life.pay('alipay', first);
    const answer = await postForm(placed.cashierUrl, { payChannel: 'unionpay', view: 'pc' }, life.city.baseUrl);
    expect(answer.status).to.equal(409);
    expect(answer.html).to.include('该订单已经支付成功，请勿重复支付');
    expect((await life.kept(placed.platformOrderNo)).attempts).to.have.length(1);
  });

  it('starts no second attempt while the channel of the first does not answer', async () => {
    const placed = await life.place();
    await life.open(placed, 'alipay');
    await life.fault('alipay', 'alipay.trade.query', '20000');
    const answer = await postForm(placed.cashierUrl, { payChannel: 'unionpay', view: 'pc' }, life.city.baseUrl);
    expect(answer.status).to.equal(409);
    expect(answer.html).to.include('上一笔支付的结果尚未确认');
    expect((await life.kept(placed.platformOrderNo)).attempts).to.have.length(1);
  });

  it('refuses an attempt in the last 60 seconds of an order, and allows one before', async () => {
    const placed = await life.place({ orderExpiredTime: '2' });
    await life.step(55_000);
    await life.handover(placed, 'alipay');
    await life.step(6_000);
    const answer = await postForm(placed.cashierUrl, { payChannel: 'alipay', view: 'pc' }, life.city.baseUrl);
    expect(answer.status).to.equal(409);
    expect(answer.html).to.include('距订单失效不足 1 分钟');
  });

  it('believes no return page: shows the order unpaid until the channel says paid, then paid before its message has come', async () => {
    const placed = await life.place();
    const attemptNo = await life.open(placed, 'alipay');
    const comeBack = async () => fetch(`${life.city.baseUrl}/channels/alipay/return?out_trade_no=${attemptNo}&total_amount=80.00&trade_no=20260101&method=alipay.trade.page.pay.return`, { redirect: 'manual' });
    const unpaid = await comeBack();
    expect([unpaid.status, unpaid.headers.get('location')]).to.deep.equal([303, new URL(placed.cashierUrl).pathname]);
    expect((await life.query(placed)).orderState).to.not.equal('2');
    await life.fault('alipay', 'notify', 'late', { ms: 600_000 });
    await life.pay('alipay', attemptNo);
    await comeBack();
    expect((await life.query(placed)).orderState).to.equal('2');
    expect(await (await fetch(placed.cashierUrl)).text()).to.include('支付成功');
    await life.step(601_000);
    expect((await life.toldPayments(placed.path)).map(({ orderState }) => orderState)).to.deep.equal(['2']);
    expect((await life.audited(placed.platformOrderNo)).filter((action) => action === 'order.paid')).to.have.length(1);
  });

  it('believes no form that UnionPay\'s page posts back, only UnionPay\'s answer to our question', async () => {
    const placed = await life.place();
    const attemptNo = await life.open(placed, 'unionpay');
    const comeBack = async () => postForm(`${life.city.baseUrl}/channels/unionpay/return`, { orderId: attemptNo, txnType: '01', respCode: '00', txnAmt: '8000', signature: 'AAAA' }, life.city.unionpayUrl);
    expect(await comeBack()).to.include({ status: 303, location: new URL(placed.cashierUrl).pathname });
    expect((await life.query(placed)).orderState).to.equal('1');
    await life.fault('unionpay', 'notify', 'count', { count: 0 });
    await life.pay('unionpay', attemptNo);
    await comeBack();
    expect((await life.query(placed)).orderState).to.equal('2');
  });

  it('lets a payer who goes back from the channel choose again', async () => {
    const placed = await life.place();
    await life.open(placed, 'alipay');
    expect((await life.query(placed)).orderState).to.equal('1');
    await fetch(`${placed.cashierUrl}/back`, { redirect: 'manual' });
    expect((await life.query(placed)).orderState).to.equal('0');
    const html = await (await fetch(placed.cashierUrl)).text();
    expect(formIn(html, 'payChannel').fields).to.have.property('payChannel');
    const attemptNo = await life.open(placed, 'unionpay');
    await life.pay('unionpay', attemptNo);
    await life.state(placed, '2');
  });

  it('serves a payee that has Alipay only with Alipay only (1.1.1.2-a)', async () => {
    const placed = await life.place({ merchantNo: 'M35040000003' });
    const answer = await postForm(placed.cashierUrl, { payChannel: 'unionpay', view: 'pc' }, life.city.baseUrl);
    expect(answer.status).to.equal(409);
    expect(answer.html).to.include('收款单位未开通所选的支付方式');
    const { returnUrl: _none, ...facts } = life.orderFacts({ merchantNo: 'M35040000003' });
    expect(await refusalOf(life.client.createBarOrder({ ...facts, barContent: '6212345678901234500' }))).to.include({ code: '40004', subCode: 'NO_CHANNEL' });
    const attemptNo = await life.open(placed, 'alipay');
    await life.pay('alipay', attemptNo);
    await life.state(placed, '2');
  });

  it('records when a request came, went to the channel, was answered and was kept, in this order', async () => {
    for (const channel of ['alipay', 'unionpay'] as const) {
      const placed = await life.paid(channel);
      const attempt = (await life.kept(placed.platformOrderNo)).attempts[0];
      const times = [attempt?.receivedAt, attempt?.sentAt, attempt?.answeredAt, attempt?.recordedAt].map(Number);
      expect(times.every((time) => Number.isSafeInteger(time)), `${channel} ${times.join(' ')}`).to.equal(true);
      expect([...times].sort((a, b) => a - b)).to.deep.equal(times);
    }
  });
});
