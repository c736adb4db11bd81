import { expect } from 'chai';
import { maxFen } from '../../../domain/kernel/money.js';
import type { SettlementEntry } from '../../../domain/settlement/settlement-entry.js';
import { no, noon } from './builders.js';
import { aCertificate, anEntryOf, aStatement, aTrade, sum } from './money-builders.js';
import { faultOf, type Open, type Opened } from './opened.js';

const keyOf = (suffix: number): string => `P${no(suffix)}`;
const entry = (suffix: number, entryNo = 0, changes: Partial<SettlementEntry> = {}): SettlementEntry => anEntryOf(aTrade({ tradeKey: keyOf(suffix) }), { entryNo, ...changes });
const placesOf = (entries: readonly SettlementEntry[]) => entries.map(({ tradeKey, entryNo }) => [tradeKey, entryNo]);

export function settlementContract(adapter: string, open: Open): void {
  describe(`settlement on ${adapter}`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());
    const add = (entries: readonly SettlementEntry[]): Promise<void> => store.unitOfWork.run(({ settlement }) => settlement.addAll(entries));
    const ofTrades = (...suffixes: readonly number[]) => store.unitOfWork.read(({ settlement }) => settlement.ofTrades(suffixes.map(keyOf)));

    it('keeps an entry with every field, also one that takes money back', async () => {
      const back = entry(1, 1, {
        cause: 'withdrawn', kind: 'refund', purpose: 'repeat', subMerchantNo: 'S1', platformRefundOrderNo: no(9001), channelOrderNo: '', settleDay: '20260601',
        tradeCount: -1, tradeAmount: sum(-maxFen), settledAmount: sum(-1), feeAmount: sum(-24),
      });
      await add([entry(1), back]);
      expect(await ofTrades(1)).to.deep.equal([entry(1), back]);
    });

    it('takes thousands of entries at once and gives back those of the trades asked for, in order', async () => {
      const many = Array.from({ length: 1203 }, (_, index) => entry(Math.floor(index / 3), index % 3, { lineNo: index }));
      await add(many.toReversed());
      expect(placesOf(await ofTrades(400, 7, 9999))).to.deep.equal([7, 400].flatMap((suffix) => [0, 1, 2].map((entryNo) => [keyOf(suffix), entryNo])));
      expect(await ofTrades(400)).to.deep.equal(many.slice(1200));
      await add([]);
    });

    it('writes all entries of a unit or none when one is there already', async () => {
      await add([entry(5)]);
      const error = await faultOf(add([entry(4), entry(5, 0, { feeAmount: sum(1) }), entry(6)]));
      expect(error.name).to.equal('ConcurrentChange');
      expect(await ofTrades(4, 5, 6)).to.deep.equal([entry(5)]);
    });

    it('pages through what one payee was given on one day', async () => {
      await add([entry(2), entry(1, 1), entry(1, 0), entry(1, 2), entry(3, 0, { merchantNo: 'M2' }), entry(4, 0, { settleDay: '20260509' })]);
      const page = (after: { readonly tradeKey: string; readonly entryNo: number } | undefined, limit: number) =>
        store.unitOfWork.read(({ settlement }) => settlement.ofStatement({ merchantNo: 'M1', settleDay: '20260508', after, limit }));
      const whole = [[keyOf(1), 0], [keyOf(1), 1], [keyOf(1), 2], [keyOf(2), 0]];
      expect(placesOf(await page(undefined, 10))).to.deep.equal(whole);
      const first = await page(undefined, 2);
      expect(placesOf([...first, ...await page(first[1], 2)])).to.deep.equal(whole);
    });

    it('adds up a day for each account and payee, by the day of the bill and by the day it was posted to', async () => {
      const large = { tradeAmount: sum(maxFen), settledAmount: sum(maxFen), feeAmount: sum(-3) };
      await add([
        ...Array.from({ length: 40 }, (_, index) => entry(index, 0, large)), entry(50, 0, { merchantNo: 'M2', tradeCount: -1, tradeAmount: sum(-10), settledAmount: sum(-10), feeAmount: sum(0) }),
        entry(51, 0, { channelMerchantId: 'CM2', settleDay: '20260509' }), entry(52, 0, { clearingDay: '20260507' }),
      ]);
      const sums = (by: 'settleDay' | 'clearingDay') => store.unitOfWork.read(({ settlement }) => settlement.sumsOfDay('20260508', by));
      const [ofM1, ofM2] = [
        { channelMerchantId: 'CM1', merchantNo: 'M1', tradeCount: 40, tradeAmount: maxFen * 40n, settledAmount: maxFen * 40n, feeAmount: -120n },
        { channelMerchantId: 'CM1', merchantNo: 'M2', tradeCount: -1, tradeAmount: -10n, settledAmount: -10n, feeAmount: 0n },
      ];
      const ofCM2 = { channelMerchantId: 'CM2', merchantNo: 'M1', tradeCount: 1, tradeAmount: 12_000n, settledAmount: 12_000n, feeAmount: 24n };
      expect(await sums('clearingDay')).to.deep.equal([ofM1, ofM2, ofCM2]);
      const more = { ...ofM1, tradeCount: 41, tradeAmount: ofM1.tradeAmount + 12_000n, settledAmount: ofM1.settledAmount + 12_000n, feeAmount: -96n };
      expect(await sums('settleDay')).to.deep.equal([more, ofM2]);
    });

    it('gives out a statement once, and knows to whom on which day', async () => {
      const addOne = (changes: Parameters<typeof aStatement>[0]) => store.unitOfWork.run(({ settlement }) => settlement.addStatement(aStatement(changes)));
      expect([await addOne({ merchantNo: 'M2' }), await addOne({}), await addOne({ kind: 'abnormal' }), await addOne({ byteSize: 11 }), await addOne({ merchantNo: 'M3', settleDay: '20260509' }), await addOne({ merchantNo: 'M4', kind: 'abnormal' })])
        .to.deep.equal(['added', 'added', 'added', 'exists', 'added', 'added']);
      expect(await store.unitOfWork.read(({ settlement }) => settlement.statement('M1', '20260508', 'normal'))).to.deep.equal(aStatement());
      expect(await store.unitOfWork.read(({ settlement }) => settlement.statement('M3', '20260508', 'normal'))).to.equal(undefined);
      expect(await store.unitOfWork.read(({ settlement }) => settlement.statementsOn('20260508'))).to.deep.equal(['M1', 'M2']);
    });

    it('certifies a day once and pages through the certificates day by day', async () => {
      const addOne = (changes: Parameters<typeof aCertificate>[0]) => store.unitOfWork.run(({ settlement }) => settlement.addCertificate(aCertificate(changes)));
      const last = () => store.unitOfWork.read(({ settlement }) => settlement.lastCertificate());
      expect(await last()).to.equal(undefined);
      const next = aCertificate({ day: '20260509', previousDay: '20260508', previousDigest: 'c'.repeat(64), content: '核'.repeat(100_000) });
      expect([await addOne(next), await addOne({}), await addOne({ keyName: 'other' })]).to.deep.equal(['added', 'added', 'exists']);
      expect(await last()).to.deep.equal(next);
      const page = (after: string | undefined, limit: number) => store.unitOfWork.read(({ settlement }) => settlement.certificates(after, limit));
      expect(await page(undefined, 1)).to.deep.equal([aCertificate()]);
      expect(await page('20260508', 10)).to.deep.equal([next]);
      expect(await store.unitOfWork.read(({ settlement }) => settlement.certificate('20260508'))).to.deep.equal(aCertificate());
    });

    it('locks a month once', async () => {
      const lock = { month: '202605', lockedAt: noon, lockedBy: '财务一号' };
      const addOne = (lockedBy: string) => store.unitOfWork.run(({ settlement }) => settlement.addLock({ ...lock, lockedBy }));
      expect([await addOne('财务一号'), await addOne('other')]).to.deep.equal(['added', 'exists']);
      expect(await store.unitOfWork.read(async ({ settlement }) => [await settlement.lock('202605'), await settlement.lock('202604')])).to.deep.equal([lock, undefined]);
    });
  });
}
