import { businessDay, readLongTime, type EpochMs } from '../../../../domain/kernel/china-time.js';
import { readYuan } from '../../../../domain/kernel/money.js';
import { isPayCode, type PayCodePattern } from '../../../../domain/payment-notices/pay-code.js';
import type { NoticePaid } from '../../../../domain/payment-notices/province-report.js';
import type { NormMessage } from './message.js';

/** The paid message, whose fields are known, and our answer to it (province-nontax.md 2.2, 2.3). */
const messageNumbers = { paid: '5996', reply: '8001' } as const;

const results = { done: '00000', failed: '99999' } as const;

export interface Nodes { readonly ours: string; readonly province: string }

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
