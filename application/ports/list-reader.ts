import type { ListQuery } from '../../contracts/lists/list-query.js';
import type { ListView } from '../../contracts/lists/list-view.js';
import type { EpochMs } from '../../domain/kernel/china-time.js';
import type { DataScope } from '../../domain/operators/operator.js';

/** Whose rows may be seen. Put on by the reader itself, whatever the filters say. */
export type RowScope = DataScope;

/** Whether a list is for whoever may see these rows: an institution's own for an institution, one of the platform for everything, and where it says whose its rows are, for a part of them. */
export const isReadable = ({ rowScope, byPayee }: Pick<ListView, 'rowScope' | 'byPayee'>, { kind }: RowScope): boolean =>
  (rowScope === 'institution' ? kind === 'institution' : kind === 'all' || byPayee === true);

/** A scope as it is kept beside what was read with it. */
export function scopeText(scope: RowScope): string {
  switch (scope.kind) {
    case 'all': return 'all';
    case 'institution': return `institution:${scope.institutionNo}`;
    case 'region': return `region:${scope.regionCode}`;
  }
}

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
}

/** Reads the lists of `contracts/lists`. A scope for which a list is not (`isReadable`) is a fault. */
export interface ListReader {
  /** Throws `BadCursor` for a place that this list has not given out. */
  page(view: ListView, query: ListQuery, scope: RowScope): Promise<ListPage>;
  /** Of the whole filtered result, whichever page is shown: among millions of rows that takes far longer than a page does. */
  totals(view: ListView, query: ListQuery, scope: RowScope): Promise<ListTotals>;
  /** The whole filtered result from its first row, some hundred rows at a time. Ends with the signal's reason once it is aborted. */
  stream(view: ListView, query: ListQuery, scope: RowScope, signal?: AbortSignal): AsyncIterable<readonly ListRow[]>;
}

export class BadCursor extends Error {
  override readonly name = 'BadCursor';
}
