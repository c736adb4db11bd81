import { expect } from 'chai';
import { fen } from '../../../../domain/kernel/money.js';
import { dayMs, hourMs, minuteMs } from '../../../../domain/kernel/china-time.js';
import type { NoticeLine } from '../../../../domain/payment-notices/province-report.js';
import { sumOf } from '../../../../domain/kernel/money.js';
import { lost, type FakeProvince } from '../fake-province.js';
import { placed, started } from '../requests.js';
import type { Town } from '../town.js';
import { abnormalOf, nontaxFacts, noticesOf, noticeTown, slipFor } from './notice-town.js';

const by = { kind: 'system', code: 'test', address: undefined } as const;
const operator = { operator: 'auditor', address: undefined };

/** A town with paid and confirmed notices, one after the other, and the morning after. */
async function morning(count = 1): Promise<{ readonly town: Town; readonly province: FakeProvince }> {
  const made = await noticeTown();
  for (let index = 0; index < count; index++) await payOne(made.town, `B${index}`);
  made.town.clock.at += dayMs;
  return made;
}
async function payOne(town: Town, bizOrderNo: string): Promise<void> {
  await placed(town, nontaxFacts({}, { bizOrderNo }));
  await town.work();
  const order = town.orders.find((one) => one.bizOrderNo === bizOrderNo);
  const start = await town.startPayment.run({ cashierToken: order?.cashierToken ?? '', payChannel: 'alipay', terminal: 'pc', receivedAt: 0, address: '', requestId: '' });
  if (!start.ok) throw new Error(start.refusal);
  town.alipay.pay(start.value.attemptNo);
  await town.pass(10_000);
}
const lineOf = (change: Partial<NoticeLine> & Pick<NoticeLine, 'payCode'>, town: Town): NoticeLine =>
  ({ serialNo: 'BANK-1', unitCode: 'U', amount: fen(12_000), confirmedAt: town.clock.now() - dayMs, paymentChannel: 'X', state: 'paid', ...change });
const told = (province: FakeProvince, lines: readonly NoticeLine[]): void => { province.reading = { kind: 'read', lines, odd: [], total: sumOf(lines.map(({ amount }) => amount)) }; };
const dayOf = (town: Town) => town.database.tables.statementDays.all(false)[0];
const compare = (town: Town) => town.fetchStatement.run('350400:20260508');

describe('the province\'s statement', () => {
  it('is put on the list once at six, fetched, kept and compared', async () => {
    const { town, province } = await morning(2);
    town.clock.at = Date.UTC(2026, 4, 8, 21, 59);
    expect(await town.planStatements.run()).to.equal(1); // the day before, which is none of a notice
    town.clock.at += minuteMs;
    expect([await town.planStatements.run(), await town.planStatements.run()]).to.deep.equal([1, 0]);
    await town.pass(minuteMs);
    const day = town.database.tables.statementDays.all(false).find((one) => one.day === '20260508');
    expect([day?.state, day?.agreed, day?.differing, day?.total, day?.lineCount]).to.deep.equal(['compared', 2, 0, 24_000n, 2]);
    const file = await town.files.find(day?.fileNo ?? '');
    expect([file?.purpose, file?.fileName, abnormalOf(town), province.countOf('statement')]).to.deep.equal(['province', '20260508.txt', [], 2]);
  });

  it('makes an abnormal notice of each difference, once', async () => {
    const { town, province } = await morning(3);
    const [missing, other, amount] = province.linesOf('20260508');
    if (!missing || !other || !amount) throw new Error('three lines are needed');
    const stranger = lineOf({ payCode: '35040026309999999999', amount: fen(500) }, town);
    told(province, [stranger, { ...other, serialNo: 'BANK-2' }, { ...amount, amount: fen(12_001) }]);
    for (const _ of [1, 2]) {
      await compare(town);
      const found = abnormalOf(town).map(({ kind, payCode, provinceAmount, handleState }) => [kind, payCode, provinceAmount, handleState]).toSorted();
      expect(found).to.deep.equal([
        ['amount-differs', amount.payCode, 12_001n, 'pending'], ['duplicate', other.payCode, 12_000n, 'pending'], ['only-at-province', stranger.payCode, 500n, 'pending'], ['only-here', missing.payCode, undefined, 'pending'],
        ['only-here', other.payCode, undefined, 'pending'], ['only-here', amount.payCode, undefined, 'pending'],
      ].filter(([kind, code]) => !(kind === 'only-here' && code === amount.payCode)).toSorted());
    }
    expect([dayOf(town)?.state, town.alarms().length]).to.deep.equal(['compared', 5]);
  });

  it('compared again without the difference ends it', async () => {
    const { town, province } = await morning();
    told(province, []);
    await compare(town);
    expect(abnormalOf(town).map(({ kind, handleState }) => [kind, handleState])).to.deep.equal([['only-here', 'pending']]);
    province.reading = undefined;
    await compare(town);
    expect(abnormalOf(town).map(({ kind, handleState }) => [kind, handleState])).to.deep.equal([['only-here', 'handled']]);
  });

  it('catches up with a confirmation whose answer was lost, and closes an order that somebody else has paid', async () => {
    const { town, province } = await noticeTown();
    province.trouble('confirm', lost, 'after', 1);
    await payOne(town, 'B1');
    const { payCode } = slipFor(province);
    await placed(town, nontaxFacts({ payCode }, { bizOrderNo: 'B2', validMinutes: 21_600 }));
    province.payElsewhere(payCode);
    expect(noticesOf(town).map(({ step }) => step)).to.deep.equal(['confirm-pending', 'open']);
    await compare(town);
    await town.work();
    expect(noticesOf(town).map(({ step }) => step)).to.deep.equal(['confirmed', 'paid-elsewhere']);
    expect([town.orders.map(({ state }) => state), abnormalOf(town)]).to.deep.equal([['paid', 'closed'], []]);
  });

  it('that names a payment of ours which never came is abnormal', async () => {
    const { town, province } = await noticeTown();
    const { payCode } = slipFor(province);
    const order = await placed(town, nontaxFacts({ payCode }, { validMinutes: 21_600 }));
    town.clock.at += dayMs;
    told(province, [lineOf({ payCode, serialNo: order.platformOrderNo }, town)]);
    await compare(town);
    expect([abnormalOf(town).map(({ kind }) => kind), town.orders[0]?.state]).to.deep.equal([['confirmed-not-paid'], 'awaiting']);
  });

  it('that is damaged books nothing, is kept, and is asked for again', async () => {
    const { town, province } = await morning();
    province.reading = { kind: 'damaged', why: 'sum-differs', odd: [] };
    town.clock.at = Date.UTC(2026, 4, 8, 22);
    const outcome = await compare(town);
    expect([outcome.kind, dayOf(town)?.state, dayOf(town)?.lastWord, abnormalOf(town), town.alarms()]).to.deep.equal(['again', 'damaged', '对账单有误：金额与文件头不符', [], ['notice-statement-damaged']]);
    expect(await town.files.find(dayOf(town)?.fileNo ?? '')).to.include({ purpose: 'province' });
    province.reading = undefined;
    await compare(town);
    expect(dayOf(town)?.state).to.equal('compared');
  });

  it('is asked for ever more slowly until it is there; people are called when it is overdue', async () => {
    const { town, province } = await morning();
    province.statement = { kind: 'not-ready' };
    town.clock.at = Date.UTC(2026, 4, 8, 22);
    await town.planStatements.run();
    await town.pass(2 * hourMs);
    expect([dayOf(town)?.lastWord, dayOf(town)?.tries, town.alarms()]).to.deep.equal(['对账单尚未生成', 6, []]);
    await town.pass(30 * hourMs);
    expect(town.alarms()).to.deep.equal(['notice-statement-missing']);
    province.statement = undefined;
    await town.pass(hourMs);
    expect(dayOf(town)?.state).to.equal('compared');
  });
});

describe('what a person does about a notice', () => {
  it('confirms again at once, in the audit trail under the person\'s name', async () => {
    const { town, province } = await noticeTown();
    province.trouble('confirm', lost, 'before', 6);
    await payOne(town, 'B1');
    await town.pass(20 * minuteMs);
    province.calm();
    const { noticeNo } = noticesOf(town)[0] ?? { noticeNo: '' };
    expect((await town.operateNotice.confirmAgain(noticeNo, operator)).ok).to.equal(true);
    await town.work();
    expect([noticesOf(town)[0]?.step, abnormalOf(town)[0]?.handleState, town.audited.includes('notice.confirm-again')]).to.deep.equal(['confirmed', 'handled', true]);
    expect(await town.operateNotice.confirmAgain('nobody', operator)).to.deep.equal({ ok: false, refusal: 'no-such-notice' });
  });

  it('voids a notice only where no order pays it', async () => {
    const { town, province } = await noticeTown();
    const { payCode } = slipFor(province);
    const order = await placed(town, nontaxFacts({ payCode }));
    const { noticeNo } = noticesOf(town)[0] ?? { noticeNo: '' };
    expect(await town.operateNotice.void(noticeNo, operator)).to.deep.equal({ ok: false, refusal: 'has-order' });
    await town.closeOrder.run(order.platformOrderNo, 'closedByMerchant', by);
    expect((await town.operateNotice.void(noticeNo, operator)).ok).to.equal(true);
    await town.work();
    expect([noticesOf(town)[0]?.step, province.slips.get(payCode)?.state]).to.deep.equal(['voided', 'void']);
  });

  it('starts nothing again of a notice that is over', async () => {
    const { town, province } = await noticeTown();
    await placed(town, nontaxFacts());
    await started(town);
    await town.work();
    province.payElsewhere([...province.slips.keys()][0] ?? '');
    await town.receivePaid.run('350400', { ...lineOf({ payCode: [...province.slips.keys()][0] ?? '' }, town), paidAt: town.clock.now(), sourceSystem: 'X' });
    expect(await town.operateNotice.confirmAgain(noticesOf(town)[0]?.noticeNo ?? '', operator)).to.deep.equal({ ok: false, refusal: 'nothing-to-do' });
  });
});
