import { maxTradesAtOnce, type DaySum, type SettlementReader, type SettlementStore } from '../../../../application/ports/settlement-books.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import type { BusinessDay, EpochMs } from '../../../../domain/kernel/china-time.js';
import type { DayCertificate, PeriodLock, Statement, StatementKind } from '../../../../domain/settlement/day-certificate.js';
import type { SettlementEntry } from '../../../../domain/settlement/settlement-entry.js';
import { fenSum, int, text } from './codecs.js';
import type { SqlEngine } from './engine.js';
import { addOnce } from './looked-up-insert.js';
import { certificateTable, entryTable, lockTable, statementTable } from './settlement-columns.js';
import { pageSize } from './row-limits.js';
import type { Session, WritingSession } from './unit-scope.js';

/** Most channel merchants times payees of one day, and payees of one day; a sum over those that happen to fit would be wrong. */
export const maxDaySums = 20_000;
/** Most entries of `maxTradesAtOnce` trades: a hundred each is far beyond what bills correct. */
export const maxEntriesAtOnce = 50_000;

const [entryKey, entryNo] = [entryTable.column('tradeKey'), entryTable.column('entryNo')];
const [merchant, payee] = [entryTable.column('channelMerchantId'), entryTable.column('merchantNo')];

export class SqlSettlementReader implements SettlementReader {
  readonly #session: Session;
  constructor(session: Session) { this.#session = session; }

  async ofTrades(tradeKeys: readonly string[]): Promise<readonly SettlementEntry[]> {
    const query = entryTable.matchingAny(this.#session, 'tradeKey', tradeKeys);
    return query === undefined ? [] : within(maxEntriesAtOnce, entryTable.list(await query.orderBy([entryKey, entryNo]).limit(maxEntriesAtOnce + 1)));
  }

  async ofStatement({ merchantNo, settleDay, after, limit }: Parameters<SettlementReader['ofStatement']>[0]): Promise<readonly SettlementEntry[]> {
    const query = entryTable.matching(this.#session, { merchantNo, settleDay });
    if (after) query.where((behind) => behind.where(entryKey, '>', after.tradeKey).orWhere((same) => same.where(entryKey, after.tradeKey).andWhere(entryNo, '>', after.entryNo)));
    return entryTable.list(await query.orderBy([entryKey, entryNo]).limit(pageSize(limit, maxTradesAtOnce)));
  }

  async sumsOfDay(day: BusinessDay, by: 'settleDay' | 'clearingDay', writtenUntil?: EpochMs): Promise<readonly DaySum[]> {
    const asked = this.#session.reading.table(entryTable.name).select(merchant, payee)
      .sum({ trade_count: entryTable.column('tradeCount') }).sum({ trade_amount: entryTable.column('tradeAmount') })
      .sum({ settled_amount: entryTable.column('settledAmount') }).sum({ fee_amount: entryTable.column('feeAmount') })
      .where(entryTable.condition({ [by]: day }));
    const until = writtenUntil === undefined ? asked : asked.where(entryTable.column('createdAt'), '<=', writtenUntil);
    const rows: unknown = await until.groupBy([merchant, payee]).orderBy([merchant, payee]).limit(maxDaySums + 1);
    return within(maxDaySums, (rows as readonly Readonly<Record<string, unknown>>[]).map((row) => ({
      channelMerchantId: text(32).decode(row[merchant]), merchantNo: text(32).decode(row[payee]), tradeCount: int.decode(row['trade_count']),
      tradeAmount: fenSum.decode(row['trade_amount']), settledAmount: fenSum.decode(row['settled_amount']), feeAmount: fenSum.decode(row['fee_amount']),
    })));
  }

  statement(merchantNo: string, settleDay: BusinessDay, kind: StatementKind): Promise<Statement | undefined> {
    return statementTable.first(this.#session, { merchantNo, settleDay, kind });
  }

  async statementsOn(settleDay: BusinessDay): Promise<readonly string[]> {
    const column = statementTable.column('merchantNo');
    const rows: unknown = await this.#session.reading.table(statementTable.name).distinct(column).where(statementTable.condition({ settleDay, kind: 'normal' })).orderBy(column).limit(maxDaySums + 1);
    return within(maxDaySums, (rows as readonly Readonly<Record<string, unknown>>[]).map((row) => text(32).decode(row[column])));
  }

  certificate(day: BusinessDay): Promise<DayCertificate | undefined> { return certificateTable.first(this.#session, { day }); }

  async lastCertificate(): Promise<DayCertificate | undefined> {
    const rows: unknown = await this.#session.reading.table(certificateTable.name).select(certificateTable.columnNames)
      .orderBy([{ column: certificateTable.column('day'), order: 'desc' }]).limit(1);
    return certificateTable.list(rows)[0];
  }

  async certificates(after: BusinessDay | undefined, limit: number): Promise<readonly DayCertificate[]> {
    const day = certificateTable.column('day');
    const query = this.#session.reading.table(certificateTable.name).select(certificateTable.columnNames).orderBy(day).limit(pageSize(limit, maxTradesAtOnce));
    return certificateTable.list(await (after === undefined ? query : query.where(day, '>', after)));
  }

  lock(month: string): Promise<PeriodLock | undefined> { return lockTable.first(this.#session, { month }); }
}

export class SqlSettlementStore extends SqlSettlementReader implements SettlementStore {
  readonly #unit: WritingSession;
  readonly #engine: SqlEngine;
  constructor(unit: WritingSession, engine: SqlEngine) {
    super(unit);
    this.#unit = unit;
    this.#engine = engine;
  }

  async addAll(entries: readonly SettlementEntry[]): Promise<void> {
    try {
      // In the order of their key: the lines of a bill are not, and each row would go to another page of every index.
      await entryTable.insertAll(this.#unit, [...entries].sort(byKey));
    } catch (error) {
      throw this.#engine.classify(error) === 'UNIQUE' ? new ConcurrentChange('settlement entries were written meanwhile', { cause: error }) : error;
    }
  }

  addStatement(statement: Statement): Promise<'added' | 'exists'> {
    const { merchantNo, settleDay, kind } = statement;
    return addOnce(statementTable, this.#unit, this.#engine, { merchantNo, settleDay, kind }, statement);
  }
  addCertificate(certificate: DayCertificate): Promise<'added' | 'exists'> {
    return addOnce(certificateTable, this.#unit, this.#engine, { day: certificate.day }, certificate);
  }
  addLock(lock: PeriodLock): Promise<'added' | 'exists'> { return addOnce(lockTable, this.#unit, this.#engine, { month: lock.month }, lock); }
}

const byKey = (one: SettlementEntry, other: SettlementEntry): number =>
  (one.tradeKey === other.tradeKey ? one.entryNo - other.entryNo : one.tradeKey < other.tradeKey ? -1 : 1);

/** The rows, when they were asked for with one more than allowed and are all there. */
export function within<T>(most: number, rows: readonly T[]): readonly T[] {
  if (rows.length > most) throw new RangeError(`more than ${most} rows of one day or question`);
  return rows;
}
