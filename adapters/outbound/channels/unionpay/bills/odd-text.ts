import type { FixedColumns } from './fixed-columns.js';

/** As the words of reconciliation ask. */
const maxOddCharacters = 700;
const gbk = new TextDecoder('gbk');

/**
 * A line for a person. Each column is decoded for itself, so that half a character at the end of one does not swallow the separator. What
 * cannot be shown or stored becomes U+FFFD.
 */
export function oddText(line: Buffer, columns: FixedColumns): string {
  const text = line.length === columns.lineBytes ? byColumns(line, columns) : gbk.decode(line);
  return text.replace(/\p{Cc}/gu, '\uFFFD').trimEnd().slice(0, maxOddCharacters).toWellFormed();
}

function byColumns(line: Buffer, { starts, widths }: FixedColumns): string {
  return starts.map((start, index) => {
    const end = start + (widths[index] ?? 0);
    return gbk.decode(line.subarray(start, end)) + line.toString('latin1', end, end + 1);
  }).join('');
}
