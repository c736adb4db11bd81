-- 0000-step
create table `schema_step` (`step_id` varchar(64) not null, `checksum` varchar(64) not null, `outcome` varchar(16) not null, `done_at` bigint not null, `took_ms` int not null, primary key (`step_id`));

-- 0000-lease
create table `work_lease` (`lease_name` varchar(64) not null, `lease_owner` varchar(64), `lease_until` bigint not null, primary key (`lease_name`));

-- 0001-order
create table `pay_order` (`platform_order_no` varchar(32) not null, `dev_id` varchar(64) not null, `merchant_no` varchar(32) not null, `biz_order_no` varchar(128) not null, `order_date` varchar(8) not null, `order_time` varchar(14) not null, `terminal` varchar(8) not null, `order_amount` bigint not null, `biz_discount_amount` bigint not null, `order_title` varchar(64), `order_description` varchar(128), `return_url` varchar(256), `notify_url` varchar(256) not null, `bill_detail_url` varchar(256), `valid_minutes` int not null, `passback_params` text, `user_id` varchar(64), `payer_name` varchar(700), `payer_name_index` varchar(64), `payer_mobile` varchar(300), `payer_mobile_index` varchar(64), `payer_cert_no` varchar(400), `payer_cert_no_index` varchar(64), `sub_orders` text, `nontax_info` text, `content_digest` varchar(64) not null, `cashier_token` varchar(64) not null, `state` varchar(16) not null, `state_msg` varchar(512), `created_at` bigint not null, `expires_at` bigint not null, `closed_at` bigint, `paid_at` bigint, `paid_attempt_no` varchar(32), `pay_channel` varchar(16), `channel_order_no` varchar(128), `channel_discount_amount` bigint, `version` int not null, primary key (`platform_order_no`));

-- 0002-order-biz
create unique index `pay_order_biz_uq` on `pay_order` (`dev_id`, `merchant_no`, `biz_order_no`);

-- 0003-order-token
create unique index `pay_order_token_uq` on `pay_order` (`cashier_token`);

-- 0004-order-payer
create index `pay_order_user_ix` on `pay_order` (`dev_id`, `user_id`, `created_at`, `platform_order_no`);

-- 0005-attempt
create table `pay_attempt` (`attempt_no` varchar(32) not null, `platform_order_no` varchar(32) not null, `merchant_no` varchar(32) not null, `pay_channel` varchar(16) not null, `pay_method` varchar(8) not null, `channel_merchant_id` varchar(32) not null, `amount` bigint not null, `state` varchar(16) not null, `busy` smallint not null, `channel_time` varchar(14) not null, `limit_at` bigint not null, `code_digest` varchar(64), `channel_order_no` varchar(128), `paid_at` bigint, `paid_by_payer` bigint, `channel_discount_amount` bigint, `clearing_day` varchar(16), `reason` varchar(512), `cancel_asked_at` bigint, `queries_asked` int not null, `received_at` bigint not null, `sent_at` bigint, `answered_at` bigint, `recorded_at` bigint, `created_at` bigint not null, `version` int not null, primary key (`attempt_no`));

-- 0006-attempt-order
create index `pay_attempt_order_ix` on `pay_attempt` (`platform_order_no`);

-- 0007-attempt-code
create index `pay_attempt_code_ix` on `pay_attempt` (`code_digest`);

-- 0008-refund
create table `pay_refund` (`platform_refund_order_no` varchar(32) not null, `origin` varchar(16) not null, `dev_id` varchar(64) not null, `merchant_no` varchar(32) not null, `biz_refund_order_no` varchar(128) not null, `refund_order_date` varchar(8) not null, `platform_order_no` varchar(32) not null, `refund_amount` bigint not null, `refund_title` varchar(512), `refund_reason` varchar(512), `notify_url` varchar(256), `passback_params` text, `sub_merchant_no` varchar(32), `nontax_refund_ref` varchar(128), `attempt_no` varchar(32) not null, `content_digest` varchar(64) not null, `state` varchar(16) not null, `state_msg` varchar(512), `approval_state` varchar(16) not null, `approval_remark` varchar(512), `requested_by` varchar(128), `approved_by` varchar(128), `refund_trade_no` varchar(32), `refund_trade_time` varchar(14), `channel_refund_no` varchar(128), `queries_asked` int not null, `created_at` bigint not null, `sent_at` bigint, `refunded_at` bigint, `version` int not null, primary key (`platform_refund_order_no`));

-- 0009-refund-biz
create unique index `pay_refund_biz_uq` on `pay_refund` (`dev_id`, `merchant_no`, `biz_refund_order_no`);

-- 0010-refund-order
create index `pay_refund_order_ix` on `pay_refund` (`platform_order_no`);

-- 0011-refund-trade
create index `pay_refund_trade_ix` on `pay_refund` (`refund_trade_no`);

-- 0012-abnormal
create table `abnormal_order` (`abnormal_id` varchar(64) not null, `kind` varchar(24) not null, `platform_order_no` varchar(32) not null, `merchant_no` varchar(32) not null, `attempt_no` varchar(32) not null, `pay_channel` varchar(16) not null, `channel_order_no` varchar(128), `amount` bigint not null, `remark` varchar(512), `handle_state` varchar(16) not null, `created_at` bigint not null, `version` int not null, primary key (`abnormal_id`));

-- 0013-abnormal-order
create index `abnormal_order_order_ix` on `abnormal_order` (`platform_order_no`);

-- 0014-repeat
create table `repeat_payment` (`attempt_no` varchar(32) not null, `platform_order_no` varchar(32) not null, `merchant_no` varchar(32) not null, `pay_channel` varchar(16) not null, `channel_order_no` varchar(128), `amount` bigint not null, `handle_state` varchar(16) not null, `paid_at` bigint not null, `created_at` bigint not null, `version` int not null, primary key (`attempt_no`));

-- 0015-repeat-order
create index `repeat_payment_order_ix` on `repeat_payment` (`platform_order_no`);

-- 0016-callback
create table `merchant_callback` (`callback_id` varchar(64) not null, `kind` varchar(16) not null, `platform_order_no` varchar(32) not null, `platform_refund_order_no` varchar(32), `dev_id` varchar(64) not null, `merchant_no` varchar(32) not null, `target_url` varchar(256) not null, `told_state` varchar(16) not null, `content_text` text, `passback_params` text, `state` varchar(16) not null, `tries` int not null, `first_tried_at` bigint, `last_tried_at` bigint, `next_try_at` bigint, `last_answer` varchar(200), `accepted_at` bigint, `created_at` bigint not null, `version` int not null, primary key (`callback_id`));

-- 0017-callback-order
create index `merchant_callback_order_ix` on `merchant_callback` (`platform_order_no`);

-- 0018-outbox
create table `outbox` (`job_id` varchar(32) not null, `topic` varchar(32) not null, `job_key` varchar(128) not null, `state` varchar(8) not null, `due_at` bigint not null, `again_at` bigint, `attempts` int not null, `owner` varchar(64), `claim_token` varchar(32), `lease_until` bigint, `last_error` varchar(200), `created_at` bigint not null, primary key (`job_id`));

-- 0019-outbox-key
create unique index `outbox_key_uq` on `outbox` (`topic`, `job_key`);

-- 0020-outbox-due
create index `outbox_due_ix` on `outbox` (`state`, `due_at`, `job_id`);

-- 0021-audit
create table `audit_entry` (`entry_id` varchar(32) not null, `happened_at` bigint not null, `actor_kind` varchar(16) not null, `actor_code` varchar(64), `actor_address` varchar(64), `action` varchar(64), `object_kind` varchar(64), `object_no` varchar(128), `description` varchar(500), `facts_before` text, `facts_after` text, `request_id` varchar(128), `entry_mac` varchar(64) not null, `seq` bigint not null, `link_mac` varchar(64), primary key (`entry_id`));

-- 0022-audit-seq
create index `audit_entry_seq_ix` on `audit_entry` (`seq`, `happened_at`, `entry_id`);

-- 0023-audit-time
create index `audit_entry_time_ix` on `audit_entry` (`happened_at`, `entry_id`);

-- 0024-audit-head
create table `audit_head` (`head_name` varchar(32) not null, `last_seq` bigint not null, `last_mac` varchar(64) not null, `head_mac` varchar(64) not null, primary key (`head_name`));

-- 0025-developer
create table `developer` (`dev_id` varchar(64) not null, `developer_name` varchar(200), `sign_algorithm` varchar(8) not null, `sm2_encoding` varchar(8), `sm2_user_id` varchar(64), `public_keys` text, `enabled` smallint not null, `allowed_origins` text, `allowed_addresses` text, `allowed_methods` text, `merchant_nos` text, `requests_per_second` int not null, `version` int not null, primary key (`dev_id`));

-- 0026-payee
create table `payee` (`merchant_no` varchar(32) not null, `payee_name` varchar(200), `institution_no` varchar(32) not null, `region_code` varchar(32), `enabled` smallint not null, `pay_notify_url` varchar(256), `refund_notify_url` varchar(256), `default_return_url` varchar(256), `refund_review_required` smallint not null, `refund_review_above` bigint, `callback_on_failed` smallint not null, `repeat_refund_by_rule` smallint not null, `sub_merchants` text, `version` int not null, primary key (`merchant_no`));

-- 0027-channel-merchant
create table `channel_merchant` (`channel_merchant_id` varchar(32) not null, `pay_channel` varchar(16) not null, `channel_merchant_name` varchar(200), `channel_merchant_no` varchar(64) not null, `channel_app_id` varchar(64), `environment` varchar(16) not null, `key_name` varchar(64) not null, `settings_text` text, `enabled` smallint not null, `version` int not null, primary key (`channel_merchant_id`));

-- 0028-payee-channel
create table `payee_channel` (`merchant_no` varchar(32) not null, `pay_channel` varchar(16) not null, `channel_merchant_id` varchar(32) not null, `pay_methods` text, `enabled` smallint not null, `version` int not null, primary key (`merchant_no`, `channel_merchant_id`));

-- 0029-limit-note
create table `limit_note` (`process_name` varchar(64) not null, `told_at` bigint not null, `note_text` text, primary key (`process_name`));

-- 0031-node-number
create table `node_number` (`node_no` int not null, `used_until` bigint not null, `holding` varchar(32), `lease_until` bigint not null, `seen_at` bigint not null, `host_name` varchar(64), `process_id` bigint not null, `process_role` varchar(16) not null, `program_version` varchar(32) not null, `started_at` bigint not null, `version` int not null, primary key (`node_no`));

-- 0032-key-mark
create table `key_mark` (`mark_name` varchar(32) not null, `mark_mac` varchar(64) not null, primary key (`mark_name`));

-- 0033-recovery-mark
create table `recovery_mark` (`recovery_no` varchar(32) not null, `restored_at` bigint not null, `backup_taken_at` bigint, `payments_released_at` bigint, `refunds_released_at` bigint, `callbacks_released_at` bigint, `ended_at` bigint, `version` int not null, primary key (`recovery_no`));

-- 0034-recovery-newest
create index `recovery_mark_newest_ix` on `recovery_mark` (`restored_at`, `recovery_no`);

-- 0035-recovery-refund
create table `recovery_refund` (`recovery_no` varchar(32) not null, `platform_refund_order_no` varchar(32) not null, `released_at` bigint not null, primary key (`recovery_no`, `platform_refund_order_no`));

-- 0036-lost-payment
create table `lost_payment` (`attempt_no` varchar(64) not null, `pay_channel` varchar(16) not null, `channel_merchant_id` varchar(32) not null, `channel_order_no` varchar(128), `amount` bigint not null, `paid_at` bigint, `told_at` bigint not null, primary key (`attempt_no`));

-- 0037-archive-mark
create table `archive_mark` (`archive_name` varchar(32) not null, `begun_at` bigint not null, primary key (`archive_name`));

-- 0038-order-archive
create table `pay_order_archive` (`platform_order_no` varchar(32) not null, `dev_id` varchar(64) not null, `merchant_no` varchar(32) not null, `biz_order_no` varchar(128) not null, `order_date` varchar(8) not null, `order_time` varchar(14) not null, `terminal` varchar(8) not null, `order_amount` bigint not null, `biz_discount_amount` bigint not null, `order_title` varchar(64), `order_description` varchar(128), `return_url` varchar(256), `notify_url` varchar(256) not null, `bill_detail_url` varchar(256), `valid_minutes` int not null, `passback_params` text, `user_id` varchar(64), `payer_name` varchar(700), `payer_name_index` varchar(64), `payer_mobile` varchar(300), `payer_mobile_index` varchar(64), `payer_cert_no` varchar(400), `payer_cert_no_index` varchar(64), `sub_orders` text, `nontax_info` text, `content_digest` varchar(64) not null, `cashier_token` varchar(64) not null, `state` varchar(16) not null, `state_msg` varchar(512), `created_at` bigint not null, `expires_at` bigint not null, `closed_at` bigint, `paid_at` bigint, `paid_attempt_no` varchar(32), `pay_channel` varchar(16), `channel_order_no` varchar(128), `channel_discount_amount` bigint, `version` int not null, primary key (`platform_order_no`));

-- 0039-order-biz-archive
create unique index `pay_order_biz_uq_a` on `pay_order_archive` (`dev_id`, `merchant_no`, `biz_order_no`);

-- 0040-order-token-archive
create unique index `pay_order_token_uq_a` on `pay_order_archive` (`cashier_token`);

-- 0041-order-payer-archive
create index `pay_order_user_ix_a` on `pay_order_archive` (`dev_id`, `user_id`, `created_at`, `platform_order_no`);

-- 0042-attempt-archive
create table `pay_attempt_archive` (`attempt_no` varchar(32) not null, `platform_order_no` varchar(32) not null, `merchant_no` varchar(32) not null, `pay_channel` varchar(16) not null, `pay_method` varchar(8) not null, `channel_merchant_id` varchar(32) not null, `amount` bigint not null, `state` varchar(16) not null, `busy` smallint not null, `channel_time` varchar(14) not null, `limit_at` bigint not null, `code_digest` varchar(64), `channel_order_no` varchar(128), `paid_at` bigint, `paid_by_payer` bigint, `channel_discount_amount` bigint, `clearing_day` varchar(16), `reason` varchar(512), `cancel_asked_at` bigint, `queries_asked` int not null, `received_at` bigint not null, `sent_at` bigint, `answered_at` bigint, `recorded_at` bigint, `created_at` bigint not null, `version` int not null, primary key (`attempt_no`));

-- 0043-attempt-order-archive
create index `pay_attempt_order_ix_a` on `pay_attempt_archive` (`platform_order_no`);

-- 0044-refund-archive
create table `pay_refund_archive` (`platform_refund_order_no` varchar(32) not null, `origin` varchar(16) not null, `dev_id` varchar(64) not null, `merchant_no` varchar(32) not null, `biz_refund_order_no` varchar(128) not null, `refund_order_date` varchar(8) not null, `platform_order_no` varchar(32) not null, `refund_amount` bigint not null, `refund_title` varchar(512), `refund_reason` varchar(512), `notify_url` varchar(256), `passback_params` text, `sub_merchant_no` varchar(32), `nontax_refund_ref` varchar(128), `attempt_no` varchar(32) not null, `content_digest` varchar(64) not null, `state` varchar(16) not null, `state_msg` varchar(512), `approval_state` varchar(16) not null, `approval_remark` varchar(512), `requested_by` varchar(128), `approved_by` varchar(128), `refund_trade_no` varchar(32), `refund_trade_time` varchar(14), `channel_refund_no` varchar(128), `queries_asked` int not null, `created_at` bigint not null, `sent_at` bigint, `refunded_at` bigint, `version` int not null, primary key (`platform_refund_order_no`));

-- 0045-refund-biz-archive
create unique index `pay_refund_biz_uq_a` on `pay_refund_archive` (`dev_id`, `merchant_no`, `biz_refund_order_no`);

-- 0046-refund-order-archive
create index `pay_refund_order_ix_a` on `pay_refund_archive` (`platform_order_no`);

-- 0047-refund-trade-archive
create index `pay_refund_trade_ix_a` on `pay_refund_archive` (`refund_trade_no`);

-- 0048-abnormal-archive
create table `abnormal_order_archive` (`abnormal_id` varchar(64) not null, `kind` varchar(24) not null, `platform_order_no` varchar(32) not null, `merchant_no` varchar(32) not null, `attempt_no` varchar(32) not null, `pay_channel` varchar(16) not null, `channel_order_no` varchar(128), `amount` bigint not null, `remark` varchar(512), `handle_state` varchar(16) not null, `created_at` bigint not null, `version` int not null, primary key (`abnormal_id`));

-- 0049-abnormal-order-archive
create index `abnormal_order_order_ix_a` on `abnormal_order_archive` (`platform_order_no`);

-- 0050-repeat-archive
create table `repeat_payment_archive` (`attempt_no` varchar(32) not null, `platform_order_no` varchar(32) not null, `merchant_no` varchar(32) not null, `pay_channel` varchar(16) not null, `channel_order_no` varchar(128), `amount` bigint not null, `handle_state` varchar(16) not null, `paid_at` bigint not null, `created_at` bigint not null, `version` int not null, primary key (`attempt_no`));

-- 0051-repeat-order-archive
create index `repeat_payment_order_ix_a` on `repeat_payment_archive` (`platform_order_no`);

-- 0052-callback-archive
create table `merchant_callback_archive` (`callback_id` varchar(64) not null, `kind` varchar(16) not null, `platform_order_no` varchar(32) not null, `platform_refund_order_no` varchar(32), `dev_id` varchar(64) not null, `merchant_no` varchar(32) not null, `target_url` varchar(256) not null, `told_state` varchar(16) not null, `content_text` text, `passback_params` text, `state` varchar(16) not null, `tries` int not null, `first_tried_at` bigint, `last_tried_at` bigint, `next_try_at` bigint, `last_answer` varchar(200), `accepted_at` bigint, `created_at` bigint not null, `version` int not null, primary key (`callback_id`));

-- 0053-callback-order-archive
create index `merchant_callback_order_ix_a` on `merchant_callback_archive` (`platform_order_no`);

-- 0054-outbox-archive
create table `outbox_archive` (`job_id` varchar(32) not null, `topic` varchar(32) not null, `job_key` varchar(128) not null, `state` varchar(8) not null, `due_at` bigint not null, `again_at` bigint, `attempts` int not null, `owner` varchar(64), `claim_token` varchar(32), `lease_until` bigint, `last_error` varchar(200), `created_at` bigint not null, primary key (`job_id`));

-- 0055-outbox-due-archive
create index `outbox_due_ix_a` on `outbox_archive` (`due_at`, `job_id`);

-- 0060-callback-state
create index `merchant_callback_state_ix` on `merchant_callback` (`state`, `created_at`, `callback_id`);

-- 0061-refund-state
create index `pay_refund_state_ix` on `pay_refund` (`state`, `created_at`, `platform_refund_order_no`);

-- 0062-attempt-code
drop index `pay_attempt_code_ix`;

-- 0063-trade
create table `trade` (`trade_key` varchar(40) not null, `kind` varchar(16) not null, `purpose` varchar(16) not null, `platform_order_no` varchar(32) not null, `attempt_no` varchar(32) not null, `platform_refund_order_no` varchar(32), `dev_id` varchar(64) not null, `merchant_no` varchar(32) not null, `biz_order_no` varchar(128) not null, `order_date` varchar(8) not null, `pay_channel` varchar(16) not null, `pay_method` varchar(8) not null, `channel_merchant_id` varchar(32) not null, `channel_order_no` varchar(128), `order_amount` bigint not null, `amount` bigint not null, `channel_discount_amount` bigint not null, `share_list` text, `trade_at` bigint not null, `clearing_day` varchar(8) not null, `settle_state` varchar(16) not null, `settled_day` varchar(8), `seen_run_no` varchar(32), `created_at` bigint not null, primary key (`trade_key`));

-- 0064-trade-order
create index `trade_order_ix` on `trade` (`platform_order_no`);

-- 0065-trade-channel-no
create index `trade_channel_no_ix` on `trade` (`channel_order_no`);

-- 0067-trade-state
create index `trade_state_ix` on `trade` (`settle_state`, `trade_at`, `trade_key`);

-- 0068-trade-expected
create index `trade_expected_ix` on `trade` (`channel_merchant_id`, `settle_state`, `clearing_day`, `trade_key`);

-- 0069-trade-settled
create index `trade_settled_ix` on `trade` (`channel_merchant_id`, `settled_day`, `trade_key`);

-- 0070-bill
create table `channel_bill` (`bill_no` varchar(32) not null, `channel_merchant_id` varchar(32) not null, `clearing_day` varchar(8) not null, `origin` varchar(16) not null, `file_no` varchar(32) not null, `file_name` varchar(256), `byte_size` bigint not null, `file_digest` varchar(64) not null, `totals` text, `received_at` bigint not null, `received_by` varchar(128), primary key (`bill_no`));

-- 0071-bill-day
create index `channel_bill_day_ix` on `channel_bill` (`channel_merchant_id`, `clearing_day`);

-- 0072-run
create table `reconcile_run` (`run_no` varchar(32) not null, `channel_merchant_id` varchar(32) not null, `pay_channel` varchar(16) not null, `clearing_day` varchar(8) not null, `run_sequence` int not null, `bill_no` varchar(32), `state` varchar(16) not null, `lines_done` int not null, `line_count` int not null, `missing_after` varchar(40), `figures` text, `run_changes` text, `started_at` bigint not null, `ended_at` bigint, `started_by` varchar(128), `cancel_asked_by` varchar(128), `remark` varchar(512), `version` int not null, primary key (`run_no`));

-- 0073-run-sequence
create unique index `reconcile_run_sequence_uq` on `reconcile_run` (`channel_merchant_id`, `clearing_day`, `run_sequence`);

-- 0074-item
create table `reconcile_item` (`run_no` varchar(32) not null, `item_no` int not null, `subject_key` varchar(160), `outcome` varchar(16) not null, `change_kind` varchar(16) not null, `here_amount` bigint, `there_amount` bigint, primary key (`run_no`, `item_no`));

-- 0075-day
create table `reconcile_day` (`channel_merchant_id` varchar(32) not null, `clearing_day` varchar(8) not null, `pay_channel` varchar(16) not null, `state` varchar(16) not null, `bill_no` varchar(32), `last_run_no` varchar(32), `running_no` varchar(32), `run_count` int not null, `reconcile_count` int not null, `reconcile_amount` bigint not null, `settled_amount` bigint not null, `fee_amount` bigint not null, `open_count` int not null, `waiting_count` int not null, `tries` int not null, `last_tried_at` bigint, `last_word` varchar(256), `reconciled_at` bigint, `version` int not null, primary key (`channel_merchant_id`, `clearing_day`));

-- 0076-day-all
create index `reconcile_day_all_ix` on `reconcile_day` (`clearing_day`, `channel_merchant_id`);

-- 0077-difference
create table `reconcile_difference` (`difference_no` varchar(32) not null, `channel_merchant_id` varchar(32) not null, `pay_channel` varchar(16) not null, `subject_key` varchar(160), `outcome` varchar(16) not null, `state` varchar(16) not null, `clearing_day` varchar(8) not null, `kind` varchar(16), `merchant_no` varchar(32), `platform_order_no` varchar(32), `biz_order_no` varchar(128), `own_no` varchar(160), `channel_no` varchar(160), `here_amount` bigint, `there_amount` bigint, `here_fee` bigint, `there_fee` bigint, `there_settled` bigint, `suggested_key` varchar(40), `happened_at` bigint, `detail_text` varchar(800), `first_run_no` varchar(32) not null, `last_run_no` varchar(32) not null, `created_at` bigint not null, `version` int not null, primary key (`difference_no`));

-- 0078-difference-subject
create unique index `reconcile_diff_subject_uq` on `reconcile_difference` (`channel_merchant_id`, `subject_key`);

-- 0079-difference-day
create index `reconcile_diff_day_ix` on `reconcile_difference` (`channel_merchant_id`, `clearing_day`, `state`, `difference_no`);

-- 0080-difference-state
create index `reconcile_diff_state_ix` on `reconcile_difference` (`state`, `created_at`, `difference_no`);

-- 0081-note
create table `handling_note` (`note_no` varchar(32) not null, `object_kind` varchar(16) not null, `object_no` varchar(64) not null, `note_action` varchar(24) not null, `note_text` varchar(500), `operator_name` varchar(128), `noted_at` bigint not null, primary key (`note_no`));

-- 0082-note-object
create index `handling_note_object_ix` on `handling_note` (`object_kind`, `object_no`, `noted_at`);

-- 0083-entry
create table `settlement_entry` (`trade_key` varchar(40) not null, `entry_no` int not null, `cause` varchar(16) not null, `kind` varchar(16) not null, `purpose` varchar(16) not null, `pay_channel` varchar(16) not null, `pay_method` varchar(8) not null, `channel_merchant_id` varchar(32) not null, `merchant_no` varchar(32) not null, `sub_merchant_no` varchar(32), `platform_order_no` varchar(32) not null, `platform_refund_order_no` varchar(32), `biz_order_no` varchar(128) not null, `channel_order_no` varchar(160), `order_date` varchar(8) not null, `trade_at` bigint not null, `clearing_day` varchar(8) not null, `settle_day` varchar(8) not null, `trade_count` int not null, `trade_amount` bigint not null, `settled_amount` bigint not null, `fee_amount` bigint not null, `run_no` varchar(32) not null, `line_no` int not null, `created_at` bigint not null, primary key (`trade_key`, `entry_no`));

-- 0084-entry-payee
create index `settlement_entry_payee_ix` on `settlement_entry` (`merchant_no`, `settle_day`, `trade_key`, `entry_no`);

-- 0085-entry-bill
create index `settlement_entry_bill_ix` on `settlement_entry` (`clearing_day`, `channel_merchant_id`, `trade_key`);

-- 0087-entry-posted
create index `settlement_entry_posted_ix` on `settlement_entry` (`settle_day`, `channel_merchant_id`);

-- 0088-certificate
create table `day_certificate` (`certified_day` varchar(8) not null, `content_text` text, `content_digest` varchar(64) not null, `previous_digest` varchar(64) not null, `previous_day` varchar(8), `signature_text` varchar(256) not null, `key_name` varchar(64) not null, `issued_at` bigint not null, primary key (`certified_day`));

-- 0089-period-lock
create table `period_lock` (`book_month` varchar(6) not null, `locked_at` bigint not null, `locked_by` varchar(128), primary key (`book_month`));

-- 0090-statement
create table `payee_statement` (`merchant_no` varchar(32) not null, `settle_day` varchar(8) not null, `kind` varchar(16) not null, `file_no` varchar(32) not null, `file_name` varchar(256), `byte_size` bigint not null, `file_digest` varchar(64) not null, `line_count` int not null, `created_at` bigint not null, primary key (`merchant_no`, `settle_day`, `kind`));

-- 0091-statement-day
create index `payee_statement_day_ix` on `payee_statement` (`settle_day`, `merchant_no`);

-- 0092-file
create table `kept_file` (`file_no` varchar(32) not null, `purpose` varchar(16) not null, `file_name` varchar(256), `byte_size` bigint not null, `file_digest` varchar(64) not null, `chunk_count` int not null, `created_at` bigint not null, primary key (`file_no`));

-- 0093-chunk
create table `kept_chunk` (`file_no` varchar(32) not null, `chunk_no` int not null, `chunk_text` text, primary key (`file_no`, `chunk_no`));

-- 0094-draft
create table `kept_draft` (`file_no` varchar(32) not null, `chunk_count` int not null, `touched_at` bigint not null, primary key (`file_no`));

-- 0100-difference-list
create index `reconcile_diff_list_ix` on `reconcile_difference` (`clearing_day`, `difference_no`);

-- 0101-repeat-list
create index `repeat_payment_list_ix` on `repeat_payment` (`created_at`, `attempt_no`);

-- 0102-abnormal-list
create index `abnormal_order_list_ix` on `abnormal_order` (`created_at`, `abnormal_id`);

-- 0103-repeat-list-archive
create index `repeat_payment_list_ix_a` on `repeat_payment_archive` (`created_at`, `attempt_no`);

-- 0104-abnormal-list-archive
create index `abnormal_order_list_ix_a` on `abnormal_order_archive` (`created_at`, `abnormal_id`);

-- 0105-trade-list
create index `trade_list_ix` on `trade` (`order_date`, `trade_at`, `trade_key`);

-- 0106-entry-list
create index `settlement_entry_list_ix` on `settlement_entry` (`order_date`, `trade_at`, `trade_key`, `entry_no`);

-- 0110-abnormal-payee
create index `abnormal_order_payee_ix` on `abnormal_order` (`merchant_no`, `created_at`, `abnormal_id`);

-- 0111-abnormal-payee-archive
create index `abnormal_order_payee_ix_a` on `abnormal_order_archive` (`merchant_no`, `created_at`, `abnormal_id`);

-- 0112-repeat-payee
create index `repeat_payment_payee_ix` on `repeat_payment` (`merchant_no`, `created_at`, `attempt_no`);

-- 0113-repeat-payee-archive
create index `repeat_payment_payee_ix_a` on `repeat_payment_archive` (`merchant_no`, `created_at`, `attempt_no`);

-- 0114-difference-payee
create index `reconcile_diff_payee_ix` on `reconcile_difference` (`merchant_no`, `clearing_day`, `difference_no`);

-- 0115-statement-totals
alter table `payee_statement` add column `totals` text;

-- 0116-nontax-region
create table `nontax_region` (`region_code` varchar(32) not null, `region_name` varchar(100), `nontax_region_code` varchar(32) not null, `nontax_region_name` varchar(100), `e_bill_region_code` varchar(32) not null, `e_bill_region_name` varchar(100), `version` int not null, primary key (`region_code`));

-- 0117-nontax-item
create table `nontax_item` (`region_code` varchar(32) not null, `item_code` varchar(32) not null, `item_name` varchar(100), `national_code` varchar(32), `measure_word` varchar(20), `fund_nature` varchar(24) not null, `lowest_price` bigint, `highest_price` bigint, `voucher_kind` varchar(16) not null, `unit_codes` text, `enabled` smallint not null, `version` int not null, primary key (`region_code`, `item_code`));

-- 0118-payee-unit
alter table `payee` add column `charging_unit` text;

-- 0118-payee-first
alter table `payee` add column `notice_first` smallint;

-- 0118-payee-policy
alter table `payee` add column `slip_refund_policy` varchar(24);

-- 0119-developer-texts
alter table `developer` add column `texts_payers` smallint;

-- 0119-developer-bills
alter table `developer` add column `personal_bill_url` varchar(256);

-- 0120-e-bill
create table `e_bill` (`bill_key` varchar(32) not null, `bill_round` int not null, `bill_source` varchar(16) not null, `platform_order_no` varchar(32), `bus_no` varchar(32) not null, `state` varchar(16) not null, `amount` bigint not null, `dev_id` varchar(64), `merchant_no` varchar(32), `biz_order_no` varchar(128), `region_code` varchar(32), `payer_kind` varchar(8), `payer_name` varchar(700), `payer_name_index` varchar(64), `payer_cert_no` varchar(400), `payer_cert_no_index` varchar(64), `payer_mobile` varchar(300), `payer_mobile_index` varchar(64), `payer_email` varchar(700), `item_list` text, `base_list` text, `whole_order` smallint, `said_items` text, `pay_code` varchar(32), `bill_code` varchar(64), `bill_no` varchar(64), `check_code` varchar(64), `issued_at` bigint, `link_list` text, `reversal_text` text, `failure_code` varchar(64), `failure_text` varchar(512), `page_token` varchar(64), `tries_made` int not null, `last_try_at` bigint, `next_try_at` bigint, `paid_at` bigint, `bill_at` bigint not null, `created_at` bigint not null, `version` int not null, primary key (`bill_key`, `bill_round`));

-- 0121-e-bill-bus
create unique index `e_bill_bus_ux` on `e_bill` (`bus_no`);

-- 0121-e-bill-numbers
create index `e_bill_numbers_ix` on `e_bill` (`bill_code`, `bill_no`);

-- 0122-e-bill-page
create unique index `e_bill_page_ux` on `e_bill` (`page_token`);

-- 0123-e-bill-list
create index `e_bill_list_ix` on `e_bill` (`bill_at`, `bus_no`);

-- 0124-e-bill-payee
create index `e_bill_payee_ix` on `e_bill` (`merchant_no`, `bill_at`, `bus_no`);

-- 0125-e-bill-biz
create index `e_bill_biz_ix` on `e_bill` (`biz_order_no`, `bill_at`);

-- 0126-e-bill-issued
create index `e_bill_issued_ix` on `e_bill` (`region_code`, `issued_at`, `bill_key`, `bill_round`);

-- 0127-e-bill-check
create table `e_bill_check` (`region_code` varchar(32) not null, `check_day` varchar(8) not null, `state` varchar(16) not null, `our_count` int not null, `our_amount` bigint not null, `their_count` int, `their_amount` bigint, `difference_list` text, `checked_at` bigint not null, `version` int not null, primary key (`region_code`, `check_day`));

-- 0150-personal-bill
create table `personal_bill_push` (`platform_order_no` varchar(32) not null, `biz_order_no` varchar(128) not null, `dev_id` varchar(64) not null, `merchant_no` varchar(32) not null, `content_digest` varchar(64) not null, `bill_state` varchar(16) not null, `state` varchar(16) not null, `tries` int not null, `first_tried_at` bigint, `last_tried_at` bigint, `next_try_at` bigint, `last_answer` varchar(200), `accepted_at` bigint, `created_at` bigint not null, `version` int not null, primary key (`platform_order_no`));

-- 0151-personal-bill-list
create index `personal_bill_list_ix` on `personal_bill_push` (`created_at`, `platform_order_no`);

-- 0152-personal-bill-state
create index `personal_bill_state_ix` on `personal_bill_push` (`state`, `created_at`, `platform_order_no`);

-- 0175-own-pay-code
create table `own_pay_code` (`bus_no` varchar(32) not null, `pay_code` varchar(32) not null, `range_name` varchar(32) not null, `serial_no` bigint not null, `given_at` bigint not null, primary key (`bus_no`));

-- 0175-own-pay-code-serial
create unique index `own_pay_code_serial_uq` on `own_pay_code` (`range_name`, `serial_no`);

-- 0140-text-message
create table `text_message` (`message_id` varchar(32) not null, `scene` varchar(32) not null, `biz_key` varchar(128) not null, `sealed_phone` varchar(300) not null, `phone_index` varchar(64) not null, `masked_phone` varchar(16) not null, `template_name` varchar(32) not null, `param_list` text, `state` varchar(16) not null, `last_code` varchar(64), `tries` int not null, `being_sent` smallint not null, `resent` smallint not null, `group_no` varchar(64), `asker_index` varchar(64), `created_at` bigint not null, `send_at` bigint not null, `last_tried_at` bigint, `submitted_at` bigint, `ended_at` bigint, `version` int not null, primary key (`message_id`));

-- 0141-text-once
create unique index `text_message_once_uq` on `text_message` (`scene`, `biz_key`, `phone_index`);

-- 0142-text-group
create index `text_message_group_ix` on `text_message` (`group_no`, `phone_index`);

-- 0143-text-phone
create index `text_message_phone_ix` on `text_message` (`phone_index`, `created_at`);

-- 0144-text-list
create index `text_message_list_ix` on `text_message` (`created_at`, `message_id`);

-- 0145-text-state
create index `text_message_state_ix` on `text_message` (`state`, `created_at`, `message_id`);

-- 0146-text-asker
create index `text_message_asker_ix` on `text_message` (`asker_index`, `created_at`);

-- 0147-text-block
create table `text_block` (`phone_index` varchar(64) not null, `masked_phone` varchar(16) not null, `is_blocked` smallint not null, `block_cause` varchar(16) not null, `changed_at` bigint not null, `version` int not null, primary key (`phone_index`));

-- 0148-text-code
create table `text_code` (`scene` varchar(32) not null, `phone_index` varchar(64) not null, `code_hash` varchar(64) not null, `made_at` bigint not null, `wrong_tries` int not null, `used_at` bigint, `version` int not null, primary key (`scene`, `phone_index`));

-- 0149-text-inbound
create table `text_inbound` (`said_index` varchar(64) not null, `inbound_no` varchar(32) not null, `sealed_phone` varchar(300) not null, `phone_index` varchar(64) not null, `masked_phone` varchar(16) not null, `sealed_content` text, `extension_no` varchar(20), `meaning` varchar(16) not null, `sent_at` bigint, `received_at` bigint not null, primary key (`said_index`));

-- 0149-text-inbound-list
create index `text_inbound_list_ix` on `text_inbound` (`received_at`, `inbound_no`);

-- 0160-share-order
create table `share_order_outbox` (`platform_order_no` varchar(32) not null, `noted_at` bigint not null, `version` int not null, primary key (`platform_order_no`));

-- 0161-share-order-turn
create index `share_order_turn_ix` on `share_order_outbox` (`noted_at`, `platform_order_no`);

-- 0162-share-watermark
create table `share_watermark` (`target_name` varchar(64) not null, `table_name` varchar(32) not null, `mark_at` bigint, `mark_id` varchar(128), `lease_owner` varchar(64), `lease_until` bigint not null, `batch_sequence` int not null, `failure_count` int not null, `not_before` bigint not null, `phase` varchar(16) not null, `counted_day` varchar(8), `version` int not null, primary key (`target_name`, `table_name`));

-- 0163-share-batch
create table `share_batch` (`batch_no` varchar(32) not null, `target_name` varchar(64) not null, `table_name` varchar(32) not null, `batch_kind` varchar(16) not null, `state` varchar(16) not null, `row_count` int not null, `accepted_count` int not null, `quarantined_count` int not null, `warning_count` int not null, `message_text` varchar(200), `began_at` bigint not null, `ended_at` bigint not null, primary key (`batch_no`));

-- 0164-share-batch-time
create index `share_batch_time_ix` on `share_batch` (`began_at`, `batch_no`);

-- 0165-share-quarantine
create table `share_quarantine` (`quarantine_no` varchar(32) not null, `target_name` varchar(64) not null, `table_name` varchar(32) not null, `row_key` varchar(64) not null, `reason` varchar(32) not null, `detail_text` varchar(200), `state` varchar(16) not null, `batch_no` varchar(32) not null, `times` int not null, `first_at` bigint not null, `last_at` bigint not null, `version` int not null, primary key (`quarantine_no`));

-- 0166-share-quarantine-row
create unique index `share_quarantine_row_uq` on `share_quarantine` (`target_name`, `table_name`, `row_key`);

-- 0167-share-policy
create table `share_policy` (`table_name` varchar(32) not null, `column_name` varchar(32) not null, `is_full` smallint not null, `basis_text` varchar(500), `decided_by` varchar(128), `decided_at` bigint not null, `version` int not null, primary key (`table_name`, `column_name`));

-- 0168-share-node
create table `share_node` (`node_id` varchar(128) not null, `parent_id` varchar(128) not null, `parent_ids` text, `grade` int not null, `node_name` varchar(200), `org_id` varchar(64), `is_gone` smallint not null, `created_at` bigint not null, `changed_at` bigint not null, `version` int not null, primary key (`node_id`));

-- 0169-share-node-turn
create index `share_node_turn_ix` on `share_node` (`changed_at`, `node_id`);

-- 0130-payment-notice
create table `payment_notice` (`notice_no` varchar(32) not null, `origin` varchar(16) not null, `region_code` varchar(6) not null, `dev_id` varchar(64) not null, `merchant_no` varchar(32) not null, `biz_notice_no` varchar(128) not null, `content_digest` varchar(64), `platform_order_no` varchar(32), `pay_code` varchar(64), `slip_key` varchar(100) not null, `check_code` varchar(20), `e_book_no` varchar(64), `pay_url` varchar(500), `bus_no` varchar(32), `unit_code` varchar(30), `unit_name` varchar(100), `payer_kind` varchar(8) not null, `payer_name` varchar(700), `payer_mobile` varchar(300), `payer_mobile_index` varchar(64), `payer_cert_no` varchar(400), `payer_cert_no_index` varchar(64), `item_list` text, `total_amount` bigint not null, `late_fee` bigint not null, `fill_day` varchar(8) not null, `valid_until` varchar(8) not null, `notice_state` varchar(16) not null, `notice_step` varchar(24) not null, `confirm_code` varchar(64), `serial_no` varchar(64), `confirmed_at` bigint, `confirm_day` varchar(8), `trade_key` varchar(40), `paid_at` bigint, `pay_day` varchar(8), `tries` int not null, `last_word` varchar(300), `created_at` bigint not null, `changed_at` bigint not null, `version` int not null, primary key (`notice_no`));

-- 0131-notice-slip
create unique index `payment_notice_slip_uq` on `payment_notice` (`slip_key`);

-- 0131-notice-biz
create unique index `payment_notice_biz_uq` on `payment_notice` (`dev_id`, `merchant_no`, `biz_notice_no`);

-- 0132-notice-order
create index `payment_notice_order_ix` on `payment_notice` (`platform_order_no`);

-- 0132-notice-confirmed
create index `payment_notice_confirm_ix` on `payment_notice` (`region_code`, `confirm_day`, `notice_no`);

-- 0132-notice-list
create index `payment_notice_list_ix` on `payment_notice` (`pay_day`, `notice_no`);

-- 0133-notice-log
create table `notice_log` (`log_no` varchar(32) not null, `notice_no` varchar(32), `region_code` varchar(6) not null, `pay_code` varchar(64), `subject` varchar(16) not null, `said_text` varchar(500), `log_state` varchar(16) not null, `reply_text` varchar(300), `logged_at` bigint not null, primary key (`log_no`));

-- 0134-notice-log-newest
create index `notice_log_newest_ix` on `notice_log` (`notice_no`, `logged_at`, `log_no`);

-- 0135-abnormal-notice
create table `abnormal_notice` (`abnormal_no` varchar(64) not null, `kind` varchar(24) not null, `region_code` varchar(6) not null, `pay_code` varchar(64), `notice_no` varchar(32), `platform_order_no` varchar(32), `merchant_no` varchar(32), `trade_key` varchar(40), `amount` bigint not null, `province_amount` bigint, `serial_no` varchar(64), `pay_day` varchar(8) not null, `order_date` varchar(8), `remark` varchar(512), `handle_state` varchar(16) not null, `created_at` bigint not null, `version` int not null, primary key (`abnormal_no`));

-- 0136-abnormal-of-notice
create index `abnormal_notice_notice_ix` on `abnormal_notice` (`notice_no`);

-- 0136-abnormal-notice-list
create index `abnormal_notice_list_ix` on `abnormal_notice` (`pay_day`, `abnormal_no`);

-- 0137-notice-statement
create table `notice_statement_day` (`region_code` varchar(6) not null, `statement_day` varchar(8) not null, `day_state` varchar(16) not null, `file_no` varchar(32), `line_count` int not null, `total_amount` bigint not null, `agreed_count` int not null, `differing_count` int not null, `tries` int not null, `last_word` varchar(300), `compared_at` bigint, `version` int not null, primary key (`region_code`, `statement_day`));

-- 0138-spent-number
create table `spent_number` (`number_digest` varchar(64) not null, `kept_until` bigint not null, primary key (`number_digest`));

-- 0139-spent-until
create index `spent_number_until_ix` on `spent_number` (`kept_until`);

-- 0180-order-find
create index `pay_order_find_ix` on `pay_order` (`biz_order_no`, `payer_mobile_index`);

-- 0181-order-find-archive
create index `pay_order_find_ix_a` on `pay_order_archive` (`biz_order_no`, `payer_mobile_index`);

-- 0170-leg-gap
create table `leg_gap` (`check_day` varchar(8) not null, `platform_order_no` varchar(32) not null, `leg_name` varchar(16) not null, `gap_seq` int not null, `gap_no` varchar(32) not null, `channel_merchant_id` varchar(32) not null, `merchant_no` varchar(32) not null, `biz_order_no` varchar(128) not null, `gap_kind` varchar(16) not null, `expected_amount` bigint not null, `found_amount` bigint, `gap_state` varchar(8) not null, `first_seen_at` bigint not null, `closed_at` bigint, `version` int not null, primary key (`check_day`, `platform_order_no`, `leg_name`, `gap_seq`));

-- 0171-leg-gap-no
create unique index `leg_gap_no_ux` on `leg_gap` (`gap_no`);

-- 0172-leg-gap-list
create index `leg_gap_list_ix` on `leg_gap` (`check_day`, `gap_no`);

-- 0172-leg-gap-order
create index `leg_gap_order_ix` on `leg_gap` (`platform_order_no`, `check_day`);

-- 0173-leg-gap-state
create index `leg_gap_state_ix` on `leg_gap` (`gap_state`, `check_day`, `gap_no`);

-- 0173-leg-gap-open
create index `leg_gap_open_ix` on `leg_gap` (`check_day`, `channel_merchant_id`, `gap_state`, `platform_order_no`);

-- 0174-leg-check
create table `leg_check` (`check_day` varchar(8) not null, `channel_merchant_id` varchar(32) not null, `run_no` varchar(32) not null, `state` varchar(8) not null, `check_phase` varchar(8) not null, `after_key` varchar(40), `order_count` int not null, `complete_count` int not null, `channel_gaps` int not null, `notice_gaps` int not null, `bill_gaps` int not null, `gap_figures` text, `walked_at` bigint not null, `changed_at` bigint not null, `look_at` bigint, `oldest_at` bigint, `alarmed_at` bigint, `version` int not null, primary key (`check_day`, `channel_merchant_id`));

-- 0182-e-bill-check-walk
alter table `e_bill_check` add column `walk_text` text;

-- 0190-console-operator
create table `console_operator` (`operator_no` varchar(32) not null, `login_account` varchar(32) not null, `operator_name` varchar(64), `masked_mobile` varchar(16), `sealed_mobile` varchar(300), `state` varchar(16) not null, `officer_kind` varchar(32), `role_codes` text, `scope_kind` varchar(16) not null, `region_code` varchar(32), `institution_no` varchar(32), `remark` varchar(500), `created_at` bigint not null, `row_mac` varchar(64) not null, `version` int not null, primary key (`operator_no`));

-- 0191-operator-account
create unique index `console_operator_account_uq` on `console_operator` (`login_account`);

-- 0192-operator-list
create index `console_operator_list_ix` on `console_operator` (`created_at`, `operator_no`);

-- 0193-operator-officer
create index `console_operator_officer_ix` on `console_operator` (`officer_kind`, `operator_no`);

-- 0194-operator-credential
create table `operator_credential` (`operator_no` varchar(32) not null, `password_hash` varchar(300), `password_changed_at` bigint, `must_change` smallint not null, `former_passwords` text, `second_factor` text, `activation_hash` varchar(64), `activation_until` bigint, `row_mac` varchar(64) not null, `version` int not null, primary key (`operator_no`));

-- 0195-operator-role
create table `operator_role` (`role_code` varchar(32) not null, `role_name` varchar(64), `permission_list` text, `remark` varchar(500), `created_at` bigint not null, `row_mac` varchar(64) not null, `version` int not null, primary key (`role_code`));

-- 0196-operator-role-list
create index `operator_role_list_ix` on `operator_role` (`created_at`, `role_code`);

-- 0197-operator-session
create table `operator_session` (`token_hash` varchar(64) not null, `session_no` varchar(32) not null, `operator_no` varchar(32) not null, `session_stage` varchar(16) not null, `from_address` varchar(64) not null, `began_at` bigint not null, `seen_at` bigint not null, `proved_at` bigint, `ended_at` bigint, `end_cause` varchar(32), `is_open` smallint not null, `row_mac` varchar(64) not null, `version` int not null, primary key (`token_hash`));

-- 0198-operator-session-open
create index `operator_session_open_ix` on `operator_session` (`operator_no`, `is_open`, `began_at`, `session_no`);

-- 0199-sign-in-tries
create table `sign_in_tries` (`try_holder` varchar(160) not null, `wrong_at_list` text, `locked_until` bigint, `version` int not null, primary key (`try_holder`));

-- 0200-sign-in-challenge
create table `sign_in_challenge` (`challenge_no` varchar(32) not null, `purpose` varchar(16) not null, `nonce` varchar(64) not null, `sealed_key` varchar(400) not null, `sealed_captcha` varchar(300), `session_no` varchar(32), `made_at` bigint not null, `used_at` bigint, `version` int not null, primary key (`challenge_no`));

-- 0201-sign-in-challenge-made
create index `sign_in_challenge_made_ix` on `sign_in_challenge` (`made_at`, `challenge_no`);

-- 0202-grant-request
create table `grant_request` (`request_no` varchar(32) not null, `operator_no` varchar(32) not null, `operator_version` int not null, `officer_kind` varchar(32), `role_codes` text, `scope_kind` varchar(16) not null, `region_code` varchar(32), `institution_no` varchar(32), `state` varchar(16) not null, `asked_by` varchar(64) not null, `decided_by` varchar(64), `remark` varchar(500), `asked_at` bigint not null, `decided_at` bigint, `row_mac` varchar(64) not null, `version` int not null, primary key (`request_no`));

-- 0203-grant-request-state
create index `grant_request_state_ix` on `grant_request` (`state`, `asked_at`, `request_no`);

-- 0204-list-export
create table `list_export` (`export_no` varchar(32) not null, `operator_no` varchar(32) not null, `list_name` varchar(64) not null, `parameter_list` text, `row_scope` varchar(64) not null, `run_place` varchar(40) not null, `state` varchar(16) not null, `rows_written` int not null, `file_no` varchar(32), `file_name` varchar(256), `fail_cause` varchar(32), `started_at` bigint not null, `seen_at` bigint not null, `ended_at` bigint, `version` int not null, primary key (`export_no`));

-- 0205-list-export-place
create unique index `list_export_place_uq` on `list_export` (`run_place`);

-- 0206-list-export-silent
create index `list_export_silent_ix` on `list_export` (`state`, `seen_at`, `export_no`);

-- 0207-list-export-file
create index `list_export_file_ix` on `list_export` (`file_no`);

-- 0208-kept-export
create table `kept_export` (`file_no` varchar(32) not null, `chunk_count` int not null, `kept_at` bigint not null, primary key (`file_no`));

-- 0209-kept-export-age
create index `kept_export_age_ix` on `kept_export` (`kept_at`, `file_no`);

-- 0210-order-list
create index `pay_order_list_ix` on `pay_order` (`paid_at`, `created_at`, `platform_order_no`);

-- 0211-order-list-archive
create index `pay_order_list_ix_a` on `pay_order_archive` (`paid_at`, `created_at`, `platform_order_no`);

-- 0212-order-mobile
create index `pay_order_mobile_ix` on `pay_order` (`payer_mobile_index`, `platform_order_no`);

-- 0213-order-mobile-archive
create index `pay_order_mobile_ix_a` on `pay_order_archive` (`payer_mobile_index`, `platform_order_no`);

-- 0214-attempt-channel
create index `pay_attempt_channel_ix` on `pay_attempt` (`channel_order_no`, `platform_order_no`);

-- 0215-attempt-channel-archive
create index `pay_attempt_channel_ix_a` on `pay_attempt_archive` (`channel_order_no`, `platform_order_no`);

-- 0216-refund-list
create index `pay_refund_list_ix` on `pay_refund` (`created_at`, `platform_refund_order_no`);

-- 0217-refund-list-archive
create index `pay_refund_list_ix_a` on `pay_refund_archive` (`created_at`, `platform_refund_order_no`);

-- 0218-refund-asked
create index `pay_refund_asked_ix` on `pay_refund` (`biz_refund_order_no`, `platform_refund_order_no`);

-- 0219-refund-asked-archive
create index `pay_refund_asked_ix_a` on `pay_refund_archive` (`biz_refund_order_no`, `platform_refund_order_no`);

-- 0220-refund-channel
create index `pay_refund_channel_ix` on `pay_refund` (`channel_refund_no`, `platform_refund_order_no`);

-- 0221-refund-channel-archive
create index `pay_refund_channel_ix_a` on `pay_refund_archive` (`channel_refund_no`, `platform_refund_order_no`);

-- 0222-region
create table `region` (`region_code` varchar(32) not null, `region_name` varchar(100), `parent_region_code` varchar(32), `admin_operator_no` varchar(32), `enabled` smallint not null, `remark` varchar(200), `created_at` bigint not null, `version` int not null, primary key (`region_code`));

-- 0223-region-parent
create index `region_parent_ix` on `region` (`parent_region_code`, `region_code`);

-- 0224-industry
create table `industry` (`industry_code` varchar(32) not null, `industry_name` varchar(100), `enabled` smallint not null, `remark` varchar(200), `created_at` bigint not null, `version` int not null, primary key (`industry_code`));

-- 0225-notice-pay-code
create index `payment_notice_code_ix` on `payment_notice` (`pay_code`, `pay_day`);

-- 0226-e-bill-number
create index `e_bill_number_ix` on `e_bill` (`bill_no`, `bill_at`);

-- 0227-e-bill-order
create index `e_bill_order_ix` on `e_bill` (`platform_order_no`, `bill_at`);

-- 0230-institution
create table `institution` (`institution_no` varchar(32) not null, `institution_name` varchar(100), `admin_operator_no` varchar(32) not null, `contact_name` varchar(64), `masked_mobile` varchar(16), `sealed_mobile` varchar(300), `enabled` smallint not null, `remark` varchar(200), `created_at` bigint not null, `version` int not null, primary key (`institution_no`));

-- 0231-payee-industry
alter table `payee` add column `industry_code` varchar(32);

-- 0232-payee-remark
alter table `payee` add column `remark` varchar(200);

-- 0233-payee-made
alter table `payee` add column `created_at` bigint;

-- 0234-payee-channel-remark
alter table `payee_channel` add column `remark` varchar(200);

-- 0235-payee-channel-made
alter table `payee_channel` add column `created_at` bigint;

-- 0236-attempt-account
create index `pay_attempt_account_ix` on `pay_attempt` (`channel_merchant_id`, `merchant_no`);

-- 0237-attempt-account-archive
create index `pay_attempt_account_ix_a` on `pay_attempt_archive` (`channel_merchant_id`, `merchant_no`);

-- 0240-payment-channel
create table `payment_channel` (`channel_no` varchar(32) not null, `channel_name` varchar(100), `pay_channel` varchar(16) not null, `pay_enabled` smallint not null, `pay_methods` text, `reconcile_enabled` smallint not null, `bill_source` varchar(16) not null, `bill_time` varchar(8) not null, `split_enabled` smallint not null, `enabled` smallint not null, `remark` varchar(200), `created_at` bigint not null, `version` int not null, primary key (`channel_no`));

-- 0241-channel-adapter
create unique index `payment_channel_adapter_ux` on `payment_channel` (`pay_channel`);

-- 0242-account-remark
alter table `channel_merchant` add column `remark` varchar(200);

-- 0243-account-created
alter table `channel_merchant` add column `created_at` bigint;

-- 0280-alert
create table `console_alert` (`alert_no` varchar(32) not null, `wait_place` varchar(160) not null, `alert_type` varchar(16) not null, `alert_level` varchar(16) not null, `event_name` varchar(64) not null, `message_text` varchar(500), `related_order_no` varchar(32), `raise_count` int not null, `first_at` bigint not null, `last_at` bigint not null, `state` varchar(16) not null, `handled_by` varchar(128), `handled_at` bigint, `remark` varchar(200), `version` int not null, primary key (`alert_no`));

-- 0281-alert-place
create unique index `console_alert_place_uq` on `console_alert` (`wait_place`);

-- 0282-alert-list
create index `console_alert_list_ix` on `console_alert` (`last_at`, `alert_no`);

-- 0283-alert-state
create index `console_alert_state_ix` on `console_alert` (`state`, `last_at`, `alert_no`);

-- 0284-menu
create table `console_menu` (`menu_key` varchar(64) not null, `parent_key` varchar(64) not null, `menu_name` varchar(64), `menu_type` varchar(16) not null, `page_key` varchar(64), `sort_no` int not null, `enabled` smallint not null, `menu_origin` varchar(16) not null, `remark` varchar(200), `version` int not null, primary key (`menu_key`));

-- 0285-log
create table `platform_log` (`log_no` varchar(32) not null, `logged_at` bigint not null, `log_type` varchar(16) not null, `log_level` varchar(16) not null, `related_order_no` varchar(32), `request_id` varchar(128), `content_text` varchar(1000), primary key (`log_no`));

-- 0286-log-time
create index `platform_log_time_ix` on `platform_log` (`logged_at`, `log_no`);

-- 0287-log-order
create index `platform_log_order_ix` on `platform_log` (`related_order_no`, `logged_at`);

-- 0288-log-request
create index `platform_log_request_ix` on `platform_log` (`request_id`, `logged_at`);

-- 0289-e-bill-state
create index `e_bill_state_ix` on `e_bill` (`state`, `bill_at`, `bus_no`);

-- 0260-issue
create table `desk_issue` (`issue_no` varchar(32) not null, `issue_type` varchar(16) not null, `related_order_no` varchar(128), `platform_order_no` varchar(32), `platform_refund_no` varchar(32), `biz_order_no` varchar(128), `sealed_description` text, `masked_mobile` varchar(16), `sealed_mobile` varchar(300), `state` varchar(16) not null, `sealed_solution` text, `solved_by` varchar(32), `solved_at` bigint, `registered_by` varchar(32) not null, `registered_at` bigint not null, `step_count` int not null, `attachment_count` int not null, `attachment_bytes` bigint not null, `version` int not null, primary key (`issue_no`));

-- 0261-issue-list
create index `desk_issue_list_ix` on `desk_issue` (`registered_at`, `issue_no`);

-- 0262-issue-related
create index `desk_issue_related_ix` on `desk_issue` (`related_order_no`, `registered_at`);

-- 0263-issue-order
create index `desk_issue_order_ix` on `desk_issue` (`platform_order_no`, `registered_at`);

-- 0264-issue-biz
create index `desk_issue_biz_ix` on `desk_issue` (`biz_order_no`, `registered_at`);

-- 0265-issue-step
create table `issue_step` (`issue_no` varchar(32) not null, `step_no` int not null, `step_kind` varchar(16) not null, `sealed_words` text, `done_by` varchar(32) not null, `done_at` bigint not null, primary key (`issue_no`, `step_no`));

-- 0266-attachment
create table `issue_attachment` (`attachment_no` varchar(32) not null, `file_name` varchar(256), `file_kind` varchar(8) not null, `byte_size` bigint not null, `file_digest` varchar(64), `scan_verdict` varchar(16), `state` varchar(16) not null, `uploaded_by` varchar(32) not null, `uploaded_at` bigint not null, `issue_no` varchar(32), `step_no` int, `version` int not null, primary key (`attachment_no`));

-- 0267-attachment-issue
create index `issue_attachment_issue_ix` on `issue_attachment` (`issue_no`, `step_no`, `attachment_no`);

-- 0268-attachment-loose
create index `issue_attachment_loose_ix` on `issue_attachment` (`state`, `uploaded_at`, `attachment_no`);

-- 0269-upload-allowance
create table `upload_allowance` (`operator_no` varchar(32) not null, `hour_began` bigint not null, `file_count` int not null, `byte_count` bigint not null, `version` int not null, primary key (`operator_no`));

-- 0270-developer-contact
alter table `developer` add column `contact_name` varchar(64);

-- 0271-developer-masked-mobile
alter table `developer` add column `masked_mobile` varchar(16);

-- 0272-developer-sealed-mobile
alter table `developer` add column `sealed_mobile` varchar(300);

-- 0273-developer-roles
alter table `developer` add column `role_codes` text;

-- 0274-developer-created
alter table `developer` add column `created_at` bigint;

-- 0275-developer-role
create table `developer_role` (`role_code` varchar(32) not null, `role_name` varchar(64), `method_list` text, `merchant_list` text, `remark` varchar(200), `created_at` bigint not null, `version` int not null, primary key (`role_code`));

-- 0276-developer-role-list
create index `developer_role_list_ix` on `developer_role` (`created_at`, `role_code`);

-- 0290-order-code
alter table `pay_order` add column `row_mac` varchar(64);

-- 0291-order-archive-code
alter table `pay_order_archive` add column `row_mac` varchar(64);

-- 0292-attempt-code
alter table `pay_attempt` add column `row_mac` varchar(64);

-- 0293-attempt-archive-code
alter table `pay_attempt_archive` add column `row_mac` varchar(64);

-- 0294-refund-code
alter table `pay_refund` add column `row_mac` varchar(64);

-- 0295-refund-archive-code
alter table `pay_refund_archive` add column `row_mac` varchar(64);

-- 0296-row-code-mark
create table `row_code_mark` (`mark_name` varchar(32) not null, `since_at` bigint not null, `done_at` bigint, `mark_mac` varchar(64) not null, primary key (`mark_name`));

-- 0297-audit-signed-head
create table `audit_signed_head` (`last_seq` int not null, `last_mac` varchar(64) not null, `signed_at` bigint not null, `previous_seq` int not null, `key_name` varchar(64) not null, `signature_text` varchar(200) not null, primary key (`last_seq`));

-- 0298-key-walk
create table `key_walk` (`walk_name` varchar(32) not null, `key_names` varchar(200) not null, `table_index` int not null, `after_key` varchar(128), `after_round` int not null, `rows_seen` bigint not null, `rows_renewed` bigint not null, `rows_changed` bigint not null, `begun_at` bigint not null, `ended_at` bigint, `version` int not null, primary key (`walk_name`));

-- 0299-operator-session-ended
create index `operator_session_ended_ix` on `operator_session` (`ended_at`, `token_hash`);

-- 0300-account-changed-by
alter table `channel_merchant` add column `changed_by` text;

-- 0310-operator-key
create table `operator_key` (`key_no` varchar(32) not null, `operator_no` varchar(32) not null, `public_key` varchar(130) not null, `key_print` varchar(64) not null, `state` varchar(16) not null, `asked_by` varchar(64) not null, `asked_at` bigint not null, `decided_by` varchar(64), `decided_at` bigint, `remark` varchar(500), `row_mac` varchar(64) not null, `version` int not null, primary key (`key_no`));

-- 0311-operator-key-print
create unique index `operator_key_print_uq` on `operator_key` (`key_print`);

-- 0312-operator-key-of
create index `operator_key_of_ix` on `operator_key` (`operator_no`, `asked_at`, `key_no`);

-- 0313-operator-key-list
create index `operator_key_list_ix` on `operator_key` (`asked_at`, `key_no`);

-- 0314-operator-key-state
create index `operator_key_state_ix` on `operator_key` (`state`, `asked_at`, `key_no`);

-- 0320-developer-code
alter table `developer` add column `row_mac` varchar(64);

-- 0321-developer-role-code
alter table `developer_role` add column `row_mac` varchar(64);

-- 0322-channel-merchant-code
alter table `channel_merchant` add column `row_mac` varchar(64);

-- 0323-payee-code
alter table `payee` add column `row_mac` varchar(64);

-- 0324-payee-channel-code
alter table `payee_channel` add column `row_mac` varchar(64);

-- 0325-institution-code
alter table `institution` add column `row_mac` varchar(64);

-- 0326-region-code
alter table `region` add column `row_mac` varchar(64);

-- 0327-industry-code
alter table `industry` add column `row_mac` varchar(64);

-- 0328-channel-code
alter table `payment_channel` add column `row_mac` varchar(64);

-- 0329-nontax-region-code
alter table `nontax_region` add column `row_mac` varchar(64);

-- 0330-nontax-item-code
alter table `nontax_item` add column `row_mac` varchar(64);

-- 0340-audit-object
create index `audit_entry_object_ix` on `audit_entry` (`object_no`, `happened_at`, `entry_id`);

-- 0341-grant-opinion
alter table `grant_request` add column `opinion` varchar(500);

-- 0360-repeat-channel-no
create index `repeat_payment_channel_ix` on `repeat_payment` (`channel_order_no`);

-- 0361-repeat-channel-no-archive
create index `repeat_payment_channel_ix_a` on `repeat_payment_archive` (`channel_order_no`);

-- 0362-abnormal-channel-no
create index `abnormal_order_channel_ix` on `abnormal_order` (`channel_order_no`);

-- 0363-abnormal-channel-no-archive
create index `abnormal_order_channel_ix_a` on `abnormal_order_archive` (`channel_order_no`);

-- 0370-order-paid
create index `pay_order_paid_ix` on `pay_order` (`paid_at`, `platform_order_no`);

-- 0371-order-paid-archive
create index `pay_order_paid_ix_a` on `pay_order_archive` (`paid_at`, `platform_order_no`);

-- 0372-audit-rows
alter table `audit_entry` add column `rows_written` text;

-- 0380-forgetting-round
create table `forgetting_round` (`round_kind` varchar(16) not null, `turn_owner` varchar(64), `turn_until` bigint not null, `count_list` text, `version` int not null, primary key (`round_kind`));

-- 0381-text-forgotten
alter table `text_message` add column `forgotten_at` bigint;

-- 0382-issue-forgotten
alter table `desk_issue` add column `forgotten_at` bigint;

-- 0383-text-over
create index `text_message_over_ix` on `text_message` (`forgotten_at`, `ended_at`, `message_id`);

-- 0384-issue-over
create index `desk_issue_over_ix` on `desk_issue` (`forgotten_at`, `solved_at`, `issue_no`);

-- 0385-code-over
create index `text_code_made_ix` on `text_code` (`made_at`, `phone_index`, `scene`);

-- 0390-block-changed
create index `text_block_changed_ix` on `text_block` (`changed_at`, `phone_index`);

-- a column added later
alter table `payee` add column `remark` varchar(100);

-- what is there
select * from sqlite_master where type = 'table' and name = ?;
PRAGMA table_info(`pay_order`);
select `name` from `sqlite_master` where `type` = ? and `tbl_name` = ? and `name` = ?;

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
select `job_id`, `topic`, `job_key`, `state`, `due_at`, `again_at`, `attempts`, `owner`, `claim_token`, `lease_until`, `last_error`, `created_at` from `outbox` where `topic` = ? and `job_key` = ?;
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
select `dev_id`, `developer_name`, `sign_algorithm`, `sm2_encoding`, `sm2_user_id`, `public_keys`, `enabled`, `allowed_origins`, `allowed_addresses`, `allowed_methods`, `merchant_nos`, `requests_per_second`, `texts_payers`, `personal_bill_url`, `role_codes`, `contact_name`, `masked_mobile`, `created_at`, `version`, `row_mac` from `developer` where `dev_id` = ?;
insert into `developer` (`allowed_addresses`, `allowed_methods`, `allowed_origins`, `contact_name`, `created_at`, `dev_id`, `developer_name`, `enabled`, `masked_mobile`, `merchant_nos`, `personal_bill_url`, `public_keys`, `requests_per_second`, `role_codes`, `row_mac`, `sign_algorithm`, `sm2_encoding`, `sm2_user_id`, `texts_payers`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select `merchant_no`, `payee_name`, `institution_no`, `region_code`, `enabled`, `pay_notify_url`, `refund_notify_url`, `default_return_url`, `refund_review_required`, `refund_review_above`, `callback_on_failed`, `repeat_refund_by_rule`, `sub_merchants`, `charging_unit`, `notice_first`, `slip_refund_policy`, `industry_code`, `remark`, `created_at`, `version`, `row_mac` from `payee` where `merchant_no` = ?;
insert into `payee` (`callback_on_failed`, `charging_unit`, `created_at`, `default_return_url`, `enabled`, `industry_code`, `institution_no`, `merchant_no`, `notice_first`, `pay_notify_url`, `payee_name`, `refund_notify_url`, `refund_review_above`, `refund_review_required`, `region_code`, `remark`, `repeat_refund_by_rule`, `row_mac`, `slip_refund_policy`, `sub_merchants`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select `channel_merchant_id`, `pay_channel`, `channel_merchant_name`, `channel_merchant_no`, `channel_app_id`, `environment`, `key_name`, `settings_text`, `enabled`, `changed_by`, `remark`, `created_at`, `version`, `row_mac` from `channel_merchant` where `channel_merchant_id` = ?;
insert into `channel_merchant` (`changed_by`, `channel_app_id`, `channel_merchant_id`, `channel_merchant_name`, `channel_merchant_no`, `created_at`, `enabled`, `environment`, `key_name`, `pay_channel`, `remark`, `row_mac`, `settings_text`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select `merchant_no`, `pay_channel`, `channel_merchant_id`, `pay_methods`, `enabled`, `remark`, `created_at`, `version`, `row_mac` from `payee_channel` where `merchant_no` = ? and `channel_merchant_id` = ?;
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
select `walk_name`, `key_names`, `table_index`, `after_key`, `after_round`, `rows_seen`, `rows_renewed`, `rows_changed`, `begun_at`, `ended_at`, `version` from `key_walk` where `walk_name` = ?;
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
insert into `settlement_entry` (`biz_order_no`, `cause`, `channel_merchant_id`, `channel_order_no`, `clearing_day`, `created_at`, `entry_no`, `fee_amount`, `kind`, `line_no`, `merchant_no`, `order_date`, `pay_channel`, `pay_method`, `platform_order_no`, `platform_refund_order_no`, `purpose`, `run_no`, `settle_day`, `settled_amount`, `sub_merchant_no`, `trade_amount`, `trade_at`, `trade_count`, `trade_key`) select ? as `biz_order_no`, ? as `cause`, ? as `channel_merchant_id`, ? as `channel_order_no`, ? as `clearing_day`, ? as `created_at`, ? as `entry_no`, ? as `fee_amount`, ? as `kind`, ? as `line_no`, ? as `merchant_no`, ? as `order_date`, ? as `pay_channel`, ? as `pay_method`, ? as `platform_order_no`, ? as `platform_refund_order_no`, ? as `purpose`, ? as `run_no`, ? as `settle_day`, ? as `settled_amount`, ? as `sub_merchant_no`, ? as `trade_amount`, ? as `trade_at`, ? as `trade_count`, ? as `trade_key` union all select ? as `biz_order_no`, ? as `cause`, ? as `channel_merchant_id`, ? as `channel_order_no`, ? as `clearing_day`, ? as `created_at`, ? as `entry_no`, ? as `fee_amount`, ? as `kind`, ? as `line_no`, ? as `merchant_no`, ? as `order_date`, ? as `pay_channel`, ? as `pay_method`, ? as `platform_order_no`, ? as `platform_refund_order_no`, ? as `purpose`, ? as `run_no`, ? as `settle_day`, ? as `settled_amount`, ? as `sub_merchant_no`, ? as `trade_amount`, ? as `trade_at`, ? as `trade_count`, ? as `trade_key`;

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
insert into `reconcile_item` (`change_kind`, `here_amount`, `item_no`, `outcome`, `run_no`, `subject_key`, `there_amount`) select ? as `change_kind`, ? as `here_amount`, ? as `item_no`, ? as `outcome`, ? as `run_no`, ? as `subject_key`, ? as `there_amount` union all select ? as `change_kind`, ? as `here_amount`, ? as `item_no`, ? as `outcome`, ? as `run_no`, ? as `subject_key`, ? as `there_amount`;
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
insert into `leg_gap` (`biz_order_no`, `channel_merchant_id`, `check_day`, `closed_at`, `expected_amount`, `first_seen_at`, `found_amount`, `gap_kind`, `gap_no`, `gap_seq`, `gap_state`, `leg_name`, `merchant_no`, `platform_order_no`, `version`) select ? as `biz_order_no`, ? as `channel_merchant_id`, ? as `check_day`, ? as `closed_at`, ? as `expected_amount`, ? as `first_seen_at`, ? as `found_amount`, ? as `gap_kind`, ? as `gap_no`, ? as `gap_seq`, ? as `gap_state`, ? as `leg_name`, ? as `merchant_no`, ? as `platform_order_no`, ? as `version` union all select ? as `biz_order_no`, ? as `channel_merchant_id`, ? as `check_day`, ? as `closed_at`, ? as `expected_amount`, ? as `first_seen_at`, ? as `found_amount`, ? as `gap_kind`, ? as `gap_no`, ? as `gap_seq`, ? as `gap_state`, ? as `leg_name`, ? as `merchant_no`, ? as `platform_order_no`, ? as `version`;

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
insert into `platform_log` (`content_text`, `log_level`, `log_no`, `log_type`, `logged_at`, `related_order_no`, `request_id`) select ? as `content_text`, ? as `log_level`, ? as `log_no`, ? as `log_type`, ? as `logged_at`, ? as `related_order_no`, ? as `request_id` union all select ? as `content_text`, ? as `log_level`, ? as `log_no`, ? as `log_type`, ? as `logged_at`, ? as `related_order_no`, ? as `request_id`;

-- issues.add
insert into `desk_issue` (`attachment_bytes`, `attachment_count`, `biz_order_no`, `forgotten_at`, `issue_no`, `issue_type`, `masked_mobile`, `platform_order_no`, `platform_refund_no`, `registered_at`, `registered_by`, `related_order_no`, `sealed_description`, `sealed_mobile`, `sealed_solution`, `solved_at`, `solved_by`, `state`, `step_count`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into `issue_step` (`done_at`, `done_by`, `issue_no`, `sealed_words`, `step_kind`, `step_no`) values (?, ?, ?, ?, ?, ?);
insert into `issue_attachment` (`attachment_no`, `byte_size`, `file_digest`, `file_kind`, `file_name`, `issue_no`, `scan_verdict`, `state`, `step_no`, `uploaded_at`, `uploaded_by`, `version`) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select `operator_no`, `hour_began`, `file_count`, `byte_count`, `version` from `upload_allowance` where `operator_no` = ? limit ?;
insert into `upload_allowance` (`byte_count`, `file_count`, `hour_began`, `operator_no`, `version`) values (?, ?, ?, ?, ?);

-- forgetting.put the first
select `round_kind`, `turn_owner`, `turn_until`, `count_list`, `version` from `forgetting_round` where `round_kind` = ?;
select `round_kind`, `turn_owner`, `turn_until`, `count_list`, `version` from `forgetting_round` where `round_kind` = ? limit ?;
insert into `forgetting_round` (`count_list`, `round_kind`, `turn_owner`, `turn_until`, `version`) values (?, ?, ?, ?, ?);

-- orders.take, put
select `platform_order_no`, `dev_id`, `merchant_no`, `biz_order_no`, `order_date`, `order_time`, `terminal`, `order_amount`, `biz_discount_amount`, `order_title`, `order_description`, `return_url`, `notify_url`, `bill_detail_url`, `valid_minutes`, `passback_params`, `user_id`, `payer_name`, `payer_name_index`, `payer_mobile`, `payer_mobile_index`, `payer_cert_no`, `payer_cert_no_index`, `sub_orders`, `nontax_info`, `content_digest`, `cashier_token`, `state`, `state_msg`, `created_at`, `expires_at`, `closed_at`, `paid_at`, `paid_attempt_no`, `pay_channel`, `channel_order_no`, `channel_discount_amount`, `version`, `row_mac` from `pay_order` where `platform_order_no` = ?;
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
select `job_id`, `topic`, `job_key`, `state`, `due_at`, `again_at`, `attempts`, `owner`, `claim_token`, `lease_until`, `last_error`, `created_at` from `outbox` where `job_id` = ?;

-- jobBoard.releaseExpired, handBack
select `job_id` from `outbox` where `state` = ? and `lease_until` <= ? limit ?;
update `outbox` set `state` = ?, `owner` = ?, `claim_token` = ?, `lease_until` = ? where `state` = ? and `lease_until` <= ?;
update `outbox` set `state` = ?, `owner` = ?, `claim_token` = ?, `lease_until` = ? where `owner` = ? and `state` = ?;

-- archive.lockedPage, move
select `platform_order_no` from `pay_order` order by `platform_order_no` asc limit ?;
select `platform_order_no`, `dev_id`, `merchant_no`, `biz_order_no`, `order_date`, `order_time`, `terminal`, `order_amount`, `biz_discount_amount`, `order_title`, `order_description`, `return_url`, `notify_url`, `bill_detail_url`, `valid_minutes`, `passback_params`, `user_id`, `payer_name`, `payer_name_index`, `payer_mobile`, `payer_mobile_index`, `payer_cert_no`, `payer_cert_no_index`, `sub_orders`, `nontax_info`, `content_digest`, `cashier_token`, `state`, `state_msg`, `created_at`, `expires_at`, `closed_at`, `paid_at`, `paid_attempt_no`, `pay_channel`, `channel_order_no`, `channel_discount_amount`, `version`, `row_mac` from `pay_order` where `platform_order_no` in (?) order by `platform_order_no` asc;
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
select `job_id` from `outbox` where `job_id` in (?) and `state` = ? and `due_at` < ? and `created_at` < ?;
insert into `outbox_archive` (`job_id`, `topic`, `job_key`, `state`, `due_at`, `again_at`, `attempts`, `owner`, `claim_token`, `lease_until`, `last_error`, `created_at`) select `job_id`, `topic`, `job_key`, `state`, `due_at`, `again_at`, `attempts`, `owner`, `claim_token`, `lease_until`, `last_error`, `created_at` from `outbox` where `job_id` in (?);
delete from `outbox` where `job_id` in (?);
select count(*) as `total` from `outbox_archive` where `job_id` in (?);

-- auditChain.extend
select `entry_id`, `entry_mac` from `audit_entry` where `seq` = ? order by `happened_at` asc, `entry_id` asc limit ?;
select `lease_name` from `work_lease` where `lease_name` = ?;
select `head_name`, `last_seq`, `last_mac`, `head_mac` from `audit_head` where `head_name` = ?;
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
select `file_no`, `chunk_count`, `touched_at` from `kept_draft` where `file_no` = ?;
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
select `operator_no`, `login_account`, `operator_name`, `masked_mobile`, `sealed_mobile`, `state`, `officer_kind`, `role_codes`, `scope_kind`, `region_code`, `institution_no`, `remark`, `created_at`, `row_mac`, `version` from `console_operator` where `operator_no` = ?;
select `role_code`, `role_name`, `permission_list`, `remark`, `created_at`, `row_mac`, `version` from `operator_role` where `role_code` = ?;
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
select `file_no`, `chunk_count`, `kept_at` from `kept_export` where `file_no` = ?;
update `kept_export` set `chunk_count` = ? where `file_no` = ?;

-- keptFiles.forgetExports
delete from `kept_export` where `file_no` = ?;

-- alerts
select `alert_no`, `wait_place`, `alert_type`, `alert_level`, `event_name`, `message_text`, `related_order_no`, `raise_count`, `first_at`, `last_at`, `state`, `handled_by`, `handled_at`, `remark`, `version` from `console_alert` where `alert_no` = ? limit ?;
select `alert_no`, `wait_place`, `alert_type`, `alert_level`, `event_name`, `message_text`, `related_order_no`, `raise_count`, `first_at`, `last_at`, `state`, `handled_by`, `handled_at`, `remark`, `version` from `console_alert` where `state` = ? order by `last_at` asc, `alert_no` asc limit ?;

-- alerts.put
select `alert_no`, `wait_place`, `alert_type`, `alert_level`, `event_name`, `message_text`, `related_order_no`, `raise_count`, `first_at`, `last_at`, `state`, `handled_by`, `handled_at`, `remark`, `version` from `console_alert` where `wait_place` = ?;
update `console_alert` set `wait_place` = ?, `alert_level` = ?, `message_text` = ?, `raise_count` = ?, `last_at` = ?, `state` = ?, `handled_by` = ?, `handled_at` = ?, `remark` = ?, `version` = ? where `alert_no` = ? and `version` = ?;

-- menus
select `menu_key`, `parent_key`, `menu_name`, `menu_type`, `page_key`, `sort_no`, `enabled`, `menu_origin`, `remark`, `version` from `console_menu` order by `menu_key` asc limit ?;

-- menus.put
select `menu_key`, `parent_key`, `menu_name`, `menu_type`, `page_key`, `sort_no`, `enabled`, `menu_origin`, `remark`, `version` from `console_menu` where `menu_key` = ?;
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
select `issue_no`, `issue_type`, `related_order_no`, `platform_order_no`, `platform_refund_no`, `biz_order_no`, `sealed_description`, `masked_mobile`, `sealed_mobile`, `state`, `sealed_solution`, `solved_by`, `solved_at`, `registered_by`, `registered_at`, `step_count`, `attachment_count`, `attachment_bytes`, `forgotten_at`, `version` from `desk_issue` where `issue_no` = ?;
update `desk_issue` set `state` = ?, `sealed_solution` = ?, `solved_by` = ?, `solved_at` = ?, `step_count` = ?, `attachment_count` = ?, `attachment_bytes` = ?, `version` = ? where `issue_no` = ? and `version` = ?;
update `issue_attachment` set `file_digest` = ?, `scan_verdict` = ?, `state` = ?, `issue_no` = ?, `step_no` = ?, `version` = ? where `attachment_no` = ? and `version` = ?;
select `operator_no`, `hour_began`, `file_count`, `byte_count`, `version` from `upload_allowance` where `operator_no` = ?;
update `upload_allowance` set `hour_began` = ?, `file_count` = ?, `byte_count` = ?, `version` = ? where `operator_no` = ? and `version` = ?;

-- issues.forget
select `issue_no`, `solved_at`, `sealed_description`, `masked_mobile`, `sealed_mobile`, `sealed_solution`, `forgotten_at`, `version` from `desk_issue` where `issue_no` = ?;
update `desk_issue` set `sealed_description` = ?, `masked_mobile` = ?, `sealed_mobile` = ?, `sealed_solution` = ?, `forgotten_at` = ?, `version` = ? where `issue_no` = ? and `version` = ?;
update `issue_step` set `sealed_words` = ? where `issue_no` = ?;

-- forgetting.put
update `forgetting_round` set `turn_owner` = ?, `turn_until` = ?, `count_list` = ?, `version` = ? where `round_kind` = ? and `version` = ?;

-- issues.removeAttachment
delete from `issue_attachment` where `attachment_no` = ? and `version` = ?;
