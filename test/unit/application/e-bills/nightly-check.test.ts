import { expect } from 'chai';
import { CheckEBills } from '../../../../application/e-bills/check-e-bills.js';
import { PlanChecks } from '../../../../application/e-bills/plan-checks.js';
import { businessDay, dayMs, hourMs, minuteMs } from '../../../../domain/kernel/china-time.js';
import { fen } from '../../../../domain/kernel/money.js';
import { endOfDay, firstCheckAt } from '../../../../domain/e-bills/check-times.js';
import { EBillRounds } from '../../../../adapters/inbound/jobs/e-bill-rounds.js';
import { anOrderBill, foundBill, issuedBill } from '../../../builders/e-bills.js';
import { no } from '../../../builders/moments.js';
import { openBillTown } from './bill-town.js';
import { silent, type PlayedBillSystem } from './played-bill-system.js';

async function checking() {
  const { town, system } = await openBillTown();
  const { unitOfWork, clock, journal } = town;
  // Two regions of one bill system: its figures are those of both.
  const issuers = new Map([['35', system], ['3504', system]]);
  const day = businessDay(clock.at);
  const add = (suffix: number, changes: Parameters<typeof anOrderBill>[0] = {}) => unitOfWork.run(({ eBills }) => eBills.add(anOrderBill({
    platformOrderNo: no(suffix), state: 'issued', issued: issuedBill({ eBillNo: String(suffix).padStart(10, '0'), issuedAt: clock.at }), nextTryAt: undefined, ...changes,
  })));
  const there = (suffix: number, changes: Partial<PlayedBillSystem['books'][number]> = {}) => system.books.push(foundBill({ busNo: no(suffix), eBillNo: String(suffix).padStart(10, '0'), ...changes }));
  const parts = { unitOfWork, issuers, clock, journal };
  // Every question takes a second of the stretch.
  let elapsedMs = 0;
  const stretch = { stretchMs: 1_000_000 };
  const check = new CheckEBills({ ...parts, elapsedMs: () => (elapsedMs += 1_000), get stretchMs() { return stretch.stretchMs; } });
  return { town, system, stretch, day, add, there, check, plan: new PlanChecks(parts), run: () => check.run(`35:${day}`), found: () => unitOfWork.read(({ eBills }) => eBills.dayCheck('35', day)) };
}

describe('the nightly comparison of e-bills', () => {
  it('finds a day equal by count and sum without looking at its bills', async () => {
    const { town, system, add, there, run, found } = await checking();
    for (const suffix of [1, 2]) { await add(suffix, suffix === 2 ? { eBillRegionCode: '3504' } : {}); there(suffix); }
    system.checks.list = () => Promise.reject(new Error('nobody asked for a list'));
    expect(await run()).to.deep.equal({ kind: 'done' });
    expect(await found()).to.deep.include({ state: 'equal', differences: [] });
    expect((await found())?.theirs).to.deep.equal({ count: 2, amount: 16_000n });
    expect(town.alarms()).to.deep.equal([]);
  });

  it('finds every kind of difference, page by page, and calls people', async () => {
    const { town, add, there, run, found } = await checking();
    for (let suffix = 1; suffix <= 250; suffix++) { await add(suffix); if (suffix !== 7) there(suffix, suffix === 9 ? { amount: fen(1) } : suffix === 201 ? { standing: 'void' } : {}); }
    there(999);
    await add(300, { state: 'reversing' });
    there(300, { standing: 'reversed' });
    await run();
    expect((await found())?.state).to.equal('differs');
    expect((await found())?.differences.map(({ kind, eBillNo, here, there: other }) => [kind, Number(eBillNo), here, other])).to.deep.equal([
      ['only-here', 7, 8_000n, undefined], ['amount-differs', 9, 8_000n, 1n], ['standing-differs', 201, 8_000n, 8_000n], ['only-there', 999, undefined, 8_000n],
    ]);
    expect(town.alarms()).to.deep.equal(['e-bill-check-differs']);
  });

  it('goes in stretches on a day of many bills, says nothing of a day that is read by half, and finds the same in the end', async () => {
    const { town, system, stretch, add, there, run, found } = await checking();
    for (let suffix = 1; suffix <= 250; suffix++) { await add(suffix); if (suffix !== 7) there(suffix, suffix === 9 ? { amount: fen(1) } : suffix === 201 ? { standing: 'void' } : {}); }
    there(999);
    const pages: number[] = [];
    const { list } = system.checks;
    system.checks.list = (day, pageNo) => { pages.push(pageNo); return list(day, pageNo); };
    stretch.stretchMs = 1_500;
    expect(await run()).to.deep.equal({ kind: 'again', dueAt: town.clock.at });
    expect(await found()).to.deep.include({ state: 'waiting', differences: [], ours: { count: 250, amount: 2_000_000n } });
    let runs = 1;
    while ((await run()).kind === 'again') { runs += 1; expect([(await found())?.state, town.alarms()]).to.deep.equal(['waiting', []]); }
    expect([pages, runs > 10]).to.deep.equal([[1, 2, 3], true]);
    expect((await found())?.differences.map(({ kind, eBillNo }) => [kind, Number(eBillNo)])).to.deep.equal([['only-here', 7], ['amount-differs', 9], ['standing-differs', 201], ['only-there', 999]]);
    expect([(await found())?.state, (await found())?.walk, town.alarms()]).to.deep.equal(['differs', undefined, ['e-bill-check-differs']]);
  });

  it('tells nothing of bills that were issued, reversed or found out about between two stretches', async () => {
    const { town, stretch, add, there, run, found } = await checking();
    // There, not yet known here; reversed there, not yet here; known here, not yet on their pages.
    for (const suffix of [1, 2, 3]) there(suffix, suffix === 2 ? { standing: 'reversed' } : {});
    for (const suffix of [2, 3, 4]) await add(suffix);
    stretch.stretchMs = 1_500;
    await add(5);
    expect((await run()).kind).to.equal('again');
    expect((await found())?.walk).to.deep.include({ phase: 'ours' });
    expect((await found())?.walk?.differences.map(({ kind }) => kind).sort()).to.deep.equal(['only-there', 'standing-differs']);
    await add(1);
    there(4);
    there(5);
    await town.unitOfWork.run(async ({ eBills }) => {
      const [bill] = await eBills.ofOrder(no(2));
      if (bill) await eBills.put({ ...bill, state: 'reversed' });
    });
    while ((await run()).kind === 'again');
    expect(await found()).to.deep.include({ state: 'equal', differences: [] });
    expect(town.alarms()).to.deep.equal([]);
  });

  it('goes on with the page of which it heard nothing, and waits longer each time', async () => {
    const { town, system, add, there, run, found } = await checking();
    for (let suffix = 1; suffix <= 250; suffix++) { await add(suffix); if (suffix !== 7) there(suffix); }
    const { list } = system.checks;
    const pages: number[] = [];
    system.checks.list = (async (day: string, pageNo: number) => { pages.push(pageNo); return pageNo === 2 && pages.length < 5 ? silent : list(day, pageNo); }) as typeof list;
    for (const minutes of [10, 30, 60]) expect(await run()).to.deep.equal({ kind: 'again', dueAt: town.clock.at + minutes * minuteMs });
    expect((await found())?.state).to.equal('waiting');
    while ((await run()).kind === 'again');
    expect(pages).to.deep.equal([1, 2, 2, 2, 2, 3]);
    expect((await found())?.differences.map(({ kind, eBillNo }) => [kind, Number(eBillNo)])).to.deep.equal([['only-here', 7]]);
  });

  it('finds the bill that is missing though another stands on two pages in the same minute', async () => {
    const { system, add, there, run, found } = await checking();
    for (const suffix of [1, 2, 3]) await add(suffix);
    for (const suffix of [1, 2]) there(suffix);
    const { list } = system.checks;
    system.checks.list = (async (day: string, pageNo: number) => { const page = await list(day, pageNo); return { ...page, total: 3, bills: [...page.bills, ...page.bills.slice(0, 1)] }; });
    await run();
    expect((await found())?.differences.map(({ kind, eBillNo }) => [kind, Number(eBillNo)])).to.deep.equal([['only-here', 3]]);
  });

  it('leaves a day that somebody else has moved on meanwhile', async () => {
    const { town, system, add, run, check, day } = await checking();
    await add(1);
    const { list } = system.checks;
    let others = 0;
    system.checks.list = (async (asked: string, pageNo: number) => { if (others++ === 0) expect(await check.run(`35:${day}`)).to.deep.equal({ kind: 'done' }); return list(asked, pageNo); });
    expect(await run()).to.deep.equal({ kind: 'again', dueAt: town.clock.at + 5_000 });
    expect(town.alarms()).to.deep.equal(['e-bill-check-differs']);
  });

  it('comes again while the bill system does not say its figures, and calls people in the morning', async () => {
    const { town, system, day, run, found } = await checking();
    const { totals } = system.checks;
    system.checks.totals = (async () => silent) as never;
    town.clock.at = firstCheckAt(day);
    expect(await run()).to.deep.equal({ kind: 'again', dueAt: town.clock.at + 10 * minuteMs });
    expect(await run()).to.deep.equal({ kind: 'again', dueAt: town.clock.at + 10 * minuteMs });
    expect(await run()).to.deep.equal({ kind: 'again', dueAt: town.clock.at + 30 * minuteMs });
    expect([(await found())?.state, town.alarms()]).to.deep.equal(['waiting', []]);
    town.clock.at = endOfDay(day) + 10 * hourMs;
    expect(await run()).to.deep.equal({ kind: 'again', dueAt: town.clock.at + hourMs });
    expect(town.alarms()).to.deep.equal(['e-bill-check-late']);
    system.checks.totals = totals;
    expect(await run()).to.deep.equal({ kind: 'done' });
    expect((await found())?.state).to.equal('equal');
  });

  it('is planned once for yesterday, at half past two, and for earlier days only where there were bills', async () => {
    const { town, day, add, plan } = await checking();
    await add(1);
    town.clock.at = firstCheckAt(day) - 1;
    expect(await plan.run()).to.equal(1);
    town.clock.at = firstCheckAt(day);
    expect([await plan.run(), await plan.run()]).to.deep.equal([1, 0]);
    town.clock.at += 3 * dayMs;
    expect(await plan.run()).to.equal(1);
    expect(town.waiting.filter((job) => job.startsWith('check-e-bills'))).to.have.length(3);
  });

  it('is put on the list by the rounds when the night has come, and again after a fault', async () => {
    const { town, day } = await checking();
    let plans = 0;
    const rounds = new EBillRounds({ plan: { run: async () => { if (++plans === 2) throw new Error('database away'); return 1; } }, clock: town.clock, journal: town.journal }, 1);
    const looks = async (): Promise<void> => new Promise((resolve) => { setTimeout(resolve, 30); });
    town.clock.at = firstCheckAt(day) - 1;
    rounds.start();
    await looks();
    expect(plans).to.equal(1);
    town.clock.at = firstCheckAt(day);
    await looks();
    expect(plans).to.equal(3);
    await rounds.stop();
    expect(town.faults()).to.deep.equal(['e-bill-rounds']);
  });
});
