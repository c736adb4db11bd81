import { longText, type Step } from './steps.js';

/** Where the comparison of a day's e-bills stands between two stretches. */
export const eBillWalk: readonly Step[] = [
  { id: '0182-e-bill-check-walk', change: 'add-column', table: 'e_bill_check', column: longText('walk_text') },
];
