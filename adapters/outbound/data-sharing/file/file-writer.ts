import { mkdir, open, rename, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { DataShareWriter, OutgoingBatch, ShareAnswer } from '../../../../application/ports/data-sharing.js';
import type { Digests } from '../../../../application/ports/digests.js';
import type { SharedTableName } from '../../../../domain/sharing/shared-tables.js';
import { csvText } from './csv-text.js';

export interface FileShareSettings {
  readonly target: string;
  /** Where the city's fetcher looks, or what an uploader of the site sends on. */
  readonly folder: string;
  readonly digest: 'sm3' | 'sha256';
  readonly gzips: boolean;
  readonly tables: Readonly<Partial<Record<SharedTableName, string>>>;
}

/**
 * `{table}_{yyyyMMdd}_{seq}.csv`, its digest, and `.ok` last: whoever takes files waits for that one. A file is written under another name and
 * renamed when it is whole and on the disk.
 */
export class FileShareWriter implements DataShareWriter {
  readonly target: string;
  readonly #settings: FileShareSettings;
  readonly #digests: Digests;

  constructor(settings: FileShareSettings, digests: Digests) {
    this.target = settings.target;
    this.#settings = settings;
    this.#digests = digests;
  }

  async write(batch: OutgoingBatch): Promise<ShareAnswer> {
    const { folder, gzips, digest, tables } = this.#settings;
    const name = `${tables[batch.table.name] ?? batch.table.usualTarget}_${batch.day}_${String(batch.sequence).padStart(4, '0')}`;
    const text = Buffer.from(csvText(batch), 'utf8');
    const bytes = gzips ? gzipSync(text) : text;
    const file = gzips ? `${name}.csv.gz` : `${name}.csv`;
    const sum = digest === 'sm3' ? this.#digests.sm3Hex(bytes) : this.#digests.sha256Hex(bytes);
    try {
      await mkdir(folder, { recursive: true, mode: 0o750 });
      if (await exists(join(folder, `${name}.ok`))) return { kind: 'not-taken', why: 'file-exists' };
      await put(folder, file, bytes);
      await put(folder, `${name}.${digest}`, Buffer.from(`${sum}  ${file}\n`));
      await put(folder, `${name}.ok`, Buffer.alloc(0));
      return { kind: 'taken', rejected: [] };
    } catch (error) {
      // Without its .ok nobody takes the file; the next try has another number.
      return { kind: 'not-taken', why: error instanceof Error && 'code' in error ? String(error.code) : 'file' };
    }
  }
}

const exists = (path: string): Promise<boolean> => stat(path).then(() => true, () => false);

async function put(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const [part, whole] = [join(folder, `.${name}.part`), join(folder, name)];
  await synced(await open(part, 'w', 0o640), (handle) => handle.writeFile(bytes));
  await rename(part, whole);
  await synced(await open(folder, 'r'), () => Promise.resolve());
}

async function synced(handle: FileHandle, work: (handle: FileHandle) => Promise<void>): Promise<void> {
  try {
    await work(handle);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
