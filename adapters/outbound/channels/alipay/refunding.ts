import type { Refunding, RefundToSend } from '../../../../application/ports/payment-channel.js';
import type { ChannelMerchant } from '../../../../domain/directory/channel-merchant.js';
import { readYuan, yuan } from '../../../../domain/kernel/money.js';
import type { UnknownWhy } from '../../../../domain/payments/channel-report.js';
import type { RefundReport } from '../../../../domain/refunds/refund-report.js';
import { usableAccount } from './account.js';
import { textField, type AlipayGateway, type GatewayAnswer } from './gateway.js';
import { readDashedTime } from './paid-facts.js';
import { isAbout, reasonOf } from './trade-calls.js';

type Said = Extract<GatewayAnswer, { kind: 'said' }>;

const maxReasonLength = 256;
const noReason = '退款';
/** Left to the second question of one call when the first took nearly all its time. */
const leastTimeoutMs = 500;

const unknownRefund = (refundTradeNo: string, why: UnknownWhy, code?: string): RefundReport =>
  ({ kind: 'unknown', refundTradeNo, why, ...(code === undefined || code === '' ? {} : { code }) });

/** Refunds under a number that never changes (section 6.4): Alipay refunds one number once, so sending it again is safe. */
export class AlipayRefunding implements Refunding {
  /** One number is refunded once, however often and however late it is sent. */
  readonly resendSafeForMs = Number.POSITIVE_INFINITY;
  readonly #gateway: AlipayGateway;
  constructor(gateway: AlipayGateway) { this.#gateway = gateway; }

  async refund(account: ChannelMerchant, refund: RefundToSend, timeoutMs: number): Promise<RefundReport> {
    const content = {
      out_trade_no: refund.payment.attemptNo, refund_amount: yuan(refund.amount), out_request_no: refund.refundTradeNo,
      refund_reason: [...refund.reason.replace(/[\p{Cc}\p{Cs}]+/gu, ' ').trim()].slice(0, maxReasonLength).join('') || noReason,
    };
    const began = performance.now();
    const answer = await this.#gateway.call(usableAccount(account), 'refund', content, timeoutMs, { notifyUrl: refund.notifyUrl });
    if (answer.kind === 'unknown') return unknownRefund(refund.refundTradeNo, answer.why, answer.code);
    if (answer.meaning.does === 'ask-again') return this.#askedAgain(account, refund, answer, Math.max(leastTimeoutMs, timeoutMs - (performance.now() - began)));
    return answer.meaning.does === 'done' ? this.#moved(refund, answer) : refusedReport(answer, refund.refundTradeNo);
  }

  async queryRefund(account: ChannelMerchant, refund: RefundToSend, timeoutMs: number): Promise<RefundReport> {
    const content = { out_trade_no: refund.payment.attemptNo, out_request_no: refund.refundTradeNo, query_options: ['gmt_refund_pay'] };
    const answer = await this.#gateway.call(usableAccount(account), 'refund-query', content, timeoutMs);
    const { refundTradeNo } = refund;
    if (answer.kind === 'unknown') return unknownRefund(refundTradeNo, answer.why, answer.code);
    if (answer.meaning.does === 'no-trade') return { kind: 'not-found', refundTradeNo };
    if (answer.meaning.does === 'done') return this.#queried(refund, answer);
    const why = answer.meaning.does === 'call-refused' ? 'call-refused' : 'busy';
    return unknownRefund(refundTradeNo, why, answer.code);
  }

  /** `refund_fee` is what the trade has given back so far; only `fund_change` tells whether this call moved money. */
  #moved(refund: RefundToSend, answer: Said): RefundReport {
    const { refundTradeNo } = refund;
    const soFar = readYuan(textField(answer.fields, 'refund_fee'));
    if (!isAbout(answer.fields, refund.payment.attemptNo)) return unknownRefund(refundTradeNo, 'unreadable', answer.code);
    // N on a repeated number is no new refund, and may be an old one: the query decides.
    if (textField(answer.fields, 'fund_change') !== 'Y') return { kind: 'accepted', refundTradeNo };
    if (!soFar.ok || soFar.value < refund.amount) return unknownRefund(refundTradeNo, 'unreadable', answer.code);
    return this.#refunded(refundTradeNo, answer);
  }

  /** REFUND_SUCCESS for this number and this amount is the only success; a missing word means not received, or failed (section 6.5). */
  #queried(refund: RefundToSend, answer: Said): RefundReport {
    const { refundTradeNo } = refund;
    const status = textField(answer.fields, 'refund_status');
    if (status === '') return { kind: 'not-found', refundTradeNo };
    if (status !== 'REFUND_SUCCESS') return unknownRefund(refundTradeNo, 'unheard-word', answer.code);
    const amount = readYuan(textField(answer.fields, 'refund_amount'));
    const isOurs = isAbout(answer.fields, refund.payment.attemptNo) && textField(answer.fields, 'out_request_no') === refundTradeNo;
    if (isOurs && amount.ok && amount.value === refund.amount) return this.#refunded(refundTradeNo, answer);
    this.#gateway.needs.journal?.alarm('alipay-refund-differs', { refundTradeNo });
    return unknownRefund(refundTradeNo, 'unreadable', answer.code);
  }

  #refunded(refundTradeNo: string, answer: Said): RefundReport {
    const at = readDashedTime(textField(answer.fields, 'gmt_refund_pay')) ?? this.#gateway.needs.clock.now();
    return { kind: 'refunded', refundTradeNo, at, channelRefundNo: undefined };
  }

  /** The trade refuses refunds, perhaps because this very one was done: its own number is asked before "no" is said. */
  async #askedAgain(account: ChannelMerchant, refund: RefundToSend, refusal: Said, timeoutMs: number): Promise<RefundReport> {
    const asked = await this.queryRefund(account, refund, timeoutMs);
    if (asked.kind !== 'not-found') return asked;
    return { kind: 'declined', refundTradeNo: refund.refundTradeNo, reason: reasonOf(refusal, '支付宝拒绝退款'), code: refusal.code };
  }
}

function refusedReport(answer: Said, refundTradeNo: string): RefundReport {
  switch (answer.meaning.does) {
    case 'balance-short':
    case 'limited':
    // Nothing was executed and the payer has a claim to the money: once our configuration is mended the same number goes out again.
    case 'call-refused': return { kind: 'try-later', refundTradeNo, code: answer.code };
    case 'declined':
    case 'past-refund-period':
    case 'no-trade': return { kind: 'declined', refundTradeNo, reason: reasonOf(answer, '支付宝拒绝退款'), code: answer.code };
    case 'unknown': return unknownRefund(refundTradeNo, 'busy', answer.code);
    default: return unknownRefund(refundTradeNo, 'unheard-word', answer.code);
  }
}
