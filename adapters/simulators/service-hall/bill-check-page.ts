import type { DeskEBill } from '../shared/integrator/desk-order.js';
import type { DeskFace } from '../shared/integrator/desk.js';
import { eBillFacts } from '../shared/integrator/document-cards.js';
import { backLink } from '../shared/integrator/page-parts.js';
import { html, page } from '../shared/page.js';

/** For somebody who has only the bill in hand: its code and number. */
export function billCheckPage(face: DeskFace, found?: readonly DeskEBill[] | string): string {
  const result = found === undefined ? undefined : html`<section class="card"><h2>查验结果</h2>${typeof found === 'string' ? html`<p role="status">${found}</p>` : found.map((bill) => eBillFacts(bill))}</section>`;
  const body = html`<section class="card"><h1>电子票据查验</h1><form method="post" action="/bills"><label>票据代码<input name="eBillCode" inputmode="numeric" maxlength="32" autocomplete="off"></label>
<label>票据号码<input name="eBillNo" inputmode="numeric" maxlength="32" autocomplete="off"></label><button class="main">查验</button></form></section>${result}${backLink(face)}`;
  return page(face.look, { title: '电子票据查验', body });
}
