import { expect } from 'chai';
import { setTimeout as pause } from 'node:timers/promises';
import { dayMs } from '../../../domain/kernel/china-time.js';
import { fen } from '../../../domain/kernel/money.js';
import type { Order } from '../../../domain/payments/order.js';
import { anAttempt, anOrder, no, noon } from './builders.js';
import { everything, longAgo, oldOrder, oldOrderShelf } from './old-order-shelf.js';
import type { Open } from './opened.js';

/** Others go on placing, changing and listing orders while the archive takes and gives back. */
export function archiveTrafficContract(adapter: string, open: Open): void {
  describe(`traffic with the archive on ${adapter}`, () => {
    const shelf = oldOrderShelf(open);
    const { keep, page, begin, move, archived, found } = shelf;

    it('still answers that a business number is taken, and adds nothing', async () => {
      await archived(oldOrder(1));
      const again = anOrder({ platformOrderNo: no(77), bizOrderNo: oldOrder(1).order.bizOrderNo });
      const answer = await shelf.store.unitOfWork.run(async ({ orders }) => [await orders.add(again), (await orders.byBizNo(again.devId, again.merchantNo, again.bizOrderNo))?.platformOrderNo]);
      expect(answer).to.deep.equal(['exists', no(1)]);
      expect(await shelf.store.unitOfWork.read(({ orders }) => orders.byNo(no(77)))).to.equal(undefined);
      expect(await shelf.store.unitOfWork.run(({ orders }) => orders.add(anOrder({ platformOrderNo: no(78) })))).to.equal('added');
    });

    it('answers so also to who adds it while it is on its way', async () => {
      await keep(oldOrder(1));
      await begin();
      const moving = shelf.store.unitOfWork.run(async ({ archive }) => {
        await archive.move([no(1)]);
        await pause(50);
      });
      await pause(10);
      const again = anOrder({ platformOrderNo: no(77), bizOrderNo: oldOrder(1).order.bizOrderNo });
      expect(await shelf.store.unitOfWork.run(({ orders }) => orders.add(again))).to.equal('exists');
      await moving;
    });

    it('gives one order to several who want it at once, one after the other', async () => {
      await archived(oldOrder(1));
      const changes = Array.from({ length: 5 }, async () => shelf.store.unitOfWork.run(async ({ orders }) => {
        const order = await orders.take(no(1));
        if (!order) throw new Error('it was not found');
        await orders.put({ ...order, expiresAt: order.expiresAt + 1 });
      }));
      await Promise.all(changes);
      const [back] = await page();
      expect([back?.order.version, back?.order.expiresAt]).to.deep.equal([6, oldOrder(1).order.expiresAt + 5]);
      expect(back?.attempts).to.have.length(1);
    });

    it('loses and doubles nothing while orders go to and fro', async () => {
      const all = [1, 2, 3, 4].map((n) => oldOrder(n));
      for (const records of all) await keep(records);
      await begin();
      const away = async () => { for (let n = 0; n < 4; n++) await shelf.store.unitOfWork.run(async ({ archive }) => archive.move((await archive.lockedPage(undefined, 2)).map(({ order }) => order.platformOrderNo))); };
      const back = async (n: number) => { for (let times = 0; times < 4; times++) expect(await shelf.store.unitOfWork.run(({ orders }) => orders.take(no(n)))).to.not.equal(undefined); };
      const looking = async () => {
        for (let n = 0; n < 4; n++) expect(await shelf.store.unitOfWork.read(({ orders }) => orders.byNo(no(1 + n % 4)))).to.not.equal(undefined);
      };
      await Promise.all([away(), back(1), back(3), looking(), away()]);
      for (const records of all) expect(await found(records)).to.deep.equal(everything(records));
    });

    it('lists paid orders of a user across both places, newest first, page by page', async () => {
      for (const n of [1, 2, 3, 4, 5]) await keep(oldOrder(n));
      await keep({ ...oldOrder(6), order: anOrder({ platformOrderNo: no(6), state: 'paid', createdAt: noon }) });
      await begin();
      await move(1, 3, 4);
      const listed = async (limit: number, before: Order | undefined, fromAt?: number) => shelf.store.unitOfWork.read(({ orders }) => orders.paidOfUser({ devId: 'D1', merchantNos: ['M1'], userId: 'U1', fromAt, toAt: undefined, before, limit }));
      const shown = (orders: readonly Order[]) => orders.map(({ platformOrderNo }) => Number(platformOrderNo.slice(-2)));
      expect(shown(await listed(50, undefined))).to.deep.equal([6, 5, 4, 3, 2, 1]);
      const first = await listed(3, undefined);
      expect([shown(first), shown(await listed(3, first.at(-1))), shown(await listed(1, undefined)), shown(await listed(50, undefined, noon - dayMs)), shown(await listed(50, undefined, longAgo + 3))])
        .to.deep.equal([[6, 5, 4], [3, 2, 1], [6], [6], [6, 5, 4, 3]]);
    });

    it('shows all of every order, on as many pages as it takes, where very much belongs to them', async () => {
      for (let n = 1; n <= 26; n++) {
        const attempts = Array.from({ length: 200 }, (_, each) => anAttempt({ attemptNo: no(1_000_000 + n * 1000 + each), platformOrderNo: no(n), state: 'ended' }));
        await keep({ ...oldOrder(n), attempts, refunds: [], callbacks: [], abnormalOrders: [], repeatPayments: [] });
      }
      const shown: (readonly [string, number])[] = [];
      for (let after: string | undefined; ;) {
        const next = await page(after);
        shown.push(...next.map(({ order, attempts }) => [order.platformOrderNo, attempts.length] as const));
        after = next.at(-1)?.order.platformOrderNo;
        if (after === undefined) break;
      }
      expect(shown).to.deep.equal(Array.from({ length: 26 }, (_, n) => [no(n + 1), 200]));
    });

    it('moves an order with many rows of one kind as a whole', async () => {
      const many = Array.from({ length: 200 }, (_, n) => anAttempt({ attemptNo: no(20_000 + n), state: 'ended' }));
      for (const n of [1, 2]) {
        await keep({ ...oldOrder(n), attempts: many.map((attempt) => ({ ...attempt, attemptNo: `${attempt.attemptNo.slice(0, -6)}${n}${attempt.attemptNo.slice(-5)}`, platformOrderNo: no(n) })) });
      }
      await begin();
      await move(1, 2);
      expect(await shelf.store.unitOfWork.read(async ({ attempts }) => [(await attempts.ofOrder(no(1))).length, (await attempts.ofOrder(no(2))).length])).to.deep.equal([200, 200]);
      expect((await shelf.store.unitOfWork.run(({ orders }) => orders.take(no(1))))?.orderAmount).to.equal(fen(12_000));
      expect((await page())[0]?.attempts).to.have.length(200);
    });
  });
}
