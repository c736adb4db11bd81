import { expect } from 'chai';
import { fen, maxFen, readFen, readYuan, sumOf, yuan, zeroFen, type FenSum } from '../../../domain/kernel/money.js';
import { chanceOf, seed } from '../../builders/seeded-chance.js';

describe('fen somebody sent (1.1.7.1.1-k, PAY-01)', () => {
  for (const [text, amount] of [['0', 0n], ['1', 1n], ['12000', 12_000n], ['99999999999', 99_999_999_999n]] as const) {
    it(`reads ${text}`, () => expect(readFen(text)).to.deep.equal({ ok: true, value: amount }));
  }

  const hostile: readonly unknown[] = [
    '', '-1', '+1', '00', '01', '1e2', '1E2', '1.0', '1.', ' 1', '1 ', '1\n', '100\n', '１００', '0x64', '0b1', '1_000', '1,000', '100000000000', '999999999990', 'NaN', 'Infinity',
    '1n', '٣', '²', 100, 100n, 1.5, null, undefined, true, ['1'], { toString: () => '1' },
  ];
  for (const value of hostile) {
    it(`refuses ${typeof value === 'bigint' ? `${value}n` : JSON.stringify(value) ?? 'undefined'} (${typeof value})`, () => {
      expect(readFen(value)).to.deep.equal({ ok: false, refusal: 'not-fen' });
    });
  }

  it('takes fen from a row as number, text or bigint', () => {
    expect([fen(5), fen('5'), fen(5n)]).to.deep.equal([5n, 5n, 5n]);
    expect(fen(maxFen)).to.equal(99_999_999_999n);
  });

  for (const value of [-1, maxFen + 1n, 1.5, Number.NaN, 'ten']) {
    it(`throws for a row that holds ${value}`, () => expect(() => fen(value)).to.throw());
  }
});

describe('yuan as the channels write it', () => {
  for (const [text, amount] of [['120.00', 12_000n], ['120', 12_000n], ['120.5', 12_050n], ['0.01', 1n], ['0', 0n], ['0.00', 0n], ['999999999.99', 99_999_999_999n]] as const) {
    it(`reads ${text} as ${amount} fen`, () => expect(readYuan(text)).to.deep.equal({ ok: true, value: amount }));
  }

  for (const text of ['', '.5', '1.', '1.234', '01.00', '-1.00', '+1', '1e2', ' 1', '1\n', '1,000.00', '１.00', '1000000000.00', 120, null, undefined, ['1.00']]) {
    it(`refuses ${JSON.stringify(text) ?? 'undefined'}`, () => expect(readYuan(text)).to.deep.equal({ ok: false, refusal: 'not-yuan' }));
  }

  it('writes two decimals always and keeps the sign of a sum', () => {
    expect([0n, 1n, 10n, 100n, 12_345n, -5n, -12_345n].map((amount) => yuan(amount as FenSum))).to.deep.equal(['0.00', '0.01', '0.10', '1.00', '123.45', '-0.05', '-123.45']);
  });

  it(`gives back what was written, for 2000 amounts of seed ${seed}`, () => {
    const chance = chanceOf(seed);
    for (let round = 0; round < 2000; round++) {
      const amount = fen(BigInt(chance.below(10 ** (1 + chance.below(9)))) * 100n + BigInt(chance.below(100)));
      expect(readYuan(yuan(amount)), `${amount}`).to.deep.equal({ ok: true, value: amount });
    }
  });

  it('adds without losing a fen above what a float can hold', () => {
    expect(sumOf([])).to.equal(0n);
    expect(sumOf(Array.from({ length: 100_001 }, () => maxFen))).to.equal(99_999_999_999n * 100_001n);
    expect(sumOf([5n, -7n])).to.equal(-2n);
    expect(zeroFen).to.equal(0n);
  });
});
