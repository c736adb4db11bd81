import { archiveName } from '../sql-table.js';
import { index, type Step } from './steps.js';

/** Lists that are asked for by day alone, over tables that grow; of trades and entries in the order of the list, so that no page sorts a whole day. */
export const listIndexes: readonly Step[] = [
  index('0100-difference-list', 'reconcile_difference', 'reconcile_diff_list_ix', ['clearing_day', 'difference_no']),
  index('0101-repeat-list', 'repeat_payment', 'repeat_payment_list_ix', ['created_at', 'attempt_no']),
  index('0102-abnormal-list', 'abnormal_order', 'abnormal_order_list_ix', ['created_at', 'abnormal_id']),
  index('0103-repeat-list-archive', archiveName('repeat_payment'), 'repeat_payment_list_ix_a', ['created_at', 'attempt_no']),
  index('0104-abnormal-list-archive', archiveName('abnormal_order'), 'abnormal_order_list_ix_a', ['created_at', 'abnormal_id']),
  index('0105-trade-list', 'trade', 'trade_list_ix', ['order_date', 'trade_at', 'trade_key']),
  index('0106-entry-list', 'settlement_entry', 'settlement_entry_list_ix', ['order_date', 'trade_at', 'trade_key', 'entry_no']),
];
