import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { readMobile } from '../../domain/text-messages/phone.js';

/** What a payer says of a payment: a number of the order or the pay code, and the phone. */
export interface AskedPayment { readonly number: string; readonly phone: string }

/** Longest number that an order or a payment notice has. */
export const longestAskedNumber = 128;

/** Reads both as people copy them: blanks around and between, full-width signs, dashes in the phone. Says nothing of whether there is such a payment. */
export function readAskedPayment(writtenNumber: string, writtenPhone: string): Result<AskedPayment, keyof AskedPayment> {
  const number = writtenNumber.normalize('NFKC').replace(/[\s\p{Cf}]/gu, '');
  if (number.length > longestAskedNumber || !/^[\x21-\x7e]+$/.test(number)) return refuse('number');
  const phone = readMobile(writtenPhone.trim());
  return phone.ok ? ok({ number, phone: phone.value }) : refuse('phone');
}
