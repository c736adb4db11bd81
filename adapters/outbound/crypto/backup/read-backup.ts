import { createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { hmacSm3 } from '../digests.js';
import { BackupError } from './backup-error.js';
import { bodyBytes, headerLength, headerStart, MAC_BYTES, parseHeader, type BackupHeader } from './backup-format.js';
import { backupKeys, type BackupKeys, type DeriveBackupKeys } from './backup-keys.js';
import { pieces } from './pieces.js';

/** A backup whose every byte has been found authentic; nothing has been decrypted yet. */
export interface CheckedBackup { readonly header: BackupHeader; readonly bodyAt: number; readonly keys: BackupKeys; readonly mac: Buffer }

/** Throws BackupError, with a sentence of its own for each thing that can be wrong with a file. `derive` spares tests the cost of doing it anew. */
export async function checkBackup(file: string, passphrase: string, derive: DeriveBackupKeys = backupKeys): Promise<CheckedBackup> {
  return reading(file, async (handle) => {
    const size = (await handle.stat()).size;
    const { head, header, bodyAt } = await readHead(handle);
    const keys = await derive(passphrase, header.key);
    const headerMac = await bytesAt(handle, head.length, MAC_BYTES);
    if (!same(hmacSm3(keys.headerMac, head), headerMac)) throw new BackupError('备份口令不正确，或备份文件头被改动');
    const wholeSize = bodyAt + bodyBytes(header.clearBytes) + MAC_BYTES;
    if (size !== wholeSize) throw new BackupError(`备份文件不完整或被加长：应为 ${wholeSize} 字节，实为 ${size} 字节`);
    const mac = await macOf(handle, keys, wholeSize - MAC_BYTES, () => Promise.resolve());
    if (!same(mac, await bytesAt(handle, wholeSize - MAC_BYTES, MAC_BYTES))) throw new BackupError('备份文件已损坏或被改动：校验值不符');
    return { header, bodyAt, keys, mac };
  });
}

/** Decrypts a checked backup into a new file for its owner alone. The file is gone again when it is no longer the one that was checked. */
export async function extractBackup(file: string, { header, bodyAt, keys, mac }: CheckedBackup, target: string): Promise<void> {
  await reading(file, async (handle) => {
    const out = await open(target, 'wx', 0o600);
    try {
      const decipher = createDecipheriv('sm4-cbc', keys.cipher, header.iv);
      let at = 0;
      const readNow = await macOf(handle, keys, bodyAt + bodyBytes(header.clearBytes), async (piece) => {
        const inBody = piece.subarray(Math.min(piece.length, Math.max(0, bodyAt - at)));
        at += piece.length;
        if (inBody.length > 0) await out.writeFile(decipher.update(inBody));
      });
      if (!same(readNow, mac)) throw new BackupError('备份文件在恢复过程中被改动');
      await out.writeFile(decipher.final());
      await out.sync();
    } catch (error) {
      await rm(target, { force: true });
      throw error;
    } finally {
      await out.close();
    }
  });
}

async function reading<T>(file: string, work: (handle: FileHandle) => Promise<T>): Promise<T> {
  const handle = await open(file, 'r').catch((error: unknown) => {
    const { code } = error as NodeJS.ErrnoException;
    throw new BackupError(code === 'ENOENT' ? '备份文件不存在' : `备份文件无法打开（${code ?? '未知原因'}）`);
  });
  try {
    return await work(handle);
  } finally {
    await handle.close();
  }
}

async function readHead(handle: FileHandle): Promise<{ readonly head: Buffer; readonly header: BackupHeader; readonly bodyAt: number }> {
  const start = await bytesUpTo(handle, 0, headerStart);
  const length = headerLength(start);
  const json = await bytesAt(handle, headerStart, length);
  return { head: Buffer.concat([start, json]), header: parseHeader(json), bodyAt: headerStart + length + MAC_BYTES };
}

async function macOf(handle: FileHandle, keys: BackupKeys, length: number, see: (piece: Buffer) => Promise<void>): Promise<Buffer> {
  const mac = createHmac('sm3', keys.bodyMac);
  for await (const piece of pieces(handle, 0, length)) {
    mac.update(piece);
    await see(piece);
  }
  return mac.digest();
}

async function bytesUpTo(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await handle.read(buffer, 0, length, at);
  return buffer.subarray(0, bytesRead);
}

async function bytesAt(handle: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = await bytesUpTo(handle, at, length);
  if (bytes.length < length) throw new BackupError('备份文件不完整：文件头缺失');
  return bytes;
}

const same = (one: Buffer, other: Buffer): boolean => one.length === other.length && timingSafeEqual(one, other);
