import type { Order } from '../../../../domain/payments/order.js';
import { orderTable, type OrderRow } from './order-columns.js';
import type { PayerSeal } from './payer-seal.js';
import type { Clear, RowCodes } from './row-codes.js';

/** Between an order and its row: the payer sealed, everything under a code (ENC-01, INT-01). */
export class OrderSeal {
  readonly #payers: PayerSeal;
  readonly #codes: RowCodes;
  constructor(payers: PayerSeal, codes: RowCodes) {
    this.#payers = payers;
    this.#codes = codes;
  }

  newRow(order: Order): OrderRow { return this.#codes.coded(orderTable, { ...this.#payers.toRow(order), rowMac: undefined }, 0, clearOf(order)); }
  /** For an update, which leaves the payer's columns as they are. */
  changedRow(order: Order): OrderRow { return this.#codes.coded(orderTable, { ...this.#payers.toChangedRow(order), rowMac: undefined }, 1, clearOf(order)); }

  /** Throws TamperedError where anything of the row is not as the platform wrote it. */
  async order(row: OrderRow): Promise<Order> {
    const order = this.#payers.toOrder(row);
    await this.#codes.check(orderTable, row, clearOf(order));
    return order;
  }

  /** The same row under a code of today. */
  recoded(row: OrderRow): OrderRow { return this.#codes.coded(orderTable, row, 0, clearOf(this.#payers.toOrder(row))); }

  async judge(row: OrderRow): ReturnType<RowCodes['judge']> { return this.#codes.judge(orderTable, row, clearOf(this.#payers.toOrder(row))); }

  /** The blind indexes, one for each key, under which orders of a payer's phone are found. */
  phoneIndexes(mobile: string): readonly string[] { return this.#payers.indexes('payer_mobile', mobile); }
}

const clearOf = ({ payer }: Order): Clear => ({ name: payer.name, mobile: payer.mobile, certNo: payer.certNo });
