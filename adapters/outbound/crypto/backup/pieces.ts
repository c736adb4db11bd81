import type { FileHandle } from 'node:fs/promises';
import { BackupError } from './backup-error.js';

/** So much of a file is held in memory at a time, however long it is. */
const PIECE_BYTES = 1024 * 1024;

/** `length` bytes of a file from `from`, piece by piece; a piece is gone when the next is asked for. */
export async function* pieces(file: FileHandle, from: number, length: number): AsyncGenerator<Buffer> {
  const buffer = Buffer.alloc(Math.min(PIECE_BYTES, Math.max(length, 1)));
  for (let at = from; at < from + length;) {
    const { bytesRead } = await file.read(buffer, 0, Math.min(buffer.length, from + length - at), at);
    if (bytesRead === 0) throw new BackupError('文件在读取时变短');
    at += bytesRead;
    yield buffer.subarray(0, bytesRead);
  }
}
