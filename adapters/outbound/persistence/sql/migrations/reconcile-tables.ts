import { bigint, code, index, int, longText, maybeBigint, maybeCode, table, uniqueIndex, words, type Step } from './steps.js';

/** Movements of money as we booked them, the bills they are compared with, and what the comparison found. */
export const reconcileTables: readonly Step[] = [
  table('0063-trade', 'trade', ['trade_key'], [
    code('trade_key', 40), code('kind', 16), code('purpose', 16), code('platform_order_no'), code('attempt_no'), maybeCode('platform_refund_order_no'),
    code('dev_id', 64), code('merchant_no'), code('biz_order_no', 128), code('order_date', 8), code('pay_channel', 16), code('pay_method', 8),
    code('channel_merchant_id'), words('channel_order_no', 128), bigint('order_amount'), bigint('amount'), bigint('channel_discount_amount'),
    longText('share_list'), bigint('trade_at'), code('clearing_day', 8), code('settle_state', 16), maybeCode('settled_day', 8),
    maybeCode('seen_run_no'), bigint('created_at'),
  ]),
  index('0064-trade-order', 'trade', 'trade_order_ix', ['platform_order_no']),
  index('0065-trade-channel-no', 'trade', 'trade_channel_no_ix', ['channel_order_no']),
  index('0067-trade-state', 'trade', 'trade_state_ix', ['settle_state', 'trade_at', 'trade_key']),
  index('0068-trade-expected', 'trade', 'trade_expected_ix', ['channel_merchant_id', 'settle_state', 'clearing_day', 'trade_key']),
  // Trades stand in another day's bill than expected often enough that the expected day does not find them.
  index('0069-trade-settled', 'trade', 'trade_settled_ix', ['channel_merchant_id', 'settled_day', 'trade_key']),
  table('0070-bill', 'channel_bill', ['bill_no'], [
    code('bill_no'), code('channel_merchant_id'), code('clearing_day', 8), code('origin', 16), code('file_no'), words('file_name', 256), bigint('byte_size'),
    code('file_digest', 64), longText('totals'), bigint('received_at'), words('received_by', 128),
  ]),
  index('0071-bill-day', 'channel_bill', 'channel_bill_day_ix', ['channel_merchant_id', 'clearing_day']),
  table('0072-run', 'reconcile_run', ['run_no'], [
    code('run_no'), code('channel_merchant_id'), code('pay_channel', 16), code('clearing_day', 8), int('run_sequence'), maybeCode('bill_no'), code('state', 16),
    int('lines_done'), int('line_count'), maybeCode('missing_after', 40), longText('figures'), longText('run_changes'), bigint('started_at'),
    maybeBigint('ended_at'), words('started_by', 128), words('cancel_asked_by', 128), words('remark', 512), int('version'),
  ]),
  uniqueIndex('0073-run-sequence', 'reconcile_run', 'reconcile_run_sequence_uq', ['channel_merchant_id', 'clearing_day', 'run_sequence']),
  table('0074-item', 'reconcile_item', ['run_no', 'item_no'], [
    code('run_no'), int('item_no'), words('subject_key', 160), code('outcome', 16), code('change_kind', 16), maybeBigint('here_amount'), maybeBigint('there_amount'),
  ]),
  table('0075-day', 'reconcile_day', ['channel_merchant_id', 'clearing_day'], [
    code('channel_merchant_id'), code('clearing_day', 8), code('pay_channel', 16), code('state', 16), maybeCode('bill_no'), maybeCode('last_run_no'),
    maybeCode('running_no'), int('run_count'), int('reconcile_count'), bigint('reconcile_amount'), bigint('settled_amount'), bigint('fee_amount'),
    int('open_count'), int('waiting_count'), int('tries'), maybeBigint('last_tried_at'), words('last_word', 256), maybeBigint('reconciled_at'), int('version'),
  ]),
  index('0076-day-all', 'reconcile_day', 'reconcile_day_all_ix', ['clearing_day', 'channel_merchant_id']),
  table('0077-difference', 'reconcile_difference', ['difference_no'], [
    code('difference_no'), code('channel_merchant_id'), code('pay_channel', 16), words('subject_key', 160), code('outcome', 16), code('state', 16),
    code('clearing_day', 8), maybeCode('kind', 16), maybeCode('merchant_no'), maybeCode('platform_order_no'), maybeCode('biz_order_no', 128),
    words('own_no', 160), words('channel_no', 160), maybeBigint('here_amount'), maybeBigint('there_amount'), maybeBigint('here_fee'), maybeBigint('there_fee'),
    maybeBigint('there_settled'), maybeCode('suggested_key', 40), maybeBigint('happened_at'), words('detail_text', 800), code('first_run_no'),
    code('last_run_no'), bigint('created_at'), int('version'),
  ]),
  uniqueIndex('0078-difference-subject', 'reconcile_difference', 'reconcile_diff_subject_uq', ['channel_merchant_id', 'subject_key']),
  index('0079-difference-day', 'reconcile_difference', 'reconcile_diff_day_ix', ['channel_merchant_id', 'clearing_day', 'state', 'difference_no']),
  index('0080-difference-state', 'reconcile_difference', 'reconcile_diff_state_ix', ['state', 'created_at', 'difference_no']),
  table('0081-note', 'handling_note', ['note_no'], [
    code('note_no'), code('object_kind', 16), code('object_no', 64), code('note_action', 24), words('note_text', 500), words('operator_name', 128), bigint('noted_at'),
  ]),
  index('0082-note-object', 'handling_note', 'handling_note_object_ix', ['object_kind', 'object_no', 'noted_at']),
];
