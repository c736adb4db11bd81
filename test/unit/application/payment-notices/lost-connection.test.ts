import { expect } from 'chai';
import { hourMs, minuteMs } from '../../../../domain/kernel/china-time.js';
import { lost, type FakeProvince } from '../fake-province.js';
import { paidOrder, placed, requestedRefund, started } from '../requests.js';
import { only, type Town } from '../town.js';
import { abnormalOf, nontaxFacts, noticesOf, noticeTown, slipFor, type NoticePlan } from './notice-town.js';

/** The section of the province is taken out of the settings, or put in again: a process that was started anew. */
const configured = (town: Town, province: FakeProvince | undefined): void => {
  const { provinces } = town.noticeParts;
  if (province === undefined) provinces.clear();
  else provinces.set(province.region, province);
};
const waitingWork = (town: Town): readonly string[] => town.waiting.filter((job) => job.startsWith('work-notice'));
const unconfirmed = async (plan: NoticePlan = {}) => {
  const made = await noticeTown(plan);
  made.province.trouble('confirm', lost, 'before', 1);
  await paidOrder(made.town, nontaxFacts());
  expect(only(noticesOf(made.town)).step).to.equal('confirm-pending');
  return made;
};

describe('a notice whose province is no longer connected', () => {
  it('calls people once an hour, and goes on by itself where the connection is back', async () => {
    const { town, province } = await unconfirmed();
    configured(town, undefined);
    await town.pass(minuteMs);
    expect([town.alarms(), waitingWork(town).length]).to.deep.equal([['payment-notice-no-province'], 1]);
    const { noticeNo, region } = only(noticesOf(town));
    expect(town.events.find(({ event }) => event === 'payment-notice-no-province')?.fields).to.deep.equal({ noticeNo, region, move: 'confirm' });
    await town.pass(2 * hourMs);
    expect(town.alarms()).to.have.length(3);
    configured(town, province);
    await town.pass(hourMs);
    expect([only(noticesOf(town)).step, town.alarms().length, waitingWork(town)]).to.deep.equal(['confirmed', 3, []]);
  });

  it('calls nobody where nothing is left to do', async () => {
    const { town } = await unconfirmed();
    await town.pass(minuteMs);
    expect(only(noticesOf(town)).step).to.equal('confirmed');
    configured(town, undefined);
    expect(await town.notices.work.run(only(town.orders).platformOrderNo)).to.deep.equal({ kind: 'done' });
    expect(town.alarms()).to.deep.equal([]);
  });

  it('has its second payment given back all the same: that takes no word of the province', async () => {
    const { town, province } = await noticeTown({ payee: { repeatRefundByRule: true } });
    const { payCode } = slipFor(province);
    await placed(town, nontaxFacts({ payCode }));
    const attemptNo = await started(town);
    await town.receivePaid.run(province.region, { payCode, serialNo: 'BANK-1', amount: only(noticesOf(town)).totalAmount, paidAt: town.clock.now(), paymentChannel: 'BANK', sourceSystem: 'BANK' });
    configured(town, undefined);
    town.alipay.pay(attemptNo);
    await town.pass(minuteMs);
    expect([only(noticesOf(town)).step, only(town.refunds).state, only(abnormalOf(town)).handleState]).to.deep.equal(['paid-elsewhere', 'refunded', 'handled']);
    expect([town.alarms(), waitingWork(town)]).to.deep.equal([['payment-notice-abnormal'], []]);
  });

  it('calls nobody about a refund that the province was asked about long enough', async () => {
    const { town, province } = await noticeTown();
    await paidOrder(town, nontaxFacts());
    await town.pass(minuteMs);
    await requestedRefund(town, { nontaxRefundRef: 'TF-1', refundAmount: only(town.attempts).amount });
    await town.pass(20 * 24 * hourMs);
    expect(town.alarms()).to.deep.equal(['payment-notice-abnormal']);
    configured(town, undefined);
    expect(await town.notices.work.run(only(town.orders).platformOrderNo)).to.deep.equal({ kind: 'done' });
    expect([town.alarms().length, province.slips.size]).to.deep.equal([1, 1]);
  });
});
