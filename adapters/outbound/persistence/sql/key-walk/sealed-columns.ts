import type { FieldPlace, Vault } from '../../../../../application/ports/vault.js';
import type { StoredRow } from '../codecs.js';

export type RawRow = Readonly<Record<string, unknown>>;

/** One table whose rows are brought to the keys of today. */
export interface WalkedTable {
  readonly name: string;
  /** Columns of its key, by which it is gone through; a second one is a number. */
  readonly keys: readonly string[];
  readonly columns: readonly string[];
  /** What of the row is to be written anew; undefined where it is under the keys of today. Throws TamperedError or UnreadableValue for a row that the platform did not write. */
  renew(row: RawRow): Promise<StoredRow | undefined>;
}

/** A column that holds envelopes, and the name of the place they are bound to where that is another one. */
export interface SealedColumn { readonly column: string; readonly place?: string }

/** Envelopes of a row that were made with another key than the one of today, made anew. */
export function resealed(vault: Vault, row: RawRow, sealed: readonly SealedColumn[], at: Pick<FieldPlace, 'table' | 'rowId'>): StoredRow {
  const changes: StoredRow = {};
  for (const { column, place: name = column } of sealed) {
    const envelope = row[column];
    if (typeof envelope !== 'string' || envelope === '' || vault.isCurrent(envelope)) continue;
    const place = { ...at, column: name };
    changes[column] = vault.seal(place, vault.open(place, envelope));
  }
  return changes;
}

export const orNothing = (changes: StoredRow): StoredRow | undefined => (Object.keys(changes).length === 0 ? undefined : changes);

/** A table whose rows are sealed and carry no code. */
export const sealedTable = (vault: Vault, { name, keys, more = [], sealed, rowId }: {
  readonly name: string; readonly keys: readonly string[]; readonly more?: readonly string[]; readonly sealed: readonly SealedColumn[]; readonly rowId: (row: RawRow) => string;
}): WalkedTable => ({
  name, keys, columns: [...new Set([...keys, ...more, ...sealed.map(({ column }) => column)])],
  renew: (row) => Promise.resolve(orNothing(resealed(vault, row, sealed, { table: name, rowId: rowId(row) }))),
});
