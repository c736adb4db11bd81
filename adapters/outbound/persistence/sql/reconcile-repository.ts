import type { ReconcileReader, ReconcileStore } from '../../../../application/ports/reconcile-books.js';
import { maxTradesAtOnce } from '../../../../application/ports/settlement-books.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import type { BusinessDay } from '../../../../domain/kernel/china-time.js';
import type { Bill } from '../../../../domain/reconciliation/bill-line.js';
import type { Difference, DifferenceState } from '../../../../domain/reconciliation/difference.js';
import type { HandlingNote } from '../../../../domain/reconciliation/handling.js';
import type { ReconcileDay, ReconcileRun, RunItem } from '../../../../domain/reconciliation/run.js';
import { int } from './codecs.js';
import type { SqlEngine } from './engine.js';
import { addOnce } from './looked-up-insert.js';
import { billTable, dayTable, differenceTable, itemTable, noteTable, runTable } from './reconcile-columns.js';
import { pageSize } from './row-limits.js';
import type { SqlTable } from './sql-table.js';
import type { Session, WritingSession } from './unit-scope.js';

const differenceNo = differenceTable.column('differenceNo');
const state = differenceTable.column('state');
export const notCleared = ['waiting', 'open', 'handled'] as const satisfies readonly DifferenceState[];

export class SqlReconcileReader implements ReconcileReader {
  readonly #session: Session;
  constructor(session: Session) { this.#session = session; }

  bill(billNo: string): Promise<Bill | undefined> { return billTable.first(this.#session, { billNo }); }
  async billsOf(channelMerchantId: string, clearingDay: BusinessDay): Promise<readonly Bill[]> {
    return [...await billTable.sorted(this.#session, { channelMerchantId, clearingDay }, ['receivedAt', 'billNo'])].reverse();
  }

  run(runNo: string): Promise<ReconcileRun | undefined> { return runTable.first(this.#session, { runNo }); }
  async runsOf(channelMerchantId: string, clearingDay: BusinessDay, limit: number): Promise<readonly ReconcileRun[]> {
    const rows: unknown = await runTable.matching(this.#session, { channelMerchantId, clearingDay })
      .orderBy([{ column: runTable.column('sequence'), order: 'desc' }]).limit(pageSize(limit, maxTradesAtOnce));
    return runTable.list(rows);
  }

  async itemsOf(runNo: string, after: number | undefined, limit: number): Promise<readonly RunItem[]> {
    const no = itemTable.column('itemNo');
    const query = itemTable.matching(this.#session, { runNo }).orderBy(no).limit(pageSize(limit, maxTradesAtOnce));
    return itemTable.list(await (after === undefined ? query : query.where(no, '>', after)));
  }

  day(channelMerchantId: string, clearingDay: BusinessDay): Promise<ReconcileDay | undefined> { return dayTable.first(this.#session, { channelMerchantId, clearingDay }); }
  daysOn(clearingDay: BusinessDay): Promise<readonly ReconcileDay[]> { return dayTable.sorted(this.#session, { clearingDay }, ['channelMerchantId']); }

  difference(no: string): Promise<Difference | undefined> { return differenceTable.first(this.#session, { differenceNo: no }); }
  differencesOn(channelMerchantId: string, subjects: readonly string[]): Promise<readonly Difference[]> {
    return differenceTable.listAny(this.#session, 'subject', subjects, { channelMerchantId });
  }
  async differencesOf({ channelMerchantId, clearingDay, states, after, limit }: Parameters<ReconcileReader['differencesOf']>[0]): Promise<readonly Difference[]> {
    const query = differenceTable.matchingAny(this.#session, 'state', states, { channelMerchantId, clearingDay })?.orderBy(differenceNo).limit(pageSize(limit, maxTradesAtOnce));
    if (query === undefined) return [];
    return differenceTable.list(await (after === undefined ? query : query.where(differenceNo, '>', after)));
  }
  async differencesOfPayee({ merchantNo, clearingDay, after, limit }: Parameters<ReconcileReader['differencesOfPayee']>[0]): Promise<readonly Difference[]> {
    const query = differenceTable.matchingAny(this.#session, 'state', notCleared, { merchantNo, clearingDay })?.orderBy(differenceNo).limit(pageSize(limit, maxTradesAtOnce));
    if (query === undefined) return [];
    return differenceTable.list(await (after === undefined ? query : query.where(differenceNo, '>', after)));
  }
  async differencesUnseen({ channelMerchantId, clearingDay, runNo, limit }: Parameters<ReconcileReader['differencesUnseen']>[0]): Promise<readonly Difference[]> {
    const rows: unknown = await differenceTable.matching(this.#session, { channelMerchantId, clearingDay }).whereIn(state, [...notCleared])
      .where(differenceTable.column('lastRunNo'), '<>', runNo).orderBy(differenceNo).limit(pageSize(limit, maxTradesAtOnce));
    return differenceTable.list(rows);
  }
  async differenceCounts(channelMerchantId: string, clearingDay: BusinessDay): Promise<{ readonly open: number; readonly waiting: number }> {
    const rows: unknown = await this.#session.reading.table(differenceTable.name).select(state).count({ total: '*' })
      .where(differenceTable.condition({ channelMerchantId, clearingDay })).whereIn(state, ['open', 'waiting']).groupBy(state);
    const counts = new Map((rows as readonly Readonly<Record<string, unknown>>[]).map((row) => [row[state], int.decode(row['total'])]));
    return { open: counts.get('open') ?? 0, waiting: counts.get('waiting') ?? 0 };
  }

  notesOf(objectKind: HandlingNote['objectKind'], objectNo: string): Promise<readonly HandlingNote[]> {
    return noteTable.sorted(this.#session, { objectKind, objectNo }, ['at', 'noteNo']);
  }
}

export class SqlReconcileStore extends SqlReconcileReader implements ReconcileStore {
  readonly #unit: WritingSession;
  readonly #engine: SqlEngine;
  constructor(unit: WritingSession, engine: SqlEngine) {
    super(unit);
    this.#unit = unit;
    this.#engine = engine;
  }

  addBill(bill: Bill): Promise<void> { return billTable.insert(this.#unit, bill); }
  addRun(run: ReconcileRun): Promise<void> { return this.#addUnlessTaken(runTable, run); }
  putRun(run: ReconcileRun): Promise<void> { return runTable.put(this.#unit, run); }
  addItems(items: readonly RunItem[]): Promise<void> { return itemTable.insertAll(this.#unit, items); }
  addDay(day: ReconcileDay): Promise<'added' | 'exists'> {
    const { channelMerchantId, clearingDay } = day;
    return addOnce(dayTable, this.#unit, this.#engine, { channelMerchantId, clearingDay }, day);
  }
  putDay(day: ReconcileDay): Promise<void> { return dayTable.put(this.#unit, day); }
  addDifference(difference: Difference): Promise<void> { return this.#addUnlessTaken(differenceTable, difference); }
  putDifference(difference: Difference): Promise<void> { return differenceTable.put(this.#unit, difference); }
  addNote(note: HandlingNote): Promise<void> { return noteTable.insert(this.#unit, note); }

  async #addUnlessTaken<T extends object>(table: SqlTable<T>, row: T): Promise<void> {
    try {
      await table.insert(this.#unit, row);
    } catch (error) {
      throw this.#engine.classify(error) === 'UNIQUE' ? new ConcurrentChange(`${table.name}: added meanwhile`, { cause: error }) : error;
    }
  }
}
