import { dropIndex, index, type Step } from './steps.js';

/** What ten million orders showed (docs/reference/volume.md): lists by state that read whole tables, and an index that nothing reads. */
export const volumeIndexes: readonly Step[] = [
  index('0060-callback-state', 'merchant_callback', 'merchant_callback_state_ix', ['state', 'created_at', 'callback_id']),
  index('0061-refund-state', 'pay_refund', 'pay_refund_state_ix', ['state', 'created_at', 'platform_refund_order_no']),
  dropIndex('0062-attempt-code', 'pay_attempt', 'pay_attempt_code_ix'),
];
