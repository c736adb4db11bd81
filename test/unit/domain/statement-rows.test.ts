import { expect } from 'chai';
import type { FenSum } from '../../../domain/kernel/money.js';
import { entriesOf } from '../../../domain/settlement/settlement-entry.js';
import { abnormalForm, headerLine, normalForm, noTotals, rowLine, totalsLine, withRow, type AbnormalRow } from '../../../domain/settlement/statement-rows.js';
import { fen } from '../../../domain/kernel/money.js';
import { aTrade, runNo } from '../../builders/settlement.js';
import { noon } from '../../builders/moments.js';

const line = { settled: 12_000n as FenSum, fee: 72n as FenSum, channelNo: 'TRADE-1', lineNo: 1, runNo, clearingDay: '20260508', settleDay: '20260508', now: noon };
const [paid] = entriesOf(aTrade(), line, 0);
const [back] = entriesOf(aTrade({ tradeKey: 'R1', kind: 'refund', platformRefundOrderNo: 'R-1', amount: fen(500) }), { ...line, settled: -500n as FenSum, fee: -3n as FenSum, settleDay: '20260509' }, 0);
if (!paid || !back) throw new Error('no entries');

/** Cells of one line as RFC 4180 reads it. */
const cellsOf = (text: string): string[] => [...text.replace(/\r\n$/, '').matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^",]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');

describe('lines of a statement', () => {
  it('name their columns as the interface does', () => {
    expect(headerLine(normalForm)).to.equal('bizOrderNo,platformOrderNo,platformRefundOrderNo,orderType,payChannel,payMethod,tradeTime,orderDate,tradeAmount,settledAmount,feeAmount,creditedAmount,subMerchantNo,channelOrderNo,settleDate,clearingDate,entryCause\r\n');
  });

  it('tell a payment and a refund, in fen, with the day they are posted to and the day of the bill', () => {
    expect(rowLine(normalForm, paid)).to.equal(`B1,${paid.platformOrderNo},,PAY,ALIPAY,PC,20260508120000,20260508,12000,12000,72,11928,,TRADE-1,20260508,20260508,MATCHED\r\n`);
    expect(rowLine(normalForm, back)).to.equal(`B1,${paid.platformOrderNo},R-1,REFUND,ALIPAY,PC,20260508120000,20260508,-500,-500,-3,-497,,TRADE-1,20260509,20260508,MATCHED\r\n`);
  });

  it('end with the number of lines and the sum below each column of amounts', () => {
    const totals = [paid, back].reduce((sum, row) => withRow(normalForm, sum, row), noTotals(normalForm));
    expect(totalsLine(normalForm, 2, totals)).to.equal('TOTAL,2,,,,,,,11500,11500,69,11431,,,,,\r\n');
    expect(totalsLine(normalForm, 0, noTotals(normalForm))).to.equal('TOTAL,0,,,,,,,0,0,0,0,,,,,\r\n');
  });

  for (const [foreign, shown] of [
    ['=HYPERLINK("http://x")', "'=HYPERLINK(\"http://x\")"], ['+1', "'+1"], ['-1', "'-1"], ['@SUM(A1)', "'@SUM(A1)"], ['\t=1', "'\t=1"], ['＝1', "'＝1"], ['a"b', 'a"b'], ['a,b', 'a,b'],
    ['行一\r\nTOTAL,9', '行一\r\nTOTAL,9'], ['A=1', 'A=1'],
  ] as const) {
    it(`keep a channel's number ${JSON.stringify(foreign)} in its cell, and no spreadsheet runs it`, () => {
      const cells = cellsOf(rowLine(normalForm, { ...paid, channelOrderNo: foreign }));
      expect(cells).to.have.length(normalForm.length);
      expect(cells[13]).to.equal(shown);
    });
  }

  it('tell of an abnormal order what is known, and leave empty what is not', () => {
    const row: AbnormalRow = {
      recordType: 'difference', recordNo: 'N1', reason: 'only-there', handleState: 'open', bizOrderNo: undefined, platformOrderNo: undefined, kind: undefined, payChannel: 'unionpay', at: undefined,
      channelOrderNo: 'C1', platformAmount: undefined, channelAmount: -300n as FenSum, settleDay: '20260508',
    };
    expect(rowLine(abnormalForm, row)).to.equal(',,DIFFERENCE,CHANNEL_ONLY,OPEN,,UNIONPAY,,C1,,-300,20260508,N1\r\n');
    expect(totalsLine(abnormalForm, 1, withRow(abnormalForm, noTotals(abnormalForm), row))).to.equal('TOTAL,1,,,,,,,,0,-300,,\r\n');
  });
});
