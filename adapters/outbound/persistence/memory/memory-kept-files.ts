import type { Bytes } from '../../../../application/ports/channel-bills.js';
import type { Clock } from '../../../../application/ports/clock.js';
import type { RunningDigest } from '../../../../application/ports/digests.js';
import { DamagedFile, FileGone, type KeptFile, type KeptFiles } from '../../../../application/ports/kept-files.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import { cutWords } from '../sql/codecs.js';
import { cutBytes } from '../sql/cut-bytes.js';
import { fileNameChars } from '../sql/sql-kept-files.js';

interface Draft { readonly chunks: Uint8Array[]; touchedAt: EpochMs }

/** Kept files in this process' memory. */
export class MemoryKeptFiles implements KeptFiles {
  readonly #clock: Clock;
  readonly #newDigest: () => RunningDigest;
  readonly #drafts = new Map<string, Draft>();
  readonly #files = new Map<string, { readonly file: KeptFile; readonly chunks: Uint8Array[] }>();
  constructor(clock: Clock, newDigest: () => RunningDigest) {
    this.#clock = clock;
    this.#newDigest = newDigest;
  }

  async keep(file: Pick<KeptFile, 'fileNo' | 'purpose' | 'fileName'>, bytes: Bytes): Promise<KeptFile> {
    const { fileNo } = file;
    if (this.#drafts.has(fileNo) || this.#files.has(fileNo)) throw new Error(`file ${fileNo} is there already`);
    const draft: Draft = { chunks: [], touchedAt: this.#clock.now() };
    this.#drafts.set(fileNo, draft);
    const digest = this.#newDigest();
    let [chunkCount, byteSize] = [0, 0];
    for await (const chunk of cutBytes(bytes)) {
      if (this.#drafts.get(fileNo) !== draft || draft.chunks.length !== chunkCount++) throw givenUp(fileNo);
      digest.update(chunk);
      byteSize += chunk.length;
      draft.chunks.push(chunk);
      draft.touchedAt = this.#clock.now();
    }
    const kept: KeptFile = { ...file, fileName: cutWords(file.fileName, fileNameChars), byteSize, digest: digest.hex(), chunkCount, createdAt: this.#clock.now() };
    if (draft.chunks.length !== chunkCount || !this.#drafts.delete(fileNo)) throw givenUp(fileNo);
    this.#files.set(fileNo, { file: kept, chunks: draft.chunks });
    return kept;
  }

  async find(fileNo: string): Promise<KeptFile | undefined> { return this.#files.get(fileNo)?.file; }

  async* read(fileNo: string): Bytes {
    const kept = this.#files.get(fileNo);
    if (!kept) throw new Error(`no kept file ${fileNo}`);
    if (kept.chunks.length < kept.file.chunkCount) throw new FileGone(`file ${fileNo} has been deleted in good order`);
    const digest = this.#newDigest();
    for (const chunk of kept.chunks) {
      digest.update(chunk);
      yield chunk;
    }
    if (digest.hex() !== kept.file.digest) throw new DamagedFile(`file ${fileNo} is not as it was kept`);
  }

  async forgetAbandoned(before: EpochMs, limit: number): Promise<number> {
    let forgotten = 0;
    for (const [fileNo, draft] of [...this.#drafts].filter(([, { touchedAt }]) => touchedAt < before)) {
      const deleted = draft.chunks.splice(Math.max(0, draft.chunks.length - (limit - forgotten))).length;
      forgotten += deleted;
      if (draft.chunks.length === 0) this.#drafts.delete(fileNo);
    }
    return forgotten;
  }

  async forgetExports(before: EpochMs, limit: number): Promise<number> {
    let forgotten = 0;
    for (const { file, chunks } of this.#files.values()) {
      if (file.purpose === 'export' && file.createdAt < before) forgotten += chunks.splice(Math.max(0, chunks.length - (limit - forgotten))).length;
    }
    return forgotten;
  }

  async discardAttachment(fileNo: string): Promise<void> {
    const kept = this.#files.get(fileNo);
    if (kept?.file.purpose !== 'attachment') return;
    kept.chunks.length = 0;
    this.#files.set(fileNo, { ...kept, file: { ...kept.file, fileName: '' } });
  }
}

const givenUp = (fileNo: string): Error => new Error(`file ${fileNo} has been given up meanwhile`);
