import type { CellValue } from '../../../application/ports/list-reader.js';
import { shownColumns, type ListColumn, type ListView } from '../../../contracts/lists/list-view.js';

/** One column of the sheet; crosses to the writing thread. */
export interface SheetColumn extends ListColumn { readonly total: boolean }

/** What the writing thread is told at its start. */
export interface SheetPlan {
  readonly title: string;
  readonly columns: readonly SheetColumn[];
  /** Rows of one sheet besides its heading and the totals. */
  readonly rowsPerSheet: number;
}

/** Excel's limit, less heading and totals. */
export const mostRowsPerSheet = 1_048_576 - 2;

export const planOf = (view: ListView, rowsPerSheet: number): SheetPlan =>
  ({ title: view.title, rowsPerSheet, columns: shownColumns(view).map(([name, column]) => ({ ...column, total: view.totals.includes(name) })) });

/** Cells of one row in the order of the columns. */
export type SheetRow = readonly CellValue[];

export type ToThread =
  | { readonly kind: 'rows'; readonly rows: readonly SheetRow[] }
  | { readonly kind: 'end' }
  /** So many bytes have been taken over. */
  | { readonly kind: 'taken'; readonly size: number };

export type FromThread =
  /** There is room for a page. */
  | { readonly kind: 'more'; readonly written: number }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'done'; readonly written: number };

/** Pages that may be on their way to the thread: one is written while the next is read. */
export const pagesAhead = 2;
/** Bytes on their way back before the thread waits. */
export const bytesAhead = 2_000_000;
