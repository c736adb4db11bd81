import { gbkOf } from '../../shared/gbk.js';

/** Value of a column by its number, from 1; a column without one is blank. */
export type Columns = Readonly<Record<number, string>>;

const firstForty = [3, 11, 11, 6, 10, 19, 12, 4, 2, 21, 2, 32, 2, 6, 10, 13, 13, 4, 15, 2, 2, 6, 2, 4, 32, 1, 21, 15, 1, 15, 32, 13, 13, 8, 32, 13, 13, 12, 2, 1];
/** Widths in bytes of transactions and disputes (protocol section 9). */
export const zmWidths: readonly number[] = [...firstForty, 32, 98];
export const joinedZmWidths: readonly number[] = [...firstForty, 131];
export const zmeWidths: readonly number[] = [3, 11, 11, 6, 10, 19, 12, 4, 2, 2, 6, 10, 4, 12, 13, 13, 15, 15, 1, 12, 2, 135];

const blank = 0x20;

/** Each column in GBK, cut or padded to its width in bytes (half a character may be left at its end), a blank between columns, CRLF at the end. */
export function fixedWidthLine(widths: readonly number[], columns: Columns): Buffer {
  const line = Buffer.alloc(widths.reduce((sum, width) => sum + width + 1, 1), blank);
  let start = 0;
  widths.forEach((width, index) => {
    gbkOf(columns[index + 1] ?? '').copy(line, start, 0, width);
    start += width + 1;
  });
  line.write('\r\n', line.length - 2, 'latin1');
  return line;
}
