import { bigint, code, flag, index, int, longText, maybeBigint, maybeCode, table, uniqueIndex, words, type Step } from './steps.js';

/** E-bills of our orders and those that visitors let us check, and what the nightly comparison with the bill systems found. */
export const eBillTables: readonly Step[] = [
  table('0120-e-bill', 'e_bill', ['bill_key', 'bill_round'], [
    code('bill_key'), int('bill_round'), code('bill_source', 16), maybeCode('platform_order_no'), code('bus_no'), code('state', 16), bigint('amount'),
    maybeCode('dev_id', 64), maybeCode('merchant_no'), maybeCode('biz_order_no', 128), maybeCode('region_code'), maybeCode('payer_kind', 8),
    maybeCode('payer_name', 700), maybeCode('payer_name_index', 64), maybeCode('payer_cert_no', 400), maybeCode('payer_cert_no_index', 64),
    maybeCode('payer_mobile', 300), maybeCode('payer_mobile_index', 64), maybeCode('payer_email', 700), longText('item_list'), longText('base_list'),
    { ...flag('whole_order'), required: false }, longText('said_items'), maybeCode('pay_code'), maybeCode('bill_code', 64), maybeCode('bill_no', 64), maybeCode('check_code', 64),
    maybeBigint('issued_at'), longText('link_list'), longText('reversal_text'), words('failure_code', 64), words('failure_text', 512), maybeCode('page_token', 64),
    int('tries_made'), maybeBigint('last_try_at'), maybeBigint('next_try_at'), maybeBigint('paid_at'), bigint('bill_at'), bigint('created_at'), int('version'),
  ]),
  uniqueIndex('0121-e-bill-bus', 'e_bill', 'e_bill_bus_ux', ['bus_no']),
  index('0121-e-bill-numbers', 'e_bill', 'e_bill_numbers_ix', ['bill_code', 'bill_no']),
  uniqueIndex('0122-e-bill-page', 'e_bill', 'e_bill_page_ux', ['page_token']),
  index('0123-e-bill-list', 'e_bill', 'e_bill_list_ix', ['bill_at', 'bus_no']),
  index('0124-e-bill-payee', 'e_bill', 'e_bill_payee_ix', ['merchant_no', 'bill_at', 'bus_no']),
  index('0125-e-bill-biz', 'e_bill', 'e_bill_biz_ix', ['biz_order_no', 'bill_at']),
  index('0126-e-bill-issued', 'e_bill', 'e_bill_issued_ix', ['region_code', 'issued_at', 'bill_key', 'bill_round']),
  table('0127-e-bill-check', 'e_bill_check', ['region_code', 'check_day'], [
    code('region_code'), code('check_day', 8), code('state', 16), int('our_count'), bigint('our_amount'), { ...int('their_count'), required: false }, maybeBigint('their_amount'),
    longText('difference_list'), bigint('checked_at'), int('version'),
  ]),
];
