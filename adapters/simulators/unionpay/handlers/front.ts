import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendPage } from '../../shared/page.js';
import type { Trade } from '../books/trade.js';
import type { Fields } from '../crypto/signing.js';
import { planCall } from '../faults/fault-orders.js';
import type { GatewayWorld } from '../gateway-world.js';
import { isTooLate, sendPaymentPage } from '../pages/front-sender.js';
import { messagePage } from '../pages/look.js';
import { respMsg } from '../rules/response-codes.js';
import { admit, isRefused } from './entrance.js';
import { newTrade } from './new-trade.js';
import { misbehave, readFields } from './server-call.js';

const redirect = (response: ServerResponse, path: string): void => { response.writeHead(303, { location: path, 'cache-control': 'no-store' }).end(); };

function refuse(response: ServerResponse, code: string, detail = ''): void {
  sendPage(response, 400, messagePage('交易无法受理', `${code} ${respMsg(code, detail)}`));
}

/** The payer who goes back and posts the same unpaid order again sees its page again; anything else with that number is a duplicate. */
function sameOpenOrder(trade: Trade, fields: Fields): boolean {
  return trade.state === 'open' && trade.txnTime === fields['txnTime'] && trade.amountFen.toString() === fields['txnAmt']
    && trade.frontUrl === fields['frontUrl'] && trade.backUrl === fields['backUrl'];
}

/** `frontTransReq.do`: the browser brings the signed order and is sent to its payment page. */
export async function frontCall(world: GatewayWorld, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const fields = await readFields(request);
  if (fields === undefined) return refuse(response, '10');
  const admitted = admit(world, 'front', fields);
  if (isRefused(admitted)) return refuse(response, admitted.code, admitted.detail);
  const plan = planCall(world.faults, 'front');
  if (!plan.executes && await misbehave(world, response, plan.transport)) return;
  if (plan.code !== undefined) return refuse(response, plan.code);
  const known = world.books.withOrderId(fields['merId'] ?? '', fields['orderId'] ?? '');
  if (known !== undefined && !sameOpenOrder(known, fields)) return refuse(response, '12');
  const trade = known ?? world.books.add(newTrade('front', fields, undefined), world.clock.now());
  if (await misbehave(world, response, plan.transport)) return;
  redirect(response, `/gateway/pay/${trade.pageToken}`);
}

export function showPayment(world: GatewayWorld, token: string, response: ServerResponse): void {
  const trade = world.books.withToken(token);
  if (trade?.kind !== 'front') return sendPage(response, 404, messagePage('页面不存在', '没有这笔订单的付款页面。'));
  sendPaymentPage(world, response, trade);
}

/** One button of the payment page. A second press, or a press after the time limit, changes nothing. */
export async function pressButton(world: GatewayWorld, token: string, act: string, response: ServerResponse): Promise<void> {
  const trade = world.books.withToken(token);
  if (trade?.kind !== 'front' || !['confirm', 'fail', 'leave'].includes(act)) return sendPage(response, 404, messagePage('页面不存在', '没有这笔订单的付款页面。'));
  if (act === 'leave') return sendPage(response, 200, messagePage('已放弃付款', '您已离开付款页面，订单未支付。', '可以关闭本页面；在支付截止时间前仍可从商户页面重新进入付款。'));
  if (trade.state === 'open' && !isTooLate(world, trade)) await world.settling.decide(trade, act === 'confirm' ? '00' : '64');
  redirect(response, `/gateway/pay/${token}`);
}
