import { constants, createPrivateKey, createPublicKey, createSign, generateKeyPairSync, sign as signBytes, type KeyObject } from 'node:crypto';
import { expect } from 'chai';
import { NodeDigests } from '../../../../adapters/outbound/crypto/digests.js';
import { NodeVerifier } from '../../../../adapters/outbound/crypto/node-verifier.js';
import { PublicKeys } from '../../../../adapters/outbound/crypto/public-keys.js';
import { createSm2Engine } from '../../../../adapters/outbound/crypto/self-test.js';
import { NodeStrangeSignatures } from '../../../../adapters/outbound/crypto/strange-signatures.js';
import { gbkBytes } from '../../../../adapters/outbound/province/cnnontax/gbk.js';
import { signedDigest } from '../../../../application/access/signed-digest.js';
import { CheckSignature, type Examined, type Way } from '../../../../application/developers/check-signature.js';
import { canonicalText } from '../../../../domain/access/canonical-text.js';
import type { SignatureScheme } from '../../../../domain/access/signature-scheme.js';
import { aDeveloper, aKey } from '../../../builders/directory.js';
import { rawOf, zOf } from '../../../integration/gateway/outsider.js';
import { openDeveloperTown } from './developer-town.js';

const keyOf = (pair: { readonly privateKey: KeyObject }): { readonly key: KeyObject; readonly pem: string; readonly point: KeyObject } => {
  const key = createPrivateKey(pair.privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return { key, pem: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString(), point: createPublicKey(key) };
};
const [rsa, sm2, old] = [keyOf(generateKeyPairSync('rsa', { modulusLength: 2048 })), keyOf(generateKeyPairSync('ec', { namedCurve: 'SM2' })), keyOf(generateKeyPairSync('rsa', { modulusLength: 2048 }))];
const data = JSON.stringify({ merchantNo: 'M1', orderTitle: '不动产登记费>>>???' });
const parameters = { version: '1.0.0', method: 'epay-trade-core.order.query', timestamp: '20261101093000', devId: 'D1', data: Buffer.from(data, 'utf8').toString('base64') };
const text = canonicalText(parameters);
const byRsa = (bytes: string | Buffer, hash = 'sha256', key = rsa.key): string => signBytes(hash, Buffer.from(bytes), { key, padding: constants.RSA_PKCS1_PADDING }).toString('base64');
const bySm2 = (bytes: string | Buffer, userId = '1234567812345678'): Buffer => createSign('sm3').update(zOf(sm2.point, userId)).update(bytes).sign(sm2.key);

describe('the signature workbench', () => {
  const open = async (scheme: SignatureScheme = { algorithm: 'RSA2' }) => {
    const { store, clock } = await openDeveloperTown();
    const keys = scheme.algorithm === 'SM2' ? [aKey(sm2.pem)] : [aKey(rsa.pem), aKey(old.pem, clock.now())];
    await store.unitOfWork.run(({ directory }) => directory.developers.add(aDeveloper({ scheme, keys })));
    let left = 1_000;
    const bench = new CheckSignature({
      unitOfWork: store.unitOfWork, verifier: new NodeVerifier(createSm2Engine()), strange: new NodeStrangeSignatures(), keyReader: new PublicKeys(), digests: new NodeDigests(), clock, gbkBytes,
      digestOf: (signed, by, pem) => signedDigest(signed, by, pem, new NodeDigests()),
      rateLimiter: { allow: () => (left -= 1) >= 0 },
    });
    const ask = async (signature: string, signedText?: string, sent: Readonly<Record<string, string>> = parameters): Promise<Examined> => {
      const came = await bench.run('7', { devId: 'D1', parameters: sent, signature, signedText });
      if (!came.ok) throw new Error(came.refusal);
      return came.value;
    };
    const why = async (signature: string, signedText?: string, sent?: Readonly<Record<string, string>>): Promise<Partial<Way> | undefined> => {
      const { verified, explained } = await ask(signature, signedText, sent);
      expect(verified).to.equal(undefined);
      if (explained === undefined) return undefined;
      const { fingerprint, isAccepted, ...way } = explained;
      expect(fingerprint).to.match(/^[0-9a-f]{64}$/);
      return isAccepted ? way : { ...way, isAccepted };
    };
    return { bench, ask, why, spend: () => { left = 0; } };
  };

  it('says of a good signature by which key it is, with the text and its digest', async () => {
    const { ask } = await open();
    const good = await ask(byRsa(text));
    expect(good).to.deep.include({ canonicalText: text, explained: undefined, pasted: undefined, digest: new NodeDigests().sha256Hex(text) });
    expect(good.verified).to.deep.include({ isAccepted: true });
    const { ask: askSm2 } = await open({ algorithm: 'SM2' });
    const { verified, digest } = await askSm2(bySm2(text).toString('base64'));
    expect([verified?.isAccepted, /^[0-9a-f]{64}$/.test(digest ?? '')]).to.deep.equal([true, true]);
  });

  it('finds each usual mistake in the text that was signed', async () => {
    const { why } = await open();
    const sorted = ['data', 'devId', 'method', 'timestamp', 'version'] as const;
    const of = (change: (value: string) => string): string => sorted.map((name) => `${name}=${change(parameters[name])}`).join('&');
    const cases: readonly (readonly [string | Buffer, object])[] = [
      [`version=${parameters.version}&method=${parameters.method}&timestamp=${parameters.timestamp}&devId=D1&data=${parameters.data}`, { text: 'as-sent' }],
      [[...sorted].reverse().map((name) => `${name}=${parameters[name]}`).join('&'), { text: 'descending' }], [`${text.replace('&timestamp', '&sign=&timestamp')}`, { text: 'empty-sign-included' }],
      [of(encodeURIComponent), { text: 'url-encoded' }], [`${text}\n`, { text: 'line-end' }], [`${text}\r\n`, { text: 'line-end' }], [`${text}&`, { text: 'separator-at-end' }],
      [text.replace(parameters.data, data), { text: 'data-in-clear' }], [gbkBytes(text.replace(parameters.data, data)) ?? '', { text: 'data-in-clear', charset: 'gbk' }], [parameters.data, { text: 'data-alone' }],
      [data, { text: 'clear-alone' }], [text.replaceAll('&', ''), { text: 'no-separators' }], [sorted.map((name) => parameters[name]).join(''), { text: 'values-alone' }], [text.replaceAll('+', ' '), { text: 'space-for-plus' }],
      [JSON.stringify(parameters), { text: 'json' }], [Buffer.from(text, 'utf16le'), { charset: 'utf-16' }], [new NodeDigests().sha256Hex(text), { text: 'digest-signed' }],
    ];
    for (const [signed, way] of cases) {
      if (signed === text) continue;
      expect(await why(byRsa(signed)), JSON.stringify(way)).to.deep.equal(way);
    }
  });

  it('finds each usual mistake in writing the signature down, alone and beside one in the text', async () => {
    const { why } = await open();
    let good = byRsa(text);
    for (let round = 0; !(good.includes('+') && good.includes('/')) && round < 50; round += 1) good = byRsa(text);
    const bytes = Buffer.from(good, 'base64');
    expect(await why(good.replace(/(.{76})/g, '$1\r\n'))).to.deep.equal({ signature: 'line-breaks' });
    expect(await why(bytes.toString('hex'))).to.deep.equal({ signature: 'hex' });
    expect(await why(Buffer.from(bytes.toString('hex')).toString('base64'))).to.deep.equal({ signature: 'hex-in-base64' });
    expect(await why(encodeURIComponent(good))).to.deep.equal({ signature: 'url-encoded' });
    expect(await why(good.replace(/=+$/, ''))).to.deep.equal({ signature: 'no-padding' });
    if (good.includes('+')) expect(await why(good.replaceAll('+', ' '))).to.deep.equal({ signature: 'plus-for-space' });
    if (/[+/]/.test(good)) expect(await why(bytes.toString('base64url'))).to.deep.equal({ signature: 'url-safe' });
    expect(await why(byRsa(`${text}\n`).replace(/=+$/, ''))).to.deep.equal({ signature: 'no-padding', text: 'line-end' });
  });

  it('finds another algorithm, another padding, another encoding, another user id and no Z', async () => {
    const { why } = await open();
    expect(await why(byRsa(text, 'sha1'))).to.deep.equal({ algorithm: 'rsa-sha1' });
    expect(await why(byRsa(text, 'md5'))).to.deep.equal({ algorithm: 'rsa-md5' });
    expect(await why(signBytes('sha256', Buffer.from(text), { key: rsa.key, padding: constants.RSA_PKCS1_PSS_PADDING }).toString('base64'))).to.deep.equal({ algorithm: 'rsa-pss' });
    const der = await open({ algorithm: 'SM2' });
    expect(await der.why(rawOf(bySm2(text)).toString('base64'))).to.deep.equal({ sm2Encoding: 'raw' });
    expect(await der.why(bySm2(text, '').toString('base64'))).to.deep.equal({ sm2UserId: '' });
    expect(await der.why(createSign('sm3').update(text).sign(sm2.key).toString('base64'))).to.deep.equal({ algorithm: 'sm2-without-z' });
    const raw = await open({ algorithm: 'SM2', sm2Encoding: 'raw', sm2UserId: 'hall@example' });
    expect(await raw.why(bySm2(text, 'hall@example').toString('base64'))).to.deep.equal({ sm2Encoding: 'der' });
    expect(await raw.why(rawOf(bySm2(text)).toString('base64'))).to.deep.equal({ sm2UserId: '1234567812345678' });
    expect(await raw.why(rawOf(bySm2(`${text}\n`, 'hall@example')).toString('base64'))).to.deep.equal({ text: 'line-end' });
  });

  it('knows a key that is over, and finds nothing where the key is a stranger’s', async () => {
    const { why } = await open();
    expect(await why(byRsa(text, 'sha256', old.key))).to.deep.equal({ isAccepted: false });
    expect(await why(byRsa(text, 'sha256', keyOf(generateKeyPairSync('rsa', { modulusLength: 2048 })).key))).to.equal(undefined);
    expect(await why('not a signature')).to.equal(undefined);
  });

  it('shows the first byte that differs, names the mistake, and says when the text that was pasted is the one that was signed', async () => {
    const { ask } = await open();
    const other = text.replace('20261101093000', '20261101093001');
    const { pasted, explained } = await ask(byRsa(other), other);
    const at = text.indexOf('20261101093000') + 13;
    expect(pasted?.difference?.at).to.equal(at);
    expect(pasted?.difference?.expected.bytes[at - (pasted.difference.expected.from)]).to.equal(0x30);
    expect(pasted?.difference?.given.bytes[at - (pasted.difference.given.from)]).to.equal(0x31);
    expect(explained?.text).to.equal('pasted');
    const ended = (await ask('', `${text}\n`)).pasted;
    expect([ended?.difference?.at, ended?.mistake?.mistake]).to.deep.equal([text.length, 'line-end']);
    expect((await ask('', text)).pasted).to.deep.equal({ difference: undefined, mistake: undefined });
    expect((await ask('', text.slice(0, 5))).pasted?.difference?.at).to.equal(5);
  });

  it('answers hostile texts, and nobody who asks without pause', async () => {
    const { bench, ask, spend } = await open();
    for (const one of ['', '\0', '\ud800', '%', '0', 'A'.repeat(30_000), '='.repeat(100)]) {
      expect((await ask(one, one, { ...parameters, data: one, '__proto__x': one })).verified).to.equal(undefined);
    }
    expect(await bench.run('7', { devId: 'D9', parameters, signature: '', signedText: undefined })).to.deep.equal({ ok: false, refusal: 'unknown' });
    spend();
    expect(await bench.run('7', { devId: 'D1', parameters, signature: '', signedText: undefined })).to.deep.equal({ ok: false, refusal: 'too-many' });
  });
});
