-- 0000-step
create table "SCHEMA_STEP" ("STEP_ID" varchar2(64 byte) not null, "CHECKSUM" varchar2(64 byte) not null, "OUTCOME" varchar2(16 byte) not null, "DONE_AT" number(19) not null, "TOOK_MS" number(10) not null, primary key ("STEP_ID"));

-- 0000-lease
create table "WORK_LEASE" ("LEASE_NAME" varchar2(64 byte) not null, "LEASE_OWNER" varchar2(64 byte), "LEASE_UNTIL" number(19) not null, primary key ("LEASE_NAME"));

-- 0001-order
create table "PAY_ORDER" ("PLATFORM_ORDER_NO" varchar2(32 byte) not null, "DEV_ID" varchar2(64 byte) not null, "MERCHANT_NO" varchar2(32 byte) not null, "BIZ_ORDER_NO" varchar2(128 byte) not null, "ORDER_DATE" varchar2(8 byte) not null, "ORDER_TIME" varchar2(14 byte) not null, "TERMINAL" varchar2(8 byte) not null, "ORDER_AMOUNT" number(19) not null, "BIZ_DISCOUNT_AMOUNT" number(19) not null, "ORDER_TITLE" varchar2(256 byte), "ORDER_DESCRIPTION" varchar2(512 byte), "RETURN_URL" varchar2(256 byte), "NOTIFY_URL" varchar2(256 byte) not null, "BILL_DETAIL_URL" varchar2(256 byte), "VALID_MINUTES" number(10) not null, "PASSBACK_PARAMS" clob, "USER_ID" varchar2(256 byte), "PAYER_NAME" varchar2(700 byte), "PAYER_NAME_INDEX" varchar2(64 byte), "PAYER_MOBILE" varchar2(300 byte), "PAYER_MOBILE_INDEX" varchar2(64 byte), "PAYER_CERT_NO" varchar2(400 byte), "PAYER_CERT_NO_INDEX" varchar2(64 byte), "SUB_ORDERS" clob, "NONTAX_INFO" clob, "CONTENT_DIGEST" varchar2(64 byte) not null, "CASHIER_TOKEN" varchar2(64 byte) not null, "STATE" varchar2(16 byte) not null, "STATE_MSG" varchar2(2048 byte), "CREATED_AT" number(19) not null, "EXPIRES_AT" number(19) not null, "CLOSED_AT" number(19), "PAID_AT" number(19), "PAID_ATTEMPT_NO" varchar2(32 byte), "PAY_CHANNEL" varchar2(16 byte), "CHANNEL_ORDER_NO" varchar2(512 byte), "CHANNEL_DISCOUNT_AMOUNT" number(19), "VERSION" number(10) not null, primary key ("PLATFORM_ORDER_NO"));

-- 0002-order-biz
create unique index "PAY_ORDER_BIZ_UQ" on "PAY_ORDER" ("DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO");

-- 0003-order-token
create unique index "PAY_ORDER_TOKEN_UQ" on "PAY_ORDER" ("CASHIER_TOKEN");

-- 0004-order-payer
create index "PAY_ORDER_USER_IX" on "PAY_ORDER" ("DEV_ID", "USER_ID", "CREATED_AT", "PLATFORM_ORDER_NO");

-- 0005-attempt
create table "PAY_ATTEMPT" ("ATTEMPT_NO" varchar2(32 byte) not null, "PLATFORM_ORDER_NO" varchar2(32 byte) not null, "MERCHANT_NO" varchar2(32 byte) not null, "PAY_CHANNEL" varchar2(16 byte) not null, "PAY_METHOD" varchar2(8 byte) not null, "CHANNEL_MERCHANT_ID" varchar2(32 byte) not null, "AMOUNT" number(19) not null, "STATE" varchar2(16 byte) not null, "BUSY" number(5) not null, "CHANNEL_TIME" varchar2(14 byte) not null, "LIMIT_AT" number(19) not null, "CODE_DIGEST" varchar2(64 byte), "CHANNEL_ORDER_NO" varchar2(512 byte), "PAID_AT" number(19), "PAID_BY_PAYER" number(19), "CHANNEL_DISCOUNT_AMOUNT" number(19), "CLEARING_DAY" varchar2(16 byte), "REASON" varchar2(2048 byte), "CANCEL_ASKED_AT" number(19), "QUERIES_ASKED" number(10) not null, "RECEIVED_AT" number(19) not null, "SENT_AT" number(19), "ANSWERED_AT" number(19), "RECORDED_AT" number(19), "CREATED_AT" number(19) not null, "VERSION" number(10) not null, primary key ("ATTEMPT_NO"));

-- 0006-attempt-order
create index "PAY_ATTEMPT_ORDER_IX" on "PAY_ATTEMPT" ("PLATFORM_ORDER_NO");

-- 0007-attempt-code
create index "PAY_ATTEMPT_CODE_IX" on "PAY_ATTEMPT" ("CODE_DIGEST");

-- 0008-refund
create table "PAY_REFUND" ("PLATFORM_REFUND_ORDER_NO" varchar2(32 byte) not null, "ORIGIN" varchar2(16 byte) not null, "DEV_ID" varchar2(64 byte) not null, "MERCHANT_NO" varchar2(32 byte) not null, "BIZ_REFUND_ORDER_NO" varchar2(128 byte) not null, "REFUND_ORDER_DATE" varchar2(8 byte) not null, "PLATFORM_ORDER_NO" varchar2(32 byte) not null, "REFUND_AMOUNT" number(19) not null, "REFUND_TITLE" varchar2(2048 byte), "REFUND_REASON" varchar2(2048 byte), "NOTIFY_URL" varchar2(256 byte), "PASSBACK_PARAMS" clob, "SUB_MERCHANT_NO" varchar2(32 byte), "NONTAX_REFUND_REF" varchar2(512 byte), "ATTEMPT_NO" varchar2(32 byte) not null, "CONTENT_DIGEST" varchar2(64 byte) not null, "STATE" varchar2(16 byte) not null, "STATE_MSG" varchar2(2048 byte), "APPROVAL_STATE" varchar2(16 byte) not null, "APPROVAL_REMARK" varchar2(2048 byte), "REQUESTED_BY" varchar2(512 byte), "APPROVED_BY" varchar2(512 byte), "REFUND_TRADE_NO" varchar2(32 byte), "REFUND_TRADE_TIME" varchar2(14 byte), "CHANNEL_REFUND_NO" varchar2(512 byte), "QUERIES_ASKED" number(10) not null, "CREATED_AT" number(19) not null, "SENT_AT" number(19), "REFUNDED_AT" number(19), "VERSION" number(10) not null, primary key ("PLATFORM_REFUND_ORDER_NO"));

-- 0009-refund-biz
create unique index "PAY_REFUND_BIZ_UQ" on "PAY_REFUND" ("DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO");

-- 0010-refund-order
create index "PAY_REFUND_ORDER_IX" on "PAY_REFUND" ("PLATFORM_ORDER_NO");

-- 0011-refund-trade
create index "PAY_REFUND_TRADE_IX" on "PAY_REFUND" ("REFUND_TRADE_NO");

-- 0012-abnormal
create table "ABNORMAL_ORDER" ("ABNORMAL_ID" varchar2(64 byte) not null, "KIND" varchar2(24 byte) not null, "PLATFORM_ORDER_NO" varchar2(32 byte) not null, "MERCHANT_NO" varchar2(32 byte) not null, "ATTEMPT_NO" varchar2(32 byte) not null, "PAY_CHANNEL" varchar2(16 byte) not null, "CHANNEL_ORDER_NO" varchar2(512 byte), "AMOUNT" number(19) not null, "REMARK" varchar2(2048 byte), "HANDLE_STATE" varchar2(16 byte) not null, "CREATED_AT" number(19) not null, "VERSION" number(10) not null, primary key ("ABNORMAL_ID"));

-- 0013-abnormal-order
create index "ABNORMAL_ORDER_ORDER_IX" on "ABNORMAL_ORDER" ("PLATFORM_ORDER_NO");

-- 0014-repeat
create table "REPEAT_PAYMENT" ("ATTEMPT_NO" varchar2(32 byte) not null, "PLATFORM_ORDER_NO" varchar2(32 byte) not null, "MERCHANT_NO" varchar2(32 byte) not null, "PAY_CHANNEL" varchar2(16 byte) not null, "CHANNEL_ORDER_NO" varchar2(512 byte), "AMOUNT" number(19) not null, "HANDLE_STATE" varchar2(16 byte) not null, "PAID_AT" number(19) not null, "CREATED_AT" number(19) not null, "VERSION" number(10) not null, primary key ("ATTEMPT_NO"));

-- 0015-repeat-order
create index "REPEAT_PAYMENT_ORDER_IX" on "REPEAT_PAYMENT" ("PLATFORM_ORDER_NO");

-- 0016-callback
create table "MERCHANT_CALLBACK" ("CALLBACK_ID" varchar2(64 byte) not null, "KIND" varchar2(16 byte) not null, "PLATFORM_ORDER_NO" varchar2(32 byte) not null, "PLATFORM_REFUND_ORDER_NO" varchar2(32 byte), "DEV_ID" varchar2(64 byte) not null, "MERCHANT_NO" varchar2(32 byte) not null, "TARGET_URL" varchar2(256 byte) not null, "TOLD_STATE" varchar2(16 byte) not null, "CONTENT_TEXT" clob, "PASSBACK_PARAMS" clob, "STATE" varchar2(16 byte) not null, "TRIES" number(10) not null, "FIRST_TRIED_AT" number(19), "LAST_TRIED_AT" number(19), "NEXT_TRY_AT" number(19), "LAST_ANSWER" varchar2(800 byte), "ACCEPTED_AT" number(19), "CREATED_AT" number(19) not null, "VERSION" number(10) not null, primary key ("CALLBACK_ID"));

-- 0017-callback-order
create index "MERCHANT_CALLBACK_ORDER_IX" on "MERCHANT_CALLBACK" ("PLATFORM_ORDER_NO");

-- 0018-outbox
create table "OUTBOX" ("JOB_ID" varchar2(32 byte) not null, "TOPIC" varchar2(32 byte) not null, "JOB_KEY" varchar2(128 byte) not null, "STATE" varchar2(8 byte) not null, "DUE_AT" number(19) not null, "AGAIN_AT" number(19), "ATTEMPTS" number(10) not null, "OWNER" varchar2(256 byte), "CLAIM_TOKEN" varchar2(32 byte), "LEASE_UNTIL" number(19), "LAST_ERROR" varchar2(800 byte), "CREATED_AT" number(19) not null, primary key ("JOB_ID"));

-- 0019-outbox-key
create unique index "OUTBOX_KEY_UQ" on "OUTBOX" ("TOPIC", "JOB_KEY");

-- 0020-outbox-due
create index "OUTBOX_DUE_IX" on "OUTBOX" ("STATE", "DUE_AT", "JOB_ID");

-- 0021-audit
create table "AUDIT_ENTRY" ("ENTRY_ID" varchar2(32 byte) not null, "HAPPENED_AT" number(19) not null, "ACTOR_KIND" varchar2(16 byte) not null, "ACTOR_CODE" varchar2(256 byte), "ACTOR_ADDRESS" varchar2(256 byte), "ACTION" varchar2(256 byte), "OBJECT_KIND" varchar2(256 byte), "OBJECT_NO" varchar2(512 byte), "DESCRIPTION" varchar2(2000 byte), "FACTS_BEFORE" clob, "FACTS_AFTER" clob, "REQUEST_ID" varchar2(512 byte), "ENTRY_MAC" varchar2(64 byte) not null, "SEQ" number(19) not null, "LINK_MAC" varchar2(64 byte), primary key ("ENTRY_ID"));

-- 0022-audit-seq
create index "AUDIT_ENTRY_SEQ_IX" on "AUDIT_ENTRY" ("SEQ", "HAPPENED_AT", "ENTRY_ID");

-- 0023-audit-time
create index "AUDIT_ENTRY_TIME_IX" on "AUDIT_ENTRY" ("HAPPENED_AT", "ENTRY_ID");

-- 0024-audit-head
create table "AUDIT_HEAD" ("HEAD_NAME" varchar2(32 byte) not null, "LAST_SEQ" number(19) not null, "LAST_MAC" varchar2(64 byte) not null, "HEAD_MAC" varchar2(64 byte) not null, primary key ("HEAD_NAME"));

-- 0025-developer
create table "DEVELOPER" ("DEV_ID" varchar2(64 byte) not null, "DEVELOPER_NAME" varchar2(800 byte), "SIGN_ALGORITHM" varchar2(8 byte) not null, "SM2_ENCODING" varchar2(8 byte), "SM2_USER_ID" varchar2(256 byte), "PUBLIC_KEYS" clob, "ENABLED" number(5) not null, "ALLOWED_ORIGINS" clob, "ALLOWED_ADDRESSES" clob, "ALLOWED_METHODS" clob, "MERCHANT_NOS" clob, "REQUESTS_PER_SECOND" number(10) not null, "VERSION" number(10) not null, primary key ("DEV_ID"));

-- 0026-payee
create table "PAYEE" ("MERCHANT_NO" varchar2(32 byte) not null, "PAYEE_NAME" varchar2(800 byte), "INSTITUTION_NO" varchar2(32 byte) not null, "REGION_CODE" varchar2(32 byte), "ENABLED" number(5) not null, "PAY_NOTIFY_URL" varchar2(256 byte), "REFUND_NOTIFY_URL" varchar2(256 byte), "DEFAULT_RETURN_URL" varchar2(256 byte), "REFUND_REVIEW_REQUIRED" number(5) not null, "REFUND_REVIEW_ABOVE" number(19), "CALLBACK_ON_FAILED" number(5) not null, "REPEAT_REFUND_BY_RULE" number(5) not null, "SUB_MERCHANTS" clob, "VERSION" number(10) not null, primary key ("MERCHANT_NO"));

-- 0027-channel-merchant
create table "CHANNEL_MERCHANT" ("CHANNEL_MERCHANT_ID" varchar2(32 byte) not null, "PAY_CHANNEL" varchar2(16 byte) not null, "CHANNEL_MERCHANT_NAME" varchar2(800 byte), "CHANNEL_MERCHANT_NO" varchar2(64 byte) not null, "CHANNEL_APP_ID" varchar2(64 byte), "ENVIRONMENT" varchar2(16 byte) not null, "KEY_NAME" varchar2(64 byte) not null, "SETTINGS_TEXT" clob, "ENABLED" number(5) not null, "VERSION" number(10) not null, primary key ("CHANNEL_MERCHANT_ID"));

-- 0028-payee-channel
create table "PAYEE_CHANNEL" ("MERCHANT_NO" varchar2(32 byte) not null, "PAY_CHANNEL" varchar2(16 byte) not null, "CHANNEL_MERCHANT_ID" varchar2(32 byte) not null, "PAY_METHODS" clob, "ENABLED" number(5) not null, "VERSION" number(10) not null, primary key ("MERCHANT_NO", "CHANNEL_MERCHANT_ID"));

-- 0029-limit-note
create table "LIMIT_NOTE" ("PROCESS_NAME" varchar2(64 byte) not null, "TOLD_AT" number(19) not null, "NOTE_TEXT" clob, primary key ("PROCESS_NAME"));

-- 0031-node-number
create table "NODE_NUMBER" ("NODE_NO" number(10) not null, "USED_UNTIL" number(19) not null, "HOLDING" varchar2(32 byte), "LEASE_UNTIL" number(19) not null, "SEEN_AT" number(19) not null, "HOST_NAME" varchar2(256 byte), "PROCESS_ID" number(19) not null, "PROCESS_ROLE" varchar2(16 byte) not null, "PROGRAM_VERSION" varchar2(32 byte) not null, "STARTED_AT" number(19) not null, "VERSION" number(10) not null, primary key ("NODE_NO"));

-- 0032-key-mark
create table "KEY_MARK" ("MARK_NAME" varchar2(32 byte) not null, "MARK_MAC" varchar2(64 byte) not null, primary key ("MARK_NAME"));

-- 0033-recovery-mark
create table "RECOVERY_MARK" ("RECOVERY_NO" varchar2(32 byte) not null, "RESTORED_AT" number(19) not null, "BACKUP_TAKEN_AT" number(19), "PAYMENTS_RELEASED_AT" number(19), "REFUNDS_RELEASED_AT" number(19), "CALLBACKS_RELEASED_AT" number(19), "ENDED_AT" number(19), "VERSION" number(10) not null, primary key ("RECOVERY_NO"));

-- 0034-recovery-newest
create index "RECOVERY_MARK_NEWEST_IX" on "RECOVERY_MARK" ("RESTORED_AT", "RECOVERY_NO");

-- 0035-recovery-refund
create table "RECOVERY_REFUND" ("RECOVERY_NO" varchar2(32 byte) not null, "PLATFORM_REFUND_ORDER_NO" varchar2(32 byte) not null, "RELEASED_AT" number(19) not null, primary key ("RECOVERY_NO", "PLATFORM_REFUND_ORDER_NO"));

-- 0036-lost-payment
create table "LOST_PAYMENT" ("ATTEMPT_NO" varchar2(64 byte) not null, "PAY_CHANNEL" varchar2(16 byte) not null, "CHANNEL_MERCHANT_ID" varchar2(32 byte) not null, "CHANNEL_ORDER_NO" varchar2(512 byte), "AMOUNT" number(19) not null, "PAID_AT" number(19), "TOLD_AT" number(19) not null, primary key ("ATTEMPT_NO"));

-- 0037-archive-mark
create table "ARCHIVE_MARK" ("ARCHIVE_NAME" varchar2(32 byte) not null, "BEGUN_AT" number(19) not null, primary key ("ARCHIVE_NAME"));

-- 0038-order-archive
create table "PAY_ORDER_ARCHIVE" ("PLATFORM_ORDER_NO" varchar2(32 byte) not null, "DEV_ID" varchar2(64 byte) not null, "MERCHANT_NO" varchar2(32 byte) not null, "BIZ_ORDER_NO" varchar2(128 byte) not null, "ORDER_DATE" varchar2(8 byte) not null, "ORDER_TIME" varchar2(14 byte) not null, "TERMINAL" varchar2(8 byte) not null, "ORDER_AMOUNT" number(19) not null, "BIZ_DISCOUNT_AMOUNT" number(19) not null, "ORDER_TITLE" varchar2(256 byte), "ORDER_DESCRIPTION" varchar2(512 byte), "RETURN_URL" varchar2(256 byte), "NOTIFY_URL" varchar2(256 byte) not null, "BILL_DETAIL_URL" varchar2(256 byte), "VALID_MINUTES" number(10) not null, "PASSBACK_PARAMS" clob, "USER_ID" varchar2(256 byte), "PAYER_NAME" varchar2(700 byte), "PAYER_NAME_INDEX" varchar2(64 byte), "PAYER_MOBILE" varchar2(300 byte), "PAYER_MOBILE_INDEX" varchar2(64 byte), "PAYER_CERT_NO" varchar2(400 byte), "PAYER_CERT_NO_INDEX" varchar2(64 byte), "SUB_ORDERS" clob, "NONTAX_INFO" clob, "CONTENT_DIGEST" varchar2(64 byte) not null, "CASHIER_TOKEN" varchar2(64 byte) not null, "STATE" varchar2(16 byte) not null, "STATE_MSG" varchar2(2048 byte), "CREATED_AT" number(19) not null, "EXPIRES_AT" number(19) not null, "CLOSED_AT" number(19), "PAID_AT" number(19), "PAID_ATTEMPT_NO" varchar2(32 byte), "PAY_CHANNEL" varchar2(16 byte), "CHANNEL_ORDER_NO" varchar2(512 byte), "CHANNEL_DISCOUNT_AMOUNT" number(19), "VERSION" number(10) not null, primary key ("PLATFORM_ORDER_NO"));

-- 0039-order-biz-archive
create unique index "PAY_ORDER_BIZ_UQ_A" on "PAY_ORDER_ARCHIVE" ("DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO");

-- 0040-order-token-archive
create unique index "PAY_ORDER_TOKEN_UQ_A" on "PAY_ORDER_ARCHIVE" ("CASHIER_TOKEN");

-- 0041-order-payer-archive
create index "PAY_ORDER_USER_IX_A" on "PAY_ORDER_ARCHIVE" ("DEV_ID", "USER_ID", "CREATED_AT", "PLATFORM_ORDER_NO");

-- 0042-attempt-archive
create table "PAY_ATTEMPT_ARCHIVE" ("ATTEMPT_NO" varchar2(32 byte) not null, "PLATFORM_ORDER_NO" varchar2(32 byte) not null, "MERCHANT_NO" varchar2(32 byte) not null, "PAY_CHANNEL" varchar2(16 byte) not null, "PAY_METHOD" varchar2(8 byte) not null, "CHANNEL_MERCHANT_ID" varchar2(32 byte) not null, "AMOUNT" number(19) not null, "STATE" varchar2(16 byte) not null, "BUSY" number(5) not null, "CHANNEL_TIME" varchar2(14 byte) not null, "LIMIT_AT" number(19) not null, "CODE_DIGEST" varchar2(64 byte), "CHANNEL_ORDER_NO" varchar2(512 byte), "PAID_AT" number(19), "PAID_BY_PAYER" number(19), "CHANNEL_DISCOUNT_AMOUNT" number(19), "CLEARING_DAY" varchar2(16 byte), "REASON" varchar2(2048 byte), "CANCEL_ASKED_AT" number(19), "QUERIES_ASKED" number(10) not null, "RECEIVED_AT" number(19) not null, "SENT_AT" number(19), "ANSWERED_AT" number(19), "RECORDED_AT" number(19), "CREATED_AT" number(19) not null, "VERSION" number(10) not null, primary key ("ATTEMPT_NO"));

-- 0043-attempt-order-archive
create index "PAY_ATTEMPT_ORDER_IX_A" on "PAY_ATTEMPT_ARCHIVE" ("PLATFORM_ORDER_NO");

-- 0044-refund-archive
create table "PAY_REFUND_ARCHIVE" ("PLATFORM_REFUND_ORDER_NO" varchar2(32 byte) not null, "ORIGIN" varchar2(16 byte) not null, "DEV_ID" varchar2(64 byte) not null, "MERCHANT_NO" varchar2(32 byte) not null, "BIZ_REFUND_ORDER_NO" varchar2(128 byte) not null, "REFUND_ORDER_DATE" varchar2(8 byte) not null, "PLATFORM_ORDER_NO" varchar2(32 byte) not null, "REFUND_AMOUNT" number(19) not null, "REFUND_TITLE" varchar2(2048 byte), "REFUND_REASON" varchar2(2048 byte), "NOTIFY_URL" varchar2(256 byte), "PASSBACK_PARAMS" clob, "SUB_MERCHANT_NO" varchar2(32 byte), "NONTAX_REFUND_REF" varchar2(512 byte), "ATTEMPT_NO" varchar2(32 byte) not null, "CONTENT_DIGEST" varchar2(64 byte) not null, "STATE" varchar2(16 byte) not null, "STATE_MSG" varchar2(2048 byte), "APPROVAL_STATE" varchar2(16 byte) not null, "APPROVAL_REMARK" varchar2(2048 byte), "REQUESTED_BY" varchar2(512 byte), "APPROVED_BY" varchar2(512 byte), "REFUND_TRADE_NO" varchar2(32 byte), "REFUND_TRADE_TIME" varchar2(14 byte), "CHANNEL_REFUND_NO" varchar2(512 byte), "QUERIES_ASKED" number(10) not null, "CREATED_AT" number(19) not null, "SENT_AT" number(19), "REFUNDED_AT" number(19), "VERSION" number(10) not null, primary key ("PLATFORM_REFUND_ORDER_NO"));

-- 0045-refund-biz-archive
create unique index "PAY_REFUND_BIZ_UQ_A" on "PAY_REFUND_ARCHIVE" ("DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO");

-- 0046-refund-order-archive
create index "PAY_REFUND_ORDER_IX_A" on "PAY_REFUND_ARCHIVE" ("PLATFORM_ORDER_NO");

-- 0047-refund-trade-archive
create index "PAY_REFUND_TRADE_IX_A" on "PAY_REFUND_ARCHIVE" ("REFUND_TRADE_NO");

-- 0048-abnormal-archive
create table "ABNORMAL_ORDER_ARCHIVE" ("ABNORMAL_ID" varchar2(64 byte) not null, "KIND" varchar2(24 byte) not null, "PLATFORM_ORDER_NO" varchar2(32 byte) not null, "MERCHANT_NO" varchar2(32 byte) not null, "ATTEMPT_NO" varchar2(32 byte) not null, "PAY_CHANNEL" varchar2(16 byte) not null, "CHANNEL_ORDER_NO" varchar2(512 byte), "AMOUNT" number(19) not null, "REMARK" varchar2(2048 byte), "HANDLE_STATE" varchar2(16 byte) not null, "CREATED_AT" number(19) not null, "VERSION" number(10) not null, primary key ("ABNORMAL_ID"));

-- 0049-abnormal-order-archive
create index "ABNORMAL_ORDER_ORDER_IX_A" on "ABNORMAL_ORDER_ARCHIVE" ("PLATFORM_ORDER_NO");

-- 0050-repeat-archive
create table "REPEAT_PAYMENT_ARCHIVE" ("ATTEMPT_NO" varchar2(32 byte) not null, "PLATFORM_ORDER_NO" varchar2(32 byte) not null, "MERCHANT_NO" varchar2(32 byte) not null, "PAY_CHANNEL" varchar2(16 byte) not null, "CHANNEL_ORDER_NO" varchar2(512 byte), "AMOUNT" number(19) not null, "HANDLE_STATE" varchar2(16 byte) not null, "PAID_AT" number(19) not null, "CREATED_AT" number(19) not null, "VERSION" number(10) not null, primary key ("ATTEMPT_NO"));

-- 0051-repeat-order-archive
create index "REPEAT_PAYMENT_ORDER_IX_A" on "REPEAT_PAYMENT_ARCHIVE" ("PLATFORM_ORDER_NO");

-- 0052-callback-archive
create table "MERCHANT_CALLBACK_ARCHIVE" ("CALLBACK_ID" varchar2(64 byte) not null, "KIND" varchar2(16 byte) not null, "PLATFORM_ORDER_NO" varchar2(32 byte) not null, "PLATFORM_REFUND_ORDER_NO" varchar2(32 byte), "DEV_ID" varchar2(64 byte) not null, "MERCHANT_NO" varchar2(32 byte) not null, "TARGET_URL" varchar2(256 byte) not null, "TOLD_STATE" varchar2(16 byte) not null, "CONTENT_TEXT" clob, "PASSBACK_PARAMS" clob, "STATE" varchar2(16 byte) not null, "TRIES" number(10) not null, "FIRST_TRIED_AT" number(19), "LAST_TRIED_AT" number(19), "NEXT_TRY_AT" number(19), "LAST_ANSWER" varchar2(800 byte), "ACCEPTED_AT" number(19), "CREATED_AT" number(19) not null, "VERSION" number(10) not null, primary key ("CALLBACK_ID"));

-- 0053-callback-order-archive
create index "MERCHANT_CALLBACK_ORDER_IX_A" on "MERCHANT_CALLBACK_ARCHIVE" ("PLATFORM_ORDER_NO");

-- 0054-outbox-archive
create table "OUTBOX_ARCHIVE" ("JOB_ID" varchar2(32 byte) not null, "TOPIC" varchar2(32 byte) not null, "JOB_KEY" varchar2(128 byte) not null, "STATE" varchar2(8 byte) not null, "DUE_AT" number(19) not null, "AGAIN_AT" number(19), "ATTEMPTS" number(10) not null, "OWNER" varchar2(256 byte), "CLAIM_TOKEN" varchar2(32 byte), "LEASE_UNTIL" number(19), "LAST_ERROR" varchar2(800 byte), "CREATED_AT" number(19) not null, primary key ("JOB_ID"));

-- 0055-outbox-due-archive
create index "OUTBOX_DUE_IX_A" on "OUTBOX_ARCHIVE" ("DUE_AT", "JOB_ID");

-- 0060-callback-state
create index "MERCHANT_CALLBACK_STATE_IX" on "MERCHANT_CALLBACK" ("STATE", "CREATED_AT", "CALLBACK_ID");

-- 0061-refund-state
create index "PAY_REFUND_STATE_IX" on "PAY_REFUND" ("STATE", "CREATED_AT", "PLATFORM_REFUND_ORDER_NO");

-- 0062-attempt-code
drop index "PAY_ATTEMPT_CODE_IX";

-- 0063-trade
create table "TRADE" ("TRADE_KEY" varchar2(40 byte) not null, "KIND" varchar2(16 byte) not null, "PURPOSE" varchar2(16 byte) not null, "PLATFORM_ORDER_NO" varchar2(32 byte) not null, "ATTEMPT_NO" varchar2(32 byte) not null, "PLATFORM_REFUND_ORDER_NO" varchar2(32 byte), "DEV_ID" varchar2(64 byte) not null, "MERCHANT_NO" varchar2(32 byte) not null, "BIZ_ORDER_NO" varchar2(128 byte) not null, "ORDER_DATE" varchar2(8 byte) not null, "PAY_CHANNEL" varchar2(16 byte) not null, "PAY_METHOD" varchar2(8 byte) not null, "CHANNEL_MERCHANT_ID" varchar2(32 byte) not null, "CHANNEL_ORDER_NO" varchar2(512 byte), "ORDER_AMOUNT" number(19) not null, "AMOUNT" number(19) not null, "CHANNEL_DISCOUNT_AMOUNT" number(19) not null, "SHARE_LIST" clob, "TRADE_AT" number(19) not null, "CLEARING_DAY" varchar2(8 byte) not null, "SETTLE_STATE" varchar2(16 byte) not null, "SETTLED_DAY" varchar2(8 byte), "SEEN_RUN_NO" varchar2(32 byte), "CREATED_AT" number(19) not null, primary key ("TRADE_KEY"));

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
create table "CHANNEL_BILL" ("BILL_NO" varchar2(32 byte) not null, "CHANNEL_MERCHANT_ID" varchar2(32 byte) not null, "CLEARING_DAY" varchar2(8 byte) not null, "ORIGIN" varchar2(16 byte) not null, "FILE_NO" varchar2(32 byte) not null, "FILE_NAME" varchar2(1024 byte), "BYTE_SIZE" number(19) not null, "FILE_DIGEST" varchar2(64 byte) not null, "TOTALS" clob, "RECEIVED_AT" number(19) not null, "RECEIVED_BY" varchar2(512 byte), primary key ("BILL_NO"));

-- 0071-bill-day
create index "CHANNEL_BILL_DAY_IX" on "CHANNEL_BILL" ("CHANNEL_MERCHANT_ID", "CLEARING_DAY");

-- 0072-run
create table "RECONCILE_RUN" ("RUN_NO" varchar2(32 byte) not null, "CHANNEL_MERCHANT_ID" varchar2(32 byte) not null, "PAY_CHANNEL" varchar2(16 byte) not null, "CLEARING_DAY" varchar2(8 byte) not null, "RUN_SEQUENCE" number(10) not null, "BILL_NO" varchar2(32 byte), "STATE" varchar2(16 byte) not null, "LINES_DONE" number(10) not null, "LINE_COUNT" number(10) not null, "MISSING_AFTER" varchar2(40 byte), "FIGURES" clob, "RUN_CHANGES" clob, "STARTED_AT" number(19) not null, "ENDED_AT" number(19), "STARTED_BY" varchar2(512 byte), "CANCEL_ASKED_BY" varchar2(512 byte), "REMARK" varchar2(2048 byte), "VERSION" number(10) not null, primary key ("RUN_NO"));

-- 0073-run-sequence
create unique index "RECONCILE_RUN_SEQUENCE_UQ" on "RECONCILE_RUN" ("CHANNEL_MERCHANT_ID", "CLEARING_DAY", "RUN_SEQUENCE");

-- 0074-item
create table "RECONCILE_ITEM" ("RUN_NO" varchar2(32 byte) not null, "ITEM_NO" number(10) not null, "SUBJECT_KEY" varchar2(640 byte), "OUTCOME" varchar2(16 byte) not null, "CHANGE_KIND" varchar2(16 byte) not null, "HERE_AMOUNT" number(19), "THERE_AMOUNT" number(19), primary key ("RUN_NO", "ITEM_NO"));

-- 0075-day
create table "RECONCILE_DAY" ("CHANNEL_MERCHANT_ID" varchar2(32 byte) not null, "CLEARING_DAY" varchar2(8 byte) not null, "PAY_CHANNEL" varchar2(16 byte) not null, "STATE" varchar2(16 byte) not null, "BILL_NO" varchar2(32 byte), "LAST_RUN_NO" varchar2(32 byte), "RUNNING_NO" varchar2(32 byte), "RUN_COUNT" number(10) not null, "RECONCILE_COUNT" number(10) not null, "RECONCILE_AMOUNT" number(19) not null, "SETTLED_AMOUNT" number(19) not null, "FEE_AMOUNT" number(19) not null, "OPEN_COUNT" number(10) not null, "WAITING_COUNT" number(10) not null, "TRIES" number(10) not null, "LAST_TRIED_AT" number(19), "LAST_WORD" varchar2(1024 byte), "RECONCILED_AT" number(19), "VERSION" number(10) not null, primary key ("CHANNEL_MERCHANT_ID", "CLEARING_DAY"));

-- 0076-day-all
create index "RECONCILE_DAY_ALL_IX" on "RECONCILE_DAY" ("CLEARING_DAY", "CHANNEL_MERCHANT_ID");

-- 0077-difference
create table "RECONCILE_DIFFERENCE" ("DIFFERENCE_NO" varchar2(32 byte) not null, "CHANNEL_MERCHANT_ID" varchar2(32 byte) not null, "PAY_CHANNEL" varchar2(16 byte) not null, "SUBJECT_KEY" varchar2(640 byte), "OUTCOME" varchar2(16 byte) not null, "STATE" varchar2(16 byte) not null, "CLEARING_DAY" varchar2(8 byte) not null, "KIND" varchar2(16 byte), "MERCHANT_NO" varchar2(32 byte), "PLATFORM_ORDER_NO" varchar2(32 byte), "BIZ_ORDER_NO" varchar2(128 byte), "OWN_NO" varchar2(640 byte), "CHANNEL_NO" varchar2(640 byte), "HERE_AMOUNT" number(19), "THERE_AMOUNT" number(19), "HERE_FEE" number(19), "THERE_FEE" number(19), "THERE_SETTLED" number(19), "SUGGESTED_KEY" varchar2(40 byte), "HAPPENED_AT" number(19), "DETAIL_TEXT" varchar2(3200 byte), "FIRST_RUN_NO" varchar2(32 byte) not null, "LAST_RUN_NO" varchar2(32 byte) not null, "CREATED_AT" number(19) not null, "VERSION" number(10) not null, primary key ("DIFFERENCE_NO"));

-- 0078-difference-subject
create unique index "RECONCILE_DIFF_SUBJECT_UQ" on "RECONCILE_DIFFERENCE" ("CHANNEL_MERCHANT_ID", "SUBJECT_KEY");

-- 0079-difference-day
create index "RECONCILE_DIFF_DAY_IX" on "RECONCILE_DIFFERENCE" ("CHANNEL_MERCHANT_ID", "CLEARING_DAY", "STATE", "DIFFERENCE_NO");

-- 0080-difference-state
create index "RECONCILE_DIFF_STATE_IX" on "RECONCILE_DIFFERENCE" ("STATE", "CREATED_AT", "DIFFERENCE_NO");

-- 0081-note
create table "HANDLING_NOTE" ("NOTE_NO" varchar2(32 byte) not null, "OBJECT_KIND" varchar2(16 byte) not null, "OBJECT_NO" varchar2(64 byte) not null, "NOTE_ACTION" varchar2(24 byte) not null, "NOTE_TEXT" varchar2(2000 byte), "OPERATOR_NAME" varchar2(512 byte), "NOTED_AT" number(19) not null, primary key ("NOTE_NO"));

-- 0082-note-object
create index "HANDLING_NOTE_OBJECT_IX" on "HANDLING_NOTE" ("OBJECT_KIND", "OBJECT_NO", "NOTED_AT");

-- 0083-entry
create table "SETTLEMENT_ENTRY" ("TRADE_KEY" varchar2(40 byte) not null, "ENTRY_NO" number(10) not null, "CAUSE" varchar2(16 byte) not null, "KIND" varchar2(16 byte) not null, "PURPOSE" varchar2(16 byte) not null, "PAY_CHANNEL" varchar2(16 byte) not null, "PAY_METHOD" varchar2(8 byte) not null, "CHANNEL_MERCHANT_ID" varchar2(32 byte) not null, "MERCHANT_NO" varchar2(32 byte) not null, "SUB_MERCHANT_NO" varchar2(32 byte), "PLATFORM_ORDER_NO" varchar2(32 byte) not null, "PLATFORM_REFUND_ORDER_NO" varchar2(32 byte), "BIZ_ORDER_NO" varchar2(128 byte) not null, "CHANNEL_ORDER_NO" varchar2(640 byte), "ORDER_DATE" varchar2(8 byte) not null, "TRADE_AT" number(19) not null, "CLEARING_DAY" varchar2(8 byte) not null, "SETTLE_DAY" varchar2(8 byte) not null, "TRADE_COUNT" number(10) not null, "TRADE_AMOUNT" number(19) not null, "SETTLED_AMOUNT" number(19) not null, "FEE_AMOUNT" number(19) not null, "RUN_NO" varchar2(32 byte) not null, "LINE_NO" number(10) not null, "CREATED_AT" number(19) not null, primary key ("TRADE_KEY", "ENTRY_NO"));

-- 0084-entry-payee
create index "SETTLEMENT_ENTRY_PAYEE_IX" on "SETTLEMENT_ENTRY" ("MERCHANT_NO", "SETTLE_DAY", "TRADE_KEY", "ENTRY_NO");

-- 0085-entry-bill
create index "SETTLEMENT_ENTRY_BILL_IX" on "SETTLEMENT_ENTRY" ("CLEARING_DAY", "CHANNEL_MERCHANT_ID", "TRADE_KEY");

-- 0087-entry-posted
create index "SETTLEMENT_ENTRY_POSTED_IX" on "SETTLEMENT_ENTRY" ("SETTLE_DAY", "CHANNEL_MERCHANT_ID");

-- 0088-certificate
create table "DAY_CERTIFICATE" ("CERTIFIED_DAY" varchar2(8 byte) not null, "CONTENT_TEXT" clob, "CONTENT_DIGEST" varchar2(64 byte) not null, "PREVIOUS_DIGEST" varchar2(64 byte) not null, "PREVIOUS_DAY" varchar2(8 byte), "SIGNATURE_TEXT" varchar2(256 byte) not null, "KEY_NAME" varchar2(64 byte) not null, "ISSUED_AT" number(19) not null, primary key ("CERTIFIED_DAY"));

-- 0089-period-lock
create table "PERIOD_LOCK" ("BOOK_MONTH" varchar2(6 byte) not null, "LOCKED_AT" number(19) not null, "LOCKED_BY" varchar2(512 byte), primary key ("BOOK_MONTH"));

-- 0090-statement
create table "PAYEE_STATEMENT" ("MERCHANT_NO" varchar2(32 byte) not null, "SETTLE_DAY" varchar2(8 byte) not null, "KIND" varchar2(16 byte) not null, "FILE_NO" varchar2(32 byte) not null, "FILE_NAME" varchar2(1024 byte), "BYTE_SIZE" number(19) not null, "FILE_DIGEST" varchar2(64 byte) not null, "LINE_COUNT" number(10) not null, "CREATED_AT" number(19) not null, primary key ("MERCHANT_NO", "SETTLE_DAY", "KIND"));

-- 0091-statement-day
create index "PAYEE_STATEMENT_DAY_IX" on "PAYEE_STATEMENT" ("SETTLE_DAY", "MERCHANT_NO");

-- 0092-file
create table "KEPT_FILE" ("FILE_NO" varchar2(32 byte) not null, "PURPOSE" varchar2(16 byte) not null, "FILE_NAME" varchar2(1024 byte), "BYTE_SIZE" number(19) not null, "FILE_DIGEST" varchar2(64 byte) not null, "CHUNK_COUNT" number(10) not null, "CREATED_AT" number(19) not null, primary key ("FILE_NO"));

-- 0093-chunk
create table "KEPT_CHUNK" ("FILE_NO" varchar2(32 byte) not null, "CHUNK_NO" number(10) not null, "CHUNK_TEXT" clob, primary key ("FILE_NO", "CHUNK_NO"));

-- 0094-draft
create table "KEPT_DRAFT" ("FILE_NO" varchar2(32 byte) not null, "CHUNK_COUNT" number(10) not null, "TOUCHED_AT" number(19) not null, primary key ("FILE_NO"));

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
create table "NONTAX_REGION" ("REGION_CODE" varchar2(32 byte) not null, "REGION_NAME" varchar2(400 byte), "NONTAX_REGION_CODE" varchar2(32 byte) not null, "NONTAX_REGION_NAME" varchar2(400 byte), "E_BILL_REGION_CODE" varchar2(32 byte) not null, "E_BILL_REGION_NAME" varchar2(400 byte), "VERSION" number(10) not null, primary key ("REGION_CODE"));

-- 0117-nontax-item
create table "NONTAX_ITEM" ("REGION_CODE" varchar2(32 byte) not null, "ITEM_CODE" varchar2(32 byte) not null, "ITEM_NAME" varchar2(400 byte), "NATIONAL_CODE" varchar2(32 byte), "MEASURE_WORD" varchar2(80 byte), "FUND_NATURE" varchar2(24 byte) not null, "LOWEST_PRICE" number(19), "HIGHEST_PRICE" number(19), "VOUCHER_KIND" varchar2(16 byte) not null, "UNIT_CODES" clob, "ENABLED" number(5) not null, "VERSION" number(10) not null, primary key ("REGION_CODE", "ITEM_CODE"));

-- 0118-payee-unit
alter table "PAYEE" add "CHARGING_UNIT" clob;

-- 0118-payee-first
alter table "PAYEE" add "NOTICE_FIRST" number(5);

-- 0118-payee-policy
alter table "PAYEE" add "SLIP_REFUND_POLICY" varchar2(24 byte);

-- 0119-developer-texts
alter table "DEVELOPER" add "TEXTS_PAYERS" number(5);

-- 0119-developer-bills
alter table "DEVELOPER" add "PERSONAL_BILL_URL" varchar2(256 byte);

-- 0120-e-bill
create table "E_BILL" ("BILL_KEY" varchar2(32 byte) not null, "BILL_ROUND" number(10) not null, "BILL_SOURCE" varchar2(16 byte) not null, "PLATFORM_ORDER_NO" varchar2(32 byte), "BUS_NO" varchar2(32 byte) not null, "STATE" varchar2(16 byte) not null, "AMOUNT" number(19) not null, "DEV_ID" varchar2(64 byte), "MERCHANT_NO" varchar2(32 byte), "BIZ_ORDER_NO" varchar2(128 byte), "REGION_CODE" varchar2(32 byte), "PAYER_KIND" varchar2(8 byte), "PAYER_NAME" varchar2(700 byte), "PAYER_NAME_INDEX" varchar2(64 byte), "PAYER_CERT_NO" varchar2(400 byte), "PAYER_CERT_NO_INDEX" varchar2(64 byte), "PAYER_MOBILE" varchar2(300 byte), "PAYER_MOBILE_INDEX" varchar2(64 byte), "PAYER_EMAIL" varchar2(700 byte), "ITEM_LIST" clob, "BASE_LIST" clob, "WHOLE_ORDER" number(5), "SAID_ITEMS" clob, "PAY_CODE" varchar2(32 byte), "BILL_CODE" varchar2(64 byte), "BILL_NO" varchar2(64 byte), "CHECK_CODE" varchar2(64 byte), "ISSUED_AT" number(19), "LINK_LIST" clob, "REVERSAL_TEXT" clob, "FAILURE_CODE" varchar2(256 byte), "FAILURE_TEXT" varchar2(2048 byte), "PAGE_TOKEN" varchar2(64 byte), "TRIES_MADE" number(10) not null, "LAST_TRY_AT" number(19), "NEXT_TRY_AT" number(19), "PAID_AT" number(19), "BILL_AT" number(19) not null, "CREATED_AT" number(19) not null, "VERSION" number(10) not null, primary key ("BILL_KEY", "BILL_ROUND"));

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
create table "E_BILL_CHECK" ("REGION_CODE" varchar2(32 byte) not null, "CHECK_DAY" varchar2(8 byte) not null, "STATE" varchar2(16 byte) not null, "OUR_COUNT" number(10) not null, "OUR_AMOUNT" number(19) not null, "THEIR_COUNT" number(10), "THEIR_AMOUNT" number(19), "DIFFERENCE_LIST" clob, "CHECKED_AT" number(19) not null, "VERSION" number(10) not null, primary key ("REGION_CODE", "CHECK_DAY"));

-- 0150-personal-bill
create table "PERSONAL_BILL_PUSH" ("PLATFORM_ORDER_NO" varchar2(32 byte) not null, "BIZ_ORDER_NO" varchar2(128 byte) not null, "DEV_ID" varchar2(64 byte) not null, "MERCHANT_NO" varchar2(32 byte) not null, "CONTENT_DIGEST" varchar2(64 byte) not null, "BILL_STATE" varchar2(16 byte) not null, "STATE" varchar2(16 byte) not null, "TRIES" number(10) not null, "FIRST_TRIED_AT" number(19), "LAST_TRIED_AT" number(19), "NEXT_TRY_AT" number(19), "LAST_ANSWER" varchar2(800 byte), "ACCEPTED_AT" number(19), "CREATED_AT" number(19) not null, "VERSION" number(10) not null, primary key ("PLATFORM_ORDER_NO"));

-- 0151-personal-bill-list
create index "PERSONAL_BILL_LIST_IX" on "PERSONAL_BILL_PUSH" ("CREATED_AT", "PLATFORM_ORDER_NO");

-- 0152-personal-bill-state
create index "PERSONAL_BILL_STATE_IX" on "PERSONAL_BILL_PUSH" ("STATE", "CREATED_AT", "PLATFORM_ORDER_NO");

-- 0175-own-pay-code
create table "OWN_PAY_CODE" ("BUS_NO" varchar2(32 byte) not null, "PAY_CODE" varchar2(32 byte) not null, "RANGE_NAME" varchar2(32 byte) not null, "SERIAL_NO" number(19) not null, "GIVEN_AT" number(19) not null, primary key ("BUS_NO"));

-- 0175-own-pay-code-serial
create unique index "OWN_PAY_CODE_SERIAL_UQ" on "OWN_PAY_CODE" ("RANGE_NAME", "SERIAL_NO");

-- 0140-text-message
create table "TEXT_MESSAGE" ("MESSAGE_ID" varchar2(32 byte) not null, "SCENE" varchar2(32 byte) not null, "BIZ_KEY" varchar2(128 byte) not null, "SEALED_PHONE" varchar2(300 byte) not null, "PHONE_INDEX" varchar2(64 byte) not null, "MASKED_PHONE" varchar2(16 byte) not null, "TEMPLATE_NAME" varchar2(32 byte) not null, "PARAM_LIST" clob, "STATE" varchar2(16 byte) not null, "LAST_CODE" varchar2(64 byte), "TRIES" number(10) not null, "BEING_SENT" number(5) not null, "RESENT" number(5) not null, "GROUP_NO" varchar2(64 byte), "ASKER_INDEX" varchar2(64 byte), "CREATED_AT" number(19) not null, "SEND_AT" number(19) not null, "LAST_TRIED_AT" number(19), "SUBMITTED_AT" number(19), "ENDED_AT" number(19), "VERSION" number(10) not null, primary key ("MESSAGE_ID"));

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
create table "TEXT_BLOCK" ("PHONE_INDEX" varchar2(64 byte) not null, "MASKED_PHONE" varchar2(16 byte) not null, "IS_BLOCKED" number(5) not null, "BLOCK_CAUSE" varchar2(16 byte) not null, "CHANGED_AT" number(19) not null, "VERSION" number(10) not null, primary key ("PHONE_INDEX"));

-- 0148-text-code
create table "TEXT_CODE" ("SCENE" varchar2(32 byte) not null, "PHONE_INDEX" varchar2(64 byte) not null, "CODE_HASH" varchar2(64 byte) not null, "MADE_AT" number(19) not null, "WRONG_TRIES" number(10) not null, "USED_AT" number(19), "VERSION" number(10) not null, primary key ("SCENE", "PHONE_INDEX"));

-- 0149-text-inbound
create table "TEXT_INBOUND" ("SAID_INDEX" varchar2(64 byte) not null, "INBOUND_NO" varchar2(32 byte) not null, "SEALED_PHONE" varchar2(300 byte) not null, "PHONE_INDEX" varchar2(64 byte) not null, "MASKED_PHONE" varchar2(16 byte) not null, "SEALED_CONTENT" clob, "EXTENSION_NO" varchar2(80 byte), "MEANING" varchar2(16 byte) not null, "SENT_AT" number(19), "RECEIVED_AT" number(19) not null, primary key ("SAID_INDEX"));

-- 0149-text-inbound-list
create index "TEXT_INBOUND_LIST_IX" on "TEXT_INBOUND" ("RECEIVED_AT", "INBOUND_NO");

-- 0160-share-order
create table "SHARE_ORDER_OUTBOX" ("PLATFORM_ORDER_NO" varchar2(32 byte) not null, "NOTED_AT" number(19) not null, "VERSION" number(10) not null, primary key ("PLATFORM_ORDER_NO"));

-- 0161-share-order-turn
create index "SHARE_ORDER_TURN_IX" on "SHARE_ORDER_OUTBOX" ("NOTED_AT", "PLATFORM_ORDER_NO");

-- 0162-share-watermark
create table "SHARE_WATERMARK" ("TARGET_NAME" varchar2(64 byte) not null, "TABLE_NAME" varchar2(32 byte) not null, "MARK_AT" number(19), "MARK_ID" varchar2(128 byte), "LEASE_OWNER" varchar2(64 byte), "LEASE_UNTIL" number(19) not null, "BATCH_SEQUENCE" number(10) not null, "FAILURE_COUNT" number(10) not null, "NOT_BEFORE" number(19) not null, "PHASE" varchar2(16 byte) not null, "COUNTED_DAY" varchar2(8 byte), "VERSION" number(10) not null, primary key ("TARGET_NAME", "TABLE_NAME"));

-- 0163-share-batch
create table "SHARE_BATCH" ("BATCH_NO" varchar2(32 byte) not null, "TARGET_NAME" varchar2(64 byte) not null, "TABLE_NAME" varchar2(32 byte) not null, "BATCH_KIND" varchar2(16 byte) not null, "STATE" varchar2(16 byte) not null, "ROW_COUNT" number(10) not null, "ACCEPTED_COUNT" number(10) not null, "QUARANTINED_COUNT" number(10) not null, "WARNING_COUNT" number(10) not null, "MESSAGE_TEXT" varchar2(800 byte), "BEGAN_AT" number(19) not null, "ENDED_AT" number(19) not null, primary key ("BATCH_NO"));

-- 0164-share-batch-time
create index "SHARE_BATCH_TIME_IX" on "SHARE_BATCH" ("BEGAN_AT", "BATCH_NO");

-- 0165-share-quarantine
create table "SHARE_QUARANTINE" ("QUARANTINE_NO" varchar2(32 byte) not null, "TARGET_NAME" varchar2(64 byte) not null, "TABLE_NAME" varchar2(32 byte) not null, "ROW_KEY" varchar2(64 byte) not null, "REASON" varchar2(32 byte) not null, "DETAIL_TEXT" varchar2(800 byte), "STATE" varchar2(16 byte) not null, "BATCH_NO" varchar2(32 byte) not null, "TIMES" number(10) not null, "FIRST_AT" number(19) not null, "LAST_AT" number(19) not null, "VERSION" number(10) not null, primary key ("QUARANTINE_NO"));

-- 0166-share-quarantine-row
create unique index "SHARE_QUARANTINE_ROW_UQ" on "SHARE_QUARANTINE" ("TARGET_NAME", "TABLE_NAME", "ROW_KEY");

-- 0167-share-policy
create table "SHARE_POLICY" ("TABLE_NAME" varchar2(32 byte) not null, "COLUMN_NAME" varchar2(32 byte) not null, "IS_FULL" number(5) not null, "BASIS_TEXT" varchar2(2000 byte), "DECIDED_BY" varchar2(512 byte), "DECIDED_AT" number(19) not null, "VERSION" number(10) not null, primary key ("TABLE_NAME", "COLUMN_NAME"));

-- 0168-share-node
create table "SHARE_NODE" ("NODE_ID" varchar2(128 byte) not null, "PARENT_ID" varchar2(128 byte) not null, "PARENT_IDS" clob, "GRADE" number(10) not null, "NODE_NAME" varchar2(800 byte), "ORG_ID" varchar2(64 byte), "IS_GONE" number(5) not null, "CREATED_AT" number(19) not null, "CHANGED_AT" number(19) not null, "VERSION" number(10) not null, primary key ("NODE_ID"));

-- 0169-share-node-turn
create index "SHARE_NODE_TURN_IX" on "SHARE_NODE" ("CHANGED_AT", "NODE_ID");

-- 0130-payment-notice
create table "PAYMENT_NOTICE" ("NOTICE_NO" varchar2(32 byte) not null, "ORIGIN" varchar2(16 byte) not null, "REGION_CODE" varchar2(6 byte) not null, "DEV_ID" varchar2(64 byte) not null, "MERCHANT_NO" varchar2(32 byte) not null, "BIZ_NOTICE_NO" varchar2(128 byte) not null, "CONTENT_DIGEST" varchar2(64 byte), "PLATFORM_ORDER_NO" varchar2(32 byte), "PAY_CODE" varchar2(64 byte), "SLIP_KEY" varchar2(100 byte) not null, "CHECK_CODE" varchar2(80 byte), "E_BOOK_NO" varchar2(256 byte), "PAY_URL" varchar2(500 byte), "BUS_NO" varchar2(128 byte), "UNIT_CODE" varchar2(120 byte), "UNIT_NAME" varchar2(400 byte), "PAYER_KIND" varchar2(8 byte) not null, "PAYER_NAME" varchar2(700 byte), "PAYER_MOBILE" varchar2(300 byte), "PAYER_MOBILE_INDEX" varchar2(64 byte), "PAYER_CERT_NO" varchar2(400 byte), "PAYER_CERT_NO_INDEX" varchar2(64 byte), "ITEM_LIST" clob, "TOTAL_AMOUNT" number(19) not null, "LATE_FEE" number(19) not null, "FILL_DAY" varchar2(8 byte) not null, "VALID_UNTIL" varchar2(8 byte) not null, "NOTICE_STATE" varchar2(16 byte) not null, "NOTICE_STEP" varchar2(24 byte) not null, "CONFIRM_CODE" varchar2(256 byte), "SERIAL_NO" varchar2(256 byte), "CONFIRMED_AT" number(19), "CONFIRM_DAY" varchar2(8 byte), "TRADE_KEY" varchar2(40 byte), "PAID_AT" number(19), "PAY_DAY" varchar2(8 byte), "TRIES" number(10) not null, "LAST_WORD" varchar2(1200 byte), "CREATED_AT" number(19) not null, "CHANGED_AT" number(19) not null, "VERSION" number(10) not null, primary key ("NOTICE_NO"));

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
create table "NOTICE_LOG" ("LOG_NO" varchar2(32 byte) not null, "NOTICE_NO" varchar2(32 byte), "REGION_CODE" varchar2(6 byte) not null, "PAY_CODE" varchar2(64 byte), "SUBJECT" varchar2(16 byte) not null, "SAID_TEXT" varchar2(2000 byte), "LOG_STATE" varchar2(16 byte) not null, "REPLY_TEXT" varchar2(1200 byte), "LOGGED_AT" number(19) not null, primary key ("LOG_NO"));

-- 0134-notice-log-newest
create index "NOTICE_LOG_NEWEST_IX" on "NOTICE_LOG" ("NOTICE_NO", "LOGGED_AT", "LOG_NO");

-- 0135-abnormal-notice
create table "ABNORMAL_NOTICE" ("ABNORMAL_NO" varchar2(64 byte) not null, "KIND" varchar2(24 byte) not null, "REGION_CODE" varchar2(6 byte) not null, "PAY_CODE" varchar2(64 byte), "NOTICE_NO" varchar2(32 byte), "PLATFORM_ORDER_NO" varchar2(32 byte), "MERCHANT_NO" varchar2(32 byte), "TRADE_KEY" varchar2(40 byte), "AMOUNT" number(19) not null, "PROVINCE_AMOUNT" number(19), "SERIAL_NO" varchar2(256 byte), "PAY_DAY" varchar2(8 byte) not null, "ORDER_DATE" varchar2(8 byte), "REMARK" varchar2(2048 byte), "HANDLE_STATE" varchar2(16 byte) not null, "CREATED_AT" number(19) not null, "VERSION" number(10) not null, primary key ("ABNORMAL_NO"));

-- 0136-abnormal-of-notice
create index "ABNORMAL_NOTICE_NOTICE_IX" on "ABNORMAL_NOTICE" ("NOTICE_NO");

-- 0136-abnormal-notice-list
create index "ABNORMAL_NOTICE_LIST_IX" on "ABNORMAL_NOTICE" ("PAY_DAY", "ABNORMAL_NO");

-- 0137-notice-statement
create table "NOTICE_STATEMENT_DAY" ("REGION_CODE" varchar2(6 byte) not null, "STATEMENT_DAY" varchar2(8 byte) not null, "DAY_STATE" varchar2(16 byte) not null, "FILE_NO" varchar2(32 byte), "LINE_COUNT" number(10) not null, "TOTAL_AMOUNT" number(19) not null, "AGREED_COUNT" number(10) not null, "DIFFERING_COUNT" number(10) not null, "TRIES" number(10) not null, "LAST_WORD" varchar2(1200 byte), "COMPARED_AT" number(19), "VERSION" number(10) not null, primary key ("REGION_CODE", "STATEMENT_DAY"));

-- 0138-spent-number
create table "SPENT_NUMBER" ("NUMBER_DIGEST" varchar2(64 byte) not null, "KEPT_UNTIL" number(19) not null, primary key ("NUMBER_DIGEST"));

-- 0139-spent-until
create index "SPENT_NUMBER_UNTIL_IX" on "SPENT_NUMBER" ("KEPT_UNTIL");

-- 0180-order-find
create index "PAY_ORDER_FIND_IX" on "PAY_ORDER" ("BIZ_ORDER_NO", "PAYER_MOBILE_INDEX");

-- 0181-order-find-archive
create index "PAY_ORDER_FIND_IX_A" on "PAY_ORDER_ARCHIVE" ("BIZ_ORDER_NO", "PAYER_MOBILE_INDEX");

-- 0170-leg-gap
create table "LEG_GAP" ("CHECK_DAY" varchar2(8 byte) not null, "PLATFORM_ORDER_NO" varchar2(32 byte) not null, "LEG_NAME" varchar2(16 byte) not null, "GAP_SEQ" number(10) not null, "GAP_NO" varchar2(32 byte) not null, "CHANNEL_MERCHANT_ID" varchar2(32 byte) not null, "MERCHANT_NO" varchar2(32 byte) not null, "BIZ_ORDER_NO" varchar2(128 byte) not null, "GAP_KIND" varchar2(16 byte) not null, "EXPECTED_AMOUNT" number(19) not null, "FOUND_AMOUNT" number(19), "GAP_STATE" varchar2(8 byte) not null, "FIRST_SEEN_AT" number(19) not null, "CLOSED_AT" number(19), "VERSION" number(10) not null, primary key ("CHECK_DAY", "PLATFORM_ORDER_NO", "LEG_NAME", "GAP_SEQ"));

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
create table "LEG_CHECK" ("CHECK_DAY" varchar2(8 byte) not null, "CHANNEL_MERCHANT_ID" varchar2(32 byte) not null, "RUN_NO" varchar2(32 byte) not null, "STATE" varchar2(8 byte) not null, "CHECK_PHASE" varchar2(8 byte) not null, "AFTER_KEY" varchar2(40 byte), "ORDER_COUNT" number(10) not null, "COMPLETE_COUNT" number(10) not null, "CHANNEL_GAPS" number(10) not null, "NOTICE_GAPS" number(10) not null, "BILL_GAPS" number(10) not null, "GAP_FIGURES" clob, "WALKED_AT" number(19) not null, "CHANGED_AT" number(19) not null, "LOOK_AT" number(19), "OLDEST_AT" number(19), "ALARMED_AT" number(19), "VERSION" number(10) not null, primary key ("CHECK_DAY", "CHANNEL_MERCHANT_ID"));

-- 0182-e-bill-check-walk
alter table "E_BILL_CHECK" add "WALK_TEXT" clob;

-- 0190-console-operator
create table "CONSOLE_OPERATOR" ("OPERATOR_NO" varchar2(32 byte) not null, "LOGIN_ACCOUNT" varchar2(32 byte) not null, "OPERATOR_NAME" varchar2(256 byte), "MASKED_MOBILE" varchar2(16 byte), "SEALED_MOBILE" varchar2(300 byte), "STATE" varchar2(16 byte) not null, "OFFICER_KIND" varchar2(32 byte), "ROLE_CODES" clob, "SCOPE_KIND" varchar2(16 byte) not null, "REGION_CODE" varchar2(32 byte), "INSTITUTION_NO" varchar2(32 byte), "REMARK" varchar2(2000 byte), "CREATED_AT" number(19) not null, "ROW_MAC" varchar2(64 byte) not null, "VERSION" number(10) not null, primary key ("OPERATOR_NO"));

-- 0191-operator-account
create unique index "CONSOLE_OPERATOR_ACCOUNT_UQ" on "CONSOLE_OPERATOR" ("LOGIN_ACCOUNT");

-- 0192-operator-list
create index "CONSOLE_OPERATOR_LIST_IX" on "CONSOLE_OPERATOR" ("CREATED_AT", "OPERATOR_NO");

-- 0193-operator-officer
create index "CONSOLE_OPERATOR_OFFICER_IX" on "CONSOLE_OPERATOR" ("OFFICER_KIND", "OPERATOR_NO");

-- 0194-operator-credential
create table "OPERATOR_CREDENTIAL" ("OPERATOR_NO" varchar2(32 byte) not null, "PASSWORD_HASH" varchar2(300 byte), "PASSWORD_CHANGED_AT" number(19), "MUST_CHANGE" number(5) not null, "FORMER_PASSWORDS" clob, "SECOND_FACTOR" clob, "ACTIVATION_HASH" varchar2(64 byte), "ACTIVATION_UNTIL" number(19), "ROW_MAC" varchar2(64 byte) not null, "VERSION" number(10) not null, primary key ("OPERATOR_NO"));

-- 0195-operator-role
create table "OPERATOR_ROLE" ("ROLE_CODE" varchar2(32 byte) not null, "ROLE_NAME" varchar2(256 byte), "PERMISSION_LIST" clob, "REMARK" varchar2(2000 byte), "CREATED_AT" number(19) not null, "ROW_MAC" varchar2(64 byte) not null, "VERSION" number(10) not null, primary key ("ROLE_CODE"));

-- 0196-operator-role-list
create index "OPERATOR_ROLE_LIST_IX" on "OPERATOR_ROLE" ("CREATED_AT", "ROLE_CODE");

-- 0197-operator-session
create table "OPERATOR_SESSION" ("TOKEN_HASH" varchar2(64 byte) not null, "SESSION_NO" varchar2(32 byte) not null, "OPERATOR_NO" varchar2(32 byte) not null, "SESSION_STAGE" varchar2(16 byte) not null, "FROM_ADDRESS" varchar2(64 byte) not null, "BEGAN_AT" number(19) not null, "SEEN_AT" number(19) not null, "PROVED_AT" number(19), "ENDED_AT" number(19), "END_CAUSE" varchar2(32 byte), "IS_OPEN" number(5) not null, "ROW_MAC" varchar2(64 byte) not null, "VERSION" number(10) not null, primary key ("TOKEN_HASH"));

-- 0198-operator-session-open
create index "OPERATOR_SESSION_OPEN_IX" on "OPERATOR_SESSION" ("OPERATOR_NO", "IS_OPEN", "BEGAN_AT", "SESSION_NO");

-- 0199-sign-in-tries
create table "SIGN_IN_TRIES" ("TRY_HOLDER" varchar2(160 byte) not null, "WRONG_AT_LIST" clob, "LOCKED_UNTIL" number(19), "VERSION" number(10) not null, primary key ("TRY_HOLDER"));

-- 0200-sign-in-challenge
create table "SIGN_IN_CHALLENGE" ("CHALLENGE_NO" varchar2(32 byte) not null, "PURPOSE" varchar2(16 byte) not null, "NONCE" varchar2(64 byte) not null, "SEALED_KEY" varchar2(400 byte) not null, "SEALED_CAPTCHA" varchar2(300 byte), "SESSION_NO" varchar2(32 byte), "MADE_AT" number(19) not null, "USED_AT" number(19), "VERSION" number(10) not null, primary key ("CHALLENGE_NO"));

-- 0201-sign-in-challenge-made
create index "SIGN_IN_CHALLENGE_MADE_IX" on "SIGN_IN_CHALLENGE" ("MADE_AT", "CHALLENGE_NO");

-- 0202-grant-request
create table "GRANT_REQUEST" ("REQUEST_NO" varchar2(32 byte) not null, "OPERATOR_NO" varchar2(32 byte) not null, "OPERATOR_VERSION" number(10) not null, "OFFICER_KIND" varchar2(32 byte), "ROLE_CODES" clob, "SCOPE_KIND" varchar2(16 byte) not null, "REGION_CODE" varchar2(32 byte), "INSTITUTION_NO" varchar2(32 byte), "STATE" varchar2(16 byte) not null, "ASKED_BY" varchar2(64 byte) not null, "DECIDED_BY" varchar2(64 byte), "REMARK" varchar2(2000 byte), "ASKED_AT" number(19) not null, "DECIDED_AT" number(19), "ROW_MAC" varchar2(64 byte) not null, "VERSION" number(10) not null, primary key ("REQUEST_NO"));

-- 0203-grant-request-state
create index "GRANT_REQUEST_STATE_IX" on "GRANT_REQUEST" ("STATE", "ASKED_AT", "REQUEST_NO");

-- 0204-list-export
create table "LIST_EXPORT" ("EXPORT_NO" varchar2(32 byte) not null, "OPERATOR_NO" varchar2(32 byte) not null, "LIST_NAME" varchar2(64 byte) not null, "PARAMETER_LIST" clob, "ROW_SCOPE" varchar2(64 byte) not null, "RUN_PLACE" varchar2(40 byte) not null, "STATE" varchar2(16 byte) not null, "ROWS_WRITTEN" number(10) not null, "FILE_NO" varchar2(32 byte), "FILE_NAME" varchar2(1024 byte), "FAIL_CAUSE" varchar2(32 byte), "STARTED_AT" number(19) not null, "SEEN_AT" number(19) not null, "ENDED_AT" number(19), "VERSION" number(10) not null, primary key ("EXPORT_NO"));

-- 0205-list-export-place
create unique index "LIST_EXPORT_PLACE_UQ" on "LIST_EXPORT" ("RUN_PLACE");

-- 0206-list-export-silent
create index "LIST_EXPORT_SILENT_IX" on "LIST_EXPORT" ("STATE", "SEEN_AT", "EXPORT_NO");

-- 0207-list-export-file
create index "LIST_EXPORT_FILE_IX" on "LIST_EXPORT" ("FILE_NO");

-- 0208-kept-export
create table "KEPT_EXPORT" ("FILE_NO" varchar2(32 byte) not null, "CHUNK_COUNT" number(10) not null, "KEPT_AT" number(19) not null, primary key ("FILE_NO"));

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
create table "REGION" ("REGION_CODE" varchar2(32 byte) not null, "REGION_NAME" varchar2(400 byte), "PARENT_REGION_CODE" varchar2(32 byte), "ADMIN_OPERATOR_NO" varchar2(32 byte), "ENABLED" number(5) not null, "REMARK" varchar2(800 byte), "CREATED_AT" number(19) not null, "VERSION" number(10) not null, primary key ("REGION_CODE"));

-- 0223-region-parent
create index "REGION_PARENT_IX" on "REGION" ("PARENT_REGION_CODE", "REGION_CODE");

-- 0224-industry
create table "INDUSTRY" ("INDUSTRY_CODE" varchar2(32 byte) not null, "INDUSTRY_NAME" varchar2(400 byte), "ENABLED" number(5) not null, "REMARK" varchar2(800 byte), "CREATED_AT" number(19) not null, "VERSION" number(10) not null, primary key ("INDUSTRY_CODE"));

-- 0225-notice-pay-code
create index "PAYMENT_NOTICE_CODE_IX" on "PAYMENT_NOTICE" ("PAY_CODE", "PAY_DAY");

-- 0226-e-bill-number
create index "E_BILL_NUMBER_IX" on "E_BILL" ("BILL_NO", "BILL_AT");

-- 0227-e-bill-order
create index "E_BILL_ORDER_IX" on "E_BILL" ("PLATFORM_ORDER_NO", "BILL_AT");

-- 0230-institution
create table "INSTITUTION" ("INSTITUTION_NO" varchar2(32 byte) not null, "INSTITUTION_NAME" varchar2(400 byte), "ADMIN_OPERATOR_NO" varchar2(32 byte) not null, "CONTACT_NAME" varchar2(256 byte), "MASKED_MOBILE" varchar2(16 byte), "SEALED_MOBILE" varchar2(300 byte), "ENABLED" number(5) not null, "REMARK" varchar2(800 byte), "CREATED_AT" number(19) not null, "VERSION" number(10) not null, primary key ("INSTITUTION_NO"));

-- 0231-payee-industry
alter table "PAYEE" add "INDUSTRY_CODE" varchar2(32 byte);

-- 0232-payee-remark
alter table "PAYEE" add "REMARK" varchar2(800 byte);

-- 0233-payee-made
alter table "PAYEE" add "CREATED_AT" number(19);

-- 0234-payee-channel-remark
alter table "PAYEE_CHANNEL" add "REMARK" varchar2(800 byte);

-- 0235-payee-channel-made
alter table "PAYEE_CHANNEL" add "CREATED_AT" number(19);

-- 0236-attempt-account
create index "PAY_ATTEMPT_ACCOUNT_IX" on "PAY_ATTEMPT" ("CHANNEL_MERCHANT_ID", "MERCHANT_NO");

-- 0237-attempt-account-archive
create index "PAY_ATTEMPT_ACCOUNT_IX_A" on "PAY_ATTEMPT_ARCHIVE" ("CHANNEL_MERCHANT_ID", "MERCHANT_NO");

-- 0240-payment-channel
create table "PAYMENT_CHANNEL" ("CHANNEL_NO" varchar2(32 byte) not null, "CHANNEL_NAME" varchar2(400 byte), "PAY_CHANNEL" varchar2(16 byte) not null, "PAY_ENABLED" number(5) not null, "PAY_METHODS" clob, "RECONCILE_ENABLED" number(5) not null, "BILL_SOURCE" varchar2(16 byte) not null, "BILL_TIME" varchar2(8 byte) not null, "SPLIT_ENABLED" number(5) not null, "ENABLED" number(5) not null, "REMARK" varchar2(800 byte), "CREATED_AT" number(19) not null, "VERSION" number(10) not null, primary key ("CHANNEL_NO"));

-- 0241-channel-adapter
create unique index "PAYMENT_CHANNEL_ADAPTER_UX" on "PAYMENT_CHANNEL" ("PAY_CHANNEL");

-- 0242-account-remark
alter table "CHANNEL_MERCHANT" add "REMARK" varchar2(800 byte);

-- 0243-account-created
alter table "CHANNEL_MERCHANT" add "CREATED_AT" number(19);

-- 0280-alert
create table "CONSOLE_ALERT" ("ALERT_NO" varchar2(32 byte) not null, "WAIT_PLACE" varchar2(160 byte) not null, "ALERT_TYPE" varchar2(16 byte) not null, "ALERT_LEVEL" varchar2(16 byte) not null, "EVENT_NAME" varchar2(64 byte) not null, "MESSAGE_TEXT" varchar2(2000 byte), "RELATED_ORDER_NO" varchar2(32 byte), "RAISE_COUNT" number(10) not null, "FIRST_AT" number(19) not null, "LAST_AT" number(19) not null, "STATE" varchar2(16 byte) not null, "HANDLED_BY" varchar2(512 byte), "HANDLED_AT" number(19), "REMARK" varchar2(800 byte), "VERSION" number(10) not null, primary key ("ALERT_NO"));

-- 0281-alert-place
create unique index "CONSOLE_ALERT_PLACE_UQ" on "CONSOLE_ALERT" ("WAIT_PLACE");

-- 0282-alert-list
create index "CONSOLE_ALERT_LIST_IX" on "CONSOLE_ALERT" ("LAST_AT", "ALERT_NO");

-- 0283-alert-state
create index "CONSOLE_ALERT_STATE_IX" on "CONSOLE_ALERT" ("STATE", "LAST_AT", "ALERT_NO");

-- 0284-menu
create table "CONSOLE_MENU" ("MENU_KEY" varchar2(64 byte) not null, "PARENT_KEY" varchar2(64 byte) not null, "MENU_NAME" varchar2(256 byte), "MENU_TYPE" varchar2(16 byte) not null, "PAGE_KEY" varchar2(64 byte), "SORT_NO" number(10) not null, "ENABLED" number(5) not null, "MENU_ORIGIN" varchar2(16 byte) not null, "REMARK" varchar2(800 byte), "VERSION" number(10) not null, primary key ("MENU_KEY"));

-- 0285-log
create table "PLATFORM_LOG" ("LOG_NO" varchar2(32 byte) not null, "LOGGED_AT" number(19) not null, "LOG_TYPE" varchar2(16 byte) not null, "LOG_LEVEL" varchar2(16 byte) not null, "RELATED_ORDER_NO" varchar2(32 byte), "REQUEST_ID" varchar2(512 byte), "CONTENT_TEXT" varchar2(4000 byte), primary key ("LOG_NO"));

-- 0286-log-time
create index "PLATFORM_LOG_TIME_IX" on "PLATFORM_LOG" ("LOGGED_AT", "LOG_NO");

-- 0287-log-order
create index "PLATFORM_LOG_ORDER_IX" on "PLATFORM_LOG" ("RELATED_ORDER_NO", "LOGGED_AT");

-- 0288-log-request
create index "PLATFORM_LOG_REQUEST_IX" on "PLATFORM_LOG" ("REQUEST_ID", "LOGGED_AT");

-- 0289-e-bill-state
create index "E_BILL_STATE_IX" on "E_BILL" ("STATE", "BILL_AT", "BUS_NO");

-- 0260-issue
create table "DESK_ISSUE" ("ISSUE_NO" varchar2(32 byte) not null, "ISSUE_TYPE" varchar2(16 byte) not null, "RELATED_ORDER_NO" varchar2(128 byte), "PLATFORM_ORDER_NO" varchar2(32 byte), "PLATFORM_REFUND_NO" varchar2(32 byte), "BIZ_ORDER_NO" varchar2(128 byte), "SEALED_DESCRIPTION" clob, "MASKED_MOBILE" varchar2(16 byte), "SEALED_MOBILE" varchar2(300 byte), "STATE" varchar2(16 byte) not null, "SEALED_SOLUTION" clob, "SOLVED_BY" varchar2(32 byte), "SOLVED_AT" number(19), "REGISTERED_BY" varchar2(32 byte) not null, "REGISTERED_AT" number(19) not null, "STEP_COUNT" number(10) not null, "ATTACHMENT_COUNT" number(10) not null, "ATTACHMENT_BYTES" number(19) not null, "VERSION" number(10) not null, primary key ("ISSUE_NO"));

-- 0261-issue-list
create index "DESK_ISSUE_LIST_IX" on "DESK_ISSUE" ("REGISTERED_AT", "ISSUE_NO");

-- 0262-issue-related
create index "DESK_ISSUE_RELATED_IX" on "DESK_ISSUE" ("RELATED_ORDER_NO", "REGISTERED_AT");

-- 0263-issue-order
create index "DESK_ISSUE_ORDER_IX" on "DESK_ISSUE" ("PLATFORM_ORDER_NO", "REGISTERED_AT");

-- 0264-issue-biz
create index "DESK_ISSUE_BIZ_IX" on "DESK_ISSUE" ("BIZ_ORDER_NO", "REGISTERED_AT");

-- 0265-issue-step
create table "ISSUE_STEP" ("ISSUE_NO" varchar2(32 byte) not null, "STEP_NO" number(10) not null, "STEP_KIND" varchar2(16 byte) not null, "SEALED_WORDS" clob, "DONE_BY" varchar2(32 byte) not null, "DONE_AT" number(19) not null, primary key ("ISSUE_NO", "STEP_NO"));

-- 0266-attachment
create table "ISSUE_ATTACHMENT" ("ATTACHMENT_NO" varchar2(32 byte) not null, "FILE_NAME" varchar2(1024 byte), "FILE_KIND" varchar2(8 byte) not null, "BYTE_SIZE" number(19) not null, "FILE_DIGEST" varchar2(64 byte), "SCAN_VERDICT" varchar2(16 byte), "STATE" varchar2(16 byte) not null, "UPLOADED_BY" varchar2(32 byte) not null, "UPLOADED_AT" number(19) not null, "ISSUE_NO" varchar2(32 byte), "STEP_NO" number(10), "VERSION" number(10) not null, primary key ("ATTACHMENT_NO"));

-- 0267-attachment-issue
create index "ISSUE_ATTACHMENT_ISSUE_IX" on "ISSUE_ATTACHMENT" ("ISSUE_NO", "STEP_NO", "ATTACHMENT_NO");

-- 0268-attachment-loose
create index "ISSUE_ATTACHMENT_LOOSE_IX" on "ISSUE_ATTACHMENT" ("STATE", "UPLOADED_AT", "ATTACHMENT_NO");

-- 0269-upload-allowance
create table "UPLOAD_ALLOWANCE" ("OPERATOR_NO" varchar2(32 byte) not null, "HOUR_BEGAN" number(19) not null, "FILE_COUNT" number(10) not null, "BYTE_COUNT" number(19) not null, "VERSION" number(10) not null, primary key ("OPERATOR_NO"));

-- 0270-developer-contact
alter table "DEVELOPER" add "CONTACT_NAME" varchar2(256 byte);

-- 0271-developer-masked-mobile
alter table "DEVELOPER" add "MASKED_MOBILE" varchar2(16 byte);

-- 0272-developer-sealed-mobile
alter table "DEVELOPER" add "SEALED_MOBILE" varchar2(300 byte);

-- 0273-developer-roles
alter table "DEVELOPER" add "ROLE_CODES" clob;

-- 0274-developer-created
alter table "DEVELOPER" add "CREATED_AT" number(19);

-- 0275-developer-role
create table "DEVELOPER_ROLE" ("ROLE_CODE" varchar2(32 byte) not null, "ROLE_NAME" varchar2(256 byte), "METHOD_LIST" clob, "MERCHANT_LIST" clob, "REMARK" varchar2(800 byte), "CREATED_AT" number(19) not null, "VERSION" number(10) not null, primary key ("ROLE_CODE"));

-- 0276-developer-role-list
create index "DEVELOPER_ROLE_LIST_IX" on "DEVELOPER_ROLE" ("CREATED_AT", "ROLE_CODE");

-- 0290-order-code
alter table "PAY_ORDER" add "ROW_MAC" varchar2(64 byte);

-- 0291-order-archive-code
alter table "PAY_ORDER_ARCHIVE" add "ROW_MAC" varchar2(64 byte);

-- 0292-attempt-code
alter table "PAY_ATTEMPT" add "ROW_MAC" varchar2(64 byte);

-- 0293-attempt-archive-code
alter table "PAY_ATTEMPT_ARCHIVE" add "ROW_MAC" varchar2(64 byte);

-- 0294-refund-code
alter table "PAY_REFUND" add "ROW_MAC" varchar2(64 byte);

-- 0295-refund-archive-code
alter table "PAY_REFUND_ARCHIVE" add "ROW_MAC" varchar2(64 byte);

-- 0296-row-code-mark
create table "ROW_CODE_MARK" ("MARK_NAME" varchar2(32 byte) not null, "SINCE_AT" number(19) not null, "DONE_AT" number(19), "MARK_MAC" varchar2(64 byte) not null, primary key ("MARK_NAME"));

-- 0297-audit-signed-head
create table "AUDIT_SIGNED_HEAD" ("LAST_SEQ" number(10) not null, "LAST_MAC" varchar2(64 byte) not null, "SIGNED_AT" number(19) not null, "PREVIOUS_SEQ" number(10) not null, "KEY_NAME" varchar2(64 byte) not null, "SIGNATURE_TEXT" varchar2(200 byte) not null, primary key ("LAST_SEQ"));

-- 0298-key-walk
create table "KEY_WALK" ("WALK_NAME" varchar2(32 byte) not null, "KEY_NAMES" varchar2(200 byte) not null, "TABLE_INDEX" number(10) not null, "AFTER_KEY" varchar2(128 byte), "AFTER_ROUND" number(10) not null, "ROWS_SEEN" number(19) not null, "ROWS_RENEWED" number(19) not null, "ROWS_CHANGED" number(19) not null, "BEGUN_AT" number(19) not null, "ENDED_AT" number(19), "VERSION" number(10) not null, primary key ("WALK_NAME"));

-- 0299-operator-session-ended
create index "OPERATOR_SESSION_ENDED_IX" on "OPERATOR_SESSION" ("ENDED_AT", "TOKEN_HASH");

-- 0300-account-changed-by
alter table "CHANNEL_MERCHANT" add "CHANGED_BY" clob;

-- 0310-operator-key
create table "OPERATOR_KEY" ("KEY_NO" varchar2(32 byte) not null, "OPERATOR_NO" varchar2(32 byte) not null, "PUBLIC_KEY" varchar2(130 byte) not null, "KEY_PRINT" varchar2(64 byte) not null, "STATE" varchar2(16 byte) not null, "ASKED_BY" varchar2(64 byte) not null, "ASKED_AT" number(19) not null, "DECIDED_BY" varchar2(64 byte), "DECIDED_AT" number(19), "REMARK" varchar2(2000 byte), "ROW_MAC" varchar2(64 byte) not null, "VERSION" number(10) not null, primary key ("KEY_NO"));

-- 0311-operator-key-print
create unique index "OPERATOR_KEY_PRINT_UQ" on "OPERATOR_KEY" ("KEY_PRINT");

-- 0312-operator-key-of
create index "OPERATOR_KEY_OF_IX" on "OPERATOR_KEY" ("OPERATOR_NO", "ASKED_AT", "KEY_NO");

-- 0313-operator-key-list
create index "OPERATOR_KEY_LIST_IX" on "OPERATOR_KEY" ("ASKED_AT", "KEY_NO");

-- 0314-operator-key-state
create index "OPERATOR_KEY_STATE_IX" on "OPERATOR_KEY" ("STATE", "ASKED_AT", "KEY_NO");

-- 0320-developer-code
alter table "DEVELOPER" add "ROW_MAC" varchar2(64 byte);

-- 0321-developer-role-code
alter table "DEVELOPER_ROLE" add "ROW_MAC" varchar2(64 byte);

-- 0322-channel-merchant-code
alter table "CHANNEL_MERCHANT" add "ROW_MAC" varchar2(64 byte);

-- 0323-payee-code
alter table "PAYEE" add "ROW_MAC" varchar2(64 byte);

-- 0324-payee-channel-code
alter table "PAYEE_CHANNEL" add "ROW_MAC" varchar2(64 byte);

-- 0325-institution-code
alter table "INSTITUTION" add "ROW_MAC" varchar2(64 byte);

-- 0326-region-code
alter table "REGION" add "ROW_MAC" varchar2(64 byte);

-- 0327-industry-code
alter table "INDUSTRY" add "ROW_MAC" varchar2(64 byte);

-- 0328-channel-code
alter table "PAYMENT_CHANNEL" add "ROW_MAC" varchar2(64 byte);

-- 0329-nontax-region-code
alter table "NONTAX_REGION" add "ROW_MAC" varchar2(64 byte);

-- 0330-nontax-item-code
alter table "NONTAX_ITEM" add "ROW_MAC" varchar2(64 byte);

-- 0340-audit-object
create index "AUDIT_ENTRY_OBJECT_IX" on "AUDIT_ENTRY" ("OBJECT_NO", "HAPPENED_AT", "ENTRY_ID");

-- 0341-grant-opinion
alter table "GRANT_REQUEST" add "OPINION" varchar2(2000 byte);

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
create table "FORGETTING_ROUND" ("ROUND_KIND" varchar2(16 byte) not null, "TURN_OWNER" varchar2(64 byte), "TURN_UNTIL" number(19) not null, "COUNT_LIST" clob, "VERSION" number(10) not null, primary key ("ROUND_KIND"));

-- 0381-text-forgotten
alter table "TEXT_MESSAGE" add "FORGOTTEN_AT" number(19);

-- 0382-issue-forgotten
alter table "DESK_ISSUE" add "FORGOTTEN_AT" number(19);

-- 0383-text-over
create index "TEXT_MESSAGE_OVER_IX" on "TEXT_MESSAGE" ("FORGOTTEN_AT", "ENDED_AT", "MESSAGE_ID");

-- 0384-issue-over
create index "DESK_ISSUE_OVER_IX" on "DESK_ISSUE" ("FORGOTTEN_AT", "SOLVED_AT", "ISSUE_NO");

-- 0385-code-over
create index "TEXT_CODE_MADE_IX" on "TEXT_CODE" ("MADE_AT", "PHONE_INDEX", "SCENE");

-- 0390-block-changed
create index "TEXT_BLOCK_CHANGED_IX" on "TEXT_BLOCK" ("CHANGED_AT", "PHONE_INDEX");

-- a column added later
alter table "PAYEE" add "REMARK" varchar2(400 byte);

-- what is there
select "TABLE_NAME" from "USER_TABLES" where "TABLE_NAME" = :1;
select "TABLE_NAME", "COLUMN_NAME" from "USER_TAB_COLUMNS" where "TABLE_NAME" = :1 and "COLUMN_NAME" = :2;
select "TABLE_NAME", "INDEX_NAME" from "USER_INDEXES" where "TABLE_NAME" = :1 and "INDEX_NAME" = :2;

-- orders.add
insert into "PAY_ORDER" ("BILL_DETAIL_URL", "BIZ_DISCOUNT_AMOUNT", "BIZ_ORDER_NO", "CASHIER_TOKEN", "CHANNEL_DISCOUNT_AMOUNT", "CHANNEL_ORDER_NO", "CLOSED_AT", "CONTENT_DIGEST", "CREATED_AT", "DEV_ID", "EXPIRES_AT", "MERCHANT_NO", "NONTAX_INFO", "NOTIFY_URL", "ORDER_AMOUNT", "ORDER_DATE", "ORDER_DESCRIPTION", "ORDER_TIME", "ORDER_TITLE", "PAID_AT", "PAID_ATTEMPT_NO", "PASSBACK_PARAMS", "PAY_CHANNEL", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_NAME", "PAYER_NAME_INDEX", "PLATFORM_ORDER_NO", "RETURN_URL", "ROW_MAC", "STATE", "STATE_MSG", "SUB_ORDERS", "TERMINAL", "USER_ID", "VALID_MINUTES", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15, :16, :17, :18, :19, :20, :21, :22, :23, :24, :25, :26, :27, :28, :29, :30, :31, :32, :33, :34, :35, :36, :37, :38, :39);
select "ARCHIVE_NAME", "BEGUN_AT" from "ARCHIVE_MARK" where "ARCHIVE_NAME" = :1 fetch first :2 rows only;

-- attempts.add
insert into "PAY_ATTEMPT" ("AMOUNT", "ANSWERED_AT", "ATTEMPT_NO", "BUSY", "CANCEL_ASKED_AT", "CHANNEL_DISCOUNT_AMOUNT", "CHANNEL_MERCHANT_ID", "CHANNEL_ORDER_NO", "CHANNEL_TIME", "CLEARING_DAY", "CODE_DIGEST", "CREATED_AT", "LIMIT_AT", "MERCHANT_NO", "PAID_AT", "PAID_BY_PAYER", "PAY_CHANNEL", "PAY_METHOD", "PLATFORM_ORDER_NO", "QUERIES_ASKED", "REASON", "RECEIVED_AT", "RECORDED_AT", "ROW_MAC", "SENT_AT", "STATE", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15, :16, :17, :18, :19, :20, :21, :22, :23, :24, :25, :26, :27);

-- refunds.add
insert into "PAY_REFUND" ("APPROVAL_REMARK", "APPROVAL_STATE", "APPROVED_BY", "ATTEMPT_NO", "BIZ_REFUND_ORDER_NO", "CHANNEL_REFUND_NO", "CONTENT_DIGEST", "CREATED_AT", "DEV_ID", "MERCHANT_NO", "NONTAX_REFUND_REF", "NOTIFY_URL", "ORIGIN", "PASSBACK_PARAMS", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "QUERIES_ASKED", "REFUND_AMOUNT", "REFUND_ORDER_DATE", "REFUND_REASON", "REFUND_TITLE", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "REFUNDED_AT", "REQUESTED_BY", "ROW_MAC", "SENT_AT", "STATE", "STATE_MSG", "SUB_MERCHANT_NO", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15, :16, :17, :18, :19, :20, :21, :22, :23, :24, :25, :26, :27, :28, :29, :30, :31);

-- callbacks.add
select "CALLBACK_ID", "KIND", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "TARGET_URL", "TOLD_STATE", "CONTENT_TEXT", "PASSBACK_PARAMS", "STATE", "TRIES", "FIRST_TRIED_AT", "LAST_TRIED_AT", "NEXT_TRY_AT", "LAST_ANSWER", "ACCEPTED_AT", "CREATED_AT", "VERSION" from "MERCHANT_CALLBACK" where "CALLBACK_ID" = :1 fetch first :2 rows only;
insert into "MERCHANT_CALLBACK" ("ACCEPTED_AT", "CALLBACK_ID", "CONTENT_TEXT", "CREATED_AT", "DEV_ID", "FIRST_TRIED_AT", "KIND", "LAST_ANSWER", "LAST_TRIED_AT", "MERCHANT_NO", "NEXT_TRY_AT", "PASSBACK_PARAMS", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "STATE", "TARGET_URL", "TOLD_STATE", "TRIES", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15, :16, :17, :18, :19);

-- abnormalOrders.add
select "ABNORMAL_ID", "KIND", "PLATFORM_ORDER_NO", "MERCHANT_NO", "ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "REMARK", "HANDLE_STATE", "CREATED_AT", "VERSION" from "ABNORMAL_ORDER" where "ABNORMAL_ID" = :1 fetch first :2 rows only;
insert into "ABNORMAL_ORDER" ("ABNORMAL_ID", "AMOUNT", "ATTEMPT_NO", "CHANNEL_ORDER_NO", "CREATED_AT", "HANDLE_STATE", "KIND", "MERCHANT_NO", "PAY_CHANNEL", "PLATFORM_ORDER_NO", "REMARK", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12);

-- repeatPayments.add
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "HANDLE_STATE", "PAID_AT", "CREATED_AT", "VERSION" from "REPEAT_PAYMENT" where "ATTEMPT_NO" = :1 fetch first :2 rows only;
insert into "REPEAT_PAYMENT" ("AMOUNT", "ATTEMPT_NO", "CHANNEL_ORDER_NO", "CREATED_AT", "HANDLE_STATE", "MERCHANT_NO", "PAID_AT", "PAY_CHANNEL", "PLATFORM_ORDER_NO", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10);

-- personalBillPushes.add
select "PLATFORM_ORDER_NO", "BIZ_ORDER_NO", "DEV_ID", "MERCHANT_NO", "CONTENT_DIGEST", "BILL_STATE", "STATE", "TRIES", "FIRST_TRIED_AT", "LAST_TRIED_AT", "NEXT_TRY_AT", "LAST_ANSWER", "ACCEPTED_AT", "CREATED_AT", "VERSION" from "PERSONAL_BILL_PUSH" where "PLATFORM_ORDER_NO" = :1 fetch first :2 rows only;
insert into "PERSONAL_BILL_PUSH" ("ACCEPTED_AT", "BILL_STATE", "BIZ_ORDER_NO", "CONTENT_DIGEST", "CREATED_AT", "DEV_ID", "FIRST_TRIED_AT", "LAST_ANSWER", "LAST_TRIED_AT", "MERCHANT_NO", "NEXT_TRY_AT", "PLATFORM_ORDER_NO", "STATE", "TRIES", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15);

-- audit.append
insert into "AUDIT_ENTRY" ("ACTION", "ACTOR_ADDRESS", "ACTOR_CODE", "ACTOR_KIND", "DESCRIPTION", "ENTRY_ID", "ENTRY_MAC", "FACTS_AFTER", "FACTS_BEFORE", "HAPPENED_AT", "LINK_MAC", "OBJECT_KIND", "OBJECT_NO", "REQUEST_ID", "ROWS_WRITTEN", "SEQ") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15, :16);

-- outbox.enqueue
select "JOB_ID", "TOPIC", "JOB_KEY", "STATE", "DUE_AT", "AGAIN_AT", "ATTEMPTS", "OWNER", "CLAIM_TOKEN", "LEASE_UNTIL", "LAST_ERROR", "CREATED_AT" from "OUTBOX" where "TOPIC" = :1 and "JOB_KEY" = :2 for update;
insert into "OUTBOX" ("AGAIN_AT", "ATTEMPTS", "CLAIM_TOKEN", "CREATED_AT", "DUE_AT", "JOB_ID", "JOB_KEY", "LAST_ERROR", "LEASE_UNTIL", "OWNER", "STATE", "TOPIC") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12);

-- orders.byBizNo
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC" from "PAY_ORDER" where "DEV_ID" = :1 and "MERCHANT_NO" = :2 and "BIZ_ORDER_NO" = :3 fetch first :4 rows only;

-- jobs.waitingFor
select "JOB_ID", "TOPIC", "JOB_KEY", "STATE", "DUE_AT", "AGAIN_AT", "ATTEMPTS", "OWNER", "CLAIM_TOKEN", "LEASE_UNTIL", "LAST_ERROR", "CREATED_AT" from "OUTBOX" where "JOB_KEY" in (:1, :2) and "TOPIC" in (:3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15, :16, :17, :18, :19, :20, :21, :22) and "STATE" in (:23, :24);

-- orders.byCashierToken
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC" from "PAY_ORDER" where "CASHIER_TOKEN" = :1 fetch first :2 rows only;

-- orders.ofPayer
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC" from "PAY_ORDER" where "BIZ_ORDER_NO" = :1 and "PAYER_MOBILE_INDEX" = :2 order by "CREATED_AT" desc, "PLATFORM_ORDER_NO" desc fetch first :3 rows only;

-- orders.paidOfUser
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC" from "PAY_ORDER" where "DEV_ID" = :1 and "USER_ID" = :2 and "STATE" = :3 and "MERCHANT_NO" in (:4, :5) and "CREATED_AT" >= :6 and "CREATED_AT" <= :7 and ("CREATED_AT" < :8 or ("CREATED_AT" = :9 and "PLATFORM_ORDER_NO" < :10)) order by "CREATED_AT" desc, "PLATFORM_ORDER_NO" desc fetch first :11 rows only;

-- orders.paidOfUser, no payee
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC" from "PAY_ORDER" where "DEV_ID" = :1 and "USER_ID" = :2 and "STATE" = :3 and 1 = :4 order by "CREATED_AT" desc, "PLATFORM_ORDER_NO" desc fetch first :5 rows only;

-- directoryEditor, new
select "DEV_ID", "DEVELOPER_NAME", "SIGN_ALGORITHM", "SM2_ENCODING", "SM2_USER_ID", "PUBLIC_KEYS", "ENABLED", "ALLOWED_ORIGINS", "ALLOWED_ADDRESSES", "ALLOWED_METHODS", "MERCHANT_NOS", "REQUESTS_PER_SECOND", "TEXTS_PAYERS", "PERSONAL_BILL_URL", "ROLE_CODES", "CONTACT_NAME", "MASKED_MOBILE", "CREATED_AT", "VERSION", "ROW_MAC" from "DEVELOPER" where "DEV_ID" = :1 for update;
insert into "DEVELOPER" ("ALLOWED_ADDRESSES", "ALLOWED_METHODS", "ALLOWED_ORIGINS", "CONTACT_NAME", "CREATED_AT", "DEV_ID", "DEVELOPER_NAME", "ENABLED", "MASKED_MOBILE", "MERCHANT_NOS", "PERSONAL_BILL_URL", "PUBLIC_KEYS", "REQUESTS_PER_SECOND", "ROLE_CODES", "ROW_MAC", "SIGN_ALGORITHM", "SM2_ENCODING", "SM2_USER_ID", "TEXTS_PAYERS", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15, :16, :17, :18, :19, :20);
select "MERCHANT_NO", "PAYEE_NAME", "INSTITUTION_NO", "REGION_CODE", "ENABLED", "PAY_NOTIFY_URL", "REFUND_NOTIFY_URL", "DEFAULT_RETURN_URL", "REFUND_REVIEW_REQUIRED", "REFUND_REVIEW_ABOVE", "CALLBACK_ON_FAILED", "REPEAT_REFUND_BY_RULE", "SUB_MERCHANTS", "CHARGING_UNIT", "NOTICE_FIRST", "SLIP_REFUND_POLICY", "INDUSTRY_CODE", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "PAYEE" where "MERCHANT_NO" = :1 for update;
insert into "PAYEE" ("CALLBACK_ON_FAILED", "CHARGING_UNIT", "CREATED_AT", "DEFAULT_RETURN_URL", "ENABLED", "INDUSTRY_CODE", "INSTITUTION_NO", "MERCHANT_NO", "NOTICE_FIRST", "PAY_NOTIFY_URL", "PAYEE_NAME", "REFUND_NOTIFY_URL", "REFUND_REVIEW_ABOVE", "REFUND_REVIEW_REQUIRED", "REGION_CODE", "REMARK", "REPEAT_REFUND_BY_RULE", "ROW_MAC", "SLIP_REFUND_POLICY", "SUB_MERCHANTS", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15, :16, :17, :18, :19, :20, :21);
select "CHANNEL_MERCHANT_ID", "PAY_CHANNEL", "CHANNEL_MERCHANT_NAME", "CHANNEL_MERCHANT_NO", "CHANNEL_APP_ID", "ENVIRONMENT", "KEY_NAME", "SETTINGS_TEXT", "ENABLED", "CHANGED_BY", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "CHANNEL_MERCHANT" where "CHANNEL_MERCHANT_ID" = :1 for update;
insert into "CHANNEL_MERCHANT" ("CHANGED_BY", "CHANNEL_APP_ID", "CHANNEL_MERCHANT_ID", "CHANNEL_MERCHANT_NAME", "CHANNEL_MERCHANT_NO", "CREATED_AT", "ENABLED", "ENVIRONMENT", "KEY_NAME", "PAY_CHANNEL", "REMARK", "ROW_MAC", "SETTINGS_TEXT", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14);
select "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_MERCHANT_ID", "PAY_METHODS", "ENABLED", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "PAYEE_CHANNEL" where "MERCHANT_NO" = :1 and "CHANNEL_MERCHANT_ID" = :2 for update;
insert into "PAYEE_CHANNEL" ("CHANNEL_MERCHANT_ID", "CREATED_AT", "ENABLED", "MERCHANT_NO", "PAY_CHANNEL", "PAY_METHODS", "REMARK", "ROW_MAC", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9);

-- archive.page, begin, turns
select "PLATFORM_ORDER_NO" from "PAY_ORDER" where "PLATFORM_ORDER_NO" > :1 order by "PLATFORM_ORDER_NO" asc fetch first :2 rows only;
insert into "ARCHIVE_MARK" ("ARCHIVE_NAME", "BEGUN_AT") values (:1, :2);
insert into "WORK_LEASE" ("LEASE_NAME", "LEASE_OWNER", "LEASE_UNTIL") values (:1, :2, :3);
update "WORK_LEASE" set "LEASE_OWNER" = :1, "LEASE_UNTIL" = :2 where "LEASE_NAME" = :3 and ("LEASE_OWNER" = :4 or "LEASE_UNTIL" <= :5);
update "WORK_LEASE" set "LEASE_OWNER" = :1, "LEASE_UNTIL" = :2 where "LEASE_NAME" = :3 and "LEASE_OWNER" = :4;

-- keyWalk.state, page
select "WALK_NAME", "KEY_NAMES", "TABLE_INDEX", "AFTER_KEY", "AFTER_ROUND", "ROWS_SEEN", "ROWS_RENEWED", "ROWS_CHANGED", "BEGUN_AT", "ENDED_AT", "VERSION" from "KEY_WALK" where "WALK_NAME" = :1 fetch first :2 rows only;
select "MARK_NAME", "SINCE_AT", "DONE_AT", "MARK_MAC" from "ROW_CODE_MARK" where "MARK_NAME" = :1 fetch first :2 rows only;
select "WALK_NAME", "KEY_NAMES", "TABLE_INDEX", "AFTER_KEY", "AFTER_ROUND", "ROWS_SEEN", "ROWS_RENEWED", "ROWS_CHANGED", "BEGUN_AT", "ENDED_AT", "VERSION" from "KEY_WALK" where "WALK_NAME" = :1 for update;
insert into "KEY_WALK" ("AFTER_KEY", "AFTER_ROUND", "BEGUN_AT", "ENDED_AT", "KEY_NAMES", "ROWS_CHANGED", "ROWS_RENEWED", "ROWS_SEEN", "TABLE_INDEX", "VERSION", "WALK_NAME") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11);
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC" from "PAY_ORDER" order by "PLATFORM_ORDER_NO" asc fetch first :1 rows only;
update "KEY_WALK" set "KEY_NAMES" = :1, "TABLE_INDEX" = :2, "AFTER_KEY" = :3, "AFTER_ROUND" = :4, "ROWS_SEEN" = :5, "ROWS_RENEWED" = :6, "ROWS_CHANGED" = :7, "BEGUN_AT" = :8, "ENDED_AT" = :9, "VERSION" = :10 where "WALK_NAME" = :11 and "VERSION" = :12;

-- jobBoard.forgetArchived
select "JOB_ID" from "OUTBOX_ARCHIVE" where "DUE_AT" < :1 order by "DUE_AT" asc, "JOB_ID" asc fetch first :2 rows only;

-- jobBoard.nextDueAt, counts
select "DUE_AT" from "OUTBOX" where "STATE" = :1 order by "DUE_AT" asc, "JOB_ID" asc fetch first :2 rows only;
select "TOPIC", "STATE", count(*) as "JOBS" from "OUTBOX" where "STATE" in (:1, :2) group by "TOPIC", "STATE";

-- trades.add
select "TRADE_KEY", "KIND", "PURPOSE", "PLATFORM_ORDER_NO", "ATTEMPT_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "CHANNEL_ORDER_NO", "ORDER_AMOUNT", "AMOUNT", "CHANNEL_DISCOUNT_AMOUNT", "SHARE_LIST", "TRADE_AT", "CLEARING_DAY", "SETTLE_STATE", "SETTLED_DAY", "SEEN_RUN_NO", "CREATED_AT" from "TRADE" where "TRADE_KEY" = :1 fetch first :2 rows only;
insert into "TRADE" ("AMOUNT", "ATTEMPT_NO", "BIZ_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "CHANNEL_MERCHANT_ID", "CHANNEL_ORDER_NO", "CLEARING_DAY", "CREATED_AT", "DEV_ID", "KIND", "MERCHANT_NO", "ORDER_AMOUNT", "ORDER_DATE", "PAY_CHANNEL", "PAY_METHOD", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "PURPOSE", "SEEN_RUN_NO", "SETTLE_STATE", "SETTLED_DAY", "SHARE_LIST", "TRADE_AT", "TRADE_KEY") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15, :16, :17, :18, :19, :20, :21, :22, :23, :24);

-- settlement.addAll
insert into "SETTLEMENT_ENTRY" ("BIZ_ORDER_NO", "CAUSE", "CHANNEL_MERCHANT_ID", "CHANNEL_ORDER_NO", "CLEARING_DAY", "CREATED_AT", "ENTRY_NO", "FEE_AMOUNT", "KIND", "LINE_NO", "MERCHANT_NO", "ORDER_DATE", "PAY_CHANNEL", "PAY_METHOD", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "PURPOSE", "RUN_NO", "SETTLE_DAY", "SETTLED_AMOUNT", "SUB_MERCHANT_NO", "TRADE_AMOUNT", "TRADE_AT", "TRADE_COUNT", "TRADE_KEY") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15, :16, :17, :18, :19, :20, :21, :22, :23, :24, :25);

-- settlement.addStatement, addCertificate, addLock
select "MERCHANT_NO", "SETTLE_DAY", "KIND", "FILE_NO", "FILE_NAME", "BYTE_SIZE", "FILE_DIGEST", "LINE_COUNT", "TOTALS", "CREATED_AT" from "PAYEE_STATEMENT" where "MERCHANT_NO" = :1 and "SETTLE_DAY" = :2 and "KIND" = :3 fetch first :4 rows only;
insert into "PAYEE_STATEMENT" ("BYTE_SIZE", "CREATED_AT", "FILE_DIGEST", "FILE_NAME", "FILE_NO", "KIND", "LINE_COUNT", "MERCHANT_NO", "SETTLE_DAY", "TOTALS") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10);
select "CERTIFIED_DAY", "CONTENT_TEXT", "CONTENT_DIGEST", "PREVIOUS_DIGEST", "PREVIOUS_DAY", "SIGNATURE_TEXT", "KEY_NAME", "ISSUED_AT" from "DAY_CERTIFICATE" where "CERTIFIED_DAY" = :1 fetch first :2 rows only;
insert into "DAY_CERTIFICATE" ("CERTIFIED_DAY", "CONTENT_DIGEST", "CONTENT_TEXT", "ISSUED_AT", "KEY_NAME", "PREVIOUS_DAY", "PREVIOUS_DIGEST", "SIGNATURE_TEXT") values (:1, :2, :3, :4, :5, :6, :7, :8);
select "BOOK_MONTH", "LOCKED_AT", "LOCKED_BY" from "PERIOD_LOCK" where "BOOK_MONTH" = :1 fetch first :2 rows only;
insert into "PERIOD_LOCK" ("BOOK_MONTH", "LOCKED_AT", "LOCKED_BY") values (:1, :2, :3);

-- reconciliation.add…
insert into "CHANNEL_BILL" ("BILL_NO", "BYTE_SIZE", "CHANNEL_MERCHANT_ID", "CLEARING_DAY", "FILE_DIGEST", "FILE_NAME", "FILE_NO", "ORIGIN", "RECEIVED_AT", "RECEIVED_BY", "TOTALS") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11);
insert into "RECONCILE_RUN" ("BILL_NO", "CANCEL_ASKED_BY", "CHANNEL_MERCHANT_ID", "CLEARING_DAY", "ENDED_AT", "FIGURES", "LINE_COUNT", "LINES_DONE", "MISSING_AFTER", "PAY_CHANNEL", "REMARK", "RUN_CHANGES", "RUN_NO", "RUN_SEQUENCE", "STARTED_AT", "STARTED_BY", "STATE", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15, :16, :17, :18);
insert into "RECONCILE_ITEM" ("CHANGE_KIND", "HERE_AMOUNT", "ITEM_NO", "OUTCOME", "RUN_NO", "SUBJECT_KEY", "THERE_AMOUNT") values (:1, :2, :3, :4, :5, :6, :7);
select "CHANNEL_MERCHANT_ID", "CLEARING_DAY", "PAY_CHANNEL", "STATE", "BILL_NO", "LAST_RUN_NO", "RUNNING_NO", "RUN_COUNT", "RECONCILE_COUNT", "RECONCILE_AMOUNT", "SETTLED_AMOUNT", "FEE_AMOUNT", "OPEN_COUNT", "WAITING_COUNT", "TRIES", "LAST_TRIED_AT", "LAST_WORD", "RECONCILED_AT", "VERSION" from "RECONCILE_DAY" where "CHANNEL_MERCHANT_ID" = :1 and "CLEARING_DAY" = :2 fetch first :3 rows only;
insert into "RECONCILE_DAY" ("BILL_NO", "CHANNEL_MERCHANT_ID", "CLEARING_DAY", "FEE_AMOUNT", "LAST_RUN_NO", "LAST_TRIED_AT", "LAST_WORD", "OPEN_COUNT", "PAY_CHANNEL", "RECONCILE_AMOUNT", "RECONCILE_COUNT", "RECONCILED_AT", "RUN_COUNT", "RUNNING_NO", "SETTLED_AMOUNT", "STATE", "TRIES", "VERSION", "WAITING_COUNT") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15, :16, :17, :18, :19);
insert into "RECONCILE_DIFFERENCE" ("BIZ_ORDER_NO", "CHANNEL_MERCHANT_ID", "CHANNEL_NO", "CLEARING_DAY", "CREATED_AT", "DETAIL_TEXT", "DIFFERENCE_NO", "FIRST_RUN_NO", "HAPPENED_AT", "HERE_AMOUNT", "HERE_FEE", "KIND", "LAST_RUN_NO", "MERCHANT_NO", "OUTCOME", "OWN_NO", "PAY_CHANNEL", "PLATFORM_ORDER_NO", "STATE", "SUBJECT_KEY", "SUGGESTED_KEY", "THERE_AMOUNT", "THERE_FEE", "THERE_SETTLED", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15, :16, :17, :18, :19, :20, :21, :22, :23, :24, :25);
insert into "HANDLING_NOTE" ("NOTE_ACTION", "NOTE_NO", "NOTE_TEXT", "NOTED_AT", "OBJECT_KIND", "OBJECT_NO", "OPERATOR_NAME") values (:1, :2, :3, :4, :5, :6, :7);

-- keptFiles.keep
insert into "KEPT_DRAFT" ("CHUNK_COUNT", "FILE_NO", "TOUCHED_AT") values (:1, :2, :3);
select "FILE_NO", "PURPOSE", "FILE_NAME", "BYTE_SIZE", "FILE_DIGEST", "CHUNK_COUNT", "CREATED_AT" from "KEPT_FILE" where "FILE_NO" = :1 fetch first :2 rows only;
update "KEPT_DRAFT" set "CHUNK_COUNT" = :1, "TOUCHED_AT" = :2 where "FILE_NO" = :3 and "CHUNK_COUNT" = :4;
insert into "KEPT_CHUNK" ("CHUNK_NO", "CHUNK_TEXT", "FILE_NO") values (:1, :2, :3);
delete from "KEPT_DRAFT" where "FILE_NO" = :1 and "CHUNK_COUNT" = :2;
insert into "KEPT_FILE" ("BYTE_SIZE", "CHUNK_COUNT", "CREATED_AT", "FILE_DIGEST", "FILE_NAME", "FILE_NO", "PURPOSE") values (:1, :2, :3, :4, :5, :6, :7);
insert into "KEPT_EXPORT" ("CHUNK_COUNT", "FILE_NO", "KEPT_AT") values (:1, :2, :3);

-- settlement.sumsOfDay
select "CHANNEL_MERCHANT_ID", "MERCHANT_NO", sum("TRADE_COUNT") as "TRADE_COUNT", sum("TRADE_AMOUNT") as "TRADE_AMOUNT", sum("SETTLED_AMOUNT") as "SETTLED_AMOUNT", sum("FEE_AMOUNT") as "FEE_AMOUNT" from "SETTLEMENT_ENTRY" where "CLEARING_DAY" = :1 group by "CHANNEL_MERCHANT_ID", "MERCHANT_NO" order by "CHANNEL_MERCHANT_ID" asc, "MERCHANT_NO" asc fetch first :2 rows only;
select "CHANNEL_MERCHANT_ID", "MERCHANT_NO", sum("TRADE_COUNT") as "TRADE_COUNT", sum("TRADE_AMOUNT") as "TRADE_AMOUNT", sum("SETTLED_AMOUNT") as "SETTLED_AMOUNT", sum("FEE_AMOUNT") as "FEE_AMOUNT" from "SETTLEMENT_ENTRY" where "SETTLE_DAY" = :1 group by "CHANNEL_MERCHANT_ID", "MERCHANT_NO" order by "CHANNEL_MERCHANT_ID" asc, "MERCHANT_NO" asc fetch first :2 rows only;

-- eBills.add…
insert into "E_BILL" ("AMOUNT", "BASE_LIST", "BILL_AT", "BILL_CODE", "BILL_KEY", "BILL_NO", "BILL_ROUND", "BILL_SOURCE", "BIZ_ORDER_NO", "BUS_NO", "CHECK_CODE", "CREATED_AT", "DEV_ID", "FAILURE_CODE", "FAILURE_TEXT", "ISSUED_AT", "ITEM_LIST", "LAST_TRY_AT", "LINK_LIST", "MERCHANT_NO", "NEXT_TRY_AT", "PAGE_TOKEN", "PAID_AT", "PAY_CODE", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "PAYER_EMAIL", "PAYER_KIND", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_NAME", "PAYER_NAME_INDEX", "PLATFORM_ORDER_NO", "REGION_CODE", "REVERSAL_TEXT", "SAID_ITEMS", "STATE", "TRIES_MADE", "VERSION", "WHOLE_ORDER") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15, :16, :17, :18, :19, :20, :21, :22, :23, :24, :25, :26, :27, :28, :29, :30, :31, :32, :33, :34, :35, :36, :37, :38, :39, :40);
insert into "E_BILL_CHECK" ("CHECK_DAY", "CHECKED_AT", "DIFFERENCE_LIST", "OUR_AMOUNT", "OUR_COUNT", "REGION_CODE", "STATE", "THEIR_AMOUNT", "THEIR_COUNT", "VERSION", "WALK_TEXT") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11);

-- eBills.verified
select "BILL_KEY", "BILL_ROUND", "BILL_SOURCE", "PLATFORM_ORDER_NO", "BUS_NO", "STATE", "AMOUNT", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "REGION_CODE", "PAYER_KIND", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_EMAIL", "ITEM_LIST", "BASE_LIST", "WHOLE_ORDER", "SAID_ITEMS", "PAY_CODE", "BILL_CODE", "BILL_NO", "CHECK_CODE", "ISSUED_AT", "LINK_LIST", "REVERSAL_TEXT", "FAILURE_CODE", "FAILURE_TEXT", "PAGE_TOKEN", "TRIES_MADE", "LAST_TRY_AT", "NEXT_TRY_AT", "PAID_AT", "BILL_AT", "CREATED_AT", "VERSION" from "E_BILL" where "BILL_KEY" = :1 and "BILL_SOURCE" = :2 fetch first :3 rows only;

-- legs.add…
select "CHECK_DAY", "CHANNEL_MERCHANT_ID", "RUN_NO", "STATE", "CHECK_PHASE", "AFTER_KEY", "ORDER_COUNT", "COMPLETE_COUNT", "CHANNEL_GAPS", "NOTICE_GAPS", "BILL_GAPS", "GAP_FIGURES", "WALKED_AT", "CHANGED_AT", "LOOK_AT", "OLDEST_AT", "ALARMED_AT", "VERSION" from "LEG_CHECK" where "CHECK_DAY" = :1 and "CHANNEL_MERCHANT_ID" = :2 fetch first :3 rows only;
insert into "LEG_CHECK" ("AFTER_KEY", "ALARMED_AT", "BILL_GAPS", "CHANGED_AT", "CHANNEL_GAPS", "CHANNEL_MERCHANT_ID", "CHECK_DAY", "CHECK_PHASE", "COMPLETE_COUNT", "GAP_FIGURES", "LOOK_AT", "NOTICE_GAPS", "OLDEST_AT", "ORDER_COUNT", "RUN_NO", "STATE", "VERSION", "WALKED_AT") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15, :16, :17, :18);
insert into "LEG_GAP" ("BIZ_ORDER_NO", "CHANNEL_MERCHANT_ID", "CHECK_DAY", "CLOSED_AT", "EXPECTED_AMOUNT", "FIRST_SEEN_AT", "FOUND_AMOUNT", "GAP_KIND", "GAP_NO", "GAP_SEQ", "GAP_STATE", "LEG_NAME", "MERCHANT_NO", "PLATFORM_ORDER_NO", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15);

-- legs.noticesOf
select "PLATFORM_ORDER_NO", "NOTICE_STEP", "TOTAL_AMOUNT" from "PAYMENT_NOTICE" where "PLATFORM_ORDER_NO" in (:1);

-- texts.add…
select "MESSAGE_ID", "SCENE", "BIZ_KEY", "SEALED_PHONE", "PHONE_INDEX", "MASKED_PHONE", "TEMPLATE_NAME", "PARAM_LIST", "STATE", "LAST_CODE", "TRIES", "BEING_SENT", "RESENT", "GROUP_NO", "ASKER_INDEX", "CREATED_AT", "SEND_AT", "LAST_TRIED_AT", "SUBMITTED_AT", "ENDED_AT", "VERSION" from "TEXT_MESSAGE" where "SCENE" = :1 and "BIZ_KEY" = :2 and "PHONE_INDEX" = :3 fetch first :4 rows only;
insert into "TEXT_MESSAGE" ("ASKER_INDEX", "BEING_SENT", "BIZ_KEY", "CREATED_AT", "ENDED_AT", "GROUP_NO", "LAST_CODE", "LAST_TRIED_AT", "MASKED_PHONE", "MESSAGE_ID", "PARAM_LIST", "PHONE_INDEX", "RESENT", "SCENE", "SEALED_PHONE", "SEND_AT", "STATE", "SUBMITTED_AT", "TEMPLATE_NAME", "TRIES", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15, :16, :17, :18, :19, :20, :21);
select "PHONE_INDEX", "MASKED_PHONE", "IS_BLOCKED", "BLOCK_CAUSE", "CHANGED_AT", "VERSION" from "TEXT_BLOCK" where "PHONE_INDEX" = :1 fetch first :2 rows only;
insert into "TEXT_BLOCK" ("BLOCK_CAUSE", "CHANGED_AT", "IS_BLOCKED", "MASKED_PHONE", "PHONE_INDEX", "VERSION") values (:1, :2, :3, :4, :5, :6);
select "SCENE", "PHONE_INDEX", "CODE_HASH", "MADE_AT", "WRONG_TRIES", "USED_AT", "VERSION" from "TEXT_CODE" where "SCENE" = :1 and "PHONE_INDEX" = :2 fetch first :3 rows only;
insert into "TEXT_CODE" ("CODE_HASH", "MADE_AT", "PHONE_INDEX", "SCENE", "USED_AT", "VERSION", "WRONG_TRIES") values (:1, :2, :3, :4, :5, :6, :7);
select "SAID_INDEX", "INBOUND_NO", "SEALED_PHONE", "PHONE_INDEX", "MASKED_PHONE", "SEALED_CONTENT", "EXTENSION_NO", "MEANING", "SENT_AT", "RECEIVED_AT" from "TEXT_INBOUND" where "SAID_INDEX" = :1 fetch first :2 rows only;
insert into "TEXT_INBOUND" ("EXTENSION_NO", "INBOUND_NO", "MASKED_PHONE", "MEANING", "PHONE_INDEX", "RECEIVED_AT", "SAID_INDEX", "SEALED_CONTENT", "SEALED_PHONE", "SENT_AT") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10);

-- texts.add…, while a new key of indexes begins to be used
select "MESSAGE_ID", "SCENE", "BIZ_KEY", "SEALED_PHONE", "PHONE_INDEX", "MASKED_PHONE", "TEMPLATE_NAME", "PARAM_LIST", "STATE", "LAST_CODE", "TRIES", "BEING_SENT", "RESENT", "GROUP_NO", "ASKER_INDEX", "CREATED_AT", "SEND_AT", "LAST_TRIED_AT", "SUBMITTED_AT", "ENDED_AT", "VERSION" from "TEXT_MESSAGE" where "SCENE" = :1 and "BIZ_KEY" = :2 and "PHONE_INDEX" in (:3, :4) fetch first :5 rows only;
select "PHONE_INDEX", "MASKED_PHONE", "IS_BLOCKED", "BLOCK_CAUSE", "CHANGED_AT", "VERSION" from "TEXT_BLOCK" where "PHONE_INDEX" in (:1, :2) fetch first :3 rows only;

-- orders.ofPayer, under two keys
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC" from "PAY_ORDER" where "BIZ_ORDER_NO" = :1 and "PAYER_MOBILE_INDEX" in (:2, :3) order by "CREATED_AT" desc, "PLATFORM_ORDER_NO" desc fetch first :4 rows only;
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC" from "PAY_ORDER_ARCHIVE" where "BIZ_ORDER_NO" = :1 and "PAYER_MOBILE_INDEX" in (:2, :3) order by "CREATED_AT" desc, "PLATFORM_ORDER_NO" desc fetch first :4 rows only;

-- sharing.add…
select "TARGET_NAME", "TABLE_NAME", "MARK_AT", "MARK_ID", "LEASE_OWNER", "LEASE_UNTIL", "BATCH_SEQUENCE", "FAILURE_COUNT", "NOT_BEFORE", "PHASE", "COUNTED_DAY", "VERSION" from "SHARE_WATERMARK" where "TARGET_NAME" = :1 and "TABLE_NAME" = :2 fetch first :3 rows only;
insert into "SHARE_WATERMARK" ("BATCH_SEQUENCE", "COUNTED_DAY", "FAILURE_COUNT", "LEASE_OWNER", "LEASE_UNTIL", "MARK_AT", "MARK_ID", "NOT_BEFORE", "PHASE", "TABLE_NAME", "TARGET_NAME", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12);
insert into "SHARE_BATCH" ("ACCEPTED_COUNT", "BATCH_KIND", "BATCH_NO", "BEGAN_AT", "ENDED_AT", "MESSAGE_TEXT", "QUARANTINED_COUNT", "ROW_COUNT", "STATE", "TABLE_NAME", "TARGET_NAME", "WARNING_COUNT") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12);
select "QUARANTINE_NO", "TARGET_NAME", "TABLE_NAME", "ROW_KEY", "REASON", "DETAIL_TEXT", "STATE", "BATCH_NO", "TIMES", "FIRST_AT", "LAST_AT", "VERSION" from "SHARE_QUARANTINE" where "TARGET_NAME" = :1 and "TABLE_NAME" = :2 and "ROW_KEY" = :3 fetch first :4 rows only;
insert into "SHARE_QUARANTINE" ("BATCH_NO", "DETAIL_TEXT", "FIRST_AT", "LAST_AT", "QUARANTINE_NO", "REASON", "ROW_KEY", "STATE", "TABLE_NAME", "TARGET_NAME", "TIMES", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12);
select "TABLE_NAME", "COLUMN_NAME", "IS_FULL", "BASIS_TEXT", "DECIDED_BY", "DECIDED_AT", "VERSION" from "SHARE_POLICY" where "TABLE_NAME" = :1 and "COLUMN_NAME" = :2 fetch first :3 rows only;
insert into "SHARE_POLICY" ("BASIS_TEXT", "COLUMN_NAME", "DECIDED_AT", "DECIDED_BY", "IS_FULL", "TABLE_NAME", "VERSION") values (:1, :2, :3, :4, :5, :6, :7);
select "PLATFORM_ORDER_NO", "NOTED_AT", "VERSION" from "SHARE_ORDER_OUTBOX" where "PLATFORM_ORDER_NO" = :1 fetch first :2 rows only;
insert into "SHARE_ORDER_OUTBOX" ("NOTED_AT", "PLATFORM_ORDER_NO", "VERSION") values (:1, :2, :3);
select "NODE_ID", "PARENT_ID", "PARENT_IDS", "GRADE", "NODE_NAME", "ORG_ID", "IS_GONE", "CREATED_AT", "CHANGED_AT", "VERSION" from "SHARE_NODE" where "NODE_ID" = :1 fetch first :2 rows only;
insert into "SHARE_NODE" ("CHANGED_AT", "CREATED_AT", "GRADE", "IS_GONE", "NODE_ID", "NODE_NAME", "ORG_ID", "PARENT_ID", "PARENT_IDS", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10);

-- sharing.paidOrderNos of pay_order
select "PLATFORM_ORDER_NO" from "PAY_ORDER" where "STATE" = :1 and "PLATFORM_ORDER_NO" > :2 order by "PLATFORM_ORDER_NO" asc fetch first :3 rows only;
select "PLATFORM_ORDER_NO" from "PAY_ORDER_ARCHIVE" where "STATE" = :1 order by "PLATFORM_ORDER_NO" asc fetch first :2 rows only;

-- tree.facts
select "REGION_CODE", "REGION_NAME", "NONTAX_REGION_CODE", "NONTAX_REGION_NAME", "E_BILL_REGION_CODE", "E_BILL_REGION_NAME", "VERSION", "ROW_MAC" from "NONTAX_REGION" order by "REGION_CODE" asc fetch first :1 rows only;
select "MERCHANT_NO", "PAYEE_NAME", "INSTITUTION_NO", "REGION_CODE", "ENABLED", "PAY_NOTIFY_URL", "REFUND_NOTIFY_URL", "DEFAULT_RETURN_URL", "REFUND_REVIEW_REQUIRED", "REFUND_REVIEW_ABOVE", "CALLBACK_ON_FAILED", "REPEAT_REFUND_BY_RULE", "SUB_MERCHANTS", "CHARGING_UNIT", "NOTICE_FIRST", "SLIP_REFUND_POLICY", "INDUSTRY_CODE", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "PAYEE" order by "MERCHANT_NO" asc fetch first :1 rows only;
select "REGION_CODE", "ITEM_CODE", "ITEM_NAME", "NATIONAL_CODE", "MEASURE_WORD", "FUND_NATURE", "LOWEST_PRICE", "HIGHEST_PRICE", "VOUCHER_KIND", "UNIT_CODES", "ENABLED", "VERSION", "ROW_MAC" from "NONTAX_ITEM" order by "ITEM_CODE" asc fetch first :1 rows only;

-- operators.add…
select "OPERATOR_NO", "LOGIN_ACCOUNT", "OPERATOR_NAME", "MASKED_MOBILE", "SEALED_MOBILE", "STATE", "OFFICER_KIND", "ROLE_CODES", "SCOPE_KIND", "REGION_CODE", "INSTITUTION_NO", "REMARK", "CREATED_AT", "ROW_MAC", "VERSION" from "CONSOLE_OPERATOR" where "LOGIN_ACCOUNT" = :1 fetch first :2 rows only;
insert into "CONSOLE_OPERATOR" ("CREATED_AT", "INSTITUTION_NO", "LOGIN_ACCOUNT", "MASKED_MOBILE", "OFFICER_KIND", "OPERATOR_NAME", "OPERATOR_NO", "REGION_CODE", "REMARK", "ROLE_CODES", "ROW_MAC", "SCOPE_KIND", "SEALED_MOBILE", "STATE", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15);
insert into "OPERATOR_CREDENTIAL" ("ACTIVATION_HASH", "ACTIVATION_UNTIL", "FORMER_PASSWORDS", "MUST_CHANGE", "OPERATOR_NO", "PASSWORD_CHANGED_AT", "PASSWORD_HASH", "ROW_MAC", "SECOND_FACTOR", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10);
select "ROLE_CODE", "ROLE_NAME", "PERMISSION_LIST", "REMARK", "CREATED_AT", "ROW_MAC", "VERSION" from "OPERATOR_ROLE" where "ROLE_CODE" = :1 fetch first :2 rows only;
insert into "OPERATOR_ROLE" ("CREATED_AT", "PERMISSION_LIST", "REMARK", "ROLE_CODE", "ROLE_NAME", "ROW_MAC", "VERSION") values (:1, :2, :3, :4, :5, :6, :7);
insert into "OPERATOR_SESSION" ("BEGAN_AT", "END_CAUSE", "ENDED_AT", "FROM_ADDRESS", "IS_OPEN", "OPERATOR_NO", "PROVED_AT", "ROW_MAC", "SEEN_AT", "SESSION_NO", "SESSION_STAGE", "TOKEN_HASH", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13);
select "TRY_HOLDER", "WRONG_AT_LIST", "LOCKED_UNTIL", "VERSION" from "SIGN_IN_TRIES" where "TRY_HOLDER" = :1 fetch first :2 rows only;
insert into "SIGN_IN_TRIES" ("LOCKED_UNTIL", "TRY_HOLDER", "VERSION", "WRONG_AT_LIST") values (:1, :2, :3, :4);
insert into "SIGN_IN_CHALLENGE" ("CHALLENGE_NO", "MADE_AT", "NONCE", "PURPOSE", "SEALED_CAPTCHA", "SEALED_KEY", "SESSION_NO", "USED_AT", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9);
insert into "GRANT_REQUEST" ("ASKED_AT", "ASKED_BY", "DECIDED_AT", "DECIDED_BY", "INSTITUTION_NO", "OFFICER_KIND", "OPERATOR_NO", "OPERATOR_VERSION", "OPINION", "REGION_CODE", "REMARK", "REQUEST_NO", "ROLE_CODES", "ROW_MAC", "SCOPE_KIND", "STATE", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15, :16, :17);
select "KEY_NO", "OPERATOR_NO", "PUBLIC_KEY", "KEY_PRINT", "STATE", "ASKED_BY", "ASKED_AT", "DECIDED_BY", "DECIDED_AT", "REMARK", "ROW_MAC", "VERSION" from "OPERATOR_KEY" where "KEY_PRINT" = :1 fetch first :2 rows only;
insert into "OPERATOR_KEY" ("ASKED_AT", "ASKED_BY", "DECIDED_AT", "DECIDED_BY", "KEY_NO", "KEY_PRINT", "OPERATOR_NO", "PUBLIC_KEY", "REMARK", "ROW_MAC", "STATE", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12);

-- exports.add
select "EXPORT_NO", "OPERATOR_NO", "LIST_NAME", "PARAMETER_LIST", "ROW_SCOPE", "RUN_PLACE", "STATE", "ROWS_WRITTEN", "FILE_NO", "FILE_NAME", "FAIL_CAUSE", "STARTED_AT", "SEEN_AT", "ENDED_AT", "VERSION" from "LIST_EXPORT" where "RUN_PLACE" = :1 fetch first :2 rows only;
insert into "LIST_EXPORT" ("ENDED_AT", "EXPORT_NO", "FAIL_CAUSE", "FILE_NAME", "FILE_NO", "LIST_NAME", "OPERATOR_NO", "PARAMETER_LIST", "ROW_SCOPE", "ROWS_WRITTEN", "RUN_PLACE", "SEEN_AT", "STARTED_AT", "STATE", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15);

-- alerts.add
select "ALERT_NO", "WAIT_PLACE", "ALERT_TYPE", "ALERT_LEVEL", "EVENT_NAME", "MESSAGE_TEXT", "RELATED_ORDER_NO", "RAISE_COUNT", "FIRST_AT", "LAST_AT", "STATE", "HANDLED_BY", "HANDLED_AT", "REMARK", "VERSION" from "CONSOLE_ALERT" where "WAIT_PLACE" = :1 fetch first :2 rows only;
insert into "CONSOLE_ALERT" ("ALERT_LEVEL", "ALERT_NO", "ALERT_TYPE", "EVENT_NAME", "FIRST_AT", "HANDLED_AT", "HANDLED_BY", "LAST_AT", "MESSAGE_TEXT", "RAISE_COUNT", "RELATED_ORDER_NO", "REMARK", "STATE", "VERSION", "WAIT_PLACE") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15);

-- menus.add
select "MENU_KEY", "PARENT_KEY", "MENU_NAME", "MENU_TYPE", "PAGE_KEY", "SORT_NO", "ENABLED", "MENU_ORIGIN", "REMARK", "VERSION" from "CONSOLE_MENU" where "MENU_KEY" = :1 fetch first :2 rows only;
insert into "CONSOLE_MENU" ("ENABLED", "MENU_KEY", "MENU_NAME", "MENU_ORIGIN", "MENU_TYPE", "PAGE_KEY", "PARENT_KEY", "REMARK", "SORT_NO", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10);

-- logBooks.append
insert into "PLATFORM_LOG" ("CONTENT_TEXT", "LOG_LEVEL", "LOG_NO", "LOG_TYPE", "LOGGED_AT", "RELATED_ORDER_NO", "REQUEST_ID") values (:1, :2, :3, :4, :5, :6, :7);

-- issues.add
insert into "DESK_ISSUE" ("ATTACHMENT_BYTES", "ATTACHMENT_COUNT", "BIZ_ORDER_NO", "FORGOTTEN_AT", "ISSUE_NO", "ISSUE_TYPE", "MASKED_MOBILE", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_NO", "REGISTERED_AT", "REGISTERED_BY", "RELATED_ORDER_NO", "SEALED_DESCRIPTION", "SEALED_MOBILE", "SEALED_SOLUTION", "SOLVED_AT", "SOLVED_BY", "STATE", "STEP_COUNT", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15, :16, :17, :18, :19, :20);
insert into "ISSUE_STEP" ("DONE_AT", "DONE_BY", "ISSUE_NO", "SEALED_WORDS", "STEP_KIND", "STEP_NO") values (:1, :2, :3, :4, :5, :6);
insert into "ISSUE_ATTACHMENT" ("ATTACHMENT_NO", "BYTE_SIZE", "FILE_DIGEST", "FILE_KIND", "FILE_NAME", "ISSUE_NO", "SCAN_VERDICT", "STATE", "STEP_NO", "UPLOADED_AT", "UPLOADED_BY", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12);
select "OPERATOR_NO", "HOUR_BEGAN", "FILE_COUNT", "BYTE_COUNT", "VERSION" from "UPLOAD_ALLOWANCE" where "OPERATOR_NO" = :1 fetch first :2 rows only;
insert into "UPLOAD_ALLOWANCE" ("BYTE_COUNT", "FILE_COUNT", "HOUR_BEGAN", "OPERATOR_NO", "VERSION") values (:1, :2, :3, :4, :5);

-- forgetting.put the first
select "ROUND_KIND", "TURN_OWNER", "TURN_UNTIL", "COUNT_LIST", "VERSION" from "FORGETTING_ROUND" where "ROUND_KIND" = :1 for update;
select "ROUND_KIND", "TURN_OWNER", "TURN_UNTIL", "COUNT_LIST", "VERSION" from "FORGETTING_ROUND" where "ROUND_KIND" = :1 fetch first :2 rows only;
insert into "FORGETTING_ROUND" ("COUNT_LIST", "ROUND_KIND", "TURN_OWNER", "TURN_UNTIL", "VERSION") values (:1, :2, :3, :4, :5);

-- orders.take, put
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC" from "PAY_ORDER" where "PLATFORM_ORDER_NO" = :1 for update;
update "PAY_ORDER" set "STATE" = :1, "STATE_MSG" = :2, "EXPIRES_AT" = :3, "CLOSED_AT" = :4, "PAID_AT" = :5, "PAID_ATTEMPT_NO" = :6, "PAY_CHANNEL" = :7, "CHANNEL_ORDER_NO" = :8, "CHANNEL_DISCOUNT_AMOUNT" = :9, "ROW_MAC" = :10, "VERSION" = :11 where "PLATFORM_ORDER_NO" = :12 and "VERSION" = :13;

-- attempts.put
update "PAY_ATTEMPT" set "PAY_CHANNEL" = :1, "PAY_METHOD" = :2, "CHANNEL_MERCHANT_ID" = :3, "AMOUNT" = :4, "STATE" = :5, "BUSY" = :6, "CHANNEL_TIME" = :7, "LIMIT_AT" = :8, "CODE_DIGEST" = :9, "CHANNEL_ORDER_NO" = :10, "PAID_AT" = :11, "PAID_BY_PAYER" = :12, "CHANNEL_DISCOUNT_AMOUNT" = :13, "CLEARING_DAY" = :14, "REASON" = :15, "CANCEL_ASKED_AT" = :16, "QUERIES_ASKED" = :17, "RECEIVED_AT" = :18, "SENT_AT" = :19, "ANSWERED_AT" = :20, "RECORDED_AT" = :21, "ROW_MAC" = :22, "VERSION" = :23 where "ATTEMPT_NO" = :24 and "VERSION" = :25;

-- refunds.put
update "PAY_REFUND" set "ORIGIN" = :1, "REFUND_ORDER_DATE" = :2, "REFUND_TITLE" = :3, "REFUND_REASON" = :4, "NOTIFY_URL" = :5, "PASSBACK_PARAMS" = :6, "SUB_MERCHANT_NO" = :7, "NONTAX_REFUND_REF" = :8, "STATE" = :9, "STATE_MSG" = :10, "APPROVAL_STATE" = :11, "APPROVAL_REMARK" = :12, "REQUESTED_BY" = :13, "APPROVED_BY" = :14, "REFUND_TRADE_NO" = :15, "REFUND_TRADE_TIME" = :16, "CHANNEL_REFUND_NO" = :17, "QUERIES_ASKED" = :18, "SENT_AT" = :19, "REFUNDED_AT" = :20, "ROW_MAC" = :21, "VERSION" = :22 where "PLATFORM_REFUND_ORDER_NO" = :23 and "VERSION" = :24;

-- callbacks.put
update "MERCHANT_CALLBACK" set "TARGET_URL" = :1, "STATE" = :2, "TRIES" = :3, "FIRST_TRIED_AT" = :4, "LAST_TRIED_AT" = :5, "NEXT_TRY_AT" = :6, "LAST_ANSWER" = :7, "ACCEPTED_AT" = :8, "VERSION" = :9 where "CALLBACK_ID" = :10 and "VERSION" = :11;

-- abnormalOrders.put
update "ABNORMAL_ORDER" set "KIND" = :1, "PLATFORM_ORDER_NO" = :2, "MERCHANT_NO" = :3, "ATTEMPT_NO" = :4, "PAY_CHANNEL" = :5, "CHANNEL_ORDER_NO" = :6, "AMOUNT" = :7, "REMARK" = :8, "HANDLE_STATE" = :9, "CREATED_AT" = :10, "VERSION" = :11 where "ABNORMAL_ID" = :12 and "VERSION" = :13;

-- repeatPayments.put
update "REPEAT_PAYMENT" set "PLATFORM_ORDER_NO" = :1, "MERCHANT_NO" = :2, "PAY_CHANNEL" = :3, "CHANNEL_ORDER_NO" = :4, "AMOUNT" = :5, "HANDLE_STATE" = :6, "PAID_AT" = :7, "CREATED_AT" = :8, "VERSION" = :9 where "ATTEMPT_NO" = :10 and "VERSION" = :11;

-- personalBillPushes.put
update "PERSONAL_BILL_PUSH" set "CONTENT_DIGEST" = :1, "BILL_STATE" = :2, "STATE" = :3, "TRIES" = :4, "FIRST_TRIED_AT" = :5, "LAST_TRIED_AT" = :6, "NEXT_TRY_AT" = :7, "LAST_ANSWER" = :8, "ACCEPTED_AT" = :9, "VERSION" = :10 where "PLATFORM_ORDER_NO" = :11 and "VERSION" = :12;

-- attempts.ofOrder
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "AMOUNT", "STATE", "BUSY", "CHANNEL_TIME", "LIMIT_AT", "CODE_DIGEST", "CHANNEL_ORDER_NO", "PAID_AT", "PAID_BY_PAYER", "CHANNEL_DISCOUNT_AMOUNT", "CLEARING_DAY", "REASON", "CANCEL_ASKED_AT", "QUERIES_ASKED", "RECEIVED_AT", "SENT_AT", "ANSWERED_AT", "RECORDED_AT", "CREATED_AT", "VERSION", "ROW_MAC" from "PAY_ATTEMPT" where "PLATFORM_ORDER_NO" = :1 order by "CREATED_AT" asc, "ATTEMPT_NO" asc fetch first :2 rows only;

-- refunds.byBizNo, byTradeNo, ofOrder
select "PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION", "ROW_MAC" from "PAY_REFUND" where "DEV_ID" = :1 and "MERCHANT_NO" = :2 and "BIZ_REFUND_ORDER_NO" = :3 fetch first :4 rows only;
select "PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION", "ROW_MAC" from "PAY_REFUND" where "REFUND_TRADE_NO" = :1 fetch first :2 rows only;
select "PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION", "ROW_MAC" from "PAY_REFUND" where "PLATFORM_ORDER_NO" = :1 order by "CREATED_AT" asc, "PLATFORM_REFUND_ORDER_NO" asc fetch first :2 rows only;

-- callbacks.ofOrder
select "CALLBACK_ID", "KIND", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "TARGET_URL", "TOLD_STATE", "CONTENT_TEXT", "PASSBACK_PARAMS", "STATE", "TRIES", "FIRST_TRIED_AT", "LAST_TRIED_AT", "NEXT_TRY_AT", "LAST_ANSWER", "ACCEPTED_AT", "CREATED_AT", "VERSION" from "MERCHANT_CALLBACK" where "PLATFORM_ORDER_NO" = :1 order by "CREATED_AT" asc, "CALLBACK_ID" asc fetch first :2 rows only;

-- abnormalOrders.ofOrder
select "ABNORMAL_ID", "KIND", "PLATFORM_ORDER_NO", "MERCHANT_NO", "ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "REMARK", "HANDLE_STATE", "CREATED_AT", "VERSION" from "ABNORMAL_ORDER" where "PLATFORM_ORDER_NO" = :1 order by "CREATED_AT" asc, "ABNORMAL_ID" asc fetch first :2 rows only;

-- repeatPayments.ofOrder
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "HANDLE_STATE", "PAID_AT", "CREATED_AT", "VERSION" from "REPEAT_PAYMENT" where "PLATFORM_ORDER_NO" = :1 order by "CREATED_AT" asc, "ATTEMPT_NO" asc fetch first :2 rows only;

-- outbox.enqueue again
update "OUTBOX" set "JOB_ID" = :1, "TOPIC" = :2, "JOB_KEY" = :3, "STATE" = :4, "DUE_AT" = :5, "AGAIN_AT" = :6, "ATTEMPTS" = :7, "OWNER" = :8, "CLAIM_TOKEN" = :9, "LEASE_UNTIL" = :10, "LAST_ERROR" = :11, "CREATED_AT" = :12 where "JOB_ID" = :13 and "STATE" = :14 and "CLAIM_TOKEN" = :15;

-- outbox.endWaiting
update "OUTBOX" set "STATE" = :1 where "TOPIC" = :2 and "JOB_KEY" = :3 and "STATE" = :4;

-- jobBoard.claim
select "JOB_ID", "TOPIC", "JOB_KEY", "STATE", "DUE_AT", "AGAIN_AT", "ATTEMPTS", "OWNER", "CLAIM_TOKEN", "LEASE_UNTIL", "LAST_ERROR", "CREATED_AT" from "OUTBOX" where "STATE" = :1 and "DUE_AT" <= :2 order by "DUE_AT" asc, "JOB_ID" asc fetch first :3 rows only;
update "OUTBOX" set "STATE" = :1, "OWNER" = :2, "CLAIM_TOKEN" = :3, "LEASE_UNTIL" = :4, "ATTEMPTS" = "ATTEMPTS" + :5 where "JOB_ID" in (:6) and "STATE" = :7 and "DUE_AT" <= :8;

-- jobBoard.claimThis
select "JOB_ID", "TOPIC", "JOB_KEY", "STATE", "DUE_AT", "AGAIN_AT", "ATTEMPTS", "OWNER", "CLAIM_TOKEN", "LEASE_UNTIL", "LAST_ERROR", "CREATED_AT" from "OUTBOX" where "CLAIM_TOKEN" = :1 and "JOB_ID" in (:2) order by "DUE_AT" asc, "JOB_ID" asc;

-- jobBoard.settle
update "OUTBOX" set "STATE" = :1, "OWNER" = :2, "CLAIM_TOKEN" = :3, "LEASE_UNTIL" = :4, "LAST_ERROR" = :5 where "JOB_ID" = :6 and "STATE" = :7 and "CLAIM_TOKEN" = :8 and "AGAIN_AT" is null;

-- jobBoard.settle, again
select "JOB_ID", "TOPIC", "JOB_KEY", "STATE", "DUE_AT", "AGAIN_AT", "ATTEMPTS", "OWNER", "CLAIM_TOKEN", "LEASE_UNTIL", "LAST_ERROR", "CREATED_AT" from "OUTBOX" where "JOB_ID" = :1 for update;

-- jobBoard.releaseExpired, handBack
select "JOB_ID" from "OUTBOX" where "STATE" = :1 and "LEASE_UNTIL" <= :2 fetch first :3 rows only;
update "OUTBOX" set "STATE" = :1, "OWNER" = :2, "CLAIM_TOKEN" = :3, "LEASE_UNTIL" = :4 where "STATE" = :5 and "LEASE_UNTIL" <= :6;
update "OUTBOX" set "STATE" = :1, "OWNER" = :2, "CLAIM_TOKEN" = :3, "LEASE_UNTIL" = :4 where "OWNER" = :5 and "STATE" = :6;

-- archive.lockedPage, move
select "PLATFORM_ORDER_NO" from "PAY_ORDER" order by "PLATFORM_ORDER_NO" asc fetch first :1 rows only;
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC" from "PAY_ORDER" where "PLATFORM_ORDER_NO" in (:1) order by "PLATFORM_ORDER_NO" asc for update;
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "AMOUNT", "STATE", "BUSY", "CHANNEL_TIME", "LIMIT_AT", "CODE_DIGEST", "CHANNEL_ORDER_NO", "PAID_AT", "PAID_BY_PAYER", "CHANNEL_DISCOUNT_AMOUNT", "CLEARING_DAY", "REASON", "CANCEL_ASKED_AT", "QUERIES_ASKED", "RECEIVED_AT", "SENT_AT", "ANSWERED_AT", "RECORDED_AT", "CREATED_AT", "VERSION", "ROW_MAC" from "PAY_ATTEMPT" where "PLATFORM_ORDER_NO" in (:1) fetch first :2 rows only;
select "PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION", "ROW_MAC" from "PAY_REFUND" where "PLATFORM_ORDER_NO" in (:1) fetch first :2 rows only;
select "CALLBACK_ID", "KIND", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "TARGET_URL", "TOLD_STATE", "CONTENT_TEXT", "PASSBACK_PARAMS", "STATE", "TRIES", "FIRST_TRIED_AT", "LAST_TRIED_AT", "NEXT_TRY_AT", "LAST_ANSWER", "ACCEPTED_AT", "CREATED_AT", "VERSION" from "MERCHANT_CALLBACK" where "PLATFORM_ORDER_NO" in (:1) fetch first :2 rows only;
select "ABNORMAL_ID", "KIND", "PLATFORM_ORDER_NO", "MERCHANT_NO", "ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "REMARK", "HANDLE_STATE", "CREATED_AT", "VERSION" from "ABNORMAL_ORDER" where "PLATFORM_ORDER_NO" in (:1) fetch first :2 rows only;
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "HANDLE_STATE", "PAID_AT", "CREATED_AT", "VERSION" from "REPEAT_PAYMENT" where "PLATFORM_ORDER_NO" in (:1) fetch first :2 rows only;
insert into "PAY_ORDER_ARCHIVE" ("PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC") select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC" from "PAY_ORDER" where "PLATFORM_ORDER_NO" in (:1);
delete from "PAY_ORDER" where "PLATFORM_ORDER_NO" in (:1);
select count(*) as "TOTAL" from "PAY_ORDER_ARCHIVE" where "PLATFORM_ORDER_NO" in (:1);
insert into "PAY_ATTEMPT_ARCHIVE" ("ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "AMOUNT", "STATE", "BUSY", "CHANNEL_TIME", "LIMIT_AT", "CODE_DIGEST", "CHANNEL_ORDER_NO", "PAID_AT", "PAID_BY_PAYER", "CHANNEL_DISCOUNT_AMOUNT", "CLEARING_DAY", "REASON", "CANCEL_ASKED_AT", "QUERIES_ASKED", "RECEIVED_AT", "SENT_AT", "ANSWERED_AT", "RECORDED_AT", "CREATED_AT", "VERSION", "ROW_MAC") select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "AMOUNT", "STATE", "BUSY", "CHANNEL_TIME", "LIMIT_AT", "CODE_DIGEST", "CHANNEL_ORDER_NO", "PAID_AT", "PAID_BY_PAYER", "CHANNEL_DISCOUNT_AMOUNT", "CLEARING_DAY", "REASON", "CANCEL_ASKED_AT", "QUERIES_ASKED", "RECEIVED_AT", "SENT_AT", "ANSWERED_AT", "RECORDED_AT", "CREATED_AT", "VERSION", "ROW_MAC" from "PAY_ATTEMPT" where "PLATFORM_ORDER_NO" in (:1);
delete from "PAY_ATTEMPT" where "PLATFORM_ORDER_NO" in (:1);
select count(*) as "TOTAL" from "PAY_ATTEMPT_ARCHIVE" where "PLATFORM_ORDER_NO" in (:1);
insert into "PAY_REFUND_ARCHIVE" ("PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION", "ROW_MAC") select "PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION", "ROW_MAC" from "PAY_REFUND" where "PLATFORM_ORDER_NO" in (:1);
delete from "PAY_REFUND" where "PLATFORM_ORDER_NO" in (:1);
select count(*) as "TOTAL" from "PAY_REFUND_ARCHIVE" where "PLATFORM_ORDER_NO" in (:1);
insert into "MERCHANT_CALLBACK_ARCHIVE" ("CALLBACK_ID", "KIND", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "TARGET_URL", "TOLD_STATE", "CONTENT_TEXT", "PASSBACK_PARAMS", "STATE", "TRIES", "FIRST_TRIED_AT", "LAST_TRIED_AT", "NEXT_TRY_AT", "LAST_ANSWER", "ACCEPTED_AT", "CREATED_AT", "VERSION") select "CALLBACK_ID", "KIND", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "TARGET_URL", "TOLD_STATE", "CONTENT_TEXT", "PASSBACK_PARAMS", "STATE", "TRIES", "FIRST_TRIED_AT", "LAST_TRIED_AT", "NEXT_TRY_AT", "LAST_ANSWER", "ACCEPTED_AT", "CREATED_AT", "VERSION" from "MERCHANT_CALLBACK" where "PLATFORM_ORDER_NO" in (:1);
delete from "MERCHANT_CALLBACK" where "PLATFORM_ORDER_NO" in (:1);
select count(*) as "TOTAL" from "MERCHANT_CALLBACK_ARCHIVE" where "PLATFORM_ORDER_NO" in (:1);
insert into "ABNORMAL_ORDER_ARCHIVE" ("ABNORMAL_ID", "KIND", "PLATFORM_ORDER_NO", "MERCHANT_NO", "ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "REMARK", "HANDLE_STATE", "CREATED_AT", "VERSION") select "ABNORMAL_ID", "KIND", "PLATFORM_ORDER_NO", "MERCHANT_NO", "ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "REMARK", "HANDLE_STATE", "CREATED_AT", "VERSION" from "ABNORMAL_ORDER" where "PLATFORM_ORDER_NO" in (:1);
delete from "ABNORMAL_ORDER" where "PLATFORM_ORDER_NO" in (:1);
select count(*) as "TOTAL" from "ABNORMAL_ORDER_ARCHIVE" where "PLATFORM_ORDER_NO" in (:1);
insert into "REPEAT_PAYMENT_ARCHIVE" ("ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "HANDLE_STATE", "PAID_AT", "CREATED_AT", "VERSION") select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "HANDLE_STATE", "PAID_AT", "CREATED_AT", "VERSION" from "REPEAT_PAYMENT" where "PLATFORM_ORDER_NO" in (:1);
delete from "REPEAT_PAYMENT" where "PLATFORM_ORDER_NO" in (:1);
select count(*) as "TOTAL" from "REPEAT_PAYMENT_ARCHIVE" where "PLATFORM_ORDER_NO" in (:1);

-- jobBoard.archiveDone
select "JOB_ID" from "OUTBOX" where "STATE" = :1 and "DUE_AT" < :2 and "CREATED_AT" < :3 order by "DUE_AT" asc, "JOB_ID" asc fetch first :4 rows only;
select "JOB_ID" from "OUTBOX" where "JOB_ID" in (:1) and "STATE" = :2 and "DUE_AT" < :3 and "CREATED_AT" < :4 for update;
insert into "OUTBOX_ARCHIVE" ("JOB_ID", "TOPIC", "JOB_KEY", "STATE", "DUE_AT", "AGAIN_AT", "ATTEMPTS", "OWNER", "CLAIM_TOKEN", "LEASE_UNTIL", "LAST_ERROR", "CREATED_AT") select "JOB_ID", "TOPIC", "JOB_KEY", "STATE", "DUE_AT", "AGAIN_AT", "ATTEMPTS", "OWNER", "CLAIM_TOKEN", "LEASE_UNTIL", "LAST_ERROR", "CREATED_AT" from "OUTBOX" where "JOB_ID" in (:1);
delete from "OUTBOX" where "JOB_ID" in (:1);
select count(*) as "TOTAL" from "OUTBOX_ARCHIVE" where "JOB_ID" in (:1);

-- auditChain.extend
select "ENTRY_ID", "ENTRY_MAC" from "AUDIT_ENTRY" where "SEQ" = :1 order by "HAPPENED_AT" asc, "ENTRY_ID" asc fetch first :2 rows only;
select "LEASE_NAME" from "WORK_LEASE" where "LEASE_NAME" = :1;
select "HEAD_NAME", "LAST_SEQ", "LAST_MAC", "HEAD_MAC" from "AUDIT_HEAD" where "HEAD_NAME" = :1 for update;
update "AUDIT_ENTRY" set "SEQ" = :1, "LINK_MAC" = :2 where "ENTRY_ID" = :3 and "SEQ" = :4;
insert into "AUDIT_HEAD" ("HEAD_MAC", "HEAD_NAME", "LAST_MAC", "LAST_SEQ") values (:1, :2, :3, :4);

-- rowIntegrity.verify
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION", "ROW_MAC" from "PAY_ORDER_ARCHIVE" order by "PLATFORM_ORDER_NO" asc fetch first :1 rows only;
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "AMOUNT", "STATE", "BUSY", "CHANNEL_TIME", "LIMIT_AT", "CODE_DIGEST", "CHANNEL_ORDER_NO", "PAID_AT", "PAID_BY_PAYER", "CHANNEL_DISCOUNT_AMOUNT", "CLEARING_DAY", "REASON", "CANCEL_ASKED_AT", "QUERIES_ASKED", "RECEIVED_AT", "SENT_AT", "ANSWERED_AT", "RECORDED_AT", "CREATED_AT", "VERSION", "ROW_MAC" from "PAY_ATTEMPT" order by "ATTEMPT_NO" asc fetch first :1 rows only;
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "AMOUNT", "STATE", "BUSY", "CHANNEL_TIME", "LIMIT_AT", "CODE_DIGEST", "CHANNEL_ORDER_NO", "PAID_AT", "PAID_BY_PAYER", "CHANNEL_DISCOUNT_AMOUNT", "CLEARING_DAY", "REASON", "CANCEL_ASKED_AT", "QUERIES_ASKED", "RECEIVED_AT", "SENT_AT", "ANSWERED_AT", "RECORDED_AT", "CREATED_AT", "VERSION", "ROW_MAC" from "PAY_ATTEMPT_ARCHIVE" order by "ATTEMPT_NO" asc fetch first :1 rows only;
select "PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION", "ROW_MAC" from "PAY_REFUND" order by "PLATFORM_REFUND_ORDER_NO" asc fetch first :1 rows only;
select "PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION", "ROW_MAC" from "PAY_REFUND_ARCHIVE" order by "PLATFORM_REFUND_ORDER_NO" asc fetch first :1 rows only;
select "DEV_ID", "DEVELOPER_NAME", "SIGN_ALGORITHM", "SM2_ENCODING", "SM2_USER_ID", "PUBLIC_KEYS", "ENABLED", "ALLOWED_ORIGINS", "ALLOWED_ADDRESSES", "ALLOWED_METHODS", "MERCHANT_NOS", "REQUESTS_PER_SECOND", "TEXTS_PAYERS", "PERSONAL_BILL_URL", "ROLE_CODES", "CONTACT_NAME", "MASKED_MOBILE", "CREATED_AT", "VERSION", "ROW_MAC" from "DEVELOPER" order by "DEV_ID" asc fetch first :1 rows only;
select "ROLE_CODE", "ROLE_NAME", "METHOD_LIST", "MERCHANT_LIST", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "DEVELOPER_ROLE" order by "ROLE_CODE" asc fetch first :1 rows only;
select "CHANNEL_MERCHANT_ID", "PAY_CHANNEL", "CHANNEL_MERCHANT_NAME", "CHANNEL_MERCHANT_NO", "CHANNEL_APP_ID", "ENVIRONMENT", "KEY_NAME", "SETTINGS_TEXT", "ENABLED", "CHANGED_BY", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "CHANNEL_MERCHANT" order by "CHANNEL_MERCHANT_ID" asc fetch first :1 rows only;
select "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_MERCHANT_ID", "PAY_METHODS", "ENABLED", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "PAYEE_CHANNEL" order by "MERCHANT_NO" asc, "CHANNEL_MERCHANT_ID" asc fetch first :1 rows only;
select "INSTITUTION_NO", "INSTITUTION_NAME", "ADMIN_OPERATOR_NO", "CONTACT_NAME", "MASKED_MOBILE", "SEALED_MOBILE", "ENABLED", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "INSTITUTION" order by "INSTITUTION_NO" asc fetch first :1 rows only;
select "REGION_CODE", "REGION_NAME", "PARENT_REGION_CODE", "ADMIN_OPERATOR_NO", "ENABLED", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "REGION" order by "REGION_CODE" asc fetch first :1 rows only;
select "INDUSTRY_CODE", "INDUSTRY_NAME", "ENABLED", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "INDUSTRY" order by "INDUSTRY_CODE" asc fetch first :1 rows only;
select "CHANNEL_NO", "CHANNEL_NAME", "PAY_CHANNEL", "PAY_ENABLED", "PAY_METHODS", "RECONCILE_ENABLED", "BILL_SOURCE", "BILL_TIME", "SPLIT_ENABLED", "ENABLED", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "PAYMENT_CHANNEL" order by "CHANNEL_NO" asc fetch first :1 rows only;
select "REGION_CODE", "ITEM_CODE", "ITEM_NAME", "NATIONAL_CODE", "MEASURE_WORD", "FUND_NATURE", "LOWEST_PRICE", "HIGHEST_PRICE", "VOUCHER_KIND", "UNIT_CODES", "ENABLED", "VERSION", "ROW_MAC" from "NONTAX_ITEM" order by "REGION_CODE" asc, "ITEM_CODE" asc fetch first :1 rows only;

-- rowIntegrity.verifyJournal
select "HEAD_NAME", "LAST_SEQ", "LAST_MAC", "HEAD_MAC" from "AUDIT_HEAD" where "HEAD_NAME" = :1 fetch first :2 rows only;
select "ENTRY_ID", "HAPPENED_AT", "ACTOR_KIND", "ACTOR_CODE", "ACTOR_ADDRESS", "ACTION", "OBJECT_KIND", "OBJECT_NO", "DESCRIPTION", "FACTS_BEFORE", "FACTS_AFTER", "REQUEST_ID", "ENTRY_MAC", "SEQ", "LINK_MAC", "ROWS_WRITTEN" from "AUDIT_ENTRY" where "SEQ" >= :1 order by "SEQ" asc, "HAPPENED_AT" asc, "ENTRY_ID" asc fetch first :2 rows only;
select "PLATFORM_ORDER_NO", "VERSION" from "PAY_ORDER" where "PLATFORM_ORDER_NO" in (:1);
select "PLATFORM_ORDER_NO", "VERSION" from "PAY_ORDER_ARCHIVE" where "PLATFORM_ORDER_NO" in (:1);
select "ENTRY_ID", "HAPPENED_AT", "ACTOR_KIND", "ACTOR_CODE", "ACTOR_ADDRESS", "ACTION", "OBJECT_KIND", "OBJECT_NO", "DESCRIPTION", "FACTS_BEFORE", "FACTS_AFTER", "REQUEST_ID", "ENTRY_MAC", "SEQ", "LINK_MAC", "ROWS_WRITTEN" from "AUDIT_ENTRY" where "SEQ" = :1 order by "HAPPENED_AT" asc, "ENTRY_ID" asc fetch first :2 rows only;
select "DEV_ID", "VERSION" from "DEVELOPER" order by "DEV_ID" asc fetch first :1 rows only;
select "ROLE_CODE", "VERSION" from "DEVELOPER_ROLE" order by "ROLE_CODE" asc fetch first :1 rows only;
select "CHANNEL_MERCHANT_ID", "VERSION" from "CHANNEL_MERCHANT" order by "CHANNEL_MERCHANT_ID" asc fetch first :1 rows only;
select "MERCHANT_NO", "VERSION" from "PAYEE" order by "MERCHANT_NO" asc fetch first :1 rows only;
select "MERCHANT_NO", "CHANNEL_MERCHANT_ID", "VERSION" from "PAYEE_CHANNEL" order by "MERCHANT_NO" asc, "CHANNEL_MERCHANT_ID" asc fetch first :1 rows only;
select "INSTITUTION_NO", "VERSION" from "INSTITUTION" order by "INSTITUTION_NO" asc fetch first :1 rows only;
select "REGION_CODE", "VERSION" from "REGION" order by "REGION_CODE" asc fetch first :1 rows only;
select "INDUSTRY_CODE", "VERSION" from "INDUSTRY" order by "INDUSTRY_CODE" asc fetch first :1 rows only;
select "CHANNEL_NO", "VERSION" from "PAYMENT_CHANNEL" order by "CHANNEL_NO" asc fetch first :1 rows only;
select "REGION_CODE", "VERSION" from "NONTAX_REGION" order by "REGION_CODE" asc fetch first :1 rows only;
select "REGION_CODE", "ITEM_CODE", "VERSION" from "NONTAX_ITEM" order by "REGION_CODE" asc, "ITEM_CODE" asc fetch first :1 rows only;

-- auditChain.spanOf, numbered
select min("SEQ") as "FIRST_SEQ", max("SEQ") as "LAST_SEQ" from "AUDIT_ENTRY" where "HAPPENED_AT" >= :1 and "HAPPENED_AT" < :2 and "SEQ" > :3;
select "ENTRY_ID", "HAPPENED_AT", "ACTOR_KIND", "ACTOR_CODE", "ACTOR_ADDRESS", "ACTION", "OBJECT_KIND", "OBJECT_NO", "DESCRIPTION", "FACTS_BEFORE", "FACTS_AFTER", "REQUEST_ID", "ENTRY_MAC", "SEQ", "LINK_MAC", "ROWS_WRITTEN" from "AUDIT_ENTRY" where "SEQ" >= :1 and not "ENTRY_ID" = :2 order by "SEQ" asc, "HAPPENED_AT" asc, "ENTRY_ID" asc fetch first :3 rows only;

-- auditChain.last, linksOf, signedHeads, keepHead
select "SEQ", "LINK_MAC" from "AUDIT_ENTRY" where "SEQ" in (:1, :2);
select "LAST_SEQ", "LAST_MAC", "SIGNED_AT", "PREVIOUS_SEQ", "KEY_NAME", "SIGNATURE_TEXT" from "AUDIT_SIGNED_HEAD" where "LAST_SEQ" > :1 order by "LAST_SEQ" asc fetch first :2 rows only;
select "LAST_SEQ", "LAST_MAC", "SIGNED_AT", "PREVIOUS_SEQ", "KEY_NAME", "SIGNATURE_TEXT" from "AUDIT_SIGNED_HEAD" order by "LAST_SEQ" desc fetch first :1 rows only;
insert into "AUDIT_SIGNED_HEAD" ("KEY_NAME", "LAST_MAC", "LAST_SEQ", "PREVIOUS_SEQ", "SIGNATURE_TEXT", "SIGNED_AT") values (:1, :2, :3, :4, :5, :6);

-- directory
select "DEV_ID", "DEVELOPER_NAME", "SIGN_ALGORITHM", "SM2_ENCODING", "SM2_USER_ID", "PUBLIC_KEYS", "ENABLED", "ALLOWED_ORIGINS", "ALLOWED_ADDRESSES", "ALLOWED_METHODS", "MERCHANT_NOS", "REQUESTS_PER_SECOND", "TEXTS_PAYERS", "PERSONAL_BILL_URL", "ROLE_CODES", "CONTACT_NAME", "MASKED_MOBILE", "CREATED_AT", "VERSION", "ROW_MAC" from "DEVELOPER" where "DEV_ID" = :1 fetch first :2 rows only;
select "MERCHANT_NO", "PAYEE_NAME", "INSTITUTION_NO", "REGION_CODE", "ENABLED", "PAY_NOTIFY_URL", "REFUND_NOTIFY_URL", "DEFAULT_RETURN_URL", "REFUND_REVIEW_REQUIRED", "REFUND_REVIEW_ABOVE", "CALLBACK_ON_FAILED", "REPEAT_REFUND_BY_RULE", "SUB_MERCHANTS", "CHARGING_UNIT", "NOTICE_FIRST", "SLIP_REFUND_POLICY", "INDUSTRY_CODE", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "PAYEE" where "MERCHANT_NO" = :1 fetch first :2 rows only;
select "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_MERCHANT_ID", "PAY_METHODS", "ENABLED", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "PAYEE_CHANNEL" where "MERCHANT_NO" = :1 order by "CHANNEL_MERCHANT_ID" asc fetch first :2 rows only;
select "CHANNEL_MERCHANT_ID", "PAY_CHANNEL", "CHANNEL_MERCHANT_NAME", "CHANNEL_MERCHANT_NO", "CHANNEL_APP_ID", "ENVIRONMENT", "KEY_NAME", "SETTINGS_TEXT", "ENABLED", "CHANGED_BY", "REMARK", "CREATED_AT", "VERSION", "ROW_MAC" from "CHANNEL_MERCHANT" where "CHANNEL_MERCHANT_ID" = :1 fetch first :2 rows only;

-- developers.one, mobileOf, isUsed, putMobile
select "SEALED_MOBILE" from "DEVELOPER" where "DEV_ID" = :1 fetch first :2 rows only;
select "DEV_ID" from "PAY_ORDER" where "DEV_ID" = :1 fetch first :2 rows only;
update "DEVELOPER" set "SEALED_MOBILE" = :1 where "DEV_ID" = :2;

-- developers.where, roles of one
select "DEV_ID", "DEVELOPER_NAME", "SIGN_ALGORITHM", "SM2_ENCODING", "SM2_USER_ID", "PUBLIC_KEYS", "ENABLED", "ALLOWED_ORIGINS", "ALLOWED_ADDRESSES", "ALLOWED_METHODS", "MERCHANT_NOS", "REQUESTS_PER_SECOND", "TEXTS_PAYERS", "PERSONAL_BILL_URL", "ROLE_CODES", "CONTACT_NAME", "MASKED_MOBILE", "CREATED_AT", "VERSION", "ROW_MAC" from "DEVELOPER" where "DEVELOPER_NAME" = :1 order by "DEV_ID" asc fetch first :2 rows only;

-- directoryEditor, known
update "PAYEE" set "PAYEE_NAME" = :1, "INSTITUTION_NO" = :2, "REGION_CODE" = :3, "ENABLED" = :4, "PAY_NOTIFY_URL" = :5, "REFUND_NOTIFY_URL" = :6, "DEFAULT_RETURN_URL" = :7, "REFUND_REVIEW_REQUIRED" = :8, "REFUND_REVIEW_ABOVE" = :9, "CALLBACK_ON_FAILED" = :10, "REPEAT_REFUND_BY_RULE" = :11, "SUB_MERCHANTS" = :12, "CHARGING_UNIT" = :13, "NOTICE_FIRST" = :14, "SLIP_REFUND_POLICY" = :15, "INDUSTRY_CODE" = :16, "REMARK" = :17, "ROW_MAC" = :18, "VERSION" = :19 where "MERCHANT_NO" = :20 and "VERSION" = :21;

-- trades
select "TRADE_KEY", "KIND", "PURPOSE", "PLATFORM_ORDER_NO", "ATTEMPT_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "CHANNEL_ORDER_NO", "ORDER_AMOUNT", "AMOUNT", "CHANNEL_DISCOUNT_AMOUNT", "SHARE_LIST", "TRADE_AT", "CLEARING_DAY", "SETTLE_STATE", "SETTLED_DAY", "SEEN_RUN_NO", "CREATED_AT" from "TRADE" where "TRADE_KEY" in (:1, :2, :3, :4, :5, :6, :7, :8);
select "TRADE_KEY", "KIND", "PURPOSE", "PLATFORM_ORDER_NO", "ATTEMPT_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "CHANNEL_ORDER_NO", "ORDER_AMOUNT", "AMOUNT", "CHANNEL_DISCOUNT_AMOUNT", "SHARE_LIST", "TRADE_AT", "CLEARING_DAY", "SETTLE_STATE", "SETTLED_DAY", "SEEN_RUN_NO", "CREATED_AT" from "TRADE" where "CHANNEL_MERCHANT_ID" = :1 and "CHANNEL_ORDER_NO" = :2 order by "TRADE_KEY" asc fetch first :3 rows only;
select "TRADE_KEY", "KIND", "PURPOSE", "PLATFORM_ORDER_NO", "ATTEMPT_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "CHANNEL_ORDER_NO", "ORDER_AMOUNT", "AMOUNT", "CHANNEL_DISCOUNT_AMOUNT", "SHARE_LIST", "TRADE_AT", "CLEARING_DAY", "SETTLE_STATE", "SETTLED_DAY", "SEEN_RUN_NO", "CREATED_AT" from "TRADE" where "PLATFORM_ORDER_NO" = :1 order by "CREATED_AT" asc, "TRADE_KEY" asc fetch first :2 rows only;
select "TRADE_KEY" from "TRADE" where "CHANNEL_MERCHANT_ID" = :1 and "CLEARING_DAY" = :2 and "SETTLE_STATE" in (:3, :4) fetch first :5 rows only;
select "TRADE_KEY", "KIND", "PURPOSE", "PLATFORM_ORDER_NO", "ATTEMPT_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "CHANNEL_ORDER_NO", "ORDER_AMOUNT", "AMOUNT", "CHANNEL_DISCOUNT_AMOUNT", "SHARE_LIST", "TRADE_AT", "CLEARING_DAY", "SETTLE_STATE", "SETTLED_DAY", "SEEN_RUN_NO", "CREATED_AT" from "TRADE" where "CHANNEL_MERCHANT_ID" = :1 and "SETTLE_STATE" = :2 and "CLEARING_DAY" >= :3 and "CLEARING_DAY" <= :4 and ("CLEARING_DAY" > :5 or ("CLEARING_DAY" = :6 and "TRADE_KEY" > :7)) order by "CLEARING_DAY" asc, "TRADE_KEY" asc fetch first :8 rows only;
select "TRADE_KEY", "KIND", "PURPOSE", "PLATFORM_ORDER_NO", "ATTEMPT_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "CHANNEL_ORDER_NO", "ORDER_AMOUNT", "AMOUNT", "CHANNEL_DISCOUNT_AMOUNT", "SHARE_LIST", "TRADE_AT", "CLEARING_DAY", "SETTLE_STATE", "SETTLED_DAY", "SEEN_RUN_NO", "CREATED_AT" from "TRADE" where "CHANNEL_MERCHANT_ID" = :1 and "SETTLED_DAY" = :2 and "SEEN_RUN_NO" <> :3 and "TRADE_KEY" > :4 order by "TRADE_KEY" asc fetch first :5 rows only;

-- trades.unsettled, first page
select "TRADE_KEY", "KIND", "PURPOSE", "PLATFORM_ORDER_NO", "ATTEMPT_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "CHANNEL_ORDER_NO", "ORDER_AMOUNT", "AMOUNT", "CHANNEL_DISCOUNT_AMOUNT", "SHARE_LIST", "TRADE_AT", "CLEARING_DAY", "SETTLE_STATE", "SETTLED_DAY", "SEEN_RUN_NO", "CREATED_AT" from "TRADE" where "CHANNEL_MERCHANT_ID" = :1 and "SETTLE_STATE" = :2 and "CLEARING_DAY" >= :3 and "CLEARING_DAY" <= :4 order by "CLEARING_DAY" asc, "TRADE_KEY" asc fetch first :5 rows only;

-- trades.markSettled, markOpen
update "TRADE" set "SETTLE_STATE" = :1, "SETTLED_DAY" = :2, "SEEN_RUN_NO" = :3 where "TRADE_KEY" in (:4);
update "TRADE" set "SETTLE_STATE" = :1, "SETTLED_DAY" = :2 where "TRADE_KEY" in (:3);

-- settlement
select "TRADE_KEY", "ENTRY_NO", "CAUSE", "KIND", "PURPOSE", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "MERCHANT_NO", "SUB_MERCHANT_NO", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "BIZ_ORDER_NO", "CHANNEL_ORDER_NO", "ORDER_DATE", "TRADE_AT", "CLEARING_DAY", "SETTLE_DAY", "TRADE_COUNT", "TRADE_AMOUNT", "SETTLED_AMOUNT", "FEE_AMOUNT", "RUN_NO", "LINE_NO", "CREATED_AT" from "SETTLEMENT_ENTRY" where "TRADE_KEY" in (:1, :2) order by "TRADE_KEY" asc, "ENTRY_NO" asc fetch first :3 rows only;
select "TRADE_KEY", "ENTRY_NO", "CAUSE", "KIND", "PURPOSE", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "MERCHANT_NO", "SUB_MERCHANT_NO", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "BIZ_ORDER_NO", "CHANNEL_ORDER_NO", "ORDER_DATE", "TRADE_AT", "CLEARING_DAY", "SETTLE_DAY", "TRADE_COUNT", "TRADE_AMOUNT", "SETTLED_AMOUNT", "FEE_AMOUNT", "RUN_NO", "LINE_NO", "CREATED_AT" from "SETTLEMENT_ENTRY" where "MERCHANT_NO" = :1 and "SETTLE_DAY" = :2 and ("TRADE_KEY" > :3 or ("TRADE_KEY" = :4 and "ENTRY_NO" > :5)) order by "TRADE_KEY" asc, "ENTRY_NO" asc fetch first :6 rows only;
select distinct "MERCHANT_NO" from "PAYEE_STATEMENT" where "SETTLE_DAY" = :1 and "KIND" = :2 order by "MERCHANT_NO" asc fetch first :3 rows only;
select "CERTIFIED_DAY", "CONTENT_TEXT", "CONTENT_DIGEST", "PREVIOUS_DIGEST", "PREVIOUS_DAY", "SIGNATURE_TEXT", "KEY_NAME", "ISSUED_AT" from "DAY_CERTIFICATE" order by "CERTIFIED_DAY" desc fetch first :1 rows only;
select "CERTIFIED_DAY", "CONTENT_TEXT", "CONTENT_DIGEST", "PREVIOUS_DIGEST", "PREVIOUS_DAY", "SIGNATURE_TEXT", "KEY_NAME", "ISSUED_AT" from "DAY_CERTIFICATE" where "CERTIFIED_DAY" > :1 order by "CERTIFIED_DAY" asc fetch first :2 rows only;

-- reconciliation
select "BILL_NO", "CHANNEL_MERCHANT_ID", "CLEARING_DAY", "ORIGIN", "FILE_NO", "FILE_NAME", "BYTE_SIZE", "FILE_DIGEST", "TOTALS", "RECEIVED_AT", "RECEIVED_BY" from "CHANNEL_BILL" where "BILL_NO" = :1 fetch first :2 rows only;
select "BILL_NO", "CHANNEL_MERCHANT_ID", "CLEARING_DAY", "ORIGIN", "FILE_NO", "FILE_NAME", "BYTE_SIZE", "FILE_DIGEST", "TOTALS", "RECEIVED_AT", "RECEIVED_BY" from "CHANNEL_BILL" where "CHANNEL_MERCHANT_ID" = :1 and "CLEARING_DAY" = :2 order by "RECEIVED_AT" asc, "BILL_NO" asc fetch first :3 rows only;
select "RUN_NO", "CHANNEL_MERCHANT_ID", "PAY_CHANNEL", "CLEARING_DAY", "RUN_SEQUENCE", "BILL_NO", "STATE", "LINES_DONE", "LINE_COUNT", "MISSING_AFTER", "FIGURES", "RUN_CHANGES", "STARTED_AT", "ENDED_AT", "STARTED_BY", "CANCEL_ASKED_BY", "REMARK", "VERSION" from "RECONCILE_RUN" where "RUN_NO" = :1 fetch first :2 rows only;
select "RUN_NO", "CHANNEL_MERCHANT_ID", "PAY_CHANNEL", "CLEARING_DAY", "RUN_SEQUENCE", "BILL_NO", "STATE", "LINES_DONE", "LINE_COUNT", "MISSING_AFTER", "FIGURES", "RUN_CHANGES", "STARTED_AT", "ENDED_AT", "STARTED_BY", "CANCEL_ASKED_BY", "REMARK", "VERSION" from "RECONCILE_RUN" where "CHANNEL_MERCHANT_ID" = :1 and "CLEARING_DAY" = :2 order by "RUN_SEQUENCE" desc fetch first :3 rows only;
select "RUN_NO", "ITEM_NO", "SUBJECT_KEY", "OUTCOME", "CHANGE_KIND", "HERE_AMOUNT", "THERE_AMOUNT" from "RECONCILE_ITEM" where "RUN_NO" = :1 and "ITEM_NO" > :2 order by "ITEM_NO" asc fetch first :3 rows only;
select "CHANNEL_MERCHANT_ID", "CLEARING_DAY", "PAY_CHANNEL", "STATE", "BILL_NO", "LAST_RUN_NO", "RUNNING_NO", "RUN_COUNT", "RECONCILE_COUNT", "RECONCILE_AMOUNT", "SETTLED_AMOUNT", "FEE_AMOUNT", "OPEN_COUNT", "WAITING_COUNT", "TRIES", "LAST_TRIED_AT", "LAST_WORD", "RECONCILED_AT", "VERSION" from "RECONCILE_DAY" where "CLEARING_DAY" = :1 order by "CHANNEL_MERCHANT_ID" asc fetch first :2 rows only;
select "DIFFERENCE_NO", "CHANNEL_MERCHANT_ID", "PAY_CHANNEL", "SUBJECT_KEY", "OUTCOME", "STATE", "CLEARING_DAY", "KIND", "MERCHANT_NO", "PLATFORM_ORDER_NO", "BIZ_ORDER_NO", "OWN_NO", "CHANNEL_NO", "HERE_AMOUNT", "THERE_AMOUNT", "HERE_FEE", "THERE_FEE", "THERE_SETTLED", "SUGGESTED_KEY", "HAPPENED_AT", "DETAIL_TEXT", "FIRST_RUN_NO", "LAST_RUN_NO", "CREATED_AT", "VERSION" from "RECONCILE_DIFFERENCE" where "DIFFERENCE_NO" = :1 fetch first :2 rows only;
select "DIFFERENCE_NO", "CHANNEL_MERCHANT_ID", "PAY_CHANNEL", "SUBJECT_KEY", "OUTCOME", "STATE", "CLEARING_DAY", "KIND", "MERCHANT_NO", "PLATFORM_ORDER_NO", "BIZ_ORDER_NO", "OWN_NO", "CHANNEL_NO", "HERE_AMOUNT", "THERE_AMOUNT", "HERE_FEE", "THERE_FEE", "THERE_SETTLED", "SUGGESTED_KEY", "HAPPENED_AT", "DETAIL_TEXT", "FIRST_RUN_NO", "LAST_RUN_NO", "CREATED_AT", "VERSION" from "RECONCILE_DIFFERENCE" where "CHANNEL_MERCHANT_ID" = :1 and "SUBJECT_KEY" in (:2, :3, :4, :5, :6, :7, :8, :9);
select "DIFFERENCE_NO", "CHANNEL_MERCHANT_ID", "PAY_CHANNEL", "SUBJECT_KEY", "OUTCOME", "STATE", "CLEARING_DAY", "KIND", "MERCHANT_NO", "PLATFORM_ORDER_NO", "BIZ_ORDER_NO", "OWN_NO", "CHANNEL_NO", "HERE_AMOUNT", "THERE_AMOUNT", "HERE_FEE", "THERE_FEE", "THERE_SETTLED", "SUGGESTED_KEY", "HAPPENED_AT", "DETAIL_TEXT", "FIRST_RUN_NO", "LAST_RUN_NO", "CREATED_AT", "VERSION" from "RECONCILE_DIFFERENCE" where "CHANNEL_MERCHANT_ID" = :1 and "CLEARING_DAY" = :2 and "STATE" in (:3, :4) and "DIFFERENCE_NO" > :5 order by "DIFFERENCE_NO" asc fetch first :6 rows only;
select "DIFFERENCE_NO", "CHANNEL_MERCHANT_ID", "PAY_CHANNEL", "SUBJECT_KEY", "OUTCOME", "STATE", "CLEARING_DAY", "KIND", "MERCHANT_NO", "PLATFORM_ORDER_NO", "BIZ_ORDER_NO", "OWN_NO", "CHANNEL_NO", "HERE_AMOUNT", "THERE_AMOUNT", "HERE_FEE", "THERE_FEE", "THERE_SETTLED", "SUGGESTED_KEY", "HAPPENED_AT", "DETAIL_TEXT", "FIRST_RUN_NO", "LAST_RUN_NO", "CREATED_AT", "VERSION" from "RECONCILE_DIFFERENCE" where "MERCHANT_NO" = :1 and "CLEARING_DAY" = :2 and "STATE" in (:3, :4, :5) and "DIFFERENCE_NO" > :6 order by "DIFFERENCE_NO" asc fetch first :7 rows only;
select "DIFFERENCE_NO", "CHANNEL_MERCHANT_ID", "PAY_CHANNEL", "SUBJECT_KEY", "OUTCOME", "STATE", "CLEARING_DAY", "KIND", "MERCHANT_NO", "PLATFORM_ORDER_NO", "BIZ_ORDER_NO", "OWN_NO", "CHANNEL_NO", "HERE_AMOUNT", "THERE_AMOUNT", "HERE_FEE", "THERE_FEE", "THERE_SETTLED", "SUGGESTED_KEY", "HAPPENED_AT", "DETAIL_TEXT", "FIRST_RUN_NO", "LAST_RUN_NO", "CREATED_AT", "VERSION" from "RECONCILE_DIFFERENCE" where "CHANNEL_MERCHANT_ID" = :1 and "CLEARING_DAY" = :2 and "STATE" in (:3, :4, :5) and "LAST_RUN_NO" <> :6 order by "DIFFERENCE_NO" asc fetch first :7 rows only;
select "STATE", count(*) as "TOTAL" from "RECONCILE_DIFFERENCE" where "CHANNEL_MERCHANT_ID" = :1 and "CLEARING_DAY" = :2 and "STATE" in (:3, :4) group by "STATE";
select "NOTE_NO", "OBJECT_KIND", "OBJECT_NO", "NOTE_ACTION", "NOTE_TEXT", "OPERATOR_NAME", "NOTED_AT" from "HANDLING_NOTE" where "OBJECT_KIND" = :1 and "OBJECT_NO" = :2 order by "NOTED_AT" asc, "NOTE_NO" asc fetch first :3 rows only;

-- records of a payee
select "ABNORMAL_ID", "KIND", "PLATFORM_ORDER_NO", "MERCHANT_NO", "ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "REMARK", "HANDLE_STATE", "CREATED_AT", "VERSION" from "ABNORMAL_ORDER" where "MERCHANT_NO" = :1 and "CREATED_AT" >= :2 and "CREATED_AT" < :3 and ("CREATED_AT" > :4 or ("CREATED_AT" = :5 and "ABNORMAL_ID" > :6)) order by "CREATED_AT" asc, "ABNORMAL_ID" asc fetch first :7 rows only;
select "ABNORMAL_ID", "KIND", "PLATFORM_ORDER_NO", "MERCHANT_NO", "ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "REMARK", "HANDLE_STATE", "CREATED_AT", "VERSION" from "ABNORMAL_ORDER_ARCHIVE" where "MERCHANT_NO" = :1 and "CREATED_AT" >= :2 and "CREATED_AT" < :3 and ("CREATED_AT" > :4 or ("CREATED_AT" = :5 and "ABNORMAL_ID" > :6)) order by "CREATED_AT" asc, "ABNORMAL_ID" asc fetch first :7 rows only;
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "HANDLE_STATE", "PAID_AT", "CREATED_AT", "VERSION" from "REPEAT_PAYMENT" where "MERCHANT_NO" = :1 and "CREATED_AT" >= :2 and "CREATED_AT" < :3 and ("CREATED_AT" > :4 or ("CREATED_AT" = :5 and "ATTEMPT_NO" > :6)) order by "CREATED_AT" asc, "ATTEMPT_NO" asc fetch first :7 rows only;
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "HANDLE_STATE", "PAID_AT", "CREATED_AT", "VERSION" from "REPEAT_PAYMENT_ARCHIVE" where "MERCHANT_NO" = :1 and "CREATED_AT" >= :2 and "CREATED_AT" < :3 and ("CREATED_AT" > :4 or ("CREATED_AT" = :5 and "ATTEMPT_NO" > :6)) order by "CREATED_AT" asc, "ATTEMPT_NO" asc fetch first :7 rows only;

-- keptFiles.read, forgetAbandoned
select "FILE_NO", "CHUNK_COUNT", "KEPT_AT" from "KEPT_EXPORT" where "FILE_NO" = :1 fetch first :2 rows only;
select "CHUNK_NO" from "KEPT_CHUNK" where "FILE_NO" = :1 and "CHUNK_NO" = :2;
select "FILE_NO", "CHUNK_NO", "CHUNK_TEXT" from "KEPT_CHUNK" where "FILE_NO" = :1 and "CHUNK_NO" = :2 fetch first :3 rows only;
select "FILE_NO", "CHUNK_COUNT", "TOUCHED_AT" from "KEPT_DRAFT" where "TOUCHED_AT" < :1 order by "TOUCHED_AT" asc, "FILE_NO" asc fetch first :2 rows only;
select "FILE_NO", "CHUNK_COUNT", "TOUCHED_AT" from "KEPT_DRAFT" where "FILE_NO" = :1 for update;
delete from "KEPT_CHUNK" where "FILE_NO" = :1 and "CHUNK_NO" >= :2;
update "KEPT_DRAFT" set "CHUNK_COUNT" = :1 where "FILE_NO" = :2;

-- reconciliation.put…
update "RECONCILE_RUN" set "BILL_NO" = :1, "STATE" = :2, "LINES_DONE" = :3, "LINE_COUNT" = :4, "MISSING_AFTER" = :5, "FIGURES" = :6, "RUN_CHANGES" = :7, "ENDED_AT" = :8, "CANCEL_ASKED_BY" = :9, "REMARK" = :10, "VERSION" = :11 where "RUN_NO" = :12 and "VERSION" = :13;
update "RECONCILE_DAY" set "PAY_CHANNEL" = :1, "STATE" = :2, "BILL_NO" = :3, "LAST_RUN_NO" = :4, "RUNNING_NO" = :5, "RUN_COUNT" = :6, "RECONCILE_COUNT" = :7, "RECONCILE_AMOUNT" = :8, "SETTLED_AMOUNT" = :9, "FEE_AMOUNT" = :10, "OPEN_COUNT" = :11, "WAITING_COUNT" = :12, "TRIES" = :13, "LAST_TRIED_AT" = :14, "LAST_WORD" = :15, "RECONCILED_AT" = :16, "VERSION" = :17 where "CHANNEL_MERCHANT_ID" = :18 and "CLEARING_DAY" = :19 and "VERSION" = :20;
update "RECONCILE_DIFFERENCE" set "OUTCOME" = :1, "STATE" = :2, "CLEARING_DAY" = :3, "KIND" = :4, "MERCHANT_NO" = :5, "PLATFORM_ORDER_NO" = :6, "BIZ_ORDER_NO" = :7, "OWN_NO" = :8, "CHANNEL_NO" = :9, "HERE_AMOUNT" = :10, "THERE_AMOUNT" = :11, "HERE_FEE" = :12, "THERE_FEE" = :13, "THERE_SETTLED" = :14, "SUGGESTED_KEY" = :15, "HAPPENED_AT" = :16, "DETAIL_TEXT" = :17, "LAST_RUN_NO" = :18, "VERSION" = :19 where "DIFFERENCE_NO" = :20 and "VERSION" = :21;

-- eBills
select "BILL_KEY", "BILL_ROUND", "BILL_SOURCE", "PLATFORM_ORDER_NO", "BUS_NO", "STATE", "AMOUNT", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "REGION_CODE", "PAYER_KIND", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_EMAIL", "ITEM_LIST", "BASE_LIST", "WHOLE_ORDER", "SAID_ITEMS", "PAY_CODE", "BILL_CODE", "BILL_NO", "CHECK_CODE", "ISSUED_AT", "LINK_LIST", "REVERSAL_TEXT", "FAILURE_CODE", "FAILURE_TEXT", "PAGE_TOKEN", "TRIES_MADE", "LAST_TRY_AT", "NEXT_TRY_AT", "PAID_AT", "BILL_AT", "CREATED_AT", "VERSION" from "E_BILL" where "BILL_KEY" = :1 order by "BILL_ROUND" asc fetch first :2 rows only;
select "BILL_KEY", "BILL_ROUND", "BILL_SOURCE", "PLATFORM_ORDER_NO", "BUS_NO", "STATE", "AMOUNT", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "REGION_CODE", "PAYER_KIND", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_EMAIL", "ITEM_LIST", "BASE_LIST", "WHOLE_ORDER", "SAID_ITEMS", "PAY_CODE", "BILL_CODE", "BILL_NO", "CHECK_CODE", "ISSUED_AT", "LINK_LIST", "REVERSAL_TEXT", "FAILURE_CODE", "FAILURE_TEXT", "PAGE_TOKEN", "TRIES_MADE", "LAST_TRY_AT", "NEXT_TRY_AT", "PAID_AT", "BILL_AT", "CREATED_AT", "VERSION" from "E_BILL" where "BILL_KEY" in (:1, :2, :3, :4, :5, :6, :7, :8);
select "BILL_KEY", "BILL_ROUND", "BILL_SOURCE", "PLATFORM_ORDER_NO", "BUS_NO", "STATE", "AMOUNT", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "REGION_CODE", "PAYER_KIND", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_EMAIL", "ITEM_LIST", "BASE_LIST", "WHOLE_ORDER", "SAID_ITEMS", "PAY_CODE", "BILL_CODE", "BILL_NO", "CHECK_CODE", "ISSUED_AT", "LINK_LIST", "REVERSAL_TEXT", "FAILURE_CODE", "FAILURE_TEXT", "PAGE_TOKEN", "TRIES_MADE", "LAST_TRY_AT", "NEXT_TRY_AT", "PAID_AT", "BILL_AT", "CREATED_AT", "VERSION" from "E_BILL" where "BILL_CODE" = :1 and "BILL_NO" = :2 order by "BILL_KEY" asc, "BILL_ROUND" asc fetch first :3 rows only;
select "BILL_KEY", "BILL_ROUND", "BILL_SOURCE", "PLATFORM_ORDER_NO", "BUS_NO", "STATE", "AMOUNT", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "REGION_CODE", "PAYER_KIND", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_EMAIL", "ITEM_LIST", "BASE_LIST", "WHOLE_ORDER", "SAID_ITEMS", "PAY_CODE", "BILL_CODE", "BILL_NO", "CHECK_CODE", "ISSUED_AT", "LINK_LIST", "REVERSAL_TEXT", "FAILURE_CODE", "FAILURE_TEXT", "PAGE_TOKEN", "TRIES_MADE", "LAST_TRY_AT", "NEXT_TRY_AT", "PAID_AT", "BILL_AT", "CREATED_AT", "VERSION" from "E_BILL" where "PAGE_TOKEN" = :1 fetch first :2 rows only;
select count(*) as "TOTAL", sum("AMOUNT") as "AMOUNT_SUM" from "E_BILL" where "REGION_CODE" = :1 and "BILL_SOURCE" = :2 and "ISSUED_AT" >= :3 and "ISSUED_AT" < :4;
select "BILL_KEY", "BILL_ROUND", "BILL_SOURCE", "PLATFORM_ORDER_NO", "BUS_NO", "STATE", "AMOUNT", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "REGION_CODE", "PAYER_KIND", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_EMAIL", "ITEM_LIST", "BASE_LIST", "WHOLE_ORDER", "SAID_ITEMS", "PAY_CODE", "BILL_CODE", "BILL_NO", "CHECK_CODE", "ISSUED_AT", "LINK_LIST", "REVERSAL_TEXT", "FAILURE_CODE", "FAILURE_TEXT", "PAGE_TOKEN", "TRIES_MADE", "LAST_TRY_AT", "NEXT_TRY_AT", "PAID_AT", "BILL_AT", "CREATED_AT", "VERSION" from "E_BILL" where "REGION_CODE" = :1 and "BILL_SOURCE" = :2 and "ISSUED_AT" >= :3 and "ISSUED_AT" < :4 order by "ISSUED_AT" asc, "BILL_KEY" asc, "BILL_ROUND" asc fetch first :5 rows only;
select "BILL_KEY", "BILL_ROUND", "BILL_SOURCE", "PLATFORM_ORDER_NO", "BUS_NO", "STATE", "AMOUNT", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "REGION_CODE", "PAYER_KIND", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_EMAIL", "ITEM_LIST", "BASE_LIST", "WHOLE_ORDER", "SAID_ITEMS", "PAY_CODE", "BILL_CODE", "BILL_NO", "CHECK_CODE", "ISSUED_AT", "LINK_LIST", "REVERSAL_TEXT", "FAILURE_CODE", "FAILURE_TEXT", "PAGE_TOKEN", "TRIES_MADE", "LAST_TRY_AT", "NEXT_TRY_AT", "PAID_AT", "BILL_AT", "CREATED_AT", "VERSION" from "E_BILL" where "REGION_CODE" = :1 and "BILL_SOURCE" = :2 and "ISSUED_AT" >= :3 and "ISSUED_AT" < :4 and "ISSUED_AT" >= :5 and ("ISSUED_AT" > :6 or "BILL_KEY" > :7 or ("BILL_KEY" = :8 and "BILL_ROUND" > :9)) order by "ISSUED_AT" asc, "BILL_KEY" asc, "BILL_ROUND" asc fetch first :10 rows only;
select "REGION_CODE", "CHECK_DAY", "STATE", "OUR_COUNT", "OUR_AMOUNT", "THEIR_COUNT", "THEIR_AMOUNT", "DIFFERENCE_LIST", "WALK_TEXT", "CHECKED_AT", "VERSION" from "E_BILL_CHECK" where "REGION_CODE" = :1 and "CHECK_DAY" = :2 fetch first :3 rows only;

-- eBills.put…
update "E_BILL" set "STATE" = :1, "AMOUNT" = :2, "REGION_CODE" = :3, "ITEM_LIST" = :4, "SAID_ITEMS" = :5, "BILL_CODE" = :6, "BILL_NO" = :7, "CHECK_CODE" = :8, "ISSUED_AT" = :9, "LINK_LIST" = :10, "REVERSAL_TEXT" = :11, "FAILURE_CODE" = :12, "FAILURE_TEXT" = :13, "TRIES_MADE" = :14, "LAST_TRY_AT" = :15, "NEXT_TRY_AT" = :16, "BILL_AT" = :17, "VERSION" = :18 where "BILL_KEY" = :19 and "BILL_ROUND" = :20 and "VERSION" = :21;
update "E_BILL_CHECK" set "STATE" = :1, "OUR_COUNT" = :2, "OUR_AMOUNT" = :3, "THEIR_COUNT" = :4, "THEIR_AMOUNT" = :5, "DIFFERENCE_LIST" = :6, "WALK_TEXT" = :7, "CHECKED_AT" = :8, "VERSION" = :9 where "REGION_CODE" = :10 and "CHECK_DAY" = :11 and "VERSION" = :12;

-- legs, of orders
select "PLATFORM_ORDER_NO", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "NONTAX_INFO", "PAID_ATTEMPT_NO" from "PAY_ORDER" where "PLATFORM_ORDER_NO" in (:1);
select "PLATFORM_ORDER_NO", "ATTEMPT_NO", "REFUND_AMOUNT", "STATE" from "PAY_REFUND" where "STATE" = :1 and "PLATFORM_ORDER_NO" in (:2);
select "BILL_KEY", "BILL_ROUND", "STATE", "AMOUNT", "BASE_LIST", "WHOLE_ORDER", "SAID_ITEMS" from "E_BILL" where "BILL_KEY" in (:1);

-- legs, kept
select "CHECK_DAY", "CHANNEL_MERCHANT_ID", "RUN_NO", "STATE", "CHECK_PHASE", "AFTER_KEY", "ORDER_COUNT", "COMPLETE_COUNT", "CHANNEL_GAPS", "NOTICE_GAPS", "BILL_GAPS", "GAP_FIGURES", "WALKED_AT", "CHANGED_AT", "LOOK_AT", "OLDEST_AT", "ALARMED_AT", "VERSION" from "LEG_CHECK" where "CHECK_DAY" = :1 order by "CHANNEL_MERCHANT_ID" asc fetch first :2 rows only;
select "CHECK_DAY", "PLATFORM_ORDER_NO", "LEG_NAME", "GAP_SEQ", "GAP_NO", "CHANNEL_MERCHANT_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "GAP_KIND", "EXPECTED_AMOUNT", "FOUND_AMOUNT", "GAP_STATE", "FIRST_SEEN_AT", "CLOSED_AT", "VERSION" from "LEG_GAP" where "GAP_NO" = :1 fetch first :2 rows only;
select "CHECK_DAY", "PLATFORM_ORDER_NO", "LEG_NAME", "GAP_SEQ", "GAP_NO", "CHANNEL_MERCHANT_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "GAP_KIND", "EXPECTED_AMOUNT", "FOUND_AMOUNT", "GAP_STATE", "FIRST_SEEN_AT", "CLOSED_AT", "VERSION" from "LEG_GAP" where "CHECK_DAY" = :1 and "PLATFORM_ORDER_NO" in (:2);
select distinct "PLATFORM_ORDER_NO" from "LEG_GAP" where "CHECK_DAY" = :1 and "CHANNEL_MERCHANT_ID" = :2 and "GAP_STATE" = :3 and "PLATFORM_ORDER_NO" > :4 order by "PLATFORM_ORDER_NO" asc fetch first :5 rows only;
select "CHECK_DAY", "PLATFORM_ORDER_NO", "LEG_NAME", "GAP_SEQ", "GAP_NO", "CHANNEL_MERCHANT_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "GAP_KIND", "EXPECTED_AMOUNT", "FOUND_AMOUNT", "GAP_STATE", "FIRST_SEEN_AT", "CLOSED_AT", "VERSION" from "LEG_GAP" where "CHECK_DAY" = :1 and "FIRST_SEEN_AT" <= :2 and ("CLOSED_AT" is null or "CLOSED_AT" > :3) and "PLATFORM_ORDER_NO" >= :4 and ("PLATFORM_ORDER_NO" > :5 or "LEG_NAME" > :6 or ("LEG_NAME" = :7 and "GAP_SEQ" > :8)) order by "PLATFORM_ORDER_NO" asc, "LEG_NAME" asc, "GAP_SEQ" asc fetch first :9 rows only;

-- legs.put…
update "LEG_CHECK" set "RUN_NO" = :1, "STATE" = :2, "CHECK_PHASE" = :3, "AFTER_KEY" = :4, "ORDER_COUNT" = :5, "COMPLETE_COUNT" = :6, "CHANNEL_GAPS" = :7, "NOTICE_GAPS" = :8, "BILL_GAPS" = :9, "GAP_FIGURES" = :10, "WALKED_AT" = :11, "CHANGED_AT" = :12, "LOOK_AT" = :13, "OLDEST_AT" = :14, "ALARMED_AT" = :15, "VERSION" = :16 where "CHECK_DAY" = :17 and "CHANNEL_MERCHANT_ID" = :18 and "VERSION" = :19;
update "LEG_GAP" set "GAP_STATE" = :1, "CLOSED_AT" = :2, "VERSION" = :3 where "CHECK_DAY" = :4 and "PLATFORM_ORDER_NO" = :5 and "LEG_NAME" = :6 and "GAP_SEQ" = :7 and "VERSION" = :8;

-- texts
select "MESSAGE_ID", "SCENE", "BIZ_KEY", "SEALED_PHONE", "PHONE_INDEX", "MASKED_PHONE", "TEMPLATE_NAME", "PARAM_LIST", "STATE", "LAST_CODE", "TRIES", "BEING_SENT", "RESENT", "GROUP_NO", "ASKER_INDEX", "CREATED_AT", "SEND_AT", "LAST_TRIED_AT", "SUBMITTED_AT", "ENDED_AT", "VERSION" from "TEXT_MESSAGE" where "MESSAGE_ID" = :1 fetch first :2 rows only;
select "MESSAGE_ID", "SCENE", "BIZ_KEY", "SEALED_PHONE", "PHONE_INDEX", "MASKED_PHONE", "TEMPLATE_NAME", "PARAM_LIST", "STATE", "LAST_CODE", "TRIES", "BEING_SENT", "RESENT", "GROUP_NO", "ASKER_INDEX", "CREATED_AT", "SEND_AT", "LAST_TRIED_AT", "SUBMITTED_AT", "ENDED_AT", "VERSION" from "TEXT_MESSAGE" where "GROUP_NO" = :1 and "PHONE_INDEX" = :2 fetch first :3 rows only;
select "MESSAGE_ID", "SCENE", "BIZ_KEY", "SEALED_PHONE", "PHONE_INDEX", "MASKED_PHONE", "TEMPLATE_NAME", "PARAM_LIST", "STATE", "LAST_CODE", "TRIES", "BEING_SENT", "RESENT", "GROUP_NO", "ASKER_INDEX", "CREATED_AT", "SEND_AT", "LAST_TRIED_AT", "SUBMITTED_AT", "ENDED_AT", "VERSION" from "TEXT_MESSAGE" where "PHONE_INDEX" = :1 and "CREATED_AT" >= :2 order by "CREATED_AT" desc, "MESSAGE_ID" desc fetch first :3 rows only;
select "CREATED_AT" from "TEXT_MESSAGE" where "ASKER_INDEX" = :1 and "CREATED_AT" >= :2 order by "CREATED_AT" desc fetch first :3 rows only;
select "MESSAGE_ID", "SCENE", "BIZ_KEY", "SEALED_PHONE", "PHONE_INDEX", "MASKED_PHONE", "TEMPLATE_NAME", "PARAM_LIST", "STATE", "LAST_CODE", "TRIES", "BEING_SENT", "RESENT", "GROUP_NO", "ASKER_INDEX", "CREATED_AT", "SEND_AT", "LAST_TRIED_AT", "SUBMITTED_AT", "ENDED_AT", "VERSION" from "TEXT_MESSAGE" where "SCENE" = :1 and "BIZ_KEY" = :2 order by "CREATED_AT" asc, "MESSAGE_ID" asc fetch first :3 rows only;
select "STATE", count(*) as "TOTAL" from "TEXT_MESSAGE" where "CREATED_AT" >= :1 group by "STATE" order by "STATE" asc;

-- keyWalk.leftSince
select count(*) as "TOTAL" from "TEXT_BLOCK" where "CHANGED_AT" < :1;
select count(*) as "TOTAL" from "TEXT_CODE" where "MADE_AT" < :1;
select count(*) as "TOTAL" from "TEXT_INBOUND" where "RECEIVED_AT" < :1;

-- texts.put…
update "TEXT_MESSAGE" set "STATE" = :1, "LAST_CODE" = :2, "TRIES" = :3, "BEING_SENT" = :4, "RESENT" = :5, "GROUP_NO" = :6, "SEND_AT" = :7, "LAST_TRIED_AT" = :8, "SUBMITTED_AT" = :9, "ENDED_AT" = :10, "VERSION" = :11 where "MESSAGE_ID" = :12 and "VERSION" = :13;
update "TEXT_BLOCK" set "MASKED_PHONE" = :1, "IS_BLOCKED" = :2, "BLOCK_CAUSE" = :3, "CHANGED_AT" = :4, "VERSION" = :5 where "PHONE_INDEX" = :6 and "VERSION" = :7;
update "TEXT_CODE" set "CODE_HASH" = :1, "MADE_AT" = :2, "WRONG_TRIES" = :3, "USED_AT" = :4, "VERSION" = :5 where "SCENE" = :6 and "PHONE_INDEX" = :7 and "VERSION" = :8;

-- texts, under two keys
select "PHONE_INDEX", "MASKED_PHONE", "IS_BLOCKED", "BLOCK_CAUSE", "CHANGED_AT", "VERSION" from "TEXT_BLOCK" where "PHONE_INDEX" in (:1, :2);
delete from "TEXT_BLOCK" where "PHONE_INDEX" = :1 and "VERSION" = :2;
select "MESSAGE_ID", "SCENE", "BIZ_KEY", "SEALED_PHONE", "PHONE_INDEX", "MASKED_PHONE", "TEMPLATE_NAME", "PARAM_LIST", "STATE", "LAST_CODE", "TRIES", "BEING_SENT", "RESENT", "GROUP_NO", "ASKER_INDEX", "CREATED_AT", "SEND_AT", "LAST_TRIED_AT", "SUBMITTED_AT", "ENDED_AT", "VERSION" from "TEXT_MESSAGE" where "GROUP_NO" = :1 and "PHONE_INDEX" in (:2, :3) fetch first :4 rows only;
select "MESSAGE_ID", "SCENE", "BIZ_KEY", "SEALED_PHONE", "PHONE_INDEX", "MASKED_PHONE", "TEMPLATE_NAME", "PARAM_LIST", "STATE", "LAST_CODE", "TRIES", "BEING_SENT", "RESENT", "GROUP_NO", "ASKER_INDEX", "CREATED_AT", "SEND_AT", "LAST_TRIED_AT", "SUBMITTED_AT", "ENDED_AT", "VERSION" from "TEXT_MESSAGE" where "PHONE_INDEX" in (:1, :2) and "CREATED_AT" >= :3 order by "CREATED_AT" desc, "MESSAGE_ID" desc fetch first :4 rows only;
select "CREATED_AT" from "TEXT_MESSAGE" where "ASKER_INDEX" in (:1, :2) and "CREATED_AT" >= :3 order by "CREATED_AT" desc fetch first :4 rows only;
select "SCENE", "PHONE_INDEX", "CODE_HASH", "MADE_AT", "WRONG_TRIES", "USED_AT", "VERSION" from "TEXT_CODE" where "SCENE" = :1 and "PHONE_INDEX" in (:2, :3) fetch first :4 rows only;

-- texts.forget…
select "MESSAGE_ID", "VERSION" from "TEXT_MESSAGE" where "FORGOTTEN_AT" is null and "ENDED_AT" < :1 order by "ENDED_AT" asc, "MESSAGE_ID" asc fetch first :2 rows only;
update "TEXT_MESSAGE" set "SEALED_PHONE" = :1, "PHONE_INDEX" = :2, "MASKED_PHONE" = :3, "PARAM_LIST" = :4, "ASKER_INDEX" = :5, "FORGOTTEN_AT" = :6, "VERSION" = :7 where "MESSAGE_ID" = :8 and "VERSION" = :9;
select "SAID_INDEX" from "TEXT_INBOUND" where "RECEIVED_AT" < :1 order by "RECEIVED_AT" asc, "INBOUND_NO" asc fetch first :2 rows only;
delete from "TEXT_INBOUND" where "SAID_INDEX" in (:1);
select "SCENE", "PHONE_INDEX", "CODE_HASH", "MADE_AT", "WRONG_TRIES", "USED_AT", "VERSION" from "TEXT_CODE" where "MADE_AT" < :1 order by "MADE_AT" asc, "PHONE_INDEX" asc, "SCENE" asc fetch first :2 rows only;
delete from "TEXT_CODE" where "SCENE" = :1 and "PHONE_INDEX" = :2 and "VERSION" = :3;

-- sharing
select "BATCH_NO", "TARGET_NAME", "TABLE_NAME", "BATCH_KIND", "STATE", "ROW_COUNT", "ACCEPTED_COUNT", "QUARANTINED_COUNT", "WARNING_COUNT", "MESSAGE_TEXT", "BEGAN_AT", "ENDED_AT" from "SHARE_BATCH" where "TARGET_NAME" = :1 order by "BEGAN_AT" desc, "BATCH_NO" desc fetch first :2 rows only;
select "BATCH_NO", "TARGET_NAME", "TABLE_NAME", "BATCH_KIND", "STATE", "ROW_COUNT", "ACCEPTED_COUNT", "QUARANTINED_COUNT", "WARNING_COUNT", "MESSAGE_TEXT", "BEGAN_AT", "ENDED_AT" from "SHARE_BATCH" where "TARGET_NAME" = :1 and "TABLE_NAME" = :2 order by "BEGAN_AT" desc, "BATCH_NO" desc fetch first :3 rows only;
select "QUARANTINE_NO", "TARGET_NAME", "TABLE_NAME", "ROW_KEY", "REASON", "DETAIL_TEXT", "STATE", "BATCH_NO", "TIMES", "FIRST_AT", "LAST_AT", "VERSION" from "SHARE_QUARANTINE" where "QUARANTINE_NO" = :1 fetch first :2 rows only;
select "QUARANTINE_NO", "TARGET_NAME", "TABLE_NAME", "ROW_KEY", "REASON", "DETAIL_TEXT", "STATE", "BATCH_NO", "TIMES", "FIRST_AT", "LAST_AT", "VERSION" from "SHARE_QUARANTINE" where "TARGET_NAME" = :1 and "TABLE_NAME" = :2 and "ROW_KEY" in (:3, :4, :5, :6, :7, :8, :9, :10);
select "QUARANTINE_NO", "TARGET_NAME", "TABLE_NAME", "ROW_KEY", "REASON", "DETAIL_TEXT", "STATE", "BATCH_NO", "TIMES", "FIRST_AT", "LAST_AT", "VERSION" from "SHARE_QUARANTINE" where "TARGET_NAME" = :1 and "STATE" = :2 and "QUARANTINE_NO" > :3 order by "QUARANTINE_NO" asc fetch first :4 rows only;
select count(*) as "TOTAL" from "SHARE_QUARANTINE" where "TARGET_NAME" = :1 and "TABLE_NAME" = :2 and "STATE" = :3;
select "TABLE_NAME", "COLUMN_NAME", "IS_FULL", "BASIS_TEXT", "DECIDED_BY", "DECIDED_AT", "VERSION" from "SHARE_POLICY" order by "TABLE_NAME" asc, "COLUMN_NAME" asc fetch first :1 rows only;
select "PLATFORM_ORDER_NO", "NOTED_AT", "VERSION" from "SHARE_ORDER_OUTBOX" where "NOTED_AT" <= :1 and "NOTED_AT" >= :2 and ("NOTED_AT" > :3 or "PLATFORM_ORDER_NO" > :4) order by "NOTED_AT" asc, "PLATFORM_ORDER_NO" asc fetch first :5 rows only;
select count(*) as "TOTAL" from "SHARE_ORDER_OUTBOX" where "NOTED_AT" <= :1 and ("NOTED_AT" < :2 or "PLATFORM_ORDER_NO" <= :3);
select "NODE_ID", "PARENT_ID", "PARENT_IDS", "GRADE", "NODE_NAME", "ORG_ID", "IS_GONE", "CREATED_AT", "CHANGED_AT", "VERSION" from "SHARE_NODE" where "NODE_ID" in (:1, :2, :3, :4, :5, :6, :7, :8);
select "NODE_ID", "PARENT_ID", "PARENT_IDS", "GRADE", "NODE_NAME", "ORG_ID", "IS_GONE", "CREATED_AT", "CHANGED_AT", "VERSION" from "SHARE_NODE" where "CHANGED_AT" <= :1 and "CHANGED_AT" >= :2 and ("CHANGED_AT" > :3 or "NODE_ID" > :4) order by "CHANGED_AT" asc, "NODE_ID" asc fetch first :5 rows only;
select count(*) as "TOTAL" from "SHARE_NODE" where "CHANGED_AT" <= :1 and ("CHANGED_AT" < :2 or "NODE_ID" <= :3);
select "NODE_ID", "PARENT_ID", "PARENT_IDS", "GRADE", "NODE_NAME", "ORG_ID", "IS_GONE", "CREATED_AT", "CHANGED_AT", "VERSION" from "SHARE_NODE" where "NODE_ID" > :1 order by "NODE_ID" asc fetch first :2 rows only;

-- sharing.put…
update "SHARE_WATERMARK" set "MARK_AT" = :1, "MARK_ID" = :2, "LEASE_OWNER" = :3, "LEASE_UNTIL" = :4, "BATCH_SEQUENCE" = :5, "FAILURE_COUNT" = :6, "NOT_BEFORE" = :7, "PHASE" = :8, "COUNTED_DAY" = :9, "VERSION" = :10 where "TARGET_NAME" = :11 and "TABLE_NAME" = :12 and "VERSION" = :13;
update "SHARE_QUARANTINE" set "REASON" = :1, "DETAIL_TEXT" = :2, "STATE" = :3, "BATCH_NO" = :4, "TIMES" = :5, "LAST_AT" = :6, "VERSION" = :7 where "QUARANTINE_NO" = :8 and "VERSION" = :9;
update "SHARE_POLICY" set "IS_FULL" = :1, "BASIS_TEXT" = :2, "DECIDED_BY" = :3, "DECIDED_AT" = :4, "VERSION" = :5 where "TABLE_NAME" = :6 and "COLUMN_NAME" = :7 and "VERSION" = :8;
update "SHARE_ORDER_OUTBOX" set "NOTED_AT" = :1, "VERSION" = :2 where "PLATFORM_ORDER_NO" = :3 and "VERSION" = :4;
update "SHARE_NODE" set "PARENT_ID" = :1, "PARENT_IDS" = :2, "GRADE" = :3, "NODE_NAME" = :4, "ORG_ID" = :5, "IS_GONE" = :6, "CHANGED_AT" = :7, "VERSION" = :8 where "NODE_ID" = :9 and "VERSION" = :10;

-- operators
select "OPERATOR_NO", "LOGIN_ACCOUNT", "OPERATOR_NAME", "MASKED_MOBILE", "SEALED_MOBILE", "STATE", "OFFICER_KIND", "ROLE_CODES", "SCOPE_KIND", "REGION_CODE", "INSTITUTION_NO", "REMARK", "CREATED_AT", "ROW_MAC", "VERSION" from "CONSOLE_OPERATOR" where "OPERATOR_NO" = :1 fetch first :2 rows only;
select "OPERATOR_NO", "LOGIN_ACCOUNT", "OPERATOR_NAME", "MASKED_MOBILE", "SEALED_MOBILE", "STATE", "OFFICER_KIND", "ROLE_CODES", "SCOPE_KIND", "REGION_CODE", "INSTITUTION_NO", "REMARK", "CREATED_AT", "ROW_MAC", "VERSION" from "CONSOLE_OPERATOR" where "OFFICER_KIND" in (:1, :2, :3) order by "OPERATOR_NO" asc fetch first :4 rows only;
select count(*) as "TOTAL" from "CONSOLE_OPERATOR";
select "OPERATOR_NO", "PASSWORD_HASH", "PASSWORD_CHANGED_AT", "MUST_CHANGE", "FORMER_PASSWORDS", "SECOND_FACTOR", "ACTIVATION_HASH", "ACTIVATION_UNTIL", "ROW_MAC", "VERSION" from "OPERATOR_CREDENTIAL" where "OPERATOR_NO" = :1 fetch first :2 rows only;
select "ROLE_CODE", "ROLE_NAME", "PERMISSION_LIST", "REMARK", "CREATED_AT", "ROW_MAC", "VERSION" from "OPERATOR_ROLE" order by "ROLE_CODE" asc fetch first :1 rows only;
select "OPERATOR_NO", "LOGIN_ACCOUNT", "OPERATOR_NAME", "MASKED_MOBILE", "SEALED_MOBILE", "STATE", "OFFICER_KIND", "ROLE_CODES", "SCOPE_KIND", "REGION_CODE", "INSTITUTION_NO", "REMARK", "CREATED_AT", "ROW_MAC", "VERSION" from "CONSOLE_OPERATOR" order by "OPERATOR_NO" asc fetch first :1 rows only;
select "REQUEST_NO", "OPERATOR_NO", "OPERATOR_VERSION", "OFFICER_KIND", "ROLE_CODES", "SCOPE_KIND", "REGION_CODE", "INSTITUTION_NO", "STATE", "ASKED_BY", "DECIDED_BY", "REMARK", "OPINION", "ASKED_AT", "DECIDED_AT", "ROW_MAC", "VERSION" from "GRANT_REQUEST" where "STATE" = :1 order by "ASKED_AT" asc, "REQUEST_NO" asc fetch first :2 rows only;
select "TOKEN_HASH", "SESSION_NO", "OPERATOR_NO", "SESSION_STAGE", "FROM_ADDRESS", "BEGAN_AT", "SEEN_AT", "PROVED_AT", "ENDED_AT", "END_CAUSE", "IS_OPEN", "ROW_MAC", "VERSION" from "OPERATOR_SESSION" where "TOKEN_HASH" = :1 fetch first :2 rows only;
select "RECOVERY_NO", "RESTORED_AT", "BACKUP_TAKEN_AT", "PAYMENTS_RELEASED_AT", "REFUNDS_RELEASED_AT", "CALLBACKS_RELEASED_AT", "ENDED_AT", "VERSION" from "RECOVERY_MARK" order by "RESTORED_AT" desc, "RECOVERY_NO" desc fetch first :1 rows only;
select "TOKEN_HASH", "SESSION_NO", "OPERATOR_NO", "SESSION_STAGE", "FROM_ADDRESS", "BEGAN_AT", "SEEN_AT", "PROVED_AT", "ENDED_AT", "END_CAUSE", "IS_OPEN", "ROW_MAC", "VERSION" from "OPERATOR_SESSION" where "OPERATOR_NO" = :1 and "IS_OPEN" = :2 order by "BEGAN_AT" desc, "SESSION_NO" desc fetch first :3 rows only;
select "CHALLENGE_NO", "PURPOSE", "NONCE", "SEALED_KEY", "SEALED_CAPTCHA", "SESSION_NO", "MADE_AT", "USED_AT", "VERSION" from "SIGN_IN_CHALLENGE" where "CHALLENGE_NO" = :1 fetch first :2 rows only;
select "REQUEST_NO", "OPERATOR_NO", "OPERATOR_VERSION", "OFFICER_KIND", "ROLE_CODES", "SCOPE_KIND", "REGION_CODE", "INSTITUTION_NO", "STATE", "ASKED_BY", "DECIDED_BY", "REMARK", "OPINION", "ASKED_AT", "DECIDED_AT", "ROW_MAC", "VERSION" from "GRANT_REQUEST" where "REQUEST_NO" = :1 fetch first :2 rows only;
select "KEY_NO", "OPERATOR_NO", "PUBLIC_KEY", "KEY_PRINT", "STATE", "ASKED_BY", "ASKED_AT", "DECIDED_BY", "DECIDED_AT", "REMARK", "ROW_MAC", "VERSION" from "OPERATOR_KEY" where "KEY_NO" = :1 fetch first :2 rows only;
select "KEY_NO", "OPERATOR_NO", "PUBLIC_KEY", "KEY_PRINT", "STATE", "ASKED_BY", "ASKED_AT", "DECIDED_BY", "DECIDED_AT", "REMARK", "ROW_MAC", "VERSION" from "OPERATOR_KEY" where "OPERATOR_NO" = :1 order by "ASKED_AT" desc, "KEY_NO" desc fetch first :2 rows only;

-- operators.put…
select "OPERATOR_NO", "LOGIN_ACCOUNT", "OPERATOR_NAME", "MASKED_MOBILE", "SEALED_MOBILE", "STATE", "OFFICER_KIND", "ROLE_CODES", "SCOPE_KIND", "REGION_CODE", "INSTITUTION_NO", "REMARK", "CREATED_AT", "ROW_MAC", "VERSION" from "CONSOLE_OPERATOR" where "OPERATOR_NO" = :1 for update;
select "ROLE_CODE", "ROLE_NAME", "PERMISSION_LIST", "REMARK", "CREATED_AT", "ROW_MAC", "VERSION" from "OPERATOR_ROLE" where "ROLE_CODE" = :1 for update;
update "CONSOLE_OPERATOR" set "OPERATOR_NAME" = :1, "MASKED_MOBILE" = :2, "STATE" = :3, "OFFICER_KIND" = :4, "ROLE_CODES" = :5, "SCOPE_KIND" = :6, "REGION_CODE" = :7, "INSTITUTION_NO" = :8, "REMARK" = :9, "ROW_MAC" = :10, "VERSION" = :11 where "OPERATOR_NO" = :12 and "LOGIN_ACCOUNT" = :13 and "VERSION" = :14;
update "CONSOLE_OPERATOR" set "SEALED_MOBILE" = :1 where "OPERATOR_NO" = :2;
update "OPERATOR_CREDENTIAL" set "PASSWORD_HASH" = :1, "PASSWORD_CHANGED_AT" = :2, "MUST_CHANGE" = :3, "FORMER_PASSWORDS" = :4, "SECOND_FACTOR" = :5, "ACTIVATION_HASH" = :6, "ACTIVATION_UNTIL" = :7, "ROW_MAC" = :8, "VERSION" = :9 where "OPERATOR_NO" = :10 and "VERSION" = :11;
update "OPERATOR_ROLE" set "ROLE_NAME" = :1, "PERMISSION_LIST" = :2, "REMARK" = :3, "ROW_MAC" = :4, "VERSION" = :5 where "ROLE_CODE" = :6 and "VERSION" = :7;
update "OPERATOR_SESSION" set "SESSION_STAGE" = :1, "FROM_ADDRESS" = :2, "SEEN_AT" = :3, "PROVED_AT" = :4, "ENDED_AT" = :5, "END_CAUSE" = :6, "IS_OPEN" = :7, "ROW_MAC" = :8, "VERSION" = :9 where "TOKEN_HASH" = :10 and "SESSION_NO" = :11 and "OPERATOR_NO" = :12 and "VERSION" = :13;
update "SIGN_IN_TRIES" set "WRONG_AT_LIST" = :1, "LOCKED_UNTIL" = :2, "VERSION" = :3 where "TRY_HOLDER" = :4 and "VERSION" = :5;
update "SIGN_IN_CHALLENGE" set "USED_AT" = :1, "VERSION" = :2 where "CHALLENGE_NO" = :3 and "VERSION" = :4;
select "CHALLENGE_NO" from "SIGN_IN_CHALLENGE" where "MADE_AT" < :1 order by "MADE_AT" asc, "CHALLENGE_NO" asc fetch first :2 rows only;
delete from "SIGN_IN_CHALLENGE" where "CHALLENGE_NO" in (:1);
select "TOKEN_HASH" from "OPERATOR_SESSION" where "ENDED_AT" < :1 order by "ENDED_AT" asc, "TOKEN_HASH" asc fetch first :2 rows only;
delete from "OPERATOR_SESSION" where "TOKEN_HASH" in (:1);
select "TRY_HOLDER", "WRONG_AT_LIST", "LOCKED_UNTIL", "VERSION" from "SIGN_IN_TRIES" where "TRY_HOLDER" > :1 order by "TRY_HOLDER" asc fetch first :2 rows only;
update "GRANT_REQUEST" set "OPERATOR_NO" = :1, "OPERATOR_VERSION" = :2, "OFFICER_KIND" = :3, "ROLE_CODES" = :4, "SCOPE_KIND" = :5, "REGION_CODE" = :6, "INSTITUTION_NO" = :7, "STATE" = :8, "ASKED_BY" = :9, "DECIDED_BY" = :10, "REMARK" = :11, "OPINION" = :12, "ASKED_AT" = :13, "DECIDED_AT" = :14, "ROW_MAC" = :15, "VERSION" = :16 where "REQUEST_NO" = :17 and "VERSION" = :18;
update "OPERATOR_KEY" set "STATE" = :1, "ASKED_BY" = :2, "ASKED_AT" = :3, "DECIDED_BY" = :4, "DECIDED_AT" = :5, "REMARK" = :6, "ROW_MAC" = :7, "VERSION" = :8 where "KEY_NO" = :9 and "VERSION" = :10;

-- exports
select "EXPORT_NO", "OPERATOR_NO", "LIST_NAME", "PARAMETER_LIST", "ROW_SCOPE", "RUN_PLACE", "STATE", "ROWS_WRITTEN", "FILE_NO", "FILE_NAME", "FAIL_CAUSE", "STARTED_AT", "SEEN_AT", "ENDED_AT", "VERSION" from "LIST_EXPORT" where "EXPORT_NO" = :1 fetch first :2 rows only;
select "EXPORT_NO", "OPERATOR_NO", "LIST_NAME", "PARAMETER_LIST", "ROW_SCOPE", "RUN_PLACE", "STATE", "ROWS_WRITTEN", "FILE_NO", "FILE_NAME", "FAIL_CAUSE", "STARTED_AT", "SEEN_AT", "ENDED_AT", "VERSION" from "LIST_EXPORT" where "FILE_NO" = :1 fetch first :2 rows only;
select "EXPORT_NO", "OPERATOR_NO", "LIST_NAME", "PARAMETER_LIST", "ROW_SCOPE", "RUN_PLACE", "STATE", "ROWS_WRITTEN", "FILE_NO", "FILE_NAME", "FAIL_CAUSE", "STARTED_AT", "SEEN_AT", "ENDED_AT", "VERSION" from "LIST_EXPORT" where "RUN_PLACE" in (:1, :2) order by "RUN_PLACE" asc;
select "EXPORT_NO", "OPERATOR_NO", "LIST_NAME", "PARAMETER_LIST", "ROW_SCOPE", "RUN_PLACE", "STATE", "ROWS_WRITTEN", "FILE_NO", "FILE_NAME", "FAIL_CAUSE", "STARTED_AT", "SEEN_AT", "ENDED_AT", "VERSION" from "LIST_EXPORT" where "STATE" = :1 and "SEEN_AT" < :2 order by "SEEN_AT" asc, "EXPORT_NO" asc fetch first :3 rows only;

-- exports.put
update "LIST_EXPORT" set "RUN_PLACE" = :1, "STATE" = :2, "ROWS_WRITTEN" = :3, "FILE_NO" = :4, "FILE_NAME" = :5, "FAIL_CAUSE" = :6, "SEEN_AT" = :7, "ENDED_AT" = :8, "VERSION" = :9 where "EXPORT_NO" = :10 and "VERSION" = :11;

-- keptFiles.forgetExports, a part
select "FILE_NO", "CHUNK_COUNT", "KEPT_AT" from "KEPT_EXPORT" where "KEPT_AT" < :1 order by "KEPT_AT" asc, "FILE_NO" asc fetch first :2 rows only;
select "FILE_NO", "CHUNK_COUNT", "KEPT_AT" from "KEPT_EXPORT" where "FILE_NO" = :1 for update;
update "KEPT_EXPORT" set "CHUNK_COUNT" = :1 where "FILE_NO" = :2;

-- keptFiles.forgetExports
delete from "KEPT_EXPORT" where "FILE_NO" = :1;

-- alerts
select "ALERT_NO", "WAIT_PLACE", "ALERT_TYPE", "ALERT_LEVEL", "EVENT_NAME", "MESSAGE_TEXT", "RELATED_ORDER_NO", "RAISE_COUNT", "FIRST_AT", "LAST_AT", "STATE", "HANDLED_BY", "HANDLED_AT", "REMARK", "VERSION" from "CONSOLE_ALERT" where "ALERT_NO" = :1 fetch first :2 rows only;
select "ALERT_NO", "WAIT_PLACE", "ALERT_TYPE", "ALERT_LEVEL", "EVENT_NAME", "MESSAGE_TEXT", "RELATED_ORDER_NO", "RAISE_COUNT", "FIRST_AT", "LAST_AT", "STATE", "HANDLED_BY", "HANDLED_AT", "REMARK", "VERSION" from "CONSOLE_ALERT" where "STATE" = :1 order by "LAST_AT" asc, "ALERT_NO" asc fetch first :2 rows only;

-- alerts.put
select "ALERT_NO", "WAIT_PLACE", "ALERT_TYPE", "ALERT_LEVEL", "EVENT_NAME", "MESSAGE_TEXT", "RELATED_ORDER_NO", "RAISE_COUNT", "FIRST_AT", "LAST_AT", "STATE", "HANDLED_BY", "HANDLED_AT", "REMARK", "VERSION" from "CONSOLE_ALERT" where "WAIT_PLACE" = :1 for update;
update "CONSOLE_ALERT" set "WAIT_PLACE" = :1, "ALERT_LEVEL" = :2, "MESSAGE_TEXT" = :3, "RAISE_COUNT" = :4, "LAST_AT" = :5, "STATE" = :6, "HANDLED_BY" = :7, "HANDLED_AT" = :8, "REMARK" = :9, "VERSION" = :10 where "ALERT_NO" = :11 and "VERSION" = :12;

-- menus
select "MENU_KEY", "PARENT_KEY", "MENU_NAME", "MENU_TYPE", "PAGE_KEY", "SORT_NO", "ENABLED", "MENU_ORIGIN", "REMARK", "VERSION" from "CONSOLE_MENU" order by "MENU_KEY" asc fetch first :1 rows only;

-- menus.put
select "MENU_KEY", "PARENT_KEY", "MENU_NAME", "MENU_TYPE", "PAGE_KEY", "SORT_NO", "ENABLED", "MENU_ORIGIN", "REMARK", "VERSION" from "CONSOLE_MENU" where "MENU_KEY" = :1 for update;
update "CONSOLE_MENU" set "PARENT_KEY" = :1, "MENU_NAME" = :2, "SORT_NO" = :3, "ENABLED" = :4, "REMARK" = :5, "VERSION" = :6 where "MENU_KEY" = :7 and "VERSION" = :8;

-- logBooks.newestBeyond
select "LOGGED_AT" from "PLATFORM_LOG" order by "LOGGED_AT" desc, "LOG_NO" desc offset :1 rows fetch next :2 rows only;

-- logBooks.forget
select "LOG_NO" from "PLATFORM_LOG" where "LOGGED_AT" < :1 order by "LOGGED_AT" asc, "LOG_NO" asc fetch first :2 rows only;
delete from "PLATFORM_LOG" where "LOG_NO" in (:1);

-- issues
select "ISSUE_NO", "ISSUE_TYPE", "RELATED_ORDER_NO", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_NO", "BIZ_ORDER_NO", "SEALED_DESCRIPTION", "MASKED_MOBILE", "SEALED_MOBILE", "STATE", "SEALED_SOLUTION", "SOLVED_BY", "SOLVED_AT", "REGISTERED_BY", "REGISTERED_AT", "STEP_COUNT", "ATTACHMENT_COUNT", "ATTACHMENT_BYTES", "FORGOTTEN_AT", "VERSION" from "DESK_ISSUE" where "ISSUE_NO" = :1 fetch first :2 rows only;
select "ISSUE_NO", "STEP_NO", "STEP_KIND", "SEALED_WORDS", "DONE_BY", "DONE_AT" from "ISSUE_STEP" where "ISSUE_NO" = :1 order by "STEP_NO" asc fetch first :2 rows only;
select "ATTACHMENT_NO", "FILE_NAME", "FILE_KIND", "BYTE_SIZE", "FILE_DIGEST", "SCAN_VERDICT", "STATE", "UPLOADED_BY", "UPLOADED_AT", "ISSUE_NO", "STEP_NO", "VERSION" from "ISSUE_ATTACHMENT" where "ISSUE_NO" = :1 order by "STEP_NO" asc, "ATTACHMENT_NO" asc fetch first :2 rows only;
select "ATTACHMENT_NO", "FILE_NAME", "FILE_KIND", "BYTE_SIZE", "FILE_DIGEST", "SCAN_VERDICT", "STATE", "UPLOADED_BY", "UPLOADED_AT", "ISSUE_NO", "STEP_NO", "VERSION" from "ISSUE_ATTACHMENT" where "ATTACHMENT_NO" = :1 fetch first :2 rows only;
select "ATTACHMENT_NO", "FILE_NAME", "FILE_KIND", "BYTE_SIZE", "FILE_DIGEST", "SCAN_VERDICT", "STATE", "UPLOADED_BY", "UPLOADED_AT", "ISSUE_NO", "STEP_NO", "VERSION" from "ISSUE_ATTACHMENT" where "STATE" in (:1, :2, :3) and "UPLOADED_AT" < :4 order by "UPLOADED_AT" asc, "ATTACHMENT_NO" asc fetch first :5 rows only;
select "ISSUE_NO" from "DESK_ISSUE" where "FORGOTTEN_AT" is null and "SOLVED_AT" < :1 order by "SOLVED_AT" asc, "ISSUE_NO" asc fetch first :2 rows only;

-- issues.put
select "ISSUE_NO", "ISSUE_TYPE", "RELATED_ORDER_NO", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_NO", "BIZ_ORDER_NO", "SEALED_DESCRIPTION", "MASKED_MOBILE", "SEALED_MOBILE", "STATE", "SEALED_SOLUTION", "SOLVED_BY", "SOLVED_AT", "REGISTERED_BY", "REGISTERED_AT", "STEP_COUNT", "ATTACHMENT_COUNT", "ATTACHMENT_BYTES", "FORGOTTEN_AT", "VERSION" from "DESK_ISSUE" where "ISSUE_NO" = :1 for update;
update "DESK_ISSUE" set "STATE" = :1, "SEALED_SOLUTION" = :2, "SOLVED_BY" = :3, "SOLVED_AT" = :4, "STEP_COUNT" = :5, "ATTACHMENT_COUNT" = :6, "ATTACHMENT_BYTES" = :7, "VERSION" = :8 where "ISSUE_NO" = :9 and "VERSION" = :10;
update "ISSUE_ATTACHMENT" set "FILE_DIGEST" = :1, "SCAN_VERDICT" = :2, "STATE" = :3, "ISSUE_NO" = :4, "STEP_NO" = :5, "VERSION" = :6 where "ATTACHMENT_NO" = :7 and "VERSION" = :8;
select "OPERATOR_NO", "HOUR_BEGAN", "FILE_COUNT", "BYTE_COUNT", "VERSION" from "UPLOAD_ALLOWANCE" where "OPERATOR_NO" = :1 for update;
update "UPLOAD_ALLOWANCE" set "HOUR_BEGAN" = :1, "FILE_COUNT" = :2, "BYTE_COUNT" = :3, "VERSION" = :4 where "OPERATOR_NO" = :5 and "VERSION" = :6;

-- issues.forget
select "ISSUE_NO", "SOLVED_AT", "SEALED_DESCRIPTION", "MASKED_MOBILE", "SEALED_MOBILE", "SEALED_SOLUTION", "FORGOTTEN_AT", "VERSION" from "DESK_ISSUE" where "ISSUE_NO" = :1 for update;
update "DESK_ISSUE" set "SEALED_DESCRIPTION" = :1, "MASKED_MOBILE" = :2, "SEALED_MOBILE" = :3, "SEALED_SOLUTION" = :4, "FORGOTTEN_AT" = :5, "VERSION" = :6 where "ISSUE_NO" = :7 and "VERSION" = :8;
update "ISSUE_STEP" set "SEALED_WORDS" = :1 where "ISSUE_NO" = :2;

-- forgetting.put
update "FORGETTING_ROUND" set "TURN_OWNER" = :1, "TURN_UNTIL" = :2, "COUNT_LIST" = :3, "VERSION" = :4 where "ROUND_KIND" = :5 and "VERSION" = :6;

-- issues.removeAttachment
delete from "ISSUE_ATTACHMENT" where "ATTACHMENT_NO" = :1 and "VERSION" = :2;
