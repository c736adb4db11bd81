import { archiveName } from '../sql-table.js';
import { index, type Step } from './steps.js';

/** An index of a table of orders and of its twin in the archive. */
const both = (first: number, name: string, on: string, indexName: string, columns: readonly string[]): readonly Step[] => [
  index(`0${first}-${name}`, on, indexName, columns), index(`0${first + 1}-${name}-archive`, archiveName(on), `${indexName}_a`, columns),
];

/**
 * Orders and refunds as the service desk looks for them. The first has the paid orders of a day by when they were paid, and behind NULL the others by
 * when they were made.
 */
export const orderListIndexes: readonly Step[] = [
  ...both(210, 'order-list', 'pay_order', 'pay_order_list_ix', ['paid_at', 'created_at', 'platform_order_no']),
  ...both(212, 'order-mobile', 'pay_order', 'pay_order_mobile_ix', ['payer_mobile_index', 'platform_order_no']),
  ...both(214, 'attempt-channel', 'pay_attempt', 'pay_attempt_channel_ix', ['channel_order_no', 'platform_order_no']),
  ...both(216, 'refund-list', 'pay_refund', 'pay_refund_list_ix', ['created_at', 'platform_refund_order_no']),
  ...both(218, 'refund-asked', 'pay_refund', 'pay_refund_asked_ix', ['biz_refund_order_no', 'platform_refund_order_no']),
  ...both(220, 'refund-channel', 'pay_refund', 'pay_refund_channel_ix', ['channel_refund_no', 'platform_refund_order_no']),
];

/**
 * Paid orders in exactly the order of their list, so that a page of whatever many days is read off its end: with the moment of making in between, an engine
 * that sorts no groups (MariaDB) put the whole of a month in order for twenty rows.
 */
export const paidOrderIndexes: readonly Step[] = [...both(370, 'order-paid', 'pay_order', 'pay_order_paid_ix', ['paid_at', 'platform_order_no'])];
