import { randomBytes } from 'node:crypto';
import { expect } from 'chai';
import { decodeBase32, encodeBase32 } from '../../../adapters/outbound/crypto/operators/base32.js';
import { codeOf, TotpCodes } from '../../../adapters/outbound/crypto/operators/totp-codes.js';

const secret = Buffer.from('12345678901234567890');

describe('one-time codes of the standards', () => {
  const totp: readonly (readonly [second: number, code: string])[] = [[59, '94287082'], [1111111109, '07081804'], [1234567890, '89005924'], [2000000000, '69279037']];
  for (const [second, code] of totp) {
    it(`are those of RFC 6238 at second ${second}`, () => {
      expect(codeOf(secret, Math.floor(second / 30), 8)).to.equal(code);
      // Six digits are the last six of eight.
      expect(new TotpCodes().stepOf(encodeBase32(secret), code.slice(2), second * 1000, -1)).to.equal(Math.floor(second / 30));
    });
  }

  it('are those of RFC 4226, with a zero before where it has to be', () => {
    expect(Array.from({ length: 10 }, (_, counter) => codeOf(secret, counter)))
      .to.deep.equal(['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489']);
    expect(codeOf(secret, Math.floor(1111111109 / 30))).to.equal('081804');
  });
});

describe('TOTP', () => {
  const codes = new TotpCodes();

  it('says the later step where two have the same code, so that it is used up for both', () => {
    // Found by trying: the first two neighbours of this secret with one code.
    const step = 910_737;
    const [text, code, now] = [encodeBase32(secret), codeOf(secret, step), (step * 30_000 + 1)];
    expect(codeOf(secret, step + 1)).to.equal(code);
    expect(codes.stepOf(text, code, now, -1)).to.equal(step + 1);
    expect(codes.stepOf(text, code, now, step + 1)).to.equal(undefined);
  });

  it('works in the first half minute of the epoch, where a test clock may stand', () => {
    expect(codes.stepOf(encodeBase32(secret), codeOf(secret, 0), 0, -1)).to.equal(0);
  });

  it('takes a secret that is not one for a fault', () => {
    for (const text of ['', 'A', encodeBase32(secret).toLowerCase(), `${encodeBase32(secret)}=`, encodeBase32(Buffer.alloc(15)), '1'.repeat(32)]) {
      expect(() => codes.stepOf(text, '123456', 0, -1), text).to.throw('cannot be read');
    }
  });
});

describe('base32', () => {
  it('writes the examples of RFC 4648 without padding, and reads them', () => {
    const examples: Readonly<Record<string, string>> = { '': '', f: 'MY', fo: 'MZXQ', foo: 'MZXW6', foob: 'MZXW6YQ', fooba: 'MZXW6YTB', foobar: 'MZXW6YTBOI' };
    for (const [text, encoded] of Object.entries(examples)) {
      expect(encodeBase32(Buffer.from(text))).to.equal(encoded);
      expect(decodeBase32(encoded)?.toString()).to.equal(text);
    }
  });

  it('reads whatever it wrote', () => {
    for (let length = 0; length < 70; length++) {
      const bytes = randomBytes(length);
      expect(decodeBase32(encodeBase32(bytes))?.equals(bytes)).to.equal(true);
    }
  });

  it('refuses every other spelling', () => {
    for (const text of ['my', 'MY======', 'M Y', 'MZ', 'A', 'MZXW6Y', 'M1', 'M8', '中文']) expect(decodeBase32(text), text).to.equal(undefined);
  });
});
