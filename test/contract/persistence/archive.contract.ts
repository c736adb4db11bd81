import { expect } from 'chai';
import { anOrder, aRefund, no, noon } from './builders.js';
import { everything, oldOrder, oldOrderShelf } from './old-order-shelf.js';
import { faultOf, type Open } from './opened.js';

/** Orders go to the archive and come back whole. */
export function archiveContract(adapter: string, open: Open): void {
  describe(`archive on ${adapter}`, () => {
    const shelf = oldOrderShelf(open);
    const { keep, page, numbers, begin, move, archived, found } = shelf;

    it('shows orders by number with all that belongs to them, a page at a time', async () => {
      for (const n of [2, 1, 3]) await keep(oldOrder(n));
      expect(await page()).to.deep.equal([oldOrder(1), oldOrder(2), oldOrder(3)]);
      expect([await numbers(undefined, 2), await numbers(no(2), 2), await numbers(no(3), 2)]).to.deep.equal([[no(1), no(2)], [no(3)], []]);
      const bare = { order: anOrder({ platformOrderNo: no(4) }), attempts: [], refunds: [], callbacks: [], abnormalOrders: [], repeatPayments: [] };
      await keep(bare);
      expect(await page(no(3))).to.deep.equal([bare]);
    });

    it('is not begun until somebody begins, and then since that moment', async () => {
      const begun = () => shelf.store.unitOfWork.read(({ archive }) => archive.begunAt());
      expect(await begun()).to.equal(undefined);
      await begin();
      expect(await begun()).to.equal(noon);
    });

    it('gives the turn to one at a time', async () => {
      const take = (owner: string, now: number) => shelf.store.unitOfWork.run(({ archive }) => archive.takeTurn(owner, now, 1000));
      await begin();
      expect([await take('a', noon), await take('b', noon + 999), await take('a', noon + 999), await take('b', noon + 1000)]).to.deep.equal([true, false, true, false]);
      await shelf.store.unitOfWork.run(({ archive }) => archive.endTurn('b'));
      expect(await take('b', noon + 1001)).to.equal(false);
      await shelf.store.unitOfWork.run(({ archive }) => archive.endTurn('a'));
      expect([await take('b', noon + 1002), await take('a', noon + 2002)]).to.deep.equal([true, true]);
    });

    it('keeps an order findable by each of its numbers, with all that belongs to it, and out of the pages', async () => {
      const [first, second] = [oldOrder(1), oldOrder(2)];
      await keep(second);
      await archived(first);
      expect(await found(first)).to.deep.equal(everything(first));
      expect(await found(second)).to.deep.equal(everything(second));
      expect(await numbers()).to.deep.equal([no(2)]);
    });

    it('keeps an order without anything, one with something, and one that was never there apart', async () => {
      const bare = { ...oldOrder(1), attempts: [], refunds: [], callbacks: [], abnormalOrders: [], repeatPayments: [] };
      await archived(bare, oldOrder(2));
      const { orders, ...others } = await found(bare);
      expect(orders).to.deep.equal([bare.order, bare.order, bare.order]);
      expect(Object.values(others).flat().filter((row) => row !== undefined)).to.deep.equal([]);
      expect(Object.values(await found(oldOrder(3))).flat().filter((row) => row !== undefined)).to.deep.equal([]);
      expect(await shelf.store.unitOfWork.run(({ orders: taken }) => taken.take(no(3)))).to.equal(undefined);
    });

    it('gives an order back, with all that belongs to it, to who takes it for a change', async () => {
      const records = oldOrder(1);
      await archived(records);
      await shelf.store.unitOfWork.run(async ({ orders, attempts, refunds, callbacks, abnormalOrders, repeatPayments }) => {
        const order = await orders.take(no(1));
        expect(order).to.deep.equal(records.order);
        if (order) await orders.put({ ...order, stateMsg: '退款中' });
        for (const row of await attempts.ofOrder(no(1))) await attempts.put({ ...row, reason: 'x' });
        for (const row of await refunds.ofOrder(no(1))) await refunds.put({ ...row, stateMsg: 'y' });
        for (const row of await callbacks.ofOrder(no(1))) await callbacks.put({ ...row, tries: 7 });
        for (const row of await abnormalOrders.ofOrder(no(1))) await abnormalOrders.put({ ...row, note: 'z' });
        for (const row of await repeatPayments.ofOrder(no(1))) await repeatPayments.put({ ...row, handleState: 'following' });
        await refunds.add(aRefund({ platformRefundOrderNo: no(9500), bizRefundOrderNo: 'R-new' }));
      });
      const [back] = await page();
      expect([back?.order.stateMsg, back?.order.version, back?.attempts[0]?.reason, back?.refunds.map((row) => row.stateMsg).sort(), back?.callbacks[0]?.tries, back?.abnormalOrders[0]?.note, back?.repeatPayments[0]?.handleState])
        .to.deep.equal(['退款中', 2, 'x', ['y', '退款中'], 7, 'z', 'following']);
      await move(1);
      expect(await shelf.store.unitOfWork.read(({ refunds }) => refunds.ofOrder(no(1)))).to.have.length(2);
    });

    it('moves nothing, either way, when the unit fails', async () => {
      const records = oldOrder(1);
      await keep(records);
      await begin();
      await faultOf(shelf.store.unitOfWork.run(async ({ archive }) => {
        await archive.move([no(1)]);
        throw new Error('power cut');
      }));
      expect(await page()).to.deep.equal([records]);
      await move(1);
      await faultOf(shelf.store.unitOfWork.run(async ({ orders }) => {
        await orders.take(no(1));
        throw new Error('power cut');
      }));
      expect(await page()).to.deep.equal([]);
      expect(await found(records)).to.deep.equal(everything(records));
    });
  });
}
