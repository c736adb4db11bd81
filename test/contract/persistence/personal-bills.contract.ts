import { expect } from 'chai';
import type { PersonalBillPush } from '../../../domain/personal-bills/personal-bill-push.js';
import { aPersonalBillPush } from '../../builders/personal-bills.js';
import { no, noon } from './builders.js';
import { faultOf, type Open, type Opened } from './opened.js';

export function personalBillsContract(adapter: string, open: Open): void {
  describe(`pushes of personal bills on ${adapter}`, () => {
    let store: Opened;
    beforeEach(async () => { store = await open(); });
    afterEach(() => store.close());
    const add = (push: PersonalBillPush) => store.unitOfWork.run(({ personalBillPushes }) => personalBillPushes.add(push));
    const put = (push: PersonalBillPush) => store.unitOfWork.run(({ personalBillPushes }) => personalBillPushes.put(push));
    const find = (orderNo: string) => store.unitOfWork.read(({ personalBillPushes }) => personalBillPushes.byOrder(orderNo));
    const tried = aPersonalBillPush({
      platformOrderNo: no(2), bizOrderNo: 'B'.repeat(128), devId: 'D'.repeat(64), billState: 'refunded', state: 'failed', tries: 6, firstTriedAt: noon, lastTriedAt: noon + 1,
      nextTryAt: undefined, lastAnswer: '税'.repeat(200), acceptedAt: noon - 1,
    });

    it('are kept, one for each order,, with every field', async () => {
      expect([await add(aPersonalBillPush()), await add(tried), await add(aPersonalBillPush({ devId: 'D9' }))]).to.deep.equal(['added', 'added', 'exists']);
      expect([await find(no(1)), await find(no(2)), await find(no(3)), await find('订单')]).to.deep.equal([aPersonalBillPush(), tried, undefined, undefined]);
    });

    it('are seen by the unit that added them', async () => {
      const seen = await store.unitOfWork.run(async ({ personalBillPushes }) => {
        await personalBillPushes.add(aPersonalBillPush());
        return personalBillPushes.byOrder(no(1));
      });
      expect(seen).to.deep.equal(aPersonalBillPush());
    });

    it('change in all that a round changes, and only as they were read', async () => {
      await add(tried);
      const again = { ...tried, contentDigest: 'e'.repeat(64), billState: 'paid' as const, state: 'pending' as const, tries: 0, firstTriedAt: undefined, nextTryAt: noon + 5, lastAnswer: undefined };
      await put(again);
      expect(await find(no(2))).to.deep.equal({ ...again, version: 2 });
      expect((await faultOf(put(again))).name).to.equal('ConcurrentChange');
      expect((await faultOf(put(aPersonalBillPush({ platformOrderNo: no(7) })))).name).to.equal('ConcurrentChange');
    });

    it('are forgotten with the unit that failed', async () => {
      await faultOf(store.unitOfWork.run(async ({ personalBillPushes }) => {
        await personalBillPushes.add(aPersonalBillPush());
        throw new Error('power cut');
      }));
      expect(await find(no(1))).to.equal(undefined);
    });
  });
}
