import { expect } from 'chai';
import { eBillArrows, type EBillState } from '../../../domain/e-bills/e-bill.js';
import type { OrderEBill } from '../../../domain/e-bills/order-e-bill.js';
import { fen, maxFen, sumOf, type FenSum } from '../../../domain/kernel/money.js';
import { aDayCheck, anItem, anOrderBill, aPayer, aVerifiedBill, issuedBill } from '../../builders/e-bills.js';
import { anOrder, no, noon } from './builders.js';
import { faultOf, type Open, type Opened } from './opened.js';

const long = (length: number): string => '票'.repeat(length);
const sum = (value: bigint): FenSum => value as FenSum;
const links = { pageUrl: 'https://bill.example/p?x=1&y=2', internetPageUrl: undefined, qrImage: 'aW1hZ2U='.repeat(2_000) };
const issuedAs = (suffix: number, issuedAt: number, changes: Partial<OrderEBill> = {}): OrderEBill => anOrderBill({
  platformOrderNo: no(suffix), state: 'issued', issued: issuedBill({ eBillNo: String(suffix).padStart(10, '0'), issuedAt }), nextTryAt: undefined, ...changes,
});

export function eBillsContract(adapter: string, open: Open): void {
  describe(`e-bills on ${adapter}`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());
    const add = (...bills: readonly OrderEBill[]): Promise<void> => store.unitOfWork.run(async ({ eBills }) => { for (const bill of bills) await eBills.add(bill); });
    const ofOrder = (suffix: number) => store.unitOfWork.read(({ eBills }) => eBills.ofOrder(no(suffix)));

    it('keeps an e-bill with every field as long as it may be', async () => {
      const item = anItem({ itemName: long(100), quantity: '12345678', unit: long(20), price: fen(1), amount: fen(maxFen) });
      const bill = anOrderBill({
        platformOrderNo: no(1), round: 99, state: 'reversed', amount: fen(maxFen), items: [item, anItem({ itemCode: 'B'.repeat(32), unit: undefined })], base: [item], isWhole: false,
        said: { refunded: fen(7), takenBack: [{ itemCode: 'B'.repeat(32), amount: fen(7) }] }, payCode: 'P'.repeat(32), devId: 'D'.repeat(64), merchantNo: 'M'.repeat(20), bizOrderNo: 'B'.repeat(128),
        payer: aPayer({ payerType: 'unit', name: long(100), certNo: 'X'.repeat(30), mobile: '13800138000', email: `${'a'.repeat(90)}@b.example` }),
        issued: issuedBill({ eBillCode: '1'.repeat(64), eBillNo: '2'.repeat(64), checkCode: 'z'.repeat(64), links }), reversal: { eBillCode: '35010126', eBillNo: '0000000002', checkCode: 'QQQQQQ', reversedAt: noon + 9, links },
        failure: { code: long(64), text: long(512) }, tries: 7, lastTryAt: noon + 1, nextTryAt: noon + 2, pageToken: 't'.repeat(32),
      });
      await add(bill);
      expect(await ofOrder(1)).to.deep.equal([bill]);
    });

    it('keeps every state an e-bill can be in, and what little a fresh one has', async () => {
      const states = Object.keys(eBillArrows) as EBillState[];
      const bills = states.map((state, index) => anOrderBill({ platformOrderNo: no(index + 1), state, eBillRegionCode: undefined, issued: undefined }));
      await add(...bills);
      for (const [index, bill] of bills.entries()) expect(await ofOrder(index + 1)).to.deep.equal([bill]);
    });

    it('has one of each order and round, whoever is faster, and finds those of an order by round', async () => {
      const rounds = [anOrderBill({ platformOrderNo: no(1), round: 2, busNo: `${no(1)}-2` }), anOrderBill({ platformOrderNo: no(1) })];
      await add(...rounds);
      expect((await ofOrder(1)).map(({ round }) => round)).to.deep.equal([1, 2]);
      expect((await faultOf(add(anOrderBill({ platformOrderNo: no(1), pageToken: 'another' })))).name).to.equal('ConcurrentChange');
      const several = await store.unitOfWork.read(({ eBills }) => eBills.ofOrders([no(1), no(2), no(3)]));
      expect(several.map(({ busNo }) => busNo).sort()).to.deep.equal([no(1), `${no(1)}-2`]);
    });

    it('changes an e-bill only as it was read, and never its payer', async () => {
      const bill = anOrderBill({ platformOrderNo: no(1), payer: aPayer({ mobile: '13800138000' }) });
      await add(bill);
      const issued = { ...bill, state: 'issued' as const, issued: issuedBill({ issuedAt: noon + 5 }), nextTryAt: undefined };
      await store.unitOfWork.run(({ eBills }) => eBills.put(issued));
      expect(await ofOrder(1)).to.deep.equal([{ ...issued, version: 2 }]);
      expect((await faultOf(store.unitOfWork.run(({ eBills }) => eBills.put(issued)))).name).to.equal('ConcurrentChange');
    });

    it('finds bills by their numbers and by the token of their page', async () => {
      await add(issuedAs(1, noon), issuedAs(2, noon));
      const found = await store.unitOfWork.read(({ eBills }) => Promise.all([
        eBills.byNumbers('35010126', '0000000002'), eBills.byNumbers('35010126', '0000000003'), eBills.byPageToken(`page-${no(1)}`), eBills.byPageToken('nobody'), eBills.byNumbers('', '票'),
      ]));
      expect(found).to.deep.equal([[issuedAs(2, noon)], [], issuedAs(1, noon), undefined, []]);
    });

    it('adds up and pages through what was issued in a region within a day, reversed ones among them', async () => {
      const day = { eBillRegionCode: '35', fromAt: noon, toAt: noon + 1_000 };
      await add(
        issuedAs(3, noon + 5), issuedAs(2, noon + 5), issuedAs(1, noon + 999, { state: 'reversed' }), issuedAs(4, noon - 1), issuedAs(5, noon + 1_000), issuedAs(6, noon + 6, { eBillRegionCode: '36' }),
        anOrderBill({ platformOrderNo: no(7) }), anOrderBill({ ...issuedAs(2, noon + 5), round: 2, busNo: `${no(2)}-2`, pageToken: 'second' }),
      );
      await store.unitOfWork.run(({ eBills }) => eBills.addVerified(aVerifiedBill({ issuedAt: noon + 5 })));
      expect(await store.unitOfWork.read(({ eBills }) => eBills.sumsOf(day))).to.deep.equal({ count: 4, amount: sum(32_000n) });
      expect(await store.unitOfWork.read(({ eBills }) => eBills.sumsOf({ ...day, eBillRegionCode: '99' }))).to.deep.equal({ count: 0, amount: sum(0n) });
      const busNos: string[] = [];
      for (let after: Parameters<typeof page>[0] = undefined; ;) {
        const [bill] = await page(after);
        if (bill?.issued === undefined) break;
        busNos.push(bill.busNo);
        after = { issuedAt: bill.issued.issuedAt, platformOrderNo: bill.platformOrderNo, round: bill.round };
      }
      function page(after: { readonly issuedAt: number; readonly platformOrderNo: string; readonly round: number } | undefined) {
        return store.unitOfWork.read(({ eBills }) => eBills.issuedIn({ ...day, after, limit: 1 }));
      }
      expect(busNos).to.deep.equal([no(2), `${no(2)}-2`, no(3), no(1)]);
    });

    it('finds the e-bills of an order that was archived', async () => {
      await store.unitOfWork.run(({ orders }) => orders.add(anOrder({ state: 'paid' })));
      await add(issuedAs(1, noon));
      await store.unitOfWork.run(async ({ archive }) => { await archive.begin(noon); await archive.move([no(1)]); });
      expect((await store.unitOfWork.read(({ orders }) => orders.byNo(no(1))))?.state).to.equal('paid');
      expect(await ofOrder(1)).to.deep.equal([issuedAs(1, noon)]);
      await store.unitOfWork.run(({ eBills }) => eBills.put({ ...issuedAs(1, noon), state: 'reversing' }));
      expect((await ofOrder(1))[0]?.state).to.equal('reversing');
    });

    it('keeps a bill that a visitor let us check once, and its later standing', async () => {
      const bill = aVerifiedBill({ links });
      await store.unitOfWork.run(({ eBills }) => eBills.addVerified(bill));
      expect((await faultOf(store.unitOfWork.run(({ eBills }) => eBills.addVerified(bill)))).name).to.equal('ConcurrentChange');
      await store.unitOfWork.run(({ eBills }) => eBills.putVerified({ ...bill, state: 'reversed' }));
      expect(await store.unitOfWork.read(({ eBills }) => eBills.verified(bill.verifiedKey))).to.deep.equal({ ...bill, state: 'reversed', version: 2 });
      // It is nobody's bill: neither an order nor a developer has it.
      expect(await store.unitOfWork.read(({ eBills }) => eBills.byNumbers(bill.eBillCode, bill.eBillNo))).to.deep.equal([]);
      expect(await store.unitOfWork.read(({ eBills }) => eBills.verified('V0'))).to.equal(undefined);
    });

    it('keeps what a comparison found, and what the next one finds', async () => {
      await store.unitOfWork.run(({ eBills }) => eBills.addDayCheck(aDayCheck()));
      expect((await faultOf(store.unitOfWork.run(({ eBills }) => eBills.addDayCheck(aDayCheck())))).name).to.equal('ConcurrentChange');
      const differs = aDayCheck({
        state: 'differs', theirs: { count: 3, amount: sumOf([maxFen, maxFen]) }, checkedAt: noon + 1,
        differences: [{ kind: 'only-there', eBillCode: '35010126', eBillNo: '0000000003', busNo: no(3), here: undefined, there: fen(8_000) }, { kind: 'amount-differs', eBillCode: '1', eBillNo: '2', busNo: no(1), here: fen(1), there: fen(2) }],
      });
      await store.unitOfWork.run(({ eBills }) => eBills.putDayCheck(differs));
      expect(await store.unitOfWork.read(({ eBills }) => eBills.dayCheck('35', '20260508'))).to.deep.equal({ ...differs, version: 2 });
      expect(await store.unitOfWork.read(({ eBills }) => eBills.dayCheck('35', '20260509'))).to.equal(undefined);
    });

    it('keeps where the comparison of a day stands, with as many differences and minutes as a day can have', async () => {
      await store.unitOfWork.run(({ eBills }) => eBills.addDayCheck(aDayCheck()));
      const difference = (n: number) => ({ kind: 'only-here' as const, eBillCode: '35010126', eBillNo: String(n).padStart(10, '0'), busNo: no(n), here: fen(maxFen), there: n % 2 === 0 ? undefined : fen(n) });
      const walk = {
        phase: 'missing' as const, done: 3, after: { issuedAt: noon, platformOrderNo: no(1), round: 2 }, minutes: Object.fromEntries(Array.from({ length: 1_440 }, (_, minute) => [String(minute), 4_294_967_295 - minute])),
        differences: Array.from({ length: 200 }, (_, n) => difference(n)), beyond: 7, tries: 2,
      };
      for (const [index, stands] of [walk, { ...walk, after: undefined, minutes: {}, differences: [] }, undefined].entries()) {
        const check = aDayCheck({ walk: stands, version: index + 1 });
        await store.unitOfWork.run(({ eBills }) => eBills.putDayCheck(check));
        expect(await store.unitOfWork.read(({ eBills }) => eBills.dayCheck('35', '20260508'))).to.deep.equal({ ...check, version: index + 2 });
      }
    });
  });
}
