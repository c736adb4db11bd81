/** Quoted names, quoted texts, and what changes between them. */
const pieces = /"(?:[^"]|"")*"|'(?:[^']|'')*'|\?|\bsystimestamp\b/g;

export const isDdl = (sql: string): boolean => /^\s*(create|alter|drop|truncate)\b/i.test(sql);

export interface Translated { readonly sql: string; readonly placeholders: number }

/** DM's SQL as PostgreSQL takes it. Only what our statements use: numbered placeholders, types, the word for now. */
export function toPostgres(sql: string): Translated {
  let placeholders = 0;
  const numbered = sql.replace(pieces, (piece) => {
    if (piece === '?') return `$${++placeholders}`;
    return piece === 'systimestamp' ? 'clock_timestamp()' : piece;
  });
  return { sql: isDdl(sql) ? withTypes(numbered) : numbered, placeholders };
}

/** Longest VARCHAR of DM. */
const mostBytes = 8188;

/** VARCHAR counts bytes; CLOB stays `text`, by which the answer knows it again. */
const withTypes = (sql: string): string => sql
  .replace(/("[^"]+") varchar\((\d+)\)/g, (_, name: string, bytes: string) => {
    if (Number(bytes) > mostBytes) throw new Error(`DM has no varchar(${bytes})`);
    return `${name} varchar check (octet_length(${name}) <= ${bytes})`;
  })
  .replace(/ clob\b/g, ' text');
