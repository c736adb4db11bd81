import { askingRefreshSeconds } from '../limits.js';
import { html, nothing, type Html } from '../html.js';
import { platformMark, tabIcon } from './marks.js';
import { orderAddress, type PageContent, type PageSetting } from './page-setting.js';
import { script } from './script.js';
import { style } from './style.js';

function refreshTag(content: PageContent, self: string): Html {
  if (content.watch?.refreshWithoutScript !== true) return nothing;
  return html`<noscript><meta http-equiv="refresh" content="${askingRefreshSeconds};url=${self}"></noscript>`;
}

function bodyTag(setting: PageSetting, content: PageContent, self: string): Html {
  const watch = content.watch;
  if (content.cashierToken === undefined) return html`<body class="${setting.terminal}">`;
  if (watch === undefined) return html`<body class="${setting.terminal}" data-self="${self}">`;
  const state = `${setting.basePath}/${content.cashierToken}/state`;
  return html`<body class="${setting.terminal}" data-self="${self}" data-state="${state}" data-page="${watch.page}" data-every="${watch.everyMs}" data-left="${watch.remainingMs}">`;
}

function header(setting: PageSetting, content: PageContent): Html {
  const big = content.cashierToken === undefined ? nothing
    : html`<a class="size" href="${orderAddress(setting, content.cashierToken, { big: !setting.big })}">${setting.big ? '标准字号' : '大字版'}</a>`;
  return html`<header><div class="bar"><div class="brand">${platformMark}<span>非税收入收缴公共平台</span><small>收银台</small></div>${big}</div></header>`;
}

function footer(setting: PageSetting, content: PageContent): Html {
  const other = setting.terminal === 'pc' ? 'h5' : 'pc';
  const link = content.otherView === true && content.cashierToken !== undefined
    ? html`<p><a href="${orderAddress(setting, content.cashierToken, { view: other })}">${other === 'pc' ? '切换到电脑版' : '切换到手机版'}</a></p>` : nothing;
  return html`<footer>${link}<p>付款由您选择的支付机构办理，本平台不收集银行卡号和支付密码</p></footer>`;
}

/** A whole page. `code`: the script to run, ours for watching pages and the hand-over's own. */
export function page(setting: PageSetting, content: PageContent, code: Html = script): string {
  const self = content.cashierToken === undefined ? setting.basePath : orderAddress(setting, content.cashierToken);
  const demo = setting.demo ? html`<div class="demo" role="note">模拟环境 · 不会发生真实扣款</div>` : nothing;
  return html`<!doctype html>
<html lang="zh-CN"${setting.big ? html` class="big"` : nothing}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="format-detection" content="telephone=no"><meta name="robots" content="noindex,nofollow">${refreshTag(content, self)}
<title>${content.title} - 非税收入收缴公共平台收银台</title><link rel="icon" href="${tabIcon}"><style nonce="${setting.nonce}">${style}</style></head>
${bodyTag(setting, content, self)}${demo}${header(setting, content)}<main>${content.body}<p id="live" class="vh" role="status" aria-live="polite"></p></main>${footer(setting, content)}
<script nonce="${setting.nonce}">${code}</script></body></html>`.text;
}
