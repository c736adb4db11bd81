import { expect } from 'chai';
import { fen } from '../../../../domain/kernel/money.js';
import { hasPersonalBill, personalBillContent, personalBillOf, type BillFacts, type PersonalBill } from '../../../../domain/personal-bills/personal-bill.js';
import type { Order } from '../../../../domain/payments/order.js';
import { no, noon } from '../../../builders/moments.js';
import { anOrder, attemptNo, orderNo } from '../../../builders/payments.js';
import { aRefund } from '../../../builders/refunds.js';

const url = { personalBillUrl: 'https://esm.example/push' };
const facts: BillFacts = { refunds: [], agencyName: '三明市不动产登记中心', numbers: undefined };
const paid = (changes: Partial<Order> = {}): Order => anOrder({ state: 'paid', userId: 'U1', ...changes });
function bill(order: Order = paid(), more: Partial<BillFacts> = {}): PersonalBill {
  return personalBillOf(order, { ...facts, ...more }) ?? expect.fail('no bill');
}
const items = (...names: readonly string[]): string => JSON.stringify({ eBillWanted: '1', payerType: '1', items: names.map((itemName) => ({ itemCode: 'X1', itemName, quantity: '1', price: '1', amount: '1' })) });

describe('the personal bill of an order (1.1.7.2.4-b)', () => {
  it('holds the facts of the payment and, of the payer, nothing but the user id', () => {
    const order = paid({ payer: { name: '张三', mobile: '13800138000', certNo: '350402199001011234' }, personBillDetailUrl: 'https://biz.example/bills/1', passbackParams: 'secret' });
    expect(bill(order)).to.deep.equal({
      platformOrderNo: orderNo, bizOrderNo: 'B1', userId: 'U1', title: '不动产登记费', itemName: '不动产登记费', agencyName: '三明市不动产登记中心', amount: 12_000n,
      refundedAmount: 0n, payTime: noon + 60_000, channel: 'alipay', state: 'paid', numbers: undefined, detailUrl: 'https://biz.example/bills/1',
    });
    expect(personalBillContent(bill(order))).not.to.match(/张三|13800138000|350402|secret/);
  });

  it('shows what was charged, not what was owed', () => expect(bill(paid({ bizDiscountAmount: fen(2_000) })).amount).to.equal(10_000n));

  it('names the one item of a slip, or the first and how many', () => {
    expect(bill(paid({ nontaxInfo: items('房屋登记费') })).itemName).to.equal('房屋登记费');
    expect(bill(paid({ nontaxInfo: items('房屋登记费', '证书工本费', '房屋登记费') })).itemName).to.equal('房屋登记费等2项');
    expect(bill(paid({ nontaxInfo: items() })).itemName).to.equal('不动产登记费');
  });

  it('stays paid while a part went back, and is refunded when all of it has', () => {
    const part = aRefund({ state: 'refunded', refundAmount: fen(11_999) });
    const rest = aRefund({ state: 'refunded', refundAmount: fen(1), platformRefundOrderNo: no(9002) });
    expect(bill(paid(), { refunds: [part] })).to.include({ state: 'paid', refundedAmount: 11_999n });
    expect(bill(paid(), { refunds: [part, rest] })).to.include({ state: 'refunded', refundedAmount: 12_000n });
  });

  it('counts no refund that is on its way, failed, or gives back a repeat payment', () => {
    const refunds = [
      aRefund({ state: 'refunding', refundAmount: fen(12_000) }), aRefund({ state: 'failed', refundAmount: fen(12_000) }),
      aRefund({ state: 'refunded', refundAmount: fen(12_000), attemptNo: no(5002) }),
    ];
    expect(bill(paid({ paidAttemptNo: attemptNo }), { refunds })).to.include({ state: 'paid', refundedAmount: 0n });
  });

  it('is there only for a paid order of a user whom an app knows', () => {
    expect(hasPersonalBill(paid(), url)).to.equal(true);
    for (const developer of [{ personalBillUrl: undefined }, undefined]) expect(hasPersonalBill(paid(), developer)).to.equal(false);
    for (const order of [paid({ userId: undefined }), anOrder({ userId: 'U1' }), anOrder({ userId: 'U1', state: 'closed' })]) {
      expect(hasPersonalBill(order, url)).to.equal(false);
      expect(personalBillOf(order, facts)).to.equal(undefined);
    }
  });

  it('has other content when anything that is told has changed, and the same when nothing has', () => {
    const changed: readonly PersonalBill[] = [
      bill(paid({ userId: 'U2' })), bill(paid({ orderTitle: '登记费' })), bill(paid(), { agencyName: '他处' }), bill(paid(), { numbers: { billCode: '35040126', billNo: '0000000001' } }),
      bill(paid(), { refunds: [aRefund({ state: 'refunded' })] }), bill(paid({ personBillDetailUrl: 'https://biz.example/2' })), bill(paid({ payChannel: 'unionpay' })),
    ];
    expect(new Set([bill(), ...changed].map(personalBillContent)).size).to.equal(changed.length + 1);
    expect(personalBillContent(bill(paid({ stateMsg: 'x', version: 9 })))).to.equal(personalBillContent(bill()));
  });
});
