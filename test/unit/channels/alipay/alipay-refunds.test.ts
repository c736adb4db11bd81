import { expect } from 'chai';
import { sentBy } from './alipay-requests.js';
import { account, answerBody, at, attemptNo, httpAnswer, now, refund, talk, told } from './alipay-world.js';

describe('Alipay: refunds', () => {
  const method = 'alipay.trade.refund';
  const queryMethod = 'alipay.trade.fastpay.refund.query';
  const { refundTradeNo } = refund;
  const done = { code: '10000', out_trade_no: attemptNo, refund_fee: '50.00', fund_change: 'Y', gmt_refund_pay: '2026-11-23 10:00:05' };
  const known = { code: '10000', out_trade_no: attemptNo, out_request_no: refundTradeNo, refund_amount: '50.00', refund_status: 'REFUND_SUCCESS', gmt_refund_pay: '2026-11-23 10:00:05' };
  const refunded = { kind: 'refunded', refundTradeNo, at: at('20261123100005'), channelRefundNo: undefined };
  const sent = (fields: Record<string, unknown>) => told(method, fields).channel.refunds.refund(account, refund, 1_000);
  const asked = (fields: Record<string, unknown>) => told(queryMethod, fields).channel.refunds.queryRefund(account, refund, 1_000);

  it('believes that money moved only when Alipay says so, and reads refund_fee as the sum so far', async () => {
    expect(await sent(done)).to.deep.equal(refunded);
    expect(await sent({ ...done, refund_fee: '120.00' })).to.deep.equal(refunded);
    expect(await sent({ ...done, gmt_refund_pay: undefined })).to.deep.equal({ ...refunded, at: now });
    expect(await sent({ ...done, refund_fee: '49.99' })).to.include({ kind: 'unknown', why: 'unreadable' });
    expect(await sent({ ...done, refund_fee: undefined })).to.include({ kind: 'unknown', why: 'unreadable' });
    expect(await sent({ ...done, out_trade_no: '1' })).to.include({ kind: 'unknown', why: 'unreadable' });
  });

  it('asks after a repeat that moved nothing: it is neither a new refund nor a proof of the old one', async () => {
    expect(await sent({ ...done, fund_change: 'N' })).to.deep.equal({ kind: 'accepted', refundTradeNo });
    expect(await sent({ ...done, fund_change: undefined })).to.deep.equal({ kind: 'accepted', refundTradeNo });
  });

  it('takes REFUND_SUCCESS for this number and amount as the only success', async () => {
    expect(await asked(known)).to.deep.equal(refunded);
    expect(await asked({ code: '10000' })).to.deep.equal({ kind: 'not-found', refundTradeNo });
    expect(await asked({ ...known, refund_status: undefined })).to.deep.equal({ kind: 'not-found', refundTradeNo });
    expect(await asked({ ...known, refund_status: 'REFUND_PROCESSING' })).to.include({ kind: 'unknown', why: 'unheard-word' });
    for (const change of [{ refund_amount: '49.99' }, { refund_amount: undefined }, { out_request_no: 'other' }, { out_trade_no: 'other' }]) {
      expect(await asked({ ...known, ...change }), JSON.stringify(change)).to.include({ kind: 'unknown', why: 'unreadable' });
    }
  });

  it('names the refund when it asks, and wants its time', async () => {
    const { channel, requests } = told(queryMethod, known);
    await channel.refunds.queryRefund(account, refund, 1_000);
    expect(sentBy(requests[0]).biz).to.deep.equal({ out_trade_no: attemptNo, out_request_no: refundTradeNo, query_options: ['gmt_refund_pay'] });
  });

  it('asks about its own number before it believes that a closed trade refuses the refund', async () => {
    for (const subCode of ['ACQ.TRADE_HAS_CLOSE', 'ACQ.TRADE_STATUS_ERROR', 'ACQ.DISCORDANT_REPEAT_REQUEST']) {
      const no = httpAnswer(answerBody('alipay_trade_refund_response', { code: '40004', sub_code: subCode, sub_msg: '交易已关闭' }));
      const answer = (fields: Record<string, unknown>) => httpAnswer(answerBody('alipay_trade_fastpay_refund_query_response', fields));
      expect(await talk(no, answer(known)).channel.refunds.refund(account, refund, 1_000)).to.deep.equal(refunded);
      expect(await talk(no, answer({ code: '10000' })).channel.refunds.refund(account, refund, 1_000)).to.deep.equal({ kind: 'declined', refundTradeNo, reason: '交易已关闭', code: subCode });
      expect(await talk(no, answer({ ...known, refund_amount: '1.00' })).channel.refunds.refund(account, refund, 1_000)).to.include({ kind: 'unknown' });
      expect(await talk(no, { kind: 'failure', why: 'timeout' }).channel.refunds.refund(account, refund, 1_000)).to.include({ kind: 'unknown', why: 'timeout' });
    }
  });

  it('what integrators complain about: 20000 is no failure, and the repeat carries the very same number and amount', async () => {
    const busy = httpAnswer(answerBody('alipay_trade_refund_response', { code: '20000', sub_code: 'isp.unknow-error' }));
    const { channel, requests } = talk(busy, httpAnswer(answerBody('alipay_trade_refund_response', done)));
    expect(await channel.refunds.refund(account, refund, 1_000)).to.deep.equal({ kind: 'unknown', refundTradeNo, why: 'busy', code: 'isp.unknow-error' });
    expect(await channel.refunds.refund(account, refund, 1_000)).to.deep.equal(refunded);
    expect(channel.refunds.resendSafeForMs).to.equal(Number.POSITIVE_INFINITY);
    const [first, second] = requests.map((request) => sentBy(request).biz);
    expect(first).to.deep.equal({ out_trade_no: attemptNo, refund_amount: '50.00', out_request_no: refundTradeNo, refund_reason: '误缴' });
    expect(second).to.deep.equal(first);
  });
});
