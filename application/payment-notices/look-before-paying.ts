import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { mayBePaid, type PayRefusal } from '../../domain/payment-notices/judge-notice.js';
import type { NoticeRecord } from '../../domain/payment-notices/notice-record.js';
import type { PaymentNotice } from '../../domain/payment-notices/payment-notice.js';
import { chargedAmount, type Order } from '../../domain/payments/order.js';
import type { NoticeObstacle } from '../ports/order-notices.js';
import { addLog } from './keep-notice.js';
import type { NoticeParts } from './notice-parts.js';
import { amountWords, noticeStateWords, wordOf } from './report-words.js';
import type { TakePaid } from './take-paid.js';

export interface LookParts extends Pick<NoticeParts, 'unitOfWork' | 'provinces' | 'ids' | 'clock' | 'journal' | 'patience'> { readonly takePaid: Pick<TakePaid, 'run'> }

/**
 * Query before every payment by a notice (province-nontax.md 5.2), within a second: what the province says for certain stops the payer, a province that is
 * slow or away does not (design 4.9).
 */
export class LookBeforePaying {
  readonly #parts: LookParts;

  constructor(parts: LookParts) {
    this.#parts = parts;
  }

  async run(order: Order): Promise<Result<undefined, NoticeObstacle>> {
    if (order.nontaxInfo === undefined) return ok(undefined);
    const { unitOfWork, provinces, journal, patience } = this.#parts;
    const record = await unitOfWork.read(({ notices }) => notices.byOrder(order.platformOrderNo));
    if (record?.step === 'paid-elsewhere') return refuse('notice-paid');
    const province = record && provinces.get(record.region);
    if (record?.step !== 'open' || record.payCode === undefined || province === undefined) return ok(undefined);
    const report = await province.queries.query({ payCode: record.payCode }, patience.payMs);
    if (report.kind === 'unknown') {
      journal.warn('notice-not-looked-at', { orderNo: order.platformOrderNo, why: report.why });
      await this.#log(record, wordOf(report));
      return ok(undefined);
    }
    if (report.kind === 'not-found') {
      await this.#log(record, { state: 'ok', reply: '缴款书不存在' });
      return refuse('notice-void');
    }
    await this.#log(record, { state: 'ok', reply: `${noticeStateWords[report.notice.state]} ${amountWords(report.notice.totalAmount)}` });
    return this.#judge(order, record, report.notice);
  }

  async #judge(order: Order, record: NoticeRecord, notice: PaymentNotice): Promise<Result<undefined, NoticeObstacle>> {
    const { confirmation } = notice;
    if (notice.state === 'paid' && confirmation !== undefined) {
      await this.#parts.takePaid.run(record.region, { payCode: notice.payCode, serialNo: confirmation.serialNo, amount: notice.totalAmount, paidAt: confirmation.at, confirmCode: confirmation.confirmCode }, 'query');
      return refuse('notice-paid');
    }
    const may = mayBePaid(notice, chargedAmount(order), this.#parts.clock.now());
    return may.ok ? ok(undefined) : refuse(obstacleOf(may.refusal));
  }

  #log(record: NoticeRecord, heard: Pick<Parameters<typeof addLog>[3], 'state' | 'reply'>): Promise<void> {
    return this.#parts.unitOfWork.run((stores) => addLog(stores, this.#parts, record, { subject: 'query', content: `缴款前查询缴款书 ${record.payCode ?? ''}`, ...heard }));
  }
}

function obstacleOf(refusal: PayRefusal): NoticeObstacle {
  switch (refusal.code) {
    case 'expired': return 'notice-expired';
    case 'amount-differs': case 'does-not-add-up': return 'notice-differs';
    case 'not-payable': return refusal.state === 'void' ? 'notice-void' : refusal.state === 'expired' ? 'notice-expired' : 'notice-paid';
  }
}
