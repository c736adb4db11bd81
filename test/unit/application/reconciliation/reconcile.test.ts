import { expect } from 'chai';
import { fen, type FenSum } from '../../../../domain/kernel/money.js';
import { dayMs, hourMs, minuteMs } from '../../../../domain/kernel/china-time.js';
import { noon } from '../../../builders/moments.js';
import { only } from '../town.js';
import { firstDay, morningAfter, openHouse, type CountingHouse } from './counting-house.js';
import type { lineOf} from './made-up-day.js';
import { contractSettings, MadeUpDay } from './made-up-day.js';
import { bytesOf } from './paper-bills.js';

const put = (house: CountingHouse, ...lines: ReturnType<typeof lineOf>[]): void => { house.bills.alipay.put('CM-ALI', firstDay, lines); };
const entriesOf = (house: CountingHouse, key: string) => house.store.unitOfWork.read(({ settlement }) => settlement.ofTrades([key]));
const abnormal = (house: CountingHouse, id: string) => house.store.unitOfWork.read(({ abnormalOrders }) => abnormalOrders.byId(id));

describe('the morning after', () => {
  it('fetches the bill at 09:05, compares it, and certifies the day', async () => {
    const house = await openHouse({ settings: contractSettings });
    const { line, key } = await new MadeUpDay(house).pay({ amount: 12_000, at: noon });
    put(house, line);
    house.clock.at = morningAfter(1) - 10 * minuteMs;
    expect(await house.plan.run()).to.equal(0);
    await house.morning(1);
    expect(house.bills.alipay.asked).to.deep.equal(['CM-ALI:20260508']);
    expect(await house.day()).to.include({ state: 'balanced', reconcileCount: 1, reconcileAmount: 12_000n, settledAmount: 12_000n, feeAmount: 72n, openCount: 0, waitingCount: 0 });
    expect(only(await entriesOf(house, key))).to.include({ settledAmount: 12_000n, feeAmount: 72n, settleDay: firstDay });
    // The other account had no money; at 13:05 the channel's "no bill" is believed, and the day is whole.
    house.clock.at = morningAfter(1) + 5 * hourMs;
    await house.workAll();
    expect(await house.day(firstDay, 'unionpay')).to.include({ state: 'no-bill' });
    const certificate = await house.store.unitOfWork.read(({ settlement }) => settlement.certificate(firstDay));
    expect(certificate?.content).to.include('"settled":"12000"');
    expect((await house.verify.run()).defects).to.deep.equal([]);
  });

  it('plans a bill once, however many hosts do it', async () => {
    const house = await openHouse();
    house.clock.at = morningAfter(1);
    const planned = await Promise.all([house.plan.run(), house.plan.run(), house.plan.run()]);
    expect(planned.reduce((a, b) => a + b, 0)).to.equal(2);
    expect(await house.plan.run()).to.equal(0);
  });

  it('asks for the days an installation was down, and not for days before an account had money', async () => {
    const house = await openHouse();
    await new MadeUpDay(house).pay({ amount: 100, at: noon });
    house.clock.at = morningAfter(4);
    expect(await house.plan.run()).to.equal(3);
    expect(await house.day('20260508')).to.include({ state: 'awaiting-bill' });
    expect(await house.day('20260509')).to.equal(undefined);
  });

  it('keeps asking for a bill that must exist, calls people on the second noon, and takes it when it comes', async () => {
    const house = await openHouse();
    const { line } = await new MadeUpDay(house).pay({ amount: 100, at: noon });
    await house.morning(1);
    expect(await house.day()).to.include({ state: 'awaiting-bill', tries: 1, lastWord: '渠道账单尚未生成' });
    for (let hour = 0; hour < 30; hour++) { house.clock.at += hourMs; await house.workAll(); }
    expect(house.alarms()).to.include('bill-missing');
    expect((await house.day())?.tries).to.be.greaterThan(10);
    put(house, line);
    house.clock.at += hourMs;
    await house.workAll();
    expect(await house.day()).to.include({ state: 'balanced' });
  });

  it('does not take an answer it cannot believe for a day without a bill', async () => {
    const house = await openHouse();
    house.bills.alipay.says = { kind: 'unknown', why: 'timeout' };
    house.clock.at = morningAfter(1) + 10 * hourMs;
    await house.plan.run();
    await house.workAll();
    expect(await house.day()).to.include({ state: 'awaiting-bill', lastWord: '渠道应答不明（timeout）' });
  });
});

describe('what a bill proves', () => {
  it('pays an order whose outcome nobody knew, settles it, and tells the business system', async () => {
    const house = await openHouse();
    const { order, line, key } = await new MadeUpDay(house).pay({ amount: 12_000, at: noon, isOpen: true });
    put(house, line);
    await house.morning(1);
    const [paid, callbacks] = await house.store.unitOfWork.read(async (readers) => [await readers.orders.byNo(order.platformOrderNo), await readers.callbacks.ofOrder(order.platformOrderNo)] as const);
    expect(paid?.state).to.equal('paid');
    expect(only(callbacks).toldState).to.equal('paid');
    expect(await entriesOf(house, key)).to.have.length(1);
    expect(await house.differences()).to.deep.equal([]);
  });

  it('ends a refund whose sending was unclear', async () => {
    const house = await openHouse();
    const made = new MadeUpDay(house);
    const paid = await made.pay({ amount: 12_000, at: noon });
    const back = await made.refund(paid, 2_000, noon + hourMs, true);
    put(house, paid.line, back.line);
    await house.morning(1);
    expect(await house.store.unitOfWork.read(({ refunds }) => refunds.byNo(back.refund.platformRefundOrderNo))).to.include({ state: 'refunded' });
    expect(only(await entriesOf(house, back.key))).to.include({ settledAmount: -2_000n, kind: 'refund' });
  });

  it('makes money after closing an abnormal order and gives it back by rule', async () => {
    const house = await openHouse();
    const { order, attempt, line } = await new MadeUpDay(house).pay({ amount: 12_000, at: noon, isOpen: true });
    await house.store.unitOfWork.run(async ({ orders }) => {
      const taken = await orders.take(order.platformOrderNo);
      if (taken) await orders.put({ ...taken, state: 'closed', closedAt: noon + hourMs });
    });
    put(house, line);
    await house.morning(1);
    expect(await abnormal(house, `paid-after-close:${attempt.attemptNo}`)).to.include({ kind: 'paid-after-close', handleState: 'pending' });
    expect(await house.differences()).to.deep.equal([]);
    await house.store.jobBoard.handBack('house');
    expect((await house.store.jobBoard.counts()).map(({ topic }) => topic)).to.include('refund-by-rule');
  });

  it('keeps money for a number nobody knows as an abnormal order, and suggests the trade of the same day and amount', async () => {
    const house = await openHouse();
    const { line, key } = await new MadeUpDay(house).pay({ amount: 777, at: noon });
    put(house, { ...line, ownNo: 'OTHER', channelNo: 'TX1' });
    await house.morning(1);
    expect(await house.differences()).to.deep.equal([`only-here open ${key}`, 'only-there open CPTX1:OTHER'].sort());
    const stranger = (await house.open_(firstDay, 'alipay')).find(({ outcome }) => outcome === 'only-there');
    expect(await abnormal(house, `unknown-order:${stranger?.differenceNo}`)).to.include({ kind: 'unknown-order', amount: 777n, channelOrderNo: 'TX1' });
    expect(stranger?.suggestedKey).to.equal(key);
    expect(await entriesOf(house, key)).to.deep.equal([]);
  });
});

describe('running again', () => {
  it('changes nothing where the bill says the same, and counts what it found again', async () => {
    const house = await openHouse({ settings: contractSettings });
    const made = new MadeUpDay(house);
    const [one, two] = [await made.pay({ amount: 12_000, at: noon }), await made.pay({ amount: 500, at: noon })];
    put(house, one.line, { ...two.line, amount: fen(501), settled: 501n as FenSum });
    await house.morning(1);
    const before = await house.day();
    expect((await house.start.run(house.account(), firstDay, 'finance-1')).ok).to.equal(true);
    await house.workAll();
    const [last, first] = await house.runs();
    expect(first).to.include({ sequence: 1, startedBy: 'system' });
    expect(last).to.include({ sequence: 2, startedBy: 'finance-1', state: 'done' });
    expect(last?.changes).to.deep.equal({ found: 0, again: 1, cleared: 0, corrected: 0, withdrawn: 0 });
    expect(await entriesOf(house, one.key)).to.have.length(1);
    expect(await house.day()).to.include({ reconcileCount: before?.reconcileCount, settledAmount: before?.settledAmount, openCount: 1 });
  });

  it('never runs twice at once', async () => {
    const house = await openHouse();
    const { line } = await new MadeUpDay(house).pay({ amount: 100, at: noon });
    put(house, line);
    house.clock.at = morningAfter(1);
    expect(await house.start.run(house.account(), firstDay, 'finance-1')).to.deep.equal({ ok: false, refusal: { code: 'no-bill' } });
    await house.upload.run({ channelMerchantId: 'CM-ALI', clearingDay: firstDay, fileName: 'bill.json', bytes: bytesOf('{"lines":[],"odd":[]}'), by: 'finance-1' });
    const again = await house.start.run(house.account(), firstDay, 'finance-2');
    expect(again.ok ? '' : again.refusal.code).to.equal('running');
  });

  it('takes a better bill: clears, corrects and takes back, and doubles nothing', async () => {
    const house = await openHouse({ settings: contractSettings });
    const made = new MadeUpDay(house);
    const [same, wrongFee, gone, missing] = [await made.pay({ amount: 10_000, at: noon }), await made.pay({ amount: 20_000, at: noon }), await made.pay({ amount: 30_000, at: noon }), await made.pay({ amount: 40_000, at: noon })];
    put(house, same.line, { ...wrongFee.line, fee: 500n as FenSum }, gone.line);
    await house.morning(1);
    expect(await house.differences()).to.deep.equal([`fee-differs open ${wrongFee.key}`, `only-here open ${missing.key}`]);
    const lines = [same.line, wrongFee.line, missing.line].map((line, index) => ({ ...line, lineNo: index + 1 }));
    const text = JSON.stringify({ lines, odd: [] }, (_name, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
    expect((await house.upload.run({ channelMerchantId: 'CM-ALI', clearingDay: firstDay, fileName: 'better.json', bytes: bytesOf(text), by: 'finance-1' })).ok).to.equal(true);
    await house.workAll();
    const [run] = await house.runs();
    expect(run?.changes).to.deep.equal({ found: 1, again: 0, cleared: 2, corrected: 1, withdrawn: 1 });
    expect(await house.differences()).to.deep.equal([`only-here open ${gone.key}`]);
    expect((await entriesOf(house, wrongFee.key)).map(({ cause, feeAmount, tradeCount }) => [cause, feeAmount, tradeCount])).to.deep.equal([['matched', 500n, 1], ['corrected', -380n, 0]]);
    expect((await entriesOf(house, gone.key)).map(({ cause, settledAmount, feeAmount, tradeCount }) => [cause, settledAmount, feeAmount, tradeCount])).to.deep.equal([['matched', 30_000n, 180n, 1], ['withdrawn', -30_000n, -180n, -1]]);
    expect(await house.day()).to.include({ reconcileCount: 3, settledAmount: 70_000n, feeAmount: 420n, openCount: 1 });
  });

  it('posts what comes after the day was certified to the next open day', async () => {
    const house = await openHouse({ settings: contractSettings });
    const made = new MadeUpDay(house);
    const paid = await made.pay({ amount: 20_000, at: noon });
    put(house, { ...paid.line, fee: 500n as FenSum });
    await house.morning(1);
    house.clock.at = morningAfter(1) + 5 * hourMs;
    await house.workAll();
    expect(await house.store.unitOfWork.read(({ settlement }) => settlement.certificate(firstDay))).to.not.equal(undefined);
    house.clock.at += minuteMs;
    const text = JSON.stringify({ lines: [{ ...paid.line, lineNo: 1 }], odd: [] }, (_name, value: unknown) => (typeof value === 'bigint' ? `${value}n` : value));
    await house.upload.run({ channelMerchantId: 'CM-ALI', clearingDay: firstDay, fileName: 'better.json', bytes: bytesOf(text), by: 'finance-1' });
    await house.workAll();
    expect((await entriesOf(house, paid.key)).map(({ settleDay, feeAmount }) => [settleDay, feeAmount])).to.deep.equal([['20260508', 500n], ['20260509', -380n]]);
    expect((await house.verify.run()).defects).to.deep.equal([]);
  });
});

describe('a run that is disturbed', () => {
  const bigDay = async (house: CountingHouse, count = 40) => {
    const made = new MadeUpDay(house);
    const paid = [];
    for (let index = 0; index < count; index++) paid.push(await made.pay({ amount: 100 + index, at: noon }));
    put(house, ...paid.map(({ line }) => line));
    return paid;
  };

  it('goes on behind the last page booked after a power cut, and books nothing twice', async () => {
    const house = await openHouse();
    const paid = await bigDay(house);
    let cuts = 0;
    // The first reading checks the bill; the reading for the run dies before its fourth page.
    house.bills.alipay.fuse = (page) => { if (page === 3 && ++cuts === 2) throw new Error('power cut'); };
    const done = await house.morning(1);
    expect(done).to.include('reconcile:power cut');
    expect(only(await house.runs())).to.include({ state: 'lines', linesDone: 21 });
    house.clock.at += 2_000;
    await house.workAll();
    expect(only(await house.runs())).to.include({ state: 'done', linesDone: 40, sequence: 1 });
    for (const { key } of paid) expect(await entriesOf(house, key)).to.have.length(1);
  });

  it('books several pieces in one unit, as many as it takes, and after a power cut those that were not booked', async () => {
    const house = await openHouse({ linesOfUnit: 14 });
    const paid = await bigDay(house);
    let cuts = 0;
    house.bills.alipay.fuse = (page) => { if (page === 3 && ++cuts === 2) throw new Error('power cut'); };
    await house.morning(1);
    expect(only(await house.runs())).to.include({ state: 'lines', linesDone: 14 });
    house.clock.at += 2_000;
    await house.workAll();
    expect(only(await house.runs())).to.include({ state: 'done', linesDone: 40, sequence: 1 });
    for (const { key } of paid) expect(await entriesOf(house, key)).to.have.length(1);
  });

  it('is worked on by one of two hosts', async () => {
    const house = await openHouse();
    const paid = await bigDay(house);
    house.clock.at = morningAfter(1);
    await house.plan.run();
    await house.fetch.run('CM-ALI:20260508');
    await Promise.all([house.work.run('CM-ALI:20260508'), house.work.run('CM-ALI:20260508'), house.work.run('CM-ALI:20260508')]);
    await house.workAll();
    expect(only(await house.runs())).to.include({ state: 'done', linesDone: 40 });
    for (const { key } of paid) expect(await entriesOf(house, key)).to.have.length(1);
  });

  it('ends when somebody cancels it, says who, and the next run goes over everything', async () => {
    const house = await openHouse({ patience: 2 });
    const paid = await bigDay(house);
    house.clock.at = morningAfter(1);
    await house.plan.run();
    await house.fetch.run('CM-ALI:20260508');
    await house.work.run('CM-ALI:20260508');
    const run = only(await house.runs());
    expect(await house.cancel.run(run.runNo, 'finance-1')).to.deep.equal({ ok: true, value: 'asked' });
    await house.workAll();
    expect(only(await house.runs())).to.include({ state: 'cancelled', remark: '由 finance-1 取消' });
    expect(await house.cancel.run(run.runNo, 'finance-1')).to.deep.equal({ ok: false, refusal: 'ended' });
    await house.start.run(house.account(), firstDay, 'finance-1');
    await house.workAll();
    expect((await house.runs())[0]).to.include({ state: 'done', sequence: 2 });
    expect(await house.differences()).to.deep.equal([]);
    for (const { key } of paid) expect(await entriesOf(house, key)).to.have.length(1);
  });

  it('does not run with a contract nobody can read', async () => {
    const house = await openHouse({ settings: { feeRate: '0.6%' } });
    await bigDay(house, 1);
    await house.morning(1);
    expect(only(await house.runs())).to.include({ state: 'failed', remark: '渠道商户的费率配置有误，无法核对手续费' });
    expect(house.alarms()).to.include('reconcile-failed');
  });
});

describe('the cut of the day', () => {
  it('waits three bills for what was paid just before it, and says so then', async () => {
    const house = await openHouse();
    const { key } = await new MadeUpDay(house).pay({ amount: 100, at: noon + 11 * hourMs });
    put(house);
    for (const day of ['20260509', '20260510', '20260511']) house.bills.alipay.put('CM-ALI', day, []);
    const states: string[] = [];
    for (let morning = 1; morning <= 4; morning++) { await house.morning(morning); states.push(only(await house.differences())); }
    expect(states).to.deep.equal([...Array.from({ length: 3 }, () => `waiting waiting ${key}`), `only-here open ${key}`]);
    expect(await house.day()).to.include({ state: 'differs', openCount: 1, waitingCount: 0 });
  });

  it('does not blame a day whose own bill has not come', async () => {
    const house = await openHouse();
    const made = new MadeUpDay(house);
    await made.pay({ amount: 100, at: noon });
    house.bills.alipay.put('CM-ALI', '20260509', []);
    await house.morning(1);
    await house.morning(2);
    expect(await house.day('20260509')).to.include({ state: 'balanced' });
    expect(await house.differences()).to.deep.equal([]);
    expect(house.clock.at).to.be.greaterThan(noon + dayMs);
  });
});
