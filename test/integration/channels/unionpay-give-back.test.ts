import { expect } from 'chai';
import { businessDay, dayMs, readLongTime } from '../../../domain/kernel/china-time.js';
import { withBothMethods } from './unionpay-city.js';

withBothMethods('UnionPay channel: refunds', (city) => {
  it('refunds in parts are accepted, asked for and announced', async () => {
    const payment = await city.paidBarcode();
    for (const amount of [345n, 12_000n]) {
      const refund = city.newRefund(payment, amount);
      expect(await city.refund(refund)).to.deep.equal({ kind: 'accepted', refundTradeNo: refund.refundTradeNo });
      const asked = await city.queryRefund(refund);
      expect(asked).to.include({ kind: 'refunded', refundTradeNo: refund.refundTradeNo });
      expect(await city.hear(payment, refund.refundTradeNo)).to.deep.equal({ genuine: true, payment: undefined, refund: asked, confirmByQuery: true });
      expect(await city.refund(refund)).to.deep.equal({ kind: 'accepted', refundTradeNo: refund.refundTradeNo });
    }
    expect(await city.refund(city.newRefund(payment, 1n))).to.include({ kind: 'declined', code: '36' });
  });
  it('a refund that fails later is declined by query and message', async () => {
    const payment = await city.paidBarcode();
    const refund = city.newRefund(payment, 100n);
    await city.fault('refund', 'accepted-then-failed');
    expect(await city.refund(refund)).to.include({ kind: 'accepted' });
    expect(await city.queryRefund(refund)).to.include({ kind: 'declined', code: '01' });
    expect(await city.hear(payment, refund.refundTradeNo)).to.have.nested.property('refund.kind', 'declined');
  });
  it('a refund without an answer is found by its own number; one that never arrived is not', async () => {
    const payment = await city.paidBarcode();
    const refund = city.newRefund(payment, 100n);
    await city.fault('refund', 'drop-after');
    expect(await city.refund(refund)).to.include({ kind: 'unknown' });
    expect(await city.queryRefund(refund)).to.include({ kind: 'refunded' });
    expect(await city.queryRefund(city.newRefund(payment, 1n))).to.include({ kind: 'not-found' });
  });
  it('a refund may stay open for some queries', async () => {
    const refund = city.newRefund(await city.paidBarcode(), 100n);
    await city.fault('refund', 'stays-05', { queries: 2 });
    await city.refund(refund);
    const kinds = [(await city.queryRefund(refund)).kind, (await city.queryRefund(refund)).kind, (await city.queryRefund(refund)).kind];
    expect(kinds).to.deep.equal(['unknown', 'unknown', 'refunded']);
  });
  it('a whole payment is undone on its day', async () => {
    const payment = await city.paidBarcode();
    const undo = city.newRefund(payment, 12_345n);
    expect(await city.undo(undo)).to.include({ kind: 'accepted' });
    expect(await city.queryRefund(undo)).to.include({ kind: 'refunded' });
    expect(await city.hear(payment, undo.refundTradeNo)).to.have.nested.property('refund.kind', 'refunded');
  });
  it('a payment is refunded by its number and time when UnionPay’s number is not known', async () => {
    const { channelOrderNo: _unknown, ...payment } = await city.paidBarcode();
    const refund = city.newRefund({ ...payment, channelOrderNo: undefined }, 100n);
    expect(await city.refund(refund)).to.include({ kind: 'accepted' });
  });
});

withBothMethods('UnionPay channel: days and books', (city) => {
  it('the simulator’s books agree with what was reported', async () => {
    const payment = await city.paidBarcode();
    await city.refund(city.newRefund(payment, 345n));
    const reversed = await city.paidBarcode();
    expect(await city.cancel(reversed)).to.deep.equal({ kind: 'cancelled-refunded' });
    expect(await city.control('GET', 'books')).to.include({ paidFen: '12345', refundedFen: '345' });
  });
  it('a payment at 23:01 belongs to the next clearing day; after that day nothing is reversed or undone', async () => {
    const { clock } = city;
    const today = readLongTime(`${businessDay(clock.now())}230100`);
    if (!today.ok) throw new Error('no such time');
    const evening = today.value > clock.now() ? today.value : today.value + dayMs;
    clock.advance(evening - clock.now());
    const attempt = await city.paidBarcode();
    expect(await city.query(attempt)).to.include({ kind: 'paid', clearingDay: businessDay(evening + dayMs) });
    clock.advance(dayMs);
    expect(await city.cancel(attempt)).to.deep.equal({ kind: 'unknown', why: 'clearing-day-is-over' });
    expect(await city.undo(city.newRefund(attempt, 12_345n))).to.include({ kind: 'declined', code: '35' });
    expect(await city.refund(city.newRefund(attempt, 12_345n))).to.include({ kind: 'accepted' });
  });
});
