import { expect } from 'chai';
import { fen } from '../../domain/kernel/money.js';
import { noon } from '../builders/moments.js';
import { barcodeRequest, requestedRefund } from '../unit/application/requests.js';
import { only, openTown, type Town } from '../unit/application/town.js';

/** Found by the crash suite: money that a cancel gave back after it had been booked, and whose answer never reached us. */
describe('a scanned payment that was booked while it was being cancelled', () => {
  const paid = (attemptNo: string) => ({ kind: 'paid', attemptNo, channelOrderNo: 'T', amount: fen(12_000), paidAt: noon } as const);

  /** The cancel is carried out, the payment is booked meanwhile, and `ending` is what becomes of the cancel's answer. */
  async function cancelled(ending: (town: Town, attemptNo: string) => Promise<{ kind: 'cancelled-unpaid' } | { kind: 'unknown'; why: string }>): Promise<Town> {
    const town = await openTown({ patience: { barcodeAnswerMs: 1 } });
    town.alipay.charging = 'waiting';
    await town.chargeBarcode.run(barcodeRequest(town));
    const { attemptNo } = only(town.attempts);
    await town.pass(44_000);
    town.alipay.says.query = async () => ({ kind: 'waiting', attemptNo });
    town.alipay.says.cancel = async () => {
      delete town.alipay.says.query;
      await town.applyReport.run(paid(attemptNo), 'query');
      return ending(town, attemptNo);
    };
    await town.pass(3_000);
    return town;
  }

  function expectReturned(town: Town): void {
    expect(only(town.orders).state).to.equal('paid');
    expect(only(town.refunds)).to.include({ state: 'refunded', refundAmount: 12_000n, refundTradeNo: only(town.attempts).attemptNo });
    expect(town.callbacks.map((callback) => callback.toldState).sort()).to.deep.equal(['paid', 'refunded']);
  }

  it('is known to have gone back when the answer to the cancel is lost', async () => {
    const town = await cancelled(async () => ({ kind: 'unknown', why: 'timeout' }));
    await town.pass(120_000);
    expectReturned(town);
  });

  it('is known to have gone back when the channel says cancelled and had not yet heard of the payment', async () => {
    expectReturned(await cancelled(async () => ({ kind: 'cancelled-unpaid' })));
  });

  it('is known to have gone back when the process dies before it hears the answer', async () => {
    const town = await cancelled(async () => { throw new Error('power cut'); });
    await town.pass(120_000);
    expectReturned(town);
  });

  it('is given back once, however often it is looked at, and is left alone in the end', async () => {
    const town = await cancelled(async () => ({ kind: 'unknown', why: 'timeout' }));
    await town.pass(3_600_000);
    expectReturned(town);
    expect(town.waiting.filter((job) => job.startsWith('query-attempt'))).to.deep.equal([]);
  });

  it('stays paid when the cancel was not carried out', async () => {
    const town = await cancelled(async (running, attemptNo) => {
      running.alipay.pay(attemptNo);
      return { kind: 'unknown', why: 'timeout' };
    });
    await town.pass(3_600_000);
    expect([only(town.orders).state, town.refunds.length]).to.deep.equal(['paid', 0]);
    expect(town.waiting.filter((job) => job.startsWith('query-attempt'))).to.deep.equal([]);
  });

  it('keeps what a refund of the business system has taken already out of what went back', async () => {
    const town = await cancelled(async (running) => {
      await requestedRefund(running, { refundAmount: fen(2_000) });
      return { kind: 'unknown', why: 'timeout' };
    });
    await town.pass(600_000);
    expect(town.refunds.map((refund) => [refund.state, refund.refundAmount]).sort()).to.deep.equal([['refunded', 10_000n], ['refunded', 2_000n]]);
  });
});
