import type { EpochMs } from '../kernel/china-time.js';

/** 收款机构 (1.1.4.1.5): whose administrator sees the payees that belong to it, at a portal of their own. */
export interface Institution {
  readonly institutionNo: string;
  readonly institutionName: string;
  /** Account of its administrator, whose scope is this institution and nothing else. */
  readonly adminOperatorNo: string;
  readonly contactName: string;
  /** In clear; stores seal it, and lists and audit entries show it masked (ENC-01). */
  readonly contactMobile: string | undefined;
  readonly enabled: boolean;
  readonly remark: string;
  readonly createdAt: EpochMs;
  readonly version: number;
}

/** At most 32 letters, digits, `_` and `-`, no sign first. */
export const isInstitutionNo = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_-]{0,31}$/.test(text);
/** Most payees of one institution. */
export const maxPayeesOfOne = 1000;
