import { html, page, type Html } from '../../shared/page.js';
import type { Trade } from '../books/trade.js';
import type { Fields } from '../crypto/signing.js';
import { respMsg } from '../rules/response-codes.js';
import { readableTime, readChinaTime } from '../wire/china-calendar.js';
import { look, yuanText } from './look.js';

/** Channel type 08 is a phone, 07 a PC; business type 000202 is a company's bank account. */
function productTitle(trade: Trade): string {
  if (trade.bizType === '000202') return '企业网银支付';
  return trade.channelType === '08' ? '手机支付' : '网上银行支付';
}

const row = (label: string, value: string): Html => (value === '' ? html`` : html`<dt>${label}</dt><dd>${value}</dd>`);

function orderCard(trade: Trade): Html {
  return html`<section class="card"><p class="note">支付金额</p><p class="amount">¥${yuanText(trade.amountFen)}</p><dl class="rows">
${row('商品名称', trade.commodityName)}${row('商户号', trade.merId)}${row('订单号', trade.orderId)}
${row('下单时间', readableTime(readChinaTime(trade.txnTime) ?? 0))}${row('支付截止', trade.payTimeoutMs === undefined ? '' : readableTime(trade.payTimeoutMs))}</dl></section>`;
}

const button = (trade: Trade, act: string, label: string, kind: 'main' | 'plain'): Html => html`<form method="post" action="/gateway/pay/${trade.pageToken}/${act}"><button class="${kind}" type="submit">${label}</button></form>`;

/** What the payer sees before deciding. Three plain forms, no script. */
export function openPage(trade: Trade): string {
  const device = trade.channelType === '08'
    ? html`<p class="note">付款银行卡：云闪付 · 模拟银行储蓄卡（0001）</p>`
    : html`<p class="note">付款方式：${trade.bizType === '000202' ? '企业账户' : '银联卡'} · 模拟银行（尾号 0001）</p>`;
  return page(look, { title: productTitle(trade), body: html`${orderCard(trade)}<section class="card">${device}<div class="actions">
${button(trade, 'confirm', '确认付款', 'main')}${button(trade, 'fail', '付款失败', 'plain')}${button(trade, 'leave', '放弃付款', 'plain')}</div></section>` });
}

/** The form that takes the payer back with the signed fields. */
export function returnForm(frontUrl: string, fields: Fields): Html {
  const hidden = Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  return html`<form id="return-to-merchant" method="post" action="${frontUrl}" accept-charset="UTF-8">${hidden}<button class="main" type="submit">返回商户</button></form>`;
}

/** `script` is the automatic return, when the merchant's contract has it. */
export function paidPage(trade: Trade, fields: Fields, script: Html | undefined): string {
  return page(look, { title: '支付成功', body: html`<section class="card"><h1 class="good">支付成功</h1><p class="note">银联交易流水号：${trade.queryId}</p></section>${orderCard(trade)}
<section class="card"><div class="actions">${returnForm(trade.frontUrl, fields)}</div></section>${script}` });
}

/** A failed payment goes back by a plain link without any transaction data, and only when the merchant gave an address for it. */
export function failedPage(trade: Trade): string {
  const back = trade.frontFailUrl === '' ? html`<p class="note">请关闭本页面后回到商户重新下单。</p>`
    : html`<div class="actions"><a class="button main" href="${trade.frontFailUrl}" rel="noreferrer">返回商户</a></div>`;
  return page(look, { title: '支付失败', body: html`<section class="card"><h1 class="bad">支付失败</h1><p>${respMsg(trade.code)}</p>${back}</section>${orderCard(trade)}` });
}
