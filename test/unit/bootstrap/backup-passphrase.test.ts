import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

  it('is not that of the key store (BAK-02)', () => {
    expect(() => given({ TONGJIAO_BACKUP_PASSPHRASE: 'the same for both', TONGJIAO_KEYSTORE_PASSPHRASE: 'the same for both' })).to.throw('is that of the key store');
  });
});
