import { maxEBillsAtOnce, type EBillReader, type EBillStore, type IssuedQuery } from '../../../../application/ports/e-bill-books.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import type { CountAndSum, EBillDayCheck } from '../../../../domain/e-bills/day-check.js';
import type { OrderEBill } from '../../../../domain/e-bills/order-e-bill.js';
import type { VerifiedEBill } from '../../../../domain/e-bills/verified-e-bill.js';
import type { BusinessDay } from '../../../../domain/kernel/china-time.js';
import { fenSum, int } from './codecs.js';
import { checkTable, eBillTable, type CheckRow } from './e-bill-columns.js';
import type { EBillSeal } from './e-bill-seal.js';
import type { SqlEngine } from './engine.js';
import { pageSize } from './row-limits.js';
import type { Session, WritingSession } from './unit-scope.js';

const [issuedAt, key, round] = [eBillTable.column('issuedAt'), eBillTable.column('billKey'), eBillTable.column('round')];

export class SqlEBillReader implements EBillReader {
  readonly #session: Session;
  readonly #seal: EBillSeal;
  constructor(session: Session, seal: EBillSeal) {
    this.#session = session;
    this.#seal = seal;
  }

  async ofOrder(platformOrderNo: string): Promise<readonly OrderEBill[]> {
    return (await eBillTable.sorted(this.#session, { billKey: platformOrderNo }, ['round'])).map((row) => this.#seal.toBill(row));
  }

  async ofOrders(platformOrderNos: readonly string[]): Promise<readonly OrderEBill[]> {
    return (await eBillTable.listAny(this.#session, 'billKey', platformOrderNos)).map((row) => this.#seal.toBill(row));
  }

  async byNumbers(eBillCode: string, eBillNo: string): Promise<readonly OrderEBill[]> {
    const rows = await eBillTable.sorted(this.#session, { eBillCode, eBillNo }, ['billKey', 'round']);
    return rows.filter(({ source }) => source === 'generated').map((row) => this.#seal.toBill(row));
  }

  async byPageToken(pageToken: string): Promise<OrderEBill | undefined> {
    const row = await eBillTable.first(this.#session, { pageToken });
    return row && this.#seal.toBill(row);
  }

  async issuedIn({ after, limit, ...query }: IssuedQuery): Promise<readonly OrderEBill[]> {
    const page = this.#issued(query).select(eBillTable.columnNames);
    if (after) {
      page.where(issuedAt, '>=', after.issuedAt).where((behind) => behind.where(issuedAt, '>', after.issuedAt).orWhere(key, '>', after.platformOrderNo)
        .orWhere((same) => same.where(key, after.platformOrderNo).where(round, '>', after.round)));
    }
    return eBillTable.list(await page.orderBy([issuedAt, key, round]).limit(pageSize(limit, maxEBillsAtOnce))).map((row) => this.#seal.toBill(row));
  }

  async sumsOf(query: Omit<IssuedQuery, 'after' | 'limit'>): Promise<CountAndSum> {
    const rows: unknown = await this.#issued(query).count({ total: '*' }).sum({ amount_sum: eBillTable.column('amount') });
    const [row] = rows as readonly Readonly<Record<string, unknown>>[];
    return { count: int.decode(row?.['total']), amount: fenSum.decode(row?.['amount_sum'] ?? 0) };
  }

  #issued({ eBillRegionCode, fromAt, toAt }: Omit<IssuedQuery, 'after' | 'limit'>) {
    return this.#session.reading.table(eBillTable.name).where(eBillTable.condition({ regionCode: eBillRegionCode, source: 'generated' }))
      .where(issuedAt, '>=', fromAt).where(issuedAt, '<', toAt);
  }

  async verified(verifiedKey: string): Promise<VerifiedEBill | undefined> {
    const row = await eBillTable.first(this.#session, { billKey: verifiedKey, source: 'verified' });
    return row && this.#seal.toVerified(row);
  }

  async dayCheck(eBillRegionCode: string, day: BusinessDay): Promise<EBillDayCheck | undefined> {
    const row = await checkTable.first(this.#session, { eBillRegionCode, day });
    if (!row) return undefined;
    const { ourCount, ourAmount, theirCount, theirAmount, ...rest } = row;
    return { ...rest, ours: { count: ourCount, amount: ourAmount }, theirs: theirCount === undefined || theirAmount === undefined ? undefined : { count: theirCount, amount: theirAmount } };
  }
}

export class SqlEBillStore extends SqlEBillReader implements EBillStore {
  readonly #unit: WritingSession;
  readonly #sealing: EBillSeal;
  readonly #engine: SqlEngine;
  constructor(unit: WritingSession, seal: EBillSeal, engine: SqlEngine) {
    super(unit, seal);
    this.#unit = unit;
    this.#sealing = seal;
    this.#engine = engine;
  }

  add(bill: OrderEBill): Promise<void> { return this.#unlessTaken(eBillTable.insert(this.#unit, this.#sealing.toRow(bill))); }
  put(bill: OrderEBill): Promise<void> { return eBillTable.put(this.#unit, this.#sealing.toChangedRow(bill)); }
  addVerified(bill: VerifiedEBill): Promise<void> { return this.#unlessTaken(eBillTable.insert(this.#unit, this.#sealing.verifiedRow(bill))); }
  putVerified(bill: VerifiedEBill): Promise<void> { return eBillTable.put(this.#unit, this.#sealing.verifiedRow(bill)); }
  addDayCheck(check: EBillDayCheck): Promise<void> { return this.#unlessTaken(checkTable.insert(this.#unit, checkRow(check))); }
  putDayCheck(check: EBillDayCheck): Promise<void> { return checkTable.put(this.#unit, checkRow(check)); }

  async #unlessTaken(adding: Promise<void>): Promise<void> {
    try {
      await adding;
    } catch (error) {
      throw this.#engine.classify(error) === 'UNIQUE' ? new ConcurrentChange('an e-bill was added meanwhile', { cause: error }) : error;
    }
  }
}

const checkRow = ({ ours, theirs, ...rest }: EBillDayCheck): CheckRow =>
  ({ ...rest, ourCount: ours.count, ourAmount: ours.amount, theirCount: theirs?.count, theirAmount: theirs?.amount });
