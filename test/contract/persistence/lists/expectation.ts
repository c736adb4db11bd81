import type { ListRow } from '../../../../application/ports/list-reader.js';
import type { DayRange, ListQuery } from '../../../../contracts/lists/list-query.js';

/** What one list shows of the small city. */
export interface Expected {
  /** What names a row here. */
  by(row: ListRow): unknown;
  /** The rows by their names, in their order. */
  readonly rows: readonly unknown[];
  /** Cells of the first row. */
  readonly first: ListRow;
  /** What is left of the rows by each filter. */
  readonly narrowed: readonly (readonly [filters: ListQuery['filters'], rows: readonly unknown[]])[];
}

export const by = (...names: readonly string[]) => (row: ListRow): string => names.map((name) => String(row[name])).join(' ');

export const range = (from: string, to = from): DayRange => ({ from, to });
export const since = (from: string): DayRange => ({ from, to: undefined });
