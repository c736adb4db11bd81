import { laterMention, maxMentions, rowsWrittenText, type RowMention } from '../../../../domain/audit/rows-written.js';

/** Stores one audit entry, which tells of these rows or of none. */
export type StoreEntry = (rowsWritten: string | undefined) => Promise<void>;

/** What one unit wrote of rows that carry a code, and its audit entries: the last of them tells of all those rows, so that it costs no statement (INT-02). */
export class UnitJournal {
  readonly #rows = new Map<string, RowMention>();
  readonly #entries: StoreEntry[] = [];

  wrote(mention: RowMention): void {
    const row = mention.key.length === 1 ? `${mention.table} ${mention.key[0] ?? ''}` : JSON.stringify([mention.table, ...mention.key]);
    this.#rows.set(row, laterMention(this.#rows.get(row), mention));
    if (this.#rows.size > maxMentions) throw new RangeError(`a unit of work that writes more than ${maxMentions} rows under a code`);
  }

  add(store: StoreEntry): void { this.#entries.push(store); }

  /** A unit without an entry tells of nothing: the next one that writes its rows tells of a later version (decision 0041). */
  async store(): Promise<void> {
    const last = this.#entries.length - 1;
    const text = last < 0 || this.#rows.size === 0 ? undefined : rowsWrittenText([...this.#rows.values()]);
    for (const [place, store] of this.#entries.entries()) await store(place === last ? text : undefined);
  }
}
