import { setImmediate } from 'node:timers/promises';
import { expect } from 'chai';
import { PasswordsBusyError } from '../../../application/ports/passwords.js';
import { DerivationGate } from '../../../adapters/outbound/crypto/operators/derivation-gate.js';
import { DEFAULT_ROUNDS, Pbkdf2Passwords } from '../../../adapters/outbound/crypto/operators/pbkdf2-passwords.js';
import { MAX_ROUNDS, readStored, UnreadablePasswordError, writeStored } from '../../../adapters/outbound/crypto/operators/stored-password.js';
import { SoftwareVault } from '../../../adapters/outbound/crypto/software-vault.js';
import { faultOf } from '../../contract/operators/passwords.contract.js';

const vaultOf = (fill: number): SoftwareVault => new SoftwareVault({ dataKeys: (purpose) => [{ id: `${purpose}-01`, bytes: Buffer.alloc(32, fill), usedFrom: undefined }] });
const vault = vaultOf(7);
/** Security note 4.6, as it would be stored. */
const salt = Buffer.from('00112233445566778899aabbccddeeff', 'hex').toString('base64url');
const hash = Buffer.from('685e2a0a2719c7d1915ea14a847ca119dae9c52c5982c4f9906530981b2b3f08', 'hex').toString('base64url');
const vector = `pbkdf2-sm3$10000$${salt}$${hash}`;

describe('stored hash of a password', () => {
  it('carries algorithm, rounds, salt and hash, and is read as it was written', async () => {
    const stored = await new Pbkdf2Passwords(vault, { rounds: 123 }).hash('Correct-Horse-9');
    expect(stored).to.match(/^pbkdf2-sm3\$123\$[\w-]{22}\$[\w-]{43}$/);
    expect(writeStored(readStored(stored))).to.equal(stored);
    const longest = writeStored({ rounds: MAX_ROUNDS, salt: Buffer.alloc(16, 255), hash: Buffer.alloc(32, 255), pepperName: 'session-0123456789ab' });
    expect(longest.length).to.be.at.most(128);
    expect(writeStored(readStored(longest))).to.equal(longest);
  });

  const odd: Readonly<Record<string, string>> = {
    'no rounds': `pbkdf2-sm3$0$${salt}$${hash}`, 'rounds with a zero before': `pbkdf2-sm3$010000$${salt}$${hash}`, 'negative rounds': `pbkdf2-sm3$-1$${salt}$${hash}`,
    'rounds as a fraction': `pbkdf2-sm3$1e4$${salt}$${hash}`, 'too many rounds': `pbkdf2-sm3$${MAX_ROUNDS + 1}$${salt}$${hash}`, 'endless rounds': `pbkdf2-sm3$${'9'.repeat(30)}$${salt}$${hash}`,
    'another algorithm': vector.replace('sm3', 'sha256'), 'capitals': vector.replace('pbkdf2', 'PBKDF2'), 'a part more': `${vector}$`, 'a part less': `pbkdf2-sm3$10000$${salt}`,
    'a short salt': `pbkdf2-sm3$10000$${salt.slice(1)}$${hash}`, 'a short hash': vector.slice(0, -1), 'padding': `${vector}=`, 'the other alphabet': `pbkdf2-sm3$10000$${'+'.repeat(22)}$${hash}`,
    'spare bits in the salt': `pbkdf2-sm3$10000$${salt.slice(0, -1)}x$${hash}`, 'spare bits in the hash': `${vector.slice(0, -1)}J`, 'a line break': `${vector}\n`, 'a key that is no name': `${vector}$Session-01`, 'two keys': `${vector}$session-01$session-02`,
  };
  for (const [title, text] of Object.entries(odd)) {
    it(`is refused with ${title}`, () => {
      expect(text).not.to.equal(vector);
      expect(() => readStored(text)).to.throw(UnreadablePasswordError).with.property('message').that.does.not.include(hash.slice(0, 8));
    });
  }
});

describe('passwords by PBKDF2-HMAC-SM3', () => {
  it('gives the hash of our vector (security note 4.6)', async () => {
    const unpeppered = new Pbkdf2Passwords({ pepper: (text) => text, pepperName: () => undefined }, { rounds: 10_000 });
    expect(await unpeppered.verify('Sm@2026口令', vector)).to.deep.equal({ isRight: true, isStale: false });
    expect(await unpeppered.verify('Sm@2026口今', vector)).to.deep.equal({ isRight: false, isStale: false });
  });

  it('is of no use without the key store: what was hashed under another one is never right', async () => {
    const stored = await new Pbkdf2Passwords(vault, { rounds: 10 }).hash('Correct-Horse-9');
    expect((await new Pbkdf2Passwords(vaultOf(8), { rounds: 10 }).verify('Correct-Horse-9', stored)).isRight).to.equal(false);
    expect((await new Pbkdf2Passwords({ pepper: (text) => text, pepperName: () => undefined }, { rounds: 10 }).verify('Correct-Horse-9', stored)).isRight).to.equal(false);
  });

  it('KEY-02: names the key of the pepper once that is not the first, knows older ones, and tells them to be stale', async () => {
    let now = 1_000;
    const keys = [{ id: 'session-01', bytes: Buffer.alloc(32, 1), usedFrom: undefined }, { id: 'session-02', bytes: Buffer.alloc(32, 2), usedFrom: 2_000 }];
    const passwords = new Pbkdf2Passwords(new SoftwareVault({ dataKeys: () => keys }, () => now), { rounds: 10 });
    const old = await passwords.hash('Correct-Horse-9');
    expect(await passwords.verify('Correct-Horse-9', old)).to.deep.equal({ isRight: true, isStale: false });
    now = 2_000;
    const fresh = await passwords.hash('Correct-Horse-9');
    expect([old.split('$').length, fresh.endsWith('$session-02')]).to.deep.equal([4, true]);
    expect(await passwords.verify('Correct-Horse-9', old)).to.deep.equal({ isRight: true, isStale: true });
    expect(await passwords.verify('Correct-Horse-9', fresh)).to.deep.equal({ isRight: true, isStale: false });
    expect((await passwords.verify('Correct-Horse-8', old)).isRight).to.equal(false);
    expect((await passwords.verify('Correct-Horse-9', fresh.replace('$session-02', ''))).isRight, 'under the pepper that it names and no other').to.equal(false);
    expect(await faultOf(passwords.verify('Correct-Horse-9', fresh.replace('session-02', 'session-03')))).to.be.instanceOf(UnreadablePasswordError);
  });

  it('costs 600000 rounds unless told otherwise, and refuses a cost that is none', async () => {
    expect(DEFAULT_ROUNDS).to.equal(600_000);
    expect(await new Pbkdf2Passwords(vault).hash('Correct-Horse-9')).to.match(/^pbkdf2-sm3\$600000\$/);
    for (const rounds of [0, -1, 1.5, Number.NaN, Infinity, MAX_ROUNDS + 1]) expect(() => new Pbkdf2Passwords(vault, { rounds })).to.throw(RangeError);
  });

  it('takes no text in which two different passwords would be the same', async () => {
    const passwords = new Pbkdf2Passwords(vault, { rounds: 10 });
    expect(await faultOf(passwords.hash('Correct-Horse-9\ud800'))).to.be.instanceOf(RangeError);
    expect((await passwords.verify('Correct-Horse-9\ud800', await passwords.hash('Correct-Horse-9\ufffd'))).isRight).to.equal(false);
  });

  it('leaves the serving thread free meanwhile', async () => {
    let isDone = false;
    const hashing = new Pbkdf2Passwords(vault, { rounds: 200_000 }).hash('Correct-Horse-9').then(() => { isDone = true; });
    await setImmediate();
    expect(isDone).to.equal(false);
    await hashing;
  });

  it('takes as long for nobody, for a wrong password and for a hash of a lower cost (AUTH-06)', async () => {
    const passwords = new Pbkdf2Passwords(vault, { rounds: 40_000 });
    const [today, before] = [await passwords.hash('Correct-Horse-9'), await new Pbkdf2Passwords(vault, { rounds: 1 }).hash('Correct-Horse-9')];
    const ways: readonly (() => Promise<unknown>)[] = [() => passwords.spend('x'), () => passwords.verify('x', today), () => passwords.verify('x', before), () => passwords.verify('Correct-Horse-9', today)];
    const taken: number[][] = ways.map(() => []);
    // The quickest is what the work itself takes, whatever else the machine does; where it was always busy with something, longer is looked.
    const quickest = (): readonly number[] => taken.map((times) => Math.min(...times));
    const spread = (): number => Math.max(...quickest()) / Math.min(...quickest());
    for (let round = 0; round < 9 || (spread() >= 1.5 && round < 90); round++) {
      for (const [at, way] of ways.entries()) {
        const began = performance.now();
        await way();
        taken[at]?.push(performance.now() - began);
      }
    }
    expect(spread(), quickest().join()).to.be.lessThan(1.5);
  });

  it('turns away who would wait too long, and goes on afterwards', async () => {
    const passwords = new Pbkdf2Passwords(vault, { rounds: 1000, gate: new DerivationGate(2, 3) });
    const outcomes = await Promise.all(Array.from({ length: 9 }, () => faultOf(passwords.spend('x'))));
    expect(outcomes.map((fault) => fault instanceof PasswordsBusyError)).to.deep.equal([false, false, false, false, false, true, true, true, true]);
    expect((await passwords.verify('x', await passwords.hash('x'))).isRight).to.equal(true);
  });
});

describe('gate before slow work', () => {
  /** Work that ends when it is told to. */
  class Works {
    readonly begun: number[] = [];
    readonly #ends = new Map<number, (fault?: Error) => void>();
    start(no: number): Promise<void> {
      this.begun.push(no);
      return new Promise((resolve, reject) => { this.#ends.set(no, (fault) => { if (fault) reject(fault); else resolve(); }); });
    }
    end(no: number, fault?: Error): Promise<void> { this.#ends.get(no)?.(fault); return setImmediate(); }
  }

  it('lets two through at once and the others in the order in which they came', async () => {
    const [gate, works] = [new DerivationGate(), new Works()];
    const all = Array.from({ length: 5 }, (_, no) => faultOf(gate.pass(() => works.start(no))));
    await setImmediate();
    expect(works.begun).to.deep.equal([0, 1]);
    await works.end(1);
    expect(works.begun).to.deep.equal([0, 1, 2]);
    await works.end(0, new Error('broken'));
    expect(works.begun).to.deep.equal([0, 1, 2, 3]);
    await works.end(3);
    await works.end(2);
    await works.end(4);
    expect((await Promise.all(all)).map((fault) => (fault as Error | undefined)?.message)).to.deep.equal(['broken', undefined, undefined, undefined, undefined]);
  });

  it('gives every place back, after work that failed as after work that was refused', async () => {
    const gate = new DerivationGate(2, 1);
    for (let round = 0; round < 3; round++) {
      const works = new Works();
      const all = Array.from({ length: 5 }, (_, no) => faultOf(gate.pass(() => works.start(no))));
      await setImmediate();
      for (const no of [0, 1, 2]) await works.end(no, new Error('broken'));
      expect(works.begun).to.deep.equal([0, 1, 2]);
      expect((await Promise.all(all)).map((fault) => (fault as Error).name)).to.deep.equal(['Error', 'Error', 'Error', 'PasswordsBusyError', 'PasswordsBusyError']);
    }
  });

  it('lets fifty wait', async () => {
    const [gate, works] = [new DerivationGate(), new Works()];
    const all = Array.from({ length: 53 }, (_, no) => faultOf(gate.pass(() => works.start(no))));
    expect(await all[52]).to.be.instanceOf(PasswordsBusyError);
    for (let no = 0; no < 52; no++) await works.end(no);
    expect((await Promise.all(all.slice(0, 52))).filter(Boolean)).to.deep.equal([]);
  });
});
