import { expect } from 'chai';
import { SharedBuckets } from '../../../adapters/outbound/system/shared-buckets.js';
import type { LimitExchange } from '../../../application/ports/limit-exchange.js';

export interface OpenedExchange { readonly one: LimitExchange; readonly two: LimitExchange; close(): Promise<void> }
export const at = 1_800_000_000_000;

export function limitExchangeContract(adapter: string, open: () => Promise<OpenedExchange>): void {
  describe(`exchange of limits ${adapter}`, () => {
    let opened: OpenedExchange;
    beforeEach(async () => { opened = await open(); });
    afterEach(() => opened.close());

    it('gives each process the newest note of every other, and not its own', async () => {
      expect(await opened.one.exchange({ process: 'p1', text: '["a"]' }, at)).to.deep.equal([]);
      expect(await opened.two.exchange({ process: 'p2', text: '[]' }, at + 1)).to.deep.equal([{ process: 'p1', text: '["a"]' }]);
      expect(await opened.one.exchange({ process: 'p1', text: '["b|c"]' }, at + 2)).to.deep.equal([{ process: 'p2', text: '[]' }]);
      expect(await opened.two.exchange({ process: 'p2', text: '[]' }, at + 3)).to.deep.equal([{ process: 'p1', text: '["b|c"]' }]);
    });

    it('takes a long note, and forgets a process that is silent', async () => {
      const text = JSON.stringify(Array.from({ length: 200 }, (_, n) => [String(n).padStart(32, '0'), 123_456_789, 98_765.432_1]));
      await opened.one.exchange({ process: 'p1', text }, at);
      expect(await opened.two.exchange({ process: 'p2', text: '[]' }, at + 4_999)).to.deep.equal([{ process: 'p1', text }]);
      expect(await opened.two.exchange({ process: 'p2', text: '[]' }, at + 5_001)).to.deep.equal([]);
      expect(await opened.two.exchange({ process: 'p2', text: '[]' }, at + 200_000)).to.deep.equal([]);
      // It may come back under its old name.
      expect(await opened.one.exchange({ process: 'p1', text: '[]' }, at + 200_001)).to.deep.equal([{ process: 'p2', text: '[]' }]);
    });

    it('lets two processes together allow about the rate, not double, and touches no other key', async () => {
      let now = 0;
      const limiters = [opened.one, opened.two].map((exchange, index) => new SharedBuckets({
        exchange, process: `p${index}`, isShared: () => true, digestsOf: (key) => [`digest of ${key}`], nowMs: () => now, wallMs: () => at + now,
        journal: { info: () => undefined, warn: () => undefined, alarm: (event) => { throw new Error(event); }, fault: (event) => { throw new Error(event); } },
      }));
      const [first, second] = limiters;
      if (!first || !second) throw new Error('two limiters');
      const round = async (): Promise<void> => { for (const limiter of limiters) await limiter.exchange(); };
      await round();
      await round();
      let allowed = 0;
      const seconds = 40;
      for (let second_ = 0; second_ < seconds; second_++) {
        for (let n = 0; n < 200; n++) for (const limiter of limiters) if (limiter.allow('flooded', 10)) allowed += 1;
        expect([first.allow('calm', 10), second.allow('calm', 10)]).to.deep.equal([true, true]);
        now += 1_000;
        await round();
      }
      // Its rate, ten seconds' worth saved up, and one second's rate for each process.
      expect(allowed).to.be.within(seconds * 10 * 0.9, (seconds + 10) * 10 + 2 * 10);
      // One that has not met the key yet knows at once that it is empty.
      const third = new SharedBuckets({ exchange: opened.one, process: 'p3', isShared: () => true, digestsOf: (key) => [`digest of ${key}`], nowMs: () => now, wallMs: () => at + now,
        journal: { info: () => undefined, warn: () => undefined, alarm: () => undefined, fault: () => undefined } });
      await third.exchange();
      expect(Array.from({ length: 100 }, () => third.allow('flooded', 10)).filter(Boolean).length).to.be.below(25);
      expect(third.allow('calm', 10)).to.equal(true);
    });
  });
}
