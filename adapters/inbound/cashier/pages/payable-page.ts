import type { CashierView } from '../../../../application/payments/cashier-view.js';
import { dashedTime } from '../../../../domain/kernel/china-time.js';
import type { PayChannel } from '../../../../domain/directory/channel-merchant.js';
import { pcPollMs, phonePollMs } from '../limits.js';
import { html, nothing, type Html } from '../html.js';
import { channelMarks } from './marks.js';
import { alertBox, amountBlock, amountClass, backLink, money, orderDetails } from './order-parts.js';
import { orderAddress, type PageContent, type PageSetting } from './page-setting.js';
import { qrCode } from './qr-code.js';
import { channelHints, channelNames, refusalWords, stateOf } from './words.js';

/** In a wallet's own browser its channel; when the payer wants a change another than the last; else the last; else the first. */
function preferred(setting: PageSetting, view: CashierView): PayChannel | undefined {
  const last = view.channels.find((channel) => (view.page === 'asking' ? channel !== view.payChannel : channel === view.payChannel));
  return view.channels.find((channel) => channel === setting.app) ?? last ?? view.channels[0];
}

function way(setting: PageSetting, channel: PayChannel, chosen: boolean): Html {
  return html`<div class="way"><input type="radio" id="way-${channel}" name="payChannel" value="${channel}" required${chosen ? html` checked` : nothing}><label for="way-${channel}">${channelMarks[channel]}<span class="name"><b>${channelNames[channel]}</b><small>${channelHints[setting.terminal][channel]}</small></span></label></div>`;
}

/**
 * The one form of the cashier: which channel, and from which kind of page. Only offered channels are in it. `above` stands inside it, so
 * that on a phone the button can stick to the edge of the screen while the payer still reads.
 */
export function channelForm(setting: PageSetting, view: CashierView, cashierToken: string, above: Html = nothing): Html {
  const chosen = preferred(setting, view);
  const ways = view.channels.map((channel) => way(setting, channel, channel === chosen));
  return html`<form id="pay" method="post" action="${setting.basePath}/${cashierToken}"><input type="hidden" name="view" value="${setting.terminal}">${above}
<fieldset><legend>选择支付方式</legend><div class="ways">${ways}</div></fieldset><div class="pay"><button class="main" id="go" type="submit">立即支付 ¥${money(view.chargedAmount)}</button></div></form>`;
}

function payment(setting: PageSetting, view: CashierView, cashierToken: string, facts: Html): Html {
  if (!view.mayStart) return html`${facts}${alertBox(refusalWords['too-close-to-expiry'].words)}`;
  if (view.channels.length > 0) return channelForm(setting, view, cashierToken, facts);
  const other = view.pcOnly ? '' : setting.terminal === 'pc' ? '您也可以用手机打开本页再试。' : '您也可以用电脑打开本页再试。';
  return html`${facts}${alertBox(`收款单位暂未开通可在此使用的支付方式，请联系业务办理单位。${other}`)}`;
}

function aside(setting: PageSetting, view: CashierView, cashierToken: string): Html {
  const scan = setting.terminal === 'pc' && !view.pcOnly && view.mayStart && view.channels.length > 0
    ? html`<section class="card side"><h2>手机扫码支付</h2>${qrCode(`${setting.publicAddress}/${cashierToken}?view=h5`)}<p><small>用手机扫一扫，在手机上完成付款</small></p></section>` : nothing;
  return html`<div class="aside">${scan}<section class="card tips"><h2>付款提示</h2><p>请核对收款单位和金额，信息有误请勿付款。</p><p>付款后请留在本页，等待显示支付结果。</p></section></div>`;
}

function notices(setting: PageSetting, view: CashierView): Html {
  const wechat = setting.app === 'wechat' && view.channels.includes('alipay')
    ? alertBox('微信内不能打开支付宝。如需使用支付宝，请点右上角菜单，选择“在浏览器打开”。') : nothing;
  if (view.page !== 'failed') return wechat;
  return html`${wechat}<div class="say bad" role="alert"><b>上一次支付没有成功</b>：${stateOf(view)}。您可以重新支付。</div>`;
}

/** Payable or failed: details, validity, channels (1.1.1.1.3, 1.1.1.1.4, 1.1.1.2-a). `told`: why a wish was just refused. */
export function payablePage(setting: PageSetting, view: CashierView, cashierToken: string, told: string | undefined): PageContent {
  const stop = html`<p class="stop">信息有误或暂不付款？<a href="${orderAddress(setting, cashierToken, { stop: true })}">停止支付</a></p>`;
  const sum = html`<div class="sum${amountClass(view)}"><div>${amountBlock(view, '应付金额')}</div><p class="until">请在 <b>${dashedTime(view.expiresAt)}</b> 前支付<span id="left" role="timer" aria-live="off"></span></p></div>`;
  // The last minute is said where the form was; twice on one page would be noise.
  const onTop = !view.mayStart && told === refusalWords['too-close-to-expiry'].words ? undefined : told;
  const body = html`<h1 class="vh">订单支付</h1>${alertBox(onTop)}${notices(setting, view)}<div class="cols"><section class="card">${payment(setting, view, cashierToken, html`${sum}${orderDetails(view)}`)}${stop}</section>${setting.terminal === 'pc' ? aside(setting, view, cashierToken) : nothing}</div>`;
  return {
    title: view.page === 'failed' ? '支付未成功，可重新支付' : '订单支付', body, cashierToken, otherView: !view.pcOnly,
    watch: { page: view.page, everyMs: setting.terminal === 'pc' ? pcPollMs : phonePollMs, remainingMs: Math.max(0, view.expiresAt - view.now), refreshWithoutScript: false },
  };
}

/** 停止支付: nothing is changed, the order stays 待支付 and can be paid later. */
export function stoppedPage(setting: PageSetting, view: CashierView, cashierToken: string): PageContent {
  const body = html`<div class="narrow"><section class="card result"><h1>已停止支付</h1><p class="text">没有发起新的付款，订单仍为待支付。${dashedTime(view.expiresAt)} 前可随时回来支付。</p>
<p class="text">如收款单位、金额等信息有误，请联系业务办理单位核实。</p><div class="acts">${backLink(view, 'main')}<a class="plain" href="${orderAddress(setting, cashierToken)}">继续支付</a></div></section></div>`;
  return { title: '已停止支付', body, cashierToken };
}
