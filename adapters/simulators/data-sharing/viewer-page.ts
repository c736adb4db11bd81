import { html, page, type Html } from '../shared/page.js';
import type { FrontBase } from './front-base.js';
import { columnsOf, frontTables, type FrontTable } from './front-columns.js';

const shownRows = 20;

function tableOf(base: FrontBase, table: FrontTable): Html {
  const columns = columnsOf(table);
  const rows = base.newest(table, shownRows);
  const head = columns.map(({ name }) => html`<th>${name}</th>`);
  const body = rows.map((row) => html`<tr>${columns.map(({ name }) => html`<td>${row[name] ?? undefined}</td>`)}</tr>`);
  return html`<section class="card"><h2>${table.no} ${table.zh}</h2><p class="note">${table.name}，共 ${base.count(table)} 行，显示最新 ${rows.length} 行</p>
<div class="wide"><table class="list"><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table></div></section>`;
}

/** What has arrived at the front database, as the city's people would see it. */
export const viewerPage = (base: FrontBase): string =>
  page({ brand: '政务数据汇聚共享平台', colour: '#37517e' }, { title: '前置库', body: html`${frontTables.map((table) => tableOf(base, table))}`, refreshAfterSeconds: 15 });
