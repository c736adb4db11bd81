import { expect } from 'chai';
import { anAbnormalOrder, aRepeatPayment, no, noon } from './builders.js';
import { oldOrder, oldOrderShelf } from './old-order-shelf.js';
import type { Open } from './opened.js';

/** Abnormal orders and repeat payments are found by payee and day. */
export function payeeRecordsContract(adapter: string, open: Open): void {
  describe(`records of a payee on ${adapter}`, () => {
    const shelf = oldOrderShelf(open);
    /** Attempts of those of one stretch of time, read in pages of two. */
    const ofPayee = (fromAt: number, toAt: number, merchantNo = 'M1') => shelf.store.unitOfWork.read(async ({ abnormalOrders, repeatPayments }) => {
      const query = { merchantNo, fromAt, toAt, limit: 2 };
      const [abnormal, repeats] = [await abnormalOrders.ofPayee({ ...query, after: undefined }), await repeatPayments.ofPayee({ ...query, after: undefined })];
      const [a, r] = [abnormal.at(-1), repeats.at(-1)];
      return [
        [...abnormal, ...a ? await abnormalOrders.ofPayee({ ...query, after: { createdAt: a.createdAt, no: a.abnormalId } }) : []].map(({ attemptNo }) => attemptNo),
        [...repeats, ...r ? await repeatPayments.ofPayee({ ...query, after: { createdAt: r.createdAt, no: r.attemptNo } }) : []].map(({ attemptNo }) => attemptNo),
      ];
    });

    it('are found whether their orders are archived or not', async () => {
      for (const n of [1, 2, 3]) await shelf.keep(oldOrder(n));
      await shelf.store.unitOfWork.run(async ({ abnormalOrders, repeatPayments }) => {
        await abnormalOrders.add(anAbnormalOrder({ abnormalId: 'later', attemptNo: no(5999), createdAt: noon + 5 }));
        await abnormalOrders.add(anAbnormalOrder({ abnormalId: 'of-another', merchantNo: 'M2' }));
        await repeatPayments.add(aRepeatPayment({ attemptNo: no(5999), createdAt: noon + 5 }));
      });
      const all = [no(5001), no(5002), no(5003)];
      expect(await ofPayee(noon, noon + 5)).to.deep.equal([all, all]);
      await shelf.begin();
      await shelf.store.unitOfWork.run(({ archive }) => archive.move([no(2)]));
      expect(await ofPayee(noon, noon + 5)).to.deep.equal([all, all]);
      expect(await ofPayee(noon + 5, noon + 6)).to.deep.equal([[no(5999)], [no(5999)]]);
      expect(await ofPayee(noon, noon + 6, 'M3')).to.deep.equal([[], []]);
    });
  });
}
