import { expect } from 'chai';
import { readAddress, readReturnAddress } from '../../../domain/directory/address.js';

const origins = ['https://biz.example', 'https://biz.example:8443', 'http://biz.example', 'http://127.0.0.1', 'http://[::1]:9000', 'https://xn--fiqs8s.example'];

describe('an address somebody gave (URL-01)', () => {
  const allowed: readonly (readonly [string, string])[] = [
    ['https://biz.example/notify', 'https://biz.example/notify'],
    ['https://biz.example', 'https://biz.example/'],
    ['https://biz.example:443/notify', 'https://biz.example/notify'],
    ['https://BIZ.example/Notify', 'https://biz.example/Notify'],
    ['https://biz.example:8443/a?b=c', 'https://biz.example:8443/a?b=c'],
    ['https://biz.example/a/../b', 'https://biz.example/b'],
    ['https://xn--fiqs8s.example/', 'https://xn--fiqs8s.example/'],
    [`https://biz.example/${'a'.repeat(236)}`, `https://biz.example/${'a'.repeat(236)}`],
  ];
  for (const [text, href] of allowed) {
    it(`keeps ${text.slice(0, 60)}`, () => expect(readAddress(text, origins, true)).to.deep.equal({ ok: true, value: href }));
  }

  const malformed = [
    'http://2130706433/', 'http://0x7f.1/', 'http://0177.0.0.1/', 'http://127.1/', 'http://１２７.0.0.1/', 'http://127。0。0。1/', 'http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/', 'http://[::ffff:127.0.0.1]/',
    'http://a@127.0.0.1/', 'http://@127.0.0.1/', 'http://a:b@127.0.0.1/', 'http:127.0.0.1', 'http:/127.0.0.1', 'http:///127.0.0.1', 'https://biz.example\\@127.0.0.1/', 'https:\\\\biz.example',
    'java\nscript:alert(1)', 'javascript:alert(1)', 'data:text/html,x', '//biz.example/', 'ftp://biz.example/', 'file:///etc/passwd', 'HTTPS://biz.example/', '',
    'https://biz.example/#part', 'https://biz.example/#', 'https://biz.example/a b', ' https://biz.example/', 'https://biz.example/\n', 'https://biz.example/\t', 'https://biz.example/\u0000',
    'https://biz.example/路径', 'https://biz.example:0443/', 'https://biz.example:99999/', 'https://', 'https://biz.%65xample/', `https://biz.example/${'a'.repeat(237)}`,
  ];
  for (const text of malformed) {
    it(`refuses ${JSON.stringify(text.slice(0, 60))} as malformed`, () => expect(readAddress(text, origins, false)).to.deep.equal({ ok: false, refusal: 'address-malformed' }));
  }

  const foreign = [
    'https://evil.example/', 'https://biz.example.evil.example/', 'https://biz.example:8444/', 'https://biz.example./', 'https://sub.biz.example/', 'http://[64:ff9b::7f00:1]/',
    'http://127.0.0.2/', 'http://biz.example:443/', 'https://biz.example:80/', 'http://[::1]/',
  ];
  for (const text of foreign) {
    it(`does not allow ${text}`, () => expect(readAddress(text, origins, false)).to.deep.equal({ ok: false, refusal: 'address-not-allowed' }));
  }

  it('may be plain http only outside of production', () => {
    expect(readAddress('http://biz.example/notify', origins, true)).to.deep.equal({ ok: false, refusal: 'address-malformed' });
    expect(readAddress('http://biz.example/notify', origins, false)).to.deep.equal({ ok: true, value: 'http://biz.example/notify' });
  });

  it('grows past its limit when it is written out, and is refused then', () => {
    const quotes = `https://biz.example/?${'"'.repeat(100)}`;
    expect(quotes.length).to.be.below(256);
    expect(readAddress(quotes, origins, true)).to.deep.equal({ ok: false, refusal: 'address-malformed' });
  });

  it('has nowhere to go when nothing is registered', () => expect(readAddress('https://biz.example/', [], true)).to.deep.equal({ ok: false, refusal: 'address-not-allowed' }));
});

describe('an address to return to (URL-04)', () => {
  for (const name of ['bizOrderNo', 'orderDate', 'platformOrderNo', 'orderState', 'orderStateMsg', 'orderAmount', 'userId', 'devId', 'timestamp', 'sign', '%73ign']) {
    it(`brings no ${name} of its own`, () => {
      expect(readReturnAddress(`https://biz.example/back?x=1&${name}=2`, origins, true)).to.deep.equal({ ok: false, refusal: 'address-malformed' });
    });
  }

  it('keeps other parameters', () => expect(readReturnAddress('https://biz.example/back?from=cashier', origins, true)).to.deep.equal({ ok: true, value: 'https://biz.example/back?from=cashier' }));

  it('obeys the other rules too', () => {
    expect(readReturnAddress('https://evil.example/', origins, true)).to.deep.equal({ ok: false, refusal: 'address-not-allowed' });
    expect(readReturnAddress('https://biz.example/#x', origins, true)).to.deep.equal({ ok: false, refusal: 'address-malformed' });
  });
});
