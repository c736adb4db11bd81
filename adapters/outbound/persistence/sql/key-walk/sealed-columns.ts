import type { FieldPlace, Vault } from '../../../../../application/ports/vault.js';
import type { StoredRow } from '../codecs.js';

export type RawRow = Readonly<Record<string, unknown>>;

/** One table whose rows are brought to the keys of today. */
export interface WalkedTable {
  readonly name: string;
  /** Columns of its key, by which it is gone through; a second one is a number, or a text where `isKeyOfTexts`. */
  readonly keys: readonly string[];
  readonly isKeyOfTexts?: boolean;
  readonly columns: readonly string[];
  /** An index of which there is one only beside these columns: a second row of its kind, written by a host that did not have the key in time, stays under the older key, under which it is found as well. */
  readonly once?: { readonly beside: readonly string[]; readonly index: string };
  /** What of the row is to be written anew; undefined where it is under the keys of today. Throws TamperedError or UnreadableValue for a row that the platform did not write. */
  renew(row: RawRow): Promise<StoredRow | undefined>;
}

/** A column that holds envelopes, and the name of the place they are bound to where that is another one. `index`: the column by which the same value is found. */
export interface SealedColumn { readonly column: string; readonly place?: string; readonly index?: IndexColumn }
/** `name`: under which the vault keeps its key; `written`: the one form in which the value is indexed, nothing where nobody may find the row by it. */
export interface IndexColumn { readonly column: string; readonly name: string; written(clear: string): string | undefined }

/** Envelopes and indexes of a row that were made with another key than the one of today, made anew. */
export function resealed(vault: Vault, row: RawRow, sealed: readonly SealedColumn[], at: Pick<FieldPlace, 'table' | 'rowId'>): StoredRow {
  const changes: StoredRow = {};
  // A value is only opened for its index where that may stand under another key.
  const mayBeOld = vault.indexKeys() !== 'one';
  for (const { column, place: name = column, index } of sealed) {
    const envelope = row[column];
    if (typeof envelope !== 'string' || envelope === '') continue;
    const known = index && mayBeOld ? row[index.column] : undefined;
    const isIndexed = typeof known === 'string' && known !== '';
    if (vault.isCurrent(envelope) && !isIndexed) continue;
    const place = { ...at, column: name };
    const clear = vault.open(place, envelope);
    if (!vault.isCurrent(envelope)) changes[column] = vault.seal(place, clear);
    const written = isIndexed ? index?.written(clear) : undefined;
    if (index === undefined || written === undefined) continue;
    const today = vault.blindIndex(index.name, written);
    if (today !== known) changes[index.column] = today;
  }
  return changes;
}

/** A payer's columns of one table, with those by which a payer is found there. */
export const payerColumns = (table: string, written: Readonly<Record<string, (clear: string) => string>>): readonly SealedColumn[] =>
  Object.entries(written).map(([column, form]) => ({ column, index: { column: `${column}_index`, name: `${table}.${column}`, written: form } }));

export const orNothing = (changes: StoredRow): StoredRow | undefined => (Object.keys(changes).length === 0 ? undefined : changes);

/** A table whose rows are sealed and carry no code. */
export const sealedTable = (vault: Vault, { name, keys, once, sealed, rowId }: {
  readonly name: string; readonly keys: readonly string[]; readonly once?: NonNullable<WalkedTable['once']>; readonly sealed: readonly SealedColumn[]; readonly rowId: (row: RawRow) => string;
}): WalkedTable => ({
  name, keys, ...once && { once }, columns: [...new Set([...keys, ...once?.beside ?? [], ...sealed.flatMap(({ column, index }) => (index ? [column, index.column] : [column]))])],
  renew: (row) => Promise.resolve(orNothing(resealed(vault, row, sealed, { table: name, rowId: rowId(row) }))),
});
