import { setTimeout as pause } from 'node:timers/promises';
import type { DataShareLooking, DataShareWriter, Looked, OutgoingBatch, RejectedRow, ShareAnswer } from '../../../../application/ports/data-sharing.js';
import type { SharedRow } from '../../../../domain/sharing/map-row.js';
import type { SharedTable } from '../../../../domain/sharing/shared-tables.js';
import type { FrontLine } from './front-line.js';
import { TableStatements, TimeOver } from './statements.js';
import { targetNames, type FrontNames, type TargetNames } from './target-names.js';

/** The front database (前置库) of the city: its tables, an account that may SELECT, INSERT and UPDATE them and nothing else. */
export class FrontDatabaseWriter implements DataShareWriter {
  readonly target: string;
  readonly looking: DataShareLooking;
  readonly #line: FrontLine;
  readonly #names: TargetNames;

  constructor(target: string, line: FrontLine, names: FrontNames) {
    this.target = target;
    this.#line = line;
    this.#names = targetNames(names);
    this.looking = {
      count: (table, timeoutMs) => this.#look(timeoutMs, () => this.#line.transaction((statements) => this.#of(table).count(statements))),
      rowsPerKey: (table, keys, timeoutMs) => this.#look(timeoutMs, () => this.#line.transaction((statements) => this.#of(table).rowsPerKey(statements, keys))),
    };
  }

  async write({ table, rows }: OutgoingBatch, timeoutMs: number): Promise<ShareAnswer> {
    const deadline = performance.now() + timeoutMs;
    const answer = await within(timeoutMs, this.#write(this.#of(table), rows, deadline));
    return answer ?? { kind: 'unknown', why: 'timeout' };
  }

  /** All rows in one transaction; where a row's own values stop it, in halves until that row is found: the others go. */
  async #write(table: TableStatements, rows: readonly SharedRow[], deadline: number): Promise<ShareAnswer> {
    const isOver = (): boolean => performance.now() > deadline;
    if (isOver()) return { kind: 'not-taken', why: 'timeout' };
    try {
      await this.#line.transaction((statements) => table.upsert(statements, rows, isOver));
      return { kind: 'taken', rejected: [] };
    } catch (error) {
      if (error instanceof TimeOver) return { kind: 'not-taken', why: 'timeout' };
      const fault = this.#line.faultOf(error);
      if (fault.kind === 'unknown') return { kind: 'unknown', why: fault.code };
      if (fault.kind !== 'row') return { kind: 'not-taken', why: `${fault.kind} ${fault.code}` };
      const [only] = rows;
      if (rows.length === 1 && only) return { kind: 'taken', rejected: [{ key: only.key, reason: fault.code }] };
    }
    const middle = Math.ceil(rows.length / 2);
    const rejected: RejectedRow[] = [];
    for (const half of [rows.slice(0, middle), rows.slice(middle)]) {
      const answer = await this.#write(table, half, deadline);
      // What the other half has stored is stored again with the next try.
      if (answer.kind !== 'taken') return answer;
      rejected.push(...answer.rejected);
    }
    return { kind: 'taken', rejected };
  }

  async #look<T>(timeoutMs: number, work: () => Promise<T>): Promise<Looked<T>> {
    try {
      const value = await within(timeoutMs, work());
      return value === undefined ? { kind: 'unknown', why: 'timeout' } : { kind: 'seen', value };
    } catch (error) {
      return { kind: 'unknown', why: this.#line.faultOf(error).code };
    }
  }

  #of(table: SharedTable): TableStatements { return new TableStatements(this.#line, table, this.#names); }
}

/** Undefined when the time is over; what goes on behind it ends by the engine's own limits. */
async function within<T>(timeoutMs: number, work: Promise<T>): Promise<T | undefined> {
  const limit = new AbortController();
  const timer = pause(timeoutMs, undefined, { signal: limit.signal, ref: false }).catch(() => undefined);
  work.catch(() => undefined);
  try {
    return await Promise.race([work, timer]);
  } finally {
    limit.abort();
  }
}
