import type { Journal } from '../../../application/ports/journal.js';
import type { Readers, Stores, UnitOfWork } from '../../../application/ports/unit-of-work.js';
import { TamperedError } from '../../../application/ports/vault.js';

/** Raises an alarm for every row that was met changed past the platform, whoever meets it; the fault goes on, so that nothing is done with it (INT-01). */
export class WatchedUnitOfWork implements UnitOfWork {
  readonly #watched: UnitOfWork;
  readonly #journal: Pick<Journal, 'alarm'>;
  /** A fault passes every unit that is open around it, and is told once. */
  readonly #told = new WeakSet<Error>();
  constructor(watched: UnitOfWork, journal: Pick<Journal, 'alarm'>) {
    this.#watched = watched;
    this.#journal = journal;
  }

  run<T>(work: (stores: Stores) => Promise<T>): Promise<T> { return this.#telling(this.#watched.run(work)); }
  read<T>(work: (readers: Readers) => Promise<T>): Promise<T> { return this.#telling(this.#watched.read(work)); }

  async #telling<T>(asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof TamperedError && !this.#told.has(error)) {
        this.#told.add(error);
        this.#journal.alarm('row-tampered', { table: error.row?.table, rowNo: error.row?.rowNo });
      }
      throw error;
    }
  }
}
