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
  const check = new CheckEBills(parts);
  return { town, system, day, add, there, check, plan: new PlanChecks(parts), run: () => check.run(`35:${day}`), found: () => unitOfWork.read(({ eBills }) => eBills.dayCheck('35', day)) };
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
