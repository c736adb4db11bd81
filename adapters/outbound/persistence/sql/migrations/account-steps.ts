import { longText, type Step } from './steps.js';

/** Who changed what an account's channel is believed by, until a second person has confirmed it (CHN-01). */
export const accountSteps: readonly Step[] = [
  { id: '0300-account-changed-by', change: 'add-column', table: 'channel_merchant', column: longText('changed_by') },
];
