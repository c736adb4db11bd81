import { codeOf, labelOf, type CodeTableName } from '../../contracts/lists/codes.js';
import type { OperateRefusal } from '../../application/payment-notices/operate-notice.js';
import type { AbnormalNotice } from '../../domain/payment-notices/abnormal-notice.js';
import type { NoticeLogEntry } from '../../domain/payment-notices/notice-log.js';
import type { NoticeRecord } from '../../domain/payment-notices/notice-record.js';
import type { NoticeStatementDay } from '../../domain/payment-notices/statement-day.js';
import type { HandlingNote } from '../../domain/reconciliation/handling.js';
import { timeOf, yuanOf } from './backup/words.js';

const wordFor = (table: CodeTableName, stored: string): string => labelOf(table, codeOf(table, stored));
const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('，');
const origins: Readonly<Record<NoticeRecord['origin'], string>> = { order: '随订单开具', given: '业务系统提供', issued: '接口开具', pushed: '接口推送' };

/** One notice with what is abnormal about it and what was said; no payer's data. */
export function noticeLines(record: NoticeRecord, abnormal: readonly AbnormalNotice[], log: readonly NoticeLogEntry[]): readonly string[] {
  return [
    joined(`缴款书 ${record.noticeNo}`, `缴款码 ${record.payCode ?? '未取得'}`, wordFor('noticeStep', record.step), origins[record.origin], `${yuanOf(record.totalAmount)}`, `有效期至 ${record.validUntil}`),
    joined(`区划 ${record.region}`, `执收单位 ${record.unit.code} ${record.unit.name}`, record.platformOrderNo === undefined ? '没有订单' : `订单 ${record.platformOrderNo}`,
      record.confirmation === undefined ? '' : `省系统确认 ${timeOf(record.confirmation.at)} 流水号 ${record.confirmation.serialNo}`, record.tries > 0 ? `已试 ${record.tries} 次` : '', record.lastWord),
    ...abnormal.map(abnormalLine),
    ...log.map((entry) => joined(`${timeOf(entry.at)} ${entry.content}`, wordFor('noticeState', entry.state), entry.reply)),
  ];
}

export const abnormalLine = (one: AbnormalNotice): string => joined(`异常 ${one.abnormalNo}`, wordFor('abnormalNoticeType', one.kind), wordFor('handleState', one.handleState), `缴款日期 ${one.payDay}`, one.note);
export const noteLine = (note: HandlingNote): string => joined(timeOf(note.at), note.action === 'handle' ? '处理' : '跟踪', `由 ${note.operator}`, note.note);

const dayWords: Readonly<Record<NoticeStatementDay['state'], string>> = { awaited: '等待对账单', damaged: '对账单有误', compared: '已核对' };
export const statementLine = (day: NoticeStatementDay): string => joined(`${day.region} ${day.day}`, dayWords[day.state],
  day.fileNo === undefined ? '' : `文件 ${day.fileNo}`, day.state === 'compared' ? `共 ${day.lineCount} 笔 ${yuanOf(day.total)}` : '', day.tries > 0 ? `已试 ${day.tries} 次` : '', day.lastWord);

export const operateWords: Readonly<Record<OperateRefusal, string>> = {
  'no-such-notice': '没有这份缴款书', 'nothing-to-do': '缴款书的现状不需要这一操作', 'has-order': '缴款书有未关闭的订单，请先关闭订单；已支付的请走退款',
};
