import type { EpochMs } from '../kernel/china-time.js';

/** 行业 (1.1.6.1.3). A payee belongs to exactly one. */
export interface Industry {
  readonly industryCode: string;
  readonly industryName: string;
  readonly enabled: boolean;
  readonly remark: string;
  readonly createdAt: EpochMs;
  readonly version: number;
}

/** 2 to 32 letters, digits, `-` and `_`. */
export const isIndustryCode = (text: string): boolean => /^[A-Za-z0-9_-]{2,32}$/.test(text);

/** A payee as far as it names its industry. */
export interface InIndustry { readonly merchantNo: string; readonly industryCode?: string | undefined }
