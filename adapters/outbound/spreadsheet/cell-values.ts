import type { CellValue } from '../../../application/ports/list-reader.js';
import { labelOf } from '../../../contracts/lists/codes.js';
import type { ListColumn } from '../../../contracts/lists/list-view.js';
import { dashedTime, type EpochMs } from '../../../domain/kernel/china-time.js';
import { yuan, type FenSum } from '../../../domain/kernel/money.js';

/** What stands in a cell: a number or a text. A text is stored as a text, so that nothing in it is calculated (formula injection). */
export type SheetValue = string | number | null;

/** Longest text that Excel opens. */
export const maxCellChars = 32_767;
/** Up to here each fen of a sum in yuan has a number of its own (2^53 / 10): 15 digits, as many as Excel shows. */
export const maxNumberFen = 900_719_925_474_099n;

/** Yuan as the number nearest to it: division of whole numbers rounds once, and up to `maxNumberFen` its two decimals are the fen. Beyond, the exact text. */
export function yuanNumber(fen: bigint): SheetValue {
  return fen > maxNumberFen || fen < -maxNumberFen ? yuan(fen as FenSum) : Number(fen) / 100;
}

/** Without what XML has no sign for: a file that holds one of them is called damaged by Excel. */
export function cellText(text: string): string {
  const clean = text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, '');
  return clean.length > maxCellChars ? clean.slice(0, maxCellChars).toWellFormed() : clean;
}

const dashedDay = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;

function progressText(steps: readonly string[], moments: readonly (EpochMs | undefined)[]): string {
  return steps.flatMap((step, index) => (moments[index] === undefined ? [] : [`${step} ${dashedTime(moments[index])}`])).join('；');
}

/** A value of a list as people find it in the file. */
export function sheetValue(column: ListColumn, value: CellValue): SheetValue {
  if (value === undefined) return null;
  if (typeof value === 'bigint') return column.type === 'money' ? yuanNumber(value) : value.toString();
  if (typeof value === 'number') return column.type === 'time' ? dashedTime(value) : value;
  if (typeof value !== 'string') return progressText(column.steps ?? [], value);
  if (column.type === 'day') return dashedDay(value);
  return cellText(column.codes === undefined ? value : labelOf(column.codes, value));
}
