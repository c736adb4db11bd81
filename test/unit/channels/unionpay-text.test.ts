import { expect } from 'chai';
import { readAnswerBody } from '../../../adapters/outbound/channels/unionpay/answer-body.js';
import { fieldsOf, formBody, linkText, tidied } from '../../../adapters/outbound/channels/unionpay/fields.js';
import { maxMessageBytes, readFormMessage } from '../../../adapters/outbound/channels/unionpay/form-message.js';
import { gatewayCertificate } from './unionpay-other-side.js';
import { posted } from './unionpay-scene.js';

describe('UnionPay: text to be signed', () => {
  it('joins names in ASCII order, upper case first, without signature and empty values', () => {
    expect(linkText({ txnTime: '2', signature: 'x', Zone: '1', accNo: '', accessType: '0', txnAmt: '5' })).to.equal('Zone=1&accessType=0&txnAmt=5&txnTime=2');
  });
  it('keeps values raw, with =, & and line breaks', () => {
    expect(linkText({ b: '1=2&3', a: 'x\r\ny+z' })).to.equal('a=x\r\ny+z&b=1=2&3');
  });
  it('trims every value and leaves out what is then empty or was never given', () => {
    expect(tidied({ a: '  缴费 \t', b: '   ', c: undefined, d: '', e: 'in the middle' })).to.deep.equal({ a: '缴费', e: 'in the middle' });
  });
  it('encodes a body once, as UTF-8', () => {
    expect(Buffer.from(formBody({ a: '费 +&=' })).toString()).to.equal('a=%E8%B4%B9+%2B%26%3D');
  });
});

describe('UnionPay: answers that are not URL-encoded', () => {
  it('keeps + and = of base64', () => {
    expect(readAnswerBody('signature=ab+/cd==&respCode=00')).to.deep.equal({ signature: 'ab+/cd==', respCode: '00' });
  });
  it('keeps the line ends and blanks of a certificate', () => {
    expect(readAnswerBody(`respCode=00&signPubKeyCert=${gatewayCertificate}&version=5.1.0`)?.['signPubKeyCert']).to.equal(gatewayCertificate);
  });
  it('does not decode percent signs', () => {
    expect(readAnswerBody('respMsg=100%25 a+b')).to.deep.equal({ respMsg: '100%25 a+b' });
  });
  it('does not end a value at & inside braces or brackets, nested ones too', () => {
    expect(readAnswerBody('a={x=1&y=[p&q={z&w}]&v=2}&b=[k&l]m&c=3')).to.deep.equal({ a: '{x=1&y=[p&q={z&w}]&v=2}', b: '[k&l]m', c: '3' });
  });
  it('ends a value at its outer closer although an inner opener was forgotten', () => {
    expect(readAnswerBody('a={x[1&2}&b=2')).to.deep.equal({ a: '{x[1&2}', b: '2' });
  });
  it('takes a closer without opener for an ordinary sign', () => {
    expect(readAnswerBody('respMsg=失败]&b=2}&c=3')).to.deep.equal({ respMsg: '失败]', b: '2}', c: '3' });
  });
  it('splits at the first = only', () => {
    expect(readAnswerBody('a==b=c')).to.deep.equal({ a: '=b=c' });
  });
  for (const [what, text] of [
    ['nothing', ''], ['a page', '<html lang="zh">busy</html>'], ['a name that comes twice', 'a=1&a=2'], ['a pair without name', '=1'],
    ['a word without =', 'busy'], ['names of objects', '__proto__=1'], ['too many fields', Array.from({ length: 201 }, (_, at) => `f${at}=1`).join('&')],
  ] as const) {
    it(`cannot read ${what}`, () => { expect(readAnswerBody(text)).to.equal(undefined); });
  }
  it('reads names that are properties of every object as plain fields', () => {
    expect(fieldsOf([['constructor', '1'], ['toString', '2']])).to.deep.equal({ constructor: '1', toString: '2' });
  });
});

describe('UnionPay: notifications as forms', () => {
  it('decodes once: + is a blank, %2B a plus, %252B stays %2B', () => {
    expect(readFormMessage(posted('a=1+2&b=1%2B2&c=1%252B2&d=%E8%B4%B9'))).to.deep.equal({ a: '1 2', b: '1+2', c: '1%2B2', d: '费' });
  });
  it('never looks at the query of the address', () => {
    expect(readFormMessage(posted('a=1', { query: 'a=2&orderId=X' }))).to.deep.equal({ a: '1' });
  });
  for (const [what, message] of [
    ['a broken escape', posted('a=%E8%B4&b=%zz')], ['bytes that are not UTF-8', posted('a=1', { body: Buffer.from([0x61, 0x3d, 0xb7, 0xd1]) })],
    ['escapes that are not UTF-8', posted('a=%B7%D1')], ['a name that comes twice', posted('a=1&a=1')], ['an empty body', posted('')],
    ['JSON', posted('{"a":1}', { contentType: 'application/json' })], ['a form that only looks like one', posted('a=1', { contentType: 'application/x-www-form-urlencoded-2' })],
    ['a GET', posted('a=1', { method: 'GET' })], ['a body beyond the limit', posted(`a=${'x'.repeat(maxMessageBytes)}`)],
  ] as const) {
    it(`cannot read ${what}`, () => { expect(readFormMessage(message)).to.equal(undefined); });
  }
});
