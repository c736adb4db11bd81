import { generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import { sha256Hex, sm3Hex } from '../../../adapters/outbound/crypto/digests.js';
import { PublicKeys } from '../../../adapters/outbound/crypto/public-keys.js';
import { hex32, normalisePoint, sm2Curve } from '../../../adapters/outbound/crypto/sm2-curve.js';
import { sm2Spki } from '../../../adapters/outbound/crypto/sm2-keys.js';
import { example } from './sm2-example.js';

const reader = new PublicKeys();
const { pointHex } = example.key;
const x = pointHex.slice(2, 66);
const y = pointHex.slice(66);
const pemOf = (label: string, base64: string): string => `-----BEGIN ${label}-----\n${base64.match(/.{1,64}/g)?.join('\n') ?? ''}\n-----END ${label}-----`;
const spkiWith = (point: string): string => {
  const spki = Buffer.concat([sm2Spki(''), Buffer.from(point, 'hex')]);
  spki[1] = spki.length - 2;
  spki[24] = spki.length - 25;
  return spki.toString('base64');
};
const rsa = (bits: number, exponent = 65537): Buffer =>
  generateKeyPairSync('rsa', { modulusLength: bits, publicExponent: exponent }).publicKey.export({ format: 'der', type: 'spki' });
const whyNot = (algorithm: 'RSA2' | 'SM2', text: string): string => {
  const read = reader.read(algorithm, text);
  return read.ok ? 'accepted' : read.why;
};

describe('public keys that a party registers', () => {
  const spellings: Readonly<Record<string, string>> = {
    'PEM': pemOf('PUBLIC KEY', example.spki), 'PEM with CRLF and blanks around': `  ${pemOf('PUBLIC KEY', example.spki).replace(/\n/g, '\r\n')}\r\n`,
    'bare base64': example.spki, 'base64 in two lines': `${example.spki.slice(0, 64)}\n${example.spki.slice(64)}`,
    'the hex point': pointHex, 'the hex point in capitals': pointHex.toUpperCase(), 'x and y': x + y, 'the compressed hex point': `03${x}`,
    'base64 with a compressed point': spkiWith(`03${x}`),
  };
  for (const [title, text] of Object.entries(spellings)) {
    it(`reads an SM2 key given as ${title}, always with the same fingerprint`, () => {
      expect(reader.read('SM2', text)).to.deep.equal({
        ok: true, pem: `${pemOf('PUBLIC KEY', example.spki)}\n`, fingerprint: sm3Hex(Buffer.from(example.spki, 'base64')), sha256: sha256Hex(Buffer.from(example.spki, 'base64')),
      });
    });
  }

  const badPoints: Readonly<Record<string, string>> = {
    'off the curve': `04${x}${y.slice(0, -1)}4`, 'in hybrid form 06': `06${x}${y}`, 'in hybrid form 07': `07${x}${y}`, 'at infinity': '00',
    'with a coordinate of p or more': `04${hex32(sm2Curve.p)}${y}`, 'compressed without a point of that x': `02${hex32(findXOffCurve())}`,
    'one byte short': pointHex.slice(0, -2), 'one byte long': `${pointHex}00`, 'with the byte 05': `05${x}${y}`, 'with 06 before x alone': `06${x}`, 'with x + p in place of x': pointBeyondP(),
  };
  for (const [title, point] of Object.entries(badPoints)) {
    it(`refuses an SM2 point ${title}, as hex and inside base64`, () => {
      expect(whyNot('SM2', point)).to.contain('不是曲线上的点');
      expect(whyNot('SM2', spkiWith(point))).to.match(/不是曲线上的点|无法解析|编码不规范/);
    });
  }

  it('refuses a point without its point byte inside base64', () => expect(whyNot('SM2', spkiWith(x + y))).to.contain('编码不规范'));

  it('says so where a private key, a certificate or another frame was pasted, with its frame and without', () => {
    for (const [algorithm, pair] of [['RSA2', generateKeyPairSync('rsa', { modulusLength: 2048 })], ['SM2', generateKeyPairSync('ec', { namedCurve: 'SM2' })]] as const) {
      const forms = [{ type: 'pkcs8', format: 'pem' }, { type: algorithm === 'RSA2' ? 'pkcs1' : 'sec1', format: 'pem' }] as const;
      for (const form of forms) {
        const pem = pair.privateKey.export(form as never).toString();
        for (const text of [pem, pem.replace(/-----[A-Z0-9 ]+-----/g, ''), pem.replace(/-----[A-Z0-9 ]+-----|\s/g, '')]) expect(whyNot(algorithm, text), form.type).to.contain('私钥');
      }
    }
    expect(whyNot('SM2', 'a1'.repeat(32))).to.contain('私钥');
    expect(whyNot('RSA2', pemOf('CERTIFICATE', 'AAAA'))).to.contain('证书');
    expect(whyNot('RSA2', pemOf('RSA PUBLIC KEY', 'AAAA'))).to.contain('PKCS#1');
  });

  it('refuses keys of the wrong kind: P-256, RSA as SM2, SM2 as RSA, Ed25519, RSA-PSS', () => {
    const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    const ed = generateKeyPairSync('ed25519').publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    const pss = generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
    for (const text of [p256, ed, pss, rsa(2048).toString('base64')]) expect(whyNot('SM2', text)).to.match(/不是 SM2 曲线的公钥|无法解析/);
    for (const text of [p256, ed, pss, example.spki]) expect(whyNot('RSA2', text)).to.match(/不是 RSA 密钥|无法解析/);
  });

  it('reads RSA of 2048 bits as PEM and bare base64', () => {
    const spki = rsa(2048);
    const expected = { ok: true, pem: `${pemOf('PUBLIC KEY', spki.toString('base64'))}\n`, fingerprint: sm3Hex(spki), sha256: sha256Hex(spki) };
    expect(reader.read('RSA2', spki.toString('base64'))).to.deep.equal(expected);
    expect(reader.read('RSA2', expected.pem)).to.deep.equal(expected);
  });

  it('refuses RSA of 1024 bits and of 2047 bits', () => {
    expect(whyNot('RSA2', rsa(1024).toString('base64'))).to.equal('RSA 密钥不足 2048 位');
    expect(whyNot('RSA2', rsa(2047).toString('base64'))).to.equal('RSA 密钥不足 2048 位');
  });

  it('refuses RSA with the exponents 3 and 1', () => {
    expect(whyNot('RSA2', rsa(2048, 3).toString('base64'))).to.contain('公钥指数');
    expect(whyNot('RSA2', withExponent(rsa(2048), 1))).to.contain('公钥指数');
  });

  it('refuses an even exponent', () => {
    expect(whyNot('RSA2', withLongExponent(rsa(2048), [1, 0, 2]))).to.contain('公钥指数');
  });

  it('refuses a key with bytes after it, so that one key has one fingerprint', () => {
    expect(whyNot('RSA2', Buffer.concat([rsa(2048), Buffer.from([0])]).toString('base64'))).not.to.equal('accepted');
    expect(whyNot('SM2', Buffer.concat([Buffer.from(example.spki, 'base64'), Buffer.from([0])]).toString('base64'))).not.to.equal('accepted');
  });

  it('warns whoever pastes a private key', () => {
    expect(whyNot('SM2', pemOf('PRIVATE KEY', example.pkcs8))).to.contain('应视为已泄露');
  });

  it('refuses anything else without an error', () => {
    const odd = ['', ' ', 'MFkw', '公钥', '{}', 'A'.repeat(9000), pemOf('CERTIFICATE', example.spki), pemOf('PUBLIC KEY', 'AAAA'), example.pkcs8, '-----BEGIN PUBLIC KEY-----'];
    for (const text of odd) {
      expect(whyNot('SM2', text), text.slice(0, 40)).not.to.equal('accepted');
      expect(whyNot('RSA2', text), text.slice(0, 40)).not.to.equal('accepted');
    }
  });
});

/** An RSA key whose exponent takes the place of 010001 in three bytes. */
function withLongExponent(spki: Buffer, exponent: readonly number[]): string {
  return Buffer.concat([spki.subarray(0, -3), Buffer.from(exponent)]).toString('base64');
}

/** The same key with a one-byte exponent; the three lengths around it shrink by two. */
function withExponent(spki: Buffer, exponent: number): string {
  const shorter = Buffer.concat([spki.subarray(0, -5), Buffer.from([0x02, 0x01, exponent])]);
  for (const at of [2, 21, 26]) shorter.writeUInt16BE(shorter.readUInt16BE(at) - 2, at);
  return shorter.toString('base64');
}

/** A real point whose x is so small that x + p fits 32 bytes: the same point in a second spelling. */
function pointBeyondP(): string {
  for (let candidate = 1n; ; candidate++) {
    const found = normalisePoint(`02${hex32(candidate)}`);
    if (found) return `04${hex32(candidate + sm2Curve.p)}${found.slice(66)}`;
  }
}

/** The smallest x for which x³+ax+b is no square (Euler's criterion). */
function findXOffCurve(): bigint {
  const { p, a, b } = sm2Curve;
  for (let candidate = 1n; ; candidate++) {
    let [result, square] = [1n, (candidate ** 3n + a * candidate + b) % p];
    for (let left = (p - 1n) / 2n; left > 0n; left >>= 1n) {
      if (left & 1n) result = (result * square) % p;
      square = (square * square) % p;
    }
    if (result === p - 1n) return candidate;
  }
}
