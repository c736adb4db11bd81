import { expect } from 'chai';
import { DEFAULT_USER_ID, hex32, sm2Curve } from '../../../adapters/outbound/crypto/sm2-curve.js';
import type { Sm2Engine } from '../../../adapters/outbound/crypto/sm2-engine.js';
import { passesSm2Test } from '../../../adapters/outbound/crypto/self-test.js';
import { isPlausibleSignature } from '../../../adapters/outbound/crypto/sm2-signature.js';
import { example, foreignSignatures } from '../../unit/crypto/sm2-example.js';

const { n, p } = sm2Curve;
const raw = (r: bigint, s: bigint): Buffer => Buffer.from(hex32(r) + hex32(s), 'hex');
const r = BigInt(`0x${example.r}`);
const s = BigInt(`0x${example.s}`);
const x = example.key.pointHex.slice(2, 66);
const y = example.key.pointHex.slice(66);

/** The bare engine: every engine must give the same answers, whatever its library thinks. */
export function sm2EngineContract(name: string, make: () => Sm2Engine): void {
  describe(`SM2 engine ${name}`, () => {
    const engine = make();
    const verify = (signature: Uint8Array, point: string = example.key.pointHex, id: string = DEFAULT_USER_ID): boolean =>
      engine.verify(point, id, example.message, signature);

    it('passes the start-up self-test', () => expect(passesSm2Test(engine)).to.equal(true));
    it('accepts the signature of GB/T 32918.5 A.2', () => expect(verify(raw(r, s))).to.equal(true));

    for (const { message, raw: signature } of foreignSignatures) {
      it(`accepts the signature OpenSSL made over ${message.slice(0, 12)}`, () => {
        expect(engine.verify(example.key.pointHex, DEFAULT_USER_ID, Buffer.from(message), Buffer.from(signature, 'hex'))).to.equal(true);
      });
    }

    it('verifies what it signs, under any user id, for an empty and for a long message', () => {
      for (const id of [DEFAULT_USER_ID, '', '4103123456789', '三明市财政局', 'x'.repeat(8191)]) {
        for (const message of [Buffer.alloc(0), Buffer.alloc(20_000, 7)]) {
          const signature = engine.sign(example.key, id, message);
          expect(signature.length).to.equal(64);
          expect(engine.verify(example.key.pointHex, id, message, signature)).to.equal(true);
        }
      }
    });

    it('never repeats a signature', () => {
      const made = Array.from({ length: 20 }, () => engine.sign(example.key, DEFAULT_USER_ID, example.message).toString('hex'));
      expect(new Set(made).size).to.equal(made.length);
    });

    it('refuses a user id longer than the standard can count', () => {
      expect(() => engine.sign(example.key, 'x'.repeat(8192), example.message)).to.throw(RangeError);
      expect(verify(raw(r, s), example.key.pointHex, 'x'.repeat(8192))).to.equal(false);
    });

    const badSignatures: Readonly<Record<string, Buffer>> = {
      'r = 0': raw(0n, s), 's = 0': raw(r, 0n), 'r = n': raw(n, s), 's = n': raw(r, n),
      'r + s = n': raw(r, n - r), 'n - s': raw(r, n - s), 'n - r': raw(n - r, s), 'r and s swapped': raw(s, r),
      '63 bytes': raw(r, s).subarray(0, 63), '65 bytes with 00 between': Buffer.concat([raw(r, s).subarray(0, 32), Buffer.from([0]), raw(r, s).subarray(32)]),
      '65 bytes': Buffer.concat([raw(r, s), Buffer.from([0])]), '66 bytes': Buffer.concat([raw(r, s), Buffer.from([0, 0])]),
      'nothing': Buffer.alloc(0), 'all ones': Buffer.alloc(64, 0xff), 'all zero': Buffer.alloc(64),
    };
    for (const [title, signature] of Object.entries(badSignatures)) {
      it(`refuses a signature with ${title}`, () => expect(verify(signature)).to.equal(false));
    }

    it('refuses numbers of n or more that still fit 32 bytes', () => {
      // r and s of a real signature plus n have 257 bits nearly always, so the range check is proved beside the verification.
      const room = (1n << 256n) - n;
      for (const small of [1n, room - 1n]) {
        expect([raw(small, s), raw(r, small)].map(isPlausibleSignature)).to.deep.equal([true, true]);
        expect([raw(small + n, s), raw(r, small + n)].map(isPlausibleSignature)).to.deep.equal([false, false]);
        expect([raw(small + n, s), raw(r, small + n)].map((signature) => verify(signature))).to.deep.equal([false, false]);
      }
    });

    const badPoints: Readonly<Record<string, string>> = {
      'of another party': `04${hex32(sm2Curve.gx)}${hex32(sm2Curve.gy)}`, 'off the curve': `04${x}${y.slice(0, -1)}4`,
      'at infinity 00': '00', 'of 64 zero bytes': `04${'0'.repeat(128)}`, 'in hybrid form 06': `06${x}${y}`, 'in hybrid form 07': `07${x}${y}`,
      'with x = p + 1': `04${hex32(p + 1n)}${y}`, 'without its point byte': x + y, 'that is empty': '', 'that is no hex': `04${'g'.repeat(128)}`,
      'with a trailing byte': `04${x}${y}00`, 'in compressed form': `03${x}`,
    };
    for (const [title, point] of Object.entries(badPoints)) {
      it(`refuses a key ${title}`, () => expect(verify(raw(r, s), point)).to.equal(false));
    }

    it('refuses another user id, an empty one, and another message', () => {
      expect(verify(raw(r, s), example.key.pointHex, '1234567812345679')).to.equal(false);
      expect(verify(raw(r, s), example.key.pointHex, '')).to.equal(false);
      expect(engine.verify(example.key.pointHex, DEFAULT_USER_ID, Buffer.from('message digesu'), raw(r, s))).to.equal(false);
    });
  });
}
