import { bigint, code, index, int, longText, maybeBigint, maybeCode, table, uniqueIndex, words, type Step } from './steps.js';

/** Payment notices (缴款书) with the province, what was said about them, what is abnormal, and the province's statements. */
export const noticeTables: readonly Step[] = [
  table('0130-payment-notice', 'payment_notice', ['notice_no'], [
    code('notice_no'), code('origin', 16), code('region_code', 6), code('dev_id', 64), code('merchant_no'), code('biz_notice_no', 128), maybeCode('content_digest', 64),
    maybeCode('platform_order_no'), maybeCode('pay_code', 64), code('slip_key', 100), words('check_code', 20), words('e_book_no', 64), maybeCode('pay_url', 500), words('bus_no', 32),
    words('unit_code', 30), words('unit_name', 100), code('payer_kind', 8), maybeCode('payer_name', 700), maybeCode('payer_mobile', 300), maybeCode('payer_mobile_index', 64),
    maybeCode('payer_cert_no', 400), maybeCode('payer_cert_no_index', 64), longText('item_list'), bigint('total_amount'), bigint('late_fee'), code('fill_day', 8), code('valid_until', 8),
    code('notice_state', 16), code('notice_step', 24), words('confirm_code', 64), words('serial_no', 64), maybeBigint('confirmed_at'), maybeCode('confirm_day', 8),
    maybeCode('trade_key', 40), maybeBigint('paid_at'), maybeCode('pay_day', 8), int('tries'), words('last_word', 300), bigint('created_at'), bigint('changed_at'), int('version'),
  ]),
  uniqueIndex('0131-notice-slip', 'payment_notice', 'payment_notice_slip_uq', ['slip_key']),
  uniqueIndex('0131-notice-biz', 'payment_notice', 'payment_notice_biz_uq', ['dev_id', 'merchant_no', 'biz_notice_no']),
  index('0132-notice-order', 'payment_notice', 'payment_notice_order_ix', ['platform_order_no']),
  index('0132-notice-confirmed', 'payment_notice', 'payment_notice_confirm_ix', ['region_code', 'confirm_day', 'notice_no']),
  index('0132-notice-list', 'payment_notice', 'payment_notice_list_ix', ['pay_day', 'notice_no']),
  table('0133-notice-log', 'notice_log', ['log_no'], [
    code('log_no'), maybeCode('notice_no'), code('region_code', 6), maybeCode('pay_code', 64), code('subject', 16), words('said_text', 500), code('log_state', 16),
    words('reply_text', 300), bigint('logged_at'),
  ]),
  index('0134-notice-log-newest', 'notice_log', 'notice_log_newest_ix', ['notice_no', 'logged_at', 'log_no']),
  table('0135-abnormal-notice', 'abnormal_notice', ['abnormal_no'], [
    code('abnormal_no', 64), code('kind', 24), code('region_code', 6), maybeCode('pay_code', 64), maybeCode('notice_no'), maybeCode('platform_order_no'), maybeCode('merchant_no'),
    maybeCode('trade_key', 40), bigint('amount'), maybeBigint('province_amount'), words('serial_no', 64), code('pay_day', 8), maybeCode('order_date', 8), words('remark', 512),
    code('handle_state', 16), bigint('created_at'), int('version'),
  ]),
  index('0136-abnormal-of-notice', 'abnormal_notice', 'abnormal_notice_notice_ix', ['notice_no']),
  index('0136-abnormal-notice-list', 'abnormal_notice', 'abnormal_notice_list_ix', ['pay_day', 'abnormal_no']),
  table('0137-notice-statement', 'notice_statement_day', ['region_code', 'statement_day'], [
    code('region_code', 6), code('statement_day', 8), code('day_state', 16), maybeCode('file_no'), int('line_count'), bigint('total_amount'), int('agreed_count'),
    int('differing_count'), int('tries'), words('last_word', 300), maybeBigint('compared_at'), int('version'),
  ]),
  table('0138-spent-number', 'spent_number', ['number_digest'], [code('number_digest', 64), bigint('kept_until')]),
  index('0139-spent-until', 'spent_number', 'spent_number_until_ix', ['kept_until']),
];
