import { businessDay, readLongTime, type EpochMs } from '../../../../domain/kernel/china-time.js';
import { readYuan } from '../../../../domain/kernel/money.js';
import { isPayCode, type PayCodePattern } from '../../../../domain/payment-notices/pay-code.js';
import type { NoticePaid } from '../../../../domain/payment-notices/province-report.js';
import type { NormMessage } from './message.js';

/** The messages of the norm whose fields are known (province-nontax.md 2.2, 2.3). */
export const messageNumbers = { query: '2601', slip: '5601', paid: '5996', reply: '8001' } as const;

/** Seen in general replies; every other result is kept raw. */
export const results = { done: '00000', failed: '99999', notPermitted: '18012' } as const;

export interface Nodes { readonly ours: string; readonly province: string }

/** Asks for a slip by its pay code. */
export const queryMessage = (nodes: Nodes, payCode: string, msgId: string, now: EpochMs): NormMessage =>
  ({ msgNo: messageNumbers.query, msgId, msgRef: msgId, from: nodes.ours, to: nodes.province, workDate: businessDay(now), vouchers: [{ PayCode: payCode }] });

/** Our answer to a message. Never without a result: a sender cannot make sense of that. */
export function replyTo(nodes: Nodes, message: NormMessage, outcome: 'done' | 'failed', information: string, msgId: string, now: EpochMs): NormMessage {
  const voucher = { OriMsgNo: message.msgNo, Result: results[outcome], Information: information };
  return { msgNo: messageNumbers.reply, msgId, msgRef: message.msgId, from: nodes.ours, to: message.from, workDate: businessDay(now), vouchers: [voucher] };
}

/** What 5996 tells; undefined where it is not for us or a field cannot be read. */
export function paidOf(nodes: Nodes, message: NormMessage, pattern: PayCodePattern): NoticePaid | undefined {
  const [voucher] = message.vouchers;
  if (message.msgNo !== messageNumbers.paid || message.to !== nodes.ours || message.vouchers.length !== 1 || voucher === undefined) return undefined;
  const { PayCode, Amt, TraNoBus = '', PayMode = '', CfmDate = '', CfmTime = '' } = voucher;
  const [amount, at] = [readYuan(Amt), readLongTime(`${CfmDate}${CfmTime}`)];
  if (!isPayCode(PayCode, pattern) || !amount.ok || amount.value === 0n || !at.ok || TraNoBus === '' || TraNoBus.length > 64 || PayMode.length > 64) return undefined;
  return { payCode: PayCode, serialNo: TraNoBus, amount: amount.value, paidAt: at.value, paymentChannel: PayMode, sourceSystem: message.from };
}
