import type { CashierTerminal } from '../../../../application/payments/cashier-view.js';
import { html, nothing, type Html } from '../html.js';
import { platformMark, tabIcon } from './marks.js';
import { style } from './style.js';

/** What pages for payers differ in; the rest, head, mark and look, is the same for all of them. */
export interface Frame {
  readonly nonce: string;
  readonly big: boolean;
  /** Words of the strip that says that nothing here is real; absent in production. */
  readonly demoWords: string | undefined;
  /** 收银台, 电子票据, …, beside the platform's name. */
  readonly place: string;
  readonly title: string;
  /** Where the same page is shown in the other size. */
  readonly sizeAddress: string | undefined;
  readonly body: Html;
  readonly footer: Html;
  /** The body's tag where it carries more than the terminal. */
  readonly bodyTag: Html;
  readonly headMore?: Html;
  /** Rules of this page beside the common sheet. */
  readonly rules?: Html;
  readonly script?: Html;
}

export const plainBody = (terminal: CashierTerminal): Html => html`<body class="${terminal}">`;

export function framed({ nonce, big, demoWords, place, title, sizeAddress, body, footer, bodyTag, headMore = nothing, rules = nothing, script }: Frame): string {
  const size = sizeAddress === undefined ? nothing : html`<a class="size" href="${sizeAddress}">${big ? '标准字号' : '大字版'}</a>`;
  return html`<!doctype html>
<html lang="zh-CN"${big ? html` class="big"` : nothing}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="format-detection" content="telephone=no"><meta name="robots" content="noindex,nofollow">${headMore}
<title>${title}</title><link rel="icon" href="${tabIcon}"><style nonce="${nonce}">${style}${rules}</style></head>
${bodyTag}${demoWords === undefined ? nothing : html`<div class="demo" role="note">${demoWords}</div>`}<header><div class="bar"><div class="brand">${platformMark}<span>非税收入收缴公共平台</span><small>${place}</small></div>${size}</div></header><main>${body}</main><footer>${footer}</footer>
${script === undefined ? nothing : html`<script nonce="${nonce}">${script}</script>`}</body></html>`.text;
}
