import { randomBytes } from 'node:crypto';
import { constants, link, open, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { KeyStoreError } from './key-store-error.js';

const MAX_FILE_BYTES = 4 * 1024 * 1024;
const GROUP_AND_OTHERS = 0o077;

/** The file's text; refuses a file that anyone but its owner may read or write (KEY-04). */
export async function readKeyStoreFile(file: string): Promise<string> {
  const handle = await open(file, constants.O_RDONLY).catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    throw new KeyStoreError(code === 'ENOENT' ? '密钥库文件不存在' : `密钥库文件无法打开（${code ?? '未知原因'}）`);
  });
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) throw new KeyStoreError('密钥库路径不是普通文件');
    if ((stat.mode & GROUP_AND_OTHERS) !== 0) {
      throw new KeyStoreError(`密钥库文件权限为 ${(stat.mode & 0o777).toString(8)}，其他用户可以访问；请改为 600 后再启动`);
    }
    if (stat.size > MAX_FILE_BYTES) throw new KeyStoreError('密钥库文件过大');
    return await handle.readFile('utf8');
  } finally {
    await handle.close();
  }
}

/** Writes a new file; refuses to replace an existing one, whose keys would be lost. */
export async function createKeyStoreFile(file: string, text: string): Promise<void> {
  const temporary = await writeBeside(file, text);
  try {
    // link, unlike rename, fails where the name is taken, even by another process in this moment.
    await link(temporary, file);
  } catch (error) {
    throw (error as NodeJS.ErrnoException).code === 'EEXIST' ? new KeyStoreError('密钥库文件已存在，不会覆盖') : error;
  } finally {
    await unlink(temporary);
  }
  await syncFolder(file);
}

/** Replaces the file in one step: after a power cut it is the old one or the new one. */
export async function replaceKeyStoreFile(file: string, text: string): Promise<void> {
  const temporary = await writeBeside(file, text);
  try {
    await rename(temporary, file);
  } catch (error) {
    await unlink(temporary);
    throw error;
  }
  await syncFolder(file);
}

async function writeBeside(file: string, text: string): Promise<string> {
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(text, 'utf8');
    await handle.sync();
  } catch (error) {
    await unlink(temporary);
    throw error;
  } finally {
    await handle.close();
  }
  return temporary;
}

/** A new name survives a power cut only once its folder is written. */
export async function syncFolder(file: string): Promise<void> {
  const folder = await open(dirname(file), constants.O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
