import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import type { Fen } from '../../../domain/kernel/money.js';
import { contractFeeOf, expectedFee, type ContractFee } from '../../../domain/settlement/contract-fee.js';
import { apportion } from '../../../domain/settlement/shares.js';

const page = readFileSync('docs/finance/README.md', 'utf8');
const yuan = (fen: bigint): string => `${fen < 0n ? '−' : ''}${(fen < 0n ? -fen : fen) / 100n}.${String((fen < 0n ? -fen : fen) % 100n).padStart(2, '0')}`;
/** The row of a table whose first cell begins so; its cells, trimmed. */
const cellsOf = (first: string): readonly string[] => (page.split('\n').find((line) => line.startsWith(`| ${first}`)) ?? '').split('|').slice(1, -1).map((cell) => cell.trim().replaceAll('**', ''));

function contract(): ContractFee {
  const read = contractFeeOf({ settings: { feeRate: '600', feeOnRefund: 'returned' } });
  if (!read.ok || !read.value) throw new Error('no contract');
  return read.value;
}

describe('the worked example of the finance guide', () => {
  const movements = [
    { row: '登记费一笔', kind: 'payment', amount: 8000n, sign: 1n }, { row: '其中退回', kind: 'refund', amount: 3000n, sign: -1n }, { row: '合并缴款 100.01', kind: 'payment', amount: 10001n, sign: 1n },
  ] as const;
  const fees: readonly bigint[] = movements.map(({ kind, amount }) => expectedFee(contract(), kind, amount as Fen) ?? 0n);

  it('has the fees and credited amounts the product agrees on', () => {
    movements.forEach(({ row, amount, sign }, index) => {
      const [moved, fee] = [sign * amount, fees[index] ?? 0n];
      expect(cellsOf(row).slice(2), row).to.deep.equal([yuan(moved), yuan(moved), yuan(fee), yuan(moved - fee)]);
    });
  });

  it('adds them up', () => {
    const moved = movements.reduce((sum, { amount, sign }) => sum + sign * amount, 0n);
    const fee = fees.reduce<bigint>((sum, one) => sum + one, 0n);
    expect(cellsOf('**合计**').slice(2)).to.deep.equal([yuan(moved), yuan(moved), yuan(fee), yuan(moved - fee)]);
  });

  it('shares the fee of the combined order as the product does', () => {
    const parts = [6000n, 3000n, 1001n];
    const shared = apportion(fees[2] ?? 0n, parts);
    parts.forEach((part, index) => { expect(cellsOf(`${yuan(part)} |`).slice(-2), yuan(part)).to.deep.equal([yuan(shared[index] ?? 0n), yuan(part - (shared[index] ?? 0n))]); });
  });
});
