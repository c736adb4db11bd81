import { html, type Html } from '../shared/page.js';
import type { IssuedBill } from './bill-books.js';
import { capitalYuan } from './capital-yuan.js';
import { printedDay } from './china-time.js';
import { eBillPage } from './look.js';
import { qrSvgAddress } from '../shared/qr.js';
import { Yuan } from './yuan.js';

const yuan = (fen: bigint): string => new Yuan(fen).text;
const row = (name: string, value: string): Html => html`<dt>${name}</dt><dd>${value === '' ? '—' : value}</dd>`;

function standingOf({ state, red }: IssuedBill): Html {
  if (red !== undefined) return html`<p class="bad"><strong>已冲红</strong>：红票 ${red.code} / ${red.no}，原因：${red.reason}</p>`;
  return state === '2' ? html`<p class="bad"><strong>已作废</strong></p>` : html`<p class="good"><strong>正常</strong></p>`;
}

/** A bill as its payer sees it. `isRed`: the red one that took it back. */
export function billPage(bill: IssuedBill, isRed: boolean, url: string): string {
  const { code, no, random, createTime } = isRed && bill.red !== undefined ? bill.red : bill;
  const sign = isRed ? '-' : '';
  const items = bill.items.map((item) => html`<tr><td>${item.code}</td><td>${item.name}</td><td>${item.unit}</td><td>${item.number}</td><td>${yuan(item.stdFen)}</td><td>${sign}${yuan(item.fen)}</td></tr>`);
  return eBillPage(isRed ? '红字票据' : '票据', html`<section class="card"><h1>福建省政府非税收入统一票据（电子）</h1>${isRed ? html`<p class="bad"><strong>红字票据</strong>，对应 ${bill.code} / ${bill.no}</p>` : standingOf(bill)}
<dl class="rows">${row('票据代码', code)}${row('票据号码', no)}${row('校验码', random)}${row('开票日期', printedDay(createTime))}${row('交款人', bill.payer)}${row('信用代码', bill.payerType === '2' ? bill.payerCode : '')}${row('缴款码', bill.payCode)}</dl>
<div class="wide" style="overflow-wrap:normal;margin-bottom:14px"><table class="list"><thead><tr><th>项目编码</th><th>项目名称</th><th>单位</th><th>数量</th><th>标准</th><th>金额（元）</th></tr></thead><tbody>${items}</tbody></table></div>
<dl class="rows"><dt>合计大写</dt><dd>${isRed ? '（负数）' : ''}${capitalYuan(bill.fen)}</dd><dt>合计小写</dt><dd>${sign}${yuan(bill.fen)}</dd>${row('备注', bill.remark)}${row('收款人', bill.payee)}${row('开票人', bill.author)}${row('开票点', bill.placeCode)}${row('业务流水号', bill.busNo)}</dl>
<p><img src="${qrSvgAddress(url)}" width="168" height="168" alt="票据二维码"></p><p class="note">模拟票据，不具有任何效力。</p></section>`);
}

const mostListed = 200;

/** The bills of the simulated system, newest first. */
export function listPage(bills: readonly IssuedBill[]): string {
  const rows = bills.slice(-mostListed).reverse().map((bill) => html`<tr><td><a href="/h5/bill/${bill.token}">${bill.code}<br>${bill.no}</a></td><td>${bill.payer}</td><td>${yuan(bill.fen)}</td><td>${printedDay(bill.createTime)}</td><td>${standingWord(bill)}</td></tr>`);
  const table = html`<div class="wide"><table class="list"><thead><tr><th>票据代码 / 号码</th><th>交款人</th><th>金额（元）</th><th>开票日期</th><th>状态</th></tr></thead><tbody>${rows}</tbody></table></div>`;
  return eBillPage('票据列表', html`<section class="card"><h1>已开具的票据（${bills.length} 张）</h1>${bills.length === 0 ? html`<p>还没有开具过票据。</p>` : table}</section>`);
}

const standingWord = ({ state, red }: IssuedBill): string => (red !== undefined ? '已冲红' : state === '2' ? '已作废' : '正常');
