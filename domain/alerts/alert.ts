import { canMove, type Arrows } from '../kernel/arrows.js';
import type { EpochMs } from '../kernel/china-time.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import type { AlertLevel, AlertType } from './alert-kinds.js';

export type AlertState = 'unread' | 'read' | 'handled';
/** What happens again while it is read is unread again; once handled, the next time is an alert of its own. */
export const alertArrows = { unread: ['read', 'handled'], read: ['unread', 'handled'], handled: [] } as const satisfies Arrows<AlertState>;

/** 提醒 (PERF-3-b): something a person must look at, told once for each thing it is about, however often it happens. */
export interface Alert {
  readonly alertNo: string;
  /** Type and thing while it waits, its own number once it is handled: so there is one at most that waits for one thing. */
  readonly place: string;
  readonly alertType: AlertType;
  readonly level: AlertLevel;
  /** Of the journal, or of what looks for things that wait too long. */
  readonly event: string;
  /** For people; no personal data. */
  readonly message: string;
  readonly relatedOrderNo: string | undefined;
  /** How often it happened since it was first told. */
  readonly times: number;
  readonly firstAt: EpochMs;
  readonly lastAt: EpochMs;
  readonly state: AlertState;
  /** Name of whoever handled it. */
  readonly handledBy: string | undefined;
  readonly handledAt: EpochMs | undefined;
  readonly remark: string;
  readonly version: number;
}

/** What is to be told: the same `event` and `subject` are the same alert while it waits. */
export interface Raised extends Pick<Alert, 'alertType' | 'level' | 'event' | 'message' | 'relatedOrderNo'> {
  readonly subject: string;
  readonly times: number;
  readonly at: EpochMs;
}

/** Longest subject: as long as its column, behind the event. */
export const maxSubject = 160;

export const placeOf = ({ event, subject }: Pick<Raised, 'event' | 'subject'>): string => `${event}:${subject}`.slice(0, maxSubject);

export const newAlert = (alertNo: string, { subject, at, ...raised }: Raised): Alert => ({
  ...raised, alertNo, place: placeOf({ event: raised.event, subject }), firstAt: at, lastAt: at, state: 'unread', handledBy: undefined, handledAt: undefined, remark: '', version: 1,
});

/** It happened again: the newest words stand. */
export const raisedAgain = (alert: Alert, { message, level, times, at }: Raised): Alert => ({
  ...alert, message, level, times: Math.min(alert.times + times, Number.MAX_SAFE_INTEGER), lastAt: Math.max(alert.lastAt, at), state: alert.state === 'handled' ? 'handled' : 'unread',
});

export function markedRead(alert: Alert): Result<Alert, 'not-unread'> {
  return canMove<AlertState>(alertArrows, alert.state, 'read') ? ok({ ...alert, state: 'read' }) : refuse('not-unread');
}

export function handled(alert: Alert, by: { readonly name: string; readonly remark: string }, now: EpochMs): Result<Alert, 'handled-already'> {
  if (!canMove<AlertState>(alertArrows, alert.state, 'handled')) return refuse('handled-already');
  return ok({ ...alert, state: 'handled', place: alert.alertNo, handledBy: by.name, handledAt: now, remark: by.remark });
}
