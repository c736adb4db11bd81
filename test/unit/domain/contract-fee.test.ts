import { expect } from 'chai';
import { fen } from '../../../domain/kernel/money.js';
import { contractFeeOf, expectedFee, feeOf } from '../../../domain/settlement/contract-fee.js';

const contract = (settings: Record<string, string>) => {
  const read = contractFeeOf({ settings });
  if (!read.ok || !read.value) throw new Error('no contract');
  return read.value;
};

describe('the fee a contract allows', () => {
  it('is rounded half up to the fen on each line', () => {
    const { value } = { value: contract({ feeRate: '600' }) };
    expect(feeOf(value, fen(100))).to.equal(1n);
    expect(feeOf(value, fen(83))).to.equal(0n);
    expect(feeOf(value, fen(84))).to.equal(1n);
    expect(feeOf(value, fen(250))).to.equal(2n);
    expect(feeOf(value, fen(249))).to.equal(1n);
    expect(feeOf(value, fen(99_999_999_999n))).to.equal(600_000_000n);
  });

  it('keeps to its least and most, and never exceeds the amount', () => {
    const limited = contract({ feeRate: '1000', feeMin: '10', feeMax: '50' });
    expect(feeOf(limited, fen(500))).to.equal(10n);
    expect(feeOf(limited, fen(3_000))).to.equal(30n);
    expect(feeOf(limited, fen(1_000_000))).to.equal(50n);
    expect(feeOf(limited, fen(4))).to.equal(4n);
  });

  it('comes back with a refund, or stays, or is not agreed', () => {
    expect(expectedFee(contract({ feeRate: '600', feeOnRefund: 'returned' }), 'refund', fen(1_000))).to.equal(-6n);
    expect(expectedFee(contract({ feeRate: '600', feeOnRefund: 'kept' }), 'refund', fen(1_000))).to.equal(0n);
    expect(expectedFee(contract({ feeRate: '600' }), 'refund', fen(1_000))).to.equal(undefined);
    expect(expectedFee(undefined, 'payment', fen(1_000))).to.equal(undefined);
  });

  for (const [name, settings] of Object.entries({
    'a rate above the whole': { feeRate: '100001' }, 'a rate that is no number': { feeRate: '0.6' }, 'a negative rate': { feeRate: '-1' },
    'a least above the most': { feeRate: '1', feeMin: '5', feeMax: '4' }, 'a word that nobody knows': { feeRate: '1', feeOnRefund: 'perhaps' },
  })) {
    it(`refuses ${name}`, () => { expect(contractFeeOf({ settings })).to.deep.equal({ ok: false, refusal: 'bad-fee-setting' }); });
  }
});
