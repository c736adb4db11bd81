import { bigint, code, index, int, longText, maybeCode, table, words, type Step } from './steps.js';

/** What was settled, what has been certified and given out, and the files of both. */
export const settleTables: readonly Step[] = [
  table('0083-entry', 'settlement_entry', ['trade_key', 'entry_no'], [
    code('trade_key', 40), int('entry_no'), code('cause', 16), code('kind', 16), code('purpose', 16), code('pay_channel', 16), code('pay_method', 8),
    code('channel_merchant_id'), code('merchant_no'), maybeCode('sub_merchant_no'), code('platform_order_no'), maybeCode('platform_refund_order_no'),
    code('biz_order_no', 128), words('channel_order_no', 160), code('order_date', 8), bigint('trade_at'), code('clearing_day', 8), code('settle_day', 8),
    int('trade_count'), bigint('trade_amount'), bigint('settled_amount'), bigint('fee_amount'), code('run_no'), int('line_no'), bigint('created_at'),
  ]),
  index('0084-entry-payee', 'settlement_entry', 'settlement_entry_payee_ix', ['merchant_no', 'settle_day', 'trade_key', 'entry_no']),
  index('0085-entry-bill', 'settlement_entry', 'settlement_entry_bill_ix', ['clearing_day', 'channel_merchant_id', 'trade_key']),
  index('0087-entry-posted', 'settlement_entry', 'settlement_entry_posted_ix', ['settle_day', 'channel_merchant_id']),
  table('0088-certificate', 'day_certificate', ['certified_day'], [
    code('certified_day', 8), longText('content_text'), code('content_digest', 64), code('previous_digest', 64), maybeCode('previous_day', 8),
    code('signature_text', 256), code('key_name', 64), bigint('issued_at'),
  ]),
  table('0089-period-lock', 'period_lock', ['book_month'], [code('book_month', 6), bigint('locked_at'), words('locked_by', 128)]),
  table('0090-statement', 'payee_statement', ['merchant_no', 'settle_day', 'kind'], [
    code('merchant_no'), code('settle_day', 8), code('kind', 16), code('file_no'), words('file_name', 256), bigint('byte_size'), code('file_digest', 64),
    int('line_count'), bigint('created_at'),
  ]),
  index('0091-statement-day', 'payee_statement', 'payee_statement_day_ix', ['settle_day', 'merchant_no']),
  table('0092-file', 'kept_file', ['file_no'], [
    code('file_no'), code('purpose', 16), words('file_name', 256), bigint('byte_size'), code('file_digest', 64), int('chunk_count'), bigint('created_at'),
  ]),
  table('0093-chunk', 'kept_chunk', ['file_no', 'chunk_no'], [code('file_no'), int('chunk_no'), longText('chunk_text')]),
  // A file that is still coming in: so those given up are found without looking through all chunks.
  table('0094-draft', 'kept_draft', ['file_no'], [code('file_no'), int('chunk_count'), bigint('touched_at')]),
];
