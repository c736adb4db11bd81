import { maxLogRows, type LogBooks } from '../../../../application/ports/log-books.js';
import type { LogRow } from '../../../../domain/logs/log-row.js';
import type { MemoryDatabase } from './memory-database.js';

const oldestFirst = (a: LogRow, b: LogRow): number => a.at - b.at || (a.logNo < b.logNo ? -1 : 1);

/** Lines of the log in memory. */
export class MemoryLogBooks implements LogBooks {
  readonly #database: MemoryDatabase;
  constructor(database: MemoryDatabase) { this.#database = database; }

  append(rows: readonly LogRow[]): Promise<void> {
    if (rows.length > maxLogRows) return Promise.reject(new RangeError(`more than ${maxLogRows} lines at once`));
    return this.#database.run(async (scope) => {
      scope.writing();
      for (const row of rows) if (!this.#database.tables.logRows.insert(row)) throw new Error('a number was given twice');
    });
  }

  forget(before: number): Promise<number> {
    const { logRows } = this.#database.tables;
    return this.#database.run(async (scope) => {
      scope.writing();
      const old = logRows.all(true).filter(({ at }) => at < before).sort(oldestFirst).slice(0, maxLogRows);
      for (const { logNo } of old) logRows.remove(logNo);
      return old.length;
    });
  }

  newestBeyond(kept: number): Promise<number | undefined> {
    return Promise.resolve(this.#database.tables.logRows.all(false).sort(oldestFirst).at(-1 - kept)?.at);
  }
}
