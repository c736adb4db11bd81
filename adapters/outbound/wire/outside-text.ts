/** A shorter number is a code or an amount; a longer one may be somebody's phone, account or identity card. */
const longNumber = /\p{Nd}{6,}[XxＸｘ]?/gu;

/**
 * Words of another system on their way to records and screens: one line of at most `longest` characters. They may repeat what we sent, so longer
 * numbers are hidden, and before the text is cut.
 */
export const outsideText = (text: string, longest: number): string =>
  Array.from(text.toWellFormed().replace(/\p{C}+/gu, ' ').trim().replace(longNumber, '***')).slice(0, longest).join('');
