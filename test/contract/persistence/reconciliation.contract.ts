import { expect } from 'chai';
import { differenceKinds, type Difference } from '../../../domain/reconciliation/difference.js';
import { no, noon } from './builders.js';
import { aBill, aDay, aDifference, aNote, anItem, aRun, sum } from './money-builders.js';
import { faultOf, type Open, type Opened } from './opened.js';

const difference = (suffix: number, changes: Partial<Difference> = {}): Difference => aDifference({ differenceNo: no(8300 + suffix), subject: `P${no(suffix)}`, ...changes });
const numbersOf = (rows: readonly Difference[]): readonly string[] => rows.map((row) => row.differenceNo);

export function reconciliationContract(adapter: string, open: Open): void {
  describe(`reconciliation on ${adapter}`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());
    const add = (...rows: readonly Difference[]): Promise<void> => store.unitOfWork.run(async ({ reconciliation }) => { for (const row of rows) await reconciliation.addDifference(row); });

    it('keeps bills with their sums, the newest of a day first', async () => {
      const later = aBill({ billNo: no(8102), origin: 'upload', receivedAt: noon + 1, receivedBy: '运营一号', fileName: '账单.zip' });
      for (const bill of [later, aBill(), aBill({ billNo: no(8103), clearingDay: '20260509' })]) await store.unitOfWork.run(({ reconciliation }) => reconciliation.addBill(bill));
      expect(await store.unitOfWork.read(({ reconciliation }) => reconciliation.billsOf('CM1', '20260508'))).to.deep.equal([later, aBill()]);
      expect(await store.unitOfWork.read(({ reconciliation }) => reconciliation.bill(no(8101)))).to.deep.equal(aBill());
      expect(await store.unitOfWork.read(({ reconciliation }) => reconciliation.bill(no(1)))).to.equal(undefined);
    });

    it('gives each number of a day to one run only', async () => {
      const addRun = (run: ReturnType<typeof aRun>) => store.unitOfWork.run(({ reconciliation }) => reconciliation.addRun(run));
      await addRun(aRun());
      expect((await faultOf(addRun(aRun({ runNo: no(8002) })))).name).to.equal('ConcurrentChange');
      const second = aRun({ runNo: no(8002), sequence: 2, billNo: undefined, startedBy: '运营一号' });
      await addRun(second);
      await addRun(aRun({ runNo: no(8003), channelMerchantId: 'CM2' }));
      const runsOf = (limit: number) => store.unitOfWork.read(({ reconciliation }) => reconciliation.runsOf('CM1', '20260508', limit));
      expect([await runsOf(10), await runsOf(1)]).to.deep.equal([[second, aRun()], [second]]);
    });

    it('changes a run only as it was read', async () => {
      await store.unitOfWork.run(({ reconciliation }) => reconciliation.addRun(aRun()));
      const ended = aRun({ state: 'failed', linesDone: 3, missingAfter: `P${no(1)}`, endedAt: noon + 5, cancelAskedBy: '运营一号', remark: '账单损坏' });
      await store.unitOfWork.run(({ reconciliation }) => reconciliation.putRun(ended));
      expect(await store.unitOfWork.read(({ reconciliation }) => reconciliation.run(no(8001)))).to.deep.equal({ ...ended, version: 2 });
      expect((await faultOf(store.unitOfWork.run(({ reconciliation }) => reconciliation.putRun(ended)))).name).to.equal('ConcurrentChange');
    });

    it('takes thousands of items at once and pages through those of one run', async () => {
      const items = Array.from({ length: 1001 }, (_, index) => anItem(index + 1, { hereAmount: BigInt(index), subject: `C渠道${index}` }));
      await store.unitOfWork.run(({ reconciliation }) => reconciliation.addItems([...items, anItem(1, { runNo: no(8002) })]));
      const page = (after: number | undefined, limit: number) => store.unitOfWork.read(({ reconciliation }) => reconciliation.itemsOf(no(8001), after, limit));
      expect(await page(undefined, 2)).to.deep.equal(items.slice(0, 2));
      expect(await page(999, 500)).to.deep.equal(items.slice(999));
      await faultOf(store.unitOfWork.run(({ reconciliation }) => reconciliation.addItems([anItem(2000), anItem(5)])));
      expect(await page(1001, 10)).to.deep.equal([]);
    });

    it('keeps one state of each account and day', async () => {
      const addDay = (day: ReturnType<typeof aDay>) => store.unitOfWork.run(({ reconciliation }) => reconciliation.addDay(day));
      const other = aDay({ channelMerchantId: 'CM0', payChannel: 'unionpay', lastTriedAt: undefined, lastWord: '' });
      expect([await addDay(aDay()), await addDay(other), await addDay(aDay({ tries: 9 })), await addDay(aDay({ clearingDay: '20260509' }))]).to.deep.equal(['added', 'added', 'exists', 'added']);
      expect(await store.unitOfWork.read(({ reconciliation }) => reconciliation.daysOn('20260508'))).to.deep.equal([other, aDay()]);
      const balanced = aDay({ state: 'balanced', billNo: no(8101), lastRunNo: no(8001), runningNo: no(8002), runCount: 1, reconcileAmount: sum(900_000_000_000_000), reconciledAt: noon });
      await store.unitOfWork.run(({ reconciliation }) => reconciliation.putDay(balanced));
      expect(await store.unitOfWork.read(({ reconciliation }) => reconciliation.day('CM1', '20260508'))).to.deep.equal({ ...balanced, version: 2 });
      expect((await faultOf(store.unitOfWork.run(({ reconciliation }) => reconciliation.putDay(balanced)))).name).to.equal('ConcurrentChange');
    });

    it('keeps one difference of each account and subject', async () => {
      await add(difference(1), difference(2, { channelMerchantId: 'CM2', subject: difference(1).subject }));
      expect((await faultOf(add(difference(3), difference(4, { subject: difference(1).subject })))).name).to.equal('ConcurrentChange');
      const on = (...subjects: readonly string[]) => store.unitOfWork.read(({ reconciliation }) => reconciliation.differencesOn('CM1', subjects));
      expect(await on(difference(1).subject, difference(3).subject, 'C\0', 'C'.repeat(161))).to.deep.equal([difference(1)]);
      expect(await on()).to.deep.equal([]);
    });

    it('keeps a difference of which hardly anything is known, and one with foreign numbers, and every kind', async () => {
      const bare = difference(20, {
        kind: undefined, merchantNo: undefined, platformOrderNo: undefined, bizOrderNo: undefined, ownNo: '', channelNo: '', hereAmount: undefined, thereAmount: undefined,
        thereFee: undefined, thereSettled: undefined, happenedAt: undefined, detail: '', subject: 'L20260508-17',
      });
      const foreign = difference(21, { subject: `C${'渠'.repeat(150)}`, ownNo: '自有号', channelNo: '渠'.repeat(150), suggestedKey: `P${no(1)}`, hereFee: sum(-5), detail: '行'.repeat(700) });
      const kinds = differenceKinds.map((outcome, index) => difference(index + 1, { outcome }));
      await add(bare, foreign, ...kinds);
      for (const row of [bare, foreign, ...kinds]) expect(await store.unitOfWork.read(({ reconciliation }) => reconciliation.difference(row.differenceNo))).to.deep.equal(row);
    });

    it('pages through the differences of a day in the states asked for, and counts them', async () => {
      await add(difference(1), difference(2, { state: 'waiting' }), difference(3, { state: 'handled' }), difference(4), difference(5, { clearingDay: '20260509' }), difference(6, { channelMerchantId: 'CM2' }), difference(7, { state: 'cleared' }));
      const page = (states: readonly Difference['state'][], after: string | undefined, limit: number) =>
        store.unitOfWork.read(({ reconciliation }) => reconciliation.differencesOf({ channelMerchantId: 'CM1', clearingDay: '20260508', states, after, limit }));
      expect(numbersOf(await page(['open', 'waiting'], undefined, 10))).to.deep.equal([8301, 8302, 8304].map(no));
      expect(numbersOf(await page(['open', 'waiting'], no(8301), 1))).to.deep.equal([no(8302)]);
      expect(await page([], undefined, 10)).to.deep.equal([]);
      const counts = (day: string) => store.unitOfWork.read(({ reconciliation }) => reconciliation.differenceCounts('CM1', day));
      expect([await counts('20260508'), await counts('20260510')]).to.deep.equal([{ open: 2, waiting: 1 }, { open: 0, waiting: 0 }]);
    });

    it('pages through a payee\'s differences of a day, of all accounts, but for those that were cleared', async () => {
      await add(difference(1), difference(2, { state: 'waiting', channelMerchantId: 'CM2' }), difference(3, { state: 'handled' }), difference(4, { state: 'cleared' }), difference(5, { merchantNo: 'M2' }), difference(6, { merchantNo: undefined }), difference(7, { clearingDay: '20260509' }));
      const page = (after: string | undefined, limit: number) => store.unitOfWork.read(({ reconciliation }) => reconciliation.differencesOfPayee({ merchantNo: 'M1', clearingDay: '20260508', after, limit }));
      expect(numbersOf(await page(undefined, 10))).to.deep.equal([8301, 8302, 8303].map(no));
      expect(numbersOf(await page(no(8301), 1))).to.deep.equal([no(8302)]);
      await store.unitOfWork.run(({ reconciliation }) => reconciliation.putDifference(difference(1, { clearingDay: '20260510' })));
      expect(numbersOf(await page(undefined, 10))).to.deep.equal([8302, 8303].map(no));
    });

    it('finds the differences of a day that a run did not find again', async () => {
      await add(difference(1), difference(2, { lastRunNo: no(8002) }), difference(3, { state: 'cleared' }), difference(4, { state: 'handled' }), difference(5, { clearingDay: '20260509' }));
      const unseen = (limit: number) => store.unitOfWork.read(({ reconciliation }) => reconciliation.differencesUnseen({ channelMerchantId: 'CM1', clearingDay: '20260508', runNo: no(8002), limit }));
      expect(numbersOf(await unseen(10))).to.deep.equal([8301, 8304].map(no));
      expect(numbersOf(await unseen(1))).to.deep.equal([no(8301)]);
    });

    it('changes a difference only as it was read', async () => {
      await add(difference(1));
      const handled = difference(1, { state: 'handled', clearingDay: '20260509', lastRunNo: no(8002), detail: '已处理' });
      await store.unitOfWork.run(({ reconciliation }) => reconciliation.putDifference(handled));
      expect(await store.unitOfWork.read(({ reconciliation }) => reconciliation.difference(handled.differenceNo))).to.deep.equal({ ...handled, version: 2 });
      expect((await faultOf(store.unitOfWork.run(({ reconciliation }) => reconciliation.putDifference(handled)))).name).to.equal('ConcurrentChange');
    });

    it('keeps what people wrote about one thing, oldest first', async () => {
      const notes = [aNote({ noteNo: no(8402), at: noon + 1, action: 'refund-rejected', note: '处'.repeat(500) }), aNote(), aNote({ noteNo: no(8403), objectKind: 'repeat' })];
      for (const note of notes) await store.unitOfWork.run(({ reconciliation }) => reconciliation.addNote(note));
      expect(await store.unitOfWork.read(({ reconciliation }) => reconciliation.notesOf('difference', no(8301)))).to.deep.equal([notes[1], notes[0]]);
    });
  });
}
