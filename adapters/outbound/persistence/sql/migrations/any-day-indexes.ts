import { index, type Step } from './steps.js';

/** People look for one notice or bill by its number, of whatever day it is. */
export const anyDayIndexes: readonly Step[] = [
  index('0225-notice-pay-code', 'payment_notice', 'payment_notice_code_ix', ['pay_code', 'pay_day']),
  index('0226-e-bill-number', 'e_bill', 'e_bill_number_ix', ['bill_no', 'bill_at']),
  index('0227-e-bill-order', 'e_bill', 'e_bill_order_ix', ['platform_order_no', 'bill_at']),
];
