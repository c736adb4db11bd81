import { expect } from 'chai';
import { writeExactJson } from '../../../adapters/outbound/e-bills/bosssoft/exact-json.js';
import { defectOf, issueContent } from '../../../adapters/outbound/e-bills/bosssoft/issue-content.js';
import { fen } from '../../../domain/kernel/money.js';
import { anItem, aPayer } from '../../builders/e-bills.js';
import { someSettings, toIssue } from '../../integration/e-bills/e-bill-scene.js';

describe('what is told when an e-bill is asked for', () => {
  const wish = toIssue({ busNo: 'P1', paidAt: Date.UTC(2026, 4, 8, 4, 0, 0, 7), payCode: '3504', remark: '备'.repeat(300), payer: aPayer({ certNo: '350402', mobile: '13800138000' }) });
  it('has the fields of the protocol, amounts as numbers with two decimals', () => {
    const text = writeExactJson(issueContent(someSettings(), wish));
    expect(text).to.include('"totalAmt":80.00,').and.include('"std":80.00,"number":1,"amt":80.00,"units":"件"');
    expect(JSON.parse(text)).to.deep.equal({
      busNo: 'P1', busDateTime: '20260508120000007', placeCode: '350400001001', billCode: '0101', payer: '测试缴款人', payerType: '1', idCardNo: '350402', tel: '13800138000',
      payee: '张收费', author: '李开票', payChannel: '99', totalAmt: 80, remark: '备'.repeat(200), payCode: '3504',
      chargeDetail: [{ chargeCode: '103042501', chargeName: '不动产登记费', std: 80, number: 1, amt: 80, units: '件' }],
    });
  });
  it('names a unit by its credit code', () => {
    const told = JSON.parse(writeExactJson(issueContent(someSettings(), { ...wish, payer: aPayer({ payerType: 'unit', certNo: '9135' }) }))) as object;
    expect(told).to.include({ payerType: '2', creditCode: '9135' }).and.not.have.property('idCardNo');
  });
  it('is not told where lines do not add up, are missing or count something odd', () => {
    expect(defectOf(wish)).to.equal(undefined);
    expect(defectOf({ ...wish, items: [anItem({ quantity: '1.5' })] })).to.equal(undefined);
    for (const items of [[], [anItem({ amount: fen(8_001) })]]) expect(defectOf({ ...wish, items })).to.include({ code: 'items-differ' });
    for (const quantity of ['', '-1', '1e3', '1,"x":1', 'NaN', '01', '1.1234567']) expect(defectOf({ ...wish, items: [anItem({ quantity })] })).to.include({ code: 'quantity' });
  });
});
