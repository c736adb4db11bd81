import type { Bytes } from '../../../../application/ports/channel-bills.js';
import type { Clock } from '../../../../application/ports/clock.js';
import type { RunningDigest } from '../../../../application/ports/digests.js';
import { DamagedFile, FileGone, type KeptFile, type KeptFiles } from '../../../../application/ports/kept-files.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import { cutWords, epochMs, int, longText, oneOf, text, words } from './codecs.js';
import { cutBytes } from './cut-bytes.js';
import { SqlTable } from './sql-table.js';
import type { UnitRunner } from './unit-runner.js';
import type { Session, WritingSession } from './unit-scope.js';

/** What channels call their files is foreign text: cut rather than refused when all of it has come. */
export const fileNameChars = 256;

export const fileTable = new SqlTable<KeptFile>('kept_file', {
  fileNo: ['file_no', text(32)], purpose: ['purpose', oneOf<KeptFile['purpose']>(['bill', 'statement', 'export', 'province', 'attachment'])], fileName: ['file_name', words(fileNameChars)],
  byteSize: ['byte_size', int], digest: ['file_digest', text(64)], chunkCount: ['chunk_count', int], createdAt: ['created_at', epochMs],
}, ['fileNo']);

interface Chunk { readonly fileNo: string; readonly chunkNo: number; readonly base64: string }
export const chunkTable = new SqlTable<Chunk>('kept_chunk', { fileNo: ['file_no', text(32)], chunkNo: ['chunk_no', int], base64: ['chunk_text', longText] }, ['fileNo', 'chunkNo']);

/** Chunks that go in time: of a file that is coming in how far it is and when it last grew, of an exported one how many are left and when it was kept. */
interface Passing { readonly fileNo: string; readonly chunkCount: number; readonly touchedAt: EpochMs }
export const draftTable = new SqlTable<Passing>('kept_draft', { fileNo: ['file_no', text(32)], chunkCount: ['chunk_count', int], touchedAt: ['touched_at', epochMs] }, ['fileNo']);
export const exportTable = new SqlTable<Passing>('kept_export', { fileNo: ['file_no', text(32)], chunkCount: ['chunk_count', int], touchedAt: ['kept_at', epochMs] }, ['fileNo']);

/** Chunks deleted in one unit. */
const chunksAtOnce = 64;
/** Files of one round of forgetting; the next round goes on. */
const filesAtOnce = 100;

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
      if (kept.purpose === 'export') await exportTable.insert(unit, { fileNo, chunkCount, touchedAt: kept.createdAt });
    });
    return kept;
  }

  find(fileNo: string): Promise<KeptFile | undefined> { return this.#reading((session) => fileTable.first(session, { fileNo })); }

  async* read(fileNo: string): Bytes {
    const file = await this.find(fileNo);
    if (!file) throw new Error(`no kept file ${fileNo}`);
    if (file.purpose === 'export' && await this.#isGone(file)) throw new FileGone(`file ${fileNo} was an export and has been deleted`);
    if (file.purpose === 'attachment' && file.chunkCount > 0 && await this.#reading((session) => chunkTable.first(session, { fileNo })) === undefined) throw new FileGone(`file ${fileNo} was an attachment and has been deleted`);
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

  forgetAbandoned(before: EpochMs, limit: number): Promise<number> { return this.#forget(draftTable, before, limit); }
  forgetExports(before: EpochMs, limit: number): Promise<number> { return this.#forget(exportTable, before, limit); }

  /** In one unit: attachments are small. Nobody may delete from the table of files itself; its name may say whose papers it shows, and goes with the bytes. */
  discardAttachment(fileNo: string): Promise<void> {
    return this.#units.run(async (unit) => {
      if ((await fileTable.first(unit, { fileNo }))?.purpose !== 'attachment') return;
      await unit.writing().table(chunkTable.name).where(chunkTable.condition({ fileNo })).delete();
      await unit.writing().table(fileTable.name).where(fileTable.condition({ fileNo })).update({ [fileTable.column('fileName')]: null });
    });
  }

  async #forget(table: SqlTable<Passing>, before: EpochMs, limit: number): Promise<number> {
    const [no, touched] = [table.column('fileNo'), table.column('touchedAt')];
    const files = await this.#reading(async ({ reading }) => {
      const rows: unknown = await reading.table(table.name).select(table.columnNames).where(touched, '<', before).orderBy([touched, no]).limit(filesAtOnce);
      return table.list(rows);
    });
    let forgotten = 0;
    for (const { fileNo } of files) {
      for (let goesOn = true; goesOn && forgotten < limit;) {
        const most = Math.min(chunksAtOnce, limit - forgotten);
        const { deleted, left } = await this.#units.run((unit) => forgetSome(unit, table, fileNo, before, most));
        forgotten += deleted;
        goesOn = left > 0;
      }
    }
    return forgotten;
  }

  /** The last chunk goes first. One that lacks it although nobody has deleted it is damaged, and is found to be by being read. */
  async #isGone({ fileNo, chunkCount }: KeptFile): Promise<boolean> {
    if (chunkCount === 0) return false;
    const { left, last } = await this.#reading(async (session) => ({
      left: (await exportTable.first(session, { fileNo }))?.chunkCount ?? 0,
      last: await session.reading.table(chunkTable.name).select(chunkTable.column('chunkNo')).where(chunkTable.condition({ fileNo, chunkNo: chunkCount - 1 })) as readonly unknown[],
    }));
    return left < chunkCount && last.length === 0;
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

/** The newest chunks of a file; its row here with the last of them. A draft that grows meanwhile is no longer given up. */
async function forgetSome(unit: WritingSession, table: SqlTable<Passing>, fileNo: string, before: EpochMs, most: number): Promise<{ readonly deleted: number; readonly left: number }> {
  const file = await table.firstLocked(unit, { fileNo });
  if (!file || file.touchedAt >= before) return { deleted: 0, left: 0 };
  const left = Math.max(0, file.chunkCount - most);
  const deleted = int.decode(await unit.writing().table(chunkTable.name).where(chunkTable.condition({ fileNo })).where(chunkTable.column('chunkNo'), '>=', left).delete());
  const own = unit.writing().table(table.name).where(table.condition({ fileNo }));
  await (left === 0 ? own.delete() : own.update({ [table.column('chunkCount')]: left }));
  return { deleted, left };
}

const givenUp = (fileNo: string): Error => new Error(`file ${fileNo} has been given up meanwhile`);
