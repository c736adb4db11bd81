import type { Arrows } from '../kernel/arrows.js';
import { minuteMs, type EpochMs } from '../kernel/china-time.js';
import { ok, refuse, type Result } from '../kernel/result.js';

export type CallbackState = 'pending' | 'accepted' | 'failed';
/** An operator's resend makes one that was given up, or was accepted before, pending again. */
export const callbackArrows = { pending: ['accepted', 'failed'], accepted: ['pending'], failed: ['pending', 'accepted'] } as const satisfies Arrows<CallbackState>;

/** One piece of news for a business system: payment (states 2, 3, 4), repeat payment (5) or refund (2, 3). Each has its own key and plan. */
export interface Callback {
  readonly callbackId: string;
  readonly kind: 'payment' | 'refund';
  /** Order or refund it speaks of. */
  readonly platformOrderNo: string;
  readonly platformRefundOrderNo: string | undefined;
  readonly devId: string;
  readonly merchantNo: string;
  readonly url: string;
  /** State told, by its word in the news (`paid`, `repeat-paid`, `refunded`, …); the wire's number is made from it when it is sent. */
  readonly toldState: string;
  /** The business data as it will be signed, JSON text fixed when the event happened. */
  readonly content: string;
  /** What the business system must echo when it echoes at all. */
  readonly passbackParams: string | undefined;
  readonly state: CallbackState;
  readonly tries: number;
  readonly firstTriedAt: EpochMs | undefined;
  readonly lastTriedAt: EpochMs | undefined;
  readonly nextTryAt: EpochMs | undefined;
  /** Short word on the last answer: `http 500`, `timeout`, `refused address`; never its body. */
  readonly lastAnswer: string | undefined;
  readonly acceptedAt: EpochMs | undefined;
  readonly createdAt: EpochMs;
  readonly version: number;
}

/** 补偿通知: minutes between tries (1.1.2.1.5-a); counted from the previous try, by configuration from the first. */
export interface CallbackPlan { readonly minutes: readonly number[]; readonly countFrom: 'previous' | 'first' }
export const defaultCallbackPlan: CallbackPlan = { minutes: [1, 3, 5, 15, 30], countFrom: 'previous' };

/** The callback after a try at `at` that was (not) accepted; `failed` after the last of the plan. One that was accepted before was sent again by a person: once, and it stays accepted whatever came of it. */
export function afterTry(callback: Callback, at: EpochMs, accepted: boolean, answer: string, plan: CallbackPlan): Callback {
  const tries = callback.tries + 1;
  const firstTriedAt = callback.firstTriedAt ?? at;
  const tried = { ...callback, tries, firstTriedAt, lastTriedAt: at, lastAnswer: answer.slice(0, 200) };
  if (accepted) return { ...tried, state: 'accepted', acceptedAt: at, nextTryAt: undefined };
  if (callback.acceptedAt !== undefined) return { ...tried, state: 'accepted', nextTryAt: undefined };
  const nextTryAt = nextTryOf(plan, tries, firstTriedAt, at);
  return nextTryAt === undefined ? { ...tried, state: 'failed', nextTryAt } : { ...tried, nextTryAt };
}

/** When to try again after the `tries`-th try at `at`; undefined after the last of the plan. */
export function nextTryOf(plan: CallbackPlan, tries: number, firstTriedAt: EpochMs, at: EpochMs): EpochMs | undefined {
  const wait = plan.minutes[tries - 1];
  if (wait === undefined) return undefined;
  return plan.countFrom === 'previous' ? at + wait * minuteMs : Math.max(at, firstTriedAt + wait * minuteMs);
}

/** Sent once more at `at` because a person wants it (PAY-05); the try is counted with those before. One that is due by now is under way. */
export function sendAgain(callback: Callback, at: EpochMs): Result<Callback, 'under-way'> {
  if (callback.state === 'pending' && (callback.nextTryAt ?? 0) <= at) return refuse('under-way');
  return ok({ ...callback, state: 'pending', nextTryAt: at });
}
