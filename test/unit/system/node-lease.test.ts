import { expect } from 'chai';
import { MemoryNodeNumbers } from '../../../adapters/outbound/persistence/memory/memory-node-numbers.js';
import { NodeLease, nodeLeaseTimes } from '../../../adapters/outbound/system/node-lease.js';
import { NodeNumberTaken } from '../../../adapters/outbound/system/node-number-taken.js';
import { NumberMaker } from '../../../adapters/outbound/system/number-maker.js';
import type { NodeNumber, ProcessRole } from '../../../application/ports/node-numbers.js';
import { isPlatformNumber } from '../../../domain/kernel/numbers.js';
import { noon } from '../../builders/moments.js';

const quietTimes = { ...nodeLeaseTimes, renewMs: 1_000_000 };

/** Renewals happen when a test asks for them; clocks stand where it puts them. */
class Machine {
  now = noon;
  wallNow = noon;
  readonly journal: string[] = [];
  readonly made: string[] = [];
  readonly maker: NumberMaker;
  readonly lease: NodeLease;
  readonly store: MemoryNodeNumbers;

  constructor(store: MemoryNodeNumbers, processId: number, given: { readonly role?: ProcessRole; readonly fixed?: number; readonly leaseMs?: number; readonly ended?: ReadonlySet<number> } = {}) {
    this.store = store;
    const clock = { now: () => this.now, sleep: async () => undefined };
    this.maker = new NumberMaker(clock);
    const note = (event: string): void => { this.journal.push(event); };
    this.lease = new NodeLease({
      numbers: store, maker: this.maker, clock, wallNow: () => this.wallNow, fixed: given.fixed, hasEnded: (one) => given.ended?.has(one.processId) === true,
      self: { hostName: 'h', processId, role: given.role ?? 'all', programVersion: '1', startedAt: noon }, journal: { info: note, warn: note, alarm: note, fault: note },
      times: { ...quietTimes, leaseMs: given.leaseMs ?? quietTimes.leaseMs, ...(given.leaseMs === undefined ? {} : { renewMs: 5 }) },
    });
  }

  step(ms: number): void {
    this.now += ms;
    this.wallNow += ms;
  }

  make(count = 100): readonly string[] {
    const numbers = Array.from({ length: count }, () => this.maker.next());
    for (const number of numbers) this.made.push(number);
    return numbers;
  }
}

const nodeOf = (number: string): number => Number(number.slice(17, 20));
/** No number twice, and not even a millisecond of one node number in two machines: a random sequence alone would hide that for long. */
const differ = (...machines: readonly Machine[]): void => {
  const shared = machines.map((machine) => new Set(machine.made.map((number) => number.slice(0, 20)))).reduce((one, other) => new Set([...one].filter((used) => other.has(used))));
  if (machines.length > 1) expect([...shared].slice(0, 3), 'milliseconds used by both').to.deep.equal([]);
  const all = machines.flatMap((machine) => machine.made);
  expect(new Set(all).size, 'different numbers').to.equal(all.length);
  expect(all.every(isPlatformNumber)).to.equal(true);
};

describe('the lease of a node number', () => {
  let store: MemoryNodeNumbers;
  const machines: Machine[] = [];
  const machine = async (...given: ConstructorParameters<typeof Machine> extends [unknown, ...infer Rest] ? Rest : never): Promise<Machine> => {
    const made = new Machine(store, ...given);
    machines.push(made);
    await made.lease.start();
    return made;
  };
  const rowOf = async (nodeNo: number | undefined): Promise<NodeNumber> => {
    const row = (await store.all()).find((one) => one.nodeNo === nodeNo);
    if (!row) throw new Error('no row');
    return row;
  };
  beforeEach(() => { store = new MemoryNodeNumbers(); });
  afterEach(async () => { await Promise.all(machines.splice(0).map(({ lease }) => lease.end())); });

  it('gives processes different numbers, and nobody makes a number before he has one', async () => {
    expect(() => new Machine(store, 9).maker.next()).to.throw('no node number');
    const twenty = await Promise.all(Array.from({ length: 20 }, (_, index) => machine(index)));
    expect(new Set(twenty.map(({ lease }) => lease.nodeNo)).size).to.equal(20);
    for (const one of twenty) expect(nodeOf(one.make(1)[0] ?? '')).to.equal(one.lease.nodeNo);
  });

  it('reserves milliseconds before they are used: the row is always ahead of the last number', async () => {
    const one = await machine(1);
    for (let round = 0; round < 20; round++) {
      one.step(2_500);
      one.make();
      expect((await rowOf(one.lease.nodeNo)).usedUntil).to.be.at.least(one.maker.lastMs);
      await one.lease.renew();
    }
    expect(one.maker.lastMs).to.equal(one.now);
  });

  it('gives a number back with what was really used, so that the next process need not run ahead', async () => {
    const one = await machine(1);
    one.make();
    await one.lease.end();
    expect((await rowOf(one.lease.nodeNo)).usedUntil).to.equal(noon);
    expect(() => one.maker.next()).to.throw('no node number');
    const next = await machine(2);
    expect(next.lease.nodeNo, 'the same millisecond is not used again').to.not.equal(one.lease.nodeNo);
    const later = new Machine(store, 3);
    later.step(1);
    await later.lease.start();
    expect([later.lease.nodeNo, later.maker.next().slice(0, 17) > (one.made[0] ?? '').slice(0, 17)]).to.deep.equal([one.lease.nodeNo, true]);
    await later.lease.end();
  });

  it('never makes a number twice when a stopped process wakes after its number went to another', async () => {
    const slept = await machine(1, { fixed: 5 });
    slept.make();
    const taker = new Machine(store, 2, { fixed: 5 });
    machines.push(taker);
    taker.step(20_001);
    await taker.lease.start();
    taker.make();
    expect(nodeOf(taker.made[0] ?? '')).to.equal(5);
    // The sleeper wakes and goes on before it can know: its own milliseconds are left, nobody else's.
    slept.step(20_001);
    slept.make(1_000);
    taker.make(1_000);
    differ(slept, taker);
    await slept.lease.renew();
    expect(slept.journal).to.include('node-number-taken');
  });

  it('takes another number when the old one is gone, where none is fixed', async () => {
    const slept = await machine(1);
    slept.make();
    const row = await rowOf(slept.lease.nodeNo);
    await store.replace(row, { ...row, holding: 'someone else', usedUntil: row.usedUntil + 10_000, leaseUntil: noon + 90_000 });
    slept.step(60_000);
    slept.make();
    await slept.lease.renew();
    expect(slept.journal).to.include('node-number-lost');
    slept.make();
    expect(nodeOf(slept.made.at(-1) ?? '')).to.equal(slept.lease.nodeNo).and.not.equal(row.nodeNo);
    differ(slept);
  });

  it('ends a process whose fixed number is gone, with a sentence', async () => {
    const slept = await machine(1, { fixed: 5 });
    let sentence = '';
    slept.lease.onLost((said) => { sentence = said; });
    const row = await rowOf(5);
    await store.replace(row, { ...row, holding: 'someone else' });
    await slept.lease.renew();
    expect(sentence).to.include('node number 5').and.include('taken over');
  });

  it('starts above what the last holder may have used when the clock was set back between them', async () => {
    const first = await machine(1, { fixed: 3 });
    first.make();
    const ended = new Set([1]);
    const next = new Machine(store, 2, { fixed: 3, ended });
    machines.push(next);
    next.now = noon - 3_600_000;
    await next.lease.start();
    next.make(250_000);
    expect(next.made[0]?.slice(0, 17).localeCompare(first.made.at(-1)?.slice(0, 17) ?? '')).to.equal(1);
    differ(first, next);
  });

  it('prefers numbers whose milliseconds are over, so that a clock set back makes no numbers of the future', async () => {
    const first = await machine(1);
    first.make();
    await first.lease.end();
    const back = new Machine(store, 2);
    machines.push(back);
    back.now = noon - 3_600_000;
    await back.lease.start();
    expect(back.lease.nodeNo).to.not.equal(first.lease.nodeNo);
    expect(back.make(1)[0]?.slice(8, 12)).to.equal('1100');
  });

  it('keeps apart two that steal each other\'s number again and again with clocks that jump both ways', async () => {
    let seed = 12_345;
    const chance = (): number => { seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648; return seed / 2_147_483_648; };
    const process = { hostName: 'h', processId: 99, role: 'all', programVersion: '1', startedAt: noon } as const;
    for (let nodeNo = 2; nodeNo < 1_000; nodeNo++) {
      await store.replace(undefined, { nodeNo, usedUntil: noon, holding: 'held', leaseUntil: noon * 2, seenAt: noon, process, version: 0 });
    }
    const pair = [await machine(1), await machine(2)] as const;
    for (let round = 0; round < 300; round++) {
      const one = pair[chance() < 0.5 ? 0 : 1];
      one.now = noon + Math.floor((chance() - 0.5) * 400) * 100;
      one.wallNow = noon + Math.floor((chance() - 0.5) * 200_000);
      one.make(20);
      for (const row of [await rowOf(0), await rowOf(1)]) if (chance() < 0.3) await store.replace(row, { ...row, holding: undefined });
      await one.lease.renew();
      for (const either of pair) either.make(20);
    }
    expect(pair.some(({ journal }) => journal.filter((event) => event === 'node-number-lost').length > 20)).to.equal(true);
    differ(...pair);
  }).timeout(10_000);

  it('asks for more at once when the clock was stepped past what is reserved, and lags meanwhile', async () => {
    const one = await machine(1);
    one.step(3 * 86_400_000);
    const [lagging] = one.make(1);
    expect(lagging?.slice(0, 8)).to.equal('20260508');
    await one.lease.renew();
    expect(one.make(1)[0]?.slice(0, 8)).to.equal('20260511');
    differ(one);
  });

  it('stops when the reserved numbers are used up and the store is away, rather than repeat one', async () => {
    const one = await machine(1);
    one.step(60_000);
    store.replace = async () => { throw new Error('the database is away'); };
    expect(() => one.make(100_001)).to.throw('used up');
    await one.lease.renew();
    expect(one.journal).to.include('node-number');
    store.replace = MemoryNodeNumbers.prototype.replace.bind(store);
    await one.lease.renew();
    one.make();
    differ(one);
  });

  it('refuses a fixed number that another living process has, and takes it from one that is silent', async () => {
    const living = await machine(1, { fixed: 8, leaseMs: 300 });
    const error = await new Machine(store, 2, { fixed: 8, leaseMs: 300 }).lease.start().then(() => undefined, (thrown: unknown) => thrown);
    expect(error).to.be.instanceOf(NodeNumberTaken);
    expect(String(error)).to.include('held by process 1 on h');
    living.lease.renew = async () => undefined;
    const taker = await machine(3, { fixed: 8, leaseMs: 300 });
    expect(taker.lease.nodeNo).to.equal(8);
  });

  it('tells how many others answer callers; workers, commands and the dead do not count', async () => {
    const one = await machine(1, { ended: new Set([5]) });
    const web = await machine(2, { role: 'web' });
    await machine(3, { role: 'worker' });
    await machine(4, { role: 'command' });
    await machine(5, { role: 'web' });
    await one.lease.renew();
    expect([one.lease.others(), one.lease.living().length]).to.deep.equal([1, 4]);
    await web.lease.end();
    await one.lease.renew();
    expect(one.lease.others()).to.equal(0);
    expect(one.journal.filter((event) => event === 'processes')).to.have.length(3);
  });
});
