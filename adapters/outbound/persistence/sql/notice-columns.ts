import { abnormalNoticeKinds, type AbnormalNotice } from '../../../../domain/payment-notices/abnormal-notice.js';
import { noticeLogStates, noticeSubjects, type NoticeLogEntry } from '../../../../domain/payment-notices/notice-log.js';
import { noticeOrigins, noticeStepArrows, type NoticeRecord } from '../../../../domain/payment-notices/notice-record.js';
import { noticeArrows, type NoticeItem } from '../../../../domain/payment-notices/payment-notice.js';
import { statementDayStates, type NoticeStatementDay } from '../../../../domain/payment-notices/statement-day.js';
import { fen as toFen } from '../../../../domain/kernel/money.js';
import { epochMs, fen, fenSum, int, json, oneOf, optional, text, words } from './codecs.js';
import { stateOf } from './domain-codecs.js';
import type { Columns } from './row-shape.js';
import { SqlTable } from './sql-table.js';

/** A notice as its row holds it: the payer's data sealed, the unit and the confirmation in columns of their own, and the key that makes it unique. */
export interface NoticeRow extends Omit<NoticeRecord, 'payer' | 'unit' | 'confirmation'> {
  readonly slipKey: string;
  readonly unitCode: string; readonly unitName: string; readonly payerKind: 'person' | 'unit';
  readonly confirmCode: string | undefined; readonly serialNo: string | undefined; readonly confirmedAt: number | undefined; readonly confirmDay: string | undefined;
  readonly payerName: string | undefined; readonly payerMobile: string | undefined; readonly payerMobileIndex: string | undefined;
  readonly payerCertNo: string | undefined; readonly payerCertNoIndex: string | undefined;
}

type StoredItem = readonly [itemCode: string, nationalCode: string | null, name: string, quantity: number, price: string, amount: string, measure: string];
const items = json<readonly NoticeItem[]>(
  (parsed) => (parsed as readonly StoredItem[]).map(([itemCode, nationalCode, name, quantity, price, amount, measure]) =>
    ({ itemCode, nationalCode: nationalCode ?? undefined, name, quantity, price: toFen(price), amount: toFen(amount), measure })),
  (list) => list.map((item): StoredItem => [item.itemCode, item.nationalCode ?? null, item.name, item.quantity, item.price.toString(), item.amount.toString(), item.measure]),
);

const number = text(32);
const day = text(8);
const foreign = text(64, 'any');
const payCode = text(64);
const hash = text(64);

const columns: Columns<NoticeRow> = {
  noticeNo: ['notice_no', number], origin: ['origin', oneOf(noticeOrigins)], region: ['region_code', text(6)], devId: ['dev_id', text(64)], merchantNo: ['merchant_no', number],
  bizNoticeNo: ['biz_notice_no', text(128)], contentDigest: ['content_digest', optional(hash)], platformOrderNo: ['platform_order_no', optional(number)],
  payCode: ['pay_code', optional(payCode)], slipKey: ['slip_key', text(100)], checkCode: ['check_code', optional(text(20, 'any'))], eBookNo: ['e_book_no', optional(foreign)],
  payUrl: ['pay_url', optional(text(500))], busNo: ['bus_no', words(32)], unitCode: ['unit_code', text(30, 'any')], unitName: ['unit_name', words(100)],
  payerKind: ['payer_kind', oneOf(['person', 'unit'])], payerName: ['payer_name', optional(text(700))], payerMobile: ['payer_mobile', optional(text(300))],
  payerMobileIndex: ['payer_mobile_index', optional(hash)], payerCertNo: ['payer_cert_no', optional(text(400))], payerCertNoIndex: ['payer_cert_no_index', optional(hash)],
  items: ['item_list', items], totalAmount: ['total_amount', fen], lateFee: ['late_fee', fen], fillDay: ['fill_day', day], validUntil: ['valid_until', day],
  state: ['notice_state', stateOf(noticeArrows)], step: ['notice_step', stateOf(noticeStepArrows)], confirmCode: ['confirm_code', optional(foreign)],
  serialNo: ['serial_no', optional(foreign)], confirmedAt: ['confirmed_at', optional(epochMs)], confirmDay: ['confirm_day', optional(day)],
  tradeKey: ['trade_key', optional(text(40))], paidAt: ['paid_at', optional(epochMs)], payDay: ['pay_day', optional(day)], tries: ['tries', int],
  lastWord: ['last_word', words(300)], createdAt: ['created_at', epochMs], changedAt: ['changed_at', epochMs], version: ['version', int],
};

/** What was said once; leaving it out of updates also spares sealing it again. */
const said = [
  'origin', 'region', 'devId', 'merchantNo', 'bizNoticeNo', 'contentDigest', 'payerKind', 'payerName', 'payerMobile', 'payerMobileIndex', 'payerCertNo', 'payerCertNoIndex', 'createdAt',
] as const satisfies readonly (keyof NoticeRow)[];

export const noticeTable = new SqlTable<NoticeRow>('payment_notice', columns, ['noticeNo'], said);

export const noticeLogTable = new SqlTable<NoticeLogEntry>('notice_log', {
  logNo: ['log_no', number], noticeNo: ['notice_no', optional(number)], region: ['region_code', text(6)], payCode: ['pay_code', optional(payCode)],
  subject: ['subject', oneOf(noticeSubjects)], content: ['said_text', words(500)], state: ['log_state', oneOf(noticeLogStates)], reply: ['reply_text', words(300)], at: ['logged_at', epochMs],
}, ['logNo']);

export const abnormalNoticeTable = new SqlTable<AbnormalNotice>('abnormal_notice', {
  abnormalNo: ['abnormal_no', text(64)], kind: ['kind', oneOf(abnormalNoticeKinds)], region: ['region_code', text(6)], payCode: ['pay_code', optional(payCode)],
  noticeNo: ['notice_no', optional(number)], platformOrderNo: ['platform_order_no', optional(number)], merchantNo: ['merchant_no', optional(number)],
  tradeKey: ['trade_key', optional(text(40))], amount: ['amount', fen], provinceAmount: ['province_amount', optional(fen)], serialNo: ['serial_no', optional(foreign)],
  payDay: ['pay_day', day], orderDate: ['order_date', optional(day)], note: ['remark', words(512)], handleState: ['handle_state', oneOf(['pending', 'following', 'handled'])],
  createdAt: ['created_at', epochMs], version: ['version', int],
}, ['abnormalNo'], ['kind', 'region', 'payCode']);

export const statementDayTable = new SqlTable<NoticeStatementDay>('notice_statement_day', {
  region: ['region_code', text(6)], day: ['statement_day', day], state: ['day_state', oneOf(statementDayStates)], fileNo: ['file_no', optional(number)], lineCount: ['line_count', int],
  total: ['total_amount', fenSum], agreed: ['agreed_count', int], differing: ['differing_count', int], tries: ['tries', int], lastWord: ['last_word', words(300)],
  comparedAt: ['compared_at', optional(epochMs)], version: ['version', int],
}, ['region', 'day']);
