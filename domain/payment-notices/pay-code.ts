import { ok, refuse, type Result } from '../kernel/result.js';

declare const anchoredBrand: unique symbol;
/** Pay codes of 16 and of 20 digits are known, and no check digit could be verified: the form is a setting, never a rule of ours. */
export type PayCodePattern = RegExp & { readonly [anchoredBrand]: true };

/** Longest pattern, and longest code, that anybody may set or send. */
const maxPatternChars = 100;
const maxPayCodeChars = 64;
/** Digits, letters, classes of them and counts; no groups or alternatives, so that a pattern cannot take long over a hostile code. */
const plainPattern = /^\^(?:(?:\[[0-9A-Za-z-]+\]|\\d|[0-9A-Za-z])(?:\{[0-9]{1,2}(?:,[0-9]{1,2})?\})?)+\$$/;

/** A setting such as `^[0-9]{20}$`; refused where it is not anchored at both ends or uses more than classes and counts. */
export function payCodePattern(text: unknown): Result<PayCodePattern, 'not-a-pattern'> {
  if (typeof text !== 'string' || text.length > maxPatternChars || !plainPattern.test(text)) return refuse('not-a-pattern');
  try {
    return ok(new RegExp(text) as PayCodePattern);
  } catch {
    return refuse('not-a-pattern');
  }
}

export const isPayCode = (text: unknown, pattern: PayCodePattern): text is string => typeof text === 'string' && text.length <= maxPayCodeChars && pattern.test(text);
