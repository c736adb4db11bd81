import { ok, refuse, type Result } from '../kernel/result.js';

const [regionForm, systemForm, mostSerial] = [/^[0-9]{6}$/, /^[0-9]{2}$/, 9_999_999_999] as const;

/** Whether a code lies where only our own are made: nobody else may bring it. */
export const isOwnPayCode = (payCode: string, region: string, system: string): boolean => /^[0-9]{20}$/.test(payCode) && payCode.startsWith(region) && payCode.slice(8, 10) === system;

/** A code of 20 digits: region (6), year (2), number of our system (2), serial of the year (10). No check digit: none could be verified. */
export function ownPayCode(region: string, year: string, system: string, serial: number): Result<string, 'not-a-pay-code' | 'year-used-up'> {
  if (!regionForm.test(region) || !/^[0-9]{4}$/.test(year) || !systemForm.test(system) || !Number.isSafeInteger(serial) || serial < 1) return refuse('not-a-pay-code');
  return serial > mostSerial ? refuse('year-used-up') : ok(`${region}${year.slice(2)}${system}${String(serial).padStart(10, '0')}`);
}
