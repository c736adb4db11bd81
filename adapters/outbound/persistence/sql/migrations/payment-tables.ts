import { bigint, code, flag, index, int, longText, maybeBigint, maybeCode, table, uniqueIndex, words, type Step } from './steps.js';

/** Orders, their attempts and refunds, and what does not fit. */
export const paymentTables: readonly Step[] = [
  table('0001-order', 'pay_order', ['platform_order_no'], [
    code('platform_order_no'), code('dev_id', 64), code('merchant_no'), code('biz_order_no', 128), code('order_date', 8), code('order_time', 14),
    code('terminal', 8), bigint('order_amount'), bigint('biz_discount_amount'), words('order_title', 64), words('order_description', 128),
    maybeCode('return_url', 256), code('notify_url', 256), maybeCode('bill_detail_url', 256), int('valid_minutes'), longText('passback_params'),
    words('user_id', 64), maybeCode('payer_name', 700), maybeCode('payer_name_index', 64), maybeCode('payer_mobile', 300),
    maybeCode('payer_mobile_index', 64), maybeCode('payer_cert_no', 400), maybeCode('payer_cert_no_index', 64), longText('sub_orders'),
    longText('nontax_info'), code('content_digest', 64), code('cashier_token', 64), code('state', 16), words('state_msg', 512),
    bigint('created_at'), bigint('expires_at'), maybeBigint('closed_at'), maybeBigint('paid_at'), maybeCode('paid_attempt_no'),
    maybeCode('pay_channel', 16), words('channel_order_no', 128), maybeBigint('channel_discount_amount'), int('version'),
  ]),
  uniqueIndex('0002-order-biz', 'pay_order', 'pay_order_biz_uq', ['dev_id', 'merchant_no', 'biz_order_no']),
  uniqueIndex('0003-order-token', 'pay_order', 'pay_order_token_uq', ['cashier_token']),
  index('0004-order-payer', 'pay_order', 'pay_order_user_ix', ['dev_id', 'user_id', 'created_at', 'platform_order_no']),
  table('0005-attempt', 'pay_attempt', ['attempt_no'], [
    code('attempt_no'), code('platform_order_no'), code('merchant_no'), code('pay_channel', 16), code('pay_method', 8), code('channel_merchant_id'),
    bigint('amount'), code('state', 16), flag('busy'), code('channel_time', 14), bigint('limit_at'), maybeCode('code_digest', 64),
    words('channel_order_no', 128), maybeBigint('paid_at'), maybeBigint('paid_by_payer'), maybeBigint('channel_discount_amount'),
    maybeCode('clearing_day', 16), words('reason', 512), maybeBigint('cancel_asked_at'), int('queries_asked'), bigint('received_at'),
    maybeBigint('sent_at'), maybeBigint('answered_at'), maybeBigint('recorded_at'), bigint('created_at'), int('version'),
  ]),
  index('0006-attempt-order', 'pay_attempt', 'pay_attempt_order_ix', ['platform_order_no']),
  index('0007-attempt-code', 'pay_attempt', 'pay_attempt_code_ix', ['code_digest']),
  table('0008-refund', 'pay_refund', ['platform_refund_order_no'], [
    code('platform_refund_order_no'), code('origin', 16), code('dev_id', 64), code('merchant_no'), code('biz_refund_order_no', 128),
    code('refund_order_date', 8), code('platform_order_no'), bigint('refund_amount'), words('refund_title', 512), words('refund_reason', 512),
    maybeCode('notify_url', 256), longText('passback_params'), maybeCode('sub_merchant_no'), words('nontax_refund_ref', 128), code('attempt_no'),
    code('content_digest', 64), code('state', 16), words('state_msg', 512), code('approval_state', 16), words('approval_remark', 512),
    words('requested_by', 128), words('approved_by', 128), maybeCode('refund_trade_no'), maybeCode('refund_trade_time', 14),
    words('channel_refund_no', 128), int('queries_asked'), bigint('created_at'), maybeBigint('sent_at'), maybeBigint('refunded_at'), int('version'),
  ]),
  uniqueIndex('0009-refund-biz', 'pay_refund', 'pay_refund_biz_uq', ['dev_id', 'merchant_no', 'biz_refund_order_no']),
  index('0010-refund-order', 'pay_refund', 'pay_refund_order_ix', ['platform_order_no']),
  index('0011-refund-trade', 'pay_refund', 'pay_refund_trade_ix', ['refund_trade_no']),
  table('0012-abnormal', 'abnormal_order', ['abnormal_id'], [
    code('abnormal_id', 64), code('kind', 24), code('platform_order_no'), code('merchant_no'), code('attempt_no'), code('pay_channel', 16),
    words('channel_order_no', 128), bigint('amount'), words('remark', 512), code('handle_state', 16), bigint('created_at'), int('version'),
  ]),
  index('0013-abnormal-order', 'abnormal_order', 'abnormal_order_order_ix', ['platform_order_no']),
  table('0014-repeat', 'repeat_payment', ['attempt_no'], [
    code('attempt_no'), code('platform_order_no'), code('merchant_no'), code('pay_channel', 16), words('channel_order_no', 128), bigint('amount'),
    code('handle_state', 16), bigint('paid_at'), bigint('created_at'), int('version'),
  ]),
  index('0015-repeat-order', 'repeat_payment', 'repeat_payment_order_ix', ['platform_order_no']),
];
