-- 0000-step
create table "SCHEMA_STEP" ("STEP_ID" varchar(64) not null, "CHECKSUM" varchar(64) not null, "OUTCOME" varchar(16) not null, "DONE_AT" bigint not null, "TOOK_MS" int not null, primary key ("STEP_ID"));

-- 0000-lease
create table "WORK_LEASE" ("LEASE_NAME" varchar(64) not null, "LEASE_OWNER" varchar(64), "LEASE_UNTIL" bigint not null, primary key ("LEASE_NAME"));

-- 0001-order
create table "PAY_ORDER" ("PLATFORM_ORDER_NO" varchar(32) not null, "DEV_ID" varchar(64) not null, "MERCHANT_NO" varchar(32) not null, "BIZ_ORDER_NO" varchar(128) not null, "ORDER_DATE" varchar(8) not null, "ORDER_TIME" varchar(14) not null, "TERMINAL" varchar(8) not null, "ORDER_AMOUNT" bigint not null, "BIZ_DISCOUNT_AMOUNT" bigint not null, "ORDER_TITLE" varchar(256), "ORDER_DESCRIPTION" varchar(512), "RETURN_URL" varchar(256), "NOTIFY_URL" varchar(256) not null, "BILL_DETAIL_URL" varchar(256), "VALID_MINUTES" int not null, "PASSBACK_PARAMS" clob, "USER_ID" varchar(256), "PAYER_NAME" varchar(700), "PAYER_NAME_INDEX" varchar(64), "PAYER_MOBILE" varchar(300), "PAYER_MOBILE_INDEX" varchar(64), "PAYER_CERT_NO" varchar(400), "PAYER_CERT_NO_INDEX" varchar(64), "SUB_ORDERS" clob, "NONTAX_INFO" clob, "CONTENT_DIGEST" varchar(64) not null, "CASHIER_TOKEN" varchar(64) not null, "STATE" varchar(16) not null, "STATE_MSG" varchar(2048), "CREATED_AT" bigint not null, "EXPIRES_AT" bigint not null, "CLOSED_AT" bigint, "PAID_AT" bigint, "PAID_ATTEMPT_NO" varchar(32), "PAY_CHANNEL" varchar(16), "CHANNEL_ORDER_NO" varchar(512), "CHANNEL_DISCOUNT_AMOUNT" bigint, "VERSION" int not null, primary key ("PLATFORM_ORDER_NO"));

-- 0002-order-biz
create unique index "PAY_ORDER_BIZ_UQ" on "PAY_ORDER" ("DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO");

-- 0003-order-token
create unique index "PAY_ORDER_TOKEN_UQ" on "PAY_ORDER" ("CASHIER_TOKEN");

-- 0004-order-payer
create index "PAY_ORDER_USER_IX" on "PAY_ORDER" ("DEV_ID", "USER_ID", "CREATED_AT", "PLATFORM_ORDER_NO");

-- 0005-attempt
create table "PAY_ATTEMPT" ("ATTEMPT_NO" varchar(32) not null, "PLATFORM_ORDER_NO" varchar(32) not null, "MERCHANT_NO" varchar(32) not null, "PAY_CHANNEL" varchar(16) not null, "PAY_METHOD" varchar(8) not null, "CHANNEL_MERCHANT_ID" varchar(32) not null, "AMOUNT" bigint not null, "STATE" varchar(16) not null, "BUSY" smallint not null, "CHANNEL_TIME" varchar(14) not null, "LIMIT_AT" bigint not null, "CODE_DIGEST" varchar(64), "CHANNEL_ORDER_NO" varchar(512), "PAID_AT" bigint, "PAID_BY_PAYER" bigint, "CHANNEL_DISCOUNT_AMOUNT" bigint, "CLEARING_DAY" varchar(16), "REASON" varchar(2048), "CANCEL_ASKED_AT" bigint, "QUERIES_ASKED" int not null, "RECEIVED_AT" bigint not null, "SENT_AT" bigint, "ANSWERED_AT" bigint, "RECORDED_AT" bigint, "CREATED_AT" bigint not null, "VERSION" int not null, primary key ("ATTEMPT_NO"));

-- 0006-attempt-order
create index "PAY_ATTEMPT_ORDER_IX" on "PAY_ATTEMPT" ("PLATFORM_ORDER_NO");

-- 0007-attempt-code
create index "PAY_ATTEMPT_CODE_IX" on "PAY_ATTEMPT" ("CODE_DIGEST");

-- 0008-refund
create table "PAY_REFUND" ("PLATFORM_REFUND_ORDER_NO" varchar(32) not null, "ORIGIN" varchar(16) not null, "DEV_ID" varchar(64) not null, "MERCHANT_NO" varchar(32) not null, "BIZ_REFUND_ORDER_NO" varchar(128) not null, "REFUND_ORDER_DATE" varchar(8) not null, "PLATFORM_ORDER_NO" varchar(32) not null, "REFUND_AMOUNT" bigint not null, "REFUND_TITLE" varchar(2048), "REFUND_REASON" varchar(2048), "NOTIFY_URL" varchar(256), "PASSBACK_PARAMS" clob, "SUB_MERCHANT_NO" varchar(32), "NONTAX_REFUND_REF" varchar(512), "ATTEMPT_NO" varchar(32) not null, "CONTENT_DIGEST" varchar(64) not null, "STATE" varchar(16) not null, "STATE_MSG" varchar(2048), "APPROVAL_STATE" varchar(16) not null, "APPROVAL_REMARK" varchar(2048), "REQUESTED_BY" varchar(512), "APPROVED_BY" varchar(512), "REFUND_TRADE_NO" varchar(32), "REFUND_TRADE_TIME" varchar(14), "CHANNEL_REFUND_NO" varchar(512), "QUERIES_ASKED" int not null, "CREATED_AT" bigint not null, "SENT_AT" bigint, "REFUNDED_AT" bigint, "VERSION" int not null, primary key ("PLATFORM_REFUND_ORDER_NO"));

-- 0009-refund-biz
create unique index "PAY_REFUND_BIZ_UQ" on "PAY_REFUND" ("DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO");

-- 0010-refund-order
create index "PAY_REFUND_ORDER_IX" on "PAY_REFUND" ("PLATFORM_ORDER_NO");

-- 0011-refund-trade
create index "PAY_REFUND_TRADE_IX" on "PAY_REFUND" ("REFUND_TRADE_NO");

-- 0012-abnormal
create table "ABNORMAL_ORDER" ("ABNORMAL_ID" varchar(64) not null, "KIND" varchar(24) not null, "PLATFORM_ORDER_NO" varchar(32) not null, "MERCHANT_NO" varchar(32) not null, "ATTEMPT_NO" varchar(32) not null, "PAY_CHANNEL" varchar(16) not null, "CHANNEL_ORDER_NO" varchar(512), "AMOUNT" bigint not null, "REMARK" varchar(2048), "HANDLE_STATE" varchar(16) not null, "CREATED_AT" bigint not null, "VERSION" int not null, primary key ("ABNORMAL_ID"));

-- 0013-abnormal-order
create index "ABNORMAL_ORDER_ORDER_IX" on "ABNORMAL_ORDER" ("PLATFORM_ORDER_NO");

-- 0014-repeat
create table "REPEAT_PAYMENT" ("ATTEMPT_NO" varchar(32) not null, "PLATFORM_ORDER_NO" varchar(32) not null, "MERCHANT_NO" varchar(32) not null, "PAY_CHANNEL" varchar(16) not null, "CHANNEL_ORDER_NO" varchar(512), "AMOUNT" bigint not null, "HANDLE_STATE" varchar(16) not null, "PAID_AT" bigint not null, "CREATED_AT" bigint not null, "VERSION" int not null, primary key ("ATTEMPT_NO"));

-- 0015-repeat-order
create index "REPEAT_PAYMENT_ORDER_IX" on "REPEAT_PAYMENT" ("PLATFORM_ORDER_NO");

-- 0016-callback
create table "MERCHANT_CALLBACK" ("CALLBACK_ID" varchar(64) not null, "KIND" varchar(16) not null, "PLATFORM_ORDER_NO" varchar(32) not null, "PLATFORM_REFUND_ORDER_NO" varchar(32), "DEV_ID" varchar(64) not null, "MERCHANT_NO" varchar(32) not null, "TARGET_URL" varchar(256) not null, "TOLD_STATE" varchar(16) not null, "CONTENT_TEXT" clob, "PASSBACK_PARAMS" clob, "STATE" varchar(16) not null, "TRIES" int not null, "FIRST_TRIED_AT" bigint, "LAST_TRIED_AT" bigint, "NEXT_TRY_AT" bigint, "LAST_ANSWER" varchar(800), "ACCEPTED_AT" bigint, "CREATED_AT" bigint not null, "VERSION" int not null, primary key ("CALLBACK_ID"));

-- 0017-callback-order
create index "MERCHANT_CALLBACK_ORDER_IX" on "MERCHANT_CALLBACK" ("PLATFORM_ORDER_NO");

-- 0018-outbox
create table "OUTBOX" ("JOB_ID" varchar(32) not null, "TOPIC" varchar(32) not null, "JOB_KEY" varchar(128) not null, "STATE" varchar(8) not null, "DUE_AT" bigint not null, "AGAIN_AT" bigint, "ATTEMPTS" int not null, "OWNER" varchar(256), "CLAIM_TOKEN" varchar(32), "LEASE_UNTIL" bigint, "LAST_ERROR" varchar(800), "CREATED_AT" bigint not null, primary key ("JOB_ID"));

-- 0019-outbox-key
create unique index "OUTBOX_KEY_UQ" on "OUTBOX" ("TOPIC", "JOB_KEY");

-- 0020-outbox-due
create index "OUTBOX_DUE_IX" on "OUTBOX" ("STATE", "DUE_AT", "JOB_ID");

-- 0021-audit
create table "AUDIT_ENTRY" ("ENTRY_ID" varchar(32) not null, "HAPPENED_AT" bigint not null, "ACTOR_KIND" varchar(16) not null, "ACTOR_CODE" varchar(256), "ACTOR_ADDRESS" varchar(256), "ACTION" varchar(256), "OBJECT_KIND" varchar(256), "OBJECT_NO" varchar(512), "DESCRIPTION" varchar(2000), "FACTS_BEFORE" clob, "FACTS_AFTER" clob, "REQUEST_ID" varchar(512), "ENTRY_MAC" varchar(64) not null, "SEQ" bigint not null, "LINK_MAC" varchar(64), primary key ("ENTRY_ID"));

-- 0022-audit-seq
create index "AUDIT_ENTRY_SEQ_IX" on "AUDIT_ENTRY" ("SEQ", "HAPPENED_AT", "ENTRY_ID");

-- 0023-audit-time
create index "AUDIT_ENTRY_TIME_IX" on "AUDIT_ENTRY" ("HAPPENED_AT", "ENTRY_ID");

-- 0024-audit-head
create table "AUDIT_HEAD" ("HEAD_NAME" varchar(32) not null, "LAST_SEQ" bigint not null, "LAST_MAC" varchar(64) not null, "HEAD_MAC" varchar(64) not null, primary key ("HEAD_NAME"));

-- 0025-developer
create table "DEVELOPER" ("DEV_ID" varchar(64) not null, "DEVELOPER_NAME" varchar(800), "SIGN_ALGORITHM" varchar(8) not null, "SM2_ENCODING" varchar(8), "SM2_USER_ID" varchar(256), "PUBLIC_KEYS" clob, "ENABLED" smallint not null, "ALLOWED_ORIGINS" clob, "ALLOWED_ADDRESSES" clob, "ALLOWED_METHODS" clob, "MERCHANT_NOS" clob, "REQUESTS_PER_SECOND" int not null, "VERSION" int not null, primary key ("DEV_ID"));

-- 0026-payee
create table "PAYEE" ("MERCHANT_NO" varchar(32) not null, "PAYEE_NAME" varchar(800), "INSTITUTION_NO" varchar(32) not null, "REGION_CODE" varchar(32), "ENABLED" smallint not null, "PAY_NOTIFY_URL" varchar(256), "REFUND_NOTIFY_URL" varchar(256), "DEFAULT_RETURN_URL" varchar(256), "REFUND_REVIEW_REQUIRED" smallint not null, "REFUND_REVIEW_ABOVE" bigint, "CALLBACK_ON_FAILED" smallint not null, "REPEAT_REFUND_BY_RULE" smallint not null, "SUB_MERCHANTS" clob, "VERSION" int not null, primary key ("MERCHANT_NO"));

-- 0027-channel-merchant
create table "CHANNEL_MERCHANT" ("CHANNEL_MERCHANT_ID" varchar(32) not null, "PAY_CHANNEL" varchar(16) not null, "CHANNEL_MERCHANT_NAME" varchar(800), "CHANNEL_MERCHANT_NO" varchar(64) not null, "CHANNEL_APP_ID" varchar(64), "ENVIRONMENT" varchar(16) not null, "KEY_NAME" varchar(64) not null, "SETTINGS_TEXT" clob, "ENABLED" smallint not null, "VERSION" int not null, primary key ("CHANNEL_MERCHANT_ID"));

-- 0028-payee-channel
create table "PAYEE_CHANNEL" ("MERCHANT_NO" varchar(32) not null, "PAY_CHANNEL" varchar(16) not null, "CHANNEL_MERCHANT_ID" varchar(32) not null, "PAY_METHODS" clob, "ENABLED" smallint not null, "VERSION" int not null, primary key ("MERCHANT_NO", "CHANNEL_MERCHANT_ID"));

-- 0029-limit-note
create table "LIMIT_NOTE" ("PROCESS_NAME" varchar(64) not null, "TOLD_AT" bigint not null, "NOTE_TEXT" clob, primary key ("PROCESS_NAME"));

-- 0031-node-number
create table "NODE_NUMBER" ("NODE_NO" int not null, "USED_UNTIL" bigint not null, "HOLDING" varchar(32), "LEASE_UNTIL" bigint not null, "SEEN_AT" bigint not null, "HOST_NAME" varchar(256), "PROCESS_ID" bigint not null, "PROCESS_ROLE" varchar(16) not null, "PROGRAM_VERSION" varchar(32) not null, "STARTED_AT" bigint not null, "VERSION" int not null, primary key ("NODE_NO"));

-- 0032-key-mark
create table "KEY_MARK" ("MARK_NAME" varchar(32) not null, "MARK_MAC" varchar(64) not null, primary key ("MARK_NAME"));

-- 0033-recovery-mark
create table "RECOVERY_MARK" ("RECOVERY_NO" varchar(32) not null, "RESTORED_AT" bigint not null, "BACKUP_TAKEN_AT" bigint, "PAYMENTS_RELEASED_AT" bigint, "REFUNDS_RELEASED_AT" bigint, "CALLBACKS_RELEASED_AT" bigint, "ENDED_AT" bigint, "VERSION" int not null, primary key ("RECOVERY_NO"));

-- 0034-recovery-newest
create index "RECOVERY_MARK_NEWEST_IX" on "RECOVERY_MARK" ("RESTORED_AT", "RECOVERY_NO");

-- 0035-recovery-refund
create table "RECOVERY_REFUND" ("RECOVERY_NO" varchar(32) not null, "PLATFORM_REFUND_ORDER_NO" varchar(32) not null, "RELEASED_AT" bigint not null, primary key ("RECOVERY_NO", "PLATFORM_REFUND_ORDER_NO"));

-- 0036-lost-payment
create table "LOST_PAYMENT" ("ATTEMPT_NO" varchar(64) not null, "PAY_CHANNEL" varchar(16) not null, "CHANNEL_MERCHANT_ID" varchar(32) not null, "CHANNEL_ORDER_NO" varchar(512), "AMOUNT" bigint not null, "PAID_AT" bigint, "TOLD_AT" bigint not null, primary key ("ATTEMPT_NO"));

-- 0037-archive-mark
create table "ARCHIVE_MARK" ("ARCHIVE_NAME" varchar(32) not null, "BEGUN_AT" bigint not null, primary key ("ARCHIVE_NAME"));

-- 0038-order-archive
create table "PAY_ORDER_ARCHIVE" ("PLATFORM_ORDER_NO" varchar(32) not null, "DEV_ID" varchar(64) not null, "MERCHANT_NO" varchar(32) not null, "BIZ_ORDER_NO" varchar(128) not null, "ORDER_DATE" varchar(8) not null, "ORDER_TIME" varchar(14) not null, "TERMINAL" varchar(8) not null, "ORDER_AMOUNT" bigint not null, "BIZ_DISCOUNT_AMOUNT" bigint not null, "ORDER_TITLE" varchar(256), "ORDER_DESCRIPTION" varchar(512), "RETURN_URL" varchar(256), "NOTIFY_URL" varchar(256) not null, "BILL_DETAIL_URL" varchar(256), "VALID_MINUTES" int not null, "PASSBACK_PARAMS" clob, "USER_ID" varchar(256), "PAYER_NAME" varchar(700), "PAYER_NAME_INDEX" varchar(64), "PAYER_MOBILE" varchar(300), "PAYER_MOBILE_INDEX" varchar(64), "PAYER_CERT_NO" varchar(400), "PAYER_CERT_NO_INDEX" varchar(64), "SUB_ORDERS" clob, "NONTAX_INFO" clob, "CONTENT_DIGEST" varchar(64) not null, "CASHIER_TOKEN" varchar(64) not null, "STATE" varchar(16) not null, "STATE_MSG" varchar(2048), "CREATED_AT" bigint not null, "EXPIRES_AT" bigint not null, "CLOSED_AT" bigint, "PAID_AT" bigint, "PAID_ATTEMPT_NO" varchar(32), "PAY_CHANNEL" varchar(16), "CHANNEL_ORDER_NO" varchar(512), "CHANNEL_DISCOUNT_AMOUNT" bigint, "VERSION" int not null, primary key ("PLATFORM_ORDER_NO"));

-- 0039-order-biz-archive
create unique index "PAY_ORDER_BIZ_UQ_A" on "PAY_ORDER_ARCHIVE" ("DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO");

-- 0040-order-token-archive
create unique index "PAY_ORDER_TOKEN_UQ_A" on "PAY_ORDER_ARCHIVE" ("CASHIER_TOKEN");

-- 0041-order-payer-archive
create index "PAY_ORDER_USER_IX_A" on "PAY_ORDER_ARCHIVE" ("DEV_ID", "USER_ID", "CREATED_AT", "PLATFORM_ORDER_NO");

-- 0042-attempt-archive
create table "PAY_ATTEMPT_ARCHIVE" ("ATTEMPT_NO" varchar(32) not null, "PLATFORM_ORDER_NO" varchar(32) not null, "MERCHANT_NO" varchar(32) not null, "PAY_CHANNEL" varchar(16) not null, "PAY_METHOD" varchar(8) not null, "CHANNEL_MERCHANT_ID" varchar(32) not null, "AMOUNT" bigint not null, "STATE" varchar(16) not null, "BUSY" smallint not null, "CHANNEL_TIME" varchar(14) not null, "LIMIT_AT" bigint not null, "CODE_DIGEST" varchar(64), "CHANNEL_ORDER_NO" varchar(512), "PAID_AT" bigint, "PAID_BY_PAYER" bigint, "CHANNEL_DISCOUNT_AMOUNT" bigint, "CLEARING_DAY" varchar(16), "REASON" varchar(2048), "CANCEL_ASKED_AT" bigint, "QUERIES_ASKED" int not null, "RECEIVED_AT" bigint not null, "SENT_AT" bigint, "ANSWERED_AT" bigint, "RECORDED_AT" bigint, "CREATED_AT" bigint not null, "VERSION" int not null, primary key ("ATTEMPT_NO"));

-- 0043-attempt-order-archive
create index "PAY_ATTEMPT_ORDER_IX_A" on "PAY_ATTEMPT_ARCHIVE" ("PLATFORM_ORDER_NO");

-- 0044-refund-archive
create table "PAY_REFUND_ARCHIVE" ("PLATFORM_REFUND_ORDER_NO" varchar(32) not null, "ORIGIN" varchar(16) not null, "DEV_ID" varchar(64) not null, "MERCHANT_NO" varchar(32) not null, "BIZ_REFUND_ORDER_NO" varchar(128) not null, "REFUND_ORDER_DATE" varchar(8) not null, "PLATFORM_ORDER_NO" varchar(32) not null, "REFUND_AMOUNT" bigint not null, "REFUND_TITLE" varchar(2048), "REFUND_REASON" varchar(2048), "NOTIFY_URL" varchar(256), "PASSBACK_PARAMS" clob, "SUB_MERCHANT_NO" varchar(32), "NONTAX_REFUND_REF" varchar(512), "ATTEMPT_NO" varchar(32) not null, "CONTENT_DIGEST" varchar(64) not null, "STATE" varchar(16) not null, "STATE_MSG" varchar(2048), "APPROVAL_STATE" varchar(16) not null, "APPROVAL_REMARK" varchar(2048), "REQUESTED_BY" varchar(512), "APPROVED_BY" varchar(512), "REFUND_TRADE_NO" varchar(32), "REFUND_TRADE_TIME" varchar(14), "CHANNEL_REFUND_NO" varchar(512), "QUERIES_ASKED" int not null, "CREATED_AT" bigint not null, "SENT_AT" bigint, "REFUNDED_AT" bigint, "VERSION" int not null, primary key ("PLATFORM_REFUND_ORDER_NO"));

-- 0045-refund-biz-archive
create unique index "PAY_REFUND_BIZ_UQ_A" on "PAY_REFUND_ARCHIVE" ("DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO");

-- 0046-refund-order-archive
create index "PAY_REFUND_ORDER_IX_A" on "PAY_REFUND_ARCHIVE" ("PLATFORM_ORDER_NO");

-- 0047-refund-trade-archive
create index "PAY_REFUND_TRADE_IX_A" on "PAY_REFUND_ARCHIVE" ("REFUND_TRADE_NO");

-- 0048-abnormal-archive
create table "ABNORMAL_ORDER_ARCHIVE" ("ABNORMAL_ID" varchar(64) not null, "KIND" varchar(24) not null, "PLATFORM_ORDER_NO" varchar(32) not null, "MERCHANT_NO" varchar(32) not null, "ATTEMPT_NO" varchar(32) not null, "PAY_CHANNEL" varchar(16) not null, "CHANNEL_ORDER_NO" varchar(512), "AMOUNT" bigint not null, "REMARK" varchar(2048), "HANDLE_STATE" varchar(16) not null, "CREATED_AT" bigint not null, "VERSION" int not null, primary key ("ABNORMAL_ID"));

-- 0049-abnormal-order-archive
create index "ABNORMAL_ORDER_ORDER_IX_A" on "ABNORMAL_ORDER_ARCHIVE" ("PLATFORM_ORDER_NO");

-- 0050-repeat-archive
create table "REPEAT_PAYMENT_ARCHIVE" ("ATTEMPT_NO" varchar(32) not null, "PLATFORM_ORDER_NO" varchar(32) not null, "MERCHANT_NO" varchar(32) not null, "PAY_CHANNEL" varchar(16) not null, "CHANNEL_ORDER_NO" varchar(512), "AMOUNT" bigint not null, "HANDLE_STATE" varchar(16) not null, "PAID_AT" bigint not null, "CREATED_AT" bigint not null, "VERSION" int not null, primary key ("ATTEMPT_NO"));

-- 0051-repeat-order-archive
create index "REPEAT_PAYMENT_ORDER_IX_A" on "REPEAT_PAYMENT_ARCHIVE" ("PLATFORM_ORDER_NO");

-- 0052-callback-archive
create table "MERCHANT_CALLBACK_ARCHIVE" ("CALLBACK_ID" varchar(64) not null, "KIND" varchar(16) not null, "PLATFORM_ORDER_NO" varchar(32) not null, "PLATFORM_REFUND_ORDER_NO" varchar(32), "DEV_ID" varchar(64) not null, "MERCHANT_NO" varchar(32) not null, "TARGET_URL" varchar(256) not null, "TOLD_STATE" varchar(16) not null, "CONTENT_TEXT" clob, "PASSBACK_PARAMS" clob, "STATE" varchar(16) not null, "TRIES" int not null, "FIRST_TRIED_AT" bigint, "LAST_TRIED_AT" bigint, "NEXT_TRY_AT" bigint, "LAST_ANSWER" varchar(800), "ACCEPTED_AT" bigint, "CREATED_AT" bigint not null, "VERSION" int not null, primary key ("CALLBACK_ID"));

-- 0053-callback-order-archive
create index "MERCHANT_CALLBACK_ORDER_IX_A" on "MERCHANT_CALLBACK_ARCHIVE" ("PLATFORM_ORDER_NO");

-- 0054-outbox-archive
create table "OUTBOX_ARCHIVE" ("JOB_ID" varchar(32) not null, "TOPIC" varchar(32) not null, "JOB_KEY" varchar(128) not null, "STATE" varchar(8) not null, "DUE_AT" bigint not null, "AGAIN_AT" bigint, "ATTEMPTS" int not null, "OWNER" varchar(256), "CLAIM_TOKEN" varchar(32), "LEASE_UNTIL" bigint, "LAST_ERROR" varchar(800), "CREATED_AT" bigint not null, primary key ("JOB_ID"));

-- 0055-outbox-due-archive
create index "OUTBOX_DUE_IX_A" on "OUTBOX_ARCHIVE" ("DUE_AT", "JOB_ID");

-- 0060-callback-state
create index "MERCHANT_CALLBACK_STATE_IX" on "MERCHANT_CALLBACK" ("STATE", "CREATED_AT", "CALLBACK_ID");

-- 0061-refund-state
create index "PAY_REFUND_STATE_IX" on "PAY_REFUND" ("STATE", "CREATED_AT", "PLATFORM_REFUND_ORDER_NO");

-- 0062-attempt-code
drop index "PAY_ATTEMPT_CODE_IX";

-- 0063-trade
create table "TRADE" ("TRADE_KEY" varchar(40) not null, "KIND" varchar(16) not null, "PURPOSE" varchar(16) not null, "PLATFORM_ORDER_NO" varchar(32) not null, "ATTEMPT_NO" varchar(32) not null, "PLATFORM_REFUND_ORDER_NO" varchar(32), "DEV_ID" varchar(64) not null, "MERCHANT_NO" varchar(32) not null, "BIZ_ORDER_NO" varchar(128) not null, "ORDER_DATE" varchar(8) not null, "PAY_CHANNEL" varchar(16) not null, "PAY_METHOD" varchar(8) not null, "CHANNEL_MERCHANT_ID" varchar(32) not null, "CHANNEL_ORDER_NO" varchar(512), "ORDER_AMOUNT" bigint not null, "AMOUNT" bigint not null, "CHANNEL_DISCOUNT_AMOUNT" bigint not null, "SHARE_LIST" clob, "TRADE_AT" bigint not null, "CLEARING_DAY" varchar(8) not null, "SETTLE_STATE" varchar(16) not null, "SETTLED_DAY" varchar(8), "SEEN_RUN_NO" varchar(32), "CREATED_AT" bigint not null, primary key ("TRADE_KEY"));

-- 0064-trade-order
create index "TRADE_ORDER_IX" on "TRADE" ("PLATFORM_ORDER_NO");

-- 0065-trade-channel-no
create index "TRADE_CHANNEL_NO_IX" on "TRADE" ("CHANNEL_ORDER_NO");

-- 0067-trade-state
create index "TRADE_STATE_IX" on "TRADE" ("SETTLE_STATE", "TRADE_AT", "TRADE_KEY");

-- 0068-trade-expected
create index "TRADE_EXPECTED_IX" on "TRADE" ("CHANNEL_MERCHANT_ID", "SETTLE_STATE", "CLEARING_DAY", "TRADE_KEY");

-- 0069-trade-settled
create index "TRADE_SETTLED_IX" on "TRADE" ("CHANNEL_MERCHANT_ID", "SETTLED_DAY", "TRADE_KEY");

-- 0070-bill
create table "CHANNEL_BILL" ("BILL_NO" varchar(32) not null, "CHANNEL_MERCHANT_ID" varchar(32) not null, "CLEARING_DAY" varchar(8) not null, "ORIGIN" varchar(16) not null, "FILE_NO" varchar(32) not null, "FILE_NAME" varchar(1024), "BYTE_SIZE" bigint not null, "FILE_DIGEST" varchar(64) not null, "TOTALS" clob, "RECEIVED_AT" bigint not null, "RECEIVED_BY" varchar(512), primary key ("BILL_NO"));

-- 0071-bill-day
create index "CHANNEL_BILL_DAY_IX" on "CHANNEL_BILL" ("CHANNEL_MERCHANT_ID", "CLEARING_DAY");

-- 0072-run
create table "RECONCILE_RUN" ("RUN_NO" varchar(32) not null, "CHANNEL_MERCHANT_ID" varchar(32) not null, "PAY_CHANNEL" varchar(16) not null, "CLEARING_DAY" varchar(8) not null, "RUN_SEQUENCE" int not null, "BILL_NO" varchar(32), "STATE" varchar(16) not null, "LINES_DONE" int not null, "LINE_COUNT" int not null, "MISSING_AFTER" varchar(40), "FIGURES" clob, "RUN_CHANGES" clob, "STARTED_AT" bigint not null, "ENDED_AT" bigint, "STARTED_BY" varchar(512), "CANCEL_ASKED_BY" varchar(512), "REMARK" varchar(2048), "VERSION" int not null, primary key ("RUN_NO"));

-- 0073-run-sequence
create unique index "RECONCILE_RUN_SEQUENCE_UQ" on "RECONCILE_RUN" ("CHANNEL_MERCHANT_ID", "CLEARING_DAY", "RUN_SEQUENCE");

-- 0074-item
create table "RECONCILE_ITEM" ("RUN_NO" varchar(32) not null, "ITEM_NO" int not null, "SUBJECT_KEY" varchar(640), "OUTCOME" varchar(16) not null, "CHANGE_KIND" varchar(16) not null, "HERE_AMOUNT" bigint, "THERE_AMOUNT" bigint, primary key ("RUN_NO", "ITEM_NO"));

-- 0075-day
create table "RECONCILE_DAY" ("CHANNEL_MERCHANT_ID" varchar(32) not null, "CLEARING_DAY" varchar(8) not null, "PAY_CHANNEL" varchar(16) not null, "STATE" varchar(16) not null, "BILL_NO" varchar(32), "LAST_RUN_NO" varchar(32), "RUNNING_NO" varchar(32), "RUN_COUNT" int not null, "RECONCILE_COUNT" int not null, "RECONCILE_AMOUNT" bigint not null, "SETTLED_AMOUNT" bigint not null, "FEE_AMOUNT" bigint not null, "OPEN_COUNT" int not null, "WAITING_COUNT" int not null, "TRIES" int not null, "LAST_TRIED_AT" bigint, "LAST_WORD" varchar(1024), "RECONCILED_AT" bigint, "VERSION" int not null, primary key ("CHANNEL_MERCHANT_ID", "CLEARING_DAY"));

-- 0076-day-all
create index "RECONCILE_DAY_ALL_IX" on "RECONCILE_DAY" ("CLEARING_DAY", "CHANNEL_MERCHANT_ID");

-- 0077-difference
create table "RECONCILE_DIFFERENCE" ("DIFFERENCE_NO" varchar(32) not null, "CHANNEL_MERCHANT_ID" varchar(32) not null, "PAY_CHANNEL" varchar(16) not null, "SUBJECT_KEY" varchar(640), "OUTCOME" varchar(16) not null, "STATE" varchar(16) not null, "CLEARING_DAY" varchar(8) not null, "KIND" varchar(16), "MERCHANT_NO" varchar(32), "PLATFORM_ORDER_NO" varchar(32), "BIZ_ORDER_NO" varchar(128), "OWN_NO" varchar(640), "CHANNEL_NO" varchar(640), "HERE_AMOUNT" bigint, "THERE_AMOUNT" bigint, "HERE_FEE" bigint, "THERE_FEE" bigint, "THERE_SETTLED" bigint, "SUGGESTED_KEY" varchar(40), "HAPPENED_AT" bigint, "DETAIL_TEXT" varchar(3200), "FIRST_RUN_NO" varchar(32) not null, "LAST_RUN_NO" varchar(32) not null, "CREATED_AT" bigint not null, "VERSION" int not null, primary key ("DIFFERENCE_NO"));

-- 0078-difference-subject
create unique index "RECONCILE_DIFF_SUBJECT_UQ" on "RECONCILE_DIFFERENCE" ("CHANNEL_MERCHANT_ID", "SUBJECT_KEY");

-- 0079-difference-day
create index "RECONCILE_DIFF_DAY_IX" on "RECONCILE_DIFFERENCE" ("CHANNEL_MERCHANT_ID", "CLEARING_DAY", "STATE", "DIFFERENCE_NO");

-- 0080-difference-state
create index "RECONCILE_DIFF_STATE_IX" on "RECONCILE_DIFFERENCE" ("STATE", "CREATED_AT", "DIFFERENCE_NO");

-- 0081-note
create table "HANDLING_NOTE" ("NOTE_NO" varchar(32) not null, "OBJECT_KIND" varchar(16) not null, "OBJECT_NO" varchar(64) not null, "NOTE_ACTION" varchar(24) not null, "NOTE_TEXT" varchar(2000), "OPERATOR_NAME" varchar(512), "NOTED_AT" bigint not null, primary key ("NOTE_NO"));

-- 0082-note-object
create index "HANDLING_NOTE_OBJECT_IX" on "HANDLING_NOTE" ("OBJECT_KIND", "OBJECT_NO", "NOTED_AT");

-- 0083-entry
create table "SETTLEMENT_ENTRY" ("TRADE_KEY" varchar(40) not null, "ENTRY_NO" int not null, "CAUSE" varchar(16) not null, "KIND" varchar(16) not null, "PURPOSE" varchar(16) not null, "PAY_CHANNEL" varchar(16) not null, "PAY_METHOD" varchar(8) not null, "CHANNEL_MERCHANT_ID" varchar(32) not null, "MERCHANT_NO" varchar(32) not null, "SUB_MERCHANT_NO" varchar(32), "PLATFORM_ORDER_NO" varchar(32) not null, "PLATFORM_REFUND_ORDER_NO" varchar(32), "BIZ_ORDER_NO" varchar(128) not null, "CHANNEL_ORDER_NO" varchar(640), "ORDER_DATE" varchar(8) not null, "TRADE_AT" bigint not null, "CLEARING_DAY" varchar(8) not null, "SETTLE_DAY" varchar(8) not null, "TRADE_COUNT" int not null, "TRADE_AMOUNT" bigint not null, "SETTLED_AMOUNT" bigint not null, "FEE_AMOUNT" bigint not null, "RUN_NO" varchar(32) not null, "LINE_NO" int not null, "CREATED_AT" bigint not null, primary key ("TRADE_KEY", "ENTRY_NO"));

-- 0084-entry-payee
create index "SETTLEMENT_ENTRY_PAYEE_IX" on "SETTLEMENT_ENTRY" ("MERCHANT_NO", "SETTLE_DAY", "TRADE_KEY", "ENTRY_NO");

-- 0085-entry-bill
create index "SETTLEMENT_ENTRY_BILL_IX" on "SETTLEMENT_ENTRY" ("CLEARING_DAY", "CHANNEL_MERCHANT_ID", "TRADE_KEY");

-- 0087-entry-posted
create index "SETTLEMENT_ENTRY_POSTED_IX" on "SETTLEMENT_ENTRY" ("SETTLE_DAY", "CHANNEL_MERCHANT_ID");

-- 0088-certificate
create table "DAY_CERTIFICATE" ("CERTIFIED_DAY" varchar(8) not null, "CONTENT_TEXT" clob, "CONTENT_DIGEST" varchar(64) not null, "PREVIOUS_DIGEST" varchar(64) not null, "PREVIOUS_DAY" varchar(8), "SIGNATURE_TEXT" varchar(256) not null, "KEY_NAME" varchar(64) not null, "ISSUED_AT" bigint not null, primary key ("CERTIFIED_DAY"));

-- 0089-period-lock
create table "PERIOD_LOCK" ("BOOK_MONTH" varchar(6) not null, "LOCKED_AT" bigint not null, "LOCKED_BY" varchar(512), primary key ("BOOK_MONTH"));

-- 0090-statement
create table "PAYEE_STATEMENT" ("MERCHANT_NO" varchar(32) not null, "SETTLE_DAY" varchar(8) not null, "KIND" varchar(16) not null, "FILE_NO" varchar(32) not null, "FILE_NAME" varchar(1024), "BYTE_SIZE" bigint not null, "FILE_DIGEST" varchar(64) not null, "LINE_COUNT" int not null, "CREATED_AT" bigint not null, primary key ("MERCHANT_NO", "SETTLE_DAY", "KIND"));

-- 0091-statement-day
create index "PAYEE_STATEMENT_DAY_IX" on "PAYEE_STATEMENT" ("SETTLE_DAY", "MERCHANT_NO");

-- 0092-file
create table "KEPT_FILE" ("FILE_NO" varchar(32) not null, "PURPOSE" varchar(16) not null, "FILE_NAME" varchar(1024), "BYTE_SIZE" bigint not null, "FILE_DIGEST" varchar(64) not null, "CHUNK_COUNT" int not null, "CREATED_AT" bigint not null, primary key ("FILE_NO"));

-- 0093-chunk
create table "KEPT_CHUNK" ("FILE_NO" varchar(32) not null, "CHUNK_NO" int not null, "CHUNK_TEXT" clob, primary key ("FILE_NO", "CHUNK_NO"));

-- 0094-draft
create table "KEPT_DRAFT" ("FILE_NO" varchar(32) not null, "CHUNK_COUNT" int not null, "TOUCHED_AT" bigint not null, primary key ("FILE_NO"));

-- 0100-difference-list
create index "RECONCILE_DIFF_LIST_IX" on "RECONCILE_DIFFERENCE" ("CLEARING_DAY", "DIFFERENCE_NO");

-- 0101-repeat-list
create index "REPEAT_PAYMENT_LIST_IX" on "REPEAT_PAYMENT" ("CREATED_AT", "ATTEMPT_NO");

-- 0102-abnormal-list
create index "ABNORMAL_ORDER_LIST_IX" on "ABNORMAL_ORDER" ("CREATED_AT", "ABNORMAL_ID");

-- 0103-repeat-list-archive
create index "REPEAT_PAYMENT_LIST_IX_A" on "REPEAT_PAYMENT_ARCHIVE" ("CREATED_AT", "ATTEMPT_NO");

-- 0104-abnormal-list-archive
create index "ABNORMAL_ORDER_LIST_IX_A" on "ABNORMAL_ORDER_ARCHIVE" ("CREATED_AT", "ABNORMAL_ID");

-- 0105-trade-list
create index "TRADE_LIST_IX" on "TRADE" ("ORDER_DATE", "TRADE_AT", "TRADE_KEY");

-- 0106-entry-list
create index "SETTLEMENT_ENTRY_LIST_IX" on "SETTLEMENT_ENTRY" ("ORDER_DATE", "TRADE_AT", "TRADE_KEY", "ENTRY_NO");

-- 0110-abnormal-payee
create index "ABNORMAL_ORDER_PAYEE_IX" on "ABNORMAL_ORDER" ("MERCHANT_NO", "CREATED_AT", "ABNORMAL_ID");

-- 0111-abnormal-payee-archive
create index "ABNORMAL_ORDER_PAYEE_IX_A" on "ABNORMAL_ORDER_ARCHIVE" ("MERCHANT_NO", "CREATED_AT", "ABNORMAL_ID");

-- 0112-repeat-payee
create index "REPEAT_PAYMENT_PAYEE_IX" on "REPEAT_PAYMENT" ("MERCHANT_NO", "CREATED_AT", "ATTEMPT_NO");

-- 0113-repeat-payee-archive
create index "REPEAT_PAYMENT_PAYEE_IX_A" on "REPEAT_PAYMENT_ARCHIVE" ("MERCHANT_NO", "CREATED_AT", "ATTEMPT_NO");

-- 0114-difference-payee
create index "RECONCILE_DIFF_PAYEE_IX" on "RECONCILE_DIFFERENCE" ("MERCHANT_NO", "CLEARING_DAY", "DIFFERENCE_NO");

-- 0115-statement-totals
alter table "PAYEE_STATEMENT" add "TOTALS" clob;

-- 0116-nontax-region
create table "NONTAX_REGION" ("REGION_CODE" varchar(32) not null, "REGION_NAME" varchar(400), "NONTAX_REGION_CODE" varchar(32) not null, "NONTAX_REGION_NAME" varchar(400), "E_BILL_REGION_CODE" varchar(32) not null, "E_BILL_REGION_NAME" varchar(400), "VERSION" int not null, primary key ("REGION_CODE"));

-- 0117-nontax-item
create table "NONTAX_ITEM" ("REGION_CODE" varchar(32) not null, "ITEM_CODE" varchar(32) not null, "ITEM_NAME" varchar(400), "NATIONAL_CODE" varchar(32), "MEASURE_WORD" varchar(80), "FUND_NATURE" varchar(24) not null, "LOWEST_PRICE" bigint, "HIGHEST_PRICE" bigint, "VOUCHER_KIND" varchar(16) not null, "UNIT_CODES" clob, "ENABLED" smallint not null, "VERSION" int not null, primary key ("REGION_CODE", "ITEM_CODE"));

-- 0118-payee-unit
alter table "PAYEE" add "CHARGING_UNIT" clob;

-- 0118-payee-first
alter table "PAYEE" add "NOTICE_FIRST" smallint;

-- 0118-payee-policy
alter table "PAYEE" add "SLIP_REFUND_POLICY" varchar(24);

-- 0119-developer-texts
alter table "DEVELOPER" add "TEXTS_PAYERS" smallint;

-- 0119-developer-bills
alter table "DEVELOPER" add "PERSONAL_BILL_URL" varchar(256);

-- 0120-e-bill
create table "E_BILL" ("BILL_KEY" varchar(32) not null, "BILL_ROUND" int not null, "BILL_SOURCE" varchar(16) not null, "PLATFORM_ORDER_NO" varchar(32), "BUS_NO" varchar(32) not null, "STATE" varchar(16) not null, "AMOUNT" bigint not null, "DEV_ID" varchar(64), "MERCHANT_NO" varchar(32), "BIZ_ORDER_NO" varchar(128), "REGION_CODE" varchar(32), "PAYER_KIND" varchar(8), "PAYER_NAME" varchar(700), "PAYER_NAME_INDEX" varchar(64), "PAYER_CERT_NO" varchar(400), "PAYER_CERT_NO_INDEX" varchar(64), "PAYER_MOBILE" varchar(300), "PAYER_MOBILE_INDEX" varchar(64), "PAYER_EMAIL" varchar(700), "ITEM_LIST" clob, "BASE_LIST" clob, "WHOLE_ORDER" smallint, "SAID_ITEMS" clob, "PAY_CODE" varchar(32), "BILL_CODE" varchar(64), "BILL_NO" varchar(64), "CHECK_CODE" varchar(64), "ISSUED_AT" bigint, "LINK_LIST" clob, "REVERSAL_TEXT" clob, "FAILURE_CODE" varchar(256), "FAILURE_TEXT" varchar(2048), "PAGE_TOKEN" varchar(64), "TRIES_MADE" int not null, "LAST_TRY_AT" bigint, "NEXT_TRY_AT" bigint, "PAID_AT" bigint, "BILL_AT" bigint not null, "CREATED_AT" bigint not null, "VERSION" int not null, primary key ("BILL_KEY", "BILL_ROUND"));

-- 0121-e-bill-bus
create unique index "E_BILL_BUS_UX" on "E_BILL" ("BUS_NO");

-- 0121-e-bill-numbers
create index "E_BILL_NUMBERS_IX" on "E_BILL" ("BILL_CODE", "BILL_NO");

-- 0122-e-bill-page
create unique index "E_BILL_PAGE_UX" on "E_BILL" ("PAGE_TOKEN");

-- 0123-e-bill-list
create index "E_BILL_LIST_IX" on "E_BILL" ("BILL_AT", "BUS_NO");

-- 0124-e-bill-payee
create index "E_BILL_PAYEE_IX" on "E_BILL" ("MERCHANT_NO", "BILL_AT", "BUS_NO");

-- 0125-e-bill-biz
create index "E_BILL_BIZ_IX" on "E_BILL" ("BIZ_ORDER_NO", "BILL_AT");

-- 0126-e-bill-issued
create index "E_BILL_ISSUED_IX" on "E_BILL" ("REGION_CODE", "ISSUED_AT", "BILL_KEY", "BILL_ROUND");

-- 0127-e-bill-check
create table "E_BILL_CHECK" ("REGION_CODE" varchar(32) not null, "CHECK_DAY" varchar(8) not null, "STATE" varchar(16) not null, "OUR_COUNT" int not null, "OUR_AMOUNT" bigint not null, "THEIR_COUNT" int, "THEIR_AMOUNT" bigint, "DIFFERENCE_LIST" clob, "CHECKED_AT" bigint not null, "VERSION" int not null, primary key ("REGION_CODE", "CHECK_DAY"));

-- 0150-personal-bill
create table "PERSONAL_BILL_PUSH" ("PLATFORM_ORDER_NO" varchar(32) not null, "BIZ_ORDER_NO" varchar(128) not null, "DEV_ID" varchar(64) not null, "MERCHANT_NO" varchar(32) not null, "CONTENT_DIGEST" varchar(64) not null, "BILL_STATE" varchar(16) not null, "STATE" varchar(16) not null, "TRIES" int not null, "FIRST_TRIED_AT" bigint, "LAST_TRIED_AT" bigint, "NEXT_TRY_AT" bigint, "LAST_ANSWER" varchar(800), "ACCEPTED_AT" bigint, "CREATED_AT" bigint not null, "VERSION" int not null, primary key ("PLATFORM_ORDER_NO"));

-- 0151-personal-bill-list
create index "PERSONAL_BILL_LIST_IX" on "PERSONAL_BILL_PUSH" ("CREATED_AT", "PLATFORM_ORDER_NO");

-- 0152-personal-bill-state
create index "PERSONAL_BILL_STATE_IX" on "PERSONAL_BILL_PUSH" ("STATE", "CREATED_AT", "PLATFORM_ORDER_NO");

-- 0175-own-pay-code
create table "OWN_PAY_CODE" ("BUS_NO" varchar(32) not null, "PAY_CODE" varchar(32) not null, "RANGE_NAME" varchar(32) not null, "SERIAL_NO" bigint not null, "GIVEN_AT" bigint not null, primary key ("BUS_NO"));

-- 0175-own-pay-code-serial
create unique index "OWN_PAY_CODE_SERIAL_UQ" on "OWN_PAY_CODE" ("RANGE_NAME", "SERIAL_NO");

-- 0140-text-message
create table "TEXT_MESSAGE" ("MESSAGE_ID" varchar(32) not null, "SCENE" varchar(32) not null, "BIZ_KEY" varchar(128) not null, "SEALED_PHONE" varchar(300) not null, "PHONE_INDEX" varchar(64) not null, "MASKED_PHONE" varchar(16) not null, "TEMPLATE_NAME" varchar(32) not null, "PARAM_LIST" clob, "STATE" varchar(16) not null, "LAST_CODE" varchar(64), "TRIES" int not null, "BEING_SENT" smallint not null, "RESENT" smallint not null, "GROUP_NO" varchar(64), "ASKER_INDEX" varchar(64), "CREATED_AT" bigint not null, "SEND_AT" bigint not null, "LAST_TRIED_AT" bigint, "SUBMITTED_AT" bigint, "ENDED_AT" bigint, "VERSION" int not null, primary key ("MESSAGE_ID"));

-- 0141-text-once
create unique index "TEXT_MESSAGE_ONCE_UQ" on "TEXT_MESSAGE" ("SCENE", "BIZ_KEY", "PHONE_INDEX");

-- 0142-text-group
create index "TEXT_MESSAGE_GROUP_IX" on "TEXT_MESSAGE" ("GROUP_NO", "PHONE_INDEX");

-- 0143-text-phone
create index "TEXT_MESSAGE_PHONE_IX" on "TEXT_MESSAGE" ("PHONE_INDEX", "CREATED_AT");

-- 0144-text-list
create index "TEXT_MESSAGE_LIST_IX" on "TEXT_MESSAGE" ("CREATED_AT", "MESSAGE_ID");

-- 0145-text-state
create index "TEXT_MESSAGE_STATE_IX" on "TEXT_MESSAGE" ("STATE", "CREATED_AT", "MESSAGE_ID");

-- 0146-text-asker
create index "TEXT_MESSAGE_ASKER_IX" on "TEXT_MESSAGE" ("ASKER_INDEX", "CREATED_AT");

-- 0147-text-block
create table "TEXT_BLOCK" ("PHONE_INDEX" varchar(64) not null, "MASKED_PHONE" varchar(16) not null, "IS_BLOCKED" smallint not null, "BLOCK_CAUSE" varchar(16) not null, "CHANGED_AT" bigint not null, "VERSION" int not null, primary key ("PHONE_INDEX"));

-- 0148-text-code
create table "TEXT_CODE" ("SCENE" varchar(32) not null, "PHONE_INDEX" varchar(64) not null, "CODE_HASH" varchar(64) not null, "MADE_AT" bigint not null, "WRONG_TRIES" int not null, "USED_AT" bigint, "VERSION" int not null, primary key ("SCENE", "PHONE_INDEX"));

-- 0149-text-inbound
create table "TEXT_INBOUND" ("SAID_INDEX" varchar(64) not null, "INBOUND_NO" varchar(32) not null, "SEALED_PHONE" varchar(300) not null, "PHONE_INDEX" varchar(64) not null, "MASKED_PHONE" varchar(16) not null, "SEALED_CONTENT" clob, "EXTENSION_NO" varchar(80), "MEANING" varchar(16) not null, "SENT_AT" bigint, "RECEIVED_AT" bigint not null, primary key ("SAID_INDEX"));

-- 0149-text-inbound-list
create index "TEXT_INBOUND_LIST_IX" on "TEXT_INBOUND" ("RECEIVED_AT", "INBOUND_NO");

-- 0160-share-order
create table "SHARE_ORDER_OUTBOX" ("PLATFORM_ORDER_NO" varchar(32) not null, "NOTED_AT" bigint not null, "VERSION" int not null, primary key ("PLATFORM_ORDER_NO"));

-- 0161-share-order-turn
create index "SHARE_ORDER_TURN_IX" on "SHARE_ORDER_OUTBOX" ("NOTED_AT", "PLATFORM_ORDER_NO");

-- 0162-share-watermark
create table "SHARE_WATERMARK" ("TARGET_NAME" varchar(64) not null, "TABLE_NAME" varchar(32) not null, "MARK_AT" bigint, "MARK_ID" varchar(128), "LEASE_OWNER" varchar(64), "LEASE_UNTIL" bigint not null, "BATCH_SEQUENCE" int not null, "FAILURE_COUNT" int not null, "NOT_BEFORE" bigint not null, "PHASE" varchar(16) not null, "COUNTED_DAY" varchar(8), "VERSION" int not null, primary key ("TARGET_NAME", "TABLE_NAME"));

-- 0163-share-batch
create table "SHARE_BATCH" ("BATCH_NO" varchar(32) not null, "TARGET_NAME" varchar(64) not null, "TABLE_NAME" varchar(32) not null, "BATCH_KIND" varchar(16) not null, "STATE" varchar(16) not null, "ROW_COUNT" int not null, "ACCEPTED_COUNT" int not null, "QUARANTINED_COUNT" int not null, "WARNING_COUNT" int not null, "MESSAGE_TEXT" varchar(800), "BEGAN_AT" bigint not null, "ENDED_AT" bigint not null, primary key ("BATCH_NO"));

-- 0164-share-batch-time
create index "SHARE_BATCH_TIME_IX" on "SHARE_BATCH" ("BEGAN_AT", "BATCH_NO");

-- 0165-share-quarantine
create table "SHARE_QUARANTINE" ("QUARANTINE_NO" varchar(32) not null, "TARGET_NAME" varchar(64) not null, "TABLE_NAME" varchar(32) not null, "ROW_KEY" varchar(64) not null, "REASON" varchar(32) not null, "DETAIL_TEXT" varchar(800), "STATE" varchar(16) not null, "BATCH_NO" varchar(32) not null, "TIMES" int not null, "FIRST_AT" bigint not null, "LAST_AT" bigint not null, "VERSION" int not null, primary key ("QUARANTINE_NO"));

-- 0166-share-quarantine-row
create unique index "SHARE_QUARANTINE_ROW_UQ" on "SHARE_QUARANTINE" ("TARGET_NAME", "TABLE_NAME", "ROW_KEY");

-- 0167-share-policy
create table "SHARE_POLICY" ("TABLE_NAME" varchar(32) not null, "COLUMN_NAME" varchar(32) not null, "IS_FULL" smallint not null, "BASIS_TEXT" varchar(2000), "DECIDED_BY" varchar(512), "DECIDED_AT" bigint not null, "VERSION" int not null, primary key ("TABLE_NAME", "COLUMN_NAME"));

-- 0168-share-node
create table "SHARE_NODE" ("NODE_ID" varchar(128) not null, "PARENT_ID" varchar(128) not null, "PARENT_IDS" clob, "GRADE" int not null, "NODE_NAME" varchar(800), "ORG_ID" varchar(64), "IS_GONE" smallint not null, "CREATED_AT" bigint not null, "CHANGED_AT" bigint not null, "VERSION" int not null, primary key ("NODE_ID"));

-- 0169-share-node-turn
create index "SHARE_NODE_TURN_IX" on "SHARE_NODE" ("CHANGED_AT", "NODE_ID");

-- 0130-payment-notice
create table "PAYMENT_NOTICE" ("NOTICE_NO" varchar(32) not null, "ORIGIN" varchar(16) not null, "REGION_CODE" varchar(6) not null, "DEV_ID" varchar(64) not null, "MERCHANT_NO" varchar(32) not null, "BIZ_NOTICE_NO" varchar(128) not null, "CONTENT_DIGEST" varchar(64), "PLATFORM_ORDER_NO" varchar(32), "PAY_CODE" varchar(64), "SLIP_KEY" varchar(100) not null, "CHECK_CODE" varchar(80), "E_BOOK_NO" varchar(256), "PAY_URL" varchar(500), "BUS_NO" varchar(128), "UNIT_CODE" varchar(120), "UNIT_NAME" varchar(400), "PAYER_KIND" varchar(8) not null, "PAYER_NAME" varchar(700), "PAYER_MOBILE" varchar(300), "PAYER_MOBILE_INDEX" varchar(64), "PAYER_CERT_NO" varchar(400), "PAYER_CERT_NO_INDEX" varchar(64), "ITEM_LIST" clob, "TOTAL_AMOUNT" bigint not null, "LATE_FEE" bigint not null, "FILL_DAY" varchar(8) not null, "VALID_UNTIL" varchar(8) not null, "NOTICE_STATE" varchar(16) not null, "NOTICE_STEP" varchar(24) not null, "CONFIRM_CODE" varchar(256), "SERIAL_NO" varchar(256), "CONFIRMED_AT" bigint, "CONFIRM_DAY" varchar(8), "TRADE_KEY" varchar(40), "PAID_AT" bigint, "PAY_DAY" varchar(8), "TRIES" int not null, "LAST_WORD" varchar(1200), "CREATED_AT" bigint not null, "CHANGED_AT" bigint not null, "VERSION" int not null, primary key ("NOTICE_NO"));

-- 0131-notice-slip
create unique index "PAYMENT_NOTICE_SLIP_UQ" on "PAYMENT_NOTICE" ("SLIP_KEY");

-- 0131-notice-biz
create unique index "PAYMENT_NOTICE_BIZ_UQ" on "PAYMENT_NOTICE" ("DEV_ID", "MERCHANT_NO", "BIZ_NOTICE_NO");

-- 0132-notice-order
create index "PAYMENT_NOTICE_ORDER_IX" on "PAYMENT_NOTICE" ("PLATFORM_ORDER_NO");

-- 0132-notice-confirmed
create index "PAYMENT_NOTICE_CONFIRM_IX" on "PAYMENT_NOTICE" ("REGION_CODE", "CONFIRM_DAY", "NOTICE_NO");

-- 0132-notice-list
create index "PAYMENT_NOTICE_LIST_IX" on "PAYMENT_NOTICE" ("PAY_DAY", "NOTICE_NO");

-- 0133-notice-log
create table "NOTICE_LOG" ("LOG_NO" varchar(32) not null, "NOTICE_NO" varchar(32), "REGION_CODE" varchar(6) not null, "PAY_CODE" varchar(64), "SUBJECT" varchar(16) not null, "SAID_TEXT" varchar(2000), "LOG_STATE" varchar(16) not null, "REPLY_TEXT" varchar(1200), "LOGGED_AT" bigint not null, primary key ("LOG_NO"));

-- 0134-notice-log-newest
create index "NOTICE_LOG_NEWEST_IX" on "NOTICE_LOG" ("NOTICE_NO", "LOGGED_AT", "LOG_NO");

-- 0135-abnormal-notice
create table "ABNORMAL_NOTICE" ("ABNORMAL_NO" varchar(64) not null, "KIND" varchar(24) not null, "REGION_CODE" varchar(6) not null, "PAY_CODE" varchar(64), "NOTICE_NO" varchar(32), "PLATFORM_ORDER_NO" varchar(32), "MERCHANT_NO" varchar(32), "TRADE_KEY" varchar(40), "AMOUNT" bigint not null, "PROVINCE_AMOUNT" bigint, "SERIAL_NO" varchar(256), "PAY_DAY" varchar(8) not null, "ORDER_DATE" varchar(8), "REMARK" varchar(2048), "HANDLE_STATE" varchar(16) not null, "CREATED_AT" bigint not null, "VERSION" int not null, primary key ("ABNORMAL_NO"));

-- 0136-abnormal-of-notice
create index "ABNORMAL_NOTICE_NOTICE_IX" on "ABNORMAL_NOTICE" ("NOTICE_NO");

-- 0136-abnormal-notice-list
create index "ABNORMAL_NOTICE_LIST_IX" on "ABNORMAL_NOTICE" ("PAY_DAY", "ABNORMAL_NO");

-- 0137-notice-statement
create table "NOTICE_STATEMENT_DAY" ("REGION_CODE" varchar(6) not null, "STATEMENT_DAY" varchar(8) not null, "DAY_STATE" varchar(16) not null, "FILE_NO" varchar(32), "LINE_COUNT" int not null, "TOTAL_AMOUNT" bigint not null, "AGREED_COUNT" int not null, "DIFFERING_COUNT" int not null, "TRIES" int not null, "LAST_WORD" varchar(1200), "COMPARED_AT" bigint, "VERSION" int not null, primary key ("REGION_CODE", "STATEMENT_DAY"));

-- 0138-spent-number
create table "SPENT_NUMBER" ("NUMBER_DIGEST" varchar(64) not null, "KEPT_UNTIL" bigint not null, primary key ("NUMBER_DIGEST"));

-- 0139-spent-until
create index "SPENT_NUMBER_UNTIL_IX" on "SPENT_NUMBER" ("KEPT_UNTIL");

-- 0180-order-find
create index "PAY_ORDER_FIND_IX" on "PAY_ORDER" ("BIZ_ORDER_NO", "PAYER_MOBILE_INDEX");

-- 0181-order-find-archive
create index "PAY_ORDER_FIND_IX_A" on "PAY_ORDER_ARCHIVE" ("BIZ_ORDER_NO", "PAYER_MOBILE_INDEX");

-- 0170-leg-gap
create table "LEG_GAP" ("CHECK_DAY" varchar(8) not null, "PLATFORM_ORDER_NO" varchar(32) not null, "LEG_NAME" varchar(16) not null, "GAP_SEQ" int not null, "GAP_NO" varchar(32) not null, "CHANNEL_MERCHANT_ID" varchar(32) not null, "MERCHANT_NO" varchar(32) not null, "BIZ_ORDER_NO" varchar(128) not null, "GAP_KIND" varchar(16) not null, "EXPECTED_AMOUNT" bigint not null, "FOUND_AMOUNT" bigint, "GAP_STATE" varchar(8) not null, "FIRST_SEEN_AT" bigint not null, "CLOSED_AT" bigint, "VERSION" int not null, primary key ("CHECK_DAY", "PLATFORM_ORDER_NO", "LEG_NAME", "GAP_SEQ"));

-- 0171-leg-gap-no
create unique index "LEG_GAP_NO_UX" on "LEG_GAP" ("GAP_NO");

-- 0172-leg-gap-list
create index "LEG_GAP_LIST_IX" on "LEG_GAP" ("CHECK_DAY", "GAP_NO");

-- 0172-leg-gap-order
create index "LEG_GAP_ORDER_IX" on "LEG_GAP" ("PLATFORM_ORDER_NO", "CHECK_DAY");

-- 0173-leg-gap-state
create index "LEG_GAP_STATE_IX" on "LEG_GAP" ("GAP_STATE", "CHECK_DAY", "GAP_NO");

-- 0173-leg-gap-open
create index "LEG_GAP_OPEN_IX" on "LEG_GAP" ("CHECK_DAY", "CHANNEL_MERCHANT_ID", "GAP_STATE", "PLATFORM_ORDER_NO");

-- 0174-leg-check
create table "LEG_CHECK" ("CHECK_DAY" varchar(8) not null, "CHANNEL_MERCHANT_ID" varchar(32) not null, "RUN_NO" varchar(32) not null, "STATE" varchar(8) not null, "CHECK_PHASE" varchar(8) not null, "AFTER_KEY" varchar(40), "ORDER_COUNT" int not null, "COMPLETE_COUNT" int not null, "CHANNEL_GAPS" int not null, "NOTICE_GAPS" int not null, "BILL_GAPS" int not null, "GAP_FIGURES" clob, "WALKED_AT" bigint not null, "CHANGED_AT" bigint not null, "LOOK_AT" bigint, "OLDEST_AT" bigint, "ALARMED_AT" bigint, "VERSION" int not null, primary key ("CHECK_DAY", "CHANNEL_MERCHANT_ID"));

-- 0182-e-bill-check-walk
alter table "E_BILL_CHECK" add "WALK_TEXT" clob;

-- 0190-console-operator
create table "CONSOLE_OPERATOR" ("OPERATOR_NO" varchar(32) not null, "LOGIN_ACCOUNT" varchar(32) not null, "OPERATOR_NAME" varchar(256), "MASKED_MOBILE" varchar(16), "SEALED_MOBILE" varchar(300), "STATE" varchar(16) not null, "OFFICER_KIND" varchar(32), "ROLE_CODES" clob, "SCOPE_KIND" varchar(16) not null, "REGION_CODE" varchar(32), "INSTITUTION_NO" varchar(32), "REMARK" varchar(2000), "CREATED_AT" bigint not null, "ROW_MAC" varchar(64) not null, "VERSION" int not null, primary key ("OPERATOR_NO"));

-- 0191-operator-account
create unique index "CONSOLE_OPERATOR_ACCOUNT_UQ" on "CONSOLE_OPERATOR" ("LOGIN_ACCOUNT");

-- 0192-operator-list
create index "CONSOLE_OPERATOR_LIST_IX" on "CONSOLE_OPERATOR" ("CREATED_AT", "OPERATOR_NO");

-- 0193-operator-officer
create index "CONSOLE_OPERATOR_OFFICER_IX" on "CONSOLE_OPERATOR" ("OFFICER_KIND", "OPERATOR_NO");

-- 0194-operator-credential
create table "OPERATOR_CREDENTIAL" ("OPERATOR_NO" varchar(32) not null, "PASSWORD_HASH" varchar(300), "PASSWORD_CHANGED_AT" bigint, "MUST_CHANGE" smallint not null, "FORMER_PASSWORDS" clob, "SECOND_FACTOR" clob, "ACTIVATION_HASH" varchar(64), "ACTIVATION_UNTIL" bigint, "ROW_MAC" varchar(64) not null, "VERSION" int not null, primary key ("OPERATOR_NO"));

-- 0195-operator-role
create table "OPERATOR_ROLE" ("ROLE_CODE" varchar(32) not null, "ROLE_NAME" varchar(256), "PERMISSION_LIST" clob, "REMARK" varchar(2000), "CREATED_AT" bigint not null, "ROW_MAC" varchar(64) not null, "VERSION" int not null, primary key ("ROLE_CODE"));

-- 0196-operator-role-list
create index "OPERATOR_ROLE_LIST_IX" on "OPERATOR_ROLE" ("CREATED_AT", "ROLE_CODE");

-- 0197-operator-session
create table "OPERATOR_SESSION" ("TOKEN_HASH" varchar(64) not null, "SESSION_NO" varchar(32) not null, "OPERATOR_NO" varchar(32) not null, "SESSION_STAGE" varchar(16) not null, "FROM_ADDRESS" varchar(64) not null, "BEGAN_AT" bigint not null, "SEEN_AT" bigint not null, "PROVED_AT" bigint, "ENDED_AT" bigint, "END_CAUSE" varchar(32), "IS_OPEN" smallint not null, "ROW_MAC" varchar(64) not null, "VERSION" int not null, primary key ("TOKEN_HASH"));

-- 0198-operator-session-open
create index "OPERATOR_SESSION_OPEN_IX" on "OPERATOR_SESSION" ("OPERATOR_NO", "IS_OPEN", "BEGAN_AT", "SESSION_NO");

-- 0199-sign-in-tries
create table "SIGN_IN_TRIES" ("TRY_HOLDER" varchar(160) not null, "WRONG_AT_LIST" clob, "LOCKED_UNTIL" bigint, "VERSION" int not null, primary key ("TRY_HOLDER"));

-- 0200-sign-in-challenge
create table "SIGN_IN_CHALLENGE" ("CHALLENGE_NO" varchar(32) not null, "PURPOSE" varchar(16) not null, "NONCE" varchar(64) not null, "SEALED_KEY" varchar(400) not null, "SEALED_CAPTCHA" varchar(300), "SESSION_NO" varchar(32), "MADE_AT" bigint not null, "USED_AT" bigint, "VERSION" int not null, primary key ("CHALLENGE_NO"));

-- 0201-sign-in-challenge-made
create index "SIGN_IN_CHALLENGE_MADE_IX" on "SIGN_IN_CHALLENGE" ("MADE_AT", "CHALLENGE_NO");

-- 0202-grant-request
create table "GRANT_REQUEST" ("REQUEST_NO" varchar(32) not null, "OPERATOR_NO" varchar(32) not null, "OPERATOR_VERSION" int not null, "OFFICER_KIND" varchar(32), "ROLE_CODES" clob, "SCOPE_KIND" varchar(16) not null, "REGION_CODE" varchar(32), "INSTITUTION_NO" varchar(32), "STATE" varchar(16) not null, "ASKED_BY" varchar(64) not null, "DECIDED_BY" varchar(64), "REMARK" varchar(2000), "ASKED_AT" bigint not null, "DECIDED_AT" bigint, "ROW_MAC" varchar(64) not null, "VERSION" int not null, primary key ("REQUEST_NO"));

-- 0203-grant-request-state
create index "GRANT_REQUEST_STATE_IX" on "GRANT_REQUEST" ("STATE", "ASKED_AT", "REQUEST_NO");

-- 0204-list-export
create table "LIST_EXPORT" ("EXPORT_NO" varchar(32) not null, "OPERATOR_NO" varchar(32) not null, "LIST_NAME" varchar(64) not null, "PARAMETER_LIST" clob, "ROW_SCOPE" varchar(64) not null, "RUN_PLACE" varchar(40) not null, "STATE" varchar(16) not null, "ROWS_WRITTEN" int not null, "FILE_NO" varchar(32), "FILE_NAME" varchar(1024), "FAIL_CAUSE" varchar(32), "STARTED_AT" bigint not null, "SEEN_AT" bigint not null, "ENDED_AT" bigint, "VERSION" int not null, primary key ("EXPORT_NO"));

-- 0205-list-export-place
create unique index "LIST_EXPORT_PLACE_UQ" on "LIST_EXPORT" ("RUN_PLACE");

-- 0206-list-export-silent
create index "LIST_EXPORT_SILENT_IX" on "LIST_EXPORT" ("STATE", "SEEN_AT", "EXPORT_NO");

-- 0207-list-export-file
create index "LIST_EXPORT_FILE_IX" on "LIST_EXPORT" ("FILE_NO");

-- 0208-kept-export
create table "KEPT_EXPORT" ("FILE_NO" varchar(32) not null, "CHUNK_COUNT" int not null, "KEPT_AT" bigint not null, primary key ("FILE_NO"));

-- 0209-kept-export-age
create index "KEPT_EXPORT_AGE_IX" on "KEPT_EXPORT" ("KEPT_AT", "FILE_NO");

-- 0210-order-list
create index "PAY_ORDER_LIST_IX" on "PAY_ORDER" ("PAID_AT", "CREATED_AT", "PLATFORM_ORDER_NO");

-- 0211-order-list-archive
create index "PAY_ORDER_LIST_IX_A" on "PAY_ORDER_ARCHIVE" ("PAID_AT", "CREATED_AT", "PLATFORM_ORDER_NO");

-- 0212-order-mobile
create index "PAY_ORDER_MOBILE_IX" on "PAY_ORDER" ("PAYER_MOBILE_INDEX", "PLATFORM_ORDER_NO");

-- 0213-order-mobile-archive
create index "PAY_ORDER_MOBILE_IX_A" on "PAY_ORDER_ARCHIVE" ("PAYER_MOBILE_INDEX", "PLATFORM_ORDER_NO");

-- 0214-attempt-channel
create index "PAY_ATTEMPT_CHANNEL_IX" on "PAY_ATTEMPT" ("CHANNEL_ORDER_NO", "PLATFORM_ORDER_NO");

-- 0215-attempt-channel-archive
create index "PAY_ATTEMPT_CHANNEL_IX_A" on "PAY_ATTEMPT_ARCHIVE" ("CHANNEL_ORDER_NO", "PLATFORM_ORDER_NO");

-- 0216-refund-list
create index "PAY_REFUND_LIST_IX" on "PAY_REFUND" ("CREATED_AT", "PLATFORM_REFUND_ORDER_NO");

-- 0217-refund-list-archive
create index "PAY_REFUND_LIST_IX_A" on "PAY_REFUND_ARCHIVE" ("CREATED_AT", "PLATFORM_REFUND_ORDER_NO");

-- 0218-refund-asked
create index "PAY_REFUND_ASKED_IX" on "PAY_REFUND" ("BIZ_REFUND_ORDER_NO", "PLATFORM_REFUND_ORDER_NO");

-- 0219-refund-asked-archive
create index "PAY_REFUND_ASKED_IX_A" on "PAY_REFUND_ARCHIVE" ("BIZ_REFUND_ORDER_NO", "PLATFORM_REFUND_ORDER_NO");

-- 0220-refund-channel
create index "PAY_REFUND_CHANNEL_IX" on "PAY_REFUND" ("CHANNEL_REFUND_NO", "PLATFORM_REFUND_ORDER_NO");

-- 0221-refund-channel-archive
create index "PAY_REFUND_CHANNEL_IX_A" on "PAY_REFUND_ARCHIVE" ("CHANNEL_REFUND_NO", "PLATFORM_REFUND_ORDER_NO");

-- 0222-region
create table "REGION" ("REGION_CODE" varchar(32) not null, "REGION_NAME" varchar(400), "PARENT_REGION_CODE" varchar(32), "ADMIN_OPERATOR_NO" varchar(32), "ENABLED" smallint not null, "REMARK" varchar(800), "CREATED_AT" bigint not null, "VERSION" int not null, primary key ("REGION_CODE"));

-- 0223-region-parent
create index "REGION_PARENT_IX" on "REGION" ("PARENT_REGION_CODE", "REGION_CODE");

-- 0224-industry
create table "INDUSTRY" ("INDUSTRY_CODE" varchar(32) not null, "INDUSTRY_NAME" varchar(400), "ENABLED" smallint not null, "REMARK" varchar(800), "CREATED_AT" bigint not null, "VERSION" int not null, primary key ("INDUSTRY_CODE"));

-- 0225-notice-pay-code
create index "PAYMENT_NOTICE_CODE_IX" on "PAYMENT_NOTICE" ("PAY_CODE", "PAY_DAY");

-- 0226-e-bill-number
create index "E_BILL_NUMBER_IX" on "E_BILL" ("BILL_NO", "BILL_AT");

-- 0227-e-bill-order
create index "E_BILL_ORDER_IX" on "E_BILL" ("PLATFORM_ORDER_NO", "BILL_AT");

-- 0230-institution
create table "INSTITUTION" ("INSTITUTION_NO" varchar(32) not null, "INSTITUTION_NAME" varchar(400), "ADMIN_OPERATOR_NO" varchar(32) not null, "CONTACT_NAME" varchar(256), "MASKED_MOBILE" varchar(16), "SEALED_MOBILE" varchar(300), "ENABLED" smallint not null, "REMARK" varchar(800), "CREATED_AT" bigint not null, "VERSION" int not null, primary key ("INSTITUTION_NO"));

-- 0231-payee-industry
alter table "PAYEE" add "INDUSTRY_CODE" varchar(32);

-- 0232-payee-remark
alter table "PAYEE" add "REMARK" varchar(800);

-- 0233-payee-made
alter table "PAYEE" add "CREATED_AT" bigint;

-- 0234-payee-channel-remark
alter table "PAYEE_CHANNEL" add "REMARK" varchar(800);

-- 0235-payee-channel-made
alter table "PAYEE_CHANNEL" add "CREATED_AT" bigint;

-- 0236-attempt-account
create index "PAY_ATTEMPT_ACCOUNT_IX" on "PAY_ATTEMPT" ("CHANNEL_MERCHANT_ID", "MERCHANT_NO");

-- 0237-attempt-account-archive
create index "PAY_ATTEMPT_ACCOUNT_IX_A" on "PAY_ATTEMPT_ARCHIVE" ("CHANNEL_MERCHANT_ID", "MERCHANT_NO");

-- 0240-payment-channel
create table "PAYMENT_CHANNEL" ("CHANNEL_NO" varchar(32) not null, "CHANNEL_NAME" varchar(400), "PAY_CHANNEL" varchar(16) not null, "PAY_ENABLED" smallint not null, "PAY_METHODS" clob, "RECONCILE_ENABLED" smallint not null, "BILL_SOURCE" varchar(16) not null, "BILL_TIME" varchar(8) not null, "SPLIT_ENABLED" smallint not null, "ENABLED" smallint not null, "REMARK" varchar(800), "CREATED_AT" bigint not null, "VERSION" int not null, primary key ("CHANNEL_NO"));

-- 0241-channel-adapter
create unique index "PAYMENT_CHANNEL_ADAPTER_UX" on "PAYMENT_CHANNEL" ("PAY_CHANNEL");

-- 0242-account-remark
alter table "CHANNEL_MERCHANT" add "REMARK" varchar(800);

-- 0243-account-created
alter table "CHANNEL_MERCHANT" add "CREATED_AT" bigint;

-- 0280-alert
create table "CONSOLE_ALERT" ("ALERT_NO" varchar(32) not null, "WAIT_PLACE" varchar(160) not null, "ALERT_TYPE" varchar(16) not null, "ALERT_LEVEL" varchar(16) not null, "EVENT_NAME" varchar(64) not null, "MESSAGE_TEXT" varchar(2000), "RELATED_ORDER_NO" varchar(32), "RAISE_COUNT" int not null, "FIRST_AT" bigint not null, "LAST_AT" bigint not null, "STATE" varchar(16) not null, "HANDLED_BY" varchar(512), "HANDLED_AT" bigint, "REMARK" varchar(800), "VERSION" int not null, primary key ("ALERT_NO"));

-- 0281-alert-place
create unique index "CONSOLE_ALERT_PLACE_UQ" on "CONSOLE_ALERT" ("WAIT_PLACE");

-- 0282-alert-list
create index "CONSOLE_ALERT_LIST_IX" on "CONSOLE_ALERT" ("LAST_AT", "ALERT_NO");

-- 0283-alert-state
create index "CONSOLE_ALERT_STATE_IX" on "CONSOLE_ALERT" ("STATE", "LAST_AT", "ALERT_NO");

-- 0284-menu
create table "CONSOLE_MENU" ("MENU_KEY" varchar(64) not null, "PARENT_KEY" varchar(64) not null, "MENU_NAME" varchar(256), "MENU_TYPE" varchar(16) not null, "PAGE_KEY" varchar(64), "SORT_NO" int not null, "ENABLED" smallint not null, "MENU_ORIGIN" varchar(16) not null, "REMARK" varchar(800), "VERSION" int not null, primary key ("MENU_KEY"));

-- 0285-log
create table "PLATFORM_LOG" ("LOG_NO" varchar(32) not null, "LOGGED_AT" bigint not null, "LOG_TYPE" varchar(16) not null, "LOG_LEVEL" varchar(16) not null, "RELATED_ORDER_NO" varchar(32), "REQUEST_ID" varchar(512), "CONTENT_TEXT" varchar(4000), primary key ("LOG_NO"));

-- 0286-log-time
create index "PLATFORM_LOG_TIME_IX" on "PLATFORM_LOG" ("LOGGED_AT", "LOG_NO");

-- 0287-log-order
create index "PLATFORM_LOG_ORDER_IX" on "PLATFORM_LOG" ("RELATED_ORDER_NO", "LOGGED_AT");

-- 0288-log-request
create index "PLATFORM_LOG_REQUEST_IX" on "PLATFORM_LOG" ("REQUEST_ID", "LOGGED_AT");

-- 0289-e-bill-state
create index "E_BILL_STATE_IX" on "E_BILL" ("STATE", "BILL_AT", "BUS_NO");

-- 0260-issue
create table "DESK_ISSUE" ("ISSUE_NO" varchar(32) not null, "ISSUE_TYPE" varchar(16) not null, "RELATED_ORDER_NO" varchar(128), "PLATFORM_ORDER_NO" varchar(32), "PLATFORM_REFUND_NO" varchar(32), "BIZ_ORDER_NO" varchar(128), "SEALED_DESCRIPTION" clob, "MASKED_MOBILE" varchar(16), "SEALED_MOBILE" varchar(300), "STATE" varchar(16) not null, "SEALED_SOLUTION" clob, "SOLVED_BY" varchar(32), "SOLVED_AT" bigint, "REGISTERED_BY" varchar(32) not null, "REGISTERED_AT" bigint not null, "STEP_COUNT" int not null, "ATTACHMENT_COUNT" int not null, "ATTACHMENT_BYTES" bigint not null, "VERSION" int not null, primary key ("ISSUE_NO"));

-- 0261-issue-list
create index "DESK_ISSUE_LIST_IX" on "DESK_ISSUE" ("REGISTERED_AT", "ISSUE_NO");

-- 0262-issue-related
create index "DESK_ISSUE_RELATED_IX" on "DESK_ISSUE" ("RELATED_ORDER_NO", "REGISTERED_AT");

-- 0263-issue-order
create index "DESK_ISSUE_ORDER_IX" on "DESK_ISSUE" ("PLATFORM_ORDER_NO", "REGISTERED_AT");

-- 0264-issue-biz
create index "DESK_ISSUE_BIZ_IX" on "DESK_ISSUE" ("BIZ_ORDER_NO", "REGISTERED_AT");

-- 0265-issue-step
create table "ISSUE_STEP" ("ISSUE_NO" varchar(32) not null, "STEP_NO" int not null, "STEP_KIND" varchar(16) not null, "SEALED_WORDS" clob, "DONE_BY" varchar(32) not null, "DONE_AT" bigint not null, primary key ("ISSUE_NO", "STEP_NO"));

-- 0266-attachment
create table "ISSUE_ATTACHMENT" ("ATTACHMENT_NO" varchar(32) not null, "FILE_NAME" varchar(1024), "FILE_KIND" varchar(8) not null, "BYTE_SIZE" bigint not null, "FILE_DIGEST" varchar(64), "SCAN_VERDICT" varchar(16), "STATE" varchar(16) not null, "UPLOADED_BY" varchar(32) not null, "UPLOADED_AT" bigint not null, "ISSUE_NO" varchar(32), "STEP_NO" int, "VERSION" int not null, primary key ("ATTACHMENT_NO"));

-- 0267-attachment-issue
create index "ISSUE_ATTACHMENT_ISSUE_IX" on "ISSUE_ATTACHMENT" ("ISSUE_NO", "STEP_NO", "ATTACHMENT_NO");

-- 0268-attachment-loose
create index "ISSUE_ATTACHMENT_LOOSE_IX" on "ISSUE_ATTACHMENT" ("STATE", "UPLOADED_AT", "ATTACHMENT_NO");

-- 0269-upload-allowance
create table "UPLOAD_ALLOWANCE" ("OPERATOR_NO" varchar(32) not null, "HOUR_BEGAN" bigint not null, "FILE_COUNT" int not null, "BYTE_COUNT" bigint not null, "VERSION" int not null, primary key ("OPERATOR_NO"));

-- 0270-developer-contact
alter table "DEVELOPER" add "CONTACT_NAME" varchar(256);

-- 0271-developer-masked-mobile
alter table "DEVELOPER" add "MASKED_MOBILE" varchar(16);

-- 0272-developer-sealed-mobile
alter table "DEVELOPER" add "SEALED_MOBILE" varchar(300);

-- 0273-developer-roles
alter table "DEVELOPER" add "ROLE_CODES" clob;

-- 0274-developer-created
alter table "DEVELOPER" add "CREATED_AT" bigint;

-- 0275-developer-role
create table "DEVELOPER_ROLE" ("ROLE_CODE" varchar(32) not null, "ROLE_NAME" varchar(256), "METHOD_LIST" clob, "MERCHANT_LIST" clob, "REMARK" varchar(800), "CREATED_AT" bigint not null, "VERSION" int not null, primary key ("ROLE_CODE"));

-- 0276-developer-role-list
create index "DEVELOPER_ROLE_LIST_IX" on "DEVELOPER_ROLE" ("CREATED_AT", "ROLE_CODE");

-- 0290-order-code
alter table "PAY_ORDER" add "ROW_MAC" varchar(64);

-- 0291-order-archive-code
alter table "PAY_ORDER_ARCHIVE" add "ROW_MAC" varchar(64);

-- 0292-attempt-code
alter table "PAY_ATTEMPT" add "ROW_MAC" varchar(64);

-- 0293-attempt-archive-code
alter table "PAY_ATTEMPT_ARCHIVE" add "ROW_MAC" varchar(64);

-- 0294-refund-code
alter table "PAY_REFUND" add "ROW_MAC" varchar(64);

-- 0295-refund-archive-code
alter table "PAY_REFUND_ARCHIVE" add "ROW_MAC" varchar(64);

-- 0296-row-code-mark
create table "ROW_CODE_MARK" ("MARK_NAME" varchar(32) not null, "SINCE_AT" bigint not null, "DONE_AT" bigint, "MARK_MAC" varchar(64) not null, primary key ("MARK_NAME"));

-- 0297-audit-signed-head
create table "AUDIT_SIGNED_HEAD" ("LAST_SEQ" int not null, "LAST_MAC" varchar(64) not null, "SIGNED_AT" bigint not null, "PREVIOUS_SEQ" int not null, "KEY_NAME" varchar(64) not null, "SIGNATURE_TEXT" varchar(200) not null, primary key ("LAST_SEQ"));

-- 0298-key-walk
create table "KEY_WALK" ("WALK_NAME" varchar(32) not null, "KEY_NAMES" varchar(200) not null, "TABLE_INDEX" int not null, "AFTER_KEY" varchar(128), "AFTER_ROUND" int not null, "ROWS_SEEN" bigint not null, "ROWS_RENEWED" bigint not null, "ROWS_CHANGED" bigint not null, "BEGUN_AT" bigint not null, "ENDED_AT" bigint, "VERSION" int not null, primary key ("WALK_NAME"));

-- 0299-operator-session-ended
create index "OPERATOR_SESSION_ENDED_IX" on "OPERATOR_SESSION" ("ENDED_AT", "TOKEN_HASH");

-- 0300-account-changed-by
alter table "CHANNEL_MERCHANT" add "CHANGED_BY" clob;

-- 0310-operator-key
create table "OPERATOR_KEY" ("KEY_NO" varchar(32) not null, "OPERATOR_NO" varchar(32) not null, "PUBLIC_KEY" varchar(130) not null, "KEY_PRINT" varchar(64) not null, "STATE" varchar(16) not null, "ASKED_BY" varchar(64) not null, "ASKED_AT" bigint not null, "DECIDED_BY" varchar(64), "DECIDED_AT" bigint, "REMARK" varchar(2000), "ROW_MAC" varchar(64) not null, "VERSION" int not null, primary key ("KEY_NO"));

-- 0311-operator-key-print
create unique index "OPERATOR_KEY_PRINT_UQ" on "OPERATOR_KEY" ("KEY_PRINT");

-- 0312-operator-key-of
create index "OPERATOR_KEY_OF_IX" on "OPERATOR_KEY" ("OPERATOR_NO", "ASKED_AT", "KEY_NO");

-- 0313-operator-key-list
create index "OPERATOR_KEY_LIST_IX" on "OPERATOR_KEY" ("ASKED_AT", "KEY_NO");

-- 0314-operator-key-state
create index "OPERATOR_KEY_STATE_IX" on "OPERATOR_KEY" ("STATE", "ASKED_AT", "KEY_NO");

-- 0320-developer-code
alter table "DEVELOPER" add "ROW_MAC" varchar(64);

-- 0321-developer-role-code
alter table "DEVELOPER_ROLE" add "ROW_MAC" varchar(64);

-- 0322-channel-merchant-code
alter table "CHANNEL_MERCHANT" add "ROW_MAC" varchar(64);

-- 0323-payee-code
alter table "PAYEE" add "ROW_MAC" varchar(64);

-- 0324-payee-channel-code
alter table "PAYEE_CHANNEL" add "ROW_MAC" varchar(64);

-- 0325-institution-code
alter table "INSTITUTION" add "ROW_MAC" varchar(64);

-- 0326-region-code
alter table "REGION" add "ROW_MAC" varchar(64);

-- 0327-industry-code
alter table "INDUSTRY" add "ROW_MAC" varchar(64);

-- 0328-channel-code
alter table "PAYMENT_CHANNEL" add "ROW_MAC" varchar(64);

-- 0329-nontax-region-code
alter table "NONTAX_REGION" add "ROW_MAC" varchar(64);

-- 0330-nontax-item-code
alter table "NONTAX_ITEM" add "ROW_MAC" varchar(64);

-- 0340-audit-object
create index "AUDIT_ENTRY_OBJECT_IX" on "AUDIT_ENTRY" ("OBJECT_NO", "HAPPENED_AT", "ENTRY_ID");

-- 0341-grant-opinion
alter table "GRANT_REQUEST" add "OPINION" varchar(2000);

-- 0360-repeat-channel-no
create index "REPEAT_PAYMENT_CHANNEL_IX" on "REPEAT_PAYMENT" ("CHANNEL_ORDER_NO");

-- 0361-repeat-channel-no-archive
create index "REPEAT_PAYMENT_CHANNEL_IX_A" on "REPEAT_PAYMENT_ARCHIVE" ("CHANNEL_ORDER_NO");

-- 0362-abnormal-channel-no
create index "ABNORMAL_ORDER_CHANNEL_IX" on "ABNORMAL_ORDER" ("CHANNEL_ORDER_NO");

-- 0363-abnormal-channel-no-archive
create index "ABNORMAL_ORDER_CHANNEL_IX_A" on "ABNORMAL_ORDER_ARCHIVE" ("CHANNEL_ORDER_NO");

-- 0370-order-paid
create index "PAY_ORDER_PAID_IX" on "PAY_ORDER" ("PAID_AT", "PLATFORM_ORDER_NO");

-- 0371-order-paid-archive
create index "PAY_ORDER_PAID_IX_A" on "PAY_ORDER_ARCHIVE" ("PAID_AT", "PLATFORM_ORDER_NO");

-- 0372-audit-rows
alter table "AUDIT_ENTRY" add "ROWS_WRITTEN" clob;

-- 0380-forgetting-round
create table "FORGETTING_ROUND" ("ROUND_KIND" varchar(16) not null, "TURN_OWNER" varchar(64), "TURN_UNTIL" bigint not null, "COUNT_LIST" clob, "VERSION" int not null, primary key ("ROUND_KIND"));

-- 0381-text-forgotten
alter table "TEXT_MESSAGE" add "FORGOTTEN_AT" bigint;

-- 0382-issue-forgotten
alter table "DESK_ISSUE" add "FORGOTTEN_AT" bigint;

-- 0383-text-over
create index "TEXT_MESSAGE_OVER_IX" on "TEXT_MESSAGE" ("FORGOTTEN_AT", "ENDED_AT", "MESSAGE_ID");

-- 0384-issue-over
create index "DESK_ISSUE_OVER_IX" on "DESK_ISSUE" ("FORGOTTEN_AT", "SOLVED_AT", "ISSUE_NO");

-- 0385-code-over
create index "TEXT_CODE_MADE_IX" on "TEXT_CODE" ("MADE_AT", "PHONE_INDEX", "SCENE");

-- 0390-block-changed
create index "TEXT_BLOCK_CHANGED_IX" on "TEXT_BLOCK" ("CHANGED_AT", "PHONE_INDEX");

-- a column added later
alter table "PAYEE" add "REMARK" varchar(400);

-- what is there
select "TABLE_NAME" from "USER_TABLES" where "TABLE_NAME" = ?;
select "TABLE_NAME", "COLUMN_NAME" from "USER_TAB_COLUMNS" where "TABLE_NAME" = ? and "COLUMN_NAME" = ?;
select "TABLE_NAME", "INDEX_NAME" from "USER_INDEXES" where "TABLE_NAME" = ? and "INDEX_NAME" = ?;

-- orders.add
insert into "PAY_ORDER" ("BILL_DETAIL_URL", "BIZ_DISCOUNT_AMOUNT", "BIZ_ORDER_NO", "CASHIER_TOKEN", "CHANNEL_DISCOUNT_AMOUNT", "CHANNEL_ORDER_NO", "CLOSED_AT", "CONTENT_DIGEST", "CREATED_AT", "DEV_ID", "EXPIRES_AT", "MERCHANT_NO", "NONTAX_INFO", "NOTIFY_URL", "ORDER_AMOUNT", "ORDER_DATE", "ORDER_DESCRIPTION", "ORDER_TIME", "ORDER_TITLE", "PAID_AT", "PAID_ATTEMPT_NO", "PASSBACK_PARAMS", "PAY_CHANNEL", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_NAME", "PAYER_NAME_INDEX", "PLATFORM_ORDER_NO", "RETURN_URL", "ROW_MAC", "STATE", "STATE_MSG", "SUB_ORDERS", "TERMINAL", "USER_ID", "VALID_MINUTES", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select "ARCHIVE_NAME", "BEGUN_AT" from "ARCHIVE_MARK" where "ARCHIVE_NAME" = ? limit ?;

-- attempts.add
insert into "PAY_ATTEMPT" ("AMOUNT", "ANSWERED_AT", "ATTEMPT_NO", "BUSY", "CANCEL_ASKED_AT", "CHANNEL_DISCOUNT_AMOUNT", "CHANNEL_MERCHANT_ID", "CHANNEL_ORDER_NO", "CHANNEL_TIME", "CLEARING_DAY", "CODE_DIGEST", "CREATED_AT", "LIMIT_AT", "MERCHANT_NO", "PAID_AT", "PAID_BY_PAYER", "PAY_CHANNEL", "PAY_METHOD", "PLATFORM_ORDER_NO", "QUERIES_ASKED", "REASON", "RECEIVED_AT", "RECORDED_AT", "ROW_MAC", "SENT_AT", "STATE", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- refunds.add
insert into "PAY_REFUND" ("APPROVAL_REMARK", "APPROVAL_STATE", "APPROVED_BY", "ATTEMPT_NO", "BIZ_REFUND_ORDER_NO", "CHANNEL_REFUND_NO", "CONTENT_DIGEST", "CREATED_AT", "DEV_ID", "MERCHANT_NO", "NONTAX_REFUND_REF", "NOTIFY_URL", "ORIGIN", "PASSBACK_PARAMS", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "QUERIES_ASKED", "REFUND_AMOUNT", "REFUND_ORDER_DATE", "REFUND_REASON", "REFUND_TITLE", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "REFUNDED_AT", "REQUESTED_BY", "ROW_MAC", "SENT_AT", "STATE", "STATE_MSG", "SUB_MERCHANT_NO", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- callbacks.add
select "CALLBACK_ID", "KIND", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "TARGET_URL", "TOLD_STATE", "CONTENT_TEXT", "PASSBACK_PARAMS", "STATE", "TRIES", "FIRST_TRIED_AT", "LAST_TRIED_AT", "NEXT_TRY_AT", "LAST_ANSWER", "ACCEPTED_AT", "CREATED_AT", "VERSION" from "MERCHANT_CALLBACK" where "CALLBACK_ID" = ? limit ?;
insert into "MERCHANT_CALLBACK" ("ACCEPTED_AT", "CALLBACK_ID", "CONTENT_TEXT", "CREATED_AT", "DEV_ID", "FIRST_TRIED_AT", "KIND", "LAST_ANSWER", "LAST_TRIED_AT", "MERCHANT_NO", "NEXT_TRY_AT", "PASSBACK_PARAMS", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "STATE", "TARGET_URL", "TOLD_STATE", "TRIES", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- abnormalOrders.add
select "ABNORMAL_ID", "KIND", "PLATFORM_ORDER_NO", "MERCHANT_NO", "ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "REMARK", "HANDLE_STATE", "CREATED_AT", "VERSION" from "ABNORMAL_ORDER" where "ABNORMAL_ID" = ? limit ?;
insert into "ABNORMAL_ORDER" ("ABNORMAL_ID", "AMOUNT", "ATTEMPT_NO", "CHANNEL_ORDER_NO", "CREATED_AT", "HANDLE_STATE", "KIND", "MERCHANT_NO", "PAY_CHANNEL", "PLATFORM_ORDER_NO", "REMARK", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- repeatPayments.add
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "HANDLE_STATE", "PAID_AT", "CREATED_AT", "VERSION" from "REPEAT_PAYMENT" where "ATTEMPT_NO" = ? limit ?;
insert into "REPEAT_PAYMENT" ("AMOUNT", "ATTEMPT_NO", "CHANNEL_ORDER_NO", "CREATED_AT", "HANDLE_STATE", "MERCHANT_NO", "PAID_AT", "PAY_CHANNEL", "PLATFORM_ORDER_NO", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- personalBillPushes.add
select "PLATFORM_ORDER_NO", "BIZ_ORDER_NO", "DEV_ID", "MERCHANT_NO", "CONTENT_DIGEST", "BILL_STATE", "STATE", "TRIES", "FIRST_TRIED_AT", "LAST_TRIED_AT", "NEXT_TRY_AT", "LAST_ANSWER", "ACCEPTED_AT", "CREATED_AT", "VERSION" from "PERSONAL_BILL_PUSH" where "PLATFORM_ORDER_NO" = ? limit ?;
insert into "PERSONAL_BILL_PUSH" ("ACCEPTED_AT", "BILL_STATE", "BIZ_ORDER_NO", "CONTENT_DIGEST", "CREATED_AT", "DEV_ID", "FIRST_TRIED_AT", "LAST_ANSWER", "LAST_TRIED_AT", "MERCHANT_NO", "NEXT_TRY_AT", "PLATFORM_ORDER_NO", "STATE", "TRIES", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- audit.append
insert into "AUDIT_ENTRY" ("ACTION", "ACTOR_ADDRESS", "ACTOR_CODE", "ACTOR_KIND", "DESCRIPTION", "ENTRY_ID", "ENTRY_MAC", "FACTS_AFTER", "FACTS_BEFORE", "HAPPENED_AT", "LINK_MAC", "OBJECT_KIND", "OBJECT_NO", "REQUEST_ID", "ROWS_WRITTEN", "SEQ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- outbox.enqueue
select "JOB_ID", "TOPIC", "JOB_KEY", "STATE", "DUE_AT", "AGAIN_AT", "ATTEMPTS", "OWNER", "CLAIM_TOKEN", "LEASE_UNTIL", "LAST_ERROR", "CREATED_AT" from "OUTBOX" where "TOPIC" = ? and "JOB_KEY" = ? for update;
insert into "OUTBOX" ("AGAIN_AT", "ATTEMPTS", "CLAIM_TOKEN", "CREATED_AT", "DUE_AT", "JOB_ID", "JOB_KEY", "LAST_ERROR", "LEASE_UNTIL", "OWNER", "STATE", "TOPIC") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- orders.byBizNo
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC" from "PAY_ORDER" where "DEV_ID" = ? and "MERCHANT_NO" = ? and "BIZ_ORDER_NO" = ? limit ?;

-- jobs.waitingFor
select "JOB_ID", "TOPIC", "JOB_KEY", "STATE", "DUE_AT", "AGAIN_AT", "ATTEMPTS", "OWNER", "CLAIM_TOKEN", "LEASE_UNTIL", "LAST_ERROR", "CREATED_AT" from "OUTBOX" where "JOB_KEY" in (?, ?) and "TOPIC" in (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) and "STATE" in (?, ?);

-- orders.byCashierToken
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC" from "PAY_ORDER" where "CASHIER_TOKEN" = ? limit ?;

-- orders.ofPayer
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC" from "PAY_ORDER" where "BIZ_ORDER_NO" = ? and "PAYER_MOBILE_INDEX" = ? order by "CREATED_AT" desc, "PLATFORM_ORDER_NO" desc limit ?;

-- orders.paidOfUser
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC" from "PAY_ORDER" where "DEV_ID" = ? and "USER_ID" = ? and "STATE" = ? and "MERCHANT_NO" in (?, ?) and "CREATED_AT" >= ? and "CREATED_AT" <= ? and ("CREATED_AT" < ? or ("CREATED_AT" = ? and "PLATFORM_ORDER_NO" < ?)) order by "CREATED_AT" desc, "PLATFORM_ORDER_NO" desc limit ?;

-- orders.paidOfUser, no payee
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC" from "PAY_ORDER" where "DEV_ID" = ? and "USER_ID" = ? and "STATE" = ? and 1 = ? order by "CREATED_AT" desc, "PLATFORM_ORDER_NO" desc limit ?;

-- directoryEditor, new
select "DEV_ID", "DEVELOPER_NAME", "SIGN_ALGORITHM", "SM2_ENCODING", "SM2_USER_ID", "PUBLIC_KEYS", "ENABLED", "ALLOWED_ORIGINS", "ALLOWED_ADDRESSES", "ALLOWED_METHODS", "MERCHANT_NOS", "REQUESTS_PER_SECOND", "TEXTS_PAYERS", "PERSONAL_BILL_URL", "ROLE_CODES", "CONTACT_NAME", "MASKED_MOBILE", "CREATED_AT", "VERSION", "ROW_MAC" from "DEVELOPER" where "DEV_ID" = ? for update;
insert into "DEVELOPER" ("ALLOWED_ADDRESSES", "ALLOWED_METHODS", "ALLOWED_ORIGINS", "CONTACT_NAME", "CREATED_AT", "DEV_ID", "DEVELOPER_NAME", "ENABLED", "MASKED_MOBILE", "MERCHANT_NOS", "PERSONAL_BILL_URL", "PUBLIC_KEYS", "REQUESTS_PER_SECOND", "ROLE_CODES", "ROW_MAC", "SIGN_ALGORITHM", "SM2_ENCODING", "SM2_USER_ID", "TEXTS_PAYERS", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select "MERCHANT_NO", "PAYEE_NAME", "INSTITUTION_NO", "REGION_CODE", "ENABLED", "PAY_NOTIFY_URL", "REFUND_NOTIFY_URL", "DEFAULT_RETURN_URL", "REFUND_REVIEW_REQUIRED", "REFUND_REVIEW_ABOVE", "CALLBACK_ON_FAILED", "REPEAT_REFUND_BY_RULE", "SUB_MERCHANTS", "CHARGING_UNIT", "NOTICE_FIRST", "SLIP_REFUND_POLICY", "INDUSTRY_CODE", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "PAYEE" where "MERCHANT_NO" = ? for update;
insert into "PAYEE" ("CALLBACK_ON_FAILED", "CHARGING_UNIT", "CREATED_AT", "DEFAULT_RETURN_URL", "ENABLED", "INDUSTRY_CODE", "INSTITUTION_NO", "MERCHANT_NO", "NOTICE_FIRST", "PAY_NOTIFY_URL", "PAYEE_NAME", "REFUND_NOTIFY_URL", "REFUND_REVIEW_ABOVE", "REFUND_REVIEW_REQUIRED", "REGION_CODE", "REMARK", "REPEAT_REFUND_BY_RULE", "ROW_MAC", "SLIP_REFUND_POLICY", "SUB_MERCHANTS", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select "CHANNEL_MERCHANT_ID", "PAY_CHANNEL", "CHANNEL_MERCHANT_NAME", "CHANNEL_MERCHANT_NO", "CHANNEL_APP_ID", "ENVIRONMENT", "KEY_NAME", "SETTINGS_TEXT", "ENABLED", "CHANGED_BY", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "CHANNEL_MERCHANT" where "CHANNEL_MERCHANT_ID" = ? for update;
insert into "CHANNEL_MERCHANT" ("CHANGED_BY", "CHANNEL_APP_ID", "CHANNEL_MERCHANT_ID", "CHANNEL_MERCHANT_NAME", "CHANNEL_MERCHANT_NO", "CREATED_AT", "ENABLED", "ENVIRONMENT", "KEY_NAME", "PAY_CHANNEL", "REMARK", "ROW_MAC", "SETTINGS_TEXT", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_MERCHANT_ID", "PAY_METHODS", "ENABLED", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "PAYEE_CHANNEL" where "MERCHANT_NO" = ? and "CHANNEL_MERCHANT_ID" = ? for update;
insert into "PAYEE_CHANNEL" ("CHANNEL_MERCHANT_ID", "CREATED_AT", "ENABLED", "MERCHANT_NO", "PAY_CHANNEL", "PAY_METHODS", "REMARK", "ROW_MAC", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?);

-- archive.page, begin, turns
select "PLATFORM_ORDER_NO" from "PAY_ORDER" where "PLATFORM_ORDER_NO" > ? order by "PLATFORM_ORDER_NO" asc limit ?;
insert into "ARCHIVE_MARK" ("ARCHIVE_NAME", "BEGUN_AT") values (?, ?);
insert into "WORK_LEASE" ("LEASE_NAME", "LEASE_OWNER", "LEASE_UNTIL") values (?, ?, ?);
update "WORK_LEASE" set "LEASE_OWNER" = ?, "LEASE_UNTIL" = ? where "LEASE_NAME" = ? and ("LEASE_OWNER" = ? or "LEASE_UNTIL" <= ?);
update "WORK_LEASE" set "LEASE_OWNER" = ?, "LEASE_UNTIL" = ? where "LEASE_NAME" = ? and "LEASE_OWNER" = ?;

-- keyWalk.state, page
select "WALK_NAME", "KEY_NAMES", "TABLE_INDEX", "AFTER_KEY", "AFTER_ROUND", "ROWS_SEEN", "ROWS_RENEWED", "ROWS_CHANGED", "BEGUN_AT", "ENDED_AT", "VERSION" from "KEY_WALK" where "WALK_NAME" = ? limit ?;
select "MARK_NAME", "SINCE_AT", "DONE_AT", "MARK_MAC" from "ROW_CODE_MARK" where "MARK_NAME" = ? limit ?;
select "WALK_NAME", "KEY_NAMES", "TABLE_INDEX", "AFTER_KEY", "AFTER_ROUND", "ROWS_SEEN", "ROWS_RENEWED", "ROWS_CHANGED", "BEGUN_AT", "ENDED_AT", "VERSION" from "KEY_WALK" where "WALK_NAME" = ? for update;
insert into "KEY_WALK" ("AFTER_KEY", "AFTER_ROUND", "BEGUN_AT", "ENDED_AT", "KEY_NAMES", "ROWS_CHANGED", "ROWS_RENEWED", "ROWS_SEEN", "TABLE_INDEX", "VERSION", "WALK_NAME") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC" from "PAY_ORDER" order by "PLATFORM_ORDER_NO" asc limit ?;
update "KEY_WALK" set "KEY_NAMES" = ?, "TABLE_INDEX" = ?, "AFTER_KEY" = ?, "AFTER_ROUND" = ?, "ROWS_SEEN" = ?, "ROWS_RENEWED" = ?, "ROWS_CHANGED" = ?, "BEGUN_AT" = ?, "ENDED_AT" = ?, "VERSION" = ? where "WALK_NAME" = ? and "VERSION" = ?;

-- jobBoard.forgetArchived
select "JOB_ID" from "OUTBOX_ARCHIVE" where "DUE_AT" < ? order by "DUE_AT" asc, "JOB_ID" asc limit ?;

-- jobBoard.nextDueAt, counts
select "DUE_AT" from "OUTBOX" where "STATE" = ? order by "DUE_AT" asc, "JOB_ID" asc limit ?;
select "TOPIC", "STATE", count(*) as "JOBS" from "OUTBOX" where "STATE" in (?, ?) group by "TOPIC", "STATE";

-- trades.add
select "TRADE_KEY", "KIND", "PURPOSE", "PLATFORM_ORDER_NO", "ATTEMPT_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "CHANNEL_ORDER_NO", "ORDER_AMOUNT", "AMOUNT", "CHANNEL_DISCOUNT_AMOUNT", "SHARE_LIST", "TRADE_AT", "CLEARING_DAY", "SETTLE_STATE", "SETTLED_DAY", "SEEN_RUN_NO", "CREATED_AT" from "TRADE" where "TRADE_KEY" = ? limit ?;
insert into "TRADE" ("AMOUNT", "ATTEMPT_NO", "BIZ_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "CHANNEL_MERCHANT_ID", "CHANNEL_ORDER_NO", "CLEARING_DAY", "CREATED_AT", "DEV_ID", "KIND", "MERCHANT_NO", "ORDER_AMOUNT", "ORDER_DATE", "PAY_CHANNEL", "PAY_METHOD", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "PURPOSE", "SEEN_RUN_NO", "SETTLE_STATE", "SETTLED_DAY", "SHARE_LIST", "TRADE_AT", "TRADE_KEY") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- settlement.addAll
insert into "SETTLEMENT_ENTRY" ("BIZ_ORDER_NO", "CAUSE", "CHANNEL_MERCHANT_ID", "CHANNEL_ORDER_NO", "CLEARING_DAY", "CREATED_AT", "ENTRY_NO", "FEE_AMOUNT", "KIND", "LINE_NO", "MERCHANT_NO", "ORDER_DATE", "PAY_CHANNEL", "PAY_METHOD", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "PURPOSE", "RUN_NO", "SETTLE_DAY", "SETTLED_AMOUNT", "SUB_MERCHANT_NO", "TRADE_AMOUNT", "TRADE_AT", "TRADE_COUNT", "TRADE_KEY") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- settlement.addStatement, addCertificate, addLock
select "MERCHANT_NO", "SETTLE_DAY", "KIND", "FILE_NO", "FILE_NAME", "BYTE_SIZE", "FILE_DIGEST", "LINE_COUNT", "TOTALS", "CREATED_AT" from "PAYEE_STATEMENT" where "MERCHANT_NO" = ? and "SETTLE_DAY" = ? and "KIND" = ? limit ?;
insert into "PAYEE_STATEMENT" ("BYTE_SIZE", "CREATED_AT", "FILE_DIGEST", "FILE_NAME", "FILE_NO", "KIND", "LINE_COUNT", "MERCHANT_NO", "SETTLE_DAY", "TOTALS") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select "CERTIFIED_DAY", "CONTENT_TEXT", "CONTENT_DIGEST", "PREVIOUS_DIGEST", "PREVIOUS_DAY", "SIGNATURE_TEXT", "KEY_NAME", "ISSUED_AT" from "DAY_CERTIFICATE" where "CERTIFIED_DAY" = ? limit ?;
insert into "DAY_CERTIFICATE" ("CERTIFIED_DAY", "CONTENT_DIGEST", "CONTENT_TEXT", "ISSUED_AT", "KEY_NAME", "PREVIOUS_DAY", "PREVIOUS_DIGEST", "SIGNATURE_TEXT") values (?, ?, ?, ?, ?, ?, ?, ?);
select "BOOK_MONTH", "LOCKED_AT", "LOCKED_BY" from "PERIOD_LOCK" where "BOOK_MONTH" = ? limit ?;
insert into "PERIOD_LOCK" ("BOOK_MONTH", "LOCKED_AT", "LOCKED_BY") values (?, ?, ?);

-- reconciliation.add…
insert into "CHANNEL_BILL" ("BILL_NO", "BYTE_SIZE", "CHANNEL_MERCHANT_ID", "CLEARING_DAY", "FILE_DIGEST", "FILE_NAME", "FILE_NO", "ORIGIN", "RECEIVED_AT", "RECEIVED_BY", "TOTALS") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "RECONCILE_RUN" ("BILL_NO", "CANCEL_ASKED_BY", "CHANNEL_MERCHANT_ID", "CLEARING_DAY", "ENDED_AT", "FIGURES", "LINE_COUNT", "LINES_DONE", "MISSING_AFTER", "PAY_CHANNEL", "REMARK", "RUN_CHANGES", "RUN_NO", "RUN_SEQUENCE", "STARTED_AT", "STARTED_BY", "STATE", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "RECONCILE_ITEM" ("CHANGE_KIND", "HERE_AMOUNT", "ITEM_NO", "OUTCOME", "RUN_NO", "SUBJECT_KEY", "THERE_AMOUNT") values (?, ?, ?, ?, ?, ?, ?);
select "CHANNEL_MERCHANT_ID", "CLEARING_DAY", "PAY_CHANNEL", "STATE", "BILL_NO", "LAST_RUN_NO", "RUNNING_NO", "RUN_COUNT", "RECONCILE_COUNT", "RECONCILE_AMOUNT", "SETTLED_AMOUNT", "FEE_AMOUNT", "OPEN_COUNT", "WAITING_COUNT", "TRIES", "LAST_TRIED_AT", "LAST_WORD", "RECONCILED_AT", "VERSION" from "RECONCILE_DAY" where "CHANNEL_MERCHANT_ID" = ? and "CLEARING_DAY" = ? limit ?;
insert into "RECONCILE_DAY" ("BILL_NO", "CHANNEL_MERCHANT_ID", "CLEARING_DAY", "FEE_AMOUNT", "LAST_RUN_NO", "LAST_TRIED_AT", "LAST_WORD", "OPEN_COUNT", "PAY_CHANNEL", "RECONCILE_AMOUNT", "RECONCILE_COUNT", "RECONCILED_AT", "RUN_COUNT", "RUNNING_NO", "SETTLED_AMOUNT", "STATE", "TRIES", "VERSION", "WAITING_COUNT") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "RECONCILE_DIFFERENCE" ("BIZ_ORDER_NO", "CHANNEL_MERCHANT_ID", "CHANNEL_NO", "CLEARING_DAY", "CREATED_AT", "DETAIL_TEXT", "DIFFERENCE_NO", "FIRST_RUN_NO", "HAPPENED_AT", "HERE_AMOUNT", "HERE_FEE", "KIND", "LAST_RUN_NO", "MERCHANT_NO", "OUTCOME", "OWN_NO", "PAY_CHANNEL", "PLATFORM_ORDER_NO", "STATE", "SUBJECT_KEY", "SUGGESTED_KEY", "THERE_AMOUNT", "THERE_FEE", "THERE_SETTLED", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "HANDLING_NOTE" ("NOTE_ACTION", "NOTE_NO", "NOTE_TEXT", "NOTED_AT", "OBJECT_KIND", "OBJECT_NO", "OPERATOR_NAME") values (?, ?, ?, ?, ?, ?, ?);

-- keptFiles.keep
insert into "KEPT_DRAFT" ("CHUNK_COUNT", "FILE_NO", "TOUCHED_AT") values (?, ?, ?);
select "FILE_NO", "PURPOSE", "FILE_NAME", "BYTE_SIZE", "FILE_DIGEST", "CHUNK_COUNT", "CREATED_AT" from "KEPT_FILE" where "FILE_NO" = ? limit ?;
update "KEPT_DRAFT" set "CHUNK_COUNT" = ?, "TOUCHED_AT" = ? where "FILE_NO" = ? and "CHUNK_COUNT" = ?;
insert into "KEPT_CHUNK" ("CHUNK_NO", "CHUNK_TEXT", "FILE_NO") values (?, ?, ?);
delete from "KEPT_DRAFT" where "FILE_NO" = ? and "CHUNK_COUNT" = ?;
insert into "KEPT_FILE" ("BYTE_SIZE", "CHUNK_COUNT", "CREATED_AT", "FILE_DIGEST", "FILE_NAME", "FILE_NO", "PURPOSE") values (?, ?, ?, ?, ?, ?, ?);
insert into "KEPT_EXPORT" ("CHUNK_COUNT", "FILE_NO", "KEPT_AT") values (?, ?, ?);

-- settlement.sumsOfDay
select "CHANNEL_MERCHANT_ID", "MERCHANT_NO", sum("TRADE_COUNT") as "TRADE_COUNT", sum("TRADE_AMOUNT") as "TRADE_AMOUNT", sum("SETTLED_AMOUNT") as "SETTLED_AMOUNT", sum("FEE_AMOUNT") as "FEE_AMOUNT" from "SETTLEMENT_ENTRY" where "CLEARING_DAY" = ? group by "CHANNEL_MERCHANT_ID", "MERCHANT_NO" order by "CHANNEL_MERCHANT_ID" asc, "MERCHANT_NO" asc limit ?;
select "CHANNEL_MERCHANT_ID", "MERCHANT_NO", sum("TRADE_COUNT") as "TRADE_COUNT", sum("TRADE_AMOUNT") as "TRADE_AMOUNT", sum("SETTLED_AMOUNT") as "SETTLED_AMOUNT", sum("FEE_AMOUNT") as "FEE_AMOUNT" from "SETTLEMENT_ENTRY" where "SETTLE_DAY" = ? group by "CHANNEL_MERCHANT_ID", "MERCHANT_NO" order by "CHANNEL_MERCHANT_ID" asc, "MERCHANT_NO" asc limit ?;

-- eBills.add…
insert into "E_BILL" ("AMOUNT", "BASE_LIST", "BILL_AT", "BILL_CODE", "BILL_KEY", "BILL_NO", "BILL_ROUND", "BILL_SOURCE", "BIZ_ORDER_NO", "BUS_NO", "CHECK_CODE", "CREATED_AT", "DEV_ID", "FAILURE_CODE", "FAILURE_TEXT", "ISSUED_AT", "ITEM_LIST", "LAST_TRY_AT", "LINK_LIST", "MERCHANT_NO", "NEXT_TRY_AT", "PAGE_TOKEN", "PAID_AT", "PAY_CODE", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "PAYER_EMAIL", "PAYER_KIND", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_NAME", "PAYER_NAME_INDEX", "PLATFORM_ORDER_NO", "REGION_CODE", "REVERSAL_TEXT", "SAID_ITEMS", "STATE", "TRIES_MADE", "VERSION", "WHOLE_ORDER") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "E_BILL_CHECK" ("CHECK_DAY", "CHECKED_AT", "DIFFERENCE_LIST", "OUR_AMOUNT", "OUR_COUNT", "REGION_CODE", "STATE", "THEIR_AMOUNT", "THEIR_COUNT", "VERSION", "WALK_TEXT") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- eBills.verified
select "BILL_KEY", "BILL_ROUND", "BILL_SOURCE", "PLATFORM_ORDER_NO", "BUS_NO", "STATE", "AMOUNT", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "REGION_CODE", "PAYER_KIND", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_EMAIL", "ITEM_LIST", "BASE_LIST", "WHOLE_ORDER", "SAID_ITEMS", "PAY_CODE", "BILL_CODE", "BILL_NO", "CHECK_CODE", "ISSUED_AT", "LINK_LIST", "REVERSAL_TEXT", "FAILURE_CODE", "FAILURE_TEXT", "PAGE_TOKEN", "TRIES_MADE", "LAST_TRY_AT", "NEXT_TRY_AT", "PAID_AT", "BILL_AT", "CREATED_AT", "VERSION" from "E_BILL" where "BILL_KEY" = ? and "BILL_SOURCE" = ? limit ?;

-- legs.add…
select "CHECK_DAY", "CHANNEL_MERCHANT_ID", "RUN_NO", "STATE", "CHECK_PHASE", "AFTER_KEY", "ORDER_COUNT", "COMPLETE_COUNT", "CHANNEL_GAPS", "NOTICE_GAPS", "BILL_GAPS", "GAP_FIGURES", "WALKED_AT", "CHANGED_AT", "LOOK_AT", "OLDEST_AT", "ALARMED_AT", "VERSION" from "LEG_CHECK" where "CHECK_DAY" = ? and "CHANNEL_MERCHANT_ID" = ? limit ?;
insert into "LEG_CHECK" ("AFTER_KEY", "ALARMED_AT", "BILL_GAPS", "CHANGED_AT", "CHANNEL_GAPS", "CHANNEL_MERCHANT_ID", "CHECK_DAY", "CHECK_PHASE", "COMPLETE_COUNT", "GAP_FIGURES", "LOOK_AT", "NOTICE_GAPS", "OLDEST_AT", "ORDER_COUNT", "RUN_NO", "STATE", "VERSION", "WALKED_AT") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "LEG_GAP" ("BIZ_ORDER_NO", "CHANNEL_MERCHANT_ID", "CHECK_DAY", "CLOSED_AT", "EXPECTED_AMOUNT", "FIRST_SEEN_AT", "FOUND_AMOUNT", "GAP_KIND", "GAP_NO", "GAP_SEQ", "GAP_STATE", "LEG_NAME", "MERCHANT_NO", "PLATFORM_ORDER_NO", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- legs.noticesOf
select "PLATFORM_ORDER_NO", "NOTICE_STEP", "TOTAL_AMOUNT" from "PAYMENT_NOTICE" where "PLATFORM_ORDER_NO" in (?);

-- texts.add…
select "MESSAGE_ID", "SCENE", "BIZ_KEY", "SEALED_PHONE", "PHONE_INDEX", "MASKED_PHONE", "TEMPLATE_NAME", "PARAM_LIST", "STATE", "LAST_CODE", "TRIES", "BEING_SENT", "RESENT", "GROUP_NO", "ASKER_INDEX", "CREATED_AT", "SEND_AT", "LAST_TRIED_AT", "SUBMITTED_AT", "ENDED_AT", "VERSION" from "TEXT_MESSAGE" where "SCENE" = ? and "BIZ_KEY" = ? and "PHONE_INDEX" = ? limit ?;
insert into "TEXT_MESSAGE" ("ASKER_INDEX", "BEING_SENT", "BIZ_KEY", "CREATED_AT", "ENDED_AT", "GROUP_NO", "LAST_CODE", "LAST_TRIED_AT", "MASKED_PHONE", "MESSAGE_ID", "PARAM_LIST", "PHONE_INDEX", "RESENT", "SCENE", "SEALED_PHONE", "SEND_AT", "STATE", "SUBMITTED_AT", "TEMPLATE_NAME", "TRIES", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select "PHONE_INDEX", "MASKED_PHONE", "IS_BLOCKED", "BLOCK_CAUSE", "CHANGED_AT", "VERSION" from "TEXT_BLOCK" where "PHONE_INDEX" = ? limit ?;
insert into "TEXT_BLOCK" ("BLOCK_CAUSE", "CHANGED_AT", "IS_BLOCKED", "MASKED_PHONE", "PHONE_INDEX", "VERSION") values (?, ?, ?, ?, ?, ?);
select "SCENE", "PHONE_INDEX", "CODE_HASH", "MADE_AT", "WRONG_TRIES", "USED_AT", "VERSION" from "TEXT_CODE" where "SCENE" = ? and "PHONE_INDEX" = ? limit ?;
insert into "TEXT_CODE" ("CODE_HASH", "MADE_AT", "PHONE_INDEX", "SCENE", "USED_AT", "VERSION", "WRONG_TRIES") values (?, ?, ?, ?, ?, ?, ?);
select "SAID_INDEX", "INBOUND_NO", "SEALED_PHONE", "PHONE_INDEX", "MASKED_PHONE", "SEALED_CONTENT", "EXTENSION_NO", "MEANING", "SENT_AT", "RECEIVED_AT" from "TEXT_INBOUND" where "SAID_INDEX" = ? limit ?;
insert into "TEXT_INBOUND" ("EXTENSION_NO", "INBOUND_NO", "MASKED_PHONE", "MEANING", "PHONE_INDEX", "RECEIVED_AT", "SAID_INDEX", "SEALED_CONTENT", "SEALED_PHONE", "SENT_AT") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- texts.add…, while a new key of indexes begins to be used
select "MESSAGE_ID", "SCENE", "BIZ_KEY", "SEALED_PHONE", "PHONE_INDEX", "MASKED_PHONE", "TEMPLATE_NAME", "PARAM_LIST", "STATE", "LAST_CODE", "TRIES", "BEING_SENT", "RESENT", "GROUP_NO", "ASKER_INDEX", "CREATED_AT", "SEND_AT", "LAST_TRIED_AT", "SUBMITTED_AT", "ENDED_AT", "VERSION" from "TEXT_MESSAGE" where "SCENE" = ? and "BIZ_KEY" = ? and "PHONE_INDEX" in (?, ?) limit ?;
select "PHONE_INDEX", "MASKED_PHONE", "IS_BLOCKED", "BLOCK_CAUSE", "CHANGED_AT", "VERSION" from "TEXT_BLOCK" where "PHONE_INDEX" in (?, ?) limit ?;

-- orders.ofPayer, under two keys
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC" from "PAY_ORDER" where "BIZ_ORDER_NO" = ? and "PAYER_MOBILE_INDEX" in (?, ?) order by "CREATED_AT" desc, "PLATFORM_ORDER_NO" desc limit ?;
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC" from "PAY_ORDER_ARCHIVE" where "BIZ_ORDER_NO" = ? and "PAYER_MOBILE_INDEX" in (?, ?) order by "CREATED_AT" desc, "PLATFORM_ORDER_NO" desc limit ?;

-- sharing.add…
select "TARGET_NAME", "TABLE_NAME", "MARK_AT", "MARK_ID", "LEASE_OWNER", "LEASE_UNTIL", "BATCH_SEQUENCE", "FAILURE_COUNT", "NOT_BEFORE", "PHASE", "COUNTED_DAY", "VERSION" from "SHARE_WATERMARK" where "TARGET_NAME" = ? and "TABLE_NAME" = ? limit ?;
insert into "SHARE_WATERMARK" ("BATCH_SEQUENCE", "COUNTED_DAY", "FAILURE_COUNT", "LEASE_OWNER", "LEASE_UNTIL", "MARK_AT", "MARK_ID", "NOT_BEFORE", "PHASE", "TABLE_NAME", "TARGET_NAME", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "SHARE_BATCH" ("ACCEPTED_COUNT", "BATCH_KIND", "BATCH_NO", "BEGAN_AT", "ENDED_AT", "MESSAGE_TEXT", "QUARANTINED_COUNT", "ROW_COUNT", "STATE", "TABLE_NAME", "TARGET_NAME", "WARNING_COUNT") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select "QUARANTINE_NO", "TARGET_NAME", "TABLE_NAME", "ROW_KEY", "REASON", "DETAIL_TEXT", "STATE", "BATCH_NO", "TIMES", "FIRST_AT", "LAST_AT", "VERSION" from "SHARE_QUARANTINE" where "TARGET_NAME" = ? and "TABLE_NAME" = ? and "ROW_KEY" = ? limit ?;
insert into "SHARE_QUARANTINE" ("BATCH_NO", "DETAIL_TEXT", "FIRST_AT", "LAST_AT", "QUARANTINE_NO", "REASON", "ROW_KEY", "STATE", "TABLE_NAME", "TARGET_NAME", "TIMES", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select "TABLE_NAME", "COLUMN_NAME", "IS_FULL", "BASIS_TEXT", "DECIDED_BY", "DECIDED_AT", "VERSION" from "SHARE_POLICY" where "TABLE_NAME" = ? and "COLUMN_NAME" = ? limit ?;
insert into "SHARE_POLICY" ("BASIS_TEXT", "COLUMN_NAME", "DECIDED_AT", "DECIDED_BY", "IS_FULL", "TABLE_NAME", "VERSION") values (?, ?, ?, ?, ?, ?, ?);
select "PLATFORM_ORDER_NO", "NOTED_AT", "VERSION" from "SHARE_ORDER_OUTBOX" where "PLATFORM_ORDER_NO" = ? limit ?;
insert into "SHARE_ORDER_OUTBOX" ("NOTED_AT", "PLATFORM_ORDER_NO", "VERSION") values (?, ?, ?);
select "NODE_ID", "PARENT_ID", "PARENT_IDS", "GRADE", "NODE_NAME", "ORG_ID", "IS_GONE", "CREATED_AT", "CHANGED_AT", "VERSION" from "SHARE_NODE" where "NODE_ID" = ? limit ?;
insert into "SHARE_NODE" ("CHANGED_AT", "CREATED_AT", "GRADE", "IS_GONE", "NODE_ID", "NODE_NAME", "ORG_ID", "PARENT_ID", "PARENT_IDS", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- sharing.paidOrderNos of pay_order
select "PLATFORM_ORDER_NO" from "PAY_ORDER" where "STATE" = ? and "PLATFORM_ORDER_NO" > ? order by "PLATFORM_ORDER_NO" asc limit ?;
select "PLATFORM_ORDER_NO" from "PAY_ORDER_ARCHIVE" where "STATE" = ? order by "PLATFORM_ORDER_NO" asc limit ?;

-- tree.facts
select "REGION_CODE", "REGION_NAME", "NONTAX_REGION_CODE", "NONTAX_REGION_NAME", "E_BILL_REGION_CODE", "E_BILL_REGION_NAME", "VERSION", "ROW_MAC" from "NONTAX_REGION" order by "REGION_CODE" asc limit ?;
select "MERCHANT_NO", "PAYEE_NAME", "INSTITUTION_NO", "REGION_CODE", "ENABLED", "PAY_NOTIFY_URL", "REFUND_NOTIFY_URL", "DEFAULT_RETURN_URL", "REFUND_REVIEW_REQUIRED", "REFUND_REVIEW_ABOVE", "CALLBACK_ON_FAILED", "REPEAT_REFUND_BY_RULE", "SUB_MERCHANTS", "CHARGING_UNIT", "NOTICE_FIRST", "SLIP_REFUND_POLICY", "INDUSTRY_CODE", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "PAYEE" order by "MERCHANT_NO" asc limit ?;
select "REGION_CODE", "ITEM_CODE", "ITEM_NAME", "NATIONAL_CODE", "MEASURE_WORD", "FUND_NATURE", "LOWEST_PRICE", "HIGHEST_PRICE", "VOUCHER_KIND", "UNIT_CODES", "ENABLED", "VERSION", "ROW_MAC" from "NONTAX_ITEM" order by "ITEM_CODE" asc limit ?;

-- operators.add…
select "OPERATOR_NO", "LOGIN_ACCOUNT", "OPERATOR_NAME", "MASKED_MOBILE", "SEALED_MOBILE", "STATE", "OFFICER_KIND", "ROLE_CODES", "SCOPE_KIND", "REGION_CODE", "INSTITUTION_NO", "REMARK", "CREATED_AT", "ROW_MAC", "VERSION" from "CONSOLE_OPERATOR" where "LOGIN_ACCOUNT" = ? limit ?;
insert into "CONSOLE_OPERATOR" ("CREATED_AT", "INSTITUTION_NO", "LOGIN_ACCOUNT", "MASKED_MOBILE", "OFFICER_KIND", "OPERATOR_NAME", "OPERATOR_NO", "REGION_CODE", "REMARK", "ROLE_CODES", "ROW_MAC", "SCOPE_KIND", "SEALED_MOBILE", "STATE", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "OPERATOR_CREDENTIAL" ("ACTIVATION_HASH", "ACTIVATION_UNTIL", "FORMER_PASSWORDS", "MUST_CHANGE", "OPERATOR_NO", "PASSWORD_CHANGED_AT", "PASSWORD_HASH", "ROW_MAC", "SECOND_FACTOR", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select "ROLE_CODE", "ROLE_NAME", "PERMISSION_LIST", "REMARK", "CREATED_AT", "ROW_MAC", "VERSION" from "OPERATOR_ROLE" where "ROLE_CODE" = ? limit ?;
insert into "OPERATOR_ROLE" ("CREATED_AT", "PERMISSION_LIST", "REMARK", "ROLE_CODE", "ROLE_NAME", "ROW_MAC", "VERSION") values (?, ?, ?, ?, ?, ?, ?);
insert into "OPERATOR_SESSION" ("BEGAN_AT", "END_CAUSE", "ENDED_AT", "FROM_ADDRESS", "IS_OPEN", "OPERATOR_NO", "PROVED_AT", "ROW_MAC", "SEEN_AT", "SESSION_NO", "SESSION_STAGE", "TOKEN_HASH", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select "TRY_HOLDER", "WRONG_AT_LIST", "LOCKED_UNTIL", "VERSION" from "SIGN_IN_TRIES" where "TRY_HOLDER" = ? limit ?;
insert into "SIGN_IN_TRIES" ("LOCKED_UNTIL", "TRY_HOLDER", "VERSION", "WRONG_AT_LIST") values (?, ?, ?, ?);
insert into "SIGN_IN_CHALLENGE" ("CHALLENGE_NO", "MADE_AT", "NONCE", "PURPOSE", "SEALED_CAPTCHA", "SEALED_KEY", "SESSION_NO", "USED_AT", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "GRANT_REQUEST" ("ASKED_AT", "ASKED_BY", "DECIDED_AT", "DECIDED_BY", "INSTITUTION_NO", "OFFICER_KIND", "OPERATOR_NO", "OPERATOR_VERSION", "OPINION", "REGION_CODE", "REMARK", "REQUEST_NO", "ROLE_CODES", "ROW_MAC", "SCOPE_KIND", "STATE", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select "KEY_NO", "OPERATOR_NO", "PUBLIC_KEY", "KEY_PRINT", "STATE", "ASKED_BY", "ASKED_AT", "DECIDED_BY", "DECIDED_AT", "REMARK", "ROW_MAC", "VERSION" from "OPERATOR_KEY" where "KEY_PRINT" = ? limit ?;
insert into "OPERATOR_KEY" ("ASKED_AT", "ASKED_BY", "DECIDED_AT", "DECIDED_BY", "KEY_NO", "KEY_PRINT", "OPERATOR_NO", "PUBLIC_KEY", "REMARK", "ROW_MAC", "STATE", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- exports.add
select "EXPORT_NO", "OPERATOR_NO", "LIST_NAME", "PARAMETER_LIST", "ROW_SCOPE", "RUN_PLACE", "STATE", "ROWS_WRITTEN", "FILE_NO", "FILE_NAME", "FAIL_CAUSE", "STARTED_AT", "SEEN_AT", "ENDED_AT", "VERSION" from "LIST_EXPORT" where "RUN_PLACE" = ? limit ?;
insert into "LIST_EXPORT" ("ENDED_AT", "EXPORT_NO", "FAIL_CAUSE", "FILE_NAME", "FILE_NO", "LIST_NAME", "OPERATOR_NO", "PARAMETER_LIST", "ROW_SCOPE", "ROWS_WRITTEN", "RUN_PLACE", "SEEN_AT", "STARTED_AT", "STATE", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- alerts.add
select "ALERT_NO", "WAIT_PLACE", "ALERT_TYPE", "ALERT_LEVEL", "EVENT_NAME", "MESSAGE_TEXT", "RELATED_ORDER_NO", "RAISE_COUNT", "FIRST_AT", "LAST_AT", "STATE", "HANDLED_BY", "HANDLED_AT", "REMARK", "VERSION" from "CONSOLE_ALERT" where "WAIT_PLACE" = ? limit ?;
insert into "CONSOLE_ALERT" ("ALERT_LEVEL", "ALERT_NO", "ALERT_TYPE", "EVENT_NAME", "FIRST_AT", "HANDLED_AT", "HANDLED_BY", "LAST_AT", "MESSAGE_TEXT", "RAISE_COUNT", "RELATED_ORDER_NO", "REMARK", "STATE", "VERSION", "WAIT_PLACE") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- menus.add
select "MENU_KEY", "PARENT_KEY", "MENU_NAME", "MENU_TYPE", "PAGE_KEY", "SORT_NO", "ENABLED", "MENU_ORIGIN", "REMARK", "VERSION" from "CONSOLE_MENU" where "MENU_KEY" = ? limit ?;
insert into "CONSOLE_MENU" ("ENABLED", "MENU_KEY", "MENU_NAME", "MENU_ORIGIN", "MENU_TYPE", "PAGE_KEY", "PARENT_KEY", "REMARK", "SORT_NO", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- logBooks.append
insert into "PLATFORM_LOG" ("CONTENT_TEXT", "LOG_LEVEL", "LOG_NO", "LOG_TYPE", "LOGGED_AT", "RELATED_ORDER_NO", "REQUEST_ID") values (?, ?, ?, ?, ?, ?, ?);

-- issues.add
insert into "DESK_ISSUE" ("ATTACHMENT_BYTES", "ATTACHMENT_COUNT", "BIZ_ORDER_NO", "FORGOTTEN_AT", "ISSUE_NO", "ISSUE_TYPE", "MASKED_MOBILE", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_NO", "REGISTERED_AT", "REGISTERED_BY", "RELATED_ORDER_NO", "SEALED_DESCRIPTION", "SEALED_MOBILE", "SEALED_SOLUTION", "SOLVED_AT", "SOLVED_BY", "STATE", "STEP_COUNT", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
insert into "ISSUE_STEP" ("DONE_AT", "DONE_BY", "ISSUE_NO", "SEALED_WORDS", "STEP_KIND", "STEP_NO") values (?, ?, ?, ?, ?, ?);
insert into "ISSUE_ATTACHMENT" ("ATTACHMENT_NO", "BYTE_SIZE", "FILE_DIGEST", "FILE_KIND", "FILE_NAME", "ISSUE_NO", "SCAN_VERDICT", "STATE", "STEP_NO", "UPLOADED_AT", "UPLOADED_BY", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select "OPERATOR_NO", "HOUR_BEGAN", "FILE_COUNT", "BYTE_COUNT", "VERSION" from "UPLOAD_ALLOWANCE" where "OPERATOR_NO" = ? limit ?;
insert into "UPLOAD_ALLOWANCE" ("BYTE_COUNT", "FILE_COUNT", "HOUR_BEGAN", "OPERATOR_NO", "VERSION") values (?, ?, ?, ?, ?);

-- forgetting.put the first
select "ROUND_KIND", "TURN_OWNER", "TURN_UNTIL", "COUNT_LIST", "VERSION" from "FORGETTING_ROUND" where "ROUND_KIND" = ? for update;
select "ROUND_KIND", "TURN_OWNER", "TURN_UNTIL", "COUNT_LIST", "VERSION" from "FORGETTING_ROUND" where "ROUND_KIND" = ? limit ?;
insert into "FORGETTING_ROUND" ("COUNT_LIST", "ROUND_KIND", "TURN_OWNER", "TURN_UNTIL", "VERSION") values (?, ?, ?, ?, ?);

-- orders.take, put
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC" from "PAY_ORDER" where "PLATFORM_ORDER_NO" = ? for update;
update "PAY_ORDER" set "STATE" = ?, "STATE_MSG" = ?, "EXPIRES_AT" = ?, "CLOSED_AT" = ?, "PAID_AT" = ?, "PAID_ATTEMPT_NO" = ?, "PAY_CHANNEL" = ?, "CHANNEL_ORDER_NO" = ?, "CHANNEL_DISCOUNT_AMOUNT" = ?, "ROW_MAC" = ?, "VERSION" = ? where "PLATFORM_ORDER_NO" = ? and "VERSION" = ?;

-- attempts.put
update "PAY_ATTEMPT" set "PAY_CHANNEL" = ?, "PAY_METHOD" = ?, "CHANNEL_MERCHANT_ID" = ?, "AMOUNT" = ?, "STATE" = ?, "BUSY" = ?, "CHANNEL_TIME" = ?, "LIMIT_AT" = ?, "CODE_DIGEST" = ?, "CHANNEL_ORDER_NO" = ?, "PAID_AT" = ?, "PAID_BY_PAYER" = ?, "CHANNEL_DISCOUNT_AMOUNT" = ?, "CLEARING_DAY" = ?, "REASON" = ?, "CANCEL_ASKED_AT" = ?, "QUERIES_ASKED" = ?, "RECEIVED_AT" = ?, "SENT_AT" = ?, "ANSWERED_AT" = ?, "RECORDED_AT" = ?, "ROW_MAC" = ?, "VERSION" = ? where "ATTEMPT_NO" = ? and "VERSION" = ?;

-- refunds.put
update "PAY_REFUND" set "ORIGIN" = ?, "REFUND_ORDER_DATE" = ?, "REFUND_TITLE" = ?, "REFUND_REASON" = ?, "NOTIFY_URL" = ?, "PASSBACK_PARAMS" = ?, "SUB_MERCHANT_NO" = ?, "NONTAX_REFUND_REF" = ?, "STATE" = ?, "STATE_MSG" = ?, "APPROVAL_STATE" = ?, "APPROVAL_REMARK" = ?, "REQUESTED_BY" = ?, "APPROVED_BY" = ?, "REFUND_TRADE_NO" = ?, "REFUND_TRADE_TIME" = ?, "CHANNEL_REFUND_NO" = ?, "QUERIES_ASKED" = ?, "SENT_AT" = ?, "REFUNDED_AT" = ?, "ROW_MAC" = ?, "VERSION" = ? where "PLATFORM_REFUND_ORDER_NO" = ? and "VERSION" = ?;

-- callbacks.put
update "MERCHANT_CALLBACK" set "TARGET_URL" = ?, "STATE" = ?, "TRIES" = ?, "FIRST_TRIED_AT" = ?, "LAST_TRIED_AT" = ?, "NEXT_TRY_AT" = ?, "LAST_ANSWER" = ?, "ACCEPTED_AT" = ?, "VERSION" = ? where "CALLBACK_ID" = ? and "VERSION" = ?;

-- abnormalOrders.put
update "ABNORMAL_ORDER" set "KIND" = ?, "PLATFORM_ORDER_NO" = ?, "MERCHANT_NO" = ?, "ATTEMPT_NO" = ?, "PAY_CHANNEL" = ?, "CHANNEL_ORDER_NO" = ?, "AMOUNT" = ?, "REMARK" = ?, "HANDLE_STATE" = ?, "CREATED_AT" = ?, "VERSION" = ? where "ABNORMAL_ID" = ? and "VERSION" = ?;

-- repeatPayments.put
update "REPEAT_PAYMENT" set "PLATFORM_ORDER_NO" = ?, "MERCHANT_NO" = ?, "PAY_CHANNEL" = ?, "CHANNEL_ORDER_NO" = ?, "AMOUNT" = ?, "HANDLE_STATE" = ?, "PAID_AT" = ?, "CREATED_AT" = ?, "VERSION" = ? where "ATTEMPT_NO" = ? and "VERSION" = ?;

-- personalBillPushes.put
update "PERSONAL_BILL_PUSH" set "CONTENT_DIGEST" = ?, "BILL_STATE" = ?, "STATE" = ?, "TRIES" = ?, "FIRST_TRIED_AT" = ?, "LAST_TRIED_AT" = ?, "NEXT_TRY_AT" = ?, "LAST_ANSWER" = ?, "ACCEPTED_AT" = ?, "VERSION" = ? where "PLATFORM_ORDER_NO" = ? and "VERSION" = ?;

-- attempts.ofOrder
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "AMOUNT", "STATE", "BUSY", "CHANNEL_TIME", "LIMIT_AT", "CODE_DIGEST", "CHANNEL_ORDER_NO", "PAID_AT", "PAID_BY_PAYER", "CHANNEL_DISCOUNT_AMOUNT", "CLEARING_DAY", "REASON", "CANCEL_ASKED_AT", "QUERIES_ASKED", "RECEIVED_AT", "SENT_AT", "ANSWERED_AT", "RECORDED_AT", "CREATED_AT", "VERSION", "ROW_MAC" from "PAY_ATTEMPT" where "PLATFORM_ORDER_NO" = ? order by "CREATED_AT" asc, "ATTEMPT_NO" asc limit ?;

-- refunds.byBizNo, byTradeNo, ofOrder
select "PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION", "ROW_MAC" from "PAY_REFUND" where "DEV_ID" = ? and "MERCHANT_NO" = ? and "BIZ_REFUND_ORDER_NO" = ? limit ?;
select "PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION", "ROW_MAC" from "PAY_REFUND" where "REFUND_TRADE_NO" = ? limit ?;
select "PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION", "ROW_MAC" from "PAY_REFUND" where "PLATFORM_ORDER_NO" = ? order by "CREATED_AT" asc, "PLATFORM_REFUND_ORDER_NO" asc limit ?;

-- callbacks.ofOrder
select "CALLBACK_ID", "KIND", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "TARGET_URL", "TOLD_STATE", "CONTENT_TEXT", "PASSBACK_PARAMS", "STATE", "TRIES", "FIRST_TRIED_AT", "LAST_TRIED_AT", "NEXT_TRY_AT", "LAST_ANSWER", "ACCEPTED_AT", "CREATED_AT", "VERSION" from "MERCHANT_CALLBACK" where "PLATFORM_ORDER_NO" = ? order by "CREATED_AT" asc, "CALLBACK_ID" asc limit ?;

-- abnormalOrders.ofOrder
select "ABNORMAL_ID", "KIND", "PLATFORM_ORDER_NO", "MERCHANT_NO", "ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "REMARK", "HANDLE_STATE", "CREATED_AT", "VERSION" from "ABNORMAL_ORDER" where "PLATFORM_ORDER_NO" = ? order by "CREATED_AT" asc, "ABNORMAL_ID" asc limit ?;

-- repeatPayments.ofOrder
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "HANDLE_STATE", "PAID_AT", "CREATED_AT", "VERSION" from "REPEAT_PAYMENT" where "PLATFORM_ORDER_NO" = ? order by "CREATED_AT" asc, "ATTEMPT_NO" asc limit ?;

-- outbox.enqueue again
update "OUTBOX" set "JOB_ID" = ?, "TOPIC" = ?, "JOB_KEY" = ?, "STATE" = ?, "DUE_AT" = ?, "AGAIN_AT" = ?, "ATTEMPTS" = ?, "OWNER" = ?, "CLAIM_TOKEN" = ?, "LEASE_UNTIL" = ?, "LAST_ERROR" = ?, "CREATED_AT" = ? where "JOB_ID" = ? and "STATE" = ? and "CLAIM_TOKEN" = ?;

-- outbox.endWaiting
update "OUTBOX" set "STATE" = ? where "TOPIC" = ? and "JOB_KEY" = ? and "STATE" = ?;

-- jobBoard.claim
select "JOB_ID", "TOPIC", "JOB_KEY", "STATE", "DUE_AT", "AGAIN_AT", "ATTEMPTS", "OWNER", "CLAIM_TOKEN", "LEASE_UNTIL", "LAST_ERROR", "CREATED_AT" from "OUTBOX" where "STATE" = ? and "DUE_AT" <= ? order by "DUE_AT" asc, "JOB_ID" asc limit ?;
update "OUTBOX" set "STATE" = ?, "OWNER" = ?, "CLAIM_TOKEN" = ?, "LEASE_UNTIL" = ?, "ATTEMPTS" = "ATTEMPTS" + ? where "JOB_ID" in (?) and "STATE" = ? and "DUE_AT" <= ?;

-- jobBoard.claimThis
select "JOB_ID", "TOPIC", "JOB_KEY", "STATE", "DUE_AT", "AGAIN_AT", "ATTEMPTS", "OWNER", "CLAIM_TOKEN", "LEASE_UNTIL", "LAST_ERROR", "CREATED_AT" from "OUTBOX" where "CLAIM_TOKEN" = ? and "JOB_ID" in (?) order by "DUE_AT" asc, "JOB_ID" asc;

-- jobBoard.settle
update "OUTBOX" set "STATE" = ?, "OWNER" = ?, "CLAIM_TOKEN" = ?, "LEASE_UNTIL" = ?, "LAST_ERROR" = ? where "JOB_ID" = ? and "STATE" = ? and "CLAIM_TOKEN" = ? and "AGAIN_AT" is null;

-- jobBoard.settle, again
select "JOB_ID", "TOPIC", "JOB_KEY", "STATE", "DUE_AT", "AGAIN_AT", "ATTEMPTS", "OWNER", "CLAIM_TOKEN", "LEASE_UNTIL", "LAST_ERROR", "CREATED_AT" from "OUTBOX" where "JOB_ID" = ? for update;

-- jobBoard.releaseExpired, handBack
select "JOB_ID" from "OUTBOX" where "STATE" = ? and "LEASE_UNTIL" <= ? limit ?;
update "OUTBOX" set "STATE" = ?, "OWNER" = ?, "CLAIM_TOKEN" = ?, "LEASE_UNTIL" = ? where "STATE" = ? and "LEASE_UNTIL" <= ?;
update "OUTBOX" set "STATE" = ?, "OWNER" = ?, "CLAIM_TOKEN" = ?, "LEASE_UNTIL" = ? where "OWNER" = ? and "STATE" = ?;

-- archive.lockedPage, move
select "PLATFORM_ORDER_NO" from "PAY_ORDER" order by "PLATFORM_ORDER_NO" asc limit ?;
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC" from "PAY_ORDER" where "PLATFORM_ORDER_NO" in (?) order by "PLATFORM_ORDER_NO" asc for update;
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "AMOUNT", "STATE", "BUSY", "CHANNEL_TIME", "LIMIT_AT", "CODE_DIGEST", "CHANNEL_ORDER_NO", "PAID_AT", "PAID_BY_PAYER", "CHANNEL_DISCOUNT_AMOUNT", "CLEARING_DAY", "REASON", "CANCEL_ASKED_AT", "QUERIES_ASKED", "RECEIVED_AT", "SENT_AT", "ANSWERED_AT", "RECORDED_AT", "CREATED_AT", "VERSION", "ROW_MAC" from "PAY_ATTEMPT" where "PLATFORM_ORDER_NO" in (?) limit ?;
select "PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION", "ROW_MAC" from "PAY_REFUND" where "PLATFORM_ORDER_NO" in (?) limit ?;
select "CALLBACK_ID", "KIND", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "TARGET_URL", "TOLD_STATE", "CONTENT_TEXT", "PASSBACK_PARAMS", "STATE", "TRIES", "FIRST_TRIED_AT", "LAST_TRIED_AT", "NEXT_TRY_AT", "LAST_ANSWER", "ACCEPTED_AT", "CREATED_AT", "VERSION" from "MERCHANT_CALLBACK" where "PLATFORM_ORDER_NO" in (?) limit ?;
select "ABNORMAL_ID", "KIND", "PLATFORM_ORDER_NO", "MERCHANT_NO", "ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "REMARK", "HANDLE_STATE", "CREATED_AT", "VERSION" from "ABNORMAL_ORDER" where "PLATFORM_ORDER_NO" in (?) limit ?;
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "HANDLE_STATE", "PAID_AT", "CREATED_AT", "VERSION" from "REPEAT_PAYMENT" where "PLATFORM_ORDER_NO" in (?) limit ?;
insert into "PAY_ORDER_ARCHIVE" ("PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC") select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC" from "PAY_ORDER" where "PLATFORM_ORDER_NO" in (?);
delete from "PAY_ORDER" where "PLATFORM_ORDER_NO" in (?);
select count(*) as "TOTAL" from "PAY_ORDER_ARCHIVE" where "PLATFORM_ORDER_NO" in (?);
insert into "PAY_ATTEMPT_ARCHIVE" ("ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "AMOUNT", "STATE", "BUSY", "CHANNEL_TIME", "LIMIT_AT", "CODE_DIGEST", "CHANNEL_ORDER_NO", "PAID_AT", "PAID_BY_PAYER", "CHANNEL_DISCOUNT_AMOUNT", "CLEARING_DAY", "REASON", "CANCEL_ASKED_AT", "QUERIES_ASKED", "RECEIVED_AT", "SENT_AT", "ANSWERED_AT", "RECORDED_AT", "CREATED_AT", "VERSION", "ROW_MAC") select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "AMOUNT", "STATE", "BUSY", "CHANNEL_TIME", "LIMIT_AT", "CODE_DIGEST", "CHANNEL_ORDER_NO", "PAID_AT", "PAID_BY_PAYER", "CHANNEL_DISCOUNT_AMOUNT", "CLEARING_DAY", "REASON", "CANCEL_ASKED_AT", "QUERIES_ASKED", "RECEIVED_AT", "SENT_AT", "ANSWERED_AT", "RECORDED_AT", "CREATED_AT", "VERSION", "ROW_MAC" from "PAY_ATTEMPT" where "PLATFORM_ORDER_NO" in (?);
delete from "PAY_ATTEMPT" where "PLATFORM_ORDER_NO" in (?);
select count(*) as "TOTAL" from "PAY_ATTEMPT_ARCHIVE" where "PLATFORM_ORDER_NO" in (?);
insert into "PAY_REFUND_ARCHIVE" ("PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION", "ROW_MAC") select "PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION", "ROW_MAC" from "PAY_REFUND" where "PLATFORM_ORDER_NO" in (?);
delete from "PAY_REFUND" where "PLATFORM_ORDER_NO" in (?);
select count(*) as "TOTAL" from "PAY_REFUND_ARCHIVE" where "PLATFORM_ORDER_NO" in (?);
insert into "MERCHANT_CALLBACK_ARCHIVE" ("CALLBACK_ID", "KIND", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "TARGET_URL", "TOLD_STATE", "CONTENT_TEXT", "PASSBACK_PARAMS", "STATE", "TRIES", "FIRST_TRIED_AT", "LAST_TRIED_AT", "NEXT_TRY_AT", "LAST_ANSWER", "ACCEPTED_AT", "CREATED_AT", "VERSION") select "CALLBACK_ID", "KIND", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "TARGET_URL", "TOLD_STATE", "CONTENT_TEXT", "PASSBACK_PARAMS", "STATE", "TRIES", "FIRST_TRIED_AT", "LAST_TRIED_AT", "NEXT_TRY_AT", "LAST_ANSWER", "ACCEPTED_AT", "CREATED_AT", "VERSION" from "MERCHANT_CALLBACK" where "PLATFORM_ORDER_NO" in (?);
delete from "MERCHANT_CALLBACK" where "PLATFORM_ORDER_NO" in (?);
select count(*) as "TOTAL" from "MERCHANT_CALLBACK_ARCHIVE" where "PLATFORM_ORDER_NO" in (?);
insert into "ABNORMAL_ORDER_ARCHIVE" ("ABNORMAL_ID", "KIND", "PLATFORM_ORDER_NO", "MERCHANT_NO", "ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "REMARK", "HANDLE_STATE", "CREATED_AT", "VERSION") select "ABNORMAL_ID", "KIND", "PLATFORM_ORDER_NO", "MERCHANT_NO", "ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "REMARK", "HANDLE_STATE", "CREATED_AT", "VERSION" from "ABNORMAL_ORDER" where "PLATFORM_ORDER_NO" in (?);
delete from "ABNORMAL_ORDER" where "PLATFORM_ORDER_NO" in (?);
select count(*) as "TOTAL" from "ABNORMAL_ORDER_ARCHIVE" where "PLATFORM_ORDER_NO" in (?);
insert into "REPEAT_PAYMENT_ARCHIVE" ("ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "HANDLE_STATE", "PAID_AT", "CREATED_AT", "VERSION") select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "HANDLE_STATE", "PAID_AT", "CREATED_AT", "VERSION" from "REPEAT_PAYMENT" where "PLATFORM_ORDER_NO" in (?);
delete from "REPEAT_PAYMENT" where "PLATFORM_ORDER_NO" in (?);
select count(*) as "TOTAL" from "REPEAT_PAYMENT_ARCHIVE" where "PLATFORM_ORDER_NO" in (?);

-- jobBoard.archiveDone
select "JOB_ID" from "OUTBOX" where "STATE" = ? and "DUE_AT" < ? and "CREATED_AT" < ? order by "DUE_AT" asc, "JOB_ID" asc limit ?;
select "JOB_ID" from "OUTBOX" where "JOB_ID" in (?) and "STATE" = ? and "DUE_AT" < ? and "CREATED_AT" < ? for update;
insert into "OUTBOX_ARCHIVE" ("JOB_ID", "TOPIC", "JOB_KEY", "STATE", "DUE_AT", "AGAIN_AT", "ATTEMPTS", "OWNER", "CLAIM_TOKEN", "LEASE_UNTIL", "LAST_ERROR", "CREATED_AT") select "JOB_ID", "TOPIC", "JOB_KEY", "STATE", "DUE_AT", "AGAIN_AT", "ATTEMPTS", "OWNER", "CLAIM_TOKEN", "LEASE_UNTIL", "LAST_ERROR", "CREATED_AT" from "OUTBOX" where "JOB_ID" in (?);
delete from "OUTBOX" where "JOB_ID" in (?);
select count(*) as "TOTAL" from "OUTBOX_ARCHIVE" where "JOB_ID" in (?);

-- auditChain.extend
select "ENTRY_ID", "ENTRY_MAC" from "AUDIT_ENTRY" where "SEQ" = ? order by "HAPPENED_AT" asc, "ENTRY_ID" asc limit ?;
select "LEASE_NAME" from "WORK_LEASE" where "LEASE_NAME" = ?;
select "HEAD_NAME", "LAST_SEQ", "LAST_MAC", "HEAD_MAC" from "AUDIT_HEAD" where "HEAD_NAME" = ? for update;
update "AUDIT_ENTRY" set "SEQ" = ?, "LINK_MAC" = ? where "ENTRY_ID" = ? and "SEQ" = ?;
insert into "AUDIT_HEAD" ("HEAD_MAC", "HEAD_NAME", "LAST_MAC", "LAST_SEQ") values (?, ?, ?, ?);

-- rowIntegrity.verify
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC" from "PAY_ORDER_ARCHIVE" order by "PLATFORM_ORDER_NO" asc limit ?;
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "AMOUNT", "STATE", "BUSY", "CHANNEL_TIME", "LIMIT_AT", "CODE_DIGEST", "CHANNEL_ORDER_NO", "PAID_AT", "PAID_BY_PAYER", "CHANNEL_DISCOUNT_AMOUNT", "CLEARING_DAY", "REASON", "CANCEL_ASKED_AT", "QUERIES_ASKED", "RECEIVED_AT", "SENT_AT", "ANSWERED_AT", "RECORDED_AT", "CREATED_AT", "VERSION", "ROW_MAC" from "PAY_ATTEMPT" order by "ATTEMPT_NO" asc limit ?;
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "AMOUNT", "STATE", "BUSY", "CHANNEL_TIME", "LIMIT_AT", "CODE_DIGEST", "CHANNEL_ORDER_NO", "PAID_AT", "PAID_BY_PAYER", "CHANNEL_DISCOUNT_AMOUNT", "CLEARING_DAY", "REASON", "CANCEL_ASKED_AT", "QUERIES_ASKED", "RECEIVED_AT", "SENT_AT", "ANSWERED_AT", "RECORDED_AT", "CREATED_AT", "VERSION", "ROW_MAC" from "PAY_ATTEMPT_ARCHIVE" order by "ATTEMPT_NO" asc limit ?;
select "PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION", "ROW_MAC" from "PAY_REFUND" order by "PLATFORM_REFUND_ORDER_NO" asc limit ?;
select "PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION", "ROW_MAC" from "PAY_REFUND_ARCHIVE" order by "PLATFORM_REFUND_ORDER_NO" asc limit ?;
select "DEV_ID", "DEVELOPER_NAME", "SIGN_ALGORITHM", "SM2_ENCODING", "SM2_USER_ID", "PUBLIC_KEYS", "ENABLED", "ALLOWED_ORIGINS", "ALLOWED_ADDRESSES", "ALLOWED_METHODS", "MERCHANT_NOS", "REQUESTS_PER_SECOND", "TEXTS_PAYERS", "PERSONAL_BILL_URL", "ROLE_CODES", "CONTACT_NAME", "MASKED_MOBILE", "CREATED_AT", "VERSION", "ROW_MAC" from "DEVELOPER" order by "DEV_ID" asc limit ?;
select "ROLE_CODE", "ROLE_NAME", "METHOD_LIST", "MERCHANT_LIST", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "DEVELOPER_ROLE" order by "ROLE_CODE" asc limit ?;
select "CHANNEL_MERCHANT_ID", "PAY_CHANNEL", "CHANNEL_MERCHANT_NAME", "CHANNEL_MERCHANT_NO", "CHANNEL_APP_ID", "ENVIRONMENT", "KEY_NAME", "SETTINGS_TEXT", "ENABLED", "CHANGED_BY", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "CHANNEL_MERCHANT" order by "CHANNEL_MERCHANT_ID" asc limit ?;
select "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_MERCHANT_ID", "PAY_METHODS", "ENABLED", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "PAYEE_CHANNEL" order by "MERCHANT_NO" asc, "CHANNEL_MERCHANT_ID" asc limit ?;
select "INSTITUTION_NO", "INSTITUTION_NAME", "ADMIN_OPERATOR_NO", "CONTACT_NAME", "MASKED_MOBILE", "SEALED_MOBILE", "ENABLED", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "INSTITUTION" order by "INSTITUTION_NO" asc limit ?;
select "REGION_CODE", "REGION_NAME", "PARENT_REGION_CODE", "ADMIN_OPERATOR_NO", "ENABLED", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "REGION" order by "REGION_CODE" asc limit ?;
select "INDUSTRY_CODE", "INDUSTRY_NAME", "ENABLED", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "INDUSTRY" order by "INDUSTRY_CODE" asc limit ?;
select "CHANNEL_NO", "CHANNEL_NAME", "PAY_CHANNEL", "PAY_ENABLED", "PAY_METHODS", "RECONCILE_ENABLED", "BILL_SOURCE", "BILL_TIME", "SPLIT_ENABLED", "ENABLED", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "PAYMENT_CHANNEL" order by "CHANNEL_NO" asc limit ?;
select "REGION_CODE", "ITEM_CODE", "ITEM_NAME", "NATIONAL_CODE", "MEASURE_WORD", "FUND_NATURE", "LOWEST_PRICE", "HIGHEST_PRICE", "VOUCHER_KIND", "UNIT_CODES", "ENABLED", "VERSION", "ROW_MAC" from "NONTAX_ITEM" order by "REGION_CODE" asc, "ITEM_CODE" asc limit ?;

-- rowIntegrity.verifyJournal
select "HEAD_NAME", "LAST_SEQ", "LAST_MAC", "HEAD_MAC" from "AUDIT_HEAD" where "HEAD_NAME" = ? limit ?;
select "ENTRY_ID", "HAPPENED_AT", "ACTOR_KIND", "ACTOR_CODE", "ACTOR_ADDRESS", "ACTION", "OBJECT_KIND", "OBJECT_NO", "DESCRIPTION", "FACTS_BEFORE", "FACTS_AFTER", "REQUEST_ID", "ENTRY_MAC", "SEQ", "LINK_MAC", "ROWS_WRITTEN" from "AUDIT_ENTRY" where "SEQ" >= ? order by "SEQ" asc, "HAPPENED_AT" asc, "ENTRY_ID" asc limit ?;
select "PLATFORM_ORDER_NO", "VERSION" from "PAY_ORDER" where "PLATFORM_ORDER_NO" in (?);
select "PLATFORM_ORDER_NO", "VERSION" from "PAY_ORDER_ARCHIVE" where "PLATFORM_ORDER_NO" in (?);
select "ENTRY_ID", "HAPPENED_AT", "ACTOR_KIND", "ACTOR_CODE", "ACTOR_ADDRESS", "ACTION", "OBJECT_KIND", "OBJECT_NO", "DESCRIPTION", "FACTS_BEFORE", "FACTS_AFTER", "REQUEST_ID", "ENTRY_MAC", "SEQ", "LINK_MAC", "ROWS_WRITTEN" from "AUDIT_ENTRY" where "SEQ" = ? order by "HAPPENED_AT" asc, "ENTRY_ID" asc limit ?;
select "DEV_ID", "VERSION" from "DEVELOPER" order by "DEV_ID" asc limit ?;
select "ROLE_CODE", "VERSION" from "DEVELOPER_ROLE" order by "ROLE_CODE" asc limit ?;
select "CHANNEL_MERCHANT_ID", "VERSION" from "CHANNEL_MERCHANT" order by "CHANNEL_MERCHANT_ID" asc limit ?;
select "MERCHANT_NO", "VERSION" from "PAYEE" order by "MERCHANT_NO" asc limit ?;
select "MERCHANT_NO", "CHANNEL_MERCHANT_ID", "VERSION" from "PAYEE_CHANNEL" order by "MERCHANT_NO" asc, "CHANNEL_MERCHANT_ID" asc limit ?;
select "INSTITUTION_NO", "VERSION" from "INSTITUTION" order by "INSTITUTION_NO" asc limit ?;
select "REGION_CODE", "VERSION" from "REGION" order by "REGION_CODE" asc limit ?;
select "INDUSTRY_CODE", "VERSION" from "INDUSTRY" order by "INDUSTRY_CODE" asc limit ?;
select "CHANNEL_NO", "VERSION" from "PAYMENT_CHANNEL" order by "CHANNEL_NO" asc limit ?;
select "REGION_CODE", "VERSION" from "NONTAX_REGION" order by "REGION_CODE" asc limit ?;
select "REGION_CODE", "ITEM_CODE", "VERSION" from "NONTAX_ITEM" order by "REGION_CODE" asc, "ITEM_CODE" asc limit ?;

-- auditChain.spanOf, numbered
select min("SEQ") as "FIRST_SEQ", max("SEQ") as "LAST_SEQ" from "AUDIT_ENTRY" where "HAPPENED_AT" >= ? and "HAPPENED_AT" < ? and "SEQ" > ?;
select "ENTRY_ID", "HAPPENED_AT", "ACTOR_KIND", "ACTOR_CODE", "ACTOR_ADDRESS", "ACTION", "OBJECT_KIND", "OBJECT_NO", "DESCRIPTION", "FACTS_BEFORE", "FACTS_AFTER", "REQUEST_ID", "ENTRY_MAC", "SEQ", "LINK_MAC", "ROWS_WRITTEN" from "AUDIT_ENTRY" where "SEQ" >= ? and not "ENTRY_ID" = ? order by "SEQ" asc, "HAPPENED_AT" asc, "ENTRY_ID" asc limit ?;

-- auditChain.last, linksOf, signedHeads, keepHead
select "SEQ", "LINK_MAC" from "AUDIT_ENTRY" where "SEQ" in (?, ?);
select "LAST_SEQ", "LAST_MAC", "SIGNED_AT", "PREVIOUS_SEQ", "KEY_NAME", "SIGNATURE_TEXT" from "AUDIT_SIGNED_HEAD" where "LAST_SEQ" > ? order by "LAST_SEQ" asc limit ?;
select "LAST_SEQ", "LAST_MAC", "SIGNED_AT", "PREVIOUS_SEQ", "KEY_NAME", "SIGNATURE_TEXT" from "AUDIT_SIGNED_HEAD" order by "LAST_SEQ" desc limit ?;
insert into "AUDIT_SIGNED_HEAD" ("KEY_NAME", "LAST_MAC", "LAST_SEQ", "PREVIOUS_SEQ", "SIGNATURE_TEXT", "SIGNED_AT") values (?, ?, ?, ?, ?, ?);

-- directory
select "DEV_ID", "DEVELOPER_NAME", "SIGN_ALGORITHM", "SM2_ENCODING", "SM2_USER_ID", "PUBLIC_KEYS", "ENABLED", "ALLOWED_ORIGINS", "ALLOWED_ADDRESSES", "ALLOWED_METHODS", "MERCHANT_NOS", "REQUESTS_PER_SECOND", "TEXTS_PAYERS", "PERSONAL_BILL_URL", "ROLE_CODES", "CONTACT_NAME", "MASKED_MOBILE", "CREATED_AT", "VERSION", "ROW_MAC" from "DEVELOPER" where "DEV_ID" = ? limit ?;
select "MERCHANT_NO", "PAYEE_NAME", "INSTITUTION_NO", "REGION_CODE", "ENABLED", "PAY_NOTIFY_URL", "REFUND_NOTIFY_URL", "DEFAULT_RETURN_URL", "REFUND_REVIEW_REQUIRED", "REFUND_REVIEW_ABOVE", "CALLBACK_ON_FAILED", "REPEAT_REFUND_BY_RULE", "SUB_MERCHANTS", "CHARGING_UNIT", "NOTICE_FIRST", "SLIP_REFUND_POLICY", "INDUSTRY_CODE", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "PAYEE" where "MERCHANT_NO" = ? limit ?;
select "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_MERCHANT_ID", "PAY_METHODS", "ENABLED", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "PAYEE_CHANNEL" where "MERCHANT_NO" = ? order by "CHANNEL_MERCHANT_ID" asc limit ?;
select "CHANNEL_MERCHANT_ID", "PAY_CHANNEL", "CHANNEL_MERCHANT_NAME", "CHANNEL_MERCHANT_NO", "CHANNEL_APP_ID", "ENVIRONMENT", "KEY_NAME", "SETTINGS_TEXT", "ENABLED", "CHANGED_BY", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "CHANNEL_MERCHANT" where "CHANNEL_MERCHANT_ID" = ? limit ?;

-- developers.one, mobileOf, isUsed, putMobile
select "SEALED_MOBILE" from "DEVELOPER" where "DEV_ID" = ? limit ?;
select "DEV_ID" from "PAY_ORDER" where "DEV_ID" = ? limit ?;
update "DEVELOPER" set "SEALED_MOBILE" = ? where "DEV_ID" = ?;

-- developers.where, roles of one
select "DEV_ID", "DEVELOPER_NAME", "SIGN_ALGORITHM", "SM2_ENCODING", "SM2_USER_ID", "PUBLIC_KEYS", "ENABLED", "ALLOWED_ORIGINS", "ALLOWED_ADDRESSES", "ALLOWED_METHODS", "MERCHANT_NOS", "REQUESTS_PER_SECOND", "TEXTS_PAYERS", "PERSONAL_BILL_URL", "ROLE_CODES", "CONTACT_NAME", "MASKED_MOBILE", "CREATED_AT", "VERSION", "ROW_MAC" from "DEVELOPER" where "DEVELOPER_NAME" = ? order by "DEV_ID" asc limit ?;

-- directoryEditor, known
update "PAYEE" set "PAYEE_NAME" = ?, "INSTITUTION_NO" = ?, "REGION_CODE" = ?, "ENABLED" = ?, "PAY_NOTIFY_URL" = ?, "REFUND_NOTIFY_URL" = ?, "DEFAULT_RETURN_URL" = ?, "REFUND_REVIEW_REQUIRED" = ?, "REFUND_REVIEW_ABOVE" = ?, "CALLBACK_ON_FAILED" = ?, "REPEAT_REFUND_BY_RULE" = ?, "SUB_MERCHANTS" = ?, "CHARGING_UNIT" = ?, "NOTICE_FIRST" = ?, "SLIP_REFUND_POLICY" = ?, "INDUSTRY_CODE" = ?, "REMARK" = ?, "ROW_MAC" = ?, "VERSION" = ? where "MERCHANT_NO" = ? and "VERSION" = ?;

-- trades
select "TRADE_KEY", "KIND", "PURPOSE", "PLATFORM_ORDER_NO", "ATTEMPT_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "CHANNEL_ORDER_NO", "ORDER_AMOUNT", "AMOUNT", "CHANNEL_DISCOUNT_AMOUNT", "SHARE_LIST", "TRADE_AT", "CLEARING_DAY", "SETTLE_STATE", "SETTLED_DAY", "SEEN_RUN_NO", "CREATED_AT" from "TRADE" where "TRADE_KEY" in (?, ?, ?, ?, ?, ?, ?, ?);
select "TRADE_KEY", "KIND", "PURPOSE", "PLATFORM_ORDER_NO", "ATTEMPT_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "CHANNEL_ORDER_NO", "ORDER_AMOUNT", "AMOUNT", "CHANNEL_DISCOUNT_AMOUNT", "SHARE_LIST", "TRADE_AT", "CLEARING_DAY", "SETTLE_STATE", "SETTLED_DAY", "SEEN_RUN_NO", "CREATED_AT" from "TRADE" where "CHANNEL_MERCHANT_ID" = ? and "CHANNEL_ORDER_NO" = ? order by "TRADE_KEY" asc limit ?;
select "TRADE_KEY", "KIND", "PURPOSE", "PLATFORM_ORDER_NO", "ATTEMPT_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "CHANNEL_ORDER_NO", "ORDER_AMOUNT", "AMOUNT", "CHANNEL_DISCOUNT_AMOUNT", "SHARE_LIST", "TRADE_AT", "CLEARING_DAY", "SETTLE_STATE", "SETTLED_DAY", "SEEN_RUN_NO", "CREATED_AT" from "TRADE" where "PLATFORM_ORDER_NO" = ? order by "CREATED_AT" asc, "TRADE_KEY" asc limit ?;
select "TRADE_KEY" from "TRADE" where "CHANNEL_MERCHANT_ID" = ? and "CLEARING_DAY" = ? and "SETTLE_STATE" in (?, ?) limit ?;
select "TRADE_KEY", "KIND", "PURPOSE", "PLATFORM_ORDER_NO", "ATTEMPT_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "CHANNEL_ORDER_NO", "ORDER_AMOUNT", "AMOUNT", "CHANNEL_DISCOUNT_AMOUNT", "SHARE_LIST", "TRADE_AT", "CLEARING_DAY", "SETTLE_STATE", "SETTLED_DAY", "SEEN_RUN_NO", "CREATED_AT" from "TRADE" where "CHANNEL_MERCHANT_ID" = ? and "SETTLE_STATE" = ? and "CLEARING_DAY" >= ? and "CLEARING_DAY" <= ? and ("CLEARING_DAY" > ? or ("CLEARING_DAY" = ? and "TRADE_KEY" > ?)) order by "CLEARING_DAY" asc, "TRADE_KEY" asc limit ?;
select "TRADE_KEY", "KIND", "PURPOSE", "PLATFORM_ORDER_NO", "ATTEMPT_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "CHANNEL_ORDER_NO", "ORDER_AMOUNT", "AMOUNT", "CHANNEL_DISCOUNT_AMOUNT", "SHARE_LIST", "TRADE_AT", "CLEARING_DAY", "SETTLE_STATE", "SETTLED_DAY", "SEEN_RUN_NO", "CREATED_AT" from "TRADE" where "CHANNEL_MERCHANT_ID" = ? and "SETTLED_DAY" = ? and "SEEN_RUN_NO" <> ? and "TRADE_KEY" > ? order by "TRADE_KEY" asc limit ?;

-- trades.unsettled, first page
select "TRADE_KEY", "KIND", "PURPOSE", "PLATFORM_ORDER_NO", "ATTEMPT_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "CHANNEL_ORDER_NO", "ORDER_AMOUNT", "AMOUNT", "CHANNEL_DISCOUNT_AMOUNT", "SHARE_LIST", "TRADE_AT", "CLEARING_DAY", "SETTLE_STATE", "SETTLED_DAY", "SEEN_RUN_NO", "CREATED_AT" from "TRADE" where "CHANNEL_MERCHANT_ID" = ? and "SETTLE_STATE" = ? and "CLEARING_DAY" >= ? and "CLEARING_DAY" <= ? order by "CLEARING_DAY" asc, "TRADE_KEY" asc limit ?;

-- trades.markSettled, markOpen
update "TRADE" set "SETTLE_STATE" = ?, "SETTLED_DAY" = ?, "SEEN_RUN_NO" = ? where "TRADE_KEY" in (?);
update "TRADE" set "SETTLE_STATE" = ?, "SETTLED_DAY" = ? where "TRADE_KEY" in (?);

-- settlement
select "TRADE_KEY", "ENTRY_NO", "CAUSE", "KIND", "PURPOSE", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "MERCHANT_NO", "SUB_MERCHANT_NO", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "BIZ_ORDER_NO", "CHANNEL_ORDER_NO", "ORDER_DATE", "TRADE_AT", "CLEARING_DAY", "SETTLE_DAY", "TRADE_COUNT", "TRADE_AMOUNT", "SETTLED_AMOUNT", "FEE_AMOUNT", "RUN_NO", "LINE_NO", "CREATED_AT" from "SETTLEMENT_ENTRY" where "TRADE_KEY" in (?, ?) order by "TRADE_KEY" asc, "ENTRY_NO" asc limit ?;
select "TRADE_KEY", "ENTRY_NO", "CAUSE", "KIND", "PURPOSE", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "MERCHANT_NO", "SUB_MERCHANT_NO", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "BIZ_ORDER_NO", "CHANNEL_ORDER_NO", "ORDER_DATE", "TRADE_AT", "CLEARING_DAY", "SETTLE_DAY", "TRADE_COUNT", "TRADE_AMOUNT", "SETTLED_AMOUNT", "FEE_AMOUNT", "RUN_NO", "LINE_NO", "CREATED_AT" from "SETTLEMENT_ENTRY" where "MERCHANT_NO" = ? and "SETTLE_DAY" = ? and ("TRADE_KEY" > ? or ("TRADE_KEY" = ? and "ENTRY_NO" > ?)) order by "TRADE_KEY" asc, "ENTRY_NO" asc limit ?;
select distinct "MERCHANT_NO" from "PAYEE_STATEMENT" where "SETTLE_DAY" = ? and "KIND" = ? order by "MERCHANT_NO" asc limit ?;
select "CERTIFIED_DAY", "CONTENT_TEXT", "CONTENT_DIGEST", "PREVIOUS_DIGEST", "PREVIOUS_DAY", "SIGNATURE_TEXT", "KEY_NAME", "ISSUED_AT" from "DAY_CERTIFICATE" order by "CERTIFIED_DAY" desc limit ?;
select "CERTIFIED_DAY", "CONTENT_TEXT", "CONTENT_DIGEST", "PREVIOUS_DIGEST", "PREVIOUS_DAY", "SIGNATURE_TEXT", "KEY_NAME", "ISSUED_AT" from "DAY_CERTIFICATE" where "CERTIFIED_DAY" > ? order by "CERTIFIED_DAY" asc limit ?;

-- reconciliation
select "BILL_NO", "CHANNEL_MERCHANT_ID", "CLEARING_DAY", "ORIGIN", "FILE_NO", "FILE_NAME", "BYTE_SIZE", "FILE_DIGEST", "TOTALS", "RECEIVED_AT", "RECEIVED_BY" from "CHANNEL_BILL" where "BILL_NO" = ? limit ?;
select "BILL_NO", "CHANNEL_MERCHANT_ID", "CLEARING_DAY", "ORIGIN", "FILE_NO", "FILE_NAME", "BYTE_SIZE", "FILE_DIGEST", "TOTALS", "RECEIVED_AT", "RECEIVED_BY" from "CHANNEL_BILL" where "CHANNEL_MERCHANT_ID" = ? and "CLEARING_DAY" = ? order by "RECEIVED_AT" asc, "BILL_NO" asc limit ?;
select "RUN_NO", "CHANNEL_MERCHANT_ID", "PAY_CHANNEL", "CLEARING_DAY", "RUN_SEQUENCE", "BILL_NO", "STATE", "LINES_DONE", "LINE_COUNT", "MISSING_AFTER", "FIGURES", "RUN_CHANGES", "STARTED_AT", "ENDED_AT", "STARTED_BY", "CANCEL_ASKED_BY", "REMARK", "VERSION" from "RECONCILE_RUN" where "RUN_NO" = ? limit ?;
select "RUN_NO", "CHANNEL_MERCHANT_ID", "PAY_CHANNEL", "CLEARING_DAY", "RUN_SEQUENCE", "BILL_NO", "STATE", "LINES_DONE", "LINE_COUNT", "MISSING_AFTER", "FIGURES", "RUN_CHANGES", "STARTED_AT", "ENDED_AT", "STARTED_BY", "CANCEL_ASKED_BY", "REMARK", "VERSION" from "RECONCILE_RUN" where "CHANNEL_MERCHANT_ID" = ? and "CLEARING_DAY" = ? order by "RUN_SEQUENCE" desc limit ?;
select "RUN_NO", "ITEM_NO", "SUBJECT_KEY", "OUTCOME", "CHANGE_KIND", "HERE_AMOUNT", "THERE_AMOUNT" from "RECONCILE_ITEM" where "RUN_NO" = ? and "ITEM_NO" > ? order by "ITEM_NO" asc limit ?;
select "CHANNEL_MERCHANT_ID", "CLEARING_DAY", "PAY_CHANNEL", "STATE", "BILL_NO", "LAST_RUN_NO", "RUNNING_NO", "RUN_COUNT", "RECONCILE_COUNT", "RECONCILE_AMOUNT", "SETTLED_AMOUNT", "FEE_AMOUNT", "OPEN_COUNT", "WAITING_COUNT", "TRIES", "LAST_TRIED_AT", "LAST_WORD", "RECONCILED_AT", "VERSION" from "RECONCILE_DAY" where "CLEARING_DAY" = ? order by "CHANNEL_MERCHANT_ID" asc limit ?;
select "DIFFERENCE_NO", "CHANNEL_MERCHANT_ID", "PAY_CHANNEL", "SUBJECT_KEY", "OUTCOME", "STATE", "CLEARING_DAY", "KIND", "MERCHANT_NO", "PLATFORM_ORDER_NO", "BIZ_ORDER_NO", "OWN_NO", "CHANNEL_NO", "HERE_AMOUNT", "THERE_AMOUNT", "HERE_FEE", "THERE_FEE", "THERE_SETTLED", "SUGGESTED_KEY", "HAPPENED_AT", "DETAIL_TEXT", "FIRST_RUN_NO", "LAST_RUN_NO", "CREATED_AT", "VERSION" from "RECONCILE_DIFFERENCE" where "DIFFERENCE_NO" = ? limit ?;
select "DIFFERENCE_NO", "CHANNEL_MERCHANT_ID", "PAY_CHANNEL", "SUBJECT_KEY", "OUTCOME", "STATE", "CLEARING_DAY", "KIND", "MERCHANT_NO", "PLATFORM_ORDER_NO", "BIZ_ORDER_NO", "OWN_NO", "CHANNEL_NO", "HERE_AMOUNT", "THERE_AMOUNT", "HERE_FEE", "THERE_FEE", "THERE_SETTLED", "SUGGESTED_KEY", "HAPPENED_AT", "DETAIL_TEXT", "FIRST_RUN_NO", "LAST_RUN_NO", "CREATED_AT", "VERSION" from "RECONCILE_DIFFERENCE" where "CHANNEL_MERCHANT_ID" = ? and "SUBJECT_KEY" in (?, ?, ?, ?, ?, ?, ?, ?);
select "DIFFERENCE_NO", "CHANNEL_MERCHANT_ID", "PAY_CHANNEL", "SUBJECT_KEY", "OUTCOME", "STATE", "CLEARING_DAY", "KIND", "MERCHANT_NO", "PLATFORM_ORDER_NO", "BIZ_ORDER_NO", "OWN_NO", "CHANNEL_NO", "HERE_AMOUNT", "THERE_AMOUNT", "HERE_FEE", "THERE_FEE", "THERE_SETTLED", "SUGGESTED_KEY", "HAPPENED_AT", "DETAIL_TEXT", "FIRST_RUN_NO", "LAST_RUN_NO", "CREATED_AT", "VERSION" from "RECONCILE_DIFFERENCE" where "CHANNEL_MERCHANT_ID" = ? and "CLEARING_DAY" = ? and "STATE" in (?, ?) and "DIFFERENCE_NO" > ? order by "DIFFERENCE_NO" asc limit ?;
select "DIFFERENCE_NO", "CHANNEL_MERCHANT_ID", "PAY_CHANNEL", "SUBJECT_KEY", "OUTCOME", "STATE", "CLEARING_DAY", "KIND", "MERCHANT_NO", "PLATFORM_ORDER_NO", "BIZ_ORDER_NO", "OWN_NO", "CHANNEL_NO", "HERE_AMOUNT", "THERE_AMOUNT", "HERE_FEE", "THERE_FEE", "THERE_SETTLED", "SUGGESTED_KEY", "HAPPENED_AT", "DETAIL_TEXT", "FIRST_RUN_NO", "LAST_RUN_NO", "CREATED_AT", "VERSION" from "RECONCILE_DIFFERENCE" where "MERCHANT_NO" = ? and "CLEARING_DAY" = ? and "STATE" in (?, ?, ?) and "DIFFERENCE_NO" > ? order by "DIFFERENCE_NO" asc limit ?;
select "DIFFERENCE_NO", "CHANNEL_MERCHANT_ID", "PAY_CHANNEL", "SUBJECT_KEY", "OUTCOME", "STATE", "CLEARING_DAY", "KIND", "MERCHANT_NO", "PLATFORM_ORDER_NO", "BIZ_ORDER_NO", "OWN_NO", "CHANNEL_NO", "HERE_AMOUNT", "THERE_AMOUNT", "HERE_FEE", "THERE_FEE", "THERE_SETTLED", "SUGGESTED_KEY", "HAPPENED_AT", "DETAIL_TEXT", "FIRST_RUN_NO", "LAST_RUN_NO", "CREATED_AT", "VERSION" from "RECONCILE_DIFFERENCE" where "CHANNEL_MERCHANT_ID" = ? and "CLEARING_DAY" = ? and "STATE" in (?, ?, ?) and "LAST_RUN_NO" <> ? order by "DIFFERENCE_NO" asc limit ?;
select "STATE", count(*) as "TOTAL" from "RECONCILE_DIFFERENCE" where "CHANNEL_MERCHANT_ID" = ? and "CLEARING_DAY" = ? and "STATE" in (?, ?) group by "STATE";
select "NOTE_NO", "OBJECT_KIND", "OBJECT_NO", "NOTE_ACTION", "NOTE_TEXT", "OPERATOR_NAME", "NOTED_AT" from "HANDLING_NOTE" where "OBJECT_KIND" = ? and "OBJECT_NO" = ? order by "NOTED_AT" asc, "NOTE_NO" asc limit ?;

-- records of a payee
select "ABNORMAL_ID", "KIND", "PLATFORM_ORDER_NO", "MERCHANT_NO", "ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "REMARK", "HANDLE_STATE", "CREATED_AT", "VERSION" from "ABNORMAL_ORDER" where "MERCHANT_NO" = ? and "CREATED_AT" >= ? and "CREATED_AT" < ? and ("CREATED_AT" > ? or ("CREATED_AT" = ? and "ABNORMAL_ID" > ?)) order by "CREATED_AT" asc, "ABNORMAL_ID" asc limit ?;
select "ABNORMAL_ID", "KIND", "PLATFORM_ORDER_NO", "MERCHANT_NO", "ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "REMARK", "HANDLE_STATE", "CREATED_AT", "VERSION" from "ABNORMAL_ORDER_ARCHIVE" where "MERCHANT_NO" = ? and "CREATED_AT" >= ? and "CREATED_AT" < ? and ("CREATED_AT" > ? or ("CREATED_AT" = ? and "ABNORMAL_ID" > ?)) order by "CREATED_AT" asc, "ABNORMAL_ID" asc limit ?;
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "HANDLE_STATE", "PAID_AT", "CREATED_AT", "VERSION" from "REPEAT_PAYMENT" where "MERCHANT_NO" = ? and "CREATED_AT" >= ? and "CREATED_AT" < ? and ("CREATED_AT" > ? or ("CREATED_AT" = ? and "ATTEMPT_NO" > ?)) order by "CREATED_AT" asc, "ATTEMPT_NO" asc limit ?;
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "HANDLE_STATE", "PAID_AT", "CREATED_AT", "VERSION" from "REPEAT_PAYMENT_ARCHIVE" where "MERCHANT_NO" = ? and "CREATED_AT" >= ? and "CREATED_AT" < ? and ("CREATED_AT" > ? or ("CREATED_AT" = ? and "ATTEMPT_NO" > ?)) order by "CREATED_AT" asc, "ATTEMPT_NO" asc limit ?;

-- keptFiles.read, forgetAbandoned
select "FILE_NO", "CHUNK_COUNT", "KEPT_AT" from "KEPT_EXPORT" where "FILE_NO" = ? limit ?;
select "CHUNK_NO" from "KEPT_CHUNK" where "FILE_NO" = ? and "CHUNK_NO" = ?;
select "FILE_NO", "CHUNK_NO", "CHUNK_TEXT" from "KEPT_CHUNK" where "FILE_NO" = ? and "CHUNK_NO" = ? limit ?;
select "FILE_NO", "CHUNK_COUNT", "TOUCHED_AT" from "KEPT_DRAFT" where "TOUCHED_AT" < ? order by "TOUCHED_AT" asc, "FILE_NO" asc limit ?;
select "FILE_NO", "CHUNK_COUNT", "TOUCHED_AT" from "KEPT_DRAFT" where "FILE_NO" = ? for update;
delete from "KEPT_CHUNK" where "FILE_NO" = ? and "CHUNK_NO" >= ?;
update "KEPT_DRAFT" set "CHUNK_COUNT" = ? where "FILE_NO" = ?;

-- reconciliation.put…
update "RECONCILE_RUN" set "BILL_NO" = ?, "STATE" = ?, "LINES_DONE" = ?, "LINE_COUNT" = ?, "MISSING_AFTER" = ?, "FIGURES" = ?, "RUN_CHANGES" = ?, "ENDED_AT" = ?, "CANCEL_ASKED_BY" = ?, "REMARK" = ?, "VERSION" = ? where "RUN_NO" = ? and "VERSION" = ?;
update "RECONCILE_DAY" set "PAY_CHANNEL" = ?, "STATE" = ?, "BILL_NO" = ?, "LAST_RUN_NO" = ?, "RUNNING_NO" = ?, "RUN_COUNT" = ?, "RECONCILE_COUNT" = ?, "RECONCILE_AMOUNT" = ?, "SETTLED_AMOUNT" = ?, "FEE_AMOUNT" = ?, "OPEN_COUNT" = ?, "WAITING_COUNT" = ?, "TRIES" = ?, "LAST_TRIED_AT" = ?, "LAST_WORD" = ?, "RECONCILED_AT" = ?, "VERSION" = ? where "CHANNEL_MERCHANT_ID" = ? and "CLEARING_DAY" = ? and "VERSION" = ?;
update "RECONCILE_DIFFERENCE" set "OUTCOME" = ?, "STATE" = ?, "CLEARING_DAY" = ?, "KIND" = ?, "MERCHANT_NO" = ?, "PLATFORM_ORDER_NO" = ?, "BIZ_ORDER_NO" = ?, "OWN_NO" = ?, "CHANNEL_NO" = ?, "HERE_AMOUNT" = ?, "THERE_AMOUNT" = ?, "HERE_FEE" = ?, "THERE_FEE" = ?, "THERE_SETTLED" = ?, "SUGGESTED_KEY" = ?, "HAPPENED_AT" = ?, "DETAIL_TEXT" = ?, "LAST_RUN_NO" = ?, "VERSION" = ? where "DIFFERENCE_NO" = ? and "VERSION" = ?;

-- eBills
select "BILL_KEY", "BILL_ROUND", "BILL_SOURCE", "PLATFORM_ORDER_NO", "BUS_NO", "STATE", "AMOUNT", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "REGION_CODE", "PAYER_KIND", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_EMAIL", "ITEM_LIST", "BASE_LIST", "WHOLE_ORDER", "SAID_ITEMS", "PAY_CODE", "BILL_CODE", "BILL_NO", "CHECK_CODE", "ISSUED_AT", "LINK_LIST", "REVERSAL_TEXT", "FAILURE_CODE", "FAILURE_TEXT", "PAGE_TOKEN", "TRIES_MADE", "LAST_TRY_AT", "NEXT_TRY_AT", "PAID_AT", "BILL_AT", "CREATED_AT", "VERSION" from "E_BILL" where "BILL_KEY" = ? order by "BILL_ROUND" asc limit ?;
select "BILL_KEY", "BILL_ROUND", "BILL_SOURCE", "PLATFORM_ORDER_NO", "BUS_NO", "STATE", "AMOUNT", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "REGION_CODE", "PAYER_KIND", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_EMAIL", "ITEM_LIST", "BASE_LIST", "WHOLE_ORDER", "SAID_ITEMS", "PAY_CODE", "BILL_CODE", "BILL_NO", "CHECK_CODE", "ISSUED_AT", "LINK_LIST", "REVERSAL_TEXT", "FAILURE_CODE", "FAILURE_TEXT", "PAGE_TOKEN", "TRIES_MADE", "LAST_TRY_AT", "NEXT_TRY_AT", "PAID_AT", "BILL_AT", "CREATED_AT", "VERSION" from "E_BILL" where "BILL_KEY" in (?, ?, ?, ?, ?, ?, ?, ?);
select "BILL_KEY", "BILL_ROUND", "BILL_SOURCE", "PLATFORM_ORDER_NO", "BUS_NO", "STATE", "AMOUNT", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "REGION_CODE", "PAYER_KIND", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_EMAIL", "ITEM_LIST", "BASE_LIST", "WHOLE_ORDER", "SAID_ITEMS", "PAY_CODE", "BILL_CODE", "BILL_NO", "CHECK_CODE", "ISSUED_AT", "LINK_LIST", "REVERSAL_TEXT", "FAILURE_CODE", "FAILURE_TEXT", "PAGE_TOKEN", "TRIES_MADE", "LAST_TRY_AT", "NEXT_TRY_AT", "PAID_AT", "BILL_AT", "CREATED_AT", "VERSION" from "E_BILL" where "BILL_CODE" = ? and "BILL_NO" = ? order by "BILL_KEY" asc, "BILL_ROUND" asc limit ?;
select "BILL_KEY", "BILL_ROUND", "BILL_SOURCE", "PLATFORM_ORDER_NO", "BUS_NO", "STATE", "AMOUNT", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "REGION_CODE", "PAYER_KIND", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_EMAIL", "ITEM_LIST", "BASE_LIST", "WHOLE_ORDER", "SAID_ITEMS", "PAY_CODE", "BILL_CODE", "BILL_NO", "CHECK_CODE", "ISSUED_AT", "LINK_LIST", "REVERSAL_TEXT", "FAILURE_CODE", "FAILURE_TEXT", "PAGE_TOKEN", "TRIES_MADE", "LAST_TRY_AT", "NEXT_TRY_AT", "PAID_AT", "BILL_AT", "CREATED_AT", "VERSION" from "E_BILL" where "PAGE_TOKEN" = ? limit ?;
select count(*) as "TOTAL", sum("AMOUNT") as "AMOUNT_SUM" from "E_BILL" where "REGION_CODE" = ? and "BILL_SOURCE" = ? and "ISSUED_AT" >= ? and "ISSUED_AT" < ?;
select "BILL_KEY", "BILL_ROUND", "BILL_SOURCE", "PLATFORM_ORDER_NO", "BUS_NO", "STATE", "AMOUNT", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "REGION_CODE", "PAYER_KIND", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_EMAIL", "ITEM_LIST", "BASE_LIST", "WHOLE_ORDER", "SAID_ITEMS", "PAY_CODE", "BILL_CODE", "BILL_NO", "CHECK_CODE", "ISSUED_AT", "LINK_LIST", "REVERSAL_TEXT", "FAILURE_CODE", "FAILURE_TEXT", "PAGE_TOKEN", "TRIES_MADE", "LAST_TRY_AT", "NEXT_TRY_AT", "PAID_AT", "BILL_AT", "CREATED_AT", "VERSION" from "E_BILL" where "REGION_CODE" = ? and "BILL_SOURCE" = ? and "ISSUED_AT" >= ? and "ISSUED_AT" < ? order by "ISSUED_AT" asc, "BILL_KEY" asc, "BILL_ROUND" asc limit ?;
select "BILL_KEY", "BILL_ROUND", "BILL_SOURCE", "PLATFORM_ORDER_NO", "BUS_NO", "STATE", "AMOUNT", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "REGION_CODE", "PAYER_KIND", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_EMAIL", "ITEM_LIST", "BASE_LIST", "WHOLE_ORDER", "SAID_ITEMS", "PAY_CODE", "BILL_CODE", "BILL_NO", "CHECK_CODE", "ISSUED_AT", "LINK_LIST", "REVERSAL_TEXT", "FAILURE_CODE", "FAILURE_TEXT", "PAGE_TOKEN", "TRIES_MADE", "LAST_TRY_AT", "NEXT_TRY_AT", "PAID_AT", "BILL_AT", "CREATED_AT", "VERSION" from "E_BILL" where "REGION_CODE" = ? and "BILL_SOURCE" = ? and "ISSUED_AT" >= ? and "ISSUED_AT" < ? and "ISSUED_AT" >= ? and ("ISSUED_AT" > ? or "BILL_KEY" > ? or ("BILL_KEY" = ? and "BILL_ROUND" > ?)) order by "ISSUED_AT" asc, "BILL_KEY" asc, "BILL_ROUND" asc limit ?;
select "REGION_CODE", "CHECK_DAY", "STATE", "OUR_COUNT", "OUR_AMOUNT", "THEIR_COUNT", "THEIR_AMOUNT", "DIFFERENCE_LIST", "WALK_TEXT", "CHECKED_AT", "VERSION" from "E_BILL_CHECK" where "REGION_CODE" = ? and "CHECK_DAY" = ? limit ?;

-- eBills.put…
update "E_BILL" set "STATE" = ?, "AMOUNT" = ?, "REGION_CODE" = ?, "ITEM_LIST" = ?, "SAID_ITEMS" = ?, "BILL_CODE" = ?, "BILL_NO" = ?, "CHECK_CODE" = ?, "ISSUED_AT" = ?, "LINK_LIST" = ?, "REVERSAL_TEXT" = ?, "FAILURE_CODE" = ?, "FAILURE_TEXT" = ?, "TRIES_MADE" = ?, "LAST_TRY_AT" = ?, "NEXT_TRY_AT" = ?, "BILL_AT" = ?, "VERSION" = ? where "BILL_KEY" = ? and "BILL_ROUND" = ? and "VERSION" = ?;
update "E_BILL_CHECK" set "STATE" = ?, "OUR_COUNT" = ?, "OUR_AMOUNT" = ?, "THEIR_COUNT" = ?, "THEIR_AMOUNT" = ?, "DIFFERENCE_LIST" = ?, "WALK_TEXT" = ?, "CHECKED_AT" = ?, "VERSION" = ? where "REGION_CODE" = ? and "CHECK_DAY" = ? and "VERSION" = ?;

-- legs, of orders
select "PLATFORM_ORDER_NO", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "NONTAX_INFO", "PAID_ATTEMPT_NO" from "PAY_ORDER" where "PLATFORM_ORDER_NO" in (?);
select "PLATFORM_ORDER_NO", "ATTEMPT_NO", "REFUND_AMOUNT", "STATE" from "PAY_REFUND" where "STATE" = ? and "PLATFORM_ORDER_NO" in (?);
select "BILL_KEY", "BILL_ROUND", "STATE", "AMOUNT", "BASE_LIST", "WHOLE_ORDER", "SAID_ITEMS" from "E_BILL" where "BILL_KEY" in (?);

-- legs, kept
select "CHECK_DAY", "CHANNEL_MERCHANT_ID", "RUN_NO", "STATE", "CHECK_PHASE", "AFTER_KEY", "ORDER_COUNT", "COMPLETE_COUNT", "CHANNEL_GAPS", "NOTICE_GAPS", "BILL_GAPS", "GAP_FIGURES", "WALKED_AT", "CHANGED_AT", "LOOK_AT", "OLDEST_AT", "ALARMED_AT", "VERSION" from "LEG_CHECK" where "CHECK_DAY" = ? order by "CHANNEL_MERCHANT_ID" asc limit ?;
select "CHECK_DAY", "PLATFORM_ORDER_NO", "LEG_NAME", "GAP_SEQ", "GAP_NO", "CHANNEL_MERCHANT_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "GAP_KIND", "EXPECTED_AMOUNT", "FOUND_AMOUNT", "GAP_STATE", "FIRST_SEEN_AT", "CLOSED_AT", "VERSION" from "LEG_GAP" where "GAP_NO" = ? limit ?;
select "CHECK_DAY", "PLATFORM_ORDER_NO", "LEG_NAME", "GAP_SEQ", "GAP_NO", "CHANNEL_MERCHANT_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "GAP_KIND", "EXPECTED_AMOUNT", "FOUND_AMOUNT", "GAP_STATE", "FIRST_SEEN_AT", "CLOSED_AT", "VERSION" from "LEG_GAP" where "CHECK_DAY" = ? and "PLATFORM_ORDER_NO" in (?);
select distinct "PLATFORM_ORDER_NO" from "LEG_GAP" where "CHECK_DAY" = ? and "CHANNEL_MERCHANT_ID" = ? and "GAP_STATE" = ? and "PLATFORM_ORDER_NO" > ? order by "PLATFORM_ORDER_NO" asc limit ?;
select "CHECK_DAY", "PLATFORM_ORDER_NO", "LEG_NAME", "GAP_SEQ", "GAP_NO", "CHANNEL_MERCHANT_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "GAP_KIND", "EXPECTED_AMOUNT", "FOUND_AMOUNT", "GAP_STATE", "FIRST_SEEN_AT", "CLOSED_AT", "VERSION" from "LEG_GAP" where "CHECK_DAY" = ? and "FIRST_SEEN_AT" <= ? and ("CLOSED_AT" is null or "CLOSED_AT" > ?) and "PLATFORM_ORDER_NO" >= ? and ("PLATFORM_ORDER_NO" > ? or "LEG_NAME" > ? or ("LEG_NAME" = ? and "GAP_SEQ" > ?)) order by "PLATFORM_ORDER_NO" asc, "LEG_NAME" asc, "GAP_SEQ" asc limit ?;

-- legs.put…
update "LEG_CHECK" set "RUN_NO" = ?, "STATE" = ?, "CHECK_PHASE" = ?, "AFTER_KEY" = ?, "ORDER_COUNT" = ?, "COMPLETE_COUNT" = ?, "CHANNEL_GAPS" = ?, "NOTICE_GAPS" = ?, "BILL_GAPS" = ?, "GAP_FIGURES" = ?, "WALKED_AT" = ?, "CHANGED_AT" = ?, "LOOK_AT" = ?, "OLDEST_AT" = ?, "ALARMED_AT" = ?, "VERSION" = ? where "CHECK_DAY" = ? and "CHANNEL_MERCHANT_ID" = ? and "VERSION" = ?;
update "LEG_GAP" set "GAP_STATE" = ?, "CLOSED_AT" = ?, "VERSION" = ? where "CHECK_DAY" = ? and "PLATFORM_ORDER_NO" = ? and "LEG_NAME" = ? and "GAP_SEQ" = ? and "VERSION" = ?;

-- texts
select "MESSAGE_ID", "SCENE", "BIZ_KEY", "SEALED_PHONE", "PHONE_INDEX", "MASKED_PHONE", "TEMPLATE_NAME", "PARAM_LIST", "STATE", "LAST_CODE", "TRIES", "BEING_SENT", "RESENT", "GROUP_NO", "ASKER_INDEX", "CREATED_AT", "SEND_AT", "LAST_TRIED_AT", "SUBMITTED_AT", "ENDED_AT", "VERSION" from "TEXT_MESSAGE" where "MESSAGE_ID" = ? limit ?;
select "MESSAGE_ID", "SCENE", "BIZ_KEY", "SEALED_PHONE", "PHONE_INDEX", "MASKED_PHONE", "TEMPLATE_NAME", "PARAM_LIST", "STATE", "LAST_CODE", "TRIES", "BEING_SENT", "RESENT", "GROUP_NO", "ASKER_INDEX", "CREATED_AT", "SEND_AT", "LAST_TRIED_AT", "SUBMITTED_AT", "ENDED_AT", "VERSION" from "TEXT_MESSAGE" where "GROUP_NO" = ? and "PHONE_INDEX" = ? limit ?;
select "MESSAGE_ID", "SCENE", "BIZ_KEY", "SEALED_PHONE", "PHONE_INDEX", "MASKED_PHONE", "TEMPLATE_NAME", "PARAM_LIST", "STATE", "LAST_CODE", "TRIES", "BEING_SENT", "RESENT", "GROUP_NO", "ASKER_INDEX", "CREATED_AT", "SEND_AT", "LAST_TRIED_AT", "SUBMITTED_AT", "ENDED_AT", "VERSION" from "TEXT_MESSAGE" where "PHONE_INDEX" = ? and "CREATED_AT" >= ? order by "CREATED_AT" desc, "MESSAGE_ID" desc limit ?;
select "CREATED_AT" from "TEXT_MESSAGE" where "ASKER_INDEX" = ? and "CREATED_AT" >= ? order by "CREATED_AT" desc limit ?;
select "MESSAGE_ID", "SCENE", "BIZ_KEY", "SEALED_PHONE", "PHONE_INDEX", "MASKED_PHONE", "TEMPLATE_NAME", "PARAM_LIST", "STATE", "LAST_CODE", "TRIES", "BEING_SENT", "RESENT", "GROUP_NO", "ASKER_INDEX", "CREATED_AT", "SEND_AT", "LAST_TRIED_AT", "SUBMITTED_AT", "ENDED_AT", "VERSION" from "TEXT_MESSAGE" where "SCENE" = ? and "BIZ_KEY" = ? order by "CREATED_AT" asc, "MESSAGE_ID" asc limit ?;
select "STATE", count(*) as "TOTAL" from "TEXT_MESSAGE" where "CREATED_AT" >= ? group by "STATE" order by "STATE" asc;

-- keyWalk.leftSince
select count(*) as "TOTAL" from "TEXT_BLOCK" where "CHANGED_AT" < ?;
select count(*) as "TOTAL" from "TEXT_CODE" where "MADE_AT" < ?;
select count(*) as "TOTAL" from "TEXT_INBOUND" where "RECEIVED_AT" < ?;

-- texts.put…
update "TEXT_MESSAGE" set "STATE" = ?, "LAST_CODE" = ?, "TRIES" = ?, "BEING_SENT" = ?, "RESENT" = ?, "GROUP_NO" = ?, "SEND_AT" = ?, "LAST_TRIED_AT" = ?, "SUBMITTED_AT" = ?, "ENDED_AT" = ?, "VERSION" = ? where "MESSAGE_ID" = ? and "VERSION" = ?;
update "TEXT_BLOCK" set "MASKED_PHONE" = ?, "IS_BLOCKED" = ?, "BLOCK_CAUSE" = ?, "CHANGED_AT" = ?, "VERSION" = ? where "PHONE_INDEX" = ? and "VERSION" = ?;
update "TEXT_CODE" set "CODE_HASH" = ?, "MADE_AT" = ?, "WRONG_TRIES" = ?, "USED_AT" = ?, "VERSION" = ? where "SCENE" = ? and "PHONE_INDEX" = ? and "VERSION" = ?;

-- texts, under two keys
select "PHONE_INDEX", "MASKED_PHONE", "IS_BLOCKED", "BLOCK_CAUSE", "CHANGED_AT", "VERSION" from "TEXT_BLOCK" where "PHONE_INDEX" in (?, ?);
delete from "TEXT_BLOCK" where "PHONE_INDEX" = ? and "VERSION" = ?;
select "MESSAGE_ID", "SCENE", "BIZ_KEY", "SEALED_PHONE", "PHONE_INDEX", "MASKED_PHONE", "TEMPLATE_NAME", "PARAM_LIST", "STATE", "LAST_CODE", "TRIES", "BEING_SENT", "RESENT", "GROUP_NO", "ASKER_INDEX", "CREATED_AT", "SEND_AT", "LAST_TRIED_AT", "SUBMITTED_AT", "ENDED_AT", "VERSION" from "TEXT_MESSAGE" where "GROUP_NO" = ? and "PHONE_INDEX" in (?, ?) limit ?;
select "MESSAGE_ID", "SCENE", "BIZ_KEY", "SEALED_PHONE", "PHONE_INDEX", "MASKED_PHONE", "TEMPLATE_NAME", "PARAM_LIST", "STATE", "LAST_CODE", "TRIES", "BEING_SENT", "RESENT", "GROUP_NO", "ASKER_INDEX", "CREATED_AT", "SEND_AT", "LAST_TRIED_AT", "SUBMITTED_AT", "ENDED_AT", "VERSION" from "TEXT_MESSAGE" where "PHONE_INDEX" in (?, ?) and "CREATED_AT" >= ? order by "CREATED_AT" desc, "MESSAGE_ID" desc limit ?;
select "CREATED_AT" from "TEXT_MESSAGE" where "ASKER_INDEX" in (?, ?) and "CREATED_AT" >= ? order by "CREATED_AT" desc limit ?;
select "SCENE", "PHONE_INDEX", "CODE_HASH", "MADE_AT", "WRONG_TRIES", "USED_AT", "VERSION" from "TEXT_CODE" where "SCENE" = ? and "PHONE_INDEX" in (?, ?) limit ?;

-- texts.forget…
select "MESSAGE_ID", "VERSION" from "TEXT_MESSAGE" where "FORGOTTEN_AT" is null and "ENDED_AT" < ? order by "ENDED_AT" asc, "MESSAGE_ID" asc limit ?;
update "TEXT_MESSAGE" set "SEALED_PHONE" = ?, "PHONE_INDEX" = ?, "MASKED_PHONE" = ?, "PARAM_LIST" = ?, "ASKER_INDEX" = ?, "FORGOTTEN_AT" = ?, "VERSION" = ? where "MESSAGE_ID" = ? and "VERSION" = ?;
select "SAID_INDEX" from "TEXT_INBOUND" where "RECEIVED_AT" < ? order by "RECEIVED_AT" asc, "INBOUND_NO" asc limit ?;
delete from "TEXT_INBOUND" where "SAID_INDEX" in (?);
select "SCENE", "PHONE_INDEX", "CODE_HASH", "MADE_AT", "WRONG_TRIES", "USED_AT", "VERSION" from "TEXT_CODE" where "MADE_AT" < ? order by "MADE_AT" asc, "PHONE_INDEX" asc, "SCENE" asc limit ?;
delete from "TEXT_CODE" where "SCENE" = ? and "PHONE_INDEX" = ? and "VERSION" = ?;

-- sharing
select "BATCH_NO", "TARGET_NAME", "TABLE_NAME", "BATCH_KIND", "STATE", "ROW_COUNT", "ACCEPTED_COUNT", "QUARANTINED_COUNT", "WARNING_COUNT", "MESSAGE_TEXT", "BEGAN_AT", "ENDED_AT" from "SHARE_BATCH" where "TARGET_NAME" = ? order by "BEGAN_AT" desc, "BATCH_NO" desc limit ?;
select "BATCH_NO", "TARGET_NAME", "TABLE_NAME", "BATCH_KIND", "STATE", "ROW_COUNT", "ACCEPTED_COUNT", "QUARANTINED_COUNT", "WARNING_COUNT", "MESSAGE_TEXT", "BEGAN_AT", "ENDED_AT" from "SHARE_BATCH" where "TARGET_NAME" = ? and "TABLE_NAME" = ? order by "BEGAN_AT" desc, "BATCH_NO" desc limit ?;
select "QUARANTINE_NO", "TARGET_NAME", "TABLE_NAME", "ROW_KEY", "REASON", "DETAIL_TEXT", "STATE", "BATCH_NO", "TIMES", "FIRST_AT", "LAST_AT", "VERSION" from "SHARE_QUARANTINE" where "QUARANTINE_NO" = ? limit ?;
select "QUARANTINE_NO", "TARGET_NAME", "TABLE_NAME", "ROW_KEY", "REASON", "DETAIL_TEXT", "STATE", "BATCH_NO", "TIMES", "FIRST_AT", "LAST_AT", "VERSION" from "SHARE_QUARANTINE" where "TARGET_NAME" = ? and "TABLE_NAME" = ? and "ROW_KEY" in (?, ?, ?, ?, ?, ?, ?, ?);
select "QUARANTINE_NO", "TARGET_NAME", "TABLE_NAME", "ROW_KEY", "REASON", "DETAIL_TEXT", "STATE", "BATCH_NO", "TIMES", "FIRST_AT", "LAST_AT", "VERSION" from "SHARE_QUARANTINE" where "TARGET_NAME" = ? and "STATE" = ? and "QUARANTINE_NO" > ? order by "QUARANTINE_NO" asc limit ?;
select count(*) as "TOTAL" from "SHARE_QUARANTINE" where "TARGET_NAME" = ? and "TABLE_NAME" = ? and "STATE" = ?;
select "TABLE_NAME", "COLUMN_NAME", "IS_FULL", "BASIS_TEXT", "DECIDED_BY", "DECIDED_AT", "VERSION" from "SHARE_POLICY" order by "TABLE_NAME" asc, "COLUMN_NAME" asc limit ?;
select "PLATFORM_ORDER_NO", "NOTED_AT", "VERSION" from "SHARE_ORDER_OUTBOX" where "NOTED_AT" <= ? and "NOTED_AT" >= ? and ("NOTED_AT" > ? or "PLATFORM_ORDER_NO" > ?) order by "NOTED_AT" asc, "PLATFORM_ORDER_NO" asc limit ?;
select count(*) as "TOTAL" from "SHARE_ORDER_OUTBOX" where "NOTED_AT" <= ? and ("NOTED_AT" < ? or "PLATFORM_ORDER_NO" <= ?);
select "NODE_ID", "PARENT_ID", "PARENT_IDS", "GRADE", "NODE_NAME", "ORG_ID", "IS_GONE", "CREATED_AT", "CHANGED_AT", "VERSION" from "SHARE_NODE" where "NODE_ID" in (?, ?, ?, ?, ?, ?, ?, ?);
select "NODE_ID", "PARENT_ID", "PARENT_IDS", "GRADE", "NODE_NAME", "ORG_ID", "IS_GONE", "CREATED_AT", "CHANGED_AT", "VERSION" from "SHARE_NODE" where "CHANGED_AT" <= ? and "CHANGED_AT" >= ? and ("CHANGED_AT" > ? or "NODE_ID" > ?) order by "CHANGED_AT" asc, "NODE_ID" asc limit ?;
select count(*) as "TOTAL" from "SHARE_NODE" where "CHANGED_AT" <= ? and ("CHANGED_AT" < ? or "NODE_ID" <= ?);
select "NODE_ID", "PARENT_ID", "PARENT_IDS", "GRADE", "NODE_NAME", "ORG_ID", "IS_GONE", "CREATED_AT", "CHANGED_AT", "VERSION" from "SHARE_NODE" where "NODE_ID" > ? order by "NODE_ID" asc limit ?;

-- sharing.put…
update "SHARE_WATERMARK" set "MARK_AT" = ?, "MARK_ID" = ?, "LEASE_OWNER" = ?, "LEASE_UNTIL" = ?, "BATCH_SEQUENCE" = ?, "FAILURE_COUNT" = ?, "NOT_BEFORE" = ?, "PHASE" = ?, "COUNTED_DAY" = ?, "VERSION" = ? where "TARGET_NAME" = ? and "TABLE_NAME" = ? and "VERSION" = ?;
update "SHARE_QUARANTINE" set "REASON" = ?, "DETAIL_TEXT" = ?, "STATE" = ?, "BATCH_NO" = ?, "TIMES" = ?, "LAST_AT" = ?, "VERSION" = ? where "QUARANTINE_NO" = ? and "VERSION" = ?;
update "SHARE_POLICY" set "IS_FULL" = ?, "BASIS_TEXT" = ?, "DECIDED_BY" = ?, "DECIDED_AT" = ?, "VERSION" = ? where "TABLE_NAME" = ? and "COLUMN_NAME" = ? and "VERSION" = ?;
update "SHARE_ORDER_OUTBOX" set "NOTED_AT" = ?, "VERSION" = ? where "PLATFORM_ORDER_NO" = ? and "VERSION" = ?;
update "SHARE_NODE" set "PARENT_ID" = ?, "PARENT_IDS" = ?, "GRADE" = ?, "NODE_NAME" = ?, "ORG_ID" = ?, "IS_GONE" = ?, "CHANGED_AT" = ?, "VERSION" = ? where "NODE_ID" = ? and "VERSION" = ?;

-- operators
select "OPERATOR_NO", "LOGIN_ACCOUNT", "OPERATOR_NAME", "MASKED_MOBILE", "SEALED_MOBILE", "STATE", "OFFICER_KIND", "ROLE_CODES", "SCOPE_KIND", "REGION_CODE", "INSTITUTION_NO", "REMARK", "CREATED_AT", "ROW_MAC", "VERSION" from "CONSOLE_OPERATOR" where "OPERATOR_NO" = ? limit ?;
select "OPERATOR_NO", "LOGIN_ACCOUNT", "OPERATOR_NAME", "MASKED_MOBILE", "SEALED_MOBILE", "STATE", "OFFICER_KIND", "ROLE_CODES", "SCOPE_KIND", "REGION_CODE", "INSTITUTION_NO", "REMARK", "CREATED_AT", "ROW_MAC", "VERSION" from "CONSOLE_OPERATOR" where "OFFICER_KIND" in (?, ?, ?) order by "OPERATOR_NO" asc limit ?;
select count(*) as "TOTAL" from "CONSOLE_OPERATOR";
select "OPERATOR_NO", "PASSWORD_HASH", "PASSWORD_CHANGED_AT", "MUST_CHANGE", "FORMER_PASSWORDS", "SECOND_FACTOR", "ACTIVATION_HASH", "ACTIVATION_UNTIL", "ROW_MAC", "VERSION" from "OPERATOR_CREDENTIAL" where "OPERATOR_NO" = ? limit ?;
select "ROLE_CODE", "ROLE_NAME", "PERMISSION_LIST", "REMARK", "CREATED_AT", "ROW_MAC", "VERSION" from "OPERATOR_ROLE" order by "ROLE_CODE" asc limit ?;
select "OPERATOR_NO", "LOGIN_ACCOUNT", "OPERATOR_NAME", "MASKED_MOBILE", "SEALED_MOBILE", "STATE", "OFFICER_KIND", "ROLE_CODES", "SCOPE_KIND", "REGION_CODE", "INSTITUTION_NO", "REMARK", "CREATED_AT", "ROW_MAC", "VERSION" from "CONSOLE_OPERATOR" order by "OPERATOR_NO" asc limit ?;
select "REQUEST_NO", "OPERATOR_NO", "OPERATOR_VERSION", "OFFICER_KIND", "ROLE_CODES", "SCOPE_KIND", "REGION_CODE", "INSTITUTION_NO", "STATE", "ASKED_BY", "DECIDED_BY", "REMARK", "OPINION", "ASKED_AT", "DECIDED_AT", "ROW_MAC", "VERSION" from "GRANT_REQUEST" where "STATE" = ? order by "ASKED_AT" asc, "REQUEST_NO" asc limit ?;
select "TOKEN_HASH", "SESSION_NO", "OPERATOR_NO", "SESSION_STAGE", "FROM_ADDRESS", "BEGAN_AT", "SEEN_AT", "PROVED_AT", "ENDED_AT", "END_CAUSE", "IS_OPEN", "ROW_MAC", "VERSION" from "OPERATOR_SESSION" where "TOKEN_HASH" = ? limit ?;
select "RECOVERY_NO", "RESTORED_AT", "BACKUP_TAKEN_AT", "PAYMENTS_RELEASED_AT", "REFUNDS_RELEASED_AT", "CALLBACKS_RELEASED_AT", "ENDED_AT", "VERSION" from "RECOVERY_MARK" order by "RESTORED_AT" desc, "RECOVERY_NO" desc limit ?;
select "TOKEN_HASH", "SESSION_NO", "OPERATOR_NO", "SESSION_STAGE", "FROM_ADDRESS", "BEGAN_AT", "SEEN_AT", "PROVED_AT", "ENDED_AT", "END_CAUSE", "IS_OPEN", "ROW_MAC", "VERSION" from "OPERATOR_SESSION" where "OPERATOR_NO" = ? and "IS_OPEN" = ? order by "BEGAN_AT" desc, "SESSION_NO" desc limit ?;
select "CHALLENGE_NO", "PURPOSE", "NONCE", "SEALED_KEY", "SEALED_CAPTCHA", "SESSION_NO", "MADE_AT", "USED_AT", "VERSION" from "SIGN_IN_CHALLENGE" where "CHALLENGE_NO" = ? limit ?;
select "REQUEST_NO", "OPERATOR_NO", "OPERATOR_VERSION", "OFFICER_KIND", "ROLE_CODES", "SCOPE_KIND", "REGION_CODE", "INSTITUTION_NO", "STATE", "ASKED_BY", "DECIDED_BY", "REMARK", "OPINION", "ASKED_AT", "DECIDED_AT", "ROW_MAC", "VERSION" from "GRANT_REQUEST" where "REQUEST_NO" = ? limit ?;
select "KEY_NO", "OPERATOR_NO", "PUBLIC_KEY", "KEY_PRINT", "STATE", "ASKED_BY", "ASKED_AT", "DECIDED_BY", "DECIDED_AT", "REMARK", "ROW_MAC", "VERSION" from "OPERATOR_KEY" where "KEY_NO" = ? limit ?;
select "KEY_NO", "OPERATOR_NO", "PUBLIC_KEY", "KEY_PRINT", "STATE", "ASKED_BY", "ASKED_AT", "DECIDED_BY", "DECIDED_AT", "REMARK", "ROW_MAC", "VERSION" from "OPERATOR_KEY" where "OPERATOR_NO" = ? order by "ASKED_AT" desc, "KEY_NO" desc limit ?;

-- operators.put…
select "OPERATOR_NO", "LOGIN_ACCOUNT", "OPERATOR_NAME", "MASKED_MOBILE", "SEALED_MOBILE", "STATE", "OFFICER_KIND", "ROLE_CODES", "SCOPE_KIND", "REGION_CODE", "INSTITUTION_NO", "REMARK", "CREATED_AT", "ROW_MAC", "VERSION" from "CONSOLE_OPERATOR" where "OPERATOR_NO" = ? for update;
select "ROLE_CODE", "ROLE_NAME", "PERMISSION_LIST", "REMARK", "CREATED_AT", "ROW_MAC", "VERSION" from "OPERATOR_ROLE" where "ROLE_CODE" = ? for update;
update "CONSOLE_OPERATOR" set "OPERATOR_NAME" = ?, "MASKED_MOBILE" = ?, "STATE" = ?, "OFFICER_KIND" = ?, "ROLE_CODES" = ?, "SCOPE_KIND" = ?, "REGION_CODE" = ?, "INSTITUTION_NO" = ?, "REMARK" = ?, "ROW_MAC" = ?, "VERSION" = ? where "OPERATOR_NO" = ? and "LOGIN_ACCOUNT" = ? and "VERSION" = ?;
update "CONSOLE_OPERATOR" set "SEALED_MOBILE" = ? where "OPERATOR_NO" = ?;
update "OPERATOR_CREDENTIAL" set "PASSWORD_HASH" = ?, "PASSWORD_CHANGED_AT" = ?, "MUST_CHANGE" = ?, "FORMER_PASSWORDS" = ?, "SECOND_FACTOR" = ?, "ACTIVATION_HASH" = ?, "ACTIVATION_UNTIL" = ?, "ROW_MAC" = ?, "VERSION" = ? where "OPERATOR_NO" = ? and "VERSION" = ?;
update "OPERATOR_ROLE" set "ROLE_NAME" = ?, "PERMISSION_LIST" = ?, "REMARK" = ?, "ROW_MAC" = ?, "VERSION" = ? where "ROLE_CODE" = ? and "VERSION" = ?;
update "OPERATOR_SESSION" set "SESSION_STAGE" = ?, "FROM_ADDRESS" = ?, "SEEN_AT" = ?, "PROVED_AT" = ?, "ENDED_AT" = ?, "END_CAUSE" = ?, "IS_OPEN" = ?, "ROW_MAC" = ?, "VERSION" = ? where "TOKEN_HASH" = ? and "SESSION_NO" = ? and "OPERATOR_NO" = ? and "VERSION" = ?;
update "SIGN_IN_TRIES" set "WRONG_AT_LIST" = ?, "LOCKED_UNTIL" = ?, "VERSION" = ? where "TRY_HOLDER" = ? and "VERSION" = ?;
update "SIGN_IN_CHALLENGE" set "USED_AT" = ?, "VERSION" = ? where "CHALLENGE_NO" = ? and "VERSION" = ?;
select "CHALLENGE_NO" from "SIGN_IN_CHALLENGE" where "MADE_AT" < ? order by "MADE_AT" asc, "CHALLENGE_NO" asc limit ?;
delete from "SIGN_IN_CHALLENGE" where "CHALLENGE_NO" in (?);
select "TOKEN_HASH" from "OPERATOR_SESSION" where "ENDED_AT" < ? order by "ENDED_AT" asc, "TOKEN_HASH" asc limit ?;
delete from "OPERATOR_SESSION" where "TOKEN_HASH" in (?);
select "TRY_HOLDER", "WRONG_AT_LIST", "LOCKED_UNTIL", "VERSION" from "SIGN_IN_TRIES" where "TRY_HOLDER" > ? order by "TRY_HOLDER" asc limit ?;
update "GRANT_REQUEST" set "OPERATOR_NO" = ?, "OPERATOR_VERSION" = ?, "OFFICER_KIND" = ?, "ROLE_CODES" = ?, "SCOPE_KIND" = ?, "REGION_CODE" = ?, "INSTITUTION_NO" = ?, "STATE" = ?, "ASKED_BY" = ?, "DECIDED_BY" = ?, "REMARK" = ?, "OPINION" = ?, "ASKED_AT" = ?, "DECIDED_AT" = ?, "ROW_MAC" = ?, "VERSION" = ? where "REQUEST_NO" = ? and "VERSION" = ?;
update "OPERATOR_KEY" set "STATE" = ?, "ASKED_BY" = ?, "ASKED_AT" = ?, "DECIDED_BY" = ?, "DECIDED_AT" = ?, "REMARK" = ?, "ROW_MAC" = ?, "VERSION" = ? where "KEY_NO" = ? and "VERSION" = ?;

-- exports
select "EXPORT_NO", "OPERATOR_NO", "LIST_NAME", "PARAMETER_LIST", "ROW_SCOPE", "RUN_PLACE", "STATE", "ROWS_WRITTEN", "FILE_NO", "FILE_NAME", "FAIL_CAUSE", "STARTED_AT", "SEEN_AT", "ENDED_AT", "VERSION" from "LIST_EXPORT" where "EXPORT_NO" = ? limit ?;
select "EXPORT_NO", "OPERATOR_NO", "LIST_NAME", "PARAMETER_LIST", "ROW_SCOPE", "RUN_PLACE", "STATE", "ROWS_WRITTEN", "FILE_NO", "FILE_NAME", "FAIL_CAUSE", "STARTED_AT", "SEEN_AT", "ENDED_AT", "VERSION" from "LIST_EXPORT" where "FILE_NO" = ? limit ?;
select "EXPORT_NO", "OPERATOR_NO", "LIST_NAME", "PARAMETER_LIST", "ROW_SCOPE", "RUN_PLACE", "STATE", "ROWS_WRITTEN", "FILE_NO", "FILE_NAME", "FAIL_CAUSE", "STARTED_AT", "SEEN_AT", "ENDED_AT", "VERSION" from "LIST_EXPORT" where "RUN_PLACE" in (?, ?) order by "RUN_PLACE" asc;
select "EXPORT_NO", "OPERATOR_NO", "LIST_NAME", "PARAMETER_LIST", "ROW_SCOPE", "RUN_PLACE", "STATE", "ROWS_WRITTEN", "FILE_NO", "FILE_NAME", "FAIL_CAUSE", "STARTED_AT", "SEEN_AT", "ENDED_AT", "VERSION" from "LIST_EXPORT" where "STATE" = ? and "SEEN_AT" < ? order by "SEEN_AT" asc, "EXPORT_NO" asc limit ?;

-- exports.put
update "LIST_EXPORT" set "RUN_PLACE" = ?, "STATE" = ?, "ROWS_WRITTEN" = ?, "FILE_NO" = ?, "FILE_NAME" = ?, "FAIL_CAUSE" = ?, "SEEN_AT" = ?, "ENDED_AT" = ?, "VERSION" = ? where "EXPORT_NO" = ? and "VERSION" = ?;

-- keptFiles.forgetExports, a part
select "FILE_NO", "CHUNK_COUNT", "KEPT_AT" from "KEPT_EXPORT" where "KEPT_AT" < ? order by "KEPT_AT" asc, "FILE_NO" asc limit ?;
select "FILE_NO", "CHUNK_COUNT", "KEPT_AT" from "KEPT_EXPORT" where "FILE_NO" = ? for update;
update "KEPT_EXPORT" set "CHUNK_COUNT" = ? where "FILE_NO" = ?;

-- keptFiles.forgetExports
delete from "KEPT_EXPORT" where "FILE_NO" = ?;

-- alerts
select "ALERT_NO", "WAIT_PLACE", "ALERT_TYPE", "ALERT_LEVEL", "EVENT_NAME", "MESSAGE_TEXT", "RELATED_ORDER_NO", "RAISE_COUNT", "FIRST_AT", "LAST_AT", "STATE", "HANDLED_BY", "HANDLED_AT", "REMARK", "VERSION" from "CONSOLE_ALERT" where "ALERT_NO" = ? limit ?;
select "ALERT_NO", "WAIT_PLACE", "ALERT_TYPE", "ALERT_LEVEL", "EVENT_NAME", "MESSAGE_TEXT", "RELATED_ORDER_NO", "RAISE_COUNT", "FIRST_AT", "LAST_AT", "STATE", "HANDLED_BY", "HANDLED_AT", "REMARK", "VERSION" from "CONSOLE_ALERT" where "STATE" = ? order by "LAST_AT" asc, "ALERT_NO" asc limit ?;

-- alerts.put
select "ALERT_NO", "WAIT_PLACE", "ALERT_TYPE", "ALERT_LEVEL", "EVENT_NAME", "MESSAGE_TEXT", "RELATED_ORDER_NO", "RAISE_COUNT", "FIRST_AT", "LAST_AT", "STATE", "HANDLED_BY", "HANDLED_AT", "REMARK", "VERSION" from "CONSOLE_ALERT" where "WAIT_PLACE" = ? for update;
update "CONSOLE_ALERT" set "WAIT_PLACE" = ?, "ALERT_LEVEL" = ?, "MESSAGE_TEXT" = ?, "RAISE_COUNT" = ?, "LAST_AT" = ?, "STATE" = ?, "HANDLED_BY" = ?, "HANDLED_AT" = ?, "REMARK" = ?, "VERSION" = ? where "ALERT_NO" = ? and "VERSION" = ?;

-- menus
select "MENU_KEY", "PARENT_KEY", "MENU_NAME", "MENU_TYPE", "PAGE_KEY", "SORT_NO", "ENABLED", "MENU_ORIGIN", "REMARK", "VERSION" from "CONSOLE_MENU" order by "MENU_KEY" asc limit ?;

-- menus.put
select "MENU_KEY", "PARENT_KEY", "MENU_NAME", "MENU_TYPE", "PAGE_KEY", "SORT_NO", "ENABLED", "MENU_ORIGIN", "REMARK", "VERSION" from "CONSOLE_MENU" where "MENU_KEY" = ? for update;
update "CONSOLE_MENU" set "PARENT_KEY" = ?, "MENU_NAME" = ?, "SORT_NO" = ?, "ENABLED" = ?, "REMARK" = ?, "VERSION" = ? where "MENU_KEY" = ? and "VERSION" = ?;

-- logBooks.newestBeyond
select "LOGGED_AT" from "PLATFORM_LOG" order by "LOGGED_AT" desc, "LOG_NO" desc limit ? offset ?;

-- logBooks.forget
select "LOG_NO" from "PLATFORM_LOG" where "LOGGED_AT" < ? order by "LOGGED_AT" asc, "LOG_NO" asc limit ?;
delete from "PLATFORM_LOG" where "LOG_NO" in (?);

-- issues
select "ISSUE_NO", "ISSUE_TYPE", "RELATED_ORDER_NO", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_NO", "BIZ_ORDER_NO", "SEALED_DESCRIPTION", "MASKED_MOBILE", "SEALED_MOBILE", "STATE", "SEALED_SOLUTION", "SOLVED_BY", "SOLVED_AT", "REGISTERED_BY", "REGISTERED_AT", "STEP_COUNT", "ATTACHMENT_COUNT", "ATTACHMENT_BYTES", "FORGOTTEN_AT", "VERSION" from "DESK_ISSUE" where "ISSUE_NO" = ? limit ?;
select "ISSUE_NO", "STEP_NO", "STEP_KIND", "SEALED_WORDS", "DONE_BY", "DONE_AT" from "ISSUE_STEP" where "ISSUE_NO" = ? order by "STEP_NO" asc limit ?;
select "ATTACHMENT_NO", "FILE_NAME", "FILE_KIND", "BYTE_SIZE", "FILE_DIGEST", "SCAN_VERDICT", "STATE", "UPLOADED_BY", "UPLOADED_AT", "ISSUE_NO", "STEP_NO", "VERSION" from "ISSUE_ATTACHMENT" where "ISSUE_NO" = ? order by "STEP_NO" asc, "ATTACHMENT_NO" asc limit ?;
select "ATTACHMENT_NO", "FILE_NAME", "FILE_KIND", "BYTE_SIZE", "FILE_DIGEST", "SCAN_VERDICT", "STATE", "UPLOADED_BY", "UPLOADED_AT", "ISSUE_NO", "STEP_NO", "VERSION" from "ISSUE_ATTACHMENT" where "ATTACHMENT_NO" = ? limit ?;
select "ATTACHMENT_NO", "FILE_NAME", "FILE_KIND", "BYTE_SIZE", "FILE_DIGEST", "SCAN_VERDICT", "STATE", "UPLOADED_BY", "UPLOADED_AT", "ISSUE_NO", "STEP_NO", "VERSION" from "ISSUE_ATTACHMENT" where "STATE" in (?, ?, ?) and "UPLOADED_AT" < ? order by "UPLOADED_AT" asc, "ATTACHMENT_NO" asc limit ?;
select "ISSUE_NO" from "DESK_ISSUE" where "FORGOTTEN_AT" is null and "SOLVED_AT" < ? order by "SOLVED_AT" asc, "ISSUE_NO" asc limit ?;

-- issues.put
select "ISSUE_NO", "ISSUE_TYPE", "RELATED_ORDER_NO", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_NO", "BIZ_ORDER_NO", "SEALED_DESCRIPTION", "MASKED_MOBILE", "SEALED_MOBILE", "STATE", "SEALED_SOLUTION", "SOLVED_BY", "SOLVED_AT", "REGISTERED_BY", "REGISTERED_AT", "STEP_COUNT", "ATTACHMENT_COUNT", "ATTACHMENT_BYTES", "FORGOTTEN_AT", "VERSION" from "DESK_ISSUE" where "ISSUE_NO" = ? for update;
update "DESK_ISSUE" set "STATE" = ?, "SEALED_SOLUTION" = ?, "SOLVED_BY" = ?, "SOLVED_AT" = ?, "STEP_COUNT" = ?, "ATTACHMENT_COUNT" = ?, "ATTACHMENT_BYTES" = ?, "VERSION" = ? where "ISSUE_NO" = ? and "VERSION" = ?;
update "ISSUE_ATTACHMENT" set "FILE_DIGEST" = ?, "SCAN_VERDICT" = ?, "STATE" = ?, "ISSUE_NO" = ?, "STEP_NO" = ?, "VERSION" = ? where "ATTACHMENT_NO" = ? and "VERSION" = ?;
select "OPERATOR_NO", "HOUR_BEGAN", "FILE_COUNT", "BYTE_COUNT", "VERSION" from "UPLOAD_ALLOWANCE" where "OPERATOR_NO" = ? for update;
update "UPLOAD_ALLOWANCE" set "HOUR_BEGAN" = ?, "FILE_COUNT" = ?, "BYTE_COUNT" = ?, "VERSION" = ? where "OPERATOR_NO" = ? and "VERSION" = ?;

-- issues.forget
select "ISSUE_NO", "SOLVED_AT", "SEALED_DESCRIPTION", "MASKED_MOBILE", "SEALED_MOBILE", "SEALED_SOLUTION", "FORGOTTEN_AT", "VERSION" from "DESK_ISSUE" where "ISSUE_NO" = ? for update;
update "DESK_ISSUE" set "SEALED_DESCRIPTION" = ?, "MASKED_MOBILE" = ?, "SEALED_MOBILE" = ?, "SEALED_SOLUTION" = ?, "FORGOTTEN_AT" = ?, "VERSION" = ? where "ISSUE_NO" = ? and "VERSION" = ?;
update "ISSUE_STEP" set "SEALED_WORDS" = ? where "ISSUE_NO" = ?;

-- forgetting.put
update "FORGETTING_ROUND" set "TURN_OWNER" = ?, "TURN_UNTIL" = ?, "COUNT_LIST" = ?, "VERSION" = ? where "ROUND_KIND" = ? and "VERSION" = ?;

-- issues.removeAttachment
delete from "ISSUE_ATTACHMENT" where "ATTACHMENT_NO" = ? and "VERSION" = ?;
