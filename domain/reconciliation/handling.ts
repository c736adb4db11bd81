import type { EpochMs } from '../kernel/china-time.js';

/** What a person wrote or did about a difference, an abnormal order, a repeat payment, an abnormal payment notice or a gap of the four-way check (1.1.4.4.4-i, 1.1.4.4.5-b, -c, 1.1.5.2.3-b, -c). Written once. */
export interface HandlingNote {
  readonly noteNo: string;
  readonly objectKind: 'difference' | 'abnormal' | 'repeat' | 'notice' | 'leg-gap';
  readonly objectNo: string;
  /** `follow` 跟踪, `handle` 处理, `refund-asked` and `refund-approved` of a refund by two people. */
  readonly action: 'follow' | 'handle' | 'refund-asked' | 'refund-approved' | 'refund-rejected';
  readonly note: string;
  readonly operator: string;
  readonly at: EpochMs;
}

/** Longest 处理说明, in characters. */
export const maxNoteChars = 500;
