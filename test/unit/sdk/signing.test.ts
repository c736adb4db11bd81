import { expect } from 'chai';
import { constants, createSign, createPrivateKey } from 'node:crypto';
import { canonicalText } from '../../../contracts/sdk/canonical-text.js';
import { createSigner, createVerifier } from '../../../contracts/sdk/signing.js';
import { sm2DerToRaw, sm2RawToDer } from '../../../contracts/sdk/sm2-encoding.js';
import { newKeyPair } from './demo-keys.js';

// The key and the signatures of the published example (GB/T 32918.5 key; made with OpenSSL, checked with sm-crypto).
const publicKey = 'MFkwEwYHKoZIzj0CAQYIKoEcz1UBgi0DQgAECfnfMR5UIaFQ3X0WHkvFxnIXn60YM/wHa7CP81bzUCDM6kkM4md1pS3G6nGMwapgCu0F+/NeCEpmMvYHLamtEw==';
const privateKey = 'MIGHAgEAMBMGByqGSM49AgEGCCqBHM9VAYItBG0wawIBAQQgOUUgj3shRLE/NuOKxtOflYiTk2koYLUaQvuB7033xbihRANCAAQJ+d8xHlQhoVDdfRYeS8XGchefrRgz/AdrsI/zVvNQIMzqSQziZ3WlLcbqcYzBqmAK7QX7814ISmYy9gctqa0T';
const gatewayText = 'data=eyJtZXJjaGFudE5vIjoiTTM1MDQwMDAwMDEiLCJiaXpPcmRlck5vIjoiQjIwMjYxMTAxMDAwMSIsIm9yZGVyQW1vdW50IjoiMTAwIiwib3JkZXJUaXRsZSI6Iua1i+ivlee8tOi0uSJ9&devId=DEV0001&method=epay-trade-core.order.query&timestamp=20261101120000&version=1.0.0';
const hexToBase64 = (hex: string): string => Buffer.from(hex, 'hex').toString('base64');
const gatewayDer = 'MEYCIQDMObIlf6etAhr1GymTtMfSDK404faAK7wNh7ImFajsYgIhALgbFK8AFSHyTX8Tcsi2t2CA7Cw9wcyScTGk06yBGktz';
const gatewayRaw = hexToBase64('cc39b2257fa7ad021af51b2993b4c7d20cae34e1f6802bbc0d87b22615a8ec62b81b14af001521f24d7f1372c8b6b76080ec2c3dc1cc927131a4d3ac811a4b73');
const der = { algorithm: 'SM2' } as const;
const raw = { algorithm: 'SM2', sm2Encoding: 'raw' } as const;

describe('signing of the integrator SDK', () => {
  it('makes the published canonical text whatever the order of the parameters', () => {
    const parameters = {
      version: '1.0.0', sign: 'left out', timestamp: '20261101120000', devId: 'DEV0001', method: 'epay-trade-core.order.query', empty: '', absent: undefined,
      data: 'eyJtZXJjaGFudE5vIjoiTTM1MDQwMDAwMDEiLCJiaXpPcmRlck5vIjoiQjIwMjYxMTAxMDAwMSIsIm9yZGVyQW1vdW50IjoiMTAwIiwib3JkZXJUaXRsZSI6Iua1i+ivlee8tOi0uSJ9',
    };
    expect(canonicalText(parameters)).to.equal(gatewayText);
    expect(canonicalText({ b: '1', B: '2', a: '3', sign: 'x' })).to.equal('B=2&a=3&b=1');
  });

  it('accepts the published SM2 signatures in both encodings', () => {
    expect(createVerifier(publicKey, der)(gatewayText, gatewayDer)).to.equal(true);
    expect(createVerifier(publicKey, raw)(gatewayText, gatewayRaw)).to.equal(true);
    expect(createVerifier(publicKey, der)('非税收入收缴', 'MEQCIFmqQ1sQM4qjom3p7UtK1lvmNLCQ0Uiry6vYQ2Rz2tASAiBQA6MkW2PPJuisK+DPv2HV2NGLah3rMRqZVQ8S6SgluQ==')).to.equal(true);
    expect(createVerifier(publicKey, raw)('非税收入收缴', hexToBase64('59aa435b10338aa3a26de9ed4b4ad65be634b090d148abcbabd8436473dad0125003a3245b63cf26e8ac2be0cfbf61d5d8d18b6a1deb311a99550f12e92825b9'))).to.equal(true);
    const standard = 'F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA';
    expect(createVerifier(publicKey, raw)('message digest', hexToBase64(standard))).to.equal(true);
  });

  it('refuses the published signature under another user id, encoding or text', () => {
    expect(createVerifier(publicKey, { ...der, sm2UserId: '' })(gatewayText, gatewayDer)).to.equal(false);
    expect(createVerifier(publicKey, { ...der, sm2UserId: 'ALICE123@YAHOO.COM' })(gatewayText, gatewayDer)).to.equal(false);
    expect(createVerifier(publicKey, raw)(gatewayText, gatewayDer)).to.equal(false);
    expect(createVerifier(publicKey, der)(gatewayText, gatewayRaw)).to.equal(false);
    expect(createVerifier(publicKey, der)(`${gatewayText} `, gatewayDer)).to.equal(false);
  });

  for (const scheme of [{ algorithm: 'RSA2' } as const, der, raw, { ...der, sm2UserId: '三明市' }]) {
    it(`signs so that only the same text verifies (${JSON.stringify(scheme)})`, () => {
      const pair = newKeyPair(scheme.algorithm);
      const [sign, verify] = [createSigner(pair.privateKeyPem, scheme), createVerifier(pair.publicKeyPem, scheme)];
      for (let round = 0; round < 20; round++) {
        const text = `devId=D&n=${round}&title=不动产登记费`;
        const signature = sign(text);
        expect(verify(text, signature)).to.equal(true);
        expect(verify(`${text}x`, signature)).to.equal(false);
        expect(createVerifier(newKeyPair('SM2').publicKeyPem, der)(text, signature)).to.equal(false);
      }
    });
  }

  it('signs with the published key so that the published public key verifies', () => {
    expect(createVerifier(publicKey, der)(gatewayText, createSigner(privateKey, der)(gatewayText))).to.equal(true);
  });

  it('refuses every other spelling of a good signature', () => {
    const verify = createVerifier(publicKey, der);
    const bytes = Buffer.from(gatewayDer, 'base64');
    const spellings: Record<string, string> = {
      'trailing byte': Buffer.concat([bytes, Buffer.from([0])]).toString('base64'),
      'padded integer': Buffer.concat([Buffer.from([0x30, bytes.length - 1, 0x02, 0x22, 0x00]), bytes.subarray(4)]).toString('base64'),
      'long length': Buffer.concat([Buffer.from([0x30, 0x81, bytes.length - 2]), bytes.subarray(2)]).toString('base64'),
      'doubled': Buffer.concat([bytes, bytes]).toString('base64'),
      'cut short': bytes.subarray(0, -1).toString('base64'),
      'line break': `${gatewayDer}\n`, 'url alphabet': gatewayDer.replaceAll('/', '_').replaceAll('+', '-').concat('-'), 'empty': '', 'no base64': '***',
    };
    for (const [what, signature] of Object.entries(spellings)) expect(verify(gatewayText, signature), what).to.equal(false);
  });

  it('refuses r and s outside their range', () => {
    const n = 'FFFFFFFEFFFFFFFFFFFFFFFFFFFFFFFF7203DF6B21C6052B53BBF40939D54123';
    const [r, s, zero] = ['1'.repeat(64), '2'.repeat(64), '0'.repeat(64)];
    for (const pair of [zero + s, r + zero, n + s, r + n, r + s + '00', r, `${r}${(BigInt(`0x${n}`) - BigInt(`0x${r}`)).toString(16)}`]) {
      expect(sm2RawToDer(Buffer.from(pair, 'hex')), pair).to.equal(undefined);
    }
    const good = Buffer.from(r + s, 'hex');
    expect(sm2DerToRaw(sm2RawToDer(good) ?? Buffer.alloc(0))).to.deep.equal(good);
    expect(sm2DerToRaw(Buffer.from('3006020101020102', 'hex'))?.toString('hex')).to.equal(`${'1'.padStart(64, '0')}${'2'.padStart(64, '0')}`);
    for (const bad of ['', '30', '3000', '3006020101020180', '300602010102010203', '30060201ff020102', '3080020101020102']) {
      expect(sm2DerToRaw(Buffer.from(bad, 'hex')), bad).to.equal(undefined);
    }
  });

  it('refuses an RSA signature by SHA-1 or with PSS', () => {
    const pair = newKeyPair('RSA2');
    const verify = createVerifier(pair.publicKeyPem, { algorithm: 'RSA2' });
    const key = createPrivateKey(pair.privateKeyPem);
    expect(verify('text', createSign('RSA-SHA1').update('text').sign(key, 'base64'))).to.equal(false);
    expect(verify('text', createSign('RSA-SHA256').update('text').sign({ key, padding: constants.RSA_PKCS1_PSS_PADDING }, 'base64'))).to.equal(false);
  });

  it('refuses a key of the other algorithm when it is given, not with the first payment', () => {
    expect(() => createSigner(newKeyPair('RSA2').privateKeyPem, der)).to.throw('SM2');
    expect(() => createVerifier(publicKey, { algorithm: 'RSA2' })).to.throw('RSA');
    expect(() => createVerifier('not a key', der)).to.throw();
  });
});
