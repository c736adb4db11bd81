import { html, page, type Html, type PageLook } from '../shared/page.js';
import { chinaTime } from './china-time.js';
import type { Reply } from './replies.js';
import type { Trade, TradeOrder } from './trade.js';
import { yuanOfFen } from './yuan.js';

export const look: PageLook = { brand: '支付宝', colour: '#1677ff' };

const returnDelaySeconds = 3;

function orderCard(order: TradeOrder, remark: Html): Html {
  return html`<section class="card"><h1>${order.subject}</h1><p class="amount">¥ ${yuanOfFen(order.totalFen)}</p>
<dl class="rows"><dt>收款商户</dt><dd>${order.sellerId}</dd><dt>商户订单号</dt><dd>${order.outTradeNo}</dd><dt>付款截止</dt><dd>${chinaTime(order.expiresAt)}</dd></dl>${remark}</section>`;
}

function action(path: string, label: string, kind: 'main' | 'plain'): Html {
  return html`<form method="post" action="${path}"><button class="${kind}" type="submit">${label}</button></form>`;
}

/** Before sign-in: no trade exists yet. */
export function signInPage(id: string, order: TradeOrder): string {
  const buttons = html`<div class="actions">${action(`/cashier/${id}/sign-in`, '登录并付款', 'main')}${action(`/cashier/${id}/cancel`, '取消付款，返回商户', 'plain')}</div>
<p class="note">点击“登录并付款”等同于扫码或登录：支付宝此时才创建交易。</p>`;
  return page(look, { title: '收银台', body: orderCard(order, buttons) });
}

/** After sign-in: the trade waits for its payer. */
export function confirmPage(id: string, trade: Trade): string {
  const buttons = html`<dl class="rows"><dt>付款账户</dt><dd>${trade.buyerLogonId}</dd><dt>交易号</dt><dd>${trade.tradeNo}</dd></dl>
<div class="actions">${action(`/cashier/${id}/confirm`, '确认付款', 'main')}${action(`/cashier/${id}/fail`, '付款失败', 'plain')}${action(`/cashier/${id}/cancel`, '取消付款，返回商户', 'plain')}</div>
<p class="note">“付款失败”模拟余额不足：交易仍在等待付款，可以再试。</p>`;
  return page(look, { title: '确认付款', body: orderCard(trade, buttons) });
}

/** Paid; the browser goes back to the merchant by itself or by the link. */
export function paidPage(trade: Trade, backUrl: string | undefined): string {
  const back = backUrl === undefined ? undefined : html`<a class="button main" href="${backUrl}">返回商户</a><p class="note">${returnDelaySeconds} 秒后自动返回商户。</p>`;
  const body = orderCard(trade, html`<p class="good">付款成功</p>${back}`);
  return page(look, { title: '付款成功', body, ...(backUrl === undefined ? {} : { refreshAfterSeconds: returnDelaySeconds, refreshTo: backUrl }) });
}

/** A page that only says something, with an optional way on. */
export function messagePage(title: string, text: string, onward?: { readonly url: string; readonly label: string }): string {
  const link = onward === undefined ? undefined : html`<a class="button" href="${onward.url}">${onward.label}</a>`;
  return page(look, { title, body: html`<section class="card"><h1>${title}</h1><p>${text}</p>${link}</section>` });
}

/** What Alipay shows in place of the cashier when it refuses the request. */
export function refusalPage(reply: Reply): string {
  const body = html`<section class="card"><h1 class="bad">无法打开收银台</h1><p>${reply.subMsg}</p>
<dl class="rows"><dt>错误码</dt><dd>${reply.code}</dd><dt>明细</dt><dd>${reply.subCode}</dd></dl></section>`;
  return page(look, { title: '请求被拒绝', body });
}

/** The payer's phone: barcode trades that wait for a confirmation, and codes to try. */
export function phonePage(waiting: readonly Trade[], codes: readonly { readonly code: string; readonly meaning: string }[]): string {
  const cards = waiting.map((trade) => orderCard(trade, html`<div class="actions">${action(`/phone/${trade.tradeNo}/confirm`, '确认付款', 'main')}${action(`/phone/${trade.tradeNo}/decline`, '不付了', 'plain')}</div>`));
  const rows = codes.map(({ code, meaning }) => html`<tr><td style="white-space:nowrap">${code}</td><td>${meaning}</td></tr>`);
  const none = waiting.length === 0 ? html`<section class="card"><p>没有等待确认的付款。本页每 5 秒刷新。</p></section>` : undefined;
  const body = html`${none}${cards}<section class="card"><h2>付款码</h2><div class="wide"><table class="list"><thead><tr><th>付款码（每个只能用一次）</th><th>结果</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
  // Only an empty page reloads by itself: a reload must not take a button away under the payer's finger.
  return page(look, { title: '用户手机', body, ...(waiting.length === 0 ? { refreshAfterSeconds: 5 } : {}) });
}
