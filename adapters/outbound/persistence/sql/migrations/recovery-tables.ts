import { bigint, code, index, int, maybeBigint, table, words, type Step } from './steps.js';

/** What a restore leaves to be compared (BAK-03). */
export const recoveryTables: readonly Step[] = [
  table('0033-recovery-mark', 'recovery_mark', ['recovery_no'], [
    code('recovery_no'), bigint('restored_at'), maybeBigint('backup_taken_at'), maybeBigint('payments_released_at'), maybeBigint('refunds_released_at'),
    maybeBigint('callbacks_released_at'), maybeBigint('ended_at'), int('version'),
  ]),
  index('0034-recovery-newest', 'recovery_mark', 'recovery_mark_newest_ix', ['restored_at', 'recovery_no']),
  table('0035-recovery-refund', 'recovery_refund', ['recovery_no', 'platform_refund_order_no'], [code('recovery_no'), code('platform_refund_order_no'), bigint('released_at')]),
  table('0036-lost-payment', 'lost_payment', ['attempt_no'], [
    code('attempt_no', 64), code('pay_channel', 16), code('channel_merchant_id'), words('channel_order_no', 128), bigint('amount'), maybeBigint('paid_at'), bigint('told_at'),
  ]),
];
