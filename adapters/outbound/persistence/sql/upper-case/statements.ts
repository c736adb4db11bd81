/** Quoted names, quoted texts, and the question marks between them. */
const pieces = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\?/g;

/** Placeholders in a statement; a question mark in a name or a text is none. */
export function countPlaceholders(sql: string): number {
  let count = 0;
  for (const [piece] of sql.matchAll(pieces)) if (piece === '?') count++;
  return count;
}

/** The statement with its placeholders numbered, as Oracle wants them. */
export function numberPlaceholders(sql: string): string {
  let count = 0;
  return sql.replace(pieces, (piece) => (piece === '?' ? `:${++count}` : piece));
}

/**
 * Throws when values are missing, too many or undefined. These drivers take a missing value for an OUT parameter: the statement would run, with
 * nothing in that place.
 */
export function refuseOtherThan(placeholders: number, values: readonly unknown[]): void {
  if (values.length !== placeholders) throw new Error(`a statement with ${placeholders} placeholders was given ${values.length} values`);
  if (values.includes(undefined)) throw new Error('a statement was given an undefined value');
}

/** Names are stored in upper case, always quoted: so reserved words do no harm and a DBA may write them without quotes. */
export const quoted = (name: string): string => `"${name.toUpperCase().replaceAll('"', '""')}"`;

/** The row by the names that the repositories use. */
export const lowerCased = (row: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name.toLowerCase(), value]));
