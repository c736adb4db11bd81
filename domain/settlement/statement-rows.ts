import { longTime, type BusinessDay, type EpochMs } from '../kernel/china-time.js';
import type { FenSum } from '../kernel/money.js';
import type { StatementTotals } from './day-certificate.js';
import { creditedAmount, type SettlementEntry } from './settlement-entry.js';

/** A text, or an amount in fen, which is summed in the last line. */
interface Column<T> { readonly name: string; readonly cell: (row: T) => string | bigint | undefined; readonly isSum?: true }
/** The lines of one kind of statement, as CSV of RFC 4180: UTF-8 without byte order mark, CRLF, the same number of cells in every line. */
export type StatementForm<T> = readonly Column<T>[];

const text = <T>(name: string, cell: (row: T) => string | undefined): Column<T> => ({ name, cell });
const sum = <T>(name: string, cell: (row: T) => bigint | undefined): Column<T> => ({ name, cell, isSum: true });
/** `amount-differs` → `AMOUNT_DIFFERS`; the same letters as the gateway's codes of channels and ways to pay. */
const word = (ours: string): string => ours.toUpperCase().replaceAll('-', '_');
/** The reader is elsewhere: our here and there are the platform and the channel to it. */
const reasonWord = (ours: string): string => ({ 'only-here': 'PLATFORM_ONLY', 'only-there': 'CHANNEL_ONLY' })[ours] ?? word(ours);

/** 对账单 (1.1.7.1.4-a): one line for each settlement entry; refunds and what is taken back are negative. */
export const normalForm: StatementForm<SettlementEntry> = [
  text('bizOrderNo', (row) => row.bizOrderNo), text('platformOrderNo', (row) => row.platformOrderNo), text('platformRefundOrderNo', (row) => row.platformRefundOrderNo),
  text('orderType', (row) => (row.kind === 'payment' ? 'PAY' : 'REFUND')), text('payChannel', (row) => word(row.payChannel)), text('payMethod', (row) => word(row.payMethod)),
  text('tradeTime', (row) => longTime(row.tradeAt)), text('orderDate', (row) => row.orderDate),
  sum('tradeAmount', (row) => row.tradeAmount), sum('settledAmount', (row) => row.settledAmount), sum('feeAmount', (row) => row.feeAmount), sum('creditedAmount', creditedAmount),
  text('subMerchantNo', (row) => row.subMerchantNo), text('channelOrderNo', (row) => row.channelOrderNo), text('settleDate', (row) => row.settleDay),
  text('clearingDate', (row) => row.clearingDay), text('entryCause', (row) => word(row.cause)),
];

/** A difference, a repeat payment or an abnormal order of a payee's day. */
export interface AbnormalRow {
  readonly recordType: 'difference' | 'repeat' | 'abnormal';
  readonly recordNo: string;
  /** What is wrong: outcome of the comparison, or kind of the abnormal order. */
  readonly reason: string;
  readonly handleState: string;
  readonly bizOrderNo: string | undefined;
  readonly platformOrderNo: string | undefined;
  readonly kind: 'payment' | 'refund' | undefined;
  readonly payChannel: string;
  readonly at: EpochMs | undefined;
  readonly channelOrderNo: string | undefined;
  /** In our books and at the channel, refunds negative; undefined where it is not there. */
  readonly platformAmount: FenSum | undefined;
  readonly channelAmount: FenSum | undefined;
  readonly settleDay: BusinessDay;
}

/** 异常对账单 (1.1.7.1.4-b). */
export const abnormalForm: StatementForm<AbnormalRow> = [
  text('bizOrderNo', (row) => row.bizOrderNo), text('platformOrderNo', (row) => row.platformOrderNo), text('recordType', (row) => word(row.recordType)),
  text('recordReason', (row) => reasonWord(row.reason)), text('handleState', (row) => word(row.handleState)),
  text('orderType', (row) => (row.kind === undefined ? undefined : row.kind === 'payment' ? 'PAY' : 'REFUND')), text('payChannel', (row) => word(row.payChannel)),
  text('tradeTime', (row) => (row.at === undefined ? undefined : longTime(row.at))), text('channelOrderNo', (row) => row.channelOrderNo),
  sum('platformAmount', (row) => row.platformAmount), sum('channelAmount', (row) => row.channelAmount), text('settleDate', (row) => row.settleDay),
  text('recordNo', (row) => row.recordNo),
];

export const headerLine = <T>(form: StatementForm<T>): string => line(form.map(({ name }) => name));

export const rowLine = <T>(form: StatementForm<T>, row: T): string => line(form.map(({ cell }) => shown(cell(row))));

/** `TOTAL`, the number of lines, and each sum below its column. */
export const totalsLine = <T>(form: StatementForm<T>, lineCount: number, totals: StatementTotals): string =>
  line(form.map(({ name, isSum }, place) => (place === 0 ? 'TOTAL' : place === 1 ? String(lineCount) : isSum ? shown(totals[name] ?? 0n) : '')));

export const noTotals = <T>(form: StatementForm<T>): StatementTotals => Object.fromEntries(form.filter(({ isSum }) => isSum).map(({ name }) => [name, 0n as FenSum]));

export function withRow<T>(form: StatementForm<T>, totals: StatementTotals, row: T): StatementTotals {
  return Object.fromEntries(form.filter(({ isSum }) => isSum).map(({ name, cell }) => [name, ((totals[name] ?? 0n) + BigInt(cell(row) ?? 0n)) as FenSum]));
}

const line = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

/** Texts of others that a spreadsheet would run as a formula are led by an apostrophe; amounts are ours and keep their sign. */
const shown = (value: string | bigint | undefined): string =>
  typeof value === 'string' ? (/^[=+\-@＝＋－＠\t\r\n]/.test(value) ? `'${value}` : value) : value?.toString() ?? '';

const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
