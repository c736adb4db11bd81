import type { ChannelMerchant } from '../../domain/directory/channel-merchant.js';
import type { BusinessDay } from '../../domain/kernel/china-time.js';
import { isPlatformNumber } from '../../domain/kernel/numbers.js';
import { keyOfLine, type BillLine } from '../../domain/reconciliation/bill-line.js';
import type { Untraded } from '../../domain/reconciliation/plan-page.js';
import { tradeOfPayment, tradeOfRefund, type Trade } from '../../domain/settlement/trade.js';
import type { Attempt } from '../../domain/payments/attempt.js';
import type { Clock } from '../ports/clock.js';
import type { MoneyNews } from '../ports/money-news.js';
import type { UnitOfWork } from '../ports/unit-of-work.js';

export interface TellNewsParts { readonly unitOfWork: UnitOfWork; readonly news: MoneyNews; readonly clock: Clock }

/**
 * Lines of a bill that no trade of ours belongs to. Where we asked for the money and do not know yet what became of it, the bill is the proof
 * (design 4.2, unionpay.md 9) and goes through the one door; what is still no trade afterwards is a difference.
 */
export class TellNews {
  readonly #parts: TellNewsParts;

  constructor(parts: TellNewsParts) {
    this.#parts = parts;
  }

  /** What of these lines is ours and was nevertheless not booked, by key. */
  async run(account: ChannelMerchant, day: BusinessDay, lines: readonly BillLine[]): Promise<ReadonlyMap<string, Untraded>> {
    const untraded = new Map<string, Untraded>();
    for (const line of lines) {
      if (!isPlatformNumber(line.ownNo)) continue;
      const left = line.kind === 'payment' ? await this.#payment(account, day, line) : await this.#refund(account, day, line);
      if (left) untraded.set(keyOfLine(line), left);
    }
    return untraded;
  }

  async #payment(account: ChannelMerchant, day: BusinessDay, line: BillLine): Promise<Untraded | undefined> {
    const { unitOfWork, news } = this.#parts;
    const attempt = await unitOfWork.read(({ attempts }) => attempts.byNo(line.ownNo));
    if (!attempt || attempt.channelMerchantId !== account.channelMerchantId) return undefined;
    if (!isBooked(attempt)) {
      await news.payment({ kind: 'paid', attemptNo: attempt.attemptNo, channelOrderNo: line.channelNo, amount: line.amount, paidAt: line.at, clearingDay: day });
    } else {
      await this.#addMissing(attempt.platformOrderNo, (order, now) => tradeOfPayment(order, attempt, attempt.clearingDay ?? day, now));
    }
    return await this.#isTraded(line) ? undefined : { platformOrderNo: attempt.platformOrderNo, merchantNo: attempt.merchantNo, bizOrderNo: undefined, amount: attempt.amount };
  }

  async #refund(account: ChannelMerchant, day: BusinessDay, line: BillLine): Promise<Untraded | undefined> {
    const { unitOfWork, news } = this.#parts;
    const [refund, attempt] = await unitOfWork.read(async ({ refunds, attempts }) => {
      const found = await refunds.byTradeNo(line.ownNo);
      return [found, found && await attempts.byNo(found.attemptNo)] as const;
    });
    // The bill of another account proves nothing of it.
    if (!refund || attempt?.channelMerchantId !== account.channelMerchantId) return undefined;
    if (refund.state === 'refunding' && refund.refundAmount === line.amount) {
      const channelRefundNo = line.channelNo === '' ? undefined : line.channelNo;
      await news.refund(refund.platformRefundOrderNo, refund.platformOrderNo, { kind: 'refunded', refundTradeNo: line.ownNo, at: line.at, channelRefundNo });
    } else if (refund.state === 'refunded') {
      await this.#addMissing(refund.platformOrderNo, (order, now) => tradeOfRefund(order, attempt, refund, day, now));
    }
    return await this.#isTraded(line) ? undefined : { platformOrderNo: refund.platformOrderNo, merchantNo: refund.merchantNo, bizOrderNo: refund.bizRefundOrderNo, amount: refund.refundAmount };
  }

  /** Booked by a release that kept no trades yet. */
  async #addMissing(platformOrderNo: string, make: (order: Parameters<typeof tradeOfPayment>[0], now: number) => Trade): Promise<void> {
    const { unitOfWork, clock } = this.#parts;
    await unitOfWork.run(async ({ orders, trades }) => {
      const order = await orders.byNo(platformOrderNo);
      if (order) await trades.add(make(order, clock.now()));
    });
  }

  async #isTraded(line: BillLine): Promise<boolean> {
    return (await this.#parts.unitOfWork.read(({ trades }) => trades.byKeys([keyOfLine(line)]))).length > 0;
  }
}

const isBooked = ({ state }: Attempt): boolean => state === 'paid' || state === 'repeat' || state === 'late';
