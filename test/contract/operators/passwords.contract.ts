import { expect } from 'chai';
import type { Passwords } from '../../../application/ports/passwords.js';

/** What was rejected, or undefined. */
export const faultOf = (work: Promise<unknown>): Promise<unknown> => work.then(() => undefined, (error: unknown) => error);

/** `open`: hashes at the cost of today, or at the lower one of some years ago, under the same key store. */
export function passwordsContract(name: string, open: (cost: 'today' | 'before') => Passwords): void {
  describe(`passwords by ${name}`, () => {
    const [passwords, former] = [open('today'), open('before')];
    const long = `${'缴款Ab1!'.repeat(12)}x`;

    it('knows the right password again, of any letters and any length', async () => {
      for (const password of ['Correct-Horse-9', '口令里有中文 Ab1', '𠮷'.repeat(64), long, ' leading and trailing ', '']) {
        expect(await passwords.verify(password, await passwords.hash(password)), password).to.deep.equal({ isRight: true, isStale: false });
      }
    });

    it('refuses every other one, without cutting off or folding anything', async () => {
      const stored = await passwords.hash(long);
      for (const other of [`${long.slice(0, -1)}y`, long.slice(0, -1), `${long} `, long.toLowerCase(), '', stored]) {
        expect(await passwords.verify(other, stored), other).to.deep.equal({ isRight: false, isStale: false });
      }
    });

    it('never gives the same text twice for one password, and none that shows it', async () => {
      const stored = await Promise.all(Array.from({ length: 12 }, () => passwords.hash('Correct-Horse-9')));
      expect(new Set(stored).size).to.equal(stored.length);
      for (const text of stored) expect(text.length).to.be.at.most(128);
      expect(stored.join()).not.to.include('Correct').and.not.to.include(Buffer.from('Correct-Horse-9').toString('base64url').slice(0, 12));
    });

    it('asks for a new hash when the right password has one of a lower cost, and only then', async () => {
      const stored = await former.hash('Correct-Horse-9');
      expect(await former.verify('Correct-Horse-9', stored)).to.deep.equal({ isRight: true, isStale: false });
      expect(await passwords.verify('Correct-Horse-9', stored)).to.deep.equal({ isRight: true, isStale: true });
      expect(await passwords.verify('Correct-Horse-8', stored)).to.deep.equal({ isRight: false, isStale: false });
      expect(await former.verify('Correct-Horse-9', await passwords.hash('Correct-Horse-9'))).to.deep.equal({ isRight: true, isStale: false });
    });

    it('takes a stored text that cannot be read for a fault, not for a wrong password', async () => {
      const good = await passwords.hash('Correct-Horse-9');
      for (const text of ['', 'x', 'Correct-Horse-9', good.slice(0, -1), `${good}A`, ` ${good}`, `${good}\n`, good.toUpperCase(), good.repeat(2), 'A'.repeat(100_000)]) {
        const fault = await faultOf(passwords.verify('Correct-Horse-9', text));
        expect(fault, text.slice(0, 100)).to.be.instanceOf(Error);
        expect(String(fault)).not.to.include('Horse');
      }
    });

    it('spends its time on nobody without an answer', async () => expect(await passwords.spend('Correct-Horse-9')).to.equal(undefined));
  });
}
