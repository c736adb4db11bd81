import { fen, type Fen, type FenSum } from '../../../../domain/kernel/money.js';
import { newAttempt, type Attempt } from '../../../../domain/payments/attempt.js';
import { newOrder, type Order, type SubOrder } from '../../../../domain/payments/order.js';
import type { BillLine } from '../../../../domain/reconciliation/bill-line.js';
import { clearingDayOf, cutMinuteOf } from '../../../../domain/reconciliation/clearing-day.js';
import { feeOf } from '../../../../domain/settlement/contract-fee.js';
import { paymentKey, refundKey, tradeOfPayment, tradeOfRefund } from '../../../../domain/settlement/trade.js';
import type { PayChannel } from '../../../../domain/directory/channel-merchant.js';
import { orderFacts } from '../../../builders/payments.js';
import { refundFacts } from '../../../builders/refunds.js';
import { newRefund, type Refund } from '../../../../domain/refunds/refund.js';
import { platformNumber } from '../../../../domain/kernel/numbers.js';
import type { CountingHouse } from './counting-house.js';

export const contract = { ratePer100000: 600n, atLeast: fen(0), atMost: fen(99_999_999_999n), onRefund: 'returned' } as const;
export const contractSettings = { feeRate: '600', feeOnRefund: 'returned' } as const;

export interface PaidPlan { readonly amount: number; readonly at: number; readonly channel?: PayChannel; readonly merchantNo?: string; readonly subOrders?: readonly SubOrder[]; /** The channel was asked, and we do not know what became of it. */ readonly isOpen?: true; readonly nontaxInfo?: string }

/** Money as the use cases would have left it in the stores: orders, attempts and trades; and the line a true bill has for it. */
export class MadeUpDay {
  readonly #house: CountingHouse;
  #made = 0;

  constructor(house: CountingHouse) { this.#house = house; }

  number(): string { return platformNumber(this.#house.clock.at, 7, this.#made++); }

  async pay(plan: PaidPlan): Promise<{ readonly order: Order; readonly attempt: Attempt; readonly line: BillLine; readonly key: string }> {
    const channel = plan.channel ?? 'alipay';
    const amount = fen(plan.amount);
    const account = this.#house.account(channel);
    const clearingDay = clearingDayOf(plan.at, cutMinuteOf(account));
    const numbered = this.number();
    const attemptNo = this.number();
    const facts = orderFacts({ nontaxInfo: plan.nontaxInfo, merchantNo: plan.merchantNo ?? 'M1', bizOrderNo: `B${numbered}`, orderAmount: amount, subOrders: plan.subOrders ?? [] });
    const order: Order = { ...newOrder(facts, { platformOrderNo: numbered, cashierToken: `t${numbered}`, contentDigest: 'd'.repeat(64), now: plan.at }), state: plan.isOpen ? 'paying' : 'paid', paidAt: plan.isOpen ? undefined : plan.at, paidAttemptNo: plan.isOpen ? undefined : attemptNo };
    const made = newAttempt({
      attemptNo, platformOrderNo: numbered, merchantNo: facts.merchantNo, payChannel: channel, payMethod: 'pc', channelMerchantId: account.channelMerchantId, amount,
      limitAt: plan.at + 7_200_000, codeDigest: undefined, receivedAt: plan.at, now: plan.at,
    });
    const channelNo = `T${made.attemptNo}`;
    const attempt: Attempt = plan.isOpen ? made : { ...made, state: 'paid', busy: false, channelOrderNo: channelNo, paidAt: plan.at, recordedAt: plan.at };
    await this.#house.store.unitOfWork.run(async ({ orders, attempts, trades }) => {
      await orders.add(order);
      await attempts.add(attempt);
      if (!plan.isOpen) await trades.add(tradeOfPayment(order, attempt, clearingDay, plan.at));
    });
    return { order, attempt, key: paymentKey(attempt.attemptNo), line: lineOf('payment', attempt.attemptNo, channelNo, amount, plan.at) };
  }

  /** `isOpen`: sent, and the outcome not known. */
  async refund(paid: { readonly order: Order; readonly attempt: Attempt }, amount: number, at: number, isOpen = false): Promise<{ readonly refund: Refund; readonly line: BillLine; readonly key: string }> {
    const facts = refundFacts({ merchantNo: paid.order.merchantNo, platformOrderNo: paid.order.platformOrderNo, refundAmount: fen(amount), bizRefundOrderNo: `R${this.number()}`, subMerchantNo: paid.order.subOrders[0]?.subMerchantNo });
    const made = newRefund(facts, { platformRefundOrderNo: this.number(), attemptNo: paid.attempt.attemptNo, contentDigest: 'e'.repeat(64), requestedBy: 'developer:D1', review: false, now: at });
    const refundTradeNo = this.number();
    const refund: Refund = { ...made, refundTradeNo, refundTradeTime: '20260508120000', sentAt: at, ...(isOpen ? {} : { state: 'refunded', refundedAt: at }) };
    const account = this.#house.account(paid.attempt.payChannel);
    await this.#house.store.unitOfWork.run(async ({ refunds, trades }) => {
      await refunds.add(refund);
      if (!isOpen) await trades.add(tradeOfRefund(paid.order, paid.attempt, refund, clearingDayOf(at, cutMinuteOf(account)), at));
    });
    return { refund, key: refundKey(refundTradeNo), line: lineOf('refund', refundTradeNo, `RT${refundTradeNo}`, fen(amount), at) };
  }
}

export function lineOf(kind: BillLine['kind'], ownNo: string, channelNo: string, amount: Fen, at: number): BillLine {
  const fee = feeOf(contract, amount);
  const sign = kind === 'payment' ? 1n : -1n;
  return { lineNo: 0, kind, ownNo, channelNo, amount, settled: (sign * amount) as FenSum, fee: (sign * fee) as FenSum, at };
}
