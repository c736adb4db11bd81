import type { Journal } from '../../../application/ports/journal.js';
import { TamperedError } from '../../../application/ports/vault.js';

/** Raises an alarm for every row that was met changed past the platform, whoever meets it; the fault goes on, so that nothing is done with it (INT-01). */
export class TamperWatch {
  readonly #journal: Pick<Journal, 'alarm'>;
  /** A fault passes everything that is open around it, and is told once. */
  readonly #told = new WeakSet<Error>();
  constructor(journal: Pick<Journal, 'alarm'>) { this.#journal = journal; }

  async over<T>(asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      this.tell(error);
      throw error;
    }
  }

  tell(error: unknown): void {
    if (!(error instanceof TamperedError) || this.#told.has(error)) return;
    this.#told.add(error);
    this.#journal.alarm('row-tampered', { table: error.row?.table, rowNo: error.row?.rowNo });
  }
}
