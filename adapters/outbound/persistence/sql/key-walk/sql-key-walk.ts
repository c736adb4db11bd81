import type { Clock } from '../../../../../application/ports/clock.js';
import type { KeyWalk, KeyWalkPage, KeyWalkState } from '../../../../../application/ports/key-walk.js';
import { ConcurrentChange } from '../../../../../application/ports/unit-of-work.js';
import { TamperedError, type Vault } from '../../../../../application/ports/vault.js';
import { epochMs, int, optional, text, UnreadableValue } from '../codecs.js';
import { codedTableNames } from '../coded-tables.js';
import { endUncoded, rowCodeMark } from '../row-code-mark.js';
import { RowCodes } from '../row-codes.js';
import { SqlTable } from '../sql-table.js';
import type { UnitRunner } from '../unit-runner.js';
import type { UnitScope } from '../unit-scope.js';
import type { RawRow, WalkedTable } from './sealed-columns.js';
import { walkedTables } from './walked-tables.js';

interface WalkRow {
  readonly name: string; readonly keys: string; readonly tableIndex: number; readonly afterKey: string | undefined; readonly afterRound: number;
  readonly rowsSeen: number; readonly rowsRenewed: number; readonly rowsChanged: number; readonly begunAt: number; readonly endedAt: number | undefined; readonly version: number;
}
export const keyWalkTable = new SqlTable<WalkRow>('key_walk', {
  name: ['walk_name', text(32)], keys: ['key_names', text(200)], tableIndex: ['table_index', int], afterKey: ['after_key', optional(text(128))], afterRound: ['after_round', int], rowsSeen: ['rows_seen', int],
  rowsRenewed: ['rows_renewed', int], rowsChanged: ['rows_changed', int], begunAt: ['begun_at', epochMs], endedAt: ['ended_at', optional(epochMs)], version: ['version', int],
}, ['name']);

const walkName = 'rows';
const pageRows = 100;
const maxNamed = 20;

/** The walk is one row; who takes a page holds its lock, so processes take turns and each row is gone through once. */
export class SqlKeyWalk implements KeyWalk {
  readonly #units: UnitRunner;
  readonly #vault: Vault;
  readonly #clock: Clock;
  constructor(units: UnitRunner, vault: Vault, clock: Clock) {
    this.#units = units;
    this.#vault = vault;
    this.#clock = clock;
  }

  async state(): Promise<KeyWalkState | undefined> {
    const walk = await keyWalkTable.first({ reading: this.#units.reading, locksRows: false }, { name: walkName });
    return walk?.keys === this.#vault.currentKeys() ? stateOf(walk, this.#tables()) : undefined;
  }

  page(): Promise<KeyWalkPage> {
    return this.#units.run(async (scope) => {
      const mark = await rowCodeMark(scope, this.#vault);
      const tables = this.#tables(mark);
      const walk = await this.#begun(scope);
      if (walk.endedAt !== undefined) return { kind: 'nothing-to-do', state: stateOf(walk, tables), named: [] };
      const table = tables[walk.tableIndex];
      if (table !== undefined) return this.#onePage(scope, walk, table, tables);
      const isWhole = mark === undefined || mark.doneAt !== undefined || await endUncoded(scope, this.#vault, codedTableNames, this.#clock.now());
      // A row without a code that was moved meanwhile: once more from the start.
      const next = isWhole ? { ...walk, endedAt: this.#clock.now() } : { ...walk, tableIndex: 0, afterKey: undefined, afterRound: 0 };
      await keyWalkTable.put(scope, next);
      return { kind: isWhole ? 'ended' : 'page', state: stateOf(next, tables), named: [] };
    });
  }

  async #onePage(scope: UnitScope, walk: WalkRow, table: WalkedTable, tables: readonly WalkedTable[]): Promise<KeyWalkPage> {
    const rows = await pageOf(scope, table, walk);
    const named: { readonly table: string; readonly rowNo: string }[] = [];
    let renewed = 0;
    for (const row of rows) {
      const outcome = await this.#one(scope, table, row);
      if (outcome === 'changed' && named.length < maxNamed) named.push({ table: table.name, rowNo: table.keys.map((key) => String(row[key])).join(' ') });
      if (outcome === 'renewed') renewed += 1;
    }
    const last = rows.at(-1);
    const at = rows.length < pageRows || last === undefined
      ? { tableIndex: walk.tableIndex + 1, afterKey: undefined, afterRound: 0 }
      : { tableIndex: walk.tableIndex, afterKey: String(last[table.keys[0] ?? '']), afterRound: table.keys[1] === undefined ? 0 : int.decode(last[table.keys[1]]) };
    const next = { ...walk, ...at, rowsSeen: walk.rowsSeen + rows.length, rowsRenewed: walk.rowsRenewed + renewed, rowsChanged: walk.rowsChanged + named.length };
    await keyWalkTable.put(scope, next);
    return { kind: 'page', state: stateOf(next, tables), named };
  }

  /** Looked at without a lock first: most rows need nothing, and whoever pays shall not wait for them. */
  async #one(scope: UnitScope, table: WalkedTable, seen: RawRow): Promise<'kept' | 'renewed' | 'changed'> {
    try {
      if (await table.renew(seen) === undefined) return 'kept';
      const key = Object.fromEntries(table.keys.map((column) => [column, seen[column] as string | number]));
      const query = scope.reading.table(table.name).select([...table.columns]).where(key);
      const [row] = await (scope.locksRows ? query.forUpdate() : query) as readonly RawRow[];
      const changes = row && await table.renew(row);
      if (changes === undefined) return 'kept';
      await scope.writing().table(table.name).where(key).update(changes);
      return 'renewed';
    } catch (error) {
      // Never given a new code or envelope: that would make it right.
      if (error instanceof TamperedError || error instanceof UnreadableValue || error instanceof SyntaxError) return 'changed';
      throw error;
    }
  }

  /** The walk under its lock, begun anew where there is a new key. */
  async #begun(scope: UnitScope): Promise<WalkRow> {
    const known = await keyWalkTable.firstLocked(scope, { name: walkName });
    const keys = this.#vault.currentKeys();
    if (known?.keys === keys) return known;
    const fresh = { name: walkName, keys, tableIndex: 0, afterKey: undefined, afterRound: 0, rowsSeen: 0, rowsRenewed: 0, rowsChanged: 0, begunAt: this.#clock.now(), endedAt: undefined };
    if (known !== undefined) {
      await keyWalkTable.put(scope, { ...fresh, version: known.version });
      return { ...fresh, version: known.version + 1 };
    }
    try {
      await keyWalkTable.insert(scope, { ...fresh, version: 1 });
      return { ...fresh, version: 1 };
    } catch (error) {
      throw this.#units.engine.classify(error) === 'UNIQUE' ? new ConcurrentChange('another process began the walk', { cause: error }) : error;
    }
  }

  #tables(mark: Awaited<ReturnType<typeof rowCodeMark>> = undefined): readonly WalkedTable[] { return walkedTables(this.#vault, new RowCodes(this.#vault, () => Promise.resolve(mark))); }
}

async function pageOf(scope: UnitScope, { name, keys: [first = '', second], columns }: WalkedTable, { afterKey, afterRound }: WalkRow): Promise<readonly RawRow[]> {
  const query = scope.reading.table(name).select([...columns]).orderBy(second === undefined ? [first] : [first, second]).limit(pageRows);
  if (afterKey !== undefined && second === undefined) void query.where(first, '>', afterKey);
  if (afterKey !== undefined && second !== undefined) void query.where((behind) => { void behind.where(first, '>', afterKey).orWhere((same) => { void same.where(first, afterKey).andWhere(second, '>', afterRound); }); });
  return await query as readonly RawRow[];
}

const stateOf = ({ tableIndex, rowsSeen, rowsRenewed, rowsChanged, begunAt, endedAt }: WalkRow, tables: readonly WalkedTable[]): KeyWalkState =>
  ({ table: endedAt === undefined ? tables[tableIndex]?.name : undefined, rowsSeen, rowsRenewed, rowsChanged, begunAt, endedAt });
