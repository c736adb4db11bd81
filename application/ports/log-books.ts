import type { EpochMs } from '../../domain/kernel/china-time.js';
import type { LogRow } from '../../domain/logs/log-row.js';

/** Most rows that are written, or deleted, in one unit. */
export const maxLogRows = 500;

/** The looked-up copy of the log. Its loss is no loss of a line: the file has them all. */
export interface LogBooks {
  /** In a unit of its own. */
  append(rows: readonly LogRow[]): Promise<void>;
  /** Deletes rows before then, the oldest first, at most `maxLogRows`; how many. */
  forget(before: EpochMs): Promise<number>;
  /** Moment of the newest row that is one too many when `kept` rows stay; undefined where there are no more than those. */
  newestBeyond(kept: number): Promise<EpochMs | undefined>;
}
