import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { readConfig } from '../../../bootstrap/config.js';
import { backupPassphrase } from '../../../bootstrap/secrets.js';

describe('the passphrase of backups', () => {
  let folder: string;
  before(() => { folder = mkdtempSync(join(tmpdir(), 'tongjiao-passphrase-')); });
  after(() => rmSync(folder, { recursive: true, force: true }));
  const given = (environment: Readonly<Record<string, string>>): string => backupPassphrase(readConfig(environment), environment);

  it('comes from the environment, or from a file that only its owner can read', () => {
    const file = join(folder, 'passphrase');
    writeFileSync(file, 'from a file\n', { mode: 0o600 });
    expect(given({ TONGJIAO_BACKUP_PASSPHRASE: 'from the environment' })).to.equal('from the environment');
    expect(given({ TONGJIAO_BACKUP_PASSPHRASE_FILE: file })).to.equal('from a file');
    chmodSync(file, 0o640);
    expect(() => given({ TONGJIAO_BACKUP_PASSPHRASE_FILE: file })).to.throw('can be read by others');
    expect(() => given({})).to.throw('set TONGJIAO_BACKUP_PASSPHRASE');
    expect(() => given({ TONGJIAO_BACKUP_PASSPHRASE: '' })).to.throw('set TONGJIAO_BACKUP_PASSPHRASE');
  });

  it('comes from a file that systemd handed over, which shows rights of a group (LoadCredential), and of no other file like it', () => {
    const [credentials, elsewhere] = [join(folder, 'credentials'), join(folder, 'elsewhere')].map((name) => { mkdirSync(name); return name; }) as [string, string];
    for (const place of [credentials, elsewhere]) writeFileSync(join(place, 'backup'), 'handed over', { mode: 0o440 });
    const from = (place: string): string => given({ TONGJIAO_BACKUP_PASSPHRASE_FILE: join(place, 'backup'), CREDENTIALS_DIRECTORY: credentials });
    expect(from(credentials)).to.equal('handed over');
    expect(() => from(elsewhere)).to.throw('can be read by others');
    expect(() => from(join(credentials, '..', 'elsewhere'))).to.throw('can be read by others');
    chmodSync(join(credentials, 'backup'), 0o444);
    expect(() => from(credentials)).to.throw('can be read by others');
  });

  it('is not that of the key store (BAK-02)', () => {
    expect(() => given({ TONGJIAO_BACKUP_PASSPHRASE: 'the same for both', TONGJIAO_KEYSTORE_PASSPHRASE: 'the same for both' })).to.throw('is that of the key store');
  });
});
