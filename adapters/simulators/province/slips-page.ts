import { html, page, type PageLook } from '../shared/page.js';
import { yuanText } from './wire.js';
import type { ProvinceWorld } from './world.js';

const look: PageLook = { brand: '省非税系统', colour: '#8c1c13' };
const stateLabels: Readonly<Record<string, string>> = { 0: '未缴', 1: '已缴', 2: '作废', 3: '过期', 5: '已退付' };
const shown = 200;

/** The newest slips. Payers' names stay hidden but for the first character. */
export function slipsPage(world: ProvinceWorld): string {
  const slips = world.book.list().slice(-shown).reverse();
  const rows = slips.map((slip) => html`<tr><td>${slip.payCode}</td><td>${slip.agencyName}</td><td>${Array.from(slip.payerName)[0]}**</td><td>${yuanText(slip.total)}</td><td>${slip.effectiveDate}</td><td>${stateLabels[world.book.stateOf(slip)]}</td><td>${slip.confirmation?.channel}</td></tr>`);
  const list = html`<div class="wide"><table class="list"><thead><tr><th>缴款码</th><th>执收单位</th><th>缴款人</th><th>金额（元）</th><th>有效期至</th><th>状态</th><th>缴款渠道</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  return page(look, { title: '缴款书', body: html`<section class="card"><h1>缴款书（最近 ${shown} 份）</h1>${slips.length === 0 ? html`<p class="note">还没有缴款书。</p>` : list}</section>` });
}
