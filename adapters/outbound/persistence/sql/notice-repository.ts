import { maxLogEntries, maxNoticesAtOnce, type NoticeReader, type NoticeStore } from '../../../../application/ports/notice-books.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import type { BusinessDay } from '../../../../domain/kernel/china-time.js';
import type { AbnormalNotice } from '../../../../domain/payment-notices/abnormal-notice.js';
import type { NoticeLogEntry } from '../../../../domain/payment-notices/notice-log.js';
import { keyOfPayCode, type NoticeRecord } from '../../../../domain/payment-notices/notice-record.js';
import type { NoticeStatementDay } from '../../../../domain/payment-notices/statement-day.js';
import type { SqlEngine } from './engine.js';
import { addOnce } from './looked-up-insert.js';
import { abnormalNoticeTable, noticeLogTable, noticeTable, statementDayTable, type NoticeRow } from './notice-columns.js';
import type { NoticeSeal } from './notice-seal.js';
import { pageSize } from './row-limits.js';
import type { Session, WritingSession } from './unit-scope.js';

const noticeNoColumn = noticeTable.column('noticeNo');

export class SqlNoticeReader implements NoticeReader {
  readonly #session: Session;
  readonly #seal: NoticeSeal;
  constructor(session: Session, seal: NoticeSeal) {
    this.#session = session;
    this.#seal = seal;
  }

  byNo(noticeNo: string): Promise<NoticeRecord | undefined> { return this.#first({ noticeNo }); }
  byOrder(platformOrderNo: string): Promise<NoticeRecord | undefined> { return this.#first({ platformOrderNo }); }
  byPayCode(region: string, payCode: string): Promise<NoticeRecord | undefined> { return this.#first({ slipKey: keyOfPayCode(region, payCode) }); }
  byBizNo(devId: string, merchantNo: string, bizNoticeNo: string): Promise<NoticeRecord | undefined> { return this.#first({ devId, merchantNo, bizNoticeNo }); }

  async byPayCodes(region: string, payCodes: readonly string[]): Promise<readonly NoticeRecord[]> {
    const keys = payCodes.map((payCode) => keyOfPayCode(region, payCode));
    return (await noticeTable.listAny(this.#session, 'slipKey', keys)).map((row) => this.#seal.toRecord(row));
  }

  async confirmedOn({ region, day, after, limit }: Parameters<NoticeReader['confirmedOn']>[0]): Promise<readonly NoticeRecord[]> {
    const query = noticeTable.matching(this.#session, { region, confirmDay: day }).orderBy(noticeNoColumn).limit(pageSize(limit, maxNoticesAtOnce));
    const rows = noticeTable.list(await (after === undefined ? query : query.where(noticeNoColumn, '>', after)));
    return rows.map((row) => this.#seal.toRecord(row));
  }

  async logOf(noticeNo: string): Promise<readonly NoticeLogEntry[]> {
    const by = [{ column: noticeLogTable.column('at'), order: 'desc' as const }, { column: noticeLogTable.column('logNo'), order: 'desc' as const }];
    return noticeLogTable.list(await noticeLogTable.matching(this.#session, { noticeNo }).orderBy(by).limit(maxLogEntries));
  }

  abnormal(abnormalNo: string): Promise<AbnormalNotice | undefined> { return abnormalNoticeTable.first(this.#session, { abnormalNo }); }
  abnormalOf(noticeNo: string): Promise<readonly AbnormalNotice[]> { return abnormalNoticeTable.sorted(this.#session, { noticeNo }, ['createdAt', 'abnormalNo']); }
  statementDay(region: string, day: BusinessDay): Promise<NoticeStatementDay | undefined> { return statementDayTable.first(this.#session, { region, day }); }

  async #first(match: Partial<NoticeRow>): Promise<NoticeRecord | undefined> {
    const row = await noticeTable.first(this.#session, match);
    return row && this.#seal.toRecord(row);
  }
}

export class SqlNoticeStore extends SqlNoticeReader implements NoticeStore {
  readonly #unit: WritingSession;
  readonly #sealing: NoticeSeal;
  readonly #engine: SqlEngine;
  constructor(unit: WritingSession, seal: NoticeSeal, engine: SqlEngine) {
    super(unit, seal);
    this.#unit = unit;
    this.#sealing = seal;
    this.#engine = engine;
  }

  async take(noticeNo: string): Promise<NoticeRecord | undefined> {
    const row = await noticeTable.firstLocked(this.#unit, { noticeNo });
    return row && this.#sealing.toRecord(row);
  }

  add(record: NoticeRecord): Promise<void> { return this.#unlessTaken(() => noticeTable.insert(this.#unit, this.#sealing.toRow(record))); }
  put(record: NoticeRecord): Promise<void> { return this.#unlessTaken(() => noticeTable.put(this.#unit, this.#sealing.toChangedRow(record))); }
  addLog(entry: NoticeLogEntry): Promise<void> { return noticeLogTable.insert(this.#unit, entry); }
  addAbnormal(record: AbnormalNotice): Promise<'added' | 'exists'> { return addOnce(abnormalNoticeTable, this.#unit, this.#engine, { abnormalNo: record.abnormalNo }, record); }
  putAbnormal(record: AbnormalNotice): Promise<void> { return abnormalNoticeTable.put(this.#unit, record); }
  addStatementDay(day: NoticeStatementDay): Promise<'added' | 'exists'> {
    return addOnce(statementDayTable, this.#unit, this.#engine, { region: day.region, day: day.day }, day);
  }
  putStatementDay(day: NoticeStatementDay): Promise<void> { return statementDayTable.put(this.#unit, day); }

  async #unlessTaken(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      throw this.#engine.classify(error) === 'UNIQUE' ? new ConcurrentChange('the number of a payment notice was taken meanwhile', { cause: error }) : error;
    }
  }
}
