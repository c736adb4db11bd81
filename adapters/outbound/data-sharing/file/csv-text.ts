import type { SharedCell } from '../../../../domain/sharing/map-row.js';
import type { OutgoingBatch } from '../../../../application/ports/data-sharing.js';

/** What a spreadsheet would run is led by an apostrophe; full-width signs count as well. */
const isFormula = /^[=+\-@＝＋－＠\t\r\n]/;
const shown = (cell: SharedCell): string => (typeof cell === 'string' ? (isFormula.test(cell) ? `'${cell}` : cell) : cell?.toString() ?? '');
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

/** RFC 4180 with a header, in the table's own names and order. */
export const csvText = ({ table, rows }: Pick<OutgoingBatch, 'table' | 'rows'>): string =>
  [line(table.columns.map(({ name }) => name)), ...rows.map(({ cells }) => line(cells.map(shown)))].join('');
