import { html, page, type Html } from '../shared/page.js';
import { qrSvgAddress } from '../shared/qr.js';
import { isOpen, type DeskOrder } from '../shared/integrator/desk-order.js';
import { eBillCard, eBillFacts, noticeCard } from '../shared/integrator/document-cards.js';
import { readableMoment, readableTime, rows, stateMark, yuan } from '../shared/integrator/page-parts.js';
import { yuanOfFen } from '../shared/integrator/yuan.js';
import { caseStanding } from './case-pages.js';
import type { Centre, Registration } from './registration.js';

/** The cashier's address for the payer's phone. */
function qrCard(order: DeskOrder): Html | undefined {
  if (order.cashierUrl === undefined || !isOpen(order)) return undefined;
  return html`<section class="card" style="text-align:center"><h2>扫码缴费</h2><img src="${qrSvgAddress(order.cashierUrl)}" width="220" height="220" alt="收银台二维码">
<p class="note">请缴款人用手机扫码，选择支付方式付款。付款后本页自动更新。</p></section>`;
}

export const caseLink = (centre: Centre, registration: Registration | undefined): Html | undefined =>
  registration && html`<p>受理 <a href="/cases/${registration.caseNo}">${registration.caseNo}</a> ${caseStanding(centre, registration)}</p>`;

/** What the centre shows with an order besides its state. */
export function orderExtras(order: DeskOrder): readonly Html[] {
  const print = html`<a class="button" style="flex:1 1 150px;width:auto" href="/orders/${order.request.bizOrderNo}/print">打印缴费凭单</a>`;
  return [qrCard(order), noticeCard(order), eBillCard(order, print)].filter((card) => card !== undefined);
}

/** The sheet handed over at the counter: what was paid, the bill's numbers, who issued. The browser prints it. */
export function printPage(centre: Centre, order: DeskOrder, registration: Registration | undefined): string {
  const { request, operator, eBills, tradeTime, platformOrderNo, channelOrderNo } = order;
  const items = (request.nontaxInfo?.items ?? []).map(({ itemName, quantity, price, amount }) => html`<tr><td>${itemName}</td><td>${yuanOfFen(price)}</td><td>${quantity}</td><td>${yuanOfFen(amount)}</td></tr>`);
  const bills = eBills.length === 0 ? html`<p class="note">电子票据尚未取得，请在缴费订单页取票据后再打印。</p>` : eBills.map((bill) => eBillFacts(bill));
  const body = html`<section class="card"><h1 style="text-align:center">不动产登记缴费凭单</h1>${rows([['权利人', request.payerName], ['坐落', registration?.place], ['受理编号', registration?.caseNo], ['缴费单号', request.bizOrderNo],
    ['平台订单号', platformOrderNo], ['渠道订单号', channelOrderNo], ['缴费状态', stateMark(order)], ['缴费时间', tradeTime === undefined ? undefined : readableMoment(tradeTime)]])}
<div class="wide" style="margin-bottom:14px"><table class="list"><thead><tr><th>收费项目</th><th>单价（元）</th><th>数量</th><th>金额（元）</th></tr></thead><tbody>${items}</tbody></table></div>
<p class="amount">合计 ${yuan(request.orderAmount)}</p><h2>财政电子票据</h2>${bills}${rows([['开单人', operator], ['打印时间', readableTime(centre.desk.clock.now())]])}
<p class="note">本凭单不是票据，以财政电子票据为准。</p></section>`;
  return page(centre.desk.face.look, { title: '缴费凭单', body });
}
