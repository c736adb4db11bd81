import { setTimeout as pause } from 'node:timers/promises';
import { expect } from 'chai';
import { ConcurrentChange } from '../../../application/ports/unit-of-work.js';
import { fen } from '../../../domain/kernel/money.js';
import { aGate } from '../../support/gate.js';
import { aCallback, anAbnormalOrder, anAttempt, anEntry, anOrder, aRefund, aRepeatPayment, no, noon } from './builders.js';
import { faultOf, type Open, type Opened } from './opened.js';

const add = (store: Opened, order = anOrder()): Promise<unknown> => store.unitOfWork.run(({ orders }) => orders.add(order));
const byNo = (store: Opened, orderNo = no(1)) => store.unitOfWork.read(({ orders }) => orders.byNo(orderNo));

export function unitOfWorkContract(adapter: string, open: Open): void {
  describe(`unit of work on ${adapter}`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());

    it('gives back an order exactly as it was stored', async () => {
      const order = anOrder({
        orderTitle: '𠮷野家登记费', orderDescription: '说明', state: 'paid', paidAt: noon, paidAttemptNo: no(5001), payChannel: 'alipay',
        channelOrderNo: '2026', channelDiscountAmount: fen(5), orderAmount: fen(99_999_999_999n),
        subOrders: [{ subMerchantNo: 'S1', bizSubOrderNo: 'B1', orderAmount: fen(99_999_999_999n) }], payer: { name: '欧阳𠮷', mobile: undefined, certNo: 'e12' },
      });
      await add(store, order);
      expect(await byNo(store)).to.deep.equal(order);
      expect(await store.unitOfWork.read(({ orders }) => orders.byBizNo('D1', 'M1', order.bizOrderNo))).to.deep.equal(order);
      expect(await store.unitOfWork.read(({ orders }) => orders.byCashierToken(order.cashierToken))).to.deep.equal(order);
      expect(await store.unitOfWork.read(({ orders }) => orders.byBizNo('D2', 'M1', order.bizOrderNo))).to.equal(undefined);
    });

    it('gives back attempts, refunds, callbacks and misfits exactly as they were stored', async () => {
      const attempt = anAttempt({ codeDigest: 'f'.repeat(64), paidByPayer: fen(0), busy: false });
      const refund = aRefund({ refundTradeNo: no(77), subMerchantNo: 'S1', approvalRemark: '同意' });
      await store.unitOfWork.run(async (stores) => {
        await stores.attempts.add(attempt);
        await stores.refunds.add(refund);
        await stores.callbacks.add(aCallback());
        await stores.abnormalOrders.add(anAbnormalOrder());
        await stores.repeatPayments.add(aRepeatPayment());
      });
      await store.unitOfWork.read(async (readers) => {
        expect(await readers.attempts.byNo(attempt.attemptNo)).to.deep.equal(attempt);
        expect(await readers.attempts.ofOrder(no(1))).to.deep.equal([attempt]);
        expect(await readers.refunds.byNo(refund.platformRefundOrderNo)).to.deep.equal(refund);
        expect(await readers.refunds.byBizNo('D1', 'M1', 'R-1')).to.deep.equal(refund);
        expect(await readers.refunds.byTradeNo(no(77))).to.deep.equal(refund);
        expect(await readers.refunds.byTradeNo(no(78))).to.equal(undefined);
        expect(await readers.callbacks.ofOrder(no(1))).to.deep.equal([aCallback()]);
        expect(await readers.abnormalOrders.byId(anAbnormalOrder().abnormalId)).to.deep.equal(anAbnormalOrder());
        expect(await readers.repeatPayments.byAttempt(no(5001))).to.deep.equal(aRepeatPayment());
        expect(await readers.repeatPayments.ofOrder(no(2))).to.deep.equal([]);
      });
    });

    it('forgets everything a failed unit stored', async () => {
      const error = await faultOf(store.unitOfWork.run(async (stores) => {
        await stores.orders.add(anOrder());
        await stores.attempts.add(anAttempt());
        await stores.audit.append(anEntry());
        await stores.outbox.enqueue({ topic: 'expire-order', key: no(1), dueAt: noon, fresh: true });
        throw new Error('power cut');
      }));
      expect(error.message).to.equal('power cut');
      expect(await byNo(store)).to.equal(undefined);
      expect(await store.unitOfWork.read(({ attempts }) => attempts.byNo(no(5001)))).to.equal(undefined);
      expect(await store.jobBoard.nextDueAt()).to.equal(undefined);
      expect(await store.auditChain.extend('s1', 10)).to.equal(0);
    });

    it('shows nobody what a unit has not committed', async () => {
      const added = aGate();
      const commit = aGate();
      const unit = store.unitOfWork.run(async ({ orders }) => {
        await orders.add(anOrder());
        added.open();
        await commit.opened;
      });
      await added.opened;
      // A store with a single connection may let the reader wait instead.
      expect(await Promise.race([byNo(store), pause(50, 'waits')])).to.be.oneOf([undefined, 'waits']);
      commit.open();
      await unit;
      expect((await byNo(store))?.platformOrderNo).to.equal(no(1));
    });

    it('counts the version on and refuses a change of an older reading', async () => {
      await add(store);
      const read = await byNo(store);
      if (!read) throw new Error('no order');
      await store.unitOfWork.run(({ orders }) => orders.put({ ...read, state: 'paying', stateMsg: '' }));
      const stale = await faultOf(store.unitOfWork.run(({ orders }) => orders.put({ ...read, state: 'closed' })));
      expect(stale).to.be.instanceOf(ConcurrentChange);
      const now = await byNo(store);
      expect([now?.state, now?.stateMsg, now?.version, now?.payer]).to.deep.equal(['paying', '', 2, read.payer]);
    });

    it('runs a unit again that lost a race, at most five times', async () => {
      let runs = 0;
      const error = await faultOf(store.unitOfWork.run(async () => {
        runs++;
        throw new ConcurrentChange('lost');
      }));
      expect(error).to.be.instanceOf(ConcurrentChange);
      expect(runs).to.equal(6);
      runs = 0;
      const value = await store.unitOfWork.run(async () => {
        if (++runs < 3) throw new ConcurrentChange('lost');
        return 'won';
      });
      expect([value, runs]).to.deep.equal(['won', 3]);
    });

    it('answers that a business number exists, stores nothing then, and still reads', async () => {
      await add(store);
      const twin = anOrder({ platformOrderNo: no(2), bizOrderNo: `B-${no(1)}`, cashierToken: 'other' });
      const found = await store.unitOfWork.run(async ({ orders }) => {
        expect(await orders.add(twin)).to.equal('exists');
        return orders.byBizNo('D1', 'M1', twin.bizOrderNo);
      });
      expect(found?.platformOrderNo).to.equal(no(1));
      const error = await faultOf(store.unitOfWork.run(async ({ orders, audit }) => {
        await orders.add(twin);
        await audit.append(anEntry());
      }));
      expect(error.message).to.contain('read-only');
      expect(await byNo(store, no(2))).to.equal(undefined);
      expect(await add(store, { ...twin, merchantNo: 'M2' })).to.equal('added');
    });

    it('answers so to more units at once than it has connections', async () => {
      await add(store);
      const twins = Array.from({ length: 60 }, (_, index) => anOrder({ platformOrderNo: no(10 + index), bizOrderNo: `B-${no(1)}`, cashierToken: `other-${index}` }));
      expect(new Set(await Promise.all(twins.map((twin) => add(store, twin))))).to.deep.equal(new Set(['exists']));
    });

    it('calls an order number or a cashier token given twice a fault, not a known order', async () => {
      await add(store);
      await faultOf(add(store, anOrder({ bizOrderNo: 'B-other' })));
      await faultOf(add(store, anOrder({ platformOrderNo: no(3), bizOrderNo: 'B-third', cashierToken: anOrder().cashierToken })));
      expect(await byNo(store, no(3))).to.equal(undefined);
    });

    it('adds an order only as the first write of its unit', async () => {
      const error = await faultOf(store.unitOfWork.run(async ({ audit, orders }) => {
        await audit.append(anEntry());
        await orders.add(anOrder());
      }));
      expect(error.message).to.contain('first write');
      expect(await byNo(store)).to.equal(undefined);
    });

    it('lets twenty units change one row at once without losing a change', async () => {
      await add(store);
      await Promise.all(Array.from({ length: 20 }, () => store.unitOfWork.run(async ({ orders }) => {
        const order = await orders.take(no(1));
        if (!order) throw new Error('no order');
        await orders.put({ ...order, expiresAt: order.expiresAt + 1 });
      })));
      const after = await byNo(store);
      expect([after?.expiresAt, after?.version]).to.deep.equal([anOrder().expiresAt + 20, 21]);
    });

    it('takes a second refund under the same business number for a lost race', async () => {
      await store.unitOfWork.run(({ refunds }) => refunds.add(aRefund()));
      const error = await faultOf(store.unitOfWork.run(({ refunds }) => refunds.add(aRefund({ platformRefundOrderNo: no(9002) }))));
      expect(error).to.be.instanceOf(ConcurrentChange);
    });

    it('stores a callback, a misfit and a repeat payment once', async () => {
      for (const expected of ['added', 'exists'] as const) {
        await store.unitOfWork.run(async (stores) => {
          expect(await stores.callbacks.add(aCallback({ toldState: expected === 'added' ? '2' : '5' }))).to.equal(expected);
          expect(await stores.abnormalOrders.add(anAbnormalOrder())).to.equal(expected);
          expect(await stores.repeatPayments.add(aRepeatPayment())).to.equal(expected);
        });
      }
      expect((await store.unitOfWork.read(({ callbacks }) => callbacks.byId(aCallback().callbackId)))?.toldState).to.equal('2');
    });

    it('stores a fresh callback without looking, and nothing of the unit whose callback was not fresh', async () => {
      await store.unitOfWork.run(({ callbacks }) => callbacks.addFresh(aCallback({ toldState: '2' })));
      const fault = await faultOf(store.unitOfWork.run(async ({ callbacks, audit }) => {
        await audit.append(anEntry());
        await callbacks.addFresh(aCallback({ toldState: '5' }));
      }));
      expect(fault).to.be.instanceOf(Error);
      expect(await store.unitOfWork.read(({ callbacks }) => callbacks.ofOrder(no(1)))).to.deep.equal([aCallback({ toldState: '2' })]);
      expect(await store.auditChain.extend('nobody', 10), 'no entry was stored').to.equal(0);
    });

    it('joins a nested unit and reads its own writes', async () => {
      await store.unitOfWork.run(async ({ orders }) => {
        await orders.add(anOrder());
        expect((await byNo(store))?.version).to.equal(1);
        await store.unitOfWork.run(({ attempts }) => attempts.add(anAttempt()));
      });
      expect(await store.unitOfWork.read(({ attempts }) => attempts.byNo(no(5001)))).to.not.equal(undefined);
    });

    it('stores nothing when a nested unit failed and somebody caught the error', async () => {
      const error = await faultOf(store.unitOfWork.run(async ({ orders }) => {
        await orders.add(anOrder());
        await faultOf(store.unitOfWork.run(() => Promise.reject(new Error('inner'))));
      }));
      expect(error.message).to.equal('inner');
      expect(await byNo(store)).to.equal(undefined);
    });

    it('refuses a store that is used after its unit has ended', async () => {
      const kept = await store.unitOfWork.run(async ({ orders }) => orders);
      await faultOf((async () => kept.add(anOrder()))());
      await faultOf((async () => kept.byNo(no(1)))());
      expect(await byNo(store)).to.equal(undefined);
    });

    it('lists attempts and refunds of an order oldest first', async () => {
      await store.unitOfWork.run(async ({ attempts, refunds }) => {
        for (const n of [3, 1, 2]) {
          await attempts.add(anAttempt({ attemptNo: no(5000 + n), createdAt: noon + n }));
          await refunds.add(aRefund({ platformRefundOrderNo: no(9000 - n), bizRefundOrderNo: `R-${n}`, createdAt: noon + n }));
        }
      });
      const [attempts, refunds] = await store.unitOfWork.read(async (readers) => [await readers.attempts.ofOrder(no(1)), await readers.refunds.ofOrder(no(1))]);
      expect(attempts.map((attempt) => attempt.createdAt - noon)).to.deep.equal([1, 2, 3]);
      expect(refunds.map((refund) => refund.createdAt - noon)).to.deep.equal([1, 2, 3]);
    });
  });
}
