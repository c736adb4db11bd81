import { secondMs } from '../../domain/kernel/china-time.js';
import type { NoticeRecord } from '../../domain/payment-notices/notice-record.js';
import type { PaymentNotice } from '../../domain/payment-notices/payment-notice.js';
import type { IssueReport } from '../../domain/payment-notices/province-report.js';
import { findIssued } from './find-issued.js';
import type { NoticeParts } from './notice-parts.js';
import { amountWords, wordOf } from './report-words.js';
import type { StepDesk } from './step-desk.js';
import type { Moved, NoticeMover, SeenNotice } from './work-notice.js';

/** Whoever has found the notice by our number takes it as issued. */
export const issuedFields = ({ payCode, checkCode, state, validUntil }: PaymentNotice): Partial<NoticeRecord> => ({ payCode, checkCode, state, validUntil });

/** An issue may still be on its way to the province so long after it began; until then its not knowing our number proves nothing. */
const underWayMs = 10 * secondMs;

/** 缴款书开具. Where an earlier try had no clear answer the province is asked for our number first, so that one order has one notice. */
export class IssueNotice implements NoticeMover {
  readonly #desk: StepDesk;
  readonly #patience: NoticeParts['patience'];

  constructor(desk: StepDesk, patience: NoticeParts['patience']) {
    this.#desk = desk;
    this.#patience = patience;
  }

  async move({ record, province }: SeenNotice): Promise<Moved> {
    const content = `开具缴款书 ${amountWords(record.totalAmount)}`;
    if (record.tries > 0) {
      const found = await findIssued(province, record, this.#patience.workMs);
      // A bare failure is all that some provinces say of a notice they do not have: the issue is repeated, which under one number is safe.
      if (found.kind === 'unknown' && found.why !== 'unheard-word') return this.#desk.tryAgain(record, { subject: 'query', content: '按业务流水号查询缴款书', ...wordOf(found) }, undefined);
      if (found.kind === 'found') return this.#open(record, issuedFields(found.notice), content, '按业务流水号查到');
      if (this.#desk.now < record.changedAt + underWayMs) return { kind: 'again', dueAt: record.changedAt + underWayMs };
    }
    if (province.issuing === undefined) return this.#refuse(record, content, '省非税系统不提供开具');
    const begun = await this.#desk.begin(record);
    // Somebody else makes this call now: the job looks again.
    if (begun === undefined) return 'on';
    return this.#take({ ...begun, tries: record.tries }, await province.issuing.issue(record, this.#patience.workMs), content);
  }

  #take(record: NoticeRecord, report: IssueReport, content: string): Promise<Moved> {
    if (report.kind === 'unknown') return this.#desk.tryAgain(record, { subject: 'issue', content, ...wordOf(report) }, undefined);
    if (report.kind === 'refused') return this.#refuse(record, content, wordOf(report).reply);
    const { payCode, checkCode, eBookNo, payUrl, validUntil, state } = report;
    return this.#open(record, { payCode, checkCode, eBookNo, payUrl, validUntil, state }, content, '已开具');
  }

  #open(record: NoticeRecord, changes: Partial<NoticeRecord>, content: string, lastWord: string): Promise<Moved> {
    const said = { subject: 'issue', content, state: 'ok', reply: `${lastWord} ${changes.payCode ?? ''}` } as const;
    return this.#desk.step(record, { to: 'open', changes: { ...changes, lastWord }, action: 'notice.issued', description: '缴款书已开具', said });
  }

  #refuse(record: NoticeRecord, content: string, reply: string): Promise<Moved> {
    return this.#desk.step(record, { to: 'refused', changes: { lastWord: reply }, action: 'notice.refused', description: '省非税系统拒绝开具缴款书', said: { subject: 'issue', content, state: 'refused', reply } });
  }
}

/** 缴款书推送: a notice of another system is handed to the province's public payment product. */
export class PushNotice implements NoticeMover {
  readonly #desk: StepDesk;
  readonly #patience: NoticeParts['patience'];
  /** Where the province tells us that it was paid. */
  readonly #notifyUrl: string;

  constructor(desk: StepDesk, patience: NoticeParts['patience'], notifyUrl: string) {
    this.#desk = desk;
    this.#patience = patience;
    this.#notifyUrl = notifyUrl;
  }

  async move({ record, province }: SeenNotice): Promise<Moved> {
    const { payCode } = record;
    if (payCode === undefined) throw new Error(`the pushed notice ${record.noticeNo} has no pay code`);
    const content = `推送缴款书 ${payCode} ${amountWords(record.totalAmount)}`;
    if (province.pushing === undefined) return this.#desk.step(record, { to: 'open', action: 'notice.taken-in', description: '缴款书已接收，该区域不转推' });
    const report = await province.pushing.push({ ...record, payCode }, record.devId, this.#notifyUrl, this.#patience.workMs);
    if (report.kind === 'unknown') return this.#desk.tryAgain(record, { subject: 'push', content, ...wordOf(report) }, undefined);
    if (report.kind === 'refused') {
      const said = { subject: 'push', content, ...wordOf(report) } as const;
      return this.#desk.step(record, { to: 'refused', changes: { lastWord: said.reply }, action: 'notice.refused', description: '省非税系统拒绝接收缴款书', said });
    }
    return this.#desk.step(record, {
      to: 'open', changes: { payUrl: report.payUrl, lastWord: '已推送' }, action: 'notice.pushed', description: '缴款书已推送', said: { subject: 'push', content, state: 'ok', reply: '已接收' },
    });
  }
}
