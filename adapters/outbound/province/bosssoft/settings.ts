import type { NoticeState } from '../../../../domain/payment-notices/payment-notice.js';
import type { PayCodePattern } from '../../../../domain/payment-notices/pay-code.js';

/** What a result code of the province means. Codes that nobody has listed mean nothing: the report is `unknown`. */
export const provinceWords = ['ok', 'not-found', 'void', 'confirmed-before', 'overdue', 'refused', 'busy', 'call-refused', 'not-ready'] as const;
export type ProvinceWord = (typeof provinceWords)[number];

export const callNames = ['issue', 'query', 'push', 'confirm', 'void', 'statement'] as const;
export type CallName = (typeof callNames)[number];

/** The vendor's own form is MD5; the other two are for an installation under a cryptography assessment (密评). */
export type SigningForm =
  | { readonly form: 'md5-upper' | 'sm3-upper' }
  | { readonly form: 'sm2'; readonly keyName: string; readonly provinceKeyPem: string; readonly sm2Encoding: 'der' | 'raw' };

/** One region's connection to the province. All of it is data: no path, code or rule of the vendor is fixed in code. */
export interface BosssoftSettings {
  readonly environment: 'production' | 'test' | 'simulator';
  /** Without a slash at its end. */
  readonly baseUrl: string;
  readonly region: string;
  readonly deptCode: string;
  readonly appId: string;
  readonly version: string;
  /** `standard` signs region and deptcode too. */
  readonly envelope: 'standard' | 'short';
  readonly signing: SigningForm;
  /** A call without a path is one the province does not offer. */
  readonly paths: Readonly<Partial<Record<CallName, string>>> & { readonly query: string };
  readonly codes: Readonly<Record<string, ProvinceWord>>;
  /** Wire value → state. */
  readonly states: Readonly<Record<string, NoticeState>>;
  readonly payCode: PayCodePattern;
  readonly statement: { readonly charset: 'utf-8' | 'gbk'; readonly digest: 'sha256' | 'sm3' };
  /** Our own answers to the province's messages. */
  readonly answers: { readonly accepted: string; readonly refused: string };
}

/** Paths of the contract between us; the field names are the vendor's, the paths are assumed (province-nontax.md 3). */
export const usualPaths: Readonly<Record<CallName, string>> = {
  issue: 'nontax/payBook/issue', query: 'nontax/payBook/query', push: 'nontax/payBook/push', confirm: 'nontax/payBook/confirm', void: 'nontax/payBook/void', statement: 'nontax/statement/download',
};

/** S0000 has been seen; the kinds of errors too, their codes are assumed. */
export const usualCodes: Readonly<Record<string, ProvinceWord>> = {
  S0000: 'ok', E0001: 'not-found', E0002: 'void', E0003: 'confirmed-before', E0004: 'refused', E0005: 'overdue', E0006: 'not-ready', E0007: 'busy', E0008: 'call-refused', E0009: 'call-refused', E0010: 'refused', E0011: 'refused', 18012: 'refused',
};

/** 0 and 2 have been seen, the others are assumed. */
export const usualStates: Readonly<Record<string, NoticeState>> = { 0: 'unpaid', 1: 'paid', 2: 'void', 3: 'expired', 5: 'refunded' };
