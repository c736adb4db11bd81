import { expect } from 'chai';
import { SharedBuckets } from '../../../adapters/outbound/system/shared-buckets.js';
import type { ProcessNote } from '../../../application/ports/limit-exchange.js';

describe('limits shared by processes', () => {
  const setUp = () => {
    const said: string[] = [];
    const notes: string[] = [];
    const state = { shared: true, away: false, now: 0, digests: 0, heard: [] as readonly ProcessNote[] };
    const note = (level: string) => (event: string): void => { said.push(`${level} ${event}`); };
    const limiter = new SharedBuckets({
      process: 'p1', isShared: () => state.shared, nowMs: () => state.now, wallMs: () => 1_800_000_000_000,
      digestsOf: (key) => { state.digests += 1; return [`#${key.length}`]; },
      journal: { info: note('info'), warn: note('warn'), alarm: note('alarm'), fault: note('fault') },
      exchange: { exchange: async (mine) => { if (state.away) throw new Error('gone'); notes.push(mine.text); return state.heard; } },
    });
    const allowed = (key: string, perSecond: number, times: number): number => Array.from({ length: times }, () => limiter.allow(key, perSecond)).filter(Boolean).length;
    return { limiter, allowed, said, notes, state };
  };

  it('cost nothing while a process is alone: no exchange, no digest, all of the burst', async () => {
    const { limiter, allowed, notes, state } = setUp();
    state.shared = false;
    await limiter.exchange();
    expect([allowed('a', 2, 100), notes, state.digests]).to.deep.equal([20, [], 0]);
  });

  it('tell digests and figures only, of keys that lack something, two hundred at most', async () => {
    const { limiter, allowed, notes } = setUp();
    await limiter.exchange();
    for (let n = 1; n <= 300; n++) allowed('x'.repeat(n), 10, 50);
    limiter.allow('cashier-page:secret-token:203.0.113.9', 1_000);
    await limiter.exchange();
    const told = JSON.parse(notes.at(-1) ?? '') as readonly (readonly [string, number, number])[];
    expect(told).to.have.lengthOf(200);
    expect(told.every(([digest, used, missing]) => digest.startsWith('#') && used === 50 && missing === 50)).to.equal(true);
    expect(notes.join()).not.to.match(/secret|203/);
  });

  it('KEY-02: are told apart by the same names while a new key comes, from whichever key a process has them', async () => {
    let phase: 'one' | 'changing' | 'several' = 'one';
    let heard: readonly ProcessNote[] = [];
    const notes: string[] = [];
    const names = { one: ['old'], changing: ['old', 'new'], several: ['new', 'old'] } as const;
    const limiter = new SharedBuckets({
      process: 'p1', isShared: () => true, nowMs: () => 0, wallMs: () => 0, digestsOf: () => names[phase], phaseOfKeys: () => phase,
      journal: { info: () => undefined, warn: () => undefined, alarm: () => undefined, fault: () => undefined }, exchange: { exchange: async ({ text }) => { notes.push(text); return heard; } },
    });
    await limiter.exchange();
    for (let n = 0; n < 5; n++) limiter.allow('k', 2);
    phase = 'changing';
    heard = [{ process: 'p2', text: JSON.stringify([['new', 20, 20]]) }];
    await limiter.exchange();
    expect(limiter.allow('k', 2), 'the other used all of it, and calls it by the new name').to.equal(false);
    expect(notes.at(-1)).to.contain('"old"');
    phase = 'several';
    await limiter.exchange();
    expect(notes.at(-1)).to.contain('"new"').and.to.not.contain('"old"');
  });

  it('go on in this process when the store is away, and say so once', async () => {
    const { limiter, allowed, said, state } = setUp();
    await limiter.exchange();
    state.away = true;
    for (let n = 0; n < 5; n++) await limiter.exchange();
    expect([allowed('a', 2, 100), said]).to.deep.equal([20, ['alarm limits-not-shared']]);
    state.away = false;
    await limiter.exchange();
    await limiter.exchange();
    expect(said).to.deep.equal(['alarm limits-not-shared', 'info limits-shared-again']);
  });

  it('give out between two exchanges one second\'s rate or this process\'s part of the bucket, whichever is more, and at least one request', async () => {
    const { limiter, allowed, state } = setUp();
    state.heard = Array.from({ length: 19 }, (_, n) => ({ process: `other${n}`, text: '[]' }));
    await limiter.exchange();
    expect([allowed('fast', 10, 100), allowed('slow', 0.5, 100)]).to.deep.equal([10, 1]);
    await limiter.exchange();
    expect([allowed('fast', 10, 100), allowed('slow', 0.5, 100)]).to.deep.equal([10, 1]);
  });

  it('take what others used out of this bucket, and their new figures once', async () => {
    const { limiter, allowed, state } = setUp();
    const told = (used: number, missing: number): void => { state.heard = [{ process: 'p2', text: JSON.stringify([['#1', used, missing]]) }]; };
    told(40, 40);
    await limiter.exchange();
    expect(allowed('a', 10, 100)).to.equal(30);
    await limiter.exchange();
    state.now += 1_000;
    expect(allowed('a', 10, 1)).to.equal(1);
    told(60, 100);
    await limiter.exchange();
    await limiter.exchange();
    state.now += 1_000;
    // 60 left after the first look, 30 used, 10 gained, 1 used, 20 taken out, 10 gained: 29, of which half at once.
    expect(allowed('a', 10, 100)).to.equal(14);
  });
});
