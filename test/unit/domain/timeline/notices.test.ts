import { expect } from 'chai';
import { fen } from '../../../../domain/kernel/money.js';
import type { AbnormalNotice } from '../../../../domain/payment-notices/abnormal-notice.js';
import type { NoticeLogEntry } from '../../../../domain/payment-notices/notice-log.js';
import { foundNotice, noticeStepArrows, type NoticeRecord, type NoticeStep } from '../../../../domain/payment-notices/notice-record.js';
import { entriesOfNotice } from '../../../../domain/timeline/notice-entries.js';
import { forPayer, timelineOf } from '../../../../domain/timeline/timeline.js';
import { noon } from '../../../builders/moments.js';
import { aPaymentNotice } from '../../../builders/payment-notices.js';

const record = (changes: Partial<NoticeRecord> = {}): NoticeRecord => ({
  ...foundNotice(aPaymentNotice(), { noticeNo: 'N1', origin: 'order', devId: 'D1', merchantNo: 'M1', bizNoticeNo: 'B1', contentDigest: undefined, platformOrderNo: 'P1', step: 'open', now: noon }), ...changes,
});
const said = (subject: NoticeLogEntry['subject'], at: number, state: NoticeLogEntry['state'] = 'ok'): NoticeLogEntry =>
  ({ logNo: String(at), noticeNo: 'N1', region: '350400', payCode: undefined, subject, content: '', state, reply: '', at });
const confirmation = { confirmCode: 'C9', serialNo: 'P1', at: noon + 7_000 };
const told = (...parts: Parameters<typeof entriesOfNotice>) => entriesOfNotice(...parts).map(({ at, tone, text }) => [at - noon, tone, text]);

describe('a payment notice in the story of an order', () => {
  it('is issued when the province said so, and not before', () => {
    expect(told(record({ step: 'to-issue', payCode: undefined, tries: 2, lastWord: '超时' }), [said('issue', noon + 1, 'unknown')], [])).to.deep.equal([[0, 'waiting', '缴款书待省级非税系统开具']]);
    expect(told(record(), [said('issue', noon + 5), said('issue', noon + 1, 'unknown')], [])).to.deep.equal([[5, 'done', '缴款书已开具，缴款码 35040026300000000001']]);
    expect(told(record({ origin: 'given' }), [], [])).to.deep.equal([[0, 'done', '凭缴款书下单，缴款码 35040026300000000001']]);
  });

  it('waits for its confirmation from the moment of the payment, and is confirmed when the province said so', () => {
    const pending = record({ step: 'confirm-pending', paidAt: noon + 4_000, changedAt: noon + 9_000 });
    expect(told(pending, [], [])[1]).to.deep.equal([4_000, 'waiting', '款项已收到，待省级非税系统确认入账']);
    expect(told({ ...pending, paidAt: noon - 700 }, [], [])[1]?.[0]).to.equal(0);
    const confirmed = record({ step: 'confirmed', confirmation, changedAt: noon + 8_000 });
    expect(told(confirmed, [said('confirm', noon + 7_500), said('confirm', noon + 7_100, 'unknown')], [])[1]).to.deep.equal([7_500, 'done', '省级非税系统已确认入账']);
    // Heard by a message: nobody asked, so nothing stands in the log.
    expect(told(confirmed, [], [])[1]?.[0]).to.equal(8_000);
    expect(told(record({ step: 'returned', confirmation, changedAt: noon + 99_000 }), [], []).slice(1)).to.deep.equal([[7_000, 'done', '省级非税系统已确认入账'], [99_000, 'done', '省级非税系统已登记退付']]);
  });

  it('tells every step in words, but those whose moments say it all', () => {
    const words = (Object.keys(noticeStepArrows) as NoticeStep[]).map((step) => [step, entriesOfNotice(record({ step, payCode: undefined, confirmation }), [], []).length]);
    expect(Object.fromEntries(words)).to.deep.equal({ 'to-issue': 1, refused: 1, 'to-push': 1, open: 0, 'confirm-pending': 1, confirmed: 1, 'paid-elsewhere': 1, 'void-pending': 1, voided: 1, returned: 2 });
  });

  it('says what is abnormal, and keeps the province\'s words from the payer', () => {
    const strange: AbnormalNotice = {
      abnormalNo: 'duplicate:350400:1', kind: 'duplicate', region: '350400', payCode: '1', noticeNo: 'N1', platformOrderNo: 'P1', merchantNo: 'M1', tradeKey: undefined, amount: fen(8000), provinceAmount: undefined,
      serialNo: 'X', payDay: '20260508', orderDate: undefined, note: '另一笔流水号 X', handleState: 'pending', createdAt: noon + 1, version: 1,
    };
    const entries = entriesOfNotice(record({ step: 'refused', payCode: undefined, lastWord: '接口口令错误' }), [], [strange, { ...strange, handleState: 'handled' }]);
    expect(entries.map(({ tone, detail }) => [tone, detail])).to.deep.equal([['problem', '接口口令错误'], ['problem', '另一笔流水号 X'], ['done', '另一笔流水号 X']]);
    const shown = forPayer(timelineOf(entries, []));
    expect(shown.entries).to.have.length(3);
    expect(JSON.stringify(shown, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))).to.not.match(/口令|流水号/);
  });
});
