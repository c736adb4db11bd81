import { confirmationMeaning } from '../../domain/payment-notices/judge-notice.js';
import { withoutPayment } from '../../domain/payment-notices/notice-record.js';
import { isConfirmed, paidByOther } from './confirm-notice.js';
import { endAbnormal } from './keep-notice.js';
import type { NoticeParts } from './notice-parts.js';
import { noticeStateWords, wordOf } from './report-words.js';
import type { StepDesk } from './step-desk.js';
import type { Moved, NoticeMover, SeenNotice } from './work-notice.js';

const unconfirmed = ['paid-not-confirmed'] as const;

/**
 * All the money went back before the province had confirmed it (province-nontax.md 5.7): nothing is confirmed any more. A confirmation without a clear answer
 * may have arrived all the same, so the province is asked; what it has booked is followed as a refund, what it has not is void, or open for the business
 * system whose notice it is.
 */
export class WithdrawNotice implements NoticeMover {
  readonly #desk: StepDesk;
  readonly #parts: Pick<NoticeParts, 'ids' | 'clock' | 'patience'>;

  constructor(desk: StepDesk, parts: Pick<NoticeParts, 'ids' | 'clock' | 'patience'>) {
    this.#desk = desk;
    this.#parts = parts;
  }

  async move({ record, province }: SeenNotice): Promise<Moved> {
    const { payCode, platformOrderNo: serialNo, totalAmount: amount } = record;
    if (payCode === undefined || serialNo === undefined) throw new Error(`notice ${record.noticeNo} has no payment to withdraw`);
    const call = { subject: 'query', content: `确认前已全额退款，查询缴款书 ${payCode}` } as const;
    const report = await province.queries.query({ payCode }, this.#parts.patience.workMs);
    if (report.kind === 'unknown') return this.#desk.tryAgain(record, { ...call, ...wordOf(report) }, undefined);
    const isPaid = report.kind === 'found' && ['paid', 'refunded'].includes(report.notice.state);
    if (!isPaid) return this.#withdraw(record, { ...call, state: 'ok', reply: report.kind === 'found' ? noticeStateWords[report.notice.state] : '缴款书不存在' });
    const meaning = confirmationMeaning({ payCode, serialNo, amount }, report);
    switch (meaning.kind) {
      case 'confirmed-before': return this.#desk.step(record, isConfirmed(meaning.confirmation, '此前已确认', call), (stores, after) => endAbnormal(stores, this.#parts, after, unconfirmed, '缴款确认已成功'));
      case 'paid-by-other': return this.#desk.step(record, paidByOther(meaning.confirmation, call));
      default: return this.#desk.tryAgain(record, { ...call, state: 'unknown', reply: '已缴款，未说明由谁缴款' }, undefined);
    }
  }

  #withdraw(record: SeenNotice['record'], said: Parameters<StepDesk['tryAgain']>[1]): Promise<'on'> {
    const isOurs = record.origin === 'order';
    return this.#desk.step(record, {
      to: isOurs ? 'void-pending' : 'open', changes: { ...withoutPayment, lastWord: '确认前已全额退款' }, action: 'notice.withdrawn',
      description: isOurs ? '确认前已全额退款，缴款书待作废' : '确认前已全额退款，缴款书恢复待缴', said,
    }, (stores, after) => endAbnormal(stores, this.#parts, after, unconfirmed, '款项已全额退回，不再确认'));
  }
}
