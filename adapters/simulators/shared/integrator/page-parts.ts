import { chinaTimestamp } from '../../../../contracts/sdk/china-time.js';
import { orderStates } from '../../../../contracts/gateway/codes.js';
import { html, page, type Html } from '../page.js';
import type { DeskOrder } from './desk-order.js';
import type { DeskFace } from './desk.js';
import { yuanOfFen } from './yuan.js';

/** A moment of the wire, or a day, as people read it. */
export const readableMoment = (wire: string): string =>
  wire.replace(/^(\d{4})(\d\d)(\d\d)(?:(\d\d)(\d\d)(\d\d))?$/, (_all, year, month, day, hour?: string, minute?: string, second?: string) =>
    `${String(year)}-${String(month)}-${String(day)}${hour === undefined ? '' : ` ${hour}:${minute ?? ''}:${second ?? ''}`}`);

/** An instant as people read it, in China. */
export const readableTime = (at: number): string => readableMoment(chinaTimestamp(at));

export const yuan = (fen: string | bigint): string => `¥ ${yuanOfFen(fen)}`;

/** State of an order in words and colour. */
export function stateMark({ state }: Pick<DeskOrder, 'state'>): Html {
  if (state === 'unknown') return html`<strong>结果未知</strong>`;
  if (state === 'refused') return html`<strong class="bad">平台拒绝</strong>`;
  const tone = { '2': 'good', '3': 'bad', '4': 'bad' }[state as string] ?? '';
  return html`<strong class="${tone}">${orderStates[state]}</strong>`;
}

/** The platform's text where it adds to the name of the state. */
export const moreWords = ({ state, stateMsg }: Pick<DeskOrder, 'state' | 'stateMsg'>): string | undefined =>
  (Object.entries(orderStates).some(([code, name]) => code === state && name === stateMsg) ? undefined : stateMsg);

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

export const backLink = ({ homeLabel }: DeskFace): Html => html`<p><a href="/">${homeLabel}</a></p>`;

/** A page that says one thing. */
export const messagePage = (face: DeskFace, title: string, text: string): string =>
  page(face.look, { title, body: html`<section class="card"><h1>${title}</h1><p>${text}</p></section>${backLink(face)}` });
