import { bigint, code, index, int, maybeBigint, table, words, type Step } from './steps.js';

/** How far city apps know the records of paid orders. Nothing personal: what was told is kept as a digest. */
export const personalBillTables: readonly Step[] = [
  table('0150-personal-bill', 'personal_bill_push', ['platform_order_no'], [
    code('platform_order_no'), code('biz_order_no', 128), code('dev_id', 64), code('merchant_no'), code('content_digest', 64), code('bill_state', 16),
    code('state', 16), int('tries'), maybeBigint('first_tried_at'), maybeBigint('last_tried_at'), maybeBigint('next_try_at'), words('last_answer', 200),
    maybeBigint('accepted_at'), bigint('created_at'), int('version'),
  ]),
  index('0151-personal-bill-list', 'personal_bill_push', 'personal_bill_list_ix', ['created_at', 'platform_order_no']),
  // Those left to people are few among millions.
  index('0152-personal-bill-state', 'personal_bill_push', 'personal_bill_state_ix', ['state', 'created_at', 'platform_order_no']),
];
