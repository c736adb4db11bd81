import { expect } from 'chai';
import { Merchant, type CallAnswer } from './alipay-merchant.js';

describe('Alipay simulator: refunds', () => {
  const merchant = new Merchant();
  before(() => merchant.start());
  after(() => merchant.end());
  const refund = (no: string, amount: string, requestNo?: string): Promise<CallAnswer> =>
    merchant.call('alipay.trade.refund', { out_trade_no: no, refund_amount: amount, ...(requestNo === undefined ? {} : { out_request_no: requestNo }), refund_reason: '多缴' });

  it('answers the total refunded so far and refunds a number once', async () => {
    const no = await merchant.paidTrade();
    expect((await refund(no, '20.00', 'R1')).body).to.include({ code: '10000', refund_fee: '20.00', fund_change: 'Y' });
    expect((await refund(no, '30.00', 'R2')).body).to.include({ refund_fee: '50.00', fund_change: 'Y' });
    expect((await refund(no, '20.00', 'R1')).body).to.include({ code: '10000', refund_fee: '50.00', fund_change: 'N' });
    expect((await refund(no, '20.01', 'R1')).body).to.include({ sub_code: 'ACQ.DISCORDANT_REPEAT_REQUEST' });
    expect((await merchant.call('alipay.trade.query', { out_trade_no: no })).body).to.include({ trade_status: 'TRADE_SUCCESS' });
  });

  it('refuses more than is left and closes the trade with the last fen', async () => {
    const no = await merchant.paidTrade('1.00');
    expect((await refund(no, '1.01', 'R1')).body).to.include({ sub_code: 'ACQ.REASON_TRADE_REFUND_FEE_ERR' });
    await refund(no, '0.99', 'R2');
    expect((await refund(no, '0.02', 'R3')).body).to.include({ sub_code: 'ACQ.REASON_TRADE_REFUND_FEE_ERR' });
    expect((await refund(no, '0.01', 'R4')).body).to.include({ refund_fee: '1.00' });
    expect((await merchant.call('alipay.trade.query', { out_trade_no: no })).body).to.include({ trade_status: 'TRADE_CLOSED' });
    expect((await refund(no, '0.01', 'R4')).body).to.include({ code: '10000', fund_change: 'N' });
    expect((await refund(no, '0.01', 'R5')).body).to.include({ sub_code: 'ACQ.TRADE_HAS_CLOSE' });
  });

  it('needs a number for a part, and takes the order number for the whole', async () => {
    const no = await merchant.paidTrade('5.00');
    expect((await refund(no, '4.00')).body).to.include({ sub_code: 'ACQ.INVALID_PARAMETER' });
    expect((await refund(no, '5.00')).body).to.include({ refund_fee: '5.00' });
    expect((await merchant.call('alipay.trade.fastpay.refund.query', { out_trade_no: no, out_request_no: no })).body).to.include({ refund_status: 'REFUND_SUCCESS', refund_amount: '5.00' });
  });

  it('answers the refund query without status for a number it never saw', async () => {
    const no = await merchant.paidTrade();
    const unseen = (await merchant.call('alipay.trade.fastpay.refund.query', { out_trade_no: no, out_request_no: 'NO' })).body;
    expect(unseen).to.include({ code: '10000' }).and.not.have.property('refund_status');
  });

  it('tells the refund time only when asked for it', async () => {
    const no = await merchant.paidTrade();
    await refund(no, '1.00', 'R1');
    const ask = async (more: object): Promise<Record<string, string>> => (await merchant.call('alipay.trade.fastpay.refund.query', { out_trade_no: no, out_request_no: 'R1', ...more })).body;
    expect(await ask({})).to.not.have.property('gmt_refund_pay');
    expect(await ask({ query_options: ['gmt_refund_pay'] })).to.have.property('gmt_refund_pay');
  });

  it('refuses a refund of what is not paid, unknown or finished', async () => {
    expect((await refund('NOBODY', '1.00', 'R1')).body).to.include({ sub_code: 'ACQ.TRADE_NOT_EXIST' });
    const waiting = merchant.nextNo();
    await merchant.click(await merchant.openPage(merchant.pageContent(waiting)), 'sign-in');
    expect((await refund(waiting, '1.00', 'R1')).body).to.include({ sub_code: 'ACQ.TRADE_STATUS_ERROR' });
    const old = await merchant.paidTrade();
    merchant.clock.advance(366 * 86_400_000);
    expect((await refund(old, '1.00', 'R1')).body).to.include({ sub_code: 'ACQ.TRADE_HAS_FINISHED' });
  });

  it('shows the money in its books', async () => {
    const fresh = new Merchant();
    await fresh.start();
    try {
      const no = await fresh.paidTrade('12.34');
      await fresh.call('alipay.trade.refund', { out_trade_no: no, refund_amount: '2.34', out_request_no: 'R1' });
      const books = await fresh.control('books') as { paidFen: string; refundedFen: string; trades: { state: string; refunds: { outRequestNo: string; amountFen: string }[] }[] };
      expect(books).to.include({ paidFen: '1234', refundedFen: '234' });
      expect(books.trades[0]?.refunds[0]).to.include({ outRequestNo: 'R1', amountFen: '234' });
    } finally {
      await fresh.end();
    }
  });
});
