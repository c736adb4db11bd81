import { html, page, type Html } from '../shared/page.js';
import { isOpen, refundWord, type DeskOrder } from '../shared/integrator/desk-order.js';
import { eBillFacts, noticeFacts } from '../shared/integrator/document-cards.js';
import { backLink, entry, moreWords, postButton, readableTime, rows, stateMark, yuan } from '../shared/integrator/page-parts.js';
import type { Hall } from './hall.js';
import { feeOf, matterKinds } from './matter-kinds.js';
import { ordersOf, standingOf, standingWords, type Matter, type MatterStanding } from './matter.js';

const mostShown = 40;
const refreshSeconds = 5;
const tones: Readonly<Record<MatterStanding, string>> = { 'in-progress': '', 'fee-due': 'bad', paying: 'bad', paid: 'good', refunded: '' };

const standingMark = (standing: MatterStanding): Html => html`<strong class="${tones[standing]}">${standingWords[standing]}</strong>`;
export const matterStanding = ({ desk }: Hall, matter: Matter): Html => standingMark(standingOf(matter, ordersOf(desk, matter)));

function matterEntry(hall: Hall, matter: Matter): Html {
  return entry(html`<a href="/matters/${matter.matterNo}">${matter.kind.name}</a>`, matterStanding(hall, matter),
    `${matter.matterNo} · ${matter.applicant} · ${matter.kind.department} · 应缴 ${yuan(feeOf(matter.kind))}`);
}

function filingForm(problem: string | undefined): Html {
  const kinds = matterKinds.map((kind) => html`<option value="${kind.key}">${kind.name}（${yuan(feeOf(kind))}）</option>`);
  const warning = problem === undefined ? undefined : html`<p class="bad" role="alert">${problem}</p>`;
  return html`<section class="card"><h2>新办件</h2>${warning}<form method="post" action="/matters"><label>事项<select name="kind">${kinds}</select></label>
<label>申请人<input name="applicant" maxlength="50" value="王小明" autocomplete="off"></label>
<label>申请人类型<select name="payerType"><option value="1">个人</option><option value="2">单位</option></select></label><button class="main">提交申请</button></form></section>`;
}

/** All matters, newest first. */
export function indexPage(hall: Hall, problem?: string): string {
  const matters = hall.matters.newestFirst().slice(0, mostShown);
  const body = html`<section class="card"><h1>办件列表</h1>${matters.length === 0 ? html`<p class="note">还没有办件</p>` : matters.map((matter) => matterEntry(hall, matter))}</section>
${filingForm(problem)}<section class="card"><h2>其他</h2><div class="actions"><a class="button" style="flex:1 1 150px;width:auto" href="/statements">下载对账单</a>
<a class="button" style="flex:1 1 150px;width:auto" href="/bills">电子票据查验</a></div></section>`;
  return page(hall.desk.face.look, { title: '办件列表', body });
}

function feeTable({ kind }: Matter): Html {
  const lines = kind.fees.map(({ itemCode, itemName, quantity, priceFen, unit }) => html`<tr><td>${itemName}<br><span class="note">${itemCode}</span></td><td>${yuan(priceFen)}／${unit}</td><td>${quantity}</td><td style="white-space:nowrap">${yuan(quantity * priceFen)}</td></tr>`);
  return html`<div class="wide" style="margin-bottom:14px"><table class="list"><thead><tr><th>收费项目</th><th>标准</th><th style="white-space:nowrap">数量</th><th>金额</th></tr></thead><tbody>${lines}</tbody></table></div>`;
}

function payForm(matter: Matter, going: DeskOrder | undefined): Html {
  if (going?.cashierUrl !== undefined) {
    return html`<form method="post" action="/matters/${matter.matterNo}/pay"><button class="main">继续缴费</button></form><p class="note">已下单 ${going.request.bizOrderNo}，继续缴费不会产生第二笔订单。</p>`;
  }
  return html`<form method="post" action="/matters/${matter.matterNo}/pay"><label>接收缴费短信的手机（可不填）<input name="payerMobile" inputmode="numeric" maxlength="11" autocomplete="off"></label>
${matter.kind.slipFirst === true ? html`<p class="note">本项目以缴款书为凭证，不开电子票据。</p>` : html`<label><input type="checkbox" name="eBillWanted" value="1" checked style="width:auto;min-height:0;margin-right:8px">开具财政电子票据</label>`}
<div class="actions" style="margin-top:6px"><button class="main" style="flex:1 1 150px;width:auto" name="mode" value="pc">去缴费（电脑）</button>
<button class="plain" style="flex:1 1 150px;width:auto" name="mode" value="interface">去缴费（手机）</button></div></form>`;
}

function nextStep(matter: Matter, standing: MatterStanding, orders: readonly DeskOrder[]): Html | undefined {
  if (standing === 'in-progress') return html`<div class="actions">${postButton(`/matters/${matter.matterNo}/approve`, '审批通过', 'main')}</div>`;
  if (matter.kind.slipFirst === true && matter.slip === undefined) return html`<div class="actions">${postButton(`/matters/${matter.matterNo}/slip`, '开具缴款书', 'main')}</div>`;
  return standing === 'fee-due' || standing === 'paying' ? payForm(matter, orders.find(isOpen)) : undefined;
}

function paymentEntry(order: DeskOrder): Html {
  const { request, eBills } = order;
  const repeat = order.repeatPayments.length === 0 ? undefined : html`<span class="bad">重缴 ${order.repeatPayments.length} 笔，由平台原路退回</span>`;
  return html`${entry(html`<a href="/orders/${request.bizOrderNo}">${request.bizOrderNo}</a>`, html`${yuan(request.orderAmount)} ${stateMark(order)}`, readableTime(order.createdAt), order.state === '2' ? refundWord(order) : moreWords(order), repeat)}
${eBills.map((bill) => eBillFacts(bill))}`;
}

/** The payment notice of the decision, or of the newest order. */
function slipCard({ slip }: Matter, orders: readonly DeskOrder[]): Html | undefined {
  const notice = slip ?? orders.at(-1)?.notice;
  return notice && html`<section class="card"><h2>缴款书</h2>${noticeFacts(notice)}</section>`;
}

/** One matter from application to bill. `note` is the sentence about the last click. */
export function matterPage(hall: Hall, matter: Matter, note?: string): string {
  const orders = ordersOf(hall.desk, matter);
  const standing = standingOf(matter, orders);
  const paid = orders.find(({ state }) => state === '2');
  const bill = paid?.request.nontaxInfo?.eBillWanted === '1' ? postButton(`/orders/${paid.request.bizOrderNo}/ebills`, '取电子票据', 'plain') : undefined;
  const fetchBill = paid === undefined ? undefined : html`<div class="actions">${bill}<a class="button" style="flex:1 1 150px;width:auto" href="/orders/${paid.request.bizOrderNo}">缴费详情与退款</a></div>`;
  const payments = orders.length === 0 ? undefined : html`<section class="card"><h2>缴费记录</h2>${[...orders].reverse().map(paymentEntry)}${fetchBill}</section>`;
  const body = html`<section class="card"><h1>${matter.kind.name}</h1><p class="amount">${yuan(feeOf(matter.kind))}</p>${note === undefined ? undefined : html`<p role="status">${note}</p>`}
${rows([['办件状态', standingMark(standing)], ['办件编号', matter.matterNo], ['申请人', `${matter.applicant}（${matter.payerType === '1' ? '个人' : '单位'}）`], ['审批部门', matter.kind.department],
    ['申请时间', readableTime(matter.filedAt)], ['审批通过', matter.approvedAt === undefined ? undefined : readableTime(matter.approvedAt)]])}
${feeTable(matter)}${nextStep(matter, standing, orders)}</section>${slipCard(matter, orders)}${payments}${backLink(hall.desk.face)}`;
  const waits = standing === 'paying' && note === undefined && orders.some((order) => isOpen(order) && order.cashierUrl !== undefined);
  return page(hall.desk.face.look, { title: '办件', body, ...(waits ? { refreshAfterSeconds: refreshSeconds, refreshTo: `/matters/${matter.matterNo}` } : {}) });
}
