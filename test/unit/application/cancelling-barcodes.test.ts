import { expect } from 'chai';
import { fen } from '../../../domain/kernel/money.js';
import { noon } from '../../builders/moments.js';
import { aMessage } from './fake-bank.js';
import { barcodeRequest } from './requests.js';
import { only, openTown, type Town } from './town.js';

const by = { kind: 'developer', code: 'D1', address: undefined } as const;

describe('a scanned code nobody decides', () => {
  /** A code whose charge came to `charging`; the first question is not waited for. */
  async function open(): Promise<{ town: Town; attemptNo: string }> {
    const town = await openTown({ patience: { barcodeAnswerMs: 1 } });
    town.alipay.charging = 'waiting';
    await town.chargeBarcode.run(barcodeRequest(town));
    return { town, attemptNo: only(town.attempts).attemptNo };
  }

  it('is asked about every three seconds and cancelled after 45', async () => {
    const { town, attemptNo } = await open();
    await town.pass(46_000);
    expect([only(town.attempts).state, only(town.orders).state, town.alipay.trades.get(attemptNo)?.state]).to.deep.equal(['ended', 'awaiting', 'closed']);
    expect(town.alipay.countOf('cancel')).to.equal(1);
    expect(town.alipay.countOf('query')).to.be.within(13, 16);
    expect(town.audited).to.deep.equal(['order.placed', 'attempt.cancel-asked', 'attempt.ended']);
    expect(only(town.attempts).cancelAskedAt).to.be.within(noon + 45_000, noon + 48_000);
  });

  it('is not cancelled when the last question finds it paid', async () => {
    const { town, attemptNo } = await open();
    await town.pass(40_000);
    town.alipay.pay(attemptNo);
    await town.pass(60_000);
    expect([only(town.orders).state, town.alipay.countOf('cancel')]).to.deep.equal(['paid', 0]);
  });

  it('is cancelled again while the channel’s answer is open, and asked about in between', async () => {
    const { town } = await open();
    town.alipay.says.cancel = async () => ({ kind: 'unknown', why: 'retry' });
    town.alipay.says.query = async (attempt) => ({ kind: 'unknown', attemptNo: attempt.attemptNo, why: 'timeout' });
    await town.pass(60_000);
    expect(only(town.attempts).state).to.equal('open');
    expect(town.alipay.countOf('cancel')).to.be.above(2);
    expect(town.audited.filter((action) => action === 'attempt.cancel-asked')).to.have.lengthOf(1);
    delete town.alipay.says.cancel;
    await town.pass(10_000);
    expect(only(town.attempts).state).to.equal('ended');
  });

  it('is not believed paid by a message after the cancel was asked, but by a question', async () => {
    const { town, attemptNo } = await open();
    await town.pass(46_000);
    town.alipay.verdict = { genuine: true, refund: undefined, confirmByQuery: false, payment: { kind: 'paid', attemptNo, channelOrderNo: 'T', amount: fen(12_000), paidAt: noon } };
    await town.receiveMessage.run('alipay', aMessage('payment', attemptNo));
    expect([only(town.orders).state, only(town.attempts).state]).to.deep.equal(['awaiting', 'ended']);
  });

  it('whose payment was booked while the cancel gave it back is both: paid, and refunded with a callback and all that follows a refund', async () => {
    const { town, attemptNo } = await open();
    const followed: string[] = [];
    await town.pass(44_000);
    town.alipay.says.query = async () => ({ kind: 'waiting', attemptNo });
    town.alipay.says.cancel = async () => {
      delete town.alipay.says.query;
      await town.applyReport.run({ kind: 'paid', attemptNo, channelOrderNo: 'T', amount: fen(12_000), paidAt: noon }, 'query');
      followed.push(...await town.work());
      return { kind: 'cancelled-refunded' };
    };
    const afterwards = await town.pass(3_000);
    expect([followed.includes('follow-order:done'), afterwards.includes('follow-order:done')]).to.deep.equal([true, true]);
    expect(only(town.orders).state).to.equal('paid');
    expect(only(town.refunds)).to.include({ state: 'refunded', refundAmount: 12_000n, refundTradeNo: attemptNo });
    expect(town.callbacks.map((callback) => callback.toldState).sort()).to.deep.equal(['paid', 'refunded']);
    expect(town.alarms()).to.deep.equal(['barcode-cancelled-after-payment']);
  });

  it('is never cancelled once its payment is booked, however late the wish to cancel comes', async () => {
    const { town, attemptNo } = await open();
    const asSeen = only(town.attempts);
    town.alipay.pay(attemptNo);
    await town.ask.query(asSeen);
    expect(await town.cancel.run(asSeen)).to.equal(true);
    expect([town.alipay.countOf('cancel'), only(town.orders).state, only(town.attempts).cancelAskedAt]).to.deep.equal([0, 'paid', undefined]);
  });

  it('is closed with its order: asked first, then cancelled', async () => {
    const { town, attemptNo } = await open();
    const closing = await town.closeOrder.run(only(town.orders).platformOrderNo, 'closedByMerchant', by);
    expect([closing.kind, only(town.attempts).state, town.alipay.trades.get(attemptNo)?.state]).to.deep.equal(['closed', 'ended', 'closed']);
  });

  it('keeps its order open while the cancel is unknown', async () => {
    const { town } = await open();
    town.alipay.says.cancel = async () => ({ kind: 'unknown', why: 'retry' });
    expect((await town.closeOrder.run(only(town.orders).platformOrderNo, 'closedByMerchant', by)).kind).to.equal('asking');
  });
});
