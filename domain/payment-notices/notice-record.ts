import { canMove, type Arrows } from '../kernel/arrows.js';
import { businessDay, type BusinessDay, type EpochMs } from '../kernel/china-time.js';
import type { NoticeConfirmation, NoticeContent, PaymentNotice } from './payment-notice.js';

/** Where a notice came from: made for an order, given with an order, or issued or pushed by a business system before there was an order. */
export const noticeOrigins = ['order', 'given', 'issued', 'pushed'] as const;
export type NoticeOrigin = (typeof noticeOrigins)[number];

/** What is to be done about a notice, as far as it is ours; its state at the province is another matter. */
export type NoticeStep =
  /** Asked of the province, which has not given it a number yet. */
  | 'to-issue'
  /** The province said no to issuing it. */
  | 'refused'
  /** Taken in from a business system, to be handed to the province. */
  | 'to-push'
  /** Can be paid. */
  | 'open'
  /** Money has arrived here and the province does not know it for certain. */
  | 'confirm-pending'
  | 'confirmed'
  /** Another payment than ours settled it. */
  | 'paid-elsewhere'
  | 'void-pending'
  | 'voided'
  /** The money went back and the province knows it. */
  | 'returned';

/** The whole life of our side of a notice. */
export const noticeStepArrows = {
  'to-issue': ['open', 'refused', 'void-pending', 'voided'],
  refused: ['to-issue', 'to-push', 'voided'],
  'to-push': ['open', 'refused', 'paid-elsewhere', 'void-pending', 'voided'],
  open: ['confirm-pending', 'paid-elsewhere', 'void-pending'],
  'confirm-pending': ['confirmed', 'paid-elsewhere', 'open', 'void-pending'],
  confirmed: ['returned'],
  'paid-elsewhere': [],
  'void-pending': ['voided', 'paid-elsewhere', 'confirm-pending'],
  voided: [],
  returned: [],
} as const satisfies Arrows<NoticeStep>;

/** One record for each notice of the province that this platform has to do with. `busNo` of its content is `noticeNo` wherever we issue it. */
export interface NoticeRecord extends NoticeContent {
  /** Our own number: the platform order number of a notice that was made for an order or given with one. */
  readonly noticeNo: string;
  readonly origin: NoticeOrigin;
  readonly devId: string;
  readonly merchantNo: string;
  /** The business system's number; of a notice that came with an order one that no business system may use. */
  readonly bizNoticeNo: string;
  /** Keyed digest of what the business system sent: the same number with other content is refused. */
  readonly contentDigest: string | undefined;
  /** The order that pays it now; a later order takes a notice over whose order was closed. */
  readonly platformOrderNo: string | undefined;
  readonly payCode: string | undefined;
  readonly checkCode: string | undefined;
  readonly eBookNo: string | undefined;
  /** Where it can be paid by scanning, as the province or its payment product says. */
  readonly payUrl: string | undefined;
  /** The province's state as last heard. */
  readonly state: PaymentNotice['state'];
  readonly confirmation: NoticeConfirmation | undefined;
  readonly step: NoticeStep;
  /** Payment of ours: key of its trade, moment and day. */
  readonly tradeKey: string | undefined;
  readonly paidAt: EpochMs | undefined;
  readonly payDay: BusinessDay | undefined;
  /** Tries of the present step without a clear answer. */
  readonly tries: number;
  /** What the province said last, for people. */
  readonly lastWord: string;
  readonly createdAt: EpochMs;
  readonly changedAt: EpochMs;
  readonly version: number;
}

const orderPrefix = 'ORDER-';
/** Number of a notice that has no number of a business system. */
export const bizNoOfOrder = (platformOrderNo: string): string => `${orderPrefix}${platformOrderNo}`;
export const isReservedNoticeNo = (bizNoticeNo: string): boolean => bizNoticeNo.startsWith(orderPrefix);

/** Unique among all records: the province's number, or ours while there is none. A notice that the province refused keeps nobody from bringing its number. */
export const slipKey = ({ region, payCode, noticeNo, step }: Pick<NoticeRecord, 'region' | 'payCode' | 'noticeNo' | 'step'>): string =>
  (payCode === undefined || step === 'refused' ? `-:${noticeNo}` : keyOfPayCode(region, payCode));
/** Finds whoever holds the number. */
export const keyOfPayCode = (region: string, payCode: string): string => `${region}:${payCode}`;

/** Whether a request has the content of a notice. `digests`: of its content under every key there is: it may come again after a new one (KEY-02). */
export const isSameContent = ({ contentDigest }: Pick<NoticeRecord, 'contentDigest'>, digests: readonly string[]): boolean => contentDigest !== undefined && digests.includes(contentDigest);

export interface NoticeMint extends Pick<NoticeRecord, 'noticeNo' | 'origin' | 'devId' | 'merchantNo' | 'bizNoticeNo' | 'contentDigest' | 'platformOrderNo' | 'step'> { readonly now: EpochMs }

/** A notice that has no number yet. */
export const newNotice = (content: NoticeContent, { now, ...mint }: NoticeMint): NoticeRecord => ({
  ...content, ...mint, payCode: undefined, checkCode: undefined, eBookNo: undefined, payUrl: undefined, state: 'unpaid', confirmation: undefined,
  tradeKey: undefined, paidAt: undefined, payDay: undefined, tries: 0, lastWord: '', createdAt: now, changedAt: now, version: 1,
});

/** A notice that the province has shown. */
export const foundNotice = (notice: PaymentNotice, mint: NoticeMint): NoticeRecord => ({
  ...newNotice(notice, mint), payCode: notice.payCode, checkCode: notice.checkCode, state: notice.state, confirmation: notice.confirmation,
});

/** Takes a step; counts tries anew. Throws for an arrow that is not there: a fault of ours. */
export function stepTo(record: NoticeRecord, step: NoticeStep, now: EpochMs, changes: Partial<NoticeRecord> = {}): NoticeRecord {
  if (!canMove(noticeStepArrows, record.step, step)) throw new Error(`a payment notice does not go from ${record.step} to ${step}`);
  return { ...record, tries: 0, ...changes, step, changedAt: now };
}

/** The money of an order is this notice's. */
export interface NoticePayment { readonly tradeKey: string; readonly paidAt: EpochMs }
export const withPayment = (record: NoticeRecord, { tradeKey, paidAt }: NoticePayment, now: EpochMs): NoticeRecord =>
  stepTo(record, 'confirm-pending', now, { tradeKey, paidAt, payDay: businessDay(paidAt) });

/** The money went back before the province knew of it: the notice is as if nobody had paid. */
export const withoutPayment = { tradeKey: undefined, paidAt: undefined, payDay: undefined } as const satisfies Partial<NoticeRecord>;

/** Whether an order may still pay it, as far as we know ourselves. */
export const isOpenToOrders = ({ step }: NoticeRecord): boolean => step === 'to-issue' || step === 'open' || step === 'to-push';
