import type { CashierView } from '../../../../application/payments/cashier-view.js';
import { dashedTime } from '../../../../domain/kernel/china-time.js';
import { yuan, type Fen } from '../../../../domain/kernel/money.js';
import { html, nothing, type Html } from '../html.js';
import { channelNames, grouped, stateOf } from './words.js';

/** One fact; `fine` for long numbers that only a service desk reads. */
export const row = (label: string, value: string | undefined, look: 'row' | 'row fine' = 'row'): Html =>
  (value === undefined || value === '' ? nothing : html`<div class="${look}"><dt>${label}</dt><dd>${value}</dd></div>`);

export const money = (amount: Fen): string => grouped(yuan(amount));

/** The amount that is charged, large, and how it came about when the business system took something off. */
export function amountBlock(view: CashierView, label: string): Html {
  const cut = view.bizDiscountAmount === 0n ? nothing
    : html`<p class="cut">订单金额 ¥${money(view.orderAmount)}，优惠 −¥${money(view.bizDiscountAmount)}</p>`;
  return html`<p class="label">${label}</p><p class="amount"><i>¥</i>${money(view.chargedAmount)}</p>${cut}`;
}

/** Eight digits before the point and more need a smaller face on a phone. */
export const amountClass = (view: CashierView): string => (money(view.chargedAmount).length > 11 ? ' long' : '');

/** 1.1.1.1.4: what the payer compares before paying. 订单号 is the number of the business system, ours stands in small print. */
export function orderDetails(view: CashierView, withAmount = false): Html {
  return html`<dl>${withAmount ? row('支付金额', `¥${money(view.chargedAmount)}`) : nothing}${row('收款单位', view.payeeName)}${row('订单名称', view.orderTitle)}${row('订单说明', view.orderDescription)}${row('订单号', view.bizOrderNo)}${row('平台订单号', view.platformOrderNo, 'row fine')}</dl>`;
}

/** 1.1.1.1.6: the same facts with how, when and through whom the money went. */
export function paidDetails(view: CashierView): Html {
  const discounted = view.bizDiscountAmount !== 0n;
  return html`<dl>${row('订单状态', stateOf(view))}${row('收款单位', view.payeeName)}${row('订单名称', view.orderTitle)}${row('订单说明', view.orderDescription)}${row('订单号', view.bizOrderNo)}
${row('订单金额', `¥${money(view.orderAmount)}`)}${discounted ? row('优惠金额', `−¥${money(view.bizDiscountAmount)}`) : nothing}${row('支付金额', `¥${money(view.chargedAmount)}`)}${row('支付时间', view.paidAt === undefined ? undefined : dashedTime(view.paidAt))}
${row('支付方式', view.payChannel === undefined ? undefined : channelNames[view.payChannel])}${row('渠道流水号', view.channelOrderNo, 'row fine')}${row('平台订单号', view.platformOrderNo, 'row fine')}</dl>`;
}

/** Link to the business system, only when it is a web address: an address of another kind never becomes a link (CSH-03). */
export function backLink(view: CashierView, look: 'main' | 'plain'): Html {
  if (view.backUrl === undefined || !/^https?:\/\//i.test(view.backUrl)) return nothing;
  return html`<a class="${look}" rel="noreferrer" href="${view.backUrl}">返回业务系统</a>`;
}

export const alertBox = (words: string | undefined, bad = false): Html =>
  (words === undefined ? nothing : html`<div class="say${bad ? ' bad' : ''}" role="alert">${words}</div>`);
