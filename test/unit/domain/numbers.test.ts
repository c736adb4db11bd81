import { expect } from 'chai';
import { checkDigit, isPlatformNumber, platformNumber } from '../../../domain/kernel/numbers.js';
import { chanceOf, seed } from '../../builders/seeded-chance.js';

const at = Date.UTC(2026, 4, 8, 4, 5, 6, 7);

describe('platform numbers', () => {
  it('are 26 digits: China time with milliseconds, node, sequence, check', () => {
    const number = platformNumber(at, 7, 42);
    expect(number).to.match(/^20260508120506007007000420?[0-9]$/).and.to.have.lengthOf(26);
    expect(number.slice(0, 25)).to.equal('2026050812050600700700042');
    expect(isPlatformNumber(number)).to.equal(true);
  });

  it('use the check digit everybody knows', () => expect([checkDigit('7992739871'), checkDigit('0'), checkDigit('')]).to.deep.equal(['3', '0', '0']));

  it('refuse a node or a sequence that does not fit', () => {
    expect(() => platformNumber(at, 1000, 0)).to.throw(RangeError);
    expect(() => platformNumber(at, 0, 100_000)).to.throw(RangeError);
    expect(platformNumber(at, 999, 99_999)).to.have.lengthOf(26);
  });

  it('sort by time as text', () => {
    expect(platformNumber(at, 999, 99_999) < platformNumber(at + 1, 0, 0)).to.equal(true);
  });

  it(`are recognised with no digit wrong, over 50 numbers of seed ${seed}`, () => {
    const chance = chanceOf(seed);
    for (let round = 0; round < 50; round++) {
      const number = platformNumber(at + chance.below(1e9), chance.below(1000), chance.below(100_000));
      for (let place = 0; place < 26; place++) {
        for (const digit of '0123456789') {
          const changed = number.slice(0, place) + digit + number.slice(place + 1);
          expect(isPlatformNumber(changed), changed).to.equal(changed === number);
        }
      }
    }
  });

  it(`are recognised with no two neighbours swapped, but for 09 and 90, over 50 numbers of seed ${seed}`, () => {
    const chance = chanceOf(seed);
    for (let round = 0; round < 50; round++) {
      const number = platformNumber(at + chance.below(1e9), chance.below(1000), chance.below(100_000));
      for (let place = 0; place < 25; place++) {
        const pair = number.slice(place, place + 2);
        const swapped = number.slice(0, place) + [...pair].reverse().join('') + number.slice(place + 2);
        const blind = swapped === number || pair === '09' || pair === '90';
        expect(isPlatformNumber(swapped), `${number} at ${place}`).to.equal(blind);
      }
    }
  });

  for (const text of ['', '1', `${platformNumber(at, 7, 42)}0`, platformNumber(at, 7, 42).slice(1), `${platformNumber(at, 7, 42)}\n`, 'A'.repeat(26)]) {
    it(`do not include ${JSON.stringify(text)}`, () => expect(isPlatformNumber(text)).to.equal(false));
  }
});
