/** Most rows that belong to one thing (attempts of an order); far beyond what the rules allow. */
export const maxRowsOfOne = 1000;

/** Rows of a page, when no more were asked for than a page may have: fewer than asked for would look like the last page. */
export function pageSize(limit: number, most: number): number {
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > most) throw new RangeError(`a page of ${limit} rows; at most ${most}`);
  return limit;
}

/** The rows, when they were asked for with one more than allowed and are all there. */
export function withinMaxRows<T>(table: string, rows: T[]): T[] {
  if (rows.length > maxRowsOfOne) throw new RangeError(`${table}: more than ${maxRowsOfOne} rows belong to one thing`);
  return rows;
}
