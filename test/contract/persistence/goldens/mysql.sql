-- 0000-step
create table `schema_step` (`step_id` varchar(64) character set ascii collate ascii_bin not null, `checksum` varchar(64) character set ascii collate ascii_bin not null, `outcome` varchar(16) character set ascii collate ascii_bin not null, `done_at` bigint not null, `took_ms` int not null, primary key (`step_id`)) default character set utf8mb4;

-- 0000-lease
create table `work_lease` (`lease_name` varchar(64) character set ascii collate ascii_bin not null, `lease_owner` varchar(64) character set ascii collate ascii_bin, `lease_until` bigint not null, primary key (`lease_name`)) default character set utf8mb4;

-- 0001-order
create table `pay_order` (`platform_order_no` varchar(32) character set ascii collate ascii_bin not null, `dev_id` varchar(64) character set ascii collate ascii_bin not null, `merchant_no` varchar(32) character set ascii collate ascii_bin not null, `biz_order_no` varchar(128) character set ascii collate ascii_bin not null, `order_date` varchar(8) character set ascii collate ascii_bin not null, `order_time` varchar(14) character set ascii collate ascii_bin not null, `terminal` varchar(8) character set ascii collate ascii_bin not null, `order_amount` bigint not null, `biz_discount_amount` bigint not null, `order_title` varchar(64) character set utf8mb4 collate utf8mb4_bin, `order_description` varchar(128) character set utf8mb4 collate utf8mb4_bin, `return_url` varchar(256) character set ascii collate ascii_bin, `notify_url` varchar(256) character set ascii collate ascii_bin not null, `bill_detail_url` varchar(256) character set ascii collate ascii_bin, `valid_minutes` int not null, `passback_params` mediumtext character set utf8mb4 collate utf8mb4_bin, `user_id` varchar(64) character set utf8mb4 collate utf8mb4_bin, `payer_name` varchar(700) character set ascii collate ascii_bin, `payer_name_index` varchar(64) character set ascii collate ascii_bin, `payer_mobile` varchar(300) character set ascii collate ascii_bin, `payer_mobile_index` varchar(64) character set ascii collate ascii_bin, `payer_cert_no` varchar(400) character set ascii collate ascii_bin, `payer_cert_no_index` varchar(64) character set ascii collate ascii_bin, `sub_orders` mediumtext character set utf8mb4 collate utf8mb4_bin, `nontax_info` mediumtext character set utf8mb4 collate utf8mb4_bin, `content_digest` varchar(64) character set ascii collate ascii_bin not null, `cashier_token` varchar(64) character set ascii collate ascii_bin not null, `state` varchar(16) character set ascii collate ascii_bin not null, `state_msg` varchar(512) character set utf8mb4 collate utf8mb4_bin, `created_at` bigint not null, `expires_at` bigint not null, `closed_at` bigint, `paid_at` bigint, `paid_attempt_no` varchar(32) character set ascii collate ascii_bin, `pay_channel` varchar(16) character set ascii collate ascii_bin, `channel_order_no` varchar(128) character set utf8mb4 collate utf8mb4_bin, `channel_discount_amount` bigint, `version` int not null, primary key (`platform_order_no`)) default character set utf8mb4;

-- 0002-order-biz
alter table `pay_order` add unique `pay_order_biz_uq`(`dev_id`, `merchant_no`, `biz_order_no`);

-- 0003-order-token
alter table `pay_order` add unique `pay_order_token_uq`(`cashier_token`);

-- 0004-order-payer
alter table `pay_order` add index `pay_order_user_ix`(`dev_id`, `user_id`, `created_at`, `platform_order_no`);

-- 0005-attempt
create table `pay_attempt` (`attempt_no` varchar(32) character set ascii collate ascii_bin not null, `platform_order_no` varchar(32) character set ascii collate ascii_bin not null, `merchant_no` varchar(32) character set ascii collate ascii_bin not null, `pay_channel` varchar(16) character set ascii collate ascii_bin not null, `pay_method` varchar(8) character set ascii collate ascii_bin not null, `channel_merchant_id` varchar(32) character set ascii collate ascii_bin not null, `amount` bigint not null, `state` varchar(16) character set ascii collate ascii_bin not null, `busy` smallint not null, `channel_time` varchar(14) character set ascii collate ascii_bin not null, `limit_at` bigint not null, `code_digest` varchar(64) character set ascii collate ascii_bin, `channel_order_no` varchar(128) character set utf8mb4 collate utf8mb4_bin, `paid_at` bigint, `paid_by_payer` bigint, `channel_discount_amount` bigint, `clearing_day` varchar(16) character set ascii collate ascii_bin, `reason` varchar(512) character set utf8mb4 collate utf8mb4_bin, `cancel_asked_at` bigint, `queries_asked` int not null, `received_at` bigint not null, `sent_at` bigint, `answered_at` bigint, `recorded_at` bigint, `created_at` bigint not null, `version` int not null, primary key (`attempt_no`)) default character set utf8mb4;

-- 0006-attempt-order
alter table `pay_attempt` add index `pay_attempt_order_ix`(`platform_order_no`);

-- 0007-attempt-code
alter table `pay_attempt` add index `pay_attempt_code_ix`(`code_digest`);

-- 0008-refund
create table `pay_refund` (`platform_refund_order_no` varchar(32) character set ascii collate ascii_bin not null, `origin` varchar(16) character set ascii collate ascii_bin not null, `dev_id` varchar(64) character set ascii collate ascii_bin not null, `merchant_no` varchar(32) character set ascii collate ascii_bin not null, `biz_refund_order_no` varchar(128) character set ascii collate ascii_bin not null, `refund_order_date` varchar(8) character set ascii collate ascii_bin not null, `platform_order_no` varchar(32) character set ascii collate ascii_bin not null, `refund_amount` bigint not null, `refund_title` varchar(512) character set utf8mb4 collate utf8mb4_bin, `refund_reason` varchar(512) character set utf8mb4 collate utf8mb4_bin, `notify_url` varchar(256) character set ascii collate ascii_bin, `passback_params` mediumtext character set utf8mb4 collate utf8mb4_bin, `sub_merchant_no` varchar(32) character set ascii collate ascii_bin, `nontax_refund_ref` varchar(128) character set utf8mb4 collate utf8mb4_bin, `attempt_no` varchar(32) character set ascii collate ascii_bin not null, `content_digest` varchar(64) character set ascii collate ascii_bin not null, `state` varchar(16) character set ascii collate ascii_bin not null, `state_msg` varchar(512) character set utf8mb4 collate utf8mb4_bin, `approval_state` varchar(16) character set ascii collate ascii_bin not null, `approval_remark` varchar(512) character set utf8mb4 collate utf8mb4_bin, `requested_by` varchar(128) character set utf8mb4 collate utf8mb4_bin, `approved_by` varchar(128) character set utf8mb4 collate utf8mb4_bin, `refund_trade_no` varchar(32) character set ascii collate ascii_bin, `refund_trade_time` varchar(14) character set ascii collate ascii_bin, `channel_refund_no` varchar(128) character set utf8mb4 collate utf8mb4_bin, `queries_asked` int not null, `created_at` bigint not null, `sent_at` bigint, `refunded_at` bigint, `version` int not null, primary key (`platform_refund_order_no`)) default character set utf8mb4;

-- 0009-refund-biz
alter table `pay_refund` add unique `pay_refund_biz_uq`(`dev_id`, `merchant_no`, `biz_refund_order_no`);

-- 0010-refund-order
alter table `pay_refund` add index `pay_refund_order_ix`(`platform_order_no`);

-- 0011-refund-trade
alter table `pay_refund` add index `pay_refund_trade_ix`(`refund_trade_no`);

-- 0012-abnormal
create table `abnormal_order` (`abnormal_id` varchar(64) character set ascii collate ascii_bin not null, `kind` varchar(24) character set ascii collate ascii_bin not null, `platform_order_no` varchar(32) character set ascii collate ascii_bin not null, `merchant_no` varchar(32) character set ascii collate ascii_bin not null, `attempt_no` varchar(32) character set ascii collate ascii_bin not null, `pay_channel` varchar(16) character set ascii collate ascii_bin not null, `channel_order_no` varchar(128) character set utf8mb4 collate utf8mb4_bin, `amount` bigint not null, `remark` varchar(512) character set utf8mb4 collate utf8mb4_bin, `handle_state` varchar(16) character set ascii collate ascii_bin not null, `created_at` bigint not null, `version` int not null, primary key (`abnormal_id`)) default character set utf8mb4;

-- 0013-abnormal-order
alter table `abnormal_order` add index `abnormal_order_order_ix`(`platform_order_no`);

-- 0014-repeat
create table `repeat_payment` (`attempt_no` varchar(32) character set ascii collate ascii_bin not null, `platform_order_no` varchar(32) character set ascii collate ascii_bin not null, `merchant_no` varchar(32) character set ascii collate ascii_bin not null, `pay_channel` varchar(16) character set ascii collate ascii_bin not null, `channel_order_no` varchar(128) character set utf8mb4 collate utf8mb4_bin, `amount` bigint not null, `handle_state` varchar(16) character set ascii collate ascii_bin not null, `paid_at` bigint not null, `created_at` bigint not null, `version` int not null, primary key (`attempt_no`)) default character set utf8mb4;

-- 0015-repeat-order
alter table `repeat_payment` add index `repeat_payment_order_ix`(`platform_order_no`);

-- 0016-callback
create table `merchant_callback` (`callback_id` varchar(64) character set ascii collate ascii_bin not null, `kind` varchar(16) character set ascii collate ascii_bin not null, `platform_order_no` varchar(32) character set ascii collate ascii_bin not null, `platform_refund_order_no` varchar(32) character set ascii collate ascii_bin, `dev_id` varchar(64) character set ascii collate ascii_bin not null, `merchant_no` varchar(32) character set ascii collate ascii_bin not null, `target_url` varchar(256) character set ascii collate ascii_bin not null, `told_state` varchar(16) character set ascii collate ascii_bin not null, `content_text` mediumtext character set utf8mb4 collate utf8mb4_bin, `passback_params` mediumtext character set utf8mb4 collate utf8mb4_bin, `state` varchar(16) character set ascii collate ascii_bin not null, `tries` int not null, `first_tried_at` bigint, `last_tried_at` bigint, `next_try_at` bigint, `last_answer` varchar(200) character set utf8mb4 collate utf8mb4_bin, `accepted_at` bigint, `created_at` bigint not null, `version` int not null, primary key (`callback_id`)) default character set utf8mb4;

-- 0017-callback-order
alter table `merchant_callback` add index `merchant_callback_order_ix`(`platform_order_no`);

-- 0018-outbox
create table `outbox` (`job_id` varchar(32) character set ascii collate ascii_bin not null, `topic` varchar(32) character set ascii collate ascii_bin not null, `job_key` varchar(128) character set ascii collate ascii_bin not null, `state` varchar(8) character set ascii collate ascii_bin not null, `due_at` bigint not null, `again_at` bigint, `attempts` int not null, `owner` varchar(64) character set utf8mb4 collate utf8mb4_bin, `claim_token` varchar(32) character set ascii collate ascii_bin, `lease_until` bigint, `last_error` varchar(200) character set utf8mb4 collate utf8mb4_bin, `created_at` bigint not null, primary key (`job_id`)) default character set utf8mb4;

-- 0019-outbox-key
alter table `outbox` add unique `outbox_key_uq`(`topic`, `job_key`);

-- 0020-outbox-due
alter table `outbox` add index `outbox_due_ix`(`state`, `due_at`, `job_id`);

-- 0021-audit
create table `audit_entry` (`entry_id` varchar(32) character set ascii collate ascii_bin not null, `happened_at` bigint not null, `actor_kind` varchar(16) character set ascii collate ascii_bin not null, `actor_code` varchar(64) character set utf8mb4 collate utf8mb4_bin, `actor_address` varchar(64) character set utf8mb4 collate utf8mb4_bin, `action` varchar(64) character set utf8mb4 collate utf8mb4_bin, `object_kind` varchar(64) character set utf8mb4 collate utf8mb4_bin, `object_no` varchar(128) character set utf8mb4 collate utf8mb4_bin, `description` varchar(500) character set utf8mb4 collate utf8mb4_bin, `facts_before` mediumtext character set utf8mb4 collate utf8mb4_bin, `facts_after` mediumtext character set utf8mb4 collate utf8mb4_bin, `request_id` varchar(128) character set utf8mb4 collate utf8mb4_bin, `entry_mac` varchar(64) character set ascii collate ascii_bin not null, `seq` bigint not null, `link_mac` varchar(64) character set ascii collate ascii_bin, primary key (`entry_id`)) default character set utf8mb4;

-- 0022-audit-seq
alter table `audit_entry` add index `audit_entry_seq_ix`(`seq`, `happened_at`, `entry_id`);

-- 0023-audit-time
alter table `audit_entry` add index `audit_entry_time_ix`(`happened_at`, `entry_id`);

-- 0024-audit-head
create table `audit_head` (`head_name` varchar(32) character set ascii collate ascii_bin not null, `last_seq` bigint not null, `last_mac` varchar(64) character set ascii collate ascii_bin not null, `head_mac` varchar(64) character set ascii collate ascii_bin not null, primary key (`head_name`)) default character set utf8mb4;

-- 0025-developer
create table `developer` (`dev_id` varchar(64) character set ascii collate ascii_bin not null, `developer_name` varchar(200) character set utf8mb4 collate utf8mb4_bin, `sign_algorithm` varchar(8) character set ascii collate ascii_bin not null, `sm2_encoding` varchar(8) character set ascii collate ascii_bin, `sm2_user_id` varchar(64) character set utf8mb4 collate utf8mb4_bin, `public_keys` mediumtext character set utf8mb4 collate utf8mb4_bin, `enabled` smallint not null, `allowed_origins` mediumtext character set utf8mb4 collate utf8mb4_bin, `allowed_addresses` mediumtext character set utf8mb4 collate utf8mb4_bin, `allowed_methods` mediumtext character set utf8mb4 collate utf8mb4_bin, `merchant_nos` mediumtext character set utf8mb4 collate utf8mb4_bin, `requests_per_second` int not null, `version` int not null, primary key (`dev_id`)) default character set utf8mb4;

-- 0026-payee
create table `payee` (`merchant_no` varchar(32) character set ascii collate ascii_bin not null, `payee_name` varchar(200) character set utf8mb4 collate utf8mb4_bin, `institution_no` varchar(32) character set ascii collate ascii_bin not null, `region_code` varchar(32) character set ascii collate ascii_bin, `enabled` smallint not null, `pay_notify_url` varchar(256) character set ascii collate ascii_bin, `refund_notify_url` varchar(256) character set ascii collate ascii_bin, `default_return_url` varchar(256) character set ascii collate ascii_bin, `refund_review_required` smallint not null, `refund_review_above` bigint, `callback_on_failed` smallint not null, `repeat_refund_by_rule` smallint not null, `sub_merchants` mediumtext character set utf8mb4 collate utf8mb4_bin, `version` int not null, primary key (`merchant_no`)) default character set utf8mb4;

-- 0027-channel-merchant
create table `channel_merchant` (`channel_merchant_id` varchar(32) character set ascii collate ascii_bin not null, `pay_channel` varchar(16) character set ascii collate ascii_bin not null, `channel_merchant_name` varchar(200) character set utf8mb4 collate utf8mb4_bin, `channel_merchant_no` varchar(64) character set ascii collate ascii_bin not null, `channel_app_id` varchar(64) character set ascii collate ascii_bin, `environment` varchar(16) character set ascii collate ascii_bin not null, `key_name` varchar(64) character set ascii collate ascii_bin not null, `settings_text` mediumtext character set utf8mb4 collate utf8mb4_bin, `enabled` smallint not null, `version` int not null, primary key (`channel_merchant_id`)) default character set utf8mb4;

-- 0028-payee-channel
create table `payee_channel` (`merchant_no` varchar(32) character set ascii collate ascii_bin not null, `pay_channel` varchar(16) character set ascii collate ascii_bin not null, `channel_merchant_id` varchar(32) character set ascii collate ascii_bin not null, `pay_methods` mediumtext character set utf8mb4 collate utf8mb4_bin, `enabled` smallint not null, `version` int not null, primary key (`merchant_no`, `channel_merchant_id`)) default character set utf8mb4;

-- 0029-limit-note
create table `limit_note` (`process_name` varchar(64) character set ascii collate ascii_bin not null, `told_at` bigint not null, `note_text` mediumtext character set utf8mb4 collate utf8mb4_bin, primary key (`process_name`)) default character set utf8mb4;

-- 0031-node-number
create table `node_number` (`node_no` int not null, `used_until` bigint not null, `holding` varchar(32) character set ascii collate ascii_bin, `lease_until` bigint not null, `seen_at` bigint not null, `host_name` varchar(64) character set utf8mb4 collate utf8mb4_bin, `process_id` bigint not null, `process_role` varchar(16) character set ascii collate ascii_bin not null, `program_version` varchar(32) character set ascii collate ascii_bin not null, `started_at` bigint not null, `version` int not null, primary key (`node_no`)) default character set utf8mb4;

-- 0032-key-mark
create table `key_mark` (`mark_name` varchar(32) character set ascii collate ascii_bin not null, `mark_mac` varchar(64) character set ascii collate ascii_bin not null, primary key (`mark_name`)) default character set utf8mb4;

-- 0033-recovery-mark
create table `recovery_mark` (`recovery_no` varchar(32) character set ascii collate ascii_bin not null, `restored_at` bigint not null, `backup_taken_at` bigint, `payments_released_at` bigint, `refunds_released_at` bigint, `callbacks_released_at` bigint, `ended_at` bigint, `version` int not null, primary key (`recovery_no`)) default character set utf8mb4;

-- 0034-recovery-newest
alter table `recovery_mark` add index `recovery_mark_newest_ix`(`restored_at`, `recovery_no`);

-- 0035-recovery-refund
create table `recovery_refund` (`recovery_no` varchar(32) character set ascii collate ascii_bin not null, `platform_refund_order_no` varchar(32) character set ascii collate ascii_bin not null, `released_at` bigint not null, primary key (`recovery_no`, `platform_refund_order_no`)) default character set utf8mb4;

-- 0036-lost-payment
create table `lost_payment` (`attempt_no` varchar(64) character set ascii collate ascii_bin not null, `pay_channel` varchar(16) character set ascii collate ascii_bin not null, `channel_merchant_id` varchar(32) character set ascii collate ascii_bin not null, `channel_order_no` varchar(128) character set utf8mb4 collate utf8mb4_bin, `amount` bigint not null, `paid_at` bigint, `told_at` bigint not null, primary key (`attempt_no`)) default character set utf8mb4;

-- 0037-archive-mark
create table `archive_mark` (`archive_name` varchar(32) character set ascii collate ascii_bin not null, `begun_at` bigint not null, primary key (`archive_name`)) default character set utf8mb4;

-- 0038-order-archive
create table `pay_order_archive` (`platform_order_no` varchar(32) character set ascii collate ascii_bin not null, `dev_id` varchar(64) character set ascii collate ascii_bin not null, `merchant_no` varchar(32) character set ascii collate ascii_bin not null, `biz_order_no` varchar(128) character set ascii collate ascii_bin not null, `order_date` varchar(8) character set ascii collate ascii_bin not null, `order_time` varchar(14) character set ascii collate ascii_bin not null, `terminal` varchar(8) character set ascii collate ascii_bin not null, `order_amount` bigint not null, `biz_discount_amount` bigint not null, `order_title` varchar(64) character set utf8mb4 collate utf8mb4_bin, `order_description` varchar(128) character set utf8mb4 collate utf8mb4_bin, `return_url` varchar(256) character set ascii collate ascii_bin, `notify_url` varchar(256) character set ascii collate ascii_bin not null, `bill_detail_url` varchar(256) character set ascii collate ascii_bin, `valid_minutes` int not null, `passback_params` mediumtext character set utf8mb4 collate utf8mb4_bin, `user_id` varchar(64) character set utf8mb4 collate utf8mb4_bin, `payer_name` varchar(700) character set ascii collate ascii_bin, `payer_name_index` varchar(64) character set ascii collate ascii_bin, `payer_mobile` varchar(300) character set ascii collate ascii_bin, `payer_mobile_index` varchar(64) character set ascii collate ascii_bin, `payer_cert_no` varchar(400) character set ascii collate ascii_bin, `payer_cert_no_index` varchar(64) character set ascii collate ascii_bin, `sub_orders` mediumtext character set utf8mb4 collate utf8mb4_bin, `nontax_info` mediumtext character set utf8mb4 collate utf8mb4_bin, `content_digest` varchar(64) character set ascii collate ascii_bin not null, `cashier_token` varchar(64) character set ascii collate ascii_bin not null, `state` varchar(16) character set ascii collate ascii_bin not null, `state_msg` varchar(512) character set utf8mb4 collate utf8mb4_bin, `created_at` bigint not null, `expires_at` bigint not null, `closed_at` bigint, `paid_at` bigint, `paid_attempt_no` varchar(32) character set ascii collate ascii_bin, `pay_channel` varchar(16) character set ascii collate ascii_bin, `channel_order_no` varchar(128) character set utf8mb4 collate utf8mb4_bin, `channel_discount_amount` bigint, `version` int not null, primary key (`platform_order_no`)) default character set utf8mb4;

-- 0039-order-biz-archive
alter table `pay_order_archive` add unique `pay_order_biz_uq_a`(`dev_id`, `merchant_no`, `biz_order_no`);

-- 0040-order-token-archive
alter table `pay_order_archive` add unique `pay_order_token_uq_a`(`cashier_token`);

-- 0041-order-payer-archive
alter table `pay_order_archive` add index `pay_order_user_ix_a`(`dev_id`, `user_id`, `created_at`, `platform_order_no`);

-- 0042-attempt-archive
create table `pay_attempt_archive` (`attempt_no` varchar(32) character set ascii collate ascii_bin not null, `platform_order_no` varchar(32) character set ascii collate ascii_bin not null, `merchant_no` varchar(32) character set ascii collate ascii_bin not null, `pay_channel` varchar(16) character set ascii collate ascii_bin not null, `pay_method` varchar(8) character set ascii collate ascii_bin not null, `channel_merchant_id` varchar(32) character set ascii collate ascii_bin not null, `amount` bigint not null, `state` varchar(16) character set ascii collate ascii_bin not null, `busy` smallint not null, `channel_time` varchar(14) character set ascii collate ascii_bin not null, `limit_at` bigint not null, `code_digest` varchar(64) character set ascii collate ascii_bin, `channel_order_no` varchar(128) character set utf8mb4 collate utf8mb4_bin, `paid_at` bigint, `paid_by_payer` bigint, `channel_discount_amount` bigint, `clearing_day` varchar(16) character set ascii collate ascii_bin, `reason` varchar(512) character set utf8mb4 collate utf8mb4_bin, `cancel_asked_at` bigint, `queries_asked` int not null, `received_at` bigint not null, `sent_at` bigint, `answered_at` bigint, `recorded_at` bigint, `created_at` bigint not null, `version` int not null, primary key (`attempt_no`)) default character set utf8mb4;

-- 0043-attempt-order-archive
alter table `pay_attempt_archive` add index `pay_attempt_order_ix_a`(`platform_order_no`);

-- 0044-refund-archive
create table `pay_refund_archive` (`platform_refund_order_no` varchar(32) character set ascii collate ascii_bin not null, `origin` varchar(16) character set ascii collate ascii_bin not null, `dev_id` varchar(64) character set ascii collate ascii_bin not null, `merchant_no` varchar(32) character set ascii collate ascii_bin not null, `biz_refund_order_no` varchar(128) character set ascii collate ascii_bin not null, `refund_order_date` varchar(8) character set ascii collate ascii_bin not null, `platform_order_no` varchar(32) character set ascii collate ascii_bin not null, `refund_amount` bigint not null, `refund_title` varchar(512) character set utf8mb4 collate utf8mb4_bin, `refund_reason` varchar(512) character set utf8mb4 collate utf8mb4_bin, `notify_url` varchar(256) character set ascii collate ascii_bin, `passback_params` mediumtext character set utf8mb4 collate utf8mb4_bin, `sub_merchant_no` varchar(32) character set ascii collate ascii_bin, `nontax_refund_ref` varchar(128) character set utf8mb4 collate utf8mb4_bin, `attempt_no` varchar(32) character set ascii collate ascii_bin not null, `content_digest` varchar(64) character set ascii collate ascii_bin not null, `state` varchar(16) character set ascii collate ascii_bin not null, `state_msg` varchar(512) character set utf8mb4 collate utf8mb4_bin, `approval_state` varchar(16) character set ascii collate ascii_bin not null, `approval_remark` varchar(512) character set utf8mb4 collate utf8mb4_bin, `requested_by` varchar(128) character set utf8mb4 collate utf8mb4_bin, `approved_by` varchar(128) character set utf8mb4 collate utf8mb4_bin, `refund_trade_no` varchar(32) character set ascii collate ascii_bin, `refund_trade_time` varchar(14) character set ascii collate ascii_bin, `channel_refund_no` varchar(128) character set utf8mb4 collate utf8mb4_bin, `queries_asked` int not null, `created_at` bigint not null, `sent_at` bigint, `refunded_at` bigint, `version` int not null, primary key (`platform_refund_order_no`)) default character set utf8mb4;

-- 0045-refund-biz-archive
alter table `pay_refund_archive` add unique `pay_refund_biz_uq_a`(`dev_id`, `merchant_no`, `biz_refund_order_no`);

-- 0046-refund-order-archive
alter table `pay_refund_archive` add index `pay_refund_order_ix_a`(`platform_order_no`);

-- 0047-refund-trade-archive
alter table `pay_refund_archive` add index `pay_refund_trade_ix_a`(`refund_trade_no`);

-- 0048-abnormal-archive
create table `abnormal_order_archive` (`abnormal_id` varchar(64) character set ascii collate ascii_bin not null, `kind` varchar(24) character set ascii collate ascii_bin not null, `platform_order_no` varchar(32) character set ascii collate ascii_bin not null, `merchant_no` varchar(32) character set ascii collate ascii_bin not null, `attempt_no` varchar(32) character set ascii collate ascii_bin not null, `pay_channel` varchar(16) character set ascii collate ascii_bin not null, `channel_order_no` varchar(128) character set utf8mb4 collate utf8mb4_bin, `amount` bigint not null, `remark` varchar(512) character set utf8mb4 collate utf8mb4_bin, `handle_state` varchar(16) character set ascii collate ascii_bin not null, `created_at` bigint not null, `version` int not null, primary key (`abnormal_id`)) default character set utf8mb4;

-- 0049-abnormal-order-archive
alter table `abnormal_order_archive` add index `abnormal_order_order_ix_a`(`platform_order_no`);

-- 0050-repeat-archive
create table `repeat_payment_archive` (`attempt_no` varchar(32) character set ascii collate ascii_bin not null, `platform_order_no` varchar(32) character set ascii collate ascii_bin not null, `merchant_no` varchar(32) character set ascii collate ascii_bin not null, `pay_channel` varchar(16) character set ascii collate ascii_bin not null, `channel_order_no` varchar(128) character set utf8mb4 collate utf8mb4_bin, `amount` bigint not null, `handle_state` varchar(16) character set ascii collate ascii_bin not null, `paid_at` bigint not null, `created_at` bigint not null, `version` int not null, primary key (`attempt_no`)) default character set utf8mb4;

-- 0051-repeat-order-archive
alter table `repeat_payment_archive` add index `repeat_payment_order_ix_a`(`platform_order_no`);

-- 0052-callback-archive
create table `merchant_callback_archive` (`callback_id` varchar(64) character set ascii collate ascii_bin not null, `kind` varchar(16) character set ascii collate ascii_bin not null, `platform_order_no` varchar(32) character set ascii collate ascii_bin not null, `platform_refund_order_no` varchar(32) character set ascii collate ascii_bin, `dev_id` varchar(64) character set ascii collate ascii_bin not null, `merchant_no` varchar(32) character set ascii collate ascii_bin not null, `target_url` varchar(256) character set ascii collate ascii_bin not null, `told_state` varchar(16) character set ascii collate ascii_bin not null, `content_text` mediumtext character set utf8mb4 collate utf8mb4_bin, `passback_params` mediumtext character set utf8mb4 collate utf8mb4_bin, `state` varchar(16) character set ascii collate ascii_bin not null, `tries` int not null, `first_tried_at` bigint, `last_tried_at` bigint, `next_try_at` bigint, `last_answer` varchar(200) character set utf8mb4 collate utf8mb4_bin, `accepted_at` bigint, `created_at` bigint not null, `version` int not null, primary key (`callback_id`)) default character set utf8mb4;

-- 0053-callback-order-archive
alter table `merchant_callback_archive` add index `merchant_callback_order_ix_a`(`platform_order_no`);

-- 0054-outbox-archive
create table `outbox_archive` (`job_id` varchar(32) character set ascii collate ascii_bin not null, `topic` varchar(32) character set ascii collate ascii_bin not null, `job_key` varchar(128) character set ascii collate ascii_bin not null, `state` varchar(8) character set ascii collate ascii_bin not null, `due_at` bigint not null, `again_at` bigint, `attempts` int not null, `owner` varchar(64) character set utf8mb4 collate utf8mb4_bin, `claim_token` varchar(32) character set ascii collate ascii_bin, `lease_until` bigint, `last_error` varchar(200) character set utf8mb4 collate utf8mb4_bin, `created_at` bigint not null, primary key (`job_id`)) default character set utf8mb4;

-- 0055-outbox-due-archive
alter table `outbox_archive` add index `outbox_due_ix_a`(`due_at`, `job_id`);

-- 0060-callback-state
alter table `merchant_callback` add index `merchant_callback_state_ix`(`state`, `created_at`, `callback_id`);

-- 0061-refund-state
alter table `pay_refund` add index `pay_refund_state_ix`(`state`, `created_at`, `platform_refund_order_no`);

-- 0062-attempt-code
alter table `pay_attempt` drop index `pay_attempt_code_ix`;

-- 0063-trade
create table `trade` (`trade_key` varchar(40) character set ascii collate ascii_bin not null, `kind` varchar(16) character set ascii collate ascii_bin not null, `purpose` varchar(16) character set ascii collate ascii_bin not null, `platform_order_no` varchar(32) character set ascii collate ascii_bin not null, `attempt_no` varchar(32) character set ascii collate ascii_bin not null, `platform_refund_order_no` varchar(32) character set ascii collate ascii_bin, `dev_id` varchar(64) character set ascii collate ascii_bin not null, `merchant_no` varchar(32) character set ascii collate ascii_bin not null, `biz_order_no` varchar(128) character set ascii collate ascii_bin not null, `order_date` varchar(8) character set ascii collate ascii_bin not null, `pay_channel` varchar(16) character set ascii collate ascii_bin not null, `pay_method` varchar(8) character set ascii collate ascii_bin not null, `channel_merchant_id` varchar(32) character set ascii collate ascii_bin not null, `channel_order_no` varchar(128) character set utf8mb4 collate utf8mb4_bin, `order_amount` bigint not null, `amount` bigint not null, `channel_discount_amount` bigint not null, `share_list` mediumtext character set utf8mb4 collate utf8mb4_bin, `trade_at` bigint not null, `clearing_day` varchar(8) character set ascii collate ascii_bin not null, `settle_state` varchar(16) character set ascii collate ascii_bin not null, `settled_day` varchar(8) character set ascii collate ascii_bin, `seen_run_no` varchar(32) character set ascii collate ascii_bin, `created_at` bigint not null, primary key (`trade_key`)) default character set utf8mb4;

-- 0064-trade-order
alter table `trade` add index `trade_order_ix`(`platform_order_no`);

-- 0065-trade-channel-no
alter table `trade` add index `trade_channel_no_ix`(`channel_order_no`);

-- 0067-trade-state
alter table `trade` add index `trade_state_ix`(`settle_state`, `trade_at`, `trade_key`);

-- 0068-trade-expected
alter table `trade` add index `trade_expected_ix`(`channel_merchant_id`, `settle_state`, `clearing_day`, `trade_key`);

-- 0069-trade-settled
alter table `trade` add index `trade_settled_ix`(`channel_merchant_id`, `settled_day`, `trade_key`);

-- 0070-bill
create table `channel_bill` (`bill_no` varchar(32) character set ascii collate ascii_bin not null, `channel_merchant_id` varchar(32) character set ascii collate ascii_bin not null, `clearing_day` varchar(8) character set ascii collate ascii_bin not null, `origin` varchar(16) character set ascii collate ascii_bin not null, `file_no` varchar(32) character set ascii collate ascii_bin not null, `file_name` varchar(256) character set utf8mb4 collate utf8mb4_bin, `byte_size` bigint not null, `file_digest` varchar(64) character set ascii collate ascii_bin not null, `totals` mediumtext character set utf8mb4 collate utf8mb4_bin, `received_at` bigint not null, `received_by` varchar(128) character set utf8mb4 collate utf8mb4_bin, primary key (`bill_no`)) default character set utf8mb4;

-- 0071-bill-day
alter table `channel_bill` add index `channel_bill_day_ix`(`channel_merchant_id`, `clearing_day`);

-- 0072-run
create table `reconcile_run` (`run_no` varchar(32) character set ascii collate ascii_bin not null, `channel_merchant_id` varchar(32) character set ascii collate ascii_bin not null, `pay_channel` varchar(16) character set ascii collate ascii_bin not null, `clearing_day` varchar(8) character set ascii collate ascii_bin not null, `run_sequence` int not null, `bill_no` varchar(32) character set ascii collate ascii_bin, `state` varchar(16) character set ascii collate ascii_bin not null, `lines_done` int not null, `line_count` int not null, `missing_after` varchar(40) character set ascii collate ascii_bin, `figures` mediumtext character set utf8mb4 collate utf8mb4_bin, `run_changes` mediumtext character set utf8mb4 collate utf8mb4_bin, `started_at` bigint not null, `ended_at` bigint, `started_by` varchar(128) character set utf8mb4 collate utf8mb4_bin, `cancel_asked_by` varchar(128) character set utf8mb4 collate utf8mb4_bin, `remark` varchar(512) character set utf8mb4 collate utf8mb4_bin, `version` int not null, primary key (`run_no`)) default character set utf8mb4;

-- 0073-run-sequence
alter table `reconcile_run` add unique `reconcile_run_sequence_uq`(`channel_merchant_id`, `clearing_day`, `run_sequence`);

-- 0074-item
create table `reconcile_item` (`run_no` varchar(32) character set ascii collate ascii_bin not null, `item_no` int not null, `subject_key` varchar(160) character set utf8mb4 collate utf8mb4_bin, `outcome` varchar(16) character set ascii collate ascii_bin not null, `change_kind` varchar(16) character set ascii collate ascii_bin not null, `here_amount` bigint, `there_amount` bigint, primary key (`run_no`, `item_no`)) default character set utf8mb4;

-- 0075-day
create table `reconcile_day` (`channel_merchant_id` varchar(32) character set ascii collate ascii_bin not null, `clearing_day` varchar(8) character set ascii collate ascii_bin not null, `pay_channel` varchar(16) character set ascii collate ascii_bin not null, `state` varchar(16) character set ascii collate ascii_bin not null, `bill_no` varchar(32) character set ascii collate ascii_bin, `last_run_no` varchar(32) character set ascii collate ascii_bin, `running_no` varchar(32) character set ascii collate ascii_bin, `run_count` int not null, `reconcile_count` int not null, `reconcile_amount` bigint not null, `settled_amount` bigint not null, `fee_amount` bigint not null, `open_count` int not null, `waiting_count` int not null, `tries` int not null, `last_tried_at` bigint, `last_word` varchar(256) character set utf8mb4 collate utf8mb4_bin, `reconciled_at` bigint, `version` int not null, primary key (`channel_merchant_id`, `clearing_day`)) default character set utf8mb4;

-- 0076-day-all
alter table `reconcile_day` add index `reconcile_day_all_ix`(`clearing_day`, `channel_merchant_id`);

-- 0077-difference
create table `reconcile_difference` (`difference_no` varchar(32) character set ascii collate ascii_bin not null, `channel_merchant_id` varchar(32) character set ascii collate ascii_bin not null, `pay_channel` varchar(16) character set ascii collate ascii_bin not null, `subject_key` varchar(160) character set utf8mb4 collate utf8mb4_bin, `outcome` varchar(16) character set ascii collate ascii_bin not null, `state` varchar(16) character set ascii collate ascii_bin not null, `clearing_day` varchar(8) character set ascii collate ascii_bin not null, `kind` varchar(16) character set ascii collate ascii_bin, `merchant_no` varchar(32) character set ascii collate ascii_bin, `platform_order_no` varchar(32) character set ascii collate ascii_bin, `biz_order_no` varchar(128) character set ascii collate ascii_bin, `own_no` varchar(160) character set utf8mb4 collate utf8mb4_bin, `channel_no` varchar(160) character set utf8mb4 collate utf8mb4_bin, `here_amount` bigint, `there_amount` bigint, `here_fee` bigint, `there_fee` bigint, `there_settled` bigint, `suggested_key` varchar(40) character set ascii collate ascii_bin, `happened_at` bigint, `detail_text` varchar(800) character set utf8mb4 collate utf8mb4_bin, `first_run_no` varchar(32) character set ascii collate ascii_bin not null, `last_run_no` varchar(32) character set ascii collate ascii_bin not null, `created_at` bigint not null, `version` int not null, primary key (`difference_no`)) default character set utf8mb4;

-- 0078-difference-subject
alter table `reconcile_difference` add unique `reconcile_diff_subject_uq`(`channel_merchant_id`, `subject_key`);

-- 0079-difference-day
alter table `reconcile_difference` add index `reconcile_diff_day_ix`(`channel_merchant_id`, `clearing_day`, `state`, `difference_no`);

-- 0080-difference-state
alter table `reconcile_difference` add index `reconcile_diff_state_ix`(`state`, `created_at`, `difference_no`);

-- 0081-note
create table `handling_note` (`note_no` varchar(32) character set ascii collate ascii_bin not null, `object_kind` varchar(16) character set ascii collate ascii_bin not null, `object_no` varchar(64) character set ascii collate ascii_bin not null, `note_action` varchar(24) character set ascii collate ascii_bin not null, `note_text` varchar(500) character set utf8mb4 collate utf8mb4_bin, `operator_name` varchar(128) character set utf8mb4 collate utf8mb4_bin, `noted_at` bigint not null, primary key (`note_no`)) default character set utf8mb4;

-- 0082-note-object
alter table `handling_note` add index `handling_note_object_ix`(`object_kind`, `object_no`, `noted_at`);

-- 0083-entry
create table `settlement_entry` (`trade_key` varchar(40) character set ascii collate ascii_bin not null, `entry_no` int not null, `cause` varchar(16) character set ascii collate ascii_bin not null, `kind` varchar(16) character set ascii collate ascii_bin not null, `purpose` varchar(16) character set ascii collate ascii_bin not null, `pay_channel` varchar(16) character set ascii collate ascii_bin not null, `pay_method` varchar(8) character set ascii collate ascii_bin not null, `channel_merchant_id` varchar(32) character set ascii collate ascii_bin not null, `merchant_no` varchar(32) character set ascii collate ascii_bin not null, `sub_merchant_no` varchar(32) character set ascii collate ascii_bin, `platform_order_no` varchar(32) character set ascii collate ascii_bin not null, `platform_refund_order_no` varchar(32) character set ascii collate ascii_bin, `biz_order_no` varchar(128) character set ascii collate ascii_bin not null, `channel_order_no` varchar(160) character set utf8mb4 collate utf8mb4_bin, `order_date` varchar(8) character set ascii collate ascii_bin not null, `trade_at` bigint not null, `clearing_day` varchar(8) character set ascii collate ascii_bin not null, `settle_day` varchar(8) character set ascii collate ascii_bin not null, `trade_count` int not null, `trade_amount` bigint not null, `settled_amount` bigint not null, `fee_amount` bigint not null, `run_no` varchar(32) character set ascii collate ascii_bin not null, `line_no` int not null, `created_at` bigint not null, primary key (`trade_key`, `entry_no`)) default character set utf8mb4;

-- 0084-entry-payee
alter table `settlement_entry` add index `settlement_entry_payee_ix`(`merchant_no`, `settle_day`, `trade_key`, `entry_no`);

-- 0085-entry-bill
alter table `settlement_entry` add index `settlement_entry_bill_ix`(`clearing_day`, `channel_merchant_id`, `trade_key`);

-- 0087-entry-posted
alter table `settlement_entry` add index `settlement_entry_posted_ix`(`settle_day`, `channel_merchant_id`);

-- 0088-certificate
create table `day_certificate` (`certified_day` varchar(8) character set ascii collate ascii_bin not null, `content_text` mediumtext character set utf8mb4 collate utf8mb4_bin, `content_digest` varchar(64) character set ascii collate ascii_bin not null, `previous_digest` varchar(64) character set ascii collate ascii_bin not null, `previous_day` varchar(8) character set ascii collate ascii_bin, `signature_text` varchar(256) character set ascii collate ascii_bin not null, `key_name` varchar(64) character set ascii collate ascii_bin not null, `issued_at` bigint not null, primary key (`certified_day`)) default character set utf8mb4;

-- 0089-period-lock
create table `period_lock` (`book_month` varchar(6) character set ascii collate ascii_bin not null, `locked_at` bigint not null, `locked_by` varchar(128) character set utf8mb4 collate utf8mb4_bin, primary key (`book_month`)) default character set utf8mb4;

-- 0090-statement
create table `payee_statement` (`merchant_no` varchar(32) character set ascii collate ascii_bin not null, `settle_day` varchar(8) character set ascii collate ascii_bin not null, `kind` varchar(16) character set ascii collate ascii_bin not null, `file_no` varchar(32) character set ascii collate ascii_bin not null, `file_name` varchar(256) character set utf8mb4 collate utf8mb4_bin, `byte_size` bigint not null, `file_digest` varchar(64) character set ascii collate ascii_bin not null, `line_count` int not null, `created_at` bigint not null, primary key (`merchant_no`, `settle_day`, `kind`)) default character set utf8mb4;

-- 0091-statement-day
alter table `payee_statement` add index `payee_statement_day_ix`(`settle_day`, `merchant_no`);

-- 0092-file
create table `kept_file` (`file_no` varchar(32) character set ascii collate ascii_bin not null, `purpose` varchar(16) character set ascii collate ascii_bin not null, `file_name` varchar(256) character set utf8mb4 collate utf8mb4_bin, `byte_size` bigint not null, `file_digest` varchar(64) character set ascii collate ascii_bin not null, `chunk_count` int not null, `created_at` bigint not null, primary key (`file_no`)) default character set utf8mb4;

-- 0093-chunk
create table `kept_chunk` (`file_no` varchar(32) character set ascii collate ascii_bin not null, `chunk_no` int not null, `chunk_text` mediumtext character set utf8mb4 collate utf8mb4_bin, primary key (`file_no`, `chunk_no`)) default character set utf8mb4;

-- 0094-draft
create table `kept_draft` (`file_no` varchar(32) character set ascii collate ascii_bin not null, `chunk_count` int not null, `touched_at` bigint not null, primary key (`file_no`)) default character set utf8mb4;

-- 0100-difference-list
alter table `reconcile_difference` add index `reconcile_diff_list_ix`(`clearing_day`, `difference_no`);

-- 0101-repeat-list
alter table `repeat_payment` add index `repeat_payment_list_ix`(`created_at`, `attempt_no`);

-- 0102-abnormal-list
alter table `abnormal_order` add index `abnormal_order_list_ix`(`created_at`, `abnormal_id`);

-- 0103-repeat-list-archive
alter table `repeat_payment_archive` add index `repeat_payment_list_ix_a`(`created_at`, `attempt_no`);

-- 0104-abnormal-list-archive
alter table `abnormal_order_archive` add index `abnormal_order_list_ix_a`(`created_at`, `abnormal_id`);

-- 0105-trade-list
alter table `trade` add index `trade_list_ix`(`order_date`, `trade_at`, `trade_key`);

-- 0106-entry-list
alter table `settlement_entry` add index `settlement_entry_list_ix`(`order_date`, `trade_at`, `trade_key`, `entry_no`);

-- 0110-abnormal-payee
alter table `abnormal_order` add index `abnormal_order_payee_ix`(`merchant_no`, `created_at`, `abnormal_id`);

-- 0111-abnormal-payee-archive
alter table `abnormal_order_archive` add index `abnormal_order_payee_ix_a`(`merchant_no`, `created_at`, `abnormal_id`);

-- 0112-repeat-payee
alter table `repeat_payment` add index `repeat_payment_payee_ix`(`merchant_no`, `created_at`, `attempt_no`);

-- 0113-repeat-payee-archive
alter table `repeat_payment_archive` add index `repeat_payment_payee_ix_a`(`merchant_no`, `created_at`, `attempt_no`);

-- 0114-difference-payee
alter table `reconcile_difference` add index `reconcile_diff_payee_ix`(`merchant_no`, `clearing_day`, `difference_no`);

-- 0115-statement-totals
alter table `payee_statement` add `totals` mediumtext character set utf8mb4 collate utf8mb4_bin;

-- 0116-nontax-region
create table `nontax_region` (`region_code` varchar(32) character set ascii collate ascii_bin not null, `region_name` varchar(100) character set utf8mb4 collate utf8mb4_bin, `nontax_region_code` varchar(32) character set ascii collate ascii_bin not null, `nontax_region_name` varchar(100) character set utf8mb4 collate utf8mb4_bin, `e_bill_region_code` varchar(32) character set ascii collate ascii_bin not null, `e_bill_region_name` varchar(100) character set utf8mb4 collate utf8mb4_bin, `version` int not null, primary key (`region_code`)) default character set utf8mb4;

-- 0117-nontax-item
create table `nontax_item` (`region_code` varchar(32) character set ascii collate ascii_bin not null, `item_code` varchar(32) character set ascii collate ascii_bin not null, `item_name` varchar(100) character set utf8mb4 collate utf8mb4_bin, `national_code` varchar(32) character set ascii collate ascii_bin, `measure_word` varchar(20) character set utf8mb4 collate utf8mb4_bin, `fund_nature` varchar(24) character set ascii collate ascii_bin not null, `lowest_price` bigint, `highest_price` bigint, `voucher_kind` varchar(16) character set ascii collate ascii_bin not null, `unit_codes` mediumtext character set utf8mb4 collate utf8mb4_bin, `enabled` smallint not null, `version` int not null, primary key (`region_code`, `item_code`)) default character set utf8mb4;

-- 0118-payee-unit
alter table `payee` add `charging_unit` mediumtext character set utf8mb4 collate utf8mb4_bin;

-- 0118-payee-first
alter table `payee` add `notice_first` smallint;

-- 0118-payee-policy
alter table `payee` add `slip_refund_policy` varchar(24) character set ascii collate ascii_bin;

-- 0119-developer-texts
alter table `developer` add `texts_payers` smallint;

-- 0119-developer-bills
alter table `developer` add `personal_bill_url` varchar(256) character set ascii collate ascii_bin;

-- 0120-e-bill
create table `e_bill` (`bill_key` varchar(32) character set ascii collate ascii_bin not null, `bill_round` int not null, `bill_source` varchar(16) character set ascii collate ascii_bin not null, `platform_order_no` varchar(32) character set ascii collate ascii_bin, `bus_no` varchar(32) character set ascii collate ascii_bin not null, `state` varchar(16) character set ascii collate ascii_bin not null, `amount` bigint not null, `dev_id` varchar(64) character set ascii collate ascii_bin, `merchant_no` varchar(32) character set ascii collate ascii_bin, `biz_order_no` varchar(128) character set ascii collate ascii_bin, `region_code` varchar(32) character set ascii collate ascii_bin, `payer_kind` varchar(8) character set ascii collate ascii_bin, `payer_name` varchar(700) character set ascii collate ascii_bin, `payer_name_index` varchar(64) character set ascii collate ascii_bin, `payer_cert_no` varchar(400) character set ascii collate ascii_bin, `payer_cert_no_index` varchar(64) character set ascii collate ascii_bin, `payer_mobile` varchar(300) character set ascii collate ascii_bin, `payer_mobile_index` varchar(64) character set ascii collate ascii_bin, `payer_email` varchar(700) character set ascii collate ascii_bin, `item_list` mediumtext character set utf8mb4 collate utf8mb4_bin, `base_list` mediumtext character set utf8mb4 collate utf8mb4_bin, `whole_order` smallint, `said_items` mediumtext character set utf8mb4 collate utf8mb4_bin, `pay_code` varchar(32) character set ascii collate ascii_bin, `bill_code` varchar(64) character set ascii collate ascii_bin, `bill_no` varchar(64) character set ascii collate ascii_bin, `check_code` varchar(64) character set ascii collate ascii_bin, `issued_at` bigint, `link_list` mediumtext character set utf8mb4 collate utf8mb4_bin, `reversal_text` mediumtext character set utf8mb4 collate utf8mb4_bin, `failure_code` varchar(64) character set utf8mb4 collate utf8mb4_bin, `failure_text` varchar(512) character set utf8mb4 collate utf8mb4_bin, `page_token` varchar(64) character set ascii collate ascii_bin, `tries_made` int not null, `last_try_at` bigint, `next_try_at` bigint, `paid_at` bigint, `bill_at` bigint not null, `created_at` bigint not null, `version` int not null, primary key (`bill_key`, `bill_round`)) default character set utf8mb4;

-- 0121-e-bill-bus
alter table `e_bill` add unique `e_bill_bus_ux`(`bus_no`);

-- 0121-e-bill-numbers
alter table `e_bill` add index `e_bill_numbers_ix`(`bill_code`, `bill_no`);

-- 0122-e-bill-page
alter table `e_bill` add unique `e_bill_page_ux`(`page_token`);

-- 0123-e-bill-list
alter table `e_bill` add index `e_bill_list_ix`(`bill_at`, `bus_no`);

-- 0124-e-bill-payee
alter table `e_bill` add index `e_bill_payee_ix`(`merchant_no`, `bill_at`, `bus_no`);

-- 0125-e-bill-biz
alter table `e_bill` add index `e_bill_biz_ix`(`biz_order_no`, `bill_at`);

-- 0126-e-bill-issued
alter table `e_bill` add index `e_bill_issued_ix`(`region_code`, `issued_at`, `bill_key`, `bill_round`);

-- 0127-e-bill-check
create table `e_bill_check` (`region_code` varchar(32) character set ascii collate ascii_bin not null, `check_day` varchar(8) character set ascii collate ascii_bin not null, `state` varchar(16) character set ascii collate ascii_bin not null, `our_count` int not null, `our_amount` bigint not null, `their_count` int, `their_amount` bigint, `difference_list` mediumtext character set utf8mb4 collate utf8mb4_bin, `checked_at` bigint not null, `version` int not null, primary key (`region_code`, `check_day`)) default character set utf8mb4;

-- 0150-personal-bill
create table `personal_bill_push` (`platform_order_no` varchar(32) character set ascii collate ascii_bin not null, `biz_order_no` varchar(128) character set ascii collate ascii_bin not null, `dev_id` varchar(64) character set ascii collate ascii_bin not null, `merchant_no` varchar(32) character set ascii collate ascii_bin not null, `content_digest` varchar(64) character set ascii collate ascii_bin not null, `bill_state` varchar(16) character set ascii collate ascii_bin not null, `state` varchar(16) character set ascii collate ascii_bin not null, `tries` int not null, `first_tried_at` bigint, `last_tried_at` bigint, `next_try_at` bigint, `last_answer` varchar(200) character set utf8mb4 collate utf8mb4_bin, `accepted_at` bigint, `created_at` bigint not null, `version` int not null, primary key (`platform_order_no`)) default character set utf8mb4;

-- 0151-personal-bill-list
alter table `personal_bill_push` add index `personal_bill_list_ix`(`created_at`, `platform_order_no`);

-- 0152-personal-bill-state
alter table `personal_bill_push` add index `personal_bill_state_ix`(`state`, `created_at`, `platform_order_no`);

-- 0175-own-pay-code
create table `own_pay_code` (`bus_no` varchar(32) character set ascii collate ascii_bin not null, `pay_code` varchar(32) character set ascii collate ascii_bin not null, `range_name` varchar(32) character set ascii collate ascii_bin not null, `serial_no` bigint not null, `given_at` bigint not null, primary key (`bus_no`)) default character set utf8mb4;

-- 0175-own-pay-code-serial
alter table `own_pay_code` add unique `own_pay_code_serial_uq`(`range_name`, `serial_no`);

-- 0140-text-message
create table `text_message` (`message_id` varchar(32) character set ascii collate ascii_bin not null, `scene` varchar(32) character set ascii collate ascii_bin not null, `biz_key` varchar(128) character set ascii collate ascii_bin not null, `sealed_phone` varchar(300) character set ascii collate ascii_bin not null, `phone_index` varchar(64) character set ascii collate ascii_bin not null, `masked_phone` varchar(16) character set ascii collate ascii_bin not null, `template_name` varchar(32) character set ascii collate ascii_bin not null, `param_list` mediumtext character set utf8mb4 collate utf8mb4_bin, `state` varchar(16) character set ascii collate ascii_bin not null, `last_code` varchar(64) character set ascii collate ascii_bin, `tries` int not null, `being_sent` smallint not null, `resent` smallint not null, `group_no` varchar(64) character set ascii collate ascii_bin, `asker_index` varchar(64) character set ascii collate ascii_bin, `created_at` bigint not null, `send_at` bigint not null, `last_tried_at` bigint, `submitted_at` bigint, `ended_at` bigint, `version` int not null, primary key (`message_id`)) default character set utf8mb4;

-- 0141-text-once
alter table `text_message` add unique `text_message_once_uq`(`scene`, `biz_key`, `phone_index`);

-- 0142-text-group
alter table `text_message` add index `text_message_group_ix`(`group_no`, `phone_index`);

-- 0143-text-phone
alter table `text_message` add index `text_message_phone_ix`(`phone_index`, `created_at`);

-- 0144-text-list
alter table `text_message` add index `text_message_list_ix`(`created_at`, `message_id`);

-- 0145-text-state
alter table `text_message` add index `text_message_state_ix`(`state`, `created_at`, `message_id`);

-- 0146-text-asker
alter table `text_message` add index `text_message_asker_ix`(`asker_index`, `created_at`);

-- 0147-text-block
create table `text_block` (`phone_index` varchar(64) character set ascii collate ascii_bin not null, `masked_phone` varchar(16) character set ascii collate ascii_bin not null, `is_blocked` smallint not null, `block_cause` varchar(16) character set ascii collate ascii_bin not null, `changed_at` bigint not null, `version` int not null, primary key (`phone_index`)) default character set utf8mb4;

-- 0148-text-code
create table `text_code` (`scene` varchar(32) character set ascii collate ascii_bin not null, `phone_index` varchar(64) character set ascii collate ascii_bin not null, `code_hash` varchar(64) character set ascii collate ascii_bin not null, `made_at` bigint not null, `wrong_tries` int not null, `used_at` bigint, `version` int not null, primary key (`scene`, `phone_index`)) default character set utf8mb4;

-- 0149-text-inbound
create table `text_inbound` (`said_index` varchar(64) character set ascii collate ascii_bin not null, `inbound_no` varchar(32) character set ascii collate ascii_bin not null, `sealed_phone` varchar(300) character set ascii collate ascii_bin not null, `phone_index` varchar(64) character set ascii collate ascii_bin not null, `masked_phone` varchar(16) character set ascii collate ascii_bin not null, `sealed_content` mediumtext character set utf8mb4 collate utf8mb4_bin, `extension_no` varchar(20) character set utf8mb4 collate utf8mb4_bin, `meaning` varchar(16) character set ascii collate ascii_bin not null, `sent_at` bigint, `received_at` bigint not null, primary key (`said_index`)) default character set utf8mb4;

-- 0149-text-inbound-list
alter table `text_inbound` add index `text_inbound_list_ix`(`received_at`, `inbound_no`);

-- 0160-share-order
create table `share_order_outbox` (`platform_order_no` varchar(32) character set ascii collate ascii_bin not null, `noted_at` bigint not null, `version` int not null, primary key (`platform_order_no`)) default character set utf8mb4;

-- 0161-share-order-turn
alter table `share_order_outbox` add index `share_order_turn_ix`(`noted_at`, `platform_order_no`);

-- 0162-share-watermark
create table `share_watermark` (`target_name` varchar(64) character set ascii collate ascii_bin not null, `table_name` varchar(32) character set ascii collate ascii_bin not null, `mark_at` bigint, `mark_id` varchar(128) character set ascii collate ascii_bin, `lease_owner` varchar(64) character set ascii collate ascii_bin, `lease_until` bigint not null, `batch_sequence` int not null, `failure_count` int not null, `not_before` bigint not null, `phase` varchar(16) character set ascii collate ascii_bin not null, `counted_day` varchar(8) character set ascii collate ascii_bin, `version` int not null, primary key (`target_name`, `table_name`)) default character set utf8mb4;

-- 0163-share-batch
create table `share_batch` (`batch_no` varchar(32) character set ascii collate ascii_bin not null, `target_name` varchar(64) character set ascii collate ascii_bin not null, `table_name` varchar(32) character set ascii collate ascii_bin not null, `batch_kind` varchar(16) character set ascii collate ascii_bin not null, `state` varchar(16) character set ascii collate ascii_bin not null, `row_count` int not null, `accepted_count` int not null, `quarantined_count` int not null, `warning_count` int not null, `message_text` varchar(200) character set utf8mb4 collate utf8mb4_bin, `began_at` bigint not null, `ended_at` bigint not null, primary key (`batch_no`)) default character set utf8mb4;

-- 0164-share-batch-time
alter table `share_batch` add index `share_batch_time_ix`(`began_at`, `batch_no`);

-- 0165-share-quarantine
create table `share_quarantine` (`quarantine_no` varchar(32) character set ascii collate ascii_bin not null, `target_name` varchar(64) character set ascii collate ascii_bin not null, `table_name` varchar(32) character set ascii collate ascii_bin not null, `row_key` varchar(64) character set ascii collate ascii_bin not null, `reason` varchar(32) character set ascii collate ascii_bin not null, `detail_text` varchar(200) character set utf8mb4 collate utf8mb4_bin, `state` varchar(16) character set ascii collate ascii_bin not null, `batch_no` varchar(32) character set ascii collate ascii_bin not null, `times` int not null, `first_at` bigint not null, `last_at` bigint not null, `version` int not null, primary key (`quarantine_no`)) default character set utf8mb4;

-- 0166-share-quarantine-row
alter table `share_quarantine` add unique `share_quarantine_row_uq`(`target_name`, `table_name`, `row_key`);

-- 0167-share-policy
create table `share_policy` (`table_name` varchar(32) character set ascii collate ascii_bin not null, `column_name` varchar(32) character set ascii collate ascii_bin not null, `is_full` smallint not null, `basis_text` varchar(500) character set utf8mb4 collate utf8mb4_bin, `decided_by` varchar(128) character set utf8mb4 collate utf8mb4_bin, `decided_at` bigint not null, `version` int not null, primary key (`table_name`, `column_name`)) default character set utf8mb4;

-- 0168-share-node
create table `share_node` (`node_id` varchar(128) character set ascii collate ascii_bin not null, `parent_id` varchar(128) character set ascii collate ascii_bin not null, `parent_ids` mediumtext character set utf8mb4 collate utf8mb4_bin, `grade` int not null, `node_name` varchar(200) character set utf8mb4 collate utf8mb4_bin, `org_id` varchar(64) character set ascii collate ascii_bin, `is_gone` smallint not null, `created_at` bigint not null, `changed_at` bigint not null, `version` int not null, primary key (`node_id`)) default character set utf8mb4;

-- 0169-share-node-turn
alter table `share_node` add index `share_node_turn_ix`(`changed_at`, `node_id`);

-- 0130-payment-notice
create table `payment_notice` (`notice_no` varchar(32) character set ascii collate ascii_bin not null, `origin` varchar(16) character set ascii collate ascii_bin not null, `region_code` varchar(6) character set ascii collate ascii_bin not null, `dev_id` varchar(64) character set ascii collate ascii_bin not null, `merchant_no` varchar(32) character set ascii collate ascii_bin not null, `biz_notice_no` varchar(128) character set ascii collate ascii_bin not null, `content_digest` varchar(64) character set ascii collate ascii_bin, `platform_order_no` varchar(32) character set ascii collate ascii_bin, `pay_code` varchar(64) character set ascii collate ascii_bin, `slip_key` varchar(100) character set ascii collate ascii_bin not null, `check_code` varchar(20) character set utf8mb4 collate utf8mb4_bin, `e_book_no` varchar(64) character set utf8mb4 collate utf8mb4_bin, `pay_url` varchar(500) character set ascii collate ascii_bin, `bus_no` varchar(32) character set utf8mb4 collate utf8mb4_bin, `unit_code` varchar(30) character set utf8mb4 collate utf8mb4_bin, `unit_name` varchar(100) character set utf8mb4 collate utf8mb4_bin, `payer_kind` varchar(8) character set ascii collate ascii_bin not null, `payer_name` varchar(700) character set ascii collate ascii_bin, `payer_mobile` varchar(300) character set ascii collate ascii_bin, `payer_mobile_index` varchar(64) character set ascii collate ascii_bin, `payer_cert_no` varchar(400) character set ascii collate ascii_bin, `payer_cert_no_index` varchar(64) character set ascii collate ascii_bin, `item_list` mediumtext character set utf8mb4 collate utf8mb4_bin, `total_amount` bigint not null, `late_fee` bigint not null, `fill_day` varchar(8) character set ascii collate ascii_bin not null, `valid_until` varchar(8) character set ascii collate ascii_bin not null, `notice_state` varchar(16) character set ascii collate ascii_bin not null, `notice_step` varchar(24) character set ascii collate ascii_bin not null, `confirm_code` varchar(64) character set utf8mb4 collate utf8mb4_bin, `serial_no` varchar(64) character set utf8mb4 collate utf8mb4_bin, `confirmed_at` bigint, `confirm_day` varchar(8) character set ascii collate ascii_bin, `trade_key` varchar(40) character set ascii collate ascii_bin, `paid_at` bigint, `pay_day` varchar(8) character set ascii collate ascii_bin, `tries` int not null, `last_word` varchar(300) character set utf8mb4 collate utf8mb4_bin, `created_at` bigint not null, `changed_at` bigint not null, `version` int not null, primary key (`notice_no`)) default character set utf8mb4;

-- 0131-notice-slip
alter table `payment_notice` add unique `payment_notice_slip_uq`(`slip_key`);

-- 0131-notice-biz
alter table `payment_notice` add unique `payment_notice_biz_uq`(`dev_id`, `merchant_no`, `biz_notice_no`);

-- 0132-notice-order
alter table `payment_notice` add index `payment_notice_order_ix`(`platform_order_no`);

-- 0132-notice-confirmed
alter table `payment_notice` add index `payment_notice_confirm_ix`(`region_code`, `confirm_day`, `notice_no`);

-- 0132-notice-list
alter table `payment_notice` add index `payment_notice_list_ix`(`pay_day`, `notice_no`);

-- 0133-notice-log
create table `notice_log` (`log_no` varchar(32) character set ascii collate ascii_bin not null, `notice_no` varchar(32) character set ascii collate ascii_bin, `region_code` varchar(6) character set ascii collate ascii_bin not null, `pay_code` varchar(64) character set ascii collate ascii_bin, `subject` varchar(16) character set ascii collate ascii_bin not null, `said_text` varchar(500) character set utf8mb4 collate utf8mb4_bin, `log_state` varchar(16) character set ascii collate ascii_bin not null, `reply_text` varchar(300) character set utf8mb4 collate utf8mb4_bin, `logged_at` bigint not null, primary key (`log_no`)) default character set utf8mb4;

-- 0134-notice-log-newest
alter table `notice_log` add index `notice_log_newest_ix`(`notice_no`, `logged_at`, `log_no`);

-- 0135-abnormal-notice
create table `abnormal_notice` (`abnormal_no` varchar(64) character set ascii collate ascii_bin not null, `kind` varchar(24) character set ascii collate ascii_bin not null, `region_code` varchar(6) character set ascii collate ascii_bin not null, `pay_code` varchar(64) character set ascii collate ascii_bin, `notice_no` varchar(32) character set ascii collate ascii_bin, `platform_order_no` varchar(32) character set ascii collate ascii_bin, `merchant_no` varchar(32) character set ascii collate ascii_bin, `trade_key` varchar(40) character set ascii collate ascii_bin, `amount` bigint not null, `province_amount` bigint, `serial_no` varchar(64) character set utf8mb4 collate utf8mb4_bin, `pay_day` varchar(8) character set ascii collate ascii_bin not null, `order_date` varchar(8) character set ascii collate ascii_bin, `remark` varchar(512) character set utf8mb4 collate utf8mb4_bin, `handle_state` varchar(16) character set ascii collate ascii_bin not null, `created_at` bigint not null, `version` int not null, primary key (`abnormal_no`)) default character set utf8mb4;

-- 0136-abnormal-of-notice
alter table `abnormal_notice` add index `abnormal_notice_notice_ix`(`notice_no`);

-- 0136-abnormal-notice-list
alter table `abnormal_notice` add index `abnormal_notice_list_ix`(`pay_day`, `abnormal_no`);

-- 0137-notice-statement
create table `notice_statement_day` (`region_code` varchar(6) character set ascii collate ascii_bin not null, `statement_day` varchar(8) character set ascii collate ascii_bin not null, `day_state` varchar(16) character set ascii collate ascii_bin not null, `file_no` varchar(32) character set ascii collate ascii_bin, `line_count` int not null, `total_amount` bigint not null, `agreed_count` int not null, `differing_count` int not null, `tries` int not null, `last_word` varchar(300) character set utf8mb4 collate utf8mb4_bin, `compared_at` bigint, `version` int not null, primary key (`region_code`, `statement_day`)) default character set utf8mb4;

-- 0138-spent-number
create table `spent_number` (`number_digest` varchar(64) character set ascii collate ascii_bin not null, `kept_until` bigint not null, primary key (`number_digest`)) default character set utf8mb4;

-- 0139-spent-until
alter table `spent_number` add index `spent_number_until_ix`(`kept_until`);

-- 0180-order-find
alter table `pay_order` add index `pay_order_find_ix`(`biz_order_no`, `payer_mobile_index`);

-- 0181-order-find-archive
alter table `pay_order_archive` add index `pay_order_find_ix_a`(`biz_order_no`, `payer_mobile_index`);

-- 0170-leg-gap
create table `leg_gap` (`check_day` varchar(8) character set ascii collate ascii_bin not null, `platform_order_no` varchar(32) character set ascii collate ascii_bin not null, `leg_name` varchar(16) character set ascii collate ascii_bin not null, `gap_seq` int not null, `gap_no` varchar(32) character set ascii collate ascii_bin not null, `channel_merchant_id` varchar(32) character set ascii collate ascii_bin not null, `merchant_no` varchar(32) character set ascii collate ascii_bin not null, `biz_order_no` varchar(128) character set ascii collate ascii_bin not null, `gap_kind` varchar(16) character set ascii collate ascii_bin not null, `expected_amount` bigint not null, `found_amount` bigint, `gap_state` varchar(8) character set ascii collate ascii_bin not null, `first_seen_at` bigint not null, `closed_at` bigint, `version` int not null, primary key (`check_day`, `platform_order_no`, `leg_name`, `gap_seq`)) default character set utf8mb4;

-- 0171-leg-gap-no
alter table `leg_gap` add unique `leg_gap_no_ux`(`gap_no`);

-- 0172-leg-gap-list
alter table `leg_gap` add index `leg_gap_list_ix`(`check_day`, `gap_no`);

-- 0172-leg-gap-order
alter table `leg_gap` add index `leg_gap_order_ix`(`platform_order_no`, `check_day`);

-- 0173-leg-gap-state
alter table `leg_gap` add index `leg_gap_state_ix`(`gap_state`, `check_day`, `gap_no`);

-- 0173-leg-gap-open
alter table `leg_gap` add index `leg_gap_open_ix`(`check_day`, `channel_merchant_id`, `gap_state`, `platform_order_no`);

-- 0174-leg-check
create table `leg_check` (`check_day` varchar(8) character set ascii collate ascii_bin not null, `channel_merchant_id` varchar(32) character set ascii collate ascii_bin not null, `run_no` varchar(32) character set ascii collate ascii_bin not null, `state` varchar(8) character set ascii collate ascii_bin not null, `check_phase` varchar(8) character set ascii collate ascii_bin not null, `after_key` varchar(40) character set ascii collate ascii_bin, `order_count` int not null, `complete_count` int not null, `channel_gaps` int not null, `notice_gaps` int not null, `bill_gaps` int not null, `gap_figures` mediumtext character set utf8mb4 collate utf8mb4_bin, `walked_at` bigint not null, `changed_at` bigint not null, `look_at` bigint, `oldest_at` bigint, `alarmed_at` bigint, `version` int not null, primary key (`check_day`, `channel_merchant_id`)) default character set utf8mb4;

-- 0182-e-bill-check-walk
alter table `e_bill_check` add `walk_text` mediumtext character set utf8mb4 collate utf8mb4_bin;

-- 0190-console-operator
create table `console_operator` (`operator_no` varchar(32) character set ascii collate ascii_bin not null, `login_account` varchar(32) character set ascii collate ascii_bin not null, `operator_name` varchar(64) character set utf8mb4 collate utf8mb4_bin, `masked_mobile` varchar(16) character set ascii collate ascii_bin, `sealed_mobile` varchar(300) character set ascii collate ascii_bin, `state` varchar(16) character set ascii collate ascii_bin not null, `officer_kind` varchar(32) character set ascii collate ascii_bin, `role_codes` mediumtext character set utf8mb4 collate utf8mb4_bin, `scope_kind` varchar(16) character set ascii collate ascii_bin not null, `region_code` varchar(32) character set ascii collate ascii_bin, `institution_no` varchar(32) character set ascii collate ascii_bin, `remark` varchar(500) character set utf8mb4 collate utf8mb4_bin, `created_at` bigint not null, `row_mac` varchar(64) character set ascii collate ascii_bin not null, `version` int not null, primary key (`operator_no`)) default character set utf8mb4;

-- 0191-operator-account
alter table `console_operator` add unique `console_operator_account_uq`(`login_account`);

-- 0192-operator-list
alter table `console_operator` add index `console_operator_list_ix`(`created_at`, `operator_no`);

-- 0193-operator-officer
alter table `console_operator` add index `console_operator_officer_ix`(`officer_kind`, `operator_no`);

-- 0194-operator-credential
create table `operator_credential` (`operator_no` varchar(32) character set ascii collate ascii_bin not null, `password_hash` varchar(300) character set ascii collate ascii_bin, `password_changed_at` bigint, `must_change` smallint not null, `former_passwords` mediumtext character set utf8mb4 collate utf8mb4_bin, `second_factor` mediumtext character set utf8mb4 collate utf8mb4_bin, `activation_hash` varchar(64) character set ascii collate ascii_bin, `activation_until` bigint, `row_mac` varchar(64) character set ascii collate ascii_bin not null, `version` int not null, primary key (`operator_no`)) default character set utf8mb4;

-- 0195-operator-role
create table `operator_role` (`role_code` varchar(32) character set ascii collate ascii_bin not null, `role_name` varchar(64) character set utf8mb4 collate utf8mb4_bin, `permission_list` mediumtext character set utf8mb4 collate utf8mb4_bin, `remark` varchar(500) character set utf8mb4 collate utf8mb4_bin, `created_at` bigint not null, `row_mac` varchar(64) character set ascii collate ascii_bin not null, `version` int not null, primary key (`role_code`)) default character set utf8mb4;

-- 0196-operator-role-list
alter table `operator_role` add index `operator_role_list_ix`(`created_at`, `role_code`);

-- 0197-operator-session
create table `operator_session` (`token_hash` varchar(64) character set ascii collate ascii_bin not null, `session_no` varchar(32) character set ascii collate ascii_bin not null, `operator_no` varchar(32) character set ascii collate ascii_bin not null, `session_stage` varchar(16) character set ascii collate ascii_bin not null, `from_address` varchar(64) character set ascii collate ascii_bin not null, `began_at` bigint not null, `seen_at` bigint not null, `proved_at` bigint, `ended_at` bigint, `end_cause` varchar(32) character set ascii collate ascii_bin, `is_open` smallint not null, `row_mac` varchar(64) character set ascii collate ascii_bin not null, `version` int not null, primary key (`token_hash`)) default character set utf8mb4;

-- 0198-operator-session-open
alter table `operator_session` add index `operator_session_open_ix`(`operator_no`, `is_open`, `began_at`, `session_no`);

-- 0199-sign-in-tries
create table `sign_in_tries` (`try_holder` varchar(160) character set ascii collate ascii_bin not null, `wrong_at_list` mediumtext character set utf8mb4 collate utf8mb4_bin, `locked_until` bigint, `version` int not null, primary key (`try_holder`)) default character set utf8mb4;

-- 0200-sign-in-challenge
create table `sign_in_challenge` (`challenge_no` varchar(32) character set ascii collate ascii_bin not null, `purpose` varchar(16) character set ascii collate ascii_bin not null, `nonce` varchar(64) character set ascii collate ascii_bin not null, `sealed_key` varchar(400) character set ascii collate ascii_bin not null, `sealed_captcha` varchar(300) character set ascii collate ascii_bin, `session_no` varchar(32) character set ascii collate ascii_bin, `made_at` bigint not null, `used_at` bigint, `version` int not null, primary key (`challenge_no`)) default character set utf8mb4;

-- 0201-sign-in-challenge-made
alter table `sign_in_challenge` add index `sign_in_challenge_made_ix`(`made_at`, `challenge_no`);

-- 0202-grant-request
create table `grant_request` (`request_no` varchar(32) character set ascii collate ascii_bin not null, `operator_no` varchar(32) character set ascii collate ascii_bin not null, `operator_version` int not null, `officer_kind` varchar(32) character set ascii collate ascii_bin, `role_codes` mediumtext character set utf8mb4 collate utf8mb4_bin, `scope_kind` varchar(16) character set ascii collate ascii_bin not null, `region_code` varchar(32) character set ascii collate ascii_bin, `institution_no` varchar(32) character set ascii collate ascii_bin, `state` varchar(16) character set ascii collate ascii_bin not null, `asked_by` varchar(64) character set ascii collate ascii_bin not null, `decided_by` varchar(64) character set ascii collate ascii_bin, `remark` varchar(500) character set utf8mb4 collate utf8mb4_bin, `asked_at` bigint not null, `decided_at` bigint, `row_mac` varchar(64) character set ascii collate ascii_bin not null, `version` int not null, primary key (`request_no`)) default character set utf8mb4;

-- 0203-grant-request-state
alter table `grant_request` add index `grant_request_state_ix`(`state`, `asked_at`, `request_no`);

-- 0204-list-export
create table `list_export` (`export_no` varchar(32) character set ascii collate ascii_bin not null, `operator_no` varchar(32) character set ascii collate ascii_bin not null, `list_name` varchar(64) character set ascii collate ascii_bin not null, `parameter_list` mediumtext character set utf8mb4 collate utf8mb4_bin, `row_scope` varchar(64) character set ascii collate ascii_bin not null, `run_place` varchar(40) character set ascii collate ascii_bin not null, `state` varchar(16) character set ascii collate ascii_bin not null, `rows_written` int not null, `file_no` varchar(32) character set ascii collate ascii_bin, `file_name` varchar(256) character set utf8mb4 collate utf8mb4_bin, `fail_cause` varchar(32) character set ascii collate ascii_bin, `started_at` bigint not null, `seen_at` bigint not null, `ended_at` bigint, `version` int not null, primary key (`export_no`)) default character set utf8mb4;

-- 0205-list-export-place
alter table `list_export` add unique `list_export_place_uq`(`run_place`);

-- 0206-list-export-silent
alter table `list_export` add index `list_export_silent_ix`(`state`, `seen_at`, `export_no`);

-- 0207-list-export-file
alter table `list_export` add index `list_export_file_ix`(`file_no`);

-- 0208-kept-export
create table `kept_export` (`file_no` varchar(32) character set ascii collate ascii_bin not null, `chunk_count` int not null, `kept_at` bigint not null, primary key (`file_no`)) default character set utf8mb4;

-- 0209-kept-export-age
alter table `kept_export` add index `kept_export_age_ix`(`kept_at`, `file_no`);

-- 0210-order-list
alter table `pay_order` add index `pay_order_list_ix`(`paid_at`, `created_at`, `platform_order_no`);

-- 0211-order-list-archive
alter table `pay_order_archive` add index `pay_order_list_ix_a`(`paid_at`, `created_at`, `platform_order_no`);

-- 0212-order-mobile
alter table `pay_order` add index `pay_order_mobile_ix`(`payer_mobile_index`, `platform_order_no`);

-- 0213-order-mobile-archive
alter table `pay_order_archive` add index `pay_order_mobile_ix_a`(`payer_mobile_index`, `platform_order_no`);

-- 0214-attempt-channel
alter table `pay_attempt` add index `pay_attempt_channel_ix`(`channel_order_no`, `platform_order_no`);

-- 0215-attempt-channel-archive
alter table `pay_attempt_archive` add index `pay_attempt_channel_ix_a`(`channel_order_no`, `platform_order_no`);

-- 0216-refund-list
alter table `pay_refund` add index `pay_refund_list_ix`(`created_at`, `platform_refund_order_no`);

-- 0217-refund-list-archive
alter table `pay_refund_archive` add index `pay_refund_list_ix_a`(`created_at`, `platform_refund_order_no`);

-- 0218-refund-asked
alter table `pay_refund` add index `pay_refund_asked_ix`(`biz_refund_order_no`, `platform_refund_order_no`);

-- 0219-refund-asked-archive
alter table `pay_refund_archive` add index `pay_refund_asked_ix_a`(`biz_refund_order_no`, `platform_refund_order_no`);

-- 0220-refund-channel
alter table `pay_refund` add index `pay_refund_channel_ix`(`channel_refund_no`, `platform_refund_order_no`);

-- 0221-refund-channel-archive
alter table `pay_refund_archive` add index `pay_refund_channel_ix_a`(`channel_refund_no`, `platform_refund_order_no`);

-- 0222-region
create table `region` (`region_code` varchar(32) character set ascii collate ascii_bin not null, `region_name` varchar(100) character set utf8mb4 collate utf8mb4_bin, `parent_region_code` varchar(32) character set ascii collate ascii_bin, `admin_operator_no` varchar(32) character set ascii collate ascii_bin, `enabled` smallint not null, `remark` varchar(200) character set utf8mb4 collate utf8mb4_bin, `created_at` bigint not null, `version` int not null, primary key (`region_code`)) default character set utf8mb4;

-- 0223-region-parent
alter table `region` add index `region_parent_ix`(`parent_region_code`, `region_code`);

-- 0224-industry
create table `industry` (`industry_code` varchar(32) character set ascii collate ascii_bin not null, `industry_name` varchar(100) character set utf8mb4 collate utf8mb4_bin, `enabled` smallint not null, `remark` varchar(200) character set utf8mb4 collate utf8mb4_bin, `created_at` bigint not null, `version` int not null, primary key (`industry_code`)) default character set utf8mb4;

-- 0225-notice-pay-code
alter table `payment_notice` add index `payment_notice_code_ix`(`pay_code`, `pay_day`);

-- 0226-e-bill-number
alter table `e_bill` add index `e_bill_number_ix`(`bill_no`, `bill_at`);

-- 0227-e-bill-order
alter table `e_bill` add index `e_bill_order_ix`(`platform_order_no`, `bill_at`);

-- 0230-institution
create table `institution` (`institution_no` varchar(32) character set ascii collate ascii_bin not null, `institution_name` varchar(100) character set utf8mb4 collate utf8mb4_bin, `admin_operator_no` varchar(32) character set ascii collate ascii_bin not null, `contact_name` varchar(64) character set utf8mb4 collate utf8mb4_bin, `masked_mobile` varchar(16) character set ascii collate ascii_bin, `sealed_mobile` varchar(300) character set ascii collate ascii_bin, `enabled` smallint not null, `remark` varchar(200) character set utf8mb4 collate utf8mb4_bin, `created_at` bigint not null, `version` int not null, primary key (`institution_no`)) default character set utf8mb4;

-- 0231-payee-industry
alter table `payee` add `industry_code` varchar(32) character set ascii collate ascii_bin;

-- 0232-payee-remark
alter table `payee` add `remark` varchar(200) character set utf8mb4 collate utf8mb4_bin;

-- 0233-payee-made
alter table `payee` add `created_at` bigint;

-- 0234-payee-channel-remark
alter table `payee_channel` add `remark` varchar(200) character set utf8mb4 collate utf8mb4_bin;

-- 0235-payee-channel-made
alter table `payee_channel` add `created_at` bigint;

-- 0236-attempt-account
alter table `pay_attempt` add index `pay_attempt_account_ix`(`channel_merchant_id`, `merchant_no`);

-- 0237-attempt-account-archive
alter table `pay_attempt_archive` add index `pay_attempt_account_ix_a`(`channel_merchant_id`, `merchant_no`);

-- 0240-payment-channel
create table `payment_channel` (`channel_no` varchar(32) character set ascii collate ascii_bin not null, `channel_name` varchar(100) character set utf8mb4 collate utf8mb4_bin, `pay_channel` varchar(16) character set ascii collate ascii_bin not null, `pay_enabled` smallint not null, `pay_methods` mediumtext character set utf8mb4 collate utf8mb4_bin, `reconcile_enabled` smallint not null, `bill_source` varchar(16) character set ascii collate ascii_bin not null, `bill_time` varchar(8) character set ascii collate ascii_bin not null, `split_enabled` smallint not null, `enabled` smallint not null, `remark` varchar(200) character set utf8mb4 collate utf8mb4_bin, `created_at` bigint not null, `version` int not null, primary key (`channel_no`)) default character set utf8mb4;

-- 0241-channel-adapter
alter table `payment_channel` add unique `payment_channel_adapter_ux`(`pay_channel`);

-- 0242-account-remark
alter table `channel_merchant` add `remark` varchar(200) character set utf8mb4 collate utf8mb4_bin;

-- 0243-account-created
alter table `channel_merchant` add `created_at` bigint;

-- 0280-alert
create table `console_alert` (`alert_no` varchar(32) character set ascii collate ascii_bin not null, `wait_place` varchar(160) character set ascii collate ascii_bin not null, `alert_type` varchar(16) character set ascii collate ascii_bin not null, `alert_level` varchar(16) character set ascii collate ascii_bin not null, `event_name` varchar(64) character set ascii collate ascii_bin not null, `message_text` varchar(500) character set utf8mb4 collate utf8mb4_bin, `related_order_no` varchar(32) character set ascii collate ascii_bin, `raise_count` int not null, `first_at` bigint not null, `last_at` bigint not null, `state` varchar(16) character set ascii collate ascii_bin not null, `handled_by` varchar(128) character set utf8mb4 collate utf8mb4_bin, `handled_at` bigint, `remark` varchar(200) character set utf8mb4 collate utf8mb4_bin, `version` int not null, primary key (`alert_no`)) default character set utf8mb4;

-- 0281-alert-place
alter table `console_alert` add unique `console_alert_place_uq`(`wait_place`);

-- 0282-alert-list
alter table `console_alert` add index `console_alert_list_ix`(`last_at`, `alert_no`);

-- 0283-alert-state
alter table `console_alert` add index `console_alert_state_ix`(`state`, `last_at`, `alert_no`);

-- 0284-menu
create table `console_menu` (`menu_key` varchar(64) character set ascii collate ascii_bin not null, `parent_key` varchar(64) character set ascii collate ascii_bin not null, `menu_name` varchar(64) character set utf8mb4 collate utf8mb4_bin, `menu_type` varchar(16) character set ascii collate ascii_bin not null, `page_key` varchar(64) character set ascii collate ascii_bin, `sort_no` int not null, `enabled` smallint not null, `menu_origin` varchar(16) character set ascii collate ascii_bin not null, `remark` varchar(200) character set utf8mb4 collate utf8mb4_bin, `version` int not null, primary key (`menu_key`)) default character set utf8mb4;

-- 0285-log
create table `platform_log` (`log_no` varchar(32) character set ascii collate ascii_bin not null, `logged_at` bigint not null, `log_type` varchar(16) character set ascii collate ascii_bin not null, `log_level` varchar(16) character set ascii collate ascii_bin not null, `related_order_no` varchar(32) character set ascii collate ascii_bin, `request_id` varchar(128) character set utf8mb4 collate utf8mb4_bin, `content_text` varchar(1000) character set utf8mb4 collate utf8mb4_bin, primary key (`log_no`)) default character set utf8mb4;

-- 0286-log-time
alter table `platform_log` add index `platform_log_time_ix`(`logged_at`, `log_no`);

-- 0287-log-order
alter table `platform_log` add index `platform_log_order_ix`(`related_order_no`, `logged_at`);

-- 0288-log-request
alter table `platform_log` add index `platform_log_request_ix`(`request_id`, `logged_at`);

-- 0289-e-bill-state
alter table `e_bill` add index `e_bill_state_ix`(`state`, `bill_at`, `bus_no`);

-- 0260-issue
create table `desk_issue` (`issue_no` varchar(32) character set ascii collate ascii_bin not null, `issue_type` varchar(16) character set ascii collate ascii_bin not null, `related_order_no` varchar(128) character set ascii collate ascii_bin, `platform_order_no` varchar(32) character set ascii collate ascii_bin, `platform_refund_no` varchar(32) character set ascii collate ascii_bin, `biz_order_no` varchar(128) character set ascii collate ascii_bin, `sealed_description` mediumtext character set utf8mb4 collate utf8mb4_bin, `masked_mobile` varchar(16) character set ascii collate ascii_bin, `sealed_mobile` varchar(300) character set ascii collate ascii_bin, `state` varchar(16) character set ascii collate ascii_bin not null, `sealed_solution` mediumtext character set utf8mb4 collate utf8mb4_bin, `solved_by` varchar(32) character set ascii collate ascii_bin, `solved_at` bigint, `registered_by` varchar(32) character set ascii collate ascii_bin not null, `registered_at` bigint not null, `step_count` int not null, `attachment_count` int not null, `attachment_bytes` bigint not null, `version` int not null, primary key (`issue_no`)) default character set utf8mb4;

-- 0261-issue-list
alter table `desk_issue` add index `desk_issue_list_ix`(`registered_at`, `issue_no`);

-- 0262-issue-related
alter table `desk_issue` add index `desk_issue_related_ix`(`related_order_no`, `registered_at`);

-- 0263-issue-order
alter table `desk_issue` add index `desk_issue_order_ix`(`platform_order_no`, `registered_at`);

-- 0264-issue-biz
alter table `desk_issue` add index `desk_issue_biz_ix`(`biz_order_no`, `registered_at`);

-- 0265-issue-step
create table `issue_step` (`issue_no` varchar(32) character set ascii collate ascii_bin not null, `step_no` int not null, `step_kind` varchar(16) character set ascii collate ascii_bin not null, `sealed_words` mediumtext character set utf8mb4 collate utf8mb4_bin, `done_by` varchar(32) character set ascii collate ascii_bin not null, `done_at` bigint not null, primary key (`issue_no`, `step_no`)) default character set utf8mb4;

-- 0266-attachment
create table `issue_attachment` (`attachment_no` varchar(32) character set ascii collate ascii_bin not null, `file_name` varchar(256) character set utf8mb4 collate utf8mb4_bin, `file_kind` varchar(8) character set ascii collate ascii_bin not null, `byte_size` bigint not null, `file_digest` varchar(64) character set ascii collate ascii_bin, `scan_verdict` varchar(16) character set ascii collate ascii_bin, `state` varchar(16) character set ascii collate ascii_bin not null, `uploaded_by` varchar(32) character set ascii collate ascii_bin not null, `uploaded_at` bigint not null, `issue_no` varchar(32) character set ascii collate ascii_bin, `step_no` int, `version` int not null, primary key (`attachment_no`)) default character set utf8mb4;

-- 0267-attachment-issue
alter table `issue_attachment` add index `issue_attachment_issue_ix`(`issue_no`, `step_no`, `attachment_no`);

-- 0268-attachment-loose
alter table `issue_attachment` add index `issue_attachment_loose_ix`(`state`, `uploaded_at`, `attachment_no`);

-- 0269-upload-allowance
create table `upload_allowance` (`operator_no` varchar(32) character set ascii collate ascii_bin not null, `hour_began` bigint not null, `file_count` int not null, `byte_count` bigint not null, `version` int not null, primary key (`operator_no`)) default character set utf8mb4;

-- 0270-developer-contact
alter table `developer` add `contact_name` varchar(64) character set utf8mb4 collate utf8mb4_bin;

-- 0271-developer-masked-mobile
alter table `developer` add `masked_mobile` varchar(16) character set ascii collate ascii_bin;

-- 0272-developer-sealed-mobile
alter table `developer` add `sealed_mobile` varchar(300) character set ascii collate ascii_bin;

-- 0273-developer-roles
alter table `developer` add `role_codes` mediumtext character set utf8mb4 collate utf8mb4_bin;

-- 0274-developer-created
alter table `developer` add `created_at` bigint;

-- 0275-developer-role
create table `developer_role` (`role_code` varchar(32) character set ascii collate ascii_bin not null, `role_name` varchar(64) character set utf8mb4 collate utf8mb4_bin, `method_list` mediumtext character set utf8mb4 collate utf8mb4_bin, `merchant_list` mediumtext character set utf8mb4 collate utf8mb4_bin, `remark` varchar(200) character set utf8mb4 collate utf8mb4_bin, `created_at` bigint not null, `version` int not null, primary key (`role_code`)) default character set utf8mb4;

-- 0276-developer-role-list
alter table `developer_role` add index `developer_role_list_ix`(`created_at`, `role_code`);

-- 0290-order-code
alter table `pay_order` add `row_mac` varchar(64) character set ascii collate ascii_bin;

-- 0291-order-archive-code
alter table `pay_order_archive` add `row_mac` varchar(64) character set ascii collate ascii_bin;

-- 0292-attempt-code
alter table `pay_attempt` add `row_mac` varchar(64) character set ascii collate ascii_bin;

-- 0293-attempt-archive-code
alter table `pay_attempt_archive` add `row_mac` varchar(64) character set ascii collate ascii_bin;

-- 0294-refund-code
alter table `pay_refund` add `row_mac` varchar(64) character set ascii collate ascii_bin;

-- 0295-refund-archive-code
alter table `pay_refund_archive` add `row_mac` varchar(64) character set ascii collate ascii_bin;

-- 0296-row-code-mark
create table `row_code_mark` (`mark_name` varchar(32) character set ascii collate ascii_bin not null, `since_at` bigint not null, `done_at` bigint, `mark_mac` varchar(64) character set ascii collate ascii_bin not null, primary key (`mark_name`)) default character set utf8mb4;

-- 0297-audit-signed-head
create table `audit_signed_head` (`last_seq` int not null, `last_mac` varchar(64) character set ascii collate ascii_bin not null, `signed_at` bigint not null, `previous_seq` int not null, `key_name` varchar(64) character set ascii collate ascii_bin not null, `signature_text` varchar(200) character set ascii collate ascii_bin not null, primary key (`last_seq`)) default character set utf8mb4;

-- 0298-key-walk
create table `key_walk` (`walk_name` varchar(32) character set ascii collate ascii_bin not null, `key_names` varchar(200) character set ascii collate ascii_bin not null, `table_index` int not null, `after_key` varchar(128) character set ascii collate ascii_bin, `after_round` int not null, `rows_seen` bigint not null, `rows_renewed` bigint not null, `rows_changed` bigint not null, `begun_at` bigint not null, `ended_at` bigint, `version` int not null, primary key (`walk_name`)) default character set utf8mb4;

-- 0299-operator-session-ended
alter table `operator_session` add index `operator_session_ended_ix`(`ended_at`, `token_hash`);

-- 0300-account-changed-by
alter table `channel_merchant` add `changed_by` mediumtext character set utf8mb4 collate utf8mb4_bin;

-- 0310-operator-key
create table `operator_key` (`key_no` varchar(32) character set ascii collate ascii_bin not null, `operator_no` varchar(32) character set ascii collate ascii_bin not null, `public_key` varchar(130) character set ascii collate ascii_bin not null, `key_print` varchar(64) character set ascii collate ascii_bin not null, `state` varchar(16) character set ascii collate ascii_bin not null, `asked_by` varchar(64) character set ascii collate ascii_bin not null, `asked_at` bigint not null, `decided_by` varchar(64) character set ascii collate ascii_bin, `decided_at` bigint, `remark` varchar(500) character set utf8mb4 collate utf8mb4_bin, `row_mac` varchar(64) character set ascii collate ascii_bin not null, `version` int not null, primary key (`key_no`)) default character set utf8mb4;

-- 0311-operator-key-print
alter table `operator_key` add unique `operator_key_print_uq`(`key_print`);

-- 0312-operator-key-of
alter table `operator_key` add index `operator_key_of_ix`(`operator_no`, `asked_at`, `key_no`);

-- 0313-operator-key-list
alter table `operator_key` add index `operator_key_list_ix`(`asked_at`, `key_no`);

-- 0314-operator-key-state
alter table `operator_key` add index `operator_key_state_ix`(`state`, `asked_at`, `key_no`);

-- 0320-developer-code
alter table `developer` add `row_mac` varchar(64) character set ascii collate ascii_bin;

-- 0321-developer-role-code
alter table `developer_role` add `row_mac` varchar(64) character set ascii collate ascii_bin;

-- 0322-channel-merchant-code
alter table `channel_merchant` add `row_mac` varchar(64) character set ascii collate ascii_bin;

-- 0323-payee-code
alter table `payee` add `row_mac` varchar(64) character set ascii collate ascii_bin;

-- 0324-payee-channel-code
alter table `payee_channel` add `row_mac` varchar(64) character set ascii collate ascii_bin;

-- 0325-institution-code
alter table `institution` add `row_mac` varchar(64) character set ascii collate ascii_bin;

-- 0326-region-code
alter table `region` add `row_mac` varchar(64) character set ascii collate ascii_bin;

-- 0327-industry-code
alter table `industry` add `row_mac` varchar(64) character set ascii collate ascii_bin;

-- 0328-channel-code
alter table `payment_channel` add `row_mac` varchar(64) character set ascii collate ascii_bin;

-- 0329-nontax-region-code
alter table `nontax_region` add `row_mac` varchar(64) character set ascii collate ascii_bin;

-- 0330-nontax-item-code
alter table `nontax_item` add `row_mac` varchar(64) character set ascii collate ascii_bin;

-- 0340-audit-object
alter table `audit_entry` add index `audit_entry_object_ix`(`object_no`, `happened_at`, `entry_id`);

-- 0341-grant-opinion
alter table `grant_request` add `opinion` varchar(500) character set utf8mb4 collate utf8mb4_bin;

-- 0360-repeat-channel-no
alter table `repeat_payment` add index `repeat_payment_channel_ix`(`channel_order_no`);

-- 0361-repeat-channel-no-archive
alter table `repeat_payment_archive` add index `repeat_payment_channel_ix_a`(`channel_order_no`);

-- 0362-abnormal-channel-no
alter table `abnormal_order` add index `abnormal_order_channel_ix`(`channel_order_no`);

-- 0363-abnormal-channel-no-archive
alter table `abnormal_order_archive` add index `abnormal_order_channel_ix_a`(`channel_order_no`);

-- 0370-order-paid
alter table `pay_order` add index `pay_order_paid_ix`(`paid_at`, `platform_order_no`);

-- 0371-order-paid-archive
alter table `pay_order_archive` add index `pay_order_paid_ix_a`(`paid_at`, `platform_order_no`);

-- 0372-audit-rows
alter table `audit_entry` add `rows_written` mediumtext character set utf8mb4 collate utf8mb4_bin;

-- 0380-forgetting-round
create table `forgetting_round` (`round_kind` varchar(16) character set ascii collate ascii_bin not null, `turn_owner` varchar(64) character set ascii collate ascii_bin, `turn_until` bigint not null, `count_list` mediumtext character set utf8mb4 collate utf8mb4_bin, `version` int not null, primary key (`round_kind`)) default character set utf8mb4;

-- 0381-text-forgotten
alter table `text_message` add `forgotten_at` bigint;

-- 0382-issue-forgotten
alter table `desk_issue` add `forgotten_at` bigint;

-- 0383-text-over
alter table `text_message` add index `text_message_over_ix`(`forgotten_at`, `ended_at`, `message_id`);

-- 0384-issue-over
alter table `desk_issue` add index `desk_issue_over_ix`(`forgotten_at`, `solved_at`, `issue_no`);

-- 0385-code-over
alter table `text_code` add index `text_code_made_ix`(`made_at`, `phone_index`, `scene`);

-- 0390-block-changed
alter table `text_block` add index `text_block_changed_ix`(`changed_at`, `phone_index`);

-- a column added later
alter table `payee` add `remark` varchar(100) character set utf8mb4 collate utf8mb4_bin;

-- what is there
select * from information_schema.tables where table_name = ? and table_schema = database();
show columns from `pay_order`;
select `index_name` from `information_schema`.`statistics` where `table_name` = ? and `index_name` = ? and table_schema = database() limit ?;

-- orders.add
insert into `pay_order` (`bill_detail_url`, `biz_discount_amount`, `biz_order_no`, `cashier_token`, `channel_discount_amount`, `channel_order_no`, `closed_at`, `content_digest`, `created_at`, `dev_id`, `expires_at`, `merchant_no`, `nontax_info`, `notify_url`, `order_amount`, `order_date`, `order_description`, `order_time`, `order_title`, `paid_at`, `paid_attempt_no`, `passback_params`, `pay_channel`, `payer_cert_no`, `payer_cert_no_index`, `payer_mobile`, `payer_mobile_index`, `payer_name`, `payer_name_index`, `platform_order_no`, `return_url`, `row_mac`, `state`, `state_msg`, `sub_orders`, `terminal`, `user_id`, `valid_minutes`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select `archive_name`, `begun_at` from `archive_mark` where `archive_name` = ? limit ?;

-- attempts.add
insert into `pay_attempt` (`amount`, `answered_at`, `attempt_no`, `busy`, `cancel_asked_at`, `channel_discount_amount`, `channel_merchant_id`, `channel_order_no`, `channel_time`, `clearing_day`, `code_digest`, `created_at`, `limit_at`, `merchant_no`, `paid_at`, `paid_by_payer`, `pay_channel`, `pay_method`, `platform_order_no`, `queries_asked`, `reason`, `received_at`, `recorded_at`, `row_mac`, `sent_at`, `state`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- refunds.add
insert into `pay_refund` (`approval_remark`, `approval_state`, `approved_by`, `attempt_no`, `biz_refund_order_no`, `channel_refund_no`, `content_digest`, `created_at`, `dev_id`, `merchant_no`, `nontax_refund_ref`, `notify_url`, `origin`, `passback_params`, `platform_order_no`, `platform_refund_order_no`, `queries_asked`, `refund_amount`, `refund_order_date`, `refund_reason`, `refund_title`, `refund_trade_no`, `refund_trade_time`, `refunded_at`, `requested_by`, `row_mac`, `sent_at`, `state`, `state_msg`, `sub_merchant_no`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- callbacks.add
select `callback_id`, `kind`, `platform_order_no`, `platform_refund_order_no`, `dev_id`, `merchant_no`, `target_url`, `told_state`, `content_text`, `passback_params`, `state`, `tries`, `first_tried_at`, `last_tried_at`, `next_try_at`, `last_answer`, `accepted_at`, `created_at`, `version` from `merchant_callback` where `callback_id` = ? limit ?;
insert into `merchant_callback` (`accepted_at`, `callback_id`, `content_text`, `created_at`, `dev_id`, `first_tried_at`, `kind`, `last_answer`, `last_tried_at`, `merchant_no`, `next_try_at`, `passback_params`, `platform_order_no`, `platform_refund_order_no`, `state`, `target_url`, `told_state`, `tries`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- abnormalOrders.add
select `abnormal_id`, `kind`, `platform_order_no`, `merchant_no`, `attempt_no`, `pay_channel`, `channel_order_no`, `amount`, `remark`, `handle_state`, `created_at`, `version` from `abnormal_order` where `abnormal_id` = ? limit ?;
insert into `abnormal_order` (`abnormal_id`, `amount`, `attempt_no`, `channel_order_no`, `created_at`, `handle_state`, `kind`, `merchant_no`, `pay_channel`, `platform_order_no`, `remark`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- repeatPayments.add
select `attempt_no`, `platform_order_no`, `merchant_no`, `pay_channel`, `channel_order_no`, `amount`, `handle_state`, `paid_at`, `created_at`, `version` from `repeat_payment` where `attempt_no` = ? limit ?;
insert into `repeat_payment` (`amount`, `attempt_no`, `channel_order_no`, `created_at`, `handle_state`, `merchant_no`, `paid_at`, `pay_channel`, `platform_order_no`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- personalBillPushes.add
select `platform_order_no`, `biz_order_no`, `dev_id`, `merchant_no`, `content_digest`, `bill_state`, `state`, `tries`, `first_tried_at`, `last_tried_at`, `next_try_at`, `last_answer`, `accepted_at`, `created_at`, `version` from `personal_bill_push` where `platform_order_no` = ? limit ?;
insert into `personal_bill_push` (`accepted_at`, `bill_state`, `biz_order_no`, `content_digest`, `created_at`, `dev_id`, `first_tried_at`, `last_answer`, `last_tried_at`, `merchant_no`, `next_try_at`, `platform_order_no`, `state`, `tries`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- audit.append
insert into `audit_entry` (`action`, `actor_address`, `actor_code`, `actor_kind`, `description`, `entry_id`, `entry_mac`, `facts_after`, `facts_before`, `happened_at`, `link_mac`, `object_kind`, `object_no`, `request_id`, `rows_written`, `seq`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- outbox.enqueue
select `job_id`, `topic`, `job_key`, `state`, `due_at`, `again_at`, `attempts`, `owner`, `claim_token`, `lease_until`, `last_error`, `created_at` from `outbox` where `topic` = ? and `job_key` = ? for update;
insert into `outbox` (`again_at`, `attempts`, `claim_token`, `created_at`, `due_at`, `job_id`, `job_key`, `last_error`, `lease_until`, `owner`, `state`, `topic`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- orders.byBizNo
select `platform_order_no`, `dev_id`, `merchant_no`, `biz_order_no`, `order_date`, `order_time`, `terminal`, `order_amount`, `biz_discount_amount`, `order_title`, `order_description`, `return_url`, `notify_url`, `bill_detail_url`, `valid_minutes`, `passback_params`, `user_id`, `payer_name`, `payer_name_index`, `payer_mobile`, `payer_mobile_index`, `payer_cert_no`, `payer_cert_no_index`, `sub_orders`, `nontax_info`, `content_digest`, `cashier_token`, `state`, `state_msg`, `created_at`, `expires_at`, `closed_at`, `paid_at`, `paid_attempt_no`, `pay_channel`, `channel_order_no`, `channel_discount_amount`, `version`, `row_mac` from `pay_order` where `dev_id` = ? and `merchant_no` = ? and `biz_order_no` = ? limit ?;

-- jobs.waitingFor
select `job_id`, `topic`, `job_key`, `state`, `due_at`, `again_at`, `attempts`, `owner`, `claim_token`, `lease_until`, `last_error`, `created_at` from `outbox` where `job_key` in (?, ?) and `topic` in (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) and `state` in (?, ?);

-- orders.byCashierToken
select `platform_order_no`, `dev_id`, `merchant_no`, `biz_order_no`, `order_date`, `order_time`, `terminal`, `order_amount`, `biz_discount_amount`, `order_title`, `order_description`, `return_url`, `notify_url`, `bill_detail_url`, `valid_minutes`, `passback_params`, `user_id`, `payer_name`, `payer_name_index`, `payer_mobile`, `payer_mobile_index`, `payer_cert_no`, `payer_cert_no_index`, `sub_orders`, `nontax_info`, `content_digest`, `cashier_token`, `state`, `state_msg`, `created_at`, `expires_at`, `closed_at`, `paid_at`, `paid_attempt_no`, `pay_channel`, `channel_order_no`, `channel_discount_amount`, `version`, `row_mac` from `pay_order` where `cashier_token` = ? limit ?;

-- orders.ofPayer
select `platform_order_no`, `dev_id`, `merchant_no`, `biz_order_no`, `order_date`, `order_time`, `terminal`, `order_amount`, `biz_discount_amount`, `order_title`, `order_description`, `return_url`, `notify_url`, `bill_detail_url`, `valid_minutes`, `passback_params`, `user_id`, `payer_name`, `payer_name_index`, `payer_mobile`, `payer_mobile_index`, `payer_cert_no`, `payer_cert_no_index`, `sub_orders`, `nontax_info`, `content_digest`, `cashier_token`, `state`, `state_msg`, `created_at`, `expires_at`, `closed_at`, `paid_at`, `paid_attempt_no`, `pay_channel`, `channel_order_no`, `channel_discount_amount`, `version`, `row_mac` from `pay_order` where `biz_order_no` = ? and `payer_mobile_index` = ? order by `created_at` desc, `platform_order_no` desc limit ?;

-- orders.paidOfUser
select `platform_order_no`, `dev_id`, `merchant_no`, `biz_order_no`, `order_date`, `order_time`, `terminal`, `order_amount`, `biz_discount_amount`, `order_title`, `order_description`, `return_url`, `notify_url`, `bill_detail_url`, `valid_minutes`, `passback_params`, `user_id`, `payer_name`, `payer_name_index`, `payer_mobile`, `payer_mobile_index`, `payer_cert_no`, `payer_cert_no_index`, `sub_orders`, `nontax_info`, `content_digest`, `cashier_token`, `state`, `state_msg`, `created_at`, `expires_at`, `closed_at`, `paid_at`, `paid_attempt_no`, `pay_channel`, `channel_order_no`, `channel_discount_amount`, `version`, `row_mac` from `pay_order` where `dev_id` = ? and `user_id` = ? and `state` = ? and `merchant_no` in (?, ?) and `created_at` >= ? and `created_at` <= ? and (`created_at` < ? or (`created_at` = ? and `platform_order_no` < ?)) order by `created_at` desc, `platform_order_no` desc limit ?;

-- orders.paidOfUser, no payee
select `platform_order_no`, `dev_id`, `merchant_no`, `biz_order_no`, `order_date`, `order_time`, `terminal`, `order_amount`, `biz_discount_amount`, `order_title`, `order_description`, `return_url`, `notify_url`, `bill_detail_url`, `valid_minutes`, `passback_params`, `user_id`, `payer_name`, `payer_name_index`, `payer_mobile`, `payer_mobile_index`, `payer_cert_no`, `payer_cert_no_index`, `sub_orders`, `nontax_info`, `content_digest`, `cashier_token`, `state`, `state_msg`, `created_at`, `expires_at`, `closed_at`, `paid_at`, `paid_attempt_no`, `pay_channel`, `channel_order_no`, `channel_discount_amount`, `version`, `row_mac` from `pay_order` where `dev_id` = ? and `user_id` = ? and `state` = ? and 1 = ? order by `created_at` desc, `platform_order_no` desc limit ?;

-- directoryEditor, new
select `dev_id`, `developer_name`, `sign_algorithm`, `sm2_encoding`, `sm2_user_id`, `public_keys`, `enabled`, `allowed_origins`, `allowed_addresses`, `allowed_methods`, `merchant_nos`, `requests_per_second`, `texts_payers`, `personal_bill_url`, `role_codes`, `contact_name`, `masked_mobile`, `created_at`, `version`, `row_mac` from `developer` where `dev_id` = ? for update;
insert into `developer` (`allowed_addresses`, `allowed_methods`, `allowed_origins`, `contact_name`, `created_at`, `dev_id`, `developer_name`, `enabled`, `masked_mobile`, `merchant_nos`, `personal_bill_url`, `public_keys`, `requests_per_second`, `role_codes`, `row_mac`, `sign_algorithm`, `sm2_encoding`, `sm2_user_id`, `texts_payers`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select `merchant_no`, `payee_name`, `institution_no`, `region_code`, `enabled`, `pay_notify_url`, `refund_notify_url`, `default_return_url`, `refund_review_required`, `refund_review_above`, `callback_on_failed`, `repeat_refund_by_rule`, `sub_merchants`, `charging_unit`, `notice_first`, `slip_refund_policy`, `industry_code`, `remark`, `created_at`, `version`, `row_mac` from `payee` where `merchant_no` = ? for update;
insert into `payee` (`callback_on_failed`, `charging_unit`, `created_at`, `default_return_url`, `enabled`, `industry_code`, `institution_no`, `merchant_no`, `notice_first`, `pay_notify_url`, `payee_name`, `refund_notify_url`, `refund_review_above`, `refund_review_required`, `region_code`, `remark`, `repeat_refund_by_rule`, `row_mac`, `slip_refund_policy`, `sub_merchants`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select `channel_merchant_id`, `pay_channel`, `channel_merchant_name`, `channel_merchant_no`, `channel_app_id`, `environment`, `key_name`, `settings_text`, `enabled`, `changed_by`, `remark`, `created_at`, `version`, `row_mac` from `channel_merchant` where `channel_merchant_id` = ? for update;
insert into `channel_merchant` (`changed_by`, `channel_app_id`, `channel_merchant_id`, `channel_merchant_name`, `channel_merchant_no`, `created_at`, `enabled`, `environment`, `key_name`, `pay_channel`, `remark`, `row_mac`, `settings_text`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select `merchant_no`, `pay_channel`, `channel_merchant_id`, `pay_methods`, `enabled`, `remark`, `created_at`, `version`, `row_mac` from `payee_channel` where `merchant_no` = ? and `channel_merchant_id` = ? for update;
insert into `payee_channel` (`channel_merchant_id`, `created_at`, `enabled`, `merchant_no`, `pay_channel`, `pay_methods`, `remark`, `row_mac`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?);

-- archive.page, begin, turns
select `platform_order_no` from `pay_order` where `platform_order_no` > ? order by `platform_order_no` asc limit ?;
insert into `archive_mark` (`archive_name`, `begun_at`) values (?, ?);
insert into `work_lease` (`lease_name`, `lease_owner`, `lease_until`) values (?, ?, ?);
update `work_lease` set `lease_owner` = ?, `lease_until` = ? where `lease_name` = ? and (`lease_owner` = ? or `lease_until` <= ?);
update `work_lease` set `lease_owner` = ?, `lease_until` = ? where `lease_name` = ? and `lease_owner` = ?;

-- keyWalk.state, page
select `walk_name`, `key_names`, `table_index`, `after_key`, `after_round`, `rows_seen`, `rows_renewed`, `rows_changed`, `begun_at`, `ended_at`, `version` from `key_walk` where `walk_name` = ? limit ?;
select `mark_name`, `since_at`, `done_at`, `mark_mac` from `row_code_mark` where `mark_name` = ? limit ?;
select `walk_name`, `key_names`, `table_index`, `after_key`, `after_round`, `rows_seen`, `rows_renewed`, `rows_changed`, `begun_at`, `ended_at`, `version` from `key_walk` where `walk_name` = ? for update;
insert into `key_walk` (`after_key`, `after_round`, `begun_at`, `ended_at`, `key_names`, `rows_changed`, `rows_renewed`, `rows_seen`, `table_index`, `version`, `walk_name`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select `platform_order_no`, `dev_id`, `merchant_no`, `biz_order_no`, `order_date`, `order_time`, `terminal`, `order_amount`, `biz_discount_amount`, `order_title`, `order_description`, `return_url`, `notify_url`, `bill_detail_url`, `valid_minutes`, `passback_params`, `user_id`, `payer_name`, `payer_name_index`, `payer_mobile`, `payer_mobile_index`, `payer_cert_no`, `payer_cert_no_index`, `sub_orders`, `nontax_info`, `content_digest`, `cashier_token`, `state`, `state_msg`, `created_at`, `expires_at`, `closed_at`, `paid_at`, `paid_attempt_no`, `pay_channel`, `channel_order_no`, `channel_discount_amount`, `version`, `row_mac` from `pay_order` order by `platform_order_no` asc limit ?;
update `key_walk` set `key_names` = ?, `table_index` = ?, `after_key` = ?, `after_round` = ?, `rows_seen` = ?, `rows_renewed` = ?, `rows_changed` = ?, `begun_at` = ?, `ended_at` = ?, `version` = ? where `walk_name` = ? and `version` = ?;

-- jobBoard.forgetArchived
select `job_id` from `outbox_archive` where `due_at` < ? order by `due_at` asc, `job_id` asc limit ?;

-- jobBoard.nextDueAt, counts
select `due_at` from `outbox` where `state` = ? order by `due_at` asc, `job_id` asc limit ?;
select `topic`, `state`, count(*) as `jobs` from `outbox` where `state` in (?, ?) group by `topic`, `state`;

-- trades.add
select `trade_key`, `kind`, `purpose`, `platform_order_no`, `attempt_no`, `platform_refund_order_no`, `dev_id`, `merchant_no`, `biz_order_no`, `order_date`, `pay_channel`, `pay_method`, `channel_merchant_id`, `channel_order_no`, `order_amount`, `amount`, `channel_discount_amount`, `share_list`, `trade_at`, `clearing_day`, `settle_state`, `settled_day`, `seen_run_no`, `created_at` from `trade` where `trade_key` = ? limit ?;
insert into `trade` (`amount`, `attempt_no`, `biz_order_no`, `channel_discount_amount`, `channel_merchant_id`, `channel_order_no`, `clearing_day`, `created_at`, `dev_id`, `kind`, `merchant_no`, `order_amount`, `order_date`, `pay_channel`, `pay_method`, `platform_order_no`, `platform_refund_order_no`, `purpose`, `seen_run_no`, `settle_state`, `settled_day`, `share_list`, `trade_at`, `trade_key`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- settlement.addAll
insert into `settlement_entry` (`biz_order_no`, `cause`, `channel_merchant_id`, `channel_order_no`, `clearing_day`, `created_at`, `entry_no`, `fee_amount`, `kind`, `line_no`, `merchant_no`, `order_date`, `pay_channel`, `pay_method`, `platform_order_no`, `platform_refund_order_no`, `purpose`, `run_no`, `settle_day`, `settled_amount`, `sub_merchant_no`, `trade_amount`, `trade_at`, `trade_count`, `trade_key`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- settlement.addStatement, addCertificate, addLock
select `merchant_no`, `settle_day`, `kind`, `file_no`, `file_name`, `byte_size`, `file_digest`, `line_count`, `totals`, `created_at` from `payee_statement` where `merchant_no` = ? and `settle_day` = ? and `kind` = ? limit ?;
insert into `payee_statement` (`byte_size`, `created_at`, `file_digest`, `file_name`, `file_no`, `kind`, `line_count`, `merchant_no`, `settle_day`, `totals`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select `certified_day`, `content_text`, `content_digest`, `previous_digest`, `previous_day`, `signature_text`, `key_name`, `issued_at` from `day_certificate` where `certified_day` = ? limit ?;
insert into `day_certificate` (`certified_day`, `content_digest`, `content_text`, `issued_at`, `key_name`, `previous_day`, `previous_digest`, `signature_text`) values (?, ?, ?, ?, ?, ?, ?, ?);
select `book_month`, `locked_at`, `locked_by` from `period_lock` where `book_month` = ? limit ?;
insert into `period_lock` (`book_month`, `locked_at`, `locked_by`) values (?, ?, ?);

-- reconciliation.add…
insert into `channel_bill` (`bill_no`, `byte_size`, `channel_merchant_id`, `clearing_day`, `file_digest`, `file_name`, `file_no`, `origin`, `received_at`, `received_by`, `totals`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into `reconcile_run` (`bill_no`, `cancel_asked_by`, `channel_merchant_id`, `clearing_day`, `ended_at`, `figures`, `line_count`, `lines_done`, `missing_after`, `pay_channel`, `remark`, `run_changes`, `run_no`, `run_sequence`, `started_at`, `started_by`, `state`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into `reconcile_item` (`change_kind`, `here_amount`, `item_no`, `outcome`, `run_no`, `subject_key`, `there_amount`) values (?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?);
select `channel_merchant_id`, `clearing_day`, `pay_channel`, `state`, `bill_no`, `last_run_no`, `running_no`, `run_count`, `reconcile_count`, `reconcile_amount`, `settled_amount`, `fee_amount`, `open_count`, `waiting_count`, `tries`, `last_tried_at`, `last_word`, `reconciled_at`, `version` from `reconcile_day` where `channel_merchant_id` = ? and `clearing_day` = ? limit ?;
insert into `reconcile_day` (`bill_no`, `channel_merchant_id`, `clearing_day`, `fee_amount`, `last_run_no`, `last_tried_at`, `last_word`, `open_count`, `pay_channel`, `reconcile_amount`, `reconcile_count`, `reconciled_at`, `run_count`, `running_no`, `settled_amount`, `state`, `tries`, `version`, `waiting_count`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into `reconcile_difference` (`biz_order_no`, `channel_merchant_id`, `channel_no`, `clearing_day`, `created_at`, `detail_text`, `difference_no`, `first_run_no`, `happened_at`, `here_amount`, `here_fee`, `kind`, `last_run_no`, `merchant_no`, `outcome`, `own_no`, `pay_channel`, `platform_order_no`, `state`, `subject_key`, `suggested_key`, `there_amount`, `there_fee`, `there_settled`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into `handling_note` (`note_action`, `note_no`, `note_text`, `noted_at`, `object_kind`, `object_no`, `operator_name`) values (?, ?, ?, ?, ?, ?, ?);

-- keptFiles.keep
insert into `kept_draft` (`chunk_count`, `file_no`, `touched_at`) values (?, ?, ?);
select `file_no`, `purpose`, `file_name`, `byte_size`, `file_digest`, `chunk_count`, `created_at` from `kept_file` where `file_no` = ? limit ?;
update `kept_draft` set `chunk_count` = ?, `touched_at` = ? where `file_no` = ? and `chunk_count` = ?;
insert into `kept_chunk` (`chunk_no`, `chunk_text`, `file_no`) values (?, ?, ?);
delete from `kept_draft` where `file_no` = ? and `chunk_count` = ?;
insert into `kept_file` (`byte_size`, `chunk_count`, `created_at`, `file_digest`, `file_name`, `file_no`, `purpose`) values (?, ?, ?, ?, ?, ?, ?);
insert into `kept_export` (`chunk_count`, `file_no`, `kept_at`) values (?, ?, ?);

-- settlement.sumsOfDay
select `channel_merchant_id`, `merchant_no`, sum(`trade_count`) as `trade_count`, sum(`trade_amount`) as `trade_amount`, sum(`settled_amount`) as `settled_amount`, sum(`fee_amount`) as `fee_amount` from `settlement_entry` where `clearing_day` = ? group by `channel_merchant_id`, `merchant_no` order by `channel_merchant_id` asc, `merchant_no` asc limit ?;
select `channel_merchant_id`, `merchant_no`, sum(`trade_count`) as `trade_count`, sum(`trade_amount`) as `trade_amount`, sum(`settled_amount`) as `settled_amount`, sum(`fee_amount`) as `fee_amount` from `settlement_entry` where `settle_day` = ? group by `channel_merchant_id`, `merchant_no` order by `channel_merchant_id` asc, `merchant_no` asc limit ?;

-- eBills.add…
insert into `e_bill` (`amount`, `base_list`, `bill_at`, `bill_code`, `bill_key`, `bill_no`, `bill_round`, `bill_source`, `biz_order_no`, `bus_no`, `check_code`, `created_at`, `dev_id`, `failure_code`, `failure_text`, `issued_at`, `item_list`, `last_try_at`, `link_list`, `merchant_no`, `next_try_at`, `page_token`, `paid_at`, `pay_code`, `payer_cert_no`, `payer_cert_no_index`, `payer_email`, `payer_kind`, `payer_mobile`, `payer_mobile_index`, `payer_name`, `payer_name_index`, `platform_order_no`, `region_code`, `reversal_text`, `said_items`, `state`, `tries_made`, `version`, `whole_order`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into `e_bill_check` (`check_day`, `checked_at`, `difference_list`, `our_amount`, `our_count`, `region_code`, `state`, `their_amount`, `their_count`, `version`, `walk_text`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- eBills.verified
select `bill_key`, `bill_round`, `bill_source`, `platform_order_no`, `bus_no`, `state`, `amount`, `dev_id`, `merchant_no`, `biz_order_no`, `region_code`, `payer_kind`, `payer_name`, `payer_name_index`, `payer_cert_no`, `payer_cert_no_index`, `payer_mobile`, `payer_mobile_index`, `payer_email`, `item_list`, `base_list`, `whole_order`, `said_items`, `pay_code`, `bill_code`, `bill_no`, `check_code`, `issued_at`, `link_list`, `reversal_text`, `failure_code`, `failure_text`, `page_token`, `tries_made`, `last_try_at`, `next_try_at`, `paid_at`, `bill_at`, `created_at`, `version` from `e_bill` where `bill_key` = ? and `bill_source` = ? limit ?;

-- legs.add…
select `check_day`, `channel_merchant_id`, `run_no`, `state`, `check_phase`, `after_key`, `order_count`, `complete_count`, `channel_gaps`, `notice_gaps`, `bill_gaps`, `gap_figures`, `walked_at`, `changed_at`, `look_at`, `oldest_at`, `alarmed_at`, `version` from `leg_check` where `check_day` = ? and `channel_merchant_id` = ? limit ?;
insert into `leg_check` (`after_key`, `alarmed_at`, `bill_gaps`, `changed_at`, `channel_gaps`, `channel_merchant_id`, `check_day`, `check_phase`, `complete_count`, `gap_figures`, `look_at`, `notice_gaps`, `oldest_at`, `order_count`, `run_no`, `state`, `version`, `walked_at`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into `leg_gap` (`biz_order_no`, `channel_merchant_id`, `check_day`, `closed_at`, `expected_amount`, `first_seen_at`, `found_amount`, `gap_kind`, `gap_no`, `gap_seq`, `gap_state`, `leg_name`, `merchant_no`, `platform_order_no`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- legs.noticesOf
select `platform_order_no`, `notice_step`, `total_amount` from `payment_notice` where `platform_order_no` in (?);

-- texts.add…
select `message_id`, `scene`, `biz_key`, `sealed_phone`, `phone_index`, `masked_phone`, `template_name`, `param_list`, `state`, `last_code`, `tries`, `being_sent`, `resent`, `group_no`, `asker_index`, `created_at`, `send_at`, `last_tried_at`, `submitted_at`, `ended_at`, `version` from `text_message` where `scene` = ? and `biz_key` = ? and `phone_index` = ? limit ?;
insert into `text_message` (`asker_index`, `being_sent`, `biz_key`, `created_at`, `ended_at`, `group_no`, `last_code`, `last_tried_at`, `masked_phone`, `message_id`, `param_list`, `phone_index`, `resent`, `scene`, `sealed_phone`, `send_at`, `state`, `submitted_at`, `template_name`, `tries`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select `phone_index`, `masked_phone`, `is_blocked`, `block_cause`, `changed_at`, `version` from `text_block` where `phone_index` = ? limit ?;
insert into `text_block` (`block_cause`, `changed_at`, `is_blocked`, `masked_phone`, `phone_index`, `version`) values (?, ?, ?, ?, ?, ?);
select `scene`, `phone_index`, `code_hash`, `made_at`, `wrong_tries`, `used_at`, `version` from `text_code` where `scene` = ? and `phone_index` = ? limit ?;
insert into `text_code` (`code_hash`, `made_at`, `phone_index`, `scene`, `used_at`, `version`, `wrong_tries`) values (?, ?, ?, ?, ?, ?, ?);
select `said_index`, `inbound_no`, `sealed_phone`, `phone_index`, `masked_phone`, `sealed_content`, `extension_no`, `meaning`, `sent_at`, `received_at` from `text_inbound` where `said_index` = ? limit ?;
insert into `text_inbound` (`extension_no`, `inbound_no`, `masked_phone`, `meaning`, `phone_index`, `received_at`, `said_index`, `sealed_content`, `sealed_phone`, `sent_at`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- texts.add…, while a new key of indexes begins to be used
select `message_id`, `scene`, `biz_key`, `sealed_phone`, `phone_index`, `masked_phone`, `template_name`, `param_list`, `state`, `last_code`, `tries`, `being_sent`, `resent`, `group_no`, `asker_index`, `created_at`, `send_at`, `last_tried_at`, `submitted_at`, `ended_at`, `version` from `text_message` where `scene` = ? and `biz_key` = ? and `phone_index` in (?, ?) limit ?;
select `phone_index`, `masked_phone`, `is_blocked`, `block_cause`, `changed_at`, `version` from `text_block` where `phone_index` in (?, ?) limit ?;

-- orders.ofPayer, under two keys
select `platform_order_no`, `dev_id`, `merchant_no`, `biz_order_no`, `order_date`, `order_time`, `terminal`, `order_amount`, `biz_discount_amount`, `order_title`, `order_description`, `return_url`, `notify_url`, `bill_detail_url`, `valid_minutes`, `passback_params`, `user_id`, `payer_name`, `payer_name_index`, `payer_mobile`, `payer_mobile_index`, `payer_cert_no`, `payer_cert_no_index`, `sub_orders`, `nontax_info`, `content_digest`, `cashier_token`, `state`, `state_msg`, `created_at`, `expires_at`, `closed_at`, `paid_at`, `paid_attempt_no`, `pay_channel`, `channel_order_no`, `channel_discount_amount`, `version`, `row_mac` from `pay_order` where `biz_order_no` = ? and `payer_mobile_index` in (?, ?) order by `created_at` desc, `platform_order_no` desc limit ?;
select `platform_order_no`, `dev_id`, `merchant_no`, `biz_order_no`, `order_date`, `order_time`, `terminal`, `order_amount`, `biz_discount_amount`, `order_title`, `order_description`, `return_url`, `notify_url`, `bill_detail_url`, `valid_minutes`, `passback_params`, `user_id`, `payer_name`, `payer_name_index`, `payer_mobile`, `payer_mobile_index`, `payer_cert_no`, `payer_cert_no_index`, `sub_orders`, `nontax_info`, `content_digest`, `cashier_token`, `state`, `state_msg`, `created_at`, `expires_at`, `closed_at`, `paid_at`, `paid_attempt_no`, `pay_channel`, `channel_order_no`, `channel_discount_amount`, `version`, `row_mac` from `pay_order_archive` where `biz_order_no` = ? and `payer_mobile_index` in (?, ?) order by `created_at` desc, `platform_order_no` desc limit ?;

-- sharing.add…
select `target_name`, `table_name`, `mark_at`, `mark_id`, `lease_owner`, `lease_until`, `batch_sequence`, `failure_count`, `not_before`, `phase`, `counted_day`, `version` from `share_watermark` where `target_name` = ? and `table_name` = ? limit ?;
insert into `share_watermark` (`batch_sequence`, `counted_day`, `failure_count`, `lease_owner`, `lease_until`, `mark_at`, `mark_id`, `not_before`, `phase`, `table_name`, `target_name`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into `share_batch` (`accepted_count`, `batch_kind`, `batch_no`, `began_at`, `ended_at`, `message_text`, `quarantined_count`, `row_count`, `state`, `table_name`, `target_name`, `warning_count`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select `quarantine_no`, `target_name`, `table_name`, `row_key`, `reason`, `detail_text`, `state`, `batch_no`, `times`, `first_at`, `last_at`, `version` from `share_quarantine` where `target_name` = ? and `table_name` = ? and `row_key` = ? limit ?;
insert into `share_quarantine` (`batch_no`, `detail_text`, `first_at`, `last_at`, `quarantine_no`, `reason`, `row_key`, `state`, `table_name`, `target_name`, `times`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select `table_name`, `column_name`, `is_full`, `basis_text`, `decided_by`, `decided_at`, `version` from `share_policy` where `table_name` = ? and `column_name` = ? limit ?;
insert into `share_policy` (`basis_text`, `column_name`, `decided_at`, `decided_by`, `is_full`, `table_name`, `version`) values (?, ?, ?, ?, ?, ?, ?);
select `platform_order_no`, `noted_at`, `version` from `share_order_outbox` where `platform_order_no` = ? limit ?;
insert into `share_order_outbox` (`noted_at`, `platform_order_no`, `version`) values (?, ?, ?);
select `node_id`, `parent_id`, `parent_ids`, `grade`, `node_name`, `org_id`, `is_gone`, `created_at`, `changed_at`, `version` from `share_node` where `node_id` = ? limit ?;
insert into `share_node` (`changed_at`, `created_at`, `grade`, `is_gone`, `node_id`, `node_name`, `org_id`, `parent_id`, `parent_ids`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- sharing.paidOrderNos of pay_order
select `platform_order_no` from `pay_order` where `state` = ? and `platform_order_no` > ? order by `platform_order_no` asc limit ?;
select `platform_order_no` from `pay_order_archive` where `state` = ? order by `platform_order_no` asc limit ?;

-- tree.facts
select `region_code`, `region_name`, `nontax_region_code`, `nontax_region_name`, `e_bill_region_code`, `e_bill_region_name`, `version`, `row_mac` from `nontax_region` order by `region_code` asc limit ?;
select `merchant_no`, `payee_name`, `institution_no`, `region_code`, `enabled`, `pay_notify_url`, `refund_notify_url`, `default_return_url`, `refund_review_required`, `refund_review_above`, `callback_on_failed`, `repeat_refund_by_rule`, `sub_merchants`, `charging_unit`, `notice_first`, `slip_refund_policy`, `industry_code`, `remark`, `created_at`, `version`, `row_mac` from `payee` order by `merchant_no` asc limit ?;
select `region_code`, `item_code`, `item_name`, `national_code`, `measure_word`, `fund_nature`, `lowest_price`, `highest_price`, `voucher_kind`, `unit_codes`, `enabled`, `version`, `row_mac` from `nontax_item` order by `item_code` asc limit ?;

-- operators.add…
select `operator_no`, `login_account`, `operator_name`, `masked_mobile`, `sealed_mobile`, `state`, `officer_kind`, `role_codes`, `scope_kind`, `region_code`, `institution_no`, `remark`, `created_at`, `row_mac`, `version` from `console_operator` where `login_account` = ? limit ?;
insert into `console_operator` (`created_at`, `institution_no`, `login_account`, `masked_mobile`, `officer_kind`, `operator_name`, `operator_no`, `region_code`, `remark`, `role_codes`, `row_mac`, `scope_kind`, `sealed_mobile`, `state`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into `operator_credential` (`activation_hash`, `activation_until`, `former_passwords`, `must_change`, `operator_no`, `password_changed_at`, `password_hash`, `row_mac`, `second_factor`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select `role_code`, `role_name`, `permission_list`, `remark`, `created_at`, `row_mac`, `version` from `operator_role` where `role_code` = ? limit ?;
insert into `operator_role` (`created_at`, `permission_list`, `remark`, `role_code`, `role_name`, `row_mac`, `version`) values (?, ?, ?, ?, ?, ?, ?);
insert into `operator_session` (`began_at`, `end_cause`, `ended_at`, `from_address`, `is_open`, `operator_no`, `proved_at`, `row_mac`, `seen_at`, `session_no`, `session_stage`, `token_hash`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select `try_holder`, `wrong_at_list`, `locked_until`, `version` from `sign_in_tries` where `try_holder` = ? limit ?;
insert into `sign_in_tries` (`locked_until`, `try_holder`, `version`, `wrong_at_list`) values (?, ?, ?, ?);
insert into `sign_in_challenge` (`challenge_no`, `made_at`, `nonce`, `purpose`, `sealed_captcha`, `sealed_key`, `session_no`, `used_at`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into `grant_request` (`asked_at`, `asked_by`, `decided_at`, `decided_by`, `institution_no`, `officer_kind`, `operator_no`, `operator_version`, `opinion`, `region_code`, `remark`, `request_no`, `role_codes`, `row_mac`, `scope_kind`, `state`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select `key_no`, `operator_no`, `public_key`, `key_print`, `state`, `asked_by`, `asked_at`, `decided_by`, `decided_at`, `remark`, `row_mac`, `version` from `operator_key` where `key_print` = ? limit ?;
insert into `operator_key` (`asked_at`, `asked_by`, `decided_at`, `decided_by`, `key_no`, `key_print`, `operator_no`, `public_key`, `remark`, `row_mac`, `state`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- exports.add
select `export_no`, `operator_no`, `list_name`, `parameter_list`, `row_scope`, `run_place`, `state`, `rows_written`, `file_no`, `file_name`, `fail_cause`, `started_at`, `seen_at`, `ended_at`, `version` from `list_export` where `run_place` = ? limit ?;
insert into `list_export` (`ended_at`, `export_no`, `fail_cause`, `file_name`, `file_no`, `list_name`, `operator_no`, `parameter_list`, `row_scope`, `rows_written`, `run_place`, `seen_at`, `started_at`, `state`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- alerts.add
select `alert_no`, `wait_place`, `alert_type`, `alert_level`, `event_name`, `message_text`, `related_order_no`, `raise_count`, `first_at`, `last_at`, `state`, `handled_by`, `handled_at`, `remark`, `version` from `console_alert` where `wait_place` = ? limit ?;
insert into `console_alert` (`alert_level`, `alert_no`, `alert_type`, `event_name`, `first_at`, `handled_at`, `handled_by`, `last_at`, `message_text`, `raise_count`, `related_order_no`, `remark`, `state`, `version`, `wait_place`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- menus.add
select `menu_key`, `parent_key`, `menu_name`, `menu_type`, `page_key`, `sort_no`, `enabled`, `menu_origin`, `remark`, `version` from `console_menu` where `menu_key` = ? limit ?;
insert into `console_menu` (`enabled`, `menu_key`, `menu_name`, `menu_origin`, `menu_type`, `page_key`, `parent_key`, `remark`, `sort_no`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- logBooks.append
insert into `platform_log` (`content_text`, `log_level`, `log_no`, `log_type`, `logged_at`, `related_order_no`, `request_id`) values (?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?);

-- issues.add
insert into `desk_issue` (`attachment_bytes`, `attachment_count`, `biz_order_no`, `forgotten_at`, `issue_no`, `issue_type`, `masked_mobile`, `platform_order_no`, `platform_refund_no`, `registered_at`, `registered_by`, `related_order_no`, `sealed_description`, `sealed_mobile`, `sealed_solution`, `solved_at`, `solved_by`, `state`, `step_count`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into `issue_step` (`done_at`, `done_by`, `issue_no`, `sealed_words`, `step_kind`, `step_no`) values (?, ?, ?, ?, ?, ?);
insert into `issue_attachment` (`attachment_no`, `byte_size`, `file_digest`, `file_kind`, `file_name`, `issue_no`, `scan_verdict`, `state`, `step_no`, `uploaded_at`, `uploaded_by`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select `operator_no`, `hour_began`, `file_count`, `byte_count`, `version` from `upload_allowance` where `operator_no` = ? limit ?;
insert into `upload_allowance` (`byte_count`, `file_count`, `hour_began`, `operator_no`, `version`) values (?, ?, ?, ?, ?);

-- forgetting.put the first
select `round_kind`, `turn_owner`, `turn_until`, `count_list`, `version` from `forgetting_round` where `round_kind` = ? for update;
select `round_kind`, `turn_owner`, `turn_until`, `count_list`, `version` from `forgetting_round` where `round_kind` = ? limit ?;
insert into `forgetting_round` (`count_list`, `round_kind`, `turn_owner`, `turn_until`, `version`) values (?, ?, ?, ?, ?);

-- orders.take, put
select `platform_order_no`, `dev_id`, `merchant_no`, `biz_order_no`, `order_date`, `order_time`, `terminal`, `order_amount`, `biz_discount_amount`, `order_title`, `order_description`, `return_url`, `notify_url`, `bill_detail_url`, `valid_minutes`, `passback_params`, `user_id`, `payer_name`, `payer_name_index`, `payer_mobile`, `payer_mobile_index`, `payer_cert_no`, `payer_cert_no_index`, `sub_orders`, `nontax_info`, `content_digest`, `cashier_token`, `state`, `state_msg`, `created_at`, `expires_at`, `closed_at`, `paid_at`, `paid_attempt_no`, `pay_channel`, `channel_order_no`, `channel_discount_amount`, `version`, `row_mac` from `pay_order` where `platform_order_no` = ? for update;
update `pay_order` set `state` = ?, `state_msg` = ?, `expires_at` = ?, `closed_at` = ?, `paid_at` = ?, `paid_attempt_no` = ?, `pay_channel` = ?, `channel_order_no` = ?, `channel_discount_amount` = ?, `row_mac` = ?, `version` = ? where `platform_order_no` = ? and `version` = ?;

-- attempts.put
update `pay_attempt` set `pay_channel` = ?, `pay_method` = ?, `channel_merchant_id` = ?, `amount` = ?, `state` = ?, `busy` = ?, `channel_time` = ?, `limit_at` = ?, `code_digest` = ?, `channel_order_no` = ?, `paid_at` = ?, `paid_by_payer` = ?, `channel_discount_amount` = ?, `clearing_day` = ?, `reason` = ?, `cancel_asked_at` = ?, `queries_asked` = ?, `received_at` = ?, `sent_at` = ?, `answered_at` = ?, `recorded_at` = ?, `row_mac` = ?, `version` = ? where `attempt_no` = ? and `version` = ?;

-- refunds.put
update `pay_refund` set `origin` = ?, `refund_order_date` = ?, `refund_title` = ?, `refund_reason` = ?, `notify_url` = ?, `passback_params` = ?, `sub_merchant_no` = ?, `nontax_refund_ref` = ?, `state` = ?, `state_msg` = ?, `approval_state` = ?, `approval_remark` = ?, `requested_by` = ?, `approved_by` = ?, `refund_trade_no` = ?, `refund_trade_time` = ?, `channel_refund_no` = ?, `queries_asked` = ?, `sent_at` = ?, `refunded_at` = ?, `row_mac` = ?, `version` = ? where `platform_refund_order_no` = ? and `version` = ?;

-- callbacks.put
update `merchant_callback` set `target_url` = ?, `state` = ?, `tries` = ?, `first_tried_at` = ?, `last_tried_at` = ?, `next_try_at` = ?, `last_answer` = ?, `accepted_at` = ?, `version` = ? where `callback_id` = ? and `version` = ?;

-- abnormalOrders.put
update `abnormal_order` set `kind` = ?, `platform_order_no` = ?, `merchant_no` = ?, `attempt_no` = ?, `pay_channel` = ?, `channel_order_no` = ?, `amount` = ?, `remark` = ?, `handle_state` = ?, `created_at` = ?, `version` = ? where `abnormal_id` = ? and `version` = ?;

-- repeatPayments.put
update `repeat_payment` set `platform_order_no` = ?, `merchant_no` = ?, `pay_channel` = ?, `channel_order_no` = ?, `amount` = ?, `handle_state` = ?, `paid_at` = ?, `created_at` = ?, `version` = ? where `attempt_no` = ? and `version` = ?;

-- personalBillPushes.put
update `personal_bill_push` set `content_digest` = ?, `bill_state` = ?, `state` = ?, `tries` = ?, `first_tried_at` = ?, `last_tried_at` = ?, `next_try_at` = ?, `last_answer` = ?, `accepted_at` = ?, `version` = ? where `platform_order_no` = ? and `version` = ?;

-- attempts.ofOrder
select `attempt_no`, `platform_order_no`, `merchant_no`, `pay_channel`, `pay_method`, `channel_merchant_id`, `amount`, `state`, `busy`, `channel_time`, `limit_at`, `code_digest`, `channel_order_no`, `paid_at`, `paid_by_payer`, `channel_discount_amount`, `clearing_day`, `reason`, `cancel_asked_at`, `queries_asked`, `received_at`, `sent_at`, `answered_at`, `recorded_at`, `created_at`, `version`, `row_mac` from `pay_attempt` where `platform_order_no` = ? order by `created_at` asc, `attempt_no` asc limit ?;

-- refunds.byBizNo, byTradeNo, ofOrder
select `platform_refund_order_no`, `origin`, `dev_id`, `merchant_no`, `biz_refund_order_no`, `refund_order_date`, `platform_order_no`, `refund_amount`, `refund_title`, `refund_reason`, `notify_url`, `passback_params`, `sub_merchant_no`, `nontax_refund_ref`, `attempt_no`, `content_digest`, `state`, `state_msg`, `approval_state`, `approval_remark`, `requested_by`, `approved_by`, `refund_trade_no`, `refund_trade_time`, `channel_refund_no`, `queries_asked`, `created_at`, `sent_at`, `refunded_at`, `version`, `row_mac` from `pay_refund` where `dev_id` = ? and `merchant_no` = ? and `biz_refund_order_no` = ? limit ?;
select `platform_refund_order_no`, `origin`, `dev_id`, `merchant_no`, `biz_refund_order_no`, `refund_order_date`, `platform_order_no`, `refund_amount`, `refund_title`, `refund_reason`, `notify_url`, `passback_params`, `sub_merchant_no`, `nontax_refund_ref`, `attempt_no`, `content_digest`, `state`, `state_msg`, `approval_state`, `approval_remark`, `requested_by`, `approved_by`, `refund_trade_no`, `refund_trade_time`, `channel_refund_no`, `queries_asked`, `created_at`, `sent_at`, `refunded_at`, `version`, `row_mac` from `pay_refund` where `refund_trade_no` = ? limit ?;
select `platform_refund_order_no`, `origin`, `dev_id`, `merchant_no`, `biz_refund_order_no`, `refund_order_date`, `platform_order_no`, `refund_amount`, `refund_title`, `refund_reason`, `notify_url`, `passback_params`, `sub_merchant_no`, `nontax_refund_ref`, `attempt_no`, `content_digest`, `state`, `state_msg`, `approval_state`, `approval_remark`, `requested_by`, `approved_by`, `refund_trade_no`, `refund_trade_time`, `channel_refund_no`, `queries_asked`, `created_at`, `sent_at`, `refunded_at`, `version`, `row_mac` from `pay_refund` where `platform_order_no` = ? order by `created_at` asc, `platform_refund_order_no` asc limit ?;

-- callbacks.ofOrder
select `callback_id`, `kind`, `platform_order_no`, `platform_refund_order_no`, `dev_id`, `merchant_no`, `target_url`, `told_state`, `content_text`, `passback_params`, `state`, `tries`, `first_tried_at`, `last_tried_at`, `next_try_at`, `last_answer`, `accepted_at`, `created_at`, `version` from `merchant_callback` where `platform_order_no` = ? order by `created_at` asc, `callback_id` asc limit ?;

-- abnormalOrders.ofOrder
select `abnormal_id`, `kind`, `platform_order_no`, `merchant_no`, `attempt_no`, `pay_channel`, `channel_order_no`, `amount`, `remark`, `handle_state`, `created_at`, `version` from `abnormal_order` where `platform_order_no` = ? order by `created_at` asc, `abnormal_id` asc limit ?;

-- repeatPayments.ofOrder
select `attempt_no`, `platform_order_no`, `merchant_no`, `pay_channel`, `channel_order_no`, `amount`, `handle_state`, `paid_at`, `created_at`, `version` from `repeat_payment` where `platform_order_no` = ? order by `created_at` asc, `attempt_no` asc limit ?;

-- outbox.enqueue again
update `outbox` set `job_id` = ?, `topic` = ?, `job_key` = ?, `state` = ?, `due_at` = ?, `again_at` = ?, `attempts` = ?, `owner` = ?, `claim_token` = ?, `lease_until` = ?, `last_error` = ?, `created_at` = ? where `job_id` = ? and `state` = ? and `claim_token` = ?;

-- outbox.endWaiting
update `outbox` set `state` = ? where `topic` = ? and `job_key` = ? and `state` = ?;

-- jobBoard.claim
select `job_id`, `topic`, `job_key`, `state`, `due_at`, `again_at`, `attempts`, `owner`, `claim_token`, `lease_until`, `last_error`, `created_at` from `outbox` where `state` = ? and `due_at` <= ? order by `due_at` asc, `job_id` asc limit ?;
update `outbox` set `state` = ?, `owner` = ?, `claim_token` = ?, `lease_until` = ?, `attempts` = `attempts` + ? where `job_id` in (?) and `state` = ? and `due_at` <= ?;

-- jobBoard.claimThis
select `job_id`, `topic`, `job_key`, `state`, `due_at`, `again_at`, `attempts`, `owner`, `claim_token`, `lease_until`, `last_error`, `created_at` from `outbox` where `claim_token` = ? and `job_id` in (?) order by `due_at` asc, `job_id` asc;

-- jobBoard.settle
update `outbox` set `state` = ?, `owner` = ?, `claim_token` = ?, `lease_until` = ?, `last_error` = ? where `job_id` = ? and `state` = ? and `claim_token` = ? and `again_at` is null;

-- jobBoard.settle, again
select `job_id`, `topic`, `job_key`, `state`, `due_at`, `again_at`, `attempts`, `owner`, `claim_token`, `lease_until`, `last_error`, `created_at` from `outbox` where `job_id` = ? for update;

-- jobBoard.releaseExpired, handBack
select `job_id` from `outbox` where `state` = ? and `lease_until` <= ? limit ?;
update `outbox` set `state` = ?, `owner` = ?, `claim_token` = ?, `lease_until` = ? where `state` = ? and `lease_until` <= ?;
update `outbox` set `state` = ?, `owner` = ?, `claim_token` = ?, `lease_until` = ? where `owner` = ? and `state` = ?;

-- archive.lockedPage, move
select `platform_order_no` from `pay_order` order by `platform_order_no` asc limit ?;
select `platform_order_no`, `dev_id`, `merchant_no`, `biz_order_no`, `order_date`, `order_time`, `terminal`, `order_amount`, `biz_discount_amount`, `order_title`, `order_description`, `return_url`, `notify_url`, `bill_detail_url`, `valid_minutes`, `passback_params`, `user_id`, `payer_name`, `payer_name_index`, `payer_mobile`, `payer_mobile_index`, `payer_cert_no`, `payer_cert_no_index`, `sub_orders`, `nontax_info`, `content_digest`, `cashier_token`, `state`, `state_msg`, `created_at`, `expires_at`, `closed_at`, `paid_at`, `paid_attempt_no`, `pay_channel`, `channel_order_no`, `channel_discount_amount`, `version`, `row_mac` from `pay_order` where `platform_order_no` in (?) order by `platform_order_no` asc for update;
select `attempt_no`, `platform_order_no`, `merchant_no`, `pay_channel`, `pay_method`, `channel_merchant_id`, `amount`, `state`, `busy`, `channel_time`, `limit_at`, `code_digest`, `channel_order_no`, `paid_at`, `paid_by_payer`, `channel_discount_amount`, `clearing_day`, `reason`, `cancel_asked_at`, `queries_asked`, `received_at`, `sent_at`, `answered_at`, `recorded_at`, `created_at`, `version`, `row_mac` from `pay_attempt` where `platform_order_no` in (?) limit ?;
select `platform_refund_order_no`, `origin`, `dev_id`, `merchant_no`, `biz_refund_order_no`, `refund_order_date`, `platform_order_no`, `refund_amount`, `refund_title`, `refund_reason`, `notify_url`, `passback_params`, `sub_merchant_no`, `nontax_refund_ref`, `attempt_no`, `content_digest`, `state`, `state_msg`, `approval_state`, `approval_remark`, `requested_by`, `approved_by`, `refund_trade_no`, `refund_trade_time`, `channel_refund_no`, `queries_asked`, `created_at`, `sent_at`, `refunded_at`, `version`, `row_mac` from `pay_refund` where `platform_order_no` in (?) limit ?;
select `callback_id`, `kind`, `platform_order_no`, `platform_refund_order_no`, `dev_id`, `merchant_no`, `target_url`, `told_state`, `content_text`, `passback_params`, `state`, `tries`, `first_tried_at`, `last_tried_at`, `next_try_at`, `last_answer`, `accepted_at`, `created_at`, `version` from `merchant_callback` where `platform_order_no` in (?) limit ?;
select `abnormal_id`, `kind`, `platform_order_no`, `merchant_no`, `attempt_no`, `pay_channel`, `channel_order_no`, `amount`, `remark`, `handle_state`, `created_at`, `version` from `abnormal_order` where `platform_order_no` in (?) limit ?;
select `attempt_no`, `platform_order_no`, `merchant_no`, `pay_channel`, `channel_order_no`, `amount`, `handle_state`, `paid_at`, `created_at`, `version` from `repeat_payment` where `platform_order_no` in (?) limit ?;
insert into `pay_order_archive` (`platform_order_no`, `dev_id`, `merchant_no`, `biz_order_no`, `order_date`, `order_time`, `terminal`, `order_amount`, `biz_discount_amount`, `order_title`, `order_description`, `return_url`, `notify_url`, `bill_detail_url`, `valid_minutes`, `passback_params`, `user_id`, `payer_name`, `payer_name_index`, `payer_mobile`, `payer_mobile_index`, `payer_cert_no`, `payer_cert_no_index`, `sub_orders`, `nontax_info`, `content_digest`, `cashier_token`, `state`, `state_msg`, `created_at`, `expires_at`, `closed_at`, `paid_at`, `paid_attempt_no`, `pay_channel`, `channel_order_no`, `channel_discount_amount`, `version`, `row_mac`) select `platform_order_no`, `dev_id`, `merchant_no`, `biz_order_no`, `order_date`, `order_time`, `terminal`, `order_amount`, `biz_discount_amount`, `order_title`, `order_description`, `return_url`, `notify_url`, `bill_detail_url`, `valid_minutes`, `passback_params`, `user_id`, `payer_name`, `payer_name_index`, `payer_mobile`, `payer_mobile_index`, `payer_cert_no`, `payer_cert_no_index`, `sub_orders`, `nontax_info`, `content_digest`, `cashier_token`, `state`, `state_msg`, `created_at`, `expires_at`, `closed_at`, `paid_at`, `paid_attempt_no`, `pay_channel`, `channel_order_no`, `channel_discount_amount`, `version`, `row_mac` from `pay_order` where `platform_order_no` in (?);
delete from `pay_order` where `platform_order_no` in (?);
select count(*) as `total` from `pay_order_archive` where `platform_order_no` in (?);
insert into `pay_attempt_archive` (`attempt_no`, `platform_order_no`, `merchant_no`, `pay_channel`, `pay_method`, `channel_merchant_id`, `amount`, `state`, `busy`, `channel_time`, `limit_at`, `code_digest`, `channel_order_no`, `paid_at`, `paid_by_payer`, `channel_discount_amount`, `clearing_day`, `reason`, `cancel_asked_at`, `queries_asked`, `received_at`, `sent_at`, `answered_at`, `recorded_at`, `created_at`, `version`, `row_mac`) select `attempt_no`, `platform_order_no`, `merchant_no`, `pay_channel`, `pay_method`, `channel_merchant_id`, `amount`, `state`, `busy`, `channel_time`, `limit_at`, `code_digest`, `channel_order_no`, `paid_at`, `paid_by_payer`, `channel_discount_amount`, `clearing_day`, `reason`, `cancel_asked_at`, `queries_asked`, `received_at`, `sent_at`, `answered_at`, `recorded_at`, `created_at`, `version`, `row_mac` from `pay_attempt` where `platform_order_no` in (?);
delete from `pay_attempt` where `platform_order_no` in (?);
select count(*) as `total` from `pay_attempt_archive` where `platform_order_no` in (?);
insert into `pay_refund_archive` (`platform_refund_order_no`, `origin`, `dev_id`, `merchant_no`, `biz_refund_order_no`, `refund_order_date`, `platform_order_no`, `refund_amount`, `refund_title`, `refund_reason`, `notify_url`, `passback_params`, `sub_merchant_no`, `nontax_refund_ref`, `attempt_no`, `content_digest`, `state`, `state_msg`, `approval_state`, `approval_remark`, `requested_by`, `approved_by`, `refund_trade_no`, `refund_trade_time`, `channel_refund_no`, `queries_asked`, `created_at`, `sent_at`, `refunded_at`, `version`, `row_mac`) select `platform_refund_order_no`, `origin`, `dev_id`, `merchant_no`, `biz_refund_order_no`, `refund_order_date`, `platform_order_no`, `refund_amount`, `refund_title`, `refund_reason`, `notify_url`, `passback_params`, `sub_merchant_no`, `nontax_refund_ref`, `attempt_no`, `content_digest`, `state`, `state_msg`, `approval_state`, `approval_remark`, `requested_by`, `approved_by`, `refund_trade_no`, `refund_trade_time`, `channel_refund_no`, `queries_asked`, `created_at`, `sent_at`, `refunded_at`, `version`, `row_mac` from `pay_refund` where `platform_order_no` in (?);
delete from `pay_refund` where `platform_order_no` in (?);
select count(*) as `total` from `pay_refund_archive` where `platform_order_no` in (?);
insert into `merchant_callback_archive` (`callback_id`, `kind`, `platform_order_no`, `platform_refund_order_no`, `dev_id`, `merchant_no`, `target_url`, `told_state`, `content_text`, `passback_params`, `state`, `tries`, `first_tried_at`, `last_tried_at`, `next_try_at`, `last_answer`, `accepted_at`, `created_at`, `version`) select `callback_id`, `kind`, `platform_order_no`, `platform_refund_order_no`, `dev_id`, `merchant_no`, `target_url`, `told_state`, `content_text`, `passback_params`, `state`, `tries`, `first_tried_at`, `last_tried_at`, `next_try_at`, `last_answer`, `accepted_at`, `created_at`, `version` from `merchant_callback` where `platform_order_no` in (?);
delete from `merchant_callback` where `platform_order_no` in (?);
select count(*) as `total` from `merchant_callback_archive` where `platform_order_no` in (?);
insert into `abnormal_order_archive` (`abnormal_id`, `kind`, `platform_order_no`, `merchant_no`, `attempt_no`, `pay_channel`, `channel_order_no`, `amount`, `remark`, `handle_state`, `created_at`, `version`) select `abnormal_id`, `kind`, `platform_order_no`, `merchant_no`, `attempt_no`, `pay_channel`, `channel_order_no`, `amount`, `remark`, `handle_state`, `created_at`, `version` from `abnormal_order` where `platform_order_no` in (?);
delete from `abnormal_order` where `platform_order_no` in (?);
select count(*) as `total` from `abnormal_order_archive` where `platform_order_no` in (?);
insert into `repeat_payment_archive` (`attempt_no`, `platform_order_no`, `merchant_no`, `pay_channel`, `channel_order_no`, `amount`, `handle_state`, `paid_at`, `created_at`, `version`) select `attempt_no`, `platform_order_no`, `merchant_no`, `pay_channel`, `channel_order_no`, `amount`, `handle_state`, `paid_at`, `created_at`, `version` from `repeat_payment` where `platform_order_no` in (?);
delete from `repeat_payment` where `platform_order_no` in (?);
select count(*) as `total` from `repeat_payment_archive` where `platform_order_no` in (?);

-- jobBoard.archiveDone
select `job_id` from `outbox` where `state` = ? and `due_at` < ? and `created_at` < ? order by `due_at` asc, `job_id` asc limit ?;
select `job_id` from `outbox` where `job_id` in (?) and `state` = ? and `due_at` < ? and `created_at` < ? for update;
insert into `outbox_archive` (`job_id`, `topic`, `job_key`, `state`, `due_at`, `again_at`, `attempts`, `owner`, `claim_token`, `lease_until`, `last_error`, `created_at`) select `job_id`, `topic`, `job_key`, `state`, `due_at`, `again_at`, `attempts`, `owner`, `claim_token`, `lease_until`, `last_error`, `created_at` from `outbox` where `job_id` in (?);
delete from `outbox` where `job_id` in (?);
select count(*) as `total` from `outbox_archive` where `job_id` in (?);

-- auditChain.extend
select `entry_id`, `entry_mac` from `audit_entry` where `seq` = ? order by `happened_at` asc, `entry_id` asc limit ?;
select `lease_name` from `work_lease` where `lease_name` = ?;
select `head_name`, `last_seq`, `last_mac`, `head_mac` from `audit_head` where `head_name` = ? for update;
update `audit_entry` set `seq` = ?, `link_mac` = ? where `entry_id` = ? and `seq` = ?;
insert into `audit_head` (`head_mac`, `head_name`, `last_mac`, `last_seq`) values (?, ?, ?, ?);

-- rowIntegrity.verify
select `platform_order_no`, `dev_id`, `merchant_no`, `biz_order_no`, `order_date`, `order_time`, `terminal`, `order_amount`, `biz_discount_amount`, `order_title`, `order_description`, `return_url`, `notify_url`, `bill_detail_url`, `valid_minutes`, `passback_params`, `user_id`, `payer_name`, `payer_name_index`, `payer_mobile`, `payer_mobile_index`, `payer_cert_no`, `payer_cert_no_index`, `sub_orders`, `nontax_info`, `content_digest`, `cashier_token`, `state`, `state_msg`, `created_at`, `expires_at`, `closed_at`, `paid_at`, `paid_attempt_no`, `pay_channel`, `channel_order_no`, `channel_discount_amount`, `version`, `row_mac` from `pay_order_archive` order by `platform_order_no` asc limit ?;
select `attempt_no`, `platform_order_no`, `merchant_no`, `pay_channel`, `pay_method`, `channel_merchant_id`, `amount`, `state`, `busy`, `channel_time`, `limit_at`, `code_digest`, `channel_order_no`, `paid_at`, `paid_by_payer`, `channel_discount_amount`, `clearing_day`, `reason`, `cancel_asked_at`, `queries_asked`, `received_at`, `sent_at`, `answered_at`, `recorded_at`, `created_at`, `version`, `row_mac` from `pay_attempt` order by `attempt_no` asc limit ?;
select `attempt_no`, `platform_order_no`, `merchant_no`, `pay_channel`, `pay_method`, `channel_merchant_id`, `amount`, `state`, `busy`, `channel_time`, `limit_at`, `code_digest`, `channel_order_no`, `paid_at`, `paid_by_payer`, `channel_discount_amount`, `clearing_day`, `reason`, `cancel_asked_at`, `queries_asked`, `received_at`, `sent_at`, `answered_at`, `recorded_at`, `created_at`, `version`, `row_mac` from `pay_attempt_archive` order by `attempt_no` asc limit ?;
select `platform_refund_order_no`, `origin`, `dev_id`, `merchant_no`, `biz_refund_order_no`, `refund_order_date`, `platform_order_no`, `refund_amount`, `refund_title`, `refund_reason`, `notify_url`, `passback_params`, `sub_merchant_no`, `nontax_refund_ref`, `attempt_no`, `content_digest`, `state`, `state_msg`, `approval_state`, `approval_remark`, `requested_by`, `approved_by`, `refund_trade_no`, `refund_trade_time`, `channel_refund_no`, `queries_asked`, `created_at`, `sent_at`, `refunded_at`, `version`, `row_mac` from `pay_refund` order by `platform_refund_order_no` asc limit ?;
select `platform_refund_order_no`, `origin`, `dev_id`, `merchant_no`, `biz_refund_order_no`, `refund_order_date`, `platform_order_no`, `refund_amount`, `refund_title`, `refund_reason`, `notify_url`, `passback_params`, `sub_merchant_no`, `nontax_refund_ref`, `attempt_no`, `content_digest`, `state`, `state_msg`, `approval_state`, `approval_remark`, `requested_by`, `approved_by`, `refund_trade_no`, `refund_trade_time`, `channel_refund_no`, `queries_asked`, `created_at`, `sent_at`, `refunded_at`, `version`, `row_mac` from `pay_refund_archive` order by `platform_refund_order_no` asc limit ?;
select `dev_id`, `developer_name`, `sign_algorithm`, `sm2_encoding`, `sm2_user_id`, `public_keys`, `enabled`, `allowed_origins`, `allowed_addresses`, `allowed_methods`, `merchant_nos`, `requests_per_second`, `texts_payers`, `personal_bill_url`, `role_codes`, `contact_name`, `masked_mobile`, `created_at`, `version`, `row_mac` from `developer` order by `dev_id` asc limit ?;
select `role_code`, `role_name`, `method_list`, `merchant_list`, `remark`, `created_at`, `version`, `row_mac` from `developer_role` order by `role_code` asc limit ?;
select `channel_merchant_id`, `pay_channel`, `channel_merchant_name`, `channel_merchant_no`, `channel_app_id`, `environment`, `key_name`, `settings_text`, `enabled`, `changed_by`, `remark`, `created_at`, `version`, `row_mac` from `channel_merchant` order by `channel_merchant_id` asc limit ?;
select `merchant_no`, `pay_channel`, `channel_merchant_id`, `pay_methods`, `enabled`, `remark`, `created_at`, `version`, `row_mac` from `payee_channel` order by `merchant_no` asc, `channel_merchant_id` asc limit ?;
select `institution_no`, `institution_name`, `admin_operator_no`, `contact_name`, `masked_mobile`, `sealed_mobile`, `enabled`, `remark`, `created_at`, `version`, `row_mac` from `institution` order by `institution_no` asc limit ?;
select `region_code`, `region_name`, `parent_region_code`, `admin_operator_no`, `enabled`, `remark`, `created_at`, `version`, `row_mac` from `region` order by `region_code` asc limit ?;
select `industry_code`, `industry_name`, `enabled`, `remark`, `created_at`, `version`, `row_mac` from `industry` order by `industry_code` asc limit ?;
select `channel_no`, `channel_name`, `pay_channel`, `pay_enabled`, `pay_methods`, `reconcile_enabled`, `bill_source`, `bill_time`, `split_enabled`, `enabled`, `remark`, `created_at`, `version`, `row_mac` from `payment_channel` order by `channel_no` asc limit ?;
select `region_code`, `item_code`, `item_name`, `national_code`, `measure_word`, `fund_nature`, `lowest_price`, `highest_price`, `voucher_kind`, `unit_codes`, `enabled`, `version`, `row_mac` from `nontax_item` order by `region_code` asc, `item_code` asc limit ?;

-- rowIntegrity.verifyJournal
select `head_name`, `last_seq`, `last_mac`, `head_mac` from `audit_head` where `head_name` = ? limit ?;
select `entry_id`, `happened_at`, `actor_kind`, `actor_code`, `actor_address`, `action`, `object_kind`, `object_no`, `description`, `facts_before`, `facts_after`, `request_id`, `entry_mac`, `seq`, `link_mac`, `rows_written` from `audit_entry` where `seq` >= ? order by `seq` asc, `happened_at` asc, `entry_id` asc limit ?;
select `platform_order_no`, `version` from `pay_order` where `platform_order_no` in (?);
select `platform_order_no`, `version` from `pay_order_archive` where `platform_order_no` in (?);
select `entry_id`, `happened_at`, `actor_kind`, `actor_code`, `actor_address`, `action`, `object_kind`, `object_no`, `description`, `facts_before`, `facts_after`, `request_id`, `entry_mac`, `seq`, `link_mac`, `rows_written` from `audit_entry` where `seq` = ? order by `happened_at` asc, `entry_id` asc limit ?;
select `dev_id`, `version` from `developer` order by `dev_id` asc limit ?;
select `role_code`, `version` from `developer_role` order by `role_code` asc limit ?;
select `channel_merchant_id`, `version` from `channel_merchant` order by `channel_merchant_id` asc limit ?;
select `merchant_no`, `version` from `payee` order by `merchant_no` asc limit ?;
select `merchant_no`, `channel_merchant_id`, `version` from `payee_channel` order by `merchant_no` asc, `channel_merchant_id` asc limit ?;
select `institution_no`, `version` from `institution` order by `institution_no` asc limit ?;
select `region_code`, `version` from `region` order by `region_code` asc limit ?;
select `industry_code`, `version` from `industry` order by `industry_code` asc limit ?;
select `channel_no`, `version` from `payment_channel` order by `channel_no` asc limit ?;
select `region_code`, `version` from `nontax_region` order by `region_code` asc limit ?;
select `region_code`, `item_code`, `version` from `nontax_item` order by `region_code` asc, `item_code` asc limit ?;

-- auditChain.spanOf, numbered
select min(`seq`) as `first_seq`, max(`seq`) as `last_seq` from `audit_entry` where `happened_at` >= ? and `happened_at` < ? and `seq` > ?;
select `entry_id`, `happened_at`, `actor_kind`, `actor_code`, `actor_address`, `action`, `object_kind`, `object_no`, `description`, `facts_before`, `facts_after`, `request_id`, `entry_mac`, `seq`, `link_mac`, `rows_written` from `audit_entry` where `seq` >= ? and not `entry_id` = ? order by `seq` asc, `happened_at` asc, `entry_id` asc limit ?;

-- auditChain.last, linksOf, signedHeads, keepHead
select `seq`, `link_mac` from `audit_entry` where `seq` in (?, ?);
select `last_seq`, `last_mac`, `signed_at`, `previous_seq`, `key_name`, `signature_text` from `audit_signed_head` where `last_seq` > ? order by `last_seq` asc limit ?;
select `last_seq`, `last_mac`, `signed_at`, `previous_seq`, `key_name`, `signature_text` from `audit_signed_head` order by `last_seq` desc limit ?;
insert into `audit_signed_head` (`key_name`, `last_mac`, `last_seq`, `previous_seq`, `signature_text`, `signed_at`) values (?, ?, ?, ?, ?, ?);

-- directory
select `dev_id`, `developer_name`, `sign_algorithm`, `sm2_encoding`, `sm2_user_id`, `public_keys`, `enabled`, `allowed_origins`, `allowed_addresses`, `allowed_methods`, `merchant_nos`, `requests_per_second`, `texts_payers`, `personal_bill_url`, `role_codes`, `contact_name`, `masked_mobile`, `created_at`, `version`, `row_mac` from `developer` where `dev_id` = ? limit ?;
select `merchant_no`, `payee_name`, `institution_no`, `region_code`, `enabled`, `pay_notify_url`, `refund_notify_url`, `default_return_url`, `refund_review_required`, `refund_review_above`, `callback_on_failed`, `repeat_refund_by_rule`, `sub_merchants`, `charging_unit`, `notice_first`, `slip_refund_policy`, `industry_code`, `remark`, `created_at`, `version`, `row_mac` from `payee` where `merchant_no` = ? limit ?;
select `merchant_no`, `pay_channel`, `channel_merchant_id`, `pay_methods`, `enabled`, `remark`, `created_at`, `version`, `row_mac` from `payee_channel` where `merchant_no` = ? order by `channel_merchant_id` asc limit ?;
select `channel_merchant_id`, `pay_channel`, `channel_merchant_name`, `channel_merchant_no`, `channel_app_id`, `environment`, `key_name`, `settings_text`, `enabled`, `changed_by`, `remark`, `created_at`, `version`, `row_mac` from `channel_merchant` where `channel_merchant_id` = ? limit ?;

-- developers.one, mobileOf, isUsed, putMobile
select `sealed_mobile` from `developer` where `dev_id` = ? limit ?;
select `dev_id` from `pay_order` where `dev_id` = ? limit ?;
update `developer` set `sealed_mobile` = ? where `dev_id` = ?;

-- developers.where, roles of one
select `dev_id`, `developer_name`, `sign_algorithm`, `sm2_encoding`, `sm2_user_id`, `public_keys`, `enabled`, `allowed_origins`, `allowed_addresses`, `allowed_methods`, `merchant_nos`, `requests_per_second`, `texts_payers`, `personal_bill_url`, `role_codes`, `contact_name`, `masked_mobile`, `created_at`, `version`, `row_mac` from `developer` where `developer_name` = ? order by `dev_id` asc limit ?;

-- directoryEditor, known
update `payee` set `payee_name` = ?, `institution_no` = ?, `region_code` = ?, `enabled` = ?, `pay_notify_url` = ?, `refund_notify_url` = ?, `default_return_url` = ?, `refund_review_required` = ?, `refund_review_above` = ?, `callback_on_failed` = ?, `repeat_refund_by_rule` = ?, `sub_merchants` = ?, `charging_unit` = ?, `notice_first` = ?, `slip_refund_policy` = ?, `industry_code` = ?, `remark` = ?, `row_mac` = ?, `version` = ? where `merchant_no` = ? and `version` = ?;

-- trades
select `trade_key`, `kind`, `purpose`, `platform_order_no`, `attempt_no`, `platform_refund_order_no`, `dev_id`, `merchant_no`, `biz_order_no`, `order_date`, `pay_channel`, `pay_method`, `channel_merchant_id`, `channel_order_no`, `order_amount`, `amount`, `channel_discount_amount`, `share_list`, `trade_at`, `clearing_day`, `settle_state`, `settled_day`, `seen_run_no`, `created_at` from `trade` where `trade_key` in (?, ?, ?, ?, ?, ?, ?, ?);
select `trade_key`, `kind`, `purpose`, `platform_order_no`, `attempt_no`, `platform_refund_order_no`, `dev_id`, `merchant_no`, `biz_order_no`, `order_date`, `pay_channel`, `pay_method`, `channel_merchant_id`, `channel_order_no`, `order_amount`, `amount`, `channel_discount_amount`, `share_list`, `trade_at`, `clearing_day`, `settle_state`, `settled_day`, `seen_run_no`, `created_at` from `trade` where `channel_merchant_id` = ? and `channel_order_no` = ? order by `trade_key` asc limit ?;
select `trade_key`, `kind`, `purpose`, `platform_order_no`, `attempt_no`, `platform_refund_order_no`, `dev_id`, `merchant_no`, `biz_order_no`, `order_date`, `pay_channel`, `pay_method`, `channel_merchant_id`, `channel_order_no`, `order_amount`, `amount`, `channel_discount_amount`, `share_list`, `trade_at`, `clearing_day`, `settle_state`, `settled_day`, `seen_run_no`, `created_at` from `trade` where `platform_order_no` = ? order by `created_at` asc, `trade_key` asc limit ?;
select `trade_key` from `trade` where `channel_merchant_id` = ? and `clearing_day` = ? and `settle_state` in (?, ?) limit ?;
select `trade_key`, `kind`, `purpose`, `platform_order_no`, `attempt_no`, `platform_refund_order_no`, `dev_id`, `merchant_no`, `biz_order_no`, `order_date`, `pay_channel`, `pay_method`, `channel_merchant_id`, `channel_order_no`, `order_amount`, `amount`, `channel_discount_amount`, `share_list`, `trade_at`, `clearing_day`, `settle_state`, `settled_day`, `seen_run_no`, `created_at` from `trade` where `channel_merchant_id` = ? and `settle_state` = ? and `clearing_day` >= ? and `clearing_day` <= ? and (`clearing_day` > ? or (`clearing_day` = ? and `trade_key` > ?)) order by `clearing_day` asc, `trade_key` asc limit ?;
select `trade_key`, `kind`, `purpose`, `platform_order_no`, `attempt_no`, `platform_refund_order_no`, `dev_id`, `merchant_no`, `biz_order_no`, `order_date`, `pay_channel`, `pay_method`, `channel_merchant_id`, `channel_order_no`, `order_amount`, `amount`, `channel_discount_amount`, `share_list`, `trade_at`, `clearing_day`, `settle_state`, `settled_day`, `seen_run_no`, `created_at` from `trade` where `channel_merchant_id` = ? and `settled_day` = ? and `seen_run_no` <> ? and `trade_key` > ? order by `trade_key` asc limit ?;

-- trades.unsettled, first page
select `trade_key`, `kind`, `purpose`, `platform_order_no`, `attempt_no`, `platform_refund_order_no`, `dev_id`, `merchant_no`, `biz_order_no`, `order_date`, `pay_channel`, `pay_method`, `channel_merchant_id`, `channel_order_no`, `order_amount`, `amount`, `channel_discount_amount`, `share_list`, `trade_at`, `clearing_day`, `settle_state`, `settled_day`, `seen_run_no`, `created_at` from `trade` where `channel_merchant_id` = ? and `settle_state` = ? and `clearing_day` >= ? and `clearing_day` <= ? order by `clearing_day` asc, `trade_key` asc limit ?;

-- trades.markSettled, markOpen
update `trade` set `settle_state` = ?, `settled_day` = ?, `seen_run_no` = ? where `trade_key` in (?);
update `trade` set `settle_state` = ?, `settled_day` = ? where `trade_key` in (?);

-- settlement
select `trade_key`, `entry_no`, `cause`, `kind`, `purpose`, `pay_channel`, `pay_method`, `channel_merchant_id`, `merchant_no`, `sub_merchant_no`, `platform_order_no`, `platform_refund_order_no`, `biz_order_no`, `channel_order_no`, `order_date`, `trade_at`, `clearing_day`, `settle_day`, `trade_count`, `trade_amount`, `settled_amount`, `fee_amount`, `run_no`, `line_no`, `created_at` from `settlement_entry` where `trade_key` in (?, ?) order by `trade_key` asc, `entry_no` asc limit ?;
select `trade_key`, `entry_no`, `cause`, `kind`, `purpose`, `pay_channel`, `pay_method`, `channel_merchant_id`, `merchant_no`, `sub_merchant_no`, `platform_order_no`, `platform_refund_order_no`, `biz_order_no`, `channel_order_no`, `order_date`, `trade_at`, `clearing_day`, `settle_day`, `trade_count`, `trade_amount`, `settled_amount`, `fee_amount`, `run_no`, `line_no`, `created_at` from `settlement_entry` where `merchant_no` = ? and `settle_day` = ? and (`trade_key` > ? or (`trade_key` = ? and `entry_no` > ?)) order by `trade_key` asc, `entry_no` asc limit ?;
select distinct `merchant_no` from `payee_statement` where `settle_day` = ? and `kind` = ? order by `merchant_no` asc limit ?;
select `certified_day`, `content_text`, `content_digest`, `previous_digest`, `previous_day`, `signature_text`, `key_name`, `issued_at` from `day_certificate` order by `certified_day` desc limit ?;
select `certified_day`, `content_text`, `content_digest`, `previous_digest`, `previous_day`, `signature_text`, `key_name`, `issued_at` from `day_certificate` where `certified_day` > ? order by `certified_day` asc limit ?;

-- reconciliation
select `bill_no`, `channel_merchant_id`, `clearing_day`, `origin`, `file_no`, `file_name`, `byte_size`, `file_digest`, `totals`, `received_at`, `received_by` from `channel_bill` where `bill_no` = ? limit ?;
select `bill_no`, `channel_merchant_id`, `clearing_day`, `origin`, `file_no`, `file_name`, `byte_size`, `file_digest`, `totals`, `received_at`, `received_by` from `channel_bill` where `channel_merchant_id` = ? and `clearing_day` = ? order by `received_at` asc, `bill_no` asc limit ?;
select `run_no`, `channel_merchant_id`, `pay_channel`, `clearing_day`, `run_sequence`, `bill_no`, `state`, `lines_done`, `line_count`, `missing_after`, `figures`, `run_changes`, `started_at`, `ended_at`, `started_by`, `cancel_asked_by`, `remark`, `version` from `reconcile_run` where `run_no` = ? limit ?;
select `run_no`, `channel_merchant_id`, `pay_channel`, `clearing_day`, `run_sequence`, `bill_no`, `state`, `lines_done`, `line_count`, `missing_after`, `figures`, `run_changes`, `started_at`, `ended_at`, `started_by`, `cancel_asked_by`, `remark`, `version` from `reconcile_run` where `channel_merchant_id` = ? and `clearing_day` = ? order by `run_sequence` desc limit ?;
select `run_no`, `item_no`, `subject_key`, `outcome`, `change_kind`, `here_amount`, `there_amount` from `reconcile_item` where `run_no` = ? and `item_no` > ? order by `item_no` asc limit ?;
select `channel_merchant_id`, `clearing_day`, `pay_channel`, `state`, `bill_no`, `last_run_no`, `running_no`, `run_count`, `reconcile_count`, `reconcile_amount`, `settled_amount`, `fee_amount`, `open_count`, `waiting_count`, `tries`, `last_tried_at`, `last_word`, `reconciled_at`, `version` from `reconcile_day` where `clearing_day` = ? order by `channel_merchant_id` asc limit ?;
select `difference_no`, `channel_merchant_id`, `pay_channel`, `subject_key`, `outcome`, `state`, `clearing_day`, `kind`, `merchant_no`, `platform_order_no`, `biz_order_no`, `own_no`, `channel_no`, `here_amount`, `there_amount`, `here_fee`, `there_fee`, `there_settled`, `suggested_key`, `happened_at`, `detail_text`, `first_run_no`, `last_run_no`, `created_at`, `version` from `reconcile_difference` where `difference_no` = ? limit ?;
select `difference_no`, `channel_merchant_id`, `pay_channel`, `subject_key`, `outcome`, `state`, `clearing_day`, `kind`, `merchant_no`, `platform_order_no`, `biz_order_no`, `own_no`, `channel_no`, `here_amount`, `there_amount`, `here_fee`, `there_fee`, `there_settled`, `suggested_key`, `happened_at`, `detail_text`, `first_run_no`, `last_run_no`, `created_at`, `version` from `reconcile_difference` where `channel_merchant_id` = ? and `subject_key` in (?, ?, ?, ?, ?, ?, ?, ?);
select `difference_no`, `channel_merchant_id`, `pay_channel`, `subject_key`, `outcome`, `state`, `clearing_day`, `kind`, `merchant_no`, `platform_order_no`, `biz_order_no`, `own_no`, `channel_no`, `here_amount`, `there_amount`, `here_fee`, `there_fee`, `there_settled`, `suggested_key`, `happened_at`, `detail_text`, `first_run_no`, `last_run_no`, `created_at`, `version` from `reconcile_difference` where `channel_merchant_id` = ? and `clearing_day` = ? and `state` in (?, ?) and `difference_no` > ? order by `difference_no` asc limit ?;
select `difference_no`, `channel_merchant_id`, `pay_channel`, `subject_key`, `outcome`, `state`, `clearing_day`, `kind`, `merchant_no`, `platform_order_no`, `biz_order_no`, `own_no`, `channel_no`, `here_amount`, `there_amount`, `here_fee`, `there_fee`, `there_settled`, `suggested_key`, `happened_at`, `detail_text`, `first_run_no`, `last_run_no`, `created_at`, `version` from `reconcile_difference` where `merchant_no` = ? and `clearing_day` = ? and `state` in (?, ?, ?) and `difference_no` > ? order by `difference_no` asc limit ?;
select `difference_no`, `channel_merchant_id`, `pay_channel`, `subject_key`, `outcome`, `state`, `clearing_day`, `kind`, `merchant_no`, `platform_order_no`, `biz_order_no`, `own_no`, `channel_no`, `here_amount`, `there_amount`, `here_fee`, `there_fee`, `there_settled`, `suggested_key`, `happened_at`, `detail_text`, `first_run_no`, `last_run_no`, `created_at`, `version` from `reconcile_difference` where `channel_merchant_id` = ? and `clearing_day` = ? and `state` in (?, ?, ?) and `last_run_no` <> ? order by `difference_no` asc limit ?;
select `state`, count(*) as `total` from `reconcile_difference` where `channel_merchant_id` = ? and `clearing_day` = ? and `state` in (?, ?) group by `state`;
select `note_no`, `object_kind`, `object_no`, `note_action`, `note_text`, `operator_name`, `noted_at` from `handling_note` where `object_kind` = ? and `object_no` = ? order by `noted_at` asc, `note_no` asc limit ?;

-- records of a payee
select `abnormal_id`, `kind`, `platform_order_no`, `merchant_no`, `attempt_no`, `pay_channel`, `channel_order_no`, `amount`, `remark`, `handle_state`, `created_at`, `version` from `abnormal_order` where `merchant_no` = ? and `created_at` >= ? and `created_at` < ? and (`created_at` > ? or (`created_at` = ? and `abnormal_id` > ?)) order by `created_at` asc, `abnormal_id` asc limit ?;
select `abnormal_id`, `kind`, `platform_order_no`, `merchant_no`, `attempt_no`, `pay_channel`, `channel_order_no`, `amount`, `remark`, `handle_state`, `created_at`, `version` from `abnormal_order_archive` where `merchant_no` = ? and `created_at` >= ? and `created_at` < ? and (`created_at` > ? or (`created_at` = ? and `abnormal_id` > ?)) order by `created_at` asc, `abnormal_id` asc limit ?;
select `attempt_no`, `platform_order_no`, `merchant_no`, `pay_channel`, `channel_order_no`, `amount`, `handle_state`, `paid_at`, `created_at`, `version` from `repeat_payment` where `merchant_no` = ? and `created_at` >= ? and `created_at` < ? and (`created_at` > ? or (`created_at` = ? and `attempt_no` > ?)) order by `created_at` asc, `attempt_no` asc limit ?;
select `attempt_no`, `platform_order_no`, `merchant_no`, `pay_channel`, `channel_order_no`, `amount`, `handle_state`, `paid_at`, `created_at`, `version` from `repeat_payment_archive` where `merchant_no` = ? and `created_at` >= ? and `created_at` < ? and (`created_at` > ? or (`created_at` = ? and `attempt_no` > ?)) order by `created_at` asc, `attempt_no` asc limit ?;

-- keptFiles.read, forgetAbandoned
select `file_no`, `chunk_count`, `kept_at` from `kept_export` where `file_no` = ? limit ?;
select `chunk_no` from `kept_chunk` where `file_no` = ? and `chunk_no` = ?;
select `file_no`, `chunk_no`, `chunk_text` from `kept_chunk` where `file_no` = ? and `chunk_no` = ? limit ?;
select `file_no`, `chunk_count`, `touched_at` from `kept_draft` where `touched_at` < ? order by `touched_at` asc, `file_no` asc limit ?;
select `file_no`, `chunk_count`, `touched_at` from `kept_draft` where `file_no` = ? for update;
delete from `kept_chunk` where `file_no` = ? and `chunk_no` >= ?;
update `kept_draft` set `chunk_count` = ? where `file_no` = ?;

-- reconciliation.put…
update `reconcile_run` set `bill_no` = ?, `state` = ?, `lines_done` = ?, `line_count` = ?, `missing_after` = ?, `figures` = ?, `run_changes` = ?, `ended_at` = ?, `cancel_asked_by` = ?, `remark` = ?, `version` = ? where `run_no` = ? and `version` = ?;
update `reconcile_day` set `pay_channel` = ?, `state` = ?, `bill_no` = ?, `last_run_no` = ?, `running_no` = ?, `run_count` = ?, `reconcile_count` = ?, `reconcile_amount` = ?, `settled_amount` = ?, `fee_amount` = ?, `open_count` = ?, `waiting_count` = ?, `tries` = ?, `last_tried_at` = ?, `last_word` = ?, `reconciled_at` = ?, `version` = ? where `channel_merchant_id` = ? and `clearing_day` = ? and `version` = ?;
update `reconcile_difference` set `outcome` = ?, `state` = ?, `clearing_day` = ?, `kind` = ?, `merchant_no` = ?, `platform_order_no` = ?, `biz_order_no` = ?, `own_no` = ?, `channel_no` = ?, `here_amount` = ?, `there_amount` = ?, `here_fee` = ?, `there_fee` = ?, `there_settled` = ?, `suggested_key` = ?, `happened_at` = ?, `detail_text` = ?, `last_run_no` = ?, `version` = ? where `difference_no` = ? and `version` = ?;

-- eBills
select `bill_key`, `bill_round`, `bill_source`, `platform_order_no`, `bus_no`, `state`, `amount`, `dev_id`, `merchant_no`, `biz_order_no`, `region_code`, `payer_kind`, `payer_name`, `payer_name_index`, `payer_cert_no`, `payer_cert_no_index`, `payer_mobile`, `payer_mobile_index`, `payer_email`, `item_list`, `base_list`, `whole_order`, `said_items`, `pay_code`, `bill_code`, `bill_no`, `check_code`, `issued_at`, `link_list`, `reversal_text`, `failure_code`, `failure_text`, `page_token`, `tries_made`, `last_try_at`, `next_try_at`, `paid_at`, `bill_at`, `created_at`, `version` from `e_bill` where `bill_key` = ? order by `bill_round` asc limit ?;
select `bill_key`, `bill_round`, `bill_source`, `platform_order_no`, `bus_no`, `state`, `amount`, `dev_id`, `merchant_no`, `biz_order_no`, `region_code`, `payer_kind`, `payer_name`, `payer_name_index`, `payer_cert_no`, `payer_cert_no_index`, `payer_mobile`, `payer_mobile_index`, `payer_email`, `item_list`, `base_list`, `whole_order`, `said_items`, `pay_code`, `bill_code`, `bill_no`, `check_code`, `issued_at`, `link_list`, `reversal_text`, `failure_code`, `failure_text`, `page_token`, `tries_made`, `last_try_at`, `next_try_at`, `paid_at`, `bill_at`, `created_at`, `version` from `e_bill` where `bill_key` in (?, ?, ?, ?, ?, ?, ?, ?);
select `bill_key`, `bill_round`, `bill_source`, `platform_order_no`, `bus_no`, `state`, `amount`, `dev_id`, `merchant_no`, `biz_order_no`, `region_code`, `payer_kind`, `payer_name`, `payer_name_index`, `payer_cert_no`, `payer_cert_no_index`, `payer_mobile`, `payer_mobile_index`, `payer_email`, `item_list`, `base_list`, `whole_order`, `said_items`, `pay_code`, `bill_code`, `bill_no`, `check_code`, `issued_at`, `link_list`, `reversal_text`, `failure_code`, `failure_text`, `page_token`, `tries_made`, `last_try_at`, `next_try_at`, `paid_at`, `bill_at`, `created_at`, `version` from `e_bill` where `bill_code` = ? and `bill_no` = ? order by `bill_key` asc, `bill_round` asc limit ?;
select `bill_key`, `bill_round`, `bill_source`, `platform_order_no`, `bus_no`, `state`, `amount`, `dev_id`, `merchant_no`, `biz_order_no`, `region_code`, `payer_kind`, `payer_name`, `payer_name_index`, `payer_cert_no`, `payer_cert_no_index`, `payer_mobile`, `payer_mobile_index`, `payer_email`, `item_list`, `base_list`, `whole_order`, `said_items`, `pay_code`, `bill_code`, `bill_no`, `check_code`, `issued_at`, `link_list`, `reversal_text`, `failure_code`, `failure_text`, `page_token`, `tries_made`, `last_try_at`, `next_try_at`, `paid_at`, `bill_at`, `created_at`, `version` from `e_bill` where `page_token` = ? limit ?;
select count(*) as `total`, sum(`amount`) as `amount_sum` from `e_bill` where `region_code` = ? and `bill_source` = ? and `issued_at` >= ? and `issued_at` < ?;
select `bill_key`, `bill_round`, `bill_source`, `platform_order_no`, `bus_no`, `state`, `amount`, `dev_id`, `merchant_no`, `biz_order_no`, `region_code`, `payer_kind`, `payer_name`, `payer_name_index`, `payer_cert_no`, `payer_cert_no_index`, `payer_mobile`, `payer_mobile_index`, `payer_email`, `item_list`, `base_list`, `whole_order`, `said_items`, `pay_code`, `bill_code`, `bill_no`, `check_code`, `issued_at`, `link_list`, `reversal_text`, `failure_code`, `failure_text`, `page_token`, `tries_made`, `last_try_at`, `next_try_at`, `paid_at`, `bill_at`, `created_at`, `version` from `e_bill` where `region_code` = ? and `bill_source` = ? and `issued_at` >= ? and `issued_at` < ? order by `issued_at` asc, `bill_key` asc, `bill_round` asc limit ?;
select `bill_key`, `bill_round`, `bill_source`, `platform_order_no`, `bus_no`, `state`, `amount`, `dev_id`, `merchant_no`, `biz_order_no`, `region_code`, `payer_kind`, `payer_name`, `payer_name_index`, `payer_cert_no`, `payer_cert_no_index`, `payer_mobile`, `payer_mobile_index`, `payer_email`, `item_list`, `base_list`, `whole_order`, `said_items`, `pay_code`, `bill_code`, `bill_no`, `check_code`, `issued_at`, `link_list`, `reversal_text`, `failure_code`, `failure_text`, `page_token`, `tries_made`, `last_try_at`, `next_try_at`, `paid_at`, `bill_at`, `created_at`, `version` from `e_bill` where `region_code` = ? and `bill_source` = ? and `issued_at` >= ? and `issued_at` < ? and `issued_at` >= ? and (`issued_at` > ? or `bill_key` > ? or (`bill_key` = ? and `bill_round` > ?)) order by `issued_at` asc, `bill_key` asc, `bill_round` asc limit ?;
select `region_code`, `check_day`, `state`, `our_count`, `our_amount`, `their_count`, `their_amount`, `difference_list`, `walk_text`, `checked_at`, `version` from `e_bill_check` where `region_code` = ? and `check_day` = ? limit ?;

-- eBills.put…
update `e_bill` set `state` = ?, `amount` = ?, `region_code` = ?, `item_list` = ?, `said_items` = ?, `bill_code` = ?, `bill_no` = ?, `check_code` = ?, `issued_at` = ?, `link_list` = ?, `reversal_text` = ?, `failure_code` = ?, `failure_text` = ?, `tries_made` = ?, `last_try_at` = ?, `next_try_at` = ?, `bill_at` = ?, `version` = ? where `bill_key` = ? and `bill_round` = ? and `version` = ?;
update `e_bill_check` set `state` = ?, `our_count` = ?, `our_amount` = ?, `their_count` = ?, `their_amount` = ?, `difference_list` = ?, `walk_text` = ?, `checked_at` = ?, `version` = ? where `region_code` = ? and `check_day` = ? and `version` = ?;

-- legs, of orders
select `platform_order_no`, `merchant_no`, `biz_order_no`, `order_amount`, `biz_discount_amount`, `nontax_info`, `paid_attempt_no` from `pay_order` where `platform_order_no` in (?);
select `platform_order_no`, `attempt_no`, `refund_amount`, `state` from `pay_refund` where `state` = ? and `platform_order_no` in (?);
select `bill_key`, `bill_round`, `state`, `amount`, `base_list`, `whole_order`, `said_items` from `e_bill` where `bill_key` in (?);

-- legs, kept
select `check_day`, `channel_merchant_id`, `run_no`, `state`, `check_phase`, `after_key`, `order_count`, `complete_count`, `channel_gaps`, `notice_gaps`, `bill_gaps`, `gap_figures`, `walked_at`, `changed_at`, `look_at`, `oldest_at`, `alarmed_at`, `version` from `leg_check` where `check_day` = ? order by `channel_merchant_id` asc limit ?;
select `check_day`, `platform_order_no`, `leg_name`, `gap_seq`, `gap_no`, `channel_merchant_id`, `merchant_no`, `biz_order_no`, `gap_kind`, `expected_amount`, `found_amount`, `gap_state`, `first_seen_at`, `closed_at`, `version` from `leg_gap` where `gap_no` = ? limit ?;
select `check_day`, `platform_order_no`, `leg_name`, `gap_seq`, `gap_no`, `channel_merchant_id`, `merchant_no`, `biz_order_no`, `gap_kind`, `expected_amount`, `found_amount`, `gap_state`, `first_seen_at`, `closed_at`, `version` from `leg_gap` where `check_day` = ? and `platform_order_no` in (?);
select distinct `platform_order_no` from `leg_gap` where `check_day` = ? and `channel_merchant_id` = ? and `gap_state` = ? and `platform_order_no` > ? order by `platform_order_no` asc limit ?;
select `check_day`, `platform_order_no`, `leg_name`, `gap_seq`, `gap_no`, `channel_merchant_id`, `merchant_no`, `biz_order_no`, `gap_kind`, `expected_amount`, `found_amount`, `gap_state`, `first_seen_at`, `closed_at`, `version` from `leg_gap` where `check_day` = ? and `first_seen_at` <= ? and (`closed_at` is null or `closed_at` > ?) and `platform_order_no` >= ? and (`platform_order_no` > ? or `leg_name` > ? or (`leg_name` = ? and `gap_seq` > ?)) order by `platform_order_no` asc, `leg_name` asc, `gap_seq` asc limit ?;

-- legs.put…
update `leg_check` set `run_no` = ?, `state` = ?, `check_phase` = ?, `after_key` = ?, `order_count` = ?, `complete_count` = ?, `channel_gaps` = ?, `notice_gaps` = ?, `bill_gaps` = ?, `gap_figures` = ?, `walked_at` = ?, `changed_at` = ?, `look_at` = ?, `oldest_at` = ?, `alarmed_at` = ?, `version` = ? where `check_day` = ? and `channel_merchant_id` = ? and `version` = ?;
update `leg_gap` set `gap_state` = ?, `closed_at` = ?, `version` = ? where `check_day` = ? and `platform_order_no` = ? and `leg_name` = ? and `gap_seq` = ? and `version` = ?;

-- texts
select `message_id`, `scene`, `biz_key`, `sealed_phone`, `phone_index`, `masked_phone`, `template_name`, `param_list`, `state`, `last_code`, `tries`, `being_sent`, `resent`, `group_no`, `asker_index`, `created_at`, `send_at`, `last_tried_at`, `submitted_at`, `ended_at`, `version` from `text_message` where `message_id` = ? limit ?;
select `message_id`, `scene`, `biz_key`, `sealed_phone`, `phone_index`, `masked_phone`, `template_name`, `param_list`, `state`, `last_code`, `tries`, `being_sent`, `resent`, `group_no`, `asker_index`, `created_at`, `send_at`, `last_tried_at`, `submitted_at`, `ended_at`, `version` from `text_message` where `group_no` = ? and `phone_index` = ? limit ?;
select `message_id`, `scene`, `biz_key`, `sealed_phone`, `phone_index`, `masked_phone`, `template_name`, `param_list`, `state`, `last_code`, `tries`, `being_sent`, `resent`, `group_no`, `asker_index`, `created_at`, `send_at`, `last_tried_at`, `submitted_at`, `ended_at`, `version` from `text_message` where `phone_index` = ? and `created_at` >= ? order by `created_at` desc, `message_id` desc limit ?;
select `created_at` from `text_message` where `asker_index` = ? and `created_at` >= ? order by `created_at` desc limit ?;
select `message_id`, `scene`, `biz_key`, `sealed_phone`, `phone_index`, `masked_phone`, `template_name`, `param_list`, `state`, `last_code`, `tries`, `being_sent`, `resent`, `group_no`, `asker_index`, `created_at`, `send_at`, `last_tried_at`, `submitted_at`, `ended_at`, `version` from `text_message` where `scene` = ? and `biz_key` = ? order by `created_at` asc, `message_id` asc limit ?;
select `state`, count(*) as `total` from `text_message` where `created_at` >= ? group by `state` order by `state` asc;

-- keyWalk.leftSince
select count(*) as `total` from `text_block` where `changed_at` < ?;
select count(*) as `total` from `text_code` where `made_at` < ?;
select count(*) as `total` from `text_inbound` where `received_at` < ?;

-- texts.put…
update `text_message` set `state` = ?, `last_code` = ?, `tries` = ?, `being_sent` = ?, `resent` = ?, `group_no` = ?, `send_at` = ?, `last_tried_at` = ?, `submitted_at` = ?, `ended_at` = ?, `version` = ? where `message_id` = ? and `version` = ?;
update `text_block` set `masked_phone` = ?, `is_blocked` = ?, `block_cause` = ?, `changed_at` = ?, `version` = ? where `phone_index` = ? and `version` = ?;
update `text_code` set `code_hash` = ?, `made_at` = ?, `wrong_tries` = ?, `used_at` = ?, `version` = ? where `scene` = ? and `phone_index` = ? and `version` = ?;

-- texts, under two keys
select `phone_index`, `masked_phone`, `is_blocked`, `block_cause`, `changed_at`, `version` from `text_block` where `phone_index` in (?, ?);
delete from `text_block` where `phone_index` = ? and `version` = ?;
select `message_id`, `scene`, `biz_key`, `sealed_phone`, `phone_index`, `masked_phone`, `template_name`, `param_list`, `state`, `last_code`, `tries`, `being_sent`, `resent`, `group_no`, `asker_index`, `created_at`, `send_at`, `last_tried_at`, `submitted_at`, `ended_at`, `version` from `text_message` where `group_no` = ? and `phone_index` in (?, ?) limit ?;
select `message_id`, `scene`, `biz_key`, `sealed_phone`, `phone_index`, `masked_phone`, `template_name`, `param_list`, `state`, `last_code`, `tries`, `being_sent`, `resent`, `group_no`, `asker_index`, `created_at`, `send_at`, `last_tried_at`, `submitted_at`, `ended_at`, `version` from `text_message` where `phone_index` in (?, ?) and `created_at` >= ? order by `created_at` desc, `message_id` desc limit ?;
select `created_at` from `text_message` where `asker_index` in (?, ?) and `created_at` >= ? order by `created_at` desc limit ?;
select `scene`, `phone_index`, `code_hash`, `made_at`, `wrong_tries`, `used_at`, `version` from `text_code` where `scene` = ? and `phone_index` in (?, ?) limit ?;

-- texts.forget…
select `message_id`, `version` from `text_message` where `forgotten_at` is null and `ended_at` < ? order by `ended_at` asc, `message_id` asc limit ?;
update `text_message` set `sealed_phone` = ?, `phone_index` = ?, `masked_phone` = ?, `param_list` = ?, `asker_index` = ?, `forgotten_at` = ?, `version` = ? where `message_id` = ? and `version` = ?;
select `said_index` from `text_inbound` where `received_at` < ? order by `received_at` asc, `inbound_no` asc limit ?;
delete from `text_inbound` where `said_index` in (?);
select `scene`, `phone_index`, `code_hash`, `made_at`, `wrong_tries`, `used_at`, `version` from `text_code` where `made_at` < ? order by `made_at` asc, `phone_index` asc, `scene` asc limit ?;
delete from `text_code` where `scene` = ? and `phone_index` = ? and `version` = ?;

-- sharing
select `batch_no`, `target_name`, `table_name`, `batch_kind`, `state`, `row_count`, `accepted_count`, `quarantined_count`, `warning_count`, `message_text`, `began_at`, `ended_at` from `share_batch` where `target_name` = ? order by `began_at` desc, `batch_no` desc limit ?;
select `batch_no`, `target_name`, `table_name`, `batch_kind`, `state`, `row_count`, `accepted_count`, `quarantined_count`, `warning_count`, `message_text`, `began_at`, `ended_at` from `share_batch` where `target_name` = ? and `table_name` = ? order by `began_at` desc, `batch_no` desc limit ?;
select `quarantine_no`, `target_name`, `table_name`, `row_key`, `reason`, `detail_text`, `state`, `batch_no`, `times`, `first_at`, `last_at`, `version` from `share_quarantine` where `quarantine_no` = ? limit ?;
select `quarantine_no`, `target_name`, `table_name`, `row_key`, `reason`, `detail_text`, `state`, `batch_no`, `times`, `first_at`, `last_at`, `version` from `share_quarantine` where `target_name` = ? and `table_name` = ? and `row_key` in (?, ?, ?, ?, ?, ?, ?, ?);
select `quarantine_no`, `target_name`, `table_name`, `row_key`, `reason`, `detail_text`, `state`, `batch_no`, `times`, `first_at`, `last_at`, `version` from `share_quarantine` where `target_name` = ? and `state` = ? and `quarantine_no` > ? order by `quarantine_no` asc limit ?;
select count(*) as `total` from `share_quarantine` where `target_name` = ? and `table_name` = ? and `state` = ?;
select `table_name`, `column_name`, `is_full`, `basis_text`, `decided_by`, `decided_at`, `version` from `share_policy` order by `table_name` asc, `column_name` asc limit ?;
select `platform_order_no`, `noted_at`, `version` from `share_order_outbox` where `noted_at` <= ? and `noted_at` >= ? and (`noted_at` > ? or `platform_order_no` > ?) order by `noted_at` asc, `platform_order_no` asc limit ?;
select count(*) as `total` from `share_order_outbox` where `noted_at` <= ? and (`noted_at` < ? or `platform_order_no` <= ?);
select `node_id`, `parent_id`, `parent_ids`, `grade`, `node_name`, `org_id`, `is_gone`, `created_at`, `changed_at`, `version` from `share_node` where `node_id` in (?, ?, ?, ?, ?, ?, ?, ?);
select `node_id`, `parent_id`, `parent_ids`, `grade`, `node_name`, `org_id`, `is_gone`, `created_at`, `changed_at`, `version` from `share_node` where `changed_at` <= ? and `changed_at` >= ? and (`changed_at` > ? or `node_id` > ?) order by `changed_at` asc, `node_id` asc limit ?;
select count(*) as `total` from `share_node` where `changed_at` <= ? and (`changed_at` < ? or `node_id` <= ?);
select `node_id`, `parent_id`, `parent_ids`, `grade`, `node_name`, `org_id`, `is_gone`, `created_at`, `changed_at`, `version` from `share_node` where `node_id` > ? order by `node_id` asc limit ?;

-- sharing.put…
update `share_watermark` set `mark_at` = ?, `mark_id` = ?, `lease_owner` = ?, `lease_until` = ?, `batch_sequence` = ?, `failure_count` = ?, `not_before` = ?, `phase` = ?, `counted_day` = ?, `version` = ? where `target_name` = ? and `table_name` = ? and `version` = ?;
update `share_quarantine` set `reason` = ?, `detail_text` = ?, `state` = ?, `batch_no` = ?, `times` = ?, `last_at` = ?, `version` = ? where `quarantine_no` = ? and `version` = ?;
update `share_policy` set `is_full` = ?, `basis_text` = ?, `decided_by` = ?, `decided_at` = ?, `version` = ? where `table_name` = ? and `column_name` = ? and `version` = ?;
update `share_order_outbox` set `noted_at` = ?, `version` = ? where `platform_order_no` = ? and `version` = ?;
update `share_node` set `parent_id` = ?, `parent_ids` = ?, `grade` = ?, `node_name` = ?, `org_id` = ?, `is_gone` = ?, `changed_at` = ?, `version` = ? where `node_id` = ? and `version` = ?;

-- operators
select `operator_no`, `login_account`, `operator_name`, `masked_mobile`, `sealed_mobile`, `state`, `officer_kind`, `role_codes`, `scope_kind`, `region_code`, `institution_no`, `remark`, `created_at`, `row_mac`, `version` from `console_operator` where `operator_no` = ? limit ?;
select `operator_no`, `login_account`, `operator_name`, `masked_mobile`, `sealed_mobile`, `state`, `officer_kind`, `role_codes`, `scope_kind`, `region_code`, `institution_no`, `remark`, `created_at`, `row_mac`, `version` from `console_operator` where `officer_kind` in (?, ?, ?) order by `operator_no` asc limit ?;
select count(*) as `total` from `console_operator`;
select `operator_no`, `password_hash`, `password_changed_at`, `must_change`, `former_passwords`, `second_factor`, `activation_hash`, `activation_until`, `row_mac`, `version` from `operator_credential` where `operator_no` = ? limit ?;
select `role_code`, `role_name`, `permission_list`, `remark`, `created_at`, `row_mac`, `version` from `operator_role` order by `role_code` asc limit ?;
select `operator_no`, `login_account`, `operator_name`, `masked_mobile`, `sealed_mobile`, `state`, `officer_kind`, `role_codes`, `scope_kind`, `region_code`, `institution_no`, `remark`, `created_at`, `row_mac`, `version` from `console_operator` order by `operator_no` asc limit ?;
select `request_no`, `operator_no`, `operator_version`, `officer_kind`, `role_codes`, `scope_kind`, `region_code`, `institution_no`, `state`, `asked_by`, `decided_by`, `remark`, `opinion`, `asked_at`, `decided_at`, `row_mac`, `version` from `grant_request` where `state` = ? order by `asked_at` asc, `request_no` asc limit ?;
select `token_hash`, `session_no`, `operator_no`, `session_stage`, `from_address`, `began_at`, `seen_at`, `proved_at`, `ended_at`, `end_cause`, `is_open`, `row_mac`, `version` from `operator_session` where `token_hash` = ? limit ?;
select `recovery_no`, `restored_at`, `backup_taken_at`, `payments_released_at`, `refunds_released_at`, `callbacks_released_at`, `ended_at`, `version` from `recovery_mark` order by `restored_at` desc, `recovery_no` desc limit ?;
select `token_hash`, `session_no`, `operator_no`, `session_stage`, `from_address`, `began_at`, `seen_at`, `proved_at`, `ended_at`, `end_cause`, `is_open`, `row_mac`, `version` from `operator_session` where `operator_no` = ? and `is_open` = ? order by `began_at` desc, `session_no` desc limit ?;
select `challenge_no`, `purpose`, `nonce`, `sealed_key`, `sealed_captcha`, `session_no`, `made_at`, `used_at`, `version` from `sign_in_challenge` where `challenge_no` = ? limit ?;
select `request_no`, `operator_no`, `operator_version`, `officer_kind`, `role_codes`, `scope_kind`, `region_code`, `institution_no`, `state`, `asked_by`, `decided_by`, `remark`, `opinion`, `asked_at`, `decided_at`, `row_mac`, `version` from `grant_request` where `request_no` = ? limit ?;
select `key_no`, `operator_no`, `public_key`, `key_print`, `state`, `asked_by`, `asked_at`, `decided_by`, `decided_at`, `remark`, `row_mac`, `version` from `operator_key` where `key_no` = ? limit ?;
select `key_no`, `operator_no`, `public_key`, `key_print`, `state`, `asked_by`, `asked_at`, `decided_by`, `decided_at`, `remark`, `row_mac`, `version` from `operator_key` where `operator_no` = ? order by `asked_at` desc, `key_no` desc limit ?;

-- operators.put…
select `operator_no`, `login_account`, `operator_name`, `masked_mobile`, `sealed_mobile`, `state`, `officer_kind`, `role_codes`, `scope_kind`, `region_code`, `institution_no`, `remark`, `created_at`, `row_mac`, `version` from `console_operator` where `operator_no` = ? for update;
select `role_code`, `role_name`, `permission_list`, `remark`, `created_at`, `row_mac`, `version` from `operator_role` where `role_code` = ? for update;
update `console_operator` set `operator_name` = ?, `masked_mobile` = ?, `state` = ?, `officer_kind` = ?, `role_codes` = ?, `scope_kind` = ?, `region_code` = ?, `institution_no` = ?, `remark` = ?, `row_mac` = ?, `version` = ? where `operator_no` = ? and `login_account` = ? and `version` = ?;
update `console_operator` set `sealed_mobile` = ? where `operator_no` = ?;
update `operator_credential` set `password_hash` = ?, `password_changed_at` = ?, `must_change` = ?, `former_passwords` = ?, `second_factor` = ?, `activation_hash` = ?, `activation_until` = ?, `row_mac` = ?, `version` = ? where `operator_no` = ? and `version` = ?;
update `operator_role` set `role_name` = ?, `permission_list` = ?, `remark` = ?, `row_mac` = ?, `version` = ? where `role_code` = ? and `version` = ?;
update `operator_session` set `session_stage` = ?, `from_address` = ?, `seen_at` = ?, `proved_at` = ?, `ended_at` = ?, `end_cause` = ?, `is_open` = ?, `row_mac` = ?, `version` = ? where `token_hash` = ? and `session_no` = ? and `operator_no` = ? and `version` = ?;
update `sign_in_tries` set `wrong_at_list` = ?, `locked_until` = ?, `version` = ? where `try_holder` = ? and `version` = ?;
update `sign_in_challenge` set `used_at` = ?, `version` = ? where `challenge_no` = ? and `version` = ?;
select `challenge_no` from `sign_in_challenge` where `made_at` < ? order by `made_at` asc, `challenge_no` asc limit ?;
delete from `sign_in_challenge` where `challenge_no` in (?);
select `token_hash` from `operator_session` where `ended_at` < ? order by `ended_at` asc, `token_hash` asc limit ?;
delete from `operator_session` where `token_hash` in (?);
select `try_holder`, `wrong_at_list`, `locked_until`, `version` from `sign_in_tries` where `try_holder` > ? order by `try_holder` asc limit ?;
update `grant_request` set `operator_no` = ?, `operator_version` = ?, `officer_kind` = ?, `role_codes` = ?, `scope_kind` = ?, `region_code` = ?, `institution_no` = ?, `state` = ?, `asked_by` = ?, `decided_by` = ?, `remark` = ?, `opinion` = ?, `asked_at` = ?, `decided_at` = ?, `row_mac` = ?, `version` = ? where `request_no` = ? and `version` = ?;
update `operator_key` set `state` = ?, `asked_by` = ?, `asked_at` = ?, `decided_by` = ?, `decided_at` = ?, `remark` = ?, `row_mac` = ?, `version` = ? where `key_no` = ? and `version` = ?;

-- exports
select `export_no`, `operator_no`, `list_name`, `parameter_list`, `row_scope`, `run_place`, `state`, `rows_written`, `file_no`, `file_name`, `fail_cause`, `started_at`, `seen_at`, `ended_at`, `version` from `list_export` where `export_no` = ? limit ?;
select `export_no`, `operator_no`, `list_name`, `parameter_list`, `row_scope`, `run_place`, `state`, `rows_written`, `file_no`, `file_name`, `fail_cause`, `started_at`, `seen_at`, `ended_at`, `version` from `list_export` where `file_no` = ? limit ?;
select `export_no`, `operator_no`, `list_name`, `parameter_list`, `row_scope`, `run_place`, `state`, `rows_written`, `file_no`, `file_name`, `fail_cause`, `started_at`, `seen_at`, `ended_at`, `version` from `list_export` where `run_place` in (?, ?) order by `run_place` asc;
select `export_no`, `operator_no`, `list_name`, `parameter_list`, `row_scope`, `run_place`, `state`, `rows_written`, `file_no`, `file_name`, `fail_cause`, `started_at`, `seen_at`, `ended_at`, `version` from `list_export` where `state` = ? and `seen_at` < ? order by `seen_at` asc, `export_no` asc limit ?;

-- exports.put
update `list_export` set `run_place` = ?, `state` = ?, `rows_written` = ?, `file_no` = ?, `file_name` = ?, `fail_cause` = ?, `seen_at` = ?, `ended_at` = ?, `version` = ? where `export_no` = ? and `version` = ?;

-- keptFiles.forgetExports, a part
select `file_no`, `chunk_count`, `kept_at` from `kept_export` where `kept_at` < ? order by `kept_at` asc, `file_no` asc limit ?;
select `file_no`, `chunk_count`, `kept_at` from `kept_export` where `file_no` = ? for update;
update `kept_export` set `chunk_count` = ? where `file_no` = ?;

-- keptFiles.forgetExports
delete from `kept_export` where `file_no` = ?;

-- alerts
select `alert_no`, `wait_place`, `alert_type`, `alert_level`, `event_name`, `message_text`, `related_order_no`, `raise_count`, `first_at`, `last_at`, `state`, `handled_by`, `handled_at`, `remark`, `version` from `console_alert` where `alert_no` = ? limit ?;
select `alert_no`, `wait_place`, `alert_type`, `alert_level`, `event_name`, `message_text`, `related_order_no`, `raise_count`, `first_at`, `last_at`, `state`, `handled_by`, `handled_at`, `remark`, `version` from `console_alert` where `state` = ? order by `last_at` asc, `alert_no` asc limit ?;

-- alerts.put
select `alert_no`, `wait_place`, `alert_type`, `alert_level`, `event_name`, `message_text`, `related_order_no`, `raise_count`, `first_at`, `last_at`, `state`, `handled_by`, `handled_at`, `remark`, `version` from `console_alert` where `wait_place` = ? for update;
update `console_alert` set `wait_place` = ?, `alert_level` = ?, `message_text` = ?, `raise_count` = ?, `last_at` = ?, `state` = ?, `handled_by` = ?, `handled_at` = ?, `remark` = ?, `version` = ? where `alert_no` = ? and `version` = ?;

-- menus
select `menu_key`, `parent_key`, `menu_name`, `menu_type`, `page_key`, `sort_no`, `enabled`, `menu_origin`, `remark`, `version` from `console_menu` order by `menu_key` asc limit ?;

-- menus.put
select `menu_key`, `parent_key`, `menu_name`, `menu_type`, `page_key`, `sort_no`, `enabled`, `menu_origin`, `remark`, `version` from `console_menu` where `menu_key` = ? for update;
update `console_menu` set `parent_key` = ?, `menu_name` = ?, `sort_no` = ?, `enabled` = ?, `remark` = ?, `version` = ? where `menu_key` = ? and `version` = ?;

-- logBooks.newestBeyond
select `logged_at` from `platform_log` order by `logged_at` desc, `log_no` desc limit ? offset ?;

-- logBooks.forget
select `log_no` from `platform_log` where `logged_at` < ? order by `logged_at` asc, `log_no` asc limit ?;
delete from `platform_log` where `log_no` in (?);

-- issues
select `issue_no`, `issue_type`, `related_order_no`, `platform_order_no`, `platform_refund_no`, `biz_order_no`, `sealed_description`, `masked_mobile`, `sealed_mobile`, `state`, `sealed_solution`, `solved_by`, `solved_at`, `registered_by`, `registered_at`, `step_count`, `attachment_count`, `attachment_bytes`, `forgotten_at`, `version` from `desk_issue` where `issue_no` = ? limit ?;
select `issue_no`, `step_no`, `step_kind`, `sealed_words`, `done_by`, `done_at` from `issue_step` where `issue_no` = ? order by `step_no` asc limit ?;
select `attachment_no`, `file_name`, `file_kind`, `byte_size`, `file_digest`, `scan_verdict`, `state`, `uploaded_by`, `uploaded_at`, `issue_no`, `step_no`, `version` from `issue_attachment` where `issue_no` = ? order by `step_no` asc, `attachment_no` asc limit ?;
select `attachment_no`, `file_name`, `file_kind`, `byte_size`, `file_digest`, `scan_verdict`, `state`, `uploaded_by`, `uploaded_at`, `issue_no`, `step_no`, `version` from `issue_attachment` where `attachment_no` = ? limit ?;
select `attachment_no`, `file_name`, `file_kind`, `byte_size`, `file_digest`, `scan_verdict`, `state`, `uploaded_by`, `uploaded_at`, `issue_no`, `step_no`, `version` from `issue_attachment` where `state` in (?, ?, ?) and `uploaded_at` < ? order by `uploaded_at` asc, `attachment_no` asc limit ?;
select `issue_no` from `desk_issue` where `forgotten_at` is null and `solved_at` < ? order by `solved_at` asc, `issue_no` asc limit ?;

-- issues.put
select `issue_no`, `issue_type`, `related_order_no`, `platform_order_no`, `platform_refund_no`, `biz_order_no`, `sealed_description`, `masked_mobile`, `sealed_mobile`, `state`, `sealed_solution`, `solved_by`, `solved_at`, `registered_by`, `registered_at`, `step_count`, `attachment_count`, `attachment_bytes`, `forgotten_at`, `version` from `desk_issue` where `issue_no` = ? for update;
update `desk_issue` set `state` = ?, `sealed_solution` = ?, `solved_by` = ?, `solved_at` = ?, `step_count` = ?, `attachment_count` = ?, `attachment_bytes` = ?, `version` = ? where `issue_no` = ? and `version` = ?;
update `issue_attachment` set `file_digest` = ?, `scan_verdict` = ?, `state` = ?, `issue_no` = ?, `step_no` = ?, `version` = ? where `attachment_no` = ? and `version` = ?;
select `operator_no`, `hour_began`, `file_count`, `byte_count`, `version` from `upload_allowance` where `operator_no` = ? for update;
update `upload_allowance` set `hour_began` = ?, `file_count` = ?, `byte_count` = ?, `version` = ? where `operator_no` = ? and `version` = ?;

-- issues.forget
select `issue_no`, `solved_at`, `sealed_description`, `masked_mobile`, `sealed_mobile`, `sealed_solution`, `forgotten_at`, `version` from `desk_issue` where `issue_no` = ? for update;
update `desk_issue` set `sealed_description` = ?, `masked_mobile` = ?, `sealed_mobile` = ?, `sealed_solution` = ?, `forgotten_at` = ?, `version` = ? where `issue_no` = ? and `version` = ?;
update `issue_step` set `sealed_words` = ? where `issue_no` = ?;

-- forgetting.put
update `forgetting_round` set `turn_owner` = ?, `turn_until` = ?, `count_list` = ?, `version` = ? where `round_kind` = ? and `version` = ?;

-- issues.removeAttachment
delete from `issue_attachment` where `attachment_no` = ? and `version` = ?;
