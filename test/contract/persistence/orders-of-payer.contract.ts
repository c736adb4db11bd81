import { expect } from 'chai';
import { maxOrdersOfPayer } from '../../../application/ports/unit-of-work.js';
import { anOrder, no, noon } from './builders.js';
import { oldOrder, oldOrderShelf } from './old-order-shelf.js';
import type { Open } from './opened.js';

const phone = '13800138000';
const payer = (mobile: string | undefined) => ({ name: '张三', mobile, certNo: undefined });

export function ordersOfPayerContract(adapter: string, open: Open): void {
  describe(`orders of a payer by the business system's number on ${adapter}`, () => {
    const shelf = oldOrderShelf(open);
    const place = (n: number, changes: Parameters<typeof anOrder>[0]) =>
      shelf.store.unitOfWork.run(({ orders }) => orders.add(anOrder({ platformOrderNo: no(n), bizOrderNo: 'BDC-1', ...changes })));
    const found = async (bizOrderNo: string, mobile: string) =>
      (await shelf.store.unitOfWork.read(({ orders }) => orders.ofPayer(bizOrderNo, mobile))).map(({ platformOrderNo }) => platformOrderNo);

    it('are those of this number and phone alone, whoever placed them, newest first', async () => {
      await place(1, {});
      await place(2, { devId: 'D2', createdAt: noon + 5, state: 'closed' });
      await place(3, { merchantNo: 'M2', createdAt: noon + 5 });
      await place(4, { merchantNo: 'M3', payer: payer('13800138001') });
      await place(5, { merchantNo: 'M4', payer: payer(undefined) });
      await place(6, { merchantNo: 'M5', bizOrderNo: 'BDC-10' });
      expect(await found('BDC-1', phone)).to.deep.equal([3, 2, 1].map(no));
      expect([await found('BDC-1', '13800138001'), await found('BDC-10', phone), await found('BDC-2', phone), await found('BDC-1', '')]).to.deep.equal([[no(4)], [no(6)], [], []]);
      expect(await shelf.store.unitOfWork.read(({ orders }) => orders.ofPayer('BDC-10', phone))).to.deep.equal([await shelf.store.unitOfWork.read(({ orders }) => orders.byNo(no(6)))]);
    });

    it('are not found by a number in other letters, or by a part of it', async () => {
      await place(1, { bizOrderNo: 'Bdc-1' });
      expect([await found('bdc-1', phone), await found('BDC-1', phone), await found('Bdc', phone), await found('%', phone), await found('Bdc-1', phone)]).to.deep.equal([[], [], [], [], [no(1)]]);
    });

    it('are found in the archive as well, and each once', async () => {
      await place(1, {});
      await shelf.archived(oldOrder(2, { bizOrderNo: 'BDC-1', merchantNo: 'M2' }));
      expect(await found('BDC-1', phone)).to.deep.equal([1, 2].map(no));
    });

    it('are never more than anybody places', async () => {
      for (let n = 1; n <= maxOrdersOfPayer + 3; n++) await place(n, { merchantNo: `M${n}`, createdAt: noon + n });
      const all = await found('BDC-1', phone);
      expect([all.length, all[0]]).to.deep.equal([maxOrdersOfPayer, no(maxOrdersOfPayer + 3)]);
    });
  });
}
