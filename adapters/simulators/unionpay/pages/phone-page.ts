import { html, page, type Html } from '../../shared/page.js';
import type { Trade } from '../books/trade.js';
import type { GatewayWorld } from '../gateway-world.js';
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

/** The payer's simulated phone. Reloads itself, so that a new payment appears. */
export function phonePage(waiting: readonly Trade[]): string {
  const cards = waiting.length === 0 ? html`<section class="card"><p>没有等待确认的付款。</p><p class="note">付款码末两位为 09 的交易会出现在这里。</p></section>` : html`${waiting.map(waitingCard)}`;
  return page({ brand: '云闪付', colour: '#c8102e' }, { title: '付款确认', refreshAfterSeconds: 5, body: cards });
}
