import { randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { expect } from 'chai';
import type { BackupFacts } from '../../../adapters/outbound/crypto/backup/backup-format.js';
import { backupKeys, type BackupKeys, type DeriveBackupKeys } from '../../../adapters/outbound/crypto/backup/backup-keys.js';
import { checkBackup, extractBackup } from '../../../adapters/outbound/crypto/backup/read-backup.js';
import { writeBackup } from '../../../adapters/outbound/crypto/backup/write-backup.js';

const passphrase = '备份口令-only-for-this-run';
const facts: BackupFacts = { content: 'sqlite', createdAt: 1_778_212_800_000, product: '0.1.0', steps: ['0001-a'], keyStore: 'f'.repeat(64), counts: { pay_order: 3 }, charged: '100', refunded: '0' };

/** The keys of one file are derived once: a hundred damaged copies of it must not cost a hundred times 0.3 s. */
const known = new Map<string, Promise<BackupKeys>>();
const derive: DeriveBackupKeys = async (given, key) => {
  const name = `${given}|${key.rounds}|${key.salt.toString('hex')}`;
  const made = known.get(name) ?? backupKeys(given, key);
  known.set(name, made);
  return made;
};
const why = (work: Promise<unknown>): Promise<string> =>
  work.then(() => 'no error', (error: Error) => (error.name === 'BackupError' ? error.message : `unexpected ${String(error)}`));

describe('a backup file (BAK-01)', function () {
  this.timeout(60_000);
  let folder: string;
  const at = (name: string): string => join(folder, name);
  before(async () => { folder = await mkdtemp(join(tmpdir(), 'tongjiao-backup-')); });
  after(() => rm(folder, { recursive: true, force: true }));

  const written = async (name: string, clear: Buffer): Promise<Buffer> => {
    await writeFile(at(`${name}.clear`), clear);
    await writeBackup(at(name), at(`${name}.clear`), facts, passphrase);
    return readFile(at(name));
  };

  for (const size of [0, 1, 15, 16, 17, 1024 * 1024 - 1, 1024 * 1024, 2 * 1024 * 1024 + 7]) {
    it(`gives back ${size} bytes as they were, with what is said of them`, async () => {
      const clear = randomBytes(size);
      const name = `round-${size}`;
      await written(name, clear);
      const checked = await checkBackup(at(name), passphrase);
      expect(checked.header.facts).to.deep.equal(facts);
      await extractBackup(at(name), checked, at(`${name}.out`));
      expect((await readFile(at(`${name}.out`))).equals(clear)).to.equal(true);
      expect([(await stat(at(name))).mode & 0o777, (await stat(at(`${name}.out`))).mode & 0o777]).to.deep.equal([0o600, 0o600]);
    });
  }

  it('shows nothing of what is inside, and is another file each time', async () => {
    const clear = Buffer.from('非税收入13800138000'.repeat(500));
    const [one, two] = [await written('hidden-1', clear), await written('hidden-2', clear)];
    expect(one.includes(Buffer.from('13800138000'))).to.equal(false);
    expect(one.subarray(-64).equals(two.subarray(-64))).to.equal(false);
  });

  it('never replaces a file, and leaves none behind when it fails', async () => {
    await written('kept', Buffer.from('first'));
    const before = await readFile(at('kept'));
    expect(await why(writeBackup(at('kept'), at('kept.clear'), facts, passphrase))).to.equal('备份文件已存在，不会覆盖');
    expect((await readFile(at('kept'))).equals(before)).to.equal(true);
    await writeBackup(at('failed'), at('no such source'), facts, passphrase).then(() => expect.fail('it was written'), () => undefined);
    expect((await readdir(folder)).filter((name) => name.startsWith('failed'))).to.deep.equal([]);
    expect(await why(writeBackup(at('short'), at('kept.clear'), facts, '太短的口令'))).to.contain('不得少于 12 个字符');
  });

  it('is refused with a sentence of its own for each kind of file that is not it', async () => {
    const whole = await written('good', randomBytes(5000));
    const refused = async (bytes: Buffer, given = passphrase): Promise<string> => {
      await writeFile(at('bad'), bytes);
      return why(checkBackup(at('bad'), given, derive));
    };
    expect(await refused(whole)).to.equal('no error');
    expect(await refused(whole, `${passphrase}!`)).to.equal('备份口令不正确，或备份文件头被改动');
    expect(await refused(Buffer.alloc(0))).to.equal('不是通缴的备份文件');
    expect(await refused(Buffer.from('SQLite format 3\0'))).to.equal('不是通缴的备份文件');
    expect(await refused(Buffer.concat([Buffer.from('tongjiao-backup.2\n'), whole.subarray(18)]))).to.equal('备份文件由更新的版本写入，本版本无法读取');
    expect(await refused(Buffer.concat([whole, Buffer.from([0])]))).to.contain('不完整或被加长');
    expect(await why(checkBackup(at('nowhere'), passphrase))).to.equal('备份文件不存在');
  });

  it('is refused whichever byte of it is changed, and wherever it is cut', async () => {
    const whole = await written('victim', randomBytes(300));
    const jsonAt = 22;
    const step = (position: number): number => (position < 40 || position > whole.length - 400 ? 1 : 3);
    for (let position = 0; position < whole.length; position += step(position)) {
      const changed = Buffer.from(whole);
      changed.writeUInt8(changed.readUInt8(position) ^ (1 << (position % 8)), position);
      await writeFile(at('flipped'), changed);
      const said = await why(checkBackup(at('flipped'), passphrase, derive));
      expect(said, `byte ${position}`).to.match(/^(不是|备份)/);
      if (position < jsonAt) expect(said, `byte ${position}`).not.to.contain('口令强度');
    }
    for (let length = 0; length < whole.length; length += step(length)) {
      await writeFile(at('cut'), whole.subarray(0, length));
      expect(await why(checkBackup(at('cut'), passphrase, derive)), `cut to ${length}`).to.match(/^(不是通缴|备份文件不完整|备份文件头)/);
    }
  });

  it('with cheap key derivation is refused: its maker would be guessing passphrases', async () => {
    const whole = await written('cheap', Buffer.from('x'));
    const text = whole.toString('latin1').replace('"rounds":600000', '"rounds":600001').replace('"rounds":600001', '"rounds":100000');
    await writeFile(at('cheap-2'), Buffer.from(text, 'latin1'));
    expect(await why(checkBackup(at('cheap-2'), passphrase))).to.equal('备份文件的口令强度参数不在允许范围');
  });

  it('that is exchanged between checking and decrypting leaves nothing in place', async () => {
    const whole = await written('swapped', randomBytes(3000));
    const checked = await checkBackup(at('swapped'), passphrase, derive);
    const changed = Buffer.from(whole);
    changed.writeUInt8(changed.readUInt8(whole.length - 100) ^ 1, whole.length - 100);
    await writeFile(at('swapped'), changed);
    expect(await why(extractBackup(at('swapped'), checked, at('swapped.out')))).to.equal('备份文件在恢复过程中被改动');
    expect((await readdir(folder)).includes('swapped.out')).to.equal(false);
  });

  it('of 200 MB is written and read in a few megabytes of memory', async () => {
    const large = at('large.clear');
    const handle = await open(large, 'w');
    const block = randomBytes(1024 * 1024);
    for (let count = 0; count < 200; count++) await handle.writeFile(block);
    await handle.close();
    let most = 0;
    const rssBefore = process.memoryUsage.rss();
    const watch = setInterval(() => { most = Math.max(most, process.memoryUsage.rss() - rssBefore); }, 5);
    await writeBackup(at('large'), large, facts, passphrase);
    const checked = await checkBackup(at('large'), passphrase, derive);
    await extractBackup(at('large'), checked, at('large.out'));
    clearInterval(watch);
    expect(await digestOf(at('large.out'))).to.equal(await digestOf(large));
    // Buffers wait for the collector; what counts is that the file's length does not show.
    expect(most / 1024 / 1024).to.be.below(100);
    for (const name of ['large', 'large.clear', 'large.out']) await rm(at(name));
  });
});

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
