import { expect } from 'chai';
import smCrypto from 'sm-crypto';
import type { SealedWords } from '../../../application/ports/sign-in-means.js';
import { hex32, sm2Curve } from '../../../adapters/outbound/crypto/sm2-curve.js';
import { example } from '../../unit/crypto/sm2-example.js';

const { n, p, gx, gy } = sm2Curve;
const C1C3C2 = 1;
const seal = (text: string | Uint8Array, publicKey: string, mode: 0 | 1 = C1C3C2): string => smCrypto.sm2.doEncrypt(text, publicKey, mode);
const secret = JSON.stringify({ password: '口令 Correct-Horse-9', nonce: 'A'.repeat(32) });

/** GB/T 32918.5 annex A.3, in the order C1C3C2. Its C1 begins with 04 by itself. */
const published = '04ebfc718e8d1798620432268e77feb6415e2ede0e073c0f4f640ecd2e149a73e858f9d81e5430a57b36daab8f950a3c64e6ee6a63094d99283aff767e124df0'
  + '59983c18f809e262923c53aec295d30383b54e39d609d160afcb1908d0bd8766' + '21886ca989ca9c7d58087307ca93092d651efa';

/** The other side is sm-crypto, which browsers use. */
export function sealedWordsContract(name: string, open: () => SealedWords): void {
  describe(`sealed words by ${name}`, () => {
    const words = open();
    const { privateKey, publicKey } = words.newKey();
    const cipher = seal(secret, publicKey);
    const [c1, c3, c2] = [cipher.slice(0, 128), cipher.slice(128, 192), cipher.slice(192)];

    it('makes another key pair each time, and its halves belong together', () => {
      const made = Array.from({ length: 30 }, () => words.newKey());
      expect(new Set(made.map((key) => key.privateKey)).size).to.equal(made.length);
      for (const key of made) {
        expect(key.privateKey).to.match(/^[0-9a-f]{64}$/);
        expect(key.publicKey).to.equal(smCrypto.sm2.getPublicKeyFromPrivateKey(key.privateKey)).and.to.match(/^04[0-9a-f]{128}$/);
      }
    }).timeout(30_000);

    it('opens what was encrypted for its key', () => {
      for (const text of ['x', secret, '𠮷\u0000\n', '\ufeffmark of order first', 'a'.repeat((4096 - 192) / 2)]) expect(words.open(privateKey, seal(text, publicKey))).to.equal(text);
    });

    it('opens the example of the standard, whose C1 begins with 04 by itself', () => {
      expect(words.open(example.key.d.toString('hex'), published)).to.equal('encryption standard');
    });

    it('opens nothing that was encrypted for another key', () => {
      expect(words.open(words.newKey().privateKey, cipher)).to.equal(undefined);
      expect(words.open(privateKey, published)).to.equal(undefined);
    });

    it('opens nothing of which one letter was changed, wherever it is', () => {
      for (let at = 0; at < cipher.length; at += 3) {
        const changed = `${cipher.slice(0, at)}${cipher[at] === '0' ? '1' : '0'}${cipher.slice(at + 1)}`;
        expect(words.open(privateKey, changed), String(at)).to.equal(undefined);
      }
    }).timeout(60_000);

    const damaged: Readonly<Record<string, string>> = {
      'nothing': '', 'C1 alone': c1, 'no C2': c1 + c3, 'its end cut off': cipher.slice(0, -2), 'half a byte missing': cipher.slice(0, -1), 'a byte more': `${cipher}00`,
      'the older order C1C2C3': seal(secret, publicKey, 0), 'parts swapped': c1 + c2 + c3, 'the point byte left on': `04${cipher}`, 'capitals': cipher.toUpperCase(),
      'letters that are no hex': `${cipher.slice(0, -2)}zz`, 'a blank': `${cipher} `, 'a line break': `${cipher}\n`, 'base64': Buffer.from(cipher, 'hex').toString('base64'),
      'DER': `3081${cipher}`, 'zeros': '0'.repeat(cipher.length), 'ones': 'f'.repeat(cipher.length), 'an empty text': seal('', publicKey),
      'C1 off the curve': `${c1.slice(0, 127)}${c1[127] === '0' ? '1' : '0'}${c3}${c2}`, 'C1 at infinity': `${'0'.repeat(128)}${c3}${c2}`, 'C1 with x = p': `${hex32(p)}${c1.slice(64)}${c3}${c2}`,
      'C1 with x + p': `${hex32(p + 1n)}${hex32(gy)}${c3}${c2}`, 'C1 of another cipher': `${seal(secret, publicKey).slice(0, 128)}${c3}${c2}`, 'the base point as C1': `${hex32(gx)}${hex32(gy)}${c3}${c2}`,
      'the mirrored C1': `${c1.slice(0, 64)}${hex32(p - BigInt(`0x${c1.slice(64)}`))}${c3}${c2}`, 'bytes that are no UTF-8': seal(Uint8Array.from([0xff, 0xfe, 0x41]), publicKey),
      'GBK bytes': seal(Buffer.from('b7c7cbb0', 'hex'), publicKey), 'half a character': seal(Buffer.from('e58f', 'hex'), publicKey),
      'more than 4096 letters': seal('a'.repeat((4096 - 192) / 2 + 1), publicKey), 'a million letters': cipher.padEnd(1_000_000, '0'),
    };
    for (const [title, text] of Object.entries(damaged)) {
      it(`opens nothing where there is ${title}`, () => expect(words.open(privateKey, text)).to.equal(undefined));
    }

    it('does not open with what is no private key, and does not hang', () => {
      for (const key of ['', '0', hex32(0n), hex32(n - 1n), hex32(n), hex32(n + 1n), 'f'.repeat(64), 'g'.repeat(64), privateKey.slice(1), `00${privateKey}`, privateKey.toUpperCase().replace(/\d/g, 'A'), '-'.repeat(64)]) {
        expect(words.open(key, cipher), key).to.equal(undefined);
      }
      // n-1 has a point, the mirrored base point, for which anybody can encrypt; as a key it is out of range all the same (KEY-05).
      expect(words.open(hex32(n - 1n), seal(secret, `04${hex32(gx)}${hex32(p - gy)}`))).to.equal(undefined);
    });

    it('answers with nothing, not with an error, when a caller passes something that is no text', () => {
      for (const odd of [undefined, null, 7, [cipher], {}]) {
        expect(words.open(privateKey, odd as string)).to.equal(undefined);
        expect(words.open(odd as string, cipher)).to.equal(undefined);
      }
    });
  });
}
