import type { Knex } from 'knex';
import type { DayFigures, Stretch } from '../../../../application/ports/day-figures.js';
import type { RowScope } from '../../../../application/ports/list-reader.js';
import type { Vault } from '../../../../application/ports/vault.js';
import { refundArrows } from '../../../../domain/refunds/refund.js';
import { int, oneOf, optional } from './codecs.js';
import { DirectoryCodes } from './directory-codes.js';
import { stateOf } from './domain-codecs.js';
import { exactInteger } from './lists/cells.js';
import { formula, ListDb } from './lists/list-db.js';
import { boundsOf, payeesOf, type TamperEar } from './lists/scopes.js';
import type { UnitRunner } from './unit-runner.js';

const channel = optional(oneOf(['alipay', 'unionpay'] as const));
const refundState = stateOf(refundArrows);
type Row = Readonly<Record<string, unknown>>;
const sumOf = (row: Row) => ({ count: int.decode(row['row_count']), amount: exactInteger(row['amount_sum'] ?? 0) });

/** Figures of a day on any engine (day-figures port), along the indexes of the lists of orders and refunds. */
export class SqlDayFigures implements DayFigures {
  readonly #units: UnitRunner;
  readonly #db: ListDb;
  readonly #codes: DirectoryCodes;
  readonly #watch: TamperEar;
  /** `watch` hears of payees and regions that were changed past the platform. */
  constructor(units: UnitRunner, vault: Vault, watch: TamperEar) {
    this.#units = units;
    this.#codes = new DirectoryCodes(vault);
    this.#watch = watch;
    this.#db = new ListDb(units.engine.reader);
  }

  async paid({ fromAt, toAt }: Stretch, scope: RowScope) {
    const rows = await this.#ask(scope, () => this.#sums('pay_order', 'pay_channel', 'order_amount').where('paid_at', '>=', fromAt).where('paid_at', '<', toAt));
    return rows.map((row) => ({ ...sumOf(row), payChannel: channel.decode(row['pay_channel']) }));
  }

  async unpaid({ fromAt, toAt }: Stretch, scope: RowScope): Promise<number> {
    const [row] = await this.#ask(scope, () => this.#db.select(this.#db.from('pay_order', 'counted'), { row_count: formula('count(*)') }).whereNull('paid_at').where('created_at', '>=', fromAt).where('created_at', '<', toAt));
    return row === undefined ? 0 : int.decode(row['row_count']);
  }

  async refunds({ fromAt, toAt }: Stretch, scope: RowScope) {
    const rows = await this.#ask(scope, () => this.#sums('pay_refund', 'state', 'refund_amount').where('created_at', '>=', fromAt).where('created_at', '<', toAt));
    return rows.map((row) => ({ ...sumOf(row), state: refundState.decode(row['state']) }));
  }

  #sums(table: string, by: string, amount: string): Knex.QueryBuilder {
    return this.#db.select(this.#db.from(table, 'counted').select(by).groupBy(by), { row_count: formula('count(*)'), amount_sum: formula('sum(??)', amount) });
  }

  /** Of the payees of a scope, whatever is selected. */
  async #ask(scope: RowScope, select: () => Knex.QueryBuilder): Promise<readonly Row[]> {
    if (scope.kind === 'all') return this.#read(select);
    const bounds = await boundsOf(scope, { reader: this.#units.engine.reader, codes: this.#codes, ask: (rows) => this.#read(rows), tell: (error) => { this.#watch.tell(error); } });
    return this.#read(() => select().whereIn('counted.merchant_no', payeesOf(this.#db, scope, bounds)));
  }

  async #read(select: () => Knex.QueryBuilder): Promise<readonly Row[]> {
    return this.#units.rereading(async () => {
      const rows: unknown = await select();
      return rows as readonly Row[];
    });
  }
}
