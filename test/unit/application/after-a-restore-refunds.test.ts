import { expect } from 'chai';
import { longTime, minuteMs } from '../../../domain/kernel/china-time.js';
import { fen } from '../../../domain/kernel/money.js';
import { noon } from '../../builders/moments.js';
import { paidOrder, requestedRefund } from './requests.js';
import { refusedWith, restored } from './restored-town.js';
import { only, openTown } from './town.js';

describe('after a restore, refunds', () => {
  it('asked for anew are taken in, not sent, said aloud ever more rarely, and sent when that one is released', async () => {
    const town = await openTown();
    await paidOrder(town);
    const steps = await restored(town);
    const { platformRefundOrderNo: no, state } = await requestedRefund(town);
    expect(state).to.equal('refunding');
    await town.pass(24 * 60 * minuteMs);
    expect([town.alipay.countOf('refund'), town.alipay.countOf('query-refund')]).to.deep.equal([0, 0]);
    expect(town.alarms().filter((alarm) => alarm === 'refund-held-after-restore').length).to.be.within(8, 20);
    expect((await steps.show()).refunds.map((refund) => refund.platformRefundOrderNo)).to.deep.equal([no]);
    expect((await steps.releaseRefund(no)).ok).to.equal(true);
    await town.pass(0);
    expect([only(town.refunds).state, town.alipay.countOf('refund')]).to.deep.equal(['refunded', 1]);
    expect(refusedWith(await steps.releaseRefund(no))).to.equal('not-held');
    expect(refusedWith(await steps.releaseRefund('none'))).to.equal('no-such-refund');
  });

  it('with a known number are asked about, and only asked about: what was executed is settled by the channel alone', async () => {
    const town = await openTown();
    await paidOrder(town);
    await requestedRefund(town);
    town.alipay.says.refund = async ({ refundTradeNo }) => ({ kind: 'unknown', refundTradeNo, why: 'timeout' });
    await town.pass(0);
    await restored(town);
    await town.pass(minuteMs);
    expect([only(town.refunds).state, town.alipay.countOf('refund')]).to.deep.equal(['refunded', 1]);
  });

  for (const ages of [false, true]) {
    it(`with a known number the channel does not know are held, then sent ${ages ? 'under a new number where numbers age' : 'under the same one'}`, async () => {
      const town = await openTown();
      town.alipay.refunds.resendSafeForMs = ages ? 5 * minuteMs : Number.POSITIVE_INFINITY;
      await paidOrder(town);
      await requestedRefund(town);
      town.alipay.says.refund = async ({ refundTradeNo }) => ({ kind: 'unknown', refundTradeNo, why: 'timeout' });
      await town.pass(0);
      const before = only(town.refunds).refundTradeNo;
      // The restored database knows a number the channel has never heard of: what it was asked for under it is taken away.
      town.alipay.refunded.clear();
      delete town.alipay.says.refund;
      const steps = await restored(town);
      await town.pass(60 * minuteMs);
      expect([town.alipay.countOf('refund'), only(town.refunds).state]).to.deep.equal([1, 'refunding']);
      expect(town.alarms()).to.include('refund-held-after-restore');
      await steps.release('refunds');
      await town.pass(3_000);
      const after = only(town.refunds);
      expect([after.state, town.alipay.countOf('refund'), after.refundTradeNo === before]).to.deep.equal(['refunded', 2, !ages]);
      expect(town.audited.includes('refund.number-dropped')).to.equal(ages);
    });
  }

  it('of repeat money wait too: the rule asks, nothing is sent', async () => {
    const town = await openTown({ payee: { repeatRefundByRule: true } });
    await paidOrder(town);
    const attempt = only(town.attempts);
    await town.read(async ({ attempts }) => attempts.add({ ...attempt, attemptNo: `${attempt.attemptNo.slice(0, -1)}9`, state: 'open' }));
    const steps = await restored(town);
    await town.applyReport.run({ kind: 'paid', attemptNo: `${attempt.attemptNo.slice(0, -1)}9`, channelOrderNo: 'T2', amount: fen(12_000), paidAt: noon }, 'message');
    await town.pass(10 * minuteMs);
    expect([only(town.refunds).state, town.alipay.countOf('refund')]).to.deep.equal(['refunding', 0]);
    expect((await steps.show()).refunds).to.have.lengthOf(1);
  });

  it('let go after one restore are held again after the next', async () => {
    const town = await openTown();
    await paidOrder(town);
    const first = await restored(town);
    town.alipay.says.refund = async ({ refundTradeNo }) => ({ kind: 'unknown', refundTradeNo, why: 'timeout' });
    town.alipay.says.queryRefund = async ({ refundTradeNo }) => ({ kind: 'not-found', refundTradeNo });
    const { platformRefundOrderNo: no } = await requestedRefund(town);
    town.clock.at += 1_000;
    const again = await restored(town);
    await first.releaseRefund(no);
    await town.pass(0);
    expect(town.alipay.countOf('refund')).to.equal(1);
    town.clock.at += 1_000;
    await restored(town);
    await town.pass(60 * minuteMs);
    expect(town.alipay.countOf('refund')).to.equal(1);
    expect((await again.show()).refunds).to.have.lengthOf(1);
  });

  it('of orders made after the restore are sent as ever', async () => {
    const town = await openTown();
    await restored(town);
    town.clock.at = noon + 20 * minuteMs;
    await paidOrder(town, { orderTime: longTime(town.clock.at) });
    await requestedRefund(town);
    await town.pass(0);
    expect(only(town.refunds).state).to.equal('refunded');
    expect(town.posted.map(({ kind }) => kind)).to.deep.equal(['payment', 'refund']);
  });
});
