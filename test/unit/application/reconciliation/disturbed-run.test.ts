import { expect } from 'chai';
import { noon } from '../../../builders/moments.js';
import { only } from '../town.js';
import { firstDay, morningAfter, openHouse, type CountingHouse } from './counting-house.js';
import type { lineOf } from './made-up-day.js';
import { MadeUpDay } from './made-up-day.js';

const put = (house: CountingHouse, ...lines: ReturnType<typeof lineOf>[]): void => { house.bills.alipay.put('CM-ALI', firstDay, lines); };
const entriesOf = (house: CountingHouse, key: string) => house.store.unitOfWork.read(({ settlement }) => settlement.ofTrades([key]));

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
