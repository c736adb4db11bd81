import type { OpenedEBill } from '../../../application/e-bills/open-e-bill.js';
import type { EBillState } from '../../../domain/e-bills/e-bill.js';
import type { FoundEBill } from '../../../domain/e-bills/e-bill-report.js';
import { dashedTime } from '../../../domain/kernel/china-time.js';
import { yuan } from '../../../domain/kernel/money.js';
import { html, nothing, trusted, type Html } from '../cashier/html.js';
import { fieldRules } from '../cashier/pages/form-style.js';
import { framed, plainBody } from '../cashier/pages/frame.js';
import type { MarkName, Written } from './verify-form.js';

/** How a page is drawn. */
export interface BillPageSetting { readonly nonce: string; readonly demo: boolean; readonly verifyAddress: string }

const labels: Readonly<Record<MarkName, { readonly label: string; readonly hint: string; readonly mode: string }>> = {
  eBillCode: { label: '票据代码', hint: '票面右上方，8 位数字', mode: 'numeric' }, eBillNo: { label: '票据号码', hint: '票面右上方，10 位数字', mode: 'numeric' },
  checkCode: { label: '校验码', hint: '票面右上方，区分大小写', mode: 'text' }, amount: { label: '金额（元）', hint: '票面金额合计（小写），如 80.00', mode: 'decimal' },
};

export type Notice = 'not-verified' | 'unavailable' | 'too-often' | 'malformed' | 'wrong-field';
const notices: Readonly<Record<Notice, { readonly status: number; readonly words: string }>> = {
  'not-verified': { status: 200, words: '未查到与所填内容一致的票据。请核对票据代码、票据号码、校验码与金额后重试。' },
  unavailable: { status: 503, words: '票据系统暂时没有答复，本次没有查验结果。请稍后再试。' },
  'too-often': { status: 429, words: '查验过于频繁，请稍后再试。' },
  malformed: { status: 400, words: '提交的内容不完整，请重新填写。' },
  'wrong-field': { status: 400, words: '有内容填写不正确，请检查标出的一项。' },
};
export const statusOf = (notice: Notice): number => notices[notice].status;

const rules = html`${fieldRules}${trusted('.seal{font-size:1.375rem;font-weight:700;margin-bottom:.5rem}.seal.good{color:#0a6b3a}.seal.off{color:#8c1d18}')}`;

const page = ({ nonce, demo }: BillPageSetting, title: string, body: Html): string => framed({
  nonce, big: false, demoWords: demo ? '模拟环境 · 票据不具效力' : undefined, place: '电子票据', title: `${title} - 非税收入收缴公共平台`, sizeAddress: undefined, bodyTag: plainBody('pc'), rules,
  body: html`<div class="narrow">${body}</div>`, footer: html`<p>票据由财政电子票据系统开具，查验结果以该系统的记录为准</p>`,
});

function input(name: MarkName, written: Written, wrong: MarkName | undefined): Html {
  const { label, hint, mode } = labels[name];
  return html`<label class="field${wrong === name ? ' bad' : ''}"><span>${label}</span><input name="${name}" value="${written[name]}" inputmode="${mode}" autocomplete="off" required maxlength="80" aria-describedby="hint-${name}"><small id="hint-${name}">${hint}</small></label>`;
}

/** 查验: the form, with what came of the last one. */
export function verifyPage(setting: BillPageSetting, written: Written, notice?: Notice, wrong?: MarkName): string {
  const said = notice === undefined ? nothing : html`<p class="say bad" role="alert">${notices[notice].words}</p>`;
  return page(setting, '票据查验', html`<section class="card"><h1>票据查验</h1><p class="label">按票面填写，向财政电子票据系统核对。</p>${said}
<form method="post" action="${setting.verifyAddress}">${(['eBillCode', 'eBillNo', 'checkCode', 'amount'] as const).map((name) => input(name, written, wrong))}<button class="main" type="submit">查验</button></form></section>`);
}

const row = (name: string, value: string | undefined): Html => (value === undefined || value === '' ? nothing : html`<div class="row"><dt>${name}</dt><dd>${value}</dd></div>`);

const standings: Readonly<Record<FoundEBill['standing'], { readonly mark: 'good' | 'off'; readonly words: string }>> = {
  normal: { mark: 'good', words: '票据真实有效' }, reversed: { mark: 'off', words: '票据已冲红，不再有效' }, void: { mark: 'off', words: '票据已作废，不再有效' },
};

/** The bill that bears all that was written; who paid is on the bill itself and not here. */
export function verifiedPage(setting: BillPageSetting, bill: FoundEBill): string {
  const { mark, words } = standings[bill.standing];
  return page(setting, '查验结果', html`<section class="card" role="status"><h1>查验结果</h1><p class="seal ${mark}">${words}</p><dl>${row('票据代码', bill.eBillCode)}${row('票据号码', bill.eBillNo)}${row('金额', `${yuan(bill.amount)} 元`)}${row('开票时间', dashedTime(bill.issuedAt))}</dl>
${link(bill.links.internetPageUrl ?? bill.links.pageUrl)}<a class="plain" href="${setting.verifyAddress}">再查一张</a></section>`);
}

const link = (url: string | undefined): Html => (url === undefined ? nothing : html`<a class="main" rel="noreferrer" href="${url}">查看票面</a>`);

const states: Readonly<Record<EBillState, { readonly mark: 'good' | 'off' | 'wait'; readonly words: string }>> = {
  pending: { mark: 'wait', words: '待开具，请稍后再来查看' }, issuing: { mark: 'wait', words: '开具中，请稍后再来查看' }, failed: { mark: 'wait', words: '尚未开具成功，工作人员正在处理' },
  issued: { mark: 'good', words: '已开具' }, reversing: { mark: 'off', words: '因退款，冲红中' }, reversed: { mark: 'off', words: '因退款，已冲红' }, void: { mark: 'off', words: '已作废' },
};

/** One bill of ours, for whoever holds its token. */
export function billPage(setting: BillPageSetting, { bill, payeeName, payer, orderTitle }: OpenedEBill): string {
  const { mark, words } = states[bill.state];
  return page(setting, '电子票据', html`<section class="card"><h1>电子票据</h1><p class="seal ${mark}">${words}</p><dl>${row('收款单位', payeeName)}${row('缴款人', payer)}${row('事项', orderTitle)}${row('金额', `${yuan(bill.amount)} 元`)}
${row('票据代码', bill.issued?.eBillCode)}${row('票据号码', bill.issued?.eBillNo)}${row('校验码', bill.issued?.checkCode)}${row('开票时间', bill.issued && dashedTime(bill.issued.issuedAt))}</dl>
${link(bill.issued?.links.internetPageUrl ?? bill.issued?.links.pageUrl)}</section>`);
}

const messages = { 404: '没有这张票据，或地址不正确。', 405: '不支持这样的访问。', 403: '请从本页面提交查验。', 429: '访问过于频繁，请稍后再试。', 500: '系统暂时无法处理，请稍后再试。' } as const;
export type MessageStatus = keyof typeof messages;
export const messagePage = (setting: BillPageSetting, status: MessageStatus): string =>
  page(setting, '电子票据', html`<section class="card"><h1>电子票据</h1><p>${messages[status]}</p><a class="plain" href="${setting.verifyAddress}">票据查验</a></section>`);
