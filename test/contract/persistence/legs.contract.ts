import { expect } from 'chai';
import { fen, maxFen } from '../../../domain/kernel/money.js';
import { newNotice } from '../../../domain/payment-notices/notice-record.js';
import type { KeptGap } from '../../../domain/settlement/order-legs.js';
import { anOrderBill } from '../../builders/e-bills.js';
import { aLegCheck, aLegGap } from '../../builders/legs.js';
import { aNoticeContent } from '../../builders/payment-notices.js';
import { anOrder, aRefund, no, noon } from './builders.js';
import { sum } from './money-builders.js';
import { faultOf, type Open, type Opened } from './opened.js';

const day = '20260508';

export function legsContract(adapter: string, open: Open): void {
  describe(`the four-way check on ${adapter}`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());
    const add = (...gaps: readonly KeptGap[]): Promise<void> => store.unitOfWork.run(({ legs }) => legs.addGaps(gaps));
    const read = <T>(work: Parameters<typeof store.unitOfWork.read<T>>[0]): Promise<T> => store.unitOfWork.read(work);
    const gap = (n: number, changes: Partial<KeptGap> = {}): KeptGap => aLegGap(n, { platformOrderNo: no(n), ...changes });
    const openAt = async (at: number, after?: KeptGap, limit = 500) => (await read(({ legs }) => legs.openAt({ day, at, after, limit }))).map(({ gapNo }) => gapNo);

    it('reads of orders what their legs are compared with, those asked for and no others', async () => {
      const nontaxInfo = JSON.stringify({ eBillWanted: '1', payerType: '1', items: [] });
      const orders = [anOrder({ platformOrderNo: no(1), bizOrderNo: 'B-1', cashierToken: 't1', nontaxInfo, paidAttemptNo: no(5001), bizDiscountAmount: fen(5) }), anOrder({ platformOrderNo: no(2), bizOrderNo: 'B-2', cashierToken: 't2' })];
      for (const order of orders) await store.unitOfWork.run((stores) => stores.orders.add(order));
      const found = await read(({ legs }) => legs.ordersOf([no(1), no(2), no(3), '订单']));
      expect([...found].sort((a, b) => (a.platformOrderNo < b.platformOrderNo ? -1 : 1))).to.deep.equal(orders.map(
        ({ platformOrderNo, merchantNo, bizOrderNo, orderAmount, bizDiscountAmount, nontaxInfo: text, paidAttemptNo }) => ({ platformOrderNo, merchantNo, bizOrderNo, orderAmount, bizDiscountAmount, nontaxInfo: text, paidAttemptNo })));
      expect(await read(({ legs }) => legs.ordersOf([]))).to.deep.equal([]);
    });

    it('reads refunds that are done, payment notices and e-bills of orders', async () => {
      const bill = anOrderBill({ platformOrderNo: no(1), state: 'issued', said: { refunded: fen(1), takenBack: [{ itemCode: '103042501', amount: fen(1) }] }, isWhole: false });
      await store.unitOfWork.run(async ({ refunds, notices, eBills }) => {
        await refunds.add(aRefund({ platformOrderNo: no(1), platformRefundOrderNo: no(9001), bizRefundOrderNo: 'R-1', state: 'refunded', refundAmount: fen(30), attemptNo: no(5001) }));
        await refunds.add(aRefund({ platformOrderNo: no(1), platformRefundOrderNo: no(9002), bizRefundOrderNo: 'R-2', state: 'refunding' }));
        await notices.add(newNotice(aNoticeContent({ busNo: no(1), totalAmount: fen(8_000) }), { noticeNo: no(1), origin: 'order', devId: 'D1', merchantNo: 'M1', bizNoticeNo: 'N-1', contentDigest: undefined, platformOrderNo: no(1), step: 'confirm-pending', now: noon }));
        await eBills.add(bill);
      });
      const asked = [no(1), no(2)];
      const [refunds, notices, bills] = await read(async ({ legs }) => [await legs.refundsOf(asked), await legs.noticesOf(asked), await legs.billsOf(asked)] as const);
      expect(refunds.map(({ platformOrderNo, attemptNo, refundAmount }) => [platformOrderNo, attemptNo, refundAmount])).to.deep.equal([[no(1), no(5001), 30n]]);
      expect(notices).to.deep.equal([{ platformOrderNo: no(1), step: 'confirm-pending', totalAmount: 8_000n }]);
      const { round, state, amount, base, isWhole, said } = bill;
      expect(bills).to.deep.equal([{ platformOrderNo: no(1), round, state, amount, base, isWhole, said }]);
    });

    it('keeps a check with every field, one for each account and day, and changes it only as it was read', async () => {
      const full = aLegCheck({ channelMerchantId: 'CM2', state: 'running', phase: 'open', after: `P${no(7)}`, alarmedAt: noon + 9, figures: { orders: 1_000_000, complete: 0, gaps: {} }, lookAt: undefined, oldestAt: undefined });
      const added = [];
      for (const check of [aLegCheck(), full, aLegCheck()]) added.push(await store.unitOfWork.run(({ legs }) => legs.addCheck(check)));
      expect(added).to.deep.equal(['added', 'added', 'exists']);
      expect(await read(({ legs }) => legs.checksOn(day))).to.deep.equal([aLegCheck(), full]);
      expect(await read(({ legs }) => legs.check(day, 'CM9'))).to.equal(undefined);
      const changed = { ...aLegCheck(), state: 'running' as const, phase: 'settled' as const, runNo: no(3), figures: { orders: 1, complete: 1, gaps: {} }, walkedAt: noon + 1, changedAt: noon + 99, lookAt: undefined };
      await store.unitOfWork.run(({ legs }) => legs.putCheck(changed));
      expect(await read(({ legs }) => legs.check(day, 'CM1'))).to.deep.equal({ ...changed, version: 2 });
      expect((await faultOf(store.unitOfWork.run(({ legs }) => legs.putCheck(changed)))).name).to.equal('ConcurrentChange');
    });

    it('keeps a gap with every field, and of it changes nothing but that it is closed', async () => {
      const widest = gap(1, { leg: 'payment-notice', kind: 'too-many', expected: maxFen as never, found: sum(maxFen * 2n), bizOrderNo: 'B'.repeat(128), seq: 9 });
      await add(widest, gap(2));
      expect(await read(({ legs }) => legs.gap(widest.gapNo))).to.deep.equal(widest);
      expect(await read(({ legs }) => legs.gap('0'))).to.equal(undefined);
      await store.unitOfWork.run(({ legs }) => legs.closeGap({ ...widest, kind: 'missing', found: undefined, closedAt: noon + 7 }));
      expect(await read(({ legs }) => legs.gapsOf(day, [no(1)]))).to.deep.equal([{ ...widest, closedAt: noon + 7, version: 2 }]);
      expect((await faultOf(store.unitOfWork.run(({ legs }) => legs.closeGap({ ...widest, closedAt: noon })))).name).to.equal('ConcurrentChange');
    });

    it('refuses a gap that is there already, and all that were to be added with it', async () => {
      await add(gap(1));
      expect((await faultOf(add(gap(2), gap(3, { platformOrderNo: no(1) })))).name).to.equal('ConcurrentChange');
      expect(await openAt(noon)).to.deep.equal([gap(1).gapNo]);
      await add();
    });

    it('finds the gaps of orders on a day, open and closed, and pages the orders that have open ones', async () => {
      await add(gap(1, { closedAt: noon + 1 }), gap(2), gap(3, { platformOrderNo: no(2), leg: 'channel' }), gap(4), gap(5, { channelMerchantId: 'CM2' }), gap(6, { day: '20260509' }));
      const found = await read(({ legs }) => legs.gapsOf(day, [no(1), no(2), no(6)]));
      expect(found.map(({ gapNo }) => gapNo).sort()).to.deep.equal([1, 2, 3].map((n) => gap(n).gapNo));
      const page = (after: string | undefined, limit: number) => read(({ legs }) => legs.ordersWithGaps({ day, channelMerchantId: 'CM1', after, limit }));
      expect([await page(undefined, 500), await page(undefined, 1), await page(no(2), 500)]).to.deep.equal([[no(2), no(4)], [no(2)], [no(4)]]);
      expect((await faultOf(page(undefined, 501))).name).to.equal('RangeError');
    });

    it('says what was open at a moment, by order, leg and number, in pages', async () => {
      const gaps = [
        gap(1, { leg: 'channel', closedAt: noon + 10 }), gap(2, { platformOrderNo: no(1), leg: 'channel', seq: 2, firstSeenAt: noon + 10 }), gap(3, { platformOrderNo: no(1), leg: 'e-bill' }),
        gap(4, { platformOrderNo: no(1), leg: 'payment-notice' }), gap(5), gap(6, { firstSeenAt: noon + 20 }), gap(7, { day: '20260509' }),
      ];
      await add(...gaps.toReversed());
      const nos = (...wanted: readonly number[]) => wanted.map((n) => gap(n).gapNo);
      expect(await openAt(noon - 1)).to.deep.equal([]);
      expect(await openAt(noon + 9)).to.deep.equal(nos(1, 3, 4, 5));
      expect(await openAt(noon + 10)).to.deep.equal(nos(2, 3, 4, 5));
      expect(await openAt(noon + 20)).to.deep.equal(nos(2, 3, 4, 5, 6));
      const paged: string[] = [];
      for (let last: KeptGap | undefined; ;) {
        const [next] = await openAt(noon + 20, last, 1);
        if (next === undefined) break;
        paged.push(next);
        last = gaps.find(({ gapNo }) => gapNo === next);
      }
      expect(paged).to.deep.equal(nos(2, 3, 4, 5, 6));
    });
  });
}
