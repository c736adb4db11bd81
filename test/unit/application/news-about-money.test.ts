import { expect } from 'chai';
import { fen } from '../../../domain/kernel/money.js';
import { noon } from '../../builders/moments.js';
import { orderRequest, placed, started } from './requests.js';
import { only, openTown } from './town.js';

describe('news about money', () => {
  it('about an attempt of nobody is nothing', async () => {
    const town = await openTown();
    expect(await town.applyReport.run({ kind: 'ended', attemptNo: 'nobody' }, 'bill')).to.equal(undefined);
  });

  it('that it was paid twice makes a repeat payment with a callback of its own, refunded by rule only where that is wanted', async () => {
    for (const wanted of [false, true]) {
      const town = await openTown({ payee: { repeatRefundByRule: wanted } });
      town.unionpay.closable = false;
      await placed(town);
      const first = await started(town, 'unionpay');
      const second = await started(town);
      town.alipay.pay(second);
      town.unionpay.pay(first);
      await town.pass(60_000);
      expect(town.attempts.map((attempt) => attempt.state).sort()).to.deep.equal(['paid', 'repeat']);
      expect(town.callbacks.map((callback) => callback.toldState).sort()).to.deep.equal(['paid', 'repeat-paid']);
      expect(only(town.repeats)).to.include({ amount: 12_000n, handleState: wanted ? 'handled' : 'pending' });
      expect([town.refunds.length, town.alarms()]).to.deep.equal([wanted ? 1 : 0, ['paid-twice']]);
      expect(only(town.orders).state).to.equal('paid');
    }
  });

  it('charged in error goes back by rule only when the channel is sure of it (42)', async () => {
    for (const [code, refunds] of [['42', 1], ['74', 0]] as const) {
      const town = await openTown();
      await placed(town);
      const attemptNo = await started(town, 'unionpay');
      await town.applyReport.run({ kind: 'charged-in-error', attemptNo, channelOrderNo: 'T', amount: fen(12_000), code, goesBack: code === '42' }, 'query');
      await town.pass(60_000);
      expect(only(town.abnormal)).to.include({ kind: 'channel-error', amount: 12_000n });
      expect(town.refunds.length, code).to.equal(refunds);
    }
  });

  it('does not settle an order with money that is going back by rule', async () => {
    const town = await openTown();
    await placed(town);
    const attemptNo = await started(town, 'unionpay');
    await town.applyReport.run({ kind: 'charged-in-error', attemptNo, channelOrderNo: 'T', amount: fen(12_000), code: '42', goesBack: true }, 'query');
    const applied = await town.applyReport.run({ kind: 'paid', attemptNo, channelOrderNo: 'T', amount: fen(12_000), paidAt: noon }, 'message');
    expect([applied?.judgement, only(town.orders).state]).to.deep.equal(['nothing-new', 'failed']);
  });

  it('tells of a failure only where the payee wants it', async () => {
    for (const wanted of [false, true]) {
      const town = await openTown({ payee: { callbackOnFailedOrClosed: wanted } });
      await placed(town);
      const attemptNo = await started(town);
      await town.applyReport.run({ kind: 'declined', attemptNo, reason: '限额', code: 'X' }, 'query');
      expect(town.callbacks.map((callback) => callback.toldState)).to.deep.equal(wanted ? ['failed'] : []);
    }
  });

  it('stores the payment, its callback, its job and its audit row together or not at all', async () => {
    const town = await openTown();
    await placed(town);
    const attemptNo = await started(town);
    const { audit } = town.database.tables;
    const insert = audit.insert.bind(audit);
    audit.insert = () => false;
    await town.applyReport.run({ kind: 'paid', attemptNo, channelOrderNo: 'T', amount: fen(12_000), paidAt: noon }, 'message').then(() => expect.fail('stored'), () => undefined);
    expect([only(town.orders).state, only(town.attempts).state, town.callbacks, town.waiting.length]).to.deep.equal(['paying', 'open', [], 2]);
    audit.insert = insert;
    expect((await town.applyReport.run({ kind: 'paid', attemptNo, channelOrderNo: 'T', amount: fen(12_000), paidAt: noon }, 'message'))?.judgement).to.equal('settled');
  });

  it('from two sides at once is applied once', async () => {
    const town = await openTown();
    await placed(town);
    const attemptNo = await started(town);
    const report = { kind: 'paid', attemptNo, channelOrderNo: 'T', amount: fen(12_000), paidAt: noon } as const;
    const applied = await Promise.all([town.applyReport.run(report, 'message'), town.applyReport.run(report, 'query'), town.applyReport.run(report, 'bill')]);
    expect(applied.map((one) => one?.judgement).sort()).to.deep.equal(['nothing-new', 'nothing-new', 'settled']);
    expect(town.callbacks).to.have.lengthOf(1);
  });

  it('keeps two orders apart', async () => {
    const town = await openTown();
    await placed(town);
    const attemptNo = await started(town);
    await town.placeOrder.run(orderRequest(town, { bizOrderNo: 'B2' }));
    await town.applyReport.run({ kind: 'paid', attemptNo, channelOrderNo: 'T', amount: fen(12_000), paidAt: noon }, 'message');
    expect(town.orders.map((order) => [order.bizOrderNo, order.state])).to.deep.equal([['B1', 'paid'], ['B2', 'awaiting']]);
  });
});
