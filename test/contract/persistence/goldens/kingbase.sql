-- 0000-step
create table "schema_step" ("step_id" varchar(64) collate "C" not null, "checksum" varchar(64) collate "C" not null, "outcome" varchar(16) collate "C" not null, "done_at" bigint not null, "took_ms" int not null, constraint "schema_step_pkey" primary key ("step_id"));

-- 0000-lease
create table "work_lease" ("lease_name" varchar(64) collate "C" not null, "lease_owner" varchar(64) collate "C", "lease_until" bigint not null, constraint "work_lease_pkey" primary key ("lease_name"));

-- 0001-order
create table "pay_order" ("platform_order_no" varchar(32) collate "C" not null, "dev_id" varchar(64) collate "C" not null, "merchant_no" varchar(32) collate "C" not null, "biz_order_no" varchar(128) collate "C" not null, "order_date" varchar(8) collate "C" not null, "order_time" varchar(14) collate "C" not null, "terminal" varchar(8) collate "C" not null, "order_amount" bigint not null, "biz_discount_amount" bigint not null, "order_title" varchar(64), "order_description" varchar(128), "return_url" varchar(256) collate "C", "notify_url" varchar(256) collate "C" not null, "bill_detail_url" varchar(256) collate "C", "valid_minutes" int not null, "passback_params" text, "user_id" varchar(64), "payer_name" varchar(700) collate "C", "payer_name_index" varchar(64) collate "C", "payer_mobile" varchar(300) collate "C", "payer_mobile_index" varchar(64) collate "C", "payer_cert_no" varchar(400) collate "C", "payer_cert_no_index" varchar(64) collate "C", "sub_orders" text, "nontax_info" text, "content_digest" varchar(64) collate "C" not null, "cashier_token" varchar(64) collate "C" not null, "state" varchar(16) collate "C" not null, "state_msg" varchar(512), "created_at" bigint not null, "expires_at" bigint not null, "closed_at" bigint, "paid_at" bigint, "paid_attempt_no" varchar(32) collate "C", "pay_channel" varchar(16) collate "C", "channel_order_no" varchar(128), "channel_discount_amount" bigint, "version" int not null, constraint "pay_order_pkey" primary key ("platform_order_no"));

-- 0002-order-biz
create unique index "pay_order_biz_uq" on "pay_order" ("dev_id", "merchant_no", "biz_order_no");

-- 0003-order-token
create unique index "pay_order_token_uq" on "pay_order" ("cashier_token");

-- 0004-order-payer
create index "pay_order_user_ix" on "pay_order" ("dev_id", "user_id", "created_at", "platform_order_no");

-- 0005-attempt
create table "pay_attempt" ("attempt_no" varchar(32) collate "C" not null, "platform_order_no" varchar(32) collate "C" not null, "merchant_no" varchar(32) collate "C" not null, "pay_channel" varchar(16) collate "C" not null, "pay_method" varchar(8) collate "C" not null, "channel_merchant_id" varchar(32) collate "C" not null, "amount" bigint not null, "state" varchar(16) collate "C" not null, "busy" smallint not null, "channel_time" varchar(14) collate "C" not null, "limit_at" bigint not null, "code_digest" varchar(64) collate "C", "channel_order_no" varchar(128), "paid_at" bigint, "paid_by_payer" bigint, "channel_discount_amount" bigint, "clearing_day" varchar(16) collate "C", "reason" varchar(512), "cancel_asked_at" bigint, "queries_asked" int not null, "received_at" bigint not null, "sent_at" bigint, "answered_at" bigint, "recorded_at" bigint, "created_at" bigint not null, "version" int not null, constraint "pay_attempt_pkey" primary key ("attempt_no"));

-- 0006-attempt-order
create index "pay_attempt_order_ix" on "pay_attempt" ("platform_order_no");

-- 0007-attempt-code
create index "pay_attempt_code_ix" on "pay_attempt" ("code_digest");

-- 0008-refund
create table "pay_refund" ("platform_refund_order_no" varchar(32) collate "C" not null, "origin" varchar(16) collate "C" not null, "dev_id" varchar(64) collate "C" not null, "merchant_no" varchar(32) collate "C" not null, "biz_refund_order_no" varchar(128) collate "C" not null, "refund_order_date" varchar(8) collate "C" not null, "platform_order_no" varchar(32) collate "C" not null, "refund_amount" bigint not null, "refund_title" varchar(512), "refund_reason" varchar(512), "notify_url" varchar(256) collate "C", "passback_params" text, "sub_merchant_no" varchar(32) collate "C", "nontax_refund_ref" varchar(128), "attempt_no" varchar(32) collate "C" not null, "content_digest" varchar(64) collate "C" not null, "state" varchar(16) collate "C" not null, "state_msg" varchar(512), "approval_state" varchar(16) collate "C" not null, "approval_remark" varchar(512), "requested_by" varchar(128), "approved_by" varchar(128), "refund_trade_no" varchar(32) collate "C", "refund_trade_time" varchar(14) collate "C", "channel_refund_no" varchar(128), "queries_asked" int not null, "created_at" bigint not null, "sent_at" bigint, "refunded_at" bigint, "version" int not null, constraint "pay_refund_pkey" primary key ("platform_refund_order_no"));

-- 0009-refund-biz
create unique index "pay_refund_biz_uq" on "pay_refund" ("dev_id", "merchant_no", "biz_refund_order_no");

-- 0010-refund-order
create index "pay_refund_order_ix" on "pay_refund" ("platform_order_no");

-- 0011-refund-trade
create index "pay_refund_trade_ix" on "pay_refund" ("refund_trade_no");

-- 0012-abnormal
create table "abnormal_order" ("abnormal_id" varchar(64) collate "C" not null, "kind" varchar(24) collate "C" not null, "platform_order_no" varchar(32) collate "C" not null, "merchant_no" varchar(32) collate "C" not null, "attempt_no" varchar(32) collate "C" not null, "pay_channel" varchar(16) collate "C" not null, "channel_order_no" varchar(128), "amount" bigint not null, "remark" varchar(512), "handle_state" varchar(16) collate "C" not null, "created_at" bigint not null, "version" int not null, constraint "abnormal_order_pkey" primary key ("abnormal_id"));

-- 0013-abnormal-order
create index "abnormal_order_order_ix" on "abnormal_order" ("platform_order_no");

-- 0014-repeat
create table "repeat_payment" ("attempt_no" varchar(32) collate "C" not null, "platform_order_no" varchar(32) collate "C" not null, "merchant_no" varchar(32) collate "C" not null, "pay_channel" varchar(16) collate "C" not null, "channel_order_no" varchar(128), "amount" bigint not null, "handle_state" varchar(16) collate "C" not null, "paid_at" bigint not null, "created_at" bigint not null, "version" int not null, constraint "repeat_payment_pkey" primary key ("attempt_no"));

-- 0015-repeat-order
create index "repeat_payment_order_ix" on "repeat_payment" ("platform_order_no");

-- 0016-callback
create table "merchant_callback" ("callback_id" varchar(64) collate "C" not null, "kind" varchar(16) collate "C" not null, "platform_order_no" varchar(32) collate "C" not null, "platform_refund_order_no" varchar(32) collate "C", "dev_id" varchar(64) collate "C" not null, "merchant_no" varchar(32) collate "C" not null, "target_url" varchar(256) collate "C" not null, "told_state" varchar(16) collate "C" not null, "content_text" text, "passback_params" text, "state" varchar(16) collate "C" not null, "tries" int not null, "first_tried_at" bigint, "last_tried_at" bigint, "next_try_at" bigint, "last_answer" varchar(200), "accepted_at" bigint, "created_at" bigint not null, "version" int not null, constraint "merchant_callback_pkey" primary key ("callback_id"));

-- 0017-callback-order
create index "merchant_callback_order_ix" on "merchant_callback" ("platform_order_no");

-- 0018-outbox
create table "outbox" ("job_id" varchar(32) collate "C" not null, "topic" varchar(32) collate "C" not null, "job_key" varchar(128) collate "C" not null, "state" varchar(8) collate "C" not null, "due_at" bigint not null, "again_at" bigint, "attempts" int not null, "owner" varchar(64), "claim_token" varchar(32) collate "C", "lease_until" bigint, "last_error" varchar(200), "created_at" bigint not null, constraint "outbox_pkey" primary key ("job_id"));

-- 0019-outbox-key
create unique index "outbox_key_uq" on "outbox" ("topic", "job_key");

-- 0020-outbox-due
create index "outbox_due_ix" on "outbox" ("state", "due_at", "job_id");

-- 0021-audit
create table "audit_entry" ("entry_id" varchar(32) collate "C" not null, "happened_at" bigint not null, "actor_kind" varchar(16) collate "C" not null, "actor_code" varchar(64), "actor_address" varchar(64), "action" varchar(64), "object_kind" varchar(64), "object_no" varchar(128), "description" varchar(500), "facts_before" text, "facts_after" text, "request_id" varchar(128), "entry_mac" varchar(64) collate "C" not null, "seq" bigint not null, "link_mac" varchar(64) collate "C", constraint "audit_entry_pkey" primary key ("entry_id"));

-- 0022-audit-seq
create index "audit_entry_seq_ix" on "audit_entry" ("seq", "happened_at", "entry_id");

-- 0023-audit-time
create index "audit_entry_time_ix" on "audit_entry" ("happened_at", "entry_id");

-- 0024-audit-head
create table "audit_head" ("head_name" varchar(32) collate "C" not null, "last_seq" bigint not null, "last_mac" varchar(64) collate "C" not null, "head_mac" varchar(64) collate "C" not null, constraint "audit_head_pkey" primary key ("head_name"));

-- 0025-developer
create table "developer" ("dev_id" varchar(64) collate "C" not null, "developer_name" varchar(200), "sign_algorithm" varchar(8) collate "C" not null, "sm2_encoding" varchar(8) collate "C", "sm2_user_id" varchar(64), "public_keys" text, "enabled" smallint not null, "allowed_origins" text, "allowed_addresses" text, "allowed_methods" text, "merchant_nos" text, "requests_per_second" int not null, "version" int not null, constraint "developer_pkey" primary key ("dev_id"));

-- 0026-payee
create table "payee" ("merchant_no" varchar(32) collate "C" not null, "payee_name" varchar(200), "institution_no" varchar(32) collate "C" not null, "region_code" varchar(32) collate "C", "enabled" smallint not null, "pay_notify_url" varchar(256) collate "C", "refund_notify_url" varchar(256) collate "C", "default_return_url" varchar(256) collate "C", "refund_review_required" smallint not null, "refund_review_above" bigint, "callback_on_failed" smallint not null, "repeat_refund_by_rule" smallint not null, "sub_merchants" text, "version" int not null, constraint "payee_pkey" primary key ("merchant_no"));

-- 0027-channel-merchant
create table "channel_merchant" ("channel_merchant_id" varchar(32) collate "C" not null, "pay_channel" varchar(16) collate "C" not null, "channel_merchant_name" varchar(200), "channel_merchant_no" varchar(64) collate "C" not null, "channel_app_id" varchar(64) collate "C", "environment" varchar(16) collate "C" not null, "key_name" varchar(64) collate "C" not null, "settings_text" text, "enabled" smallint not null, "version" int not null, constraint "channel_merchant_pkey" primary key ("channel_merchant_id"));

-- 0028-payee-channel
create table "payee_channel" ("merchant_no" varchar(32) collate "C" not null, "pay_channel" varchar(16) collate "C" not null, "channel_merchant_id" varchar(32) collate "C" not null, "pay_methods" text, "enabled" smallint not null, "version" int not null, constraint "payee_channel_pkey" primary key ("merchant_no", "channel_merchant_id"));

-- 0029-limit-note
create table "limit_note" ("process_name" varchar(64) collate "C" not null, "told_at" bigint not null, "note_text" text, constraint "limit_note_pkey" primary key ("process_name"));

-- 0031-node-number
create table "node_number" ("node_no" int not null, "used_until" bigint not null, "holding" varchar(32) collate "C", "lease_until" bigint not null, "seen_at" bigint not null, "host_name" varchar(64), "process_id" bigint not null, "process_role" varchar(16) collate "C" not null, "program_version" varchar(32) collate "C" not null, "started_at" bigint not null, "version" int not null, constraint "node_number_pkey" primary key ("node_no"));

-- 0032-key-mark
create table "key_mark" ("mark_name" varchar(32) collate "C" not null, "mark_mac" varchar(64) collate "C" not null, constraint "key_mark_pkey" primary key ("mark_name"));

-- 0033-recovery-mark
create table "recovery_mark" ("recovery_no" varchar(32) collate "C" not null, "restored_at" bigint not null, "backup_taken_at" bigint, "payments_released_at" bigint, "refunds_released_at" bigint, "callbacks_released_at" bigint, "ended_at" bigint, "version" int not null, constraint "recovery_mark_pkey" primary key ("recovery_no"));

-- 0034-recovery-newest
create index "recovery_mark_newest_ix" on "recovery_mark" ("restored_at", "recovery_no");

-- 0035-recovery-refund
create table "recovery_refund" ("recovery_no" varchar(32) collate "C" not null, "platform_refund_order_no" varchar(32) collate "C" not null, "released_at" bigint not null, constraint "recovery_refund_pkey" primary key ("recovery_no", "platform_refund_order_no"));

-- 0036-lost-payment
create table "lost_payment" ("attempt_no" varchar(64) collate "C" not null, "pay_channel" varchar(16) collate "C" not null, "channel_merchant_id" varchar(32) collate "C" not null, "channel_order_no" varchar(128), "amount" bigint not null, "paid_at" bigint, "told_at" bigint not null, constraint "lost_payment_pkey" primary key ("attempt_no"));

-- 0037-archive-mark
create table "archive_mark" ("archive_name" varchar(32) collate "C" not null, "begun_at" bigint not null, constraint "archive_mark_pkey" primary key ("archive_name"));

-- 0038-order-archive
create table "pay_order_archive" ("platform_order_no" varchar(32) collate "C" not null, "dev_id" varchar(64) collate "C" not null, "merchant_no" varchar(32) collate "C" not null, "biz_order_no" varchar(128) collate "C" not null, "order_date" varchar(8) collate "C" not null, "order_time" varchar(14) collate "C" not null, "terminal" varchar(8) collate "C" not null, "order_amount" bigint not null, "biz_discount_amount" bigint not null, "order_title" varchar(64), "order_description" varchar(128), "return_url" varchar(256) collate "C", "notify_url" varchar(256) collate "C" not null, "bill_detail_url" varchar(256) collate "C", "valid_minutes" int not null, "passback_params" text, "user_id" varchar(64), "payer_name" varchar(700) collate "C", "payer_name_index" varchar(64) collate "C", "payer_mobile" varchar(300) collate "C", "payer_mobile_index" varchar(64) collate "C", "payer_cert_no" varchar(400) collate "C", "payer_cert_no_index" varchar(64) collate "C", "sub_orders" text, "nontax_info" text, "content_digest" varchar(64) collate "C" not null, "cashier_token" varchar(64) collate "C" not null, "state" varchar(16) collate "C" not null, "state_msg" varchar(512), "created_at" bigint not null, "expires_at" bigint not null, "closed_at" bigint, "paid_at" bigint, "paid_attempt_no" varchar(32) collate "C", "pay_channel" varchar(16) collate "C", "channel_order_no" varchar(128), "channel_discount_amount" bigint, "version" int not null, constraint "pay_order_archive_pkey" primary key ("platform_order_no"));

-- 0039-order-biz-archive
create unique index "pay_order_biz_uq_a" on "pay_order_archive" ("dev_id", "merchant_no", "biz_order_no");

-- 0040-order-token-archive
create unique index "pay_order_token_uq_a" on "pay_order_archive" ("cashier_token");

-- 0041-order-payer-archive
create index "pay_order_user_ix_a" on "pay_order_archive" ("dev_id", "user_id", "created_at", "platform_order_no");

-- 0042-attempt-archive
create table "pay_attempt_archive" ("attempt_no" varchar(32) collate "C" not null, "platform_order_no" varchar(32) collate "C" not null, "merchant_no" varchar(32) collate "C" not null, "pay_channel" varchar(16) collate "C" not null, "pay_method" varchar(8) collate "C" not null, "channel_merchant_id" varchar(32) collate "C" not null, "amount" bigint not null, "state" varchar(16) collate "C" not null, "busy" smallint not null, "channel_time" varchar(14) collate "C" not null, "limit_at" bigint not null, "code_digest" varchar(64) collate "C", "channel_order_no" varchar(128), "paid_at" bigint, "paid_by_payer" bigint, "channel_discount_amount" bigint, "clearing_day" varchar(16) collate "C", "reason" varchar(512), "cancel_asked_at" bigint, "queries_asked" int not null, "received_at" bigint not null, "sent_at" bigint, "answered_at" bigint, "recorded_at" bigint, "created_at" bigint not null, "version" int not null, constraint "pay_attempt_archive_pkey" primary key ("attempt_no"));

-- 0043-attempt-order-archive
create index "pay_attempt_order_ix_a" on "pay_attempt_archive" ("platform_order_no");

-- 0044-refund-archive
create table "pay_refund_archive" ("platform_refund_order_no" varchar(32) collate "C" not null, "origin" varchar(16) collate "C" not null, "dev_id" varchar(64) collate "C" not null, "merchant_no" varchar(32) collate "C" not null, "biz_refund_order_no" varchar(128) collate "C" not null, "refund_order_date" varchar(8) collate "C" not null, "platform_order_no" varchar(32) collate "C" not null, "refund_amount" bigint not null, "refund_title" varchar(512), "refund_reason" varchar(512), "notify_url" varchar(256) collate "C", "passback_params" text, "sub_merchant_no" varchar(32) collate "C", "nontax_refund_ref" varchar(128), "attempt_no" varchar(32) collate "C" not null, "content_digest" varchar(64) collate "C" not null, "state" varchar(16) collate "C" not null, "state_msg" varchar(512), "approval_state" varchar(16) collate "C" not null, "approval_remark" varchar(512), "requested_by" varchar(128), "approved_by" varchar(128), "refund_trade_no" varchar(32) collate "C", "refund_trade_time" varchar(14) collate "C", "channel_refund_no" varchar(128), "queries_asked" int not null, "created_at" bigint not null, "sent_at" bigint, "refunded_at" bigint, "version" int not null, constraint "pay_refund_archive_pkey" primary key ("platform_refund_order_no"));

-- 0045-refund-biz-archive
create unique index "pay_refund_biz_uq_a" on "pay_refund_archive" ("dev_id", "merchant_no", "biz_refund_order_no");

-- 0046-refund-order-archive
create index "pay_refund_order_ix_a" on "pay_refund_archive" ("platform_order_no");

-- 0047-refund-trade-archive
create index "pay_refund_trade_ix_a" on "pay_refund_archive" ("refund_trade_no");

-- 0048-abnormal-archive
create table "abnormal_order_archive" ("abnormal_id" varchar(64) collate "C" not null, "kind" varchar(24) collate "C" not null, "platform_order_no" varchar(32) collate "C" not null, "merchant_no" varchar(32) collate "C" not null, "attempt_no" varchar(32) collate "C" not null, "pay_channel" varchar(16) collate "C" not null, "channel_order_no" varchar(128), "amount" bigint not null, "remark" varchar(512), "handle_state" varchar(16) collate "C" not null, "created_at" bigint not null, "version" int not null, constraint "abnormal_order_archive_pkey" primary key ("abnormal_id"));

-- 0049-abnormal-order-archive
create index "abnormal_order_order_ix_a" on "abnormal_order_archive" ("platform_order_no");

-- 0050-repeat-archive
create table "repeat_payment_archive" ("attempt_no" varchar(32) collate "C" not null, "platform_order_no" varchar(32) collate "C" not null, "merchant_no" varchar(32) collate "C" not null, "pay_channel" varchar(16) collate "C" not null, "channel_order_no" varchar(128), "amount" bigint not null, "handle_state" varchar(16) collate "C" not null, "paid_at" bigint not null, "created_at" bigint not null, "version" int not null, constraint "repeat_payment_archive_pkey" primary key ("attempt_no"));

-- 0051-repeat-order-archive
create index "repeat_payment_order_ix_a" on "repeat_payment_archive" ("platform_order_no");

-- 0052-callback-archive
create table "merchant_callback_archive" ("callback_id" varchar(64) collate "C" not null, "kind" varchar(16) collate "C" not null, "platform_order_no" varchar(32) collate "C" not null, "platform_refund_order_no" varchar(32) collate "C", "dev_id" varchar(64) collate "C" not null, "merchant_no" varchar(32) collate "C" not null, "target_url" varchar(256) collate "C" not null, "told_state" varchar(16) collate "C" not null, "content_text" text, "passback_params" text, "state" varchar(16) collate "C" not null, "tries" int not null, "first_tried_at" bigint, "last_tried_at" bigint, "next_try_at" bigint, "last_answer" varchar(200), "accepted_at" bigint, "created_at" bigint not null, "version" int not null, constraint "merchant_callback_archive_pkey" primary key ("callback_id"));

-- 0053-callback-order-archive
create index "merchant_callback_order_ix_a" on "merchant_callback_archive" ("platform_order_no");

-- 0054-outbox-archive
create table "outbox_archive" ("job_id" varchar(32) collate "C" not null, "topic" varchar(32) collate "C" not null, "job_key" varchar(128) collate "C" not null, "state" varchar(8) collate "C" not null, "due_at" bigint not null, "again_at" bigint, "attempts" int not null, "owner" varchar(64), "claim_token" varchar(32) collate "C", "lease_until" bigint, "last_error" varchar(200), "created_at" bigint not null, constraint "outbox_archive_pkey" primary key ("job_id"));

-- 0055-outbox-due-archive
create index "outbox_due_ix_a" on "outbox_archive" ("due_at", "job_id");

-- 0060-callback-state
create index "merchant_callback_state_ix" on "merchant_callback" ("state", "created_at", "callback_id");

-- 0061-refund-state
create index "pay_refund_state_ix" on "pay_refund" ("state", "created_at", "platform_refund_order_no");

-- 0062-attempt-code
drop index "pay_attempt_code_ix";

-- 0063-trade
create table "trade" ("trade_key" varchar(40) collate "C" not null, "kind" varchar(16) collate "C" not null, "purpose" varchar(16) collate "C" not null, "platform_order_no" varchar(32) collate "C" not null, "attempt_no" varchar(32) collate "C" not null, "platform_refund_order_no" varchar(32) collate "C", "dev_id" varchar(64) collate "C" not null, "merchant_no" varchar(32) collate "C" not null, "biz_order_no" varchar(128) collate "C" not null, "order_date" varchar(8) collate "C" not null, "pay_channel" varchar(16) collate "C" not null, "pay_method" varchar(8) collate "C" not null, "channel_merchant_id" varchar(32) collate "C" not null, "channel_order_no" varchar(128), "order_amount" bigint not null, "amount" bigint not null, "channel_discount_amount" bigint not null, "share_list" text, "trade_at" bigint not null, "clearing_day" varchar(8) collate "C" not null, "settle_state" varchar(16) collate "C" not null, "settled_day" varchar(8) collate "C", "seen_run_no" varchar(32) collate "C", "created_at" bigint not null, constraint "trade_pkey" primary key ("trade_key"));

-- 0064-trade-order
create index "trade_order_ix" on "trade" ("platform_order_no");

-- 0065-trade-channel-no
create index "trade_channel_no_ix" on "trade" ("channel_order_no");

-- 0067-trade-state
create index "trade_state_ix" on "trade" ("settle_state", "trade_at", "trade_key");

-- 0068-trade-expected
create index "trade_expected_ix" on "trade" ("channel_merchant_id", "settle_state", "clearing_day", "trade_key");

-- 0069-trade-settled
create index "trade_settled_ix" on "trade" ("channel_merchant_id", "settled_day", "trade_key");

-- 0070-bill
create table "channel_bill" ("bill_no" varchar(32) collate "C" not null, "channel_merchant_id" varchar(32) collate "C" not null, "clearing_day" varchar(8) collate "C" not null, "origin" varchar(16) collate "C" not null, "file_no" varchar(32) collate "C" not null, "file_name" varchar(256), "byte_size" bigint not null, "file_digest" varchar(64) collate "C" not null, "totals" text, "received_at" bigint not null, "received_by" varchar(128), constraint "channel_bill_pkey" primary key ("bill_no"));

-- 0071-bill-day
create index "channel_bill_day_ix" on "channel_bill" ("channel_merchant_id", "clearing_day");

-- 0072-run
create table "reconcile_run" ("run_no" varchar(32) collate "C" not null, "channel_merchant_id" varchar(32) collate "C" not null, "pay_channel" varchar(16) collate "C" not null, "clearing_day" varchar(8) collate "C" not null, "run_sequence" int not null, "bill_no" varchar(32) collate "C", "state" varchar(16) collate "C" not null, "lines_done" int not null, "line_count" int not null, "missing_after" varchar(40) collate "C", "figures" text, "run_changes" text, "started_at" bigint not null, "ended_at" bigint, "started_by" varchar(128), "cancel_asked_by" varchar(128), "remark" varchar(512), "version" int not null, constraint "reconcile_run_pkey" primary key ("run_no"));

-- 0073-run-sequence
create unique index "reconcile_run_sequence_uq" on "reconcile_run" ("channel_merchant_id", "clearing_day", "run_sequence");

-- 0074-item
create table "reconcile_item" ("run_no" varchar(32) collate "C" not null, "item_no" int not null, "subject_key" varchar(160), "outcome" varchar(16) collate "C" not null, "change_kind" varchar(16) collate "C" not null, "here_amount" bigint, "there_amount" bigint, constraint "reconcile_item_pkey" primary key ("run_no", "item_no"));

-- 0075-day
create table "reconcile_day" ("channel_merchant_id" varchar(32) collate "C" not null, "clearing_day" varchar(8) collate "C" not null, "pay_channel" varchar(16) collate "C" not null, "state" varchar(16) collate "C" not null, "bill_no" varchar(32) collate "C", "last_run_no" varchar(32) collate "C", "running_no" varchar(32) collate "C", "run_count" int not null, "reconcile_count" int not null, "reconcile_amount" bigint not null, "settled_amount" bigint not null, "fee_amount" bigint not null, "open_count" int not null, "waiting_count" int not null, "tries" int not null, "last_tried_at" bigint, "last_word" varchar(256), "reconciled_at" bigint, "version" int not null, constraint "reconcile_day_pkey" primary key ("channel_merchant_id", "clearing_day"));

-- 0076-day-all
create index "reconcile_day_all_ix" on "reconcile_day" ("clearing_day", "channel_merchant_id");

-- 0077-difference
create table "reconcile_difference" ("difference_no" varchar(32) collate "C" not null, "channel_merchant_id" varchar(32) collate "C" not null, "pay_channel" varchar(16) collate "C" not null, "subject_key" varchar(160), "outcome" varchar(16) collate "C" not null, "state" varchar(16) collate "C" not null, "clearing_day" varchar(8) collate "C" not null, "kind" varchar(16) collate "C", "merchant_no" varchar(32) collate "C", "platform_order_no" varchar(32) collate "C", "biz_order_no" varchar(128) collate "C", "own_no" varchar(160), "channel_no" varchar(160), "here_amount" bigint, "there_amount" bigint, "here_fee" bigint, "there_fee" bigint, "there_settled" bigint, "suggested_key" varchar(40) collate "C", "happened_at" bigint, "detail_text" varchar(800), "first_run_no" varchar(32) collate "C" not null, "last_run_no" varchar(32) collate "C" not null, "created_at" bigint not null, "version" int not null, constraint "reconcile_difference_pkey" primary key ("difference_no"));

-- 0078-difference-subject
create unique index "reconcile_diff_subject_uq" on "reconcile_difference" ("channel_merchant_id", "subject_key");

-- 0079-difference-day
create index "reconcile_diff_day_ix" on "reconcile_difference" ("channel_merchant_id", "clearing_day", "state", "difference_no");

-- 0080-difference-state
create index "reconcile_diff_state_ix" on "reconcile_difference" ("state", "created_at", "difference_no");

-- 0081-note
create table "handling_note" ("note_no" varchar(32) collate "C" not null, "object_kind" varchar(16) collate "C" not null, "object_no" varchar(64) collate "C" not null, "note_action" varchar(24) collate "C" not null, "note_text" varchar(500), "operator_name" varchar(128), "noted_at" bigint not null, constraint "handling_note_pkey" primary key ("note_no"));

-- 0082-note-object
create index "handling_note_object_ix" on "handling_note" ("object_kind", "object_no", "noted_at");

-- 0083-entry
create table "settlement_entry" ("trade_key" varchar(40) collate "C" not null, "entry_no" int not null, "cause" varchar(16) collate "C" not null, "kind" varchar(16) collate "C" not null, "purpose" varchar(16) collate "C" not null, "pay_channel" varchar(16) collate "C" not null, "pay_method" varchar(8) collate "C" not null, "channel_merchant_id" varchar(32) collate "C" not null, "merchant_no" varchar(32) collate "C" not null, "sub_merchant_no" varchar(32) collate "C", "platform_order_no" varchar(32) collate "C" not null, "platform_refund_order_no" varchar(32) collate "C", "biz_order_no" varchar(128) collate "C" not null, "channel_order_no" varchar(160), "order_date" varchar(8) collate "C" not null, "trade_at" bigint not null, "clearing_day" varchar(8) collate "C" not null, "settle_day" varchar(8) collate "C" not null, "trade_count" int not null, "trade_amount" bigint not null, "settled_amount" bigint not null, "fee_amount" bigint not null, "run_no" varchar(32) collate "C" not null, "line_no" int not null, "created_at" bigint not null, constraint "settlement_entry_pkey" primary key ("trade_key", "entry_no"));

-- 0084-entry-payee
create index "settlement_entry_payee_ix" on "settlement_entry" ("merchant_no", "settle_day", "trade_key", "entry_no");

-- 0085-entry-bill
create index "settlement_entry_bill_ix" on "settlement_entry" ("clearing_day", "channel_merchant_id", "trade_key");

-- 0087-entry-posted
create index "settlement_entry_posted_ix" on "settlement_entry" ("settle_day", "channel_merchant_id");

-- 0088-certificate
create table "day_certificate" ("certified_day" varchar(8) collate "C" not null, "content_text" text, "content_digest" varchar(64) collate "C" not null, "previous_digest" varchar(64) collate "C" not null, "previous_day" varchar(8) collate "C", "signature_text" varchar(256) collate "C" not null, "key_name" varchar(64) collate "C" not null, "issued_at" bigint not null, constraint "day_certificate_pkey" primary key ("certified_day"));

-- 0089-period-lock
create table "period_lock" ("book_month" varchar(6) collate "C" not null, "locked_at" bigint not null, "locked_by" varchar(128), constraint "period_lock_pkey" primary key ("book_month"));

-- 0090-statement
create table "payee_statement" ("merchant_no" varchar(32) collate "C" not null, "settle_day" varchar(8) collate "C" not null, "kind" varchar(16) collate "C" not null, "file_no" varchar(32) collate "C" not null, "file_name" varchar(256), "byte_size" bigint not null, "file_digest" varchar(64) collate "C" not null, "line_count" int not null, "created_at" bigint not null, constraint "payee_statement_pkey" primary key ("merchant_no", "settle_day", "kind"));

-- 0091-statement-day
create index "payee_statement_day_ix" on "payee_statement" ("settle_day", "merchant_no");

-- 0092-file
create table "kept_file" ("file_no" varchar(32) collate "C" not null, "purpose" varchar(16) collate "C" not null, "file_name" varchar(256), "byte_size" bigint not null, "file_digest" varchar(64) collate "C" not null, "chunk_count" int not null, "created_at" bigint not null, constraint "kept_file_pkey" primary key ("file_no"));

-- 0093-chunk
create table "kept_chunk" ("file_no" varchar(32) collate "C" not null, "chunk_no" int not null, "chunk_text" text, constraint "kept_chunk_pkey" primary key ("file_no", "chunk_no"));

-- 0094-draft
create table "kept_draft" ("file_no" varchar(32) collate "C" not null, "chunk_count" int not null, "touched_at" bigint not null, constraint "kept_draft_pkey" primary key ("file_no"));

-- 0100-difference-list
create index "reconcile_diff_list_ix" on "reconcile_difference" ("clearing_day", "difference_no");

-- 0101-repeat-list
create index "repeat_payment_list_ix" on "repeat_payment" ("created_at", "attempt_no");

-- 0102-abnormal-list
create index "abnormal_order_list_ix" on "abnormal_order" ("created_at", "abnormal_id");

-- 0103-repeat-list-archive
create index "repeat_payment_list_ix_a" on "repeat_payment_archive" ("created_at", "attempt_no");

-- 0104-abnormal-list-archive
create index "abnormal_order_list_ix_a" on "abnormal_order_archive" ("created_at", "abnormal_id");

-- 0105-trade-list
create index "trade_list_ix" on "trade" ("order_date", "trade_at", "trade_key");

-- 0106-entry-list
create index "settlement_entry_list_ix" on "settlement_entry" ("order_date", "trade_at", "trade_key", "entry_no");

-- 0110-abnormal-payee
create index "abnormal_order_payee_ix" on "abnormal_order" ("merchant_no", "created_at", "abnormal_id");

-- 0111-abnormal-payee-archive
create index "abnormal_order_payee_ix_a" on "abnormal_order_archive" ("merchant_no", "created_at", "abnormal_id");

-- 0112-repeat-payee
create index "repeat_payment_payee_ix" on "repeat_payment" ("merchant_no", "created_at", "attempt_no");

-- 0113-repeat-payee-archive
create index "repeat_payment_payee_ix_a" on "repeat_payment_archive" ("merchant_no", "created_at", "attempt_no");

-- 0114-difference-payee
create index "reconcile_diff_payee_ix" on "reconcile_difference" ("merchant_no", "clearing_day", "difference_no");

-- 0115-statement-totals
alter table "payee_statement" add column "totals" text;

-- 0116-nontax-region
create table "nontax_region" ("region_code" varchar(32) collate "C" not null, "region_name" varchar(100), "nontax_region_code" varchar(32) collate "C" not null, "nontax_region_name" varchar(100), "e_bill_region_code" varchar(32) collate "C" not null, "e_bill_region_name" varchar(100), "version" int not null, constraint "nontax_region_pkey" primary key ("region_code"));

-- 0117-nontax-item
create table "nontax_item" ("region_code" varchar(32) collate "C" not null, "item_code" varchar(32) collate "C" not null, "item_name" varchar(100), "national_code" varchar(32) collate "C", "measure_word" varchar(20), "fund_nature" varchar(24) collate "C" not null, "lowest_price" bigint, "highest_price" bigint, "voucher_kind" varchar(16) collate "C" not null, "unit_codes" text, "enabled" smallint not null, "version" int not null, constraint "nontax_item_pkey" primary key ("region_code", "item_code"));

-- 0118-payee-unit
alter table "payee" add column "charging_unit" text;

-- 0118-payee-first
alter table "payee" add column "notice_first" smallint;

-- 0118-payee-policy
alter table "payee" add column "slip_refund_policy" varchar(24) collate "C";

-- 0119-developer-texts
alter table "developer" add column "texts_payers" smallint;

-- 0119-developer-bills
alter table "developer" add column "personal_bill_url" varchar(256) collate "C";

-- 0120-e-bill
create table "e_bill" ("bill_key" varchar(32) collate "C" not null, "bill_round" int not null, "bill_source" varchar(16) collate "C" not null, "platform_order_no" varchar(32) collate "C", "bus_no" varchar(32) collate "C" not null, "state" varchar(16) collate "C" not null, "amount" bigint not null, "dev_id" varchar(64) collate "C", "merchant_no" varchar(32) collate "C", "biz_order_no" varchar(128) collate "C", "region_code" varchar(32) collate "C", "payer_kind" varchar(8) collate "C", "payer_name" varchar(700) collate "C", "payer_name_index" varchar(64) collate "C", "payer_cert_no" varchar(400) collate "C", "payer_cert_no_index" varchar(64) collate "C", "payer_mobile" varchar(300) collate "C", "payer_mobile_index" varchar(64) collate "C", "payer_email" varchar(700) collate "C", "item_list" text, "base_list" text, "whole_order" smallint, "said_items" text, "pay_code" varchar(32) collate "C", "bill_code" varchar(64) collate "C", "bill_no" varchar(64) collate "C", "check_code" varchar(64) collate "C", "issued_at" bigint, "link_list" text, "reversal_text" text, "failure_code" varchar(64), "failure_text" varchar(512), "page_token" varchar(64) collate "C", "tries_made" int not null, "last_try_at" bigint, "next_try_at" bigint, "paid_at" bigint, "bill_at" bigint not null, "created_at" bigint not null, "version" int not null, constraint "e_bill_pkey" primary key ("bill_key", "bill_round"));

-- 0121-e-bill-bus
create unique index "e_bill_bus_ux" on "e_bill" ("bus_no");

-- 0121-e-bill-numbers
create index "e_bill_numbers_ix" on "e_bill" ("bill_code", "bill_no");

-- 0122-e-bill-page
create unique index "e_bill_page_ux" on "e_bill" ("page_token");

-- 0123-e-bill-list
create index "e_bill_list_ix" on "e_bill" ("bill_at", "bus_no");

-- 0124-e-bill-payee
create index "e_bill_payee_ix" on "e_bill" ("merchant_no", "bill_at", "bus_no");

-- 0125-e-bill-biz
create index "e_bill_biz_ix" on "e_bill" ("biz_order_no", "bill_at");

-- 0126-e-bill-issued
create index "e_bill_issued_ix" on "e_bill" ("region_code", "issued_at", "bill_key", "bill_round");

-- 0127-e-bill-check
create table "e_bill_check" ("region_code" varchar(32) collate "C" not null, "check_day" varchar(8) collate "C" not null, "state" varchar(16) collate "C" not null, "our_count" int not null, "our_amount" bigint not null, "their_count" int, "their_amount" bigint, "difference_list" text, "checked_at" bigint not null, "version" int not null, constraint "e_bill_check_pkey" primary key ("region_code", "check_day"));

-- 0150-personal-bill
create table "personal_bill_push" ("platform_order_no" varchar(32) collate "C" not null, "biz_order_no" varchar(128) collate "C" not null, "dev_id" varchar(64) collate "C" not null, "merchant_no" varchar(32) collate "C" not null, "content_digest" varchar(64) collate "C" not null, "bill_state" varchar(16) collate "C" not null, "state" varchar(16) collate "C" not null, "tries" int not null, "first_tried_at" bigint, "last_tried_at" bigint, "next_try_at" bigint, "last_answer" varchar(200), "accepted_at" bigint, "created_at" bigint not null, "version" int not null, constraint "personal_bill_push_pkey" primary key ("platform_order_no"));

-- 0151-personal-bill-list
create index "personal_bill_list_ix" on "personal_bill_push" ("created_at", "platform_order_no");

-- 0152-personal-bill-state
create index "personal_bill_state_ix" on "personal_bill_push" ("state", "created_at", "platform_order_no");

-- 0175-own-pay-code
create table "own_pay_code" ("bus_no" varchar(32) collate "C" not null, "pay_code" varchar(32) collate "C" not null, "range_name" varchar(32) collate "C" not null, "serial_no" bigint not null, "given_at" bigint not null, constraint "own_pay_code_pkey" primary key ("bus_no"));

-- 0175-own-pay-code-serial
create unique index "own_pay_code_serial_uq" on "own_pay_code" ("range_name", "serial_no");

-- 0140-text-message
create table "text_message" ("message_id" varchar(32) collate "C" not null, "scene" varchar(32) collate "C" not null, "biz_key" varchar(128) collate "C" not null, "sealed_phone" varchar(300) collate "C" not null, "phone_index" varchar(64) collate "C" not null, "masked_phone" varchar(16) collate "C" not null, "template_name" varchar(32) collate "C" not null, "param_list" text, "state" varchar(16) collate "C" not null, "last_code" varchar(64) collate "C", "tries" int not null, "being_sent" smallint not null, "resent" smallint not null, "group_no" varchar(64) collate "C", "asker_index" varchar(64) collate "C", "created_at" bigint not null, "send_at" bigint not null, "last_tried_at" bigint, "submitted_at" bigint, "ended_at" bigint, "version" int not null, constraint "text_message_pkey" primary key ("message_id"));

-- 0141-text-once
create unique index "text_message_once_uq" on "text_message" ("scene", "biz_key", "phone_index");

-- 0142-text-group
create index "text_message_group_ix" on "text_message" ("group_no", "phone_index");

-- 0143-text-phone
create index "text_message_phone_ix" on "text_message" ("phone_index", "created_at");

-- 0144-text-list
create index "text_message_list_ix" on "text_message" ("created_at", "message_id");

-- 0145-text-state
create index "text_message_state_ix" on "text_message" ("state", "created_at", "message_id");

-- 0146-text-asker
create index "text_message_asker_ix" on "text_message" ("asker_index", "created_at");

-- 0147-text-block
create table "text_block" ("phone_index" varchar(64) collate "C" not null, "masked_phone" varchar(16) collate "C" not null, "is_blocked" smallint not null, "block_cause" varchar(16) collate "C" not null, "changed_at" bigint not null, "version" int not null, constraint "text_block_pkey" primary key ("phone_index"));

-- 0148-text-code
create table "text_code" ("scene" varchar(32) collate "C" not null, "phone_index" varchar(64) collate "C" not null, "code_hash" varchar(64) collate "C" not null, "made_at" bigint not null, "wrong_tries" int not null, "used_at" bigint, "version" int not null, constraint "text_code_pkey" primary key ("scene", "phone_index"));

-- 0149-text-inbound
create table "text_inbound" ("said_index" varchar(64) collate "C" not null, "inbound_no" varchar(32) collate "C" not null, "sealed_phone" varchar(300) collate "C" not null, "phone_index" varchar(64) collate "C" not null, "masked_phone" varchar(16) collate "C" not null, "sealed_content" text, "extension_no" varchar(20), "meaning" varchar(16) collate "C" not null, "sent_at" bigint, "received_at" bigint not null, constraint "text_inbound_pkey" primary key ("said_index"));

-- 0149-text-inbound-list
create index "text_inbound_list_ix" on "text_inbound" ("received_at", "inbound_no");

-- 0160-share-order
create table "share_order_outbox" ("platform_order_no" varchar(32) collate "C" not null, "noted_at" bigint not null, "version" int not null, constraint "share_order_outbox_pkey" primary key ("platform_order_no"));

-- 0161-share-order-turn
create index "share_order_turn_ix" on "share_order_outbox" ("noted_at", "platform_order_no");

-- 0162-share-watermark
create table "share_watermark" ("target_name" varchar(64) collate "C" not null, "table_name" varchar(32) collate "C" not null, "mark_at" bigint, "mark_id" varchar(128) collate "C", "lease_owner" varchar(64) collate "C", "lease_until" bigint not null, "batch_sequence" int not null, "failure_count" int not null, "not_before" bigint not null, "phase" varchar(16) collate "C" not null, "counted_day" varchar(8) collate "C", "version" int not null, constraint "share_watermark_pkey" primary key ("target_name", "table_name"));

-- 0163-share-batch
create table "share_batch" ("batch_no" varchar(32) collate "C" not null, "target_name" varchar(64) collate "C" not null, "table_name" varchar(32) collate "C" not null, "batch_kind" varchar(16) collate "C" not null, "state" varchar(16) collate "C" not null, "row_count" int not null, "accepted_count" int not null, "quarantined_count" int not null, "warning_count" int not null, "message_text" varchar(200), "began_at" bigint not null, "ended_at" bigint not null, constraint "share_batch_pkey" primary key ("batch_no"));

-- 0164-share-batch-time
create index "share_batch_time_ix" on "share_batch" ("began_at", "batch_no");

-- 0165-share-quarantine
create table "share_quarantine" ("quarantine_no" varchar(32) collate "C" not null, "target_name" varchar(64) collate "C" not null, "table_name" varchar(32) collate "C" not null, "row_key" varchar(64) collate "C" not null, "reason" varchar(32) collate "C" not null, "detail_text" varchar(200), "state" varchar(16) collate "C" not null, "batch_no" varchar(32) collate "C" not null, "times" int not null, "first_at" bigint not null, "last_at" bigint not null, "version" int not null, constraint "share_quarantine_pkey" primary key ("quarantine_no"));

-- 0166-share-quarantine-row
create unique index "share_quarantine_row_uq" on "share_quarantine" ("target_name", "table_name", "row_key");

-- 0167-share-policy
create table "share_policy" ("table_name" varchar(32) collate "C" not null, "column_name" varchar(32) collate "C" not null, "is_full" smallint not null, "basis_text" varchar(500), "decided_by" varchar(128), "decided_at" bigint not null, "version" int not null, constraint "share_policy_pkey" primary key ("table_name", "column_name"));

-- 0168-share-node
create table "share_node" ("node_id" varchar(128) collate "C" not null, "parent_id" varchar(128) collate "C" not null, "parent_ids" text, "grade" int not null, "node_name" varchar(200), "org_id" varchar(64) collate "C", "is_gone" smallint not null, "created_at" bigint not null, "changed_at" bigint not null, "version" int not null, constraint "share_node_pkey" primary key ("node_id"));

-- 0169-share-node-turn
create index "share_node_turn_ix" on "share_node" ("changed_at", "node_id");

-- 0130-payment-notice
create table "payment_notice" ("notice_no" varchar(32) collate "C" not null, "origin" varchar(16) collate "C" not null, "region_code" varchar(6) collate "C" not null, "dev_id" varchar(64) collate "C" not null, "merchant_no" varchar(32) collate "C" not null, "biz_notice_no" varchar(128) collate "C" not null, "content_digest" varchar(64) collate "C", "platform_order_no" varchar(32) collate "C", "pay_code" varchar(64) collate "C", "slip_key" varchar(100) collate "C" not null, "check_code" varchar(20), "e_book_no" varchar(64), "pay_url" varchar(500) collate "C", "bus_no" varchar(32), "unit_code" varchar(30), "unit_name" varchar(100), "payer_kind" varchar(8) collate "C" not null, "payer_name" varchar(700) collate "C", "payer_mobile" varchar(300) collate "C", "payer_mobile_index" varchar(64) collate "C", "payer_cert_no" varchar(400) collate "C", "payer_cert_no_index" varchar(64) collate "C", "item_list" text, "total_amount" bigint not null, "late_fee" bigint not null, "fill_day" varchar(8) collate "C" not null, "valid_until" varchar(8) collate "C" not null, "notice_state" varchar(16) collate "C" not null, "notice_step" varchar(24) collate "C" not null, "confirm_code" varchar(64), "serial_no" varchar(64), "confirmed_at" bigint, "confirm_day" varchar(8) collate "C", "trade_key" varchar(40) collate "C", "paid_at" bigint, "pay_day" varchar(8) collate "C", "tries" int not null, "last_word" varchar(300), "created_at" bigint not null, "changed_at" bigint not null, "version" int not null, constraint "payment_notice_pkey" primary key ("notice_no"));

-- 0131-notice-slip
create unique index "payment_notice_slip_uq" on "payment_notice" ("slip_key");

-- 0131-notice-biz
create unique index "payment_notice_biz_uq" on "payment_notice" ("dev_id", "merchant_no", "biz_notice_no");

-- 0132-notice-order
create index "payment_notice_order_ix" on "payment_notice" ("platform_order_no");

-- 0132-notice-confirmed
create index "payment_notice_confirm_ix" on "payment_notice" ("region_code", "confirm_day", "notice_no");

-- 0132-notice-list
create index "payment_notice_list_ix" on "payment_notice" ("pay_day", "notice_no");

-- 0133-notice-log
create table "notice_log" ("log_no" varchar(32) collate "C" not null, "notice_no" varchar(32) collate "C", "region_code" varchar(6) collate "C" not null, "pay_code" varchar(64) collate "C", "subject" varchar(16) collate "C" not null, "said_text" varchar(500), "log_state" varchar(16) collate "C" not null, "reply_text" varchar(300), "logged_at" bigint not null, constraint "notice_log_pkey" primary key ("log_no"));

-- 0134-notice-log-newest
create index "notice_log_newest_ix" on "notice_log" ("notice_no", "logged_at", "log_no");

-- 0135-abnormal-notice
create table "abnormal_notice" ("abnormal_no" varchar(64) collate "C" not null, "kind" varchar(24) collate "C" not null, "region_code" varchar(6) collate "C" not null, "pay_code" varchar(64) collate "C", "notice_no" varchar(32) collate "C", "platform_order_no" varchar(32) collate "C", "merchant_no" varchar(32) collate "C", "trade_key" varchar(40) collate "C", "amount" bigint not null, "province_amount" bigint, "serial_no" varchar(64), "pay_day" varchar(8) collate "C" not null, "order_date" varchar(8) collate "C", "remark" varchar(512), "handle_state" varchar(16) collate "C" not null, "created_at" bigint not null, "version" int not null, constraint "abnormal_notice_pkey" primary key ("abnormal_no"));

-- 0136-abnormal-of-notice
create index "abnormal_notice_notice_ix" on "abnormal_notice" ("notice_no");

-- 0136-abnormal-notice-list
create index "abnormal_notice_list_ix" on "abnormal_notice" ("pay_day", "abnormal_no");

-- 0137-notice-statement
create table "notice_statement_day" ("region_code" varchar(6) collate "C" not null, "statement_day" varchar(8) collate "C" not null, "day_state" varchar(16) collate "C" not null, "file_no" varchar(32) collate "C", "line_count" int not null, "total_amount" bigint not null, "agreed_count" int not null, "differing_count" int not null, "tries" int not null, "last_word" varchar(300), "compared_at" bigint, "version" int not null, constraint "notice_statement_day_pkey" primary key ("region_code", "statement_day"));

-- 0138-spent-number
create table "spent_number" ("number_digest" varchar(64) collate "C" not null, "kept_until" bigint not null, constraint "spent_number_pkey" primary key ("number_digest"));

-- 0139-spent-until
create index "spent_number_until_ix" on "spent_number" ("kept_until");

-- 0180-order-find
create index "pay_order_find_ix" on "pay_order" ("biz_order_no", "payer_mobile_index");

-- 0181-order-find-archive
create index "pay_order_find_ix_a" on "pay_order_archive" ("biz_order_no", "payer_mobile_index");

-- 0170-leg-gap
create table "leg_gap" ("check_day" varchar(8) collate "C" not null, "platform_order_no" varchar(32) collate "C" not null, "leg_name" varchar(16) collate "C" not null, "gap_seq" int not null, "gap_no" varchar(32) collate "C" not null, "channel_merchant_id" varchar(32) collate "C" not null, "merchant_no" varchar(32) collate "C" not null, "biz_order_no" varchar(128) collate "C" not null, "gap_kind" varchar(16) collate "C" not null, "expected_amount" bigint not null, "found_amount" bigint, "gap_state" varchar(8) collate "C" not null, "first_seen_at" bigint not null, "closed_at" bigint, "version" int not null, constraint "leg_gap_pkey" primary key ("check_day", "platform_order_no", "leg_name", "gap_seq"));

-- 0171-leg-gap-no
create unique index "leg_gap_no_ux" on "leg_gap" ("gap_no");

-- 0172-leg-gap-list
create index "leg_gap_list_ix" on "leg_gap" ("check_day", "gap_no");

-- 0172-leg-gap-order
create index "leg_gap_order_ix" on "leg_gap" ("platform_order_no", "check_day");

-- 0173-leg-gap-state
create index "leg_gap_state_ix" on "leg_gap" ("gap_state", "check_day", "gap_no");

-- 0173-leg-gap-open
create index "leg_gap_open_ix" on "leg_gap" ("check_day", "channel_merchant_id", "gap_state", "platform_order_no");

-- 0174-leg-check
create table "leg_check" ("check_day" varchar(8) collate "C" not null, "channel_merchant_id" varchar(32) collate "C" not null, "run_no" varchar(32) collate "C" not null, "state" varchar(8) collate "C" not null, "check_phase" varchar(8) collate "C" not null, "after_key" varchar(40) collate "C", "order_count" int not null, "complete_count" int not null, "channel_gaps" int not null, "notice_gaps" int not null, "bill_gaps" int not null, "gap_figures" text, "walked_at" bigint not null, "changed_at" bigint not null, "look_at" bigint, "oldest_at" bigint, "alarmed_at" bigint, "version" int not null, constraint "leg_check_pkey" primary key ("check_day", "channel_merchant_id"));

-- 0182-e-bill-check-walk
alter table "e_bill_check" add column "walk_text" text;

-- 0190-console-operator
create table "console_operator" ("operator_no" varchar(32) collate "C" not null, "login_account" varchar(32) collate "C" not null, "operator_name" varchar(64), "masked_mobile" varchar(16) collate "C", "sealed_mobile" varchar(300) collate "C", "state" varchar(16) collate "C" not null, "officer_kind" varchar(32) collate "C", "role_codes" text, "scope_kind" varchar(16) collate "C" not null, "region_code" varchar(32) collate "C", "institution_no" varchar(32) collate "C", "remark" varchar(500), "created_at" bigint not null, "row_mac" varchar(64) collate "C" not null, "version" int not null, constraint "console_operator_pkey" primary key ("operator_no"));

-- 0191-operator-account
create unique index "console_operator_account_uq" on "console_operator" ("login_account");

-- 0192-operator-list
create index "console_operator_list_ix" on "console_operator" ("created_at", "operator_no");

-- 0193-operator-officer
create index "console_operator_officer_ix" on "console_operator" ("officer_kind", "operator_no");

-- 0194-operator-credential
create table "operator_credential" ("operator_no" varchar(32) collate "C" not null, "password_hash" varchar(300) collate "C", "password_changed_at" bigint, "must_change" smallint not null, "former_passwords" text, "second_factor" text, "activation_hash" varchar(64) collate "C", "activation_until" bigint, "row_mac" varchar(64) collate "C" not null, "version" int not null, constraint "operator_credential_pkey" primary key ("operator_no"));

-- 0195-operator-role
create table "operator_role" ("role_code" varchar(32) collate "C" not null, "role_name" varchar(64), "permission_list" text, "remark" varchar(500), "created_at" bigint not null, "row_mac" varchar(64) collate "C" not null, "version" int not null, constraint "operator_role_pkey" primary key ("role_code"));

-- 0196-operator-role-list
create index "operator_role_list_ix" on "operator_role" ("created_at", "role_code");

-- 0197-operator-session
create table "operator_session" ("token_hash" varchar(64) collate "C" not null, "session_no" varchar(32) collate "C" not null, "operator_no" varchar(32) collate "C" not null, "session_stage" varchar(16) collate "C" not null, "from_address" varchar(64) collate "C" not null, "began_at" bigint not null, "seen_at" bigint not null, "proved_at" bigint, "ended_at" bigint, "end_cause" varchar(32) collate "C", "is_open" smallint not null, "row_mac" varchar(64) collate "C" not null, "version" int not null, constraint "operator_session_pkey" primary key ("token_hash"));

-- 0198-operator-session-open
create index "operator_session_open_ix" on "operator_session" ("operator_no", "is_open", "began_at", "session_no");

-- 0199-sign-in-tries
create table "sign_in_tries" ("try_holder" varchar(160) collate "C" not null, "wrong_at_list" text, "locked_until" bigint, "version" int not null, constraint "sign_in_tries_pkey" primary key ("try_holder"));

-- 0200-sign-in-challenge
create table "sign_in_challenge" ("challenge_no" varchar(32) collate "C" not null, "purpose" varchar(16) collate "C" not null, "nonce" varchar(64) collate "C" not null, "sealed_key" varchar(400) collate "C" not null, "sealed_captcha" varchar(300) collate "C", "session_no" varchar(32) collate "C", "made_at" bigint not null, "used_at" bigint, "version" int not null, constraint "sign_in_challenge_pkey" primary key ("challenge_no"));

-- 0201-sign-in-challenge-made
create index "sign_in_challenge_made_ix" on "sign_in_challenge" ("made_at", "challenge_no");

-- 0202-grant-request
create table "grant_request" ("request_no" varchar(32) collate "C" not null, "operator_no" varchar(32) collate "C" not null, "operator_version" int not null, "officer_kind" varchar(32) collate "C", "role_codes" text, "scope_kind" varchar(16) collate "C" not null, "region_code" varchar(32) collate "C", "institution_no" varchar(32) collate "C", "state" varchar(16) collate "C" not null, "asked_by" varchar(64) collate "C" not null, "decided_by" varchar(64) collate "C", "remark" varchar(500), "asked_at" bigint not null, "decided_at" bigint, "row_mac" varchar(64) collate "C" not null, "version" int not null, constraint "grant_request_pkey" primary key ("request_no"));

-- 0203-grant-request-state
create index "grant_request_state_ix" on "grant_request" ("state", "asked_at", "request_no");

-- 0204-list-export
create table "list_export" ("export_no" varchar(32) collate "C" not null, "operator_no" varchar(32) collate "C" not null, "list_name" varchar(64) collate "C" not null, "parameter_list" text, "row_scope" varchar(64) collate "C" not null, "run_place" varchar(40) collate "C" not null, "state" varchar(16) collate "C" not null, "rows_written" int not null, "file_no" varchar(32) collate "C", "file_name" varchar(256), "fail_cause" varchar(32) collate "C", "started_at" bigint not null, "seen_at" bigint not null, "ended_at" bigint, "version" int not null, constraint "list_export_pkey" primary key ("export_no"));

-- 0205-list-export-place
create unique index "list_export_place_uq" on "list_export" ("run_place");

-- 0206-list-export-silent
create index "list_export_silent_ix" on "list_export" ("state", "seen_at", "export_no");

-- 0207-list-export-file
create index "list_export_file_ix" on "list_export" ("file_no");

-- 0208-kept-export
create table "kept_export" ("file_no" varchar(32) collate "C" not null, "chunk_count" int not null, "kept_at" bigint not null, constraint "kept_export_pkey" primary key ("file_no"));

-- 0209-kept-export-age
create index "kept_export_age_ix" on "kept_export" ("kept_at", "file_no");

-- 0210-order-list
create index "pay_order_list_ix" on "pay_order" ("paid_at", "created_at", "platform_order_no");

-- 0211-order-list-archive
create index "pay_order_list_ix_a" on "pay_order_archive" ("paid_at", "created_at", "platform_order_no");

-- 0212-order-mobile
create index "pay_order_mobile_ix" on "pay_order" ("payer_mobile_index", "platform_order_no");

-- 0213-order-mobile-archive
create index "pay_order_mobile_ix_a" on "pay_order_archive" ("payer_mobile_index", "platform_order_no");

-- 0214-attempt-channel
create index "pay_attempt_channel_ix" on "pay_attempt" ("channel_order_no", "platform_order_no");

-- 0215-attempt-channel-archive
create index "pay_attempt_channel_ix_a" on "pay_attempt_archive" ("channel_order_no", "platform_order_no");

-- 0216-refund-list
create index "pay_refund_list_ix" on "pay_refund" ("created_at", "platform_refund_order_no");

-- 0217-refund-list-archive
create index "pay_refund_list_ix_a" on "pay_refund_archive" ("created_at", "platform_refund_order_no");

-- 0218-refund-asked
create index "pay_refund_asked_ix" on "pay_refund" ("biz_refund_order_no", "platform_refund_order_no");

-- 0219-refund-asked-archive
create index "pay_refund_asked_ix_a" on "pay_refund_archive" ("biz_refund_order_no", "platform_refund_order_no");

-- 0220-refund-channel
create index "pay_refund_channel_ix" on "pay_refund" ("channel_refund_no", "platform_refund_order_no");

-- 0221-refund-channel-archive
create index "pay_refund_channel_ix_a" on "pay_refund_archive" ("channel_refund_no", "platform_refund_order_no");

-- 0222-region
create table "region" ("region_code" varchar(32) collate "C" not null, "region_name" varchar(100), "parent_region_code" varchar(32) collate "C", "admin_operator_no" varchar(32) collate "C", "enabled" smallint not null, "remark" varchar(200), "created_at" bigint not null, "version" int not null, constraint "region_pkey" primary key ("region_code"));

-- 0223-region-parent
create index "region_parent_ix" on "region" ("parent_region_code", "region_code");

-- 0224-industry
create table "industry" ("industry_code" varchar(32) collate "C" not null, "industry_name" varchar(100), "enabled" smallint not null, "remark" varchar(200), "created_at" bigint not null, "version" int not null, constraint "industry_pkey" primary key ("industry_code"));

-- 0225-notice-pay-code
create index "payment_notice_code_ix" on "payment_notice" ("pay_code", "pay_day");

-- 0226-e-bill-number
create index "e_bill_number_ix" on "e_bill" ("bill_no", "bill_at");

-- 0227-e-bill-order
create index "e_bill_order_ix" on "e_bill" ("platform_order_no", "bill_at");

-- 0230-institution
create table "institution" ("institution_no" varchar(32) collate "C" not null, "institution_name" varchar(100), "admin_operator_no" varchar(32) collate "C" not null, "contact_name" varchar(64), "masked_mobile" varchar(16) collate "C", "sealed_mobile" varchar(300) collate "C", "enabled" smallint not null, "remark" varchar(200), "created_at" bigint not null, "version" int not null, constraint "institution_pkey" primary key ("institution_no"));

-- 0231-payee-industry
alter table "payee" add column "industry_code" varchar(32) collate "C";

-- 0232-payee-remark
alter table "payee" add column "remark" varchar(200);

-- 0233-payee-made
alter table "payee" add column "created_at" bigint;

-- 0234-payee-channel-remark
alter table "payee_channel" add column "remark" varchar(200);

-- 0235-payee-channel-made
alter table "payee_channel" add column "created_at" bigint;

-- 0236-attempt-account
create index "pay_attempt_account_ix" on "pay_attempt" ("channel_merchant_id", "merchant_no");

-- 0237-attempt-account-archive
create index "pay_attempt_account_ix_a" on "pay_attempt_archive" ("channel_merchant_id", "merchant_no");

-- 0240-payment-channel
create table "payment_channel" ("channel_no" varchar(32) collate "C" not null, "channel_name" varchar(100), "pay_channel" varchar(16) collate "C" not null, "pay_enabled" smallint not null, "pay_methods" text, "reconcile_enabled" smallint not null, "bill_source" varchar(16) collate "C" not null, "bill_time" varchar(8) collate "C" not null, "split_enabled" smallint not null, "enabled" smallint not null, "remark" varchar(200), "created_at" bigint not null, "version" int not null, constraint "payment_channel_pkey" primary key ("channel_no"));

-- 0241-channel-adapter
create unique index "payment_channel_adapter_ux" on "payment_channel" ("pay_channel");

-- 0242-account-remark
alter table "channel_merchant" add column "remark" varchar(200);

-- 0243-account-created
alter table "channel_merchant" add column "created_at" bigint;

-- 0280-alert
create table "console_alert" ("alert_no" varchar(32) collate "C" not null, "wait_place" varchar(160) collate "C" not null, "alert_type" varchar(16) collate "C" not null, "alert_level" varchar(16) collate "C" not null, "event_name" varchar(64) collate "C" not null, "message_text" varchar(500), "related_order_no" varchar(32) collate "C", "raise_count" int not null, "first_at" bigint not null, "last_at" bigint not null, "state" varchar(16) collate "C" not null, "handled_by" varchar(128), "handled_at" bigint, "remark" varchar(200), "version" int not null, constraint "console_alert_pkey" primary key ("alert_no"));

-- 0281-alert-place
create unique index "console_alert_place_uq" on "console_alert" ("wait_place");

-- 0282-alert-list
create index "console_alert_list_ix" on "console_alert" ("last_at", "alert_no");

-- 0283-alert-state
create index "console_alert_state_ix" on "console_alert" ("state", "last_at", "alert_no");

-- 0284-menu
create table "console_menu" ("menu_key" varchar(64) collate "C" not null, "parent_key" varchar(64) collate "C" not null, "menu_name" varchar(64), "menu_type" varchar(16) collate "C" not null, "page_key" varchar(64) collate "C", "sort_no" int not null, "enabled" smallint not null, "menu_origin" varchar(16) collate "C" not null, "remark" varchar(200), "version" int not null, constraint "console_menu_pkey" primary key ("menu_key"));

-- 0285-log
create table "platform_log" ("log_no" varchar(32) collate "C" not null, "logged_at" bigint not null, "log_type" varchar(16) collate "C" not null, "log_level" varchar(16) collate "C" not null, "related_order_no" varchar(32) collate "C", "request_id" varchar(128), "content_text" varchar(1000), constraint "platform_log_pkey" primary key ("log_no"));

-- 0286-log-time
create index "platform_log_time_ix" on "platform_log" ("logged_at", "log_no");

-- 0287-log-order
create index "platform_log_order_ix" on "platform_log" ("related_order_no", "logged_at");

-- 0288-log-request
create index "platform_log_request_ix" on "platform_log" ("request_id", "logged_at");

-- 0289-e-bill-state
create index "e_bill_state_ix" on "e_bill" ("state", "bill_at", "bus_no");

-- 0260-issue
create table "desk_issue" ("issue_no" varchar(32) collate "C" not null, "issue_type" varchar(16) collate "C" not null, "related_order_no" varchar(128) collate "C", "platform_order_no" varchar(32) collate "C", "platform_refund_no" varchar(32) collate "C", "biz_order_no" varchar(128) collate "C", "sealed_description" text, "masked_mobile" varchar(16) collate "C", "sealed_mobile" varchar(300) collate "C", "state" varchar(16) collate "C" not null, "sealed_solution" text, "solved_by" varchar(32) collate "C", "solved_at" bigint, "registered_by" varchar(32) collate "C" not null, "registered_at" bigint not null, "step_count" int not null, "attachment_count" int not null, "attachment_bytes" bigint not null, "version" int not null, constraint "desk_issue_pkey" primary key ("issue_no"));

-- 0261-issue-list
create index "desk_issue_list_ix" on "desk_issue" ("registered_at", "issue_no");

-- 0262-issue-related
create index "desk_issue_related_ix" on "desk_issue" ("related_order_no", "registered_at");

-- 0263-issue-order
create index "desk_issue_order_ix" on "desk_issue" ("platform_order_no", "registered_at");

-- 0264-issue-biz
create index "desk_issue_biz_ix" on "desk_issue" ("biz_order_no", "registered_at");

-- 0265-issue-step
create table "issue_step" ("issue_no" varchar(32) collate "C" not null, "step_no" int not null, "step_kind" varchar(16) collate "C" not null, "sealed_words" text, "done_by" varchar(32) collate "C" not null, "done_at" bigint not null, constraint "issue_step_pkey" primary key ("issue_no", "step_no"));

-- 0266-attachment
create table "issue_attachment" ("attachment_no" varchar(32) collate "C" not null, "file_name" varchar(256), "file_kind" varchar(8) collate "C" not null, "byte_size" bigint not null, "file_digest" varchar(64) collate "C", "scan_verdict" varchar(16) collate "C", "state" varchar(16) collate "C" not null, "uploaded_by" varchar(32) collate "C" not null, "uploaded_at" bigint not null, "issue_no" varchar(32) collate "C", "step_no" int, "version" int not null, constraint "issue_attachment_pkey" primary key ("attachment_no"));

-- 0267-attachment-issue
create index "issue_attachment_issue_ix" on "issue_attachment" ("issue_no", "step_no", "attachment_no");

-- 0268-attachment-loose
create index "issue_attachment_loose_ix" on "issue_attachment" ("state", "uploaded_at", "attachment_no");

-- 0269-upload-allowance
create table "upload_allowance" ("operator_no" varchar(32) collate "C" not null, "hour_began" bigint not null, "file_count" int not null, "byte_count" bigint not null, "version" int not null, constraint "upload_allowance_pkey" primary key ("operator_no"));

-- 0270-developer-contact
alter table "developer" add column "contact_name" varchar(64);

-- 0271-developer-masked-mobile
alter table "developer" add column "masked_mobile" varchar(16) collate "C";

-- 0272-developer-sealed-mobile
alter table "developer" add column "sealed_mobile" varchar(300) collate "C";

-- 0273-developer-roles
alter table "developer" add column "role_codes" text;

-- 0274-developer-created
alter table "developer" add column "created_at" bigint;

-- 0275-developer-role
create table "developer_role" ("role_code" varchar(32) collate "C" not null, "role_name" varchar(64), "method_list" text, "merchant_list" text, "remark" varchar(200), "created_at" bigint not null, "version" int not null, constraint "developer_role_pkey" primary key ("role_code"));

-- 0276-developer-role-list
create index "developer_role_list_ix" on "developer_role" ("created_at", "role_code");

-- 0290-order-code
alter table "pay_order" add column "row_mac" varchar(64) collate "C";

-- 0291-order-archive-code
alter table "pay_order_archive" add column "row_mac" varchar(64) collate "C";

-- 0292-attempt-code
alter table "pay_attempt" add column "row_mac" varchar(64) collate "C";

-- 0293-attempt-archive-code
alter table "pay_attempt_archive" add column "row_mac" varchar(64) collate "C";

-- 0294-refund-code
alter table "pay_refund" add column "row_mac" varchar(64) collate "C";

-- 0295-refund-archive-code
alter table "pay_refund_archive" add column "row_mac" varchar(64) collate "C";

-- 0296-row-code-mark
create table "row_code_mark" ("mark_name" varchar(32) collate "C" not null, "since_at" bigint not null, "done_at" bigint, "mark_mac" varchar(64) collate "C" not null, constraint "row_code_mark_pkey" primary key ("mark_name"));

-- 0297-audit-signed-head
create table "audit_signed_head" ("last_seq" int not null, "last_mac" varchar(64) collate "C" not null, "signed_at" bigint not null, "previous_seq" int not null, "key_name" varchar(64) collate "C" not null, "signature_text" varchar(200) collate "C" not null, constraint "audit_signed_head_pkey" primary key ("last_seq"));

-- 0298-key-walk
create table "key_walk" ("walk_name" varchar(32) collate "C" not null, "key_names" varchar(200) collate "C" not null, "table_index" int not null, "after_key" varchar(128) collate "C", "after_round" int not null, "rows_seen" bigint not null, "rows_renewed" bigint not null, "rows_changed" bigint not null, "begun_at" bigint not null, "ended_at" bigint, "version" int not null, constraint "key_walk_pkey" primary key ("walk_name"));

-- 0299-operator-session-ended
create index "operator_session_ended_ix" on "operator_session" ("ended_at", "token_hash");

-- 0300-account-changed-by
alter table "channel_merchant" add column "changed_by" text;

-- 0310-operator-key
create table "operator_key" ("key_no" varchar(32) collate "C" not null, "operator_no" varchar(32) collate "C" not null, "public_key" varchar(130) collate "C" not null, "key_print" varchar(64) collate "C" not null, "state" varchar(16) collate "C" not null, "asked_by" varchar(64) collate "C" not null, "asked_at" bigint not null, "decided_by" varchar(64) collate "C", "decided_at" bigint, "remark" varchar(500), "row_mac" varchar(64) collate "C" not null, "version" int not null, constraint "operator_key_pkey" primary key ("key_no"));

-- 0311-operator-key-print
create unique index "operator_key_print_uq" on "operator_key" ("key_print");

-- 0312-operator-key-of
create index "operator_key_of_ix" on "operator_key" ("operator_no", "asked_at", "key_no");

-- 0313-operator-key-list
create index "operator_key_list_ix" on "operator_key" ("asked_at", "key_no");

-- 0314-operator-key-state
create index "operator_key_state_ix" on "operator_key" ("state", "asked_at", "key_no");

-- 0320-developer-code
alter table "developer" add column "row_mac" varchar(64) collate "C";

-- 0321-developer-role-code
alter table "developer_role" add column "row_mac" varchar(64) collate "C";

-- 0322-channel-merchant-code
alter table "channel_merchant" add column "row_mac" varchar(64) collate "C";

-- 0323-payee-code
alter table "payee" add column "row_mac" varchar(64) collate "C";

-- 0324-payee-channel-code
alter table "payee_channel" add column "row_mac" varchar(64) collate "C";

-- 0325-institution-code
alter table "institution" add column "row_mac" varchar(64) collate "C";

-- 0326-region-code
alter table "region" add column "row_mac" varchar(64) collate "C";

-- 0327-industry-code
alter table "industry" add column "row_mac" varchar(64) collate "C";

-- 0328-channel-code
alter table "payment_channel" add column "row_mac" varchar(64) collate "C";

-- 0329-nontax-region-code
alter table "nontax_region" add column "row_mac" varchar(64) collate "C";

-- 0330-nontax-item-code
alter table "nontax_item" add column "row_mac" varchar(64) collate "C";

-- 0340-audit-object
create index "audit_entry_object_ix" on "audit_entry" ("object_no", "happened_at", "entry_id");

-- 0341-grant-opinion
alter table "grant_request" add column "opinion" varchar(500);

-- 0360-repeat-channel-no
create index "repeat_payment_channel_ix" on "repeat_payment" ("channel_order_no");

-- 0361-repeat-channel-no-archive
create index "repeat_payment_channel_ix_a" on "repeat_payment_archive" ("channel_order_no");

-- 0362-abnormal-channel-no
create index "abnormal_order_channel_ix" on "abnormal_order" ("channel_order_no");

-- 0363-abnormal-channel-no-archive
create index "abnormal_order_channel_ix_a" on "abnormal_order_archive" ("channel_order_no");

-- 0370-order-paid
create index "pay_order_paid_ix" on "pay_order" ("paid_at", "platform_order_no");

-- 0371-order-paid-archive
create index "pay_order_paid_ix_a" on "pay_order_archive" ("paid_at", "platform_order_no");

-- 0372-audit-rows
alter table "audit_entry" add column "rows_written" text;

-- 0380-forgetting-round
create table "forgetting_round" ("round_kind" varchar(16) collate "C" not null, "turn_owner" varchar(64) collate "C", "turn_until" bigint not null, "count_list" text, "version" int not null, constraint "forgetting_round_pkey" primary key ("round_kind"));

-- 0381-text-forgotten
alter table "text_message" add column "forgotten_at" bigint;

-- 0382-issue-forgotten
alter table "desk_issue" add column "forgotten_at" bigint;

-- 0383-text-over
create index "text_message_over_ix" on "text_message" ("forgotten_at", "ended_at", "message_id");

-- 0384-issue-over
create index "desk_issue_over_ix" on "desk_issue" ("forgotten_at", "solved_at", "issue_no");

-- 0385-code-over
create index "text_code_made_ix" on "text_code" ("made_at", "phone_index", "scene");

-- 0390-block-changed
create index "text_block_changed_ix" on "text_block" ("changed_at", "phone_index");

-- a column added later
alter table "payee" add column "remark" varchar(100);

-- what is there
select * from information_schema.tables where table_name = $1 and table_schema = current_schema();
select * from information_schema.columns where table_name = $1 and column_name = $2 and table_schema = current_schema();
select "indexname" from "pg_indexes" where "tablename" = $1 and "indexname" = $2 and schemaname = current_schema() limit $3;

-- orders.add
insert into "pay_order" ("bill_detail_url", "biz_discount_amount", "biz_order_no", "cashier_token", "channel_discount_amount", "channel_order_no", "closed_at", "content_digest", "created_at", "dev_id", "expires_at", "merchant_no", "nontax_info", "notify_url", "order_amount", "order_date", "order_description", "order_time", "order_title", "paid_at", "paid_attempt_no", "passback_params", "pay_channel", "payer_cert_no", "payer_cert_no_index", "payer_mobile", "payer_mobile_index", "payer_name", "payer_name_index", "platform_order_no", "return_url", "row_mac", "state", "state_msg", "sub_orders", "terminal", "user_id", "valid_minutes", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39);
select "archive_name", "begun_at" from "archive_mark" where "archive_name" = $1 limit $2;

-- attempts.add
insert into "pay_attempt" ("amount", "answered_at", "attempt_no", "busy", "cancel_asked_at", "channel_discount_amount", "channel_merchant_id", "channel_order_no", "channel_time", "clearing_day", "code_digest", "created_at", "limit_at", "merchant_no", "paid_at", "paid_by_payer", "pay_channel", "pay_method", "platform_order_no", "queries_asked", "reason", "received_at", "recorded_at", "row_mac", "sent_at", "state", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27);

-- refunds.add
insert into "pay_refund" ("approval_remark", "approval_state", "approved_by", "attempt_no", "biz_refund_order_no", "channel_refund_no", "content_digest", "created_at", "dev_id", "merchant_no", "nontax_refund_ref", "notify_url", "origin", "passback_params", "platform_order_no", "platform_refund_order_no", "queries_asked", "refund_amount", "refund_order_date", "refund_reason", "refund_title", "refund_trade_no", "refund_trade_time", "refunded_at", "requested_by", "row_mac", "sent_at", "state", "state_msg", "sub_merchant_no", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31);

-- callbacks.add
select "callback_id", "kind", "platform_order_no", "platform_refund_order_no", "dev_id", "merchant_no", "target_url", "told_state", "content_text", "passback_params", "state", "tries", "first_tried_at", "last_tried_at", "next_try_at", "last_answer", "accepted_at", "created_at", "version" from "merchant_callback" where "callback_id" = $1 limit $2;
insert into "merchant_callback" ("accepted_at", "callback_id", "content_text", "created_at", "dev_id", "first_tried_at", "kind", "last_answer", "last_tried_at", "merchant_no", "next_try_at", "passback_params", "platform_order_no", "platform_refund_order_no", "state", "target_url", "told_state", "tries", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19);

-- abnormalOrders.add
select "abnormal_id", "kind", "platform_order_no", "merchant_no", "attempt_no", "pay_channel", "channel_order_no", "amount", "remark", "handle_state", "created_at", "version" from "abnormal_order" where "abnormal_id" = $1 limit $2;
insert into "abnormal_order" ("abnormal_id", "amount", "attempt_no", "channel_order_no", "created_at", "handle_state", "kind", "merchant_no", "pay_channel", "platform_order_no", "remark", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- repeatPayments.add
select "attempt_no", "platform_order_no", "merchant_no", "pay_channel", "channel_order_no", "amount", "handle_state", "paid_at", "created_at", "version" from "repeat_payment" where "attempt_no" = $1 limit $2;
insert into "repeat_payment" ("amount", "attempt_no", "channel_order_no", "created_at", "handle_state", "merchant_no", "paid_at", "pay_channel", "platform_order_no", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- personalBillPushes.add
select "platform_order_no", "biz_order_no", "dev_id", "merchant_no", "content_digest", "bill_state", "state", "tries", "first_tried_at", "last_tried_at", "next_try_at", "last_answer", "accepted_at", "created_at", "version" from "personal_bill_push" where "platform_order_no" = $1 limit $2;
insert into "personal_bill_push" ("accepted_at", "bill_state", "biz_order_no", "content_digest", "created_at", "dev_id", "first_tried_at", "last_answer", "last_tried_at", "merchant_no", "next_try_at", "platform_order_no", "state", "tries", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);

-- audit.append
insert into "audit_entry" ("action", "actor_address", "actor_code", "actor_kind", "description", "entry_id", "entry_mac", "facts_after", "facts_before", "happened_at", "link_mac", "object_kind", "object_no", "request_id", "rows_written", "seq") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16);

-- outbox.enqueue
select "job_id", "topic", "job_key", "state", "due_at", "again_at", "attempts", "owner", "claim_token", "lease_until", "last_error", "created_at" from "outbox" where "topic" = $1 and "job_key" = $2 for update;
insert into "outbox" ("again_at", "attempts", "claim_token", "created_at", "due_at", "job_id", "job_key", "last_error", "lease_until", "owner", "state", "topic") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- orders.byBizNo
select "platform_order_no", "dev_id", "merchant_no", "biz_order_no", "order_date", "order_time", "terminal", "order_amount", "biz_discount_amount", "order_title", "order_description", "return_url", "notify_url", "bill_detail_url", "valid_minutes", "passback_params", "user_id", "payer_name", "payer_name_index", "payer_mobile", "payer_mobile_index", "payer_cert_no", "payer_cert_no_index", "sub_orders", "nontax_info", "content_digest", "cashier_token", "state", "state_msg", "created_at", "expires_at", "closed_at", "paid_at", "paid_attempt_no", "pay_channel", "channel_order_no", "channel_discount_amount", "version", "row_mac" from "pay_order" where "dev_id" = $1 and "merchant_no" = $2 and "biz_order_no" = $3 limit $4;

-- jobs.waitingFor
select "job_id", "topic", "job_key", "state", "due_at", "again_at", "attempts", "owner", "claim_token", "lease_until", "last_error", "created_at" from "outbox" where "job_key" in ($1, $2) and "topic" in ($3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22) and "state" in ($23, $24);

-- orders.byCashierToken
select "platform_order_no", "dev_id", "merchant_no", "biz_order_no", "order_date", "order_time", "terminal", "order_amount", "biz_discount_amount", "order_title", "order_description", "return_url", "notify_url", "bill_detail_url", "valid_minutes", "passback_params", "user_id", "payer_name", "payer_name_index", "payer_mobile", "payer_mobile_index", "payer_cert_no", "payer_cert_no_index", "sub_orders", "nontax_info", "content_digest", "cashier_token", "state", "state_msg", "created_at", "expires_at", "closed_at", "paid_at", "paid_attempt_no", "pay_channel", "channel_order_no", "channel_discount_amount", "version", "row_mac" from "pay_order" where "cashier_token" = $1 limit $2;

-- orders.ofPayer
select "platform_order_no", "dev_id", "merchant_no", "biz_order_no", "order_date", "order_time", "terminal", "order_amount", "biz_discount_amount", "order_title", "order_description", "return_url", "notify_url", "bill_detail_url", "valid_minutes", "passback_params", "user_id", "payer_name", "payer_name_index", "payer_mobile", "payer_mobile_index", "payer_cert_no", "payer_cert_no_index", "sub_orders", "nontax_info", "content_digest", "cashier_token", "state", "state_msg", "created_at", "expires_at", "closed_at", "paid_at", "paid_attempt_no", "pay_channel", "channel_order_no", "channel_discount_amount", "version", "row_mac" from "pay_order" where "biz_order_no" = $1 and "payer_mobile_index" = $2 order by "created_at" desc, "platform_order_no" desc limit $3;

-- orders.paidOfUser
select "platform_order_no", "dev_id", "merchant_no", "biz_order_no", "order_date", "order_time", "terminal", "order_amount", "biz_discount_amount", "order_title", "order_description", "return_url", "notify_url", "bill_detail_url", "valid_minutes", "passback_params", "user_id", "payer_name", "payer_name_index", "payer_mobile", "payer_mobile_index", "payer_cert_no", "payer_cert_no_index", "sub_orders", "nontax_info", "content_digest", "cashier_token", "state", "state_msg", "created_at", "expires_at", "closed_at", "paid_at", "paid_attempt_no", "pay_channel", "channel_order_no", "channel_discount_amount", "version", "row_mac" from "pay_order" where "dev_id" = $1 and "user_id" = $2 and "state" = $3 and "merchant_no" in ($4, $5) and "created_at" >= $6 and "created_at" <= $7 and ("created_at" < $8 or ("created_at" = $9 and "platform_order_no" < $10)) order by "created_at" desc, "platform_order_no" desc limit $11;

-- orders.paidOfUser, no payee
select "platform_order_no", "dev_id", "merchant_no", "biz_order_no", "order_date", "order_time", "terminal", "order_amount", "biz_discount_amount", "order_title", "order_description", "return_url", "notify_url", "bill_detail_url", "valid_minutes", "passback_params", "user_id", "payer_name", "payer_name_index", "payer_mobile", "payer_mobile_index", "payer_cert_no", "payer_cert_no_index", "sub_orders", "nontax_info", "content_digest", "cashier_token", "state", "state_msg", "created_at", "expires_at", "closed_at", "paid_at", "paid_attempt_no", "pay_channel", "channel_order_no", "channel_discount_amount", "version", "row_mac" from "pay_order" where "dev_id" = $1 and "user_id" = $2 and "state" = $3 and 1 = $4 order by "created_at" desc, "platform_order_no" desc limit $5;

-- directoryEditor, new
select "dev_id", "developer_name", "sign_algorithm", "sm2_encoding", "sm2_user_id", "public_keys", "enabled", "allowed_origins", "allowed_addresses", "allowed_methods", "merchant_nos", "requests_per_second", "texts_payers", "personal_bill_url", "role_codes", "contact_name", "masked_mobile", "created_at", "version", "row_mac" from "developer" where "dev_id" = $1 for update;
insert into "developer" ("allowed_addresses", "allowed_methods", "allowed_origins", "contact_name", "created_at", "dev_id", "developer_name", "enabled", "masked_mobile", "merchant_nos", "personal_bill_url", "public_keys", "requests_per_second", "role_codes", "row_mac", "sign_algorithm", "sm2_encoding", "sm2_user_id", "texts_payers", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20);
select "merchant_no", "payee_name", "institution_no", "region_code", "enabled", "pay_notify_url", "refund_notify_url", "default_return_url", "refund_review_required", "refund_review_above", "callback_on_failed", "repeat_refund_by_rule", "sub_merchants", "charging_unit", "notice_first", "slip_refund_policy", "industry_code", "remark", "created_at", "version", "row_mac" from "payee" where "merchant_no" = $1 for update;
insert into "payee" ("callback_on_failed", "charging_unit", "created_at", "default_return_url", "enabled", "industry_code", "institution_no", "merchant_no", "notice_first", "pay_notify_url", "payee_name", "refund_notify_url", "refund_review_above", "refund_review_required", "region_code", "remark", "repeat_refund_by_rule", "row_mac", "slip_refund_policy", "sub_merchants", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21);
select "channel_merchant_id", "pay_channel", "channel_merchant_name", "channel_merchant_no", "channel_app_id", "environment", "key_name", "settings_text", "enabled", "changed_by", "remark", "created_at", "version", "row_mac" from "channel_merchant" where "channel_merchant_id" = $1 for update;
insert into "channel_merchant" ("changed_by", "channel_app_id", "channel_merchant_id", "channel_merchant_name", "channel_merchant_no", "created_at", "enabled", "environment", "key_name", "pay_channel", "remark", "row_mac", "settings_text", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14);
select "merchant_no", "pay_channel", "channel_merchant_id", "pay_methods", "enabled", "remark", "created_at", "version", "row_mac" from "payee_channel" where "merchant_no" = $1 and "channel_merchant_id" = $2 for update;
insert into "payee_channel" ("channel_merchant_id", "created_at", "enabled", "merchant_no", "pay_channel", "pay_methods", "remark", "row_mac", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9);

-- archive.page, begin, turns
select "platform_order_no" from "pay_order" where "platform_order_no" > $1 order by "platform_order_no" asc limit $2;
insert into "archive_mark" ("archive_name", "begun_at") values ($1, $2);
insert into "work_lease" ("lease_name", "lease_owner", "lease_until") values ($1, $2, $3);
update "work_lease" set "lease_owner" = $1, "lease_until" = $2 where "lease_name" = $3 and ("lease_owner" = $4 or "lease_until" <= $5);
update "work_lease" set "lease_owner" = $1, "lease_until" = $2 where "lease_name" = $3 and "lease_owner" = $4;

-- keyWalk.state, page
select "walk_name", "key_names", "table_index", "after_key", "after_round", "rows_seen", "rows_renewed", "rows_changed", "begun_at", "ended_at", "version" from "key_walk" where "walk_name" = $1 limit $2;
select "mark_name", "since_at", "done_at", "mark_mac" from "row_code_mark" where "mark_name" = $1 limit $2;
select "walk_name", "key_names", "table_index", "after_key", "after_round", "rows_seen", "rows_renewed", "rows_changed", "begun_at", "ended_at", "version" from "key_walk" where "walk_name" = $1 for update;
insert into "key_walk" ("after_key", "after_round", "begun_at", "ended_at", "key_names", "rows_changed", "rows_renewed", "rows_seen", "table_index", "version", "walk_name") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
select "platform_order_no", "dev_id", "merchant_no", "biz_order_no", "order_date", "order_time", "terminal", "order_amount", "biz_discount_amount", "order_title", "order_description", "return_url", "notify_url", "bill_detail_url", "valid_minutes", "passback_params", "user_id", "payer_name", "payer_name_index", "payer_mobile", "payer_mobile_index", "payer_cert_no", "payer_cert_no_index", "sub_orders", "nontax_info", "content_digest", "cashier_token", "state", "state_msg", "created_at", "expires_at", "closed_at", "paid_at", "paid_attempt_no", "pay_channel", "channel_order_no", "channel_discount_amount", "version", "row_mac" from "pay_order" order by "platform_order_no" asc limit $1;
update "key_walk" set "key_names" = $1, "table_index" = $2, "after_key" = $3, "after_round" = $4, "rows_seen" = $5, "rows_renewed" = $6, "rows_changed" = $7, "begun_at" = $8, "ended_at" = $9, "version" = $10 where "walk_name" = $11 and "version" = $12;

-- jobBoard.forgetArchived
select "job_id" from "outbox_archive" where "due_at" < $1 order by "due_at" asc, "job_id" asc limit $2;

-- jobBoard.nextDueAt, counts
select "due_at" from "outbox" where "state" = $1 order by "due_at" asc, "job_id" asc limit $2;
select "topic", "state", count(*) as "jobs" from "outbox" where "state" in ($1, $2) group by "topic", "state";

-- trades.add
select "trade_key", "kind", "purpose", "platform_order_no", "attempt_no", "platform_refund_order_no", "dev_id", "merchant_no", "biz_order_no", "order_date", "pay_channel", "pay_method", "channel_merchant_id", "channel_order_no", "order_amount", "amount", "channel_discount_amount", "share_list", "trade_at", "clearing_day", "settle_state", "settled_day", "seen_run_no", "created_at" from "trade" where "trade_key" = $1 limit $2;
insert into "trade" ("amount", "attempt_no", "biz_order_no", "channel_discount_amount", "channel_merchant_id", "channel_order_no", "clearing_day", "created_at", "dev_id", "kind", "merchant_no", "order_amount", "order_date", "pay_channel", "pay_method", "platform_order_no", "platform_refund_order_no", "purpose", "seen_run_no", "settle_state", "settled_day", "share_list", "trade_at", "trade_key") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24);

-- settlement.addAll
insert into "settlement_entry" ("biz_order_no", "cause", "channel_merchant_id", "channel_order_no", "clearing_day", "created_at", "entry_no", "fee_amount", "kind", "line_no", "merchant_no", "order_date", "pay_channel", "pay_method", "platform_order_no", "platform_refund_order_no", "purpose", "run_no", "settle_day", "settled_amount", "sub_merchant_no", "trade_amount", "trade_at", "trade_count", "trade_key") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25), ($26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40, $41, $42, $43, $44, $45, $46, $47, $48, $49, $50);

-- settlement.addStatement, addCertificate, addLock
select "merchant_no", "settle_day", "kind", "file_no", "file_name", "byte_size", "file_digest", "line_count", "totals", "created_at" from "payee_statement" where "merchant_no" = $1 and "settle_day" = $2 and "kind" = $3 limit $4;
insert into "payee_statement" ("byte_size", "created_at", "file_digest", "file_name", "file_no", "kind", "line_count", "merchant_no", "settle_day", "totals") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);
select "certified_day", "content_text", "content_digest", "previous_digest", "previous_day", "signature_text", "key_name", "issued_at" from "day_certificate" where "certified_day" = $1 limit $2;
insert into "day_certificate" ("certified_day", "content_digest", "content_text", "issued_at", "key_name", "previous_day", "previous_digest", "signature_text") values ($1, $2, $3, $4, $5, $6, $7, $8);
select "book_month", "locked_at", "locked_by" from "period_lock" where "book_month" = $1 limit $2;
insert into "period_lock" ("book_month", "locked_at", "locked_by") values ($1, $2, $3);

-- reconciliation.add…
insert into "channel_bill" ("bill_no", "byte_size", "channel_merchant_id", "clearing_day", "file_digest", "file_name", "file_no", "origin", "received_at", "received_by", "totals") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);
insert into "reconcile_run" ("bill_no", "cancel_asked_by", "channel_merchant_id", "clearing_day", "ended_at", "figures", "line_count", "lines_done", "missing_after", "pay_channel", "remark", "run_changes", "run_no", "run_sequence", "started_at", "started_by", "state", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18);
insert into "reconcile_item" ("change_kind", "here_amount", "item_no", "outcome", "run_no", "subject_key", "there_amount") values ($1, $2, $3, $4, $5, $6, $7), ($8, $9, $10, $11, $12, $13, $14);
select "channel_merchant_id", "clearing_day", "pay_channel", "state", "bill_no", "last_run_no", "running_no", "run_count", "reconcile_count", "reconcile_amount", "settled_amount", "fee_amount", "open_count", "waiting_count", "tries", "last_tried_at", "last_word", "reconciled_at", "version" from "reconcile_day" where "channel_merchant_id" = $1 and "clearing_day" = $2 limit $3;
insert into "reconcile_day" ("bill_no", "channel_merchant_id", "clearing_day", "fee_amount", "last_run_no", "last_tried_at", "last_word", "open_count", "pay_channel", "reconcile_amount", "reconcile_count", "reconciled_at", "run_count", "running_no", "settled_amount", "state", "tries", "version", "waiting_count") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19);
insert into "reconcile_difference" ("biz_order_no", "channel_merchant_id", "channel_no", "clearing_day", "created_at", "detail_text", "difference_no", "first_run_no", "happened_at", "here_amount", "here_fee", "kind", "last_run_no", "merchant_no", "outcome", "own_no", "pay_channel", "platform_order_no", "state", "subject_key", "suggested_key", "there_amount", "there_fee", "there_settled", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25);
insert into "handling_note" ("note_action", "note_no", "note_text", "noted_at", "object_kind", "object_no", "operator_name") values ($1, $2, $3, $4, $5, $6, $7);

-- keptFiles.keep
insert into "kept_draft" ("chunk_count", "file_no", "touched_at") values ($1, $2, $3);
select "file_no", "purpose", "file_name", "byte_size", "file_digest", "chunk_count", "created_at" from "kept_file" where "file_no" = $1 limit $2;
update "kept_draft" set "chunk_count" = $1, "touched_at" = $2 where "file_no" = $3 and "chunk_count" = $4;
insert into "kept_chunk" ("chunk_no", "chunk_text", "file_no") values ($1, $2, $3);
delete from "kept_draft" where "file_no" = $1 and "chunk_count" = $2;
insert into "kept_file" ("byte_size", "chunk_count", "created_at", "file_digest", "file_name", "file_no", "purpose") values ($1, $2, $3, $4, $5, $6, $7);
insert into "kept_export" ("chunk_count", "file_no", "kept_at") values ($1, $2, $3);

-- settlement.sumsOfDay
select "channel_merchant_id", "merchant_no", sum("trade_count") as "trade_count", sum("trade_amount") as "trade_amount", sum("settled_amount") as "settled_amount", sum("fee_amount") as "fee_amount" from "settlement_entry" where "clearing_day" = $1 group by "channel_merchant_id", "merchant_no" order by "channel_merchant_id" asc, "merchant_no" asc limit $2;
select "channel_merchant_id", "merchant_no", sum("trade_count") as "trade_count", sum("trade_amount") as "trade_amount", sum("settled_amount") as "settled_amount", sum("fee_amount") as "fee_amount" from "settlement_entry" where "settle_day" = $1 group by "channel_merchant_id", "merchant_no" order by "channel_merchant_id" asc, "merchant_no" asc limit $2;

-- eBills.add…
insert into "e_bill" ("amount", "base_list", "bill_at", "bill_code", "bill_key", "bill_no", "bill_round", "bill_source", "biz_order_no", "bus_no", "check_code", "created_at", "dev_id", "failure_code", "failure_text", "issued_at", "item_list", "last_try_at", "link_list", "merchant_no", "next_try_at", "page_token", "paid_at", "pay_code", "payer_cert_no", "payer_cert_no_index", "payer_email", "payer_kind", "payer_mobile", "payer_mobile_index", "payer_name", "payer_name_index", "platform_order_no", "region_code", "reversal_text", "said_items", "state", "tries_made", "version", "whole_order") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, $38, $39, $40);
insert into "e_bill_check" ("check_day", "checked_at", "difference_list", "our_amount", "our_count", "region_code", "state", "their_amount", "their_count", "version", "walk_text") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11);

-- eBills.verified
select "bill_key", "bill_round", "bill_source", "platform_order_no", "bus_no", "state", "amount", "dev_id", "merchant_no", "biz_order_no", "region_code", "payer_kind", "payer_name", "payer_name_index", "payer_cert_no", "payer_cert_no_index", "payer_mobile", "payer_mobile_index", "payer_email", "item_list", "base_list", "whole_order", "said_items", "pay_code", "bill_code", "bill_no", "check_code", "issued_at", "link_list", "reversal_text", "failure_code", "failure_text", "page_token", "tries_made", "last_try_at", "next_try_at", "paid_at", "bill_at", "created_at", "version" from "e_bill" where "bill_key" = $1 and "bill_source" = $2 limit $3;

-- legs.add…
select "check_day", "channel_merchant_id", "run_no", "state", "check_phase", "after_key", "order_count", "complete_count", "channel_gaps", "notice_gaps", "bill_gaps", "gap_figures", "walked_at", "changed_at", "look_at", "oldest_at", "alarmed_at", "version" from "leg_check" where "check_day" = $1 and "channel_merchant_id" = $2 limit $3;
insert into "leg_check" ("after_key", "alarmed_at", "bill_gaps", "changed_at", "channel_gaps", "channel_merchant_id", "check_day", "check_phase", "complete_count", "gap_figures", "look_at", "notice_gaps", "oldest_at", "order_count", "run_no", "state", "version", "walked_at") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18);
insert into "leg_gap" ("biz_order_no", "channel_merchant_id", "check_day", "closed_at", "expected_amount", "first_seen_at", "found_amount", "gap_kind", "gap_no", "gap_seq", "gap_state", "leg_name", "merchant_no", "platform_order_no", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15), ($16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, $29, $30);

-- legs.noticesOf
select "platform_order_no", "notice_step", "total_amount" from "payment_notice" where "platform_order_no" in ($1);

-- texts.add…
select "message_id", "scene", "biz_key", "sealed_phone", "phone_index", "masked_phone", "template_name", "param_list", "state", "last_code", "tries", "being_sent", "resent", "group_no", "asker_index", "created_at", "send_at", "last_tried_at", "submitted_at", "ended_at", "version" from "text_message" where "scene" = $1 and "biz_key" = $2 and "phone_index" = $3 limit $4;
insert into "text_message" ("asker_index", "being_sent", "biz_key", "created_at", "ended_at", "group_no", "last_code", "last_tried_at", "masked_phone", "message_id", "param_list", "phone_index", "resent", "scene", "sealed_phone", "send_at", "state", "submitted_at", "template_name", "tries", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21);
select "phone_index", "masked_phone", "is_blocked", "block_cause", "changed_at", "version" from "text_block" where "phone_index" = $1 limit $2;
insert into "text_block" ("block_cause", "changed_at", "is_blocked", "masked_phone", "phone_index", "version") values ($1, $2, $3, $4, $5, $6);
select "scene", "phone_index", "code_hash", "made_at", "wrong_tries", "used_at", "version" from "text_code" where "scene" = $1 and "phone_index" = $2 limit $3;
insert into "text_code" ("code_hash", "made_at", "phone_index", "scene", "used_at", "version", "wrong_tries") values ($1, $2, $3, $4, $5, $6, $7);
select "said_index", "inbound_no", "sealed_phone", "phone_index", "masked_phone", "sealed_content", "extension_no", "meaning", "sent_at", "received_at" from "text_inbound" where "said_index" = $1 limit $2;
insert into "text_inbound" ("extension_no", "inbound_no", "masked_phone", "meaning", "phone_index", "received_at", "said_index", "sealed_content", "sealed_phone", "sent_at") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- texts.add…, while a new key of indexes begins to be used
select "message_id", "scene", "biz_key", "sealed_phone", "phone_index", "masked_phone", "template_name", "param_list", "state", "last_code", "tries", "being_sent", "resent", "group_no", "asker_index", "created_at", "send_at", "last_tried_at", "submitted_at", "ended_at", "version" from "text_message" where "scene" = $1 and "biz_key" = $2 and "phone_index" in ($3, $4) limit $5;
select "phone_index", "masked_phone", "is_blocked", "block_cause", "changed_at", "version" from "text_block" where "phone_index" in ($1, $2) limit $3;

-- orders.ofPayer, under two keys
select "platform_order_no", "dev_id", "merchant_no", "biz_order_no", "order_date", "order_time", "terminal", "order_amount", "biz_discount_amount", "order_title", "order_description", "return_url", "notify_url", "bill_detail_url", "valid_minutes", "passback_params", "user_id", "payer_name", "payer_name_index", "payer_mobile", "payer_mobile_index", "payer_cert_no", "payer_cert_no_index", "sub_orders", "nontax_info", "content_digest", "cashier_token", "state", "state_msg", "created_at", "expires_at", "closed_at", "paid_at", "paid_attempt_no", "pay_channel", "channel_order_no", "channel_discount_amount", "version", "row_mac" from "pay_order" where "biz_order_no" = $1 and "payer_mobile_index" in ($2, $3) order by "created_at" desc, "platform_order_no" desc limit $4;
select "platform_order_no", "dev_id", "merchant_no", "biz_order_no", "order_date", "order_time", "terminal", "order_amount", "biz_discount_amount", "order_title", "order_description", "return_url", "notify_url", "bill_detail_url", "valid_minutes", "passback_params", "user_id", "payer_name", "payer_name_index", "payer_mobile", "payer_mobile_index", "payer_cert_no", "payer_cert_no_index", "sub_orders", "nontax_info", "content_digest", "cashier_token", "state", "state_msg", "created_at", "expires_at", "closed_at", "paid_at", "paid_attempt_no", "pay_channel", "channel_order_no", "channel_discount_amount", "version", "row_mac" from "pay_order_archive" where "biz_order_no" = $1 and "payer_mobile_index" in ($2, $3) order by "created_at" desc, "platform_order_no" desc limit $4;

-- sharing.add…
select "target_name", "table_name", "mark_at", "mark_id", "lease_owner", "lease_until", "batch_sequence", "failure_count", "not_before", "phase", "counted_day", "version" from "share_watermark" where "target_name" = $1 and "table_name" = $2 limit $3;
insert into "share_watermark" ("batch_sequence", "counted_day", "failure_count", "lease_owner", "lease_until", "mark_at", "mark_id", "not_before", "phase", "table_name", "target_name", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);
insert into "share_batch" ("accepted_count", "batch_kind", "batch_no", "began_at", "ended_at", "message_text", "quarantined_count", "row_count", "state", "table_name", "target_name", "warning_count") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);
select "quarantine_no", "target_name", "table_name", "row_key", "reason", "detail_text", "state", "batch_no", "times", "first_at", "last_at", "version" from "share_quarantine" where "target_name" = $1 and "table_name" = $2 and "row_key" = $3 limit $4;
insert into "share_quarantine" ("batch_no", "detail_text", "first_at", "last_at", "quarantine_no", "reason", "row_key", "state", "table_name", "target_name", "times", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);
select "table_name", "column_name", "is_full", "basis_text", "decided_by", "decided_at", "version" from "share_policy" where "table_name" = $1 and "column_name" = $2 limit $3;
insert into "share_policy" ("basis_text", "column_name", "decided_at", "decided_by", "is_full", "table_name", "version") values ($1, $2, $3, $4, $5, $6, $7);
select "platform_order_no", "noted_at", "version" from "share_order_outbox" where "platform_order_no" = $1 limit $2;
insert into "share_order_outbox" ("noted_at", "platform_order_no", "version") values ($1, $2, $3);
select "node_id", "parent_id", "parent_ids", "grade", "node_name", "org_id", "is_gone", "created_at", "changed_at", "version" from "share_node" where "node_id" = $1 limit $2;
insert into "share_node" ("changed_at", "created_at", "grade", "is_gone", "node_id", "node_name", "org_id", "parent_id", "parent_ids", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- sharing.paidOrderNos of pay_order
select "platform_order_no" from "pay_order" where "state" = $1 and "platform_order_no" > $2 order by "platform_order_no" asc limit $3;
select "platform_order_no" from "pay_order_archive" where "state" = $1 order by "platform_order_no" asc limit $2;

-- tree.facts
select "region_code", "region_name", "nontax_region_code", "nontax_region_name", "e_bill_region_code", "e_bill_region_name", "version", "row_mac" from "nontax_region" order by "region_code" asc limit $1;
select "merchant_no", "payee_name", "institution_no", "region_code", "enabled", "pay_notify_url", "refund_notify_url", "default_return_url", "refund_review_required", "refund_review_above", "callback_on_failed", "repeat_refund_by_rule", "sub_merchants", "charging_unit", "notice_first", "slip_refund_policy", "industry_code", "remark", "created_at", "version", "row_mac" from "payee" order by "merchant_no" asc limit $1;
select "region_code", "item_code", "item_name", "national_code", "measure_word", "fund_nature", "lowest_price", "highest_price", "voucher_kind", "unit_codes", "enabled", "version", "row_mac" from "nontax_item" order by "item_code" asc limit $1;

-- operators.add…
select "operator_no", "login_account", "operator_name", "masked_mobile", "sealed_mobile", "state", "officer_kind", "role_codes", "scope_kind", "region_code", "institution_no", "remark", "created_at", "row_mac", "version" from "console_operator" where "login_account" = $1 limit $2;
insert into "console_operator" ("created_at", "institution_no", "login_account", "masked_mobile", "officer_kind", "operator_name", "operator_no", "region_code", "remark", "role_codes", "row_mac", "scope_kind", "sealed_mobile", "state", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);
insert into "operator_credential" ("activation_hash", "activation_until", "former_passwords", "must_change", "operator_no", "password_changed_at", "password_hash", "row_mac", "second_factor", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);
select "role_code", "role_name", "permission_list", "remark", "created_at", "row_mac", "version" from "operator_role" where "role_code" = $1 limit $2;
insert into "operator_role" ("created_at", "permission_list", "remark", "role_code", "role_name", "row_mac", "version") values ($1, $2, $3, $4, $5, $6, $7);
insert into "operator_session" ("began_at", "end_cause", "ended_at", "from_address", "is_open", "operator_no", "proved_at", "row_mac", "seen_at", "session_no", "session_stage", "token_hash", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13);
select "try_holder", "wrong_at_list", "locked_until", "version" from "sign_in_tries" where "try_holder" = $1 limit $2;
insert into "sign_in_tries" ("locked_until", "try_holder", "version", "wrong_at_list") values ($1, $2, $3, $4);
insert into "sign_in_challenge" ("challenge_no", "made_at", "nonce", "purpose", "sealed_captcha", "sealed_key", "session_no", "used_at", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9);
insert into "grant_request" ("asked_at", "asked_by", "decided_at", "decided_by", "institution_no", "officer_kind", "operator_no", "operator_version", "opinion", "region_code", "remark", "request_no", "role_codes", "row_mac", "scope_kind", "state", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17);
select "key_no", "operator_no", "public_key", "key_print", "state", "asked_by", "asked_at", "decided_by", "decided_at", "remark", "row_mac", "version" from "operator_key" where "key_print" = $1 limit $2;
insert into "operator_key" ("asked_at", "asked_by", "decided_at", "decided_by", "key_no", "key_print", "operator_no", "public_key", "remark", "row_mac", "state", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);

-- exports.add
select "export_no", "operator_no", "list_name", "parameter_list", "row_scope", "run_place", "state", "rows_written", "file_no", "file_name", "fail_cause", "started_at", "seen_at", "ended_at", "version" from "list_export" where "run_place" = $1 limit $2;
insert into "list_export" ("ended_at", "export_no", "fail_cause", "file_name", "file_no", "list_name", "operator_no", "parameter_list", "row_scope", "rows_written", "run_place", "seen_at", "started_at", "state", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);

-- alerts.add
select "alert_no", "wait_place", "alert_type", "alert_level", "event_name", "message_text", "related_order_no", "raise_count", "first_at", "last_at", "state", "handled_by", "handled_at", "remark", "version" from "console_alert" where "wait_place" = $1 limit $2;
insert into "console_alert" ("alert_level", "alert_no", "alert_type", "event_name", "first_at", "handled_at", "handled_by", "last_at", "message_text", "raise_count", "related_order_no", "remark", "state", "version", "wait_place") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15);

-- menus.add
select "menu_key", "parent_key", "menu_name", "menu_type", "page_key", "sort_no", "enabled", "menu_origin", "remark", "version" from "console_menu" where "menu_key" = $1 limit $2;
insert into "console_menu" ("enabled", "menu_key", "menu_name", "menu_origin", "menu_type", "page_key", "parent_key", "remark", "sort_no", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10);

-- logBooks.append
insert into "platform_log" ("content_text", "log_level", "log_no", "log_type", "logged_at", "related_order_no", "request_id") values ($1, $2, $3, $4, $5, $6, $7), ($8, $9, $10, $11, $12, $13, $14);

-- issues.add
insert into "desk_issue" ("attachment_bytes", "attachment_count", "biz_order_no", "forgotten_at", "issue_no", "issue_type", "masked_mobile", "platform_order_no", "platform_refund_no", "registered_at", "registered_by", "related_order_no", "sealed_description", "sealed_mobile", "sealed_solution", "solved_at", "solved_by", "state", "step_count", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20);
insert into "issue_step" ("done_at", "done_by", "issue_no", "sealed_words", "step_kind", "step_no") values ($1, $2, $3, $4, $5, $6);
insert into "issue_attachment" ("attachment_no", "byte_size", "file_digest", "file_kind", "file_name", "issue_no", "scan_verdict", "state", "step_no", "uploaded_at", "uploaded_by", "version") values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12);
select "operator_no", "hour_began", "file_count", "byte_count", "version" from "upload_allowance" where "operator_no" = $1 limit $2;
insert into "upload_allowance" ("byte_count", "file_count", "hour_began", "operator_no", "version") values ($1, $2, $3, $4, $5);

-- forgetting.put the first
select "round_kind", "turn_owner", "turn_until", "count_list", "version" from "forgetting_round" where "round_kind" = $1 for update;
select "round_kind", "turn_owner", "turn_until", "count_list", "version" from "forgetting_round" where "round_kind" = $1 limit $2;
insert into "forgetting_round" ("count_list", "round_kind", "turn_owner", "turn_until", "version") values ($1, $2, $3, $4, $5);

-- orders.take, put
select "platform_order_no", "dev_id", "merchant_no", "biz_order_no", "order_date", "order_time", "terminal", "order_amount", "biz_discount_amount", "order_title", "order_description", "return_url", "notify_url", "bill_detail_url", "valid_minutes", "passback_params", "user_id", "payer_name", "payer_name_index", "payer_mobile", "payer_mobile_index", "payer_cert_no", "payer_cert_no_index", "sub_orders", "nontax_info", "content_digest", "cashier_token", "state", "state_msg", "created_at", "expires_at", "closed_at", "paid_at", "paid_attempt_no", "pay_channel", "channel_order_no", "channel_discount_amount", "version", "row_mac" from "pay_order" where "platform_order_no" = $1 for update;
update "pay_order" set "state" = $1, "state_msg" = $2, "expires_at" = $3, "closed_at" = $4, "paid_at" = $5, "paid_attempt_no" = $6, "pay_channel" = $7, "channel_order_no" = $8, "channel_discount_amount" = $9, "row_mac" = $10, "version" = $11 where "platform_order_no" = $12 and "version" = $13;

-- attempts.put
update "pay_attempt" set "pay_channel" = $1, "pay_method" = $2, "channel_merchant_id" = $3, "amount" = $4, "state" = $5, "busy" = $6, "channel_time" = $7, "limit_at" = $8, "code_digest" = $9, "channel_order_no" = $10, "paid_at" = $11, "paid_by_payer" = $12, "channel_discount_amount" = $13, "clearing_day" = $14, "reason" = $15, "cancel_asked_at" = $16, "queries_asked" = $17, "received_at" = $18, "sent_at" = $19, "answered_at" = $20, "recorded_at" = $21, "row_mac" = $22, "version" = $23 where "attempt_no" = $24 and "version" = $25;

-- refunds.put
update "pay_refund" set "origin" = $1, "refund_order_date" = $2, "refund_title" = $3, "refund_reason" = $4, "notify_url" = $5, "passback_params" = $6, "sub_merchant_no" = $7, "nontax_refund_ref" = $8, "state" = $9, "state_msg" = $10, "approval_state" = $11, "approval_remark" = $12, "requested_by" = $13, "approved_by" = $14, "refund_trade_no" = $15, "refund_trade_time" = $16, "channel_refund_no" = $17, "queries_asked" = $18, "sent_at" = $19, "refunded_at" = $20, "row_mac" = $21, "version" = $22 where "platform_refund_order_no" = $23 and "version" = $24;

-- callbacks.put
update "merchant_callback" set "target_url" = $1, "state" = $2, "tries" = $3, "first_tried_at" = $4, "last_tried_at" = $5, "next_try_at" = $6, "last_answer" = $7, "accepted_at" = $8, "version" = $9 where "callback_id" = $10 and "version" = $11;

-- abnormalOrders.put
update "abnormal_order" set "kind" = $1, "platform_order_no" = $2, "merchant_no" = $3, "attempt_no" = $4, "pay_channel" = $5, "channel_order_no" = $6, "amount" = $7, "remark" = $8, "handle_state" = $9, "created_at" = $10, "version" = $11 where "abnormal_id" = $12 and "version" = $13;

-- repeatPayments.put
update "repeat_payment" set "platform_order_no" = $1, "merchant_no" = $2, "pay_channel" = $3, "channel_order_no" = $4, "amount" = $5, "handle_state" = $6, "paid_at" = $7, "created_at" = $8, "version" = $9 where "attempt_no" = $10 and "version" = $11;

-- personalBillPushes.put
update "personal_bill_push" set "content_digest" = $1, "bill_state" = $2, "state" = $3, "tries" = $4, "first_tried_at" = $5, "last_tried_at" = $6, "next_try_at" = $7, "last_answer" = $8, "accepted_at" = $9, "version" = $10 where "platform_order_no" = $11 and "version" = $12;

-- attempts.ofOrder
select "attempt_no", "platform_order_no", "merchant_no", "pay_channel", "pay_method", "channel_merchant_id", "amount", "state", "busy", "channel_time", "limit_at", "code_digest", "channel_order_no", "paid_at", "paid_by_payer", "channel_discount_amount", "clearing_day", "reason", "cancel_asked_at", "queries_asked", "received_at", "sent_at", "answered_at", "recorded_at", "created_at", "version", "row_mac" from "pay_attempt" where "platform_order_no" = $1 order by "created_at" asc, "attempt_no" asc limit $2;

-- refunds.byBizNo, byTradeNo, ofOrder
select "platform_refund_order_no", "origin", "dev_id", "merchant_no", "biz_refund_order_no", "refund_order_date", "platform_order_no", "refund_amount", "refund_title", "refund_reason", "notify_url", "passback_params", "sub_merchant_no", "nontax_refund_ref", "attempt_no", "content_digest", "state", "state_msg", "approval_state", "approval_remark", "requested_by", "approved_by", "refund_trade_no", "refund_trade_time", "channel_refund_no", "queries_asked", "created_at", "sent_at", "refunded_at", "version", "row_mac" from "pay_refund" where "dev_id" = $1 and "merchant_no" = $2 and "biz_refund_order_no" = $3 limit $4;
select "platform_refund_order_no", "origin", "dev_id", "merchant_no", "biz_refund_order_no", "refund_order_date", "platform_order_no", "refund_amount", "refund_title", "refund_reason", "notify_url", "passback_params", "sub_merchant_no", "nontax_refund_ref", "attempt_no", "content_digest", "state", "state_msg", "approval_state", "approval_remark", "requested_by", "approved_by", "refund_trade_no", "refund_trade_time", "channel_refund_no", "queries_asked", "created_at", "sent_at", "refunded_at", "version", "row_mac" from "pay_refund" where "refund_trade_no" = $1 limit $2;
select "platform_refund_order_no", "origin", "dev_id", "merchant_no", "biz_refund_order_no", "refund_order_date", "platform_order_no", "refund_amount", "refund_title", "refund_reason", "notify_url", "passback_params", "sub_merchant_no", "nontax_refund_ref", "attempt_no", "content_digest", "state", "state_msg", "approval_state", "approval_remark", "requested_by", "approved_by", "refund_trade_no", "refund_trade_time", "channel_refund_no", "queries_asked", "created_at", "sent_at", "refunded_at", "version", "row_mac" from "pay_refund" where "platform_order_no" = $1 order by "created_at" asc, "platform_refund_order_no" asc limit $2;

-- callbacks.ofOrder
select "callback_id", "kind", "platform_order_no", "platform_refund_order_no", "dev_id", "merchant_no", "target_url", "told_state", "content_text", "passback_params", "state", "tries", "first_tried_at", "last_tried_at", "next_try_at", "last_answer", "accepted_at", "created_at", "version" from "merchant_callback" where "platform_order_no" = $1 order by "created_at" asc, "callback_id" asc limit $2;

-- abnormalOrders.ofOrder
select "abnormal_id", "kind", "platform_order_no", "merchant_no", "attempt_no", "pay_channel", "channel_order_no", "amount", "remark", "handle_state", "created_at", "version" from "abnormal_order" where "platform_order_no" = $1 order by "created_at" asc, "abnormal_id" asc limit $2;

-- repeatPayments.ofOrder
select "attempt_no", "platform_order_no", "merchant_no", "pay_channel", "channel_order_no", "amount", "handle_state", "paid_at", "created_at", "version" from "repeat_payment" where "platform_order_no" = $1 order by "created_at" asc, "attempt_no" asc limit $2;

-- outbox.enqueue again
update "outbox" set "job_id" = $1, "topic" = $2, "job_key" = $3, "state" = $4, "due_at" = $5, "again_at" = $6, "attempts" = $7, "owner" = $8, "claim_token" = $9, "lease_until" = $10, "last_error" = $11, "created_at" = $12 where "job_id" = $13 and "state" = $14 and "claim_token" = $15;

-- outbox.endWaiting
update "outbox" set "state" = $1 where "topic" = $2 and "job_key" = $3 and "state" = $4;

-- jobBoard.claim
select "job_id", "topic", "job_key", "state", "due_at", "again_at", "attempts", "owner", "claim_token", "lease_until", "last_error", "created_at" from "outbox" where "state" = $1 and "due_at" <= $2 order by "due_at" asc, "job_id" asc limit $3;
update "outbox" set "state" = $1, "owner" = $2, "claim_token" = $3, "lease_until" = $4, "attempts" = "attempts" + $5 where "job_id" in ($6) and "state" = $7 and "due_at" <= $8;

-- jobBoard.claimThis
select "job_id", "topic", "job_key", "state", "due_at", "again_at", "attempts", "owner", "claim_token", "lease_until", "last_error", "created_at" from "outbox" where "claim_token" = $1 and "job_id" in ($2) order by "due_at" asc, "job_id" asc;

-- jobBoard.settle
update "outbox" set "state" = $1, "owner" = $2, "claim_token" = $3, "lease_until" = $4, "last_error" = $5 where "job_id" = $6 and "state" = $7 and "claim_token" = $8 and "again_at" is null;

-- jobBoard.settle, again
select "job_id", "topic", "job_key", "state", "due_at", "again_at", "attempts", "owner", "claim_token", "lease_until", "last_error", "created_at" from "outbox" where "job_id" = $1 for update;

-- jobBoard.releaseExpired, handBack
select "job_id" from "outbox" where "state" = $1 and "lease_until" <= $2 limit $3;
update "outbox" set "state" = $1, "owner" = $2, "claim_token" = $3, "lease_until" = $4 where "state" = $5 and "lease_until" <= $6;
update "outbox" set "state" = $1, "owner" = $2, "claim_token" = $3, "lease_until" = $4 where "owner" = $5 and "state" = $6;

-- archive.lockedPage, move
select "platform_order_no" from "pay_order" order by "platform_order_no" asc limit $1;
select "platform_order_no", "dev_id", "merchant_no", "biz_order_no", "order_date", "order_time", "terminal", "order_amount", "biz_discount_amount", "order_title", "order_description", "return_url", "notify_url", "bill_detail_url", "valid_minutes", "passback_params", "user_id", "payer_name", "payer_name_index", "payer_mobile", "payer_mobile_index", "payer_cert_no", "payer_cert_no_index", "sub_orders", "nontax_info", "content_digest", "cashier_token", "state", "state_msg", "created_at", "expires_at", "closed_at", "paid_at", "paid_attempt_no", "pay_channel", "channel_order_no", "channel_discount_amount", "version", "row_mac" from "pay_order" where "platform_order_no" in ($1) order by "platform_order_no" asc for update;
select "attempt_no", "platform_order_no", "merchant_no", "pay_channel", "pay_method", "channel_merchant_id", "amount", "state", "busy", "channel_time", "limit_at", "code_digest", "channel_order_no", "paid_at", "paid_by_payer", "channel_discount_amount", "clearing_day", "reason", "cancel_asked_at", "queries_asked", "received_at", "sent_at", "answered_at", "recorded_at", "created_at", "version", "row_mac" from "pay_attempt" where "platform_order_no" in ($1) limit $2;
select "platform_refund_order_no", "origin", "dev_id", "merchant_no", "biz_refund_order_no", "refund_order_date", "platform_order_no", "refund_amount", "refund_title", "refund_reason", "notify_url", "passback_params", "sub_merchant_no", "nontax_refund_ref", "attempt_no", "content_digest", "state", "state_msg", "approval_state", "approval_remark", "requested_by", "approved_by", "refund_trade_no", "refund_trade_time", "channel_refund_no", "queries_asked", "created_at", "sent_at", "refunded_at", "version", "row_mac" from "pay_refund" where "platform_order_no" in ($1) limit $2;
select "callback_id", "kind", "platform_order_no", "platform_refund_order_no", "dev_id", "merchant_no", "target_url", "told_state", "content_text", "passback_params", "state", "tries", "first_tried_at", "last_tried_at", "next_try_at", "last_answer", "accepted_at", "created_at", "version" from "merchant_callback" where "platform_order_no" in ($1) limit $2;
select "abnormal_id", "kind", "platform_order_no", "merchant_no", "attempt_no", "pay_channel", "channel_order_no", "amount", "remark", "handle_state", "created_at", "version" from "abnormal_order" where "platform_order_no" in ($1) limit $2;
select "attempt_no", "platform_order_no", "merchant_no", "pay_channel", "channel_order_no", "amount", "handle_state", "paid_at", "created_at", "version" from "repeat_payment" where "platform_order_no" in ($1) limit $2;
insert into "pay_order_archive" ("platform_order_no", "dev_id", "merchant_no", "biz_order_no", "order_date", "order_time", "terminal", "order_amount", "biz_discount_amount", "order_title", "order_description", "return_url", "notify_url", "bill_detail_url", "valid_minutes", "passback_params", "user_id", "payer_name", "payer_name_index", "payer_mobile", "payer_mobile_index", "payer_cert_no", "payer_cert_no_index", "sub_orders", "nontax_info", "content_digest", "cashier_token", "state", "state_msg", "created_at", "expires_at", "closed_at", "paid_at", "paid_attempt_no", "pay_channel", "channel_order_no", "channel_discount_amount", "version", "row_mac") select "platform_order_no", "dev_id", "merchant_no", "biz_order_no", "order_date", "order_time", "terminal", "order_amount", "biz_discount_amount", "order_title", "order_description", "return_url", "notify_url", "bill_detail_url", "valid_minutes", "passback_params", "user_id", "payer_name", "payer_name_index", "payer_mobile", "payer_mobile_index", "payer_cert_no", "payer_cert_no_index", "sub_orders", "nontax_info", "content_digest", "cashier_token", "state", "state_msg", "created_at", "expires_at", "closed_at", "paid_at", "paid_attempt_no", "pay_channel", "channel_order_no", "channel_discount_amount", "version", "row_mac" from "pay_order" where "platform_order_no" in ($1);
delete from "pay_order" where "platform_order_no" in ($1);
select count(*) as "total" from "pay_order_archive" where "platform_order_no" in ($1);
insert into "pay_attempt_archive" ("attempt_no", "platform_order_no", "merchant_no", "pay_channel", "pay_method", "channel_merchant_id", "amount", "state", "busy", "channel_time", "limit_at", "code_digest", "channel_order_no", "paid_at", "paid_by_payer", "channel_discount_amount", "clearing_day", "reason", "cancel_asked_at", "queries_asked", "received_at", "sent_at", "answered_at", "recorded_at", "created_at", "version", "row_mac") select "attempt_no", "platform_order_no", "merchant_no", "pay_channel", "pay_method", "channel_merchant_id", "amount", "state", "busy", "channel_time", "limit_at", "code_digest", "channel_order_no", "paid_at", "paid_by_payer", "channel_discount_amount", "clearing_day", "reason", "cancel_asked_at", "queries_asked", "received_at", "sent_at", "answered_at", "recorded_at", "created_at", "version", "row_mac" from "pay_attempt" where "platform_order_no" in ($1);
delete from "pay_attempt" where "platform_order_no" in ($1);
select count(*) as "total" from "pay_attempt_archive" where "platform_order_no" in ($1);
insert into "pay_refund_archive" ("platform_refund_order_no", "origin", "dev_id", "merchant_no", "biz_refund_order_no", "refund_order_date", "platform_order_no", "refund_amount", "refund_title", "refund_reason", "notify_url", "passback_params", "sub_merchant_no", "nontax_refund_ref", "attempt_no", "content_digest", "state", "state_msg", "approval_state", "approval_remark", "requested_by", "approved_by", "refund_trade_no", "refund_trade_time", "channel_refund_no", "queries_asked", "created_at", "sent_at", "refunded_at", "version", "row_mac") select "platform_refund_order_no", "origin", "dev_id", "merchant_no", "biz_refund_order_no", "refund_order_date", "platform_order_no", "refund_amount", "refund_title", "refund_reason", "notify_url", "passback_params", "sub_merchant_no", "nontax_refund_ref", "attempt_no", "content_digest", "state", "state_msg", "approval_state", "approval_remark", "requested_by", "approved_by", "refund_trade_no", "refund_trade_time", "channel_refund_no", "queries_asked", "created_at", "sent_at", "refunded_at", "version", "row_mac" from "pay_refund" where "platform_order_no" in ($1);
delete from "pay_refund" where "platform_order_no" in ($1);
select count(*) as "total" from "pay_refund_archive" where "platform_order_no" in ($1);
insert into "merchant_callback_archive" ("callback_id", "kind", "platform_order_no", "platform_refund_order_no", "dev_id", "merchant_no", "target_url", "told_state", "content_text", "passback_params", "state", "tries", "first_tried_at", "last_tried_at", "next_try_at", "last_answer", "accepted_at", "created_at", "version") select "callback_id", "kind", "platform_order_no", "platform_refund_order_no", "dev_id", "merchant_no", "target_url", "told_state", "content_text", "passback_params", "state", "tries", "first_tried_at", "last_tried_at", "next_try_at", "last_answer", "accepted_at", "created_at", "version" from "merchant_callback" where "platform_order_no" in ($1);
delete from "merchant_callback" where "platform_order_no" in ($1);
select count(*) as "total" from "merchant_callback_archive" where "platform_order_no" in ($1);
insert into "abnormal_order_archive" ("abnormal_id", "kind", "platform_order_no", "merchant_no", "attempt_no", "pay_channel", "channel_order_no", "amount", "remark", "handle_state", "created_at", "version") select "abnormal_id", "kind", "platform_order_no", "merchant_no", "attempt_no", "pay_channel", "channel_order_no", "amount", "remark", "handle_state", "created_at", "version" from "abnormal_order" where "platform_order_no" in ($1);
delete from "abnormal_order" where "platform_order_no" in ($1);
select count(*) as "total" from "abnormal_order_archive" where "platform_order_no" in ($1);
insert into "repeat_payment_archive" ("attempt_no", "platform_order_no", "merchant_no", "pay_channel", "channel_order_no", "amount", "handle_state", "paid_at", "created_at", "version") select "attempt_no", "platform_order_no", "merchant_no", "pay_channel", "channel_order_no", "amount", "handle_state", "paid_at", "created_at", "version" from "repeat_payment" where "platform_order_no" in ($1);
delete from "repeat_payment" where "platform_order_no" in ($1);
select count(*) as "total" from "repeat_payment_archive" where "platform_order_no" in ($1);

-- jobBoard.archiveDone
select "job_id" from "outbox" where "state" = $1 and "due_at" < $2 and "created_at" < $3 order by "due_at" asc, "job_id" asc limit $4;
select "job_id" from "outbox" where "job_id" in ($1) and "state" = $2 and "due_at" < $3 and "created_at" < $4 for update;
insert into "outbox_archive" ("job_id", "topic", "job_key", "state", "due_at", "again_at", "attempts", "owner", "claim_token", "lease_until", "last_error", "created_at") select "job_id", "topic", "job_key", "state", "due_at", "again_at", "attempts", "owner", "claim_token", "lease_until", "last_error", "created_at" from "outbox" where "job_id" in ($1);
delete from "outbox" where "job_id" in ($1);
select count(*) as "total" from "outbox_archive" where "job_id" in ($1);

-- auditChain.extend
select "entry_id", "entry_mac" from "audit_entry" where "seq" = $1 order by "happened_at" asc, "entry_id" asc limit $2;
select "lease_name" from "work_lease" where "lease_name" = $1;
select "head_name", "last_seq", "last_mac", "head_mac" from "audit_head" where "head_name" = $1 for update;
update "audit_entry" set "seq" = $1, "link_mac" = $2 where "entry_id" = $3 and "seq" = $4;
insert into "audit_head" ("head_mac", "head_name", "last_mac", "last_seq") values ($1, $2, $3, $4);

-- rowIntegrity.verify
select "platform_order_no", "dev_id", "merchant_no", "biz_order_no", "order_date", "order_time", "terminal", "order_amount", "biz_discount_amount", "order_title", "order_description", "return_url", "notify_url", "bill_detail_url", "valid_minutes", "passback_params", "user_id", "payer_name", "payer_name_index", "payer_mobile", "payer_mobile_index", "payer_cert_no", "payer_cert_no_index", "sub_orders", "nontax_info", "content_digest", "cashier_token", "state", "state_msg", "created_at", "expires_at", "closed_at", "paid_at", "paid_attempt_no", "pay_channel", "channel_order_no", "channel_discount_amount", "version", "row_mac" from "pay_order_archive" order by "platform_order_no" asc limit $1;
select "attempt_no", "platform_order_no", "merchant_no", "pay_channel", "pay_method", "channel_merchant_id", "amount", "state", "busy", "channel_time", "limit_at", "code_digest", "channel_order_no", "paid_at", "paid_by_payer", "channel_discount_amount", "clearing_day", "reason", "cancel_asked_at", "queries_asked", "received_at", "sent_at", "answered_at", "recorded_at", "created_at", "version", "row_mac" from "pay_attempt" order by "attempt_no" asc limit $1;
select "attempt_no", "platform_order_no", "merchant_no", "pay_channel", "pay_method", "channel_merchant_id", "amount", "state", "busy", "channel_time", "limit_at", "code_digest", "channel_order_no", "paid_at", "paid_by_payer", "channel_discount_amount", "clearing_day", "reason", "cancel_asked_at", "queries_asked", "received_at", "sent_at", "answered_at", "recorded_at", "created_at", "version", "row_mac" from "pay_attempt_archive" order by "attempt_no" asc limit $1;
select "platform_refund_order_no", "origin", "dev_id", "merchant_no", "biz_refund_order_no", "refund_order_date", "platform_order_no", "refund_amount", "refund_title", "refund_reason", "notify_url", "passback_params", "sub_merchant_no", "nontax_refund_ref", "attempt_no", "content_digest", "state", "state_msg", "approval_state", "approval_remark", "requested_by", "approved_by", "refund_trade_no", "refund_trade_time", "channel_refund_no", "queries_asked", "created_at", "sent_at", "refunded_at", "version", "row_mac" from "pay_refund" order by "platform_refund_order_no" asc limit $1;
select "platform_refund_order_no", "origin", "dev_id", "merchant_no", "biz_refund_order_no", "refund_order_date", "platform_order_no", "refund_amount", "refund_title", "refund_reason", "notify_url", "passback_params", "sub_merchant_no", "nontax_refund_ref", "attempt_no", "content_digest", "state", "state_msg", "approval_state", "approval_remark", "requested_by", "approved_by", "refund_trade_no", "refund_trade_time", "channel_refund_no", "queries_asked", "created_at", "sent_at", "refunded_at", "version", "row_mac" from "pay_refund_archive" order by "platform_refund_order_no" asc limit $1;
select "dev_id", "developer_name", "sign_algorithm", "sm2_encoding", "sm2_user_id", "public_keys", "enabled", "allowed_origins", "allowed_addresses", "allowed_methods", "merchant_nos", "requests_per_second", "texts_payers", "personal_bill_url", "role_codes", "contact_name", "masked_mobile", "created_at", "version", "row_mac" from "developer" order by "dev_id" asc limit $1;
select "role_code", "role_name", "method_list", "merchant_list", "remark", "created_at", "version", "row_mac" from "developer_role" order by "role_code" asc limit $1;
select "channel_merchant_id", "pay_channel", "channel_merchant_name", "channel_merchant_no", "channel_app_id", "environment", "key_name", "settings_text", "enabled", "changed_by", "remark", "created_at", "version", "row_mac" from "channel_merchant" order by "channel_merchant_id" asc limit $1;
select "merchant_no", "pay_channel", "channel_merchant_id", "pay_methods", "enabled", "remark", "created_at", "version", "row_mac" from "payee_channel" order by "merchant_no" asc, "channel_merchant_id" asc limit $1;
select "institution_no", "institution_name", "admin_operator_no", "contact_name", "masked_mobile", "sealed_mobile", "enabled", "remark", "created_at", "version", "row_mac" from "institution" order by "institution_no" asc limit $1;
select "region_code", "region_name", "parent_region_code", "admin_operator_no", "enabled", "remark", "created_at", "version", "row_mac" from "region" order by "region_code" asc limit $1;
select "industry_code", "industry_name", "enabled", "remark", "created_at", "version", "row_mac" from "industry" order by "industry_code" asc limit $1;
select "channel_no", "channel_name", "pay_channel", "pay_enabled", "pay_methods", "reconcile_enabled", "bill_source", "bill_time", "split_enabled", "enabled", "remark", "created_at", "version", "row_mac" from "payment_channel" order by "channel_no" asc limit $1;
select "region_code", "item_code", "item_name", "national_code", "measure_word", "fund_nature", "lowest_price", "highest_price", "voucher_kind", "unit_codes", "enabled", "version", "row_mac" from "nontax_item" order by "region_code" asc, "item_code" asc limit $1;

-- rowIntegrity.verifyJournal
select "head_name", "last_seq", "last_mac", "head_mac" from "audit_head" where "head_name" = $1 limit $2;
select "entry_id", "happened_at", "actor_kind", "actor_code", "actor_address", "action", "object_kind", "object_no", "description", "facts_before", "facts_after", "request_id", "entry_mac", "seq", "link_mac", "rows_written" from "audit_entry" where "seq" >= $1 order by "seq" asc, "happened_at" asc, "entry_id" asc limit $2;
select "platform_order_no", "version" from "pay_order" where "platform_order_no" in ($1);
select "platform_order_no", "version" from "pay_order_archive" where "platform_order_no" in ($1);
select "entry_id", "happened_at", "actor_kind", "actor_code", "actor_address", "action", "object_kind", "object_no", "description", "facts_before", "facts_after", "request_id", "entry_mac", "seq", "link_mac", "rows_written" from "audit_entry" where "seq" = $1 order by "happened_at" asc, "entry_id" asc limit $2;
select "dev_id", "version" from "developer" order by "dev_id" asc limit $1;
select "role_code", "version" from "developer_role" order by "role_code" asc limit $1;
select "channel_merchant_id", "version" from "channel_merchant" order by "channel_merchant_id" asc limit $1;
select "merchant_no", "version" from "payee" order by "merchant_no" asc limit $1;
select "merchant_no", "channel_merchant_id", "version" from "payee_channel" order by "merchant_no" asc, "channel_merchant_id" asc limit $1;
select "institution_no", "version" from "institution" order by "institution_no" asc limit $1;
select "region_code", "version" from "region" order by "region_code" asc limit $1;
select "industry_code", "version" from "industry" order by "industry_code" asc limit $1;
select "channel_no", "version" from "payment_channel" order by "channel_no" asc limit $1;
select "region_code", "version" from "nontax_region" order by "region_code" asc limit $1;
select "region_code", "item_code", "version" from "nontax_item" order by "region_code" asc, "item_code" asc limit $1;

-- auditChain.spanOf, numbered
select min("seq") as "first_seq", max("seq") as "last_seq" from "audit_entry" where "happened_at" >= $1 and "happened_at" < $2 and "seq" > $3;
select "entry_id", "happened_at", "actor_kind", "actor_code", "actor_address", "action", "object_kind", "object_no", "description", "facts_before", "facts_after", "request_id", "entry_mac", "seq", "link_mac", "rows_written" from "audit_entry" where "seq" >= $1 and not "entry_id" = $2 order by "seq" asc, "happened_at" asc, "entry_id" asc limit $3;

-- auditChain.last, linksOf, signedHeads, keepHead
select "seq", "link_mac" from "audit_entry" where "seq" in ($1, $2);
select "last_seq", "last_mac", "signed_at", "previous_seq", "key_name", "signature_text" from "audit_signed_head" where "last_seq" > $1 order by "last_seq" asc limit $2;
select "last_seq", "last_mac", "signed_at", "previous_seq", "key_name", "signature_text" from "audit_signed_head" order by "last_seq" desc limit $1;
insert into "audit_signed_head" ("key_name", "last_mac", "last_seq", "previous_seq", "signature_text", "signed_at") values ($1, $2, $3, $4, $5, $6);

-- directory
select "dev_id", "developer_name", "sign_algorithm", "sm2_encoding", "sm2_user_id", "public_keys", "enabled", "allowed_origins", "allowed_addresses", "allowed_methods", "merchant_nos", "requests_per_second", "texts_payers", "personal_bill_url", "role_codes", "contact_name", "masked_mobile", "created_at", "version", "row_mac" from "developer" where "dev_id" = $1 limit $2;
select "merchant_no", "payee_name", "institution_no", "region_code", "enabled", "pay_notify_url", "refund_notify_url", "default_return_url", "refund_review_required", "refund_review_above", "callback_on_failed", "repeat_refund_by_rule", "sub_merchants", "charging_unit", "notice_first", "slip_refund_policy", "industry_code", "remark", "created_at", "version", "row_mac" from "payee" where "merchant_no" = $1 limit $2;
select "merchant_no", "pay_channel", "channel_merchant_id", "pay_methods", "enabled", "remark", "created_at", "version", "row_mac" from "payee_channel" where "merchant_no" = $1 order by "channel_merchant_id" asc limit $2;
select "channel_merchant_id", "pay_channel", "channel_merchant_name", "channel_merchant_no", "channel_app_id", "environment", "key_name", "settings_text", "enabled", "changed_by", "remark", "created_at", "version", "row_mac" from "channel_merchant" where "channel_merchant_id" = $1 limit $2;

-- developers.one, mobileOf, isUsed, putMobile
select "sealed_mobile" from "developer" where "dev_id" = $1 limit $2;
select "dev_id" from "pay_order" where "dev_id" = $1 limit $2;
update "developer" set "sealed_mobile" = $1 where "dev_id" = $2;

-- developers.where, roles of one
select "dev_id", "developer_name", "sign_algorithm", "sm2_encoding", "sm2_user_id", "public_keys", "enabled", "allowed_origins", "allowed_addresses", "allowed_methods", "merchant_nos", "requests_per_second", "texts_payers", "personal_bill_url", "role_codes", "contact_name", "masked_mobile", "created_at", "version", "row_mac" from "developer" where "developer_name" = $1 order by "dev_id" asc limit $2;

-- directoryEditor, known
update "payee" set "payee_name" = $1, "institution_no" = $2, "region_code" = $3, "enabled" = $4, "pay_notify_url" = $5, "refund_notify_url" = $6, "default_return_url" = $7, "refund_review_required" = $8, "refund_review_above" = $9, "callback_on_failed" = $10, "repeat_refund_by_rule" = $11, "sub_merchants" = $12, "charging_unit" = $13, "notice_first" = $14, "slip_refund_policy" = $15, "industry_code" = $16, "remark" = $17, "row_mac" = $18, "version" = $19 where "merchant_no" = $20 and "version" = $21;

-- trades
select "trade_key", "kind", "purpose", "platform_order_no", "attempt_no", "platform_refund_order_no", "dev_id", "merchant_no", "biz_order_no", "order_date", "pay_channel", "pay_method", "channel_merchant_id", "channel_order_no", "order_amount", "amount", "channel_discount_amount", "share_list", "trade_at", "clearing_day", "settle_state", "settled_day", "seen_run_no", "created_at" from "trade" where "trade_key" in ($1, $2, $3, $4, $5, $6, $7, $8);
select "trade_key", "kind", "purpose", "platform_order_no", "attempt_no", "platform_refund_order_no", "dev_id", "merchant_no", "biz_order_no", "order_date", "pay_channel", "pay_method", "channel_merchant_id", "channel_order_no", "order_amount", "amount", "channel_discount_amount", "share_list", "trade_at", "clearing_day", "settle_state", "settled_day", "seen_run_no", "created_at" from "trade" where "channel_merchant_id" = $1 and "channel_order_no" = $2 order by "trade_key" asc limit $3;
select "trade_key", "kind", "purpose", "platform_order_no", "attempt_no", "platform_refund_order_no", "dev_id", "merchant_no", "biz_order_no", "order_date", "pay_channel", "pay_method", "channel_merchant_id", "channel_order_no", "order_amount", "amount", "channel_discount_amount", "share_list", "trade_at", "clearing_day", "settle_state", "settled_day", "seen_run_no", "created_at" from "trade" where "platform_order_no" = $1 order by "created_at" asc, "trade_key" asc limit $2;
select "trade_key" from "trade" where "channel_merchant_id" = $1 and "clearing_day" = $2 and "settle_state" in ($3, $4) limit $5;
select "trade_key", "kind", "purpose", "platform_order_no", "attempt_no", "platform_refund_order_no", "dev_id", "merchant_no", "biz_order_no", "order_date", "pay_channel", "pay_method", "channel_merchant_id", "channel_order_no", "order_amount", "amount", "channel_discount_amount", "share_list", "trade_at", "clearing_day", "settle_state", "settled_day", "seen_run_no", "created_at" from "trade" where "channel_merchant_id" = $1 and "settle_state" = $2 and "clearing_day" >= $3 and "clearing_day" <= $4 and ("clearing_day" > $5 or ("clearing_day" = $6 and "trade_key" > $7)) order by "clearing_day" asc, "trade_key" asc limit $8;
select "trade_key", "kind", "purpose", "platform_order_no", "attempt_no", "platform_refund_order_no", "dev_id", "merchant_no", "biz_order_no", "order_date", "pay_channel", "pay_method", "channel_merchant_id", "channel_order_no", "order_amount", "amount", "channel_discount_amount", "share_list", "trade_at", "clearing_day", "settle_state", "settled_day", "seen_run_no", "created_at" from "trade" where "channel_merchant_id" = $1 and "settled_day" = $2 and "seen_run_no" <> $3 and "trade_key" > $4 order by "trade_key" asc limit $5;

-- trades.unsettled, first page
select "trade_key", "kind", "purpose", "platform_order_no", "attempt_no", "platform_refund_order_no", "dev_id", "merchant_no", "biz_order_no", "order_date", "pay_channel", "pay_method", "channel_merchant_id", "channel_order_no", "order_amount", "amount", "channel_discount_amount", "share_list", "trade_at", "clearing_day", "settle_state", "settled_day", "seen_run_no", "created_at" from "trade" where "channel_merchant_id" = $1 and "settle_state" = $2 and "clearing_day" >= $3 and "clearing_day" <= $4 order by "clearing_day" asc, "trade_key" asc limit $5;

-- trades.markSettled, markOpen
update "trade" set "settle_state" = $1, "settled_day" = $2, "seen_run_no" = $3 where "trade_key" in ($4);
update "trade" set "settle_state" = $1, "settled_day" = $2 where "trade_key" in ($3);

-- settlement
select "trade_key", "entry_no", "cause", "kind", "purpose", "pay_channel", "pay_method", "channel_merchant_id", "merchant_no", "sub_merchant_no", "platform_order_no", "platform_refund_order_no", "biz_order_no", "channel_order_no", "order_date", "trade_at", "clearing_day", "settle_day", "trade_count", "trade_amount", "settled_amount", "fee_amount", "run_no", "line_no", "created_at" from "settlement_entry" where "trade_key" in ($1, $2) order by "trade_key" asc, "entry_no" asc limit $3;
select "trade_key", "entry_no", "cause", "kind", "purpose", "pay_channel", "pay_method", "channel_merchant_id", "merchant_no", "sub_merchant_no", "platform_order_no", "platform_refund_order_no", "biz_order_no", "channel_order_no", "order_date", "trade_at", "clearing_day", "settle_day", "trade_count", "trade_amount", "settled_amount", "fee_amount", "run_no", "line_no", "created_at" from "settlement_entry" where "merchant_no" = $1 and "settle_day" = $2 and ("trade_key" > $3 or ("trade_key" = $4 and "entry_no" > $5)) order by "trade_key" asc, "entry_no" asc limit $6;
select distinct "merchant_no" from "payee_statement" where "settle_day" = $1 and "kind" = $2 order by "merchant_no" asc limit $3;
select "certified_day", "content_text", "content_digest", "previous_digest", "previous_day", "signature_text", "key_name", "issued_at" from "day_certificate" order by "certified_day" desc limit $1;
select "certified_day", "content_text", "content_digest", "previous_digest", "previous_day", "signature_text", "key_name", "issued_at" from "day_certificate" where "certified_day" > $1 order by "certified_day" asc limit $2;

-- reconciliation
select "bill_no", "channel_merchant_id", "clearing_day", "origin", "file_no", "file_name", "byte_size", "file_digest", "totals", "received_at", "received_by" from "channel_bill" where "bill_no" = $1 limit $2;
select "bill_no", "channel_merchant_id", "clearing_day", "origin", "file_no", "file_name", "byte_size", "file_digest", "totals", "received_at", "received_by" from "channel_bill" where "channel_merchant_id" = $1 and "clearing_day" = $2 order by "received_at" asc, "bill_no" asc limit $3;
select "run_no", "channel_merchant_id", "pay_channel", "clearing_day", "run_sequence", "bill_no", "state", "lines_done", "line_count", "missing_after", "figures", "run_changes", "started_at", "ended_at", "started_by", "cancel_asked_by", "remark", "version" from "reconcile_run" where "run_no" = $1 limit $2;
select "run_no", "channel_merchant_id", "pay_channel", "clearing_day", "run_sequence", "bill_no", "state", "lines_done", "line_count", "missing_after", "figures", "run_changes", "started_at", "ended_at", "started_by", "cancel_asked_by", "remark", "version" from "reconcile_run" where "channel_merchant_id" = $1 and "clearing_day" = $2 order by "run_sequence" desc limit $3;
select "run_no", "item_no", "subject_key", "outcome", "change_kind", "here_amount", "there_amount" from "reconcile_item" where "run_no" = $1 and "item_no" > $2 order by "item_no" asc limit $3;
select "channel_merchant_id", "clearing_day", "pay_channel", "state", "bill_no", "last_run_no", "running_no", "run_count", "reconcile_count", "reconcile_amount", "settled_amount", "fee_amount", "open_count", "waiting_count", "tries", "last_tried_at", "last_word", "reconciled_at", "version" from "reconcile_day" where "clearing_day" = $1 order by "channel_merchant_id" asc limit $2;
select "difference_no", "channel_merchant_id", "pay_channel", "subject_key", "outcome", "state", "clearing_day", "kind", "merchant_no", "platform_order_no", "biz_order_no", "own_no", "channel_no", "here_amount", "there_amount", "here_fee", "there_fee", "there_settled", "suggested_key", "happened_at", "detail_text", "first_run_no", "last_run_no", "created_at", "version" from "reconcile_difference" where "difference_no" = $1 limit $2;
select "difference_no", "channel_merchant_id", "pay_channel", "subject_key", "outcome", "state", "clearing_day", "kind", "merchant_no", "platform_order_no", "biz_order_no", "own_no", "channel_no", "here_amount", "there_amount", "here_fee", "there_fee", "there_settled", "suggested_key", "happened_at", "detail_text", "first_run_no", "last_run_no", "created_at", "version" from "reconcile_difference" where "channel_merchant_id" = $1 and "subject_key" in ($2, $3, $4, $5, $6, $7, $8, $9);
select "difference_no", "channel_merchant_id", "pay_channel", "subject_key", "outcome", "state", "clearing_day", "kind", "merchant_no", "platform_order_no", "biz_order_no", "own_no", "channel_no", "here_amount", "there_amount", "here_fee", "there_fee", "there_settled", "suggested_key", "happened_at", "detail_text", "first_run_no", "last_run_no", "created_at", "version" from "reconcile_difference" where "channel_merchant_id" = $1 and "clearing_day" = $2 and "state" in ($3, $4) and "difference_no" > $5 order by "difference_no" asc limit $6;
select "difference_no", "channel_merchant_id", "pay_channel", "subject_key", "outcome", "state", "clearing_day", "kind", "merchant_no", "platform_order_no", "biz_order_no", "own_no", "channel_no", "here_amount", "there_amount", "here_fee", "there_fee", "there_settled", "suggested_key", "happened_at", "detail_text", "first_run_no", "last_run_no", "created_at", "version" from "reconcile_difference" where "merchant_no" = $1 and "clearing_day" = $2 and "state" in ($3, $4, $5) and "difference_no" > $6 order by "difference_no" asc limit $7;
select "difference_no", "channel_merchant_id", "pay_channel", "subject_key", "outcome", "state", "clearing_day", "kind", "merchant_no", "platform_order_no", "biz_order_no", "own_no", "channel_no", "here_amount", "there_amount", "here_fee", "there_fee", "there_settled", "suggested_key", "happened_at", "detail_text", "first_run_no", "last_run_no", "created_at", "version" from "reconcile_difference" where "channel_merchant_id" = $1 and "clearing_day" = $2 and "state" in ($3, $4, $5) and "last_run_no" <> $6 order by "difference_no" asc limit $7;
select "state", count(*) as "total" from "reconcile_difference" where "channel_merchant_id" = $1 and "clearing_day" = $2 and "state" in ($3, $4) group by "state";
select "note_no", "object_kind", "object_no", "note_action", "note_text", "operator_name", "noted_at" from "handling_note" where "object_kind" = $1 and "object_no" = $2 order by "noted_at" asc, "note_no" asc limit $3;

-- records of a payee
select "abnormal_id", "kind", "platform_order_no", "merchant_no", "attempt_no", "pay_channel", "channel_order_no", "amount", "remark", "handle_state", "created_at", "version" from "abnormal_order" where "merchant_no" = $1 and "created_at" >= $2 and "created_at" < $3 and ("created_at" > $4 or ("created_at" = $5 and "abnormal_id" > $6)) order by "created_at" asc, "abnormal_id" asc limit $7;
select "abnormal_id", "kind", "platform_order_no", "merchant_no", "attempt_no", "pay_channel", "channel_order_no", "amount", "remark", "handle_state", "created_at", "version" from "abnormal_order_archive" where "merchant_no" = $1 and "created_at" >= $2 and "created_at" < $3 and ("created_at" > $4 or ("created_at" = $5 and "abnormal_id" > $6)) order by "created_at" asc, "abnormal_id" asc limit $7;
select "attempt_no", "platform_order_no", "merchant_no", "pay_channel", "channel_order_no", "amount", "handle_state", "paid_at", "created_at", "version" from "repeat_payment" where "merchant_no" = $1 and "created_at" >= $2 and "created_at" < $3 and ("created_at" > $4 or ("created_at" = $5 and "attempt_no" > $6)) order by "created_at" asc, "attempt_no" asc limit $7;
select "attempt_no", "platform_order_no", "merchant_no", "pay_channel", "channel_order_no", "amount", "handle_state", "paid_at", "created_at", "version" from "repeat_payment_archive" where "merchant_no" = $1 and "created_at" >= $2 and "created_at" < $3 and ("created_at" > $4 or ("created_at" = $5 and "attempt_no" > $6)) order by "created_at" asc, "attempt_no" asc limit $7;

-- keptFiles.read, forgetAbandoned
select "file_no", "chunk_count", "kept_at" from "kept_export" where "file_no" = $1 limit $2;
select "chunk_no" from "kept_chunk" where "file_no" = $1 and "chunk_no" = $2;
select "file_no", "chunk_no", "chunk_text" from "kept_chunk" where "file_no" = $1 and "chunk_no" = $2 limit $3;
select "file_no", "chunk_count", "touched_at" from "kept_draft" where "touched_at" < $1 order by "touched_at" asc, "file_no" asc limit $2;
select "file_no", "chunk_count", "touched_at" from "kept_draft" where "file_no" = $1 for update;
delete from "kept_chunk" where "file_no" = $1 and "chunk_no" >= $2;
update "kept_draft" set "chunk_count" = $1 where "file_no" = $2;

-- reconciliation.put…
update "reconcile_run" set "bill_no" = $1, "state" = $2, "lines_done" = $3, "line_count" = $4, "missing_after" = $5, "figures" = $6, "run_changes" = $7, "ended_at" = $8, "cancel_asked_by" = $9, "remark" = $10, "version" = $11 where "run_no" = $12 and "version" = $13;
update "reconcile_day" set "pay_channel" = $1, "state" = $2, "bill_no" = $3, "last_run_no" = $4, "running_no" = $5, "run_count" = $6, "reconcile_count" = $7, "reconcile_amount" = $8, "settled_amount" = $9, "fee_amount" = $10, "open_count" = $11, "waiting_count" = $12, "tries" = $13, "last_tried_at" = $14, "last_word" = $15, "reconciled_at" = $16, "version" = $17 where "channel_merchant_id" = $18 and "clearing_day" = $19 and "version" = $20;
update "reconcile_difference" set "outcome" = $1, "state" = $2, "clearing_day" = $3, "kind" = $4, "merchant_no" = $5, "platform_order_no" = $6, "biz_order_no" = $7, "own_no" = $8, "channel_no" = $9, "here_amount" = $10, "there_amount" = $11, "here_fee" = $12, "there_fee" = $13, "there_settled" = $14, "suggested_key" = $15, "happened_at" = $16, "detail_text" = $17, "last_run_no" = $18, "version" = $19 where "difference_no" = $20 and "version" = $21;

-- eBills
select "bill_key", "bill_round", "bill_source", "platform_order_no", "bus_no", "state", "amount", "dev_id", "merchant_no", "biz_order_no", "region_code", "payer_kind", "payer_name", "payer_name_index", "payer_cert_no", "payer_cert_no_index", "payer_mobile", "payer_mobile_index", "payer_email", "item_list", "base_list", "whole_order", "said_items", "pay_code", "bill_code", "bill_no", "check_code", "issued_at", "link_list", "reversal_text", "failure_code", "failure_text", "page_token", "tries_made", "last_try_at", "next_try_at", "paid_at", "bill_at", "created_at", "version" from "e_bill" where "bill_key" = $1 order by "bill_round" asc limit $2;
select "bill_key", "bill_round", "bill_source", "platform_order_no", "bus_no", "state", "amount", "dev_id", "merchant_no", "biz_order_no", "region_code", "payer_kind", "payer_name", "payer_name_index", "payer_cert_no", "payer_cert_no_index", "payer_mobile", "payer_mobile_index", "payer_email", "item_list", "base_list", "whole_order", "said_items", "pay_code", "bill_code", "bill_no", "check_code", "issued_at", "link_list", "reversal_text", "failure_code", "failure_text", "page_token", "tries_made", "last_try_at", "next_try_at", "paid_at", "bill_at", "created_at", "version" from "e_bill" where "bill_key" in ($1, $2, $3, $4, $5, $6, $7, $8);
select "bill_key", "bill_round", "bill_source", "platform_order_no", "bus_no", "state", "amount", "dev_id", "merchant_no", "biz_order_no", "region_code", "payer_kind", "payer_name", "payer_name_index", "payer_cert_no", "payer_cert_no_index", "payer_mobile", "payer_mobile_index", "payer_email", "item_list", "base_list", "whole_order", "said_items", "pay_code", "bill_code", "bill_no", "check_code", "issued_at", "link_list", "reversal_text", "failure_code", "failure_text", "page_token", "tries_made", "last_try_at", "next_try_at", "paid_at", "bill_at", "created_at", "version" from "e_bill" where "bill_code" = $1 and "bill_no" = $2 order by "bill_key" asc, "bill_round" asc limit $3;
select "bill_key", "bill_round", "bill_source", "platform_order_no", "bus_no", "state", "amount", "dev_id", "merchant_no", "biz_order_no", "region_code", "payer_kind", "payer_name", "payer_name_index", "payer_cert_no", "payer_cert_no_index", "payer_mobile", "payer_mobile_index", "payer_email", "item_list", "base_list", "whole_order", "said_items", "pay_code", "bill_code", "bill_no", "check_code", "issued_at", "link_list", "reversal_text", "failure_code", "failure_text", "page_token", "tries_made", "last_try_at", "next_try_at", "paid_at", "bill_at", "created_at", "version" from "e_bill" where "page_token" = $1 limit $2;
select count(*) as "total", sum("amount") as "amount_sum" from "e_bill" where "region_code" = $1 and "bill_source" = $2 and "issued_at" >= $3 and "issued_at" < $4;
select "bill_key", "bill_round", "bill_source", "platform_order_no", "bus_no", "state", "amount", "dev_id", "merchant_no", "biz_order_no", "region_code", "payer_kind", "payer_name", "payer_name_index", "payer_cert_no", "payer_cert_no_index", "payer_mobile", "payer_mobile_index", "payer_email", "item_list", "base_list", "whole_order", "said_items", "pay_code", "bill_code", "bill_no", "check_code", "issued_at", "link_list", "reversal_text", "failure_code", "failure_text", "page_token", "tries_made", "last_try_at", "next_try_at", "paid_at", "bill_at", "created_at", "version" from "e_bill" where "region_code" = $1 and "bill_source" = $2 and "issued_at" >= $3 and "issued_at" < $4 order by "issued_at" asc, "bill_key" asc, "bill_round" asc limit $5;
select "bill_key", "bill_round", "bill_source", "platform_order_no", "bus_no", "state", "amount", "dev_id", "merchant_no", "biz_order_no", "region_code", "payer_kind", "payer_name", "payer_name_index", "payer_cert_no", "payer_cert_no_index", "payer_mobile", "payer_mobile_index", "payer_email", "item_list", "base_list", "whole_order", "said_items", "pay_code", "bill_code", "bill_no", "check_code", "issued_at", "link_list", "reversal_text", "failure_code", "failure_text", "page_token", "tries_made", "last_try_at", "next_try_at", "paid_at", "bill_at", "created_at", "version" from "e_bill" where "region_code" = $1 and "bill_source" = $2 and "issued_at" >= $3 and "issued_at" < $4 and "issued_at" >= $5 and ("issued_at" > $6 or "bill_key" > $7 or ("bill_key" = $8 and "bill_round" > $9)) order by "issued_at" asc, "bill_key" asc, "bill_round" asc limit $10;
select "region_code", "check_day", "state", "our_count", "our_amount", "their_count", "their_amount", "difference_list", "walk_text", "checked_at", "version" from "e_bill_check" where "region_code" = $1 and "check_day" = $2 limit $3;

-- eBills.put…
update "e_bill" set "state" = $1, "amount" = $2, "region_code" = $3, "item_list" = $4, "said_items" = $5, "bill_code" = $6, "bill_no" = $7, "check_code" = $8, "issued_at" = $9, "link_list" = $10, "reversal_text" = $11, "failure_code" = $12, "failure_text" = $13, "tries_made" = $14, "last_try_at" = $15, "next_try_at" = $16, "bill_at" = $17, "version" = $18 where "bill_key" = $19 and "bill_round" = $20 and "version" = $21;
update "e_bill_check" set "state" = $1, "our_count" = $2, "our_amount" = $3, "their_count" = $4, "their_amount" = $5, "difference_list" = $6, "walk_text" = $7, "checked_at" = $8, "version" = $9 where "region_code" = $10 and "check_day" = $11 and "version" = $12;

-- legs, of orders
select "platform_order_no", "merchant_no", "biz_order_no", "order_amount", "biz_discount_amount", "nontax_info", "paid_attempt_no" from "pay_order" where "platform_order_no" in ($1);
select "platform_order_no", "attempt_no", "refund_amount", "state" from "pay_refund" where "state" = $1 and "platform_order_no" in ($2);
select "bill_key", "bill_round", "state", "amount", "base_list", "whole_order", "said_items" from "e_bill" where "bill_key" in ($1);

-- legs, kept
select "check_day", "channel_merchant_id", "run_no", "state", "check_phase", "after_key", "order_count", "complete_count", "channel_gaps", "notice_gaps", "bill_gaps", "gap_figures", "walked_at", "changed_at", "look_at", "oldest_at", "alarmed_at", "version" from "leg_check" where "check_day" = $1 order by "channel_merchant_id" asc limit $2;
select "check_day", "platform_order_no", "leg_name", "gap_seq", "gap_no", "channel_merchant_id", "merchant_no", "biz_order_no", "gap_kind", "expected_amount", "found_amount", "gap_state", "first_seen_at", "closed_at", "version" from "leg_gap" where "gap_no" = $1 limit $2;
select "check_day", "platform_order_no", "leg_name", "gap_seq", "gap_no", "channel_merchant_id", "merchant_no", "biz_order_no", "gap_kind", "expected_amount", "found_amount", "gap_state", "first_seen_at", "closed_at", "version" from "leg_gap" where "check_day" = $1 and "platform_order_no" in ($2);
select distinct "platform_order_no" from "leg_gap" where "check_day" = $1 and "channel_merchant_id" = $2 and "gap_state" = $3 and "platform_order_no" > $4 order by "platform_order_no" asc limit $5;
select "check_day", "platform_order_no", "leg_name", "gap_seq", "gap_no", "channel_merchant_id", "merchant_no", "biz_order_no", "gap_kind", "expected_amount", "found_amount", "gap_state", "first_seen_at", "closed_at", "version" from "leg_gap" where "check_day" = $1 and "first_seen_at" <= $2 and ("closed_at" is null or "closed_at" > $3) and "platform_order_no" >= $4 and ("platform_order_no" > $5 or "leg_name" > $6 or ("leg_name" = $7 and "gap_seq" > $8)) order by "platform_order_no" asc, "leg_name" asc, "gap_seq" asc limit $9;

-- legs.put…
update "leg_check" set "run_no" = $1, "state" = $2, "check_phase" = $3, "after_key" = $4, "order_count" = $5, "complete_count" = $6, "channel_gaps" = $7, "notice_gaps" = $8, "bill_gaps" = $9, "gap_figures" = $10, "walked_at" = $11, "changed_at" = $12, "look_at" = $13, "oldest_at" = $14, "alarmed_at" = $15, "version" = $16 where "check_day" = $17 and "channel_merchant_id" = $18 and "version" = $19;
update "leg_gap" set "gap_state" = $1, "closed_at" = $2, "version" = $3 where "check_day" = $4 and "platform_order_no" = $5 and "leg_name" = $6 and "gap_seq" = $7 and "version" = $8;

-- texts
select "message_id", "scene", "biz_key", "sealed_phone", "phone_index", "masked_phone", "template_name", "param_list", "state", "last_code", "tries", "being_sent", "resent", "group_no", "asker_index", "created_at", "send_at", "last_tried_at", "submitted_at", "ended_at", "version" from "text_message" where "message_id" = $1 limit $2;
select "message_id", "scene", "biz_key", "sealed_phone", "phone_index", "masked_phone", "template_name", "param_list", "state", "last_code", "tries", "being_sent", "resent", "group_no", "asker_index", "created_at", "send_at", "last_tried_at", "submitted_at", "ended_at", "version" from "text_message" where "group_no" = $1 and "phone_index" = $2 limit $3;
select "message_id", "scene", "biz_key", "sealed_phone", "phone_index", "masked_phone", "template_name", "param_list", "state", "last_code", "tries", "being_sent", "resent", "group_no", "asker_index", "created_at", "send_at", "last_tried_at", "submitted_at", "ended_at", "version" from "text_message" where "phone_index" = $1 and "created_at" >= $2 order by "created_at" desc, "message_id" desc limit $3;
select "created_at" from "text_message" where "asker_index" = $1 and "created_at" >= $2 order by "created_at" desc limit $3;
select "message_id", "scene", "biz_key", "sealed_phone", "phone_index", "masked_phone", "template_name", "param_list", "state", "last_code", "tries", "being_sent", "resent", "group_no", "asker_index", "created_at", "send_at", "last_tried_at", "submitted_at", "ended_at", "version" from "text_message" where "scene" = $1 and "biz_key" = $2 order by "created_at" asc, "message_id" asc limit $3;
select "state", count(*) as "total" from "text_message" where "created_at" >= $1 group by "state" order by "state" asc;

-- keyWalk.leftSince
select count(*) as "total" from "text_block" where "changed_at" < $1;
select count(*) as "total" from "text_code" where "made_at" < $1;
select count(*) as "total" from "text_inbound" where "received_at" < $1;

-- texts.put…
update "text_message" set "state" = $1, "last_code" = $2, "tries" = $3, "being_sent" = $4, "resent" = $5, "group_no" = $6, "send_at" = $7, "last_tried_at" = $8, "submitted_at" = $9, "ended_at" = $10, "version" = $11 where "message_id" = $12 and "version" = $13;
update "text_block" set "masked_phone" = $1, "is_blocked" = $2, "block_cause" = $3, "changed_at" = $4, "version" = $5 where "phone_index" = $6 and "version" = $7;
update "text_code" set "code_hash" = $1, "made_at" = $2, "wrong_tries" = $3, "used_at" = $4, "version" = $5 where "scene" = $6 and "phone_index" = $7 and "version" = $8;

-- texts, under two keys
select "phone_index", "masked_phone", "is_blocked", "block_cause", "changed_at", "version" from "text_block" where "phone_index" in ($1, $2);
delete from "text_block" where "phone_index" = $1 and "version" = $2;
select "message_id", "scene", "biz_key", "sealed_phone", "phone_index", "masked_phone", "template_name", "param_list", "state", "last_code", "tries", "being_sent", "resent", "group_no", "asker_index", "created_at", "send_at", "last_tried_at", "submitted_at", "ended_at", "version" from "text_message" where "group_no" = $1 and "phone_index" in ($2, $3) limit $4;
select "message_id", "scene", "biz_key", "sealed_phone", "phone_index", "masked_phone", "template_name", "param_list", "state", "last_code", "tries", "being_sent", "resent", "group_no", "asker_index", "created_at", "send_at", "last_tried_at", "submitted_at", "ended_at", "version" from "text_message" where "phone_index" in ($1, $2) and "created_at" >= $3 order by "created_at" desc, "message_id" desc limit $4;
select "created_at" from "text_message" where "asker_index" in ($1, $2) and "created_at" >= $3 order by "created_at" desc limit $4;
select "scene", "phone_index", "code_hash", "made_at", "wrong_tries", "used_at", "version" from "text_code" where "scene" = $1 and "phone_index" in ($2, $3) limit $4;

-- texts.forget…
select "message_id", "version" from "text_message" where "forgotten_at" is null and "ended_at" < $1 order by "ended_at" asc, "message_id" asc limit $2;
update "text_message" set "sealed_phone" = $1, "phone_index" = $2, "masked_phone" = $3, "param_list" = $4, "asker_index" = $5, "forgotten_at" = $6, "version" = $7 where "message_id" = $8 and "version" = $9;
select "said_index" from "text_inbound" where "received_at" < $1 order by "received_at" asc, "inbound_no" asc limit $2;
delete from "text_inbound" where "said_index" in ($1);
select "scene", "phone_index", "code_hash", "made_at", "wrong_tries", "used_at", "version" from "text_code" where "made_at" < $1 order by "made_at" asc, "phone_index" asc, "scene" asc limit $2;
delete from "text_code" where "scene" = $1 and "phone_index" = $2 and "version" = $3;

-- sharing
select "batch_no", "target_name", "table_name", "batch_kind", "state", "row_count", "accepted_count", "quarantined_count", "warning_count", "message_text", "began_at", "ended_at" from "share_batch" where "target_name" = $1 order by "began_at" desc, "batch_no" desc limit $2;
select "batch_no", "target_name", "table_name", "batch_kind", "state", "row_count", "accepted_count", "quarantined_count", "warning_count", "message_text", "began_at", "ended_at" from "share_batch" where "target_name" = $1 and "table_name" = $2 order by "began_at" desc, "batch_no" desc limit $3;
select "quarantine_no", "target_name", "table_name", "row_key", "reason", "detail_text", "state", "batch_no", "times", "first_at", "last_at", "version" from "share_quarantine" where "quarantine_no" = $1 limit $2;
select "quarantine_no", "target_name", "table_name", "row_key", "reason", "detail_text", "state", "batch_no", "times", "first_at", "last_at", "version" from "share_quarantine" where "target_name" = $1 and "table_name" = $2 and "row_key" in ($3, $4, $5, $6, $7, $8, $9, $10);
select "quarantine_no", "target_name", "table_name", "row_key", "reason", "detail_text", "state", "batch_no", "times", "first_at", "last_at", "version" from "share_quarantine" where "target_name" = $1 and "state" = $2 and "quarantine_no" > $3 order by "quarantine_no" asc limit $4;
select count(*) as "total" from "share_quarantine" where "target_name" = $1 and "table_name" = $2 and "state" = $3;
select "table_name", "column_name", "is_full", "basis_text", "decided_by", "decided_at", "version" from "share_policy" order by "table_name" asc, "column_name" asc limit $1;
select "platform_order_no", "noted_at", "version" from "share_order_outbox" where "noted_at" <= $1 and "noted_at" >= $2 and ("noted_at" > $3 or "platform_order_no" > $4) order by "noted_at" asc, "platform_order_no" asc limit $5;
select count(*) as "total" from "share_order_outbox" where "noted_at" <= $1 and ("noted_at" < $2 or "platform_order_no" <= $3);
select "node_id", "parent_id", "parent_ids", "grade", "node_name", "org_id", "is_gone", "created_at", "changed_at", "version" from "share_node" where "node_id" in ($1, $2, $3, $4, $5, $6, $7, $8);
select "node_id", "parent_id", "parent_ids", "grade", "node_name", "org_id", "is_gone", "created_at", "changed_at", "version" from "share_node" where "changed_at" <= $1 and "changed_at" >= $2 and ("changed_at" > $3 or "node_id" > $4) order by "changed_at" asc, "node_id" asc limit $5;
select count(*) as "total" from "share_node" where "changed_at" <= $1 and ("changed_at" < $2 or "node_id" <= $3);
select "node_id", "parent_id", "parent_ids", "grade", "node_name", "org_id", "is_gone", "created_at", "changed_at", "version" from "share_node" where "node_id" > $1 order by "node_id" asc limit $2;

-- sharing.put…
update "share_watermark" set "mark_at" = $1, "mark_id" = $2, "lease_owner" = $3, "lease_until" = $4, "batch_sequence" = $5, "failure_count" = $6, "not_before" = $7, "phase" = $8, "counted_day" = $9, "version" = $10 where "target_name" = $11 and "table_name" = $12 and "version" = $13;
update "share_quarantine" set "reason" = $1, "detail_text" = $2, "state" = $3, "batch_no" = $4, "times" = $5, "last_at" = $6, "version" = $7 where "quarantine_no" = $8 and "version" = $9;
update "share_policy" set "is_full" = $1, "basis_text" = $2, "decided_by" = $3, "decided_at" = $4, "version" = $5 where "table_name" = $6 and "column_name" = $7 and "version" = $8;
update "share_order_outbox" set "noted_at" = $1, "version" = $2 where "platform_order_no" = $3 and "version" = $4;
update "share_node" set "parent_id" = $1, "parent_ids" = $2, "grade" = $3, "node_name" = $4, "org_id" = $5, "is_gone" = $6, "changed_at" = $7, "version" = $8 where "node_id" = $9 and "version" = $10;

-- operators
select "operator_no", "login_account", "operator_name", "masked_mobile", "sealed_mobile", "state", "officer_kind", "role_codes", "scope_kind", "region_code", "institution_no", "remark", "created_at", "row_mac", "version" from "console_operator" where "operator_no" = $1 limit $2;
select "operator_no", "login_account", "operator_name", "masked_mobile", "sealed_mobile", "state", "officer_kind", "role_codes", "scope_kind", "region_code", "institution_no", "remark", "created_at", "row_mac", "version" from "console_operator" where "officer_kind" in ($1, $2, $3) order by "operator_no" asc limit $4;
select count(*) as "total" from "console_operator";
select "operator_no", "password_hash", "password_changed_at", "must_change", "former_passwords", "second_factor", "activation_hash", "activation_until", "row_mac", "version" from "operator_credential" where "operator_no" = $1 limit $2;
select "role_code", "role_name", "permission_list", "remark", "created_at", "row_mac", "version" from "operator_role" order by "role_code" asc limit $1;
select "operator_no", "login_account", "operator_name", "masked_mobile", "sealed_mobile", "state", "officer_kind", "role_codes", "scope_kind", "region_code", "institution_no", "remark", "created_at", "row_mac", "version" from "console_operator" order by "operator_no" asc limit $1;
select "request_no", "operator_no", "operator_version", "officer_kind", "role_codes", "scope_kind", "region_code", "institution_no", "state", "asked_by", "decided_by", "remark", "opinion", "asked_at", "decided_at", "row_mac", "version" from "grant_request" where "state" = $1 order by "asked_at" asc, "request_no" asc limit $2;
select "token_hash", "session_no", "operator_no", "session_stage", "from_address", "began_at", "seen_at", "proved_at", "ended_at", "end_cause", "is_open", "row_mac", "version" from "operator_session" where "token_hash" = $1 limit $2;
select "recovery_no", "restored_at", "backup_taken_at", "payments_released_at", "refunds_released_at", "callbacks_released_at", "ended_at", "version" from "recovery_mark" order by "restored_at" desc, "recovery_no" desc limit $1;
select "token_hash", "session_no", "operator_no", "session_stage", "from_address", "began_at", "seen_at", "proved_at", "ended_at", "end_cause", "is_open", "row_mac", "version" from "operator_session" where "operator_no" = $1 and "is_open" = $2 order by "began_at" desc, "session_no" desc limit $3;
select "challenge_no", "purpose", "nonce", "sealed_key", "sealed_captcha", "session_no", "made_at", "used_at", "version" from "sign_in_challenge" where "challenge_no" = $1 limit $2;
select "request_no", "operator_no", "operator_version", "officer_kind", "role_codes", "scope_kind", "region_code", "institution_no", "state", "asked_by", "decided_by", "remark", "opinion", "asked_at", "decided_at", "row_mac", "version" from "grant_request" where "request_no" = $1 limit $2;
select "key_no", "operator_no", "public_key", "key_print", "state", "asked_by", "asked_at", "decided_by", "decided_at", "remark", "row_mac", "version" from "operator_key" where "key_no" = $1 limit $2;
select "key_no", "operator_no", "public_key", "key_print", "state", "asked_by", "asked_at", "decided_by", "decided_at", "remark", "row_mac", "version" from "operator_key" where "operator_no" = $1 order by "asked_at" desc, "key_no" desc limit $2;

-- operators.put…
select "operator_no", "login_account", "operator_name", "masked_mobile", "sealed_mobile", "state", "officer_kind", "role_codes", "scope_kind", "region_code", "institution_no", "remark", "created_at", "row_mac", "version" from "console_operator" where "operator_no" = $1 for update;
select "role_code", "role_name", "permission_list", "remark", "created_at", "row_mac", "version" from "operator_role" where "role_code" = $1 for update;
update "console_operator" set "operator_name" = $1, "masked_mobile" = $2, "state" = $3, "officer_kind" = $4, "role_codes" = $5, "scope_kind" = $6, "region_code" = $7, "institution_no" = $8, "remark" = $9, "row_mac" = $10, "version" = $11 where "operator_no" = $12 and "login_account" = $13 and "version" = $14;
update "console_operator" set "sealed_mobile" = $1 where "operator_no" = $2;
update "operator_credential" set "password_hash" = $1, "password_changed_at" = $2, "must_change" = $3, "former_passwords" = $4, "second_factor" = $5, "activation_hash" = $6, "activation_until" = $7, "row_mac" = $8, "version" = $9 where "operator_no" = $10 and "version" = $11;
update "operator_role" set "role_name" = $1, "permission_list" = $2, "remark" = $3, "row_mac" = $4, "version" = $5 where "role_code" = $6 and "version" = $7;
update "operator_session" set "session_stage" = $1, "from_address" = $2, "seen_at" = $3, "proved_at" = $4, "ended_at" = $5, "end_cause" = $6, "is_open" = $7, "row_mac" = $8, "version" = $9 where "token_hash" = $10 and "session_no" = $11 and "operator_no" = $12 and "version" = $13;
update "sign_in_tries" set "wrong_at_list" = $1, "locked_until" = $2, "version" = $3 where "try_holder" = $4 and "version" = $5;
update "sign_in_challenge" set "used_at" = $1, "version" = $2 where "challenge_no" = $3 and "version" = $4;
select "challenge_no" from "sign_in_challenge" where "made_at" < $1 order by "made_at" asc, "challenge_no" asc limit $2;
delete from "sign_in_challenge" where "challenge_no" in ($1);
select "token_hash" from "operator_session" where "ended_at" < $1 order by "ended_at" asc, "token_hash" asc limit $2;
delete from "operator_session" where "token_hash" in ($1);
select "try_holder", "wrong_at_list", "locked_until", "version" from "sign_in_tries" where "try_holder" > $1 order by "try_holder" asc limit $2;
update "grant_request" set "operator_no" = $1, "operator_version" = $2, "officer_kind" = $3, "role_codes" = $4, "scope_kind" = $5, "region_code" = $6, "institution_no" = $7, "state" = $8, "asked_by" = $9, "decided_by" = $10, "remark" = $11, "opinion" = $12, "asked_at" = $13, "decided_at" = $14, "row_mac" = $15, "version" = $16 where "request_no" = $17 and "version" = $18;
update "operator_key" set "state" = $1, "asked_by" = $2, "asked_at" = $3, "decided_by" = $4, "decided_at" = $5, "remark" = $6, "row_mac" = $7, "version" = $8 where "key_no" = $9 and "version" = $10;

-- exports
select "export_no", "operator_no", "list_name", "parameter_list", "row_scope", "run_place", "state", "rows_written", "file_no", "file_name", "fail_cause", "started_at", "seen_at", "ended_at", "version" from "list_export" where "export_no" = $1 limit $2;
select "export_no", "operator_no", "list_name", "parameter_list", "row_scope", "run_place", "state", "rows_written", "file_no", "file_name", "fail_cause", "started_at", "seen_at", "ended_at", "version" from "list_export" where "file_no" = $1 limit $2;
select "export_no", "operator_no", "list_name", "parameter_list", "row_scope", "run_place", "state", "rows_written", "file_no", "file_name", "fail_cause", "started_at", "seen_at", "ended_at", "version" from "list_export" where "run_place" in ($1, $2) order by "run_place" asc;
select "export_no", "operator_no", "list_name", "parameter_list", "row_scope", "run_place", "state", "rows_written", "file_no", "file_name", "fail_cause", "started_at", "seen_at", "ended_at", "version" from "list_export" where "state" = $1 and "seen_at" < $2 order by "seen_at" asc, "export_no" asc limit $3;

-- exports.put
update "list_export" set "run_place" = $1, "state" = $2, "rows_written" = $3, "file_no" = $4, "file_name" = $5, "fail_cause" = $6, "seen_at" = $7, "ended_at" = $8, "version" = $9 where "export_no" = $10 and "version" = $11;

-- keptFiles.forgetExports, a part
select "file_no", "chunk_count", "kept_at" from "kept_export" where "kept_at" < $1 order by "kept_at" asc, "file_no" asc limit $2;
select "file_no", "chunk_count", "kept_at" from "kept_export" where "file_no" = $1 for update;
update "kept_export" set "chunk_count" = $1 where "file_no" = $2;

-- keptFiles.forgetExports
delete from "kept_export" where "file_no" = $1;

-- alerts
select "alert_no", "wait_place", "alert_type", "alert_level", "event_name", "message_text", "related_order_no", "raise_count", "first_at", "last_at", "state", "handled_by", "handled_at", "remark", "version" from "console_alert" where "alert_no" = $1 limit $2;
select "alert_no", "wait_place", "alert_type", "alert_level", "event_name", "message_text", "related_order_no", "raise_count", "first_at", "last_at", "state", "handled_by", "handled_at", "remark", "version" from "console_alert" where "state" = $1 order by "last_at" asc, "alert_no" asc limit $2;

-- alerts.put
select "alert_no", "wait_place", "alert_type", "alert_level", "event_name", "message_text", "related_order_no", "raise_count", "first_at", "last_at", "state", "handled_by", "handled_at", "remark", "version" from "console_alert" where "wait_place" = $1 for update;
update "console_alert" set "wait_place" = $1, "alert_level" = $2, "message_text" = $3, "raise_count" = $4, "last_at" = $5, "state" = $6, "handled_by" = $7, "handled_at" = $8, "remark" = $9, "version" = $10 where "alert_no" = $11 and "version" = $12;

-- menus
select "menu_key", "parent_key", "menu_name", "menu_type", "page_key", "sort_no", "enabled", "menu_origin", "remark", "version" from "console_menu" order by "menu_key" asc limit $1;

-- menus.put
select "menu_key", "parent_key", "menu_name", "menu_type", "page_key", "sort_no", "enabled", "menu_origin", "remark", "version" from "console_menu" where "menu_key" = $1 for update;
update "console_menu" set "parent_key" = $1, "menu_name" = $2, "sort_no" = $3, "enabled" = $4, "remark" = $5, "version" = $6 where "menu_key" = $7 and "version" = $8;

-- logBooks.newestBeyond
select "logged_at" from "platform_log" order by "logged_at" desc, "log_no" desc limit $1 offset $2;

-- logBooks.forget
select "log_no" from "platform_log" where "logged_at" < $1 order by "logged_at" asc, "log_no" asc limit $2;
delete from "platform_log" where "log_no" in ($1);

-- issues
select "issue_no", "issue_type", "related_order_no", "platform_order_no", "platform_refund_no", "biz_order_no", "sealed_description", "masked_mobile", "sealed_mobile", "state", "sealed_solution", "solved_by", "solved_at", "registered_by", "registered_at", "step_count", "attachment_count", "attachment_bytes", "forgotten_at", "version" from "desk_issue" where "issue_no" = $1 limit $2;
select "issue_no", "step_no", "step_kind", "sealed_words", "done_by", "done_at" from "issue_step" where "issue_no" = $1 order by "step_no" asc limit $2;
select "attachment_no", "file_name", "file_kind", "byte_size", "file_digest", "scan_verdict", "state", "uploaded_by", "uploaded_at", "issue_no", "step_no", "version" from "issue_attachment" where "issue_no" = $1 order by "step_no" asc, "attachment_no" asc limit $2;
select "attachment_no", "file_name", "file_kind", "byte_size", "file_digest", "scan_verdict", "state", "uploaded_by", "uploaded_at", "issue_no", "step_no", "version" from "issue_attachment" where "attachment_no" = $1 limit $2;
select "attachment_no", "file_name", "file_kind", "byte_size", "file_digest", "scan_verdict", "state", "uploaded_by", "uploaded_at", "issue_no", "step_no", "version" from "issue_attachment" where "state" in ($1, $2, $3) and "uploaded_at" < $4 order by "uploaded_at" asc, "attachment_no" asc limit $5;
select "issue_no" from "desk_issue" where "forgotten_at" is null and "solved_at" < $1 order by "solved_at" asc, "issue_no" asc limit $2;

-- issues.put
select "issue_no", "issue_type", "related_order_no", "platform_order_no", "platform_refund_no", "biz_order_no", "sealed_description", "masked_mobile", "sealed_mobile", "state", "sealed_solution", "solved_by", "solved_at", "registered_by", "registered_at", "step_count", "attachment_count", "attachment_bytes", "forgotten_at", "version" from "desk_issue" where "issue_no" = $1 for update;
update "desk_issue" set "state" = $1, "sealed_solution" = $2, "solved_by" = $3, "solved_at" = $4, "step_count" = $5, "attachment_count" = $6, "attachment_bytes" = $7, "version" = $8 where "issue_no" = $9 and "version" = $10;
update "issue_attachment" set "file_digest" = $1, "scan_verdict" = $2, "state" = $3, "issue_no" = $4, "step_no" = $5, "version" = $6 where "attachment_no" = $7 and "version" = $8;
select "operator_no", "hour_began", "file_count", "byte_count", "version" from "upload_allowance" where "operator_no" = $1 for update;
update "upload_allowance" set "hour_began" = $1, "file_count" = $2, "byte_count" = $3, "version" = $4 where "operator_no" = $5 and "version" = $6;

-- issues.forget
select "issue_no", "solved_at", "sealed_description", "masked_mobile", "sealed_mobile", "sealed_solution", "forgotten_at", "version" from "desk_issue" where "issue_no" = $1 for update;
update "desk_issue" set "sealed_description" = $1, "masked_mobile" = $2, "sealed_mobile" = $3, "sealed_solution" = $4, "forgotten_at" = $5, "version" = $6 where "issue_no" = $7 and "version" = $8;
update "issue_step" set "sealed_words" = $1 where "issue_no" = $2;

-- forgetting.put
update "forgetting_round" set "turn_owner" = $1, "turn_until" = $2, "count_list" = $3, "version" = $4 where "round_kind" = $5 and "version" = $6;

-- issues.removeAttachment
delete from "issue_attachment" where "attachment_no" = $1 and "version" = $2;
