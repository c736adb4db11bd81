import { expect } from 'chai';
import { fen } from '../../../domain/kernel/money.js';
import { noon } from '../../builders/moments.js';
import { placed, started } from './requests.js';
import { only, openTown, type Town } from './town.js';

const by = { kind: 'developer', code: 'D1', address: undefined } as const;

describe('closing an order', () => {
  const close = (town: Town) => town.closeOrder.run(only(town.orders).platformOrderNo, 'closedByMerchant', by);

  it('closes one nobody has begun to pay', async () => {
    const town = await openTown();
    await placed(town);
    expect((await close(town)).kind).to.equal('closed');
    expect(only(town.orders)).to.include({ state: 'closed', stateMsg: '业务系统已关闭订单', closedAt: noon });
    expect([town.callbacks, town.audited]).to.deep.equal([[], ['order.placed', 'order.closed']]);
    expect((await close(town)).kind).to.equal('closed');
    expect(town.audited).to.have.lengthOf(2);
  });

  it('tells the business system where its payee wants it, once', async () => {
    const town = await openTown({ payee: { callbackOnFailedOrClosed: true } });
    await placed(town);
    await close(town);
    await close(town);
    expect(only(town.callbacks)).to.include({ toldState: 'closed' });
  });

  it('asks first, then closes at the channel, then here', async () => {
    const town = await openTown();
    await placed(town);
    const attemptNo = await started(town);
    town.alipay.trades.set(attemptNo, { amount: fen(12_000), state: 'waiting', charges: 0 });
    expect((await close(town)).kind).to.equal('closed');
    expect(town.alipay.calls.map((one) => one.call)).to.deep.equal(['start', 'query', 'close']);
    expect([only(town.attempts).state, town.alipay.trades.get(attemptNo)?.state]).to.deep.equal(['ended', 'closed']);
  });

  it('finds it paid', async () => {
    const town = await openTown();
    await placed(town);
    town.alipay.pay(await started(town));
    expect((await close(town)).kind).to.equal('paid');
    expect(only(town.orders).state).to.equal('paid');
  });

  for (const step of ['query', 'close'] as const) {
    it(`does not close while the channel’s answer to a ${step} is unknown`, async () => {
      const town = await openTown();
      await placed(town);
      const attemptNo = await started(town);
      town.alipay.trades.set(attemptNo, { amount: fen(12_000), state: 'waiting', charges: 0 });
      town.alipay.says[step] = async () => ({ kind: 'unknown', attemptNo, why: 'timeout' });
      expect((await close(town)).kind).to.equal('asking');
      expect(only(town.orders).state).to.not.equal('closed');
    });
  }

  it('sees a payment that arrives while it closes', async () => {
    const town = await openTown();
    await placed(town);
    const attemptNo = await started(town);
    town.alipay.says.close = async () => {
      await town.applyReport.run({ kind: 'paid', attemptNo, channelOrderNo: 'T', amount: fen(12_000), paidAt: noon }, 'message');
      return { kind: 'not-found', attemptNo };
    };
    expect((await close(town)).kind).to.equal('paid');
    expect(only(town.orders).state).to.equal('paid');
  });

  it('does not close over an attempt that was started meanwhile', async () => {
    const town = await openTown();
    town.unionpay.closable = false;
    await placed(town);
    const attemptNo = await started(town, 'unionpay');
    let once = true;
    town.unionpay.says.query = async () => {
      if (once) { once = false; await started(town); }
      return { kind: 'not-found', attemptNo };
    };
    expect((await close(town)).kind).to.equal('asking');
    expect(only(town.orders).state).to.equal('paying');
  });

  it('keeps money that comes after closing, alarms, and gives it back by rule', async () => {
    const town = await openTown();
    town.unionpay.closable = false;
    await placed(town);
    const attemptNo = await started(town, 'unionpay');
    expect((await close(town)).kind).to.equal('closed');
    town.unionpay.pay(attemptNo);
    await town.pass(60_000);
    expect([only(town.orders).state, only(town.attempts).state]).to.deep.equal(['closed', 'late']);
    expect(only(town.abnormal)).to.include({ kind: 'paid-after-close', amount: 12_000n, handleState: 'handled' });
    expect(only(town.refunds)).to.include({ origin: 'rule', state: 'refunded', refundAmount: 12_000n, notifyUrl: undefined });
    expect([...town.unionpay.refunded.values()]).to.deep.equal([12_000n]);
    expect([town.alarms(), town.callbacks]).to.deep.equal([['paid-late'], []]);
  });

  it('at its expiry says so, however late the job runs', async () => {
    const town = await openTown();
    await placed(town, { validMinutes: 5 });
    expect(await town.pass(300_000)).to.deep.equal(['expire-order:done']);
    expect(only(town.orders)).to.include({ state: 'closed', stateMsg: '支付超时' });
  });

  it('at its expiry asks again, ever more slowly, while the channel is silent', async () => {
    const town = await openTown();
    const order = await placed(town, { validMinutes: 5 });
    const attemptNo = await started(town);
    town.alipay.says.query = async () => ({ kind: 'unknown', attemptNo, why: 'timeout' });
    town.clock.at = order.expiresAt;
    const waits: number[] = [];
    for (let round = 0; round < 12; round++) {
      const outcome = await town.expireOrder.run(order.platformOrderNo);
      if (outcome.kind !== 'again') return expect.fail('closed');
      waits.push((outcome.dueAt - town.clock.at) / 1000);
      town.clock.at = outcome.dueAt;
    }
    expect(waits).to.deep.equal([5, 5, 10, 20, 40, 80, 160, 320, 600, 600, 600, 600]);
  });
});
