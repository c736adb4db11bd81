import type { Knex } from 'knex';
import type { DueJob } from '../../../../application/ports/jobs.js';
import type { RowMention } from '../../../../domain/audit/rows-written.js';
import { UnitJournal, type StoreEntry } from './unit-journal.js';
import type { Stored, StoredRow } from './codecs.js';

/** Starts a query on one table, on the right connection. */
export interface Handle {
  table(name: string): Knex.QueryBuilder;
  /**
   * Runs a statement that is sent often with many values: `name` stands for its text, `make` builds it when the text is not known yet, `values` are all it
   * binds, in their order. Answers as the builder would.
   */
  kept(name: string, make: (handle: Handle) => Knex.QueryBuilder, values: readonly Stored[]): Promise<unknown>;
}

/** The same on the connection of an open unit. */
export interface WritingHandle extends Handle {
  /** Inserts a row with all columns its table has in this program. */
  insert(table: string, row: StoredRow): Promise<void>;
  /** Inserts many rows, in as few statements as this engine is sure to take. */
  insertAll(table: string, columns: readonly string[], rows: readonly (readonly Stored[])[]): Promise<void>;
  /** Inserts the rows of a select, whose columns are those named. */
  copy(table: string, columns: readonly string[], rows: Knex.QueryBuilder): Promise<void>;
}

/** What a repository works with: inside a unit of work its connection, outside of one the reader's pool. */
export interface Session {
  readonly reading: Handle;
  /** Rows read for a change are locked by the select. */
  readonly locksRows: boolean;
}

/** A session that may write: the open transaction of one unit. */
export interface WritingSession extends Session {
  /** For every INSERT and UPDATE. Throws when the unit has ended or may not write any more. */
  writing(): WritingHandle;
  /** For an INSERT that may find its row there already; must be the first write of the unit, so that nothing is lost when it is. */
  writingFirst(): WritingHandle;
  /** The first insert found its row there: this unit writes nothing, and reads on. */
  refuseWrites(): Promise<void>;
  /** Somebody listens for jobs after the commit. */
  nudgeAfterCommit(job: DueJob): void;
  /** A row that carries a code was written: the unit's audit entry says so (INT-02). */
  wrote(mention: RowMention): void;
  /** Stores an audit entry when the unit has done everything else, so that it can tell of all that was written. */
  storeAtEnd(store: StoreEntry): void;
}

interface ScopeHandles {
  readonly own: WritingHandle;
  readonly locksRows: boolean;
  /** Makes the transaction answer again after a statement failed. */
  revive(): Promise<void>;
}

/** One open transaction, seen by the repositories. */
export class UnitScope implements WritingSession {
  readonly locksRows: boolean;
  readonly #handles: ScopeHandles;
  #state: 'open' | 'read-only' | 'ended' = 'open';
  #written = false;
  readonly #due: DueJob[] = [];
  readonly #journal = new UnitJournal();
  #doom: { readonly error: unknown } | undefined;

  constructor(handles: ScopeHandles) {
    this.#handles = handles;
    this.locksRows = handles.locksRows;
  }

  get ended(): boolean { return this.#state === 'ended'; }
  /** What fell due by this unit. */
  get due(): readonly DueJob[] { return this.#due; }
  /** The error of a nested unit: the whole unit must not be stored, even if somebody caught it. */
  get doom(): { readonly error: unknown } | undefined { return this.#doom; }
  /** Nothing was written and nothing may be: rolled back rather than committed. */
  get writesNothing(): boolean { return this.#state === 'read-only'; }

  get reading(): Handle {
    if (this.#state === 'ended') throw new Error('this unit of work has ended');
    return this.#handles.own;
  }

  writing(): WritingHandle {
    if (this.#state !== 'open') throw new Error(`no write: this unit of work is ${this.#state}`);
    this.#written = true;
    return this.#handles.own;
  }

  writingFirst(): WritingHandle {
    if (this.#written) throw new Error('this insert must be the first write of its unit of work');
    return this.writing();
  }

  async refuseWrites(): Promise<void> {
    this.#state = 'read-only';
    await this.#handles.revive();
  }

  nudgeAfterCommit(job: DueJob): void { this.#due.push(job); }
  wrote(mention: RowMention): void { this.#journal.wrote(mention); }
  storeAtEnd(store: StoreEntry): void {
    this.writing();
    this.#journal.add(store);
  }
  /** The last writes of the unit. */
  finish(): Promise<void> { return this.#journal.store(); }
  end(): void { this.#state = 'ended'; }

  /** Runs a nested unit as a part of this one. */
  async join<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.#doom ??= { error };
      throw error;
    }
  }
}
