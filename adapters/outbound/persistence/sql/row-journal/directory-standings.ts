import type { JournalFlaw } from '../../../../../application/ports/row-integrity.js';
import { standingAfter, type RowMention, type RowStanding } from '../../../../../domain/audit/rows-written.js';
import { directoryTables, type DirectoryTable } from '../coded-tables.js';
import { keyIn, keyPage } from '../key-pages.js';
import type { Handle } from '../unit-scope.js';
import { versionIn } from './findings.js';

export interface Suspect { readonly table: string; readonly key: readonly string[]; readonly flaw: JournalFlaw }

const pageRows = 500;
const names: ReadonlySet<string> = new Set(directoryTables.map(({ table }) => table.name));
const textOf = (key: readonly (string | number)[]): string => JSON.stringify(key.map(String));

/** What the log says of each row of the directory that ever was. Rows of the directory come and go, so all of it is needed before one can be judged; a city has some thousands of them. */
export class DirectoryStandings {
  readonly #standings = new Map<string, Map<string, RowStanding>>();
  /** Rows that went, or came again: their versions count anew. */
  readonly #ofLives = new Set<string>();
  #isWhole = false;

  take(mentions: readonly RowMention[]): void {
    for (const mention of mentions) {
      if (!names.has(mention.table)) continue;
      const rows = this.#rowsOf(mention.table);
      const key = textOf(mention.key);
      if (mention.deed === 'removed' || (mention.deed === 'added' && rows.has(key))) this.#ofLives.add(`${mention.table} ${key}`);
      rows.set(key, standingAfter(rows.get(key), mention));
    }
  }

  /** The log has told of every row once: one that it never told of was not written by the platform since. */
  noteWhole(): void { this.#isWhole = true; }

  hasOneLife({ table, key }: RowMention): boolean { return !this.#ofLives.has(`${table} ${textOf(key)}`); }

  /** Rows that are not as the log says, as far as it was read. */
  async suspects(reading: Handle): Promise<readonly Suspect[]> {
    const found: Suspect[] = [];
    for (const { table, keys } of directoryTables) {
      const standings = this.#rowsOf(table.name);
      const seen = new Set<string>();
      for await (const row of rowsOf(reading, { table, keys })) {
        const key = keyIn(row, keys).map(String);
        seen.add(textOf(key));
        const flaw = this.#flawOf(standings.get(textOf(key)), versionIn(row));
        if (flaw !== undefined) found.push({ table: table.name, key, flaw });
      }
      for (const [key, { kind }] of standings) if (kind === 'there' && !seen.has(key)) found.push({ table: table.name, key: JSON.parse(key) as readonly string[], flaw: 'missing' });
    }
    return found;
  }

  #flawOf(standing: RowStanding | undefined, version: number): JournalFlaw | undefined {
    if (standing === undefined) return this.#isWhole ? 'returned' : undefined;
    if (standing.kind === 'gone') return 'returned';
    return standing.kind === 'there' && version < standing.version ? 'older' : undefined;
  }

  #rowsOf(table: string): Map<string, RowStanding> {
    const known = this.#standings.get(table) ?? new Map<string, RowStanding>();
    this.#standings.set(table, known);
    return known;
  }
}

async function* rowsOf(reading: Handle, { table, keys }: DirectoryTable): AsyncGenerator<Readonly<Record<string, unknown>>> {
  for (let after: ReturnType<typeof keyIn> | undefined; ;) {
    const rows = await keyPage(reading.table(table.name).select([...keys, 'version']), keys, after, pageRows) as readonly Readonly<Record<string, unknown>>[];
    yield* rows;
    if (rows.length < pageRows) return;
    after = keyIn(rows.at(-1) ?? {}, keys);
  }
}

export const isSameRow = ({ table, key }: Pick<Suspect, 'table' | 'key'>, mention: RowMention): boolean => mention.table === table && textOf(mention.key) === textOf(key);
