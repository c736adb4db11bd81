import { expect } from 'chai';
import { cellText, maxCellChars, maxNumberFen, sheetValue, yuanNumber } from '../../../adapters/outbound/spreadsheet/cell-values.js';
import { yuan, type FenSum } from '../../../domain/kernel/money.js';
import { chanceOf } from '../../builders/seeded-chance.js';

const money = { label: '金额', type: 'money' } as const;

describe('amounts in an exported file', () => {
  it('are the number whose two decimals are the fen, up to nine thousand billion yuan and for any fen between', () => {
    const chance = chanceOf(20260508);
    const samples = [0n, 1n, 7n, 10n, 29n, 57n, 58n, 115n, 1_005n, 99_999_999_999n, maxNumberFen, maxNumberFen - 1n, ...Array.from({ length: 20_000 }, () => BigInt(chance.below(209_714)) * 2n ** 32n + BigInt(chance.below(2 ** 32)))];
    for (const fen of samples.flatMap((one) => [one, -one])) {
      const number = yuanNumber(fen);
      expect(typeof number, String(fen)).to.equal('number');
      expect(fen === 0n ? '0.00' : (number as number).toFixed(2)).to.equal(yuan(fen as FenSum));
      // As it is written into the file, and to the digits that Excel keeps.
      expect(Number(String(number)).toPrecision(15)).to.equal(Number(yuan(fen as FenSum)).toPrecision(15));
    }
  });

  it('are the exact text where a number would lose a fen', () => {
    expect(sheetValue(money, maxNumberFen + 1n)).to.equal('9007199254741.00');
    expect(sheetValue(money, -9_999_999_999_999_999n)).to.equal('-99999999999999.99');
  });
});

describe('texts in an exported file', () => {
  it('are times and days of China, labels of codes, and steps with their moments', () => {
    const noon = Date.UTC(2026, 4, 8, 4);
    expect(sheetValue({ label: '', type: 'time' }, noon)).to.equal('2026-05-08 12:00:00');
    expect(sheetValue({ label: '', type: 'day' }, '20260508')).to.equal('2026-05-08');
    expect(sheetValue({ label: '', type: 'code', codes: 'payChannel' }, 'UNIONPAY')).to.equal('银联');
    expect(sheetValue({ label: '', type: 'count' }, 12)).to.equal(12);
    expect(sheetValue({ label: '', type: 'progress', steps: ['订单创建', '发起支付', '支付成功'] }, [noon, undefined, noon + 1000])).to.equal('订单创建 2026-05-08 12:00:00；支付成功 2026-05-08 12:00:01');
    expect(sheetValue(money, undefined)).to.equal(null);
  });

  it('lose what XML cannot hold and what Excel cannot open, and nothing else', () => {
    expect(cellText('a\0b\u0007c\ufffed\uffff\ud800e\u007f\t\n𠮷')).to.equal('abcd\ufffde\t\n𠮷');
    expect(cellText('字'.repeat(40_000))).to.have.length(maxCellChars);
  });
});
