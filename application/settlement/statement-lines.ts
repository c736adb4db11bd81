import { dayMs, readLongTime, type BusinessDay, type EpochMs } from '../../domain/kernel/china-time.js';
import type { Fen, FenSum } from '../../domain/kernel/money.js';
import type { AbnormalOrder, RepeatPayment } from '../../domain/payments/abnormal-order.js';
import type { Difference } from '../../domain/reconciliation/difference.js';
import type { StatementKind, StatementTotals } from '../../domain/settlement/day-certificate.js';
import type { SettlementEntry } from '../../domain/settlement/settlement-entry.js';
import { abnormalForm, headerLine, normalForm, noTotals, rowLine, totalsLine, withRow, type AbnormalRow, type StatementForm } from '../../domain/settlement/statement-rows.js';
import type { Readers, UnitOfWork } from '../ports/unit-of-work.js';

export interface StatementKey { readonly merchantNo: string; readonly settleDay: BusinessDay; readonly kind: StatementKind }

/** Rows of one page; a million of them are never in memory together. */
const pageSize = 500;

/** The bytes of one statement, read page by page while they are taken, and what they added up to. */
export class StatementLines {
  readonly #unitOfWork: UnitOfWork;
  readonly #key: StatementKey;
  lineCount = 0;
  /** How many trades the entries add up to. */
  tradeCount = 0;
  totals: StatementTotals;

  constructor(unitOfWork: UnitOfWork, key: StatementKey) {
    this.#unitOfWork = unitOfWork;
    this.#key = key;
    this.totals = key.kind === 'normal' ? noTotals(normalForm) : noTotals(abnormalForm);
  }

  bytes(): AsyncIterable<Uint8Array> {
    return this.#key.kind === 'normal' ? this.#written(normalForm, this.#entries()) : this.#written(abnormalForm, this.#abnormal());
  }

  async *#written<T>(form: StatementForm<T>, pages: AsyncIterable<readonly T[]>): AsyncGenerator<Uint8Array> {
    yield Buffer.from(headerLine(form), 'utf8');
    for await (const rows of pages) {
      this.lineCount += rows.length;
      for (const row of rows) this.totals = withRow(form, this.totals, row);
      if (rows.length > 0) yield Buffer.from(rows.map((row) => rowLine(form, row)).join(''), 'utf8');
    }
    yield Buffer.from(totalsLine(form, this.lineCount, this.totals), 'utf8');
  }

  async *#entries(): AsyncGenerator<readonly SettlementEntry[]> {
    const { merchantNo, settleDay } = this.#key;
    for await (const page of this.#pages<SettlementEntry>(({ settlement }, after) => settlement.ofStatement({ merchantNo, settleDay, after, limit: pageSize }))) {
      this.tradeCount += page.reduce((sum, { tradeCount }) => sum + tradeCount, 0);
      yield page;
    }
  }

  async *#abnormal(): AsyncGenerator<readonly AbnormalRow[]> {
    const { merchantNo, settleDay } = this.#key;
    const start = readLongTime(`${settleDay}000000`);
    if (!start.ok) throw new RangeError(`not a day: ${settleDay}`);
    const records = { merchantNo, fromAt: start.value, toAt: start.value + dayMs, limit: pageSize };
    const differences = this.#pages<Difference>(({ reconciliation }, after) => reconciliation.differencesOfPayee({ merchantNo, clearingDay: settleDay, after: after?.differenceNo, limit: pageSize }));
    for await (const page of differences) yield page.map((row) => ofDifference(row, settleDay));
    const repeats = this.#pages<RepeatPayment>(({ repeatPayments }, after) => repeatPayments.ofPayee({ ...records, after: after && { createdAt: after.createdAt, no: after.attemptNo } }));
    for await (const page of repeats) yield await this.#named(page.map((row) => ofRecord('repeat', row.attemptNo, 'repeat-payment', row.paidAt, row, settleDay)));
    const abnormal = this.#pages<AbnormalOrder>(({ abnormalOrders }, after) => abnormalOrders.ofPayee({ ...records, after: after && { createdAt: after.createdAt, no: after.abnormalId } }));
    for await (const page of abnormal) yield await this.#named(page.map((row) => ofRecord('abnormal', row.abnormalId, row.kind, row.createdAt, row, settleDay)));
  }

  /** The records of payments know our order number only. */
  #named(rows: readonly AbnormalRow[]): Promise<readonly AbnormalRow[]> {
    return this.#unitOfWork.read(({ orders }) => Promise.all(rows.map(async (row) => ({ ...row, bizOrderNo: (await orders.byNo(row.platformOrderNo ?? ''))?.bizOrderNo }))));
  }

  async *#pages<T>(ask: (readers: Readers, after: T | undefined) => Promise<readonly T[]>): AsyncGenerator<readonly T[]> {
    for (let after: T | undefined; ;) {
      const page = await this.#unitOfWork.read((readers) => ask(readers, after));
      yield page;
      if (page.length < pageSize) return;
      after = page.at(-1);
    }
  }
}

const signed = (kind: AbnormalRow['kind'], amount: Fen | undefined): FenSum | undefined => (amount === undefined ? undefined : (kind === 'refund' ? 0n - amount : amount) as FenSum);

const ofDifference = (row: Difference, settleDay: BusinessDay): AbnormalRow => ({
  recordType: 'difference', recordNo: row.differenceNo, reason: row.outcome, handleState: row.state, bizOrderNo: row.bizOrderNo, platformOrderNo: row.platformOrderNo,
  kind: row.kind, payChannel: row.payChannel, at: row.happenedAt, channelOrderNo: row.channelNo, platformAmount: signed(row.kind, row.hereAmount),
  channelAmount: signed(row.kind, row.thereAmount), settleDay,
});

const ofRecord = (recordType: AbnormalRow['recordType'], recordNo: string, reason: string, at: EpochMs, row: Omit<AbnormalOrder, 'kind' | 'note' | 'abnormalId' | 'version' | 'channelOrderNo'> & { readonly channelOrderNo: string | undefined }, settleDay: BusinessDay): AbnormalRow => ({
  recordType, recordNo, reason, handleState: row.handleState, bizOrderNo: undefined, platformOrderNo: row.platformOrderNo, kind: 'payment', payChannel: row.payChannel, at,
  channelOrderNo: row.channelOrderNo, platformAmount: undefined, channelAmount: row.amount as bigint as FenSum, settleDay,
});
