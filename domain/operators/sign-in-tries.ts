import { minuteMs, type EpochMs } from '../kernel/china-time.js';
import { isAccount } from './operator.js';

/** AUTH-04, AUTH-05: counted per account and per place it comes from, wrong second factors as well. */
export const tryRules = { withinMs: 15 * minuteMs, lockMs: 30 * minuteMs, captchaAfter: 3 } as const;
/** Wrong tries until the lock. A place is that of a whole office behind one address: the tries of one forgetful person must not lock the others out. */
export const lockAfter = { account: 5, address: 30 } as const;
export type TriesOf = keyof typeof lockAfter;

/** Wrong tries of one account or from one place. */
export interface SignInTries {
  /** `account:<login name>` or `address:<who asks>`. */
  readonly holder: string;
  /** Moments of the wrong tries that still count, oldest first. */
  readonly wrongAt: readonly EpochMs[];
  readonly lockedUntil: EpochMs | undefined;
  readonly version: number;
}

export const holderOf = (of: TriesOf, name: string): string => `${of}:${name.slice(0, 64)}`;
/** Of an account. Names that nobody can have are one: they are no place to fill a table in, and some of them no database can hold. */
export const accountHolder = (account: string): string => holderOf('account', isAccount(account) ? account : '-');
export const noTries = (holder: string): SignInTries => ({ holder, wrongAt: [], lockedUntil: undefined, version: 1 });

export const isLocked = ({ lockedUntil }: Pick<SignInTries, 'lockedUntil'>, now: EpochMs): boolean => lockedUntil !== undefined && now < lockedUntil;
const counting = ({ wrongAt }: SignInTries, now: EpochMs): readonly EpochMs[] => wrongAt.filter((at) => now - at < tryRules.withinMs);
/** Nothing of it counts any more: an account or a place of which nobody has heard since. */
export const countsNoMore = (tries: SignInTries, now: EpochMs): boolean => !isLocked(tries, now) && counting(tries, now).length === 0;
export const needsCaptcha = (tries: SignInTries, now: EpochMs): boolean => counting(tries, now).length >= tryRules.captchaAfter;

/** One more wrong try; too many within a quarter of an hour lock. */
export function afterWrongTry(tries: SignInTries, of: TriesOf, now: EpochMs): SignInTries {
  const wrongAt = [...counting(tries, now), now].slice(-lockAfter[of]);
  return wrongAt.length < lockAfter[of] ? { ...tries, wrongAt } : { ...tries, wrongAt, lockedUntil: now + tryRules.lockMs };
}

/** The newest try was not wrong after all; a lock that it alone brought about is none. Those before it go on counting. */
export const withoutNewest = (tries: SignInTries): SignInTries => ({ ...tries, wrongAt: tries.wrongAt.slice(0, -1), lockedUntil: undefined });
/** Signed in with everything that is asked for, or unlocked by the security officer. */
export const forgiven = (tries: SignInTries): SignInTries => ({ ...tries, wrongAt: [], lockedUntil: undefined });
