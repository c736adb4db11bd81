import { columnsOf, type FrontColumn, type FrontTable } from './front-columns.js';

export type LengthMode = 'char' | 'byte';

/** SQLite takes anything into any column; a real front database does not, so every column says what it takes. */
function check({ name, type, length }: FrontColumn, mode: LengthMode): string {
  const column = `"${name}"`;
  const size = mode === 'byte' ? `length(cast(${column} as blob))` : `length(${column})`;
  const takes: Readonly<Record<string, string>> = {
    varchar: `typeof(${column}) = 'text' and ${size} <= ${length ?? 0}`,
    char: `typeof(${column}) = 'text' and ${size} = ${length ?? 0}`,
    int: `typeof(${column}) = 'integer'`,
    datetime: `${column} is datetime(${column})`,
  };
  return `${column} ${type}${length === undefined ? '' : `(${length})`} check (${column} is null or (${takes[type] ?? '0'}))`;
}

export function createStatement(table: FrontTable, mode: LengthMode): string {
  const columns = columnsOf(table).map((column) => check(column, mode));
  // The document gives table 7-16 no key, so neither do we.
  const key = table.key === undefined ? [] : [`primary key ("${table.key}")`];
  return `create table if not exists "${table.name}" (${[...columns, ...key].join(', ')})`;
}
