import { expect } from 'chai';
import { tokens } from '../../../bootstrap/tokens.js';
import { attemptNoOf, openChannel } from '../../support/payer.js';
import { expectBooksToAgree } from './books.js';
import { Life, refusalOf, type Kept } from './life.js';

describe('refunds (1.1.7.1.3-a)', function () {
  this.timeout(60_000);
  let life: Life;
  const byHand: string[] = [];
  before(async () => { life = await Life.start(); });
  after(async () => life.close());
  afterEach(async () => expectBooksToAgree(life, byHand));

  const allDone = ({ refunds }: Kept): boolean => refunds.length > 0 && refunds.every(({ state }) => state === 'refunded');
  const refundsAtAlipay = async (attemptNo: string): Promise<readonly { readonly amountFen: string }[]> => {
    const trades = (await life.sim('alipay', 'GET', 'books'))['trades'] as readonly { readonly outTradeNo: string; readonly refunds: readonly { readonly amountFen: string }[] }[];
    return trades.find(({ outTradeNo }) => outTradeNo === attemptNo)?.refunds ?? [];
  };

  for (const fault of ['timeout-after', '20000-after', 'SYSTEM_ERROR-after', 'drop-after', 'unsigned', 'bad-signature', 'fund-change-n']) {
    it(`pays back once when Alipay executes the refund and answers with ${fault}`, async function () {
      if (fault === 'timeout-after') this.slow(30_000);
      const placed = await life.paid();
      await life.fault('alipay', 'alipay.trade.refund', fault);
      const refund = await life.refund(placed, '3000');
      await life.city.until('the refund was sent', async () => ((await refundsAtAlipay(placed.attemptNo)).length > 0 ? true : undefined));
      await life.stepUntil('the refund is done', placed.platformOrderNo, allDone);
      expect((await refundsAtAlipay(placed.attemptNo)).map(({ amountFen }) => amountFen)).to.deep.equal(['3000']);
      expect((await life.toldRefunds(refund.path)).map(({ refundState, refundAmount }) => [refundState, refundAmount])).to.deep.equal([['2', '3000']]);
    });
  }

  for (const fault of ['20000', 'SYSTEM_ERROR', 'drop-before', 'http-500', 'rate-limited', 'seller-balance']) {
    it(`keeps the number and pays back once when Alipay did not execute the first sending (${fault})`, async () => {
      const placed = await life.paid();
      await life.fault('alipay', 'alipay.trade.refund', fault);
      await life.refund(placed, '8000');
      await life.quiet();
      expect((await life.kept(placed.platformOrderNo)).refunds[0]?.state).to.equal('refunding');
      const number = (await life.kept(placed.platformOrderNo)).refunds[0]?.refundTradeNo;
      const kept = await life.stepUntil('the refund is done', placed.platformOrderNo, allDone);
      expect(kept.refunds.map(({ refundTradeNo }) => refundTradeNo)).to.deep.equal([number]);
      expect(await refundsAtAlipay(placed.attemptNo)).to.have.length(1);
    });
  }

  for (const [fault, more] of [['04', {}], ['drop-after', {}], ['drop-before', {}], ['stays-05', { queries: 3 }], ['34', {}], ['06', {}]] as const) {
    it(`pays back once through UnionPay when the refund call ends in ${fault}`, async () => {
      const placed = await life.paid('unionpay');
      await life.fault('unionpay', 'refund', fault, more);
      await life.refund(placed, '2500');
      await life.stepUntil('the refund is done', placed.platformOrderNo, allDone);
      const rows = (await life.sim('unionpay', 'GET', 'books'))['trades'] as readonly { readonly orderId: string; readonly refundedFen: string }[];
      expect(rows.find(({ orderId }) => orderId === placed.attemptNo)?.refundedFen).to.equal('2500');
    });
  }

  it('tells a refund that UnionPay accepted and then refused as failed, and lets the money be refunded again', async () => {
    const placed = await life.paid('unionpay');
    await life.fault('unionpay', 'refund', 'accepted-then-failed');
    const refund = await life.refund(placed, '8000');
    await life.stepUntil('the refund failed', placed.platformOrderNo, ({ refunds }) => refunds[0]?.state === 'failed');
    expect((await life.toldRefunds(refund.path)).map(({ refundState }) => refundState)).to.deep.equal(['3']);
    await life.refund(placed, '8000');
    await life.stepUntil('the second refund is done', placed.platformOrderNo, ({ refunds }) => refunds[1]?.state === 'refunded');
  });

  for (const [count, channel] of [[2, 'unionpay'], [20, 'alipay']] as const) {
    it(`makes exactly one of ${count} full refunds asked for at once through ${channel} (RFD-02)`, async () => {
      const placed = await life.paid(channel);
      const results = await Promise.allSettled(Array.from({ length: count }, async () => life.refund(placed, '8000')));
      const refused = results.filter((result) => result.status === 'rejected').map(({ reason }) => (reason as { subCode?: string }).subCode);
      expect(refused).to.deep.equal(Array.from({ length: count - 1 }, () => 'REFUND_TOO_BIG'));
      await life.stepUntil('the refund is done', placed.platformOrderNo, allDone);
      expect((await life.kept(placed.platformOrderNo)).refunds).to.have.length(1);
    });
  }

  it('answers the same refund number with the same refund, twenty times at once, and refuses other content under it', async () => {
    const placed = await life.paid();
    const bizRefundOrderNo = life.number('SAME');
    const made = await Promise.all(Array.from({ length: 20 }, async () => life.refund(placed, '1000', { bizRefundOrderNo, notifyUrl: `${life.ear.origin}/same` })));
    expect(new Set(made.map(({ no }) => no)).size).to.equal(1);
    expect(await refusalOf(life.refund(placed, '1001', { bizRefundOrderNo, notifyUrl: `${life.ear.origin}/same` }))).to.include({ subCode: 'REFUND_EXISTS' });
    await life.stepUntil('the refund is done', placed.platformOrderNo, allDone);
    expect(await refundsAtAlipay(placed.attemptNo)).to.have.length(1);
  });

  it('refunds only paid orders of the caller itself, the way the money came (RFD-03)', async () => {
    const unpaid = await life.place();
    expect(await refusalOf(life.refund(unpaid, '1'))).to.include({ subCode: 'NOT_REFUNDABLE' });
    const placed = await life.paid();
    const facts = {
      merchantNo: placed.merchantNo, bizRefundOrderNo: life.number('X'), refundOrderDate: placed.orderDate, refundAmount: '1', refundTitle: '退款',
      platformOrderNo: placed.platformOrderNo, notifyUrl: `${life.ear.origin}/x`,
    };
    expect(await refusalOf(life.city.sm2.createRefund(facts))).to.include({ subCode: 'ORDER_UNKNOWN' });
    expect(await refusalOf(life.client.createRefund({ ...facts, merchantNo: 'M35040000002' }))).to.include({ subCode: 'ORDER_UNKNOWN' });
    expect(await refusalOf(life.client.createRefund({ ...facts, platformOrderNo: '9'.repeat(26) }))).to.include({ subCode: 'ORDER_UNKNOWN' });
  });

  it('takes a repeated message about a refund for nothing new, and never for a second payment', async () => {
    const placed = await life.paid();
    await life.refund(placed, '3000');
    await life.stepUntil('the refund is done', placed.platformOrderNo, allDone);
    const before = await life.audited(placed.platformOrderNo);
    for (let times = 0; times < 3; times += 1) await life.sim('alipay', 'POST', `trades/${placed.attemptNo}/notify`, {});
    await life.quiet();
    expect(await life.audited(placed.platformOrderNo)).to.deep.equal(before);
    expect((await life.query(placed))).to.include({ orderState: '2', refundedAmount: '3000' });
  });

  describe('with review', () => {
    const review = async (refundNo: string, account: string, decision: 'approve' | 'reject', remark = '') =>
      life.city.platform.container.get(tokens.reviewRefund).run({ refundNo, account, decision, remark, address: '127.0.0.1' });
    const court = { merchantNo: 'M35040000005' };

    it('waits for a second account, refuses whoever asked, and refunds once approved (RFD-01)', async () => {
      const placed = await life.paid('alipay', court);
      const refund = await life.refund(placed, '8000');
      expect(refund.state).to.equal('0');
      await life.step(600_000);
      expect(await refundsAtAlipay(placed.attemptNo)).to.deep.equal([]);
      expect(await review(refund.no, 'developer:DEV-RSA2-0001', 'approve')).to.deep.include({ ok: false, refusal: 'own-request' });
      expect(await refusalOf(life.refund(placed, '1'))).to.include({ subCode: 'REFUND_TOO_BIG' });
      const both = await Promise.all([review(refund.no, 'operator:finance-1', 'approve'), review(refund.no, 'operator:finance-2', 'approve')]);
      expect(both.filter(({ ok }) => ok)).to.have.length(1);
      await life.stepUntil('the refund is done', placed.platformOrderNo, allDone);
      expect(await refundsAtAlipay(placed.attemptNo)).to.have.length(1);
      expect(await life.audited(refund.no)).to.deep.equal(['refund.requested', 'refund.approve-refused', 'refund.approve', 'refund.numbered', 'refund.refunded']);
    });

    it('tells a rejected refund as 3 with the remark as text and no number of a channel, and it cannot be approved afterwards (1.1.7.1.3-c)', async () => {
      const placed = await life.paid('unionpay', court);
      const refund = await life.refund(placed, '8000');
      expect((await review(refund.no, 'operator:finance-1', 'reject', '材料不齐，请补充法院裁定')).ok).to.equal(true);
      expect(await review(refund.no, 'operator:finance-2', 'approve')).to.deep.include({ ok: false, refusal: 'not-waiting' });
      const told = await life.toldRefunds(refund.path);
      expect(told.map(({ refundState, refundStateMsg, platformRefundTradeNo }) => [refundState, refundStateMsg, platformRefundTradeNo])).to.deep.equal([['3', '材料不齐，请补充法院裁定', '']]);
      const shown = await life.client.queryRefund({ ...court, platformRefundOrderNo: refund.no, refundOrderDate: told[0]?.refundOrderDate ?? '' });
      expect(shown).to.include({ refundState: '3', refundStateMsg: '材料不齐，请补充法院裁定' });
    });

    it('asks for review above the payee\'s amount although the switch is off', async () => {
      await life.editPayee('M35040000002', { refundReviewAbove: 5000n as never });
      const placed = await life.paid('alipay', { merchantNo: 'M35040000002' });
      expect((await life.refund(placed, '5000')).state).to.not.equal('0');
      const other = await life.paid('alipay', { merchantNo: 'M35040000002' });
      const large = await life.refund(other, '5001');
      expect(large.state).to.equal('0');
      expect((await review(large.no, 'operator:finance-1', 'approve')).ok).to.equal(true);
      await life.stepUntil('the large refund is done', other.platformOrderNo, allDone);
      await life.stepUntil('the small refund is done', placed.platformOrderNo, allDone);
    });
  });

  it('ends nothing when somebody gives money back by hand in Alipay\'s own console: the order stays paid, the bill will tell', async () => {
    const placed = await life.paid();
    byHand.push(placed.attemptNo);
    await life.sim('alipay', 'POST', `trades/${placed.attemptNo}/refund`, {});
    await life.quiet();
    await life.step(600_000);
    expect(await life.query(placed)).to.include({ orderState: '2' }).and.not.have.property('refundedAmount');
    expect((await life.audited(placed.platformOrderNo)).filter((action) => action !== 'attempt.started' && action !== 'order.placed')).to.deep.equal(['order.paid']);
  });

  it('alarms people when a refund by rule is refused, and keeps the record open for them', async () => {
    const placed = await life.place();
    const page = await life.handover(placed, 'alipay');
    await openChannel(page);
    const second = await life.open(placed, 'unionpay');
    await life.pay('alipay', attemptNoOf(page));
    await life.state(placed, '2');
    await life.fault('unionpay', 'refund', 'accepted-then-failed');
    await life.pay('unionpay', second);
    const kept = await life.stepUntil('the rule\'s refund failed', placed.platformOrderNo, ({ refunds }) => refunds[0]?.state === 'failed');
    expect(kept.repeats.map(({ handleState }) => handleState)).to.deep.equal(['pending']);
    expect(life.city.log.some((line) => line.includes('refund-by-rule-failed') && line.includes(placed.platformOrderNo))).to.equal(true);
  });
});
