import { expect } from 'chai';
import type { OneTimeCodes } from '../../../application/ports/sign-in-means.js';
import type { EpochMs } from '../../../domain/kernel/china-time.js';

const now = Date.parse('2026-11-26T09:00:10+08:00');
const stepMs = 30_000;
const never = -1;
const at = (steps: number): EpochMs => (now + steps * stepMs);

/** `shown`: what an app of somebody else shows for this secret at that moment. */
export function oneTimeCodesContract(name: string, open: () => OneTimeCodes, shown: (secret: string, at: EpochMs) => string): void {
  describe(`one-time codes by ${name}`, () => {
    const codes = open();
    const secret = codes.newSecret();
    const step = Math.floor(now / stepMs);

    it('makes secrets of 160 bits, never the same', () => {
      const made = Array.from({ length: 50 }, () => codes.newSecret());
      for (const one of made) expect(one).to.match(/^[A-Z2-7]{32}$/);
      expect(new Set(made).size).to.equal(made.length);
    });

    it('takes what an app shows now, half a minute ago and in half a minute, and says which it is', () => {
      for (const steps of [-1, 0, 1]) expect(codes.stepOf(secret, shown(secret, at(steps)), now, never)).to.equal(step + steps);
    });

    it('takes nothing older or newer', () => {
      for (const steps of [-10, -3, -2, 2, 3, 10]) expect(codes.stepOf(secret, shown(secret, at(steps)), now, never), String(steps)).to.equal(undefined);
    });

    it('takes each code once, and none that is older than the last one', () => {
      for (const steps of [-1, 0, 1]) {
        expect(codes.stepOf(secret, shown(secret, at(steps)), now, step + steps)).to.equal(undefined);
        expect(codes.stepOf(secret, shown(secret, at(steps)), now, step + steps - 1)).to.equal(step + steps);
        expect(codes.stepOf(secret, shown(secret, at(steps)), now, step + 1)).to.equal(undefined);
      }
    });

    it('takes no code of another secret', () => expect(codes.stepOf(codes.newSecret(), shown(secret, now), now, never)).to.equal(undefined));

    it('takes nothing that is not six digits', () => {
      const code = shown(secret, now);
      const wide = Array.from(code, (digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
      for (const text of ['', code.slice(1), `0${code}`, `${code}\n`, ` ${code}`, `${code.slice(0, 3)} ${code.slice(3)}`, wide, '９'.repeat(6), 'abcdef', '-12345', '1'.repeat(10_000)]) {
        expect(codes.stepOf(secret, text, now, never), text.slice(0, 20)).to.equal(undefined);
      }
    });

    it('gives an address that an app reads: issuer, account and secret, in letters that an address may have', () => {
      const text = codes.enrolmentUri(secret, 'zhang.san');
      expect(text).to.match(/^otpauth:\/\/totp\/[\w%.:-]+\?[\w%=&.-]+$/);
      const uri = new URL(text);
      expect(decodeURIComponent(uri.pathname)).to.match(/通缴:zhang\.san$/);
      expect(Object.fromEntries(uri.searchParams)).to.deep.equal({ secret, issuer: '通缴', algorithm: 'SHA1', digits: '6', period: '30' });
      // An account with letters of its own meaning must not become another parameter.
      expect(new URL(codes.enrolmentUri(secret, 'a?secret=B&x#y/z:w')).searchParams.getAll('secret')).to.deep.equal([secret]);
    });
  });
}
