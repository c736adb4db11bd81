import { expect } from 'chai';
import { fen, sumOf, type FenSum } from '../../../../domain/kernel/money.js';
import { dayMs, hourMs, minuteMs } from '../../../../domain/kernel/china-time.js';
import type { BillLine } from '../../../../domain/reconciliation/bill-line.js';
import type { SettlementEntry } from '../../../../domain/settlement/settlement-entry.js';
import { chanceOf, seed, type Chance } from '../../../builders/seeded-chance.js';
import { noon } from '../../../builders/moments.js';
import { firstDay, openHouse, type CountingHouse } from './counting-house.js';
import { contractSettings, lineOf, MadeUpDay } from './made-up-day.js';
import { totalsOf } from './paper-bills.js';

const midnight = noon - 12 * hourMs;
const secondDay = '20260509';

/** What a world is made of: lines of both mornings' bills, and what must come out, as `outcome state subject`. */
interface World { readonly first: BillLine[]; readonly second: BillLine[]; readonly afterFirst: Set<string>; readonly afterSecond: Set<string>; readonly booked: { key: string; line: BillLine }[] }

/** Every kind of fault a channel's bill can have, and none. */
const faults = ['none', 'none', 'none', 'missing', 'amount', 'fee', 'twice', 'foreign-number', 'late', 'extra', 'proof', 'proof-other-amount', 'combined'] as const;

async function makeWorld(house: CountingHouse, chance: Chance): Promise<World> {
  const made = new MadeUpDay(house);
  const world: World = { first: [], second: [], afterFirst: new Set(), afterSecond: new Set(), booked: [] };
  const count = 5 + chance.below(40);
  for (let index = 0; index < count; index++) await addPayment(made, chance, world, chance.pick(faults), index);
  return { ...world, first: shuffled(world.first, chance), second: shuffled(world.second, chance) };
}

async function addPayment(made: MadeUpDay, chance: Chance, world: World, fault: (typeof faults)[number], index: number): Promise<void> {
  // Mid-day or near the cut of Alipay's day: the same fault means something else there.
  const isNear = chance.below(3) === 0;
  const at = isNear ? midnight + dayMs - minuteMs * (1 + chance.below(100)) : midnight + (3 + chance.below(18)) * hourMs + chance.below(3_000_000);
  const amount = 1 + chance.below(5_000_000);
  const merchantNo = chance.pick(['M1', 'M2']);
  const isProof = fault === 'proof' || fault === 'proof-other-amount';
  const half = BigInt(Math.max(1, Math.floor(amount / 3)));
  const subOrders = fault === 'combined' && amount > 3
    ? [{ subMerchantNo: 'S1', bizSubOrderNo: 'S1', orderAmount: fen(half) }, { subMerchantNo: 'S2', bizSubOrderNo: 'S2', orderAmount: fen(BigInt(amount) - half) }] : [];
  const paid = await made.pay({ amount, at, merchantNo, subOrders, ...(isProof ? { isOpen: true as const } : {}) });
  const { line, key } = paid;
  const missing = isNear ? `waiting waiting ${key}` : `only-here open ${key}`;
  const both = (text: string): void => { world.afterFirst.add(text); world.afterSecond.add(text); };
  switch (fault) {
    case 'none': case 'combined': case 'proof': put(world, line, key); break;
    case 'missing': both(missing); break;
    case 'amount': both(`amount-differs open ${key}`); world.first.push({ ...line, amount: fen(line.amount + 1n), settled: (line.settled + 1n) as FenSum }); break;
    case 'proof-other-amount': both(`amount-differs open ${key}`); world.first.push({ ...line, amount: fen(line.amount + 5n), settled: (line.settled + 5n) as FenSum }); break;
    case 'fee': both(`fee-differs open ${key}`); put(world, { ...line, fee: (line.fee + 1n) as FenSum }, key); break;
    case 'twice': put(world, line, key); world.first.push({ ...line }); both('duplicate'); break;
    case 'foreign-number': both(`state-differs open ${key}`); world.first.push({ ...line, channelNo: `X${line.channelNo}` }); break;
    case 'late': world.afterFirst.add(missing); world.second.push(line); world.booked.push({ key, line }); break;
    case 'extra': {
      put(world, line, key);
      const stranger = lineOf('payment', `OTHER${index}`, `TX${index}`, fen(1 + chance.below(9_999)), at);
      world.first.push(stranger);
      both(`only-there open CPTX${index}:OTHER${index}`);
    }
  }
  if (fault === 'none' && chance.below(2) === 0) await addRefund(made, chance, world, paid, at);
}

async function addRefund(made: MadeUpDay, chance: Chance, world: World, paid: Awaited<ReturnType<MadeUpDay['pay']>>, at: number): Promise<void> {
  const isOpen = chance.below(4) === 0;
  const back = await made.refund(paid, 1 + chance.below(Number(paid.attempt.amount)), Math.min(at + hourMs, midnight + dayMs - 1), isOpen);
  if (!isOpen && chance.below(4) === 0) {
    for (const set of [world.afterFirst, world.afterSecond]) set.add(`waiting waiting ${back.key}`);
    return;
  }
  put(world, back.line, back.key);
}

function put(world: World, line: BillLine, key: string): void {
  world.first.push(line);
  world.booked.push({ key, line });
}

function shuffled<T>(list: readonly T[], chance: Chance): T[] {
  return list.map((one) => [chance.below(1_000_000), one] as const).sort(([a], [b]) => a - b).map(([, one]) => one);
}

/** Duplicates are named by their place in the bill, which the shuffle decides. */
const expected = (set: ReadonlySet<string>, found: readonly string[], duplicates: number): string[] =>
  [...[...set].filter((one) => one !== 'duplicate'), ...found.filter((one) => one.startsWith('duplicate-line')).slice(0, duplicates)].sort();

async function entriesOf(house: CountingHouse, keys: readonly string[]): Promise<SettlementEntry[]> {
  const all: SettlementEntry[] = [];
  for (let from = 0; from < keys.length; from += 500) all.push(...await house.store.unitOfWork.read(({ settlement }) => settlement.ofTrades(keys.slice(from, from + 500))));
  return all;
}

describe('random worlds of payments, refunds, faults and bills', () => {
  for (let round = 0; round < 25; round++) {
    it(`finds exactly what was planted, and sums agree at every level (seed ${seed + round})`, async () => {
      const chance = chanceOf(seed + round);
      const house = await openHouse({ settings: contractSettings, ...(chance.below(2) === 0 ? { patience: 2 + chance.below(4) } : {}) });
      const world = await makeWorld(house, chance);
      const duplicates = world.first.length - new Set(world.first.map(({ ownNo, kind }) => `${kind}${ownNo}`)).size;

      house.bills.alipay.put('CM-ALI', firstDay, world.first);
      house.bills.alipay.put('CM-ALI', secondDay, world.second);
      await house.morning(1);
      const first = await house.differences();
      expect(first).to.deep.equal(expected(world.afterFirst, first, duplicates));
      await checkSums(house, world, firstDay);

      await house.morning(2);
      const second = await house.differences();
      expect(second).to.deep.equal(expected(world.afterSecond, second, duplicates));
      await checkSums(house, world, secondDay);

      const day = await house.day();
      expect(day?.openCount).to.equal(second.filter((one) => one.includes(' open ')).length);
      expect(day?.waitingCount).to.equal(second.filter((one) => one.includes(' waiting ')).length);
      expect(house.journal.events.filter(({ level }) => level === 'fault')).to.deep.equal([]);
      expect((await house.verify.run()).defects).to.deep.equal([]);
    });
  }
});

/** The bill is what was settled plus what differs, to the fen; entries, day, run and payees say the same. */
async function checkSums(house: CountingHouse, world: World, day: string): Promise<void> {
  const lines = day === firstDay ? world.first : world.second;
  const bill = totalsOf(lines);
  const [run] = await house.runs(day);
  const record = await house.day(day);
  if (lines.length === 0) return;
  expect(run?.state).to.equal('done');
  const own = new Set(lines);
  const booked = world.booked.filter(({ line }) => own.has(line));
  const entries = (await entriesOf(house, booked.map(({ key }) => key))).filter(({ clearingDay }) => clearingDay === day);
  expect(sumOf(entries.map(({ settledAmount }) => settledAmount))).to.equal(sumOf(booked.map(({ line }) => line.settled)));
  expect(sumOf(entries.map(({ feeAmount }) => feeAmount))).to.equal(sumOf(booked.map(({ line }) => line.fee)));
  expect(entries.reduce((sum, { tradeCount }) => sum + tradeCount, 0)).to.equal(booked.length);
  const differing = (await house.open_(day, 'alipay')).filter(({ outcome, thereSettled }) => thereSettled !== undefined && outcome !== 'fee-differs');
  expect(sumOf(entries.map(({ settledAmount }) => settledAmount)) + sumOf(differing.map(({ thereSettled }) => thereSettled ?? 0n))).to.equal(bill.settled);
  expect([record?.reconcileCount, record?.settledAmount, record?.feeAmount]).to.deep.equal([bill.lineCount, bill.settled, bill.fee]);
  const sums = await house.store.unitOfWork.read(({ settlement }) => settlement.sumsOfDay(day, 'settleDay'));
  expect(sumOf(sums.map(({ settledAmount }) => settledAmount))).to.equal(sumOf(entries.map(({ settledAmount }) => settledAmount)));
  for (const merchantNo of ['M1', 'M2']) {
    const ofPayee = entries.filter((entry) => entry.merchantNo === merchantNo);
    const sum = sums.filter((one) => one.merchantNo === merchantNo);
    expect(sumOf(sum.map(({ settledAmount }) => settledAmount))).to.equal(sumOf(ofPayee.map(({ settledAmount }) => settledAmount)));
    expect(sumOf(sum.map(({ feeAmount }) => feeAmount))).to.equal(sumOf(ofPayee.map(({ feeAmount }) => feeAmount)));
  }
}
