import { expect } from 'chai';
import { fen } from '../../../domain/kernel/money.js';
import { AlipayTown, timeoutMs } from './alipay-town.js';

describe('Alipay adapter against the simulated gateway: refunds', function () {
  const town = new AlipayTown();
  before(() => town.open());
  after(() => town.close());
  afterEach(() => town.control('/sim/faults', undefined, 'DELETE'));

  it('refunds in parts under fixed numbers and tells each refund from a second payment', async () => {
    const paying = town.attempt('pc');
    await town.payOnPage(paying);
    const [first, second] = [town.refundOf(paying, fen(5000)), town.refundOf(paying, fen(7000))];
    expect(await town.channel.refunds.queryRefund(town.account, first, timeoutMs)).to.deep.equal({ kind: 'not-found', refundTradeNo: first.refundTradeNo });
    expect(await town.channel.refunds.refund(town.account, first, timeoutMs)).to.include({ kind: 'refunded', refundTradeNo: first.refundTradeNo });
    expect(await town.channel.refunds.refund(town.account, first, timeoutMs)).to.deep.equal({ kind: 'accepted', refundTradeNo: first.refundTradeNo });
    expect(await town.channel.refunds.queryRefund(town.account, first, timeoutMs)).to.include({ kind: 'refunded' });
    expect(await town.channel.refunds.refund(town.account, town.refundOf(paying, fen(7001)), timeoutMs)).to.include({ kind: 'declined', code: 'ACQ.REASON_TRADE_REFUND_FEE_ERR' });
    expect(await town.channel.queries.query(town.account, paying, timeoutMs)).to.include({ kind: 'paid', amount: 12000n });
    expect(await town.channel.refunds.refund(town.account, second, timeoutMs)).to.include({ kind: 'refunded' });
    expect(await town.channel.refunds.refund(town.account, town.refundOf(paying, fen(1)), timeoutMs)).to.include({ kind: 'declined', code: 'ACQ.TRADE_HAS_CLOSE' });
    for (const sent of [first, second]) {
      const verdict = await town.verdictOn(paying, sent.refundTradeNo);
      expect(verdict).to.deep.include({ genuine: true, payment: undefined });
      expect(verdict).to.have.nested.property('refund.refundTradeNo', sent.refundTradeNo);
    }
    expect(await town.booked(paying.attemptNo)).to.include({ state: 'TRADE_CLOSED', refundedFen: '12000' });
  });

  it('loses no refund and pays none twice when answers are lost', async () => {
    const paying = town.attempt('bar');
    await town.channel.barcodes.charge(town.account, paying, town.code('00'), timeoutMs);
    const sent = town.refundOf(paying, fen(5000));
    const faults: readonly (readonly [string, object])[] = [
      ['20000-after', { kind: 'unknown', why: 'busy' }], ['drop-after', { kind: 'unknown', why: 'unreadable' }], ['SYSTEM_ERROR-after', { kind: 'unknown', why: 'busy' }], ['rate-limited', { kind: 'try-later', code: 'isv.app-call-limited' }],
    ];
    for (const [name, expected] of faults) {
      await town.fault('alipay.trade.refund', name);
      expect(await town.channel.refunds.refund(town.account, sent, timeoutMs), name).to.include(expected);
    }
    await town.fault('alipay.trade.fastpay.refund.query', 'refund-invisible');
    expect(await town.channel.refunds.queryRefund(town.account, sent, timeoutMs)).to.include({ kind: 'not-found' });
    expect(await town.channel.refunds.refund(town.account, sent, timeoutMs)).to.include({ kind: 'accepted' });
    expect(await town.channel.refunds.queryRefund(town.account, sent, timeoutMs)).to.include({ kind: 'refunded' });
    expect(await town.channel.refunds.refund(town.account, { ...sent, amount: fen(4000) }, timeoutMs)).to.include({ kind: 'unknown' });
    expect(await town.booked(paying.attemptNo)).to.include({ refundedFen: '5000' });
    const short = town.refundOf(paying, fen(1000));
    await town.fault('alipay.trade.refund', 'seller-balance');
    expect(await town.channel.refunds.refund(town.account, short, timeoutMs)).to.include({ kind: 'try-later', code: 'ACQ.SELLER_BALANCE_NOT_ENOUGH' });
    await town.fault('alipay.trade.refund', 'fund-change-n');
    expect(await town.channel.refunds.refund(town.account, short, timeoutMs)).to.include({ kind: 'accepted' });
    expect(await town.channel.refunds.queryRefund(town.account, short, timeoutMs)).to.include({ kind: 'refunded' });
  });
});
