import type { EpochMs } from '../../domain/kernel/china-time.js';
import { billLimits, type Bytes } from './channel-bills.js';

/** A file kept for good: bills as received, statements as given out. Never changed. Of an export the bytes go after some time, and what it was stays; so it is, but for its name, with an attachment that was never attached or whose issue is over. */
export interface KeptFile {
  readonly fileNo: string;
  readonly purpose: 'bill' | 'statement' | 'export' | 'province' | 'attachment';
  readonly fileName: string;
  readonly byteSize: number;
  /** SM3 over the bytes, hex. */
  readonly digest: string;
  readonly chunkCount: number;
  readonly createdAt: EpochMs;
}

/** Largest file that is kept. */
export const maxKeptBytes = billLimits.rawBytes;

/** In the database, so that every host has them and the backup too; in chunks, so that none is ever whole in memory. */
export interface KeptFiles {
  /**
   * Stores the bytes as they come, outside of any unit of work. The file is there only after the last one: an abandoned one is forgotten later.
   * A number is given once. Throws `FileTooBig` beyond `maxKeptBytes`, and what `bytes` throws.
   */
  keep(file: { readonly fileNo: string; readonly purpose: KeptFile['purpose']; readonly fileName: string }, bytes: Bytes): Promise<KeptFile>;
  find(fileNo: string): Promise<KeptFile | undefined>;
  /**
   * The bytes again; throws `DamagedFile` when they are not those that were kept, at the latest after the last one, `FileGone` for an export whose time is over and a discarded attachment,
   * and another error where there is no such file.
   */
  read(fileNo: string): Bytes;
  /** Deletes at most `limit` chunks of files that were given up: those that have not grown since `before`; how many. */
  forgetAbandoned(before: EpochMs, limit: number): Promise<number>;
  /** Deletes at most `limit` chunks of exports that were kept before then, and of nothing else (EXP-02); how many. */
  forgetExports(before: EpochMs, limit: number): Promise<number>;
  /** Deletes the bytes and the name of a file that was uploaded as an attachment; nothing of any other purpose, and no error where there is none. */
  discardAttachment(fileNo: string): Promise<void>;
}

export class DamagedFile extends Error {
  override readonly name = 'DamagedFile';
}

/** It was there, and was deleted in good order. */
export class FileGone extends Error {
  override readonly name = 'FileGone';
}

export class FileTooBig extends Error {
  override readonly name = 'FileTooBig';
}
