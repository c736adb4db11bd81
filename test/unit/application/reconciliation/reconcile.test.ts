import { expect } from 'chai';
import { dayMs, hourMs, minuteMs } from '../../../../domain/kernel/china-time.js';
import { noon } from '../../../builders/moments.js';
import { only } from '../town.js';
import { firstDay, morningAfter, openHouse, type CountingHouse } from './counting-house.js';
import type { lineOf } from './made-up-day.js';
import { contractSettings, MadeUpDay } from './made-up-day.js';

const put = (house: CountingHouse, ...lines: ReturnType<typeof lineOf>[]): void => { house.bills.alipay.put('CM-ALI', firstDay, lines); };
const entriesOf = (house: CountingHouse, key: string) => house.store.unitOfWork.read(({ settlement }) => settlement.ofTrades([key]));

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
