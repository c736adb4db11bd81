import type { EpochMs } from '../kernel/china-time.js';

/** A login account as tables 7-15 and 7-17 want it: of an institution (商户中心) or of the platform. No credential is part of it. */
export interface SharedAccount {
  readonly accountId: string;
  /** 收款机构 and 收款单位. */
  readonly institutionNo: string | undefined;
  readonly merchantNo: string | undefined;
  readonly loginName: string;
  readonly personName: string | undefined;
  readonly jobNo: string | undefined;
  readonly mobile: string | undefined;
  readonly phone: string | undefined;
  readonly email: string | undefined;
  readonly mayLogin: boolean;
  readonly lastLoginAt: EpochMs | undefined;
  readonly lastLoginAddress: string | undefined;
  readonly createdBy: string | undefined;
  readonly createdAt: EpochMs;
  readonly changedBy: string | undefined;
  readonly changedAt: EpochMs;
  readonly isGone: boolean;
}
