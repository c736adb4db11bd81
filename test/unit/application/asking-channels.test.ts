import { expect } from 'chai';
import { fen } from '../../../domain/kernel/money.js';
import { paidOrder, placed, started } from './requests.js';
import { only, openTown } from './town.js';

describe('asking about an attempt', () => {
  it('settles the order when the channel says paid, tells the business system once, and stops', async () => {
    const town = await openTown();
    await placed(town);
    town.alipay.pay(await started(town));
    expect(await town.pass(10_000)).to.deep.equal(['query-attempt:done', 'follow-order:done', 'deliver-callback:done']);
    expect(only(town.orders)).to.include({ state: 'paid', payChannel: 'alipay' });
    expect(only(town.callbacks)).to.include({ toldState: 'paid', state: 'accepted', tries: 1 });
    expect(town.audited).to.deep.equal(['order.placed', 'attempt.started', 'order.paid']);
    expect(town.waiting, 'neither its expiry nor another question').to.deep.equal([]);
  });

  it('goes on while the answer is unknown, however long, and never calls it failed', async () => {
    const town = await openTown();
    await placed(town, { validMinutes: 5 });
    const attemptNo = await started(town);
    town.alipay.says.query = async () => ({ kind: 'unknown', attemptNo, why: 'unreadable' });
    await town.pass(2 * 86_400_000);
    expect([only(town.orders).state, only(town.attempts).state]).to.deep.equal(['paying', 'open']);
    delete town.alipay.says.query;
    town.alipay.pay(attemptNo);
    await town.pass(86_400_000);
    expect(only(town.orders).state).to.equal('paid');
  });

  it('leaves an attempt nobody decides to the bill, loudly, and closes the order', async () => {
    const town = await openTown();
    await placed(town, { validMinutes: 5 });
    await started(town);
    await town.pass(4 * 86_400_000);
    expect([only(town.orders).state, only(town.orders).stateMsg, only(town.attempts).state]).to.deep.equal(['closed', '支付超时', 'open']);
    expect(town.alarms()).to.deep.equal(['attempt-left-to-bill']);
    expect(town.waiting).to.deep.equal([]);
  });

  it('shows a refusal and goes on asking: the same page may take another card', async () => {
    const town = await openTown();
    await placed(town);
    const attemptNo = await started(town);
    town.alipay.trades.set(attemptNo, { amount: fen(12_000), state: 'declined', charges: 1 });
    await town.pass(10_000);
    expect(only(town.orders)).to.include({ state: 'failed', stateMsg: '余额不足' });
    town.alipay.pay(attemptNo);
    await town.pass(600_000);
    expect(only(town.orders)).to.include({ state: 'paid', stateMsg: '支付成功' });
  });

  it('runs as if nothing had been, for an attempt that is over', async () => {
    const town = await openTown();
    await paidOrder(town);
    const { attemptNo } = only(town.attempts);
    const asked = town.alipay.countOf('query');
    expect(await town.queryAttempt.run(attemptNo)).to.deep.equal({ kind: 'done' });
    expect(town.alipay.countOf('query')).to.equal(asked);
    expect(await town.queryAttempt.run('nobody').catch((error: Error) => error.message)).to.equal('no attempt nobody');
  });
});

describe('coming back from the channel', () => {
  it('asks, and believes the answer only', async () => {
    const town = await openTown();
    const { cashierToken } = await placed(town);
    const attemptNo = await started(town);
    expect(await town.comeBack.tokenOf(attemptNo)).to.equal(cashierToken);
    expect(await town.comeBack.tokenOf('nobody')).to.equal(undefined);
    await town.comeBack.returned(cashierToken);
    expect(only(town.orders).state).to.equal('awaiting');
    town.alipay.pay(attemptNo);
    await town.comeBack.returned(cashierToken);
    expect(only(town.orders).state).to.equal('paid');
  });

  it('makes the order payable again for a payer who gave up, while the attempt stays open', async () => {
    const town = await openTown();
    const { cashierToken } = await placed(town);
    const attemptNo = await started(town, 'unionpay');
    town.unionpay.says.query = async () => ({ kind: 'unknown', attemptNo, why: 'pending' });
    await town.comeBack.returned(cashierToken);
    expect(only(town.orders).state).to.equal('paying');
    await town.comeBack.run(cashierToken);
    expect([only(town.orders).state, only(town.attempts).state, only(town.attempts).busy]).to.deep.equal(['awaiting', 'open', false]);
    delete town.unionpay.says.query;
    town.unionpay.pay(attemptNo);
    await town.pass(60_000);
    expect(only(town.orders).state).to.equal('paid');
  });

  it('asks no more than it may, and survives a channel that breaks', async () => {
    const town = await openTown();
    const { cashierToken } = await placed(town);
    await started(town);
    town.allowed = 1;
    town.alipay.fuse = () => { throw new Error('broken'); };
    await town.comeBack.run(cashierToken);
    expect(town.faults()).to.deep.equal(['come-back']);
    town.alipay.fuse = () => undefined;
    await town.comeBack.run(cashierToken);
    expect(town.alipay.countOf('query')).to.equal(0);
    await town.comeBack.run('nobody');
  });

  it('asks nothing about an order that is paid', async () => {
    const town = await openTown();
    const { cashierToken } = await paidOrder(town);
    const asked = town.alipay.countOf('query');
    await town.comeBack.run(cashierToken);
    expect(town.alipay.countOf('query')).to.equal(asked);
  });
});
