import { expect } from 'chai';
import { feeLines, readAccepted, sentItems, totalOf, type Accepted } from '../../../adapters/simulators/real-estate/fee-sheet.js';

const accepted = (change: Partial<Accepted> = {}): Accepted => ({ home: 0, parking: 0, other: 0, certificates: 1, isExempt: false, ...change });
const sent = (change: Partial<Accepted>): readonly string[] => sentItems(feeLines(accepted(change))).map(({ itemCode, quantity, price, amount }) => `${itemCode} ${price} × ${quantity} = ${amount}`);

describe('the fee sheet of the real-estate centre', () => {
  it('charges 80 yuan for a home, 550 for other property and 10 for each further certificate', () => {
    expect(totalOf(feeLines(accepted({ home: 1 })))).to.equal(8_000n);
    expect(totalOf(feeLines(accepted({ other: 2 })))).to.equal(110_000n);
    expect(totalOf(feeLines(accepted({ home: 1, certificates: 4 })))).to.equal(11_000n);
    expect(totalOf(feeLines(accepted({ home: 1, certificates: 0 })))).to.equal(8_000n);
  });

  it('sends no line of nothing and merges the lines of one item', () => {
    expect(sent({ home: 1, parking: 2, certificates: 3 })).to.deep.equal(['D350400001 8000 × 3 = 24000', 'D350400003 1000 × 2 = 2000']);
    expect(sent({ home: 0, other: 1 })).to.deep.equal(['D350400002 55000 × 1 = 55000']);
  });

  it('charges an exempt registration for further certificates only', () => {
    expect(sent({ home: 1, isExempt: true, certificates: 3 })).to.deep.equal(['D350400003 1000 × 2 = 2000']);
    expect(sent({ other: 1, isExempt: true })).to.deep.equal([]);
  });

  it('sends lines of one item with several prices as one piece of the sum, so that price times quantity agrees', () => {
    const [line] = feeLines(accepted({ home: 1 }));
    if (!line) throw new Error('no line');
    expect(sentItems([line, { ...line, priceFen: 55_000n, quantity: 2, amountFen: 110_000n }])).to.deep.equal([
      { itemCode: 'D350400001', itemName: '不动产登记费（住宅）', quantity: '1', price: '118000', amount: '118000' },
    ]);
  });

  it('reads what a clerk typed and refuses what is no count', () => {
    const form = (fields: Record<string, string>): ReadonlyMap<string, string> => new Map(Object.entries(fields));
    expect(readAccepted(form({ home: '1', certificates: '2', isExempt: '1' }))).to.deep.equal(accepted({ home: 1, certificates: 2, isExempt: true }));
    for (const home of ['-1', '1.5', '100', '１']) expect(readAccepted(form({ home })), home).to.be.a('string');
    expect(readAccepted(form({ certificates: '1' }))).to.equal('请填写登记的件数');
  });
});
