import { createCipheriv, createHmac, randomBytes } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { hmacSm3 } from '../digests.js';
import { syncFolder } from '../keystore/key-store-file.js';
import { BackupError } from './backup-error.js';
import { headerBytes, type BackupFacts } from './backup-format.js';
import { backupKeys, newKeyFacts } from './backup-keys.js';
import { pieces } from './pieces.js';

/**
 * Encrypts `source` into a new file that only its owner may read; never replaces one. The name appears with its whole content or, after a power
 * cut, with none.
 */
export async function writeBackup(file: string, source: string, facts: BackupFacts, passphrase: string): Promise<void> {
  const key = newKeyFacts(passphrase);
  await claim(file);
  const part = `${file}.part`;
  try {
    const target = await open(part, 'wx', 0o600);
    try {
      await writeAll(target, source, facts, passphrase, key);
      await target.sync();
    } finally {
      await target.close();
    }
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    await rm(file, { force: true });
    throw error;
  }
  await syncFolder(file);
}

async function claim(file: string): Promise<void> {
  try {
    await (await open(file, 'wx', 0o600)).close();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new BackupError(code === 'EEXIST' ? '备份文件已存在，不会覆盖' : `备份文件无法写入（${code ?? '未知原因'}）`);
  }
}

async function writeAll(target: FileHandle, source: string, facts: BackupFacts, passphrase: string, key: ReturnType<typeof newKeyFacts>): Promise<void> {
  const clear = await open(source, 'r');
  try {
    const clearBytes = (await clear.stat()).size;
    const keys = await backupKeys(passphrase, key);
    const iv = randomBytes(16);
    const header = headerBytes({ key, iv, clearBytes, facts });
    const cipher = createCipheriv('sm4-cbc', keys.cipher, iv);
    const mac = createHmac('sm3', keys.bodyMac);
    const put = async (bytes: Buffer): Promise<void> => {
      mac.update(bytes);
      await target.writeFile(bytes);
    };
    await put(header);
    await put(hmacSm3(keys.headerMac, header));
    for await (const piece of pieces(clear, 0, clearBytes)) await put(cipher.update(piece));
    await put(cipher.final());
    await target.writeFile(mac.digest());
  } finally {
    await clear.close();
  }
}
