import { randomInt } from 'node:crypto';
import { html, page, type Html } from '../../shared/page.js';
import type { Trade } from '../books/trade.js';
import type { GatewayWorld } from '../gateway-world.js';
import { barcodeOutcomes } from '../rules/barcode-outcomes.js';
import { readableTime } from '../wire/china-calendar.js';
import { yuanText } from './look.js';

/** The page shows the latest waiting payments only. */
const mostShown = 50;

/** Barcode payments (outcome 09) that wait for the payer's word. */
export function waitingOnPhone(world: GatewayWorld): readonly Trade[] {
  return world.books.all().filter((trade) => trade.state === 'open' && trade.outcome?.decided === 'phone').slice(-mostShown).reverse();
}

function waitingCard(trade: Trade): Html {
  const button = (act: string, label: string, kind: string): Html => html`<form method="post" action="/phone/${trade.pageToken}/${act}"><button class="${kind}" type="submit">${label}</button></form>`;
  return html`<section class="card"><p class="amount">¥${yuanText(trade.amountFen)}</p><dl class="rows"><dt>商户号</dt><dd>${trade.merId}</dd><dt>订单号</dt><dd>${trade.orderId}</dd>
<dt>时间</dt><dd>${readableTime(trade.acceptedAtMs)}</dd></dl><div class="actions">${button('confirm', '确认付款', 'main')}${button('decline', '拒绝付款', 'plain')}</div></section>`;
}

/** A fresh code for each row of the table: 62, then 15 digits by chance, then the two that decide. */
function codeCard(): Html {
  const middle = Array.from({ length: 15 }, () => randomInt(10)).join('');
  const rows = barcodeOutcomes.map(({ digits, meaning }) => html`<tr><td style="white-space:nowrap">62${middle}${digits}</td><td>${meaning}</td></tr>`);
  return html`<section class="card"><h2>付款码</h2><div class="wide"><table class="list"><thead><tr><th>付款码（每个只能用一次）</th><th>结果</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

/** The payer's simulated phone. Only an empty page reloads by itself: a reload must not take a button away under the payer's finger. */
export function phonePage(waiting: readonly Trade[]): string {
  const none = html`<section class="card"><p>没有等待确认的付款。本页每 5 秒刷新，付款码末两位为 09 的交易会出现在这里。</p></section>`;
  const body = html`${waiting.length === 0 ? none : waiting.map(waitingCard)}${codeCard()}`;
  return page({ brand: '云闪付', colour: '#c8102e' }, { title: '付款确认', body, ...(waiting.length === 0 ? { refreshAfterSeconds: 5 } : {}) });
}
