import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pbkdf2Sync } from 'node:crypto';
import { expect } from 'chai';

describe('what a run knows of derivations', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tongjiao-derivations-'));
  after(() => { rmSync(folder, { recursive: true, force: true }); });
  const salt = Buffer.alloc(16, 7);
  const derivedBy = (password: string, ofSalt: Buffer): string => execFileSync(process.execPath, [
    '--import', new URL('../support/known-derivations.js', import.meta.url).href, '--input-type=module', '--eval',
    `import { pbkdf2 } from 'node:crypto'; pbkdf2(${JSON.stringify(password)}, Buffer.from('${ofSalt.toString('hex')}', 'hex'), 1000, 32, 'sm3', (error, key) => { if (error) throw error; process.stdout.write(key.toString('hex')); });`,
  ], { env: { TEST_KEYS: folder }, encoding: 'utf8' });
  const truly = (password: string, ofSalt: Buffer): string => pbkdf2Sync(password, ofSalt, 1000, 32, 'sm3').toString('hex');
  const known = (): readonly string[] => readdirSync(folder).filter((name) => name.startsWith('derived-'));

  it('is that of the kept key store alone, and the same as computed', () => {
    expect([derivedBy('a passphrase', salt), known()]).to.deep.equal([truly('a passphrase', salt), []]);
    mkdirSync(join(folder, 'keys-of-a-first-start', 'keys'), { recursive: true });
    writeFileSync(join(folder, 'keys-of-a-first-start', 'keys', 'keystore'), `tongjiao-keystore.1.pbkdf2-hmac-sm3.1000.${salt.toString('base64url')}.x.y.z\n`);
    expect(derivedBy('a passphrase', salt)).to.equal(truly('a passphrase', salt));
    expect(known()).to.have.length(1);
    // What is known is read, and for its own passphrase only.
    writeFileSync(join(folder, known()[0] ?? ''), Buffer.alloc(32, 1));
    expect(derivedBy('a passphrase', salt)).to.equal('01'.repeat(32));
    expect(derivedBy('another passphrase', salt)).to.equal(truly('another passphrase', salt));
    expect([derivedBy('a passphrase', Buffer.alloc(16, 8)), known().length]).to.deep.equal([truly('a passphrase', Buffer.alloc(16, 8)), 2]);
  });
});
