import { expect } from 'chai';
import { fen } from '../../../domain/kernel/money.js';
import { aPayeeChannel } from '../../builders/directory.js';
import { noon } from '../../builders/moments.js';
import { paidOrder, placed, started } from './requests.js';
import { only, openTown, type Town } from './town.js';

const by = { kind: 'developer', code: 'D1', address: undefined } as const;
const start = (town: Town, changes: object = {}) =>
  town.startPayment.run({ cashierToken: only(town.orders).cashierToken, payChannel: 'alipay', terminal: 'pc', receivedAt: noon, address: '198.51.100.9', requestId: 'r', ...changes });

describe('going to a channel', () => {
  it('stores the attempt and its question before the payer leaves', async () => {
    const town = await openTown();
    await placed(town, { bizDiscountAmount: fen(500) });
    const result = await start(town);
    const attempt = only(town.attempts);
    expect(result).to.deep.equal({ ok: true, value: { attemptNo: attempt.attemptNo, handover: { action: 'https://bank.example/pay', fields: { no: attempt.attemptNo } } } });
    expect(attempt).to.deep.include({ state: 'open', busy: true, amount: 11_500n, payMethod: 'pc', channelMerchantId: 'CM-ALI', channelTime: '20260508120000', sentAt: noon });
    expect(only(town.orders)).to.include({ state: 'paying', stateMsg: '支付中' });
    expect(town.waiting).to.deep.equal(['expire-order+7200', 'query-attempt+10']);
    expect(town.audited).to.deep.equal(['order.placed', 'attempt.started']);
  });

  it('is refused for a stranger, a closed channel, a wrong page and a late hour', async () => {
    const town = await openTown();
    const order = await placed(town, { terminal: 'pc' });
    expect(await start(town, { cashierToken: 'nobody' })).to.deep.equal({ ok: false, refusal: 'no-such-order' });
    expect(await start(town, { terminal: 'h5' })).to.deep.equal({ ok: false, refusal: 'channel-not-open' });
    await town.store.directoryEditor.savePayeeChannel(aPayeeChannel('unionpay', { enabled: false }), by);
    expect(await start(town, { payChannel: 'unionpay' })).to.deep.equal({ ok: false, refusal: 'channel-not-open' });
    town.clock.at = order.expiresAt - 60_000;
    expect(await start(town)).to.deep.equal({ ok: false, refusal: 'too-close-to-expiry' });
    town.clock.at = order.expiresAt;
    expect(await start(town)).to.deep.equal({ ok: false, refusal: 'expired' });
    expect(town.attempts).to.deep.equal([]);
  });

  it('is refused once it is paid or closed', async () => {
    const town = await openTown();
    await paidOrder(town);
    expect(await start(town)).to.deep.equal({ ok: false, refusal: 'already-paid' });
    const other = await openTown();
    const order = await placed(other);
    await other.closeOrder.run(order.platformOrderNo, 'closedByMerchant', by);
    expect(await start(other)).to.deep.equal({ ok: false, refusal: 'closed' });
  });

  it('closes the earlier attempt at its channel first', async () => {
    const town = await openTown();
    await placed(town);
    const first = await started(town);
    town.alipay.trades.set(first, { amount: fen(12_000), state: 'waiting', charges: 0 });
    const second = await started(town, 'unionpay');
    expect(town.alipay.calls.map((one) => one.call)).to.deep.equal(['start', 'query', 'close']);
    expect(town.attempts.map((attempt) => [attempt.attemptNo, attempt.state])).to.deep.equal([[first, 'ended'], [second, 'open']]);
    expect(only(town.orders).state).to.equal('paying');
  });

  it('finds out that the earlier attempt was paid, and starts none', async () => {
    const town = await openTown();
    await placed(town);
    town.alipay.pay(await started(town));
    expect(await start(town, { payChannel: 'unionpay' })).to.deep.equal({ ok: false, refusal: 'already-paid' });
    expect([only(town.orders).state, town.attempts.length]).to.deep.equal(['paid', 1]);
  });

  it('waits while the earlier attempt is unknown', async () => {
    const town = await openTown();
    await placed(town);
    const attemptNo = await started(town);
    town.alipay.says.query = async () => ({ kind: 'unknown', attemptNo, why: 'timeout' });
    expect(await start(town)).to.deep.equal({ ok: false, refusal: 'still-asking' });
    delete town.alipay.says.query;
    town.alipay.trades.set(attemptNo, { amount: fen(12_000), state: 'waiting', charges: 0 });
    town.alipay.says.close = async () => ({ kind: 'unknown', attemptNo, why: 'timeout' });
    expect(await start(town)).to.deep.equal({ ok: false, refusal: 'still-asking' });
    expect(town.attempts).to.have.lengthOf(1);
  });

  it('goes on where the earlier channel cannot close and clearly has no payment', async () => {
    const town = await openTown();
    town.unionpay.closable = false;
    await placed(town);
    const first = await started(town, 'unionpay');
    await started(town);
    expect(town.attempts.find((attempt) => attempt.attemptNo === first)).to.include({ state: 'open', busy: false });
  });

  it('lets one of two windows start', async () => {
    const town = await openTown();
    await placed(town);
    const results = await Promise.all([start(town), start(town, { payChannel: 'unionpay' })]);
    expect(results.map((result) => (result.ok ? 'ok' : result.refusal)).sort()).to.deep.equal(['ok', 'try-again']);
    expect(town.attempts).to.have.lengthOf(1);
  });

  it('is repaired by its question when the hand-over failed', async () => {
    const town = await openTown();
    await placed(town);
    town.alipay.fuse = () => { throw new Error('key store gone'); };
    expect(await start(town).catch((error: Error) => error.message)).to.equal('key store gone');
    expect(only(town.orders).state).to.equal('paying');
    town.alipay.fuse = () => undefined;
    expect(await town.pass(10_000)).to.deep.equal(['query-attempt:again']);
    expect(only(town.orders).state).to.equal('awaiting');
    expect((await start(town)).ok).to.equal(true);
  });
});
