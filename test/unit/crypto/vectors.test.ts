import { createCipheriv, pbkdf2Sync } from 'node:crypto';
import { expect } from 'chai';
import smCrypto from 'sm-crypto';
import { hmacSm3, NodeDigests, sm3 } from '../../../adapters/outbound/crypto/digests.js';
import { DEFAULT_USER_ID, hex32, isPoint, normalisePoint, sm2Curve } from '../../../adapters/outbound/crypto/sm2-curve.js';
import { sm2Z } from '../../../adapters/outbound/crypto/sm2-engine.js';
import { pointInSpki, readSm2PrivateDer, sm2Pkcs8, sm2Spki } from '../../../adapters/outbound/crypto/sm2-keys.js';
import { pointOf } from '../../../adapters/outbound/crypto/sm2-sm-crypto.js';
import { example } from './sm2-example.js';

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
const counting = (from: number, to: number): Buffer => Buffer.from(Array.from({ length: to - from + 1 }, (_, index) => from + index));
const { n } = sm2Curve;

describe('SM3 on the vectors of GB/T 32905 and our own', () => {
  const vectors: Readonly<Record<string, readonly [string, string]>> = {
    'the empty text': ['', '1ab21d8355cfa17f8e61194831e81a8f22bec8c728fefb747ed035eb5082aa2b'],
    'abc': ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
    'sixteen times abcd': ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
    'Chinese text as UTF-8': ['三明市非税收入收缴公共平台', '1798b7460128e47608950167dbb12ca03c14ecda8521751448c74019ce9fa5ce'],
    'a million a': ['a'.repeat(1_000_000), 'c8aaf89429554029e231941a2acc0ad61ff2a5acd8fadd25847a3a732b3b02c3'],
  };
  for (const [title, [text, digest]] of Object.entries(vectors)) {
    it(`digests ${title}`, () => {
      expect(new NodeDigests().sm3Hex(text)).to.equal(digest);
      expect(new NodeDigests().sm3Hex(Buffer.from(text))).to.equal(digest);
    });
  }
  it('gives SHA-256 of abc (FIPS 180-4)', () => {
    expect(new NodeDigests().sha256Hex('abc')).to.equal('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('HMAC-SM3 on the vectors of GM/T 0042', () => {
  const twice = 'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq'.repeat(2);
  const vectors: readonly (readonly [string, Buffer, string | Buffer, string])[] = [
    ['a key of 32 bytes', counting(1, 0x20), twice, 'ca05e144ed05d1857840d1f318a4a8669e559fc8391f414485bfdf7bb408963a'],
    ['a key of 37 bytes', counting(1, 0x25), Buffer.alloc(50, 0xcd), '220bf579ded555393f0159f66c99877822a3ecf610d1552154b41d44b94db3ae'],
    ['Hi There', Buffer.alloc(32, 0x0b), 'Hi There', 'c0ba18c68b90c88bc07de794bfc7d2c8d19ec31ed8773bc2b390c9604e0be11e'],
    ['a short key', Buffer.from('Jefe Jeferson Jr'), 'what do ya want for nothing?', 'ce791a34c59adef472997a249600f3f244d59e875be04055ba2ae12fc845e78c'],
    ['a phone number', bytes('00112233445566778899aabbccddeeff'.repeat(2)), '13800138000', '68ca94a1d516918abca967f15f7fdf0e60c637c9302967eb4583de31f265773a'],
  ];
  for (const [title, key, text, mac] of vectors) {
    it(`computes the code of ${title}, given whole or in parts`, () => {
      const whole = Buffer.from(text);
      expect(hmacSm3(key, text).toString('hex')).to.equal(mac);
      expect(hmacSm3(key, whole.subarray(0, 3), whole.subarray(3)).toString('hex')).to.equal(mac);
      expect(smCrypto.sm3([...whole], { key: key.toString('hex'), mode: 'hmac' })).to.equal(mac);
    });
  }
});

describe('PBKDF2-HMAC-SM3', () => {
  it('derives the key of our vector', () => {
    const key = pbkdf2Sync('Sm@2026口令', bytes('00112233445566778899aabbccddeeff'), 10_000, 32, 'sm3');
    expect(key.toString('hex')).to.equal('685e2a0a2719c7d1915ea14a847ca119dae9c52c5982c4f9906530981b2b3f08');
  });
});

describe('SM4 on the vectors of GB/T 32907', () => {
  const key = bytes('0123456789abcdeffedcba9876543210');
  const iv = bytes('000102030405060708090a0b0c0d0e0f');
  const plain = bytes('aaaaaaaabbbbbbbbccccccccddddddddeeeeeeeeffffffffaaaaaaaabbbbbbbb');
  const encrypt = (mode: string, from: Buffer | null, clear: Buffer, padded = false): Buffer => {
    const cipher = createCipheriv(mode, key, from).setAutoPadding(padded);
    return Buffer.concat([cipher.update(clear), cipher.final()]);
  };
  it('encrypts one block', () => expect(encrypt('sm4-ecb', null, key).toString('hex')).to.equal('681edf34d206965e86b3e94f536e4246'));
  it('encrypts one block a million times', () => {
    // CBC over zeros feeds each block into the next: the last one is the millionth encryption of the IV.
    const last = encrypt('sm4-cbc', key, Buffer.alloc(16_000_000)).subarray(-16);
    expect(last.toString('hex')).to.equal('595298c7c6fd271f0402f804c33d3f66');
  });
  it('encrypts in CBC mode, as sm-crypto does', () => {
    const expected = '78ebb11cc40b0a48312aaeb2040244cb4cb7016951909226979b0d15dc6a8f6d';
    expect(encrypt('sm4-cbc', iv, plain).toString('hex')).to.equal(expected);
    expect(smCrypto.sm4.encrypt([...plain], key.toString('hex'), { mode: 'cbc', iv: iv.toString('hex'), padding: 'none' })).to.equal(expected);
  });
  it('encrypts a Chinese name in CBC mode with PKCS#7 padding', () => {
    expect(encrypt('sm4-cbc', iv, Buffer.from('张三'), true).toString('hex')).to.equal('7cd99fb5cf556162fdfa6dfeea2bdc89');
  });
});

describe('SM2 on the example of GB/T 32918.5', () => {
  const { key, message } = example;
  const e = sm3(sm2Z(key.pointHex, DEFAULT_USER_ID), message).toString('hex');

  it('computes Z and e', () => {
    expect(sm2Z(key.pointHex, DEFAULT_USER_ID).toString('hex')).to.equal(example.z);
    expect(e).to.equal(example.e);
  });

  it('knows the curve: the base point lies on it and belongs to the private value 1', () => {
    const base = `04${hex32(sm2Curve.gx)}${hex32(sm2Curve.gy)}`;
    expect(isPoint(base)).to.equal(true);
    expect(pointOf(bytes(hex32(1n)))).to.equal(base);
    expect(sm2Curve.a).to.equal(sm2Curve.p - 3n);
  });

  it('finds r and s again from the k of the standard', () => {
    const k = BigInt(`0x${example.k}`);
    const d = BigInt(`0x${key.d.toString('hex')}`);
    const r = (BigInt(`0x${e}`) + BigInt(`0x${pointOf(bytes(example.k)).slice(2, 66)}`)) % n;
    const s = (inverse(1n + d) * ((((k - r * d) % n) + n) % n)) % n;
    expect([hex32(r), hex32(s)]).to.deep.equal([example.r, example.s]);
  });

  it('derives the public point and writes the key files OpenSSL writes', () => {
    expect(pointOf(key.d)).to.equal(key.pointHex);
    expect(sm2Pkcs8(key).toString('base64')).to.equal(example.pkcs8);
    expect(sm2Spki(key.pointHex).toString('base64')).to.equal(example.spki);
    expect(readSm2PrivateDer(Buffer.from(example.pkcs8, 'base64'))).to.deep.equal(key);
    expect(pointInSpki(Buffer.from(example.spki, 'base64'))).to.equal(key.pointHex);
  });

  it('unfolds the compressed point', () => {
    const x = key.pointHex.slice(2, 66);
    expect(normalisePoint(`03${x}`)).to.equal(key.pointHex);
    expect(normalisePoint(`02${x}`)).to.match(/^04/).and.not.equal(key.pointHex);
  });

  it('decrypts the encryption example by the library that stands in for it', () => {
    const c1 = '04EBFC718E8D1798620432268E77FEB6415E2EDE0E073C0F4F640ECD2E149A73E858F9D81E5430A57B36DAAB8F950A3C64E6EE6A63094D99283AFF767E124DF0';
    const c3 = '59983C18F809E262923C53AEC295D30383B54E39D609D160AFCB1908D0BD8766';
    const c2 = '21886CA989CA9C7D58087307CA93092D651EFA';
    const cipher = (c1 + c3 + c2).toLowerCase();
    expect(smCrypto.sm2.doDecrypt(cipher, key.d.toString('hex'), 1)).to.equal('encryption standard');
  });
});

/** By Fermat: n is prime. */
function inverse(value: bigint): bigint {
  let result = 1n;
  let square = value % n;
  for (let left = n - 2n; left > 0n; left >>= 1n) {
    if (left & 1n) result = (result * square) % n;
    square = (square * square) % n;
  }
  return result;
}
