import { constants, createHmac, generateKeyPairSync, privateEncrypt, randomBytes, sign as nodeSign } from 'node:crypto';
import { expect } from 'chai';
import smCrypto from 'sm-crypto';
import type { SignatureScheme } from '../../../application/ports/signatures.js';
import { NodeSigner } from '../../../adapters/outbound/crypto/node-signer.js';
import { NodeVerifier } from '../../../adapters/outbound/crypto/node-verifier.js';
import { generateSigningKey, pkcs8Of, readPrivateKey, type SigningKey } from '../../../adapters/outbound/crypto/private-keys.js';
import { DEFAULT_USER_ID } from '../../../adapters/outbound/crypto/sm2-curve.js';
import { NativeSm2Engine } from '../../../adapters/outbound/crypto/sm2-native.js';
import { SmCryptoSm2Engine } from '../../../adapters/outbound/crypto/sm2-sm-crypto.js';
import { describeWithOpenSsl, OpenSslFolder } from './open-ssl.js';

const native = new NativeSm2Engine();
const fallback = new SmCryptoSm2Engine();
const holding = (key: SigningKey): NodeSigner => new NodeSigner({ signingKey: () => key }, native);
const privatePem = (key: SigningKey): string => `-----BEGIN PRIVATE KEY-----\n${pkcs8Of(key).toString('base64').match(/.{1,64}/g)?.join('\n') ?? ''}\n-----END PRIVATE KEY-----\n`;
const sm2: SignatureScheme = { algorithm: 'SM2' };
const rsa: SignatureScheme = { algorithm: 'RSA2' };

describe('node:crypto and sm-crypto agree', () => {
  it('on 40 random keys, both ways, with the standard user id and another', () => {
    for (let round = 0; round < 40; round++) {
      const pair = smCrypto.sm2.generateKeyPairHex();
      const key = readPrivateKey('SM2', pair.privateKey);
      if (key.algorithm !== 'SM2') throw new Error('expected an SM2 key');
      expect(key.key.pointHex).to.equal(pair.publicKey);
      const userId = round % 2 === 0 ? DEFAULT_USER_ID : `收款单位${round}`;
      const message = randomBytes(round * 7);
      expect(fallback.verify(pair.publicKey, userId, message, native.sign(key.key, userId, message))).to.equal(true);
      expect(native.verify(pair.publicKey, userId, message, fallback.sign(key.key, userId, message))).to.equal(true);
    }
  }).timeout(20_000);

  it('on keys that node:crypto made', async () => {
    const key = await generateSigningKey('SM2');
    if (key.algorithm !== 'SM2') throw new Error('expected an SM2 key');
    const message = Buffer.from('非税收入');
    expect(fallback.verify(key.key.pointHex, DEFAULT_USER_ID, message, native.sign(key.key, DEFAULT_USER_ID, message))).to.equal(true);
  });
});

describeWithOpenSsl('node:crypto and the openssl command agree', () => {
  const folder = new OpenSslFolder();
  after(() => { folder.close(); });
  const message = 'data=eyJ9&devId=DEV0001&名称=非税收入';
  const sm2Words = (id: string): readonly string[] => ['-rawin', '-digest', 'sm3', '-pkeyopt', `distid:${id}`];

  for (const userId of [DEFAULT_USER_ID, '4103123456789', '三明市财政局']) {
    it(`on SM2 signatures under the user id ${userId}`, async () => {
      folder.run('genpkey', '-algorithm', 'EC', '-pkeyopt', 'ec_paramgen_curve:SM2', '-out', 'sm2.pem');
      folder.run('pkey', '-in', 'sm2.pem', '-pubout', '-out', 'sm2-public.pem');
      folder.write('message', message);
      const scheme = { ...sm2, sm2UserId: userId };
      const verifier = new NodeVerifier(native);
      folder.run('pkeyutl', '-sign', '-inkey', 'sm2.pem', '-in', 'message', '-out', 'theirs', ...sm2Words(userId));
      expect(await verifier.verify(folder.text('sm2-public.pem'), scheme, message, folder.read('theirs').toString('base64'))).to.equal(true);
      expect(await verifier.verify(folder.text('sm2-public.pem'), scheme, `${message} `, folder.read('theirs').toString('base64'))).to.equal(false);

      const key = readPrivateKey('SM2', folder.text('sm2.pem'));
      expect(key.publicKeyPem.trim()).to.equal(folder.text('sm2-public.pem').trim());
      folder.write('ours', Buffer.from(await holding(key).sign('any', scheme, message), 'base64'));
      const verify = ['pkeyutl', '-verify', '-pubin', '-inkey', 'sm2-public.pem', '-in', 'message', '-sigfile', 'ours'];
      expect(folder.accepts(...verify, ...sm2Words(userId))).to.equal(true);
      expect(folder.accepts(...verify, ...sm2Words('8765432187654321'))).to.equal(false);
    });
  }

  it('on SM2 keys made here', async () => {
    const key = await generateSigningKey('SM2');
    folder.write('own.pem', privatePem(key));
    expect(folder.run('pkey', '-in', 'own.pem', '-pubout').trim()).to.equal(key.publicKeyPem.trim());
    expect(folder.run('pkey', '-in', 'own.pem', '-noout', '-text')).to.contain('SM2');
  });

  it('on RSA2 signatures', async () => {
    folder.run('genpkey', '-algorithm', 'RSA', '-pkeyopt', 'rsa_keygen_bits:2048', '-out', 'rsa.pem');
    folder.run('pkey', '-in', 'rsa.pem', '-pubout', '-out', 'rsa-public.pem');
    folder.write('message', message);
    folder.run('dgst', '-sha256', '-sign', 'rsa.pem', '-out', 'theirs', 'message');
    expect(await new NodeVerifier(native).verify(folder.text('rsa-public.pem'), rsa, message, folder.read('theirs').toString('base64'))).to.equal(true);
    const key = readPrivateKey('RSA2', folder.text('rsa.pem'));
    expect(await holding(key).publicKeyPem('any')).to.equal(folder.text('rsa-public.pem'));
    folder.write('ours', Buffer.from(await holding(key).sign('any', rsa, message), 'base64'));
    expect(folder.accepts('dgst', '-sha256', '-verify', 'rsa-public.pem', '-signature', 'ours', 'message')).to.equal(true);
    folder.write('message', `${message} `);
    expect(folder.accepts('dgst', '-sha256', '-verify', 'rsa-public.pem', '-signature', 'ours', 'message')).to.equal(false);
  });
});

describe('verifier of RSA2 signatures', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
  const verifier = new NodeVerifier(native);
  const text = '缴款书 100 分';
  const bytes = Buffer.from(text);
  const good = nodeSign('sha256', bytes, privateKey);
  const check = (signature: string, scheme = rsa, key = pem): Promise<boolean> => verifier.verify(key, scheme, text, signature);

  it('accepts a good one, for the text and for its bytes', async () => {
    expect(await check(good.toString('base64'))).to.equal(true);
    expect(await verifier.verify(pem, rsa, bytes, good.toString('base64'))).to.equal(true);
    expect(await verifier.verify(pem, rsa, `${text} `, good.toString('base64'))).to.equal(false);
  });

  const digestInfo = Buffer.from('3031300d060960864801650304020105000420', 'hex');
  const bad: Readonly<Record<string, () => string>> = {
    'made with SHA-1': () => nodeSign('sha1', bytes, privateKey).toString('base64'),
    'made with PSS': () => nodeSign('sha256', bytes, { key: privateKey, padding: constants.RSA_PKCS1_PSS_PADDING }).toString('base64'),
    'over the digest without its algorithm': () => privateEncrypt(privateKey, nodeSign('sha256', bytes, privateKey).subarray(0, 32)).toString('base64'),
    'over a digest of other bytes': () => privateEncrypt(privateKey, Buffer.concat([digestInfo, Buffer.alloc(32)])).toString('base64'),
    'that is an HMAC with the public key as its secret': () => createHmac('sha256', pem).update(bytes).digest('base64'),
    'that is such an HMAC filled up to the right length': () => Buffer.concat([Buffer.alloc(224), createHmac('sha256', pem).update(bytes).digest()]).toString('base64'),
    'with a byte too many': () => Buffer.concat([Buffer.from([0]), good]).toString('base64'),
    'with a byte too few': () => good.subarray(1).toString('base64'), 'of zeros': () => Buffer.alloc(256).toString('base64'),
    'of ones': () => Buffer.alloc(256, 0xff).toString('base64'), 'that is empty': () => '',
    'with its padding left out': () => good.toString('base64').replace(/=+$/, ''), 'with a line break': () => `${good.toString('base64')}\n`,
    'in the URL alphabet': () => `${good.toString('base64url')}==`.replace(/^([^-_]*)$/, '-$1'), 'in hex': () => good.toString('hex'),
  };
  for (const [title, make] of Object.entries(bad)) {
    it(`refuses a signature ${title}`, async () => expect(await check(make())).to.equal(false));
  }

  it('refuses spare bits that are not zero', async () => {
    const spelled = good.toString('base64').replace(/(.)==$/, (_, last: string) => `${String.fromCharCode(last.charCodeAt(0) + 1)}==`);
    expect(Buffer.from(spelled, 'base64').equals(good)).to.equal(true);
    expect(await check(spelled)).to.equal(false);
  });

  it('refuses an SM2 signature for an RSA2 party and the reverse (GW-04)', async () => {
    const key = await generateSigningKey('SM2');
    const signature = await holding(key).sign('any', sm2, text);
    expect(await verifier.verify(key.publicKeyPem, sm2, text, signature)).to.equal(true);
    expect(await check(signature)).to.equal(false);
    expect(await verifier.verify(key.publicKeyPem, sm2, text, good.toString('base64'))).to.equal(false);
  });

  it('throws for a public key that its party should never have had', async () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 }).publicKey.export({ format: 'pem', type: 'spki' }).toString();
    for (const [scheme, key] of [[rsa, weak], [sm2, pem], [rsa, ''], [sm2, '']] as const) {
      const outcome = await check(good.toString('base64'), scheme, key).catch((error: Error) => error.name);
      expect(outcome).to.equal('UnusableKeyError');
    }
  });
});

describe('signer', () => {
  it('throws when the scheme names another algorithm than the key has', async () => {
    const key = await generateSigningKey('SM2');
    const outcome = await holding(key).sign('any', rsa, 'x').catch((error: Error) => error.message);
    expect(outcome).to.equal('signing key any is SM2, not RSA2');
  });

  it('gives 64 raw bytes where the record asks for them', async () => {
    const key = await generateSigningKey('SM2');
    const scheme: SignatureScheme = { ...sm2, sm2Encoding: 'raw', sm2UserId: '4103123456789' };
    const signature = await holding(key).sign('any', scheme, '非税');
    expect(Buffer.from(signature, 'base64').length).to.equal(64);
    expect(await new NodeVerifier(native).verify(key.publicKeyPem, scheme, '非税', signature)).to.equal(true);
    expect(await new NodeVerifier(native).verify(key.publicKeyPem, { ...scheme, sm2Encoding: 'der' }, '非税', signature)).to.equal(false);
  });
});
