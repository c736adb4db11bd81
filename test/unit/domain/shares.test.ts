import { expect } from 'chai';
import { fen } from '../../../domain/kernel/money.js';
import { apportion, sharesOf } from '../../../domain/settlement/shares.js';
import { chanceOf, seed } from '../../builders/seeded-chance.js';

describe('shares of a combined order', () => {
  it('gives what is left over to the largest remainders, ties to the first line', () => {
    expect(apportion(10n, [1n, 1n, 1n])).to.deep.equal([4n, 3n, 3n]);
    expect(apportion(11n, [1n, 1n, 1n])).to.deep.equal([4n, 4n, 3n]);
    expect(apportion(72n, [8_000n, 4_001n])).to.deep.equal([48n, 24n]);
    expect(apportion(100n, [1n, 2n, 3n])).to.deep.equal([17n, 33n, 50n]);
  });

  it('shares a fee that is given back like one that is taken', () => {
    expect(apportion(-10n, [1n, 1n, 1n])).to.deep.equal([-4n, -3n, -3n]);
    expect(apportion(0n, [5n, 6n])).to.deep.equal([0n, 0n]);
  });

  it('refuses weights that say nothing', () => {
    expect(() => apportion(5n, [0n, 0n])).to.throw(RangeError);
    expect(() => apportion(5n, [3n, -1n])).to.throw(RangeError);
    expect(apportion(0n, [])).to.deep.equal([]);
  });

  it('takes the lines as they are where nothing was taken off, and their parts of what was charged otherwise', () => {
    const lines = [{ subMerchantNo: 'S1', orderAmount: fen(8_000) }, { subMerchantNo: 'S2', orderAmount: fen(4_000) }];
    expect(sharesOf(lines, fen(12_000)).map(({ amount }) => amount)).to.deep.equal([8_000n, 4_000n]);
    expect(sharesOf(lines, fen(11_999)).map(({ amount }) => amount)).to.deep.equal([7_999n, 4_000n]);
  });

  it(`adds up to the fen whatever the lines are, and no part strays a fen from its exact share (seed ${seed})`, () => {
    const chance = chanceOf(seed);
    for (let round = 0; round < 500; round++) {
      const weights = Array.from({ length: 1 + chance.below(12) }, () => BigInt(1 + chance.below(1_000_000)));
      const total = BigInt(chance.below(2_000_000_000)) - 1_000_000_000n;
      const parts = apportion(total, weights);
      const whole = weights.reduce((a, b) => a + b, 0n);
      expect(parts.reduce((a, b) => a + b, 0n)).to.equal(total);
      parts.forEach((part, index) => {
        const off = part * whole - total * (weights[index] ?? 0n);
        expect(off < whole && off > -whole, `part ${index} of ${total}`).to.equal(true);
      });
    }
  });
});
