import { longTime, type EpochMs } from './china-time.js';

/** Luhn check digit over decimal digits: finds every single wrong digit and nearly every swap. */
export function checkDigit(digits: string): string {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = Number(digits[digits.length - 1 - index]);
    const doubled = index % 2 === 0 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
}

/**
 * A platform number: 26 digits, time (17, China, with milliseconds), node (3), sequence (5), check (1). Ordered by time as
 * text; short enough for UnionPay's 32-byte clearing column. Knowing a number is not a right to see what it names.
 */
export function platformNumber(at: EpochMs, node: number, sequence: number): string {
  const millis = String(at % 1000).padStart(3, '0');
  const body = `${longTime(at)}${millis}${String(node).padStart(3, '0')}${String(sequence).padStart(5, '0')}`;
  if (body.length !== 25) throw new RangeError(`node ${node} or sequence ${sequence} does not fit a platform number`);
  return body + checkDigit(body);
}

export const isPlatformNumber = (text: string): boolean =>
  /^[0-9]{26}$/.test(text) && checkDigit(text.slice(0, 25)) === text[25];
