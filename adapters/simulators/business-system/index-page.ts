import { html, page, type Html } from '../shared/page.js';
import type { DeskOrder } from '../shared/integrator/desk-order.js';
import type { Desk } from '../shared/integrator/desk.js';
import { feeItems } from './fee-sheet.js';
import type { RejectedCallback } from '../shared/integrator/order-book.js';
import { entry, readableTime, stateMark, yuan } from '../shared/integrator/page-parts.js';
import { freshSampleCodes } from '../shared/integrator/sample-codes.js';

const ordersShown = 30;
const inputStyle = 'margin:0';
const cellStyle = 'vertical-align:middle';

function itemRows(): readonly Html[] {
  return feeItems.map(({ key, name, unit, priceFen }, index) => html`<tr><td style="${cellStyle}">${name}</td><td style="${cellStyle}">${yuan(priceFen)}／${unit}</td>
<td style="width:7em"><input style="${inputStyle}" type="number" inputmode="numeric" name="quantity-${key}" value="${index === 0 ? 1 : 0}" min="0" max="99" aria-label="${name}数量"></td></tr>`);
}

const developerOptions = (desk: Desk): readonly Html[] => [...desk.accounts.values()].map(({ devId, algorithm, merchantNo }) =>
  html`<option value="${devId}">${algorithm} · ${devId}（收款单位 ${merchantNo}）</option>`);

function feeForm(desk: Desk, problem: string | undefined): Html {
  const codes = freshSampleCodes().map(({ code, label }) => html`<option value="${code}">${label}（${code}）</option>`);
  const warning = problem === undefined ? undefined : html`<p class="bad" role="alert">${problem}</p>`;
  return html`<form method="post" action="/orders"><section class="card"><h1>缴费单</h1>${warning}
<div class="wide"><table class="list"><thead><tr><th>收费项目</th><th>标准</th><th>数量</th></tr></thead><tbody>${itemRows()}</tbody></table></div>
<p class="note">证书工本费自第二本起收取。</p>
<label>订单标题<input name="title" value="不动产登记费" maxlength="32"></label>
<div style="display:grid;grid-template-columns:repeat(auto-fit,minmax(240px,1fr));column-gap:14px"><label>缴款人姓名（可不填）<input name="payerName" maxlength="50" autocomplete="off"></label>
<label>缴款人手机（可不填）<input name="payerMobile" inputmode="numeric" maxlength="11" autocomplete="off"></label>
<label>有效时间（分钟）<input name="validMinutes" type="number" inputmode="numeric" value="120" min="1" max="21600"></label>
<label style="grid-column:1/-1">签名方式与开发者<select name="devId">${developerOptions(desk)}</select></label></div>
<label><input type="checkbox" name="eBillWanted" value="1" style="width:auto;min-height:0;margin-right:8px">开具财政电子票据</label>
<div class="actions" style="margin-top:14px"><button class="main" style="flex:1 1 150px;width:auto" name="mode" value="interface">去缴费</button>
<button class="plain" style="flex:1 1 150px;width:auto" name="mode" value="page">页面方式下单</button></div></section>
<section class="card"><h2>窗口扫码收款</h2>
<label>示例付款码（末两位决定结果）<select name="sampleCode">${codes}</select></label>
<label>或扫入、输入付款码<input name="barContent" inputmode="numeric" maxlength="24" autocomplete="off" placeholder="留空则使用示例付款码"></label>
<button class="main" name="mode" value="bar">扫码收款</button></section></form>`;
}

function orderList(orders: readonly DeskOrder[]): Html {
  const entries = orders.slice(0, ordersShown).map((order) => entry(
    html`<a href="/orders/${order.request.bizOrderNo}">${order.request.orderTitle}</a>`, html`${yuan(order.request.orderAmount)} ${stateMark(order)}`,
    `${order.request.bizOrderNo} · ${readableTime(order.createdAt)}`));
  return html`<section class="card"><h2>缴费订单</h2>${entries.length === 0 ? html`<p class="note">还没有订单</p>` : entries}</section>`;
}

function rejectedList(rejected: readonly RejectedCallback[]): Html | undefined {
  if (rejected.length === 0) return undefined;
  const entries = [...rejected].reverse().map(({ at, claimedOrderNo, verified, why }) =>
    entry(why, verified ? '验签通过' : html`<span class="bad">验签未通过</span>`, `${readableTime(at)} · 自称单号 ${claimedOrderNo || '无'}`));
  return html`<section class="card"><h2>未采信的通知</h2>${entries}</section>`;
}

/** The window: fee sheet, barcode, orders. `problem` says what was wrong with the sheet that was sent. */
export function indexPage(desk: Desk, problem?: string): string {
  return page(desk.face.look, { title: '收费窗口', body: html`${feeForm(desk, problem)}${orderList(desk.book.newestFirst())}${rejectedList(desk.book.rejected)}` });
}
