/** The byte widths of a line's columns in order; one separator byte stands after each column but the last (unionpay.md 9). */
export interface FixedColumns {
  readonly widths: readonly number[];
  /** First byte of each column. */
  readonly starts: readonly number[];
  readonly lineBytes: number;
}

function fixedColumns(widths: readonly number[]): FixedColumns {
  const starts: number[] = [];
  let next = 0;
  for (const width of widths) {
    starts.push(next);
    next += width + 1;
  }
  return { widths, starts, lineBytes: next - 1 };
}

/** Transactions. Older files have one column of 131 for the last two, which are as long together and are not used here: both forms are cut alike. */
export const zmColumns = fixedColumns([
  3, 11, 11, 6, 10, 19, 12, 4, 2, 21, 2, 32, 2, 6, 10, 13, 13, 4, 15, 2, 2,
  6, 2, 4, 32, 1, 21, 15, 1, 15, 32, 13, 13, 8, 32, 13, 13, 12, 2, 1, 32, 98,
]);

/** Disputes. */
export const zmeColumns = fixedColumns([3, 11, 11, 6, 10, 19, 12, 4, 2, 2, 6, 10, 4, 12, 13, 13, 15, 15, 1, 12, 2, 135]);

/** Columns 41 and 42 of ZM may be one. */
const joinedColumns = 2;

/**
 * The line as one character a byte, to be cut by `column`; undefined unless it has the length of a line and the same separator after every
 * column. One byte more is let pass: in another edition of the format the last, unused column has it. Text that was padded by characters and not by bytes is found out here.
 */
export function cutLine(line: Buffer, columns: FixedColumns): string | undefined {
  const { starts, lineBytes } = columns;
  const separator = line[(starts[1] ?? 0) - 1] ?? 0;
  if (line.length !== lineBytes && line.length !== lineBytes + 1) return undefined;
  if (!isSeparator(separator)) return undefined;
  for (let index = 2; index <= starts.length - joinedColumns; index++) {
    if (line[(starts[index] ?? 0) - 1] !== separator) return undefined;
  }
  return line.toString('latin1', 0, lineBytes);
}

/** A blank in every file seen [assumed]; what occurs in values cannot separate them. */
const isSeparator = (byte: number): boolean => byte === 0x09 || (byte >= 0x20 && byte <= 0x7e && !/[0-9A-Za-z]/.test(String.fromCharCode(byte)));

/** Column `no` (from 1, as in unionpay.md 9), blanks at its ends dropped. */
export function column(cut: string, columns: FixedColumns, no: number): string {
  const start = columns.starts[no - 1] ?? 0;
  return cut.slice(start, start + (columns.widths[no - 1] ?? 0)).trim();
}
