import { archiveName } from '../sql-table.js';
import { index, type Step } from './steps.js';

const byNumberAndPhone = ['biz_order_no', 'payer_mobile_index'];

/** A payer looks for an order by the business system's number, which only that system keeps unique, and by a phone. */
export const findIndexes: readonly Step[] = [
  index('0180-order-find', 'pay_order', 'pay_order_find_ix', byNumberAndPhone),
  index('0181-order-find-archive', archiveName('pay_order'), 'pay_order_find_ix_a', byNumberAndPhone),
];
