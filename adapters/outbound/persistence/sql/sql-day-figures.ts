import type { Knex } from 'knex';
import type { DayFigures } from '../../../../application/ports/day-figures.js';
import type { EpochMs } from '../../../../domain/kernel/china-time.js';
import { refundArrows } from '../../../../domain/refunds/refund.js';
import { int, oneOf, optional } from './codecs.js';
import { stateOf } from './domain-codecs.js';
import { exactInteger } from './lists/cells.js';
import { formula, ListDb } from './lists/list-db.js';
import type { UnitRunner } from './unit-runner.js';

const channel = optional(oneOf(['alipay', 'unionpay'] as const));
const refundState = stateOf(refundArrows);
type Row = Readonly<Record<string, unknown>>;
const sumOf = (row: Row) => ({ count: int.decode(row['row_count']), amount: exactInteger(row['amount_sum'] ?? 0) });

/** Figures of a day on any engine (day-figures port), along the indexes of the lists of orders and refunds. */
export class SqlDayFigures implements DayFigures {
  readonly #units: UnitRunner;
  readonly #db: ListDb;
  constructor(units: UnitRunner) {
    this.#units = units;
    this.#db = new ListDb(units.engine.reader);
  }

  async paid(fromAt: EpochMs, toAt: EpochMs) {
    const rows = await this.#ask(() => this.#sums('pay_order', 'pay_channel', 'order_amount').where('paid_at', '>=', fromAt).where('paid_at', '<', toAt));
    return rows.map((row) => ({ ...sumOf(row), payChannel: channel.decode(row['pay_channel']) }));
  }

  async unpaid(fromAt: EpochMs, toAt: EpochMs): Promise<number> {
    const [row] = await this.#ask(() => this.#db.select(this.#db.from('pay_order', 'counted'), { row_count: formula('count(*)') }).whereNull('paid_at').where('created_at', '>=', fromAt).where('created_at', '<', toAt));
    return row === undefined ? 0 : int.decode(row['row_count']);
  }

  async refunds(fromAt: EpochMs, toAt: EpochMs) {
    const rows = await this.#ask(() => this.#sums('pay_refund', 'state', 'refund_amount').where('created_at', '>=', fromAt).where('created_at', '<', toAt));
    return rows.map((row) => ({ ...sumOf(row), state: refundState.decode(row['state']) }));
  }

  #sums(table: string, by: string, amount: string): Knex.QueryBuilder {
    return this.#db.select(this.#db.from(table, 'counted').select(by).groupBy(by), { row_count: formula('count(*)'), amount_sum: formula('sum(??)', amount) });
  }

  async #ask(select: () => Knex.QueryBuilder): Promise<readonly Row[]> {
    return this.#units.rereading(async () => (await select()) as readonly Row[]);
  }
}
