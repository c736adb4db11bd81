import { AsyncLocalStorage } from 'node:async_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { DueJob } from '../../../../application/ports/jobs.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import { CompiledInserts } from './compiled-inserts.js';
import { CommitRefused, CommitUnknown, isPassing, type DriverConnection, type SqlEngine } from './engine.js';
import { KeptStatements } from './kept-statements.js';
import { UnitScope, type Handle, type WritingHandle } from './unit-scope.js';

/** A unit that lost a race is run again at most this often (unit-of-work port). */
export const maxReruns = 5;
/** Longest wait before the first run again; doubles each time. Real time: it parts processes, it is not business time. */
const firstPauseMs = 8;

/** A unit that is open in this flow of work, and the open units of other runners around it. */
interface OpenUnit { readonly runner: UnitRunner; readonly scope: UnitScope; readonly outer: OpenUnit | undefined }

/** One for all runners: every further storage costs each promise of the process a step, for as long as it lives. */
const openUnits = new AsyncLocalStorage<OpenUnit | undefined>();

/** The innermost unit of this flow that has not ended; ended ones are let go, or a flow that never ends would gather them. */
function innermostOpen(): OpenUnit | undefined {
  let unit = openUnits.getStore();
  while (unit?.scope.ended) unit = unit.outer;
  return unit;
}

/** Runs units of work on one engine: one connection, one transaction, run again after a lost race. */
export class UnitRunner {
  readonly engine: SqlEngine;
  readonly #pool: Handle;
  readonly #inserts: CompiledInserts;
  readonly #kept: KeptStatements;
  readonly #listeners = new Set<(due: readonly DueJob[]) => void>();

  constructor(engine: SqlEngine) {
    this.engine = engine;
    this.#inserts = new CompiledInserts(engine.writer, engine.rowsPerInsert);
    this.#kept = new KeptStatements(engine.writer);
    // Outside a unit such a statement is rare, and knex takes the connection for it.
    this.#pool = { table: (name) => engine.reader(name), kept: async (_, make) => { const answer: unknown = await make(this.#pool); return answer; } };
  }

  /** For reads: inside a unit its own connection (the pool would wait for it, or not see its changes), outside the reader's pool. */
  get reading(): Handle { return this.#current()?.reading ?? this.#pool; }

  /** Runs `work` in a transaction. Inside another unit of the same flow it becomes a part of that one. */
  async run<T>(work: (scope: UnitScope) => Promise<T>): Promise<T> {
    const outer = this.#current();
    if (outer) return outer.join(() => work(outer));
    for (let reruns = 0; ; reruns++) {
      try {
        return await this.#once(work);
      } catch (error) {
        if (reruns >= maxReruns || !this.#mayRunAgain(error)) throw error;
        await pause(Math.random() * firstPauseMs * 2 ** reruns);
      }
    }
  }

  /**
   * Reads outside a unit, once more on a new connection when the line broke: pooled connections die with a restarted server and nobody
   * notices before they are used.
   */
  async rereading<T>(work: () => Promise<T>): Promise<T> {
    if (this.#current()) return work();
    try {
      return await work();
    } catch (error) {
      if (!this.#isLost(error)) throw error;
      return work();
    }
  }

  /** Called after each commit that made jobs due. */
  onNudge(listener: (due: readonly DueJob[]) => void): () => void {
    this.#listeners.add(listener);
    return () => { this.#listeners.delete(listener); };
  }

  #current(): UnitScope | undefined {
    for (let unit = innermostOpen(); unit; unit = unit.outer) if (unit.runner === this && !unit.scope.ended) return unit.scope;
    return undefined;
  }

  async #once<T>(work: (scope: UnitScope) => Promise<T>): Promise<T> {
    const client = poolOf(this.engine.writer);
    const connection = await client.acquireConnection();
    const { locksRows, writer } = this.engine;
    const own: WritingHandle = {
      table: (name) => writer(name).connection(connection), insert: (table, row) => this.#inserts.run(connection, table, row),
      insertAll: (table, columns, rows) => this.#inserts.runAll(connection, table, columns, rows),
      kept: (name, make, values) => this.#kept.run(connection, name, () => make(own), values),
      copy: async (table, columns, rows) => { await writer(writer.raw(`?? (${columns.map(() => '??').join(', ')})`, [table, ...columns])).connection(connection).insert(rows); },
    };
    const scope = new UnitScope({ own, locksRows, revive: () => this.#revive(connection) });
    let value: T;
    try {
      await this.#begin(connection);
      value = await this.#workAndCommit(connection, scope, work);
    } finally {
      scope.end();
      await client.releaseConnection(connection);
    }
    if (scope.due.length > 0) this.#nudgeAll(scope.due);
    return value;
  }

  async #begin(connection: DriverConnection): Promise<void> {
    try {
      await this.engine.begin(connection);
    } catch (error) {
      if (!isPassing(this.engine.classify(error))) this.engine.discard(connection);
      throw error;
    }
  }

  /**
   * After a failed insert a PostgreSQL transaction answers nothing any more; the row that made it fail is committed, so a new one sees it. On the same
   * connection: a unit that held one and waited for another would, with enough of its kind, wait for itself.
   */
  async #revive(connection: DriverConnection): Promise<void> {
    if (!this.engine.errorAbortsTransaction) return;
    await this.engine.rollback(connection);
    await this.engine.begin(connection);
  }

  async #workAndCommit<T>(connection: DriverConnection, scope: UnitScope, work: (scope: UnitScope) => Promise<T>): Promise<T> {
    let value: T;
    try {
      value = await openUnits.run({ runner: this, scope, outer: innermostOpen() }, () => work(scope));
      if (scope.doom) throw scope.doom.error;
      if (!scope.writesNothing) await scope.finish();
    } catch (error) {
      if (this.#isLost(error)) this.engine.discard(connection);
      else await this.#rollback(connection);
      throw error;
    }
    if (scope.writesNothing) await this.#rollback(connection);
    else await this.#commit(connection);
    return value;
  }

  async #commit(connection: DriverConnection): Promise<void> {
    try {
      await this.engine.commit(connection);
    } catch (error) {
      this.engine.discard(connection);
      if (error instanceof CommitRefused || isPassing(this.engine.classify(error))) throw error;
      throw new CommitUnknown('it is not known whether the unit of work was stored', { cause: error });
    }
  }

  /** A rollback that fails is no news to the caller: the connection is closed, which undoes the transaction as well. */
  async #rollback(connection: DriverConnection): Promise<void> {
    try {
      await this.engine.rollback(connection);
    } catch {
      this.engine.discard(connection);
    }
  }

  /** A line that broke before COMMIT was sent stored nothing: the server rolls back what it no longer hears of. */
  #mayRunAgain(error: unknown): boolean {
    if (error instanceof CommitUnknown) return false;
    return error instanceof ConcurrentChange || isPassing(this.engine.classify(error)) || this.#isLost(error);
  }

  #isLost(error: unknown): boolean { return this.engine.classify(error) === 'CONNECTION_LOST'; }

  /** The unit is stored whatever a listener does; a worker that misses a nudge finds the job at its next look. */
  #nudgeAll(due: readonly DueJob[]): void {
    for (const listener of this.#listeners) {
      try {
        listener(due);
      } catch {
        continue;
      }
    }
  }
}

interface ConnectionPool { acquireConnection(): Promise<DriverConnection>; releaseConnection(connection: DriverConnection): Promise<void> }

/** knex's own transaction objects hide a failed COMMIT and cost as much as three inserts; a connection taken from its pool does neither. */
const poolOf = (instance: Knex): ConnectionPool => instance.client as ConnectionPool;
