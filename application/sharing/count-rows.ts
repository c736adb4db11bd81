import { businessDay, dayMs, readLongTime, type BusinessDay, type EpochMs } from '../../domain/kernel/china-time.js';
import type { SharePlace, ShareProgress } from '../../domain/sharing/share-progress.js';
import type { ShareBatch, ShareBatchKind } from '../../domain/sharing/share-records.js';
import type { DataShareLooking } from '../ports/data-sharing.js';
import type { ShareParts } from './share-parts.js';
import type { ShareSource } from './share-source.js';

interface Found { readonly here: number; readonly there: number; readonly message: string; readonly state: ShareBatch['state'] }

/**
 * Compares what went with what is at the target, where the way lets us look: after a reload all rows by their number, for a day row by row by their
 * keys, which also finds a row that stands there twice. The answer is a line of the log, and an alarm where the sides differ.
 */
export class CountRows {
  readonly #parts: ShareParts;
  constructor(parts: ShareParts) { this.#parts = parts; }

  /** Everything up to the mark, by number. Rows in quarantine are not expected there. */
  async all(source: ShareSource, progress: ShareProgress): Promise<ShareBatch | undefined> {
    const { writer, unitOfWork, timeoutMs } = this.#parts;
    const { looking } = writer;
    if (looking === undefined) return undefined;
    const beganAt = this.#parts.clock.now();
    const aside = await unitOfWork.read(({ sharing }) => sharing.openQuarantineCount(writer.target, source.table.name));
    const here = progress.mark === undefined ? 0 : await source.count(progress.mark) - aside;
    const there = await looking.count(source.table, timeoutMs);
    if (there.kind === 'unknown') return this.#log(source, 'reload-check', beganAt, { here, there: 0, state: 'unknown', message: there.why });
    const differs = here !== there.value;
    return this.#log(source, 'reload-check', beganAt, { here, there: there.value, state: differs ? 'differs' : 'done', message: differs ? '两侧行数不同' : '两侧行数一致' });
  }

  /** Rows whose last change was on this day, by their keys. */
  async ofDay(source: ShareSource, day: BusinessDay): Promise<ShareBatch | undefined> {
    const { writer, unitOfWork, clock } = this.#parts;
    const { looking } = writer;
    const progress = await unitOfWork.read(({ sharing }) => sharing.progress(writer.target, source.table.name));
    if (looking === undefined || progress?.mark === undefined) return undefined;
    const beganAt = clock.now();
    return this.#log(source, 'day-check', beganAt, await this.#lookAt(source, day, progress.mark, looking));
  }

  async #lookAt(source: ShareSource, day: BusinessDay, mark: SharePlace, looking: DataShareLooking): Promise<Found> {
    const { writer, unitOfWork, batchSize, timeoutMs } = this.#parts;
    const start = startOf(day);
    let [here, there, missing, twice] = [0, 0, 0, 0];
    for (let after: SharePlace = { at: start - 1, id: behindAll }; ;) {
      const page = (await source.page({ after, until: Math.min(start + dayMs - 1, mark.at), limit: batchSize }))
        .filter(({ place }) => place.at < mark.at || place.id <= mark.id);
      const last = page.at(-1);
      if (last === undefined) break;
      const keys = [...new Set(page.map(({ key }) => key))];
      const known = await unitOfWork.read(({ sharing }) => sharing.quarantinedOf(writer.target, source.table.name, keys));
      const aside = new Set(known.filter(({ state }) => state === 'open').map(({ rowKey }) => rowKey));
      const wanted = keys.filter((key) => !aside.has(key));
      const seen = wanted.length === 0 ? undefined : await looking.rowsPerKey(source.table, wanted, timeoutMs);
      if (seen?.kind === 'unknown') return { here, there, state: 'unknown', message: seen.why };
      const counts = wanted.map((key) => seen?.value.get(key) ?? 0);
      here += wanted.length;
      there += counts.filter((count) => count > 0).length;
      missing += counts.filter((count) => count === 0).length;
      twice += counts.filter((count) => count > 1).length;
      if (page.length < batchSize) break;
      after = last.place;
    }
    const differs = missing > 0 || twice > 0;
    return { here, there, state: differs ? 'differs' : 'done', message: differs ? `${day}：对方缺少 ${missing} 行，重复 ${twice} 行` : `${day}：逐行一致` };
  }

  async #log(source: ShareSource, kind: ShareBatchKind, beganAt: EpochMs, { here, there, state, message }: Found): Promise<ShareBatch> {
    const { unitOfWork, writer, ids, clock, journal } = this.#parts;
    const line: ShareBatch = {
      batchNo: ids.next(), target: writer.target, table: source.table.name, kind, state, rowCount: here, acceptedCount: there, quarantinedCount: 0, warningCount: 0,
      message, beganAt, endedAt: clock.now(),
    };
    await unitOfWork.run(({ sharing }) => sharing.addBatch(line));
    if (state === 'differs') journal.alarm('share-differs', { target: line.target, table: line.table, here, there });
    return line;
  }
}

/** Greater than every key: keys are letters, digits and dashes. */
const behindAll = '~';

function startOf(day: BusinessDay): EpochMs {
  const read = readLongTime(`${day}000000`);
  if (!read.ok) throw new RangeError('not a day');
  return read.value;
}

export const dayBefore = (now: EpochMs): BusinessDay => businessDay(now - dayMs);
