import type { FaultQueue, PlannedFault } from '../../shared/fault-queue.js';
import { dressings, type Dressing } from '../wire/signed-message.js';

/** What a fault can strike. `front` is the browser's call and the signed form on the way back to the merchant. */
export const faultTargets = ['query', 'refund', 'consume', 'undo', 'reversal', 'file', 'notify', 'front'] as const;
export type FaultTarget = (typeof faultTargets)[number];

const transports = ['hang', 'drop-before', 'drop-after', 'http-500', 'empty-body'] as const;
export type Transport = (typeof transports)[number];
/** `resp-code` is how a two-character code is kept in the queue. */
const answerFaults = ['resp-code', 'accepted-then-failed', 'stays-05'] as const;
/** Of one file that is handed out; what stands in a day's file for good is a bill fault. */
const fileFaults = ['cut-content', 'cut-line', 'wrong-merchant', 'wrong-day'] as const;
export type FileFault = (typeof fileFaults)[number];
const announcementFaults = ['count', 'late', 'duplicate', 'before-return'] as const;

const namesFor: Readonly<Record<FaultTarget, readonly string[]>> = {
  query: ['resp-code', ...transports, ...dressings],
  reversal: ['resp-code', ...transports, ...dressings],
  consume: [...answerFaults, ...transports, ...dressings],
  refund: [...answerFaults, ...transports, ...dressings],
  undo: [...answerFaults, ...transports, ...dressings],
  file: ['resp-code', ...fileFaults, ...transports, ...dressings],
  notify: [...announcementFaults, ...dressings],
  front: ['resp-code', ...transports, ...dressings],
};

/** At most as many sendings as UnionPay itself makes. */
const mostSendings = 5;
const longestDelayMs = 86_400_000;

const whole = (value: unknown, least: number, most: number): boolean => Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;

function checkSettings(fault: string, settings: Readonly<Record<string, unknown>>): void {
  if (fault === 'count' && !whole(settings['count'], 0, mostSendings)) throw new RangeError(`count is 0 to ${mostSendings}`);
  if (fault === 'late' && !whole(settings['ms'], 1, longestDelayMs)) throw new RangeError(`ms is 1 to ${longestDelayMs}`);
  if (fault === 'stays-05' && !whole(settings['queries'], 1, 1_000)) throw new RangeError('queries is 1 to 1000');
  if (settings['executed'] !== undefined && typeof settings['executed'] !== 'boolean') throw new RangeError('executed is true or false');
}

/** Reads the body of `POST /sim/faults`: `{kind, fault, times?, executed?, count?, ms?, queries?}`. Throws RangeError in plain words. */
export function readFault(body: Readonly<Record<string, unknown>>): PlannedFault {
  const { kind, fault, times = 1, ...settings } = body;
  const target = faultTargets.find((name) => name === kind);
  if (target === undefined) throw new RangeError(`kind is one of ${faultTargets.join(' ')} bill`);
  if (typeof fault !== 'string' || !whole(times, 1, 1_000_000)) throw new RangeError('fault is a name or a respCode, times 1 to 1000000');
  const isCode = /^[0-9A-Z]{2}$/.test(fault);
  const name = isCode ? 'resp-code' : fault;
  if (!namesFor[target].includes(name)) throw new RangeError(`faults of ${target}: a respCode, ${namesFor[target].join(' ')}`);
  checkSettings(name, settings);
  return { target, fault: name, times: times as number, settings: isCode ? { ...settings, code: fault } : settings };
}

/** What happens to one server call. */
export interface CallPlan {
  /** False: the call is answered without touching the books. */
  readonly executes: boolean;
  readonly transport: Transport | undefined;
  readonly dressing: Dressing | undefined;
  /** respCode (of a query: the code of the original) to tell in place of the true one. */
  readonly code: string | undefined;
  readonly failsLater: boolean;
  /** Queries that still answer 05 before the trade is decided. */
  readonly pendingQueries: number;
  readonly fileFault: FileFault | undefined;
}

/** Codes behind which the trade may well have been done; the others are a refusal at the entrance. */
const executedCodes: readonly string[] = ['00', 'A6', '03', '04', '05', '34', '42', '74', '75', '99'];
const notExecuted: readonly string[] = ['drop-before', 'http-500'];

function planFrom(planned: PlannedFault | undefined): CallPlan {
  const { fault = '', settings = {} } = planned ?? {};
  const code = typeof settings['code'] === 'string' ? settings['code'] : undefined;
  const usual = code === undefined ? !notExecuted.includes(fault) : executedCodes.includes(code);
  return {
    executes: typeof settings['executed'] === 'boolean' ? settings['executed'] : usual,
    transport: transports.find((name) => name === fault),
    dressing: dressings.find((name) => name === fault),
    code,
    failsLater: fault === 'accepted-then-failed',
    pendingQueries: fault === 'stays-05' ? Number(settings['queries']) : 0,
    fileFault: fileFaults.find((name) => name === fault),
  };
}

export function planCall(queue: FaultQueue, target: FaultTarget): CallPlan {
  return planFrom(queue.take(target, target === 'front' ? ['resp-code', ...transports] : namesFor[target]));
}

/** A dressing for one sending of a notification, or for the form that goes back to the merchant. */
export function takeDressing(queue: FaultQueue, target: 'notify' | 'front'): Dressing | undefined {
  return planFrom(queue.take(target, dressings)).dressing;
}

/** How one trade is announced. */
export interface AnnouncementPlan {
  /** Exactly so many sendings at once, whatever is answered; undefined: the usual five with gaps, until one is accepted. */
  readonly count: number | undefined;
  readonly lateMs: number;
  readonly duplicate: boolean;
  /** The payer's page waits until the first sending is over. */
  readonly beforeReturn: boolean;
}

export function planAnnouncement(queue: FaultQueue): AnnouncementPlan {
  const { fault, settings = {} } = queue.take('notify', announcementFaults) ?? {};
  return {
    count: fault === 'count' ? Number(settings['count']) : undefined,
    lateMs: fault === 'late' ? Number(settings['ms']) : 0,
    duplicate: fault === 'duplicate',
    beforeReturn: fault === 'before-return',
  };
}
