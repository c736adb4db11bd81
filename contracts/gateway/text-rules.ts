/**
 * Length of a text as the wire counts it (requirement 1.1.7.1.1-g, GW-10): an ASCII code point is 1, every other
 * code point 2, whatever its UTF-8 or UTF-16 size.
 */
export function wireLength(text: string): number {
  let length = 0;
  for (const character of text) length += (character.codePointAt(0) ?? 0) < 0x80 ? 1 : 2;
  return length;
}

// Controls (C0, DEL, C1); direction marks and overrides; lone surrogates; line and paragraph separators, which break logs and scripts.
const forbidden = /[\p{Cc}\p{Bidi_Control}\p{Cs}\u2028\u2029]/u;

/**
 * Whether a text may be shown, logged and printed as it is (GW-11): no control characters, no direction overrides,
 * no half of a surrogate pair. Nothing is normalised: what was signed is what is kept.
 */
export function isCleanText(text: string): boolean {
  return !forbidden.test(text);
}

/** Whether `yyyyMMdd` names a day that exists (1.1.7.1.1-i). Years 2000 to 2099. */
export function isCalendarDay(text: string): boolean {
  const match = /^(20[0-9]{2})([0-9]{2})([0-9]{2})$/.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** Whether `yyyyMMddHHmmss` names a moment that exists (1.1.7.1.1-h); 24-hour clock, no leap second. */
export function isCalendarMoment(text: string): boolean {
  return /^[0-9]{8}(?:[01][0-9]|2[0-3])[0-5][0-9][0-5][0-9]$/.test(text) && isCalendarDay(text.slice(0, 8));
}
