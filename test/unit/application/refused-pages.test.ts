import { expect } from 'chai';
import { maxAttemptsPerOrder } from '../../../domain/payments/attempt.js';
import { fen } from '../../../domain/kernel/money.js';
import { aPayee } from '../../builders/directory.js';
import { noon } from '../../builders/moments.js';
import { barcodeRequest, paidOrder, placed, refundRequest, requestedRefund, started } from './requests.js';
import { only, openTown, type Town } from './town.js';

const by = { kind: 'developer', code: 'D1', address: undefined } as const;
const start = (town: Town, payChannel: 'alipay' | 'unionpay' = 'unionpay') =>
  town.startPayment.run({ cashierToken: only(town.orders).cashierToken, payChannel, terminal: 'pc', receivedAt: noon, address: '198.51.100.9', requestId: 'r' });

/** A page whose first card was refused, on which the payer then paid with a second one before anybody heard of it. */
async function paidWithAnotherCard(): Promise<Town> {
  const town = await openTown();
  town.unionpay.closable = false;
  await placed(town);
  const attemptNo = await started(town, 'unionpay');
  await town.applyReport.run({ kind: 'declined', attemptNo, reason: '余额不足', code: '51' }, 'query');
  expect(only(town.orders).state).to.equal('failed');
  town.unionpay.pay(attemptNo);
  return town;
}

describe('a page that refused one card and then took another', () => {
  it('is asked before another attempt starts', async () => {
    const town = await paidWithAnotherCard();
    expect(await start(town)).to.deep.equal({ ok: false, refusal: 'already-paid' });
    expect([only(town.orders).state, town.attempts.length]).to.deep.equal(['paid', 1]);
  });

  it('is asked when the payer comes back', async () => {
    const town = await paidWithAnotherCard();
    await town.comeBack.run(only(town.orders).cashierToken);
    expect(only(town.orders).state).to.equal('paid');
  });

  it('is asked before the order is closed', async () => {
    const town = await paidWithAnotherCard();
    expect((await town.closeOrder.run(only(town.orders).platformOrderNo, 'closedByMerchant', by)).kind).to.equal('paid');
  });

  it('is asked again after its limit while nobody answers', async () => {
    const town = await openTown();
    await placed(town);
    const attemptNo = await started(town, 'unionpay');
    await town.applyReport.run({ kind: 'declined', attemptNo, reason: '', code: '51' }, 'query');
    town.unionpay.says.query = async () => ({ kind: 'unknown', attemptNo, why: 'timeout' });
    town.clock.at = only(town.attempts).limitAt + 500;
    await town.pass(5_000);
    town.unionpay.pay(attemptNo);
    delete town.unionpay.says.query;
    await town.pass(60_000);
    expect(only(town.attempts).state).to.be.oneOf(['paid', 'late']);
  });
});

describe('what keeps asking bounded and money clear', () => {
  it('lets nobody start attempt after attempt of one order', async () => {
    const town = await openTown();
    await placed(town);
    for (let count = 0; count < maxAttemptsPerOrder; count++) expect((await start(town, 'alipay')).ok).to.equal(true);
    expect(await start(town, 'alipay')).to.deep.equal({ ok: false, refusal: 'too-many-attempts' });
    expect(town.attempts).to.have.lengthOf(maxAttemptsPerOrder);
  });

  it('starts nothing while another amount than ours was paid, and closes at the limit', async () => {
    const town = await openTown();
    town.unionpay.closable = false;
    await placed(town);
    town.unionpay.pay(await started(town, 'unionpay'), 1);
    expect(await start(town, 'alipay')).to.deep.equal({ ok: false, refusal: 'still-asking' });
    const { platformOrderNo, expiresAt } = only(town.orders);
    expect((await town.closeOrder.run(platformOrderNo, 'closedByMerchant', by)).kind).to.equal('asking');
    town.clock.at = expiresAt;
    expect((await town.closeOrder.run(platformOrderNo, 'expired', by)).kind).to.equal('closed');
  });

  it('does not cancel a code whose charge may still be on its way', async () => {
    const town = await openTown({ patience: { barcodeAnswerMs: 1 } });
    town.alipay.says.charge = async () => ({ kind: 'unknown', attemptNo: only(town.attempts).attemptNo, why: 'timeout' });
    await town.chargeBarcode.run(barcodeRequest(town));
    town.alipay.trades.clear();
    expect((await town.closeOrder.run(only(town.orders).platformOrderNo, 'closedByMerchant', by)).kind).to.equal('asking');
    expect(town.alipay.countOf('cancel')).to.equal(0);
  });

  it('hears of a charge that landed after its cancel', async () => {
    const town = await openTown({ patience: { barcodeAnswerMs: 1 } });
    town.alipay.charging = 'waiting';
    await town.chargeBarcode.run(barcodeRequest(town));
    await town.pass(50_000);
    expect(only(town.attempts).state).to.equal('ended');
    town.alipay.pay(only(town.attempts).attemptNo);
    await town.pass(120_000);
    expect(only(town.attempts).state).to.equal('paid');
  });

  it('gives money back once the channel is sure it was charged in error', async () => {
    const town = await openTown();
    await placed(town);
    const attemptNo = await started(town, 'unionpay');
    const wrong = { kind: 'charged-in-error', attemptNo, channelOrderNo: 'T', amount: fen(12_000) } as const;
    await town.applyReport.run({ ...wrong, code: '75', goesBack: false }, 'query');
    await town.applyReport.run({ ...wrong, code: '42', goesBack: true }, 'query');
    await town.applyReport.run({ ...wrong, code: '42', goesBack: true }, 'query');
    await town.pass(1_000);
    expect(town.refunds.map((refund) => refund.origin)).to.deep.equal(['rule']);
  });
});

describe('a refund the channel did not take in', () => {
  it('comes again under a new number where numbers age, and is refunded once', async () => {
    const town = await openTown();
    await paidOrder(town);
    town.alipay.says.refund = async ({ refundTradeNo }) => { town.alipay.refunded.delete(refundTradeNo); return { kind: 'try-later', refundTradeNo, code: '02' }; };
    await requestedRefund(town);
    await town.pass(3 * 86_400_000);
    const numbers = new Set(town.alipay.calls.filter((one) => one.call === 'refund').map((one) => one.no));
    expect(numbers.size).to.be.greaterThan(2);
    delete town.alipay.says.refund;
    await town.pass(86_400_000);
    expect([only(town.refunds).state, town.alipay.refunded.size]).to.deep.equal(['refunded', 1]);
  });

  it('keeps a number that another worker sent meanwhile, for nobody knows what became of that', async () => {
    const town = await openTown();
    await paidOrder(town);
    let sendings = 0;
    town.alipay.says.refund = async ({ refundTradeNo }) => {
      town.alipay.refunded.delete(refundTradeNo);
      if (sendings++ > 0) return { kind: 'unknown', refundTradeNo, why: 'timeout' };
      await town.workRefund.run(only(town.refunds).platformRefundOrderNo);
      return { kind: 'try-later', refundTradeNo, code: '02' };
    };
    await requestedRefund(town);
    const job = town.workRefund.run(only(town.refunds).platformRefundOrderNo);
    await job;
    const [first, second] = town.alipay.calls.filter((one) => one.call === 'refund').map((one) => one.no);
    expect([sendings, second, only(town.refunds).refundTradeNo]).to.deep.equal([2, first, first]);
  });

  it('keeps its number where one number refunds once for ever', async () => {
    const town = await openTown();
    town.alipay.refunds.resendSafeForMs = Number.POSITIVE_INFINITY;
    await paidOrder(town);
    town.alipay.says.refund = async ({ refundTradeNo }) => { town.alipay.refunded.delete(refundTradeNo); return { kind: 'try-later', refundTradeNo, code: 'BALANCE' }; };
    await requestedRefund(town);
    await town.pass(86_400_000);
    expect(new Set(town.alipay.calls.filter((one) => one.call === 'refund').map((one) => one.no)).size).to.equal(1);
  });

  it('cannot take a number the platform keeps for itself', async () => {
    const town = await openTown();
    await paidOrder(town);
    for (const bizRefundOrderNo of ['RULE-1', 'CANCEL-20260508']) {
      expect(await town.requestRefund.run(refundRequest(town, { bizRefundOrderNo }))).to.deep.equal({ ok: false, refusal: { code: 'reserved-number' } });
    }
  });
});

describe('a callback whose payee moved', () => {
  it('goes to the address of today', async () => {
    const town = await openTown({ payee: { payNotifyUrl: 'https://old.elsewhere.example/n' } });
    await placed(town, { notifyUrl: undefined });
    await town.store.directoryEditor.savePayee(aPayee({ payNotifyUrl: 'https://new.elsewhere.example/n' }), by);
    town.alipay.pay(await started(town));
    await town.pass(10_000);
    expect(town.posted.map((callback) => callback.url)).to.deep.equal(['https://new.elsewhere.example/n']);
  });
});
