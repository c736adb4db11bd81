import { minuteMs, type EpochMs } from '../kernel/china-time.js';

/** AUTH-03, AUTH-05, AUTH-09: what a sign-in is bound to. */
export const challengeValidMs = 2 * minuteMs;
/** What a UKey signs a text for; `register`: to show that somebody has the key. */
export type KeyUse = 'sign-in' | 'step-up' | 'register';
export type ChallengePurpose = 'sign-in' | 'activate' | 'change-password' | `ukey-${KeyUse}`;

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
  /** Session that it was made in; before there is one, a mark of the browser and the account that it was made for. */
  readonly sessionNo: string | undefined;
  readonly madeAt: EpochMs;
  readonly usedAt: EpochMs | undefined;
  readonly version: number;
}

export type ChallengeVerdict = 'good' | 'used' | 'expired' | 'other-purpose' | 'other-session';

/** Whether an answer to this challenge may be looked at; it is used up by being looked at, right or wrong. `sessionNo`: or all marks that it may have been made for. */
export function judgeChallenge(challenge: Challenge, purpose: ChallengePurpose, sessionNo: string | undefined | readonly string[], now: EpochMs): ChallengeVerdict {
  if (challenge.purpose !== purpose) return 'other-purpose';
  const isItsOwn = typeof sessionNo === 'object' ? challenge.sessionNo !== undefined && sessionNo.includes(challenge.sessionNo) : challenge.sessionNo === sessionNo;
  if (!isItsOwn) return 'other-session';
  if (challenge.usedAt !== undefined) return 'used';
  return now - challenge.madeAt < challengeValidMs ? 'good' : 'expired';
}

/** Small and capital letters are hard to tell apart in a picture. */
export const isCaptchaRight = (shown: string | undefined, typed: string | undefined): boolean =>
  shown !== undefined && typed !== undefined && typed.trim().toLowerCase() === shown.toLowerCase();

/** What a UKey signs: nothing of it fits another account, session or place (AUTH-03). */
export const signedText = (use: KeyUse, account: string, nonce: string, origin: string): string => `${use}|${account}|${nonce}|${origin}`;
