import type { BusinessDay, EpochMs } from '../kernel/china-time.js';
import { yuan, type Fen } from '../kernel/money.js';
import type { HandleState } from '../payments/abnormal-order.js';

/** 异常类型 of 缴款书异常情况 (1.1.5.2.3-a). */
export const abnormalNoticeKinds = ['paid-not-confirmed', 'confirmed-not-paid', 'amount-differs', 'only-at-province', 'only-here', 'duplicate'] as const;
export type AbnormalNoticeKind = (typeof abnormalNoticeKinds)[number];

/** 异常缴款书: a notice whose money, confirmation and statement do not agree. Never dropped; a person or the cure of its cause ends it. */
export interface AbnormalNotice {
  /** One record for each kind and notice; opened anew where it was ended and something else happens. */
  readonly abnormalNo: string;
  readonly kind: AbnormalNoticeKind;
  readonly region: string;
  /** Undefined where the province never gave one. */
  readonly payCode: string | undefined;
  readonly noticeNo: string | undefined;
  readonly platformOrderNo: string | undefined;
  readonly merchantNo: string | undefined;
  readonly tradeKey: string | undefined;
  /** 缴款金额合计 here, and what the province says where that is another. */
  readonly amount: Fen;
  readonly provinceAmount: Fen | undefined;
  /** Number of the payment that the province names. */
  readonly serialNo: string | undefined;
  /** 缴款日期 */
  readonly payDay: BusinessDay;
  readonly orderDate: BusinessDay | undefined;
  readonly note: string;
  readonly handleState: HandleState;
  /** When it was opened, the last time. */
  readonly createdAt: EpochMs;
  readonly version: number;
}

/** Longest pay code of an abnormal record's number: notes are written to it, and their column is as wide as this allows. */
const maxCodeChars = 38;
const shortKinds: Readonly<Record<AbnormalNoticeKind, string>> = {
  'paid-not-confirmed': 'unconfirmed', 'confirmed-not-paid': 'unpaid', 'amount-differs': 'amount', 'only-at-province': 'province', 'only-here': 'here', duplicate: 'duplicate',
};

/** `<kind>:<region>:<payCode>`, or our own number where there is none; a longer code, which no province is known to use, by its beginning and its end. */
export function abnormalNo(kind: AbnormalNoticeKind, region: string, payCode: string): string {
  const code = payCode.length <= maxCodeChars ? payCode : `${payCode.slice(0, maxCodeChars / 2 - 1)}-${payCode.slice(-maxCodeChars / 2)}`;
  return `${shortKinds[kind]}:${region}:${code}`;
}

/** What of an abnormal record a repeated confirmation may cure. */
export const isCuredByConfirming = ({ kind, noticeNo }: AbnormalNotice): boolean => noticeNo !== undefined && (kind === 'paid-not-confirmed' || kind === 'only-here');

type Told = Pick<AbnormalNotice, 'note' | 'serialNo' | 'amount' | 'provinceAmount'>;
/** Part of a note that goes into a case's history: with its number and amount it stays within the longest note there. */
const notedChars = 300;

/**
 * What a case is about, the same whoever tells it: message, query and statement have different words for one payment of the province, so its number and amount
 * say which it is; where there is no number, the words do.
 */
function factOf({ note, serialNo, amount, provinceAmount }: Told): string {
  const what = serialNo === undefined ? Array.from(note).slice(0, notedChars).join('') : `流水号 ${serialNo}`;
  return `再次出现，此前处理的是：${what}，${yuan(provinceAmount ?? amount)} 元`;
}

/** The note in the history of a case that is opened anew: what it was about before. */
export const earlierWords = (before: Told): string => (before.serialNo === undefined ? factOf(before) : `${factOf(before)}：${Array.from(before.note).slice(0, notedChars).join('')}`);

/** Whether a case was about the very same before, now or at an earlier time; `history`: its notes. */
export const isHeardBefore = (told: Told, before: Told, history: readonly string[]): boolean => {
  const fact = factOf(told);
  return factOf(before) === fact || history.some((words) => words === fact || words.startsWith(`${fact}：`));
};
