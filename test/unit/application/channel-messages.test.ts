import { expect } from 'chai';
import { fen } from '../../../domain/kernel/money.js';
import { noon } from '../../builders/moments.js';
import { aMessage } from './fake-bank.js';
import { placed, started } from './requests.js';
import { only, openTown, type Town } from './town.js';

describe('a message of a channel', () => {
  const paidBy = (attemptNo: string, amount = 12_000) => ({ kind: 'paid' as const, attemptNo, channelOrderNo: 'T1', amount: fen(amount), paidAt: noon });
  const genuine = (payment: ReturnType<typeof paidBy> | undefined, confirmByQuery = false) => ({ genuine: true as const, payment, refund: undefined, confirmByQuery });

  async function sent(): Promise<{ town: Town; attemptNo: string }> {
    const town = await openTown();
    await placed(town);
    return { town, attemptNo: await started(town) };
  }

  it('is booked, answered, and changes nothing when it comes again', async () => {
    const { town, attemptNo } = await sent();
    town.alipay.verdict = genuine(paidBy(attemptNo));
    for (let round = 0; round < 3; round++) expect(await town.receiveMessage.run('alipay', aMessage('payment', attemptNo))).to.deep.equal(town.alipay.messages.accepted);
    expect(only(town.orders).state).to.equal('paid');
    expect([town.callbacks.length, town.audited.filter((action) => action === 'order.paid').length, town.attempts[0]?.version]).to.deep.equal([1, 1, 2]);
  });

  it('is refused when it is not readable, not ours, of another channel or not genuine', async () => {
    const { town, attemptNo } = await sent();
    const refused = town.alipay.messages.refused;
    expect(await town.receiveMessage.run('alipay', { ...aMessage('payment', attemptNo), body: Buffer.from('') })).to.deep.equal(refused);
    expect(await town.receiveMessage.run('alipay', aMessage('payment', '20260508120000000000000099'))).to.deep.equal(refused);
    expect(await town.receiveMessage.run('unionpay', aMessage('payment', attemptNo))).to.deep.equal(refused);
    expect(await town.receiveMessage.run('alipay', aMessage('payment', attemptNo))).to.deep.equal(refused);
    town.alipay.verdict = genuine(paidBy('20260508120000000000000099'));
    expect(await town.receiveMessage.run('alipay', aMessage('payment', attemptNo))).to.deep.equal(refused);
    expect(town.events.filter((one) => one.event === 'channel-message-refused').map((one) => one.fields?.['why'])).to.deep.equal(['unreadable', 'unknown-order', 'other-channel', 'signature', 'other-attempt']);
    expect(only(town.orders).state).to.equal('paying');
  });

  it('about another amount is acknowledged, recorded once, and not booked', async () => {
    const { town, attemptNo } = await sent();
    town.alipay.verdict = genuine(paidBy(attemptNo, 11_999));
    for (let round = 0; round < 2; round++) expect((await town.receiveMessage.run('alipay', aMessage('payment', attemptNo))).status).to.equal(200);
    expect(only(town.abnormal)).to.include({ kind: 'amount-mismatch', amount: 11_999n, handleState: 'pending' });
    expect(town.audited.filter((action) => action === 'order.amount-differs')).to.have.lengthOf(1);
    expect([only(town.orders).state, town.refunds]).to.deep.equal(['paying', []]);
  });

  it('about another amount does not make the question about it ask itself for ever', async () => {
    const { town, attemptNo } = await sent();
    town.alipay.verdict = genuine(paidBy(attemptNo, 11_999));
    town.alipay.pay(attemptNo, 11_999);
    await town.receiveMessage.run('alipay', aMessage('payment', attemptNo));
    await town.pass(60_000);
    expect(town.alipay.countOf('query')).to.be.below(6);
  });

  it('about another amount is checked by a question, a question’s own finding is not', async () => {
    const { town, attemptNo } = await sent();
    town.alipay.pay(attemptNo, 11_999);
    await town.ask.query(only(town.attempts));
    expect([only(town.abnormal).kind, town.waiting]).to.deep.equal(['amount-mismatch', ['expire-order+7200', 'query-attempt+10']]);
    const other = await sent();
    other.town.alipay.verdict = genuine(paidBy(other.attemptNo, 11_999));
    await other.town.receiveMessage.run('alipay', aMessage('payment', other.attemptNo));
    expect(other.town.waiting).to.deep.equal(['expire-order+7200', 'query-attempt+0']);
  });

  it('that must be confirmed is booked by the answer to our question', async () => {
    const { town, attemptNo } = await sent();
    town.alipay.verdict = genuine(paidBy(attemptNo), true);
    await town.receiveMessage.run('alipay', aMessage('payment', attemptNo));
    expect(only(town.orders).state).to.equal('awaiting');
    town.alipay.pay(attemptNo);
    await town.receiveMessage.run('alipay', aMessage('payment', attemptNo));
    expect(only(town.orders).state).to.equal('paid');
  });

  it('that cannot be confirmed now is confirmed by its job', async () => {
    const { town, attemptNo } = await sent();
    town.alipay.verdict = genuine(paidBy(attemptNo), true);
    town.alipay.pay(attemptNo);
    town.alipay.says.query = async () => ({ kind: 'unknown', attemptNo, why: 'timeout' });
    expect(await town.receiveMessage.run('alipay', aMessage('payment', attemptNo))).to.deep.equal(town.alipay.messages.accepted);
    delete town.alipay.says.query;
    await town.pass(9_999);
    expect(only(town.orders).state, 'an answer to our own question could still come').to.equal('paying');
    await town.pass(1);
    expect(only(town.orders).state).to.equal('paid');
  });

  it('that cannot be confirmed, about an attempt nobody asks about any more, is not accepted, so that it comes again', async () => {
    const { town, attemptNo } = await sent();
    await town.applyReport.run({ kind: 'ended', attemptNo }, 'close-reply');
    town.alipay.verdict = genuine(paidBy(attemptNo), true);
    town.alipay.pay(attemptNo);
    town.alipay.says.query = async () => ({ kind: 'unknown', attemptNo, why: 'timeout' });
    expect(await town.receiveMessage.run('alipay', aMessage('payment', attemptNo))).to.deep.equal(town.alipay.messages.refused);
    delete town.alipay.says.query;
    expect(await town.receiveMessage.run('alipay', aMessage('payment', attemptNo))).to.deep.equal(town.alipay.messages.accepted);
    expect(only(town.orders).state).to.equal('paid');
  });

  it('is not accepted when it could not be stored', async () => {
    const { town, attemptNo } = await sent();
    town.alipay.verdict = genuine(paidBy(attemptNo));
    town.fuse = () => { throw new Error('database gone'); };
    expect(await town.receiveMessage.run('alipay', aMessage('payment', attemptNo)).catch((error: Error) => error.message)).to.equal('database gone');
    town.fuse = () => undefined;
    expect((await town.receiveMessage.run('alipay', aMessage('payment', attemptNo))).status).to.equal(200);
    expect(only(town.orders).state).to.equal('paid');
  });
});
