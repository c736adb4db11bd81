import { generateKeyPairSync } from 'node:crypto';
import { expect } from 'chai';
import { generateSigningKey, readPrivateKey } from '../../../adapters/outbound/crypto/private-keys.js';
import { hex32, sm2Curve } from '../../../adapters/outbound/crypto/sm2-curve.js';
import { sm2Pkcs8 } from '../../../adapters/outbound/crypto/sm2-keys.js';
import { example } from './sm2-example.js';
import { describeWithOpenSsl, OpenSslFolder } from './open-ssl.js';

const { n } = sm2Curve;
const outcome = (algorithm: 'RSA2' | 'SM2', text: string): string => {
  try {
    readPrivateKey(algorithm, text);
    return 'accepted';
  } catch (error) {
    return error instanceof Error && error.name === 'BadPrivateKeyError' ? error.message : `threw ${String(error)}`;
  }
};
const pkcs8With = (d: string, pointHex: string = example.key.pointHex): string => sm2Pkcs8({ d: Buffer.from(d, 'hex'), pointHex }).toString('base64');

describe('private keys taken over into the key store (KEY-05)', () => {
  it('reads an SM2 key as hex, as base64 and as PEM', () => {
    for (const text of [example.key.d.toString('hex'), example.pkcs8, `-----BEGIN PRIVATE KEY-----\n${example.pkcs8}\n-----END PRIVATE KEY-----\n`]) {
      const key = readPrivateKey('SM2', text);
      expect(key.key).to.deep.equal(example.key);
      expect(key.publicKeyPem.replace(/\n|-----[A-Z ]+-----/g, '')).to.equal(example.spki);
    }
  });

  it('reads an SM2 key in SEC1 form, but only where it names its curve', () => {
    const [d, point] = [example.key.d.toString('hex'), example.key.pointHex];
    const named = Buffer.from(`30770201010420${d}a00a06082a811ccf5501822da144034200${point}`, 'hex').toString('base64');
    const unnamed = Buffer.from(`306b0201010420${d}a144034200${point}`, 'hex').toString('base64');
    expect(readPrivateKey('SM2', `-----BEGIN EC PRIVATE KEY-----\n${named}\n-----END EC PRIVATE KEY-----`).key).to.deep.equal(example.key);
    expect(outcome('SM2', unnamed)).to.contain('不是 SM2 私钥');
  });

  for (const [title, value] of [['0', 0n], ['n - 1', n - 1n], ['n', n], ['n + 1', n + 1n], ['2^256 - 1', (1n << 256n) - 1n]] as const) {
    it(`refuses the SM2 private value ${title}, as hex and inside PKCS#8, without hanging`, () => {
      expect(outcome('SM2', hex32(value))).to.contain('1 至 n-2');
      expect(outcome('SM2', pkcs8With(hex32(value)))).to.contain('1 至 n-2');
    });
  }

  it('takes the largest and the smallest allowed value', () => {
    for (const value of [1n, n - 2n]) expect(outcome('SM2', hex32(value))).to.equal('accepted');
  });

  it('refuses a value shorter than 32 bytes', () => {
    expect(outcome('SM2', example.key.d.toString('hex').slice(2))).not.to.equal('accepted');
    const short = Buffer.from(`3030020100301306072a8648ce3d020106082a811ccf5501822d04163014020101040f${'11'.repeat(15)}`, 'hex');
    expect(outcome('SM2', short.toString('base64'))).not.to.equal('accepted');
  });

  it('refuses a key whose public half belongs to another', () => {
    const base = `04${hex32(sm2Curve.gx)}${hex32(sm2Curve.gy)}`;
    expect(outcome('SM2', pkcs8With(example.key.d.toString('hex'), base))).to.contain('不匹配');
  });

  it('refuses another curve and another algorithm', () => {
    const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    for (const type of ['pkcs8', 'sec1'] as const) expect(outcome('SM2', p256.export({ format: 'pem', type }).toString())).to.contain('不是 SM2 私钥');
    expect(outcome('SM2', rsa.export({ format: 'pem', type: 'pkcs8' }).toString())).to.contain('不是 SM2 私钥');
    expect(outcome('RSA2', p256.export({ format: 'pem', type: 'pkcs8' }).toString())).to.equal('不是 RSA 密钥');
  });

  it('reads RSA as PKCS#8 and PKCS#1, PEM and bare base64', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    for (const type of ['pkcs8', 'pkcs1'] as const) {
      expect(outcome('RSA2', privateKey.export({ format: 'pem', type }).toString())).to.equal('accepted');
      expect(outcome('RSA2', privateKey.export({ format: 'der', type }).toString('base64'))).to.equal('accepted');
    }
  });

  it('refuses RSA of 1024 bits and the exponent 3', () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
    const three = generateKeyPairSync('rsa', { modulusLength: 2048, publicExponent: 3 }).privateKey;
    expect(outcome('RSA2', weak.export({ format: 'pem', type: 'pkcs8' }).toString())).to.equal('RSA 密钥不足 2048 位');
    expect(outcome('RSA2', three.export({ format: 'pem', type: 'pkcs8' }).toString())).to.contain('公钥指数');
  });

  it('refuses an RSA key whose modulus does not belong to its primes: nobody could verify what it signs', () => {
    const der = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'der', type: 'pkcs1' });
    der[60] = (der[60] ?? 0) ^ 1; // the modulus stands in bytes 12 to 267
    expect(outcome('RSA2', der.toString('base64'))).to.contain('不一致');
  });

  it('refuses encrypted, empty and other text, and repeats none of it', () => {
    const secret = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
      .export({ format: 'pem', type: 'pkcs8', cipher: 'aes-256-cbc', passphrase: 'x' }).toString();
    for (const text of [secret, '', 'x', '私钥', 'AAAA', 'A'.repeat(20_000), example.spki]) {
      for (const algorithm of ['SM2', 'RSA2'] as const) expect(outcome(algorithm, text)).to.match(/^(私钥|不是)/);
    }
  });

  it('makes keys that its own checks accept', async () => {
    const rsa = await generateSigningKey('RSA2');
    expect(rsa.algorithm === 'RSA2' && rsa.key.asymmetricKeyDetails?.modulusLength).to.equal(2048);
    const [one, other] = [await generateSigningKey('SM2'), await generateSigningKey('SM2')];
    expect(one.publicKeyPem).not.to.equal(other.publicKeyPem);
  });
});

describeWithOpenSsl('private keys written by the openssl command', () => {
  const folder = new OpenSslFolder();
  after(() => { folder.close(); });
  it('are read with the parameters block before the key', () => {
    folder.run('ecparam', '-name', 'SM2', '-genkey', '-out', 'key.pem');
    folder.run('pkey', '-in', 'key.pem', '-pubout', '-out', 'public.pem');
    expect(folder.text('key.pem')).to.contain(' PARAMETERS-----');
    expect(readPrivateKey('SM2', folder.text('key.pem')).publicKeyPem).to.equal(folder.text('public.pem'));
  });
});
