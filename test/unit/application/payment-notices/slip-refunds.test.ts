import { expect } from 'chai';
import { minuteMs } from '../../../../domain/kernel/china-time.js';
import { mayRefundSlip } from '../../../../domain/payment-notices/slip-refund.js';
import { lost } from '../fake-province.js';
import { paidOrder, placed, refundRequest, started } from '../requests.js';
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
