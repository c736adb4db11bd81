import type { AbnormalNotice } from '../../domain/payment-notices/abnormal-notice.js';
import type { NoticeLogEntry } from '../../domain/payment-notices/notice-log.js';
import type { NoticeRecord } from '../../domain/payment-notices/notice-record.js';
import type { NoticeStatementDay } from '../../domain/payment-notices/statement-day.js';
import type { BusinessDay } from '../../domain/kernel/china-time.js';

/** Most notices of one question or page. */
export const maxNoticesAtOnce = 500;
/** Most entries of one notice's log that are shown. */
export const maxLogEntries = 200;

export interface NoticeReader {
  byNo(noticeNo: string): Promise<NoticeRecord | undefined>;
  /** The notice that this order pays. */
  byOrder(platformOrderNo: string): Promise<NoticeRecord | undefined>;
  byPayCode(region: string, payCode: string): Promise<NoticeRecord | undefined>;
  /** At most 500 codes. */
  byPayCodes(region: string, payCodes: readonly string[]): Promise<readonly NoticeRecord[]>;
  byBizNo(devId: string, merchantNo: string, bizNoticeNo: string): Promise<NoticeRecord | undefined>;
  /** Notices whose payment the province confirmed under this day, by our number behind `after`, at most 500. */
  confirmedOn(query: { readonly region: string; readonly day: BusinessDay; readonly after: string | undefined; readonly limit: number }): Promise<readonly NoticeRecord[]>;
  /** Newest first, at most 200. */
  logOf(noticeNo: string): Promise<readonly NoticeLogEntry[]>;
  abnormal(abnormalNo: string): Promise<AbnormalNotice | undefined>;
  /** All that is abnormal about one notice, oldest first. */
  abnormalOf(noticeNo: string): Promise<readonly AbnormalNotice[]>;
  statementDay(region: string, day: BusinessDay): Promise<NoticeStatementDay | undefined>;
}

export interface NoticeStore extends NoticeReader {
  /** Reads under the row's lock until the unit ends. */
  take(noticeNo: string): Promise<NoticeRecord | undefined>;
  /** Our number, the province's and the business system's are unique; looked up first, so a clash is a ConcurrentChange. */
  add(record: NoticeRecord): Promise<void>;
  /** Compare-and-set on version; the payer and what the business system said stay as they are. */
  put(record: NoticeRecord): Promise<void>;
  addLog(entry: NoticeLogEntry): Promise<void>;
  addAbnormal(record: AbnormalNotice): Promise<'added' | 'exists'>;
  putAbnormal(record: AbnormalNotice): Promise<void>;
  addStatementDay(day: NoticeStatementDay): Promise<'added' | 'exists'>;
  putStatementDay(day: NoticeStatementDay): Promise<void>;
}
