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
