import type { DayCertificate, PeriodLock, Statement, StatementKind, StatementTotals } from '../../../../domain/settlement/day-certificate.js';
import type { SettlementEntry } from '../../../../domain/settlement/settlement-entry.js';
import { epochMs, fenSum, int, longText, oneOf, optional, text, words } from './codecs.js';
import { payChannel, payMethod } from './domain-codecs.js';
import { withMoney } from './reconcile-columns.js';
import { SqlTable } from './sql-table.js';
import { tradeKey, tradeKind, tradePurpose } from './trade-repository.js';

const hash = text(64);
const day = text(8);

export const entryTable = new SqlTable<SettlementEntry>('settlement_entry', {
  tradeKey: ['trade_key', tradeKey], entryNo: ['entry_no', int], cause: ['cause', oneOf<SettlementEntry['cause']>(['matched', 'corrected', 'withdrawn'])],
  kind: ['kind', tradeKind], purpose: ['purpose', tradePurpose], payChannel: ['pay_channel', payChannel], payMethod: ['pay_method', payMethod],
  channelMerchantId: ['channel_merchant_id', text(32)], merchantNo: ['merchant_no', text(32)], subMerchantNo: ['sub_merchant_no', optional(text(32))],
  platformOrderNo: ['platform_order_no', text(32)], platformRefundOrderNo: ['platform_refund_order_no', optional(text(32))],
  bizOrderNo: ['biz_order_no', text(128)], channelOrderNo: ['channel_order_no', words(160)], orderDate: ['order_date', day], tradeAt: ['trade_at', epochMs],
  clearingDay: ['clearing_day', day], settleDay: ['settle_day', day], tradeCount: ['trade_count', int], tradeAmount: ['trade_amount', fenSum],
  settledAmount: ['settled_amount', fenSum], feeAmount: ['fee_amount', fenSum], runNo: ['run_no', text(32)], lineNo: ['line_no', int], createdAt: ['created_at', epochMs],
}, ['tradeKey', 'entryNo']);

export const certificateTable = new SqlTable<DayCertificate>('day_certificate', {
  day: ['certified_day', day], content: ['content_text', longText], digest: ['content_digest', hash], previousDigest: ['previous_digest', hash],
  previousDay: ['previous_day', optional(day)], signature: ['signature_text', text(256)], keyName: ['key_name', text(64)], issuedAt: ['issued_at', epochMs],
}, ['day']);

export const lockTable = new SqlTable<PeriodLock>('period_lock', {
  month: ['book_month', text(6)], lockedAt: ['locked_at', epochMs], lockedBy: ['locked_by', text(128, 'any')],
}, ['month']);

export const statementTable = new SqlTable<Statement>('payee_statement', {
  merchantNo: ['merchant_no', text(32)], settleDay: ['settle_day', day], kind: ['kind', oneOf<StatementKind>(['normal', 'abnormal'])], fileNo: ['file_no', text(32)],
  fileName: ['file_name', text(256, 'any')], byteSize: ['byte_size', int], digest: ['file_digest', hash], lineCount: ['line_count', int],
  totals: ['totals', withMoney<StatementTotals>()], createdAt: ['created_at', epochMs],
}, ['merchantNo', 'settleDay', 'kind']);
