import { expect } from 'chai';
import { GiveBack } from '../../../application/reconciliation/give-back.js';
import { fen } from '../../../domain/kernel/money.js';
import { newRefund } from '../../../domain/refunds/refund.js';
import { aPayee } from '../../builders/directory.js';
import { noon } from '../../builders/moments.js';
import { CountingIds } from '../../contract/persistence/fakes.js';
import { refundFacts } from '../../builders/refunds.js';
import { paidOrder, placed, started } from './requests.js';
import { only, openTown, type Town, type TownPlan } from './town.js';

const by = { kind: 'developer', code: 'D1', address: undefined } as const;

async function paidTown(plan: TownPlan = {}): Promise<Town> {
  const town = await openTown(plan);
  await paidOrder(town);
  return town;
}

describe('refunding by rule', () => {
  it('gives back nothing of a payment that settled its order', async () => {
    const town = await paidTown();
    expect(await town.refundByRule.run(only(town.attempts).attemptNo)).to.deep.equal({ kind: 'done' });
    expect(town.refunds).to.deep.equal([]);
    expect(await town.refundByRule.run('nobody').catch((error: Error) => error.message)).to.equal('no attempt nobody');
  });

  async function late(): Promise<{ town: Town; attemptNo: string }> {
    const town = await openTown();
    town.unionpay.closable = false;
    await placed(town);
    const attemptNo = await started(town, 'unionpay');
    await town.closeOrder.run(only(town.orders).platformOrderNo, 'closedByMerchant', by);
    town.unionpay.pay(attemptNo);
    await town.ask.query(only(town.attempts));
    return { town, attemptNo };
  }

  it('gives late money back once, however often the job runs', async () => {
    const { town, attemptNo } = await late();
    for (let round = 0; round < 3; round++) {
      await Promise.all([town.refundByRule.run(attemptNo), town.refundByRule.run(attemptNo)]);
      await town.pass(60_000);
    }
    expect([town.refunds.length, town.unionpay.countOf('refund'), [...town.unionpay.refunded.values()]]).to.deep.equal([1, 1, [12_000n]]);
    expect(town.callbacks).to.deep.equal([]);
  });

  it('waits for nobody, whatever the payee’s switch says', async () => {
    const { town, attemptNo } = await late();
    await town.store.directoryEditor.savePayee(aPayee({ refundReviewRequired: true }), by);
    await town.refundByRule.run(attemptNo);
    expect(only(town.refunds).state).to.equal('refunding');
  });

  it('gives back only what has not gone back yet', async () => {
    const { town, attemptNo } = await late();
    const order = only(town.orders);
    const part = newRefund(refundFacts({ platformOrderNo: order.platformOrderNo, refundAmount: fen(2_000), origin: 'person' }),
      { platformRefundOrderNo: 'P1', attemptNo, contentDigest: 'x', requestedBy: 'operator', review: false, now: noon });
    await town.read(({ refunds }) => refunds.add(part));
    await town.refundByRule.run(attemptNo);
    expect(town.refunds.map((refund) => `${refund.origin} ${refund.refundAmount}`).sort()).to.deep.equal(['person 2000', 'rule 10000']);
  });

  it('gives back nothing when all of it has gone back already', async () => {
    const { town, attemptNo } = await late();
    const whole = newRefund(refundFacts({ platformOrderNo: only(town.orders).platformOrderNo, refundAmount: fen(12_000), origin: 'person' }),
      { platformRefundOrderNo: 'P1', attemptNo, contentDigest: 'x', requestedBy: 'operator', review: false, now: noon });
    await town.read(({ refunds }) => refunds.add(whole));
    await town.refundByRule.run(attemptNo);
    expect(only(town.refunds).platformRefundOrderNo).to.equal('P1');
  });

  it('leaves the record open when the channel refuses', async () => {
    const { town, attemptNo } = await late();
    town.unionpay.says.refund = async ({ refundTradeNo }) => ({ kind: 'declined', refundTradeNo, reason: '', code: 'X' });
    await town.refundByRule.run(attemptNo);
    await town.pass(0);
    expect([only(town.refunds).state, only(town.abnormal).handleState]).to.deep.equal(['failed', 'pending']);
  });

  it('is tried once more for each time that two people ask for it after the channel has refused', async () => {
    const { town, attemptNo } = await late();
    const giveBack = new GiveBack(town.store.unitOfWork, new CountingIds('8'), town.clock);
    const about = { kind: 'abnormal', no: `paid-after-close:${attemptNo}` } as const;
    const decide = async (): Promise<void> => {
      expect((await giveBack.ask({ about, note: '渠道拒绝，再退一次', operator: 'finance-1', address: undefined })).ok).to.equal(true);
      expect((await giveBack.approve({ about, note: '同意', operator: 'finance-2', address: undefined })).ok).to.equal(true);
      await town.pass(0);
      // As a job does that is run again after a crash.
      await town.refundByRule.run(attemptNo);
      await town.pass(0);
    };
    town.unionpay.says.refund = async ({ refundTradeNo }) => ({ kind: 'declined', refundTradeNo, reason: '', code: 'X' });
    await town.refundByRule.run(attemptNo);
    await town.pass(0);
    await decide();
    expect(town.refunds.map(({ state }) => state)).to.deep.equal(['failed', 'failed']);
    delete town.unionpay.says.refund;
    await decide();
    expect(town.refunds.map(({ state }) => state)).to.deep.equal(['failed', 'failed', 'refunded']);
    expect([town.trades.filter(({ kind }) => kind === 'refund').map(({ amount }) => amount), only(town.abnormal).handleState]).to.deep.equal([[12_000n], 'handled']);
  });
});
