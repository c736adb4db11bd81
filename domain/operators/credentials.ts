import { dayMs, type EpochMs } from '../kernel/china-time.js';
import { passwordRules } from './password-rules.js';

/** `secret` in base32; `lastStep`: the newest time step whose code was taken, so that each code is good once; 0 until its holder has shown one. */
interface Authenticator { readonly secret: string; readonly lastStep: number }

/** The second thing somebody has (AUTH-03). */
export type SecondFactor =
  | { readonly kind: 'totp' } & Authenticator
  /** A key in a UKey: its public key as 04 and the point, hex. `authenticator`: what counted before it, and counts again once the key is removed; as long as there is the key its codes prove nothing. */
  | { readonly kind: 'ukey'; readonly publicKey: string; readonly authenticator: Authenticator };

/** Whether somebody can be asked for it: a secret that was only shown may never have been read. */
export const isEnrolled = (factor: SecondFactor | undefined): factor is SecondFactor => factor !== undefined && (factor.kind === 'ukey' || factor.lastStep > 0);

/** A key in place of what somebody has: only of one who has something, which comes back when the key goes. */
export const withKey = (factor: SecondFactor, publicKey: string): SecondFactor =>
  ({ kind: 'ukey', publicKey, authenticator: factor.kind === 'ukey' ? factor.authenticator : { secret: factor.secret, lastStep: factor.lastStep } });

/** Without this key; what is there instead of it stays. */
export const withoutKey = (factor: SecondFactor | undefined, publicKey: string): SecondFactor | undefined =>
  (factor?.kind === 'ukey' && factor.publicKey === publicKey ? { kind: 'totp', ...factor.authenticator } : factor);

/** Code by which an account is activated, or reset: shown once, kept as a digest, good once. */
export interface ActivationCode { readonly hash: string; readonly expiresAt: EpochMs }
export const activationValidMs = dayMs;

/** What proves that somebody is the holder of an account. Kept apart from it, so that no list or page ever reads it. */
export interface Credentials {
  readonly operatorNo: string;
  /** Hash with its algorithm and cost; undefined until the account is activated. */
  readonly password: string | undefined;
  readonly passwordChangedAt: EpochMs | undefined;
  /** Somebody else set it, or it was found too old: nothing else can be done before it is changed. */
  readonly mustChange: boolean;
  /** Hashes of the last passwords, newest first, the present one included. */
  readonly formerPasswords: readonly string[];
  readonly factor: SecondFactor | undefined;
  readonly activation: ActivationCode | undefined;
  readonly version: number;
}

export const newCredentials = (operatorNo: string, activation: ActivationCode): Credentials =>
  ({ operatorNo, password: undefined, passwordChangedAt: undefined, mustChange: false, formerPasswords: [], factor: undefined, activation, version: 1 });

/** With a password that its holder has just chosen; a code that led here is used up. */
export const withPassword = (credentials: Credentials, hash: string, now: EpochMs): Credentials => ({
  ...credentials, password: hash, passwordChangedAt: now, mustChange: false, activation: undefined,
  formerPasswords: [hash, ...credentials.formerPasswords].slice(0, passwordRules.remembered),
});

/** Reset by the security officer: nobody can sign in with the old password, and the second factor stays (AUTH-08). */
export const reset = (credentials: Credentials, activation: ActivationCode): Credentials => ({ ...credentials, password: undefined, activation });

export type ActivationVerdict = 'right' | 'wrong' | 'expired';

/** Judges a code by its digests under every key there is: it may have been given under another. */
export function judgeActivation({ activation }: Pick<Credentials, 'activation'>, hashes: readonly string[], now: EpochMs): ActivationVerdict {
  if (activation === undefined || !hashes.includes(activation.hash)) return 'wrong';
  return now < activation.expiresAt ? 'right' : 'expired';
}
