import { businessDay, dayMs, hourMs, minuteMs, readLongTime, type EpochMs } from '../../domain/kernel/china-time.js';
import { reloaded } from '../../domain/sharing/share-progress.js';
import type { CountRows } from './count-rows.js';
import type { ExportBatch } from './export-batch.js';
import type { RefreshNodes } from './refresh-nodes.js';
import type { ShareParts } from './share-parts.js';
import type { ShareSource } from './share-source.js';

/** Batches of one table in one round: then the other tables have their turn. */
const mostBatches = 40;
/** Of the day: what was changed before midnight has gone by then. */
const countFromMs = hourMs;
/** The directory changes seldom, and all of it is read. */
const refreshEveryMs = 5 * minuteMs;

export interface ShareRoundParts extends ShareParts {
  readonly sources: readonly ShareSource[]; readonly exportBatch: ExportBatch; readonly countRows: CountRows; readonly refreshNodes: RefreshNodes;
}

/** One look at all tables: sends what is due, ends reloads with a count, compares the day before once. Any number of processes may do it. */
export class ShareRound {
  readonly #parts: ShareRoundParts;
  #refreshedAt: EpochMs | undefined;
  constructor(parts: ShareRoundParts) { this.#parts = parts; }

  /** How many batches went. A fault of one table is told and the others go on. */
  async run(): Promise<number> {
    await this.#refresh();
    let batches = 0;
    for (const source of this.#parts.sources) {
      try {
        batches += await this.#table(source);
      } catch (error) {
        this.#parts.journal.fault('share-table', error, { table: source.table.name });
      }
    }
    return batches;
  }

  async #refresh(): Promise<void> {
    const now = this.#parts.clock.now();
    if (this.#refreshedAt !== undefined && Math.abs(now - this.#refreshedAt) < refreshEveryMs) return;
    await this.#parts.refreshNodes.run();
    this.#refreshedAt = now;
  }

  async #table(source: ShareSource): Promise<number> {
    for (let batches = 0; batches < mostBatches; batches++) {
      const outcome = await this.#parts.exportBatch.run(source);
      if (outcome === 'wrote') continue;
      if (outcome === 'nothing') {
        await this.#endReload(source);
        await this.#countYesterday(source);
      }
      return batches;
    }
    return mostBatches;
  }

  async #endReload(source: ShareSource): Promise<void> {
    const { unitOfWork, writer, countRows } = this.#parts;
    const ended = await unitOfWork.run(async ({ sharing }) => {
      const progress = await sharing.progress(writer.target, source.table.name);
      if (progress?.phase !== 'reloading') return undefined;
      await sharing.putProgress(reloaded(progress));
      return progress;
    });
    if (ended) await countRows.all(source, ended);
  }

  async #countYesterday(source: ShareSource): Promise<void> {
    const { unitOfWork, writer, clock, countRows } = this.#parts;
    const now = clock.now();
    const midnight = readLongTime(`${businessDay(now)}000000`);
    if (writer.looking === undefined || !midnight.ok || now - midnight.value < countFromMs) return;
    const day = businessDay(now - dayMs);
    const seen = await unitOfWork.read(({ sharing }) => sharing.progress(writer.target, source.table.name));
    if (seen?.mark === undefined || seen.countedDay === day) return;
    const isMine = await unitOfWork.run(async ({ sharing }) => {
      const progress = await sharing.progress(writer.target, source.table.name);
      if (progress === undefined || progress.countedDay === day) return false;
      await sharing.putProgress({ ...progress, countedDay: day });
      return true;
    });
    if (isMine) await countRows.ofDay(source, day);
  }
}
