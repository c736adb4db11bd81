import { nextRefundLookAt } from '../../domain/payment-notices/notice-move.js';
import { yuan } from '../../domain/kernel/money.js';
import { refundedAmount, type Refund } from '../../domain/refunds/refund.js';
import { addLog, endAbnormal } from './keep-notice.js';
import type { NoticeParts } from './notice-parts.js';
import { noticeStateWords, wordOf } from './report-words.js';
import type { StepDesk } from './step-desk.js';
import type { Moved, NoticeMover, SeenNotice } from './work-notice.js';

/**
 * Money of a confirmed notice has gone back. The province has no call for that: its own approval (退付) tells it, and it is asked until it shows the notice
 * as returned. A refund without such an approval is put before people, who enter it there (province-nontax.md 5.7).
 */
export class FollowRefund implements NoticeMover {
  readonly #desk: StepDesk;
  readonly #parts: Pick<NoticeParts, 'unitOfWork' | 'ids' | 'clock' | 'patience'>;

  constructor(desk: StepDesk, parts: Pick<NoticeParts, 'unitOfWork' | 'ids' | 'clock' | 'patience'>) {
    this.#desk = desk;
    this.#parts = parts;
  }

  async move({ record, refunds, province }: SeenNotice): Promise<Moved> {
    const { payCode } = record;
    if (payCode === undefined) throw new Error(`the confirmed notice ${record.noticeNo} has no pay code`);
    if (done(refunds).some(({ nontaxRefundRef }) => nontaxRefundRef === undefined)) await this.#desk.find(record, { kind: 'confirmed-not-paid', note: `已直接退款 ${yuan(refundedAmount(refunds))} 元，请在省非税系统登记退付` });
    const report = await province.queries.query({ payCode }, this.#parts.patience.workMs);
    const content = `退款后查询缴款书 ${payCode}`;
    if (report.kind === 'found' && report.notice.state === 'refunded') {
      return this.#desk.step(record, {
        to: 'returned', changes: { state: 'refunded', lastWord: '省非税系统已退付' }, action: 'notice.returned', description: '省非税系统已登记退付', said: { subject: 'query', content, state: 'ok', reply: '已退付' },
      }, (stores, after) => endAbnormal(stores, this.#parts, after, ['confirmed-not-paid'], '省非税系统已登记退付'));
    }
    const heard = report.kind === 'unknown' ? wordOf(report) : { state: 'ok' as const, reply: report.kind === 'found' ? noticeStateWords[report.notice.state] : '缴款书不存在' };
    const tries = record.tries + 1;
    const dueAt = nextRefundLookAt(tries, this.#desk.now);
    await this.#parts.unitOfWork.run(async (stores) => {
      const current = await stores.notices.take(record.noticeNo);
      if (current?.version !== record.version) return;
      await stores.notices.put({ ...current, tries, lastWord: heard.reply, changedAt: this.#desk.now });
      await addLog(stores, this.#parts, current, { subject: 'query', content, ...heard });
    });
    if (dueAt !== undefined) return { kind: 'again', dueAt };
    await this.#desk.find(record, { kind: 'confirmed-not-paid', note: `已退款 ${yuan(refundedAmount(refunds))} 元，省非税系统仍未登记退付` });
    return { kind: 'done' };
  }
}

const done = (refunds: readonly Refund[]): readonly Refund[] => refunds.filter(({ state }) => state === 'refunded');
