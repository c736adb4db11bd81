import type { CashierTerminal } from '../../../../application/payments/cashier-view.js';
import { html, trusted, type Html } from '../../cashier/html.js';
import { fieldRules } from '../../cashier/pages/form-style.js';
import { framed, plainBody } from '../../cashier/pages/frame.js';

/** How a page is drawn. */
export interface WherePageSetting {
  readonly terminal: CashierTerminal; readonly big: boolean; readonly demo: boolean; readonly nonce: string;
  /** Paths as the browser sees them: of these pages, of the pages of e-bills, and of the page shown. */
  readonly basePath: string; readonly billsPath: string; readonly self: string;
}

const rules = [
  '.card h1{font-size:1.5rem;line-height:1.4}form .main{margin-top:.25rem}.card>.fine{margin-top:.875rem}.pick{display:block;color:inherit;text-decoration:none;border-top:1px solid #e4eaf1}.pick b{display:block;color:#0b57a4;overflow-wrap:anywhere}',
  'ol{list-style:none;margin:.5rem 0 0;padding:0}li{position:relative;padding:0 0 1rem 1.5rem;border-left:2px solid #cfd9e4;margin-left:.4375rem}li:last-child{padding-bottom:.25rem}',
  'li:before{content:"";position:absolute;left:-.5rem;top:.3125rem;width:.875rem;height:.875rem;border-radius:50%;background:#0a6b3a}li.waiting:before{background:#fff;border:3px solid #8a4b00}li.problem:before{background:#8c1d18}li.next:before{background:#fff;border:3px solid #8494a6}',
  'li time{display:block;color:#4a5a6c;font-size:.875rem;font-variant-numeric:tabular-nums}li b{font-weight:600}li p{overflow-wrap:anywhere}.problem em{color:#8c1d18}.waiting em{color:#8a4b00}li em{font-style:normal;font-weight:600}h2{font-size:1.125rem;margin-top:1.25rem}.sure{text-align:left;margin-bottom:.75rem}',
].join('');

export const wherePage = ({ terminal, big, demo, nonce, self }: WherePageSetting, title: string, body: Html): string => framed({
  nonce, big, demoWords: demo ? '模拟环境 · 不会发生真实扣款' : undefined, place: '我的钱在哪', title: `${title} - 非税收入收缴公共平台`, sizeAddress: `${self}?big=${big ? '0' : '1'}`,
  bodyTag: plainBody(terminal), rules: html`${fieldRules}${trusted(rules)}`, body: html`<div class="narrow">${body}</div>`,
  footer: html`<p>本页只显示本平台记录的进度；款项到账时间以银行为准</p>`,
});
