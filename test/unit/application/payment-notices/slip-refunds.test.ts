import { expect } from 'chai';
import type { Review } from '../../../../application/refunds/review-refund.js';
import { minuteMs } from '../../../../domain/kernel/china-time.js';
import { mayRefundSlip, slipRefusalWords } from '../../../../domain/payment-notices/slip-refund.js';
import { lost } from '../fake-province.js';
import { paidOrder, placed, refundRequest, requestedRefund, started } from '../requests.js';
import { only, type Town } from '../town.js';
import { nontaxFacts, noticesOf, noticeTown, slipFor, type NoticePlan } from './notice-town.js';

const settle = (town: Town): Promise<void> => town.read(({ trades }) => trades.markSettled(town.trades.map(({ tradeKey }) => tradeKey), '20260509', 'R1'));
const refund = async (town: Town, nontaxRefundRef?: string): Promise<string> => {
  const asked = await town.requestRefund.run(refundRequest(town, { ...(nontaxRefundRef !== undefined && { nontaxRefundRef }), refundAmount: only(town.attempts).amount }));
  return asked.ok ? 'refunding' : 'why' in asked.refusal ? asked.refusal.why : asked.refusal.code;
};
async function confirmedTown(plan: NoticePlan = {}) {
  const made = await noticeTown(plan);
  await paidOrder(made.town, nontaxFacts());
  await made.town.pass(minuteMs);
  expect(only(noticesOf(made.town)).step).to.equal('confirmed');
  return made;
}

describe('refunds of money whose notice is confirmed', () => {
  it('go back directly until the money is settled, afterwards with the province\'s number', async () => {
    const before = await confirmedTown();
    expect(await refund(before.town)).to.equal('refunding');
    const after = await confirmedTown();
    await settle(after.town);
    expect(await refund(after.town)).to.match(/款项已结算，退款须填非税退付批准文号/);
    expect(after.town.refunds).to.deep.equal([]);
    expect(await refund(after.town, 'TF-1')).to.equal('refunding');
  });

  it('always need the number where the payee says so, and never where it says the opposite', async () => {
    const strict = await confirmedTown({ payee: { slipRefundPolicy: 'by-approval' } });
    expect([await refund(strict.town), strict.town.refunds]).to.deep.equal(['缴款书已确认，退款须填非税退付批准文号', []]);
    expect(await refund(strict.town, 'TF-1')).to.equal('refunding');
    const direct = await confirmedTown({ payee: { slipRefundPolicy: 'direct' } });
    await settle(direct.town);
    expect(await refund(direct.town)).to.equal('refunding');
  });

  it('of a notice that is not confirmed need nothing', async () => {
    const { town, province } = await noticeTown({ payee: { slipRefundPolicy: 'by-approval' } });
    province.trouble('confirm', lost, 'before', 9);
    await paidOrder(town, nontaxFacts());
    expect([only(noticesOf(town)).step, await refund(town)]).to.deep.equal(['confirm-pending', 'refunding']);
  });

  it('of a second payment go back by rule whatever the policy', async () => {
    const { town, province } = await noticeTown({ payee: { slipRefundPolicy: 'by-approval', repeatRefundByRule: true } });
    const { payCode } = slipFor(province);
    await placed(town, nontaxFacts({ payCode }));
    const attemptNo = await started(town);
    province.payElsewhere(payCode);
    town.alipay.pay(attemptNo);
    await town.pass(minuteMs);
    expect(only(town.refunds).state).to.equal('refunded');
    expect(town.database.tables.abnormalNotices.all(false).map(({ kind, handleState }) => [kind, handleState])).to.deep.equal([['duplicate', 'handled']]);
  });

  describe('that waited for a review', () => {
    const waiting = async (plan: NoticePlan = {}, nontaxRefundRef?: string) => {
      const { town, province } = await noticeTown({ ...plan, payee: { refundReviewRequired: true, ...plan.payee } });
      province.trouble('confirm', lost, 'before', 1);
      await paidOrder(town, nontaxFacts());
      const { platformRefundOrderNo: refundNo } = await requestedRefund(town, { refundAmount: only(town.attempts).amount, ...(nontaxRefundRef !== undefined && { nontaxRefundRef }) });
      await town.pass(10 * minuteMs);
      expect([only(noticesOf(town)).step, only(town.refunds).state]).to.deep.equal(['confirmed', 'requested']);
      const review = async (changes: Partial<Review> = {}): Promise<string> => {
        const reviewed = await town.reviewRefund.run({ refundNo, account: 'operator-1', decision: 'approve', remark: '', address: '192.0.2.1', ...changes });
        return reviewed.ok ? reviewed.value.state : reviewed.refusal;
      };
      return { town, review };
    };

    it('are asked about once more when a person agrees, and wait on for a no', async () => {
      const { town, review } = await waiting();
      await settle(town);
      expect(await review()).to.equal('slip-settled');
      expect(slipRefusalWords['slip-settled']).to.equal('款项已结算，退款须填非税退付批准文号');
      expect([only(town.refunds).state, only(town.refunds).approvalState, town.audited.includes('refund.approve')]).to.deep.equal(['requested', 'pending', false]);
      expect([await review({ decision: 'reject', remark: '先办退付' }), only(town.refunds).stateMsg]).to.deep.equal(['failed', '先办退付']);
    });

    it('go back with the number that the agreeing person enters', async () => {
      const { town, review } = await waiting({ payee: { slipRefundPolicy: 'by-approval' } });
      expect(await review()).to.equal('slip-confirmed');
      for (const bad of ['', '  ', '财'.repeat(33), '财\u202e退']) expect(await review({ nontaxRefundRef: bad })).to.equal('ref-malformed');
      expect(only(town.refunds)).to.include({ state: 'requested', nontaxRefundRef: undefined });
      expect(await review({ nontaxRefundRef: ' 明财退2026-0008 ' })).to.equal('refunding');
      await town.pass(0);
      expect(only(town.refunds)).to.include({ state: 'refunded', nontaxRefundRef: '明财退2026-0008', approvedBy: 'operator-1' });
      const approved = town.database.tables.audit.all(false).find(({ entry }) => entry.action === 'refund.approve');
      expect(approved?.entry.after).to.include({ nontaxRefundRef: '明财退2026-0008', approvalState: 'approved' });
    });

    it('go back as before where the money is not settled, or the business system gave the number', async () => {
      expect(await (await waiting()).review()).to.equal('refunding');
      const numbered = await waiting({}, 'TF-1');
      await settle(numbered.town);
      expect([await numbered.review(), only(numbered.town.refunds).nontaxRefundRef]).to.deep.equal(['refunding', 'TF-1']);
    });

    it('can be turned down without a word about the number', async () => {
      const { town, review } = await waiting({ payee: { slipRefundPolicy: 'by-approval' } });
      expect([await review({ decision: 'reject', nontaxRefundRef: '' }), only(town.refunds).nontaxRefundRef]).to.deep.equal(['failed', undefined]);
    });
  });

  it('follow one table', () => {
    const policies = ['direct-until-settled', 'direct', 'by-approval'] as const;
    const table = policies.map((policy) => [true, false].map((isSettled) => mayRefundSlip({ policy, record: { step: 'confirmed' }, isSettled, nontaxRefundRef: undefined }).ok));
    expect(table).to.deep.equal([[false, true], [true, true], [false, false]]);
    for (const policy of policies) {
      expect(mayRefundSlip({ policy, record: undefined, isSettled: true, nontaxRefundRef: undefined }).ok).to.equal(true);
      expect(mayRefundSlip({ policy, record: { step: 'paid-elsewhere' }, isSettled: true, nontaxRefundRef: undefined }).ok).to.equal(true);
      expect(mayRefundSlip({ policy, record: { step: 'confirmed' }, isSettled: true, nontaxRefundRef: 'TF' }).ok).to.equal(true);
    }
  });
});
