import { countText, yuanText } from './money.js';
import { dayText, timeText } from './times.js';

/** As a list sends it. */
export type Cell = string | number | null | readonly (number | null)[];
export interface CellColumn { readonly type: string; readonly codes?: readonly { readonly code: string; readonly label: string }[] | undefined; readonly steps?: readonly string[] | undefined }

/** What stands where there is nothing to say. */
export const nothingText = '–';

/** One cell in words. */
export function cellText(column: CellColumn, cell: Cell | undefined): string {
  if (cell === null || cell === undefined || cell === '') return nothingText;
  if (column.type === 'progress') return progressText(column.steps ?? [], Array.isArray(cell) ? cell as readonly (number | null)[] : []);
  const one = cell as string | number;
  if (column.type === 'time') return timeText(Number(one));
  if (column.type === 'day') return dayText(String(one));
  if (column.type === 'money') return yuanText(String(one));
  if (column.type === 'count') return countText(one);
  if (column.codes !== undefined) return column.codes.find(({ code }) => code === String(one))?.label ?? String(one);
  return String(one);
}

/** The step that was reached last. */
function progressText(steps: readonly string[], moments: readonly (number | null)[]): string {
  const last = moments.findLastIndex((moment) => moment !== null);
  return last < 0 ? nothingText : `${steps[last] ?? ''} ${last + 1}/${Math.max(steps.length, moments.length)}`.trim();
}

export const isNumeric = (type: string): boolean => type === 'money' || type === 'count';
