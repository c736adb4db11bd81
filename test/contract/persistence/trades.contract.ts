import { expect } from 'chai';
import { fen } from '../../../domain/kernel/money.js';
import type { Trade } from '../../../domain/settlement/trade.js';
import { no, noon } from './builders.js';
import { aTrade } from './money-builders.js';
import { faultOf, type Open, type Opened } from './opened.js';

const trade = (suffix: number, changes: Partial<Trade> = {}): Trade => aTrade({ tradeKey: `P${no(suffix)}`, attemptNo: no(suffix), ...changes });
const keysOf = (trades: readonly Trade[]): readonly string[] => trades.map(({ tradeKey }) => tradeKey);

export function tradesContract(adapter: string, open: Open): void {
  describe(`trades on ${adapter}`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());
    const add = (...trades: readonly Trade[]): Promise<void> => store.unitOfWork.run(async (stores) => { for (const one of trades) await stores.trades.addFresh(one); });
    const byKeys = (...keys: readonly string[]) => store.unitOfWork.read(({ trades }) => trades.byKeys(keys));
    const unsettled = (from: string, to: string, after?: Trade, limit = 10) =>
      store.unitOfWork.read(({ trades }) => trades.unsettled({ channelMerchantId: 'CM1', from, to, after, limit }));
    const unseen = (runNo: string, after?: string, limit = 10) =>
      store.unitOfWork.read(({ trades }) => trades.settledUnseen({ channelMerchantId: 'CM1', day: '20260508', runNo, after, limit }));

    it('keeps a payment and a refund with every field', async () => {
      const refund = trade(2, {
        tradeKey: `R${no(9001)}`, kind: 'refund', purpose: 'late', platformRefundOrderNo: no(9001), payChannel: 'unionpay', payMethod: 'bar', channelOrderNo: undefined,
        channelDiscountAmount: fen(5), shares: [{ subMerchantNo: 'S1', amount: fen(70) }, { subMerchantNo: 'S2', amount: fen(30) }], settleState: 'settled', settledDay: '20260509', seenRunNo: no(8001),
      });
      await add(trade(1), refund);
      expect(await byKeys(refund.tradeKey)).to.deep.equal([refund]);
      expect(await byKeys(trade(1).tradeKey)).to.deep.equal([trade(1)]);
    });

    it('books a movement once', async () => {
      const addOnce = (one: Trade) => store.unitOfWork.run(({ trades }) => trades.add(one));
      expect([await addOnce(trade(1)), await addOnce(trade(1, { amount: fen(1) }))]).to.deep.equal(['added', 'exists']);
      expect(await byKeys(trade(1).tradeKey)).to.deep.equal([trade(1)]);
    });

    it('fails when what was booked just now is there already, and books nothing beside it', async () => {
      await add(trade(1));
      expect((await faultOf(add(trade(2), trade(1, { amount: fen(1) })))).name).to.not.equal('ConcurrentChange');
      expect(await byKeys(trade(1).tradeKey, trade(2).tradeKey)).to.deep.equal([trade(1)]);
    });

    it('finds the trades there are among many keys, whatever a bill calls its own numbers', async () => {
      await add(trade(1), trade(2));
      const foreign = ['P', 'P订单', `P${'9'.repeat(60)}`, 'P\0', `P${no(1)} `, ...Array.from({ length: 490 }, (_, index) => `P${no(1000 + index)}`)];
      expect(keysOf(await byKeys(...foreign, trade(2).tradeKey, trade(1).tradeKey, trade(2).tradeKey)).toSorted()).to.deep.equal(keysOf([trade(1), trade(2)]));
      expect(await byKeys('P订单')).to.deep.equal([]);
      expect(await byKeys()).to.deep.equal([]);
      await faultOf(byKeys(...Array.from({ length: 501 }, (_, index) => `P${index}`)));
    });

    it('finds a trade by the number the channel gave it, at this account only', async () => {
      await add(trade(1, { channelOrderNo: '渠道-1' }), trade(2, { channelOrderNo: '渠道-1', channelMerchantId: 'CM2' }), trade(3, { channelOrderNo: undefined }));
      const by = (id: string, channelNo: string) => store.unitOfWork.read(({ trades }) => trades.byChannelNo(id, channelNo));
      expect([(await by('CM1', '渠道-1'))?.tradeKey, (await by('CM2', '渠道-1'))?.tradeKey, await by('CM1', '渠道-2')]).to.deep.equal([trade(1).tradeKey, trade(2).tradeKey, undefined]);
    });

    it('knows all trades of an order, oldest first', async () => {
      await add(trade(2, { createdAt: noon }), trade(1, { createdAt: noon + 1 }), trade(3, { platformOrderNo: no(2) }));
      expect(keysOf(await store.unitOfWork.read(({ trades }) => trades.ofOrder(no(1))))).to.deep.equal(keysOf([trade(2), trade(1)]));
    });

    it('pages through what is not settled, by the day in whose bill it is expected', async () => {
      const rows = [trade(4, { clearingDay: '20260507' }), trade(1), trade(3), trade(2, { clearingDay: '20260509' })];
      await add(...rows, trade(5, { clearingDay: '20260506' }), trade(6, { channelMerchantId: 'CM2' }), trade(7, { settleState: 'settled', settledDay: '20260508', seenRunNo: 'R' }));
      expect(keysOf(await unsettled('20260507', '20260509'))).to.deep.equal(keysOf(rows));
      const first = await unsettled('20260507', '20260509', undefined, 2);
      expect(keysOf([...first, ...await unsettled('20260507', '20260509', first[1], 2)])).to.deep.equal(keysOf(rows));
      expect(keysOf(await unsettled('20260508', '20260508'))).to.deep.equal(keysOf([trade(1), trade(3)]));
    });

    it('refuses pages larger than allowed rather than giving less than was asked for', async () => {
      await faultOf(unsettled('20260507', '20260509', undefined, 501));
      await faultOf(unsettled('20260507', '20260509', undefined, 0));
    });

    it('marks what a bill has, and takes it back when the next one has it no more', async () => {
      await add(trade(1), trade(2), trade(3));
      const [one, two] = [trade(1).tradeKey, trade(2).tradeKey];
      await store.unitOfWork.run(({ trades }) => trades.markSettled([one, two, one], '20260508', no(8001)));
      expect((await byKeys(one))[0]).to.deep.equal(trade(1, { settleState: 'settled', settledDay: '20260508', seenRunNo: no(8001) }));
      expect(keysOf(await unsettled('20260508', '20260508'))).to.deep.equal(keysOf([trade(3)]));
      await store.unitOfWork.run(({ trades }) => trades.markOpen([two]));
      expect(await byKeys(two)).to.deep.equal([trade(2, { seenRunNo: no(8001) })]);
    });

    it('marks nothing when one of the trades is not there', async () => {
      await add(trade(1));
      for (const keys of [[trade(1).tradeKey, trade(2).tradeKey], ['P订单'], [trade(2).tradeKey]]) {
        expect((await faultOf(store.unitOfWork.run(({ trades }) => trades.markSettled(keys, '20260508', no(8001))))).name).to.equal('ConcurrentChange');
      }
      expect(await byKeys(trade(1).tradeKey)).to.deep.equal([trade(1)]);
      await store.unitOfWork.run(({ trades }) => trades.markSettled([], '20260508', no(8001)));
    });

    it('pages through what the bill of a day settled and the newest run has not seen', async () => {
      await add(trade(1), trade(2), trade(3), trade(4), trade(5));
      await store.unitOfWork.run(({ trades }) => trades.markSettled([1, 2, 3, 5].map((suffix) => trade(suffix).tradeKey), '20260508', no(8001)));
      await store.unitOfWork.run(({ trades }) => trades.markSettled([trade(2).tradeKey], '20260508', no(8002)));
      await store.unitOfWork.run(({ trades }) => trades.markSettled([trade(5).tradeKey], '20260509', no(8003)));
      expect(keysOf(await unseen(no(8002)))).to.deep.equal(keysOf([trade(1), trade(3)]));
      const first = await unseen(no(8002), undefined, 1);
      expect(keysOf([...first, ...await unseen(no(8002), first[0]?.tradeKey, 1)])).to.deep.equal(keysOf([trade(1), trade(3)]));
    });

    it('knows whether an account has any trade expected on a day, settled or not', async () => {
      const anyOn = (id: string, day: string) => store.unitOfWork.read(({ trades }) => trades.anyOn(id, day));
      await add(trade(1), trade(2, { channelMerchantId: 'CM2', settleState: 'settled', settledDay: '20260509', seenRunNo: 'R' }));
      expect([await anyOn('CM1', '20260508'), await anyOn('CM2', '20260508'), await anyOn('CM1', '20260509'), await anyOn('CM3', '20260508')]).to.deep.equal([true, true, false, false]);
    });
  });
}
