import type { EpochMs } from '../kernel/china-time.js';
import type { AbnormalNotice, AbnormalNoticeKind } from '../payment-notices/abnormal-notice.js';
import type { NoticeLogEntry } from '../payment-notices/notice-log.js';
import type { NoticeOrigin, NoticeRecord, NoticeStep } from '../payment-notices/notice-record.js';
import { notBefore } from './payment-entries.js';
import type { TimelineEntry } from './timeline.js';

/** How a notice came to the order; the pay code is on the notice itself, and its payer's own. */
const came: Readonly<Record<NoticeOrigin, string>> = { order: '缴款书已开具', issued: '缴款书已开具', given: '凭缴款书下单', pushed: '缴款书已接收' };

/** What the present step means where it is not told by a moment of its own. */
const standing: Readonly<Partial<Record<NoticeStep, readonly [tone: TimelineEntry['tone'], text: string]>>> = {
  'to-issue': ['waiting', '缴款书待省级非税系统开具'], 'to-push': ['waiting', '缴款书待送省级非税系统'], refused: ['problem', '省级非税系统未受理缴款书，平台工作人员正在处理'],
  'confirm-pending': ['waiting', '款项已收到，待省级非税系统确认入账'], 'paid-elsewhere': ['done', '缴款书已由其他渠道缴款'],
  'void-pending': ['waiting', '缴款书作废办理中'], voided: ['done', '缴款书已作废'], returned: ['done', '省级非税系统已登记退付'],
};

const abnormalWords: Readonly<Record<AbnormalNoticeKind, string>> = {
  'paid-not-confirmed': '款项已收到，省级非税系统尚未确认', 'confirmed-not-paid': '省级非税系统显示已缴款，本平台未收到款项', 'amount-differs': '缴款书金额与省级非税系统不一致',
  'only-at-province': '缴款书在省级非税系统显示已缴款，正在核对', 'only-here': '缴款书未出现在省级非税系统的对账单中', duplicate: '同一缴款书重复缴款，多付的款项将核实退回',
};

/** The life of the payment notice that an order pays. `log` in any order; it tells when the province said what. */
export function entriesOfNotice(record: NoticeRecord, log: readonly NoticeLogEntry[], abnormal: readonly AbnormalNotice[]): readonly TimelineEntry[] {
  const { step, origin, payCode, confirmation, totalAmount, tries, lastWord, createdAt, changedAt, paidAt } = record;
  const entry = (at: EpochMs, tone: TimelineEntry['tone'], text: string, detail?: string): TimelineEntry => ({ at, subject: 'payment-notice', tone, text, amount: totalAmount, detail });
  const saidYesAt = (...subjects: readonly NoticeLogEntry['subject'][]): EpochMs | undefined =>
    log.filter(({ subject, state }) => state === 'ok' && subjects.includes(subject)).map(({ at }) => at).sort((a, b) => a - b)[0];
  const entries: TimelineEntry[] = [];
  if (payCode !== undefined) entries.push(entry(saidYesAt('issue') ?? createdAt, 'done', `${came[origin]}，缴款码 ${payCode}`, `缴款书编号 ${record.noticeNo}`));
  if (step === 'confirmed' || step === 'returned') {
    const at = saidYesAt('confirm') ?? (step === 'confirmed' ? changedAt : confirmation?.at ?? changedAt);
    entries.push(entry(at, 'done', '省级非税系统已确认入账', confirmation && `确认码 ${confirmation.confirmCode}，流水号 ${confirmation.serialNo}`));
  }
  const now = standing[step];
  const since = (step === 'confirm-pending' ? notBefore(createdAt, paidAt) : undefined) ?? changedAt;
  if (now) entries.push(entry(since, now[0], now[1], [tries > 0 ? `已试 ${tries} 次` : '', lastWord].filter(Boolean).join('，') || undefined));
  return [...entries, ...abnormal.map(ofAbnormal)];
}

const ofAbnormal = ({ kind, amount, note, handleState, createdAt }: AbnormalNotice): TimelineEntry => {
  const isOver = handleState === 'handled';
  return { at: createdAt, subject: 'payment-notice', tone: isOver ? 'done' : 'problem', text: `${abnormalWords[kind]}，${isOver ? '已处理' : '平台正在处理'}`, amount, detail: note };
};
