import type { KeyObject } from 'node:crypto';
import type { PlannedFault } from '../shared/fault-queue.js';
import { rootOf, type CallMethod } from './envelope.js';
import { refused, replyText, serviceUnavailable, systemError, type Reply } from './replies.js';
import { rsa2Sign } from './signing.js';

/** Nothing is executed. */
export const beforeFaults = ['20000', 'SYSTEM_ERROR', 'rate-limited', 'timeout', 'drop-before', 'http-500', 'not-json', 'error-response'] as const;
/** The call is executed, its answer suffers. */
export const afterFaults = [
  '20000-after', 'SYSTEM_ERROR-after', 'timeout-after', 'drop-after', 'delay', 'unsigned', 'bad-signature', 'tampered-amount', 'wrong-amount', 'sign-first', 'root-twice',
] as const;
/** Faults that only one method has; they strike where it is executed. */
export const methodFaults: Readonly<Record<CallMethod, readonly string[]>> = {
  'alipay.trade.pay': [],
  'alipay.trade.query': ['unknown-status'],
  'alipay.trade.close': ['status-error'],
  'alipay.trade.cancel': ['retry-flag', 'seller-balance'],
  'alipay.trade.refund': ['seller-balance', 'fund-change-n'],
  'alipay.trade.fastpay.refund.query': ['refund-invisible'],
  'alipay.data.dataservice.bill.downloadurl.query': [],
};

/** What happens on the wire instead of an ordinary answer. */
export type WireAnswer =
  | { readonly kind: 'send'; readonly status: number; readonly text: string; readonly delayMs: number }
  | { readonly kind: 'drop' }
  | { readonly kind: 'hang' };

const send = (text: string, status = 200, delayMs = 0): WireAnswer => ({ kind: 'send', status, text, delayMs });
const maximumDelayMs = 60_000;

function envelope(root: string, text: string, sign: string | undefined): string {
  return sign === undefined ? `{"${root}":${text}}` : `{"${root}":${text},"sign":"${sign}"}`;
}

/** The signed (or deliberately unsigned) body of an answer. */
export function ordinaryAnswer(root: string, reply: Reply, privateKey: KeyObject | undefined): WireAnswer {
  const text = replyText(reply);
  return send(envelope(root, text, privateKey === undefined ? undefined : rsa2Sign(privateKey, text)));
}

/** The answer of a fault that strikes before executing. */
export function answerBefore(fault: PlannedFault, method: string, privateKey: KeyObject): WireAnswer {
  switch (fault.fault) {
    case '20000': return ordinaryAnswer(rootOf(method), serviceUnavailable, privateKey);
    case 'SYSTEM_ERROR': return ordinaryAnswer(rootOf(method), systemError, privateKey);
    case 'rate-limited': return ordinaryAnswer(rootOf(method), refused('40005', 'isv.app-call-limited', '应用调用次数超限'), privateKey);
    case 'error-response': return ordinaryAnswer('error_response', refused('20000', 'aop.unknow-error', '系统繁忙'), undefined);
    case 'http-500': return send('<html><body>502 Bad Gateway</body></html>', 502);
    case 'not-json': return send('<html><body>系统繁忙</body></html>');
    case 'timeout': return { kind: 'hang' };
    default: return { kind: 'drop' };
  }
}

const amountNames = ['total_amount', 'receipt_amount', 'buyer_pay_amount', 'refund_fee', 'refund_amount'];

function withAmount(reply: Reply, fault: PlannedFault): Reply {
  const amount = typeof fault.settings['amount'] === 'string' ? fault.settings['amount'] : '0.01';
  return { ...reply, fields: Object.fromEntries(Object.entries(reply.fields).map(([name, value]) => [name, amountNames.includes(name) ? amount : value])) };
}

/** The answer of a fault that strikes after executing. */
export function answerAfter(fault: PlannedFault, method: string, reply: Reply, privateKey: KeyObject): WireAnswer {
  const root = rootOf(method);
  const text = replyText(reply);
  const sign = rsa2Sign(privateKey, text);
  switch (fault.fault) {
    case '20000-after': return ordinaryAnswer(root, serviceUnavailable, privateKey);
    case 'SYSTEM_ERROR-after': return ordinaryAnswer(root, systemError, privateKey);
    case 'timeout-after': return { kind: 'hang' };
    case 'drop-after': return { kind: 'drop' };
    case 'delay': return send(envelope(root, text, sign), 200, Math.min(Math.max(Number(fault.settings['ms'] ?? 1_000), 0), maximumDelayMs));
    case 'unsigned': return send(envelope(root, text, undefined));
    case 'bad-signature': return send(envelope(root, text, Buffer.alloc(256, 7).toString('base64')));
    case 'tampered-amount': return send(envelope(root, replyText(withAmount(reply, fault)), sign));
    case 'wrong-amount': return ordinaryAnswer(root, withAmount(reply, fault), privateKey);
    case 'sign-first': return send(`{"sign":"${sign}","${root}":${text}}`);
    default: return send(`{"${root}":${text},"sign":"${sign}","${root}":{"code":"10000","msg":"Success"}}`);
  }
}
