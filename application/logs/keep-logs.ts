import { logRow } from '../../domain/logs/log-row.js';
import { dayMs } from '../../domain/kernel/china-time.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import { maxLogRows, type LogBooks } from '../ports/log-books.js';
import type { LogBuffer } from './log-buffer.js';

/** Units that one round writes, and deletes: others want the database too. */
const unitsPerRound = 20;
/** Rows of one unit: an embedded database has one writer, and a payment waits no longer than for these. */
const rowsPerUnit = 100;

export interface KeepLogsParts {
  readonly books: LogBooks; readonly buffer: LogBuffer; readonly ids: Ids; readonly clock: Clock;
  /** Days that lines are kept; 0: none are kept in the database. */
  readonly keepDays: number;
  readonly maxRows: number;
}

/** 统一日志 (PERF-3-a): the lines of the log are copied to where they can be looked up, off the path of whoever wrote them, and old ones are deleted. */
export class KeepLogs {
  readonly #parts: KeepLogsParts;
  constructor(parts: KeepLogsParts) { this.#parts = parts; }

  /** How many lines were written. What the database does not take goes back into the buffer. */
  async write(): Promise<number> {
    const { books, buffer, ids, keepDays } = this.#parts;
    let written = 0;
    for (let unit = 0; unit < unitsPerRound && buffer.waiting > 0; unit++) {
      const lines = buffer.take(Math.min(rowsPerUnit, maxLogRows));
      if (keepDays > 0) {
        try {
          await books.append(lines.map((line) => logRow(ids.next(), line)));
        } catch (error) {
          buffer.giveBack(lines);
          throw error;
        }
      }
      written += lines.length;
    }
    return written;
  }

  /** Deletes what is too old or too much, some of it; how many rows. */
  async tidy(): Promise<number> {
    const { books, clock, keepDays, maxRows } = this.#parts;
    const tooOld = clock.now() - keepDays * dayMs;
    const tooMuch = await books.newestBeyond(maxRows);
    const before = tooMuch === undefined ? tooOld : Math.max(tooOld, tooMuch + 1);
    let deleted = 0;
    for (let unit = 0; unit < unitsPerRound * 5; unit++) {
      const some = await books.forget(before);
      deleted += some;
      if (some < maxLogRows) break;
    }
    return deleted;
  }
}
