import { html, page, type Html } from '../shared/page.js';
import { isOpen, refundWord, type DeskOrder } from '../shared/integrator/desk-order.js';
import { backLink, entry, moreWords, postButton, readableTime, rows, stateMark, yuan } from '../shared/integrator/page-parts.js';
import { freshSampleCodes } from '../shared/integrator/sample-codes.js';
import { yuanOfFen } from '../shared/integrator/yuan.js';
import { operators } from './face.js';
import { feeLines, maxQuantity, sentItems, totalOf, type Accepted, type FeeLine } from './fee-sheet.js';
import { ordersOf, standingOf, standingWords, type CaseStanding, type Centre, type Registration } from './registration.js';

const mostShown = 40;
const tones: Readonly<Record<CaseStanding, string>> = { 'nothing-due': '', 'fee-due': 'bad', ordered: 'bad', paid: 'good', refunded: '' };
export const caseStanding = ({ desk }: Centre, registration: Registration): Html => {
  const standing = standingOf(registration, ordersOf(desk, registration));
  return html`<strong class="${tones[standing]}">${standingWords[standing]}</strong>`;
};

const number = (label: string, name: string, value: number): Html =>
  html`<label>${label}<input type="number" inputmode="numeric" name="${name}" value="${value}" min="0" max="${maxQuantity}"></label>`;

function sheetFields({ home, parking, other, certificates, isExempt }: Accepted): Html {
  const box = isExempt ? html`<input type="checkbox" name="isExempt" value="1" checked style="width:auto;min-height:0;margin-right:8px">` : html`<input type="checkbox" name="isExempt" value="1" style="width:auto;min-height:0;margin-right:8px">`;
  return html`<div style="display:grid;grid-template-columns:repeat(auto-fit,minmax(160px,1fr));column-gap:14px">${number('住宅（件，80 元）', 'home', home)}
${number('车位、储藏间（件，80 元）', 'parking', parking)}${number('非住宅（件，550 元）', 'other', other)}${number('证书（本，第二本起 10 元）', 'certificates', certificates)}</div><label>${box}符合免收登记费的规定（小微企业、保障性住房等）</label>`;
}

function acceptForm(problem: string | undefined): Html {
  const warning = problem === undefined ? undefined : html`<p class="bad" role="alert">${problem}</p>`;
  return html`<section class="card"><h2>新受理</h2>${warning}<form method="post" action="/cases"><label>权利人<input name="owner" maxlength="50" value="黄志远" autocomplete="off"></label>
<label>权利人类型<select name="payerType"><option value="1">个人</option><option value="2">单位</option></select></label>
<label>坐落<input name="place" maxlength="60" value="三元区东乾路 18 号 2 幢 501 室"></label>${sheetFields({ home: 1, parking: 0, other: 0, certificates: 1, isExempt: false })}
<label>经办人<select name="operator">${operators.map((name) => html`<option value="${name}">${name}</option>`)}</select></label><button class="main">受理并计费</button></form></section>`;
}

/** All registrations, newest first. */
export function indexPage(centre: Centre, problem?: string): string {
  const entries = centre.registrations.newestFirst().slice(0, mostShown).map((registration) => entry(
    html`<a href="/cases/${registration.caseNo}">${registration.owner}</a>`, caseStanding(centre, registration),
    `${registration.caseNo} · ${registration.place} · 应缴 ${yuan(totalOf(feeLines(registration.accepted)))}`));
  const body = html`<section class="card"><h1>受理列表</h1>${entries.length === 0 ? html`<p class="note">还没有受理</p>` : entries}</section>${acceptForm(problem)}
<p><a href="/statements">下载对账单</a></p>`;
  return page(centre.desk.face.look, { title: '受理列表', body });
}

const feeRow = ({ itemCode, itemName, label, unit, quantity, priceFen, amountFen }: FeeLine): Html =>
  html`<tr><td>${label}<br><span class="note">${itemName} ${itemCode}</span></td><td><span style="white-space:nowrap">${yuan(priceFen)}</span>／${unit}</td><td>${quantity}</td><td style="white-space:nowrap">${amountFen === 0n ? html`${yuan(amountFen)}<br><span class="note">不发送</span>` : yuan(amountFen)}</td></tr>`;

function feeSheet(accepted: Accepted): Html {
  const lines = feeLines(accepted);
  const sent = sentItems(lines).map(({ itemCode, itemName, quantity, price, amount }) => `${itemName}（${itemCode}）${yuanOfFen(price)} × ${quantity} = ${yuanOfFen(amount)}`);
  return html`<div class="wide"><table class="list"><thead><tr><th>收费项目</th><th>标准</th><th style="white-space:nowrap">数量</th><th>金额</th></tr></thead><tbody>${lines.map(feeRow)}</tbody></table></div>
<p class="note">发送到平台的明细：${sent.length === 0 ? '无' : sent.join('；')}。金额为零的行不发送，同一项目编码的行合并。</p>`;
}

function payCards({ caseNo }: Registration, open: DeskOrder | undefined): Html {
  const codes = freshSampleCodes().map(({ code, label }) => html`<option value="${code}">${label}（${code}）</option>`);
  const online = open?.mode === 'bar' ? undefined : html`<div class="actions" style="margin-bottom:14px">${postButton(`/cases/${caseNo}/order`, open === undefined ? '下单，出示二维码' : '出示二维码', 'main')}</div>`;
  return html`<section class="card"><h2>收费</h2>${online}<form method="post" action="/cases/${caseNo}/bar"><label>示例付款码（末两位决定结果）<select name="sampleCode">${codes}</select></label>
<label>或扫入、输入付款码<input name="barContent" inputmode="numeric" maxlength="24" autocomplete="off" placeholder="留空则使用示例付款码"></label><button class="plain">窗口扫码收款</button></form>
<p class="note">有未付的在线订单时，扫码收款会先关闭它。</p></section>`;
}

function orderEntry(order: DeskOrder): Html {
  const { request, createdAt, operator, state } = order;
  return entry(html`<a href="/orders/${request.bizOrderNo}">${request.bizOrderNo}</a>`, html`${yuan(request.orderAmount)} ${stateMark(order)}`,
    `${readableTime(createdAt)} · 开单人 ${operator ?? ''}`, state === '2' ? refundWord(order) : moreWords(order));
}

/** One registration: fee sheet, ways to collect, orders. `note` is the sentence about the last click. */
export function casePage(centre: Centre, registration: Registration, note?: string): string {
  const { caseNo, owner, payerType, place, operator, accepted, acceptedAt } = registration;
  const orders = ordersOf(centre.desk, registration);
  const standing = standingOf(registration, orders);
  const mayCollect = standing === 'fee-due' || standing === 'ordered' || standing === 'refunded';
  const correction = html`<section class="card"><h2>更正费用</h2><form method="post" action="/cases/${caseNo}/fee">${sheetFields(accepted)}<button class="plain">保存更正</button></form>
<p class="note">已下单或已取得缴款码的，先关闭订单；已缴费的，先退款。</p></section>`;
  const body = html`<section class="card"><h1>${owner}</h1><p class="amount">${yuan(totalOf(feeLines(accepted)))}</p>${note === undefined ? undefined : html`<p role="status">${note}</p>`}
${rows([['状态', caseStanding(centre, registration)], ['受理编号', caseNo], ['权利人类型', payerType === '1' ? '个人' : '单位'], ['坐落', place], ['经办人', operator], ['受理时间', readableTime(acceptedAt)]])}${feeSheet(accepted)}</section>
${mayCollect ? payCards(registration, orders.find(isOpen)) : undefined}
${orders.length === 0 ? undefined : html`<section class="card"><h2>缴费订单</h2>${[...orders].reverse().map(orderEntry)}</section>`}${correction}${backLink(centre.desk.face)}`;
  return page(centre.desk.face.look, { title: '受理', body });
}
