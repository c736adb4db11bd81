import { businessDay, dashedTime, readLongTime, type EpochMs } from '../kernel/china-time.js';
import { normaliseCertNo } from '../kernel/personal-data.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import { cleaned, cutToFit, sizeOf, type LengthMode } from './fit-text.js';
import { maskedValue } from './mask-value.js';
import type { SharedColumn } from './shared-column.js';
import type { SharedTable } from './shared-tables.js';

/** Clear values by column; moments as epoch ms in datetime columns. What is left out has no source and is empty. */
export type ClearValues = Readonly<Record<string, string | number | undefined>>;
export type SharedCell = string | number | undefined;

export interface SharedRow {
  readonly key: string;
  /** In the order of the table's columns; moments as `yyyy-MM-dd HH:mm:ss` in China. */
  readonly cells: readonly SharedCell[];
}

export interface MappingRules {
  readonly lengthMode: LengthMode;
  /** Whether a full value of this column is authorised. Asked only of columns that have a policy. */
  readonly isFull: (column: string) => boolean;
}

/** Names the column and the rule, never the value. */
export interface RowRefusal { readonly column: string; readonly why: 'too-long' | 'missing' | 'wrong-type' }
export interface MappedRow { readonly row: SharedRow; readonly warnings: readonly string[] }

/** The row as it may leave: masked, in the target's types, within its lengths. */
export function mapRow(table: SharedTable, values: ClearValues, rules: MappingRules): Result<MappedRow, RowRefusal> {
  const cells: SharedCell[] = [];
  const warnings: string[] = [];
  for (const column of table.columns) {
    const cell = cellOf(column, values[column.name], rules);
    if (!cell.ok) return cell;
    cells.push(cell.value.cell);
    if (cell.value.warning !== undefined) warnings.push(`${column.name}: ${cell.value.warning}`);
  }
  const key = cells[table.columns.findIndex(({ name }) => name === table.key)];
  return typeof key === 'string' && key !== '' ? ok({ row: { key, cells }, warnings }) : refuse({ column: table.key, why: 'missing' });
}

type Fitted = Result<{ readonly cell: SharedCell; readonly warning?: string }, RowRefusal>;
const empty: Fitted = ok({ cell: undefined });

function cellOf(column: SharedColumn, value: string | number | undefined, rules: MappingRules): Fitted {
  // Before anything is looked at: there is no way for a credential into a row, whoever fills the values.
  if (column.sharing === 'never' || value === undefined || value === '') return empty;
  switch (column.type.kind) {
    case 'int': return typeof value === 'number' && Number.isSafeInteger(value) ? ok({ cell: value }) : refuse({ column: column.name, why: 'wrong-type' });
    case 'datetime': return typeof value === 'number' ? ok({ cell: dashedTime(value) }) : refuse({ column: column.name, why: 'wrong-type' });
    case 'char': case 'varchar': return typeof value === 'string' ? textCell(column, column.type.length, value, rules) : refuse({ column: column.name, why: 'wrong-type' });
  }
}

function textCell(column: SharedColumn, length: number, given: string, { lengthMode, isFull }: MappingRules): Fitted {
  const mayBeFull = column.sharing === 'open' || isFull(column.name);
  if (!mayBeFull && column.sharing === 'withheld') return empty;
  const clear = formed(column, given);
  if (clear === undefined) return ok({ cell: undefined, warning: '不符合该列的格式，已留空' });
  // A phone that is too long for the column is no phone that could be masked into it.
  if (column.form === 'digits' && clear.length > length) return ok({ cell: undefined, warning: '超过长度，已留空' });
  const shown = mayBeFull || column.mask === undefined ? clear : maskedValue(column.mask, clear);
  if (shown === '') return empty;
  if (sizeOf(shown, lengthMode) <= length) return ok({ cell: shown });
  switch (column.overflow) {
    case 'refuse': return refuse({ column: column.name, why: 'too-long' });
    case 'empty': return ok({ cell: undefined, warning: '超过长度，已留空' });
    case 'cut': return ok({ cell: cutToFit(shown, length, lengthMode) || undefined, warning: '超过长度，已截断' });
  }
}

const ipv4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/;

/** The text as its column wants it; undefined where it cannot be. */
function formed(column: SharedColumn, given: string): string | undefined {
  if (column.form === 'v4') return ipv4.test(given) ? given : undefined;
  if (column.form === 'digits') return given.normalize('NFKC').replace(/[^0-9]/g, '');
  return column.mask === 'certificate' ? normaliseCertNo(given) : cleaned(given);
}

/** The day only: when exactly somebody logs in is nobody's business. */
export function roundedToDay(at: EpochMs): EpochMs {
  const midnight = readLongTime(`${businessDay(at)}000000`);
  return midnight.ok ? midnight.value : at;
}
