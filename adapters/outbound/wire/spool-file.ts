import { randomUUID } from 'node:crypto';
import { open, unlink, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const chunkBytes = 64 * 1024;

/** Bytes that are too many for memory: a file without a name, readable by nobody else, gone with its handle even where the process is killed. */
export class SpoolFile {
  readonly #handle: FileHandle;
  #size = 0;

  private constructor(handle: FileHandle) { this.#handle = handle; }

  static async create(): Promise<SpoolFile> {
    const path = join(tmpdir(), `tongjiao-${randomUUID()}.part`);
    const handle = await open(path, 'wx+', 0o600);
    try {
      await unlink(path);
    } catch (fault) {
      await handle.close();
      throw fault;
    }
    return new SpoolFile(handle);
  }

  get size(): number { return this.#size; }

  async append(bytes: Uint8Array): Promise<void> {
    for (let sent = 0; sent < bytes.length;) {
      const { bytesWritten } = await this.#handle.write(bytes, sent, bytes.length - sent, this.#size);
      sent += bytesWritten;
      this.#size += bytesWritten;
    }
  }

  /** Exactly `length` bytes, or undefined where they do not all lie inside the file (positions come out of hostile files). */
  async readAt(position: number, length: number): Promise<Buffer | undefined> {
    if (!this.#holds(position, length)) return undefined;
    const bytes = Buffer.alloc(length);
    for (let had = 0; had < length;) {
      const { bytesRead } = await this.#handle.read(bytes, had, length - had, position + had);
      if (bytesRead === 0) return undefined;
      had += bytesRead;
    }
    return bytes;
  }

  /** The bytes of a range in chunks of their own. The caller has made sure that the range lies inside the file. */
  async *range(from: number, length: number): AsyncGenerator<Buffer, void, undefined> {
    for (let done = 0; done < length;) {
      const bytes = await this.readAt(from + done, Math.min(chunkBytes, length - done));
      if (bytes === undefined) throw new RangeError('a range outside the spooled file');
      done += bytes.length;
      yield bytes;
    }
  }

  close(): Promise<void> {
    return this.#handle.close();
  }

  #holds(position: number, length: number): boolean {
    return Number.isSafeInteger(position) && Number.isSafeInteger(length) && position >= 0 && length >= 0 && position + length <= this.#size;
  }
}
