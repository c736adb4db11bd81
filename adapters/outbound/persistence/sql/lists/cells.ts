import type { CellValue, ListRow } from '../../../../../application/ports/list-reader.js';
import type { Vault } from '../../../../../application/ports/vault.js';
import { codeOf } from '../../../../../contracts/lists/codes.js';
import type { ListColumn } from '../../../../../contracts/lists/list-view.js';
import { maskMobile } from '../../../../../domain/kernel/personal-data.js';
import { int, UnreadableValue } from '../codecs.js';
import { sqlName, stepName, type ListSource, type Names, type RawRow } from './list-source.js';

/** Name under which a row that shows a sealed phone number says whose it is. */
export const sealedIn = 'sealed_in_order';

const isNothing = (stored: unknown): stored is null | undefined => stored === null || stored === undefined;

/** Sums come as number, string or bigint; never as a fraction. */
export function exactInteger(stored: unknown): bigint {
  if (typeof stored === 'bigint') return stored;
  if (typeof stored === 'number' && Number.isSafeInteger(stored)) return BigInt(stored);
  if (typeof stored === 'string' && /^-?[0-9]{1,30}$/.test(stored)) return BigInt(stored);
  throw new UnreadableValue('not a whole number');
}

export const textOf = (stored: unknown): string | undefined => {
  if (isNothing(stored)) return undefined;
  if (typeof stored !== 'string') throw new UnreadableValue('not a text');
  return stored;
};

function cellOf(name: string, column: ListColumn, row: RawRow, vault: Vault): CellValue {
  const stored = row[sqlName(name)];
  if (column.type === 'progress') return (column.steps ?? []).map((_, step) => numberOf(row[stepName(name, step)]));
  if (isNothing(stored)) return undefined;
  if (column.type === 'money') return exactInteger(stored);
  if (column.type === 'time' || column.type === 'count') return numberOf(stored);
  // Flags are numbers.
  if (column.codes !== undefined) return codeOf(column.codes, typeof stored === 'number' || typeof stored === 'bigint' ? String(stored) : textOf(stored) ?? '');
  const text = textOf(stored) ?? '';
  if (column.type === 'mobile') return maskMobile(vault.open({ table: 'pay_order', column: 'payer_mobile', rowId: textOf(row[sealedIn]) ?? '' }, text));
  return text;
}

/** Origin and path of an address: its query may hold a secret. One that cannot be read is shown not at all. */
export function shownAddress(stored: unknown): string | undefined {
  const text = textOf(stored) ?? '';
  if (!URL.canParse(text)) return undefined;
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname}`;
}

const numberOf = (stored: unknown): number | undefined => (isNothing(stored) ? undefined : int.decode(stored));

/** A row as the list promises it. */
export const rowOf = (source: ListSource, row: RawRow, today: string, vault: Vault, names: Names): ListRow => Object.fromEntries(Object.entries(source.view.columns).map(([name, column]) => {
  const read = source.read[name];
  return [name, read ? read(row, today, vault, names) : cellOf(name, column, row, vault)];
}));
