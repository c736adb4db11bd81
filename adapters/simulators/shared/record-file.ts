import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Books of a simulator that survive a restart, also one by a kill: each record is a line of JSON, appended before the call that made it is
 * answered. A later line about the same thing counts. Amounts are bigint and stand as text; `amounts` are their names.
 */
export class RecordFile<Entry extends object> {
  readonly #path: string | undefined;
  readonly #amounts: readonly string[];

  /** Without a path nothing is kept. */
  constructor(path: string | undefined, amounts: readonly string[]) {
    this.#path = path;
    this.#amounts = amounts;
  }

  /** All records, oldest first. A line that was cut off by a kill is the last one and was never answered: it is left out. Any other damage throws. */
  read(): readonly Entry[] {
    if (this.#path === undefined || !existsSync(this.#path)) return [];
    const revive = (name: string, value: unknown): unknown => (this.#amounts.includes(name) && typeof value === 'string' ? BigInt(value) : value);
    return readFileSync(this.#path, 'utf8').split('\n').slice(0, -1).map((line) => JSON.parse(line, revive) as Entry);
  }

  add(entry: Entry): void {
    if (this.#path !== undefined) appendFileSync(this.#path, lineOf(entry), { mode: 0o600 });
  }

  /** The whole anew, in place of what grew. Written beside and renamed, so that a kill leaves the old or the new. */
  rewrite(entries: readonly Entry[]): void {
    if (this.#path === undefined) return;
    mkdirSync(dirname(this.#path), { recursive: true, mode: 0o700 });
    writeFileSync(`${this.#path}.new`, entries.map(lineOf).join(''), { mode: 0o600 });
    renameSync(`${this.#path}.new`, this.#path);
  }
}

const lineOf = (entry: object): string => `${JSON.stringify(entry, (_name, value: unknown) => (typeof value === 'bigint' ? value.toString() : value))}\n`;
