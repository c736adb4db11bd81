import { maxNamedRows, type JournalFlaw, type JournalVerdict } from '../../../../../application/ports/row-integrity.js';
import { int, isUnreadable } from '../codecs.js';

/** The version of a stored row; one that cannot be read is older than all. */
export function versionIn(row: Readonly<Record<string, unknown>>): number {
  try {
    return int.decode(row['version']);
  } catch (error) {
    if (isUnreadable(error)) return 0;
    throw error;
  }
}

/** Rows that are remembered, so that one which many entries mention counts once; whoever put back more of them finds the rest counted more than once. */
const maxRemembered = 10_000;

/** What was found so far, the first of it by name. */
export class Findings {
  readonly #named: { readonly table: string; readonly rowNo: string; readonly flaw: JournalFlaw }[] = [];
  readonly #known = new Set<string>();
  #count = 0;

  add(table: string, key: readonly string[], flaw: JournalFlaw): void {
    const row = JSON.stringify([table, ...key]);
    if (this.#known.has(row)) return;
    if (this.#known.size < maxRemembered) this.#known.add(row);
    this.#count += 1;
    if (this.#named.length < maxNamedRows) this.#named.push({ table, rowNo: key.join(' '), flaw });
  }

  get verdict(): Pick<JournalVerdict, 'differing' | 'named'> { return { differing: this.#count, named: this.#named }; }
}
