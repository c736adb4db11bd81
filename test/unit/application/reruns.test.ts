import { expect } from 'chai';
import { fen } from '../../../domain/kernel/money.js';
import { aMessage } from './fake-bank.js';
import { barcodeRequest, paidOrder, placed, requestedRefund, started } from './requests.js';
import { only, openTown, type Town, type TownPlan } from './town.js';
import { expectTradesOfBooks } from './trades-and-books.js';

/** Every unit of work is undone once and run again: what a use case keeps outside of its stores would show here. */
async function rerunningTown(plan: TownPlan = {}): Promise<Town> {
  const town = await openTown(plan);
  town.rerunning = true;
  return town;
}

describe('a unit of work that has to be run again', () => {
  it('places one order and books one payment', async () => {
    const town = await rerunningTown();
    await paidOrder(town);
    expect([only(town.orders).state, only(town.attempts).state, only(town.callbacks).state]).to.deep.equal(['paid', 'paid', 'accepted']);
    expect(only(town.callbacks).tries).to.equal(1);
    expectTradesOfBooks(town);
    expect(town.audited).to.deep.equal(['order.placed', 'attempt.started', 'order.paid']);
  });

  it('charges a scanned code once, under the number that was stored', async () => {
    const town = await rerunningTown({ patience: { barcodeAnswerMs: 50 } });
    await town.chargeBarcode.run(barcodeRequest(town));
    expect(town.alipay.calls.filter((one) => one.call === 'charge').map((one) => one.no)).to.deep.equal([only(town.attempts).attemptNo]);
    expect(only(town.orders).state).to.equal('paid');
  });

  it('sends a refund once, under the number that was stored', async () => {
    const town = await rerunningTown();
    await paidOrder(town);
    await requestedRefund(town);
    await town.pass(0);
    expect([...town.alipay.refunded.keys()]).to.deep.equal([only(town.refunds).refundTradeNo]);
    expect(town.alipay.calls.filter((one) => one.call === 'refund')).to.have.lengthOf(1);
    expect(only(town.refunds).state).to.equal('refunded');
  });

  it('keeps late money in one record and gives it back once', async () => {
    const town = await rerunningTown();
    town.unionpay.closable = false;
    const { platformOrderNo } = await placed(town);
    const attemptNo = await started(town, 'unionpay');
    await town.closeOrder.run(platformOrderNo, 'closedByMerchant', { kind: 'system', code: 't', address: undefined });
    town.unionpay.pay(attemptNo);
    town.unionpay.verdict = { genuine: true, refund: undefined, confirmByQuery: false, payment: { kind: 'paid', attemptNo, channelOrderNo: 'T', amount: fen(12_000), paidAt: town.clock.at } };
    await town.receiveMessage.run('unionpay', aMessage('payment', attemptNo));
    await town.pass(60_000);
    expect([only(town.abnormal).handleState, [...town.unionpay.refunded.values()]]).to.deep.equal(['handled', [12_000n]]);
  });
});
