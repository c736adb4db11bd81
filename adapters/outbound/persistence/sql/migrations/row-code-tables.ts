import { bigint, code, maybeBigint, maybeCode, table, type AddColumn, type Step } from './steps.js';

const coded = (id: string, name: string): AddColumn => ({ id, change: 'add-column', table: name, column: maybeCode('row_mac', 64) });

/** Codes over the rows on which money depends (INT-01); of rows of earlier releases none. */
export const rowCodeTables: readonly Step[] = [
  coded('0290-order-code', 'pay_order'), coded('0291-order-archive-code', 'pay_order_archive'),
  coded('0292-attempt-code', 'pay_attempt'), coded('0293-attempt-archive-code', 'pay_attempt_archive'),
  coded('0294-refund-code', 'pay_refund'), coded('0295-refund-archive-code', 'pay_refund_archive'),
  table('0296-row-code-mark', 'row_code_mark', ['mark_name'], [code('mark_name'), bigint('since_at'), maybeBigint('done_at'), code('mark_mac', 64)]),
];
