import { readLongTime, type EpochMs } from '../../../../domain/kernel/china-time.js';
import { readYuan, type Fen } from '../../../../domain/kernel/money.js';
import type { PaidReport } from '../../../../domain/payments/channel-report.js';

/** Reads one field of an answer or a message as text; empty when absent. */
export type FieldReader = (name: string) => string;

/** `yyyy-MM-dd HH:mm:ss` (sometimes with `.SSS`) in China time. */
export function readDashedTime(text: string): EpochMs | undefined {
  if (!/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,3})?$/.test(text)) return undefined;
  const read = readLongTime(text.slice(0, 19).replace(/\D/g, ''));
  return read.ok ? read.value : undefined;
}

const amountIn = (text: string): Fen | undefined => {
  const read = readYuan(text);
  return read.ok ? read.value : undefined;
};

type Contributions = Pick<PaidReport, 'paidByPayer' | 'channelDiscountAmount'>;

/**
 * Who paid how much of the total (design 4a). What the merchant forgoes is told as `mdiscount_amount`, else it is what lies between
 * total and receipt; the rest that the payer did not pay was added by the channel. Contradicting figures say nothing at all.
 */
export function contributionsOf(field: FieldReader, total: Fen): Contributions {
  const payer = amountIn(field('buyer_pay_amount'));
  if (payer === undefined || payer > total) return {};
  const receipt = amountIn(field('receipt_amount'));
  const merchant = amountIn(field('mdiscount_amount')) ?? (receipt !== undefined && receipt <= total ? total - receipt : 0n);
  const added = total - payer - merchant;
  return { paidByPayer: payer, channelDiscountAmount: (added > 0n ? added : 0n) as Fen };
}

/** Everything a paid report needs, or undefined when the number, the amount or the time is missing: then the channel is asked. */
export function paidFacts(field: FieldReader, attemptNo: string, paidAt: EpochMs | undefined): PaidReport | undefined {
  const channelOrderNo = field('trade_no');
  const amount = amountIn(field('total_amount'));
  if (!/^\w{1,64}$/.test(channelOrderNo) || amount === undefined || paidAt === undefined) return undefined;
  return { kind: 'paid', attemptNo, channelOrderNo, amount, paidAt, ...contributionsOf(field, amount) };
}
