import { noteFreshMs, type LimitExchange, type ProcessNote } from '../../../../application/ports/limit-exchange.js';
import type { UnitRunner } from './unit-runner.js';

const noteTable = 'limit_note';
/** Rows of processes that are gone are deleted by those that stay, at most this many at once. */
const sweepEveryMs = 60_000;
const rowsAtOnce = 100;

/** Notes in a small table, a row for each process: one UPDATE and one SELECT a second. */
export class SqlLimitExchange implements LimitExchange {
  readonly #units: UnitRunner;
  #sweptAt = 0;
  constructor(units: UnitRunner) { this.#units = units; }

  async exchange(mine: ProcessNote, nowMs: number): Promise<readonly ProcessNote[]> {
    const told = { told_at: nowMs, note_text: mine.text };
    await this.#units.run(async (scope) => {
      const changed: unknown = await scope.writing().table(noteTable).where({ process_name: mine.process }).update(told);
      if (changed === 0) await scope.writing().table(noteTable).insert({ process_name: mine.process, ...told });
    });
    if (nowMs - this.#sweptAt >= sweepEveryMs) await this.#sweep(nowMs);
    const rows: unknown = await this.#units.reading.table(noteTable).select('process_name', 'note_text').where('told_at', '>', nowMs - noteFreshMs).orderBy('process_name');
    return (rows as readonly { readonly process_name: string; readonly note_text: string }[])
      .filter((row) => row.process_name !== mine.process).map((row) => ({ process: row.process_name, text: row.note_text }));
  }

  async #sweep(nowMs: number): Promise<void> {
    this.#sweptAt = nowMs;
    const found: unknown = await this.#units.reading.table(noteTable).select('process_name').where('told_at', '<', nowMs - sweepEveryMs).limit(rowsAtOnce);
    const names = (found as readonly { readonly process_name: string }[]).map((row) => row.process_name);
    if (names.length === 0) return;
    await this.#units.run(async (scope) => {
      await scope.writing().table(noteTable).whereIn('process_name', names).where('told_at', '<', nowMs - sweepEveryMs).delete();
    });
  }
}
