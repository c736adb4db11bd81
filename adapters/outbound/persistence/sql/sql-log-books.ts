import { maxLogRows, type LogBooks } from '../../../../application/ports/log-books.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import { logLevels, logTypes, maxContent, maxRequestId, type LogRow } from '../../../../domain/logs/log-row.js';
import { epochMs, int, oneOf, optional, text, words } from './codecs.js';
import { SqlTable } from './sql-table.js';
import { filledUp } from './stored-values.js';
import type { UnitRunner } from './unit-runner.js';

export const logTable = new SqlTable<LogRow>('platform_log', {
  logNo: ['log_no', text(32)], at: ['logged_at', epochMs], logType: ['log_type', oneOf(logTypes)], level: ['log_level', oneOf(logLevels)], relatedOrderNo: ['related_order_no', optional(text(32))],
  requestId: ['request_id', optional(words(maxRequestId))], content: ['content_text', words(maxContent)],
}, ['logNo']);

/** Lines of the log on any engine (log-books port). */
export class SqlLogBooks implements LogBooks {
  readonly #units: UnitRunner;
  constructor(units: UnitRunner) { this.#units = units; }

  async append(rows: readonly LogRow[]): Promise<void> {
    if (rows.length > maxLogRows) throw new RangeError(`more than ${maxLogRows} lines at once`);
    await this.#units.run(async (scope) => logTable.insertAll(scope, rows));
  }

  async forget(before: EpochMs): Promise<number> {
    const [no, at] = [logTable.column('logNo'), logTable.column('at')];
    return this.#units.run(async (scope) => {
      const rows: unknown = await scope.reading.table(logTable.name).select(no).where(at, '<', before).orderBy([at, no]).limit(maxLogRows);
      const old = (rows as readonly Readonly<Record<string, unknown>>[]).map((row) => text(32).decode(row[no]));
      return old.length === 0 ? 0 : int.decode(await scope.writing().table(logTable.name).whereIn(no, filledUp(old) as string[]).delete());
    });
  }

  async newestBeyond(kept: number): Promise<EpochMs | undefined> {
    const [no, at] = [logTable.column('logNo'), logTable.column('at')];
    const rows: unknown = await this.#units.rereading(() => this.#units.reading.table(logTable.name).select(at).orderBy([{ column: at, order: 'desc' }, { column: no, order: 'desc' }]).limit(1).offset(kept));
    const [row] = rows as readonly Readonly<Record<string, unknown>>[];
    return row && epochMs.decode(row[at]);
  }
}
