import { expect } from 'chai';
import type { Acting } from '../../../domain/operators/acting.js';
import { fen } from '../../../domain/kernel/money.js';
import { paidOrder, placed, started } from './requests.js';
import { only, openTown, type Town } from './town.js';

const acting: Acting = { by: { operatorNo: 'O1' }, address: '192.0.2.9', requestId: 'q-1' };
const confirm = async (town: Town) => {
  const asked = await town.confirmPayment.run(only(town.orders).platformOrderNo, acting);
  return asked.ok ? [asked.value.answer, asked.value.state] : asked.refusal;
};
const atChannel = async (): Promise<{ readonly town: Town; readonly attemptNo: string }> => {
  const town = await openTown();
  await placed(town);
  return { town, attemptNo: await started(town) };
};

describe('confirming a payment at the service desk (PAY-04)', () => {
  it('books what the channel confirms, and tells the business system', async () => {
    const { town, attemptNo } = await atChannel();
    town.alipay.pay(attemptNo);
    expect(await confirm(town)).to.deep.equal(['paid', 'paid']);
    await town.pass(0);
    expect([only(town.callbacks).toldState, town.audited.slice(-2)]).to.deep.equal(['paid', ['order.paid', 'order.confirm-asked']]);
  });

  it('leaves an unpaid order unpaid, whatever else the channel says', async () => {
    for (const kind of ['waiting', 'not-found', 'unknown', 'declined', 'ended'] as const) {
      const { town, attemptNo } = await atChannel();
      const more = kind === 'unknown' ? { why: 'timeout' } : kind === 'declined' ? { reason: '余额不足', code: 'X' } : {};
      town.alipay.says.query = async () => ({ kind, attemptNo, ...more }) as never;
      const said = await confirm(town);
      expect([said[0], ['awaiting', 'paying', 'failed'].includes(String(said[1])), town.callbacks.length, town.trades.length], kind).to.deep.equal([kind, true, 0, 0]);
      expect(town.audited.at(-1)).to.equal('order.confirm-asked');
    }
  });

  it('says of money that does not belong to the order that it is held, and books no payment', async () => {
    const { town, attemptNo } = await atChannel();
    town.alipay.pay(attemptNo, 11_999);
    expect(await confirm(town)).to.deep.equal(['held', only(town.orders).state]);
    expect([only(town.orders).state === 'paid', only(town.abnormal).kind]).to.deep.equal([false, 'amount-mismatch']);
  });

  it('asks nobody where nobody has tried to pay, and says so', async () => {
    const town = await openTown();
    await placed(town);
    expect(await confirm(town)).to.deep.equal(['never-tried', 'awaiting']);
    expect(town.alipay.countOf('query')).to.equal(0);
  });

  it('reads a doubt about one attempt as a doubt, although another one was refused', async () => {
    const { town, attemptNo } = await atChannel();
    town.alipay.trades.set(attemptNo, { amount: fen(12_000), state: 'declined', charges: 1 });
    await town.pass(10_000);
    const second = await started(town, 'unionpay');
    town.unionpay.says.query = async () => ({ kind: 'unknown', attemptNo: second, why: 'timeout' });
    expect((await confirm(town))[0]).to.equal('unknown');
  });

  it('is refused for an order that is paid, that is not there, or that was asked about just now', async () => {
    const town = await openTown();
    await paidOrder(town);
    const asked = town.alipay.countOf('query');
    expect(await confirm(town)).to.equal('paid-already');
    expect(await town.confirmPayment.run('9'.repeat(26), acting)).to.deep.include({ ok: false, refusal: 'unknown' });
    expect(town.alipay.countOf('query')).to.equal(asked);
    const other = await openTown();
    await placed(other);
    other.allowed = 0;
    expect(await confirm(other)).to.equal('too-often');
  });

  it('is in the audit log also where asking failed by a fault of ours', async () => {
    const { town, attemptNo } = await atChannel();
    town.alipay.says.query = async () => { throw new Error(`socket of ${attemptNo}`); };
    expect(await confirm(town).catch((error: Error) => error.message)).to.equal(`socket of ${attemptNo}`);
    expect([town.audited.at(-1), only(town.orders).state]).to.deep.equal(['order.confirm-asked', 'paying']);
  });
});
