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

-- a column added later
alter table "PAYEE" add "REMARK" varchar(400);

-- what is there
select "TABLE_NAME" from "USER_TABLES" where "TABLE_NAME" = ?;
select "TABLE_NAME", "COLUMN_NAME" from "USER_TAB_COLUMNS" where "TABLE_NAME" = ? and "COLUMN_NAME" = ?;
select "TABLE_NAME", "INDEX_NAME" from "USER_INDEXES" where "TABLE_NAME" = ? and "INDEX_NAME" = ?;

-- orders.add
insert into "PAY_ORDER" ("BILL_DETAIL_URL", "BIZ_DISCOUNT_AMOUNT", "BIZ_ORDER_NO", "CASHIER_TOKEN", "CHANNEL_DISCOUNT_AMOUNT", "CHANNEL_ORDER_NO", "CLOSED_AT", "CONTENT_DIGEST", "CREATED_AT", "DEV_ID", "EXPIRES_AT", "MERCHANT_NO", "NONTAX_INFO", "NOTIFY_URL", "ORDER_AMOUNT", "ORDER_DATE", "ORDER_DESCRIPTION", "ORDER_TIME", "ORDER_TITLE", "PAID_AT", "PAID_ATTEMPT_NO", "PASSBACK_PARAMS", "PAY_CHANNEL", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_NAME", "PAYER_NAME_INDEX", "PLATFORM_ORDER_NO", "RETURN_URL", "STATE", "STATE_MSG", "SUB_ORDERS", "TERMINAL", "USER_ID", "VALID_MINUTES", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select "ARCHIVE_NAME", "BEGUN_AT" from "ARCHIVE_MARK" where "ARCHIVE_NAME" = ? limit ?;

-- attempts.add
insert into "PAY_ATTEMPT" ("AMOUNT", "ANSWERED_AT", "ATTEMPT_NO", "BUSY", "CANCEL_ASKED_AT", "CHANNEL_DISCOUNT_AMOUNT", "CHANNEL_MERCHANT_ID", "CHANNEL_ORDER_NO", "CHANNEL_TIME", "CLEARING_DAY", "CODE_DIGEST", "CREATED_AT", "LIMIT_AT", "MERCHANT_NO", "PAID_AT", "PAID_BY_PAYER", "PAY_CHANNEL", "PAY_METHOD", "PLATFORM_ORDER_NO", "QUERIES_ASKED", "REASON", "RECEIVED_AT", "RECORDED_AT", "SENT_AT", "STATE", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- refunds.add
insert into "PAY_REFUND" ("APPROVAL_REMARK", "APPROVAL_STATE", "APPROVED_BY", "ATTEMPT_NO", "BIZ_REFUND_ORDER_NO", "CHANNEL_REFUND_NO", "CONTENT_DIGEST", "CREATED_AT", "DEV_ID", "MERCHANT_NO", "NONTAX_REFUND_REF", "NOTIFY_URL", "ORIGIN", "PASSBACK_PARAMS", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "QUERIES_ASKED", "REFUND_AMOUNT", "REFUND_ORDER_DATE", "REFUND_REASON", "REFUND_TITLE", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "REFUNDED_AT", "REQUESTED_BY", "SENT_AT", "STATE", "STATE_MSG", "SUB_MERCHANT_NO", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- callbacks.add
select "CALLBACK_ID", "KIND", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "TARGET_URL", "TOLD_STATE", "CONTENT_TEXT", "PASSBACK_PARAMS", "STATE", "TRIES", "FIRST_TRIED_AT", "LAST_TRIED_AT", "NEXT_TRY_AT", "LAST_ANSWER", "ACCEPTED_AT", "CREATED_AT", "VERSION" from "MERCHANT_CALLBACK" where "CALLBACK_ID" = ? limit ?;
insert into "MERCHANT_CALLBACK" ("ACCEPTED_AT", "CALLBACK_ID", "CONTENT_TEXT", "CREATED_AT", "DEV_ID", "FIRST_TRIED_AT", "KIND", "LAST_ANSWER", "LAST_TRIED_AT", "MERCHANT_NO", "NEXT_TRY_AT", "PASSBACK_PARAMS", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "STATE", "TARGET_URL", "TOLD_STATE", "TRIES", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- abnormalOrders.add
select "ABNORMAL_ID", "KIND", "PLATFORM_ORDER_NO", "MERCHANT_NO", "ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "REMARK", "HANDLE_STATE", "CREATED_AT", "VERSION" from "ABNORMAL_ORDER" where "ABNORMAL_ID" = ? limit ?;
insert into "ABNORMAL_ORDER" ("ABNORMAL_ID", "AMOUNT", "ATTEMPT_NO", "CHANNEL_ORDER_NO", "CREATED_AT", "HANDLE_STATE", "KIND", "MERCHANT_NO", "PAY_CHANNEL", "PLATFORM_ORDER_NO", "REMARK", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- repeatPayments.add
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "HANDLE_STATE", "PAID_AT", "CREATED_AT", "VERSION" from "REPEAT_PAYMENT" where "ATTEMPT_NO" = ? limit ?;
insert into "REPEAT_PAYMENT" ("AMOUNT", "ATTEMPT_NO", "CHANNEL_ORDER_NO", "CREATED_AT", "HANDLE_STATE", "MERCHANT_NO", "PAID_AT", "PAY_CHANNEL", "PLATFORM_ORDER_NO", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- audit.append
insert into "AUDIT_ENTRY" ("ACTION", "ACTOR_ADDRESS", "ACTOR_CODE", "ACTOR_KIND", "DESCRIPTION", "ENTRY_ID", "ENTRY_MAC", "FACTS_AFTER", "FACTS_BEFORE", "HAPPENED_AT", "LINK_MAC", "OBJECT_KIND", "OBJECT_NO", "REQUEST_ID", "SEQ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- outbox.enqueue
select "JOB_ID", "TOPIC", "JOB_KEY", "STATE", "DUE_AT", "AGAIN_AT", "ATTEMPTS", "OWNER", "CLAIM_TOKEN", "LEASE_UNTIL", "LAST_ERROR", "CREATED_AT" from "OUTBOX" where "TOPIC" = ? and "JOB_KEY" = ? for update;
insert into "OUTBOX" ("AGAIN_AT", "ATTEMPTS", "CLAIM_TOKEN", "CREATED_AT", "DUE_AT", "JOB_ID", "JOB_KEY", "LAST_ERROR", "LEASE_UNTIL", "OWNER", "STATE", "TOPIC") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);

-- orders.byBizNo
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION" from "PAY_ORDER" where "DEV_ID" = ? and "MERCHANT_NO" = ? and "BIZ_ORDER_NO" = ? limit ?;

-- orders.byCashierToken
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION" from "PAY_ORDER" where "CASHIER_TOKEN" = ? limit ?;

-- orders.paidOfUser
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION" from "PAY_ORDER" where "DEV_ID" = ? and "USER_ID" = ? and "STATE" = ? and "MERCHANT_NO" in (?, ?) and "CREATED_AT" >= ? and "CREATED_AT" <= ? and ("CREATED_AT" < ? or ("CREATED_AT" = ? and "PLATFORM_ORDER_NO" < ?)) order by "CREATED_AT" desc, "PLATFORM_ORDER_NO" desc limit ?;

-- orders.paidOfUser, no payee
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION" from "PAY_ORDER" where "DEV_ID" = ? and "USER_ID" = ? and "STATE" = ? and 1 = ? order by "CREATED_AT" desc, "PLATFORM_ORDER_NO" desc limit ?;

-- directoryEditor, new
select "DEV_ID", "DEVELOPER_NAME", "SIGN_ALGORITHM", "SM2_ENCODING", "SM2_USER_ID", "PUBLIC_KEYS", "ENABLED", "ALLOWED_ORIGINS", "ALLOWED_ADDRESSES", "ALLOWED_METHODS", "MERCHANT_NOS", "REQUESTS_PER_SECOND", "VERSION" from "DEVELOPER" where "DEV_ID" = ? for update;
insert into "DEVELOPER" ("ALLOWED_ADDRESSES", "ALLOWED_METHODS", "ALLOWED_ORIGINS", "DEV_ID", "DEVELOPER_NAME", "ENABLED", "MERCHANT_NOS", "PUBLIC_KEYS", "REQUESTS_PER_SECOND", "SIGN_ALGORITHM", "SM2_ENCODING", "SM2_USER_ID", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select "MERCHANT_NO", "PAYEE_NAME", "INSTITUTION_NO", "REGION_CODE", "ENABLED", "PAY_NOTIFY_URL", "REFUND_NOTIFY_URL", "DEFAULT_RETURN_URL", "REFUND_REVIEW_REQUIRED", "REFUND_REVIEW_ABOVE", "CALLBACK_ON_FAILED", "REPEAT_REFUND_BY_RULE", "SUB_MERCHANTS", "VERSION" from "PAYEE" where "MERCHANT_NO" = ? for update;
insert into "PAYEE" ("CALLBACK_ON_FAILED", "DEFAULT_RETURN_URL", "ENABLED", "INSTITUTION_NO", "MERCHANT_NO", "PAY_NOTIFY_URL", "PAYEE_NAME", "REFUND_NOTIFY_URL", "REFUND_REVIEW_ABOVE", "REFUND_REVIEW_REQUIRED", "REGION_CODE", "REPEAT_REFUND_BY_RULE", "SUB_MERCHANTS", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select "CHANNEL_MERCHANT_ID", "PAY_CHANNEL", "CHANNEL_MERCHANT_NAME", "CHANNEL_MERCHANT_NO", "CHANNEL_APP_ID", "ENVIRONMENT", "KEY_NAME", "SETTINGS_TEXT", "ENABLED", "VERSION" from "CHANNEL_MERCHANT" where "CHANNEL_MERCHANT_ID" = ? for update;
insert into "CHANNEL_MERCHANT" ("CHANNEL_APP_ID", "CHANNEL_MERCHANT_ID", "CHANNEL_MERCHANT_NAME", "CHANNEL_MERCHANT_NO", "ENABLED", "ENVIRONMENT", "KEY_NAME", "PAY_CHANNEL", "SETTINGS_TEXT", "VERSION") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?);
select "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_MERCHANT_ID", "PAY_METHODS", "ENABLED", "VERSION" from "PAYEE_CHANNEL" where "MERCHANT_NO" = ? and "CHANNEL_MERCHANT_ID" = ? for update;
insert into "PAYEE_CHANNEL" ("CHANNEL_MERCHANT_ID", "ENABLED", "MERCHANT_NO", "PAY_CHANNEL", "PAY_METHODS", "VERSION") values (?, ?, ?, ?, ?, ?);

-- archive.page, begin, turns
select "PLATFORM_ORDER_NO" from "PAY_ORDER" where "PLATFORM_ORDER_NO" > ? order by "PLATFORM_ORDER_NO" asc limit ?;
insert into "ARCHIVE_MARK" ("ARCHIVE_NAME", "BEGUN_AT") values (?, ?);
insert into "WORK_LEASE" ("LEASE_NAME", "LEASE_OWNER", "LEASE_UNTIL") values (?, ?, ?);
update "WORK_LEASE" set "LEASE_OWNER" = ?, "LEASE_UNTIL" = ? where "LEASE_NAME" = ? and ("LEASE_OWNER" = ? or "LEASE_UNTIL" <= ?);
update "WORK_LEASE" set "LEASE_OWNER" = ?, "LEASE_UNTIL" = ? where "LEASE_NAME" = ? and "LEASE_OWNER" = ?;

-- jobBoard.forgetArchived
select "JOB_ID" from "OUTBOX_ARCHIVE" where "DUE_AT" < ? order by "DUE_AT" asc, "JOB_ID" asc limit ?;

-- jobBoard.nextDueAt, counts
select "DUE_AT" from "OUTBOX" where "STATE" = ? order by "DUE_AT" asc, "JOB_ID" asc limit ?;
select "TOPIC", "STATE", count(*) as "JOBS" from "OUTBOX" where "STATE" in (?, ?) group by "TOPIC", "STATE";

-- orders.take, put
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION" from "PAY_ORDER" where "PLATFORM_ORDER_NO" = ? for update;
update "PAY_ORDER" set "STATE" = ?, "STATE_MSG" = ?, "EXPIRES_AT" = ?, "CLOSED_AT" = ?, "PAID_AT" = ?, "PAID_ATTEMPT_NO" = ?, "PAY_CHANNEL" = ?, "CHANNEL_ORDER_NO" = ?, "CHANNEL_DISCOUNT_AMOUNT" = ?, "VERSION" = ? where "PLATFORM_ORDER_NO" = ? and "VERSION" = ?;

-- attempts.put
update "PAY_ATTEMPT" set "PAY_CHANNEL" = ?, "PAY_METHOD" = ?, "CHANNEL_MERCHANT_ID" = ?, "AMOUNT" = ?, "STATE" = ?, "BUSY" = ?, "CHANNEL_TIME" = ?, "LIMIT_AT" = ?, "CODE_DIGEST" = ?, "CHANNEL_ORDER_NO" = ?, "PAID_AT" = ?, "PAID_BY_PAYER" = ?, "CHANNEL_DISCOUNT_AMOUNT" = ?, "CLEARING_DAY" = ?, "REASON" = ?, "CANCEL_ASKED_AT" = ?, "QUERIES_ASKED" = ?, "RECEIVED_AT" = ?, "SENT_AT" = ?, "ANSWERED_AT" = ?, "RECORDED_AT" = ?, "VERSION" = ? where "ATTEMPT_NO" = ? and "VERSION" = ?;

-- refunds.put
update "PAY_REFUND" set "ORIGIN" = ?, "REFUND_ORDER_DATE" = ?, "REFUND_TITLE" = ?, "REFUND_REASON" = ?, "NOTIFY_URL" = ?, "PASSBACK_PARAMS" = ?, "SUB_MERCHANT_NO" = ?, "NONTAX_REFUND_REF" = ?, "STATE" = ?, "STATE_MSG" = ?, "APPROVAL_STATE" = ?, "APPROVAL_REMARK" = ?, "REQUESTED_BY" = ?, "APPROVED_BY" = ?, "REFUND_TRADE_NO" = ?, "REFUND_TRADE_TIME" = ?, "CHANNEL_REFUND_NO" = ?, "QUERIES_ASKED" = ?, "SENT_AT" = ?, "REFUNDED_AT" = ?, "VERSION" = ? where "PLATFORM_REFUND_ORDER_NO" = ? and "VERSION" = ?;

-- callbacks.put
update "MERCHANT_CALLBACK" set "TARGET_URL" = ?, "STATE" = ?, "TRIES" = ?, "FIRST_TRIED_AT" = ?, "LAST_TRIED_AT" = ?, "NEXT_TRY_AT" = ?, "LAST_ANSWER" = ?, "ACCEPTED_AT" = ?, "VERSION" = ? where "CALLBACK_ID" = ? and "VERSION" = ?;

-- abnormalOrders.put
update "ABNORMAL_ORDER" set "KIND" = ?, "PLATFORM_ORDER_NO" = ?, "MERCHANT_NO" = ?, "ATTEMPT_NO" = ?, "PAY_CHANNEL" = ?, "CHANNEL_ORDER_NO" = ?, "AMOUNT" = ?, "REMARK" = ?, "HANDLE_STATE" = ?, "CREATED_AT" = ?, "VERSION" = ? where "ABNORMAL_ID" = ? and "VERSION" = ?;

-- repeatPayments.put
update "REPEAT_PAYMENT" set "PLATFORM_ORDER_NO" = ?, "MERCHANT_NO" = ?, "PAY_CHANNEL" = ?, "CHANNEL_ORDER_NO" = ?, "AMOUNT" = ?, "HANDLE_STATE" = ?, "PAID_AT" = ?, "CREATED_AT" = ?, "VERSION" = ? where "ATTEMPT_NO" = ? and "VERSION" = ?;

-- attempts.ofOrder
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "AMOUNT", "STATE", "BUSY", "CHANNEL_TIME", "LIMIT_AT", "CODE_DIGEST", "CHANNEL_ORDER_NO", "PAID_AT", "PAID_BY_PAYER", "CHANNEL_DISCOUNT_AMOUNT", "CLEARING_DAY", "REASON", "CANCEL_ASKED_AT", "QUERIES_ASKED", "RECEIVED_AT", "SENT_AT", "ANSWERED_AT", "RECORDED_AT", "CREATED_AT", "VERSION" from "PAY_ATTEMPT" where "PLATFORM_ORDER_NO" = ? order by "CREATED_AT" asc, "ATTEMPT_NO" asc limit ?;

-- refunds.byBizNo, byTradeNo, ofOrder
select "PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION" from "PAY_REFUND" where "DEV_ID" = ? and "MERCHANT_NO" = ? and "BIZ_REFUND_ORDER_NO" = ? limit ?;
select "PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION" from "PAY_REFUND" where "REFUND_TRADE_NO" = ? limit ?;
select "PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION" from "PAY_REFUND" where "PLATFORM_ORDER_NO" = ? order by "CREATED_AT" asc, "PLATFORM_REFUND_ORDER_NO" asc limit ?;

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
select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION" from "PAY_ORDER" where "PLATFORM_ORDER_NO" in (?) order by "PLATFORM_ORDER_NO" asc for update;
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "AMOUNT", "STATE", "BUSY", "CHANNEL_TIME", "LIMIT_AT", "CODE_DIGEST", "CHANNEL_ORDER_NO", "PAID_AT", "PAID_BY_PAYER", "CHANNEL_DISCOUNT_AMOUNT", "CLEARING_DAY", "REASON", "CANCEL_ASKED_AT", "QUERIES_ASKED", "RECEIVED_AT", "SENT_AT", "ANSWERED_AT", "RECORDED_AT", "CREATED_AT", "VERSION" from "PAY_ATTEMPT" where "PLATFORM_ORDER_NO" in (?) limit ?;
select "PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION" from "PAY_REFUND" where "PLATFORM_ORDER_NO" in (?) limit ?;
select "CALLBACK_ID", "KIND", "PLATFORM_ORDER_NO", "PLATFORM_REFUND_ORDER_NO", "DEV_ID", "MERCHANT_NO", "TARGET_URL", "TOLD_STATE", "CONTENT_TEXT", "PASSBACK_PARAMS", "STATE", "TRIES", "FIRST_TRIED_AT", "LAST_TRIED_AT", "NEXT_TRY_AT", "LAST_ANSWER", "ACCEPTED_AT", "CREATED_AT", "VERSION" from "MERCHANT_CALLBACK" where "PLATFORM_ORDER_NO" in (?) limit ?;
select "ABNORMAL_ID", "KIND", "PLATFORM_ORDER_NO", "MERCHANT_NO", "ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "REMARK", "HANDLE_STATE", "CREATED_AT", "VERSION" from "ABNORMAL_ORDER" where "PLATFORM_ORDER_NO" in (?) limit ?;
select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "AMOUNT", "HANDLE_STATE", "PAID_AT", "CREATED_AT", "VERSION" from "REPEAT_PAYMENT" where "PLATFORM_ORDER_NO" in (?) limit ?;
insert into "PAY_ORDER_ARCHIVE" ("PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION") select "PLATFORM_ORDER_NO", "DEV_ID", "MERCHANT_NO", "BIZ_ORDER_NO", "ORDER_DATE", "ORDER_TIME", "TERMINAL", "ORDER_AMOUNT", "BIZ_DISCOUNT_AMOUNT", "ORDER_TITLE", "ORDER_DESCRIPTION", "RETURN_URL", "NOTIFY_URL", "BILL_DETAIL_URL", "VALID_MINUTES", "PASSBACK_PARAMS", "USER_ID", "PAYER_NAME", "PAYER_NAME_INDEX", "PAYER_MOBILE", "PAYER_MOBILE_INDEX", "PAYER_CERT_NO", "PAYER_CERT_NO_INDEX", "SUB_ORDERS", "NONTAX_INFO", "CONTENT_DIGEST", "CASHIER_TOKEN", "STATE", "STATE_MSG", "CREATED_AT", "EXPIRES_AT", "CLOSED_AT", "PAID_AT", "PAID_ATTEMPT_NO", "PAY_CHANNEL", "CHANNEL_ORDER_NO", "CHANNEL_DISCOUNT_AMOUNT", "VERSION" from "PAY_ORDER" where "PLATFORM_ORDER_NO" in (?);
delete from "PAY_ORDER" where "PLATFORM_ORDER_NO" in (?);
select count(*) as "TOTAL" from "PAY_ORDER_ARCHIVE" where "PLATFORM_ORDER_NO" in (?);
insert into "PAY_ATTEMPT_ARCHIVE" ("ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "AMOUNT", "STATE", "BUSY", "CHANNEL_TIME", "LIMIT_AT", "CODE_DIGEST", "CHANNEL_ORDER_NO", "PAID_AT", "PAID_BY_PAYER", "CHANNEL_DISCOUNT_AMOUNT", "CLEARING_DAY", "REASON", "CANCEL_ASKED_AT", "QUERIES_ASKED", "RECEIVED_AT", "SENT_AT", "ANSWERED_AT", "RECORDED_AT", "CREATED_AT", "VERSION") select "ATTEMPT_NO", "PLATFORM_ORDER_NO", "MERCHANT_NO", "PAY_CHANNEL", "PAY_METHOD", "CHANNEL_MERCHANT_ID", "AMOUNT", "STATE", "BUSY", "CHANNEL_TIME", "LIMIT_AT", "CODE_DIGEST", "CHANNEL_ORDER_NO", "PAID_AT", "PAID_BY_PAYER", "CHANNEL_DISCOUNT_AMOUNT", "CLEARING_DAY", "REASON", "CANCEL_ASKED_AT", "QUERIES_ASKED", "RECEIVED_AT", "SENT_AT", "ANSWERED_AT", "RECORDED_AT", "CREATED_AT", "VERSION" from "PAY_ATTEMPT" where "PLATFORM_ORDER_NO" in (?);
delete from "PAY_ATTEMPT" where "PLATFORM_ORDER_NO" in (?);
select count(*) as "TOTAL" from "PAY_ATTEMPT_ARCHIVE" where "PLATFORM_ORDER_NO" in (?);
insert into "PAY_REFUND_ARCHIVE" ("PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION") select "PLATFORM_REFUND_ORDER_NO", "ORIGIN", "DEV_ID", "MERCHANT_NO", "BIZ_REFUND_ORDER_NO", "REFUND_ORDER_DATE", "PLATFORM_ORDER_NO", "REFUND_AMOUNT", "REFUND_TITLE", "REFUND_REASON", "NOTIFY_URL", "PASSBACK_PARAMS", "SUB_MERCHANT_NO", "NONTAX_REFUND_REF", "ATTEMPT_NO", "CONTENT_DIGEST", "STATE", "STATE_MSG", "APPROVAL_STATE", "APPROVAL_REMARK", "REQUESTED_BY", "APPROVED_BY", "REFUND_TRADE_NO", "REFUND_TRADE_TIME", "CHANNEL_REFUND_NO", "QUERIES_ASKED", "CREATED_AT", "SENT_AT", "REFUNDED_AT", "VERSION" from "PAY_REFUND" where "PLATFORM_ORDER_NO" in (?);
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

-- auditChain.verify
select "HEAD_NAME", "LAST_SEQ", "LAST_MAC", "HEAD_MAC" from "AUDIT_HEAD" where "HEAD_NAME" = ? limit ?;
select "ENTRY_ID", "HAPPENED_AT", "ACTOR_KIND", "ACTOR_CODE", "ACTOR_ADDRESS", "ACTION", "OBJECT_KIND", "OBJECT_NO", "DESCRIPTION", "FACTS_BEFORE", "FACTS_AFTER", "REQUEST_ID", "ENTRY_MAC", "SEQ", "LINK_MAC" from "AUDIT_ENTRY" where "SEQ" >= ? order by "SEQ" asc, "HAPPENED_AT" asc, "ENTRY_ID" asc limit ?;

-- directory
select "DEV_ID", "DEVELOPER_NAME", "SIGN_ALGORITHM", "SM2_ENCODING", "SM2_USER_ID", "PUBLIC_KEYS", "ENABLED", "ALLOWED_ORIGINS", "ALLOWED_ADDRESSES", "ALLOWED_METHODS", "MERCHANT_NOS", "REQUESTS_PER_SECOND", "VERSION" from "DEVELOPER" where "DEV_ID" = ? limit ?;
select "MERCHANT_NO", "PAYEE_NAME", "INSTITUTION_NO", "REGION_CODE", "ENABLED", "PAY_NOTIFY_URL", "REFUND_NOTIFY_URL", "DEFAULT_RETURN_URL", "REFUND_REVIEW_REQUIRED", "REFUND_REVIEW_ABOVE", "CALLBACK_ON_FAILED", "REPEAT_REFUND_BY_RULE", "SUB_MERCHANTS", "VERSION" from "PAYEE" where "MERCHANT_NO" = ? limit ?;
select "MERCHANT_NO", "PAY_CHANNEL", "CHANNEL_MERCHANT_ID", "PAY_METHODS", "ENABLED", "VERSION" from "PAYEE_CHANNEL" where "MERCHANT_NO" = ? order by "CHANNEL_MERCHANT_ID" asc limit ?;
select "CHANNEL_MERCHANT_ID", "PAY_CHANNEL", "CHANNEL_MERCHANT_NAME", "CHANNEL_MERCHANT_NO", "CHANNEL_APP_ID", "ENVIRONMENT", "KEY_NAME", "SETTINGS_TEXT", "ENABLED", "VERSION" from "CHANNEL_MERCHANT" where "CHANNEL_MERCHANT_ID" = ? limit ?;

-- directoryEditor, known
update "PAYEE" set "PAYEE_NAME" = ?, "INSTITUTION_NO" = ?, "REGION_CODE" = ?, "ENABLED" = ?, "PAY_NOTIFY_URL" = ?, "REFUND_NOTIFY_URL" = ?, "DEFAULT_RETURN_URL" = ?, "REFUND_REVIEW_REQUIRED" = ?, "REFUND_REVIEW_ABOVE" = ?, "CALLBACK_ON_FAILED" = ?, "REPEAT_REFUND_BY_RULE" = ?, "SUB_MERCHANTS" = ?, "VERSION" = ? where "MERCHANT_NO" = ? and "VERSION" = ?;
