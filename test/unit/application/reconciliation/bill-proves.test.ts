import { expect } from 'chai';
import { hourMs } from '../../../../domain/kernel/china-time.js';
import { noon } from '../../../builders/moments.js';
import { only } from '../town.js';
import { firstDay, openHouse, type CountingHouse } from './counting-house.js';
import type { lineOf } from './made-up-day.js';
import { MadeUpDay } from './made-up-day.js';

const put = (house: CountingHouse, ...lines: ReturnType<typeof lineOf>[]): void => { house.bills.alipay.put('CM-ALI', firstDay, lines); };
const entriesOf = (house: CountingHouse, key: string) => house.store.unitOfWork.read(({ settlement }) => settlement.ofTrades([key]));
const abnormal = (house: CountingHouse, id: string) => house.store.unitOfWork.read(({ abnormalOrders }) => abnormalOrders.byId(id));

describe('what a bill proves', () => {
  it('pays an order whose outcome nobody knew, settles it, and tells the business system', async () => {
    const house = await openHouse();
    const { order, line, key } = await new MadeUpDay(house).pay({ amount: 12_000, at: noon, isOpen: true });
    put(house, line);
    await house.morning(1);
    const [paid, callbacks] = await house.store.unitOfWork.read(async (readers) => [await readers.orders.byNo(order.platformOrderNo), await readers.callbacks.ofOrder(order.platformOrderNo)] as const);
    expect(paid?.state).to.equal('paid');
    expect(only(callbacks).toldState).to.equal('paid');
    expect(await entriesOf(house, key)).to.have.length(1);
    expect(await house.differences()).to.deep.equal([]);
  });

  it('ends a refund whose sending was unclear', async () => {
    const house = await openHouse();
    const made = new MadeUpDay(house);
    const paid = await made.pay({ amount: 12_000, at: noon });
    const back = await made.refund(paid, 2_000, noon + hourMs, true);
    put(house, paid.line, back.line);
    await house.morning(1);
    expect(await house.store.unitOfWork.read(({ refunds }) => refunds.byNo(back.refund.platformRefundOrderNo))).to.include({ state: 'refunded' });
    expect(only(await entriesOf(house, back.key))).to.include({ settledAmount: -2_000n, kind: 'refund' });
  });

  it('makes money after closing an abnormal order and gives it back by rule', async () => {
    const house = await openHouse();
    const { order, attempt, line } = await new MadeUpDay(house).pay({ amount: 12_000, at: noon, isOpen: true });
    await house.store.unitOfWork.run(async ({ orders }) => {
      const taken = await orders.take(order.platformOrderNo);
      if (taken) await orders.put({ ...taken, state: 'closed', closedAt: noon + hourMs });
    });
    put(house, line);
    await house.morning(1);
    expect(await abnormal(house, `paid-after-close:${attempt.attemptNo}`)).to.include({ kind: 'paid-after-close', handleState: 'pending' });
    expect(await house.differences()).to.deep.equal([]);
    await house.store.jobBoard.handBack('house');
    expect((await house.store.jobBoard.counts()).map(({ topic }) => topic)).to.include('refund-by-rule');
  });

  it('keeps money for a number nobody knows as an abnormal order, and suggests the trade of the same day and amount', async () => {
    const house = await openHouse();
    const { line, key } = await new MadeUpDay(house).pay({ amount: 777, at: noon });
    put(house, { ...line, ownNo: 'OTHER', channelNo: 'TX1' });
    await house.morning(1);
    expect(await house.differences()).to.deep.equal([`only-here open ${key}`, 'only-there open CPTX1:OTHER'].sort());
    const stranger = (await house.open_(firstDay, 'alipay')).find(({ outcome }) => outcome === 'only-there');
    expect(await abnormal(house, `unknown-order:${stranger?.differenceNo}`)).to.include({ kind: 'unknown-order', amount: 777n, channelOrderNo: 'TX1' });
    expect(stranger?.suggestedKey).to.equal(key);
    expect(await entriesOf(house, key)).to.deep.equal([]);
  });
});
