import { TamperedError, type Vault } from '../../../../application/ports/vault.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import { isUnreadable, type Stored } from './codecs.js';
import type { RowCodeMark } from './row-code-mark.js';
import type { SqlTable } from './sql-table.js';

/** `older`: the code fits, under a key that is not used for new codes any more. */
export type Judged = 'fits' | 'older' | 'uncoded' | 'changed';
const judged = { current: 'fits', older: 'older', no: 'changed' } as const;

/** A row that carries a code over itself; undefined where an earlier release wrote it. Not every row of the directory says when it was made. */
export interface Coded { readonly createdAt?: EpochMs | undefined; readonly version: number; readonly rowMac: string | undefined }
/** What of a row is under its code in clear, because its column holds an envelope. */
export type Clear = Readonly<Record<string, string | undefined>>;

/** Under no code: the code itself, the version (which is counted apart), the payer's columns, whose clear values are under it instead, and the sealed number of a contact, which is bound to its row anyway. */
const uncovered = new Set(['row_mac', 'version', 'sealed_mobile', 'payer_name', 'payer_name_index', 'payer_mobile', 'payer_mobile_index', 'payer_cert_no', 'payer_cert_no_index']);
const noClear: Clear = {};

/**
 * Codes over rows on which money depends (INT-01): nobody who can write to the database, but has no key, changes an amount, a state, a payee or a number
 * unseen. Made over the columns as they are stored, each with its name, type and length; columns that hold nothing, or what reads like nothing, are left out,
 * so that one that a later release adds changes no code of an earlier one. Columns are never renamed, and what nothing means in one never becomes something else.
 */
export class RowCodes {
  readonly #vault: Vault;
  readonly #mark: () => Promise<RowCodeMark | undefined>;
  constructor(vault: Vault, mark: () => Promise<RowCodeMark | undefined>) {
    this.#vault = vault;
    this.#mark = mark;
  }

  /** The row with its code. `rise`: how many versions on it will be when it is written. */
  coded<R extends Coded>(table: SqlTable<R>, row: R, rise: 0 | 1, clear = noClear): R {
    return { ...row, rowMac: this.#vault.rowMac(table.name, rowText(table, row, row.version + rise, clear)) };
  }

  /** Throws TamperedError where the row is not as the platform wrote it. */
  async check<R extends Coded>(table: SqlTable<R>, row: R, clear = noClear): Promise<void> {
    if (await this.judge(table, row, clear) === 'changed') throw new TamperedError(`a row of ${table.name} was changed past the platform`, { row: { table: table.name, rowNo: table.keyOf(row) } });
  }

  /** `uncoded`: of an earlier release, as long as such rows are let pass (decision 0034). */
  async judge<R extends Coded>(table: SqlTable<R>, row: R, clear = noClear): Promise<Judged> {
    if (row.rowMac !== undefined) return this.#judgeCoded(table, row, row.rowMac, clear);
    const mark = await this.#mark();
    return mark !== undefined && mark.doneAt === undefined && row.createdAt !== undefined && row.createdAt < mark.sinceAt ? 'uncoded' : 'changed';
  }

  #judgeCoded<R extends Coded>(table: SqlTable<R>, row: R, rowMac: string, clear: Clear): Judged {
    try {
      return judged[this.#vault.rowMacFits(table.name, rowText(table, row, row.version, clear), rowMac)];
    } catch (error) {
      // What could not be written could not get a code either.
      if (isUnreadable(error)) return 'changed';
      throw error;
    }
  }
}

/** By table: names in their order, so that the order in which a program lists its columns is not under the code. */
const sortedNames = new Map<string, readonly string[]>();

function rowText<R extends Coded>(table: SqlTable<R>, row: R, version: number, clear: Clear): string {
  let names = sortedNames.get(table.name);
  if (names === undefined) sortedNames.set(table.name, names = table.columnNames.filter((name) => !uncovered.has(name)).sort());
  const stored = table.held(row);
  let text = `version${part(version)}`;
  for (const name of names) text += stored[name] === null ? '' : `|${name}${part(stored[name] ?? '')}`;
  for (const [name, value] of Object.entries(clear)) text += value === undefined || value === '' ? '' : `|${name}${part(value)}`;
  return text;
}

const part = (value: NonNullable<Stored>): string => {
  const text = String(value);
  return typeof value === 'number' ? `#${text.length}:${text}` : `=${text.length}:${text}`;
};
