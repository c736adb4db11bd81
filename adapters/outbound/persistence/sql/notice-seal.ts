import type { Vault } from '../../../../application/ports/vault.js';
import { businessDay } from '../../../../domain/kernel/china-time.js';
import { normaliseCertNo, normaliseMobile } from '../../../../domain/kernel/personal-data.js';
import { slipKey, type NoticeRecord } from '../../../../domain/payment-notices/notice-record.js';
import type { NoticeRow } from './notice-columns.js';

const table = 'payment_notice';
/** The one form in which each is indexed; names are not. */
export const noticeForms = { payer_mobile: normaliseMobile, payer_cert_no: normaliseCertNo } as const;
type SealedColumn = 'payer_name' | keyof typeof noticeForms;
const noPayer = { payerName: undefined, payerMobile: undefined, payerMobileIndex: undefined, payerCertNo: undefined, payerCertNoIndex: undefined } as const;

/** Between a notice and its row: keeps the payer's name, phone and certificate number out of the database in clear (ENC-01, ENC-03). */
export class NoticeSeal {
  readonly #vault: Vault;
  constructor(vault: Vault) { this.#vault = vault; }

  toRow(record: NoticeRecord): NoticeRow {
    const { payer } = record;
    return {
      ...this.toChangedRow(record),
      payerName: this.#seal('payer_name', record, payer.name),
      payerMobile: this.#seal('payer_mobile', record, payer.mobile), payerMobileIndex: this.#index('payer_mobile', payer.mobile),
      payerCertNo: this.#seal('payer_cert_no', record, payer.certNo), payerCertNoIndex: this.#index('payer_cert_no', payer.certNo),
    };
  }

  /** For an update, which leaves the payer's columns as they are. */
  toChangedRow(record: NoticeRecord): NoticeRow {
    const { payer, unit, confirmation, ...rest } = record;
    return {
      ...rest, ...noPayer, slipKey: slipKey(record), unitCode: unit.code, unitName: unit.name, payerKind: payer.kind, confirmCode: confirmation?.confirmCode,
      serialNo: confirmation?.serialNo, confirmedAt: confirmation?.at, confirmDay: confirmation && businessDay(confirmation.at),
    };
  }

  /** Throws TamperedError when a sealed value was changed or moved from another row. */
  toRecord(row: NoticeRow): NoticeRecord {
    const {
      slipKey: _1, unitCode, unitName, payerKind, confirmCode, serialNo, confirmedAt, confirmDay: _2, payerName, payerMobile, payerMobileIndex: _3, payerCertNo, payerCertNoIndex: _4, ...rest
    } = row;
    return {
      ...rest, unit: { code: unitCode, name: unitName },
      payer: { kind: payerKind, name: this.#open('payer_name', row, payerName) ?? '', mobile: this.#open('payer_mobile', row, payerMobile), certNo: this.#open('payer_cert_no', row, payerCertNo) },
      confirmation: confirmCode === undefined || serialNo === undefined || confirmedAt === undefined ? undefined : { confirmCode, serialNo, at: confirmedAt },
    };
  }

  #index(column: keyof typeof noticeForms, clear: string | undefined): string | undefined {
    const normalised = clear === undefined ? '' : noticeForms[column](clear);
    return normalised === '' ? undefined : this.#vault.blindIndex(`${table}.${column}`, normalised);
  }

  #seal(column: SealedColumn, { noticeNo }: NoticeRecord, clear: string | undefined): string | undefined {
    return clear === undefined || clear === '' ? undefined : this.#vault.seal({ table, column, rowId: noticeNo }, clear);
  }

  #open(column: SealedColumn, { noticeNo }: NoticeRow, envelope: string | undefined): string | undefined {
    return envelope === undefined ? undefined : this.#vault.open({ table, column, rowId: noticeNo }, envelope);
  }
}
