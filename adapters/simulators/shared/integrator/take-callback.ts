import type { PaymentCallback, RefundCallback } from '../../../../contracts/gateway/callbacks.js';
import type { GatewayCallback } from '../../../../contracts/sdk/callbacks.js';
import { GatewayFault } from '../../../../contracts/sdk/errors.js';
import { withState, type DeskOrder, type ReceivedCallback } from './desk-order.js';
import { accountOf, type Desk } from './desk.js';
import { asNews } from './gateway-news.js';

/** The platform's own refund numbers; no business system may use such a one. */
const isOfPlatform = (bizRefundOrderNo: string): boolean => /^(RULE|CANCEL)-/.test(bizRefundOrderNo);

export type CallbackAnswer = 'accepted' | 'outage' | 'rejected';

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The envelope before it is verified: good only to choose the key and to say what a refused message claimed. */
function claimed(body: string): { readonly devId: string; readonly orderNo: string } {
  try {
    const envelope = JSON.parse(body) as Record<string, unknown>;
    const data = JSON.parse(Buffer.from(text(envelope['data']), 'base64').toString('utf8')) as Record<string, unknown>;
    return { devId: text(envelope['devId']), orderNo: text(data['bizOrderNo']) || text(data['bizRefundOrderNo']) };
  } catch {
    return { devId: '', orderNo: '' };
  }
}

function verified(desk: Desk, body: string): GatewayCallback | string {
  const account = desk.accounts.get(claimed(body).devId);
  if (!account) return '开发者编码不是本系统的';
  try {
    return account.client.parseCallback(body);
  } catch (error) {
    if (error instanceof GatewayFault) return error.message;
    throw error;
  }
}

function reject(desk: Desk, body: string, signatureGood: boolean, why: string): CallbackAnswer {
  desk.book.reject({ at: desk.clock.now(), kind: 'unreadable', verified: signatureGood, outcome: 'rejected', claimedOrderNo: claimed(body).orderNo, why });
  return 'rejected';
}

/** The same news twice: same kind, same state, same money. */
function toldBefore(order: DeskOrder, news: ReceivedCallback): boolean {
  return order.callbacks.some(({ kind, state, channelOrderNo, outcome }) =>
    (outcome === 'accepted' || outcome === 'misanswered') && kind === news.kind && state === news.state && channelOrderNo === news.channelOrderNo);
}

function applyPayment(order: DeskOrder, data: PaymentCallback): DeskOrder {
  const repeat = data.orderState === '5' ? { repeatPayments: [...order.repeatPayments, data.channelOrderNo ?? ''] } : {};
  const channel = data.orderState === '2' && data.channelOrderNo !== undefined ? { channelOrderNo: data.channelOrderNo } : {};
  return { ...withState(order, data.orderState, data.orderStateMsg), platformOrderNo: data.platformOrderNo, ...repeat, ...channel };
}

function applyRefund(order: DeskOrder, data: RefundCallback): DeskOrder {
  const { bizRefundOrderNo, refundState, refundStateMsg, platformRefundOrderNo, refundAmount } = data;
  if (isOfPlatform(bizRefundOrderNo)) {
    const made = { bizRefundOrderNo, platformRefundOrderNo, refundAmount, state: refundState, stateMsg: refundStateMsg };
    return { ...order, platformRefunds: [...order.platformRefunds.filter((one) => one.bizRefundOrderNo !== bizRefundOrderNo), made] };
  }
  return {
    ...order,
    refunds: order.refunds.map((refund) => (refund.request.bizRefundOrderNo === bizRefundOrderNo
      ? { ...refund, state: refundState, stateMsg: refundStateMsg, platformRefundOrderNo } : refund)),
  };
}

const newsOf = (callback: GatewayCallback): Pick<ReceivedCallback, 'state' | 'stateMsg' | 'channelOrderNo'> => (callback.kind === 'refund'
  ? { state: `${callback.data.bizRefundOrderNo} ${callback.data.refundState}`, stateMsg: callback.data.refundStateMsg }
  : { state: callback.data.orderState, stateMsg: callback.data.orderStateMsg, ...(callback.data.channelOrderNo ? { channelOrderNo: callback.data.channelOrderNo } : {}) });

/** The order that the news is about. A refund callback names no order: one about a refund of the platform's own is looked up by the platform's number. */
async function orderOf(desk: Desk, devId: string, callback: GatewayCallback): Promise<DeskOrder | undefined> {
  if (callback.kind !== 'refund') return desk.book.find(callback.data.bizOrderNo);
  const { bizRefundOrderNo, platformRefundOrderNo, refundOrderDate, refundAmount } = callback.data;
  if (!isOfPlatform(bizRefundOrderNo)) return desk.book.findByRefund(bizRefundOrderNo);
  const { client, merchantNo } = accountOf(desk, devId);
  try {
    const shown = await client.queryRefund({ merchantNo, platformRefundOrderNo, refundOrderDate });
    return shown.refundAmount === refundAmount ? desk.book.findByPlatformNo(devId, shown.platformOrderNo) : undefined;
  } catch (error) {
    // Not accepted, so the platform tells it again.
    asNews(error);
    return undefined;
  }
}

/** Whether the amount is the one we asked for. A genuine message about other money is not accepted. */
function amountAgrees(order: DeskOrder, callback: GatewayCallback): boolean {
  if (callback.kind !== 'refund') return callback.data.orderAmount === order.request.orderAmount;
  const { bizRefundOrderNo, refundAmount } = callback.data;
  if (isOfPlatform(bizRefundOrderNo)) return BigInt(refundAmount) <= BigInt(order.request.orderAmount);
  return order.refunds.some(({ request }) => request.bizRefundOrderNo === bizRefundOrderNo && request.refundAmount === refundAmount);
}

/**
 * Takes a callback: verify, find, compare, store, then accept. Told twice it changes nothing and is accepted again. `misanswered`: it will be
 * stored but answered badly, as planned by somebody who rehearses faults.
 */
export async function takeCallback(desk: Desk, body: string, misanswered = false): Promise<CallbackAnswer> {
  const callback = verified(desk, body);
  if (typeof callback === 'string') return reject(desk, body, false, callback);
  const order = await orderOf(desk, claimed(body).devId, callback);
  if (!order) return reject(desk, body, true, '没有这笔订单');
  if (!amountAgrees(order, callback)) return reject(desk, body, true, '金额与本单不符');
  const news: ReceivedCallback = { at: desk.clock.now(), kind: callback.kind, verified: true, outcome: 'accepted', ...newsOf(callback) };
  const { bizOrderNo } = order.request;
  if (desk.outage > 0) {
    desk.outage -= 1;
    desk.book.recordCallback(bizOrderNo, { ...news, outcome: 'outage' });
    return 'outage';
  }
  if (toldBefore(order, news)) {
    desk.book.recordCallback(bizOrderNo, { ...news, outcome: 'duplicate' });
    return 'accepted';
  }
  desk.book.change(bizOrderNo, (now) => (callback.kind === 'refund' ? applyRefund(now, callback.data) : applyPayment(now, callback.data)));
  desk.book.recordCallback(bizOrderNo, { ...news, outcome: misanswered ? 'misanswered' : 'accepted' });
  return 'accepted';
}
