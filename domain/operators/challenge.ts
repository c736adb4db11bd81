import { minuteMs, type EpochMs } from '../kernel/china-time.js';

/** AUTH-03, AUTH-05, AUTH-09: what a sign-in is bound to. */
export const challengeValidMs = 2 * minuteMs;
export type ChallengePurpose = 'sign-in' | 'activate' | 'change-password' | 'ukey-sign-in' | 'ukey-step-up';

/** One question of ours that is answered once: a key to encrypt a password with, a picture to read, a text to sign. */
export interface Challenge {
  readonly challengeNo: string;
  readonly purpose: ChallengePurpose;
  /** Random text that is signed by a UKey. */
  readonly nonce: string;
  /** Private key for whatever is encrypted for this challenge, hex; sealed by the store. */
  readonly privateKey: string;
  /** What stands in the picture, undefined where none was shown. */
  readonly captcha: string | undefined;
  /** Session that it was made in; undefined before there is one. */
  readonly sessionNo: string | undefined;
  readonly madeAt: EpochMs;
  readonly usedAt: EpochMs | undefined;
  readonly version: number;
}

export type ChallengeVerdict = 'good' | 'used' | 'expired' | 'other-purpose' | 'other-session';

/** Whether an answer to this challenge may be looked at; it is used up by being looked at, right or wrong. */
export function judgeChallenge(challenge: Challenge, purpose: ChallengePurpose, sessionNo: string | undefined, now: EpochMs): ChallengeVerdict {
  if (challenge.purpose !== purpose) return 'other-purpose';
  if (challenge.sessionNo !== sessionNo) return 'other-session';
  if (challenge.usedAt !== undefined) return 'used';
  return now - challenge.madeAt < challengeValidMs ? 'good' : 'expired';
}

/** Small and capital letters are hard to tell apart in a picture. */
export const isCaptchaRight = (shown: string | undefined, typed: string | undefined): boolean =>
  shown !== undefined && typed !== undefined && typed.trim().toLowerCase() === shown.toLowerCase();

/** What a UKey signs: nothing of it fits another account, session or place (AUTH-03). */
export const signedText = (purpose: 'sign-in' | 'step-up', account: string, nonce: string, origin: string): string => `${purpose}|${account}|${nonce}|${origin}`;
