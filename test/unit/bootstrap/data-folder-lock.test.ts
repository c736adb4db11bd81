import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { ConfigError, readConfig } from '../../../bootstrap/config.js';
import { lockDataFolder } from '../../../bootstrap/data-folder-lock.js';

describe('the lock on a data folder', () => {
  let folder: string;
  beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'tongjiao-lock-')); });
  afterEach(() => { rmSync(folder, { recursive: true, force: true }); });
  const lock = () => lockDataFolder(readConfig({ TONGJIAO_DATA_FOLDER: folder }));
  const pidFile = () => join(folder, 'process.pid');

  it('is taken and given back', () => {
    const release = lock();
    expect(readFileSync(pidFile(), 'utf8')).to.equal(String(process.pid));
    release();
    expect(existsSync(pidFile())).to.equal(false);
  });

  it('is refused, in one sentence, while another process lives', async () => {
    const other = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)'], { stdio: 'ignore' });
    writeFileSync(pidFile(), String(other.pid));
    expect(lock).to.throw(ConfigError, `in use by process ${other.pid}`);
    other.kill('SIGKILL');
    await once(other, 'exit');
    expect(lock).to.not.throw();
  });

  it('does not care for a file that names nobody', () => {
    writeFileSync(pidFile(), 'x');
    expect(lock).to.not.throw();
  });
});
