import type { PaymentLine, ShownPayment } from '../../../../application/where/show-payment.js';
import { dashedTime, type EpochMs } from '../../../../domain/kernel/china-time.js';
import { subjectNames, type NextStep, type TimelineEntry } from '../../../../domain/timeline/timeline.js';
import { html, nothing, type Html } from '../../cashier/html.js';
import { money, row } from '../../cashier/pages/order-parts.js';
import { wherePage, type WherePageSetting } from './where-layout.js';

/** In words, for whoever does not see colours. */
const toneWords: Readonly<Record<TimelineEntry['tone'], string | undefined>> = { done: undefined, waiting: '进行中', problem: '处理中' };

const entryItem = ({ at, subject, text, amount, tone }: TimelineEntry): Html =>
  html`<li class="${tone}"><time>${dashedTime(at)}</time><p><b>${subjectNames[subject]}</b> ${toneWords[tone] === undefined ? nothing : html`<em>${toneWords[tone]}</em> `}${text}${amount === undefined ? nothing : html` ¥${money(amount)}`}</p></li>`;

const nextItem = (now: EpochMs) => ({ at, subject, text }: NextStep): Html =>
  html`<li class="next"><time>${at <= now ? '正在进行' : `${dashedTime(at)} 起`}</time><p><b>${subjectNames[subject]}</b> ${text}</p></li>`;

function comingUp(next: readonly NextStep[], now: EpochMs): Html {
  if (next.length === 0) return html`<p class="label">没有等待自动进行的步骤。</p>`;
  return html`<ol>${next.map(nextItem(now))}</ol>`;
}

const billLink = (setting: WherePageSetting, { pageToken, state }: ShownPayment['bills'][number], index: number, all: readonly unknown[]): Html =>
  html`<a class="${state === 'issued' ? 'main' : 'plain'}" href="${setting.billsPath}/${pageToken}">查看电子票据${all.length > 1 ? `（第 ${index + 1} 张）` : ''}${state === 'issued' ? '' : '（已冲红或作废）'}</a>`;

const endForm = (setting: WherePageSetting): Html => html`<form method="post" action="${setting.basePath}/end"><button class="plain" type="submit">结束查询</button></form>`;

/** The third page: one payment from its first moment, what comes next, and the way to its e-bills. */
export function paymentPage(setting: WherePageSetting, payment: ShownPayment, now: EpochMs, hasMore: boolean): string {
  const { orderTitle, payeeName, bizOrderNo, platformOrderNo, chargedAmount, stateMsg, timeline, bills } = payment;
  return wherePage(setting, '款项进度', html`<section class="card"><h1>款项进度</h1><dl>${row('事项', orderTitle)}${row('收款单位', payeeName)}${row('金额', `¥${money(chargedAmount)}`)}${row('订单状态', stateMsg)}${row('订单号', bizOrderNo)}${row('平台订单号', platformOrderNo, 'row fine')}</dl>
${bills.map((bill, index) => billLink(setting, bill, index, bills))}<h2>已经发生</h2><ol>${timeline.entries.map(entryItem)}</ol><h2>接下来自动进行</h2>${comingUp(timeline.next, now)}</section>
<div class="acts">${hasMore ? html`<a class="plain" href="${setting.basePath}/order">返回列表</a>` : nothing}<a class="plain" href="${setting.self}">刷新</a>${endForm(setting)}</div>`);
}

/** Several payments have this number and this phone. */
export const choicePage = (setting: WherePageSetting, lines: readonly PaymentLine[]): string =>
  wherePage(setting, '选择一笔', html`<section class="card"><h1>找到 ${lines.length} 笔</h1><p class="text sure">不同业务系统使用了相同的订单号，请选择要查看的一笔。</p>${lines.map((line, index) => pick(setting, line, index))}</section><div class="acts">${endForm(setting)}</div>`);

const pick = (setting: WherePageSetting, { orderTitle, chargedAmount, createdAt, stateMsg }: PaymentLine, index: number): Html =>
  html`<a class="pick" href="${setting.basePath}/order/${index + 1}"><dl><b>${orderTitle}</b>${row('金额', `¥${money(chargedAmount)}`)}${row('日期', dashedTime(createdAt).slice(0, 10))}${row('状态', stateMsg)}</dl></a>`;
