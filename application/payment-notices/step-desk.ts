import type { Actor } from '../../domain/audit/audit-entry.js';
import type { AbnormalNoticeKind } from '../../domain/payment-notices/abnormal-notice.js';
import { nextTryAt, triesBeforeAbnormal } from '../../domain/payment-notices/notice-move.js';
import { stepTo, type NoticeRecord, type NoticeStep } from '../../domain/payment-notices/notice-record.js';
import type { JobOutcome } from '../ports/jobs.js';
import type { Stores } from '../ports/unit-of-work.js';
import { addLog, alarmOf, endAbnormal, keepChange, noteAbnormal, type Finding, type Said } from './keep-notice.js';
import type { NoticeParts } from './notice-parts.js';

export const worker: Actor = { kind: 'system', code: 'work-notice', address: undefined };

export interface Step { readonly to: NoticeStep; readonly changes?: Partial<NoticeRecord>; readonly action: string; readonly description: string; readonly said?: Said }

/** Stores what the movers of a notice found out; each change only as long as nobody changed the notice meanwhile. */
export class StepDesk {
  readonly #parts: Pick<NoticeParts, 'unitOfWork' | 'ids' | 'clock' | 'journal'>;

  constructor(parts: Pick<NoticeParts, 'unitOfWork' | 'ids' | 'clock' | 'journal'>) {
    this.#parts = parts;
  }

  get now(): number { return this.#parts.clock.now(); }

  /** Takes a step, with whatever belongs to it. Somebody was faster: the job looks again. */
  async step(seen: NoticeRecord, { to, changes, action, description, said }: Step, alongside?: (stores: Stores, after: NoticeRecord) => Promise<void>): Promise<'on'> {
    await this.#parts.unitOfWork.run(async (stores) => {
      const current = await stores.notices.take(seen.noticeNo);
      if (current?.version !== seen.version) return;
      const after = stepTo(current, to, this.now, changes);
      await keepChange(stores, this.#parts, current, after, { actor: worker, action, description, ...(said && { said }) });
      await alongside?.(stores, after);
    });
    return 'on';
  }

  /** Counts a try before the call: of two at the same moment one may make it, the other gets nothing. */
  async begin(seen: NoticeRecord): Promise<NoticeRecord | undefined> {
    return this.#parts.unitOfWork.run(async ({ notices }) => {
      const current = await notices.take(seen.noticeNo);
      if (current?.version !== seen.version) return undefined;
      const begun = { ...current, tries: current.tries + 1, changedAt: this.now };
      await notices.put(begun);
      return { ...begun, version: current.version + 1 };
    });
  }

  /** No clear answer, or a no: counted, logged, tried again ever more slowly; after some tries in vain people are told. */
  async tryAgain(seen: NoticeRecord, said: Said, abnormal: AbnormalNoticeKind | undefined): Promise<JobOutcome> {
    const tries = seen.tries + 1;
    let isNews = false;
    await this.#parts.unitOfWork.run(async (stores) => {
      isNews = false;
      const current = await stores.notices.take(seen.noticeNo);
      if (current?.version !== seen.version) return;
      await stores.notices.put({ ...current, tries, lastWord: said.reply, changedAt: this.now });
      await addLog(stores, this.#parts, current, said);
      if (abnormal === undefined || tries < triesBeforeAbnormal) return;
      // Tries are counted anew only where a person asked for them: their failing is another occasion, each further try of a row is not.
      const occasion = tries === triesBeforeAbnormal ? 'new' : 'same';
      isNews = await noteAbnormal(stores, this.#parts, current, { kind: abnormal, note: `第 ${tries} 次仍未成功：${said.reply}`, occasion });
    });
    if (isNews && abnormal !== undefined) alarmOf(this.#parts.journal, seen, abnormal);
    else if (abnormal === undefined && tries === triesBeforeAbnormal) this.#parts.journal.alarm('payment-notice-stuck', { noticeNo: seen.noticeNo, step: seen.step, subject: said.subject });
    return { kind: 'again', dueAt: nextTryAt(tries, this.now) };
  }

  /** What made it abnormal is cured. */
  end(seen: NoticeRecord, kinds: readonly AbnormalNoticeKind[], note: string): Promise<void> {
    return this.#parts.unitOfWork.run((stores) => endAbnormal(stores, this.#parts, seen, kinds, note));
  }

  /** Notes that something is abnormal, once for each occasion; `alongside` every time, so it must be harmless to repeat. */
  async find(seen: NoticeRecord, finding: Finding, alongside?: (stores: Stores) => Promise<void>): Promise<void> {
    let isNews = false;
    await this.#parts.unitOfWork.run(async (stores) => {
      isNews = await noteAbnormal(stores, this.#parts, seen, finding);
      await alongside?.(stores);
    });
    if (isNews) alarmOf(this.#parts.journal, seen, finding.kind);
  }
}
