import type { ListQuery } from '../../contracts/lists/list-query.js';
import type { ListView } from '../../contracts/lists/list-view.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';

/** Whose rows may be seen. Put on by the reader itself, whatever the filters say. */
export type RowScope = { readonly kind: 'all' } | { readonly kind: 'institution'; readonly institutionNo: string };

/** `time` epoch ms, `money` bigint fen, `count` number, `day`, `code`, `text` and masked `mobile` text, `progress` the moments of its steps. */
export type CellValue = string | number | bigint | readonly (EpochMs | undefined)[] | undefined;
/** Values by the names of the list's columns. */
export type ListRow = Readonly<Record<string, CellValue>>;

export interface ListTotals {
  /** Rows of the whole filtered result. */
  readonly count: number;
  /** Of the columns that the list adds up. */
  readonly sums: Readonly<Record<string, number | bigint>>;
}

export interface ListPage {
  readonly rows: readonly ListRow[];
  /** For the page behind this one; undefined on the last. */
  readonly nextCursor: string | undefined;
  readonly totals: ListTotals;
}

/** Reads the lists of `contracts/lists`. A list of an institution is read with its scope, one of the platform with `all`: anything else is a fault. */
export interface ListReader {
  /** Throws `BadCursor` for a place that this list has not given out. */
  page(view: ListView, query: ListQuery, scope: RowScope): Promise<ListPage>;
  /** The whole filtered result from its first row, some hundred rows at a time. Ends with the signal's reason once it is aborted. */
  stream(view: ListView, query: ListQuery, scope: RowScope, signal?: AbortSignal): AsyncIterable<readonly ListRow[]>;
}

export class BadCursor extends Error {
  override readonly name = 'BadCursor';
}
