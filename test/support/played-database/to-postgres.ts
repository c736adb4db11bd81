/** Quoted names, quoted texts, and what changes between them. */
const pieces = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\?|:\d+|\bsystimestamp\b/g;

export const isDdl = (sql: string): boolean => /^\s*(create|alter|drop|truncate)\b/i.test(sql);

export interface Translated { readonly sql: string; readonly placeholders: number }

/** DM's or Oracle's SQL as PostgreSQL takes it. Only what our statements use: numbered placeholders, types, the word for now. */
export function toPostgres(sql: string): Translated {
  let placeholders = 0;
  const numbered = sql.replace(pieces, (piece) => {
    if (piece === '?') return `$${++placeholders}`;
    if (piece.startsWith(':')) {
      placeholders++;
      return `$${piece.slice(1)}`;
    }
    return piece === 'systimestamp' ? 'clock_timestamp()' : piece;
  });
  return { sql: isDdl(sql) ? withTypes(numbered) : numbered, placeholders };
}

/** Longest VARCHAR of DM; Oracle's is shorter. */
const mostBytes = { varchar: 8188, varchar2: 4000 } as const;
const integers: Readonly<Record<string, string>> = { 19: 'bigint', 10: 'int', 5: 'smallint' };

/** VARCHAR counts bytes; CLOB stays `text`, by which the answer knows it again. */
const withTypes = (sql: string): string => sql
  .replace(/("[^"]+") (varchar2?)\((\d+)(?: byte)?\)/g, (_, name: string, type: keyof typeof mostBytes, bytes: string) => {
    if (Number(bytes) > mostBytes[type]) throw new Error(`there is no ${type}(${bytes})`);
    return `${name} varchar check (octet_length(${name}) <= ${bytes})`;
  })
  .replace(/ number\((\d+)\)/g, (_, digits: string) => ` ${integers[digits] ?? 'numeric'}`)
  .replace(/ clob\b/g, ' text');
