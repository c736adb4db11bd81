import { archiveName } from '../sql-table.js';
import { index, longText, type Step } from './steps.js';

/** What statements of abnormal orders look for by payee and day, and the sums that stand in a statement's last line. */
export const statementSteps: readonly Step[] = [
  index('0110-abnormal-payee', 'abnormal_order', 'abnormal_order_payee_ix', ['merchant_no', 'created_at', 'abnormal_id']),
  index('0111-abnormal-payee-archive', archiveName('abnormal_order'), 'abnormal_order_payee_ix_a', ['merchant_no', 'created_at', 'abnormal_id']),
  index('0112-repeat-payee', 'repeat_payment', 'repeat_payment_payee_ix', ['merchant_no', 'created_at', 'attempt_no']),
  index('0113-repeat-payee-archive', archiveName('repeat_payment'), 'repeat_payment_payee_ix_a', ['merchant_no', 'created_at', 'attempt_no']),
  index('0114-difference-payee', 'reconcile_difference', 'reconcile_diff_payee_ix', ['merchant_no', 'clearing_day', 'difference_no']),
  { id: '0115-statement-totals', change: 'add-column', table: 'payee_statement', column: longText('totals') },
];
