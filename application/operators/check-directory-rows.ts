import type { Journal } from '../ports/journal.js';
import type { RowIntegrity } from '../ports/row-integrity.js';

/** Looks through the whole directory for rows that were changed past the platform, used or not, and raises an alarm for each (INT-01): small enough to be done often, where orders by the million are for a command at night. */
export class CheckDirectoryRows {
  readonly #integrity: Pick<RowIntegrity, 'verifyDirectory'>;
  readonly #journal: Pick<Journal, 'alarm'>;
  constructor(integrity: Pick<RowIntegrity, 'verifyDirectory'>, journal: Pick<Journal, 'alarm'>) {
    this.#integrity = integrity;
    this.#journal = journal;
  }

  async run(): Promise<void> {
    const { changed, named } = await this.#integrity.verifyDirectory();
    for (const { table, rowNo } of named) this.#journal.alarm('row-tampered', { table, rowNo });
    if (changed > named.length) this.#journal.alarm('rows-tampered', { rows: changed });
  }
}
