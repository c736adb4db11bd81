import { expect } from 'chai';
import { BoundedCache } from '../../../adapters/outbound/crypto/bounded-cache.js';
import { readDer, readDerList } from '../../../adapters/outbound/crypto/der.js';
import { framed, openBytes, sealBytes, sealingKeys } from '../../../adapters/outbound/crypto/sealed-bytes.js';
import { decodeBase64, decodeBase64Url } from '../../../adapters/outbound/crypto/strict-base64.js';

describe('strict base64 (GW-05)', () => {
  it('decodes the vectors of RFC 4648', () => {
    for (const [text, base64] of [['', ''], ['f', 'Zg=='], ['fo', 'Zm8='], ['foo', 'Zm9v'], ['foobar', 'Zm9vYmFy']] as const) {
      expect(decodeBase64(base64, 64)?.toString()).to.equal(text);
      expect(decodeBase64Url(base64.replace(/=/g, ''))?.toString()).to.equal(text);
    }
  });

  it('refuses every spelling that Node’s decoder takes besides the standard one', () => {
    for (const lax of ['Zg', 'Zg=', 'Zh==', 'Zm9=', 'Zg== ', ' Zg==', 'Zm9\nv', 'Zm9v====', 'Z', 'Zm9v!', '-_-_', 'Zg==Zg==', 'Zm9v\u0000', 'Ｚｇ==']) {
      expect(decodeBase64(lax, 64), JSON.stringify(lax)).to.equal(undefined);
    }
    for (const lax of ['Zg==', 'Zh', 'Z', '+/+/', 'Zm 9v']) expect(decodeBase64Url(lax), JSON.stringify(lax)).to.equal(undefined);
  });

  it('refuses more bytes than the caller asked for', () => {
    expect(decodeBase64('Zm9vYmFy', 6)?.length).to.equal(6);
    expect(decodeBase64('Zm9vYmFyZm9v', 6)).to.equal(undefined);
  });
});

describe('reader of DER', () => {
  it('reads short and long lengths', () => {
    expect(readDer(Buffer.from('020101', 'hex')).body.toString('hex')).to.equal('01');
    expect(readDer(Buffer.concat([Buffer.from('048180', 'hex'), Buffer.alloc(128)])).body.length).to.equal(128);
    expect(readDerList(Buffer.from('0201010500', 'hex')).map(({ tag }) => tag)).to.deep.equal([2, 5]);
  });

  const bad: Readonly<Record<string, string>> = {
    'nothing': '', 'a tag only': '02', 'too little content': '020201', 'bytes after it': '02010100', 'an indefinite length': '3080020101 0000'.replace(' ', ''),
    'a long form for a short length': '02810101', 'a padded length': `04820080${'00'.repeat(128)}`, 'a length of four bytes': '048401000000', 'a long tag': '1f8101 0100'.replace(' ', ''),
  };
  for (const [title, hex] of Object.entries(bad)) {
    it(`refuses ${title}`, () => expect(() => readDer(Buffer.from(hex, 'hex'))).to.throw().with.property('name', 'DerError'));
  }
});

describe('cache with a limit', () => {
  it('forgets what was not used for the longest time', () => {
    const cache = new BoundedCache<number>(2);
    cache.set('a', 1);
    cache.set('b', 2);
    expect(cache.get('a')).to.equal(1);
    cache.set('c', 3);
    expect([cache.get('a'), cache.get('b'), cache.get('c'), cache.size]).to.deep.equal([1, undefined, 3, 2]);
  });

  it('does not grow when one entry is set again', () => {
    const cache = new BoundedCache<number>(2);
    for (const value of [1, 2, 3]) cache.set('a', value);
    cache.set('b', 4);
    expect([cache.get('a'), cache.get('b')]).to.deep.equal([3, 4]);
  });
});

describe('sealed bytes', () => {
  const keys = sealingKeys(Buffer.alloc(32, 1));
  it('use one key to encrypt and another for the MAC', () => {
    expect(keys.cipher.length).to.equal(16);
    expect(keys.mac.subarray(0, 16).equals(keys.cipher)).to.equal(false);
  });

  it('open only under their own key and context', () => {
    const sealed = sealBytes(keys, ['a', 'b'], Buffer.from('x'));
    expect(openBytes(keys, ['a', 'b'], sealed)?.toString()).to.equal('x');
    for (const context of [['ab'], ['a', 'b', ''], ['', 'ab'], ['b', 'a'], []]) expect(openBytes(keys, context, sealed)).to.equal(undefined);
    expect(openBytes(sealingKeys(Buffer.alloc(32, 2)), ['a', 'b'], sealed)).to.equal(undefined);
  });

  it('tell parts apart that read alike when joined', () => {
    expect(framed(['1', '23']).equals(framed(['12', '3']))).to.equal(false);
    expect(framed(['三']).toString('hex')).to.equal('00000003e4b889');
  });
});
