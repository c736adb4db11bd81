import type { CashierView } from '../../../../application/payments/cashier-view.js';
import { askingPollMs } from '../limits.js';
import { html, nothing, type Html } from '../html.js';
import { stateMarks } from './marks.js';
import { alertBox, amountClass, backLink, money, orderDetails, paidDetails } from './order-parts.js';
import { orderAddress, type PageContent, type PageSetting } from './page-setting.js';
import { channelForm } from './payable-page.js';
import { channelNames, stateOf } from './words.js';

const narrow = (told: string | undefined, inside: Html, extra = ''): Html =>
  html`<div class="narrow">${alertBox(told)}<section class="card result${extra}">${inside}</section></div>`;

/** The payer has been to the channel and it has not answered: never "failed", never a hasty second payment (design 4.2). */
export function askingPage(setting: PageSetting, view: CashierView, cashierToken: string, told: string | undefined, change: boolean): PageContent {
  const through = view.payChannel === undefined ? '支付渠道' : channelNames[view.payChannel];
  const mayChange = view.mayStart && view.channels.length > 0;
  const askAgain = (look: string): Html => html`<a class="${look}" href="${setting.basePath}/${cashierToken}/back">重新查询</a>`;
  const doing = change && mayChange
    ? html`<div class="say">如果您已经付款，请先等待结果，不要重复付款。</div>${channelForm(setting, view, cashierToken)}${askAgain('plain')}`
    : html`<div class="acts">${askAgain('main')}${mayChange ? html`<a class="plain" href="${orderAddress(setting, cashierToken, { change: true })}">没有付款，更换支付方式</a>` : nothing}</div>`;
  const inside = html`${stateMarks.wait}<h1>正在确认支付结果</h1><div role="status" aria-live="polite"><p class="text">${stateOf(view)}</p></div><p class="text">正在向${through}查询，本页会自动更新。已付款的请勿重复支付。</p>
${doing}${orderDetails(view, true)}`;
  return {
    title: '正在确认支付结果', body: narrow(told, inside), cashierToken,
    watch: { page: view.page, everyMs: askingPollMs, remainingMs: Math.max(0, view.expiresAt - view.now), refreshWithoutScript: !change },
  };
}

/** Says nothing of the order: what is asked there needs the payer's phone. */
const whereLink = (address: string): Html => html`<a class="plain" href="${address}">查询款项去向（我的钱在哪）</a>`;

/** 1.1.1.1.5, 1.1.1.1.6, 1.1.1.1.7. The payer leaves when they want to: nothing goes back by itself. */
export function paidPage({ whereAddress }: PageSetting, view: CashierView, cashierToken: string, told: string | undefined): PageContent {
  const inside = html`${stateMarks.good}<h1>支付成功</h1><p class="amount"><i>¥</i>${money(view.chargedAmount)}</p><p class="text">缴款已完成，请留存订单号备查。</p><div class="acts">${backLink(view, 'main')}${whereLink(whereAddress)}</div>${paidDetails(view)}`;
  return { title: '支付成功', body: narrow(told, inside, amountClass(view)), cashierToken };
}

/** Expired or closed: only the state, no facts of the order (CSH-01), and the way back (1.1.1.1.3). */
export function endedPage({ whereAddress }: PageSetting, view: CashierView, cashierToken: string, told: string | undefined): PageContent {
  const expired = view.page === 'expired';
  const heading = expired ? '支付超时' : '订单已关闭';
  const words = expired ? '订单已超过支付有效时间，不能再支付。如仍需缴款，请回到业务系统重新下单。' : '订单已关闭，不能再支付。如仍需缴款，请回到业务系统重新下单。';
  const state = stateOf(view) === heading ? nothing : html`<p class="text">订单状态：${stateOf(view)}</p>`;
  const inside = html`${stateMarks.off}<h1>${heading}</h1>${state}<p class="text">${words}</p><p class="text">如果您刚刚已经付款，请不要再次付款；款项会按规定核实处理。</p><div class="acts">${backLink(view, 'main')}${whereLink(whereAddress)}</div>`;
  return { title: heading, body: narrow(told, inside), cashierToken };
}
