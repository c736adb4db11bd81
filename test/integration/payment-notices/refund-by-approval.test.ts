import { expect } from 'chai';
import { tokens } from '../../../bootstrap/tokens.js';
import type { OrderCreateRequest } from '../../../contracts/gateway/order-create.js';
import { refusalOf } from '../payments/life.js';
import { NoticeLife } from './notice-life.js';

/** The court refunds by the province's approval only, and a second account has to agree. */
const court: Partial<OrderCreateRequest> = {
  merchantNo: 'M35040000005', payerName: '张三',
  nontaxInfo: { eBillWanted: '1', payerType: '1', items: [{ itemCode: 'D350400031', itemName: '诉讼费', quantity: '1', price: '8000', amount: '8000' }] },
};

describe('refunds of a payee that needs the province\'s approval', function () {
  this.timeout(120_000);
  let town: NoticeLife;
  before(async () => { town = await NoticeLife.start(); });
  after(async () => town.close());

  it('are refused in words without the approval\'s number, wait for the review with it, and go back', async () => {
    const { life } = town;
    const placed = await life.paid('alipay', court);
    await town.step(placed.platformOrderNo, 'confirmed');
    const refused = await refusalOf(life.refund(placed, '8000'));
    expect(refused).to.include({ code: '40004', subCode: 'NOT_REFUNDABLE' });
    expect(String(refused)).to.include('缴款书已确认，退款须填非税退付批准文号');
    expect((await life.kept(placed.platformOrderNo)).refunds).to.deep.equal([]);
    const asked = await life.refund(placed, '8000', { nontaxRefundRef: '明财退2026-0008' });
    expect(asked.state).to.equal('0');
    await life.city.platform.container.get(tokens.reviewRefund).run({ refundNo: asked.no, account: 'operator:finance-1', decision: 'approve', remark: '', address: '127.0.0.1' });
    const kept = await life.stepUntil('the refund is done', placed.platformOrderNo, ({ refunds }) => refunds[0]?.state === 'refunded');
    expect(kept.refunds.map(({ nontaxRefundRef }) => nontaxRefundRef)).to.deep.equal(['明财退2026-0008']);
    const { payCode = '' } = await town.kept(placed.platformOrderNo);
    expect((await town.slip(payCode)).state, 'the province books the return itself').to.equal('1');
    await town.province('POST', 'refund', { payCode });
    await town.step(placed.platformOrderNo, 'returned', 60 * 60_000);
    expect(await town.client.queryNotice({ merchantNo: placed.merchantNo, payCode })).to.include({ paymentNoticeState: '5', paymentNoticeStateMsg: '已退付' });
    expect(await town.abnormal(placed.platformOrderNo), 'nothing for people to enter there').to.deep.equal([]);
  });

  it('are not held up before the province has confirmed anything', async () => {
    const { life } = town;
    await town.fault('confirm', 'timeout-before', { times: 9 });
    const placed = await life.paid('alipay', court);
    await life.quiet();
    expect((await town.kept(placed.platformOrderNo)).step).to.equal('confirm-pending');
    const asked = await life.refund(placed, '8000');
    expect(asked.state).to.equal('0');
    await town.province('DELETE', 'faults');
    await town.step(placed.platformOrderNo, 'confirmed', 60_000);
    // By the time a person looks the province has confirmed it: what was asked without a number now needs one.
    const approve = (more: object = {}) =>
      life.city.platform.container.get(tokens.reviewRefund).run({ refundNo: asked.no, account: 'operator:finance-1', decision: 'approve', remark: '', address: '127.0.0.1', ...more });
    expect(await approve()).to.deep.equal({ ok: false, refusal: 'slip-confirmed' });
    expect((await life.kept(placed.platformOrderNo)).refunds.map(({ state }) => state)).to.deep.equal(['requested']);
    expect((await approve({ nontaxRefundRef: '明财退2026-0009' })).ok).to.equal(true);
    const kept = await life.stepUntil('the refund is done', placed.platformOrderNo, ({ refunds }) => refunds[0]?.state === 'refunded');
    expect(kept.refunds.map(({ nontaxRefundRef }) => nontaxRefundRef)).to.deep.equal(['明财退2026-0009']);
  });
});
