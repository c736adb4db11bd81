import { payChannels, refundStates } from '../../../../contracts/gateway/codes.js';
import type { PageForm } from '../../../../contracts/sdk/client.js';
import { html, page, type Html } from '../page.js';
import { isOpen, refundableFen, type DeskOrder, type DeskRefund, type PlatformRefund, type ReceivedCallback } from './desk-order.js';
import type { RejectedCallback } from './order-book.js';
import type { DeskFace } from './desk.js';
import { backLink, entry, moreWords, postButton, readableTime, rows, stateMark, yuan } from './page-parts.js';
import { yuanOfFen } from './yuan.js';

/** How often a page of an undecided order looks again. */
const refreshSeconds = 5;
const modeNames = { interface: '接口下单', pc: '接口下单（PC 收银台）', page: '页面方式下单', bar: '窗口扫码' } as const;
const kindNames = { payment: '支付结果', 'repeat-payment': '重缴', refund: '退款结果', unreadable: '无法识别' } as const;
const outcomeNames = { accepted: '已采信', duplicate: '重复通知，未重复处理', outage: '故障演练，答复 500', misanswered: '已采信；故障演练，未按约定答复', rejected: '未采信' } as const;

function facts(order: DeskOrder): Html {
  const { request } = order;
  const channel = order.payChannel === undefined ? undefined : (payChannels as Readonly<Record<string, string>>)[order.payChannel] ?? order.payChannel;
  return rows([
    ['状态', html`${stateMark(order)} <span class="note">${moreWords(order)}</span>`],
    ['业务单号', request.bizOrderNo], ['平台订单号', order.platformOrderNo], ['缴款人', request.payerName], ['开单人', order.operator],
    ['下单方式', `${modeNames[order.mode]} · ${order.devId}`], ['开单时间', readableTime(order.createdAt)],
    ['支付渠道', channel], ['渠道订单号', order.channelOrderNo],
    ['实收', order.receivedAmount === undefined ? undefined : yuan(order.receivedAmount)],
    ['已退', order.refundedAmount === undefined ? undefined : yuan(order.refundedAmount)],
    ['重缴', order.repeatPayments.length === 0 ? undefined : html`<span class="bad">${order.repeatPayments.length} 笔：${order.repeatPayments.join('、')}</span>`],
  ]);
}

function actions(order: DeskOrder): Html {
  const path = `/orders/${order.request.bizOrderNo}`;
  const cashier = order.cashierUrl !== undefined && isOpen(order) ? html`<a class="button main" style="flex:1 1 150px;width:auto" href="${order.cashierUrl}">去收银台缴费</a>` : undefined;
  const again = order.state === 'unknown' && (order.mode === 'interface' || order.mode === 'pc') ? postButton(`${path}/send`, '原样重发', 'main') : undefined;
  const close = isOpen(order) ? postButton(`${path}/close`, '关闭订单', 'plain') : undefined;
  return html`<div class="actions">${cashier}${again}${postButton(`${path}/query`, '查询', 'plain')}${close}</div>`;
}

function refundForm(order: DeskOrder): Html | undefined {
  const left = refundableFen(order);
  if (left === 0n) return undefined;
  return html`<form method="post" action="/orders/${order.request.bizOrderNo}/refunds"><label>退款金额（元，最多 ${yuanOfFen(left)}）<input name="amount" inputmode="decimal" value="${yuanOfFen(left)}"></label>
<label>退款原因<input name="reason" maxlength="100" placeholder="例如：多收一本证书工本费"></label>
${order.request.nontaxInfo === undefined ? undefined : html`<label>非税退付批准文号（收款单位要求时填写）<input name="nontaxRefundRef" maxlength="32" autocomplete="off"></label>`}<button class="main">申请退款</button></form>`;
}

function refundEntry(order: DeskOrder, { request, state, stateMsg }: DeskRefund): Html {
  const path = `/orders/${order.request.bizOrderNo}/refunds/${request.bizRefundOrderNo}`;
  const again = state === 'unknown' ? postButton(`${path}/send`, '原样重发', 'plain') : undefined;
  // The platform keeps nothing of a refund that it refused.
  const ask = state === 'refused' ? undefined : postButton(`${path}/query`, '查询', 'plain');
  const word = state === 'unknown' ? '结果未知' : state === 'refused' ? '平台拒绝' : refundStates[state];
  const ref = request.nontaxRefundRef === undefined ? undefined : `退付批准文号 ${request.nontaxRefundRef}`;
  return html`${entry(html`${yuan(request.refundAmount)} <strong>${word}</strong>`, html`<div class="actions">${again}${ask}</div>`,
    stateMsg === word ? undefined : stateMsg, request.bizRefundOrderNo, request.refundReason, ref)}`;
}

const platformEntry = ({ refundAmount, state, bizRefundOrderNo, platformRefundOrderNo }: PlatformRefund): Html =>
  entry(html`${yuan(refundAmount)} <strong>平台退回 ${refundStates[state]}</strong>`, '', '付款码撤销与支付成功同时发生，平台已将款项原路退回，本系统没有申请', bizRefundOrderNo, `平台退款订单号 ${platformRefundOrderNo}`);

function refundCard(order: DeskOrder): Html | undefined {
  const form = refundForm(order);
  const { refunds, platformRefunds } = order;
  if (form === undefined && refunds.length + platformRefunds.length === 0) return undefined;
  return html`<section class="card"><h2>退款</h2>${platformRefunds.map(platformEntry)}${refunds.map((refund) => refundEntry(order, refund))}${form}</section>`;
}

/** A refund's state is kept with the refund's number in front of it. */
const refundNoIn = (state: string): string | undefined => (state.includes(' ') ? `退款单号 ${state.split(' ')[0] ?? ''}` : undefined);

const callbackEntry = ({ at, kind, verified, outcome, state = '', stateMsg, channelOrderNo }: ReceivedCallback, why?: string): Html => entry(
  html`${kindNames[kind]} ${stateMsg === undefined ? undefined : html`<strong>${state.split(' ').at(-1)} ${stateMsg}</strong>`}`,
  verified ? html`<span class="good">验签通过</span>` : html`<span class="bad">验签未通过</span>`,
  `${readableTime(at)} · ${outcomeNames[outcome]}${why === undefined ? '' : `：${why}`}`, refundNoIn(state), channelOrderNo === undefined ? undefined : `渠道订单号 ${channelOrderNo}`);

function callbackCard(order: DeskOrder, rejected: readonly RejectedCallback[]): Html {
  const entries = [...order.callbacks.map((callback) => callbackEntry(callback)), ...rejected.map((callback) => callbackEntry(callback, callback.why))];
  return html`<section class="card"><h2>收到的后台通知</h2>${entries.length === 0 ? html`<p class="note">还没有收到通知</p>` : entries}</section>`;
}

/** What a page of one order shows; `more` are cards of the business system's own, between the refunds and the callbacks. */
export interface OrderView {
  readonly order: DeskOrder;
  /** Messages that only claim to be about it. */
  readonly rejected: readonly RejectedCallback[];
  /** The sentence about the call just made. */
  readonly note?: string | undefined;
  readonly more?: readonly Html[];
  /** Leads to what the order is about. */
  readonly back?: Html | undefined;
}

/** One order with everything that was heard about it. Looks again by itself while it is undecided. */
export function orderPage(face: DeskFace, { order, rejected, note, more, back }: OrderView): string {
  const undecided = order.state === '0' || order.state === '1';
  const path = `/orders/${order.request.bizOrderNo}`;
  const body = html`<section class="card"><h1>${order.request.orderTitle}</h1><p class="amount">${yuan(order.request.orderAmount)}</p>
${note === undefined ? undefined : html`<p role="status">${note}</p>`}${facts(order)}${actions(order)}</section>
${more}${refundCard(order)}${callbackCard(order, rejected)}${back}${backLink(face)}`;
  return page(face.look, { title: '缴费订单', body, ...(undecided ? { refreshAfterSeconds: refreshSeconds, refreshTo: path } : {}) });
}

/** The page variant: this form takes the browser to the platform. A button, because pages here run no script. */
export function handoverPage(face: DeskFace, order: DeskOrder, form: PageForm): string {
  const hidden = Object.entries(form.fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  const body = html`<section class="card"><h1>${order.request.orderTitle}</h1><p class="amount">${yuan(order.request.orderAmount)}</p>
<form method="post" action="${form.action}">${hidden}<button class="main">前往统一收银台</button></form>
<p class="note">本页把已签名的订单用表单提交到平台。业务单号 <a href="/orders/${order.request.bizOrderNo}">${order.request.bizOrderNo}</a></p></section>${backLink(face)}`;
  return page(face.look, { title: '前往缴费', body });
}

/** What the payer's browser brought back, and what the platform says when it is asked. */
export interface ReturnView {
  readonly verified: boolean;
  /** State named in the address: proves nothing by itself. */
  readonly claimedState: string;
  readonly order: DeskOrder | undefined;
  readonly note: string;
  readonly more?: Html | undefined;
}

/** Where the payer's browser comes back to: says what it is worth, and what a query says. */
export function returnPage(face: DeskFace, { verified, claimedState, order, note, more }: ReturnView): string {
  const proof = verified
    ? html`<p>页面跳转参数<span class="good">验签通过</span>，参数中的状态：${claimedState}。</p>`
    : html`<p>页面跳转参数<span class="bad">验签未通过</span>，不予采信。</p>`;
  const result = order === undefined ? html`<p>没有找到对应的业务订单。</p>`
    : html`${rows([['业务单号', html`<a href="/orders/${order.request.bizOrderNo}">${order.request.bizOrderNo}</a>`], ['事项', order.request.orderTitle],
      ['金额', yuan(order.request.orderAmount)], ['查询结果', stateMark(order)]])}<p class="note">${note}</p>`;
  const body = html`<section class="card"><h1>缴费返回</h1>${proof}<p class="note">页面返回不是付款凭证，以后台通知或查询结果为准。以下为刚刚向平台查询的结果。</p>${result}${more}</section>${backLink(face)}`;
  return page(face.look, { title: '缴费返回', body });
}
