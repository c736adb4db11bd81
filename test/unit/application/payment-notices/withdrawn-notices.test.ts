import { expect } from 'chai';
import { hourMs, minuteMs } from '../../../../domain/kernel/china-time.js';
import { fen } from '../../../../domain/kernel/money.js';
import { lost, no, type FakeProvince } from '../fake-province.js';
import { paidOrder, placed, refundRequest, requestedRefund, started } from '../requests.js';
import { only, type Town } from '../town.js';
import { abnormalOf, logOf, nontaxFacts, noticesOf, noticeTown, slipFor, type InfoPlan, type NoticeTown } from './notice-town.js';

const slipOf = (province: FakeProvince) => only([...province.slips.values()]);

interface Returned { readonly when?: 'before' | 'after'; readonly info?: InfoPlan; readonly then?: (made: NoticeTown) => void }

/**
 * Paid while the province confirms nothing, and all of it given back in that time. `when`: whether what was asked for happened all the same. `then` is called
 * before the money goes back.
 */
async function returnedTown({ when = 'before', info = {}, then = () => undefined }: Returned = {}): Promise<NoticeTown> {
  const made = await noticeTown();
  const { town, province } = made;
  if (info.payCode !== undefined) slipFor(province);
  province.trouble('confirm', lost, when);
  await paidOrder(town, nontaxFacts(info));
  await town.pass(20_000);
  expect(only(noticesOf(town)).step).to.equal('confirm-pending');
  then(made);
  await requestedRefund(town, { refundAmount: only(town.attempts).amount });
  await town.pass(0);
  expect(only(town.refunds).state).to.equal('refunded');
  return made;
}
const givenCode = '35040026300000000001';

describe('a notice whose money went back before the province had confirmed it', () => {
  it('is confirmed no more, and void where it was made for the order', async () => {
    const { town, province } = await returnedTown();
    await town.pass(hourMs);
    expect([only(noticesOf(town)).step, slipOf(province).state, province.countOf('confirm')]).to.deep.equal(['voided', 'void', 1]);
    expect(only(noticesOf(town))).to.include({ tradeKey: undefined, paidAt: undefined, payDay: undefined });
    expect([abnormalOf(town), town.alarms()]).to.deep.equal([[], []]);
    expect(town.audited).to.include.members(['notice.withdrawn', 'notice.voided']);
    expect(logOf(town).slice(-3)).to.deep.equal(['confirm:unknown', 'query:ok', 'void:ok']);
  });

  it('is open again where it is a business system\'s own, and another order may pay it', async () => {
    const { town, province } = await returnedTown({ info: { payCode: givenCode } });
    await town.pass(hourMs);
    expect([only(noticesOf(town)).step, slipOf(province).state]).to.deep.equal(['open', 'unpaid']);
    const { platformOrderNo, cashierToken } = await placed(town, nontaxFacts({ payCode: givenCode }, { bizOrderNo: 'B-again', orderTime: '20260508130010' }));
    const payment = await town.startPayment.run({ cashierToken, payChannel: 'alipay', terminal: 'pc', receivedAt: town.clock.now(), address: '198.51.100.9', requestId: 'req-4' });
    if (!payment.ok) throw new Error(payment.refusal);
    town.alipay.pay(payment.value.attemptNo);
    await town.pass(minuteMs);
    expect([only(noticesOf(town)).step, slipOf(province).confirmation?.serialNo, abnormalOf(town)]).to.deep.equal(['confirmed', platformOrderNo, []]);
  });

  it('is followed as a refund where the confirmation had arrived all the same', async () => {
    const { town, province } = await returnedTown({ when: 'after' });
    await town.pass(minuteMs);
    expect([only(noticesOf(town)).step, slipOf(province).state, province.countOf('void')]).to.deep.equal(['confirmed', 'paid', 0]);
    expect(abnormalOf(town).map(({ kind }) => kind)).to.deep.equal(['confirmed-not-paid']);
  });

  it('is not void when the confirmation arrives between the question and the voiding', async () => {
    const { town, province } = await returnedTown({
      then: ({ town: { orders }, province }) => {
        const { voiding } = province;
        const overtaken = voiding.void;
        voiding.void = (payCode) => { province.payElsewhere(payCode, only(orders).platformOrderNo); voiding.void = overtaken; return overtaken(payCode); };
      },
    });
    await town.pass(hourMs);
    expect([only(noticesOf(town)).step, only(noticesOf(town)).confirmation?.serialNo, slipOf(province).state]).to.deep.equal(['confirmed', only(town.orders).platformOrderNo, 'paid']);
    expect(abnormalOf(town).map(({ kind }) => kind)).to.deep.equal(['confirmed-not-paid']);
  });

  it('is told to people where the province books it after it was void', async () => {
    const { town, province } = await returnedTown();
    await town.pass(hourMs);
    const { platformOrderNo } = only(town.orders);
    const { payCode, totalAmount } = province.payElsewhere(slipOf(province).payCode, platformOrderNo);
    await town.notices.takePaid.run('350400', { payCode, serialNo: platformOrderNo, amount: totalAmount, paidAt: town.clock.now() }, 'message');
    await town.pass(minuteMs);
    expect([only(noticesOf(town)).step, abnormalOf(town).map(({ kind, handleState }) => [kind, handleState])]).to.deep.equal(['voided', [['confirmed-not-paid', 'pending']]]);
  });

  it('waits while the province cannot be asked, and nothing is confirmed meanwhile', async () => {
    const { town, province } = await returnedTown({ then: (made) => { made.province.trouble('query', lost, 'before', 3); } });
    await town.pass(2 * minuteMs);
    expect([only(noticesOf(town)).step, province.countOf('confirm')]).to.deep.equal(['confirm-pending', 1]);
    await town.pass(hourMs);
    expect([only(noticesOf(town)).step, province.countOf('confirm')]).to.deep.equal(['voided', 1]);
  });

  it('ends the case that people had been given', async () => {
    const { town, province } = await noticeTown();
    province.trouble('confirm', no, 'before', 99);
    await paidOrder(town, nontaxFacts());
    await town.pass(hourMs);
    expect(only(abnormalOf(town))).to.include({ kind: 'paid-not-confirmed', handleState: 'pending' });
    await requestedRefund(town, { refundAmount: only(town.attempts).amount });
    await town.pass(2 * hourMs);
    expect([only(noticesOf(town)).step, only(abnormalOf(town)).handleState]).to.deep.equal(['voided', 'handled']);
  });

  it('is confirmed as ever where only a part of it went back', async () => {
    const { town, province } = await noticeTown();
    province.trouble('confirm', lost);
    await paidOrder(town, nontaxFacts());
    await town.requestRefund.run(refundRequest(town, { refundAmount: fen(1) }));
    await town.pass(hourMs);
    expect([only(noticesOf(town)).step, slipOf(province).confirmation?.serialNo]).to.deep.equal(['confirmed', only(town.orders).platformOrderNo]);
  });
});

describe('news that a notice of ours is paid under a number that is not ours', () => {
  const pendingTown = async (confirms: boolean): Promise<{ town: Town; province: FakeProvince; news: () => Promise<unknown> }> => {
    const { town, province } = await noticeTown({ payee: { repeatRefundByRule: true } });
    if (!confirms) Object.assign(province, { confirming: undefined });
    else province.trouble('confirm', lost, 'after');
    await placed(town, nontaxFacts());
    await town.pass(1_000);
    const attemptNo = await started(town);
    town.alipay.pay(attemptNo);
    await town.pass(10_000);
    const { payCode, totalAmount } = slipOf(province);
    return { town, province, news: () => town.notices.takePaid.run('350400', { payCode, serialNo: 'PROVINCE-7', amount: totalAmount, paidAt: town.clock.now() }, 'message') };
  };

  it('gives no money back: the answer to our confirmation decides', async () => {
    const { town, news } = await pendingTown(true);
    expect(only(noticesOf(town)).step).to.equal('confirm-pending');
    await news();
    await town.pass(hourMs);
    expect([only(noticesOf(town)).step, town.refunds, abnormalOf(town)]).to.deep.equal(['confirmed', [], []]);
  });

  it('is a second payment where the province answers our confirmation so', async () => {
    const { town, province, news } = await pendingTown(true);
    province.payElsewhere(slipOf(province).payCode, 'PROVINCE-7');
    await news();
    await town.pass(hourMs);
    expect([only(noticesOf(town)).step, only(town.refunds).state, abnormalOf(town).map(({ kind }) => kind)]).to.deep.equal(['paid-elsewhere', 'refunded', ['duplicate']]);
  });

  it('is believed of a province that takes no confirmations', async () => {
    const { town, news } = await pendingTown(false);
    await news();
    await town.pass(hourMs);
    expect([only(noticesOf(town)).step, only(town.refunds).state]).to.deep.equal(['paid-elsewhere', 'refunded']);
  });
});
