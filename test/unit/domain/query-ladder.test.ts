import { expect } from 'chai';
import { chargedAndReturnedMessage, chargedInErrorMessage } from '../../../domain/payments/attempt.js';
import type { Attempt } from '../../../domain/payments/attempt.js';
import { afterLimitLadderMs, nextQueryAt, pageLadderMs, patienceIsOver } from '../../../domain/payments/query-ladder.js';
import { noon } from '../../builders/moments.js';
import { anAttempt } from '../../builders/payments.js';

/** All moments at which an attempt nobody decides is asked about. */
function climb(attempt: Attempt, from = attempt.createdAt): number[] {
  const moments: number[] = [];
  for (let now = from, rounds = 0; rounds < 5000; rounds++) {
    const next = nextQueryAt(attempt, now);
    if (next === undefined) return moments;
    moments.push(next);
    now = next;
  }
  throw new Error('the ladder has no end');
}

const page = anAttempt({ limitAt: noon + 3_600_000 });

describe('when a channel is asked about an open attempt', () => {
  it('is each time later than the time before, and has an end, whatever the method and the limit', () => {
    for (const payMethod of ['pc', 'h5', 'bar'] as const) {
      for (const minutes of [1, 5, 120, 21_600]) {
        const attempt = anAttempt({ payMethod, limitAt: noon + minutes * 60_000 });
        const moments = climb(attempt);
        moments.forEach((at, index) => expect(at).to.be.above(moments[index - 1] ?? noon));
        expect(moments.at(-1), 'last').to.equal(attempt.limitAt + 72 * 3_600_000);
      }
    }
  });

  it('follows the page, then every ten minutes to the limit, then the channel’s own ladder', () => {
    const waits = climb(page).map((at) => (at - noon) / 1000);
    expect(waits.slice(0, 11)).to.deep.equal([10, 30, 60, 120, 300, 600, 1200, 1800, 2400, 3000, 3600]);
    expect(waits.slice(11).map((wait) => wait - 3600)).to.deep.equal([1, 3, 7, 15, 31, 63, 300, 900, 1800, 3600, 10_800, 21_600, 43_200, 86_400, 172_800, 259_200]);
    expect(pageLadderMs[0]).to.equal(10_000);
    expect(afterLimitLadderMs).to.have.lengthOf(16);
  });

  it('never jumps over the limit', () => {
    const soon = anAttempt({ limitAt: noon + 45_000 });
    expect(climb(soon).slice(0, 4).map((at) => at - noon)).to.deep.equal([10_000, 30_000, 46_000, 48_000]);
  });

  it('goes on where it is after a long silence', () => {
    expect(nextQueryAt(page, noon + 3_600_000 + 7_200_000)).to.equal(noon + 3_600_000 + 3 * 3_600_000);
    expect(nextQueryAt(page, noon + 3_600_000 + 73 * 3_600_000)).to.equal(undefined);
  });

  it('is every three seconds for a scanned code, for a minute beyond its patience', () => {
    const bar = anAttempt({ payMethod: 'bar' });
    expect(nextQueryAt(bar, noon)).to.equal(noon + 3_000);
    expect(nextQueryAt(bar, noon + 104_999)).to.equal(noon + 107_999);
    expect(nextQueryAt(bar, noon + 105_000)).to.equal(noon + 120_000);
  });

  it('goes on to the limit after a page said no, and stops at once after a scanned code did', () => {
    const declined = anAttempt({ state: 'declined', limitAt: noon + 1_500_000 });
    expect(climb(declined).map((at) => at - noon)).to.deep.equal([600_000, 1_200_000, 1_501_000, 1_503_000, 1_507_000, 1_515_000, 1_531_000, 1_563_000]);
    expect(nextQueryAt(anAttempt({ state: 'declined', payMethod: 'bar' }), noon)).to.equal(undefined);
  });

  for (const state of ['paid', 'repeat', 'late', 'ended'] as const) {
    it(`is never, once it is ${state}`, () => expect(nextQueryAt(anAttempt({ state }), noon)).to.equal(undefined));
  }
});

describe('money that was charged in error', () => {
  it('is asked about while the channel is finding out, not once it goes back', () => {
    expect(nextQueryAt(anAttempt({ state: 'stray', reason: chargedInErrorMessage }), noon)).to.equal(noon + 10_000);
    expect(nextQueryAt(anAttempt({ state: 'stray', reason: chargedAndReturnedMessage }), noon)).to.equal(undefined);
  });
});

describe('patience with a scanned code', () => {
  const bar = anAttempt({ payMethod: 'bar' });
  it('ends 45 seconds after it began', () => expect([patienceIsOver(bar, noon + 44_999), patienceIsOver(bar, noon + 45_000)]).to.deep.equal([false, true]));
  it('does not concern pages or decided attempts', () => {
    expect([patienceIsOver(anAttempt(), noon + 1e9), patienceIsOver({ ...bar, state: 'paid' }, noon + 1e9)]).to.deep.equal([false, false]);
  });
});
