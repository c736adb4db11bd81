import type { Vault } from '../../../../application/ports/vault.js';
import { normaliseCertNo, normaliseMobile, normaliseName } from '../../../../domain/kernel/personal-data.js';
import type { Order } from '../../../../domain/payments/order.js';
import type { OrderRow } from './order-columns.js';

const table = 'pay_order';
/** The one form in which each is indexed. */
export const orderForms = { payer_name: normaliseName, payer_mobile: normaliseMobile, payer_cert_no: normaliseCertNo } as const;
const noPayer = {
  payerName: undefined, payerNameIndex: undefined, payerMobile: undefined, payerMobileIndex: undefined, payerCertNo: undefined, payerCertNoIndex: undefined,
} as const;
type SealedColumn = keyof typeof orderForms;
type UncodedRow = Omit<OrderRow, 'rowMac'>;

/** Keeps a payer's name, phone and certificate number out of the database in clear, and findable by equality (ENC-01, ENC-03). */
export class PayerSeal {
  readonly #vault: Vault;
  constructor(vault: Vault) { this.#vault = vault; }

  toRow(order: Order): UncodedRow {
    const { payer, ...rest } = order;
    return {
      ...rest,
      payerName: this.#seal('payer_name', order, payer.name), payerNameIndex: this.index('payer_name', payer.name),
      payerMobile: this.#seal('payer_mobile', order, payer.mobile), payerMobileIndex: this.index('payer_mobile', payer.mobile),
      payerCertNo: this.#seal('payer_cert_no', order, payer.certNo), payerCertNoIndex: this.index('payer_cert_no', payer.certNo),
    };
  }

  /** For an update, which leaves the payer's columns as they are. */
  toChangedRow(order: Order): UncodedRow {
    const { payer: _, ...rest } = order;
    return { ...rest, ...noPayer };
  }

  /** Throws TamperedError when a sealed value was changed or moved from another row. */
  toOrder(row: OrderRow): Order {
    const { payerName, payerMobile, payerCertNo, payerNameIndex: _1, payerMobileIndex: _2, payerCertNoIndex: _3, rowMac: _4, ...rest } = row;
    const payer = {
      name: this.#open('payer_name', row, payerName), mobile: this.#open('payer_mobile', row, payerMobile), certNo: this.#open('payer_cert_no', row, payerCertNo),
    };
    return { ...rest, payer };
  }

  /** The blind index that a new row gets. */
  index(column: SealedColumn, clear: string | undefined): string | undefined {
    const normalised = clear === undefined ? '' : orderForms[column](clear);
    return normalised === '' ? undefined : this.#vault.blindIndex(`${table}.${column}`, normalised);
  }

  /** The same under every key, that of today first: by these an order is found. None of a value without content. */
  indexes(column: SealedColumn, clear: string): readonly string[] {
    const normalised = orderForms[column](clear);
    return normalised === '' ? [] : this.#vault.blindIndexes(`${table}.${column}`, normalised);
  }

  #seal(column: SealedColumn, order: Order, clear: string | undefined): string | undefined {
    if (clear === undefined || clear === '') return undefined;
    return this.#vault.seal({ table, column, rowId: order.platformOrderNo }, clear);
  }

  #open(column: SealedColumn, row: OrderRow, envelope: string | undefined): string | undefined {
    return envelope === undefined ? undefined : this.#vault.open({ table, column, rowId: row.platformOrderNo }, envelope);
  }
}
