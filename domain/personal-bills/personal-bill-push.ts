import { nextTryOf, type CallbackPlan } from '../callbacks/callback.js';
import type { Arrows } from '../kernel/arrows.js';
import type { EpochMs } from '../kernel/china-time.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import type { PersonalBillState } from './personal-bill.js';

export type PersonalBillPushState = 'pending' | 'accepted' | 'failed';
/** News of the order, or a person, makes every push pending again. */
export const personalBillPushArrows = {
  pending: ['accepted', 'failed'], accepted: ['pending'], failed: ['pending'],
} as const satisfies Arrows<PersonalBillPushState>;

/**
 * How far the city app knows the record of one order. What it was told is kept as a digest only: the record is made anew from the order at each
 * push, so that nothing personal lies here.
 */
export interface PersonalBillPush {
  readonly platformOrderNo: string;
  readonly bizOrderNo: string;
  readonly devId: string;
  readonly merchantNo: string;
  /** Of the record that this push is about. */
  readonly contentDigest: string;
  readonly billState: PersonalBillState;
  readonly state: PersonalBillPushState;
  /** Of the present round: new content, or a person, begins another. */
  readonly tries: number;
  readonly firstTriedAt: EpochMs | undefined;
  readonly lastTriedAt: EpochMs | undefined;
  readonly nextTryAt: EpochMs | undefined;
  /** Short word on the last answer: `http 500`, `timeout`, `code 9999`; never its body. */
  readonly lastAnswer: string | undefined;
  /** When the app last took a record of this order, be it an older one. */
  readonly acceptedAt: EpochMs | undefined;
  readonly createdAt: EpochMs;
  readonly version: number;
}

/** The order that a push is about. */
export type PushSubject = Pick<PersonalBillPush, 'platformOrderNo' | 'bizOrderNo' | 'devId' | 'merchantNo'>;
export type PushContent = Pick<PersonalBillPush, 'contentDigest' | 'billState'>;

/** The push that this content needs: as it stands where the app was offered just this, otherwise a new round. */
export function pushFor(known: PersonalBillPush | undefined, subject: PushSubject, content: PushContent, now: EpochMs): PersonalBillPush {
  if (known?.contentDigest === content.contentDigest) return known;
  const base = known ?? { ...subject, lastTriedAt: undefined, lastAnswer: undefined, acceptedAt: undefined, createdAt: now, version: 1 };
  return { ...base, ...content, ...newRound(now) };
}

const newRound = (now: EpochMs) => ({ state: 'pending' as const, tries: 0, firstTriedAt: undefined, nextTryAt: now });

/** After a try at `at`: taken, due again by the plan, or left to people behind its last try. */
export function afterPush(push: PersonalBillPush, at: EpochMs, accepted: boolean, answer: string, plan: CallbackPlan): PersonalBillPush {
  const firstTriedAt = push.firstTriedAt ?? at;
  const tried = { ...push, tries: push.tries + 1, firstTriedAt, lastTriedAt: at, lastAnswer: answer.slice(0, 200) };
  if (accepted) return { ...tried, state: 'accepted', acceptedAt: at, nextTryAt: undefined };
  const nextTryAt = nextTryOf(plan, tried.tries, firstTriedAt, at);
  return { ...tried, state: nextTryAt === undefined ? 'failed' : 'pending', nextTryAt };
}

/** A person wants it pushed once more: after the app was mended, or lost what it had. */
export function pushAgain(push: PersonalBillPush, now: EpochMs): Result<PersonalBillPush, 'waits-already'> {
  return push.state === 'pending' ? refuse('waits-already') : ok({ ...push, ...newRound(now) });
}
