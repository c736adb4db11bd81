import type { EpochMs } from '../kernel/china-time.js';

/** Whether a phone gets notices. Found by the phone's index; what happened before stands in the audit trail. */
export interface TextBlock {
  readonly maskedPhone: string;
  readonly isBlocked: boolean;
  /** Opted out by a text, or set by an operator. */
  readonly cause: 'opt-out' | 'operator';
  readonly changedAt: EpochMs;
  readonly version: number;
}
