/**
 * Personal data in one written form before it is indexed (ENC-03), and the only masks by which it is ever shown or logged (ENC-04).
 */

/** Digits only: blanks, dashes and a plus are ways of writing the same phone number; full-width digits count as digits. */
export const normaliseMobile = (text: string): string => text.normalize('NFKC').replace(/[^0-9]/g, '');

/** Upper case (the check character X), without blanks. */
export const normaliseCertNo = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '').toUpperCase();

/** One composed form without blanks around it; inside nothing is changed, because names differ by it. */
export const normaliseName = (text: string): string => text.normalize('NFC').trim();

/** `138****8000`. Shorter numbers keep their last four digits at most, very short ones nothing. */
export function maskMobile(text: string): string {
  const digits = normaliseMobile(text);
  if (digits.length >= 11) return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
  return digits.length >= 8 ? `****${digits.slice(-4)}` : '****';
}

/** `350402********1234`. Certificates that are no citizen id numbers keep their first and last character only. */
export function maskCertNo(text: string): string {
  const signs = Array.from(normaliseCertNo(text));
  const [head, tail] = signs.length >= 15 ? [6, 4] : signs.length >= 6 ? [1, 1] : [0, 0];
  const hidden = Math.max(signs.length - head - tail, 4);
  return signs.slice(0, head).join('') + '*'.repeat(hidden) + signs.slice(signs.length - tail).join('');
}

/** Longest row of stars behind a name: the length of a long one says who it is. */
const mostNameStars = 3;

/** `张*`. A name of one sign is hidden whole. */
export function maskName(text: string): string {
  const signs = Array.from(normaliseName(text));
  if (signs.length < 2) return '*';
  return `${signs[0] ?? ''}${'*'.repeat(Math.min(signs.length - 1, mostNameStars))}`;
}
