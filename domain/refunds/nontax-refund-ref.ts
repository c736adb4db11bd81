/** Longest 非税退付批准文号, counted as the wire does: a character outside of ASCII is 2. */
const maxRefLength = 64;
/** Controls, direction marks, halves of surrogate pairs, line and paragraph separators: what the gateway takes from no business system either (GW-11). */
const unclean = /[\p{Cc}\p{Bidi_Control}\p{Cs}\u2028\u2029]/u;

/** Whether a person may enter this as the province's approval number; a test holds it against the gateway's own field. */
export function isNontaxRefundRef(text: string): boolean {
  const length = Array.from(text).reduce((sum, character) => sum + ((character.codePointAt(0) ?? 0) < 0x80 ? 1 : 2), 0);
  return length > 0 && length <= maxRefLength && !unclean.test(text);
}
