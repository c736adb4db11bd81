import { expect } from 'chai';
import { longTime, minuteMs } from '../../../domain/kernel/china-time.js';
import { fen } from '../../../domain/kernel/money.js';
import { platformNumber } from '../../../domain/kernel/numbers.js';
import { noon } from '../../builders/moments.js';
import { aMessage } from './fake-bank.js';
import { placed, requestedRefund } from './requests.js';
import { refusedWith, restored } from './restored-town.js';
import { only, openTown } from './town.js';

describe('after a restore, a lost payment named from the bill', () => {
  const lost = platformNumber(noon - 30_000, 1, 7);

  it('is asked about, pays its order through the one door, and is lost no longer', async () => {
    const town = await openTown();
    await placed(town);
    const steps = await restored(town);
    town.alipay.verdict = { genuine: true, payment: { kind: 'paid', attemptNo: lost, channelOrderNo: 'T-1', amount: fen(12_000), paidAt: noon }, refund: undefined, confirmByQuery: false };
    await town.receiveMessage.run('alipay', aMessage('payment', lost));
    town.alipay.pay(lost);
    expect((await steps.namePayment(lost)).ok).to.equal(true);
    await town.pass(0);
    expect(only(town.orders)).to.include({ state: 'paid', paidAttemptNo: lost });
    expect((await steps.show()).lostPayments).to.deep.equal([]);
    expect(town.audited).to.include.members(['recovery.name-payment', 'order.paid']);
    expect(town.posted, 'held like all news of the order').to.deep.equal([]);
  });

  it('for an order that was lost with it and placed anew keeps refunds and callbacks of that order held', async () => {
    const town = await openTown();
    const steps = await restored(town);
    await steps.release('payments');
    town.clock.at += minuteMs;
    await placed(town, { orderTime: longTime(noon) });
    town.alipay.pay(lost);
    expect((await steps.namePayment(lost)).ok).to.equal(true);
    await town.pass(0);
    await requestedRefund(town);
    await town.pass(60 * minuteMs);
    expect([only(town.orders).state, town.alipay.countOf('refund'), town.posted]).to.deep.equal(['paid', 0, []]);
    const { refunds, callbacks } = await steps.show();
    expect([refunds.length, callbacks.length]).to.deep.equal([1, 1]);
    expect((await steps.told(only(callbacks).callbackId)).ok).to.equal(true);
    expect((await steps.releaseRefund(only(refunds).platformRefundOrderNo)).ok).to.equal(true);
  });

  it('pays nothing when the channel does not say so: unknown number, or another amount', async () => {
    const town = await openTown();
    await placed(town);
    const steps = await restored(town);
    await steps.namePayment(lost);
    await town.pass(60_000);
    expect(only(town.orders).state).to.equal('awaiting');
    const other = platformNumber(noon - 20_000, 1, 8);
    town.alipay.pay(other, 1);
    await steps.namePayment(other);
    await town.pass(0);
    expect([only(town.orders).state, only(town.abnormal).kind]).to.deep.equal(['awaiting', 'amount-mismatch']);
    expect(town.alipay.countOf('cancel')).to.equal(0);
  });

  it('is refused under a number of other hours, a known one, for nobody’s order and nobody’s account', async () => {
    const town = await openTown();
    await placed(town);
    const steps = await restored(town);
    await steps.namePayment(lost);
    expect(refusedWith(await steps.namePayment(lost))).to.equal('number-taken');
    expect(refusedWith(await steps.namePayment(platformNumber(noon - 90 * minuteMs, 1, 1)))).to.equal('not-of-lost-hours');
    const another = platformNumber(noon - 10_000, 1, 9);
    expect(refusedWith(await steps.namePayment(another, { platformOrderNo: 'none' }))).to.equal('no-such-order');
    expect(refusedWith(await steps.namePayment(another, { channelMerchantId: 'none' }))).to.equal('no-such-account');
    expect(refusedWith(await steps.namePayment(another, { channelTime: '20260230000000' }))).to.equal('time-malformed');
  });
});
