import type { Clock } from '../../../../../application/ports/clock.js';
import type { EpochMs } from '../../../../../domain/kernel/china-time.js';
import type { KeyWalk, KeyWalkPage, KeyWalkState } from '../../../../../application/ports/key-walk.js';
import { ConcurrentChange } from '../../../../../application/ports/unit-of-work.js';
import { TamperedError, type Vault } from '../../../../../application/ports/vault.js';
import { int, isUnreadable, type StoredRow } from '../codecs.js';
import { moneyTables } from '../coded-tables.js';
import { keyIn, keyPage } from '../key-pages.js';
import { credentialTable } from '../operator-columns.js';
import { endUncoded, rowCodeMark } from '../row-code-mark.js';
import { RowCodes } from '../row-codes.js';
import { blockTable, codeTable, inboundTable } from '../text-columns.js';
import type { UnitRunner } from '../unit-runner.js';
import type { UnitScope } from '../unit-scope.js';
import { UnusableDatabase } from '../unusable-database.js';
import { keyWalkTable, olderKeyStore, walkName, type WalkRow } from './key-walk-table.js';
import { possibleOf } from './one-of-a-kind.js';
import type { RawRow, WalkedTable } from './sealed-columns.js';
import { walkedTables } from './walked-tables.js';

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

  async leftSince(at: EpochMs): Promise<readonly { readonly table: string; readonly rows: number }[]> {
    const left: { readonly table: string; readonly rows: number }[] = [];
    for (const [table, written] of [[blockTable.name, blockTable.column('changedAt')], [codeTable.name, codeTable.column('madeAt')], [inboundTable.name, inboundTable.column('receivedAt')]] as const) {
      const [row = {}] = await this.#units.reading.table(table).count({ total: '*' }).where(written, '<', at) as readonly RawRow[];
      const rows = int.decode(row['total']);
      if (rows > 0) left.push({ table, rows });
    }
    return left;
  }

  async passwordsLeft(): Promise<number> {
    const [name, password] = [this.#vault.pepperName(), credentialTable.column('password')];
    if (name === undefined) return 0;
    const [row = {}] = await this.#units.reading.table(credentialTable.name).count({ total: '*' }).whereNotNull(password).whereNot(password, 'like', `%$${name}`) as readonly RawRow[];
    return int.decode(row['total']);
  }

  page(): Promise<KeyWalkPage> {
    return this.#units.run(async (scope) => {
      const mark = await rowCodeMark(scope, this.#vault);
      const tables = this.#tables(mark);
      const walk = await this.#begun(scope);
      if (walk.endedAt !== undefined) return { kind: 'nothing-to-do', state: stateOf(walk, tables), named: [] };
      const table = tables[walk.tableIndex];
      if (table !== undefined) return this.#onePage(scope, walk, table, tables);
      const isWhole = mark === undefined || mark.doneAt !== undefined || await endUncoded(scope, this.#vault, moneyTables(this.#vault, this.#codes(mark)), this.#clock.now());
      // A row without a code that was moved meanwhile: once more from the start.
      const next = isWhole ? { ...walk, endedAt: this.#clock.now() } : { ...walk, tableIndex: 0, afterKey: undefined, afterRound: 0 };
      await keyWalkTable.put(scope, next);
      return { kind: isWhole ? 'ended' : 'page', state: stateOf(next, tables), named: [] };
    });
  }

  async #onePage(scope: UnitScope, walk: WalkRow, table: WalkedTable, tables: readonly WalkedTable[]): Promise<KeyWalkPage> {
    const rows = await pageOf(scope, table, walk);
    const named: { readonly table: string; readonly rowNo: string }[] = [];
    let [renewed, changed] = [0, 0];
    for (const row of rows) {
      const outcome = await this.#one(scope, table, row);
      if (outcome === 'changed') changed += 1;
      if (outcome === 'changed' && named.length < maxNamed) named.push({ table: table.name, rowNo: table.keys.map((key) => String(row[key])).join(' ') });
      if (outcome === 'renewed') renewed += 1;
    }
    const last = rows.at(-1);
    const at = rows.length < pageRows || last === undefined
      ? { tableIndex: walk.tableIndex + 1, afterKey: undefined, afterRound: 0 }
      : { tableIndex: walk.tableIndex, ...placeOf(table, last) };
    const next = { ...walk, ...at, rowsSeen: walk.rowsSeen + rows.length, rowsRenewed: walk.rowsRenewed + renewed, rowsChanged: walk.rowsChanged + changed };
    await keyWalkTable.put(scope, next);
    return { kind: 'page', state: stateOf(next, tables), named };
  }

  /** Looked at without a lock first: most rows need nothing, and whoever pays shall not wait for them. */
  async #one(scope: UnitScope, table: WalkedTable, seen: RawRow): Promise<'kept' | 'renewed' | 'changed'> {
    const first = await renewalOf(table, seen);
    if (first === undefined || first === 'changed') return first ?? 'kept';
    const key = Object.fromEntries(table.keys.map((column) => [column, seen[column] as string | number]));
    const query = scope.reading.table(table.name).select([...table.columns]).where(key);
    const [row] = await (scope.locksRows ? query.forUpdate() : query) as readonly RawRow[];
    const wanted = row && await renewalOf(table, row);
    if (wanted === undefined || wanted === 'changed') return wanted ?? 'kept';
    const changes = row && await possibleOf(scope, table, row, wanted);
    if (changes === undefined) return 'kept';
    await scope.writing().table(table.name).where(key).update(changes);
    return 'renewed';
  }

  /** The walk under its lock, begun anew where there is a new key. */
  async #begun(scope: UnitScope): Promise<WalkRow> {
    const known = await keyWalkTable.firstLocked(scope, { name: walkName });
    const keys = this.#vault.currentKeys();
    if (known?.keys === keys) return known;
    // A process with an older key store would take it back to its own keys, and the others to theirs, for ever.
    if (known !== undefined && !this.#vault.hasKeys(known.keys)) throw new UnusableDatabase(olderKeyStore);
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

  #tables(mark: Awaited<ReturnType<typeof rowCodeMark>> = undefined): readonly WalkedTable[] { return walkedTables(this.#vault, this.#codes(mark)); }
  #codes(mark: Awaited<ReturnType<typeof rowCodeMark>>): RowCodes { return new RowCodes(this.#vault, () => Promise.resolve(mark)); }
}

/** A row that the platform did not write is never given a new code or envelope: that would make it right. */
async function renewalOf(table: WalkedTable, row: RawRow): Promise<StoredRow | 'changed' | undefined> {
  try {
    return await table.renew(row);
  } catch (error) {
    if (error instanceof TamperedError || isUnreadable(error)) return 'changed';
    throw error;
  }
}

const pageOf = async (scope: UnitScope, table: WalkedTable, walk: WalkRow): Promise<readonly RawRow[]> =>
  await keyPage(scope.reading.table(table.name).select([...table.columns]), table.keys, behindOf(table, walk), pageRows) as readonly RawRow[];

/** Where the walk stands behind a row: its text, and beside it its number; of a key of two texts both in one. */
function placeOf({ keys, isKeyOfTexts = false }: WalkedTable, last: RawRow): Pick<WalkRow, 'afterKey' | 'afterRound'> {
  const [first, second] = keyIn(last, keys);
  if (isKeyOfTexts && second !== undefined) return { afterKey: JSON.stringify([first, second]), afterRound: 0 };
  return { afterKey: String(first), afterRound: second === undefined ? 0 : int.decode(second) };
}

function behindOf({ keys, isKeyOfTexts = false }: WalkedTable, { afterKey, afterRound }: WalkRow): readonly (string | number)[] | undefined {
  if (afterKey === undefined) return undefined;
  if (isKeyOfTexts && keys.length > 1) return JSON.parse(afterKey) as readonly string[];
  return keys.length > 1 ? [afterKey, afterRound] : [afterKey];
}

const stateOf = ({ tableIndex, rowsSeen, rowsRenewed, rowsChanged, begunAt, endedAt }: WalkRow, tables: readonly WalkedTable[]): KeyWalkState =>
  ({ table: endedAt === undefined ? tables[tableIndex]?.name : undefined, rowsSeen, rowsRenewed, rowsChanged, begunAt, endedAt });
