import { pbkdf2Sync } from 'node:crypto';
import { expect } from 'chai';
import { createSm2Engine, knownAnswers, passesSm2Test, selfTestCrypto } from '../../../adapters/outbound/crypto/self-test.js';
import type { Sm2Engine } from '../../../adapters/outbound/crypto/sm2-engine.js';
import { NativeSm2Engine } from '../../../adapters/outbound/crypto/sm2-native.js';
import { SmCryptoSm2Engine } from '../../../adapters/outbound/crypto/sm2-sm-crypto.js';

const native = new NativeSm2Engine();
const fallback = new SmCryptoSm2Engine();
const broken: Readonly<Record<string, Sm2Engine>> = {
  'believes everything': { name: 'native', sign: (...all) => native.sign(...all), verify: () => true },
  'believes nothing': { name: 'native', sign: (...all) => native.sign(...all), verify: () => false },
  'forgets the user id': { name: 'native', sign: (key, _id, message) => native.sign(key, '', message), verify: (point, _id, message, raw) => native.verify(point, '', message, raw) },
  'signs wrongly': { name: 'native', sign: () => Buffer.alloc(64, 1), verify: (...all) => native.verify(...all) },
  'throws': { name: 'native', sign: () => { throw new Error('unsupported curve'); }, verify: (...all) => native.verify(...all) },
};

describe('the self-test at start', () => {
  it('chooses native SM2 on this machine', () => {
    expect(selfTestCrypto()).to.deep.equal({ engine: 'native' });
    expect(createSm2Engine().name).to.equal('native');
  });

  for (const [title, engine] of Object.entries(broken)) {
    it(`falls back to sm-crypto when the native engine ${title}, and says so`, () => {
      expect(passesSm2Test(engine)).to.equal(false);
      expect(createSm2Engine([engine, fallback])).to.equal(fallback);
      expect(selfTestCrypto([engine, fallback])).to.deep.equal({ engine: 'sm-crypto' });
    });
  }

  it('refuses to start when no engine is right', () => {
    expect(() => selfTestCrypto(Object.values(broken))).to.throw('自检未通过：SM2');
    expect(() => createSm2Engine([])).to.throw('系统拒绝启动');
  });

  it('refuses to start, and names it, where OpenSSL does not know a digest or gives another answer', () => {
    const unknown = (): string => pbkdf2Sync('x', 'y', 1, 32, 'no-such-digest').toString('hex');
    expect(() => selfTestCrypto([native], [['PBKDF2-HMAC-SM3', unknown, '00']])).to.throw('自检未通过：PBKDF2-HMAC-SM3');
    expect(() => selfTestCrypto([native], [['SM3', () => '01', '00']])).to.throw('自检未通过：SM3');
  });

  it('knows every algorithm that data at rest and passwords need', () => {
    expect(knownAnswers.map(([name]) => name)).to.deep.equal(['SM3', 'SM4', 'SM4-CBC', 'HMAC-SM3', 'PBKDF2-HMAC-SM3']);
    for (const [name, compute, expected] of knownAnswers) expect(compute(), name).to.equal(expected);
  });
});
