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

-- a column added later
alter table "PAYEE" add "REMARK" varchar2(400 byte);

-- what is there
select "TABLE_NAME" from "USER_TABLES" where "TABLE_NAME" = :1;
select "TABLE_NAME", "COLUMN_NAME" from "USER_TAB_COLUMNS" where "TABLE_NAME" = :1 and "COLUMN_NAME" = :2;
select "TABLE_NAME", "INDEX_NAME" from "USER_INDEXES" where "TABLE_NAME" = :1 and "INDEX_NAME" = :2;

-- orders.add
insert into "PAY_ORDER" ("BILL_DETAIL_URL", "BIZ_DISCOUNT_AMOUNT", "BIZ_ORDER_NO", "CASHIER_TOKEN", "CHANNEL_DISCOUNT_AMOUNT", "CHANNEL_ORDER_NO", "CLOSED_AT", "CONTENT_DIGEST", "CREATED_AT", "DEV_ID", "EXPIRES_AT", "MERCHANT_NO", "NONTAX_INFO", "NOTIFY_URL", "ORDER_AMOUNT", "ORDER_DATE", "ORDER_DESCRIPTION", "ORDER_TIME", "ORDER_TITLE", "PAID_AT", "PAID_ATTEMPT_NO", "PASSBACK_PARAMS", "PAY_CHANNEL", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_NAME", "PAYER_NAME_INDEX", "PLATFORM_ORDER_NO", "RETURN_URL", "STATE", "STATE_MSG", "SUB_ORDERS", "TERMINAL", "USER_ID", "VALID_MINUTES", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15, :16, :17, :18, :19, :20, :21, :22, :23, :24, :25, :26, :27, :28, :29, :30, :31, :32, :33, :34, :35, :36, :37, :38);
select "ARCHIVE_NAME", "BEGUN_AT" from "ARCHIVE_MARK" where "ARCHIVE_NAME" = :1 fetch first :2 rows only;

-- attempts.add
insert into "PAY_ATTEMPT" ("AMOUNT", "ANSWERED_AT", "ATTEMPT_NO", "BUSY", "CANCEL_ASKED_AT", "CHANNEL_DISCOUNT_AMOUNT", "CHANNEL_MERCHANT_ID", "CHANNEL_ORDER_NO", "CHANNEL_TIME", "CLEARING_DAY", "CODE_DIGEST", "CREATED_AT", "LIMIT_AT", "MERCHANT_NO", "PAID_AT", "PAID_BY_PAYER", "PAY_CHANNEL", "PAY_METHOD", "PLATFORM_ORDER_NO", "QUERIES_ASKED", "REASON", "RECEIVED_AT", "RECORDED_AT", "SENT_AT", "STATE", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15, :16, :17, :18, :19, :20, :21, :22, :23, :24, :25, :26);

-- refunds.add
insert into "PAY_REFUND" ("APPROVAL_REMARK", "APPROVAL_STATE", "APPROVED_BY", "ATTEMPT_NO", "BIZ_REFUND_ORDER_NO", "CHANNEL_REFUND_NO", "CONTENT_DIGEST", "CREATED_AT", "DEV_ID", "MERCHANT_NO", "NONTAX_REFUND_REF", "NOTIFY_URL", "ORIGIN", "PASSBACK_PARAMS", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "QUERIES_ASKED", "REFUND_AMOUNT", "REFUND_ORDER_DATE", "REFUND_REASON", "REFUND_TITLE", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "REFUNDED_AT", "REQUESTED_BY", "SENT_AT", "STATE", "STATE_MSG", "SUB_MERCHANT_NO", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15, :16, :17, :18, :19, :20, :21, :22, :23, :24, :25, :26, :27, :28, :29, :30);

-- callbacks.add
select "CALLBACK_ID", "KIND", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "TARGET_URL", "TOLD_STATE", "CONTENT_TEXT", "PASSBACK_PARAMS", "STATE", "TRIES", "FIRST_TRIED_AT", "LAST_TRIED_AT", "NEXT_TRY_AT", "LAST_ANSWER", "ACCEPTED_AT", "CREATED_AT", "VERSION" from "MERCHANT_CALLBACK" where "CALLBACK_ID" = :1 fetch first :2 rows only;
insert into "MERCHANT_CALLBACK" ("ACCEPTED_AT", "CALLBACK_ID", "CONTENT_TEXT", "CREATED_AT", "DEV_ID", "FIRST_TRIED_AT", "KIND", "LAST_ANSWER", "LAST_TRIED_AT", "MERCHANT_NO", "NEXT_TRY_AT", "PASSBACK_PARAMS", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "STATE", "TARGET_URL", "TOLD_STATE", "TRIES", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15, :16, :17, :18, :19);

-- abnormalOrders.add
select "ABNORMAL_ID", "KIND", "PLATFORM_ORDER_NO", "MERCHANT_NO", "ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "REMARK", "HANDLE_STATE", "CREATED_AT", "VERSION" from "ABNORMAL_ORDER" where "ABNORMAL_ID" = :1 fetch first :2 rows only;
insert into "ABNORMAL_ORDER" ("ABNORMAL_ID", "AMOUNT", "ATTEMPT_NO", "CHANNEL_ORDER_NO", "CREATED_AT", "HANDLE_STATE", "KIND", "MERCHANT_NO", "PAY_CHANNEL", "PLATFORM_ORDER_NO", "REMARK", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12);

-- repeatPayments.add
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "HANDLE_STATE", "PAID_AT", "CREATED_AT", "VERSION" from "REPEAT_PAYMENT" where "ATTEMPT_NO" = :1 fetch first :2 rows only;
insert into "REPEAT_PAYMENT" ("AMOUNT", "ATTEMPT_NO", "CHANNEL_ORDER_NO", "CREATED_AT", "HANDLE_STATE", "MERCHANT_NO", "PAID_AT", "PAY_CHANNEL", "PLATFORM_ORDER_NO", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10);

-- audit.append
insert into "AUDIT_ENTRY" ("ACTION", "ACTOR_ADDRESS", "ACTOR_CODE", "ACTOR_KIND", "DESCRIPTION", "ENTRY_ID", "ENTRY_MAC", "FACTS_AFTER", "FACTS_BEFORE", "HAPPENED_AT", "LINK_MAC", "OBJECT_KIND", "OBJECT_NO", "REQUEST_ID", "SEQ") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14, :15);

-- outbox.enqueue
select "JOB_ID", "TOPIC", "JOB_KEY", "STATE", "DUE_AT", "AGAIN_AT", "ATTEMPTS", "OWNER", "CLAIM_TOKEN", "LEASE_UNTIL", "LAST_ERROR", "CREATED_AT" from "OUTBOX" where "TOPIC" = :1 and "JOB_KEY" = :2 for update;
insert into "OUTBOX" ("AGAIN_AT", "ATTEMPTS", "CLAIM_TOKEN", "CREATED_AT", "DUE_AT", "JOB_ID", "JOB_KEY", "LAST_ERROR", "LEASE_UNTIL", "OWNER", "STATE", "TOPIC") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12);

-- orders.byBizNo
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION" from "PAY_ORDER" where "DEV_ID" = :1 and "MERCHANT_NO" = :2 and "BIZ_ORDER_NO" = :3 fetch first :4 rows only;

-- orders.byCashierToken
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION" from "PAY_ORDER" where "CASHIER_TOKEN" = :1 fetch first :2 rows only;

-- orders.paidOfUser
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION" from "PAY_ORDER" where "DEV_ID" = :1 and "USER_ID" = :2 and "STATE" = :3 and "MERCHANT_NO" in (:4, :5) and "CREATED_AT" >= :6 and "CREATED_AT" <= :7 and ("CREATED_AT" < :8 or ("CREATED_AT" = :9 and "PLATFORM_ORDER_NO" < :10)) order by "CREATED_AT" desc, "PLATFORM_ORDER_NO" desc fetch first :11 rows only;

-- orders.paidOfUser, no payee
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION" from "PAY_ORDER" where "DEV_ID" = :1 and "USER_ID" = :2 and "STATE" = :3 and 1 = :4 order by "CREATED_AT" desc, "PLATFORM_ORDER_NO" desc fetch first :5 rows only;

-- directoryEditor, new
select "DEV_ID", "DEVELOPER_NAME", "SIGN_ALGORITHM", "SM2_ENCODING", "SM2_USER_ID", "PUBLIC_KEYS", "ENABLED", "ALLOWED_ORIGINS", "ALLOWED_ADDRESSES", "ALLOWED_METHODS", "MERCHANT_NOS", "REQUESTS_PER_SECOND", "VERSION" from "DEVELOPER" where "DEV_ID" = :1 for update;
insert into "DEVELOPER" ("ALLOWED_ADDRESSES", "ALLOWED_METHODS", "ALLOWED_ORIGINS", "DEV_ID", "DEVELOPER_NAME", "ENABLED", "MERCHANT_NOS", "PUBLIC_KEYS", "REQUESTS_PER_SECOND", "SIGN_ALGORITHM", "SM2_ENCODING", "SM2_USER_ID", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13);
select "MERCHANT_NO", "PAYEE_NAME", "INSTITUTION_NO", "REGION_CODE", "ENABLED", "PAY_NOTIFY_URL", "REFUND_NOTIFY_URL", "DEFAULT_RETURN_URL", "REFUND_REVIEW_REQUIRED", "REFUND_REVIEW_ABOVE", "CALLBACK_ON_FAILED", "REPEAT_REFUND_BY_RULE", "SUB_MERCHANTS", "VERSION" from "PAYEE" where "MERCHANT_NO" = :1 for update;
insert into "PAYEE" ("CALLBACK_ON_FAILED", "DEFAULT_RETURN_URL", "ENABLED", "INSTITUTION_NO", "MERCHANT_NO", "PAY_NOTIFY_URL", "PAYEE_NAME", "REFUND_NOTIFY_URL", "REFUND_REVIEW_ABOVE", "REFUND_REVIEW_REQUIRED", "REGION_CODE", "REPEAT_REFUND_BY_RULE", "SUB_MERCHANTS", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10, :11, :12, :13, :14);
select "CHANNEL_MERCHANT_ID", "PAY_CHANNEL", "CHANNEL_MERCHANT_NAME", "CHANNEL_MERCHANT_NO", "CHANNEL_APP_ID", "ENVIRONMENT", "KEY_NAME", "SETTINGS_TEXT", "ENABLED", "VERSION" from "CHANNEL_MERCHANT" where "CHANNEL_MERCHANT_ID" = :1 for update;
insert into "CHANNEL_MERCHANT" ("CHANNEL_APP_ID", "CHANNEL_MERCHANT_ID", "CHANNEL_MERCHANT_NAME", "CHANNEL_MERCHANT_NO", "ENABLED", "ENVIRONMENT", "KEY_NAME", "PAY_CHANNEL", "SETTINGS_TEXT", "VERSION") values (:1, :2, :3, :4, :5, :6, :7, :8, :9, :10);
select "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_MERCHANT_ID", "PAY_METHODS", "ENABLED", "VERSION" from "PAYEE_CHANNEL" where "MERCHANT_NO" = :1 and "CHANNEL_MERCHANT_ID" = :2 for update;
insert into "PAYEE_CHANNEL" ("CHANNEL_MERCHANT_ID", "ENABLED", "MERCHANT_NO", "PAY_CHANNEL", "PAY_METHODS", "VERSION") values (:1, :2, :3, :4, :5, :6);

-- archive.page, begin, turns
select "PLATFORM_ORDER_NO" from "PAY_ORDER" where "PLATFORM_ORDER_NO" > :1 order by "PLATFORM_ORDER_NO" asc fetch first :2 rows only;
insert into "ARCHIVE_MARK" ("ARCHIVE_NAME", "BEGUN_AT") values (:1, :2);
insert into "WORK_LEASE" ("LEASE_NAME", "LEASE_OWNER", "LEASE_UNTIL") values (:1, :2, :3);
update "WORK_LEASE" set "LEASE_OWNER" = :1, "LEASE_UNTIL" = :2 where "LEASE_NAME" = :3 and ("LEASE_OWNER" = :4 or "LEASE_UNTIL" <= :5);
update "WORK_LEASE" set "LEASE_OWNER" = :1, "LEASE_UNTIL" = :2 where "LEASE_NAME" = :3 and "LEASE_OWNER" = :4;

-- jobBoard.forgetArchived
select "JOB_ID" from "OUTBOX_ARCHIVE" where "DUE_AT" < :1 order by "DUE_AT" asc, "JOB_ID" asc fetch first :2 rows only;

-- jobBoard.nextDueAt, counts
select "DUE_AT" from "OUTBOX" where "STATE" = :1 order by "DUE_AT" asc, "JOB_ID" asc fetch first :2 rows only;
select "TOPIC", "STATE", count(*) as "JOBS" from "OUTBOX" where "STATE" in (:1, :2) group by "TOPIC", "STATE";

-- orders.take, put
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION" from "PAY_ORDER" where "PLATFORM_ORDER_NO" = :1 for update;
update "PAY_ORDER" set "STATE" = :1, "STATE_MSG" = :2, "EXPIRES_AT" = :3, "CLOSED_AT" = :4, "PAID_AT" = :5, "PAID_ATTEMPT_NO" = :6, "PAY_CHANNEL" = :7, "CHANNEL_ORDER_NO" = :8, "CHANNEL_DISCOUNT_AMOUNT" = :9, "VERSION" = :10 where "PLATFORM_ORDER_NO" = :11 and "VERSION" = :12;

-- attempts.put
update "PAY_ATTEMPT" set "PAY_CHANNEL" = :1, "PAY_METHOD" = :2, "CHANNEL_MERCHANT_ID" = :3, "AMOUNT" = :4, "STATE" = :5, "BUSY" = :6, "CHANNEL_TIME" = :7, "LIMIT_AT" = :8, "CODE_DIGEST" = :9, "CHANNEL_ORDER_NO" = :10, "PAID_AT" = :11, "PAID_BY_PAYER" = :12, "CHANNEL_DISCOUNT_AMOUNT" = :13, "CLEARING_DAY" = :14, "REASON" = :15, "CANCEL_ASKED_AT" = :16, "QUERIES_ASKED" = :17, "RECEIVED_AT" = :18, "SENT_AT" = :19, "ANSWERED_AT" = :20, "RECORDED_AT" = :21, "VERSION" = :22 where "ATTEMPT_NO" = :23 and "VERSION" = :24;

-- refunds.put
update "PAY_REFUND" set "ORIGIN" = :1, "REFUND_ORDER_DATE" = :2, "REFUND_TITLE" = :3, "REFUND_REASON" = :4, "NOTIFY_URL" = :5, "PASSBACK_PARAMS" = :6, "SUB_MERCHANT_NO" = :7, "NONTAX_REFUND_REF" = :8, "STATE" = :9, "STATE_MSG" = :10, "APPROVAL_STATE" = :11, "APPROVAL_REMARK" = :12, "REQUESTED_BY" = :13, "APPROVED_BY" = :14, "REFUND_TRADE_NO" = :15, "REFUND_TRADE_TIME" = :16, "CHANNEL_REFUND_NO" = :17, "QUERIES_ASKED" = :18, "SENT_AT" = :19, "REFUNDED_AT" = :20, "VERSION" = :21 where "PLATFORM_REFUND_ORDER_NO" = :22 and "VERSION" = :23;

-- callbacks.put
update "MERCHANT_CALLBACK" set "TARGET_URL" = :1, "STATE" = :2, "TRIES" = :3, "FIRST_TRIED_AT" = :4, "LAST_TRIED_AT" = :5, "NEXT_TRY_AT" = :6, "LAST_ANSWER" = :7, "ACCEPTED_AT" = :8, "VERSION" = :9 where "CALLBACK_ID" = :10 and "VERSION" = :11;

-- abnormalOrders.put
update "ABNORMAL_ORDER" set "KIND" = :1, "PLATFORM_ORDER_NO" = :2, "MERCHANT_NO" = :3, "ATTEMPT_NO" = :4, "PAY_CHANNEL" = :5, "CHANNEL_ORDER_NO" = :6, "AMOUNT" = :7, "REMARK" = :8, "HANDLE_STATE" = :9, "CREATED_AT" = :10, "VERSION" = :11 where "ABNORMAL_ID" = :12 and "VERSION" = :13;

-- repeatPayments.put
update "REPEAT_PAYMENT" set "PLATFORM_ORDER_NO" = :1, "MERCHANT_NO" = :2, "PAY_CHANNEL" = :3, "CHANNEL_ORDER_NO" = :4, "AMOUNT" = :5, "HANDLE_STATE" = :6, "PAID_AT" = :7, "CREATED_AT" = :8, "VERSION" = :9 where "ATTEMPT_NO" = :10 and "VERSION" = :11;

-- attempts.ofOrder
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "AMOUNT", "STATE", "BUSY", "CHANNEL_TIME", "LIMIT_AT", "CODE_DIGEST", "CHANNEL_ORDER_NO", "PAID_AT", "PAID_BY_PAYER", "CHANNEL_DISCOUNT_AMOUNT", "CLEARING_DAY", "REASON", "CANCEL_ASKED_AT", "QUERIES_ASKED", "RECEIVED_AT", "SENT_AT", "ANSWERED_AT", "RECORDED_AT", "CREATED_AT", "VERSION" from "PAY_ATTEMPT" where "PLATFORM_ORDER_NO" = :1 order by "CREATED_AT" asc, "ATTEMPT_NO" asc fetch first :2 rows only;

-- refunds.byBizNo, byTradeNo, ofOrder
select "PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION" from "PAY_REFUND" where "DEV_ID" = :1 and "MERCHANT_NO" = :2 and "BIZ_REFUND_ORDER_NO" = :3 fetch first :4 rows only;
select "PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION" from "PAY_REFUND" where "REFUND_TRADE_NO" = :1 fetch first :2 rows only;
select "PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION" from "PAY_REFUND" where "PLATFORM_ORDER_NO" = :1 order by "CREATED_AT" asc, "PLATFORM_REFUND_ORDER_NO" asc fetch first :2 rows only;

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
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION" from "PAY_ORDER" where "PLATFORM_ORDER_NO" in (:1) order by "PLATFORM_ORDER_NO" asc for update;
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "AMOUNT", "STATE", "BUSY", "CHANNEL_TIME", "LIMIT_AT", "CODE_DIGEST", "CHANNEL_ORDER_NO", "PAID_AT", "PAID_BY_PAYER", "CHANNEL_DISCOUNT_AMOUNT", "CLEARING_DAY", "REASON", "CANCEL_ASKED_AT", "QUERIES_ASKED", "RECEIVED_AT", "SENT_AT", "ANSWERED_AT", "RECORDED_AT", "CREATED_AT", "VERSION" from "PAY_ATTEMPT" where "PLATFORM_ORDER_NO" in (:1) fetch first :2 rows only;
select "PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION" from "PAY_REFUND" where "PLATFORM_ORDER_NO" in (:1) fetch first :2 rows only;
select "CALLBACK_ID", "KIND", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "TARGET_URL", "TOLD_STATE", "CONTENT_TEXT", "PASSBACK_PARAMS", "STATE", "TRIES", "FIRST_TRIED_AT", "LAST_TRIED_AT", "NEXT_TRY_AT", "LAST_ANSWER", "ACCEPTED_AT", "CREATED_AT", "VERSION" from "MERCHANT_CALLBACK" where "PLATFORM_ORDER_NO" in (:1) fetch first :2 rows only;
select "ABNORMAL_ID", "KIND", "PLATFORM_ORDER_NO", "MERCHANT_NO", "ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "REMARK", "HANDLE_STATE", "CREATED_AT", "VERSION" from "ABNORMAL_ORDER" where "PLATFORM_ORDER_NO" in (:1) fetch first :2 rows only;
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "HANDLE_STATE", "PAID_AT", "CREATED_AT", "VERSION" from "REPEAT_PAYMENT" where "PLATFORM_ORDER_NO" in (:1) fetch first :2 rows only;
insert into "PAY_ORDER_ARCHIVE" ("PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION") select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION" from "PAY_ORDER" where "PLATFORM_ORDER_NO" in (:1);
delete from "PAY_ORDER" where "PLATFORM_ORDER_NO" in (:1);
select count(*) as "TOTAL" from "PAY_ORDER_ARCHIVE" where "PLATFORM_ORDER_NO" in (:1);
insert into "PAY_ATTEMPT_ARCHIVE" ("ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "AMOUNT", "STATE", "BUSY", "CHANNEL_TIME", "LIMIT_AT", "CODE_DIGEST", "CHANNEL_ORDER_NO", "PAID_AT", "PAID_BY_PAYER", "CHANNEL_DISCOUNT_AMOUNT", "CLEARING_DAY", "REASON", "CANCEL_ASKED_AT", "QUERIES_ASKED", "RECEIVED_AT", "SENT_AT", "ANSWERED_AT", "RECORDED_AT", "CREATED_AT", "VERSION") select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "AMOUNT", "STATE", "BUSY", "CHANNEL_TIME", "LIMIT_AT", "CODE_DIGEST", "CHANNEL_ORDER_NO", "PAID_AT", "PAID_BY_PAYER", "CHANNEL_DISCOUNT_AMOUNT", "CLEARING_DAY", "REASON", "CANCEL_ASKED_AT", "QUERIES_ASKED", "RECEIVED_AT", "SENT_AT", "ANSWERED_AT", "RECORDED_AT", "CREATED_AT", "VERSION" from "PAY_ATTEMPT" where "PLATFORM_ORDER_NO" in (:1);
delete from "PAY_ATTEMPT" where "PLATFORM_ORDER_NO" in (:1);
select count(*) as "TOTAL" from "PAY_ATTEMPT_ARCHIVE" where "PLATFORM_ORDER_NO" in (:1);
insert into "PAY_REFUND_ARCHIVE" ("PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION") select "PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION" from "PAY_REFUND" where "PLATFORM_ORDER_NO" in (:1);
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

-- auditChain.verify
select "HEAD_NAME", "LAST_SEQ", "LAST_MAC", "HEAD_MAC" from "AUDIT_HEAD" where "HEAD_NAME" = :1 fetch first :2 rows only;
select "ENTRY_ID", "HAPPENED_AT", "ACTOR_KIND", "ACTOR_CODE", "ACTOR_ADDRESS", "ACTION", "OBJECT_KIND", "OBJECT_NO", "DESCRIPTION", "FACTS_BEFORE", "FACTS_AFTER", "REQUEST_ID", "ENTRY_MAC", "SEQ", "LINK_MAC" from "AUDIT_ENTRY" where "SEQ" >= :1 order by "SEQ" asc, "HAPPENED_AT" asc, "ENTRY_ID" asc fetch first :2 rows only;

-- directory
select "DEV_ID", "DEVELOPER_NAME", "SIGN_ALGORITHM", "SM2_ENCODING", "SM2_USER_ID", "PUBLIC_KEYS", "ENABLED", "ALLOWED_ORIGINS", "ALLOWED_ADDRESSES", "ALLOWED_METHODS", "MERCHANT_NOS", "REQUESTS_PER_SECOND", "VERSION" from "DEVELOPER" where "DEV_ID" = :1 fetch first :2 rows only;
select "MERCHANT_NO", "PAYEE_NAME", "INSTITUTION_NO", "REGION_CODE", "ENABLED", "PAY_NOTIFY_URL", "REFUND_NOTIFY_URL", "DEFAULT_RETURN_URL", "REFUND_REVIEW_REQUIRED", "REFUND_REVIEW_ABOVE", "CALLBACK_ON_FAILED", "REPEAT_REFUND_BY_RULE", "SUB_MERCHANTS", "VERSION" from "PAYEE" where "MERCHANT_NO" = :1 fetch first :2 rows only;
select "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_MERCHANT_ID", "PAY_METHODS", "ENABLED", "VERSION" from "PAYEE_CHANNEL" where "MERCHANT_NO" = :1 order by "CHANNEL_MERCHANT_ID" asc fetch first :2 rows only;
select "CHANNEL_MERCHANT_ID", "PAY_CHANNEL", "CHANNEL_MERCHANT_NAME", "CHANNEL_MERCHANT_NO", "CHANNEL_APP_ID", "ENVIRONMENT", "KEY_NAME", "SETTINGS_TEXT", "ENABLED", "VERSION" from "CHANNEL_MERCHANT" where "CHANNEL_MERCHANT_ID" = :1 fetch first :2 rows only;

-- directoryEditor, known
update "PAYEE" set "PAYEE_NAME" = :1, "INSTITUTION_NO" = :2, "REGION_CODE" = :3, "ENABLED" = :4, "PAY_NOTIFY_URL" = :5, "REFUND_NOTIFY_URL" = :6, "DEFAULT_RETURN_URL" = :7, "REFUND_REVIEW_REQUIRED" = :8, "REFUND_REVIEW_ABOVE" = :9, "CALLBACK_ON_FAILED" = :10, "REPEAT_REFUND_BY_RULE" = :11, "SUB_MERCHANTS" = :12, "VERSION" = :13 where "MERCHANT_NO" = :14 and "VERSION" = :15;
