import { expect } from 'chai';
import { fenOf, fenSumOf, yuanNumber } from '../../../adapters/outbound/e-bills/bosssoft/amounts.js';
import { ExactNumber, NotJson, readExactJson, writeExactJson, type ExactJson, type ExactObject } from '../../../adapters/outbound/e-bills/bosssoft/exact-json.js';
import { fen } from '../../../domain/kernel/money.js';

const plain = (value: ExactJson): unknown => {
  if (value instanceof ExactNumber) return Number(value.text);
  if (value instanceof Map) return Object.fromEntries([...(value as ExactObject)].map(([name, entry]) => [name, plain(entry)]));
  return Array.isArray(value) ? (value as readonly ExactJson[]).map(plain) : value;
};

describe('JSON with exact numbers', () => {
  for (const text of ['{}', '[]', ' { "a" : [ 1 , -2.50 , 3e2 , true , false , null , "x\\u6d4b\\n\\"\\\\" ] , "b" : { "" : "" } } ', '"测"', '0', '[[],{}]', '{"__proto__":"x"}']) {
    it(`reads ${text} as everybody does`, () => { expect(JSON.stringify(plain(readExactJson(text)))).to.equal(JSON.stringify(JSON.parse(text))); });
  }
  for (const text of ['', '{', '}', '[1,]', '[,1]', '{"a"}', '{"a":}', '{"a":1,}', '{a:1}', '01', '1.', '.5', '+1', '1e', '--1', 'tru', 'trueish', '"a', '"\n"', '"\\x"', '"\\u12"', '1 2', '[1]]', "{'a':1}", 'NaN', '[1 2]', '{"a" 1}', '1.2.3']) {
    it(`refuses ${JSON.stringify(text)}`, () => {
      expect(() => { JSON.parse(text); }).to.throw();
      expect(() => readExactJson(text)).to.throw(NotJson);
    });
  }
  it('refuses a name that occurs twice, and what is too deep', () => {
    expect(() => readExactJson('{"a":1,"a":1}')).to.throw(NotJson);
    expect(() => readExactJson('{"a":1,"\\u0061":1}')).to.throw(NotJson);
    expect(() => readExactJson('['.repeat(100_000))).to.throw(NotJson);
  });
  it('reads long texts and many values in time', () => {
    const long = JSON.stringify({ picture: 'A'.repeat(500_000), escapes: '\\"'.repeat(50_000) });
    expect(JSON.stringify(plain(readExactJson(long)))).to.equal(long);
    expect(readExactJson(`[${'1,'.repeat(100_000)}1]`)).to.have.length(100_001);
  });
  it('keeps a number as it was written, both ways', () => {
    const text = '{"totalAmt":80.00,"list":[0.10,12345678901234567890.123],"name":"a\\"b"}';
    const read = readExactJson(text) as ReadonlyMap<string, ExactJson>;
    expect((read.get('totalAmt') as ExactNumber).text).to.equal('80.00');
    expect(writeExactJson({ totalAmt: new ExactNumber('80.00'), gone: undefined, list: [new ExactNumber('0.10'), new ExactNumber('12345678901234567890.123')], name: 'a"b' })).to.equal(text);
  });
});

describe('amounts of the bill system', () => {
  const read = (text: string): ExactJson => readExactJson(text);
  for (const amount of [0n, 1n, 10n, 100n, 8_000n, 110_29n, 99_999_999_999n]) {
    it(`${amount} fen come back as they went`, () => { expect(fenOf(read(yuanNumber(fen(amount)).text))).to.equal(amount); });
  }
  for (const [text, amount] of [['80', 8_000n], ['80.0', 8_000n], ['80.00', 8_000n], ['80.000000', 8_000n], ['0.29', 29n], ['"80.00"', 8_000n], ['1.10', 110n], ['4.35', 435n]] as const) {
    it(`reads ${text} as ${amount} fen`, () => { expect(fenOf(read(text))).to.equal(amount); });
  }
  for (const text of ['-1', '-0', '8e1', '8E+1', '80.001', '80.0010', '1234567890', '"80,00"', '" 80"', '"８０"', 'true', 'null', '[]', '""', '"080"']) {
    it(`reads ${text} as no amount`, () => { expect(fenOf(read(text))).to.equal(undefined); });
  }
  it('reads sums of a day that are larger than any amount', () => {
    expect(fenSumOf(read('123456789012.34'))).to.equal(12_345_678_901_234n);
    expect(fenSumOf(read('-1.00'))).to.equal(undefined);
    expect(fenSumOf(read('1e3'))).to.equal(undefined);
    expect(fenSumOf(undefined)).to.equal(undefined);
  });
});
