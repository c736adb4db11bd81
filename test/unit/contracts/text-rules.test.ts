import { expect } from 'chai';
import { isCalendarDay, isCalendarMoment, isCleanText, wireLength } from '../../../contracts/gateway/text-rules.js';

describe('text rules of the gateway', () => {
  it('counts an ASCII character as one and every other character as two', () => {
    expect(wireLength('')).to.equal(0);
    expect(wireLength('abc 123~')).to.equal(8);
    expect(wireLength('不动产登记费')).to.equal(12);
    expect(wireLength('é')).to.equal(2);
    expect(wireLength('𠮷😀')).to.equal(4);
  });

  it('takes ordinary Chinese text, punctuation and rare characters', () => {
    for (const text of ['不动产登记费（住宅）', 'A&B <c> "d"', '𠮷野家', 'café', '']) expect(isCleanText(text), text).to.equal(true);
  });

  const dirty = {
    'a line break': 'a\nb', 'a tab': 'a\tb', 'a NUL': 'a\u0000', 'an escape': '\u001b[31m', 'a delete': '\u007f', 'a C1 control': '\u0085',
    'a right-to-left override': 'a\u202eb', 'an isolate': 'a\u2066b', 'a direction mark': 'a\u200fb', 'a lone high surrogate': 'a\ud800',
    'a lone low surrogate': '\udc00a', 'a line separator': 'a\u2028b',
  };
  for (const [what, text] of Object.entries(dirty)) {
    it(`refuses ${what}`, () => { expect(isCleanText(text)).to.equal(false); });
  }

  it('knows the days and moments that exist', () => {
    expect(isCalendarDay('20280229')).to.equal(true);
    for (const day of ['20260229', '20260230', '20261301', '20260100', '2026010', '20260101 ', '18000101', '２０２６０１０１']) {
      expect(isCalendarDay(day), day).to.equal(false);
    }
    expect(isCalendarMoment('20261101235959')).to.equal(true);
    for (const moment of ['20261101240000', '20261101236000', '20261101235960', '20260230000000', '20261101', '20261101235959Z']) {
      expect(isCalendarMoment(moment), moment).to.equal(false);
    }
  });
});
