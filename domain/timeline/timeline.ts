import type { EpochMs } from '../kernel/china-time.js';
import type { Fen } from '../kernel/money.js';

/** What a moment of an order's story is about, in the order in which money and paper pass. */
export type TimelineSubject = 'order' | 'payment' | 'settlement' | 'payment-notice' | 'e-bill' | 'refund' | 'callback' | 'text-message' | 'personal-bill';

export const subjectNames: Readonly<Record<TimelineSubject, string>> = {
  order: '订单', payment: '支付', settlement: '对账', 'payment-notice': '缴款书', 'e-bill': '电子票据', refund: '退款', callback: '业务系统', 'text-message': '短信', 'personal-bill': '个人账单',
};

/** One thing that happened. */
export interface TimelineEntry {
  readonly at: EpochMs;
  readonly subject: TimelineSubject;
  /** Chinese, for the payer; no number of a person, no secret. */
  readonly text: string;
  readonly amount: Fen | undefined;
  /** `problem`: not as it should be, and somebody or something is at it. */
  readonly tone: 'done' | 'waiting' | 'problem';
  /** For operators only: numbers, codes, last words of other systems. */
  readonly detail: string | undefined;
}

/** What the platform does next by itself, and when. */
export interface NextStep { readonly at: EpochMs; readonly subject: TimelineSubject; readonly text: string }

/** Where the money of one order is: what happened, oldest first, and what comes next, soonest first. */
export interface Timeline { readonly entries: readonly TimelineEntry[]; readonly next: readonly NextStep[] }

/** Callbacks and personal bills are between systems: a payer neither knows them nor can do anything about them. */
const forOperatorsOnly: ReadonlySet<TimelineSubject> = new Set<TimelineSubject>(['callback', 'personal-bill', 'settlement']);

/** Entries of one moment stay in the order given. */
export const timelineOf = (entries: readonly TimelineEntry[], next: readonly NextStep[]): Timeline =>
  ({ entries: [...entries].sort((a, b) => a.at - b.at), next: [...next].sort((a, b) => a.at - b.at) });

/** The same as its payer may see it. */
export const forPayer = ({ entries, next }: Timeline): Timeline => ({
  entries: entries.filter(({ subject }) => !forOperatorsOnly.has(subject)).map((entry) => ({ ...entry, detail: undefined })),
  // Of several jobs of one kind the soonest tells all that a payer can make of them.
  next: next.filter(({ subject, text }, index) => !forOperatorsOnly.has(subject) && next.findIndex((step) => step.subject === subject && step.text === text) === index),
});
