import { canMove, type Arrows } from '../kernel/arrows.js';
import type { EpochMs } from '../kernel/china-time.js';
import { ok, refuse, type Result } from '../kernel/result.js';

/** `asked`: its holder has proved to have it. `reported`: said to be lost, so that it proves nothing until somebody has decided. */
export type KeyState = 'asked' | 'in-use' | 'rejected' | 'reported' | 'removed';
export const keyArrows = { asked: ['in-use', 'rejected'], 'in-use': ['reported', 'removed'], rejected: ['asked'], reported: ['in-use', 'removed'], removed: [] } as const satisfies Arrows<KeyState>;

/** The key in somebody's UKey (AUTH-03). One that was removed never comes back: nobody knows who has it. */
export interface OperatorKey {
  readonly keyNo: string;
  readonly operatorNo: string;
  /** 04 and the point, hex. */
  readonly publicKey: string;
  /** SM3 of the key, hex: by it a key belongs to one account for good. */
  readonly print: string;
  readonly state: KeyState;
  /** Who wants what waits for a decision: the holder that it counts, the system officer that it does not. */
  readonly askedBy: string;
  readonly askedAt: EpochMs;
  readonly decidedBy: string | undefined;
  readonly decidedAt: EpochMs | undefined;
  readonly remark: string;
  readonly version: number;
}

export type KeyRefusal = 'own-key' | 'own-request' | 'not-waiting' | 'not-in-use';
type Step = Pick<OperatorKey, 'remark'> & { readonly by: string; readonly at: EpochMs };

/** `before`: the same key, where it is known already. */
export function askFor(key: Pick<OperatorKey, 'keyNo' | 'operatorNo' | 'publicKey' | 'print'>, before: OperatorKey | undefined, { at, remark }: Omit<Step, 'by'>): Result<OperatorKey, 'key-taken'> {
  const asked = { state: 'asked', askedBy: key.operatorNo, askedAt: at, decidedBy: undefined, decidedAt: undefined, remark } as const;
  if (before === undefined) return ok({ ...key, ...asked, version: 1 });
  return before.operatorNo === key.operatorNo && canMove(keyArrows, before.state, 'asked') ? ok({ ...before, ...asked }) : refuse('key-taken');
}

/** A key that somebody has lost proves nothing from this moment on. */
export function reportLost(key: OperatorKey, { by, at, remark }: Step): Result<OperatorKey, KeyRefusal> {
  return canMove(keyArrows, key.state, 'reported') ? ok({ ...key, state: 'reported', askedBy: by, askedAt: at, decidedBy: undefined, decidedAt: undefined, remark }) : refuse('not-in-use');
}

/** What is asked is agreed to or not, by neither whoever asked nor the holder (RBAC-03). */
export function decideKey(key: OperatorKey, decision: 'approve' | 'reject', { by, at, remark }: Step): Result<OperatorKey, KeyRefusal> {
  if (key.state !== 'asked' && key.state !== 'reported') return refuse('not-waiting');
  if (key.operatorNo === by) return refuse('own-key');
  if (key.askedBy === by) return refuse('own-request');
  const isKept = decision === 'reject';
  const state: KeyState = key.state === 'asked' ? (isKept ? 'rejected' : 'in-use') : (isKept ? 'in-use' : 'removed');
  return ok({ ...key, state, decidedBy: by, decidedAt: at, remark: remark === '' ? key.remark : remark });
}

/** What people compare with what the tool of a UKey shows. */
export const maskPrint = (print: string): string => `${print.slice(0, 8)}…${print.slice(-8)}`;
