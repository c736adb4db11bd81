import { expect } from 'chai';
import type { PaidOrdersQuery } from '../../../application/ports/unit-of-work.js';
import { anOrder, no, noon } from './builders.js';
import type { Open, Opened } from './opened.js';

const all: PaidOrdersQuery = { devId: 'D1', merchantNos: ['M1', 'M2'], userId: 'U1', fromAt: undefined, toAt: undefined, before: undefined, limit: 50 };

export function paidOrdersContract(adapter: string, open: Open): void {
  describe(`paid orders of a user on ${adapter}`, () => {
    let store: Opened;
    const read = (changes: Partial<PaidOrdersQuery> = {}) => store.unitOfWork.read(({ orders }) => orders.paidOfUser({ ...all, ...changes }));
    const place = async (n: number, changes: Parameters<typeof anOrder>[0]): Promise<void> => {
      await store.unitOfWork.run(({ orders }) => orders.add(anOrder({ platformOrderNo: no(n), state: 'paid', ...changes })));
    };
    before(async () => {
      store = await open();
      // Three orders of one instant: the number decides, and no page may skip or repeat one.
      for (const n of [1, 2, 3]) await place(n, { createdAt: noon });
      await place(4, { createdAt: noon - 1000, merchantNo: 'M2' });
      await place(5, { createdAt: noon + 1000 });
      await place(6, { state: 'awaiting' });
      await place(7, { devId: 'D2' });
      await place(8, { userId: 'U2' });
      await place(9, { merchantNo: 'M3' });
    });
    after(() => store.close());
    const numbers = (orders: readonly { readonly platformOrderNo: string }[]): string[] => orders.map((order) => order.platformOrderNo);

    it('come newest first, of this developer, user and these payees alone', async () => {
      expect(numbers(await read())).to.deep.equal([5, 3, 2, 1, 4].map(no));
      expect(numbers(await read({ merchantNos: ['M2'] }))).to.deep.equal([no(4)]);
    });

    it('come in pages that neither skip nor repeat an order of the same instant', async () => {
      const seen: string[] = [];
      let before: PaidOrdersQuery['before'];
      for (let page = 0; page < 10; page++) {
        const orders = await read({ before, limit: 2 });
        seen.push(...numbers(orders));
        const last = orders.at(-1);
        if (!last) break;
        before = { createdAt: last.createdAt, platformOrderNo: last.platformOrderNo };
      }
      expect(seen).to.deep.equal([5, 3, 2, 1, 4].map(no));
    });

    it('are none when the caller may see no payee', async () => {
      expect(await read({ merchantNos: [] })).to.deep.equal([]);
    });

    it('lie in the asked time, both ends included', async () => {
      expect(numbers(await read({ fromAt: noon, toAt: noon }))).to.deep.equal([3, 2, 1].map(no));
    });

    it('are a page of fifty and the one order that shows there is more, and never beyond', async () => {
      for (let n = 100; n < 151; n++) await place(n, { userId: 'U9' });
      expect(await read({ userId: 'U9', limit: 50 })).to.have.lengthOf(50);
      expect(await read({ userId: 'U9', limit: 51 })).to.have.lengthOf(51);
      for (let n = 151; n < 160; n++) await place(n, { userId: 'U9' });
      expect(await read({ userId: 'U9', limit: 1000 })).to.have.lengthOf(51);
    });
  });
}
