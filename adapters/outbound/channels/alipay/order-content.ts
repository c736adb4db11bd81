import type { AttemptToPay } from '../../../../application/ports/payment-channel.js';
import { dashedTime } from '../../../../domain/kernel/china-time.js';
import { yuan } from '../../../../domain/kernel/money.js';
import type { BizContent } from './request-form.js';

const maxSubjectLength = 256;
const maxBodyLength = 128;
const untitled = '缴费';

/** `/ = &` are not allowed in a subject, and a comma would shift the columns of the bill file (sections 5.1, 8). */
const lookalikes: Readonly<Record<string, string>> = { '/': '／', '=': '＝', '&': '＆', ',': '，' };

function plainText(text: string, maxLength: number): string {
  const cleaned = text.replace(/[/=&,]/g, (character) => lookalikes[character] ?? ' ').replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim();
  return [...cleaned].slice(0, maxLength).join('');
}

/** What every way of paying tells about the order. `time_expire` alone stops a page that is already open (section 6.1). */
export function orderContent(attempt: AttemptToPay): BizContent {
  const description = plainText(attempt.description ?? '', maxBodyLength);
  return {
    out_trade_no: attempt.attemptNo,
    total_amount: yuan(attempt.amount),
    subject: plainText(attempt.title, maxSubjectLength) || untitled,
    ...(description === '' ? {} : { body: description }),
    time_expire: dashedTime(attempt.limitAt),
  };
}
