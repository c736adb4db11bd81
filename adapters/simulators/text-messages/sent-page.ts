import { html, page, type Html } from '../shared/page.js';
import { endings } from './endings.js';
import { dashed } from './message.js';
import type { SentText } from './sent-texts.js';

function card({ mobile, text, atMs, statuses }: SentText): Html {
  const told = statuses.map(({ status }) => status).join('，') || '尚无';
  return html`<section class="card"><p>${text}</p><dl class="rows"><dt>手机号</dt><dd>${mobile}</dd><dt>时间</dt><dd>${dashed(atMs)}</dd><dt>状态报告</dt><dd>${told}</dd></dl></section>`;
}

/** What phones have received, newest first, so that a tester can read a code; and the table of endings. */
export function sentPage(texts: readonly SentText[]): string {
  const rows = endings.map(({ digits, meaning }) => html`<tr><td>${digits}</td><td>${meaning}</td></tr>`);
  const none = html`<section class="card"><p>还没有短信。本页每 5 秒刷新。</p></section>`;
  const table = html`<section class="card"><h2>按手机号末四位决定结果</h2><div class="wide"><table class="list"><thead><tr><th>末四位</th><th>结果</th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
  return page({ brand: '短信平台', colour: '#0b7a3e' }, { title: '已发短信', body: html`${texts.length === 0 ? none : texts.map(card)}${table}`, refreshAfterSeconds: 5 });
}
