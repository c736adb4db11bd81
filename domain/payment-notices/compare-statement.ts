import { hourMs, minuteMs, businessDay, type BusinessDay, type EpochMs } from '../kernel/china-time.js';
import { addDays, endOfClearingDay } from '../reconciliation/clearing-day.js';
import type { AbnormalNoticeKind } from './abnormal-notice.js';
import type { NoticeRecord } from './notice-record.js';
import type { NoticeLine } from './province-report.js';

/** What one line of the province's statement comes to, held against our notice. */
export type LineJudgement =
  | { readonly kind: 'agrees' }
  /** The province has our payment and we do not know it yet: the confirmation is asked again. */
  | { readonly kind: 'catch-up' }
  /** Another payment settled a notice of ours: told through the door for such news. */
  | { readonly kind: 'paid-elsewhere' }
  | { readonly kind: 'differs'; readonly abnormal: AbnormalNoticeKind; readonly note: string };

const differs = (abnormal: AbnormalNoticeKind, note: string): LineJudgement => ({ kind: 'differs', abnormal, note });

/** `hasMoney`: the order of the notice is paid. A line is never explained away: what is not understood differs. */
export function judgeLine(line: NoticeLine, record: NoticeRecord | undefined, hasMoney: boolean): LineJudgement {
  if (record === undefined) return differs('only-at-province', '对账单有该缴款，本平台没有该缴款书');
  if (line.amount !== record.totalAmount) return differs('amount-differs', '对账单金额与缴款书金额不符');
  const isKnown = record.confirmation?.serialNo === line.serialNo;
  if (['confirmed', 'returned', 'paid-elsewhere'].includes(record.step)) return isKnown ? { kind: 'agrees' } : differs('duplicate', '对账单的流水号与已知的缴款确认不同');
  if (line.serialNo !== record.platformOrderNo) return { kind: 'paid-elsewhere' };
  return hasMoney ? { kind: 'catch-up' } : differs('confirmed-not-paid', '对账单有本平台的缴款，本平台未收到款项');
}

/** The province has the statement of a day by six in the morning. */
const readyAfterMidnightMs = 6 * hourMs;
export const statementReadyAt = (day: BusinessDay): EpochMs => endOfClearingDay(addDays(day, 1), 0) + readyAfterMidnightMs;

/** Waits between tries; the last repeats. */
export const statementLadderMs: readonly number[] = [5 * minuteMs, 10 * minuteMs, 15 * minuteMs, 30 * minuteMs, hourMs];
export const nextStatementTryAt = (tries: number, now: EpochMs): EpochMs => now + (statementLadderMs[Math.min(tries, statementLadderMs.length) - 1] ?? hourMs);
/** People are called when it has not come by noon, and once a day after that. */
export const statementOverdueAt = (day: BusinessDay): EpochMs => statementReadyAt(day) + 6 * hourMs;
/** A statement is asked for by itself for so many days back. */
export const maxStatementDaysBack = 7;

/** The last day whose statement may be asked for. */
export function newestStatementDay(now: EpochMs): BusinessDay {
  const yesterday = addDays(businessDay(now), -1);
  return now >= statementReadyAt(yesterday) ? yesterday : addDays(yesterday, -1);
}
