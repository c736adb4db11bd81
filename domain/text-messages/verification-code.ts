import { minuteMs, type EpochMs } from '../kernel/china-time.js';
import type { TextScene } from './templates.js';

export const codeRules = { digits: 6, validMs: 5 * minuteMs, wrongTries: 5 } as const;

/** A code that was sent. The hash is a keyed one over `hashedText`: six digits are guessed in a moment where the key is known. */
export interface VerificationCode {
  readonly hash: string;
  readonly madeAt: EpochMs;
  readonly wrongTries: number;
  readonly usedAt: EpochMs | undefined;
}

/** `chance`: an even random whole number below a million. Throws RangeError for any other. */
export function codeFrom(chance: number): string {
  if (!Number.isSafeInteger(chance) || chance < 0 || chance >= 10 ** codeRules.digits) throw new RangeError('a code is made of a number below a million');
  return String(chance).padStart(codeRules.digits, '0');
}

/** What is hashed: a code belongs to one scene and one phone. */
export const hashedText = (scene: TextScene, phone: string, code: string): string => JSON.stringify([scene, phone, code]);

export const newCode = (hash: string, madeAt: EpochMs): VerificationCode => ({ hash, madeAt, wrongTries: 0, usedAt: undefined });

export type CodeVerdict = 'right' | 'wrong' | 'used' | 'expired' | 'too-many-tries';

/** Judges a try by its hash (under every key there is: the code may have been sent under another) and gives the code as it must be stored; it is right once. Who caused `too-many-tries` needs another code. */
export function tryCode(code: VerificationCode, hashes: readonly string[], now: EpochMs): { readonly verdict: CodeVerdict; readonly code: VerificationCode } {
  if (code.usedAt !== undefined) return { verdict: 'used', code };
  if (code.wrongTries >= codeRules.wrongTries) return { verdict: 'too-many-tries', code };
  if (now - code.madeAt >= codeRules.validMs) return { verdict: 'expired', code };
  if (!hashes.includes(code.hash)) return { verdict: 'wrong', code: { ...code, wrongTries: code.wrongTries + 1 } };
  return { verdict: 'right', code: { ...code, usedAt: now } };
}

/**
 * Whose code it is: of the phone, or, where the phone has no right to one, of nobody. That one lives beside the phone's own, so that who asks and types
 * without a right learns nothing and ends nothing.
 */
export const codeHolder = (phone: string, isWanted: boolean): string => (isWanted ? phone : `not-wanted:${phone}`);
