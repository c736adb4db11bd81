import { moneyBack } from '../../domain/payment-notices/money-back.js';
import { refundedAmount } from '../../domain/refunds/refund.js';
import type { NoticeParts } from './notice-parts.js';
import type { StepDesk } from './step-desk.js';
import type { FoundNotice, Moved, QuietMover } from './work-notice.js';

/** The money of an order whose notice somebody else has paid is a second payment; it goes back by rule where the payee says so, else people decide. */
export class SecondPayment implements QuietMover {
  readonly #desk: StepDesk;
  readonly #directory: Pick<NoticeParts['directory'], 'payee'>;

  constructor(desk: StepDesk, directory: Pick<NoticeParts['directory'], 'payee'>) {
    this.#desk = desk;
    this.#directory = directory;
  }

  async move({ record, order, refunds }: FoundNotice): Promise<Moved> {
    const attemptNo = order?.paidAttemptNo;
    const payee = await this.#directory.payee(record.merchantNo);
    const serialNo = record.confirmation?.serialNo;
    await this.#desk.find(record, { kind: 'duplicate', note: '重复缴款：缴款书已由其他缴款结清', ...(serialNo !== undefined && { serialNo }) }, async ({ outbox }) => {
      // The case may have been opened before our payment came: the refund hangs on the payment, not on the news.
      const isOnItsWay = refunds.some(({ origin, state }) => origin === 'rule' && state !== 'failed');
      if (payee?.repeatRefundByRule && attemptNo !== undefined && !isOnItsWay) await outbox.enqueue({ topic: 'refund-by-rule', key: attemptNo, dueAt: this.#desk.now });
    });
    if (refundedAmount(refunds) >= record.totalAmount) await this.#desk.end(record, ['duplicate'], '重复缴款已退回');
    return { kind: 'done' };
  }
}

/** Paid although the province never issued the notice: nothing can be confirmed before people have seen to it. */
export class TellUnconfirmable implements QuietMover {
  readonly #desk: StepDesk;

  constructor(desk: StepDesk) {
    this.#desk = desk;
  }

  async move({ record, order, refunds }: FoundNotice): Promise<Moved> {
    if (moneyBack(record, order, refunds) === 'all') await this.#desk.end(record, ['paid-not-confirmed'], '款项已全额退回，不再确认');
    else await this.#desk.find(record, { kind: 'paid-not-confirmed', note: `订单已支付，缴款书未开具：${record.lastWord}` });
    return { kind: 'done' };
  }
}
