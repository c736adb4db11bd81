import { dayMs, hourMs, minuteMs, type EpochMs } from '../kernel/china-time.js';

/** SES-02, AUTH-10; on the server's clock. */
export interface SessionRules { readonly idleMs: number; readonly absoluteMs: number; readonly stepUpMs: number; readonly factorMs: number }
export const defaultSessionRules: SessionRules = { idleMs: 15 * minuteMs, absoluteMs: 8 * hourMs, stepUpMs: 5 * minuteMs, factorMs: 5 * minuteMs };

/** How long a session that has ended is kept; that it was there stays in the operation log. */
export const endedSessionKeptMs = 30 * dayMs;

/** `factor`: the password was right, nothing but the second factor may be asked for. `password-change`: signed in, and nothing but a new password. */
export type SessionStage = 'factor' | 'password-change' | 'signed-in';
export const sessionEnds = ['signed-out', 'kicked', 'ended-by-officer', 'rights-changed', 'idle', 'too-old'] as const;
export type SessionEnd = (typeof sessionEnds)[number];

export interface Session {
  /** Digest of the token; the token itself is only in the browser (SES-01). */
  readonly tokenHash: string;
  readonly sessionNo: string;
  readonly operatorNo: string;
  readonly stage: SessionStage;
  readonly address: string;
  readonly beganAt: EpochMs;
  /** Last request of a person; polling in the background is none. */
  readonly seenAt: EpochMs;
  /** When the second factor was last shown. */
  readonly provedAt: EpochMs | undefined;
  readonly endedAt: EpochMs | undefined;
  readonly end: SessionEnd | undefined;
  readonly version: number;
}

export type SessionVerdict = 'good' | SessionEnd;

/** Whether a session still holds; read at every request. */
export function judgeSession(session: Session, now: EpochMs, rules: SessionRules = defaultSessionRules): SessionVerdict {
  if (session.end !== undefined) return session.end;
  if (now - session.beganAt >= rules.absoluteMs) return 'too-old';
  return now - session.seenAt >= (session.stage === 'factor' ? rules.factorMs : rules.idleMs) ? 'idle' : 'good';
}

/** Whether the person showed the second factor short enough ago for what needs it anew (AUTH-10). */
export const isProvedLately = ({ provedAt }: Pick<Session, 'provedAt'>, now: EpochMs, rules: SessionRules = defaultSessionRules): boolean =>
  provedAt !== undefined && now - provedAt < rules.stepUpMs;

export const ended = (session: Session, end: SessionEnd, now: EpochMs): Session => ({ ...session, end, endedAt: now });
