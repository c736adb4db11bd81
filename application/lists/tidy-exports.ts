import { minuteMs } from '../../domain/kernel/china-time.js';
import { endedExport, exportKeptMs, isSilent, silentAfterMs, type ListExport } from '../../domain/lists/list-export.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { KeptFiles } from '../ports/kept-files.js';
import type { Stores, UnitOfWork } from '../ports/unit-of-work.js';
import { exportEntry } from './export-audit.js';

/** A file goes a little later than it can be fetched, so that a fetch of the last minute is not cut off. */
const fetchMs = 15 * minuteMs;
/** Chunks that one run deletes; the next one goes on. */
const maxChunks = 512;

export interface TidyExportsParts {
  readonly unitOfWork: UnitOfWork; readonly files: Pick<KeptFiles, 'forgetExports'>; readonly ids: Ids; readonly clock: Clock;
  /** Whether this process works on it: a clock that was moved forward does not make it silent. */
  readonly isAtWork: (exportNo: string) => boolean;
}
export interface Tidied { readonly lost: number; readonly chunks: number }

/** Ends exports whose process is gone, and deletes the files of exports after their day (EXP-02). Every process may do it at any time. */
export class TidyExports {
  readonly #parts: TidyExportsParts;
  constructor(parts: TidyExportsParts) { this.#parts = parts; }

  async run(): Promise<Tidied> {
    const { unitOfWork, files, clock, isAtWork } = this.#parts;
    const now = clock.now();
    const silent = (await unitOfWork.read(({ exports }) => exports.silentSince(now - silentAfterMs))).filter(({ exportNo }) => !isAtWork(exportNo));
    let lost = 0;
    for (const { exportNo } of silent) {
      const isEnded = await unitOfWork.run(async (stores) => {
        const current = await stores.exports.byNo(exportNo);
        return current !== undefined && isSilent(current, clock.now()) && await endSilent(stores, this.#parts, current);
      });
      if (isEnded) lost++;
    }
    return { lost, chunks: await files.forgetExports(now - exportKeptMs - fetchMs, maxChunks) };
  }
}

/** Stores that it failed, with its audit entry: whoever worked on it cannot any more. */
export async function endSilent({ exports, audit }: Pick<Stores, 'exports' | 'audit'>, { ids, clock }: Pick<TidyExportsParts, 'ids' | 'clock'>, listExport: ListExport): Promise<boolean> {
  const ended = endedExport(listExport, { kind: 'failed', failure: 'process-gone', written: listExport.written }, clock.now());
  if (!ended.ok) return false;
  await exports.put(ended.value);
  await audit.append(exportEntry(ended.value, undefined, { entryId: ids.next(), at: clock.now() }));
  return true;
}
