import type { Actor } from '../../domain/audit/audit-entry.js';
import { ok, refuse, type Result } from '../../domain/kernel/result.js';
import { stepTo, type NoticeRecord } from '../../domain/payment-notices/notice-record.js';
import type { Stores } from '../ports/unit-of-work.js';
import { keepChange } from './keep-notice.js';
import type { NoticeParts } from './notice-parts.js';

export type OperateRefusal = 'no-such-notice' | 'nothing-to-do' | 'has-order';
export interface ByOperator { readonly operator: string; readonly address: string | undefined }

const actorOf = ({ operator, address }: ByOperator): Actor => ({ kind: 'operator', code: operator, address });

/** What a person may start again: the confirmation or issue of a notice (1.1.5.2.3-b), and the voiding of one that no order pays. The job does it at once. */
export class OperateNotice {
  readonly #parts: Pick<NoticeParts, 'unitOfWork' | 'ids' | 'clock'>;

  constructor(parts: Pick<NoticeParts, 'unitOfWork' | 'ids' | 'clock'>) {
    this.#parts = parts;
  }

  confirmAgain(noticeNo: string, by: ByOperator): Promise<Result<NoticeRecord, OperateRefusal>> {
    return this.#changed(noticeNo, by, { action: 'notice.confirm-again', description: '人工再次确认缴款书' }, async ({ notices }, record) => {
      const now = this.#parts.clock.now();
      switch (record.step) {
        case 'refused':
          if (record.payCode === undefined) return ok(stepTo(record, 'to-issue', now));
          // Its number was free meanwhile: whoever has brought it since keeps it.
          return await notices.byPayCode(record.region, record.payCode) === undefined ? ok(stepTo(record, 'to-push', now)) : refuse('nothing-to-do');
        case 'to-issue': case 'to-push': case 'open': case 'confirm-pending': case 'confirmed': case 'void-pending': return ok({ ...record, tries: 0, changedAt: now });
        case 'paid-elsewhere': case 'voided': case 'returned': return refuse('nothing-to-do');
      }
    });
  }

  void(noticeNo: string, by: ByOperator): Promise<Result<NoticeRecord, OperateRefusal>> {
    return this.#changed(noticeNo, by, { action: 'notice.void-asked', description: '人工作废缴款书' }, async ({ orders }, record) => {
      const now = this.#parts.clock.now();
      const order = record.platformOrderNo === undefined ? undefined : await orders.byNo(record.platformOrderNo);
      if (order !== undefined && order.state !== 'closed') return refuse('has-order');
      // One that was pushed has given its number back and must not take it again.
      if (record.step === 'refused' && record.payCode === undefined) return ok(stepTo(record, 'voided', now));
      if (record.step !== 'open' && record.step !== 'to-push') return refuse('nothing-to-do');
      return ok(stepTo(record, 'void-pending', now));
    });
  }

  async #changed(
    noticeNo: string, by: ByOperator, words: { readonly action: string; readonly description: string }, change: (stores: Stores, record: NoticeRecord) => Promise<Result<NoticeRecord, OperateRefusal>>,
  ): Promise<Result<NoticeRecord, OperateRefusal>> {
    return this.#parts.unitOfWork.run(async (stores): Promise<Result<NoticeRecord, OperateRefusal>> => {
      const record = await stores.notices.take(noticeNo);
      if (record === undefined) return refuse('no-such-notice');
      const changed = await change(stores, record);
      if (!changed.ok) return changed;
      await keepChange(stores, this.#parts, record, changed.value, { actor: actorOf(by), ...words });
      await stores.outbox.enqueue({ topic: 'work-notice', key: record.platformOrderNo ?? record.noticeNo, dueAt: this.#parts.clock.now() });
      return changed;
    });
  }
}
