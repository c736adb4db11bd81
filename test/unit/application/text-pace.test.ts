import { expect } from 'chai';
import { TokenBuckets } from '../../../adapters/outbound/system/token-buckets.js';
import { TextPace } from '../../../application/text-messages/text-pace.js';

function pace(perSecond: number, atOnce: number, allow?: () => boolean) {
  let now = 0;
  const made = new TextPace({ rateLimiter: allow === undefined ? new TokenBuckets(() => now) : { allow, isSpent: () => false }, perSecond, atOnce, nowMs: () => now });
  return { made, at: (ms: number) => { now = ms; } };
}

describe('the pace of texts', () => {
  it('lets a hundred a second pass, spread over it', () => {
    const { made, at } = pace(100, 1_000);
    let passed = 0;
    for (let ms = 0; ms < 3_000; ms += 5) {
      at(ms);
      while (made.enter() === 0) { made.leave(1); passed += 1; }
    }
    expect(passed).to.be.within(300, 311);
  });

  it('gives each text without room a time of its own, at the pace of the platform', () => {
    const { made } = pace(100, 1_000);
    const waits = Array.from({ length: 1_010 }, () => made.enter()).filter((wait) => wait > 0);
    expect(waits).to.have.length(1_000);
    expect([waits[99], waits[999]]).to.deep.equal([1_000, 10_000]);
  });

  it('sends texts further away while the platform is slow, but behind two minutes no further than the load on the board wants it', () => {
    const { made } = pace(100, 2);
    expect([made.enter(), made.enter()]).to.deep.equal([0, 0]);
    made.leave(10_000);
    expect(made.enter()).to.equal(0);
    expect([made.enter(), made.enter()]).to.deep.equal([5_000, 10_000]);
    for (let n = 3; n <= 24; n++) made.enter();
    for (let n = 1; n < 1_000; n++) made.enter();
    // Forty look again in a second, however many there are.
    expect(made.enter()).to.equal(120_000 + 1_000 * 25);
  });

  it('takes a text that was withheld after all for no news about the platform', () => {
    const { made } = pace(100, 2);
    expect([made.enter(), made.enter()]).to.deep.equal([0, 0]);
    made.leave(10_000);
    expect(made.enter()).to.equal(0);
    made.leave(undefined);
    expect(made.enter()).to.equal(0);
    expect(made.enter()).to.equal(5_000);
  });

  it('has no more calls under way than it may, and gives a place back', () => {
    const { made } = pace(10_000, 2);
    expect([made.enter(), made.enter()]).to.deep.equal([0, 0]);
    expect(made.enter()).to.be.above(0);
    made.leave(1);
    expect(made.enter()).to.equal(0);
  });

  it('waits for what the other processes leave', () => {
    let open = false;
    const { made } = pace(100, 4, () => open);
    expect(made.enter()).to.be.above(0);
    open = true;
    expect(made.enter()).to.equal(0);
  });

  it('never keeps a person who waits, and takes that off the others', () => {
    const { made } = pace(100, 1);
    expect(made.enter()).to.equal(0);
    for (let n = 0; n < 20; n++) { made.enterFirst(); made.leave(1); }
    made.leave(1);
    expect(made.enter()).to.be.above(0);
  });
});
