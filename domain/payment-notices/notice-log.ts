import type { EpochMs } from '../kernel/china-time.js';

export const noticeSubjects = ['issue', 'query', 'push', 'confirm', 'void', 'paid-message'] as const;
export const noticeLogStates = ['ok', 'refused', 'unknown'] as const;

/** 缴款书通知日志 (1.1.5.2.1-c): one message to or from the province. Holds no personal data. */
export interface NoticeLogEntry {
  readonly logNo: string;
  /** Undefined for a message about a notice that is not ours. */
  readonly noticeNo: string | undefined;
  readonly region: string;
  readonly payCode: string | undefined;
  readonly subject: (typeof noticeSubjects)[number];
  /** What was said: numbers and amounts. */
  readonly content: string;
  readonly state: (typeof noticeLogStates)[number];
  readonly reply: string;
  readonly at: EpochMs;
}
