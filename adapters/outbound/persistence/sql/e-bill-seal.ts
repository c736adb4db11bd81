import type { Vault } from '../../../../application/ports/vault.js';
import type { OrderEBill } from '../../../../domain/e-bills/order-e-bill.js';
import type { VerifiedEBill } from '../../../../domain/e-bills/verified-e-bill.js';
import { normaliseCertNo, normaliseMobile, normaliseName } from '../../../../domain/kernel/personal-data.js';
import { UnreadableValue } from './codecs.js';
import type { EBillRow } from './e-bill-columns.js';

const table = 'e_bill';
/** The one form in which each is indexed. */
export const billForms = { payer_name: normaliseName, payer_mobile: normaliseMobile, payer_cert_no: normaliseCertNo } as const;
type SealedColumn = keyof typeof billForms | 'payer_email';

const nobody = {
  payerName: undefined, payerNameIndex: undefined, payerCertNo: undefined, payerCertNoIndex: undefined, payerMobile: undefined, payerMobileIndex: undefined, payerEmail: undefined,
} as const;
const noOrder = {
  platformOrderNo: undefined, devId: undefined, merchantNo: undefined, bizOrderNo: undefined, payerType: undefined, ...nobody, items: undefined, base: undefined,
  isWhole: undefined, said: undefined, payCode: undefined, reversal: undefined, failureCode: undefined, failureText: undefined, pageToken: undefined, tries: 0, lastTryAt: undefined,
  nextTryAt: undefined, paidAt: undefined,
} as const;

/** Keeps a payer's name, certificate number, phone and mail address out of the database in clear (ENC-01), and makes rows of bills and bills of rows. */
export class EBillSeal {
  readonly #vault: Vault;
  constructor(vault: Vault) { this.#vault = vault; }

  toRow(bill: OrderEBill): EBillRow {
    const { name, certNo, mobile, email } = bill.payer;
    const { round } = bill;
    const rowId = rowIdOf(bill.platformOrderNo, round);
    return {
      ...this.toChangedRow(bill), payerName: this.#seal('payer_name', rowId, name), payerNameIndex: this.#index('payer_name', name),
      payerCertNo: this.#seal('payer_cert_no', rowId, certNo), payerCertNoIndex: this.#index('payer_cert_no', certNo),
      payerMobile: this.#seal('payer_mobile', rowId, mobile), payerMobileIndex: this.#index('payer_mobile', mobile), payerEmail: this.#seal('payer_email', rowId, email),
    };
  }

  /** For an update, which leaves the payer's columns as they are. */
  toChangedRow(bill: OrderEBill): EBillRow {
    const { payer, issued, failure, eBillRegionCode, ...rest } = bill;
    return {
      ...rest, ...nobody, billKey: bill.platformOrderNo, source: 'generated', regionCode: eBillRegionCode, payerType: payer.payerType, eBillCode: issued?.eBillCode, eBillNo: issued?.eBillNo,
      checkCode: issued?.checkCode, issuedAt: issued?.issuedAt, links: issued?.links, failureCode: failure?.code, failureText: failure?.text, billAt: issued?.issuedAt ?? bill.paidAt,
    };
  }

  /** Throws TamperedError when a sealed value was changed or moved from another row. */
  toBill(row: EBillRow): OrderEBill {
    const { platformOrderNo, round, busNo, devId, merchantNo, bizOrderNo, payerType, items, base, isWhole, pageToken, paidAt } = row;
    if (platformOrderNo === undefined || devId === undefined || merchantNo === undefined || bizOrderNo === undefined || payerType === undefined
      || items === undefined || base === undefined || isWhole === undefined || pageToken === undefined || paidAt === undefined) throw new UnreadableValue('an e-bill without its order');
    const rowId = rowIdOf(platformOrderNo, round);
    return {
      platformOrderNo, round, busNo, devId, merchantNo, bizOrderNo, state: row.state, amount: row.amount, items, base, isWhole, said: row.said, payCode: row.payCode, pageToken, paidAt,
      payer: {
        payerType, name: this.#open('payer_name', rowId, row.payerName) ?? '', certNo: this.#open('payer_cert_no', rowId, row.payerCertNo),
        mobile: this.#open('payer_mobile', rowId, row.payerMobile), email: this.#open('payer_email', rowId, row.payerEmail),
      },
      eBillRegionCode: row.regionCode, createdAt: row.createdAt, issued: issuedOf(row), reversal: row.reversal,
      failure: row.failureCode === undefined ? undefined : { code: row.failureCode, text: row.failureText ?? '' },
      tries: row.tries, lastTryAt: row.lastTryAt, nextTryAt: row.nextTryAt, version: row.version,
    };
  }

  verifiedRow(bill: VerifiedEBill): EBillRow {
    const { verifiedKey, eBillRegionCode, verifiedAt, ...rest } = bill;
    return { ...noOrder, ...rest, billKey: verifiedKey, busNo: verifiedKey, round: 1, source: 'verified', regionCode: eBillRegionCode, billAt: bill.issuedAt, createdAt: verifiedAt };
  }

  toVerified(row: EBillRow): VerifiedEBill {
    const { state, regionCode } = row;
    const issued = issuedOf(row);
    if (issued === undefined || regionCode === undefined || (state !== 'issued' && state !== 'reversed' && state !== 'void')) throw new UnreadableValue('a checked e-bill without its numbers');
    return { ...issued, verifiedKey: row.billKey, eBillRegionCode: regionCode, state, amount: row.amount, verifiedAt: row.createdAt, version: row.version };
  }

  #index(column: keyof typeof billForms, clear: string | undefined): string | undefined {
    const normalised = clear === undefined ? '' : billForms[column](clear);
    return normalised === '' ? undefined : this.#vault.blindIndex(`${table}.${column}`, normalised);
  }

  #seal(column: SealedColumn, rowId: string, clear: string | undefined): string | undefined {
    return clear === undefined || clear === '' ? undefined : this.#vault.seal({ table, column, rowId }, clear);
  }

  #open(column: SealedColumn, rowId: string, envelope: string | undefined): string | undefined {
    return envelope === undefined ? undefined : this.#vault.open({ table, column, rowId }, envelope);
  }
}

export const rowIdOf = (platformOrderNo: string, round: number): string => `${platformOrderNo}-${round}`;

function issuedOf({ eBillCode, eBillNo, checkCode, issuedAt, links }: EBillRow): OrderEBill['issued'] {
  if (eBillCode === undefined || eBillNo === undefined || checkCode === undefined || issuedAt === undefined || links === undefined) return undefined;
  return { eBillCode, eBillNo, checkCode, issuedAt, links };
}
