import { expect } from 'chai';
import { fen, maxFen } from '../../../domain/kernel/money.js';
import { abnormalNo, abnormalNoticeKinds, type AbnormalNotice } from '../../../domain/payment-notices/abnormal-notice.js';
import { noticeLogStates, noticeSubjects, type NoticeLogEntry } from '../../../domain/payment-notices/notice-log.js';
import { bizNoOfOrder, foundNotice, newNotice, noticeOrigins, noticeStepArrows, type NoticeRecord, type NoticeStep } from '../../../domain/payment-notices/notice-record.js';
import { noticeArrows, type NoticeState } from '../../../domain/payment-notices/payment-notice.js';
import { awaitedDay } from '../../../domain/payment-notices/statement-day.js';
import { aNoticeContent, aNoticeItem, aPaymentNotice } from '../../builders/payment-notices.js';
import { no, noon } from './builders.js';
import { faultOf, type Open, type Opened } from './opened.js';

const long = (length: number): string => '税'.repeat(length);
const payCode = (suffix: number): string => `3504002630${String(suffix).padStart(10, '0')}`;

const aRecord = (suffix: number, changes: Partial<NoticeRecord> = {}): NoticeRecord => ({
  ...newNotice(aNoticeContent({ busNo: no(suffix) }), {
    noticeNo: no(suffix), origin: 'order', devId: 'D1', merchantNo: 'M1', bizNoticeNo: bizNoOfOrder(no(suffix)), contentDigest: undefined, platformOrderNo: no(suffix), step: 'to-issue', now: noon,
  }), ...changes,
});

const anAbnormal = (changes: Partial<AbnormalNotice> = {}): AbnormalNotice => ({
  abnormalNo: abnormalNo('duplicate', '350400', payCode(1)), kind: 'duplicate', region: '350400', payCode: payCode(1), noticeNo: no(1), platformOrderNo: no(1), merchantNo: 'M1',
  tradeKey: `P${no(5001)}`, amount: fen(8000), provinceAmount: undefined, serialNo: '银行-1', payDay: '20260508', orderDate: '20260508', note: '重复缴款', handleState: 'pending',
  createdAt: noon, version: 1, ...changes,
});

const aLogEntry = (suffix: number, changes: Partial<NoticeLogEntry> = {}): NoticeLogEntry => ({
  logNo: no(suffix), noticeNo: no(1), region: '350400', payCode: payCode(1), subject: 'confirm', content: '缴款确认', state: 'ok', reply: '成功', at: noon + suffix, ...changes,
});

export function noticesContract(adapter: string, open: Open): void {
  describe(`payment notices on ${adapter}`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());
    const add = (...records: readonly NoticeRecord[]): Promise<void> => store.unitOfWork.run(async ({ notices }) => { for (const one of records) await notices.add(one); });
    const byNo = (noticeNo: string) => store.unitOfWork.read(({ notices }) => notices.byNo(noticeNo));

    it('keeps a notice that has no number yet, and one with everything as long as it can be', async () => {
      const content = aNoticeContent({
        busNo: no(2), unit: { code: 'U'.repeat(30), name: long(100) }, payer: { name: long(100), kind: 'unit', certNo: 'X'.repeat(30), mobile: '13800138000' }, totalAmount: fen(maxFen), lateFee: fen(1),
        items: Array.from({ length: 100 }, (_, index) => aNoticeItem({ itemCode: `D${index}`, name: long(100), nationalCode: undefined, measure: '' })),
      });
      const full = aRecord(2, {
        ...content, origin: 'issued', devId: 'D'.repeat(64), merchantNo: 'M'.repeat(32), bizNoticeNo: 'B'.repeat(128), contentDigest: 'd'.repeat(64), payCode: '9'.repeat(64), checkCode: '校'.repeat(20),
        eBookNo: long(64), payUrl: `https://a.example/${'p'.repeat(480)}`, confirmation: { confirmCode: long(64), serialNo: long(64), at: noon }, tradeKey: `P${no(5001)}`, paidAt: noon, payDay: '20260508',
        tries: 7, lastWord: long(300), step: 'confirmed', state: 'paid',
      });
      await add(aRecord(1), full);
      expect(await byNo(no(1))).to.deep.equal(aRecord(1));
      expect(await byNo(no(2))).to.deep.equal(full);
    });

    it('keeps a payer of whom only the name is known', async () => {
      const record = aRecord(1, { payer: { name: '李四', kind: 'person', certNo: undefined, mobile: undefined } });
      await add(record);
      expect(await byNo(no(1))).to.deep.equal(record);
    });

    it('keeps every origin, step and state there is', async () => {
      const steps = Object.keys(noticeStepArrows) as NoticeStep[];
      const states = Object.keys(noticeArrows) as NoticeState[];
      for (const [index, step] of steps.entries()) {
        const record = aRecord(index + 1, { step, origin: noticeOrigins[index % noticeOrigins.length] ?? 'order', state: states[index % states.length] ?? 'unpaid' });
        await add(record);
        expect(await byNo(no(index + 1))).to.deep.equal(record);
      }
    });

    it('finds a notice by its order, by its pay code in its region, and by the number of its business system', async () => {
      const found = foundNotice(aPaymentNotice({ payCode: payCode(7) }), { ...aRecord(1), origin: 'given', step: 'open', now: noon });
      await add(found, aRecord(2, { bizNoticeNo: 'B-2', platformOrderNo: undefined }), aRecord(3, { payCode: payCode(7), region: '350500' }));
      const ask = <T>(work: Parameters<typeof store.unitOfWork.read<T>>[0]) => store.unitOfWork.read(work);
      expect((await ask(({ notices }) => notices.byOrder(no(1))))?.noticeNo).to.equal(no(1));
      expect(await ask(({ notices }) => notices.byOrder(no(2)))).to.equal(undefined);
      expect((await ask(({ notices }) => notices.byPayCode('350400', payCode(7))))?.noticeNo).to.equal(no(1));
      expect((await ask(({ notices }) => notices.byPayCode('350500', payCode(7))))?.noticeNo).to.equal(no(3));
      expect(await ask(({ notices }) => notices.byPayCode('350400', '缴款码'))).to.equal(undefined);
      expect((await ask(({ notices }) => notices.byPayCodes('350400', [payCode(7), payCode(8), 'x\0', payCode(7)]))).map(({ noticeNo }) => noticeNo)).to.deep.equal([no(1)]);
      expect((await ask(({ notices }) => notices.byBizNo('D1', 'M1', 'B-2')))?.noticeNo).to.equal(no(2));
      expect(await ask(({ notices }) => notices.byBizNo('D2', 'M1', 'B-2'))).to.equal(undefined);
    });

    it('has one record for each number: ours, the province\'s and the business system\'s', async () => {
      await add(aRecord(1, { payCode: payCode(1) }), aRecord(2));
      const clashes = [aRecord(1), aRecord(3, { payCode: payCode(1) }), aRecord(4, { bizNoticeNo: bizNoOfOrder(no(2)) })];
      for (const clash of clashes) expect((await faultOf(add(clash))).name).to.equal('ConcurrentChange');
      const taking = store.unitOfWork.run(async ({ notices }) => { await notices.put({ ...aRecord(2), payCode: payCode(1) }); });
      expect((await faultOf(taking)).name).to.equal('ConcurrentChange');
      expect(await byNo(no(2))).to.deep.equal(aRecord(2));
    });

    it('gives the province\'s number of a refused notice to whoever brings it next, and not back', async () => {
      await add(aRecord(1, { payCode: payCode(1), step: 'to-push' }));
      await store.unitOfWork.run(({ notices }) => notices.put(aRecord(1, { payCode: payCode(1), step: 'refused' })));
      const holder = () => store.unitOfWork.read(({ notices }) => notices.byPayCode('350400', payCode(1)));
      expect(await holder()).to.equal(undefined);
      await add(aRecord(2, { payCode: payCode(1), step: 'to-push' }));
      expect((await holder())?.noticeNo).to.equal(no(2));
      const taking = store.unitOfWork.run(({ notices }) => notices.put(aRecord(1, { payCode: payCode(1), step: 'to-push', version: 2 })));
      expect((await faultOf(taking)).name).to.equal('ConcurrentChange');
    });

    it('changes a notice only as it was read, and never what was said of it', async () => {
      await add(aRecord(1));
      await store.unitOfWork.run(async ({ notices }) => {
        const read = await notices.take(no(1));
        if (!read) throw new Error('it is gone');
        await notices.put({ ...read, payCode: payCode(1), step: 'open', payer: { ...read.payer, name: '别人' }, lastWord: '已开具' });
      });
      expect(await byNo(no(1))).to.deep.equal(aRecord(1, { payCode: payCode(1), step: 'open', lastWord: '已开具', version: 2 }));
      expect((await faultOf(store.unitOfWork.run(({ notices }) => notices.put(aRecord(1, { step: 'refused' }))))).name).to.equal('ConcurrentChange');
    });

    it('pages through what the province confirmed on a day', async () => {
      const confirmed = (suffix: number, at: number) => aRecord(suffix, { step: 'confirmed', confirmation: { confirmCode: `C${suffix}`, serialNo: no(suffix), at } });
      await add(confirmed(3, noon), confirmed(1, noon + 1), confirmed(2, noon - 86_400_000), aRecord(4), { ...confirmed(5, noon), region: '350500' });
      const on = (after: string | undefined, limit: number) => store.unitOfWork.read(({ notices }) => notices.confirmedOn({ region: '350400', day: '20260508', after, limit }));
      expect((await on(undefined, 10)).map(({ noticeNo }) => noticeNo)).to.deep.equal([no(1), no(3)]);
      expect((await on(no(1), 1)).map(({ noticeNo }) => noticeNo)).to.deep.equal([no(3)]);
      await faultOf(on(undefined, 501));
    });

    it('keeps what was said to and by the province, newest first', async () => {
      const entries = noticeSubjects.flatMap((subject, index) => noticeLogStates.map((state, other) => aLogEntry(index * 10 + other, { subject, state })));
      await store.unitOfWork.run(async ({ notices }) => {
        for (const entry of entries) await notices.addLog(entry);
        await notices.addLog(aLogEntry(900, { noticeNo: undefined, payCode: undefined, content: long(500), reply: '' }));
      });
      expect(await store.unitOfWork.read(({ notices }) => notices.logOf(no(1)))).to.deep.equal(entries.toReversed());
    });

    it('keeps one record of each thing that is abnormal about a notice', async () => {
      const run = (record: AbnormalNotice) => store.unitOfWork.run(({ notices }) => notices.addAbnormal(record));
      expect([await run(anAbnormal()), await run(anAbnormal({ note: '又一次' }))]).to.deep.equal(['added', 'exists']);
      const stranger = anAbnormal({
        abnormalNo: abnormalNo('only-at-province', '350400', '9'.repeat(64)), kind: 'only-at-province', payCode: '9'.repeat(64), noticeNo: undefined, platformOrderNo: undefined, merchantNo: undefined,
        tradeKey: undefined, provinceAmount: fen(maxFen), serialNo: long(64), orderDate: undefined, note: long(512),
      });
      await run(stranger);
      const read = (abnormal: string) => store.unitOfWork.read(({ notices }) => notices.abnormal(abnormal));
      expect(await read(stranger.abnormalNo)).to.deep.equal(stranger);
      for (const kind of abnormalNoticeKinds) await run(anAbnormal({ kind, abnormalNo: abnormalNo(kind, '350400', payCode(2)), payCode: payCode(2), noticeNo: no(2) }));
      expect((await store.unitOfWork.read(({ notices }) => notices.abnormalOf(no(2)))).map(({ kind }) => kind).toSorted()).to.deep.equal(abnormalNoticeKinds.toSorted());
      await store.unitOfWork.run(({ notices }) => notices.putAbnormal(anAbnormal({ handleState: 'handled' })));
      expect(await read(anAbnormal().abnormalNo)).to.deep.equal(anAbnormal({ handleState: 'handled', version: 2 }));
      expect((await faultOf(store.unitOfWork.run(({ notices }) => notices.putAbnormal(anAbnormal({ note: '迟到' }))))).name).to.equal('ConcurrentChange');
      // Opened anew: all that tells of the occasion is another, its moment too.
      const anew = anAbnormal({ note: '另一笔', serialNo: 'BANK-2', amount: fen(1), provinceAmount: fen(2), payDay: '20260601', createdAt: noon + 86_400_000 });
      await store.unitOfWork.run(({ notices }) => notices.putAbnormal({ ...anew, version: 2 }));
      expect(await read(anAbnormal().abnormalNo)).to.deep.equal({ ...anew, version: 3 });
    });

    it('keeps one day of a region\'s statement', async () => {
      const day = awaitedDay('350400', '20260508');
      const run = () => store.unitOfWork.run(({ notices }) => notices.addStatementDay(day));
      expect([await run(), await run()]).to.deep.equal(['added', 'exists']);
      const compared = { ...day, state: 'compared' as const, fileNo: no(1), lineCount: 2, total: fen(8000) as bigint as typeof day.total, agreed: 1, differing: 1, tries: 3, lastWord: '已核对', comparedAt: noon };
      await store.unitOfWork.run(({ notices }) => notices.putStatementDay(compared));
      expect(await store.unitOfWork.read(({ notices }) => notices.statementDay('350400', '20260508'))).to.deep.equal({ ...compared, version: 2 });
    });

    it('lets a number of the province be spent once, until its time is over', async () => {
      const { spentNumbers } = store;
      const both = await Promise.all([spentNumbers.spend('350400:A:n1', noon, 1000), spentNumbers.spend('350400:A:n1', noon, 1000)]);
      expect(both.filter(Boolean)).to.have.length(1);
      expect(await spentNumbers.spend('350400:A:n2', noon, 1000)).to.equal(true);
      expect(await spentNumbers.spend('350400:A:n1', noon + 999, 1000)).to.equal(false);
      expect(await spentNumbers.spend('350400:A:n1', noon + 1000, 1000)).to.equal(true);
      expect(await spentNumbers.spend('350400:A:n1', noon + 1001, 1000)).to.equal(false);
      expect(await spentNumbers.spend('350400:A:n3', noon + 600_000, 1000)).to.equal(true);
    });
  });
}
