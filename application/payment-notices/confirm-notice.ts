import type { PayChannel } from '../../domain/directory/channel-merchant.js';
import { confirmationMeaning } from '../../domain/payment-notices/judge-notice.js';
import { withPayment, type NoticeRecord } from '../../domain/payment-notices/notice-record.js';
import type { NoticeConfirmation } from '../../domain/payment-notices/payment-notice.js';
import type { ConfirmReport } from '../../domain/payment-notices/province-report.js';
import { paymentKey } from '../../domain/settlement/trade.js';
import type { PaymentToConfirm } from '../ports/province.js';
import { endAbnormal, keepChange, type Said } from './keep-notice.js';
import type { NoticeParts } from './notice-parts.js';
import { amountWords, wordOf } from './report-words.js';
import { worker, type Step, type StepDesk } from './step-desk.js';
import type { FoundNotice, Moved, NoticeMover, QuietMover, SeenNotice } from './work-notice.js';

/** The province's words for our channels. */
const channelWords: Readonly<Record<PayChannel, string>> = { alipay: 'ALIPAY', unionpay: 'UNIONPAY' };

/** The order is paid: from here on the notice shows among the paid ones, and is to be confirmed. */
export class NotePayment implements QuietMover {
  readonly #parts: Pick<NoticeParts, 'unitOfWork' | 'ids' | 'clock'>;

  constructor(parts: Pick<NoticeParts, 'unitOfWork' | 'ids' | 'clock'>) {
    this.#parts = parts;
  }

  async move({ record, order }: FoundNotice): Promise<Moved> {
    const { unitOfWork, clock } = this.#parts;
    const attemptNo = order?.paidAttemptNo;
    if (attemptNo === undefined) throw new Error(`the paid order of notice ${record.noticeNo} has no paid attempt`);
    await unitOfWork.run(async (stores) => {
      const current = await stores.notices.take(record.noticeNo);
      if (current?.version !== record.version) return;
      const after = withPayment(current, { tradeKey: paymentKey(attemptNo), paidAt: order?.paidAt ?? clock.now() }, clock.now());
      await keepChange(stores, this.#parts, current, after, { actor: worker, action: 'notice.paid', description: '订单已支付，待向省非税系统确认' });
    });
    return 'on';
  }
}

/** 缴款确认: once for each notice and payment. A payment is never undone because its confirmation fails (province-nontax.md 5.3, 5.4). */
export class ConfirmNotice implements NoticeMover {
  readonly #desk: StepDesk;
  readonly #parts: Pick<NoticeParts, 'ids' | 'clock' | 'patience'>;

  constructor(desk: StepDesk, parts: Pick<NoticeParts, 'ids' | 'clock' | 'patience'>) {
    this.#desk = desk;
    this.#parts = parts;
  }

  async move({ record, order, province }: SeenNotice): Promise<Moved> {
    const { payCode, platformOrderNo: serialNo, paidAt } = record;
    if (payCode === undefined || serialNo === undefined || paidAt === undefined || order?.payChannel === undefined) throw new Error(`notice ${record.noticeNo} has no payment to confirm`);
    const content = `缴款确认 ${payCode} ${amountWords(record.totalAmount)} 流水号 ${serialNo}`;
    if (province.confirming === undefined) return this.#desk.tryAgain(record, { subject: 'confirm', content, state: 'refused', reply: '省非税系统不提供缴款确认' }, 'paid-not-confirmed');
    const report = await this.#ask(province, {
      payCode, serialNo, amount: record.totalAmount, channelSerialNo: order.channelOrderNo ?? order.paidAttemptNo ?? serialNo, paymentChannel: channelWords[order.payChannel], paidAt,
      payerName: record.payer.name,
    });
    switch (report.kind) {
      case 'confirmed': return this.#confirmed(record, { confirmCode: report.confirmCode, serialNo, at: paidAt }, content, '确认成功');
      case 'confirmed-before': return this.#confirmed(record, report.confirmation, content, '此前已确认');
      case 'paid-by-other': return this.#desk.step(record, paidByOther(report.confirmation, { subject: 'confirm', content }));
      case 'refused': case 'unknown': return this.#desk.tryAgain(record, { subject: 'confirm', content, ...wordOf(report) }, 'paid-not-confirmed');
    }
  }

  /** A province with few words says no to a confirmation that it has already: who confirmed is then looked up. */
  async #ask({ confirming, queries }: SeenNotice['province'], payment: PaymentToConfirm): Promise<ConfirmReport> {
    const { workMs } = this.#parts.patience;
    const report = await confirming?.confirm(payment, workMs) ?? { kind: 'unknown', why: 'unreachable' };
    if (report.kind !== 'refused') return report;
    const meaning = confirmationMeaning(payment, await queries.query({ payCode: payment.payCode }, workMs));
    return meaning.kind === 'unknown' ? report : meaning;
  }

  #confirmed(record: NoticeRecord, confirmation: NoticeConfirmation, content: string, lastWord: string): Promise<Moved> {
    return this.#desk.step(record, isConfirmed(confirmation, lastWord, { subject: 'confirm', content }), (stores, after) => endAbnormal(stores, this.#parts, after, ['paid-not-confirmed'], '缴款确认已成功'));
  }
}

type Call = Pick<Said, 'subject' | 'content'>;
/** The province has the payment as ours. */
export const isConfirmed = (confirmation: NoticeConfirmation, lastWord: string, call: Call): Step => ({
  to: 'confirmed', changes: { state: 'paid', confirmation, lastWord }, action: 'notice.confirmed', description: '省非税系统已确认缴款',
  said: { ...call, state: 'ok', reply: `${lastWord} ${confirmation.confirmCode}` },
});
/** The province has another payment than ours. */
export const paidByOther = (confirmation: NoticeConfirmation, call: Call): Step => ({
  to: 'paid-elsewhere', changes: { state: 'paid', confirmation, lastWord: '已由其他缴款结清' }, action: 'notice.paid-elsewhere', description: '缴款书已由其他缴款结清，本次为重复缴款',
  said: { ...call, state: 'refused', reply: `已由流水号 ${confirmation.serialNo} 结清` },
});
