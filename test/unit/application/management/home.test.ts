import { expect } from 'chai';
import { KeptValue, freshMs, usableMs } from '../../../../application/home/kept-value.js';
import { maxKeptScopes, ShowHome } from '../../../../application/home/show-home.js';
import { TodayReader, type TodayFigures } from '../../../../application/home/today-figures.js';
import type { DayFigures } from '../../../../application/ports/day-figures.js';
import { scopeText, type RowScope } from '../../../../application/ports/list-reader.js';
import { homeTasks } from '../../../../contracts/console/home.js';
import { listNamed } from '../../../../contracts/lists/all-lists.js';
import { readListQuery } from '../../../../contracts/lists/list-query.js';
import { hourMs, minuteMs } from '../../../../domain/kernel/china-time.js';
import { HandClock } from '../../../contract/persistence/fakes.js';
import { noon } from '../../../builders/moments.js';

const everything: RowScope = { kind: 'all' };

describe('a figure that is kept', () => {
  it('is made once for all who ask at once, and again when it is old', async () => {
    let [now, made] = [0, 0];
    const value = new KeptValue(async () => ++made, () => now);
    expect(await Promise.all([value.get(), value.get(), value.get()])).to.deep.equal([1, 1, 1]);
    now += freshMs - 1;
    expect(await value.get()).to.equal(1);
    now += 1;
    expect([await value.get(), await value.get()]).to.include(1);
    await Promise.resolve();
    expect(await value.get()).to.equal(2);
    now += usableMs;
    expect(await value.get()).to.equal(3);
  });

  it('is shown while a new one fails, and tells of the failure when there is nothing to show', async () => {
    let [now, fails] = [0, true];
    const value = new KeptValue(async () => { if (fails) throw new Error('away'); return 7; }, () => now);
    const asked = async (): Promise<unknown> => value.get().catch((error: unknown) => (error as Error).message);
    expect(await asked()).to.equal('away');
    fails = false;
    expect(await asked()).to.equal(7);
    [now, fails] = [freshMs, true];
    expect(await asked()).to.equal(7);
    now = usableMs;
    expect(await asked()).to.equal('away');
  });
});

describe('the figures of today', () => {
  const clock = new HandClock(noon);
  let wall = 0;
  const asked: number[] = [];
  const figures: DayFigures = {
    paid: async ({ fromAt: from, toAt: to }) => { asked.push((from - (noon - 12 * hourMs)) / hourMs); expect(to - from).to.equal(hourMs); return from === noon - hourMs ? [{ payChannel: 'alipay', count: 2, amount: 300n }, { payChannel: 'unionpay', count: 1, amount: 50n }] : from === noon ? [{ payChannel: 'alipay', count: 1, amount: 1n }] : []; },
    unpaid: async ({ fromAt: from, toAt: to }) => { expect([from, to - from]).to.deep.equal([noon - 12 * hourMs, 24 * hourMs]); return 6; },
    refunds: async () => [{ state: 'refunded', count: 2, amount: 80n }, { state: 'failed', count: 1, amount: 9n }],
  };

  it('are added up by channel and hour of the day in China', async () => {
    const reader = new TodayReader(figures, clock, () => wall, everything);
    const { day, paid, channels, unpaid, hours, refundsAsked, refundsDone } = await reader.run();
    expect([day, paid, unpaid]).to.deep.equal(['20260508', { count: 4, amount: 351n }, 6]);
    expect(channels).to.deep.equal([{ payChannel: 'alipay', count: 3, amount: 301n }, { payChannel: 'unionpay', count: 1, amount: 50n }]);
    expect([hours.length, hours[11], hours[12], hours[13]]).to.deep.equal([24, 3, 1, 0]);
    expect([refundsAsked, refundsDone]).to.deep.equal([{ count: 3, amount: 89n }, { count: 2, amount: 80n }]);
  });

  it('are read again for the last hours alone, for all every ten minutes, and anew on another day', async () => {
    const reader = new TodayReader(figures, clock, () => wall, everything);
    asked.length = 0;
    await reader.run();
    expect(asked).to.deep.equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    asked.length = 0;
    await reader.run();
    expect(asked).to.deep.equal([9, 10, 11, 12, 13]);
    wall += 10 * minuteMs;
    asked.length = 0;
    await reader.run();
    expect(asked).to.have.length(14);
  });
});

describe('the first page of the console', () => {
  const quiet: TodayFigures = { day: '20260508', paid: { count: 0, amount: 0n }, channels: [], unpaid: 0, hours: [], refundsAsked: { count: 0, amount: 0n }, refundsDone: { count: 0, amount: 0n } };
  const tasks = homeTasks.map((task) => ({ key: task.key, view: listNamed(task.list)!, parameters: task.parameters }));

  it('links to lists that there are, with questions that they take', () => {
    expect(tasks.filter(({ view }) => view === undefined)).to.deep.equal([]);
    for (const { key, view, parameters } of tasks) expect(readListQuery(view, parameters, '20260508').ok, key).to.equal(true);
    expect(new Set(homeTasks.map(({ key }) => key)).size).to.equal(homeTasks.length);
  });

  it('leads to where the thing is decided, whatever its day: refunds and surplus money that wait for a second person, issues that nobody has solved', () => {
    const asked = (key: string) => { const { list, parameters } = homeTasks.find((task) => task.key === key) ?? expect.fail(key); return [list, parameters]; };
    expect(asked('refunds')).to.deep.equal(['refund-reviews', {}]);
    expect(asked('repeat-give-backs')).to.deep.equal(['repeat-orders', { giveBackState: '0', createDateFrom: '20200101' }]);
    expect(asked('abnormal-give-backs')).to.deep.equal(['abnormal-orders', { giveBackState: '0', createDateFrom: '20200101' }]);
    expect(asked('issues')).to.deep.equal(['issues', { issueState: '0', registerDateFrom: '20200101' }]);
  });

  it('counts only what somebody may read', async () => {
    const counted: string[] = [];
    let looked = 0;
    const home = new ShowHome({
      todayOf: () => ({ run: async () => { looked++; return quiet; } }),
      counts: { run: async ({ name }) => { counted.push(name); return 3; } }, tasks, wallNow: () => 0,
    });
    expect(await home.run({ rights: new Set(), scope: everything }, false)).to.deep.equal({ today: undefined, counts: new Map() });
    expect([counted, looked]).to.deep.equal([[], 0]);
    const seen = await home.run({ rights: new Set(['platform.grants.read']), scope: everything }, true);
    expect([[...seen.counts], seen.today?.day, counted]).to.deep.equal([[['grants', 3]], '20260508', ['grant-requests']]);
  });

  it('makes the figures of each scope by itself, of the lists that are for it, and keeps those of the scopes that looked last', async () => {
    const [made, counted]: [string[], string[]] = [[], []];
    const home = new ShowHome({
      todayOf: (scope) => ({ run: async () => { made.push(scopeText(scope)); return { ...quiet, unpaid: made.length }; } }),
      counts: { run: async ({ name }, _, scope = everything) => { counted.push(`${name} ${scopeText(scope)}`); return counted.length; } }, tasks: tasks.filter(({ key }) => ['repeat-orders', 'differences'].includes(key)), wallNow: () => 0,
    });
    const rights = new Set(['service-desk.repeat-orders.read', 'finance.reconciliation.read']);
    const of = (institutionNo: string) => home.run({ rights, scope: { kind: 'institution', institutionNo } }, true);
    const [whole, first, second] = [await home.run({ rights, scope: everything }, true), await of('I1'), await of('I2')];
    expect([whole, first, second].map(({ today }) => today?.unpaid)).to.deep.equal([1, 2, 3]);
    expect([whole, first, second].map(({ counts }) => [...counts.keys()])).to.deep.equal([['repeat-orders', 'differences'], ['repeat-orders'], ['repeat-orders']]);
    expect(counted).to.deep.equal(['repeat-orders all', 'differences all', 'repeat-orders institution:I1', 'repeat-orders institution:I2']);
    expect(await of('I1')).to.deep.equal(first);
    for (let more = 3; more <= maxKeptScopes + 1; more++) await of(`I${more}`);
    await of('I1');
    expect(made.filter((scope) => scope === 'institution:I1'), 'kept, because it had looked lately').to.have.length(1);
    await of('I2');
    expect(made.filter((scope) => scope === 'institution:I2'), 'has given way').to.have.length(2);
  });
});
