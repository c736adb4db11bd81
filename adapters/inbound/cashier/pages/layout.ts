import { askingRefreshSeconds } from '../limits.js';
import { html, nothing, type Html } from '../html.js';
import { framed, plainBody } from './frame.js';
import { orderAddress, type PageContent, type PageSetting } from './page-setting.js';
import { script } from './script.js';

function refreshTag(content: PageContent, self: string): Html {
  if (content.watch?.refreshWithoutScript !== true) return nothing;
  return html`<noscript><meta http-equiv="refresh" content="${askingRefreshSeconds};url=${self}"></noscript>`;
}

function bodyTag(setting: PageSetting, content: PageContent, self: string): Html {
  const watch = content.watch;
  if (content.cashierToken === undefined) return plainBody(setting.terminal);
  if (watch === undefined) return html`<body class="${setting.terminal}" data-self="${self}">`;
  const state = `${setting.basePath}/${content.cashierToken}/state`;
  return html`<body class="${setting.terminal}" data-self="${self}" data-state="${state}" data-page="${watch.page}" data-every="${watch.everyMs}" data-left="${watch.remainingMs}">`;
}

function footer(setting: PageSetting, content: PageContent): Html {
  const other = setting.terminal === 'pc' ? 'h5' : 'pc';
  const link = content.otherView === true && content.cashierToken !== undefined
    ? html`<p><a href="${orderAddress(setting, content.cashierToken, { view: other })}">${other === 'pc' ? '切换到电脑版' : '切换到手机版'}</a></p>` : nothing;
  return html`${link}<p>付款由您选择的支付机构办理，本平台不收集银行卡号和支付密码</p>`;
}

/** A whole page. `code`: the script to run, ours for watching pages and the hand-over's own. */
export function page(setting: PageSetting, content: PageContent, code: Html = script): string {
  const { cashierToken } = content;
  const self = cashierToken === undefined ? setting.basePath : orderAddress(setting, cashierToken);
  return framed({
    nonce: setting.nonce, big: setting.big, demoWords: setting.demo ? '模拟环境 · 不会发生真实扣款' : undefined, place: '收银台', title: `${content.title} - 非税收入收缴公共平台收银台`,
    sizeAddress: cashierToken === undefined ? undefined : orderAddress(setting, cashierToken, { big: !setting.big }), bodyTag: bodyTag(setting, content, self),
    headMore: refreshTag(content, self), body: html`${content.body}<p id="live" class="vh" role="status" aria-live="polite"></p>`, footer: footer(setting, content), script: code,
  });
}
