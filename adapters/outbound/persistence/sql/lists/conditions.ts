import type { Knex } from 'knex';
import { wordsOf, type CodeTableName } from '../../../../../contracts/lists/codes.js';
import type { DayRange, FilterValue } from '../../../../../contracts/lists/list-query.js';
import { maxFilterChars } from '../../../../../contracts/lists/query-schema.js';
import { dayMs, readLongTime, type BusinessDay, type EpochMs } from '../../../../../domain/kernel/china-time.js';
import { isStorable } from '../codecs.js';
import { formula, type Formula } from './list-db.js';
import type { Asked, Condition } from './list-source.js';

/** No row. */
export const none = (query: Knex.QueryBuilder): void => { query.whereRaw('1 = 0'); };

export const rangeOf = (value: FilterValue | undefined): DayRange => (typeof value === 'object' ? value : { from: undefined, to: undefined });

/** First moment of a day in China. */
export function startOf(day: BusinessDay): EpochMs {
  const read = readLongTime(`${day}000000`);
  if (!read.ok) throw new RangeError('not a day');
  return read.value;
}

/** Days of a `yyyyMMdd` column. */
export const days = (column: string): Condition => (query, value) => {
  const { from, to } = rangeOf(value);
  // One day as such: behind it an index has the rows of the day in the order of the list.
  if (from !== undefined && from === to) { query.where(column, from); return; }
  if (from !== undefined) query.where(column, '>=', from);
  if (to !== undefined) query.where(column, '<=', to);
};

/** Days in China of moments. */
export function momentsOf(query: Knex.QueryBuilder, { sql, values }: Formula, value: FilterValue): void {
  const { from, to } = rangeOf(value);
  if (from !== undefined) query.whereRaw(`${sql} >= ?`, [...values, startOf(from)]);
  if (to !== undefined) query.whereRaw(`${sql} < ?`, [...values, startOf(to) + dayMs]);
}
export const moments = (column: string): Condition => (query, value) => { momentsOf(query, formula('??', column), value); };

/** The words that a code stands for. */
export const coded = (column: string, table: CodeTableName): Condition => (query, value) => {
  const words = typeof value === 'string' ? wordsOf(table, value) : [];
  if (words.length === 0) none(query);
  else query.whereIn(column, [...words]);
};

/** A flag, asked for as 1 or 0. */
export const flagged = (column: string): Condition => (query, value) => {
  if (value === '1' || value === '0') query.where(column, Number(value));
  else none(query);
};

/**
 * A text that was never stored is not sent: servers refuse some (NUL), and compare a column of ASCII with anything else by converting all of it.
 */
const isAskable = (value: FilterValue, ascii: boolean): value is string => typeof value === 'string' && isStorable(value) && value.length <= maxFilterChars
  && (!ascii || /^[\x20-\x7e]+$/.test(value));

/** A condition on a text that may be sent; no row for any other. */
export const asText = (narrow: (query: Knex.QueryBuilder, text: string, asked: Asked) => void, ascii = true): Condition => (query, value, asked) => {
  if (isAskable(value, ascii)) narrow(query, value, asked);
  else none(query);
};

/** The whole of a number in a column of ASCII. */
export const whole = (column: string, ascii = true): Condition => asText((query, text) => { query.where(column, text); }, ascii);

/** One day of a `yyyyMMdd` column. */
export const oneDay = (column: string): Condition => whole(column);

/** `%` and `_` are letters like others. */
const pattern = (text: string): string => `%${text.toLowerCase().replace(/[!%_]/g, '!$&')}%`;

/** A part of a text, whatever its case, in a small table. */
export const partOf = (column: string, ascii = false): Condition => asText((query, text) => { query.whereRaw("lower(??) like ? escape '!'", [column, pattern(text)]); }, ascii);

interface Directory { readonly table: string; readonly id: string; readonly name: string }
const merchants: Directory = { table: 'channel_merchant', id: 'channel_merchant_id', name: 'channel_merchant_name' };
const payees: Directory = { table: 'payee', id: 'merchant_no', name: 'payee_name' };

/** Rows of those in a small table of the directory whose name is, or holds, the text. */
function named({ table, id, name }: Directory, column: string, match: 'whole' | 'part'): Condition {
  return (query, value, { db }) => {
    if (!isAskable(value, false)) { none(query); return; }
    const found = db.from(table, 'named').select(`named.${id}`);
    if (match === 'whole') found.where(`named.${name}`, value);
    else found.whereRaw("lower(??) like ? escape '!'", [`named.${name}`, pattern(value)]);
    query.whereIn(column, found);
  };
}

export const merchantNamed = (column: string): Condition => named(merchants, column, 'whole');
export const merchantNamedLike = (column: string): Condition => named(merchants, column, 'part');
export const payeeNamedLike = (column: string): Condition => named(payees, column, 'part');
