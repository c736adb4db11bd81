import { reviewedContent } from '../../../domain/refunds/reviewed-content.js';
import { FakeVault } from '../../contract/persistence/fakes.js';
import { expect } from 'chai';
import { fen } from '../../../domain/kernel/money.js';
import type { RefundRequest } from '../../../application/refunds/request-refund.js';
import { noon } from '../../builders/moments.js';
import { aGate } from '../../support/gate.js';
import { aMessage } from './fake-bank.js';
import { paidOrder, refundRequest, requestedRefund } from './requests.js';
import { only, openTown, type Town, type TownPlan } from './town.js';

async function paidTown(plan: TownPlan = {}): Promise<Town> {
  const town = await openTown(plan);
  await paidOrder(town);
  return town;
}

const ask = async (town: Town, changes: Partial<RefundRequest['facts']> = {}): Promise<object> => {
  const result = await town.requestRefund.run(refundRequest(town, changes));
  return result.ok ? { ok: result.value.state } : result.refusal;
};

async function until(probe: () => boolean): Promise<void> {
  for (let turns = 0; !probe(); turns += 1) {
    if (turns > 1_000) throw new Error('waited in vain');
    await new Promise((resolve) => { setImmediate(resolve); });
  }
}

describe('working on a refund', () => {
  it('sends it once under a number fixed before, and tells the business system', async () => {
    const town = await paidTown();
    await requestedRefund(town, { passbackParams: 'x=1' });
    expect(await town.pass(0)).to.deep.equal(['work-refund:done', 'follow-order:done', 'deliver-callback:done']);
    const refund = only(town.refunds);
    expect(refund).to.include({ state: 'refunded', stateMsg: '退款成功', refundTradeTime: '20260508120010', sentAt: noon + 10_000, refundedAt: noon + 10_000 });
    expect([...town.alipay.refunded.keys()]).to.deep.equal([refund.refundTradeNo]);
    expect(town.posted.at(-1)).to.include({ kind: 'refund', toldState: 'refunded', passbackParams: 'x=1' });
    expect(await town.workRefund.run(refund.platformRefundOrderNo)).to.deep.equal({ kind: 'done' });
    expect(town.alipay.countOf('refund')).to.equal(1);
  });

  for (const answer of ['unknown', 'accepted', 'try-later', 'not-found'] as const) {
    it(`goes on asking after "${answer}", under the same number, and never calls it failed`, async () => {
      const town = await paidTown();
      // Where numbers age, "not taken in" gets a new one (refused-pages.test.ts).
      if (answer === 'try-later') town.alipay.refunds.resendSafeForMs = Number.POSITIVE_INFINITY;
      await requestedRefund(town);
      const says = async ({ refundTradeNo }: { refundTradeNo: string }) =>
        answer === 'unknown' ? { kind: answer, refundTradeNo, why: 'timeout' as const } : answer === 'try-later' ? { kind: answer, refundTradeNo, code: 'BUSY' } : { kind: answer, refundTradeNo };
      town.alipay.says.refund = says;
      town.alipay.says.queryRefund = says;
      await town.pass(3 * 86_400_000);
      expect(only(town.refunds)).to.include({ state: 'refunding' });
      expect(new Set(town.alipay.calls.filter((one) => one.call.endsWith('refund')).map((one) => one.no)).size).to.equal(1);
      delete town.alipay.says.queryRefund;
      await town.pass(6 * 3_600_000);
      expect(only(town.refunds)).to.include({ state: 'refunded' });
      expect(town.alarms().includes('refund-held')).to.equal(answer === 'try-later');
    });
  }

  it('sends the same number again only while the channel is sure to refund it once', async () => {
    const town = await paidTown();
    await requestedRefund(town);
    const nothing = async ({ refundTradeNo }: { refundTradeNo: string }) => ({ kind: 'not-found' as const, refundTradeNo });
    town.alipay.says.refund = nothing;
    town.alipay.says.queryRefund = nothing;
    await town.pass(3_600_000);
    const sent = town.alipay.countOf('refund');
    expect(sent).to.be.above(3);
    await town.pass(86_400_000);
    expect(town.alipay.countOf('refund')).to.be.within(sent, sent + 1);
    expect(only(town.refunds).state).to.equal('refunding');
  });

  it('is woken by the channel’s message, and believes only the answer to its question', async () => {
    const town = await paidTown();
    await requestedRefund(town);
    town.alipay.says.refund = async ({ refundTradeNo }) => ({ kind: 'accepted', refundTradeNo });
    town.alipay.says.queryRefund = async ({ refundTradeNo }) => ({ kind: 'accepted', refundTradeNo });
    await town.pass(0);
    const refundTradeNo = only(town.refunds).refundTradeNo ?? '';
    town.alipay.verdict = { genuine: true, payment: undefined, confirmByQuery: false, refund: { kind: 'refunded', refundTradeNo, at: noon, channelRefundNo: undefined } };
    expect((await town.receiveMessage.run('alipay', aMessage('refund', refundTradeNo))).status).to.equal(200);
    await town.pass(0);
    expect(only(town.refunds).state).to.equal('refunding');
    delete town.alipay.says.queryRefund;
    await town.receiveMessage.run('alipay', aMessage('refund', refundTradeNo));
    await town.pass(0);
    expect(only(town.refunds).state).to.equal('refunded');
  });

  it('keeps one number when two workers take the job at once', async () => {
    const town = await paidTown();
    const { platformRefundOrderNo } = await requestedRefund(town);
    await Promise.all([town.workRefund.run(platformRefundOrderNo), town.workRefund.run(platformRefundOrderNo)]);
    expect([...town.alipay.refunded.keys()]).to.deep.equal([only(town.refunds).refundTradeNo]);
    expect(only(town.refunds).state).to.equal('refunded');
  });

  /** Two runs of one job, as where a step of the clock has outrun the lease: the first waits for its answer, the second has asked and heard that there is no such refund. */
  const overlapping = async () => {
    const town = await paidTown();
    const { platformRefundOrderNo } = await requestedRefund(town);
    const gates = [aGate(), aGate()] as const;
    town.alipay.says.refund = async ({ refundTradeNo }) => {
      const isFirst = town.alipay.countOf('refund') === 1;
      await gates[isFirst ? 0 : 1].opened;
      return isFirst ? { kind: 'try-later', refundTradeNo, code: 'BUSY' } : { kind: 'unknown', refundTradeNo, why: 'timeout' };
    };
    const asked = aGate();
    town.alipay.says.queryRefund = async ({ refundTradeNo }) => { await asked.opened; return { kind: 'not-found', refundTradeNo }; };
    const work = () => town.workRefund.run(platformRefundOrderNo);
    const first = work();
    await until(() => town.alipay.countOf('refund') === 1);
    const second = work();
    await until(() => town.alipay.countOf('query-refund') === 1);
    return { town, first, second, gates, asked };
  };
  const moneyOf = async (town: Town) => {
    delete town.alipay.says.refund;
    delete town.alipay.says.queryRefund;
    await town.pass(6 * 3_600_000);
    return { numbers: [...town.alipay.refunded.keys()], refund: only(town.refunds) };
  };

  it('keeps a number that was not taken in while another run has it under way', async () => {
    const { town, first, second, gates, asked } = await overlapping();
    asked.open();
    await until(() => town.alipay.countOf('refund') === 2);
    gates[0].open();
    await first;
    gates[1].open();
    await second;
    const { numbers, refund } = await moneyOf(town);
    expect([numbers, refund.state]).to.deep.equal([[refund.refundTradeNo], 'refunded']);
  });

  it('sends no number again that another run has dropped meanwhile', async () => {
    const { town, first, second, gates, asked } = await overlapping();
    gates[0].open();
    await first;
    const [dropped] = town.alipay.refunded.keys();
    town.alipay.refunded.clear();
    asked.open();
    gates[1].open();
    await second;
    expect([town.alipay.countOf('refund'), [...town.alipay.refunded.keys()]], 'the dropped number').to.deep.equal([1, []]);
    const { numbers, refund } = await moneyOf(town);
    expect([numbers, refund.state]).to.deep.equal([[refund.refundTradeNo], 'refunded']);
    expect(numbers).to.not.include(dropped);
  });

  it('throws for a refund of nobody', async () => {
    const town = await paidTown();
    expect(await town.workRefund.run('nobody').catch((error: Error) => error.message)).to.equal('no refund nobody');
  });
});

describe('reviewing a refund', () => {
  const reviewed = async (): Promise<{ town: Town; refundNo: string }> => {
    const town = await paidTown({ payee: { refundReviewRequired: true } });
    return { town, refundNo: (await requestedRefund(town)).platformRefundOrderNo };
  };
  const review = async (town: Town, refundNo: string, changes: object = {}) => {
    const result = await town.reviewRefund.run({ refundNo, account: 'operator-1', decision: 'approve', remark: '', address: '192.0.2.1', ...changes });
    return result.ok ? result.value.state : result.refusal;
  };

  it('holds the money back until a second person agrees', async () => {
    const { town, refundNo } = await reviewed();
    await town.pass(3_600_000);
    expect([town.alipay.countOf('refund'), only(town.refunds).state, only(town.refunds).stateMsg]).to.deep.equal([0, 'requested', '待审批']);
    expect(await review(town, refundNo)).to.equal('refunding');
    await town.pass(0);
    expect(only(town.refunds)).to.include({ state: 'refunded', approvalState: 'approved', approvedBy: 'operator-1' });
    expect(town.audited).to.include('refund.approve');
  });

  it('ends it with the remark when the person does not agree, and tells the business system', async () => {
    const { town, refundNo } = await reviewed();
    expect(await review(town, refundNo, { decision: 'reject', remark: '材料不全' })).to.equal('failed');
    await town.pass(0);
    expect(only(town.refunds)).to.include({ state: 'failed', stateMsg: '材料不全', approvalRemark: '材料不全', refundTradeNo: undefined });
    expect(town.posted.at(-1)).to.include({ kind: 'refund', toldState: 'failed' });
    expect([town.alipay.countOf('refund'), town.audited.at(-1)]).to.deep.equal([0, 'refund.reject']);
  });

  it('has a word of its own when there is no remark', async () => {
    const { town, refundNo } = await reviewed();
    await review(town, refundNo, { decision: 'reject' });
    expect(only(town.refunds)).to.include({ stateMsg: '退款申请被驳回', approvalRemark: undefined });
  });

  it('decides about what was seen and about nothing else (RFD-01)', async () => {
    const { town, refundNo } = await reviewed();
    const seen = new FakeVault().blindIndex('pay_refund.reviewed', reviewedContent(only(town.refunds)));
    await town.read(async ({ refunds }) => refunds.put({ ...only(town.refunds), refundReason: '另一个原因' }));
    expect(await review(town, refundNo, { shown: seen })).to.equal('changed-meanwhile');
    expect([only(town.refunds).state, town.alipay.countOf('refund')]).to.deep.equal(['requested', 0]);
    expect(await review(town, refundNo, { shown: new FakeVault().blindIndex('pay_refund.reviewed', reviewedContent(only(town.refunds))) })).to.equal('refunding');
  });

  it('is not for whoever asked', async () => {
    const { town, refundNo } = await reviewed();
    expect(await review(town, refundNo, { account: 'developer:D1' })).to.equal('own-request');
    expect(only(town.refunds).state).to.equal('requested');
    const entry = town.database.tables.audit.all(false).at(-1)?.entry;
    expect(entry, 'and it is written down who tried').to.deep.include({ action: 'refund.approve-refused', objectKind: 'refund', objectNo: refundNo, after: { outcome: 'refused', reason: 'own-request' } });
    expect(entry?.actor).to.deep.equal({ kind: 'operator', code: 'developer:D1', address: '192.0.2.1' });
  });

  it('happens once, and only where it is waited for', async () => {
    const { town, refundNo } = await reviewed();
    expect(await review(town, 'nobody')).to.equal('no-such-refund');
    const both = await Promise.all([review(town, refundNo), review(town, refundNo, { decision: 'reject', account: 'operator-2' })]);
    expect(both.sort()).to.deep.equal(['not-waiting', 'refunding']);
    const direct = await paidTown();
    expect(await review(direct, (await requestedRefund(direct)).platformRefundOrderNo)).to.equal('not-waiting');
  });

  it('keeps the amount reserved while it waits', async () => {
    const town = await paidTown({ payee: { refundReviewAbove: fen(5_000) } });
    expect((await requestedRefund(town, { refundAmount: fen(5_001) })).state).to.equal('requested');
    expect(await ask(town, { bizRefundOrderNo: 'R2', refundAmount: fen(7_000) })).to.deep.equal({ code: 'refund-too-big', left: 6_999n });
    expect(await ask(town, { bizRefundOrderNo: 'R2', refundAmount: fen(5_000) })).to.deep.equal({ ok: 'refunding' });
  });
});
