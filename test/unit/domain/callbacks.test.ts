import { expect } from 'chai';
import { afterTry, defaultCallbackPlan, type Callback, type CallbackPlan } from '../../../domain/callbacks/callback.js';
import { newsOfOrder, newsOfRefund, newsOfRepeat, paymentCallback, refundCallback } from '../../../domain/callbacks/news.js';
import { aCallback } from '../../builders/callbacks.js';
import { no, noon } from '../../builders/moments.js';
import { anAttempt, anOrder } from '../../builders/payments.js';
import { aRefund, refundNo } from '../../builders/refunds.js';

/** The minutes after noon at which a business system that never answers is told. */
function tries(plan: CallbackPlan, slowMs = 0): { readonly minutes: readonly number[]; readonly last: Callback } {
  let callback = aCallback();
  const minutes: number[] = [];
  while (callback.nextTryAt !== undefined && minutes.length < 20) {
    const at = callback.nextTryAt + slowMs;
    minutes.push((at - noon) / 60_000);
    callback = afterTry(callback, at, false, 'timeout', plan);
  }
  return { minutes, last: callback };
}

describe('telling a business system (1.1.2.1.5)', () => {
  it('happens at once and 1, 3, 5, 15 and 30 minutes after the try before', () => {
    const { minutes, last } = tries(defaultCallbackPlan);
    expect(minutes).to.deep.equal([0, 1, 4, 9, 24, 54]);
    expect([last.state, last.tries, last.nextTryAt, last.firstTriedAt, last.lastTriedAt]).to.deep.equal(['failed', 6, undefined, noon, noon + 54 * 60_000]);
  });

  it('counts from the first try when it is configured so', () => {
    expect(tries({ ...defaultCallbackPlan, countFrom: 'first' }).minutes).to.deep.equal([0, 1, 3, 5, 15, 30]);
  });

  it('never plans a try before the one that just ended', () => {
    const late = afterTry(aCallback({ tries: 1, firstTriedAt: noon }), noon + 10 * 60_000, false, 'timeout', { ...defaultCallbackPlan, countFrom: 'first' });
    expect(late.nextTryAt).to.equal(noon + 10 * 60_000);
  });

  it('ends with the first yes', () => {
    const told = afterTry(aCallback({ tries: 2, firstTriedAt: noon }), noon + 240_000, true, 'http 200', defaultCallbackPlan);
    expect([told.state, told.acceptedAt, told.nextTryAt, told.tries, told.firstTriedAt, told.lastAnswer]).to.deep.equal(['accepted', noon + 240_000, undefined, 3, noon, 'http 200']);
  });

  it('accepts a yes on the last try', () => expect(afterTry(aCallback({ tries: 5 }), noon, true, 'success', defaultCallbackPlan).state).to.equal('accepted'));

  it('keeps a short answer only', () => expect(afterTry(aCallback(), noon, false, 'x'.repeat(300), defaultCallbackPlan).lastAnswer).to.have.lengthOf(200));

  it('gives up after the first try when the plan is empty', () => expect(tries({ minutes: [], countFrom: 'previous' }).minutes).to.deep.equal([0]));
});

describe('what a business system is told', () => {
  it('about a payment are numbers, state and amount as text', () => {
    const order = anOrder({ state: 'paid', userId: 'U1', passbackParams: 'a=1' });
    expect(newsOfOrder(order)).to.deep.equal({
      bizOrderNo: 'B1', orderDate: '20260508', platformOrderNo: order.platformOrderNo, state: 'paid', stateMsg: '支付成功', orderAmount: '12000', channelOrderNo: 'TRADE-1', userId: 'U1', passbackParams: 'a=1',
    });
    expect(newsOfOrder(anOrder({ state: 'failed', stateMsg: '余额不足' }))).to.deep.equal({
      bizOrderNo: 'B1', orderDate: '20260508', platformOrderNo: order.platformOrderNo, state: 'failed', stateMsg: '余额不足', orderAmount: '12000',
    });
  });

  it('about a repeat payment is its own state and its own channel number', () => {
    const news = newsOfRepeat(anOrder({ state: 'paid' }), anAttempt({ state: 'repeat', channelOrderNo: 'TRADE-2' }));
    expect([news.state, news.stateMsg, news.channelOrderNo]).to.deep.equal(['repeat-paid', '重缴', 'TRADE-2']);
  });

  it('about a refund is how it ended', () => {
    expect(newsOfRefund(aRefund({ state: 'refunded', stateMsg: '退款成功', passbackParams: 'p' }))).to.deep.equal({
      bizRefundOrderNo: 'R1', refundOrderDate: '20260508', platformRefundOrderNo: refundNo, platformRefundTradeNo: no(9501), state: 'refunded', stateMsg: '退款成功', refundAmount: '1000', passbackParams: 'p',
    });
    expect(newsOfRefund(aRefund({ state: 'failed', refundTradeNo: undefined }))).to.include({ state: 'failed', platformRefundTradeNo: '' });
  });

  it('stands in a callback that is named after its event and due at once', () => {
    const order = anOrder({ state: 'paid', passbackParams: 'p' });
    const callback = paymentCallback(order, 'X', newsOfOrder(order), noon);
    expect(callback).to.include({ callbackId: 'pay-X', kind: 'payment', url: 'https://biz.example/notify', toldState: 'paid', state: 'pending', tries: 0, nextTryAt: noon, devId: 'D1', passbackParams: 'p' });
    expect(JSON.parse(callback.content)).to.deep.equal(newsOfOrder(order));
    expect(refundCallback(aRefund({ state: 'refunded' }), noon)).to.include({ callbackId: `ref-${refundNo}`, kind: 'refund', url: 'https://biz.example/refunds', toldState: 'refunded', platformRefundOrderNo: refundNo });
  });

  it('is nothing where nobody asked to be told', () => expect(refundCallback(aRefund({ notifyUrl: undefined }), noon)).to.equal(undefined));
});
