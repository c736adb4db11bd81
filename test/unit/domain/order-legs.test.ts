import { expect } from 'chai';
import { fen, type Fen } from '../../../domain/kernel/money.js';
import { addLegs, gapsOf, noLegs, type OrderLegs } from '../../../domain/settlement/order-legs.js';

const charged = fen(8_000);
const legs = (changes: Partial<OrderLegs> = {}): OrderLegs =>
  ({ platformOrderNo: 'P1', merchantNo: 'M1', charged, refunded: fen(0), inBill: charged, notice: { confirmed: charged }, eBills: [charged], ...changes });
const told = (changes: Partial<OrderLegs>): readonly string[] => gapsOf(legs(changes)).map(({ leg, kind, expected, found }) => `${leg} ${kind} ${expected}${found === undefined ? '' : ` ${found}`}`);

describe('the four that must agree', () => {
  it('agree: order, channel bill, payment notice and e-bill carry the same amount', () => {
    expect(told({})).to.deep.equal([]);
  });

  it('are two or three where the order has no payment notice or no e-bill is due', () => {
    expect(told({ notice: undefined })).to.deep.equal([]);
    expect(told({ notice: undefined, eBills: undefined })).to.deep.equal([]);
  });

  it('tell exactly which leg is missing', () => {
    expect(told({ inBill: undefined })).to.deep.equal(['channel missing 8000']);
    expect(told({ notice: { confirmed: undefined } })).to.deep.equal(['payment-notice missing 8000']);
    expect(told({ eBills: [] })).to.deep.equal(['e-bill missing 8000']);
    expect(told({ inBill: undefined, notice: { confirmed: undefined }, eBills: [] })).to.have.lengthOf(3);
  });

  it('tell exactly which leg differs, and by what', () => {
    expect(told({ inBill: fen(7_999) })).to.deep.equal(['channel differs 8000 7999']);
    expect(told({ notice: { confirmed: fen(8_001) } })).to.deep.equal(['payment-notice differs 8000 8001']);
    expect(told({ eBills: [fen(800)] })).to.deep.equal(['e-bill differs 8000 800']);
  });

  it('count a refund: the e-bill is for the rest, and none stands when all went back; the province has booked what was paid', () => {
    expect(told({ refunded: fen(3_000), eBills: [fen(5_000)] })).to.deep.equal([]);
    expect(told({ refunded: fen(3_000) })).to.deep.equal(['e-bill differs 5000 8000']);
    expect(told({ refunded: charged, eBills: [] })).to.deep.equal([]);
    expect(told({ refunded: charged })).to.deep.equal(['e-bill too-many 0 8000']);
  });

  it('never take two e-bills of one order for one, even when they add up', () => {
    expect(told({ eBills: [fen(3_000), fen(5_000)] })).to.deep.equal(['e-bill too-many 8000 8000']);
  });

  it('find every planted gap and no other, over all combinations', () => {
    const amounts: readonly (Fen | undefined)[] = [undefined, fen(1), charged];
    for (const inBill of amounts) for (const confirmed of amounts) for (const bills of [[], [fen(1)], [charged], [charged, charged]] as const) {
      const found = gapsOf(legs({ inBill, notice: { confirmed }, eBills: bills })).map(({ leg }) => leg);
      expect(found).to.deep.equal([...inBill === charged ? [] : ['channel'], ...confirmed === charged ? [] : ['payment-notice'], ...bills.length === 1 && bills[0] === charged ? [] : ['e-bill']]);
    }
  });

  it('are counted by leg and kind, and an order counts as complete only without any gap', () => {
    const page = [legs(), legs({ eBills: [] }), legs({ eBills: [], inBill: fen(1) })].map((order) => ({ gaps: gapsOf(order) }));
    const once = addLegs(noLegs, page);
    expect(once).to.deep.equal({ orders: 3, complete: 1, gaps: { 'e-bill:missing': 2, 'channel:differs': 1 } });
    expect(addLegs(once, page)).to.deep.equal({ orders: 6, complete: 2, gaps: { 'e-bill:missing': 4, 'channel:differs': 2 } });
  });
});
