import { expect } from 'chai';
import { fen, type FenSum } from '../../../../domain/kernel/money.js';
import { hourMs, minuteMs } from '../../../../domain/kernel/china-time.js';
import { noon } from '../../../builders/moments.js';
import { firstDay, morningAfter, openHouse, type CountingHouse } from './counting-house.js';
import type { lineOf } from './made-up-day.js';
import { contractSettings, MadeUpDay } from './made-up-day.js';
import { bytesOf } from './paper-bills.js';

const put = (house: CountingHouse, ...lines: ReturnType<typeof lineOf>[]): void => { house.bills.alipay.put('CM-ALI', firstDay, lines); };
const entriesOf = (house: CountingHouse, key: string) => house.store.unitOfWork.read(({ settlement }) => settlement.ofTrades([key]));

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
