import { expect } from 'chai';
import { fen } from '../../../domain/kernel/money.js';
import type { LostPayment } from '../../../domain/recovery/lost-payment.js';
import { newRecoveryMark, release } from '../../../domain/recovery/recovery-mark.js';
import { aCallback, anEntry, anOrder, aRefund, no, noon } from './builders.js';
import { faultOf, type Open, type Opened } from './opened.js';

const lost = (suffix: number, changes: Partial<LostPayment> = {}): LostPayment =>
  ({ attemptNo: no(suffix), payChannel: 'alipay', channelMerchantId: 'CM1', channelOrderNo: 'T-1', amount: fen(12_000), paidAt: noon, toldAt: noon + suffix, ...changes });

export function recoveryContract(adapter: string, open: Open): void {
  describe(`recovery on ${adapter}`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());

    it('knows the newest mark, and no mark where none was set', async () => {
      const newest = () => store.unitOfWork.run(({ recovery }) => recovery.mark());
      expect(await newest()).to.equal(undefined);
      const [older, newer] = [newRecoveryMark('1', noon, undefined), newRecoveryMark('2', noon + 1, noon)];
      await store.unitOfWork.run(async ({ recovery }) => { await recovery.add(newer); await recovery.add(older); });
      expect(await newest()).to.deep.equal(newer);
      expect(await store.unitOfWork.read(({ recovery }) => recovery.mark())).to.deep.equal(newer);
    });

    it('knows the latest moment of which anything is known', async () => {
      const latest = () => store.unitOfWork.read(({ recovery }) => recovery.latestMoment());
      expect(await latest()).to.equal(undefined);
      for (const at of [noon + 5, noon + 9, noon + 7]) await store.unitOfWork.run(({ audit }) => audit.append(anEntry({ entryId: no(at % 1000), at })));
      expect(await latest()).to.equal(noon + 9);
    });

    it('changes a mark only as it was read', async () => {
      const mark = newRecoveryMark('1', noon, noon - 1);
      await store.unitOfWork.run(({ recovery }) => recovery.add(mark));
      const released = release(mark, 'refunds', noon + 5);
      await store.unitOfWork.run(({ recovery }) => recovery.put(released));
      expect(await store.unitOfWork.run(({ recovery }) => recovery.mark())).to.deep.equal({ ...released, version: 2 });
      expect((await faultOf(store.unitOfWork.run(({ recovery }) => recovery.put(mark)))).name).to.equal('ConcurrentChange');
    });

    it('forgets what a failed unit marked', async () => {
      await faultOf(store.unitOfWork.run(async ({ recovery }) => {
        await recovery.add(newRecoveryMark('1', noon, undefined));
        throw new Error('power cut');
      }));
      expect(await store.unitOfWork.run(({ recovery }) => recovery.mark())).to.equal(undefined);
    });

    it('lets single refunds go, once or twice, after one restore and not after another', async () => {
      const isReleased = (recoveryNo: string, refundNo: string) => store.unitOfWork.read(({ recovery }) => recovery.isReleased(recoveryNo, refundNo));
      for (const _ of [1, 2]) await store.unitOfWork.run(({ recovery }) => recovery.releaseRefund('1', no(9001), noon));
      expect([await isReleased('1', no(9001)), await isReleased('1', no(9002)), await isReleased('2', no(9001))]).to.deep.equal([true, false, false]);
    });

    it('keeps each lost payment once and lists the oldest first', async () => {
      const keep = (payment: LostPayment) => store.unitOfWork.run(({ recovery }) => recovery.keepLost(payment));
      const bare = lost(1, { channelOrderNo: undefined, paidAt: undefined });
      expect([await keep(lost(2)), await keep(bare), await keep(lost(2, { amount: fen(1) }))]).to.deep.equal(['added', 'added', 'exists']);
      const listed = (limit: number) => store.unitOfWork.read(({ recovery }) => recovery.lostPayments(limit));
      expect(await listed(10)).to.deep.equal([bare, lost(2)]);
      expect(await listed(1)).to.deep.equal([bare]);
    });

    it('lists refunds and callbacks that are still open, oldest first', async () => {
      await store.unitOfWork.run(async ({ orders, refunds, callbacks }) => {
        await orders.add(anOrder());
        for (const [suffix, state] of [[1, 'refunded'], [2, 'refunding'], [3, 'requested'], [4, 'failed']] as const) {
          await refunds.add(aRefund({ platformRefundOrderNo: no(9000 + suffix), bizRefundOrderNo: `R-${suffix}`, state, createdAt: noon + 10 - suffix }));
        }
        for (const [suffix, state] of [[1, 'accepted'], [2, 'pending'], [3, 'pending'], [4, 'failed']] as const) await callbacks.add(aCallback({ callbackId: `C${suffix}`, state, createdAt: noon + 10 - suffix }));
      });
      const { refunds, callbacks } = await store.unitOfWork.read(async ({ recovery }) => ({ refunds: await recovery.openRefunds(10), callbacks: await recovery.pendingCallbacks(10) }));
      expect(refunds.map(({ state }) => state)).to.deep.equal(['requested', 'refunding']);
      expect(callbacks.map(({ callbackId }) => callbackId)).to.deep.equal(['C3', 'C2']);
      expect(await store.unitOfWork.read(({ recovery }) => recovery.openRefunds(1))).to.have.lengthOf(1);
    });
  });
}
