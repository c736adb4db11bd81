import { expect } from 'chai';
import { Turns } from '../../../application/ports/turns.js';
import { noon } from '../../builders/moments.js';

describe('turns of those who wait for a place', () => {
  it('are the usual wait for whoever is alone', () => {
    const turns = new Turns();
    expect([0, 100, 1_000].map((ms) => turns.next(noon + ms, 3_000))).to.deep.equal([3_000, 3_100, 4_000].map((ms) => noon + ms));
  });

  it('come forty in a second, however many wait', () => {
    const turns = new Turns();
    const given = Array.from({ length: 10_000 }, () => turns.next(noon, 3_000) - noon);
    expect([given[0], given[1], given[40], given.at(-1)]).to.deep.equal([3_000, 3_025, 4_000, 3_000 + 9_999 * 25]);
    // One that came and found no place stands at the end again.
    expect(turns.next(noon + 3_000, 3_000) - noon).to.equal(3_000 + 10_000 * 25);
  });

  it('begin anew once the clock has passed the line', () => {
    const turns = new Turns();
    for (let n = 0; n < 1_000; n++) turns.next(noon, 3_000);
    expect(turns.next(noon + 60_000, 3_000) - noon).to.equal(63_000);
  });

  it('begin anew when the clock was set back: nobody waits for its old time', () => {
    const turns = new Turns();
    turns.next(noon + 86_400_000, 3_000);
    expect(turns.next(noon, 3_000)).to.equal(noon + 3_000);
  });

  it('are as far apart as calls of a slow system allow, as long as the line is short, and closer where it takes more than forty in a second', () => {
    const [slow, fast] = [new Turns(), new Turns()];
    const pace = { spacingMs: 5_000, withinMs: 12_000 };
    expect(Array.from({ length: 5 }, () => slow.next(noon, 5_000, pace) - noon)).to.deep.equal([5_000, 10_000, 12_000, 12_025, 12_050]);
    expect(Array.from({ length: 5 }, () => fast.next(noon, 2, { spacingMs: 2, withinMs: 6 }) - noon)).to.deep.equal([2, 4, 6, 8, 10]);
  });
});
