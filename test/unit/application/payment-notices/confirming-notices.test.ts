import { expect } from 'chai';
import { fen } from '../../../../domain/kernel/money.js';
import { abnormalNo } from '../../../../domain/payment-notices/abnormal-notice.js';
import { minuteMs, hourMs } from '../../../../domain/kernel/china-time.js';
import { lost, no, type FakeProvince } from '../fake-province.js';
import { placed, requestedRefund, started } from '../requests.js';
import { only, type Town } from '../town.js';
import { abnormalOf, logOf, nontaxFacts, noticesOf, noticeTown, slipFor, type NoticePlan } from './notice-town.js';

async function pay(town: Town): Promise<string> {
  const attemptNo = await started(town);
  town.alipay.pay(attemptNo);
  await town.pass(10_000);
  return attemptNo;
}

/** An order whose notice was issued by job, paid; `before` is called when everything but the payment is done. */
async function paidTown(before: (province: FakeProvince) => void = () => undefined, plan: NoticePlan = {}) {
  const made = await noticeTown(plan);
  await placed(made.town, nontaxFacts());
  await made.town.pass(1_000);
  before(made.province);
  await pay(made.town);
  return made;
}

const confirmationOf = (province: FakeProvince) => only([...province.slips.values()]).confirmation;

describe('confirming a payment at the province', () => {
  it('happens once, under the order\'s number, beside the callback', async () => {
    const { town, province } = await paidTown();
    const { platformOrderNo, state, paidAt } = only(town.orders);
    expect([state, town.posted.length, province.countOf('confirm')]).to.deep.equal(['paid', 1, 1]);
    expect(confirmationOf(province)).to.deep.equal({ confirmCode: `C-${platformOrderNo}`, serialNo: platformOrderNo, at: paidAt });
    const record = only(noticesOf(town));
    expect([record.step, record.state, record.payDay, record.tradeKey]).to.deep.equal(['confirmed', 'paid', '20260508', only(town.trades).tradeKey]);
    expect(logOf(town)).to.deep.equal(['issue:ok', 'query:ok', 'confirm:ok']);
    expect(town.audited).to.include.members(['notice.paid', 'notice.confirmed']);
    await town.notices.work.run(platformOrderNo);
    expect(province.countOf('confirm')).to.equal(1);
  });

  it('whose answer was lost is found done, and is no second payment', async () => {
    const { town, province } = await paidTown((one) => { one.trouble('confirm', lost, 'after'); });
    expect([only(noticesOf(town)).step, only(noticesOf(town)).lastWord]).to.deep.equal(['confirm-pending', '超时']);
    await town.pass(minuteMs);
    expect([only(noticesOf(town)).step, province.countOf('confirm'), abnormalOf(town)]).to.deep.equal(['confirmed', 2, []]);
  });

  it('that is refused is looked at: where the province has it under our number, its no was about a second time', async () => {
    const { town, province } = await paidTown((one) => { one.trouble('confirm', no, 'after', 9); });
    expect([only(noticesOf(town)).step, only(noticesOf(town)).confirmation?.serialNo, province.countOf('confirm')]).to.deep.equal(['confirmed', only(town.orders).platformOrderNo, 1]);
    await town.pass(hourMs);
    expect([abnormalOf(town), town.alarms(), province.countOf('confirm')]).to.deep.equal([[], [], 1]);
  });

  it('is tried again ever more slowly while the province is down; payment and callback notice nothing of it', async () => {
    const { town, province } = await paidTown((one) => { one.trouble('confirm', { kind: 'unknown', why: 'unreachable' }, 'before', 3); });
    expect([only(town.orders).state, town.posted.length]).to.deep.equal(['paid', 1]);
    await town.pass(8 * minuteMs);
    expect([only(noticesOf(town)).step, province.countOf('confirm'), abnormalOf(town), town.alarms()]).to.deep.equal(['confirmed', 4, [], []]);
  });

  it('is put before people after five tries in vain, and the cure ends that', async () => {
    const { town, province } = await paidTown((one) => { one.trouble('confirm', no, 'before', 7); });
    await town.pass(20 * minuteMs);
    const found = only(abnormalOf(town));
    expect([found.kind, found.handleState, found.payDay, province.countOf('confirm'), town.alarms()]).to.deep.equal(['paid-not-confirmed', 'pending', '20260508', 5, ['payment-notice-abnormal']]);
    expect(found.note).to.match(/18012/);
    await town.pass(30 * minuteMs + 2 * hourMs);
    expect([only(noticesOf(town)).step, only(abnormalOf(town)).handleState, only(town.orders).state, town.alarms().length]).to.deep.equal(['confirmed', 'handled', 'paid', 1]);
  });

  it('of an order that was paid before its notice was issued waits for the issue', async () => {
    const { town, province } = await noticeTown();
    province.trouble('issue', lost, 'after');
    await placed(town, nontaxFacts());
    await pay(town);
    expect(only(town.orders).state).to.equal('paid');
    await town.pass(2 * minuteMs);
    expect([only(noticesOf(town)).step, province.slips.size, province.countOf('issue')]).to.deep.equal(['confirmed', 1, 1]);
  });

  it('is impossible where the province refused the notice: people see the paid order', async () => {
    const { town, province } = await noticeTown();
    province.trouble('issue', no);
    await placed(town, nontaxFacts());
    await pay(town);
    expect([only(noticesOf(town)).step, only(abnormalOf(town)).kind, only(abnormalOf(town)).payCode, province.countOf('confirm')]).to.deep.equal(['refused', 'paid-not-confirmed', undefined, 0]);
  });

  it('does not take every place of the job runner while the province hangs', async () => {
    const { town, province } = await noticeTown();
    for (let index = 0; index < 6; index++) await placed(town, nontaxFacts({}, { bizOrderNo: `B${index}` }));
    let release: () => void = () => undefined;
    const hangs = new Promise<void>((resolve) => { release = resolve; });
    const issue = province.issuing.issue;
    province.issuing.issue = async (content) => { await hangs; return issue(content); };
    const runs = town.orders.map(({ platformOrderNo }) => town.notices.work.run(platformOrderNo));
    expect(await Promise.all(runs.slice(4))).to.deep.equal([0, 25].map((behindMs) => ({ kind: 'again', dueAt: town.clock.now() + 3_000 + behindMs })));
    release();
    await Promise.all(runs);
    await town.pass(10_000);
    expect(noticesOf(town).map(({ step }) => step)).to.deep.equal(Array.from({ length: 6 }, () => 'open'));
  });
});

/** All that the results of the norm have for a notice that is not there. */
const bareFailure = { kind: 'unknown', why: 'unheard-word', code: '99999' } as const;

describe('a notice whose issue had no clear answer', () => {
  it('is issued again where the province has no clear word for a notice that it lacks', async () => {
    for (const when of ['before', 'after'] as const) {
      const { town, province } = await noticeTown();
      province.trouble('issue', lost, when);
      province.trouble('query', bareFailure, 'before', 1_000);
      await placed(town, nontaxFacts());
      await town.pass(5 * minuteMs);
      expect([only(noticesOf(town)).step, province.countOf('issue'), province.slips.size]).to.deep.equal(['open', 2, 1]);
    }
  });
});

describe('a notice whose order is not paid', () => {
  it('is void at the province when the order is closed', async () => {
    const { town, province } = await noticeTown();
    await placed(town, nontaxFacts());
    await town.pass(3 * hourMs);
    expect([only(town.orders).state, only(noticesOf(town)).step, only([...province.slips.values()]).state]).to.deep.equal(['closed', 'voided', 'void']);
  });

  it('is not issued any more when the order was closed before, unless an issue without an answer made it', async () => {
    for (const [when, end] of [['before', 0], ['after', 1]] as const) {
      const { town, province } = await noticeTown();
      province.trouble('issue', lost, when, 1);
      await placed(town, nontaxFacts());
      await town.work();
      await town.closeOrder.run(only(town.orders).platformOrderNo, 'closedByMerchant', { kind: 'system', code: 't', address: undefined });
      await town.pass(5 * minuteMs);
      expect([only(noticesOf(town)).step, province.countOf('void'), province.countOf('issue')]).to.deep.equal(['voided', end, 1]);
    }
  });

  it('is let go when its last day is over where the province has no clear word for a notice that it lacks', async () => {
    const { town, province } = await noticeTown();
    province.trouble('issue', lost);
    await placed(town, nontaxFacts());
    await town.work();
    await town.closeOrder.run(only(town.orders).platformOrderNo, 'closedByMerchant', { kind: 'system', code: 't', address: undefined });
    province.trouble('query', bareFailure, 'before', 1_000);
    await town.pass(12 * hourMs);
    expect(only(noticesOf(town)).step).to.equal('to-issue');
    await town.pass(48 * hourMs);
    expect([only(noticesOf(town)).step, province.countOf('issue'), await town.notices.work.run(only(town.orders).platformOrderNo)]).to.deep.equal(['voided', 1, { kind: 'done' }]);
  });

  it('that somebody paid meanwhile is not void: it is theirs', async () => {
    const { town, province } = await noticeTown();
    await placed(town, nontaxFacts());
    await town.pass(1_000);
    province.payElsewhere(only([...province.slips.keys()]));
    await town.pass(3 * hourMs);
    expect([only(noticesOf(town)).step, only(town.orders).state, only(noticesOf(town)).confirmation?.serialNo]).to.deep.equal(['paid-elsewhere', 'closed', 'BANK-1']);
  });
});

describe('a notice that somebody else paid first', () => {
  const second: NoticePlan = { payee: { repeatRefundByRule: true } };

  it('makes our payment a second one: never confirmed again, refunded where the payee says so', async () => {
    const { town, province } = await paidTown((one) => {
      // Paid in the moment between the look and our payment.
      const look = one.queries.query;
      one.queries.query = async (ref) => { const seen = await look(ref); one.queries.query = look; one.payElsewhere(only([...one.slips.keys()])); return seen; };
    }, second);
    await town.pass(5 * minuteMs);
    expect([only(noticesOf(town)).step, province.countOf('confirm'), confirmationOf(province)?.serialNo]).to.deep.equal(['paid-elsewhere', 1, 'BANK-1']);
    expect([only(abnormalOf(town)).kind, only(abnormalOf(town)).serialNo, only(town.refunds).state, only(town.refunds).refundAmount, only(town.refunds).origin]).to.deep.equal(['duplicate', 'BANK-1', 'refunded', 12_000n, 'rule']);
    expect([town.alipay.countOf('refund'), town.alarms()]).to.deep.equal([1, ['payment-notice-abnormal']]);
    await town.notices.work.run(only(town.orders).platformOrderNo);
    await town.pass(minuteMs);
    expect(town.refunds).to.have.length(1);
  });

  it('goes back by rule also where the case was opened before our payment came', async () => {
    const { town, province } = await noticeTown(second);
    const { payCode } = slipFor(province);
    await placed(town, nontaxFacts({ payCode }));
    const attemptNo = await started(town);
    province.payElsewhere(payCode);
    const noticeNo = only(noticesOf(town)).noticeNo;
    // A statement told of the other payment first.
    await town.store.unitOfWork.run(({ notices }) => notices.addAbnormal({
      abnormalNo: abnormalNo('duplicate', '350400', payCode), kind: 'duplicate', region: '350400', payCode, noticeNo, platformOrderNo: undefined, merchantNo: 'M1', tradeKey: undefined, amount: fen(12_000),
      provinceAmount: undefined, serialNo: 'BANK-1', payDay: '20260101', orderDate: undefined, note: '', handleState: 'pending', createdAt: town.clock.at, version: 1,
    }));
    town.alipay.pay(attemptNo);
    await town.pass(5 * minuteMs);
    expect([only(town.refunds).origin, only(town.refunds).state]).to.deep.equal(['rule', 'refunded']);
  });

  it('leaves the money to people where the payee does not say so', async () => {
    const { town, province } = await noticeTown();
    const { payCode } = slipFor(province);
    await placed(town, nontaxFacts({ payCode }));
    const attemptNo = await started(town);
    province.payElsewhere(payCode);
    town.alipay.pay(attemptNo);
    await town.pass(minuteMs);
    expect([only(abnormalOf(town)).kind, only(abnormalOf(town)).handleState, town.refunds, only(town.orders).state]).to.deep.equal(['duplicate', 'pending', [], 'paid']);
  });
});

describe('a refund of a confirmed notice', () => {
  it('is not the one of money that was paid a second time: the province has booked the first payment, which stays', async () => {
    const { town, province } = await noticeTown({ payee: { repeatRefundByRule: true } });
    await placed(town, nontaxFacts());
    await town.pass(1_000);
    const [first, again] = [await started(town), await started(town, 'unionpay')];
    town.alipay.pay(first);
    town.unionpay.pay(again);
    await town.pass(5 * minuteMs);
    expect([only(town.refunds).attemptNo, only(town.refunds).state]).to.deep.equal([again, 'refunded']);
    expect([only(noticesOf(town)).step, abnormalOf(town), only([...province.slips.values()]).state]).to.deep.equal(['confirmed', [], 'paid']);
  });

  it('with the province\'s approval is followed until the province shows it', async () => {
    const { town, province } = await paidTown();
    await requestedRefund(town, { nontaxRefundRef: 'TF-1', refundAmount: only(town.attempts).amount });
    await town.pass(minuteMs);
    expect([only(noticesOf(town)).step, abnormalOf(town)]).to.deep.equal(['confirmed', []]);
    province.change(only([...province.slips.keys()]), { state: 'refunded' });
    await town.pass(2 * hourMs);
    expect([only(noticesOf(town)).step, only(noticesOf(town)).state, abnormalOf(town)]).to.deep.equal(['returned', 'refunded', []]);
  });

  it('without one is put before people at once, until the province shows it', async () => {
    const { town, province } = await paidTown();
    await requestedRefund(town, { refundAmount: only(town.attempts).amount });
    await town.pass(minuteMs);
    expect([only(abnormalOf(town)).kind, only(abnormalOf(town)).note]).to.deep.equal(['confirmed-not-paid', '已直接退款 120.00 元，请在省非税系统登记退付']);
    province.change(only([...province.slips.keys()]), { state: 'refunded' });
    await town.pass(2 * hourMs);
    expect([only(noticesOf(town)).step, only(abnormalOf(town)).handleState]).to.deep.equal(['returned', 'handled']);
  });

  it('that the province never shows is asked about ten times and then left to people', async () => {
    const { town, province } = await paidTown();
    await requestedRefund(town, { nontaxRefundRef: 'TF-1', refundAmount: only(town.attempts).amount });
    const before = province.countOf('query');
    await town.pass(20 * 24 * hourMs);
    expect([province.countOf('query') - before, only(abnormalOf(town)).kind, only(noticesOf(town)).step]).to.deep.equal([11, 'confirmed-not-paid', 'confirmed']);
  });
});
