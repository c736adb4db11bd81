import { expect } from 'chai';
import { afterRefund, itemsOfRest } from '../../../../domain/e-bills/after-refund.js';
import { eBillArrows, type EBillState } from '../../../../domain/e-bills/e-bill.js';
import { fen } from '../../../../domain/kernel/money.js';
import { aBill, anItem } from '../../../builders/e-bills.js';

const kinds = (refunded: bigint): Record<string, string> =>
  Object.fromEntries((Object.keys(eBillArrows) as EBillState[]).map((state) => [state, afterRefund(aBill({ state }), fen(8_000), fen(refunded)).kind]));

describe('a refund and the e-bill of its order', () => {
  it('a full refund reverses what is issued and ends what is not', () => {
    expect(kinds(8_000n)).to.deep.equal({ pending: 'void', issuing: 'wait', issued: 'reverse', failed: 'void', reversing: 'wait', reversed: 'nothing', void: 'nothing' });
  });
  it('a partial refund reverses and issues the rest', () => {
    expect(kinds(3_000n)).to.deep.equal({ pending: 'issue-less', issuing: 'wait', issued: 'reverse-and-issue', failed: 'issue-less', reversing: 'wait', reversed: 'issue-less', void: 'nothing' });
    expect(afterRefund(aBill({ state: 'issued' }), fen(8_000), fen(3_000))).to.deep.equal({ kind: 'reverse-and-issue', rest: 5_000n });
  });
  it('an e-bill that carries the rest already stays', () => {
    expect(afterRefund(aBill({ state: 'issued', round: 2, amount: fen(5_000) }), fen(8_000), fen(3_000))).to.deep.equal({ kind: 'nothing' });
  });
  it('more refunded than charged is a fault', () => { expect(() => afterRefund(aBill(), fen(8_000), fen(8_001))).to.throw(RangeError); });
});

describe('lines of the e-bill for the rest', () => {
  const two = [anItem({ itemCode: 'A', amount: fen(5_000) }), anItem({ itemCode: 'B', amount: fen(3_000) })];
  it('one line carries the rest as one piece', () => {
    expect(itemsOfRest([anItem({ price: fen(4_000), quantity: '2' })], fen(5_000))).to.deep.equal({ ok: true, value: [anItem({ price: fen(5_000), quantity: '1', amount: fen(5_000) })] });
  });
  it('of several lines somebody must have said what went back', () => {
    expect(itemsOfRest(two, fen(6_000))).to.deep.equal({ ok: false, refusal: 'which-items' });
    const left = itemsOfRest(two, fen(4_000), [{ itemCode: 'B', amount: fen(3_000) }, { itemCode: 'A', amount: fen(1_000) }]);
    expect(left.ok && left.value.map(({ itemCode, amount }) => [itemCode, amount])).to.deep.equal([['A', 4_000n]]);
  });
  it('a line of which nothing went back keeps price and quantity', () => {
    const left = itemsOfRest(two, fen(5_000), [{ itemCode: 'B', amount: fen(3_000) }]);
    expect(left).to.deep.equal({ ok: true, value: [two[0]] });
  });
  it('what was said must lead to the rest exactly', () => {
    for (const takenBack of [[{ itemCode: 'B', amount: fen(1_999) }], [{ itemCode: 'C', amount: fen(2_000) }], [{ itemCode: 'B', amount: fen(3_001) }]]) {
      expect(itemsOfRest(two, fen(6_000), takenBack)).to.deep.equal({ ok: false, refusal: 'not-the-rest' });
    }
    expect(itemsOfRest([anItem()], fen(9_000))).to.deep.equal({ ok: false, refusal: 'which-items' });
    const twins = [anItem({ itemCode: 'A', amount: fen(5_000) }), anItem({ itemCode: 'A', amount: fen(3_000) })];
    expect(itemsOfRest(twins, fen(7_000), [{ itemCode: 'A', amount: fen(1_000) }])).to.deep.equal({ ok: false, refusal: 'which-items' });
  });
});
