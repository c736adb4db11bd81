import { setImmediate } from 'node:timers/promises';
import type { Knex } from 'knex';
import type { ListPage, ListReader, ListRow, ListTotals, RowScope } from '../../../../../application/ports/list-reader.js';
import type { Vault } from '../../../../../application/ports/vault.js';
import type { ListQuery } from '../../../../../contracts/lists/list-query.js';
import type { ListView } from '../../../../../contracts/lists/list-view.js';
import { int } from '../codecs.js';
import { DirectoryCodes } from '../directory-codes.js';
import { PayerSeal } from '../payer-seal.js';
import { filledUp, maxInList } from '../stored-values.js';
import { TextSeal } from '../text-seal.js';
import type { UnitRunner } from '../unit-runner.js';
import { allSources } from './all-sources.js';
import { exactInteger, rowOf, textOf } from './cells.js';
import { formula, ListDb } from './list-db.js';
import { sqlName, type Asked, type ListSource, type Names, type RawRow } from './list-source.js';
import { boundsOf, unbounded, type TamperEar } from './scopes.js';
import { cursorOf, narrowBehind, orderOf, placeOf } from './places.js';

/**
 * Rows of one select of an export. Where no index has the order of a list, each select looks through the whole filtered result again: few large
 * pages cost less than many small ones.
 */
export const streamPageRows = 2500;
/** Rows handed on at once; in between others are served. */
export const streamStepRows = 500;

/** Engines that are known to take a limit within a statement; the others put the whole in order (DM and Oracle have never been met). */
const cutWithin: ReadonlySet<string> = new Set(['sqlite', 'mysql', 'kingbase']);

const sources: ReadonlyMap<string, ListSource> = new Map(allSources.map((source) => [source.view.name, source]));

/** The lists on any engine (list-reader port). Reads outside units of work, from the reader's pool. */
export class SqlListReader implements ListReader {
  readonly #units: UnitRunner;
  readonly #vault: Vault;
  readonly #textSeal: TextSeal;
  readonly #payerSeal: PayerSeal;
  readonly #db: ListDb;
  readonly #codes: DirectoryCodes;
  readonly #watch: TamperEar;
  /** `watch` hears of payees and regions that were changed past the platform. */
  constructor(units: UnitRunner, vault: Vault, watch: TamperEar = { tell: () => undefined }) {
    this.#codes = new DirectoryCodes(vault);
    this.#watch = watch;
    this.#units = units;
    this.#vault = vault;
    this.#textSeal = new TextSeal(vault);
    this.#payerSeal = new PayerSeal(vault);
    this.#db = new ListDb(units.engine.reader);
  }

  async page(view: ListView, query: ListQuery, scope: RowScope): Promise<ListPage> {
    const source = sourceOf(view);
    const asked = await this.#asked(query, scope);
    const rows = await this.#rowsBehind(source, asked, query.cursor, query.pageSize + 1);
    const shown = rows.slice(0, query.pageSize);
    const last = rows.length > query.pageSize ? shown.at(-1) : undefined;
    const names = await this.#namesIn(source, shown);
    return { rows: shown.map((row) => rowOf(source, row, query.today, this.#vault, names)), nextCursor: last && cursorOf(source, query, last) };
  }

  async totals(view: ListView, query: ListQuery, scope: RowScope): Promise<ListTotals> {
    const source = sourceOf(view);
    const asked = await this.#asked(query, scope);
    const [row = {}] = await this.#ask(() => this.#db.select(this.#db.over(source.rows(asked), 'list_rows'),
      { row_count: formula('count(*)'), ...Object.fromEntries(view.totals.map((name) => [sqlName(name), formula('sum(??)', sqlName(name))])) }));
    const sums = view.totals.map((name) => {
      const sum = exactInteger(row[sqlName(name)] ?? 0);
      return [name, view.columns[name]?.type === 'count' ? Number(sum) : sum] as const;
    });
    return { count: int.decode(row['row_count']), sums: Object.fromEntries(sums) };
  }

  async *stream(view: ListView, query: ListQuery, scope: RowScope, signal?: AbortSignal): AsyncIterable<readonly ListRow[]> {
    const source = sourceOf(view);
    const asked = await this.#asked(query, scope);
    for (let cursor: string | undefined; ;) {
      signal?.throwIfAborted();
      const rows = await this.#rowsBehind(source, asked, cursor, streamPageRows);
      signal?.throwIfAborted();
      const last = rows.at(-1);
      if (last === undefined) return;
      const names = await this.#namesIn(source, rows);
      for (let at = 0; at < rows.length; at += streamStepRows) {
        yield rows.slice(at, at + streamStepRows).map((row) => rowOf(source, row, query.today, this.#vault, names));
        await setImmediate();
        signal?.throwIfAborted();
      }
      if (rows.length < streamPageRows) return;
      cursor = cursorOf(source, query, last);
    }
  }

  async #asked(query: ListQuery, scope: RowScope): Promise<Asked> {
    const bounds = scope.kind === 'all' ? unbounded : await boundsOf(scope, { reader: this.#units.engine.reader, codes: this.#codes, ask: (select) => this.#ask(select), tell: (error) => { this.#watch.tell(error); } });
    return { db: this.#db, query, scope, bounds, phoneIndexes: (phone) => this.#textSeal.phoneIndexes(phone), payerMobileIndexes: (mobile) => this.#payerSeal.indexes('payer_mobile', mobile) };
  }

  #rowsBehind(source: ListSource, asked: Asked, cursor: string | undefined, limit: number): Promise<readonly RawRow[]> {
    const { query } = asked;
    const order = orderOf(source, query);
    const place = cursor === undefined ? undefined : placeOf(source, query, cursor);
    const cut = (rows: Knex.QueryBuilder): Knex.QueryBuilder => {
      const select = this.#db.over(rows, 'list_rows').select('*');
      if (place) narrowBehind(select, order, place, query.sort[1]);
      return select.orderBy(order.map(({ name }) => ({ column: name, order: query.sort[1] }))).limit(limit);
    };
    return this.#ask(() => cut(source.rows(asked, cutWithin.has(this.#units.engine.name) ? cut : undefined)));
  }

  /** Names of the codes in these rows. Codes that nobody can have stored are not asked for. */
  async #namesIn({ names: book }: ListSource, rows: readonly RawRow[]): Promise<Names> {
    const found = new Map<string, string>();
    if (book === undefined) return found;
    const codes = [...new Set(rows.flatMap((row) => book.codesOf(row)))].filter((code) => /^[\x21-\x7e]{1,64}$/.test(code)).sort();
    for (let from = 0; from < codes.length; from += maxInList) {
      const some = filledUp(codes.slice(from, from + maxInList)) as string[];
      const named = await this.#ask(() => this.#units.engine.reader(book.table).select(book.code, book.name).whereIn(book.code, some));
      for (const row of named) found.set(textOf(row[book.code]) ?? '', textOf(row[book.name]) ?? '');
    }
    return found;
  }

  async #ask(select: () => Knex.QueryBuilder): Promise<readonly RawRow[]> {
    return this.#units.rereading(async () => {
      const rows: unknown = await select();
      return rows as readonly RawRow[];
    });
  }
}

function sourceOf(view: ListView): ListSource {
  const source = sources.get(view.name);
  if (!source) throw new Error(`nobody reads the list ${view.name}`);
  return source;
}
