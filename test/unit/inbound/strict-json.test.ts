import { expect } from 'chai';
import { readStrictJson, strictUtf8 } from '../../../adapters/inbound/http/strict-json.js';
import { processorMs } from '../../support/processor-time.js';

const limits = { maxDepth: 4, maxNames: 10 };
const read = (text: string): unknown => {
  const result = readStrictJson(text, limits);
  return result.ok ? result.value : result.why;
};

describe('JSON as the gateway reads it (GW-08)', () => {
  for (const text of ['{}', '{"a":1,"b":{"a":2}}', '[{"a":1},{"a":1}]', '"{\\"a\\":1,\\"a\\":2}"', '{"a":"b:\\"c\\"","c":"a"}', '{"a" : "x", "b"\n:\t"y"}', '{"a":["a","a","a"]}', '[[[[]]]]', 'null', '-1.5e3']) {
    it(`reads ${text}`, () => expect(read(text)).to.deep.equal(JSON.parse(text)));
  }

  const blanks = ' '.repeat(200);
  const refused: readonly (readonly [string, string])[] = [
    ['{"a":1,"a":2}', 'duplicate-name'], ['{"b":{"a":1,"a":2}}', 'duplicate-name'], ['[{"a":1,"a":2}]', 'duplicate-name'], ['{"a":1,"\\u0061":2}', 'duplicate-name'],
    [`{"a":1,"a"${blanks}:2}`, 'duplicate-name'], ['{"a":{"x":1},"b":[{}],"a":2}', 'duplicate-name'], ['{"":1,"":2}', 'duplicate-name'],
    ['{"__proto__":1}', 'forbidden-name'], ['{"a":{"constructor":1}}', 'forbidden-name'], ['{"\\u005f_proto__":1}', 'forbidden-name'], [`{"prototype"${blanks}:1}`, 'forbidden-name'],
    ['[[[[[]]]]]', 'too-deep'], ['{"a":{"a":{"a":{"a":{}}}}}', 'too-deep'], ['['.repeat(100_000), 'too-deep'],
    [`{${Array.from({ length: 11 }, (_unused, index) => `"n${index}":1`).join(',')}}`, 'too-many-names'],
    ['', 'not-json'], ['{', 'not-json'], ['{"a":1,}', 'not-json'], ["{'a':1}", 'not-json'], ['{"a":01}', 'not-json'], ['{"a":1}{"a":2}', 'not-json'], ['{"a":NaN}', 'not-json'], ['{"a":1}//x', 'not-json'],
    ['"open', 'not-json'], ['{"a\\', 'not-json'], ['{"\\x":1}', 'not-json'], ['{"a":"\n"}', 'not-json'], [']', 'not-json'], ['{"a"\u00a0:1}', 'not-json'], ['\ufeff{}', 'not-json'],
  ];
  for (const [text, why] of refused) {
    it(`refuses ${JSON.stringify(text.slice(0, 40))} as ${why}`, () => expect(read(text)).to.equal(why));
  }

  it('takes 64 KB made to be slow in no time (RATE-02)', () => {
    const hostile = [`{"a":"${'\\\\'.repeat(32_000)}"}`, `{"a"${' '.repeat(64_000)}`, `["${'":'.repeat(32_000)}`, `[${'"a"'.repeat(16_000)}`, '"a":'.repeat(16_000), `{${'"a" '.repeat(16_000)}`];
    for (const text of hostile) expect(processorMs(() => read(text)), text.slice(0, 20)).to.be.below(250);
  });
});

describe('UTF-8 without tolerance', () => {
  it('reads what is right', () => expect(strictUtf8(Buffer.from('缴款 𠮷 a'))).to.equal('缴款 𠮷 a'));
  const wrong: readonly (readonly [string, readonly number[]])[] = [
    ['a byte order mark', [0xef, 0xbb, 0xbf, 0x61]], ['a lone byte of the middle', [0x80]], ['an overlong slash', [0xc0, 0xaf]], ['half a surrogate pair', [0xed, 0xa0, 0x80]],
    ['a sign cut off', [0xe7, 0xbc]], ['GBK', [0xbd, 0xc9, 0xbf, 0xee]], ['a sign beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
  ];
  for (const [name, bytes] of wrong) it(`refuses ${name}`, () => expect(strictUtf8(Uint8Array.from(bytes))).to.equal(undefined));
});
