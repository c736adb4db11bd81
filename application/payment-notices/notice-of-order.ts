import { minuteMs, type EpochMs } from '../../domain/kernel/china-time.js';
import { refuse, ok, type Result } from '../../domain/kernel/result.js';
import { bizNoOfOrder, newNotice, stepTo, type NoticeRecord } from '../../domain/payment-notices/notice-record.js';
import type { NoticeContent } from '../../domain/payment-notices/payment-notice.js';
import type { Order } from '../../domain/payments/order.js';
import { NoticeTaken, type NoticeHindrance, type NoticeOfOrder } from '../ports/order-notices.js';
import type { NoticeIssuing } from '../ports/province.js';
import { keepChange } from './keep-notice.js';
import type { NoticeParts } from './notice-parts.js';
import { amountWords, wordOf } from './report-words.js';

/** Long after whoever issued it has stored its order, or will never. */
const tidyAfterMs = minuteMs;

const recordFor = (order: Order, content: NoticeContent, now: EpochMs): NoticeRecord => newNotice(content, {
  noticeNo: order.platformOrderNo, origin: 'order', devId: order.devId, merchantNo: order.merchantNo, bizNoticeNo: bizNoOfOrder(order.platformOrderNo), contentDigest: undefined,
  platformOrderNo: order.platformOrderNo, step: 'to-issue', now,
});

/** The order is taken at once, its notice is issued by job. */
export const noticeLater = (order: Order, content: NoticeContent, now: EpochMs): NoticeOfOrder => ({
  store: async ({ notices, outbox }) => {
    await notices.add(recordFor(order, content, now));
    await outbox.enqueue({ topic: 'work-notice', key: order.platformOrderNo, dueAt: now, fresh: true });
  },
});

/**
 * The payee wants the notice before anybody pays. Its record is kept before the province is asked: whatever becomes of this process or of the answer, the
 * job finds the notice again and, where no order came of it, has it voided.
 */
export class NoticeFirst {
  readonly #parts: Pick<NoticeParts, 'unitOfWork' | 'ids' | 'clock' | 'journal' | 'patience'>;

  constructor(parts: Pick<NoticeParts, 'unitOfWork' | 'ids' | 'clock' | 'journal' | 'patience'>) {
    this.#parts = parts;
  }

  async run(order: Order, content: NoticeContent, issuing: NoticeIssuing): Promise<Result<NoticeOfOrder, NoticeHindrance>> {
    const { unitOfWork, clock, journal, patience } = this.#parts;
    const record = recordFor(order, content, clock.now());
    await unitOfWork.run(async ({ notices, outbox }) => {
      await notices.add(record);
      await outbox.enqueue({ topic: 'work-notice', key: record.noticeNo, dueAt: clock.now() + tidyAfterMs });
    });
    const report = await issuing.issue(content, patience.askMs);
    if (report.kind === 'issued' && report.state === 'unpaid') {
      const { payCode, checkCode, eBookNo, payUrl, validUntil } = report;
      return ok({ store: (stores) => this.#open(stores, record, { payCode, checkCode, eBookNo, payUrl, validUntil }) });
    }
    if (report.kind !== 'refused') {
      journal.warn('notice-not-issued', { noticeNo: record.noticeNo, why: report.kind === 'unknown' ? report.why : report.state });
      return refuse({ code: 'notice-unknown' });
    }
    await this.#refused(record, wordOf(report).reply);
    return refuse({ code: 'notice-bad', words: `省非税系统拒绝开具：${report.reason}` });
  }

  async #open(stores: Parameters<NoticeOfOrder['store']>[0], record: NoticeRecord, issued: Partial<NoticeRecord>): Promise<void> {
    const current = await stores.notices.take(record.noticeNo);
    // The job gave it up meanwhile: this took far too long.
    if (current?.step !== 'to-issue') throw new NoticeTaken('缴款书开具超时，请重新下单');
    await keepChange(stores, this.#parts, current, stepTo(current, 'open', this.#parts.clock.now(), issued), {
      actor: { kind: 'system', code: 'order', address: undefined }, action: 'notice.issued', description: '下单前开具缴款书',
      said: { subject: 'issue', content: `开具缴款书 ${amountWords(record.totalAmount)}`, state: 'ok', reply: issued.payCode ?? '' },
    });
  }

  async #refused(record: NoticeRecord, reply: string): Promise<void> {
    await this.#parts.unitOfWork.run(async (stores) => {
      const current = await stores.notices.take(record.noticeNo);
      if (current?.step !== 'to-issue') return;
      await keepChange(stores, this.#parts, current, stepTo(current, 'refused', this.#parts.clock.now(), { lastWord: reply }), {
        actor: { kind: 'system', code: 'order', address: undefined }, action: 'notice.refused', description: '省非税系统拒绝开具缴款书',
        said: { subject: 'issue', content: `开具缴款书 ${amountWords(record.totalAmount)}`, state: 'refused', reply },
      });
    });
  }
}
