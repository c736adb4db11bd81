import { expect } from 'chai';
import { cutWords, epochMs, fen, fenSum, flag, int, json, longText, oneOf, optional, text, UnreadableValue, words } from '../../../adapters/outbound/persistence/sql/codecs.js';
import { fen as toFen, type FenSum } from '../../../domain/kernel/money.js';

const refuses = (work: () => unknown): void => { expect(work).to.throw(UnreadableValue); };

describe('column codecs', () => {
  it('read whole numbers however a driver gives them', () => {
    for (const stored of [12_000, '12000', 12_000n]) {
      expect(int.decode(stored)).to.equal(12_000);
      expect(fen.decode(stored)).to.equal(12_000n);
    }
    expect(epochMs.decode('-1')).to.equal(-1);
    expect(int.decode(String(Number.MAX_SAFE_INTEGER))).to.equal(Number.MAX_SAFE_INTEGER);
  });

  it('refuse numbers that a driver may have rounded, fractions and everything else', () => {
    for (const stored of [2 ** 53, 9_007_199_254_740_993n, '9007199254740993', '9223372036854775807', 1.5, Number.NaN, '1.0', '1e3', ' 1', '', null, undefined, true, {}]) {
      refuses(() => int.decode(stored));
      refuses(() => epochMs.decode(stored));
      refuses(() => fen.decode(stored));
    }
    refuses(() => int.encode(2 ** 53));
  });

  it('bind fen as an exact number and refuse what cannot be an amount', () => {
    expect(fen.encode(toFen(99_999_999_999n))).to.equal(99_999_999_999);
    expect(() => fen.decode(100_000_000_000n)).to.throw(RangeError);
    expect(() => fen.decode(-1)).to.throw(RangeError);
  });

  it('bind sums of fen exactly, also below zero, and refuse what a driver would round', () => {
    const sum = (value: bigint): FenSum => value as FenSum;
    expect(fenSum.decode(fenSum.encode(sum(-9_000_000_000_000_000n)))).to.equal(-9_000_000_000_000_000n);
    for (const stored of ['-12', -12, -12n]) expect(fenSum.decode(stored)).to.equal(-12n);
    refuses(() => fenSum.encode(sum(9_007_199_254_740_992n)));
    refuses(() => fenSum.decode('9007199254740993'));
    refuses(() => fenSum.decode('1.5'));
  });

  it('never bind an object, an array or a wrong kind', () => {
    for (const value of [{ no: 1 }, ['a'], 1, null]) refuses(() => text(10).encode(value as unknown as string));
    refuses(() => fen.encode(5 as unknown as ReturnType<typeof toFen>));
    refuses(() => flag.encode('1' as unknown as boolean));
    refuses(() => int.encode('1' as unknown as number));
  });

  it('keep texts within their column: length in code points, ASCII where bytes are counted, never empty', () => {
    expect(text(2, 'any').encode('𠮷野')).to.equal('𠮷野');
    refuses(() => text(2, 'any').encode('𠮷野家'));
    refuses(() => text(10).encode('é'));
    refuses(() => text(10).encode(''));
    refuses(() => text(10).decode(''));
    refuses(() => text(10).decode(null));
  });

  it('store nothing for an empty optional text and read nothing back', () => {
    expect(optional(text(5)).encode('')).to.equal(null);
    expect(optional(text(5)).encode(undefined)).to.equal(null);
    expect(optional(text(5)).decode(null)).to.equal(undefined);
    expect(optional(int).encode(0)).to.equal(0);
    expect(optional(int).decode(0)).to.equal(0);
  });

  it('cut words for people instead of refusing them, never inside a character', () => {
    expect(words(3).encode('一二三四')).to.equal('一二三');
    expect(cutWords('a𠮷b', 2)).to.equal('a𠮷');
    expect(words(3).encode('')).to.equal(null);
    expect(words(3).decode(null)).to.equal('');
  });

  it('read flags and listed words only', () => {
    expect([flag.decode(1), flag.decode('0'), flag.decode(1n)]).to.deep.equal([true, false, true]);
    refuses(() => flag.decode(2));
    expect(oneOf(['open', 'paid']).decode('paid')).to.equal('paid');
    refuses(() => oneOf(['open', 'paid']).decode('PAID'));
  });

  it('keep JSON as text', () => {
    const codec = json<readonly string[]>((parsed) => parsed as readonly string[]);
    expect(codec.encode(['a'])).to.equal('["a"]');
    expect(codec.decode('["a"]')).to.deep.equal(['a']);
    refuses(() => longText.encode('x'.repeat(1_000_001)));
  });
});
