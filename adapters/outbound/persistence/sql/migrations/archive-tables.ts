import { archiveName } from '../sql-table.js';
import { paymentTables } from './payment-tables.js';
import { bigint, code, index, table, type CreateIndex, type CreateTable, type Step } from './steps.js';
import { workTables } from './work-tables.js';

const named = (name: string): CreateTable => {
  const found = [...paymentTables, ...workTables].find((step): step is CreateTable => step.change === 'create-table' && step.table === name);
  if (!found) throw new Error(`no table ${name}`);
  return found;
};

/** The same columns and key. A column added to the one later is added to the other as well (a test compares them). */
const twin = (id: string, of: string): CreateTable => ({ ...named(of), id, table: archiveName(of) });

const twinIndex = (id: string, of: string, name: string, columns: readonly string[], unique = false): CreateIndex =>
  ({ id, change: 'create-index', table: archiveName(of), index: `${name}_a`, columns, unique });

/** Where old, finished orders rest with all that belongs to them, and the rows of jobs that were done long ago (decision 0022). */
export const archiveTables: readonly Step[] = [
  table('0037-archive-mark', 'archive_mark', ['archive_name'], [code('archive_name'), bigint('begun_at')]),
  twin('0038-order-archive', 'pay_order'),
  twinIndex('0039-order-biz-archive', 'pay_order', 'pay_order_biz_uq', ['dev_id', 'merchant_no', 'biz_order_no'], true),
  twinIndex('0040-order-token-archive', 'pay_order', 'pay_order_token_uq', ['cashier_token'], true),
  twinIndex('0041-order-payer-archive', 'pay_order', 'pay_order_user_ix', ['dev_id', 'user_id', 'created_at', 'platform_order_no']),
  twin('0042-attempt-archive', 'pay_attempt'),
  twinIndex('0043-attempt-order-archive', 'pay_attempt', 'pay_attempt_order_ix', ['platform_order_no']),
  twin('0044-refund-archive', 'pay_refund'),
  twinIndex('0045-refund-biz-archive', 'pay_refund', 'pay_refund_biz_uq', ['dev_id', 'merchant_no', 'biz_refund_order_no'], true),
  twinIndex('0046-refund-order-archive', 'pay_refund', 'pay_refund_order_ix', ['platform_order_no']),
  twinIndex('0047-refund-trade-archive', 'pay_refund', 'pay_refund_trade_ix', ['refund_trade_no']),
  twin('0048-abnormal-archive', 'abnormal_order'),
  twinIndex('0049-abnormal-order-archive', 'abnormal_order', 'abnormal_order_order_ix', ['platform_order_no']),
  twin('0050-repeat-archive', 'repeat_payment'),
  twinIndex('0051-repeat-order-archive', 'repeat_payment', 'repeat_payment_order_ix', ['platform_order_no']),
  twin('0052-callback-archive', 'merchant_callback'),
  twinIndex('0053-callback-order-archive', 'merchant_callback', 'merchant_callback_order_ix', ['platform_order_no']),
  twin('0054-outbox-archive', 'outbox'),
  index('0055-outbox-due-archive', archiveName('outbox'), 'outbox_due_ix_a', ['due_at', 'job_id']),
];
