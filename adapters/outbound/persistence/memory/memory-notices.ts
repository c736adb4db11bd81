import { maxLogEntries, maxNoticesAtOnce, type NoticeStore } from '../../../../application/ports/notice-books.js';
import { ConcurrentChange } from '../../../../application/ports/unit-of-work.js';
import { businessDay } from '../../../../domain/kernel/china-time.js';
import { keyOfPayCode, slipKey, type NoticeRecord } from '../../../../domain/payment-notices/notice-record.js';
import { pageSize, withinMaxRows } from '../sql/row-limits.js';
import { asked, byText } from './memory-settlement.js';
import { addOnce, put, seen, writing, type View } from './memory-stores.js';
import { joined } from './memory-table.js';

/** What a put leaves as it is, as the columns do. */
const said = ({ payer, origin, region, devId, merchantNo, bizNoticeNo, contentDigest, createdAt }: NoticeRecord): Partial<NoticeRecord> =>
  ({ payer, origin, region, devId, merchantNo, bizNoticeNo, contentDigest, createdAt });

/** Payment notices over the memory tables. Rows are looked through: what finds them changes. */
export function noticeStore(view: View): NoticeStore {
  const { notices, noticeLog, abnormalNotices, statementDays } = view.tables;
  const all = (): readonly NoticeRecord[] => notices.all(seen(view));
  const confirmDay = ({ confirmation }: NoticeRecord): string | undefined => confirmation && businessDay(confirmation.at);
  const bizKey = (row: NoticeRecord): string => joined(row.devId, row.merchantNo, row.bizNoticeNo);
  const refuseTaken = (record: NoticeRecord): void => {
    const isTaken = all().some((row) => row.noticeNo !== record.noticeNo && (slipKey(row) === slipKey(record) || bizKey(row) === bizKey(record)));
    if (isTaken) throw new ConcurrentChange('the number of a payment notice was taken meanwhile');
  };
  return {
    byNo: async (no) => notices.get(no, seen(view)),
    byOrder: async (no) => all().find((row) => row.platformOrderNo === no),
    byPayCode: async (region, payCode) => all().find((row) => slipKey(row) === keyOfPayCode(region, payCode)),
    byPayCodes: async (region, payCodes) => {
      const keys = new Set(asked(payCodes).map((payCode) => keyOfPayCode(region, payCode)));
      return all().filter((row) => keys.has(slipKey(row)));
    },
    byBizNo: async (devId, merchantNo, no) => all().find((row) => bizKey(row) === joined(devId, merchantNo, no)),
    confirmedOn: async ({ region, day, after, limit }) => all().filter((row) => row.region === region && confirmDay(row) === day && (after === undefined || row.noticeNo > after))
      .toSorted(byText((row) => row.noticeNo)).slice(0, pageSize(limit, maxNoticesAtOnce)),
    logOf: async (no) => noticeLog.all(seen(view)).filter((row) => row.noticeNo === no).sort((a, b) => b.at - a.at || (a.logNo < b.logNo ? 1 : -1)).slice(0, maxLogEntries),
    abnormal: async (no) => abnormalNotices.get(no, seen(view)),
    abnormalOf: async (no) => withinMaxRows('abnormal notices', abnormalNotices.all(seen(view)).filter((row) => row.noticeNo === no)).sort((a, b) => a.createdAt - b.createdAt),
    statementDay: async (region, day) => statementDays.get(joined(region, day), seen(view)),
    take: async (no) => notices.get(no, true),
    add: async (record) => {
      writing(view);
      refuseTaken(record);
      if (!notices.insert(record)) throw new ConcurrentChange('the number of a payment notice was taken meanwhile');
    },
    put: async (record) => {
      writing(view);
      refuseTaken(record);
      const before = notices.get(record.noticeNo, true);
      await put(view, notices, record.noticeNo, { ...record, ...(before && said(before)) });
    },
    addLog: async (entry) => {
      if (await addOnce(view, noticeLog, entry) === 'exists') throw new Error('a number of the log was given twice');
    },
    addAbnormal: (record) => addOnce(view, abnormalNotices, record),
    putAbnormal: (record) => put(view, abnormalNotices, record.abnormalNo, record),
    addStatementDay: (day) => addOnce(view, statementDays, day),
    putStatementDay: (day) => put(view, statementDays, joined(day.region, day.day), day),
  };
}
