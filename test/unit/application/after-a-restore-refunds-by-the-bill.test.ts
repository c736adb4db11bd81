import { expect } from 'chai';
import { minuteMs } from '../../../domain/kernel/china-time.js';
import { fen } from '../../../domain/kernel/money.js';
import { platformNumber } from '../../../domain/kernel/numbers.js';
import { noon } from '../../builders/moments.js';
import { paidOrder, requestedRefund } from './requests.js';
import { refusedWith, restored } from './restored-town.js';
import { only, openTown } from './town.js';

describe('after a restore, refunds that a person has looked up in the bill', () => {
  it('executed under a lost number get it back from the bill, and the channel decides', async () => {
    const town = await openTown();
    await paidOrder(town);
    const steps = await restored(town);
    const { platformRefundOrderNo: no } = await requestedRefund(town);
    const number = platformNumber(noon - 2_000, 1, 9);
    town.alipay.refunded.set(number, fen(1_000));
    expect(refusedWith(await steps.name(no, 'R-1'))).to.equal('number-malformed');
    expect(refusedWith(await steps.name(no, number, '20260230000000'))).to.equal('time-malformed');
    expect(refusedWith(await steps.name('none', number))).to.equal('no-such-refund');
    expect((await steps.name(no, number)).ok).to.equal(true);
    await town.pass(0);
    expect(only(town.refunds)).to.include({ state: 'refunded', refundTradeNo: number, refundTradeTime: number.slice(0, 14) });
    expect(town.alipay.countOf('refund')).to.equal(0);
    const second = await requestedRefund(town, { bizRefundOrderNo: 'R2' });
    expect(refusedWith(await steps.name(second.platformRefundOrderNo, number))).to.equal('number-taken');
  });

  it('that must never be sent fail, unsent, and their money is free again', async () => {
    const town = await openTown();
    await paidOrder(town);
    const steps = await restored(town);
    const { platformRefundOrderNo: no } = await requestedRefund(town, { refundAmount: fen(12_000) });
    expect(refusedWith(await steps.drop('none'))).to.equal('no-such-refund');
    expect((await steps.drop(no)).ok).to.equal(true);
    expect(refusedWith(await steps.drop(no))).to.equal('not-held');
    for (const kind of ['refunds', 'callbacks'] as const) await steps.release(kind);
    await town.pass(60 * minuteMs);
    expect([only(town.refunds).state, town.alipay.countOf('refund'), town.posted.at(-1)?.toldState]).to.deep.equal(['failed', 0, 'failed']);
    expect((await requestedRefund(town, { bizRefundOrderNo: 'R2', refundAmount: fen(12_000) })).state).to.equal('refunding');
  });

  it('given a wrong number stay held', async () => {
    const town = await openTown();
    await paidOrder(town);
    const steps = await restored(town);
    const { platformRefundOrderNo: no } = await requestedRefund(town);
    await steps.name(no, platformNumber(noon - 2_000, 1, 9));
    await town.pass(60 * minuteMs);
    expect([only(town.refunds).state, town.alipay.countOf('refund')]).to.deep.equal(['refunding', 0]);
    expect((await steps.show()).refunds).to.have.lengthOf(1);
  });
});
