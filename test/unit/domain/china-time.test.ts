import { expect } from 'chai';
import { businessDay, dashedTime, longTime, readBusinessDay, readLongTime } from '../../../domain/kernel/china-time.js';
import { chanceOf, seed } from '../../builders/seeded-chance.js';

describe('time in China (1.1.7.1.1-h, -i)', () => {
  it('is eight hours ahead of UTC, whatever zone the machine stands in', () => {
    const at = Date.UTC(2026, 4, 8, 4, 5, 6, 789);
    expect([longTime(at), dashedTime(at), businessDay(at)]).to.deep.equal(['20260508120506', '2026-05-08 12:05:06', '20260508']);
  });

  it('begins its day at 16:00 UTC of the day before', () => {
    expect(businessDay(Date.UTC(2026, 11, 31, 15, 59, 59, 999))).to.equal('20261231');
    expect(businessDay(Date.UTC(2026, 11, 31, 16))).to.equal('20270101');
  });

  it(`reads back what it wrote, for 1000 moments of seed ${seed}`, () => {
    const chance = chanceOf(seed);
    for (let round = 0; round < 1000; round++) {
      const at = chance.below(4_000_000_000) * 1000;
      expect(readLongTime(longTime(at)), String(at)).to.deep.equal({ ok: true, value: at });
    }
  });

  for (const text of ['20240229000000', '20000229235959', '20260101000000', '20261231235959']) {
    it(`reads ${text}`, () => expect(readLongTime(text).ok).to.equal(true));
  }

  const impossible = [
    '20260230120000', '20260229000000', '21000229000000', '20261301000000', '20260001000000', '20260100000000', '20260431000000', '20260508240000', '20260508126000',
    '20260508120060', '00000101000000', '00990101000000', '2026050812000', '202605081200000', '2026050812000a', ' 20260508120000', '20260508120000\n', '２０２６０５０８１２００００',
    '2026-05-08 12:00:00', '', 20260508120000, null, undefined,
  ];
  for (const text of impossible) {
    it(`refuses the moment ${JSON.stringify(text) ?? 'undefined'}`, () => expect(readLongTime(text)).to.deep.equal({ ok: false, refusal: 'not-a-time' }));
  }

  for (const text of ['20240229', '20260508']) it(`reads the day ${text}`, () => expect(readBusinessDay(text)).to.deep.equal({ ok: true, value: text }));
  for (const text of ['20230229', '20261232', '2026058', '202605080', '2026-5-8', '', 20260508, undefined]) {
    it(`refuses the day ${JSON.stringify(text) ?? 'undefined'}`, () => expect(readBusinessDay(text)).to.deep.equal({ ok: false, refusal: 'not-a-day' }));
  }
});
