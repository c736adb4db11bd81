import { dayMs, type EpochMs } from '../kernel/china-time.js';
import { ok, refuse, type Result } from '../kernel/result.js';
import { commonPasswords, productWords } from './common-passwords.js';

/** AUTH-02. Lengths in characters as people count them. */
export interface PasswordRules { readonly minLength: number; readonly validMs: number }
export const passwordRules = { floorLength: 8, maxLength: 128, classes: 3, remembered: 5, minAgeMs: dayMs } as const;
export const defaultPasswordRules: PasswordRules = { minLength: 12, validMs: 90 * dayMs };

export type PasswordRefusal = 'too-short' | 'too-long' | 'too-plain' | 'too-common' | 'holds-account' | 'control-characters';

/** One spelling for what looks the same, nothing cut off. */
export const normalisedPassword = (typed: string): string => typed.normalize('NFC');

const classes: readonly RegExp[] = [/\p{Lowercase_Letter}/u, /\p{Uppercase_Letter}/u, /\p{Decimal_Number}/u, /[^\p{Lowercase_Letter}\p{Uppercase_Letter}\p{Decimal_Number}]/u];
const reversed = (text: string): string => Array.from(text).reverse().join('');

const lettersOf = (text: string): string => text.replaceAll(/[^a-z]/g, '');
const stand: Readonly<Record<string, string>> = { '@': 'a', 4: 'a', 0: 'o', 1: 'l', 3: 'e', 5: 's', $: 's', '!': 'i', 7: 't' };
/** With the signs that people write for letters, but for those at the end, which are just signs. */
const spelt = (plain: string): string => plain.replace(/[^a-z]+$/, '').replaceAll(/[@40135$!7]/g, (sign) => stand[sign] ?? sign);

/** Whether somebody may choose this password. Judged before it is hashed; whether it was used before is found by the hashes. */
export function checkPassword(typed: string, account: string, { minLength }: PasswordRules = defaultPasswordRules): Result<string, PasswordRefusal> {
  const password = normalisedPassword(typed);
  const length = Array.from(password).length;
  if (length < Math.max(minLength, passwordRules.floorLength)) return refuse('too-short');
  if (length > passwordRules.maxLength) return refuse('too-long');
  if (/[\p{Control}\p{Surrogate}]/u.test(password)) return refuse('control-characters');
  if (classes.filter((one) => one.test(password)).length < passwordRules.classes) return refuse('too-plain');
  const plain = password.toLowerCase();
  if ([account, reversed(account)].some((name) => name.length > 2 && plain.includes(name.toLowerCase()))) return refuse('holds-account');
  if (productWords.some((word) => plain.includes(word)) || [plain, lettersOf(plain), lettersOf(spelt(plain))].some((one) => commonPasswords.has(one))) return refuse('too-common');
  return ok(password);
}

/** How a password stands: `expired` ones are changed at the next sign-in. */
export const isPasswordExpired = (changedAt: EpochMs, now: EpochMs, { validMs }: PasswordRules = defaultPasswordRules): boolean => now - changedAt >= validMs;

/** Nobody runs through five passwords in a minute to come back to the old one. A password that somebody else set is changed at once. */
export const mayChangeAgain = (changedAt: EpochMs | undefined, mustChange: boolean, now: EpochMs): boolean =>
  mustChange || changedAt === undefined || now - changedAt >= passwordRules.minAgeMs;
