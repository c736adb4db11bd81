import { expect } from 'chai';
import { hex32, sm2Curve } from '../../../adapters/outbound/crypto/sm2-curve.js';
import { derToRaw, isPlausibleSignature, rawToDer } from '../../../adapters/outbound/crypto/sm2-signature.js';

describe('encodings of an SM2 signature', () => {
  const half = (hex: string): string => hex.padStart(64, '0');
  for (const [r, s, bytes] of [['1', '1', 8], ['7f', '80', 9], ['ff'.repeat(32), 'ff'.repeat(32), 72], [`7f${'0'.repeat(62)}`, '1', 39]] as const) {
    it(`turns r=${r.slice(0, 6)} s=${s.slice(0, 6)} into ${bytes} bytes of DER and back`, () => {
      const raw = Buffer.from(half(r) + half(s), 'hex');
      const der = rawToDer(raw);
      expect(der.length).to.equal(bytes);
      expect(derToRaw(der)?.equals(raw)).to.equal(true);
    });
  }

  const bad: Readonly<Record<string, string>> = {
    'a padded r': '300702020001020101', 'a padded s': '3007020101 02020001', 'a padded zero': '300702020000020101', 'a negative r': '3006020180020101', 'a negative s': '30060201010201ff',
    'a wrong outer length': '3007020101020101', 'bytes after it': '300602010102010100', 'bytes inside its end': '300702010102010100', 'a number without bytes': '30050200020101',
    'another outer tag': '3106020101020101', 'another inner tag': '3006030101020101', 'a long-form length': '308106020101020101', 'a number longer than the whole': '3006020101027f01',
  };
  for (const [title, hex] of Object.entries(bad)) {
    it(`refuses DER with ${title} by our own reading, before any library sees it`, () => {
      expect(derToRaw(Buffer.from(hex.replace(' ', ''), 'hex'))).to.equal(undefined);
    });
  }

  it('knows by itself which numbers can be a signature', () => {
    const { n } = sm2Curve;
    const plausible = (r: bigint, s: bigint): boolean => isPlausibleSignature(Buffer.from(hex32(r) + hex32(s), 'hex'));
    expect([plausible(1n, 1n), plausible(n - 1n, n - 1n), plausible(1n, n - 2n)]).to.deep.equal([true, true, true]);
    for (const [r, s] of [[0n, 1n], [1n, 0n], [n, 1n], [1n, n], [n + 1n, 1n], [1n, n + 1n], [1n, n - 1n], [n - 5n, 5n]] as const) expect(plausible(r, s)).to.equal(false);
  });

  it('refuses a number of 33 significant bytes', () => {
    expect(derToRaw(Buffer.from(`3026022101${'00'.repeat(32)}020101`, 'hex'))).to.equal(undefined);
  });

  it('refuses every DER signature with one byte missing', () => {
    const der = rawToDer(Buffer.alloc(64, 0x91));
    for (let index = 0; index < der.length; index++) {
      // leaving out one of the equal bytes of a number still breaks its length
      expect(derToRaw(Buffer.concat([der.subarray(0, index), der.subarray(index + 1)])), `byte ${index}`).to.equal(undefined);
    }
  });
});
