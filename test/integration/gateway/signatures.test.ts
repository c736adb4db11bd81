import { constants, createHash, createHmac, createSign, generateKeyPairSync, privateEncrypt, sign as signBytes } from 'node:crypto';
import { expect } from 'chai';
import { startCity, type City } from '../../support/city.js';
import {
  answerOf, call, countOrders, dataOf, derOf, enrol, envelope, expectRefusal, isSignedByPlatform, newParty, order, orderData, orderQuery, keyOf, pemOf, postJson, rawOf, signatureOf, sm2Der, textToSign,
  zOf, type Parameters, type Party,
} from './outsider.js';

const groupOrder = 0xFFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123n;
const half = (raw: Buffer, part: 0 | 1): bigint => BigInt(`0x${raw.subarray(part * 32, part * 32 + 32).toString('hex')}`);
const bytes32 = (value: bigint): Buffer => Buffer.from(value.toString(16).padStart(64, '0'), 'hex');
const sequence = (...parts: readonly Buffer[]): Buffer => Buffer.concat([Buffer.from([0x30, Buffer.concat(parts).length]), ...parts]);
const integer = (content: Buffer): Buffer => Buffer.concat([Buffer.from([2, content.length]), content]);

type Forge = (text: string, parties: Parties) => Buffer | string;
interface Parties { readonly rsa: Party; readonly sm2: Party; readonly raw: Party; readonly ownId: Party }

describe('signatures at the gateway (1.1.7.1.1-e, -f, GW-04, GW-05, GW-12, security.md 4.5)', function () {
  this.timeout(60_000);
  let city: City;
  let parties: Parties;
  before(async () => {
    city = await startCity();
    const [rsa, sm2, raw, ownId] = await Promise.all([
      newParty('DEV-SIGN-RSA'), newParty('DEV-SIGN-SM2', 'SM2'), newParty('DEV-SIGN-RAW', 'SM2', { encoding: 'raw' }), newParty('DEV-SIGN-ID', 'SM2', { userId: '三明市@2026' }),
    ].map(async (party) => enrol(city, party)));
    parties = { rsa, sm2, raw, ownId } as Parties;
  });
  after(async () => city.close());

  const unsigned = (party: Party): Parameters => {
    const { sign: _left, ...rest } = envelope(city, party, order, orderData(city));
    return rest;
  };

  for (const who of ['rsa', 'sm2', 'raw', 'ownId'] as const) {
    it(`takes and gives signatures as the record of "${who}" says; one flipped byte of an answer is seen`, async () => {
      const party = parties[who];
      for (const answer of [
        await call(city, party, order, orderData(city)), await call(city, party, order, orderData(city, { orderAmount: '0' })),
        await call(city, party, orderQuery, { merchantNo: 'M35040000001', bizOrderNo: 'NOBODYS', orderDate: '20261101' }), await call(city, party, order, orderData(city, { merchantNo: 'M99' })),
      ]) {
        expect(answer).to.have.all.keys(...['code', 'msg', 'data', 'sign', ...(answer['subCode'] === undefined ? [] : ['subCode', 'subMsg'])]);
        expect(await isSignedByPlatform(city, party, answer)).to.equal(true);
        for (const name of Object.keys(answer).filter((one) => one !== 'sign')) {
          expect(await isSignedByPlatform(city, party, { ...answer, [name]: `${answer[name]?.slice(0, -1) ?? ''}~` })).to.equal(false);
        }
      }
    });
  }

  const forgeries: readonly (readonly [name: string, who: keyof Parties, forge: Forge])[] = [
    ['an SM2 signature from an RSA2 developer', 'rsa', (text, { sm2 }) => sm2Der(sm2, text)],
    ['an RSA2 signature from an SM2 developer', 'sm2', (text, { rsa }) => signatureOf(rsa, text)],
    ['another developer\'s RSA key', 'rsa', (text) => signatureOf(newParty('x'), text)],
    ['another developer\'s SM2 key', 'sm2', (text, { raw }) => sm2Der(raw, text)],
    ['RSA with SHA-1', 'rsa', (text, { rsa }) => createSign('RSA-SHA1').update(text).sign(rsa.privateKey)],
    ['RSA with MD5', 'rsa', (text, { rsa }) => createSign('RSA-MD5').update(text).sign(rsa.privateKey)],
    ['RSA with SHA-512', 'rsa', (text, { rsa }) => createSign('RSA-SHA512').update(text).sign(rsa.privateKey)],
    ['RSA-PSS', 'rsa', (text, { rsa }) => signBytes('sha256', Buffer.from(text), { key: rsa.privateKey, padding: constants.RSA_PKCS1_PSS_PADDING })],
    ['a bare RSA digest without its algorithm name', 'rsa', (text, { rsa }) => privateEncrypt(rsa.privateKey, createHash('sha256').update(text).digest())],
    ['HMAC with the public key as secret', 'rsa', (text, { rsa }) => createHmac('sha256', pemOf(rsa.publicKey)).update(text).digest()],
    ['HMAC-SM3 with the public key as secret', 'sm2', (text, { sm2 }) => createHmac('sm3', pemOf(sm2.publicKey)).update(text).digest()],
    ['an RSA signature with a byte before', 'rsa', (text, { rsa }) => Buffer.concat([Buffer.from([0]), Buffer.from(signatureOf(rsa, text), 'base64')])],
    ['an RSA signature with a byte behind', 'rsa', (text, { rsa }) => Buffer.concat([Buffer.from(signatureOf(rsa, text), 'base64'), Buffer.from([0])])],
    ['an RSA signature of zeros', 'rsa', () => Buffer.alloc(256)],
    ['RSA Base64 with spare bits set', 'rsa', (text, { rsa }) => { const good = signatureOf(rsa, text); return `${good.slice(0, -3)}${String.fromCharCode(good.charCodeAt(good.length - 3) + 1)}==`; }],
    ['RSA in hexadecimal', 'rsa', (text, { rsa }) => Buffer.from(signatureOf(rsa, text), 'base64').toString('hex')],
    ['RSA over other bytes of the same length', 'rsa', (text, { rsa }) => signatureOf(rsa, Buffer.from(Buffer.from(text, 'latin1').map((byte) => byte ^ 0x80)))],
    ['raw bytes from a DER developer', 'sm2', (text, { sm2 }) => rawOf(sm2Der(sm2, text))],
    ['DER from a raw developer', 'raw', (text, { raw }) => sm2Der(raw, text)],
    ['SM2 with an empty user id', 'sm2', (text, { sm2 }) => sm2Der(sm2, text, '')],
    ['SM2 with another user id', 'sm2', (text, { sm2 }) => sm2Der(sm2, text, 'ALICE123@YAHOO.COM')],
    ['SM2 with the usual id where the record has its own', 'ownId', (text, { ownId }) => sm2Der(ownId, text, '1234567812345678')],
    ['SM2 without Z', 'sm2', (text, { sm2 }) => createSign('sm3').update(text).sign(sm2.privateKey)],
    ['DER with a trailing byte', 'sm2', (text, { sm2 }) => Buffer.concat([sm2Der(sm2, text), Buffer.from([0])])],
    ['DER with a trailing byte inside', 'sm2', (text, { sm2 }) => { const der = sm2Der(sm2, text); return sequence(der.subarray(2), Buffer.from([0])); }],
    ['DER with a long length', 'sm2', (text, { sm2 }) => { const der = sm2Der(sm2, text); return Buffer.concat([Buffer.from([0x30, 0x81]), der.subarray(1)]); }],
    ['DER of indefinite length', 'sm2', (text, { sm2 }) => Buffer.concat([Buffer.from([0x30, 0x80]), sm2Der(sm2, text).subarray(2), Buffer.from([0, 0])])],
    ['DER with a padded number', 'sm2', (text, { sm2 }) => { const raw = rawOf(sm2Der(sm2, text)); return sequence(integer(Buffer.concat([Buffer.from([0, 0]), raw.subarray(0, 32)])), integer(Buffer.concat([Buffer.from([0]), raw.subarray(32)]))); }],
    ['DER cut short', 'sm2', (text, { sm2 }) => sm2Der(sm2, text).subarray(0, -1)],
    ['DER twice', 'sm2', (text, { sm2 }) => Buffer.concat([sm2Der(sm2, text), sm2Der(sm2, text)])],
    ['r = 0', 'raw', (text, { raw }) => Buffer.concat([Buffer.alloc(32), rawOf(sm2Der(raw, text)).subarray(32)])],
    ['s = 0', 'raw', (text, { raw }) => Buffer.concat([rawOf(sm2Der(raw, text)).subarray(0, 32), Buffer.alloc(32)])],
    ['r = n', 'raw', (text, { raw }) => Buffer.concat([bytes32(groupOrder), rawOf(sm2Der(raw, text)).subarray(32)])],
    ['s = n', 'raw', (text, { raw }) => Buffer.concat([rawOf(sm2Der(raw, text)).subarray(0, 32), bytes32(groupOrder)])],
    ['n - s', 'raw', (text, { raw }) => { const good = rawOf(sm2Der(raw, text)); return Buffer.concat([good.subarray(0, 32), bytes32(groupOrder - half(good, 1))]); }],
    ['r + s = n', 'raw', (text, { raw }) => { const good = rawOf(sm2Der(raw, text)); return Buffer.concat([good.subarray(0, 32), bytes32(groupOrder - half(good, 0))]); }],
    ['s + n, in DER', 'sm2', (text, { sm2 }) => { const good = rawOf(sm2Der(sm2, text)); return sequence(integer(Buffer.from(`00${(half(good, 0)).toString(16).padStart(64, '0')}`, 'hex')), integer(Buffer.from(`0${(half(good, 1) + groupOrder).toString(16)}`.slice(-66).padStart(66, '0'), 'hex'))); }],
    ['r and s swapped', 'raw', (text, { raw }) => { const good = rawOf(sm2Der(raw, text)); return Buffer.concat([good.subarray(32), good.subarray(0, 32)]); }],
    ['raw of 63 bytes', 'raw', (text, { raw }) => rawOf(sm2Der(raw, text)).subarray(1)],
    ['raw of 65 bytes', 'raw', (text, { raw }) => { const good = rawOf(sm2Der(raw, text)); return Buffer.concat([good.subarray(0, 32), Buffer.from([0]), good.subarray(32)]); }],
    ['raw with a byte behind', 'raw', (text, { raw }) => Buffer.concat([rawOf(sm2Der(raw, text)), Buffer.from([0])])],
    ['a signature over another text', 'sm2', (text, { sm2 }) => sm2Der(sm2, `${text}0`)],
  ];

  for (const [name, who, forge] of forgeries) {
    it(`refuses ${name}`, async () => {
      const [orders, parameters] = [await countOrders(city), unsigned(parties[who])];
      const forged = forge(textToSign(parameters), parties);
      const reply = await postJson(city, { ...parameters, sign: typeof forged === 'string' ? forged : forged.toString('base64') });
      expectRefusal(reply, { code: '40003' });
      expect([answerOf(reply)['sign'], await countOrders(city)]).to.deep.equal(['', orders]);
    });
  }

  it('accepts what the forgeries were made from, so that each of them is refused for its one change', async () => {
    for (const [who, make] of [['sm2', (party: Party, text: string) => derOf(rawOf(sm2Der(party, text)))], ['raw', (party: Party, text: string) => rawOf(sm2Der(party, text))]] as const) {
      const parameters = unsigned(parties[who]);
      const reply = await postJson(city, { ...parameters, sign: make(parties[who], textToSign(parameters)).toString('base64') });
      expect(answerOf(reply)['code']).to.equal('10000');
    }
  });

  for (const [name, spell] of [
    ['a blank before', (good: string) => ` ${good}`], ['a blank behind', (good: string) => `${good} `], ['a line end', (good: string) => `${good}\n`], ['lines of 64', (good: string) => good.replace(/.{64}/g, '$&\r\n')],
    ['no padding', (good: string) => good.replace(/=+$/, '')], ['more padding', (good: string) => `${good}=`], ['the URL alphabet', (good: string) => `-_${good.slice(2)}`], ['PEM lines', (good: string) => `-----BEGIN-----${good}`],
  ] as const) {
    it(`refuses a good signature written with ${name}`, async () => {
      const parameters = unsigned(parties.rsa);
      const reply = await postJson(city, { ...parameters, sign: spell(signatureOf(parties.rsa, textToSign(parameters))) });
      expectRefusal(reply, { code: '40002', subCode: 'FIELD_BAD', subMsg: 'sign 格式不正确' });
    });
  }

  it('refuses data with spare bits set although the signature over it is good', async () => {
    const parameters = unsigned(parties.rsa);
    const data = `${Buffer.from(JSON.stringify(orderData(city)).padEnd(301)).toString('base64').slice(0, -3)}B==`;
    const changed = { ...parameters, data };
    const reply = await postJson(city, { ...changed, sign: signatureOf(parties.rsa, textToSign(changed)) });
    expectRefusal(reply, { code: '40002', subCode: 'FIELD_BAD', subMsg: 'data 不是规范的 Base64' });
    expect(await isSignedByPlatform(city, parties.rsa, answerOf(reply))).to.equal(true);
  });

  it('explains a wrong signature in the embedded profile: the text, and the digest that each algorithm signs', async () => {
    const wrong = Buffer.from('wrong').toString('base64');
    for (const [party, algorithm, digest] of [
      [parties.rsa, 'RSA2', (text: string) => createHash('sha256').update(text).digest('hex')],
      [parties.sm2, 'SM2', (text: string) => createHash('sm3').update(zOf(parties.sm2.publicKey, '1234567812345678')).update(text).digest('hex')],
      [parties.ownId, 'SM2', (text: string) => createHash('sm3').update(zOf(parties.ownId.publicKey, '三明市@2026')).update(text).digest('hex')],
      [newParty('DEV-NOBODY'), '', (text: string) => createHash('sha256').update(text).digest('hex')],
    ] as const) {
      const parameters = unsigned(party);
      const reply = await postJson(city, { ...parameters, sign: wrong });
      expectRefusal(reply, { code: '40003' });
      const canonicalText = textToSign(parameters);
      expect(dataOf(answerOf(reply))).to.deep.equal({ canonicalText, digest: digest(canonicalText), algorithm });
    }
  });

  it('takes the old and the new key while they overlap, and the old one no more once it is gone (KEY-06)', async () => {
    const [old, fresh] = [newParty('DEV-ROTATE'), newParty('DEV-ROTATE')];
    const codes = async (): Promise<readonly (string | undefined)[]> => [(await call(city, old, order, orderData(city)))['code'], (await call(city, fresh, order, orderData(city)))['code']];
    await enrol(city, old);
    expect(await codes()).to.deep.equal(['10000', '40003']);
    await enrol(city, fresh, { keys: [keyOf(fresh), keyOf(old)] });
    expect(await codes()).to.deep.equal(['10000', '10000']);
    await enrol(city, fresh);
    expect(await codes()).to.deep.equal(['40003', '10000']);
  });

  it('accepts nothing under a key that is too weak or of another algorithm, should one ever be in a record', async () => {
    const weak = generateKeyPairSync('rsa', { modulusLength: 1024 });
    for (const [party, recorded] of [[{ ...newParty('DEV-WEAK-1'), ...weak }, 'RSA2'], [newParty('DEV-WEAK-2'), 'SM2'], [newParty('DEV-WEAK-3', 'SM2'), 'RSA2']] as const) {
      await enrol(city, { ...party, algorithm: recorded });
      const orders = await countOrders(city);
      const reply = await postJson(city, envelope(city, party, order, orderData(city)));
      expectRefusal(reply, { code: '20000' });
      expect([answerOf(reply)['sign'], await countOrders(city)]).to.deep.equal(['', orders]);
    }
  });
});
