import { orderStates } from '../../../contracts/gateway/codes.js';
import { chinaTimestamp } from '../../../contracts/sdk/china-time.js';
import { html, page, type Html, type PageLook } from '../shared/page.js';
import type { AppOrder } from './app-order.js';
import type { AppWorld } from './world.js';
import { yuanOfFen } from './yuan.js';

const look: PageLook = { brand: 'e三明', colour: '#c8102e' };

export const yuan = (fen: string | bigint): string => `¥ ${yuanOfFen(fen)}`;

/** `yyyyMMddHHmmss` as people read it. */
export const readable = (long: string): string => long.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3 $4:$5:$6');
export const readableAt = (at: number): string => readable(chinaTimestamp(at));

export function stateMark({ state }: Pick<AppOrder, 'state'>): Html {
  if (state === 'unknown') return html`<strong>结果未知</strong>`;
  if (state === 'refused') return html`<strong class="bad">平台拒绝</strong>`;
  const tone = { '2': 'good', '3': 'bad', '4': 'bad' }[state as string] ?? '';
  return html`<strong class="${tone}">${orderStates[state]}</strong>`;
}

export const rows = (pairs: readonly (readonly [string, Html | string | undefined])[]): Html =>
  html`<dl class="rows">${pairs.filter(([, value]) => value !== undefined && value !== '').map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>`;

/** One entry of a list: a line with something at its right end, and smaller lines below. */
export function entry(left: Html | string, right: Html | string, ...below: readonly (Html | string | undefined)[]): Html {
  const lines = below.filter((line) => line !== undefined && line !== '').map((line) => html`<div class="note" style="margin-top:4px">${line}</div>`);
  return html`<div style="border-top:1px solid #e5e6eb;padding:10px 0"><div style="display:flex;justify-content:space-between;align-items:baseline;gap:12px">
<div style="min-width:0">${left}</div><div style="white-space:nowrap">${right}</div></div>${lines}</div>`;
}

export function postButton(action: string, label: string, kind: 'main' | 'plain', fields: Readonly<Record<string, string>> = {}): Html {
  const hidden = Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  return html`<form method="post" action="${action}">${hidden}<button class="${kind}">${label}</button></form>`;
}

export const card = (...parts: readonly (Html | undefined)[]): Html => html`<section class="card">${parts.filter((part) => part !== undefined)}</section>`;

const tabs = [['/business', '证照办理（模式一）'], ['/zone', '缴费专区（模式二）'], ['/bills', '个人账单']] as const;

/** A page of the app: who is signed in, the tabs, the body. */
export function appPage(world: AppWorld, title: string, body: Html, refreshTo?: string): string {
  const links = tabs.map(([path, name]) => html`<a class="button" style="flex:1 1 120px;width:auto;padding:10px 6px" href="${path}">${name}</a>`);
  const texts = world.textsUrl === undefined ? undefined : html`<a class="button" style="flex:1 1 120px;width:auto;padding:10px 6px" href="${world.textsUrl}">收到的短信</a>`;
  const head = html`<p class="note">当前用户：${world.user.name}（${world.user.userId}） <a href="/">切换</a></p><div class="actions" style="margin-bottom:16px">${links}${texts}</div>`;
  return page(look, { title, body: html`${head}${body}`, ...(refreshTo === undefined ? {} : { refreshAfterSeconds: 5, refreshTo }) });
}

/** A page that says one thing. */
export const messagePage = (title: string, text: string): string =>
  page(look, { title, body: html`${card(html`<h1>${title}</h1>`, html`<p>${text}</p>`)}<p><a href="/">返回 e三明</a></p>` });
