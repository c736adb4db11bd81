import { refundStates } from '../../../contracts/gateway/codes.js';
import { html, type Html } from '../shared/page.js';
import { isOpen, refundableFen, type AppMode, type AppOrder } from './app-order.js';
import type { KeptBill } from './bill-box.js';
import type { Due } from './dues.js';
import { appPage, card, entry, postButton, readable, readableAt, rows, stateMark, yuan } from './page-parts.js';
import { papers } from './pay-orders.js';
import { users, type AppWorld } from './world.js';
import { yuanOfFen } from './yuan.js';

const shown = 30;
const billStates = { PAID: '已缴费', REFUNDED: '已全额退费' } as const;
const channels: Readonly<Record<string, string>> = { ALIPAY: '支付宝', UNIONPAY: '银联' };
const refundWords: Readonly<Record<string, string>> = { unknown: '结果未知', refused: '平台拒绝' };

export function homePage(world: AppWorld): string {
  const switches = users.map(({ userId, name }) => postButton('/user', `以 ${name} 登录`, userId === world.user.userId ? 'main' : 'plain', { userId }));
  return appPage(world, '首页', html`${card(html`<h1>e三明</h1>`,
    html`<p>模式一：业务系统（证照办理）自行对接统一收银台，缴费记录由平台推送到个人账单。</p>`,
    html`<p>模式二：e三明汇集各业务系统的待缴订单，由 e三明向平台下单，再把结果告知业务系统。</p>`)}${card(html`<h2>登录用户</h2>`, html`<div class="actions">${switches}</div>`)}`);
}

const orderEntry = ({ mode, request, createdAt, ...order }: AppOrder): Html => entry(
  html`<a href="/${mode}/orders/${request.bizOrderNo}">${request.orderTitle}</a>`, html`${yuan(request.orderAmount)} ${stateMark(order)}`,
  `${request.bizOrderNo} · ${readableAt(createdAt)}`);

function ordersCard(world: AppWorld, mode: AppMode): Html {
  const mine = world.orders.newestFirst(mode).filter(({ request }) => request.userId === world.user.userId).slice(0, shown);
  return card(html`<h2>缴费记录</h2>`, mine.length === 0 ? html`<p class="note">还没有缴费</p>` : html`${mine.map(orderEntry)}`);
}

/** Mode 1: the business app inside the city app. */
export function businessPage(world: AppWorld): string {
  const open = papers.map(({ key, name, fen }) => entry(name, yuan(fen), postButton('/business/orders', `缴纳 ${name}`, 'main', { paper: key })));
  return appPage(world, '证照办理', html`${card(html`<h1>证照工本费</h1>`, html`${open}`)}${ordersCard(world, 'business')}`);
}

function dueEntry(world: AppWorld, due: Due): Html {
  const order = due.bizOrderNo === undefined ? undefined : world.orders.find('zone', due.bizOrderNo);
  const isPaid = order?.state === '2';
  const told = order?.toldBusinessAt === undefined ? undefined : `已通知${due.system} ${readableAt(order.toldBusinessAt)}`;
  return entry(due.title, html`${yuan(due.fen)} ${isPaid ? html`<strong class="good">已缴</strong>` : html`<strong>待缴</strong>`}`,
    `${due.agencyName} · ${due.system} ${due.businessNo}`, told, isPaid ? undefined : postButton('/zone/orders', `缴纳 ${due.title}`, 'main', { due: due.dueNo }));
}

/** Mode 2: the payment zone with what all business systems are owed by this user. */
export function zonePage(world: AppWorld): string {
  const dues = world.dues.of(world.user.userId);
  return appPage(world, '缴费专区', html`${card(html`<h1>非税缴费专区</h1>`,
    dues.length === 0 ? html`<p class="note">没有待缴订单</p>` : html`${dues.map((due) => dueEntry(world, due))}`,
    postButton('/zone/dues', '业务系统再送来一笔待缴订单', 'plain'))}${ordersCard(world, 'zone')}`);
}

function refundCard({ mode, request, ...order }: AppOrder): Html | undefined {
  const left = refundableFen({ mode, request, ...order });
  if (left === 0n && order.refunds.length + order.platformRefunds.length === 0) return undefined;
  const byPlatform = order.platformRefunds.map(({ refundAmount, state, bizRefundOrderNo }) => entry(yuan(refundAmount), html`<strong>平台退回 ${refundStates[state]}</strong>`, bizRefundOrderNo));
  const done = order.refunds.map(({ request: wish, state, stateMsg }) => entry(
    yuan(wish.refundAmount), html`<strong>${refundWords[state] ?? stateMsg}</strong>`, wish.bizRefundOrderNo));
  const form = left === 0n ? undefined : html`<form method="post" action="/${mode}/orders/${request.bizOrderNo}/refunds">
<label>退款金额（元，最多 ${yuanOfFen(left)}）<input name="amount" inputmode="decimal" value="${yuanOfFen(left)}"></label><button class="main">申请退款</button></form>`;
  return card(html`<h2>退款</h2>`, html`${byPlatform}${done}`, form);
}

/** One order; in mode 1 the page that personBillDetailUrl names. */
export function orderPage(world: AppWorld, order: AppOrder): string {
  const { mode, request } = order;
  const path = `/${mode}/orders/${request.bizOrderNo}`;
  const due = order.dueNo === undefined ? undefined : world.dues.find(order.dueNo);
  const cashier = order.cashierUrl !== undefined && isOpen(order) ? html`<a class="button main" href="${order.cashierUrl}">去收银台缴费</a>` : undefined;
  return appPage(world, '缴费详情', html`${card(html`<h1>${request.orderTitle}</h1>`, html`<p class="amount">${yuan(request.orderAmount)}</p>`,
    rows([['状态', stateMark(order)], ['说明', order.state === 'refused' ? order.stateMsg : undefined], ['订单号', request.bizOrderNo], ['平台订单号', order.platformOrderNo],
      ['业务系统', due && `${due.system} ${due.businessNo}`], ['通知业务系统', order.toldBusinessAt === undefined ? undefined : readableAt(order.toldBusinessAt)],
      ['收到通知', order.callbacks === 0 ? '尚无' : `${order.callbacks} 次`]]),
    html`<div class="actions">${cashier}${postButton(`${path}/query`, '查询', 'plain')}</div>`)}${refundCard(order)}`, order.state === '0' || order.state === '1' ? path : undefined);
}

function billEntry({ bill }: KeptBill): Html {
  const title = bill.detailUrl === undefined ? html`${bill.title}` : html`<a href="${bill.detailUrl}">${bill.title}</a>`;
  const back = bill.refundedAmount === '0' ? undefined : `已退 ${yuan(bill.refundedAmount)}`;
  const numbers = bill.billCode === undefined ? undefined : `电子票据 ${bill.billCode} ${bill.billNo ?? ''}`;
  return entry(title, html`${yuan(bill.amount)} <strong class="${bill.state === 'PAID' ? 'good' : ''}">${billStates[bill.state]}</strong>`,
    `${bill.agencyName} · ${bill.itemName}`, `${readable(bill.payTime)} · ${channels[bill.channel] ?? bill.channel}`, back, numbers, `平台订单号 ${bill.platformOrderNo}`);
}

/** What the platform pushed about this user; kept by the app, whatever happens to the business system. */
export function billsPage(world: AppWorld): string {
  const mine = world.bills.ofUser(world.user.userId).slice(0, shown);
  return appPage(world, '个人账单', card(html`<h1>个人账单</h1>`, mine.length === 0 ? html`<p class="note">还没有账单</p>` : html`${mine.map(billEntry)}`));
}
