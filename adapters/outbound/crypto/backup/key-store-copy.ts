import { open } from 'node:fs/promises';
import { sm3Hex } from '../digests.js';
import { readKeyStoreFile, syncFolder } from '../keystore/key-store-file.js';
import { BackupError } from './backup-error.js';

const format = 'tongjiao-keystore-backup.1';
const MAX_COPY_BYTES = 5 * 1024 * 1024;

/** A key store put away apart from the data (BAK-02): three lines, the store as it lies on the disk (sealed), its fingerprint, a check value. */
export interface KeyStoreCopy { readonly createdAt: number; readonly fingerprint: string; readonly storeText: string }

/** Writes a copy for its owner alone; never replaces a file. Returns the check value, to be kept on paper. */
export async function writeKeyStoreCopy(file: string, keyStoreFile: string, fingerprint: string, createdAt: number): Promise<string> {
  const lines = `${format}.${createdAt}.${fingerprint}\n${await readKeyStoreFile(keyStoreFile)}`;
  const handle = await open(file, 'wx', 0o600).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    throw new BackupError(code === 'EEXIST' ? '密钥备份文件已存在，不会覆盖' : `密钥备份文件无法写入（${code ?? '未知原因'}）`);
  });
  const check = sm3Hex(lines);
  try {
    await handle.writeFile(`${lines}${check}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(file);
  return check;
}

/** Throws BackupError for a file that is none of ours, or damaged. The keys inside are still sealed by their passphrase. */
export async function readKeyStoreCopy(file: string): Promise<KeyStoreCopy> {
  const handle = await open(file, 'r').catch(() => { throw new BackupError('密钥备份文件无法打开'); });
  try {
    if ((await handle.stat()).size > MAX_COPY_BYTES) throw new BackupError('密钥备份文件过大');
    return parse(await handle.readFile('utf8'));
  } finally {
    await handle.close();
  }
}

function parse(text: string): KeyStoreCopy {
  const [first = '', store = '', check = '', ...rest] = text.split('\n');
  const named = /^(tongjiao-keystore-backup\.\d+)\.(\d{1,15})\.([0-9a-f]{64})$/.exec(first);
  if (!named) throw new BackupError('不是通缴的密钥备份文件');
  if (named[1] !== format) throw new BackupError('密钥备份文件由更新的版本写入，本版本无法读取');
  if (rest.join('') !== '' || sm3Hex(`${first}\n${store}\n`) !== check) throw new BackupError('密钥备份文件已损坏或不完整：校验值不符');
  return { createdAt: Number(named[2]), fingerprint: named[3] ?? '', storeText: `${store}\n` };
}
