import { bigint, code, index, int, longText, maybeBigint, maybeCode, table, uniqueIndex, type Step } from './steps.js';

/** The four-way check: which leg of which order was missing or differed, and how far the check of each day came. */
export const legTables: readonly Step[] = [
  table('0170-leg-gap', 'leg_gap', ['check_day', 'platform_order_no', 'leg_name', 'gap_seq'], [
    code('check_day', 8), code('platform_order_no'), code('leg_name', 16), int('gap_seq'), code('gap_no'), code('channel_merchant_id'), code('merchant_no'), code('biz_order_no', 128),
    code('gap_kind', 16), bigint('expected_amount'), maybeBigint('found_amount'), code('gap_state', 8), bigint('first_seen_at'), maybeBigint('closed_at'), int('version'),
  ]),
  uniqueIndex('0171-leg-gap-no', 'leg_gap', 'leg_gap_no_ux', ['gap_no']),
  // The list by day; by order it is found like everything else.
  index('0172-leg-gap-list', 'leg_gap', 'leg_gap_list_ix', ['check_day', 'gap_no']),
  index('0172-leg-gap-order', 'leg_gap', 'leg_gap_order_ix', ['platform_order_no', 'check_day']),
  // Those that are open are few among all that ever were.
  index('0173-leg-gap-state', 'leg_gap', 'leg_gap_state_ix', ['gap_state', 'check_day', 'gap_no']),
  index('0173-leg-gap-open', 'leg_gap', 'leg_gap_open_ix', ['check_day', 'channel_merchant_id', 'gap_state', 'platform_order_no']),
  table('0174-leg-check', 'leg_check', ['check_day', 'channel_merchant_id'], [
    code('check_day', 8), code('channel_merchant_id'), code('run_no'), code('state', 8), code('check_phase', 8), maybeCode('after_key', 40), int('order_count'), int('complete_count'),
    int('channel_gaps'), int('notice_gaps'), int('bill_gaps'), longText('gap_figures'), bigint('walked_at'), bigint('changed_at'), maybeBigint('look_at'), maybeBigint('oldest_at'),
    maybeBigint('alarmed_at'), int('version'),
  ]),
];
