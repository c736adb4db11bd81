import { createHash } from 'node:crypto';
import { expect } from 'chai';
import smCrypto from 'sm-crypto';
import type { SignatureScheme } from '../../../application/ports/signatures.js';
import { NodeVerifier } from '../../../adapters/outbound/crypto/node-verifier.js';
import { spkiPem } from '../../../adapters/outbound/crypto/public-keys.js';
import { DEFAULT_USER_ID, hex32, sm2Curve } from '../../../adapters/outbound/crypto/sm2-curve.js';
import { type Sm2Engine, sm2Z } from '../../../adapters/outbound/crypto/sm2-engine.js';
import { example, foreignSignatures } from '../../unit/crypto/sm2-example.js';

const der: SignatureScheme = { algorithm: 'SM2' };
const raw: SignatureScheme = { algorithm: 'SM2', sm2Encoding: 'raw' };
const pem = spkiPem(Buffer.from(example.spki, 'base64'));
const base64 = (...parts: readonly string[]): string => Buffer.from(parts.join(''), 'hex').toString('base64');
const { r, s } = example;
const integer = (digits: string): string => `02${(digits.length / 2).toString(16).padStart(2, '0')}${digits}`;
const sequence = (...content: readonly string[]): string => {
  const body = content.join('');
  return `30${(body.length / 2).toString(16).padStart(2, '0')}${body}`;
};
/** Both numbers have their top bit set, so minimal DER puts 00 before them. */
const good = sequence(integer(`00${r}`), integer(`00${s}`));
const plus = (value: string): string => (BigInt(`0x${value}`) + sm2Curve.n).toString(16).padStart(66, '0');
const minus = hex32(sm2Curve.n - BigInt(`0x${s}`));

/** Wrong spellings and values of a good signature, in the encoding where they can be written (security note 4.5). */
const badDer: Readonly<Record<string, string>> = {
  'r = 0': sequence('020100', integer(`00${s}`)), 's = 0': sequence(integer(`00${r}`), '020100'),
  'r = n': sequence(integer(`00${hex32(sm2Curve.n)}`), integer(`00${s}`)), 's = n': sequence(integer(`00${r}`), integer(`00${hex32(sm2Curve.n)}`)),
  'r + n': sequence(integer(plus(r)), integer(`00${s}`)), 's + n': sequence(integer(`00${r}`), integer(plus(s))),
  'r + s = n': sequence(integer(`00${r}`), integer(hex32(sm2Curve.n - BigInt(`0x${r}`)).replace(/^(00)+(?=[0-7])/, ''))),
  'n - s': sequence(integer(`00${r}`), integer(minus)), 'r and s swapped': sequence(integer(`00${s}`), integer(`00${r}`)),
  'a trailing byte': `${good}00`, 'a trailing byte inside': sequence(integer(`00${r}`), integer(`00${s}`), '00'), 'itself doubled': good + good,
  'a third number': sequence(integer(`00${r}`), integer(`00${s}`), '020101'),
  'a long-form length': `3081${good.slice(2)}`, 'a long-form integer length': sequence(`02812100${r}`, integer(`00${s}`)),
  'an indefinite length': `3080${good.slice(4)}0000`, 'a padded r': sequence(integer(`0000${r}`), integer(`00${s}`)),
  'a padded s': sequence(integer(`00${r}`), integer(`0000${s}`)), 'a negative r': sequence(integer(r), integer(`00${s}`)),
  'a negative s': sequence(integer(`00${r}`), integer(s)), 'its end cut off': good.slice(0, -2), 'only its head': '3046', 'one number only': sequence(integer(`00${r}`)),
  'an empty integer': sequence('0200', integer(`00${s}`)), 'the tag of a set': `31${good.slice(2)}`, 'bit strings': good.replace('0221', '0321'), 'the raw form': r + s, 'nothing': '',
  'zeros': '00'.repeat(72),
};
const badRaw: Readonly<Record<string, string>> = {
  'r = 0': '00'.repeat(32) + s, 's = 0': r + '00'.repeat(32), 'r = n': hex32(sm2Curve.n) + s, 's = n': r + hex32(sm2Curve.n),
  'r + s = n': r + hex32(sm2Curve.n - BigInt(`0x${r}`)), 'n - s': r + minus, 'r and s swapped': s + r, '63 bytes': (r + s).slice(0, -2), '65 bytes': `${r}${s}00`,
  '65 bytes with 00 before s': `${r}00${s}`, '66 bytes': `00${r}00${s}`, 'r + n in 33 bytes': plus(r) + s, 'the DER form': good, 'nothing': '',
};

/** The port's promise: one spelling, one meaning, false for all else, never a throw. */
export function sm2VerifierContract(name: string, make: () => Sm2Engine): void {
  describe(`verifier of SM2 signatures on ${name}`, () => {
    const engine = make();
    const verifier = new NodeVerifier(engine);
    const check = (signature: string, scheme: SignatureScheme = der, text: string | Uint8Array = example.message, key = pem): Promise<boolean> =>
      verifier.verify(key, scheme, text, signature);

    it('accepts the standard example and OpenSSL’s signatures in both encodings', async () => {
      expect(await check(base64(good))).to.equal(true);
      expect(await check(base64(r, s), raw)).to.equal(true);
      for (const vector of foreignSignatures) {
        expect(await check(vector.der, der, vector.message)).to.equal(true);
        expect(await check(base64(vector.raw), raw, vector.message)).to.equal(true);
      }
    });

    for (const [title, hex] of Object.entries(badDer)) {
      it(`refuses a DER signature with ${title}`, async () => expect(await check(base64(hex))).to.equal(false));
    }
    for (const [title, hex] of Object.entries(badRaw)) {
      it(`refuses a raw signature with ${title}`, async () => expect(await check(base64(hex), raw)).to.equal(false));
    }

    it('refuses a wrong and an empty user id', async () => {
      expect(await check(base64(good), { ...der, sm2UserId: '1234567812345679' })).to.equal(false);
      expect(await check(base64(good), { ...der, sm2UserId: '' })).to.equal(false);
      const emptyId = engine.sign(example.key, '', example.message).toString('base64');
      expect(await check(emptyId, raw)).to.equal(false);
    });

    it('refuses the GBK bytes of a text signed as UTF-8', async () => {
      const [chinese] = foreignSignatures;
      const gbk = Buffer.from('b7c7cbb0cad5c8ebcad5bdc9', 'hex');
      expect(new TextDecoder('gbk').decode(gbk)).to.equal(chinese?.message);
      expect(await check(chinese?.der ?? '', der, gbk)).to.equal(false);
    });

    it('refuses a signature over a digest without Z, and over the bare message', async () => {
      const options = { hash: false, publicKey: example.key.pointHex, userId: DEFAULT_USER_ID };
      const digest = createHash('sm3').update(example.message).digest();
      for (const signed of [digest, example.message]) {
        const hex = smCrypto.sm2.doSignature(signed, example.key.d.toString('hex'), options);
        expect(await check(base64(hex), raw)).to.equal(false);
      }
      // the same call over the right digest is accepted: the two above failed for the missing Z, not for the way they were made
      const e = createHash('sm3').update(sm2Z(example.key.pointHex, DEFAULT_USER_ID)).update(example.message).digest();
      expect(await check(base64(smCrypto.sm2.doSignature(e, example.key.d.toString('hex'), options)), raw)).to.equal(true);
    });

    it('refuses the key of another party', async () => {
      const other = smCrypto.sm2.generateKeyPairHex();
      expect(await check(base64(good), der, example.message, other.publicKey)).to.equal(false);
    });

    const spellings: Readonly<Record<string, (text: string) => string>> = {
      'a blank inside': (text) => `${text.slice(0, 8)} ${text.slice(8)}`, 'a line break at its end': (text) => `${text}\n`, 'a blank before it': (text) => ` ${text}`,
      'the URL alphabet': (text) => text.replace(/\+/g, '-').replace(/\//g, '_'), 'its padding left out': (text) => text.replace(/=+$/, ''),
      'padding too much': (text) => `${text}=`, 'text after the padding': (text) => `${text}AAAA`, 'spare bits set': (text) => text.replace(/A==$|Q==$|g==$|w==$/, (end) => `${String.fromCharCode(end.charCodeAt(0) + 1)}==`),
      'hex instead of base64': (text) => Buffer.from(text, 'base64').toString('hex'), 'other letters': () => '签名', 'a thousand letters': () => 'A'.repeat(1000),
    };
    for (const [title, spell] of Object.entries(spellings)) {
      it(`refuses base64 with ${title}`, async () => {
        const [, vector] = foreignSignatures;
        for (const [scheme, text] of [[der, vector?.der ?? ''], [raw, base64(vector?.raw ?? '')]] as const) {
          const spelled = spell(text);
          if (spelled !== text) expect(await check(spelled, scheme, vector?.message)).to.equal(false);
        }
        expect(spell(base64(vector?.raw ?? ''))).not.to.equal(base64(vector?.raw ?? ''));
      });
    }

    it('answers false, not with an error, when a caller passes something that is no text', async () => {
      for (const odd of [undefined, null, 7, [base64(good)], {}]) expect(await check(odd as string)).to.equal(false);
    });
  });
}
