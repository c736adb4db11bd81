import type { EpochMs } from '../../domain/kernel/china-time.js';
import type { ListExport } from '../../domain/lists/list-export.js';

/** Exports that are looked through at once. */
export const maxSilentExports = 100;

/** Where exports of lists stand: whoever asks may reach another process than the one at work. */
export interface ExportReader {
  byNo(exportNo: string): Promise<ListExport | undefined>;
  byFile(fileNo: string): Promise<ListExport | undefined>;
  /** Those of one person that hold a place, by place. */
  runningOf(operatorNo: string): Promise<readonly ListExport[]>;
  /** Running ones that were last seen before then, the longest silent first, at most `maxSilentExports`. */
  silentSince(before: EpochMs): Promise<readonly ListExport[]>;
}

export interface ExportStore extends ExportReader {
  /** Unique by place: one that was taken meanwhile is a ConcurrentChange. */
  add(listExport: ListExport): Promise<void>;
  /** Who asked for what, and when, is written once. */
  put(listExport: ListExport): Promise<void>;
}
