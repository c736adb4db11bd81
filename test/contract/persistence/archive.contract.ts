import { expect } from 'chai';
import { setTimeout as pause } from 'node:timers/promises';
import type { OrderRecords } from '../../../domain/archive/old-orders.js';
import { dayMs } from '../../../domain/kernel/china-time.js';
import { fen } from '../../../domain/kernel/money.js';
import type { Order } from '../../../domain/payments/order.js';
import { aCallback, anAbnormalOrder, anAttempt, anOrder, aRefund, aRepeatPayment, no, noon } from './builders.js';
import { faultOf, type Open, type Opened } from './opened.js';

const longAgo = noon - 400 * dayMs;

/** An order of long ago with one of everything that may belong to it. */
function oldOrder(n: number, changes: Partial<Order> = {}): OrderRecords {
  const platformOrderNo = no(n);
  const attemptNo = no(5000 + n);
  return {
    order: anOrder({ platformOrderNo, state: 'paid', createdAt: longAgo + n, paidAt: longAgo + n, ...changes }),
    attempts: [anAttempt({ attemptNo, platformOrderNo, state: 'paid', createdAt: longAgo + n })],
    refunds: [aRefund({ platformRefundOrderNo: no(9000 + n), bizRefundOrderNo: `R-${n}`, platformOrderNo, attemptNo, state: 'refunded', refundTradeNo: no(8000 + n) })],
    callbacks: [aCallback({ callbackId: `payment:${platformOrderNo}:2`, platformOrderNo, state: 'accepted', acceptedAt: longAgo + n })],
    abnormalOrders: [anAbnormalOrder({ abnormalId: `paid-after-close:${attemptNo}`, platformOrderNo, attemptNo, handleState: 'handled' })],
    repeatPayments: [aRepeatPayment({ attemptNo, platformOrderNo, handleState: 'handled' })],
  };
}

export function archiveContract(adapter: string, open: Open): void {
  describe(`archive on ${adapter}`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());

    const keep = async ({ order, attempts, refunds, callbacks, abnormalOrders, repeatPayments }: OrderRecords): Promise<void> => store.unitOfWork.run(async (stores) => {
      await stores.orders.add(order);
      for (const row of attempts) await stores.attempts.add(row);
      for (const row of refunds) await stores.refunds.add(row);
      for (const row of callbacks) await stores.callbacks.add(row);
      for (const row of abnormalOrders) await stores.abnormalOrders.add(row);
      for (const row of repeatPayments) await stores.repeatPayments.add(row);
    });
    const page = (after?: string, limit = 200) => store.unitOfWork.read(({ archive }) => archive.page(after, limit));
    const numbers = async (after?: string, limit?: number) => (await page(after, limit)).map(({ order }) => order.platformOrderNo);
    const begin = () => store.unitOfWork.run(({ archive }) => archive.begin(noon));
    const move = (...suffixes: number[]) => store.unitOfWork.run(async ({ archive }) => {
      await archive.lockedPage(undefined, 200);
      await archive.move(suffixes.map(no));
    });
    const archived = async (...records: readonly OrderRecords[]): Promise<void> => {
      for (const each of records) await keep(each);
      await begin();
      await store.unitOfWork.run(({ archive }) => archive.move(records.map(({ order }) => order.platformOrderNo)));
    };
    /** Everything that is found of an order, by each of the ways there are. */
    const found = ({ order, attempts: [attempt], refunds: [refund], callbacks: [callback], abnormalOrders: [abnormal], repeatPayments: [repeat] }: OrderRecords) =>
      store.unitOfWork.read(async ({ orders, attempts, refunds, callbacks, abnormalOrders, repeatPayments }) => ({
        orders: [await orders.byNo(order.platformOrderNo), await orders.byBizNo(order.devId, order.merchantNo, order.bizOrderNo), await orders.byCashierToken(order.cashierToken)],
        attempts: [await attempts.byNo(attempt?.attemptNo ?? ''), ...await attempts.ofOrder(order.platformOrderNo)],
        refunds: [
          await refunds.byNo(refund?.platformRefundOrderNo ?? ''), await refunds.byBizNo('D1', 'M1', refund?.bizRefundOrderNo ?? ''),
          await refunds.byTradeNo(refund?.refundTradeNo ?? ''), ...await refunds.ofOrder(order.platformOrderNo),
        ],
        callbacks: [await callbacks.byId(callback?.callbackId ?? ''), ...await callbacks.ofOrder(order.platformOrderNo)],
        abnormalOrders: [await abnormalOrders.byId(abnormal?.abnormalId ?? ''), ...await abnormalOrders.ofOrder(order.platformOrderNo)],
        repeatPayments: [await repeatPayments.byAttempt(repeat?.attemptNo ?? ''), ...await repeatPayments.ofOrder(order.platformOrderNo)],
      }));
    const everything = ({ order, attempts: [a], refunds: [r], callbacks: [c], abnormalOrders: [u], repeatPayments: [p] }: OrderRecords) =>
      ({ orders: [order, order, order], attempts: [a, a], refunds: [r, r, r, r], callbacks: [c, c], abnormalOrders: [u, u], repeatPayments: [p, p] });

    it('shows orders by number with all that belongs to them, a page at a time', async () => {
      for (const n of [2, 1, 3]) await keep(oldOrder(n));
      expect(await page()).to.deep.equal([oldOrder(1), oldOrder(2), oldOrder(3)]);
      expect([await numbers(undefined, 2), await numbers(no(2), 2), await numbers(no(3), 2)]).to.deep.equal([[no(1), no(2)], [no(3)], []]);
      const bare = { order: anOrder({ platformOrderNo: no(4) }), attempts: [], refunds: [], callbacks: [], abnormalOrders: [], repeatPayments: [] };
      await keep(bare);
      expect(await page(no(3))).to.deep.equal([bare]);
    });

    it('is not begun until somebody begins, and then since that moment', async () => {
      const begun = () => store.unitOfWork.read(({ archive }) => archive.begunAt());
      expect(await begun()).to.equal(undefined);
      await begin();
      expect(await begun()).to.equal(noon);
    });

    it('gives the turn to one at a time', async () => {
      const take = (owner: string, now: number) => store.unitOfWork.run(({ archive }) => archive.takeTurn(owner, now, 1000));
      await begin();
      expect([await take('a', noon), await take('b', noon + 999), await take('a', noon + 999), await take('b', noon + 1000)]).to.deep.equal([true, false, true, false]);
      await store.unitOfWork.run(({ archive }) => archive.endTurn('b'));
      expect(await take('b', noon + 1001)).to.equal(false);
      await store.unitOfWork.run(({ archive }) => archive.endTurn('a'));
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
      expect(await store.unitOfWork.run(({ orders: taken }) => taken.take(no(3)))).to.equal(undefined);
    });

    it('gives an order back, with all that belongs to it, to who takes it for a change', async () => {
      const records = oldOrder(1);
      await archived(records);
      await store.unitOfWork.run(async ({ orders, attempts, refunds, callbacks, abnormalOrders, repeatPayments }) => {
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
      expect(await store.unitOfWork.read(({ refunds }) => refunds.ofOrder(no(1)))).to.have.length(2);
    });

    it('moves nothing, either way, when the unit fails', async () => {
      const records = oldOrder(1);
      await keep(records);
      await begin();
      await faultOf(store.unitOfWork.run(async ({ archive }) => {
        await archive.move([no(1)]);
        throw new Error('power cut');
      }));
      expect(await page()).to.deep.equal([records]);
      await move(1);
      await faultOf(store.unitOfWork.run(async ({ orders }) => {
        await orders.take(no(1));
        throw new Error('power cut');
      }));
      expect(await page()).to.deep.equal([]);
      expect(await found(records)).to.deep.equal(everything(records));
    });

    it('still answers that a business number is taken, and adds nothing', async () => {
      await archived(oldOrder(1));
      const again = anOrder({ platformOrderNo: no(77), bizOrderNo: oldOrder(1).order.bizOrderNo });
      const answer = await store.unitOfWork.run(async ({ orders }) => [await orders.add(again), (await orders.byBizNo(again.devId, again.merchantNo, again.bizOrderNo))?.platformOrderNo]);
      expect(answer).to.deep.equal(['exists', no(1)]);
      expect(await store.unitOfWork.read(({ orders }) => orders.byNo(no(77)))).to.equal(undefined);
      expect(await store.unitOfWork.run(({ orders }) => orders.add(anOrder({ platformOrderNo: no(78) })))).to.equal('added');
    });

    it('answers so also to who adds it while it is on its way', async () => {
      await keep(oldOrder(1));
      await begin();
      const moving = store.unitOfWork.run(async ({ archive }) => {
        await archive.move([no(1)]);
        await pause(50);
      });
      await pause(10);
      const again = anOrder({ platformOrderNo: no(77), bizOrderNo: oldOrder(1).order.bizOrderNo });
      expect(await store.unitOfWork.run(({ orders }) => orders.add(again))).to.equal('exists');
      await moving;
    });

    it('gives one order to several who want it at once, one after the other', async () => {
      await archived(oldOrder(1));
      const changes = Array.from({ length: 5 }, async () => store.unitOfWork.run(async ({ orders }) => {
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
      const away = async () => { for (let n = 0; n < 4; n++) await store.unitOfWork.run(async ({ archive }) => archive.move((await archive.lockedPage(undefined, 2)).map(({ order }) => order.platformOrderNo))); };
      const back = async (n: number) => { for (let times = 0; times < 4; times++) expect(await store.unitOfWork.run(({ orders }) => orders.take(no(n)))).to.not.equal(undefined); };
      const looking = async () => {
        for (let n = 0; n < 4; n++) expect(await store.unitOfWork.read(({ orders }) => orders.byNo(no(1 + n % 4)))).to.not.equal(undefined);
      };
      await Promise.all([away(), back(1), back(3), looking(), away()]);
      for (const records of all) expect(await found(records)).to.deep.equal(everything(records));
    });

    it('lists paid orders of a user across both places, newest first, page by page', async () => {
      for (const n of [1, 2, 3, 4, 5]) await keep(oldOrder(n));
      await keep({ ...oldOrder(6), order: anOrder({ platformOrderNo: no(6), state: 'paid', createdAt: noon }) });
      await begin();
      await move(1, 3, 4);
      const listed = async (limit: number, before: Order | undefined, fromAt?: number) => store.unitOfWork.read(({ orders }) => orders.paidOfUser({ devId: 'D1', merchantNos: ['M1'], userId: 'U1', fromAt, toAt: undefined, before, limit }));
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
      expect(await store.unitOfWork.read(async ({ attempts }) => [(await attempts.ofOrder(no(1))).length, (await attempts.ofOrder(no(2))).length])).to.deep.equal([200, 200]);
      expect((await store.unitOfWork.run(({ orders }) => orders.take(no(1))))?.orderAmount).to.equal(fen(12_000));
      expect((await page())[0]?.attempts).to.have.length(200);
    });
  });
}
