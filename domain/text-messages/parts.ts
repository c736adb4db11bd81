/** UCS-2 signs of a text that fits into one part, and of each part of a longer one, where the header takes three. */
export const partLengths = { only: 70, ofMany: 67 } as const;

/** How many messages a carrier makes (and charges) of a text. The signature 【…】 that the platform puts before it counts. */
export function partCount(text: string, signature: string): number {
  const whole = `【${signature}】${text}`;
  if (whole.length <= partLengths.only) return 1;
  let parts = 1;
  let used = 0;
  // By code points: a pair of surrogates is never cut in two.
  for (const sign of whole) {
    if (used + sign.length > partLengths.ofMany) {
      parts += 1;
      used = 0;
    }
    used += sign.length;
  }
  return parts;
}
