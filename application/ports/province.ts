import type { BusinessDay, EpochMs } from '../../domain/kernel/china-time.js';
import type { FenSum } from '../../domain/kernel/money.js';
import type { PaymentToName } from '../../domain/payment-notices/judge-notice.js';
import type { NoticeContent, PaymentNotice } from '../../domain/payment-notices/payment-notice.js';
import type { ConfirmReport, IssueReport, NoticeLine, NoticePaid, NoticeReport, ProvinceUnknown, PushReport, VoidReport } from '../../domain/payment-notices/province-report.js';
import type { HttpReply } from './payment-channel.js';

/**
 * The provincial non-tax system of one region as its capabilities. What a dialect cannot do is absent here. No method throws for
 * anything the province or the network does: that is the report `unknown`.
 */
export interface Province {
  /** 非税区划编码 whose notices these are. */
  readonly region: string;
  /** Whether a business system may bring this pay code: it has the region's form, and is none of those that only we make. */
  readonly isPayCodeFromElsewhere: (payCode: string) => boolean;
  readonly issuing?: NoticeIssuing;
  readonly queries: NoticeQueries;
  readonly pushing?: NoticePushing;
  readonly confirming?: NoticeConfirming;
  readonly voiding?: NoticeVoiding;
  readonly statements?: ProvinceStatements;
  /** Paid messages that come by HTTP, and those that come over a line of their own. */
  readonly paidMessages?: PaidMessages;
  readonly paidFrames?: PaidFrames;
}

/** The connected provinces by non-tax region code. */
export type Provinces = ReadonlyMap<string, Province>;

export interface NoticeIssuing {
  /** Safe to repeat: the same `busNo` gives the same notice. Throws for content that does not add up, a fault of ours. */
  issue(content: NoticeContent, timeoutMs: number): Promise<IssueReport>;
}

/** By the province's number, or by our order number where an issue had no clear answer. */
export type NoticeRef = { readonly payCode: string } | { readonly busNo: string };

export interface NoticeQueries {
  query(ref: NoticeRef, timeoutMs: number): Promise<NoticeReport>;
}

export interface NoticePushing {
  /** Hands a notice that came from elsewhere to the province's public payment product. `source`: the system it came from. */
  push(notice: PaymentNotice, source: string, notifyUrl: string, timeoutMs: number): Promise<PushReport>;
}

export interface PaymentToConfirm extends PaymentToName {
  readonly channelSerialNo: string;
  /** The province's word for the channel. */
  readonly paymentChannel: string;
  readonly paidAt: EpochMs;
  readonly payerName: string;
}

export interface NoticeConfirming {
  /** Says that money has arrived. Safe to repeat with the same serial number; `timeoutMs` covers a question that an unclear answer needs. */
  confirm(payment: PaymentToConfirm, timeoutMs: number): Promise<ConfirmReport>;
}

export interface NoticeVoiding {
  void(payCode: string, reason: string, operator: string, timeoutMs: number): Promise<VoidReport>;
}

export type FetchedStatement =
  /** The raw file, its digest checked. */
  | { readonly kind: 'file'; readonly fileName: string; readonly bytes: Uint8Array }
  | { readonly kind: 'not-ready' }
  | ProvinceUnknown;

/** A row that could not be read; kept and shown, never dropped. `lineNo` counts from 1, the head line. */
export interface OddNoticeLine { readonly lineNo: number; readonly text: string; readonly why: string }

/** `damaged`: nothing of it may be booked. */
export type StatementReading =
  | { readonly kind: 'read'; readonly lines: readonly NoticeLine[]; readonly odd: readonly OddNoticeLine[]; readonly total: FenSum }
  | { readonly kind: 'damaged'; readonly why: 'charset' | 'head' | 'day' | 'too-large' | 'count-differs' | 'sum-differs'; readonly odd: readonly OddNoticeLine[] };

export interface ProvinceStatements {
  fetch(day: BusinessDay, timeoutMs: number): Promise<FetchedStatement>;
  /** The same bytes always give the same reading. Lets other work go on between its pages. */
  read(day: BusinessDay, raw: Uint8Array): Promise<StatementReading>;
}

/** Limits of one region's statement of one day. */
export const provinceStatementLimits = { rawBytes: 8 * 1024 * 1024, lines: 100_000, lineBytes: 1024, pageLines: 500 } as const;

export type PaidMessageVerdict =
  | { readonly genuine: true; readonly paid: NoticePaid }
  /** `why` for the security log. */
  | { readonly genuine: false; readonly why: 'signature' | 'replayed' | 'foreign' | 'unreadable' };

export interface PaidMessages {
  /** Verifies and translates; a genuine message counts once, so that it cannot be played again. */
  read(body: Uint8Array, now: EpochMs): Promise<PaidMessageVerdict>;
  /** Said after everything is stored. */
  accepted(): Promise<HttpReply>;
  /** Said otherwise, so that the province repeats (with a fresh number). `reason` is for people in Chinese. */
  refused(reason: string): Promise<HttpReply>;
}

export type PaidFrameVerdict =
  /** `digest`: of its content; one `messageId` has one content. */
  | { readonly kind: 'paid'; readonly paid: NoticePaid; readonly messageId: string; readonly digest: string; readonly reply: FrameReply }
  /** By the province, and still nothing that we can act on; it is told so. */
  | { readonly kind: 'not-for-us'; readonly why: 'foreign' | 'unreadable'; readonly reply: FrameReply }
  /** Not by the province; it gets no answer. */
  | { readonly kind: 'untrue'; readonly why: 'signature' | 'unreadable' };

/** The bytes of our answer. `done` is said only after everything is stored; `words` are for people in Chinese. */
export type FrameReply = (outcome: 'done' | 'failed', words: string) => Promise<Uint8Array>;

/** Paid messages as frames on a connection that the province opens. */
export interface PaidFrames {
  /** Bytes of the frame that begins here; `more` until that can be told, `bad` where none begins. */
  lengthOf(start: Uint8Array): number | 'more' | 'bad';
  /** Verifies and translates exactly one frame. */
  read(frame: Uint8Array, now: EpochMs): Promise<PaidFrameVerdict>;
}

/** Random numbers of messages that were taken once; shared by all processes that hear the same province. */
export interface SpentNumbers {
  /** True the first time; false while an earlier spending of the same number is younger than `keepMs`. */
  spend(number: string, now: EpochMs, keepMs: number): Promise<boolean>;
}
