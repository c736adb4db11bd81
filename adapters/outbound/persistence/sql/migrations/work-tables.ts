import { bigint, code, int, flag, index, longText, maybeBigint, maybeCode, table, uniqueIndex, words, type Step } from './steps.js';

/** Callbacks, jobs, the audit trail and the directory. */
export const workTables: readonly Step[] = [
  table('0016-callback', 'merchant_callback', ['callback_id'], [
    code('callback_id', 64), code('kind', 16), code('platform_order_no'), maybeCode('platform_refund_order_no'), code('dev_id', 64),
    code('merchant_no'), code('target_url', 256), code('told_state', 16), longText('content_text'), longText('passback_params'), code('state', 16),
    int('tries'), maybeBigint('first_tried_at'), maybeBigint('last_tried_at'), maybeBigint('next_try_at'), words('last_answer', 200),
    maybeBigint('accepted_at'), bigint('created_at'), int('version'),
  ]),
  index('0017-callback-order', 'merchant_callback', 'merchant_callback_order_ix', ['platform_order_no']),
  table('0018-outbox', 'outbox', ['job_id'], [
    code('job_id'), code('topic'), code('job_key', 128), code('state', 8), bigint('due_at'), maybeBigint('again_at'), int('attempts'),
    words('owner', 64), maybeCode('claim_token'), maybeBigint('lease_until'), words('last_error', 200), bigint('created_at'),
  ]),
  uniqueIndex('0019-outbox-key', 'outbox', 'outbox_key_uq', ['topic', 'job_key']),
  index('0020-outbox-due', 'outbox', 'outbox_due_ix', ['state', 'due_at', 'job_id']),
  table('0021-audit', 'audit_entry', ['entry_id'], [
    code('entry_id'), bigint('happened_at'), code('actor_kind', 16), words('actor_code', 64), words('actor_address', 64), words('action', 64),
    words('object_kind', 64), words('object_no', 128), words('description', 500), longText('facts_before'), longText('facts_after'),
    words('request_id', 128), code('entry_mac', 64), bigint('seq'), maybeCode('link_mac', 64),
  ]),
  index('0022-audit-seq', 'audit_entry', 'audit_entry_seq_ix', ['seq', 'happened_at', 'entry_id']),
  index('0023-audit-time', 'audit_entry', 'audit_entry_time_ix', ['happened_at', 'entry_id']),
  table('0024-audit-head', 'audit_head', ['head_name'], [code('head_name'), bigint('last_seq'), code('last_mac', 64), code('head_mac', 64)]),
  table('0025-developer', 'developer', ['dev_id'], [
    code('dev_id', 64), words('developer_name', 200), code('sign_algorithm', 8), maybeCode('sm2_encoding', 8), words('sm2_user_id', 64),
    longText('public_keys'), flag('enabled'), longText('allowed_origins'), longText('allowed_addresses'), longText('allowed_methods'),
    longText('merchant_nos'), int('requests_per_second'), int('version'),
  ]),
  table('0026-payee', 'payee', ['merchant_no'], [
    code('merchant_no'), words('payee_name', 200), code('institution_no'), maybeCode('region_code'), flag('enabled'), maybeCode('pay_notify_url', 256),
    maybeCode('refund_notify_url', 256), maybeCode('default_return_url', 256), flag('refund_review_required'), maybeBigint('refund_review_above'),
    flag('callback_on_failed'), flag('repeat_refund_by_rule'), longText('sub_merchants'), int('version'),
  ]),
  table('0027-channel-merchant', 'channel_merchant', ['channel_merchant_id'], [
    code('channel_merchant_id'), code('pay_channel', 16), words('channel_merchant_name', 200), code('channel_merchant_no', 64),
    maybeCode('channel_app_id', 64), code('environment', 16), code('key_name', 64), longText('settings_text'), flag('enabled'), int('version'),
  ]),
  table('0028-payee-channel', 'payee_channel', ['merchant_no', 'channel_merchant_id'], [
    code('merchant_no'), code('pay_channel', 16), code('channel_merchant_id'), longText('pay_methods'), flag('enabled'), int('version'),
  ]),
];
