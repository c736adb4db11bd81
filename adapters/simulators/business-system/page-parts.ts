import { chinaTimestamp } from '../../../contracts/sdk/china-time.js';
import { orderStates } from '../../../contracts/gateway/codes.js';
import { html, page, type Html, type PageLook } from '../shared/page.js';
import type { DeskOrder } from './desk-order.js';
import { yuanOfFen } from './yuan.js';

export const look: PageLook = { brand: '不动产登记收费窗口', colour: '#8c4a0f' };

/** An instant as people read it, in China. */
export const readableTime = (at: number): string => chinaTimestamp(at).replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3 $4:$5:$6');

export const yuan = (fen: string | bigint): string => `¥ ${yuanOfFen(fen)}`;

/** State of an order in words and colour. */
export function stateMark({ state }: Pick<DeskOrder, 'state'>): Html {
  if (state === 'unknown') return html`<strong>结果未知</strong>`;
  if (state === 'refused') return html`<strong class="bad">平台拒绝</strong>`;
  const tone = { '2': 'good', '3': 'bad', '4': 'bad' }[state as string] ?? '';
  return html`<strong class="${tone}">${orderStates[state]}</strong>`;
}

/** A button that posts, with fixed fields. */
export function postButton(action: string, label: string, kind: 'main' | 'plain', fields: Readonly<Record<string, string>> = {}): Html {
  const hidden = Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  return html`<form method="post" action="${action}">${hidden}<button class="${kind}">${label}</button></form>`;
}

export const rows = (pairs: readonly (readonly [string, Html | string | undefined])[]): Html =>
  html`<dl class="rows">${pairs.filter(([, value]) => value !== undefined && value !== '').map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;

/** One entry of a list that reads well on a phone too: a line with something at its right end, and smaller lines below. */
export function entry(left: Html | string, right: Html | string, ...below: readonly (Html | string | undefined)[]): Html {
  const lines = below.filter((line) => line !== undefined && line !== '').map((line) => html`<div class="note">${line}</div>`);
  return html`<div style="border-top:1px solid #e5e6eb;padding:10px 0"><div style="display:flex;justify-content:space-between;align-items:baseline;gap:12px">
<div style="min-width:0">${left}</div><div style="white-space:nowrap">${right}</div></div>${lines}</div>`;
}

export const backLink = html`<p><a href="/">返回收费窗口</a></p>`;

/** A page that says one thing. */
export const messagePage = (title: string, text: string): string =>
  page(look, { title, body: html`<section class="card"><h1>${title}</h1><p>${text}</p></section>${backLink}` });
