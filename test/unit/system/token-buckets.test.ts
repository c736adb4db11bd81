import { expect } from 'chai';
import { TokenBuckets } from '../../../adapters/outbound/system/token-buckets.js';

describe('limiting requests', () => {
  let now = 0;
  const buckets = (): TokenBuckets => { now = 1_000; return new TokenBuckets(() => now); };
  const allowed = (limiter: TokenBuckets, key: string, perSecond: number, times: number): number =>
    Array.from({ length: times }, () => limiter.allow(key, perSecond)).filter(Boolean).length;

  it('lets ten seconds’ worth through at once, then the rate', () => {
    const limiter = buckets();
    expect(allowed(limiter, 'a', 2, 100)).to.equal(20);
    now += 999;
    expect(allowed(limiter, 'a', 2, 100)).to.equal(1);
    now += 1_000;
    expect(allowed(limiter, 'a', 2, 100)).to.equal(2);
  });

  it('saves up no more than ten seconds', () => {
    const limiter = buckets();
    allowed(limiter, 'a', 2, 100);
    now += 3_600_000;
    expect(allowed(limiter, 'a', 2, 100)).to.equal(20);
  });

  it('lets through one at a time where even ten seconds are worth less than one', () => {
    const limiter = buckets();
    expect(allowed(limiter, 'line', 0.02, 100)).to.equal(1);
    now += 49_000;
    expect(allowed(limiter, 'line', 0.02, 100)).to.equal(0);
    now += 1_001;
    expect(allowed(limiter, 'line', 0.02, 100)).to.equal(1);
  });

  it('keeps keys apart', () => {
    const limiter = buckets();
    expect([allowed(limiter, 'a', 1, 100), allowed(limiter, 'b', 1, 100), allowed(limiter, 'a', 1, 100)]).to.deep.equal([10, 10, 0]);
  });

  it('does not punish those who keep asking: a refused request costs nothing', () => {
    const limiter = buckets();
    allowed(limiter, 'a', 1, 1_000);
    now += 1_000;
    expect(limiter.allow('a', 1)).to.equal(true);
  });

  it('allows one request in two seconds at half a request a second', () => {
    const limiter = buckets();
    expect(allowed(limiter, 'a', 0.5, 100)).to.equal(5);
    now += 1_999;
    expect(limiter.allow('a', 0.5)).to.equal(false);
    now += 2;
    expect(limiter.allow('a', 0.5)).to.equal(true);
  });

  it('forgets the key that was used longest ago, not one that is in use', () => {
    const limiter = buckets();
    expect(allowed(limiter, 'idle', 1, 100)).to.equal(10);
    expect(allowed(limiter, 'busy', 1, 100)).to.equal(10);
    for (let count = 0; count < 19_999; count++) {
      limiter.allow(`other-${count}`, 1);
      if (count % 5_000 === 0) limiter.allow('busy', 1);
    }
    expect([limiter.allow('busy', 1), limiter.allow('idle', 1)]).to.deep.equal([false, true]);
  });
});
