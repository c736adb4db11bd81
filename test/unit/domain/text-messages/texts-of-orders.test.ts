import { expect } from 'chai';
import { fen } from '../../../../domain/kernel/money.js';
import { askerOf } from '../../../../domain/kernel/asker.js';
import { saidAgainKey } from '../../../../domain/text-messages/inbound.js';
import { itemName, payCodeOf, textsOfOrder } from '../../../../domain/text-messages/texts-of-order.js';
import { renderText } from '../../../../domain/text-messages/render.js';
import { anOrder, aRefund, no, noon } from '../../../contract/persistence/builders.js';

const paid = anOrder({ state: 'paid', paidAt: noon, orderAmount: fen(12_000), bizDiscountAmount: fen(2_000), nontaxInfo: '{"payCode":"350404263000000001"}' });
const told = (...given: Parameters<typeof textsOfOrder>) => textsOfOrder(...given).map(({ template, bizKey, values }) => [template, bizKey, values]);

describe('texts that an order calls for', () => {
  it('are none before it is paid and none when it is closed', () => {
    for (const state of ['awaiting', 'paying', 'failed', 'closed'] as const) expect(told(anOrder({ state }), [], [])).to.deep.equal([]);
  });

  it('name what was charged, not what was owed', () => {
    expect(told(paid, [], [])).to.deep.equal([['PAY_SUCCESS', paid.platformOrderNo, { item: '不动产登记费', amount: '100.00', payCode: '350404263000000001' }]]);
  });

  it('name the order where there is no pay code, or one that is none', () => {
    for (const nontaxInfo of [undefined, '{}', '{"payCode":5}', '{"payCode":"350 404"}', 'null', 'not json', `{"payCode":"${'1'.repeat(33)}"}`]) {
      expect(told({ ...paid, nontaxInfo }, [], [])[0]?.slice(0, 2)).to.deep.equal(['PAY_SUCCESS_ORDER', paid.platformOrderNo]);
    }
    expect(payCodeOf({ nontaxInfo: '{"payCode":"A1"}' })).to.equal('A1');
  });

  it('are one for each refund that is done, also of an order that was closed, and one for each e-bill', () => {
    const refunds = [aRefund({ state: 'refunded', refundedAt: noon + 1 }), aRefund({ platformRefundOrderNo: no(9002), state: 'failed' })];
    expect(told({ ...paid, state: 'closed' }, refunds, [])).to.deep.equal([['REFUND_SUCCESS', no(9001), { item: '不动产登记费', amount: '1.00' }]]);
    const bills = [{ eBillCode: '35010126', eBillNo: '0001', payCode: '35A', issuedAt: noon }, { eBillCode: '35010126', eBillNo: '0002', payCode: undefined, issuedAt: noon }];
    expect(told({ ...paid, nontaxInfo: undefined }, [], bills).slice(1)).to.deep.equal([['BILL_ISSUED', '0001', { item: '不动产登记费', payCode: '35A' }], ['BILL_ISSUED_ORDER', '0002', { item: '不动产登记费', orderNo: paid.platformOrderNo }]]);
  });

  it('can always be rendered, whatever the title is', () => {
    const titles = ['', ' ', '费'.repeat(64), '𠮷'.repeat(40), '【某银行】转账', '领奖 http://evil.cn', 'evil。cn 领奖', 'ｗｗｗ．evil', 'a\nb', '\u200b', '{amount}', '张三(学费)', '\ud800', 'x\u2028y', 'pay.gov.cn'];
    for (const orderTitle of titles) {
      for (const { template, values } of textsOfOrder({ ...paid, orderTitle }, [aRefund({ state: 'refunded' })], [{ eBillCode: '35010126', eBillNo: '1', payCode: undefined, issuedAt: noon }])) {
        expect(renderText(template, values).ok, `${template} ${orderTitle}`).to.equal(true);
      }
    }
    expect(itemName('【某银行】转账')).to.equal('某银行转账');
    expect(itemName('领奖 http://evil.cn')).to.equal('非税款项');
    expect(itemName(`${'费'.repeat(19)}𠮷`)).to.equal('费'.repeat(19));
  });
});

describe('who asks for codes', () => {
  it('is an IPv4 address, however it is written, and the network of an IPv6 address', () => {
    expect(['192.0.2.7', '::ffff:192.0.2.7', '2001:db8:1:2::9', '2001:DB8:1:2:ffff:ffff:ffff:ffff', '2001:0db8:0001:0002::', 'fe80::1%eth0', '::1'].map(askerOf)).to.deep.equal([
      '192.0.2.7', '192.0.2.7', '2001:db8:1:2/64', '2001:db8:1:2/64', '2001:db8:1:2/64', 'fe80:0:0:0/64', '0:0:0:0/64',
    ]);
    expect(askerOf('x'.repeat(10_000)).length).to.be.below(100);
  });
});

describe('a text from a phone that is told again', () => {
  const said = { phone: '13800138000', content: 'TD', sentAt: noon, extension: '' };
  it('is the same by its time of sending, and without one within ten minutes', () => {
    expect(saidAgainKey(said, noon)).to.equal(saidAgainKey(said, noon + 86_400_000));
    expect(saidAgainKey(said, noon)).to.not.equal(saidAgainKey({ ...said, sentAt: noon + 1000 }, noon));
    const timeless = { ...said, sentAt: undefined };
    expect(saidAgainKey(timeless, noon)).to.equal(saidAgainKey(timeless, noon + 60_000)).and.not.equal(saidAgainKey(timeless, noon + 3_600_000));
  });
});
