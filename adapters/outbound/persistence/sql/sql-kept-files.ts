import type { Bytes } from '../../../../application/ports/channel-bills.js';
import type { Clock } from '../../../../application/ports/clock.js';
import type { RunningDigest } from '../../../../application/ports/digests.js';
import { DamagedFile, type KeptFile, type KeptFiles } from '../../../../application/ports/kept-files.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import { cutWords, epochMs, int, longText, oneOf, text, words } from './codecs.js';
import { cutBytes } from './cut-bytes.js';
import { SqlTable } from './sql-table.js';
import type { UnitRunner } from './unit-runner.js';
import type { Session, WritingSession } from './unit-scope.js';

/** What channels call their files is foreign text: cut rather than refused when all of it has come. */
export const fileNameChars = 256;

export const fileTable = new SqlTable<KeptFile>('kept_file', {
  fileNo: ['file_no', text(32)], purpose: ['purpose', oneOf<KeptFile['purpose']>(['bill', 'statement', 'export', 'province'])], fileName: ['file_name', words(fileNameChars)],
  byteSize: ['byte_size', int], digest: ['file_digest', text(64)], chunkCount: ['chunk_count', int], createdAt: ['created_at', epochMs],
}, ['fileNo']);

interface Chunk { readonly fileNo: string; readonly chunkNo: number; readonly base64: string }
export const chunkTable = new SqlTable<Chunk>('kept_chunk', { fileNo: ['file_no', text(32)], chunkNo: ['chunk_no', int], base64: ['chunk_text', longText] }, ['fileNo', 'chunkNo']);

/** A file that is coming in: how far it is, and when it last grew. */
interface Draft { readonly fileNo: string; readonly chunkCount: number; readonly touchedAt: EpochMs }
export const draftTable = new SqlTable<Draft>('kept_draft', { fileNo: ['file_no', text(32)], chunkCount: ['chunk_count', int], touchedAt: ['touched_at', epochMs] }, ['fileNo']);

/** Chunks deleted in one unit. */
const chunksAtOnce = 64;
/** Drafts of one round of forgetting; the next round goes on. */
const draftsAtOnce = 100;

/** Each chunk in a unit of its own: a bill of half a gigabyte would be too much for one, and no line is held while the channel sends. */
export class SqlKeptFiles implements KeptFiles {
  readonly #units: UnitRunner;
  readonly #clock: Clock;
  readonly #newDigest: () => RunningDigest;
  constructor(units: UnitRunner, clock: Clock, newDigest: () => RunningDigest) {
    this.#units = units;
    this.#clock = clock;
    this.#newDigest = newDigest;
  }

  async keep(file: Pick<KeptFile, 'fileNo' | 'purpose' | 'fileName'>, bytes: Bytes): Promise<KeptFile> {
    const { fileNo } = file;
    await this.#begin(fileNo);
    const digest = this.#newDigest();
    let [chunkCount, byteSize] = [0, 0];
    for await (const chunk of cutBytes(bytes)) {
      digest.update(chunk);
      byteSize += chunk.length;
      await this.#add({ fileNo, chunkNo: chunkCount++, base64: Buffer.from(chunk).toString('base64') });
    }
    const kept: KeptFile = { ...file, fileName: cutWords(file.fileName, fileNameChars), byteSize, digest: digest.hex(), chunkCount, createdAt: this.#clock.now() };
    await this.#units.run(async (unit) => {
      const ended: unknown = await unit.writing().table(draftTable.name).where(draftTable.condition({ fileNo, chunkCount })).delete();
      if (ended !== 1) throw givenUp(fileNo);
      await fileTable.insert(unit, kept);
    });
    return kept;
  }

  find(fileNo: string): Promise<KeptFile | undefined> { return this.#reading((session) => fileTable.first(session, { fileNo })); }

  async* read(fileNo: string): Bytes {
    const file = await this.find(fileNo);
    if (!file) throw new Error(`no kept file ${fileNo}`);
    const digest = this.#newDigest();
    let byteSize = 0;
    for (let chunkNo = 0; chunkNo < file.chunkCount; chunkNo++) {
      const chunk = await this.#reading((session) => chunkTable.first(session, { fileNo, chunkNo }));
      if (!chunk) throw new DamagedFile(`file ${fileNo} lacks chunk ${chunkNo} of ${file.chunkCount}`);
      const bytes = Buffer.from(chunk.base64, 'base64');
      digest.update(bytes);
      byteSize += bytes.length;
      yield bytes;
    }
    if (byteSize !== file.byteSize || digest.hex() !== file.digest) throw new DamagedFile(`file ${fileNo} is not as it was kept`);
  }

  async forgetAbandoned(before: EpochMs, limit: number): Promise<number> {
    const [no, touched] = [draftTable.column('fileNo'), draftTable.column('touchedAt')];
    const drafts = await this.#reading(async ({ reading }) => {
      const rows: unknown = await reading.table(draftTable.name).select(draftTable.columnNames).where(touched, '<', before).orderBy([touched, no]).limit(draftsAtOnce);
      return draftTable.list(rows);
    });
    let forgotten = 0;
    for (const { fileNo } of drafts) {
      for (let goesOn = true; goesOn && forgotten < limit;) {
        const most = Math.min(chunksAtOnce, limit - forgotten);
        const { deleted, left } = await this.#units.run((unit) => forgetSome(unit, fileNo, before, most));
        forgotten += deleted;
        goesOn = left > 0;
      }
    }
    return forgotten;
  }

  /** The draft first: of two that begin with one number the second fails on it, and sees the file of one that has ended. */
  #begin(fileNo: string): Promise<void> {
    return this.#units.run(async (unit) => {
      await draftTable.insert(unit, { fileNo, chunkCount: 0, touchedAt: this.#clock.now() });
      if (await fileTable.first(unit, { fileNo })) throw new Error(`file ${fileNo} is there already`);
    });
  }

  #add(chunk: Chunk): Promise<void> {
    const { fileNo, chunkNo } = chunk;
    return this.#units.run(async (unit) => {
      const grown: unknown = await unit.writing().table(draftTable.name).where(draftTable.condition({ fileNo, chunkCount: chunkNo }))
        .update({ [draftTable.column('chunkCount')]: chunkNo + 1, [draftTable.column('touchedAt')]: this.#clock.now() });
      if (grown !== 1) throw givenUp(fileNo);
      await chunkTable.insert(unit, chunk);
    });
  }

  #reading<T>(work: (session: Session) => Promise<T>): Promise<T> {
    return this.#units.rereading(() => work({ reading: this.#units.reading, locksRows: false }));
  }
}

/** The newest chunks of a draft; the draft itself with the last of them. A file that grows meanwhile is no longer given up. */
async function forgetSome(unit: WritingSession, fileNo: string, before: EpochMs, most: number): Promise<{ readonly deleted: number; readonly left: number }> {
  const draft = await draftTable.firstLocked(unit, { fileNo });
  if (!draft || draft.touchedAt >= before) return { deleted: 0, left: 0 };
  const left = Math.max(0, draft.chunkCount - most);
  const deleted = int.decode(await unit.writing().table(chunkTable.name).where(chunkTable.condition({ fileNo })).where(chunkTable.column('chunkNo'), '>=', left).delete());
  const own = unit.writing().table(draftTable.name).where(draftTable.condition({ fileNo }));
  await (left === 0 ? own.delete() : own.update({ [draftTable.column('chunkCount')]: left }));
  return { deleted, left };
}

const givenUp = (fileNo: string): Error => new Error(`file ${fileNo} has been given up meanwhile`);
