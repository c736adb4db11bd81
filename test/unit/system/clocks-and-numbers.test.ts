import { expect } from 'chai';
import { NumberMaker, type NumberRange } from '../../../adapters/outbound/system/number-maker.js';
import { SteppedClock } from '../../../adapters/outbound/system/stepped-clock.js';
import { WallClock } from '../../../adapters/outbound/system/wall-clock.js';
import { isPlatformNumber } from '../../../domain/kernel/numbers.js';
import { noon } from '../../builders/moments.js';
import { HandClock } from '../../contract/persistence/fakes.js';

describe('the clock that can be stepped', () => {
  it('goes with the machine’s and adds what it was advanced by', () => {
    const clock = new SteppedClock(1_000_000);
    expect(clock.now() - Date.now()).to.be.within(999_000, 1_001_000);
    clock.advance(5_000_000);
    expect([clock.offsetMs, Math.round((clock.now() - Date.now()) / 100_000)]).to.deep.equal([6_000_000, 60]);
  });

  for (const ms of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
    it(`does not move by ${ms}`, () => {
      const clock = new SteppedClock();
      expect(() => clock.advance(ms)).to.throw(RangeError);
      expect(clock.offsetMs).to.equal(0);
    });
  }

  it('wakes those whose time has come, and lets others sleep on', async () => {
    const clock = new SteppedClock();
    const woken: string[] = [];
    const short = clock.sleep(60_000).then(() => woken.push('short'));
    const long = clock.sleep(120_000).then(() => woken.push('long'));
    clock.advance(60_000);
    await short;
    await new Promise((resolve) => { setImmediate(resolve); });
    expect(woken).to.deep.equal(['short']);
    clock.advance(60_000);
    await long;
    expect(woken).to.deep.equal(['short', 'long']);
  });

  it('ends a sleep by itself when nobody steps it', async () => {
    const clock = new SteppedClock();
    const began = Date.now();
    await clock.sleep(30);
    expect(Date.now() - began).to.be.at.least(29);
  });

  it('tells its listeners until they leave', () => {
    const clock = new SteppedClock();
    let told = 0;
    const leave = clock.onAdvance(() => { told += 1; });
    clock.advance(1);
    leave();
    clock.advance(1);
    expect(told).to.equal(1);
  });
});

describe('the machine’s clock', () => {
  it('tells its time and sleeps by it', async () => {
    const clock = new WallClock();
    const began = clock.now();
    expect(Math.abs(began - Date.now())).to.be.below(1_000);
    await clock.sleep(20);
    expect(clock.now() - began).to.be.at.least(19);
  });
});

const endless = (nodeNo: number): NumberRange => ({ nodeNo, from: 0, until: Infinity });

describe('the maker of numbers', () => {
  it('gives 300,000 different, valid numbers, also when the clock stands still', () => {
    const maker = new NumberMaker(new HandClock(noon), endless(7));
    const made = new Set<string>();
    for (let count = 0; count < 300_000; count++) made.add(maker.next());
    expect(made.size).to.equal(300_000);
    expect([...made].slice(0, 1_000).every(isPlatformNumber)).to.equal(true);
    expect([...made].map((number) => number.slice(17, 20)).every((node) => node === '007')).to.equal(true);
    expect(new Set([...made].map((number) => number.slice(0, 17))).size, 'milliseconds used').to.equal(3);
  });

  it('never goes back when the clock does', () => {
    const clock = new HandClock(noon);
    const maker = new NumberMaker(clock, endless(1));
    const before = maker.next().slice(0, 17);
    clock.at -= 3_600_000;
    const numbers = Array.from({ length: 1_000 }, () => maker.next());
    expect(numbers.every((number) => number.slice(0, 17) === before)).to.equal(true);
    expect(new Set(numbers).size).to.equal(1_000);
    clock.at = noon + 1;
    expect(maker.next().slice(0, 17) > before).to.equal(true);
  });

  it('begins each millisecond somewhere else, so that volumes cannot be read from numbers', () => {
    const clock = new HandClock(noon);
    const maker = new NumberMaker(clock, endless(1));
    const starts = Array.from({ length: 50 }, () => { clock.at += 1; return maker.next().slice(20, 25); });
    expect(new Set(starts).size).to.be.above(40);
  });

  it('makes tokens of 32 signs that fit an address and are never the same', () => {
    const maker = new NumberMaker(new HandClock(noon), endless(0));
    const tokens = Array.from({ length: 1_000 }, () => maker.token());
    expect(tokens.every((token) => /^[A-Za-z0-9_-]{32}$/.test(token))).to.equal(true);
    expect(new Set(tokens).size).to.equal(1_000);
  });

  for (const node of [-1, 1_000, 1.5, Number.NaN]) it(`refuses node ${node}`, () => expect(() => new NumberMaker(new HandClock(noon), endless(node))).to.throw(RangeError));
});
