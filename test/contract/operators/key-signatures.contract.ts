import { createHash } from 'node:crypto';
import { expect } from 'chai';
import smCrypto from 'sm-crypto';
import type { KeySignatures } from '../../../application/ports/sign-in-means.js';
import { hex32, sm2Curve } from '../../../adapters/outbound/crypto/sm2-curve.js';
import { example, foreignSignatures } from '../../unit/crypto/sm2-example.js';

const { n, p, gx, gy } = sm2Curve;
const { pointHex } = example.key;
const privateHex = example.key.d.toString('hex');
const [x, y] = [pointHex.slice(2, 66), pointHex.slice(66)];
const { r, s } = example;
const text = example.message.toString();
const number = (hex: string): bigint => BigInt(`0x${hex}`);
const der = `3046022100${r}022100${s}`;

/** A UKey as a driver plays it: standard id, raw r and s. */
const signed = (message: string | Uint8Array, options: { readonly hash?: boolean; readonly userId?: string } = {}): string =>
  smCrypto.sm2.doSignature(message, privateHex, { hash: true, der: false, userId: '1234567812345678', publicKey: pointHex, ...options });

/** Every case of security note 4.5 that can be written as r and s in hex. */
const badSignatures: Readonly<Record<string, string>> = {
  'r = 0': hex32(0n) + s, 's = 0': r + hex32(0n), 'r = n': hex32(n) + s, 's = n': r + hex32(n), 'r + n': (number(r) + n).toString(16) + s, 's + n': r + (number(s) + n).toString(16),
  'r + s = n': r + hex32(n - number(r)), 'n - s': r + hex32(n - number(s)), 'n - r': hex32(n - number(r)) + s, 'r and s swapped': s + r,
  '63 bytes': (r + s).slice(0, -2), '65 bytes': `${r}${s}00`, '65 bytes with 00 before s': `${r}00${s}`, '65 bytes with 00 before r': `00${r}${s}`, '66 bytes': `00${r}00${s}`,
  'half a byte missing': (r + s).slice(0, -1), 'DER': der, 'DER cut to 64 bytes': der.slice(0, 128), 'nothing': '', 'zeros': '0'.repeat(128), 'ones': 'f'.repeat(128),
  'letters that are no hex': 'g'.repeat(128), 'one letter that is no hex': `${(r + s).slice(0, -1)}g`, 'capitals': (r + s).toUpperCase(), 'a blank before': ` ${r}${s}`,
  'a line break after': `${r}${s}\n`, '0x before': `0x${(r + s).slice(2)}`, 'base64': Buffer.from(r + s, 'hex').toString('base64'), 'a million letters': 'a'.repeat(1_000_000),
};

const badKeys: Readonly<Record<string, string>> = {
  'of another party': `04${hex32(gx)}${hex32(gy)}`, 'off the curve': `04${x}${y.slice(0, -1)}4`, 'at infinity': '00', 'of zeros': `04${'0'.repeat(128)}`, 'in hybrid form 06': `06${x}${y}`,
  'in hybrid form 07': `07${x}${y}`, 'in compressed form': `03${x}`, 'without its point byte': x + y, 'with x = p + 1': `04${hex32(p + 1n)}${y}`, 'that is empty': '', 'that is no hex': `04${'g'.repeat(128)}`,
  'with a byte more': `${pointHex}00`, 'in capitals': pointHex.toUpperCase(), 'as SubjectPublicKeyInfo': example.spki, 'mirrored': `04${x}${hex32(p - number(y))}`,
};

export function keySignaturesContract(name: string, open: () => KeySignatures): void {
  describe(`signatures of UKeys by ${name}`, () => {
    const keys = open();

    it('accepts the example of the standard and what OpenSSL and sm-crypto signed', () => {
      expect(keys.isSigned(pointHex, text, r + s)).to.equal(true);
      for (const { message, raw } of foreignSignatures) expect(keys.isSigned(pointHex, message, raw)).to.equal(true);
      const question = `sign-in|zhang.san|${'b'.repeat(32)}|https://console.example`;
      expect(keys.isSigned(pointHex, question, signed(question))).to.equal(true);
      expect(keys.isSigned(pointHex, '', signed(''))).to.equal(true);
    });

    for (const [title, signature] of Object.entries(badSignatures)) {
      it(`refuses a signature with ${title}`, () => expect(keys.isSigned(pointHex, text, signature)).to.equal(false));
    }

    for (const [title, key] of Object.entries(badKeys)) {
      it(`refuses a key ${title}, and the right one afterwards no less`, () => {
        expect(keys.isSigned(key, text, r + s)).to.equal(false);
        expect(keys.isSigned(pointHex, text, r + s)).to.equal(true);
      });
    }

    it('refuses a signature over another text', () => {
      for (const other of ['', 'message digesT', `${text} `, `${text}\n`, text.toUpperCase()]) expect(keys.isSigned(pointHex, other, r + s)).to.equal(false);
    });

    it('refuses a signature under another user id, over GBK bytes, without Z, and without a digest', () => {
      const message = '非税收入收缴';
      const digest = createHash('sm3').update(message).digest();
      const wrong = [signed(message, { userId: '1234567812345679' }), signed(message, { userId: 'ALICE123@YAHOO.COM' }), signed(Buffer.from('b7c7cbb0cad5c8ebcad5bdc9', 'hex')), signed(digest, { hash: false }),
        signed(digest.subarray(0, 16), { hash: false })];
      expect(wrong.map((signature) => keys.isSigned(pointHex, message, signature))).to.deep.equal(wrong.map(() => false));
      // the same call with nothing wrong is accepted
      expect(keys.isSigned(pointHex, message, signed(message))).to.equal(true);
    });

    it('answers no, not with an error, when a caller passes something that is no text', () => {
      for (const odd of [undefined, null, 7, [r + s], {}]) {
        expect(keys.isSigned(pointHex, text, odd as string)).to.equal(false);
        expect(keys.isSigned(pointHex, odd as string, r + s)).to.equal(false);
        expect(keys.isSigned(odd as string, text, r + s)).to.equal(false);
      }
    });
  });
}
